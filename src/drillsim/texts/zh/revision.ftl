# 修订建议:按预案行文写出的新条文、各薄弱点的常用措施、复演支持、不支持、未复演的理由。
revision-new-measure = { $thing }失电 { $after_ms }仍未恢复的，{ $role }在 5 分钟内（10 分钟仍不能开始的不再执行）{ $place ->
    [none] {""}
   *[other] 到{ $place }
}投入“{ $measure }”，以其已代替{ $thing }为准{ $to ->
    [none] {""}
   *[other] ；报告{ $to }并得到复诵
}
revision-new-measure-title = 失电后投入{ $measure }
revision-new-restored = { $buses }恢复带电后 10 分钟内，{ $role }恢复{ $loads }供电，以其带电为准
revision-new-trigger = 处置卡 { $card }增加启动条件：监视屏上{ $mains }失电、{ $board }失电达 { $held_ms }的，由{ $role }启动本卡，不先到现场查看{ $source }
revision-new-called-earlier = “{ $after }”之后 5 分钟内，{ $role }请{ $to }预派“{ $resource }”，不待“{ $needless }”的结果；该步成功的，通知撤回
revision-new-cards = { $text }（处置卡 { $first }正在执行的，待“{ $step }”完成或确认不成功后再执行）
revision-new-told = { $text }；随即以{ $channel }将{ $facts }的情况告知{ $role }并得到复诵
revision-new-restart-order = { $role }先恢复{ $first }，确认其正常后再恢复{ $then }
revision-new-staged-open = { $role }在“{ $text }”之前、{ $board }失电期间，拉开{ $switches }，确认在分位
revision-new-staged-close = { $board }带电后，{ $role }按{ $order }的顺序逐路合上，每路间隔 1 分钟，以电压、频率稳定为准
revision-new-staged = { $role }在“{ $text }”之前先拉开{ $switches }，确认在分位；{ $board }带电后按{ $order }的顺序逐路合上，每路间隔 1 分钟，以电压、频率稳定为准
revision-new-put-back = { $board }失电而按方式应由{ $switch }供电的：{ $role }在 20 分钟内到{ $place }核对{ $switch }位置；在分位且无标示牌、无接地、无保护动作信号的，10 分钟内合上并确认{ $board }有电，否则不合并报告。交接班时按运行方式核对开关位置
revision-new-put-back-look = { $board }失电期间，{ $role }到{ $place }核对{ $switch }是否在合位
revision-new-put-back-close = { $switch }在分位，无标示牌、无接地、无保护动作信号，{ $board }无电的，{ $role }合上{ $switch }，确认在合位
revision-new-closed-by-hand = { $set }电压、频率正常后，{ $role }在 5 分钟内{ $together ->
    [yes] 检同期
   *[no] 确认{ $board }无电后
}合上{ $breaker }，就地确认在合位；不符合条件的不合，5 分钟内报告
revision-new-standing = 调度协议增加：{ $devices }两侧均已失电的，{ $by }为事故处理拉开的视为已许可，操作后 5 分钟内报告{ $to }；合闸除外，仍按原许可办理
revision-new-standing-report = { $by }在{ $devices }拉开后 5 分钟内报告{ $to }：已在分位，并得到复诵
revision-new-standing-word = { $by }用调度电话告知{ $to }：{ $devices }两侧均已失电，即将拉开，不待答复
revision-new-relayed = { $text }（{ $role }接{ $by }通知后 5 分钟内代报{ $to }，{ $by }不停留）
revision-new-relayed-first = { $by }在赴现场途中 1 分钟内用{ $channel }告知{ $role }失电电源和失电范围，并得到复诵
revision-new-deputy = { $role }实行A、B角：A角{ $first }不当班时由{ $person }顶岗，列入排班表和联系表
revision-new-back-on-word = 任一路电源恢复后，{ $teller }{ $first ->
    [none] 以{ $channel }
   *[other] 以{ $first }（未接通的改用{ $channel }）
}告知{ $role }；{ $role }据此即启动处置卡 { $card }，不待监视屏显示，操作前先到{ $place }按带电显示核对{ $buses }是否有电，无电的不合
revision-new-back-look = { $role }到{ $place }按带电显示核对{ $buses }是否有电，无电的保持原状
revision-new-second-way = { $role }以{ $first }联系{ $to }未接通的，改用{ $channel }；两种方式每月试呼一次
revision-new-refuel = { $store }低于 { $percent } %（原 { $now } %）时，由{ $role }启动处置卡 { $card }；卡内各步按同一油位执行

## 带有结构化修改的条文

revision-new-call-with = { $text }；同一通知中召回{ $role }，复诵并记录答复时刻
revision-new-call-first = { $by }在 5 分钟内用电话召回{ $role }，以对方答复到场为准，不待查明原因
revision-new-post = { $role }增设一人，{ $from_ } 至 { $to } 在{ $place }值班
revision-old-post = { $role }现由 { $people } 人担任
revision-added-person = { $role }（增设）
revision-new-holder = { $person }经培训{ $certificate ->
    [none] {""}
   *[other] 并取得“{ $certificate }”资格
}后可担任{ $role }{ $other ->
    [yes] （跨专业，由评审会决定）
   *[no] {""}
}
revision-new-by = { $text }（由{ $role }执行）
revision-new-restart-by = { $function }由{ $role }经培训后负责重启
revision-old-restart-by = { $function }由{ $role }负责重启
revision-new-supply-first = { $moved }{ $after ->
    [none] 改为本卡首先执行
   *[other] 改为在{ $after }之后执行
}，时限、判据不变；“{ $act }”之前确认{ $point }在分位（代替{ $opened }在分位）。{ $later }在其后按原许可、监护要求执行，未执行完毕本卡不终止。
revision-new-request = { $role }在前往配电室之前，先向{ $to }申请{ $devices }的操作许可
revision-new-report-first = { $by }首先电话报告{ $role }：失电电源及失电范围
revision-new-channel = { $text }（以{ $channel }联系{ $role }）
revision-new-tell = { $text }；并将结果告知{ $role }
revision-new-ask = { $text }（情况不明时电话询问）
revision-new-no-wait = { $text }（不等待对方通知）
revision-new-display-supply = { $display }改由与{ $load }相同的不间断电源供电
revision-old-display-supply = { $display }与{ $loads }同一电源供电
revision-new-show-source = { $thing }的运行状态接入{ $place }，并设声光报警
revision-new-show-store = { $thing }的油位接入{ $place }，并设低油位报警
revision-new-look-from-afar = 在{ $place }的监视屏上确认{ $things }的状态，不必到现场{ $wired ->
    [no] （将{ $things }接入该屏）
   *[yes] {""}
}
revision-new-battery = { $ups }：蓄电池容量 { $kwh } kWh
revision-old-battery = { $ups }：蓄电池容量 { $kwh } kWh
revision-new-second-set = { $set }旁增设一台 { $kw } kW 机组，出口与其相同，同由{ $called }启动，共用油箱并增容一半（机房内不超过 1 m³）、油位降至 80 % 即补油；每月带载启动试验
revision-added-set = { $set }的备用机组（增设）
revision-new-larger-set = { $set }{ $vehicle ->
    [yes] ：协议约定 { $kw } kW 及以上的发电车，电缆和接入箱与之相配
   *[no] 更换为 { $kw } kW 及以上的机组
}
revision-old-larger-set = { $set }：{ $kw } kW
revision-new-larger-sets = 机组按所带负荷增容：{ $sets }及以上；核算启动、首次加载和该段定值，带载试验一次
revision-old-larger-sets = { $sets }
revision-set-of = { $set } { $kw } kW
revision-new-takes-its-step = { $set }一次突加负荷能力恢复至额定的 { $percent } %（{ $kw } kW）：核对铭牌与档案，由厂家检修调速器、增压器和励磁；以假负载突加验证并记录电压、频率，每年一次
revision-old-takes-its-step = { $set }：一次突加负荷不超过额定的 { $percent } %
revision-new-plug = { $box }改用与{ $vehicle }一致的插头 { $plug }，每年实接一次
revision-new-cable = { $vehicle }配足 { $m } m 电缆，满足{ $box }至停车位的距离，每年实接一次
revision-new-agreed-sooner = 协议约定{ $resource }{ $storm ->
    [yes] 在大风暴雨时也应
   *[no] {""}
}在接到通知后 { $wanted_ms }内到场（常值），途中报告位置；每年实际调用一次
revision-old-agreed-sooner = { $resource }接到通知后 { $now_ms }到场（常值）
revision-new-kept-free = 协议约定预报大风暴雨时为本户预留{ $resource }，另落实第二家
revision-new-renewed = { $resource }协议续签至 { $until }，每季度核对有效期
revision-old-renewed = { $resource }协议有效期至 { $until }
revision-new-called-ahead = { $by }在本卡启动后 5 分钟内请{ $to }预派应急发电车，不待手动启动结果，对方复诵；自备电源恢复供电的即撤回
revision-new-store = { $store }存油量不少于 { $level } L（容量 { $capacity } L）；机房内不超过 1 m³，其余设室外油罐
revision-old-store = { $store }存油量 { $level } L（容量 { $capacity } L）
revision-new-kept-full = { $store }油位保持在 { $percent } %（{ $level } L）以上：{ $role }每班检查并记录，低于此值 24 小时内补油
revision-old-kept-full = { $store }油位 { $level } L
revision-new-delivery = 新增处置卡：{ $order }；{ $fill }{ $agreed ->
    [none] {""}
   *[other] 。并先办妥：{ $agreed }
}
revision-new-delivery-title = 长时间自备供电，向{ $store }补油
revision-new-delivery-order = { $boards }{ $many ->
    [yes] 任一
   *[no] {""}
}失电满 { $held_ms }{ $carried ->
    [none] {""}
   *[other] 、{ $carried }有电已 { $fed_ms }
}的，{ $role }在 15 分钟内按“{ $resource }”通知供方向{ $store }送油，并约定此后每 { $every_ms }续送一次，直至市电恢复并通知取消；供方复诵到达时间{ $to ->
    [none] {""}
   *[other] ，并告知{ $to }
}
revision-new-delivery-fill = 油车到场后 { $within_ms }内，{ $role }取样目测合格后向{ $store }卸油，记录卸油前后油位，油位回升为合格；此后每 { $every_ms }补一次，直至本卡终止{ $taught ->
    [none] {""}
   *[other] （与{ $taught }同样受过卸油培训并有记录；{ $taught }留守机组）
}
revision-new-delivery-repeated = { $again }{ $begun ->
    [none] {""}
   *[other] ；{ $begun }
}{ $agreed ->
    [none] {""}
   *[other] 。并先办妥：{ $agreed }
}
revision-new-delivery-again = { $boards }{ $many ->
    [yes] 任一
   *[no] {""}
}仍失电的，{ $role }每 { $every_ms }按“{ $resource }”再向{ $store }补油一次，卸油前取样目测合格，油位回升为合格，直至市电恢复
revision-new-delivery-begun = 处置卡 { $card }增加启动条件：{ $boards }{ $many ->
    [yes] 任一
   *[no] {""}
}失电满 { $held_ms }{ $carried ->
    [none] {""}
   *[other] 、{ $carried }有电已 { $fed_ms }
}的，由{ $role }启动，不待低油位
revision-new-delivery-agreed = 与供油单位约定“{ $resource }”：接到通知后 { $wanted_ms }内（常值）送油至{ $store }，可按约定间隔续送，大风暴雨时同样执行；每年实际调用一次
revision-added-delivery = { $store }应急送油协议
revision-new-delivery-renewed = “{ $resource }”续签至 { $until }，每季度核对有效期
revision-new-filled-from-above = { $store }由{ $pump }自{ $above }自动补油（流量不低于 { $rate } L/min），油位 { $low } % 启泵、{ $high } % 停泵；低油位报警定期试验，带载实补一次
revision-old-filled-from-above = { $store }无补油来源
revision-new-in-service = { $source }在{ $mode }方式下恢复备用，投入后带载试验一次；再次退出须列入计划停电并先落实替代电源
revision-new-standby-back = { $mode }方式下{ $source }处于热备用；退出备用须双方事先约定并先落实替代电源；每班确认其有电，每年切换试验一次
revision-old-out-of-service = { $source }在{ $mode }方式下退出备用
revision-new-ordered-at = { $card }：{ $store }或其上级油罐油位降至 { $percent } % 时启动，届时联系送油
revision-new-feed = { $loads }改由自备电源所带的{ $board }供电；核算该段容量、核对定值，带载试验一次
revision-new-two-boards = { $loads }增设由{ $board }供电的第二路，负荷末端两路自动互投；核算该段容量，每半年带载互投试验一次
revision-new-feed-larger = { $loads }改由自备电源所带的{ $board }供电，{ $set }相应由{ $now } kW更换为{ $kw } kW；核算启动、首次加载和该段定值，带载试验一次
revision-new-onto-ups = { $load }改由{ $ups }输出供电；核算其容量和蓄电池支撑时间，每年带载放电一次
revision-new-onto-both = { $loads }由{ $own }和{ $other }两路供电（双电源插头或静态切换开关），任一路可带全部；核算{ $other }容量和蓄电池，每年轮停一路试验一次
revision-new-route = { $way }改径，不经{ $zone }，与{ $other }全程分开敷设至配电室
revision-new-board-out = { $transfer }及其应急段（母线、开关、负荷共 { $many } 项）迁出{ $zone }
revision-new-moved-out = { $thing }迁出{ $zone }，或就地做防淹封闭
revision-new-own-drive = { $transfer }改由有电侧自取操作和控制电源，不依赖{ $supply }；每季度断开{ $supply }试切一次
revision-old-own-drive = { $transfer }由{ $supply }供控制电源
revision-new-dc-battery = { $supply }的容量按支撑 { $wanted_ms }配置，每年核对性放电
revision-old-dc-battery = { $supply }支撑 { $now_ms }
revision-new-reserve = { $function }：失去{ $other }后的储备不少于 { $wanted_ms }，每班检查余量
revision-old-reserve = { $function }：失去{ $other }后的储备 { $now_ms }
revision-new-one-more = { $resource }配备 { $n } 份，列明存放地点和保管人
revision-old-one-more = { $resource } { $n } 份
revision-new-remote = { $devices }加装远方操作，由{ $place }操作并显示位置；许可、监护不变（“{ $text }”）
revision-new-larger-ups = { $ups }容量 { $kw } kW
revision-old-larger-ups = { $ups }容量 { $kw } kW
revision-new-in-groups = 晃电后电动机依次再启动，前一台启动完成后再启动下一台：{ $order }
revision-new-soft-start = { $load }（{ $kw } kW）改用软启动器或变频器，启动过程不超过{ $kva } kVA（现为{ $now } kVA）；核对铭牌和整定值，带载试启动一次并记录
revision-old-soft-start = { $load }：启动过程{ $now } kVA
revision-new-larger-branch = { $element }按本次运行所带负荷增容（现额定值的 { $percent } %），或并列增设一台（回）
revision-new-second-ups = { $ups }旁增设一台 UPS，各带一半，一台退出时另一台可带全部
revision-new-practised = { $text }（每半年实操演练一次，用时由 { $now_ms }缩短至 { $wanted_ms }以内）
revision-new-shed = { $role }在 10 分钟内、自备电源带载之前，按{ $loads }的顺序切除，以余下负荷不超过额定功率为准
revision-new-pump = { $role }在 30 分钟内检查{ $pump }在自动位；不在的打到自动位，以选择开关指示为准。每次检修、试验后由第二人按位置清单复核
revision-new-fault-blocking = { $transfer }由母线保护闭锁
revision-new-graded = { $device }动作时间整定为 { $wanted_ms }，比上级{ $upstream }快一个级差
revision-old-graded = { $device }动作时间 { $due_ms }
revision-new-release-delay = { $devices }的失压脱扣延时整定为 { $wanted_ms }
revision-new-return-manual = { $transfer }改为手动返回常用侧，时间与用电部门商定
revision-old-return-auto = { $transfer }在 { $after_ms }后自动返回常用侧
revision-new-enabled = { $transfer }投入
revision-old-disabled = { $transfer }未投入
revision-new-enable-step = { $role }在 10 分钟内检查{ $transfer }在投入位置；未投入的投入，以投入指示为准
revision-new-transfer = 仍无电的，{ $role }在 15 分钟内将{ $transfer }打到手动并切至有电侧，以母线有电为准
revision-new-check = { $text }，并就地确认操作到位
revision-new-branch = “{ $text }”未成功的，5 分钟内报告{ $role }并得到复诵{ $then ->
    [stop] ，其后各步不再执行
   *[continue] ，再执行下一步
}
revision-new-sooner = { $text }；{ $first ->
    [yes] 先于“{ $before }”执行
   *[no] 与“{ $before }”同时进行，不等其完成
}
revision-new-card = 新增处置卡：{ $loads }失电。由{ $by }启动，并报告{ $role }
revision-new-card-title = { $loads }失电
revision-new-shed-before = “{ $text }”之前，{ $role }在 10 分钟内按{ $loads }的顺序切除，合后核对负荷不超过额定值
revision-new-supervisor = { $text }（由{ $role }监护）
revision-new-open-first = “{ $text }”之前，先拉开{ $switches }，确认在分位
revision-new-as-said = { $text }（操作对象按条文和判据为{ $switches }，不是{ $wrong }）
revision-new-settings = { $transfer }定值改为{ $settings }；核对时限级差，更新定值单，结合停电传动一次
revision-old-settings = { $transfer }：{ $settings }
revision-short-store = { $store }可维持{ $lasts_ms }，而{ $limits }要求{ $asked_ms }。
revision-not-ready = { $thing }未处于备用状态，影响{ $limits }。
revision-new-in-automatic = { $set }：控制方式置“自动”，由{ $called }联动启动；每班检查一次位置，不在自动位时报警
revision-old-in-automatic = { $set }：控制方式{ $control ->
    [auto] 自动
    [manual] 手动
   *[off] 停用
}，{ $called ->
    [none] 无联动启动
   *[other] 由{ $called }联动启动
}
revision-new-racked-in = { $switch }：手车置工作位置，每班及每次检修后检查一次
revision-old-racked-in = { $switch }：手车{ $position ->
    [test] 在试验位置
   *[withdrawn] 已退出
}
revision-new-ready = { $set }：自接到启动信号起{ $wanted_ms }内具备带载条件；由厂家整治预热、启动蓄电池和调速器，每月启动一次并记录用时
revision-old-ready = { $set }：{ $now_ms }后具备带载条件
revision-new-online = { $ups }恢复逆变运行；仅检修时转维修旁路，并有人值守，离开前恢复
revision-new-charged = { $ups }：整治充电装置和蓄电池并充满，低于95%报警，每年核对性放电一次
revision-old-charged = { $ups }：现充电{ $now }%
revision-new-cleaned = { $store }：放空、清洗后重新充注，每季取样，更换滤芯
revision-new-capacity = { $feeder }：应急方式下供电企业可供{ $kw } kW（现为{ $now } kW）；写入供用电合同和调度协议，核对双方定值
revision-old-capacity = { $feeder }：{ $now } kW
revision-new-other-side-first = “{ $text }”之前，先拉开{ $switch }，确认在分位；未在分位或位置不明的不合
revision-new-post-at = { $person }在{ $place }值班
revision-old-post-at = { $person }在{ $place }值班

## 各薄弱点的常用措施

revision-new-S01 = 两路电源可能同时失去；同时失去时直接转入自备电源处置卡
revision-new-S02 = 每日确认{ $subject }有电；另一路单独供电期间不安排其检修
revision-new-S03 = 合闸前按序位表压减负荷，使{ $subject }不超过额定值（本次负载率 { $loading_percent } %）
revision-new-S04-joined = 合{ $joined }前核对{ $subject }两侧的接线组别、变比和相角，不一致不得合环
revision-new-S04 = 转供后调整分接头、投切电容器或压减负荷，使{ $subject }电压合格
revision-new-S07 = { $subject }应能支撑 { $mains_away_ms }以上：增加燃油或蓄电池，或签订应急发电车协议
revision-new-S08 = 补充{ $subject }能承受的程度和时间，或在此之前压减负荷；{ $limits }取决于它
revision-new-A01 = { $subject }：编制手动切换处置卡并规定时限，每半年演练一次；加装旁路
revision-new-A02 = { $subject }：运行方式变更时按压板及开关位置检查表逐项核对
revision-new-A03 = { $subject }由母线保护闭锁，合闸后加速跳闸
revision-new-A04 = { $subject }的保护定值与供电公司联合校核
revision-new-A05 = 失压脱扣延时 0.5 s；晃电后按重要程度巡回合闸、再启动：{ $devices }
revision-new-A06 = 再启动分批进行，恢复表写明各批间隔秒数：{ $loads }
revision-new-A07 = 与用电部门商定时间后再恢复正常方式；UPS 电量须在 80 % 以上
revision-new-A08 = { $subject }：每年核对性放电；由其供电的 { $needing } 另列手动储能、就地操作的步骤
revision-new-A09 = { $subject }由 UPS 供电；失电时就地查看或电话询问
revision-new-G01 = { $subject }：每月带载启动试验，启动电池到期更换，增设第二组启动电池
revision-new-G02 = { $subject }：更换使用超过十年的部件，每年检查冷却系统和继电器；规定停机保护判据；增设第二台或移动发电机接口
revision-new-G03 = { $store }油位降至 50 % 时即联系送油，与两家油料公司签订协议
revision-new-G04 = 每次检修、试验后按位置清单核对设备位置，由第二人复核；{ $pump }置自动位并接入应急段，低油位在有人值班处报警；配备手摇泵
revision-new-G05 = { $subject }：设防淹挡板和排水泵；必须连续工作的设备迁出
revision-new-G06 = { $subject }：分级带载，大电动机最后启动；其余负荷事先切除
revision-new-G07 = { $subject }：负荷率不低于 { $least_percent } %，必要时接假负载；事后半载运行一小时
revision-new-G08 = { $subject }：蓄电池每季度测试，容量低于 80 % 即更换；支撑时间不少于 { $needed_ms }
revision-new-G09 = { $subject }：负荷分接两台，旁路每年试验
revision-new-G13 = { $subject }：插头、电缆、相序与车辆匹配，每年实接一次
revision-new-G14 = { $subject } 电压、频率正常后 1 分钟内合上 { $breaker }，检查 { $board } 带电
revision-new-G11 = 核算自备电源容量后将{ $subject }接入其所带的应急段，或从保安负荷清单中调整
revision-new-O01 = { $subject }处自备电源与电网之间设可靠闭锁；先拉开进线并上锁
revision-new-O02 = { $subject }的操作顺序写成操作票并复诵
revision-new-O03 = { $subject }：先断后合，或装同期检查
revision-new-O05 = { $parts }的许可提前申请，或在调度协议中约定事故处理免许可
revision-new-O06 = “{ $step }”：任何时段保证第二人在岗，或由值班室视频监护
revision-new-O08 = “{ $step }”：以位置、电压或电流确认操作到位
revision-new-P01 = “{ $step }”：任何时段有该岗位人员在岗或在附近；有条件的改为远方操作
revision-new-P02 = “{ $step }”：增配一人，或改由同专业其他岗位执行，写明岗位和时限
revision-new-P03 = { $subject }：登记备用号码和另一种通信方式，每季度试呼
revision-new-P04 = “{ $step }”：发现后 5 分钟内电话报告供电公司并得到复诵；写明第二种联系方式
revision-new-P07 = 供用双方预案增加联合条款：谁先报告、何时之前、未得到对方通知时如何处置
revision-new-P08 = “{ $step }”：写明由谁、以何种方式、何时之前告知{ $role }，以及等不到消息时如何处置
revision-listed = { $names }
revision-listed-of = { $names }等 { $n } 项
revision-new-D01 = { $subject }：写明来电后的重启顺序、责任岗位和完成时限（不超过允许中断）
revision-new-D02 = { $backed ->
    [yes] { $subject }：{ $other }已由自备电源供电，配备与其停电时间相当的蓄冷，写明失去冷却后由谁、在多少分钟内减载
   *[no] { $subject }：核算自备电源容量后将{ $other }接入应急段，或配备与其停电时间相当的蓄冷
}
revision-new-D03 = { $backed ->
    [yes] { $subject }：{ $other }已由自备电源供电，配备与其停电时间相当的储备，写明其恢复次序和时限
   *[no] { $subject }：核算自备电源容量后将{ $other }接入应急段，或配备与其停电时间相当的储备
}
revision-new-D06 = { $subject }：写明失电后由哪个岗位、在多少分钟内（不超过损害时限）有序停运，以停运完成为判据；停运前的保护措施另列
revision-new-M01 = 增加{ $loads }失电的处置卡
revision-new-M02 = “{ $step }”：写明未成功时如何处置、报告谁
revision-new-M03 = { $subject }：写明完成的时限（不超过允许中断）、执行岗位和完成判据，逐条核对哪些步骤可以同时进行
revision-new-S05 = 自备电源增容至 { $due_kw } kW 以上，或核减保安负荷；增容之前与供电公司签订应急发电车协议
revision-new-S06 = 核对 { $switches } 的实际位置，更新接线图和模拟图板；当班交接时核对
revision-new-G10 = { $subject }检修前先安排应急发电车到场，写入计划停电；不与主网检修同日
revision-new-G12 = { $loads }移出应急段，或在带载之前先切除
revision-new-O04 = “{ $step }”之前先验电、接地、挂牌
revision-new-O07 = 恢复正常方式：写明由谁、什么条件、按什么次序操作 { $devices }，列入操作票，最后投入备自投
revision-new-P05 = { $subject }由一张处置卡、一个角色操作；“{ $second }”以“{ $first }”的结果为条件
revision-new-P06 = { $subject }复审取得“{ $certificate }”证；此前不排该岗，另定持证替补
revision-new-D04 = { $function }失电不联动切除{ $subject }：加延时或由 UPS 供电；写明人工恢复步骤
revision-new-D05 = { $backed ->
    [yes] { $subject }加装停电平层装置；写明由哪个岗位解救被困人员、在多少分钟内到场
   *[no] { $subject }加装停电平层装置，或核算容量后接入应急段；写明由哪个岗位解救被困人员、在多少分钟内到场
}
revision-new-M04 = “{ $step }”按现场双重编号改写条文，双方现场核对
revision-new-M05 = { $resources }：续签协议，落实第二家，按大风暴雨时的到场时间重算
revision-new-M06 = 增加组合场景的处置卡（涉及 { $things }）：先保什么、放弃什么、由谁决定
revision-new-M07 = 整改事项 { $issue } 提级督办，以复演作为闭环条件
revision-new-M08 = { $first } 与 { $second } 的停电错开；双方共用一张停电计划
revision-new-other = { $subject }：由评审会议研究

## 理由

revision-supply-waited = 自备电源为等待“{ $step }”延误 { $wait_ms }，使最长停电延长 { $cost_ms }；其间返送电通路另有断开点。
revision-wait = “{ $step }”{ $reason ->
    [travel] 路途用时
    [person_busy] 等待正忙于他事的人员
    [not_known] 等待尚不掌握的情况
    [permit] 等待许可
    [order] 等待操作票
   *[resource] 等待接听或所需物资
} { $wait_ms }，使最长停电延长 { $cost_ms }。
revision-late = { $limits }超出时限的时间中，共有 { $late_ms }来自“{ $cause }”。
revision-unbegun = 处置卡{ $card }未启动，而其措施涉及{ $limits }。
revision-new-can-begin = 处置卡{ $cards }：启动条件不再同时要求{ $things }的两种相反状态；双方逐条核对，在监视屏上核验一次
revision-new-in-time = 处置卡{ $card }：该状态持续{ $held_ms }即启动（现为{ $now_ms }）
revision-new-signal = 处置卡{ $card }：{ $board }失电持续{ $held_ms }，{ $role }亦启动本卡
revision-new-begun-by = 处置卡{ $card }：由最先掌握启动条件的{ $role }启动
revision-old-begun-by = 处置卡{ $card }：由{ $role }启动
revision-worse-hazard = 否决：在场景 { $scenario } 中增加 { $more } 项危险（{ $hazard ->
    [back_feed] 向失电线路反送电
    [paralleling] 两个系统并列
    [joining_unlike] 相位或电压不一致的部分并列
    [without_permit] 未经许可操作
    [without_supervisor] 无人监护操作
    [isolator_under_load] 带负荷拉合隔离开关
    [closing_onto_fault] 合于故障
    [wrong_phase_sequence] 未核相送电
    [closing_tagged] 违反禁止合闸标示
    [live_at_work] 作业中带电
    [unsafe_work] 未验电接地即作业
    [earth_without_proof] 未验电即接地
    [earthing_live] 带电挂接地
    [closing_onto_earth] 带接地合闸
   *[other] { $hazard }
}）。
revision-worse-reachable = 否决：只要一处失误，“{ $step }”就可能造成{ $hazard ->
    [back_feed] 向失电线路反送电
    [paralleling] 两个系统并列
    [joining_unlike] 相位或电压不一致的部分并列
    [without_permit] 未经许可操作
    [without_supervisor] 无人监护操作
    [isolator_under_load] 带负荷拉合隔离开关
    [closing_onto_fault] 合于故障
    [wrong_phase_sequence] 未核相送电
    [closing_tagged] 违反禁止合闸标示
    [live_at_work] 作业中带电
    [unsafe_work] 未验电接地即作业
    [earth_without_proof] 未验电即接地
    [earthing_live] 带电挂接地
    [closing_onto_earth] 带接地合闸
   *[other] { $hazard }
}。
revision-worse-unsearched = 否决：步骤可达的状态过多，无法逐一查找危险，该修订无人能担保。
revision-worse-verdict = 否决：在场景 { $scenario } 中，{ $subject }由“{ $was ->
    [met] 满足
    [not_tested] 未检验
    [cannot_say] 无法判断
   *[missed] 超限
}”变为“{ $is ->
    [met] 满足
    [not_tested] 未检验
    [cannot_say] 无法判断
   *[missed] 超限
}”。
revision-worse-endurance = 否决：在场景 { $scenario } 中，{ $subject }的自备电源支撑时间不再满足要求。
revision-worse-outage = 否决：在场景 { $scenario } 中，{ $subject }停电由 { $was_ms }延长到 { $is_ms }。
revision-worse-harm = 否决：在场景 { $scenario } 中，{ $subject }超过损害时限，原来不超过。
revision-lost-act = 否决：在场景 { $scenario } 中，{ $how ->
    [late] { $to ->
        [none] “{ $step }”（{ $clause }）虽执行但超过时限
       *[other] “{ $step }”（{ $clause }）向{ $to }的通报超过时限
    }
    [no_check] “{ $step }”（{ $clause }）不再核对执行结果
    [no_permit] “{ $step }”（{ $clause }）未经原来所需的许可即执行
    [no_supervisor] “{ $step }”（{ $clause }）无人监护即执行
    [not_told] { $to }不再得到“{ $step }”（{ $clause }）的通报
   *[not_done] { $to ->
        [none] “{ $step }”（{ $clause }）不再执行
       *[other] “{ $step }”（{ $clause }）不再执行，{ $to }得不到通报
    }
}。
revision-passed-over = 否决：在场景 { $scenario } 中，“{ $test }”未通过，“{ $step }”却继续执行。
revision-no-gain = 否决：以相同随机条件复演，受保护的负荷和业务均无值得修订的改善，损害和危险也未减少。
revision-proved = 以相同随机条件复演：本场景有改善，该用户其余 { $scenarios } 个场景均未变差。
revision-basis-battery = 支撑时间随容量增加，另留四分之一老化裕度（经验值）
revision-basis-second-set = 与原机组同型，在其就绪时间内并机；殃及全部机组或全部燃油的故障同样殃及它（假定）
revision-basis-rating = 按本次运行所带负荷另留一成裕度（假定）
revision-basis-takes-its-step = 正常机组一次可突加额定负荷的50 %至70 %（经验），以假负载试验为准
revision-basis-plug = 到场车辆的插头与档案一致，接入箱与之相配（假定）
revision-basis-cable = 接入箱所需电缆长度（档案值）
revision-basis-sooner = 就近待命的，到场用时减半（假定）
revision-basis-kept-free = 为本户预留的不被他户占用（假定）
revision-basis-renewed = 对方续签并按约定时间到场（假定）
revision-basis-store = 供油时间与存油量成正比，另留一成（假定）
revision-basis-kept-full = 油位按规定保持，每班检查（假定）
revision-basis-delivery = 协议约定的送达时间（假定），其中一成最长为常值的两倍
revision-basis-filled-from-above = 输油泵及管路流量为机组满载耗油的三倍（假定）
revision-basis-feed = 按现有负荷接入该段，电缆和开关满足要求（假定）
revision-basis-two-boards = 末端互投在数秒内完成，任一路可带全部（假定）
revision-basis-ready = 状态良好的机组8至20 s内具备带载条件（GB 12786，据公开网页，未核实）
revision-basis-charged = 状态良好的蓄电池浮充下保持满容量（假定），以放电试验为准
revision-basis-cleaned = 介质洁净时不致停机
revision-basis-capacity = 按本次运行所带负荷或客户全部负荷另留一成裕度；供电企业有无此容量待核
revision-basis-soft-start = 软启动器将启动容量限制在运行容量的三倍（假定；厂家一般整定2.5至4倍）
revision-basis-route = 该区域的事故不波及另一路径（假定）
revision-basis-moved = 该区域的事故不波及新址；在该区域内的人工操作不计（假定）
revision-basis-own-drive = 自取电源的双电源切换装置由有电侧驱动（经验）
revision-basis-reserve = 储备加倍，支撑时间加倍（假定）
revision-basis-one-more = 同型增加一份，存放于同一地点（假定）
revision-basis-remote = 远方操作和显示在其电源正常时可用（假定）
revision-basis-practice = 经演练的步骤用时约为原来的三分之二（假定）
revision-verified = 以相同随机条件成组复演：所在的组合在 { $cases } 个工况下均未变差。
revision-not-needed = 在其自身工况下有改善，但各组合都不需要它。
revision-together-not = 否决：这些修订不能同时作出。
revision-worse-not-played = 否决：作此修订后无法推演 { $scenario }。
revision-not-tried = 未复演：优先复演了其他建议。
revision-tried-here = 仅在本场景复演有改善，未在该用户其余场景复演：优先复演了改善更大的建议。
revision-network-change = 未经复演支持：此项改动网络，而网络文件不作修改；须在修改后的网络文件上另行计算、推演。
revision-wording-only = 供会议讨论的条文，未复演。

## 为何没有可复演的修改

revision-no-edit-G07 = 低负荷运行在一次推演内不影响任何时限，复演看不出改善。
revision-no-edit-G12 = 只要机组未过载，其他负荷接在应急段上不影响任何时限；过载时由 G06 提出修改。
revision-no-edit-M06 = 组合场景的处置卡须由双方专门编制，不由规则生成。
revision-no-edit-M07 = 整改事项的闭环是记录，不是文件中可推演的条目。
revision-no-edit-M08 = 停电日期由双方商定，复演只涉及其中一天。
revision-no-edit-O02 = 操作步骤由对设备负责的人员修改，不由规则改写。
revision-no-edit-O04 = 验电、接地的步骤由工作负责人按现场编写，不由规则生成。
revision-no-edit-P05 = 两张卡由谁让步，由双方商定，文件中没有依据。
revision-no-edit-P06 = 证书须经复审取得，不能改文件了事。
revision-no-edit-S04 = 电压由分接头、电容器和网络阻抗决定，均在网络文件中，不作修改。
revision-no-edit-S08 = 缺少设备承受能力的数据，须由了解设备的人员填写，不能编造。

## 多处操作

revision-switching = 步骤“{ $step }”在 { $places } 处执行，共用时 { $lasted_ms }。
revision-new-needed-first = { $text }；有时限业务均不等待的放在最后：{ $rest }等
revision-new-longest-first = { $text }；先做有时限业务所等待的 { $many } 处，恢复用时最长的在前：{ $first }等{ $kept ->
    [none] {""}
   *[other] ；带保安负荷的站不晚于现行次序：{ $kept }
}
revision-new-live-again = { $text }；本站母线已恢复带电的，维持现状不再操作
revision-new-team = 操作组增为 { $teams } 组，每组 { $people } 人；新增一组与其他组同样召回、同样通知
revision-added-like = 同{ $person }（增设）
revision-new-order-ready-teams = 操作票“{ $order }”预先填写并审核，存放备用，到时只需签字；开始操作的命令逐组下达（含赶赴途中的组）并得到复诵
revision-new-order-ready = 操作票“{ $order }”预先填写并审核，存放备用，到时只需签字

## 写入修订的版本

revision-version-reason =
    按{ $scenario ->
        [none] 复演记录“{ $run }”
       *[other] 场景 { $scenario } 的复演结果
    }修订{ $clauses ->
        [none] {""}
       *[other] ：{ $clauses }
    }{ $others ->
        [0] {""}
       *[other] ；条款以外（设备、定值、值班、培训）{ $others } 项
    }
revision-register-reason =
    { $version } 版修订 { $changes }{ $clauses ->
        [none] {""}
       *[other] （{ $clauses }）
    }，依据 { $run }{ $said ->
        [none] {""}
       *[other] ；{ $said }
    }

# 推演中暴露的薄弱点:名称、带数据的一句话、含义、判定方法、常用措施;判定结论的理由;explain 用语。

## 类别与说明

finding-family-S = 供电电源
finding-family-A = 自动切换与保护
finding-family-G = 自备应急电源
finding-family-O = 操作与安全
finding-family-P = 人员与通信
finding-family-D = 工艺依赖
finding-family-M = 预案管理
finding-not-implemented = 本版本不检查这一项。报告中没有出现，不代表不存在。
finding-unverified = 尚未与标准原文核对。

## S 供电电源

finding-S01-title = 双电源同源（共因失效）
finding-S01 = { $subject }受损后电网供电全部中断：{ $feeders }均经此处。
finding-S01-means = 图上两路电源，地下同一通道：一次外力破坏、火灾或水淹即同时失去。
finding-S01-detected = 失去的区域有多路电源或进线电缆经过，一分钟后客户原由电网供电的负荷全部失去电网供电。
finding-S01-remedy = 分路径敷设或做防火隔离；预案写明两路电源可能同时失去，直接转入自备电源处置卡。
finding-S02-title = 备用电源实际不可用
finding-S02 = { $main }失电时，备用电源{ $subject }{ $since ->
    [start] 一开始就处于停运状态。
   *[run] 此前已停电 { $dead_before_ms }。
}
finding-S02-means = 预案依靠的第二路电源，在需要时正处于检修或停电状态。
finding-S02-detected = 推演中主供电源失电，而角色为备用电源的一路在此之前已无电。
finding-S02-remedy = 在依靠备用电源之前增加“确认备用电源有电”步骤；备用电源检修期间须有自备电源待命；确认无电时直接转入“全部电源失电”处置卡。
finding-S03-title = 转供后过载
finding-S03 = { $began ->
    [start] 从推演开始时起
   *[closing] 合上{ $switch }后
}，{ $subject }负载率 { $loading_percent } %（允许 { $limit_percent } %），持续 { $lasted_ms }{ $limited ->
    [yes] ，超过允许的 { $allowed_ms }
   *[no] {""}
}{ $disconnected ->
    [yes] ；供电公司将其断开
   *[no] {""}
}。
finding-S03-means = 剩余的变压器或线路承受不了转供来的负荷。
finding-S03-detected = 每次倒闸后计算潮流；合闸之后负载率超过允许值，或从推演开始时起即超过并导致跳闸、被断开。
finding-S03-remedy = 先按序位表压减负荷再合闸；由备自投联切负荷；或增容。
finding-S04-title = 转供后电压越限
finding-S04 = { $subject }电压为 { $vm_pu } 标幺值，越出允许范围，持续 { $lasted_ms }。
finding-S04-means = 剩余电源带当前负荷时电压偏低或偏高。
finding-S04-detected = 每次倒闸后计算潮流；允许范围取网络文件所给，未给时取 0.93~1.07。
finding-S04-remedy = 在转供步骤中增加调分接头、投切电容器或压减负荷。
finding-S05-title = 自备电源容量不足以带保安负荷
finding-S05 = { $gensets } 共 { $rated_kw } kW，保安负荷 { $load_kw } kW，按 { $percent } % 应有 { $due_kw } kW。
finding-S05-means = 自备电源勉强或根本带不住必须保住的负荷，多投一个就可能跳机。
finding-S05-detected = 推演中召唤了自备电源，而机组额定之和不到保安负荷（按本次负荷水平）的 120 %。
finding-S05-remedy = 增容；核减保安负荷清单；与供电公司签应急发电车协议。
finding-S06-title = 运行方式与图纸不符（图实不符）
finding-S06 = 运行方式 { $mode } 与实际不符：{ $switches } 的位置与图上不同，大家按图认识现场。
finding-S06-means = 人按图操作，设备却不在图上的位置：轻则步骤落空，重则误操作。
finding-S06-detected = 推演开始时开关的实际位置与所选运行方式的位置不同。
finding-S06-remedy = 核对并更新一次接线图、模拟图板和双重编号；操作前先看位置；运行方式变更当班交接。
finding-S07-title = 自备电源支撑时间短于停电时间
finding-S07 = { $subject }为{ $loads }供电 { $lasts_ms }；电网停电 { $mains_away_ms }{ $back ->
    [yes] {""}
   *[no] ，推演结束时仍未恢复
}。
finding-S07-means = 预案对电网恢复时间的假设短于本次停电时间。
finding-S07-detected = 燃油或蓄电池耗尽时，其所带负荷仍无电网供电。蓄电池只需衔接到发电机的情形归入 G08。
finding-S07-remedy = 增加燃油或蓄电池时间；写明油位降到多少由谁联系送油；与供电公司约定优先恢复或应急发电车。

finding-S08-title = 限值是否满足无法判断
finding-S08 = { $limits }是否满足限值无法判断：{ $cause ->
    [low] 自 { $at_ms } 起电压偏低过久，不能说它们还在运行
    [no_flow] 自 { $at_ms } 起{ $subject }的潮流无解
   *[overloaded] 自 { $at_ms } 起它们靠{ $known ->
        [yes] { $element }
       *[no] 某元件
    }供电，该元件远超额定，能承受多久没有依据
}。
finding-S08-means = 设备处于客户文件数据管不到的状态：既不能算满足，也不能算超限，不能指望它。
finding-S08-detected = 负荷电压低于 0.85 标幺值超过 60 秒且未填 runs_above_pu，或靠超过额定 150 % 达 10 分钟以上且未给过载曲线的元件供电（假定值），或孤岛潮流无解，而限值又取决于它。
finding-S08-remedy = 到此地步之前先压减或转供；补充该元件能承受的过载倍数和时间（overload），或负荷能运行的最低电压（runs_above_pu）。

## A 自动切换与保护

finding-A01-title = 双电源切换装置（ATS）拒动或误动
finding-A01 = { $subject }{ $reason ->
    [refused] 未切换（装置拒动）
    [stuck] 未切换（{ $device }未动作）
    [disabled] 未切换（未投自动）
    [control_supply] 未切换（操作电源失去）
    [maloperates] 无故误动
    [interlock] 未切换（{ $device }被闭锁，未能合上）
   *[other] 未切换（{ $reason }）
}，{ $restored ->
    [yes] { $took_ms }后切到另一侧
   *[no] 直至推演结束仍未切到另一侧（{ $took_ms }）
}；{ $hidden ->
    [yes] 其后负荷由蓄电池供电最长 { $battery_ms }，因此未停电
   *[no] 其后负荷停电最长 { $dark_ms }
}。
finding-A01-means = 即使备用电源已就绪，其后的负荷仍然无电。
finding-A01-detected = 装置启动后未完成切换；或未投自动，而其后负荷失电或靠蓄电池供电。
finding-A01-remedy = 编制手动切换处置卡并规定时限；加装旁路；发电机启动信号不单靠切换装置；定期做切换试验。
finding-A02-title = 备自投未动作、被闭锁或与预案矛盾
finding-A02 = { $subject }{ $reason ->
    [disabled] 未动作（未投入）
    [manual_opening] 未动作（进线为人工拉开，备自投被闭锁）
    [not_charged] 未动作（未充电）
    [vt_lost] 未动作（电压互感器断线）
    [working_current] 未动作（工作进线仍有电流）
    [refused] 未动作（装置拒动）
    [working_source_not_open] 未动作（{ $device }未跳开）
    [stuck] 未动作（{ $device }未合上）
    [oscillation] 未起作用（自动装置反复互相动作）
    [control_supply] 未动作（操作电源失去）
    [maloperates] 无故误动
    [interlock] 未动作（{ $device }被闭锁，未能合上）
   *[other] 未动作（{ $reason }）
}，{ $restored ->
    [yes] { $took_ms }后完成切换
   *[no] 直至推演结束仍未完成切换
}。
finding-A02-means = 预案或运行方式依靠的自动切换，恰被其自身逻辑禁止。
finding-A02-detected = 按 GB 51348-2019 第 5.9.2 条的备自投逻辑，对照故障和预案步骤推演。
finding-A02-remedy = 修改步骤（备自投动作后再拉进线，或改为手动合母联）；按运行方式列出压板检查表。
finding-A03-title = 备自投投于故障
finding-A03 = { $subject }将{ $switch }合于{ $element }的故障，{ $after_ms }后{ $tripped }跳闸{ $second_source ->
    [yes] ，越级到所合开关的上级
   *[no] {""}
}。
finding-A03-means = 第一段的故障危及第二路电源。
finding-A03-detected = 自动装置合闸后 2 秒内保护跳闸。
finding-A03-remedy = 由母线保护闭锁备自投；母联设后加速跳闸。
finding-A04-title = 保护不配合，或选择性只是假定
finding-A04 = { $what ->
    [overtaken] { $element }故障（{ $current_a } A）时，{ $subject }经 { $after_ms }即跳闸，不晚于离故障更近的{ $failed }（{ $due_ms }）。
    [backup] { $element }故障时{ $failed }未跳开，由{ $subject }作为后备跳闸。
   *[assumed] { $devices }跳闸时没有定值可依，推演按就近跳闸处理，选择性为假定。
}{ $neighbours ->
    [yes] 同线其他用户（{ $feeder }，{ $neighbours_kw } kW）随之停电 { $neighbours_ms }。
   *[no] {""}
}
finding-A04-means = 停电范围大于故障所需；或因缺少定值而无法判断。
finding-A04-detected = 各级保护按流过的短路电流和自身定值计时：上级先于本级跳闸；标记为后备的跳闸；现场文件中没有定值的设备跳闸。
finding-A04-remedy = 录入定值；与供电公司联合校核，使离故障最近一级至少快一个时间级差（0.3 s）。
finding-A05-title = 失压脱扣在晃电时跳开
finding-A05 = 电压暂降（最低 { $left_percent } %，{ $for_ms }）造成 { $breakers ->
    [0] { $contactors } 个接触器或变频器脱扣
   *[other] { $breakers } 台开关失压脱扣{ $contactors ->
        [0] {""}
       *[other] 、{ $contactors } 个接触器或变频器脱扣
    }
}，而电源并未中断：{ $open ->
    [0] 逐个合闸、再启动用了 { $took_ms }。
   *[other] 到推演结束（{ $took_ms }后）仍有 { $open } 个未恢复。
}
finding-A05-means = 不到一秒的晃电变成停电，长短取决于人工逐个恢复的时间。
finding-A05-detected = 电压仅为降低或 1 s 内恢复时脱扣、且未自行恢复的失压脱扣器和接触器。
finding-A05-remedy = 失压脱扣延时躲过晃电（0.5 s 及以上）；采用抗晃电接触器或自启动装置；编制按重要程度排序、限时的巡回合闸路线。
finding-A06-title = 电动机群起、冷负荷冲击
finding-A06 = { $what ->
    [motors] { $n } 台电动机（{ $loads }，合计 { $amount } kVA）同时启动，将电压拉低至 { $left_percent } %，持续 { $for_ms }
   *[cold] { $n } 个负荷停电后恢复，比平常多吸取 { $amount } kW，在 { $for_ms } 内逐级回落
}{ $hit ->
    [yes] ；受其波及：{ $struck }。
   *[no] 。
}
finding-A06-means = 来电本身又是一次扰动：使原本未掉的设备脱扣，或使刚恢复的供电过载。
finding-A06-detected = 启动容量按短路计算的阻抗折算，低于 80 % 或有设备受波及；停电后的需求按倍数计，期间发生过载或跳闸。
finding-A06-remedy = 分批再启动；编制分步恢复表并写明间隔秒数；采用软启动。
finding-A07-title = 恢复正常方式时二次停电
finding-A07 = 切回正常电源（{ $switch }断开）使{ $loads }再次停电，最长 { $outage_ms }。
finding-A07-means = 已经恢复供电的负荷再停一次电。
finding-A07-detected = 切换装置离开备用侧，已恢复的负荷再次失电；或恢复步骤拉开开关时负荷再次失电，且有负荷承受不了（超过其限值；无限值的，达到持续停电）。
finding-A07-remedy = 与用电部门约定时间后再切回；待 UPS 蓄电池充好电；条件允许时采用合环倒换。
finding-A08-title = 直流（操作）电源失去
finding-A08 = { $subject }失电 { $lost_ms }{ $back ->
    [yes] {""}
   *[no] ，推演结束时仍未恢复
}（{ $cause ->
    [battery] 充电机失电，蓄电池维持 { $held_ms }
   *[fault] 故障
}）；由其供电：{ $needing }；{ $acted ->
    [no] 因此未动作：{ $silent }
   *[yes] 其间没有需要动作的设备
}。
finding-A08-means = 失去操作电源时，保护不跳闸，开关既不能自动也不能远方操作。
finding-A08-detected = 推演中操作电源失去；列出由其供电而应动作未动作的设备、切换装置和保护。
finding-A08-remedy = 蓄电池每年做核对性放电；关键切换装置设第二路操作电源；预案写明手动储能、就地合闸的步骤。
finding-A09-title = 监视装置失灵
finding-A09 = { $what ->
    [card] 处置卡“{ $step }”应启动而无人启动，历时 { $wait_ms }：向启动人员显示{ $facts }的{ $subject }{ $lost ->
        [yes] 故障。
       *[no] 失电。
    }
   *[step] 步骤“{ $step }”为确认{ $facts }等待 { $wait_ms }，其间显示该信息的{ $subject }{ $lost ->
        [yes] 故障
       *[no] 失电
    } { $dark_ms }。
}
finding-A09-means = 现场停电时，决策人员看不到信息。
finding-A09-detected = 步骤等待的信息本应由某监视装置显示，或处置卡应启动而无人启动，而该装置故障或其电源已失电。
finding-A09-remedy = 监视装置接入 UPS；增加现场查看或电话询问作为第二途径（if_unknown: look 或 ask）。

## G 自备应急电源

finding-G01-title = 发电机启动失败
finding-G01 = { $subject }{ $start ->
    [manual] 手动启动失败
   *[auto] 自启动失败（{ $tried_ms }内启动 { $attempts } 次）
}{ $out ->
    [yes] （推演开始时即停运检修）
   *[no] {""}
}，{ $ran ->
    [yes] 启动命令发出 { $took_ms }后才投入运行
   *[no] 直至推演结束仍未运行（{ $took_ms }）
}。
finding-G01-means = 需要自备电源时，自备电源不在。
finding-G01-detected = 启动命令发出后机组未能运行。
finding-G01-remedy = 每月带载启动试验；蓄电池到期更换并设第二组启动电池；编制手动启动处置卡；应急发电车提前联系，不等其他手段都失败。
finding-G02-title = 发电机运行中停机
finding-G02 = { $subject }运行 { $ran_ms }后{ $cause ->
    [bad_fuel] 因燃油污染停机
   *[other] 自行停机
}。
finding-G02-means = 停电期间自备电源中断。
finding-G02-detected = 机组在运行中停机，且不是因燃油、过载、故障或人为停机。
finding-G02-remedy = 检查冷却系统和继电器；规定使用年限；增设第二台或移动发电机接口；编制自备电源失去处置卡。
finding-G03-title = 燃油耗尽
finding-G03 = { $store }燃油耗尽，{ $subject }运行 { $ran_ms }后停机。
finding-G03-means = 停电时间超过可用燃油的支撑时间。
finding-G03-detected = 机组因所用油箱油位到零而停机。
finding-G03-remedy = 增加加油步骤并写明启动油位；与两家油料公司签订协议；增大油箱或设室外油罐。
finding-G04-title = 供油泵未运行
finding-G04 = { $subject }油位降至 { $mark_l } 升以下（最低 { $level_l } 升）时{ $pump }未运行（{ $reason ->
    [off] 开关在停止位置
    [no_power] 供油泵失电
    [upstream_empty] 上级油罐已空
    [full] 油罐补满停泵后未再启动
   *[unknown] 记录中没有原因
}）{ $above ->
    [none] {""}
   *[other] ，而{ $above }尚有 { $above_l } 升
}。
finding-G04-means = 现场有油，却送不到机组。
finding-G04-detected = 油位低于供油泵启动值，上级油罐有油，而供油泵停运超过 2 分钟。
finding-G04-remedy = 供油泵接入应急电源并置于自动位；设有人看得到的低油位报警；配手摇泵并写入步骤。
finding-G05-title = 一处进水或着火即失去自备电源
finding-G05 = { $subject }受损停用，其中的{ $lost }随之失去。
finding-G05-means = 配电装置、发电机或切换装置集中在一处，一次水淹或火灾即全部失去。
finding-G05-detected = 推演中失去的区域内有电源、切换装置、开关或母线。
finding-G05-remedy = 防水挡板和排水泵；迁移；区域外设应急电源接口；红色预警时发电车提前到位。
finding-G06-title = 发电机过载或突加负荷过大
finding-G06 = { $what ->
    [step] { $subject }一次突加 { $kw } kW（额定 { $rated_kw } kW 的 { $percent } %），只能承受 { $limit_kw } kW，憋停。
    [motors] { $subject }所带电动机同时起动，共 { $kva } kVA，只能承受 { $limit_kva } kVA，憋停。
    [unstated] { $subject }一次突加 { $kw } kW，为额定 { $rated_kw } kW 的 { $percent } %；资料未写明可承受多少（通常 60 %）。
   *[overload] { $subject }承担 { $kw } kW，额定 { $rated_kw } kW{ $tripped ->
        [yes] ，过载跳闸
       *[no] {""}
    }。
}
finding-G06-means = 机组带不动所接入的负荷。
finding-G06-detected = 每次变化后比较机组出力与额定值，突加负荷和电动机起动容量与其承受能力。
finding-G06-remedy = 先压减再接入；分批接入；采用软启动；更换大容量机组。
finding-G07-title = 长期轻载运行
finding-G07 = { $subject }轻载运行 { $lasted_ms }，最大 { $kw } kW，为额定的 { $percent } %；低于 { $least_percent } % 即积炭。
finding-G07-means = 未燃尽的燃油污染排气系统（湿堆），真正需要时易故障。
finding-G07-detected = 机组低于最小负荷率运行超过 1 小时。
finding-G07-remedy = 增加负荷或接入假负载；事后以半载以上运行一小时。
finding-G08-title = UPS 蓄电池时间不足
finding-G08 = { $subject }蓄电池{ $charged_percent ->
    [0] 此前放空后尚未充电
   *[other] 带 { $load_kw } kW 维持 { $lasts_ms }{ $percent ->
        [100] {""}
       *[other] （老化后容量剩 { $percent } %）
    }{ $charged_percent ->
        [100] {""}
       *[other] （开始时仅充至 { $charged_percent } %）
    }
}，而其输入停电 { $needed_ms }{ $back ->
    [yes] {""}
   *[no] ，推演结束时仍未恢复
}。
finding-G08-means = 蓄电池要衔接的时间长于其能维持的时间。
finding-G08-detected = 输入恢复之前蓄电池已放空。
finding-G08-remedy = 容量降到 80 % 时更换；缩短需要衔接的时间（从预案的第一个等待入手）；把不必要的负荷移出 UPS。
finding-G09-title = UPS 过载或故障
finding-G09 = { $what ->
    [failed] { $subject }故障，{ $stopped ->
        [bypass] 所带负荷转旁路，失去电池后备
       *[yes] 输出停电
    }。
    [overheated] { $subject }因失去冷却（{ $because }）自行停机。
   *[overload] { $known ->
        [yes] { $because }失去后，
       *[no] {""}
    }{ $subject }承担 { $kw } kW，额定 { $rated_kw } kW{ $stopped ->
        [yes] ，已停止输出
        [bypass] ，{ $after_ms }后转旁路，所带负荷失去电池后备
       *[no] {""}
    }。
}
finding-G09-means = 超过额定值或故障时 UPS 转旁路；没有市电可旁路时停止输出。
finding-G09-detected = 比较 UPS 输出负荷与额定值；UPS 自行转旁路或停机。
finding-G09-remedy = 分摊负荷；试验旁路。
finding-G10-title = 应急电源检修期间无替代
finding-G10 = { $subject }停运，市电失去 { $mains_away_ms }，{ $ran ->
    [yes] 失电 { $ran_after_ms }后才投入运行
   *[no] 没有安排替代
}，影响{ $loads }。
finding-G10-means = 最需要它的时候它正在检修，而没有人想到借一台。
finding-G10-detected = 自备电源或其切换装置在推演开始时停运，其负荷失去市电，客户档案中该日的计划停电没有写替代（substitute）。
finding-G10-remedy = 检修自备电源前先安排应急发电车到场；与主网检修错开；写入计划停电的 substitute。
finding-G11-title = 保安负荷未接入应急母线
finding-G11 = 电网停电期间{ $subject }中断 { $outage_ms }，且没有任何自备电源可向其供电。
finding-G11-means = 列为保安负荷，却只由电网供电。
finding-G11-detected = 电源线路停电期间保安负荷超限，且无论开关如何操作，发电机和 UPS 都不能向其供电。
finding-G11-remedy = 接入应急母线；或移出保安负荷清单，并写明替代的非电保安措施。
finding-G12-title = 非保安负荷接入应急系统
finding-G12 = { $subject }带了非一级、非保安的负荷（{ $loads }），共 { $kw } kW，占额定的 { $percent } %，最长 { $longest_ms }。
finding-G12-means = 应急系统接了别的负荷，油和容量都被分走。
finding-G12-detected = 带特别重要负荷的机组单独供电时，还带了已写明为二、三级且非保安的负荷，而没有步骤要恢复它们。
finding-G12-remedy = 把这些负荷移出应急段；或写成先切除后恢复的步骤。
finding-G13-title = 应急发电车接不上
finding-G13 = { $why ->
    [no_source] 应急发电车
   *[other] { $vehicle }
}未能接入{ $subject }：{ $why ->
    [plug] 车上插头为 { $plug }，接口箱要求 { $needed_plug }
    [cable] 车上电缆 { $cable_m } m，需要 { $needed_cable_m } m
    [not_here] 车未到场
    [no_source] 步骤未写明车辆
    [taken] 接口箱或车辆已被占用
    [out_of_service] 车辆停用
   *[no_box] 接口箱后没有接入任何母线
}。
finding-G13-means = 预案所依靠的发电车到场也送不上电。
finding-G13-detected = 步骤接入应急发电车时核对插头、电缆和是否到场。
finding-G13-remedy = 接口箱插头匹配、相序标明；每年实接一次。
finding-G14-title = 自备电源空转而母线无电
finding-G14 = { $how ->
    [run] { $subject }自起始后 { $at_ms }起空转 { $idle_ms }，{ $breaker }未合，{ $board }无电；其后停电的负荷：{ $loads }。
   *[files] 有步骤启动 { $subject }，但没有步骤也没有切换装置去合 { $breaker }：{ $board } 及其负荷 { $loads } 仍然无电。
}
finding-G14-means = 机组在转，母线却没有电；听见机组响，都以为已经送上电了。
finding-G14-detected = 机组运行、出口开关断开、母线无电超过 5 分钟，且其后有负荷停电；或有步骤启动机组，而没有步骤、也没有切换装置合它的出口开关。
finding-G14-remedy = 单列一步合出口开关，写明时限并检查母线带电；或改为机组起压后自动合闸。

## O 操作与安全

finding-O01-title = 反送电
finding-O01 = { $parts }连通，其中有已停电的电源线路，可能由客户侧倒送电。
finding-O01-means = 危及在停电线路上工作人员的生命。
finding-O01-detected = 每次操作时按拓扑检查：运行中的自备电源与已停电的进线是否连通。
finding-O01-remedy = 设机械或电气闭锁；接入自备电源前拉开并锁住进线；两个步骤按此顺序写入预案。
finding-O02-title = 误操作或操作顺序错误
finding-O02 = { $hazard ->
    [isolator_under_load] 带负荷拉合隔离开关或熔断器{ $subject }。
    [closing_onto_fault] { $subject }合于故障。
    [wrong_phase_sequence] { $subject }未核对相序即送电，电动机可能反转。
    [closing_tagged] { $subject }在“禁止合闸”标示牌下被合闸。
    [earthing_live] { $subject }带电装设接地。
    [closing_onto_earth] { $subject }带接地线(接地刀闸)合闸。
   *[other] { $subject }：{ $hazard }。
}
finding-O02-means = 按预案照做即违反“五防”。
finding-O02-detected = 每次操作时按拓扑和电流检查。
finding-O02-remedy = 调整步骤顺序；填用操作票；完善设备双重编号标识。
finding-O03-title = 非同期并列
finding-O03 = { $hazard ->
    [joining_unlike] 相位或电压（接线组别、相角、变比）不一致的带电部分被连通：{ $parts }，等于短路。
   *[paralleling] 两个带电系统被连通：{ $parts }。
}
finding-O03-means = 不属同一系统的电源未经检同期即并列，或相位、电压不一致的部分被连通。
finding-O03-detected = 每次操作时按拓扑和两侧的空载电压检查。
finding-O03-remedy = 先断后合；加检同期；确需合环的，应取得许可。
finding-O04-title = 缺少验电、接地
finding-O04 = { $hazard ->
    [earth_without_proof] { $subject }未经验电即装设接地。
    [live_at_work] { $parts }：有人作业时带电。
   *[unsafe_work] { $subject }未经验电、接地即开始作业。
}
finding-O04-means = 作业人员的安全全凭他人不出差错。
finding-O04-detected = 每次装设接地、每个接触导体的步骤均检查：停电后是否验电、是否接地，作业结束前是否始终无电。
finding-O04-remedy = 作业前写入验电、接地，作业后写入拆除接地；可能来电的开关加锁。
finding-O05-title = 缺少调度许可、操作票，或来得过迟
finding-O05 = { $hazard ->
    [without_permit] 未经调度许可操作{ $subject }。
   *[other] { $reason ->
        [order] “{ $subject }”因“{ $parts }”填写、审核等待 { $wait_ms }{ $came ->
            [yes] {""}
           *[no] ，始终未完成
        }。
       *[permit] “{ $subject }”等待调度许可 { $wait_ms }（{ $parts }）{ $came ->
            [yes] {""}
           *[no] ，始终未获许可
        }。
    }
}
finding-O05-means = 预案中调度许可的界限不清，或申请过晚。
finding-O05-detected = 调度管辖或许可设备未经许可即操作；或步骤的等待原因为许可、操作票；其间该步骤所涉及的负荷无停电，且许可 5 分钟内答复、操作票 10 分钟内办妥的（假定值）不计。
finding-O05-remedy = 把申请许可列为第一步；在调度协议中约定对这些处置卡的预先许可；规定答复时限。
finding-O06-title = 监护不足
finding-O06 = { $hazard ->
    [without_supervisor] 高压设备{ $subject }由一人操作，无人监护。
   *[other] “{ $subject }”因当班无监护人等待 { $wait_ms }。
}
finding-O06-means = 需要两人的步骤遇上只有一人的班次。
finding-O06-detected = 无监护的高压操作；或步骤等待的监护人不在当班名单中。
finding-O06-remedy = 夜班增加一人；培训其他部门人员担任监护；采用远方操作。
finding-O07-title = 缺少恢复正常方式的步骤
finding-O07 =
    市电恢复后 { $since_ms }，{ $devices }仍不在正常位置：{ $what ->
        [none] 预案没有恢复正常方式的步骤
        [never] 恢复正常方式没有启动
        [stuck] 停在步骤“{ $step }”
        [failed] 步骤“{ $step }”没有做成
        [left_out] 步骤“{ $step }”因轮到时条件不成立而略过
       *[short] 步骤都做完了，也没有写到它们
    }。
finding-O07-means = 应急状态一直延续，下一次故障时没有备用；回来的路没有人走过。
finding-O07-detected = 停电的各路市电都恢复半小时以后，开关仍不在开始时的位置，而恢复正常方式没有写、没启动、卡住或写得不全。
finding-O07-remedy = 写明由谁、什么条件、按什么次序恢复，列入操作票；最后核对运行方式并投入备自投。
finding-O08-title = 无人确认操作结果
finding-O08 = { $what ->
    [believed] “{ $subject }”按已完成处理，因执行人以为{ $devices }已处于应有状态，实际并非如此。
   *[unchecked] “{ $subject }”按已完成处理，而{ $devices }实际未动作；该条款没有成功判据。
}
finding-O08-means = 预案在并不存在的状态上继续执行。
finding-O08-detected = 没有成功判据的步骤在设备拒动、启动失败或切换失败后仍算完成；或执行人认为判据成立，而现场实际状态在一分钟后仍不相符。
finding-O08-remedy = 补充成功判据和时限，并写明失败时怎么办。

## P 人员与通信

finding-P01-title = 需要时无人在场
finding-P01 = { $reason ->
    [comes_in] “{ $subject }”等待 { $wait_ms }，{ $came ->
        [yes] 直到不当班的{ $who }从{ $from }赶到。
       *[no] 不当班的{ $who }始终未从{ $from }赶到。
    }
    [far] “{ $subject }”等待 { $wait_ms }，{ $came ->
        [yes] 直到{ $who }从{ $from }到场。
       *[no] { $who }始终未从{ $from }到场。
    }
   *[nobody_on_duty] “{ $subject }”等待 { $wait_ms }，因当班没有{ $who }。
}
finding-P01-means = 预案需要的人，此时不在班上。
finding-P01-detected = 步骤等待人员，或等待推演开始时不当班的人员赶到，或路途超过 8 分钟（按实践经验假定），且其间该步骤所涉及的负荷有停电。
finding-P01-remedy = 就近设值守点；本班增加一名可担任该角色的人员；远方启动；现场设钥匙箱。
finding-P02-title = 人员冲突
finding-P02 = “{ $subject }”等待{ $pooled ->
    [yes] { $people }中任一人
   *[no] { $role }
} { $wait_ms }{ $came ->
    [yes] {""}
   *[no] ，始终未等到
}{ $known ->
    [yes] ，开始时其正在执行“{ $other }”
   *[no] {""}
}。
finding-P02-means = 本可同时进行的步骤压在一个人身上。
finding-P02-detected = 已具备条件的步骤等待正在执行其他步骤的人员；其间无停电、同一人依次完成本卡步骤的不计。
finding-P02-remedy = 把其中一步交给其他角色；增加人员；调整顺序，先做恢复供电的步骤。
finding-P03-title = 联系不上
finding-P03 = 经{ $channel }联系不上{ $subject }（呼叫 { $calls } 次），{ $answered ->
    [yes] { $wait_ms }后才联系上
   *[no] 推演中始终未联系上
}。
finding-P03-means = 后续步骤都在等的消息只打给一个号码。
finding-P03-detected = 推演中无人应答的呼叫；其间无停电、线路平时多能接通而仅一次未应答的，视为偶然，不计。
finding-P03-remedy = 增加第二联系人和第二通信手段；每季度试拨；无人应答时改打下一人（then: next）。
finding-P04-title = 信息报告过迟
finding-P04 = { $told ->
    [yes] 用户侧停电 { $late_ms }后供电公司才得知（应不超过 { $due_ms }）。
   *[no] 推演的 { $late_ms }内供电公司始终未得知用户侧停电（应不超过 { $due_ms }）。
}
finding-P04-means = 能提供支援的一方并不知情。
finding-P04-detected = 供电公司任何一人首次得知现场情况的时间；仅因电压暂降而脱扣的负荷不算供电中断。时限取自实践经验，为假定值。
finding-P04-remedy = 报告与第一步同时进行；备好报告用语；设直通电话；接入客户进线遥信。
finding-P05-title = 职责重复或缺失
finding-P05 = { $subject } 被步骤“{ $first }”操作后 { $after_ms } 又被步骤“{ $second }”反向操作（处置卡 { $cards }）。
finding-P05-means = 两张卡对同一台设备要求相反，现场不知道听谁的。
finding-P05-detected = 半小时内，两张处置卡的步骤先后把同一开关操作到相反位置（恢复正常方式除外）。
finding-P05-remedy = 明确这台设备归哪张卡、哪个角色；在后一张卡的条件中写明前一张的结果。
finding-P06-title = 证书过期
finding-P06 = { $held ->
    [yes] { $subject }的“{ $certificate }”证 { $until } 到期
   *[no] { $subject }从未取得“{ $certificate }”证
}，{ $others ->
    [yes] 在岗却不能操作，须由同角色的其他人担任
   *[no] 在岗却不能操作，而同角色再无持证的人在岗，{ $nobody_ms } 内无人可用
}。
finding-P06-means = 在岗的人不能操作，实际能用的人比排班少。
finding-P06-detected = 停电开始时角色的担任者在岗，而所需证件在推演当日已过期或没有。
finding-P06-remedy = 复审取证；未取证前不排此岗；指定持证的替补。
finding-P07-title = 供用双方预案互相等待
finding-P07 = { $kind ->
    [circle] 供用双方预案互相等待，形成循环（条款 { $clauses }）；“{ $waits_longest }”等待 { $lost_ms }。
   *[nobody_sends] “{ $waits_longest }”（条款 { $clauses }）等待 { $lost_ms }，所等的{ $awaited }的消息没有任何步骤发出。
}
finding-P07-means = 双方预案各自完整，合在一起却停步不前。靠超时打破等待，并没有弥合缺口。
finding-P07-detected = 在预案中查找跨双方的循环等待和无人发出的消息；损失时间取自推演。
finding-P07-remedy = 增加联合条款：谁先报、何时报、用什么方式报；另一方收到后继续执行。

## D 工艺依赖

finding-P08-title = 该知道的没人告知、该许可的无人许可
finding-P08 = “{ $subject }”{ $began ->
    [no] 始终没有开始
   *[yes] 此后一直无法继续
}：{ $kind ->
    [not_told] { $role }等待“{ $what }”的消息 { $wait_ms }；所等情况到最后已成立 { $so_ms }，却没有人告知
    [not_reached] { $role }等待“{ $what }”的消息 { $wait_ms }；所等情况到最后已成立 { $so_ms }，有人呼叫但未联系上
    [passed] { $role }等待“{ $what }”的消息 { $wait_ms }；其间所等情况成立达 { $so_ms }，却没有人告知
    [interlock] { $role }被{ $what }的闭锁挡住 { $wait_ms }
   *[nobody_permits] { $role }等待许可（{ $what }）{ $wait_ms }，而无人在岗给予许可
}。
finding-P08-means = 人已到位却无法行动，因为所需的消息或许可始终没有到达。
finding-P08-detected = 等待情况、许可或闭锁的步骤直到推演结束仍未等到或已超时，而所等的情况届时已经具备；或所等的情况其间已成立十分钟以上，虽最后不再成立。
finding-P08-remedy = 写明由谁、以何种方式、在多长时间内告知；在其所在地点设置显示；增加有权许可的人员；写明等不到消息时如何处置。
finding-D01-title = 电恢复不等于工艺恢复
finding-D01 = { $subject }在 { $power_after_ms }后恢复供电，{ $back ->
    [yes] 但 { $service_after_ms }后才恢复工作，相差 { $gap_ms }
   *[no] 但过了 { $gap_ms }、至推演结束仍未恢复工作
}。
finding-D01-means = 时限是对服务的要求，预案却止于送电。
finding-D01-detected = 比较功能中断的结束与其所依赖负荷停电的结束（最迟为其所需条件齐备之时）；仍在功能自身限值之内的，或无限值而一小时内恢复的（假定值），不计。
finding-D01-remedy = 写明重启步骤、人员和时限；规定重启次序；来电时人员已在场。
finding-D02-title = 制冷、通风依赖
finding-D02 = { $subject }因{ $other }中断而中断。
finding-D02-means = 自备电源保住了业务，却没有保住为其降温的系统。
finding-D02-detected = 功能中断时，其所依赖的制冷或通风功能（按名称识别）已中断。
finding-D02-remedy = 制冷接入应急电源；设蓄冷；在可维持时间内安排冷水机组重启步骤。
finding-D03-title = 给水、压缩空气、医用气体等依赖
finding-D03 = { $subject }因{ $other }中断而中断。
finding-D03-means = 该功能依赖另一项预案没有保住的服务。
finding-D03-detected = 功能中断时，其所依赖的另一功能已中断。
finding-D03-remedy = 把该服务接入应急电源；设储备（气瓶、水箱）；在同一处置卡中增加相应步骤。
finding-D04-title = 消防、安防联动误动作
finding-D04 = { $subject } 的供电正常，却因 { $function } 中断被联动切除，停电 { $outage_ms }。
finding-D04-means = 联动逻辑把故障扩大到本来有电的设备。
finding-D04-detected = 功能中断时按 on_lost 切除负荷，而切除的那一刻负荷有电。
finding-D04-remedy = 审查消防、门禁、停机联锁的失电逻辑：失电不等于动作；加延时或由 UPS 供电；写明人工恢复步骤。
finding-D05-title = 电梯困人
finding-D05 =
    { $subject }停电 { $outage_ms }，可能困人{ $planned ->
        [yes] {""}
       *[no] ；预案没有平层、解救的步骤
    }。
finding-D05-means = 停电时轿厢里的人出不来，疏散也少了一条路。
finding-D05-detected = serves 为 lift 的负荷停电超过 1 min。
finding-D05-remedy = 电梯加装停电平层装置或接应急段；写明谁去解救、用多长时间；电梯分组复电。

## M 预案管理

finding-D06-title = 已造成危害
finding-D06 = { $subject }中断满 { $after_ms }仍未恢复，模型中已超过其危害时限（危及{ $harms }）{ $stop ->
    [never_begun] ，安全停运始终没有开始
    [late] ，安全停运为时已晚
   *[none] {""}
}。
finding-D06-means = 所造成的后果，恢复供电也无法挽回。
finding-D06-detected = 功能中断超过其危害时限，又未能有序停运。
finding-D06-remedy = 不等来电，立即有序停运；确保停运人员得知失电；在此期间采取非电保安措施；采用不间断供电。
finding-M01-title = 场景未覆盖
finding-M01 = { $loads }供电中断（最长 { $outage_ms }），而 { $cards } 张处置卡均未触发。
finding-M01-means = 这种情形下没有人被要求做任何事。
finding-M01-detected = 有时限的负荷失电，而没有任何处置卡的触发条件为应启动者所知。
finding-M01-remedy = 补充处置卡；或改用现场人员能够得知的触发条件（在哪里显示、谁能看到）。
finding-M02-title = 无失败分支
finding-M02 = “{ $subject }”{ $state ->
    [timed_out] 超时
    [refused] 未获许可
   *[failed] 失败
}，条款未写明此时怎么办{ $chain ->
    [stops] ，以下步骤始终未执行：{ $stalled }
   *[ends] {""}
}。
finding-M02-means = 第一个意外就使预案停步。
finding-M02-detected = 步骤失败且没有分支，后续步骤一直等待到结束。
finding-M02-remedy = 写明失败分支：换设备、换人、换电源，或向有权决定者报告。
finding-M03-title = 超过时限
finding-M03 = { $what ->
    [step] “{ $subject }”自可以开始起 { $took_ms }{ $finished ->
        [yes] 才结束
       *[no] 、至推演结束仍未结束
    }，预案规定 { $within_ms }。
    [mtpd] { $subject }中断 { $took_ms }{ $finished ->
        [yes] {""}
       *[no] 、至推演结束仍未恢复
    }，超过客户最长可承受的 { $within_ms }（MTPD）。
    [no_own_supply] { $subject }中断 { $took_ms }{ $finished ->
        [yes] {""}
       *[no] 、至推演结束仍未恢复
    }，允许 { $within_ms }；没有自备电源可向其供电。
   *[limit] { $subject }中断 { $took_ms }{ $finished ->
        [yes] {""}
       *[no] 、至推演结束仍未恢复
    }，允许 { $within_ms }；本次推演没有其他薄弱点可以解释，即预案本身所需时间与时限矛盾。
}
finding-M03-means = 预案中的时间与负荷允许的时限互相矛盾。
finding-M03-detected = 超过自身时限的步骤；没有其他薄弱点可以解释的超限。
finding-M03-remedy = 缩短、并行、自动化，或重新商定时限。
finding-M04-title = 设备名称、编号不符
finding-M04 =
    步骤“{ $subject }”{ $what ->
        [strange] 写的编号 { $numbers } 在图上没有
        [other] 写的是 { $numbers }，操作的是 { $targets }
       *[silent] 没有写出所操作的 { $targets }
    }。
finding-M04-means = 现场按字面操作，编号不对就会走错间隔。
finding-M04-detected = 推演中做过的步骤，条文里的设备编号与其对象不符。
finding-M04-remedy = 按现场双重编号改条文；改后由双方在现场逐台核对。
finding-M05-title = 物资不在位或协议过期
finding-M05 =
    步骤“{ $subject }”{ $what ->
        [waited] 等待 { $resources } { $wait_ms }{ $came ->
            [yes] {""}
           *[no] ，始终未到位
        }
       *[expired] 指望的 { $resources } 协议已于 { $until } 到期
    }。
finding-M05-means = 物资、车辆写在纸上，用时不在。
finding-M05-detected = 步骤因缺资源而等待；或做了指望资源的步骤，而资源协议在推演当日已过期。
finding-M05-remedy = 续签协议；落实第二家；按大风暴雨时的到场时间重算；就近存放。
finding-M06-title = 只考虑单一故障
finding-M06 = 同时出现 { $count } 项异常（{ $things }），启动的处置卡 { $cards } 都只针对一件事，没有组合处置。
finding-M06-means = 真实事故很少只坏一样；单项卡拼起来会互相等待、互相占人。
finding-M06-detected = 限值被突破时有两个以上故障并存，而启动的每张处置卡触发条件只看一件事。
finding-M06-remedy = 增加组合场景的处置卡（如一路失电且自备电源拒启），写明先保什么、放弃什么。
finding-M07-title = 上次整改未闭环
finding-M07 =
    整改事项 { $issue }（“{ $what }”，{ $coded ->
        [yes] { $of_code }，
       *[no] {""}
    }{ $opened } 发现）{ $state ->
        [overdue] 应于 { $due } 完成，逾期 { $days } 天未闭环
        [recurred] 已于 { $due } 闭环，本次推演又出现
        [reopened] 闭环后在预案 { $version } 版中复现，本次推演仍然出现
       *[open] 尚未闭环，本次推演又出现
    }。
finding-M07-means = 上次演练发现的问题还在。
finding-M07-detected = 客户档案的整改事项或薄弱环节台账条目到推演当日仍未闭环且已逾期；或已闭环、曾复现的同一代码、同一对象的薄弱环节在本次推演中又出现。
finding-M07-remedy = 提级督办；查明上次为何没有真正解决；以复演作为闭环条件。
finding-M08-title = 停电计划冲突
finding-M08 = { $day } { $first } 与 { $second } 的停电重叠。
finding-M08-means = 一方检修备用时另一方又停主供或自备电源，客户一度没有后备。
finding-M08-detected = 客户档案中推演当日有两项停电，一项停进线，另一项停别的进线、自备电源或其切换装置。
finding-M08-remedy = 改期；双方客户经理与调度共用一张停电计划；确需重叠的先让应急发电车到场。

## 判定理由

verdict-longer-than-limit = 中断时间超过允许值。
verdict-harmed = 中断过久，已造成损害。
verdict-within-limit = 各次中断均未超过允许值。
verdict-not-interrupted = 推演中未中断。
verdict-no-limit = 未规定允许中断时间，无法判定。
verdict-limit-beyond-horizon = 推演时间短于该时限，不可能超限，故未检验。
verdict-still-dark = 推演结束时仍在中断，尚未超过允许值。
verdict-not-applicable = 该场景不适用于本客户。
verdict-incomplete = 推演未进行到结束。
verdict-oscillation = 自动装置反复互相动作，其后结果不可信。
verdict-no-power-flow = 其所在部分电网的潮流计算没有结果。
verdict-no_plant_carries_this = 长时间电压偏低，或所依赖的设备严重过负荷：此时实际会怎样，资料中没有依据。
verdict-not-recorded = 推演记录中没有该项：文件与推演所用的不是同一套。
verdict-own-supply-not-called = 推演中未启用自备电源。
verdict-own-supply-did-not-reach = 实见：自备电源已启用，但未向其供电。
verdict-fuel-ran-out = 实见：自备电源因燃油耗尽提前停机。
verdict-battery-ran-out = 实见：蓄电池提前放空。
verdict-own-supply-stopped = 实见：自备电源提前停止供电。
verdict-switched-off = 实见：自备电源应供电期间停电。
verdict-lasted = 实见：自备电源支撑到了规定时间。
verdict-stores-suffice = 推算：推演先行结束；按本次消耗计算，储备足够。
verdict-stores-too-small = 推算：按本次消耗计算储备不足，预案中也没有补充措施。
verdict-battery-too-small = 推算：按本次负荷计算蓄电池不足，且其后没有其他电源。
verdict-refilled-without-end = 推算：由不间断的来源补充，供油泵确曾运行。
verdict-refill-not-seen = 推演或停电先于规定时间结束。按本次消耗计算，现存油量不足，届时补油泵或人工补油尚未启动，未经检验。
verdict-ended-first = 推演或停电先于规定时间结束，此后未经检验。

## 本次推演没有检验的内容

not-tested-not-applicable = 该场景不适用于本客户，没有检验任何内容。
not-tested-dead-at-start = 推演开始时即无电、也不是等待自备电源的母线共 { $n } 段：{ $ids }。其上的情况未经检验。
not-tested-incomplete = 推演进行到 { $until_ms }时中断，其后的内容未经检验。
not-tested-oscillation = 推演进行到 { $until_ms }时自动装置反复互相动作，其后结果不可信。
not-tested-no-power-flow = { $ids }的潮流计算没有结果，该处电压、负载率和判定均未定。
not-tested-no_plant_carries_this = { $ids }：电压低于 85 % 超过 60 s，或所依赖的设备负载率高于 150 % 超过 10 min（假定限值），能否继续运行未定。请写明 runs_above_pu，或该设备能过负荷多少、多久。
not-tested-dark-not-judged = 以下停电最长达 { $longest_ms }，因推演 { $until_ms }即结束或未填限值而未评判：{ $ids }。
not-tested-limit-beyond-horizon = 推演在 { $until_ms }结束，以下时限来不及检验：{ $ids }。
not-tested-still-dark = 推演在 { $until_ms }结束时仍在中断、但尚未超限：{ $ids }。
not-tested-no-limit = 曾中断，但未规定允许中断时间，无法判定：{ $ids }。
not-tested-endurance = { $ids }：自备电源应支撑 { $due_ms }，{ $why ->
    [own-supply-not-called] 本次推演未启用自备电源
    [own-supply-did-not-reach] 自备电源已启用，但未向其供电
   *[other] 超过 { $lasts_ms }的部分未经检验
}。
not-tested-card-never-triggered = 以下处置卡未触发：{ $ids }。
not-tested-steps-never-begun = 处置卡“{ $id }”中以下步骤未执行：{ $ids }。
not-tested-branch-not-exercised = “{ $id }”的失败分支未使用：{ $ids }。
not-tested-transfer-never-called = 以下自动切换装置没有动作机会：{ $ids }。
not-tested-genset-never-called = 以下发电机未被启动：{ $ids }。

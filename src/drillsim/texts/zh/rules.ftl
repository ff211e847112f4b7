# 档案、行业、演练、连续性各规则：名称、含义、不符合时的说法。

rule-missing-field = 没有写明 { $id } 的 { $field }，无从判断。请填写。
rule-paper =
    { $kind ->
        [supply_contract] 供用电合同
        [dispatch_agreement] 调度协议
        [importance] 重要用户认定文件
        [single_line_diagram] 一次接线图
        [protection_settings] 保护及自动装置定值单
        [safe_operation_rules] 安全操作规程
        [preventive_tests] 预防性试验报告
        [risk_confirmation] 用电安全风险告知书
        [shed_order] 政府批准的事故限电序位表
        [plan_review] 预案评审记录
        [plan_filing] 预案备案表
        [plan_training] 预案培训记录
        [plan_assessment] 预案评估报告
        [drill_programme] 年度演练计划
       *[other] { $kind }
    }
rule-missing-document = 档案中没有{ rule-paper }，无从判断。请在 documents 中登记（kind: { $kind }）名称、日期和编号。
rule-missing-test-record =
    没有 { $of } 的{ $kind ->
        [transfer] 切换
        [load_run] 带载运行
       *[other] { $kind }
    }试验记录。请在 tests 中登记（kind: { $kind }）日期和结果。

rule-why-no-bus-tie = 没有备自投，或它的上下级没有须配合的装置。
rule-why-no-medical-group = 没有这一类的医疗场所。
rule-why-no-data-centre = 客户不是数据中心。
rule-why-basic-grade = C 级数据中心没有此项要求。
rule-why-no-rack = 没有特别重要负荷。
rule-why-no-tier = 客户没有申报 Tier 等级。
rule-why-other-trade = 客户不属于这个行业。
rule-why-no-outage = 没有登记计划停电。
rule-why-no-function = 没有登记业务。
rule-why-no-card = 预案没有处置卡。
rule-why-no-order-due = 恢复正常方式不操作两台以上开关。
rule-why-no-high-voltage = 客户没有高压断路器，也没有操作电源。
rule-why-no-control-supply = 没有登记操作电源。

rule-PLN-14-title = 限电序位表
rule-PLN-14-means = 自备电源带不动应急段全部负荷时要有限电序位表；表中不得有必须保住的负荷（不可切除、保安或特别重要负荷）。
rule-PLN-14-fail-kept = 限电序位 { $tier } 中有必须保住的 { $loads }。请移出。

rule-PLN-15-title = 恢复送电用操作票
rule-PLN-15-means = 恢复正常方式的倒闸操作须填操作票，并由另一人审核。
rule-PLN-15-fail-unbound = 步骤 { $step } 操作开关，没有操作票管它。请在 orders 的 binds 中列出。
rule-PLN-15-fail-same = 操作票 { $order } 由 { $role } 自填自审。请由另一角色审核。

rule-PLN-16-title = 联系人人可达
rule-PLN-16-means = 联系树从启动处置卡的人出发能通知到每个要做事的角色，每个联系都有两种手段；通知、申请许可、调用资源所用的每一对联系（谁打给谁）都列在其中，此外不列别的。
rule-PLN-16-fail-unreached = 没有人通知角色 { $role }，而预案要它做事。请补进联系树。
rule-PLN-16-fail-one-way = 联系 { $role } 只有 { $channel } 一种手段。请写明第二种。
rule-PLN-16-fail-pair = { $caller } 要联系 { $to }（步骤 { $steps }），联系树却没有这一行。请补上 { $caller } 到 { $to } 的联系，写明两种手段。
rule-PLN-16-fail-unmade = 联系树写明由 { $caller } 联系 { $to }，却没有任何步骤作此联系。请补进步骤，或删去这一行。

rule-BZT-02-title = 备自投待备用侧电压足够才合闸
rule-BZT-02-means = 工作电源断开后、备用侧电压足够高才投入备用电源。
rule-BZT-02-fail = { $transfer } 的备用侧电压定值 { $pu }，低于 { $due }。请提高 standby_above_pu。

rule-BZT-03-title = 备自投平时投入
rule-BZT-03-means = 工作母线不论何种原因失压都应动作，因此正常方式下装置与压板须在投入位置。
rule-BZT-03-fail = 正常方式下 { $transfer } 没有投入。请投入压板，或写明为何退出。

rule-BZT-04-title = 手动断开和电压回路断线时备自投不动作
rule-BZT-04-means = 手动断开工作电源、电压互感器断线时不得启动，预案也不得指望它此时动作。
rule-BZT-04-fail-circuit = { $transfer } 不识别电压回路断线，断线时会误动。请投入断线闭锁。
rule-BZT-04-fail-hand = 处置卡 { $card } 的步骤 { $step } 手动拉开进线，随后等 { $transfer } 自动投入，而手动断开时它不会动作。请改为手动合母联，或先等备自投动作。

rule-BZT-05-title = 备自投只动作一次，恢复时人工复归
rule-BZT-05-means = 装置只动作一次；恢复正常方式的步骤要把它重新投入。
rule-BZT-05-fail = 恢复正常方式没有重新投入 { $transfer } 的步骤，此后再失电时它不动作。请加一步 enable 或 reset。

rule-BZT-06-title = 备自投投于故障时加速跳闸
rule-BZT-06-means = 投于故障时须加速跳闸，或由母线保护闭锁。所供母线故障时闭锁备自投。
rule-BZT-06-fail = { $transfer } 所合的 { $device } 最快 { $after } 跳闸，超过 { $due }，也没有母线保护闭锁。请设后加速，或写明 blocked_by。
rule-BZT-06-fail-unblocked = { $transfer } 不因母线故障闭锁（fault_blocking 为 false），会把 { $device } 合到故障上。请投入 fault_blocking，或写明 blocked_by。

rule-BZT-07-title = 工作电源有电流时闭锁备自投
rule-BZT-07-means = 工作电源仍有电流时不得启动。
rule-BZT-07-fail = { $transfer } 没有投入电流闭锁，电压回路异常时会切掉健全的电源。请投入 current_blocking。

rule-BZT-08-title = 延时逐级配合
rule-BZT-08-means = 备自投延时躲过供电侧重合闸；它下面的自动切换再躲过它。
rule-BZT-08-fail-reclose = { $transfer } 延时 { $delay }，躲不过 { $feeder } 的重合闸（须 { $due }）。请加长延时。
rule-BZT-08-fail-below = { $transfer } 延时 { $delay }，短于上级 { $upper } 所需的 { $due }，会抢先切换。请加长延时。

rule-DCS-01-title = 操作电源撑得过停电
rule-DCS-01-means = 直流操作电源在应急方式下能充电，或蓄电池撑得过最长的停电；高压断路器都写明所用的操作电源。
rule-DCS-01-fail = { $supply } 的蓄电池可用 { $lasts }，停电可能长达 { $due }，其间充电机无电。请把充电机接到应急段，或增容。

rule-DCS-02-title = 操作蓄电池做过核对性放电
rule-DCS-02-means = 操作电源蓄电池三年内做过核对性放电试验。
rule-DCS-02-fail = { $supply } 上次放电试验是 { $date }，已过 { $days } 天。请安排试验。

rule-HOSP-01-title = 医疗场所安全电源自动启动
rule-HOSP-01-means = 1、2 类医疗场所任一导体电压下降超过 10 % 时，安全电源自动启动。
rule-HOSP-01-fail-none = { $location } 的 { $load } 没有自动启动的安全电源。请接到 UPS 或自启动机组。
rule-HOSP-01-fail-threshold = { $transfer } 在电压低于 { $pu } 才动作，应为 0.9。请提高 acts_below_pu。

rule-HOSP-02-title = 安全电源在规定级别内恢复
rule-HOSP-02-means = 安全电源按级别在 0.5 s、15 s 内或更长时间内恢复。
rule-HOSP-02-fail-slow = { $location } 的 { $load } 要求 { $limit } 内恢复，最快要 { $quickest }。请改由 UPS 供电或缩短切换。
rule-HOSP-02-fail-none = { $location } 的 { $load } 要求 { $limit } 内恢复，没有任何装置自动接替。请接到安全电源。

rule-HOSP-03-title = 医疗场所安全照明
rule-HOSP-03-means = 安全照明 15 s 内恢复；2 类场所由安全电源提供不少于一半的照度。
rule-HOSP-03-fail-late = { $location } 的安全照明 { $load } 15 s 内恢复不了。请接到安全电源或蓄电池。
rule-HOSP-03-fail-dim = { $location } 由安全电源提供的照度只有 { $percent } %，应不少于 50 %。请增加安全照明。

rule-HOSP-07-title = 特别重要负荷的持续供电时间
rule-HOSP-07-means = 允许中断 0.5 s 以内的负荷须保 3 h，其他特别重要负荷须保 24 h。
rule-HOSP-07-fail = { $load } 由自备电源可保 { $lasts }，应为 { $due }。请增加储油或蓄电池，或接到发电机组。

rule-HOSP-08-title = 2 类医疗场所的 IT 系统与供电时间
rule-HOSP-08-means = 2 类医疗场所设 IT 系统和绝缘监视，供电 24 h；可疏散的建筑为 3 h。
rule-HOSP-08-fail-it-system = 2 类场所 { $location } 没有 IT 系统。请设置隔离变压器。
rule-HOSP-08-fail-insulation-monitor = 2 类场所 { $location } 的 IT 系统没有绝缘监视。请加装。
rule-HOSP-08-fail-supply = { $location } 的 { $load } 只要求供电 { $lasts }，少于规定。请改正 min_supply_time 和储备。

rule-HOSP-09-title = 机组带载试运行（NFPA 对照）
rule-HOSP-09-means = 每月以不低于 30 % 额定负荷运行 30 min，每 36 个月运行 4 h。供对照，国内无此要求。
rule-HOSP-09-fail-monthly = { $source } 近 31 天没有 30 min、30 % 负荷以上的运行记录。
rule-HOSP-09-fail-long = { $source } 近 36 个月没有 4 h 的运行记录。

rule-DC-01-title = A 级数据中心任一元件故障不中断
rule-DC-01-means = A 级：任一进线、母线、变压器、线路或 UPS 失去，特别重要负荷不断电，余下的 UPS 不过载；B 级：任一 UPS 失去亦同。按接线判断，蓄电池按未放电计。
rule-DC-01-fail-dark = 失去 { $element } 时 { $loads } 断电。请双路供电或改接。
rule-DC-01-fail-capacity = 失去 { $element } 后 { $ups } 要带 { $kw } kW，额定 { $rated } kW。请扩容或减载。

rule-DC-02-title = 数据中心后备时间与燃油
rule-DC-02-means = 两路市电和柴油机组；UPS 后备 15 min；燃油 12 h，供油有保证的可少些；A 级的蓄冷时间不短于 UPS 后备时间。
rule-DC-02-fail-sources = 有 { $feeders } 路市电、{ $gensets } 台机组。应有两路市电和机组。
rule-DC-02-fail-autonomy = { $load } 前的 UPS 可用 { $lasts }，应为 { $due }。请加蓄电池。
rule-DC-02-fail-fuel = 油箱“{ $store }”连同补油可用 { $lasts }，应为 { $due }，供油也没有保证。请增加储油或签供油合同。
rule-DC-02-fail-cooling = 蓄冷装置“{ $store }”可用 { $lasts }，短于 UPS 后备的 { $due }，服务器会先过热。请增加蓄冷或把冷机提前接到应急段。

rule-DC-03-title = 所申报的 Tier 等级
rule-DC-03-means = Tier III 可在线检修，Tier IV 容错；现场燃油 12 h。
rule-DC-03-fail-dark = 申报 Tier { $tier }，而失去 { $element } 时 { $loads } 断电。请改接或改申报等级。
rule-DC-03-fail-fuel = 油箱 { $store } 可用 { $lasts }，应为 { $due }。请增加储油。

rule-FIRE-01-title = 消防负荷不得切除
rule-FIRE-01-means = 消防泵、防排烟不列入限电序位，不由步骤切除，并标明不可切除。
rule-FIRE-01-fail-tier = 消防负荷 { $load } 列在限电序位 { $tier } 中。请移出。
rule-FIRE-01-fail-step = 步骤 { $step } 切除消防负荷 { $load }。请改正。
rule-FIRE-01-fail-allowed = 消防负荷 { $load } 标为可切除。请改为 shed: never。

rule-IND-01-title = 矿山的主扇、提升、抽采
rule-IND-01-means = 主扇、提升、瓦斯抽采有两路电源；主扇 10 min 内恢复。
rule-IND-01-fail-source = { $load } 只有 { $feeders } 能供到。请增加第二路电源。
rule-IND-01-fail-slow = { $load } 须 { $limit } 内恢复，最快要 { $quickest }。请缩短。
rule-IND-01-fail-by-hand = { $load } 须 { $limit } 内恢复，没有任何装置自动接替。请加自动装置。

rule-IND-02-title = 化工的控制系统与公用工程
rule-IND-02-means = DCS、ESD 由 UPS 供电 30 min；循环水、搅拌、火炬、仪表气接在自备电源上。
rule-IND-02-fail-battery = { $load } 的 UPS 可用 { $lasts }，应为 { $due }。请加蓄电池。
rule-IND-02-fail-own = { $load } 没有接到自备电源。请改接。

rule-IND-03-title = 冶金的炉体冷却与铸造起重机
rule-IND-03-means = 炉体冷却水、钢水包起重机有两路电源并接在自备电源上。
rule-IND-03-fail-source = { $load } 只有 { $feeders } 能供到。请增加第二路电源。
rule-IND-03-fail-own = { $load } 没有接到自备电源。请改接。

rule-IND-04-title = 机场助航灯光、轨道信号与通风
rule-IND-04-means = 精密进近灯光 1 s、其他 15 s 内恢复；轨道交通的信号、通风有两路电源。
rule-IND-04-fail-source = { $load } 只有 { $feeders } 能供到。请增加第二路电源。
rule-IND-04-fail-slow = { $load } 须 { $limit } 内恢复，最快要 { $quickest }。请缩短。
rule-IND-04-fail-by-hand = { $load } 须 { $limit } 内恢复，没有任何装置自动接替。请加自动装置。

rule-LAW-01-title = 停电立即报告
rule-LAW-01-means = 现场人员发现停电即向供电公司报告，按通常用时不超过预案规定的时限。
rule-LAW-01-fail-nobody = 处置卡中没有向供电公司报告的步骤。请补上。
rule-LAW-01-fail-role = 没有步骤向 { $role } 报告，而 report_limits 规定了时限。请补上。
rule-LAW-01-fail-late = 最早由步骤 { $step } 告知 { $role }，通常要 { $usual }，时限是 { $limit }。请提前报告。

rule-LAW-02-title = 重要用户每年演练
rule-LAW-02-means = 重要用户的预案每年至少由双方联合演练一次。
rule-LAW-02-fail-old = 最近一次演练是 { $date }，已超过一年。请安排联合演练。
rule-LAW-02-fail-alone = 近一年的演练（{ $date }）只有一方参加。请组织双方联合演练。

rule-LAW-03-title = 处置卡每半年演练
rule-LAW-03-means = 现场处置卡每半年演练一次；列入名单的高危单位预案每半年演练、每三年评估。
rule-LAW-03-fail-cards = 近半年没有演练过 { $cards }。请安排。
rule-LAW-03-fail-plan = 高危单位近半年没有演练预案。请安排。
rule-LAW-03-fail-paper = 预案评估（{ $kind }）是 { $date } 的，已过 { $days } 天。请重新评估。

rule-LAW-04-title = 应修订时已修订
rule-LAW-04-means = 预案写明本次修订缘由；生效之后的演练没有发现重大问题，否则应再修订。
rule-LAW-04-fail = { $date } 的演练发现重大问题，预案（{ $effective } 生效）尚未修订。请修订。

rule-LAW-05-title = 预案经评审、备案、培训
rule-LAW-05-means = 本版预案的评审、备案、培训都有记录。
rule-LAW-05-fail = { $kind } 的日期早于本版预案（{ $effective } 生效），须重做。

rule-LAW-06-title = 停电通知与限电序位批准
rule-LAW-06-means = 计划停电提前 7 天、临时停电提前 24 h 通知重要用户；限电序位表经政府批准。
rule-LAW-06-fail = { $id } 的停电（{ $kind }）只提前 { $days } 天通知，应为 { $due } 天。请改期或补通知。

rule-LAW-07-title = 一户一档齐全
rule-LAW-07-means = 合同、调度协议、接线图、定值单、安全规程、预防性试验、风险告知等资料在档且未过期。
rule-LAW-07-fail = 资料 { $id }（{ $kind }）已于 { $until } 到期。请更新。

rule-DRL-01-title = 演练类型写明
rule-DRL-01-means = 演练的形式、内容、目的和有无脚本都写明；示范性演练不会是双盲。
rule-DRL-01-fail = { $date } 的演练既是示范性又是双盲。请核对。

rule-DRL-02-title = 演练有导调、评估和安全员
rule-DRL-02-means = 演练有导调人员、评估人员和可叫停的安全员。
rule-DRL-02-fail-controllers = { $date } 的演练没有导调人员，卡住时无人推进。请指定。
rule-DRL-02-fail-evaluators = { $date } 的演练没有评估人员。请指定。
rule-DRL-02-fail-safety-officer = { $date } 的演练没有安全员。请指定。

rule-DRL-03-title = 演练后点评并评估
rule-DRL-03-means = 现场点评，一个月内出评估报告。
rule-DRL-03-fail-comment = { $date } 的演练没有现场点评。请补做。
rule-DRL-03-fail-late = { $date } 的演练过了 { $days } 天才有评估报告，应在 30 天内。

rule-DRL-04-title = 演练有结论，中差有整改
rule-DRL-04-means = 评估结论分优良中差；中、差的要有整改事项。
rule-DRL-04-fail = { $date } 的演练结论是 { $result }，没有整改事项。请补立。

rule-DRL-05-title = 评估内容三年覆盖
rule-DRL-05-means = 三年内的评估覆盖全部 12 类内容。
rule-DRL-05-fail = 近三年没有评估过 { $families }（{ $count } 类）。请列入下次演练。

rule-DRL-06-title = 演练暴露的问题按期整改
rule-DRL-06-means = 演练引出的整改事项按期闭环。
rule-DRL-06-fail-open = { $date } 的演练引出的整改 { $issue } 应于 { $due } 完成，仍未闭环。请督办。
rule-DRL-06-fail-late = { $date } 的演练引出的整改 { $issue } 应于 { $due } 完成，逾期才闭环。

rule-DRL-07-title = 有年度演练计划
rule-DRL-07-means = 当年的演练计划在档。
rule-DRL-07-fail = 没有 { $year } 年的演练计划。请编制。

rule-DRL-08-title = 演练目标写明并评级
rule-DRL-08-means = 演练有目标，每个目标都有评级。

rule-DRL-09-title = 未达成的目标有整改
rule-DRL-09-means = 评为 M 或 U 的目标要有整改事项。
rule-DRL-09-fail = { $date } 的演练有 { $count } 个目标评为 M 或 U，没有整改事项。请补立。

rule-DRL-10-title = 实战演练有中止红线
rule-DRL-10-means = 实战演练写明中止红线。

rule-DRL-11-title = 目标有数字且达到
rule-DRL-11-means = 演练目标有时限，并达到。
rule-DRL-11-fail = { $date } 的演练目标“{ $goal }”用时 { $reached }，时限 { $limit }。请查明原因。

rule-DRL-12-title = 演练场景不总是同一个
rule-DRL-12-means = 历次演练不总是同一个单一场景。
rule-DRL-12-fail = { $count } 次演练都是 { $classes }。请换场景。

rule-BCM-01-title = 恢复目标不超过可容忍中断
rule-BCM-01-means = 每项业务允许的中断时间（RTO）不超过最大可容忍中断（MTPD）；没有安全停运的，也不超过造成损害的时限。重新投运（按十次中最慢的一次）不超过可容忍中断，安全停运在造成损害之前完成，替代该业务的非电保安措施所争取的时间计算在内。
rule-BCM-01-fail = 业务 { $function } 允许中断 { $limit }，而最多只能承受 { $mtpd }。请缩短。
rule-BCM-01-fail-restart = 仅重新投运 { $function } 就可能要 { $slow }，超过可承受的中断时间 { $mtpd }，恢复供电再快也来不及。请缩短投运时间，或更正 restart、mtpd。
rule-BCM-01-fail-harm = { $function } 允许中断 { $limit }，但 { $harm } 后就会造成损害，又没有安全停运。请缩短允许中断时间，或补写 safe_stop：由谁做、要多久。
rule-BCM-01-fail-stop = { $function } 安全停运可能要 { $slow }，而 { $harm } 后就会造成损害。请加快停运，或另想防止损害的办法。

rule-BCM-02-title = 最低业务停电时保得住
rule-BCM-02-means = 最低业务（MBCO）所依赖的负荷停电时有自备电源，且不在限电序位中。
rule-BCM-02-fail-supply = 最低业务 { $function } 依赖 { $loads }，停电时没有自备电源。请改接。
rule-BCM-02-fail-shed = 最低业务 { $function } 依赖 { $loads }，限电序位会切除它。请移出。

rule-BCM-03-title = 电源切换不使业务超限
rule-BCM-03-means = 切换动作正确时，负荷也要失电数秒。业务扛不过这段时间的，应写明如何重新投运（restart），连同重新投运不超过允许中断时间；重新投运需 5 min 及以上的，应写明由谁负责。
rule-BCM-03-fail = 每次电源切换都使业务 { $function } 中断 { $away }，却没有写明如何恢复。请写明 restart（用时、由谁；不写角色即自行恢复），或更正 rides。
rule-BCM-03-fail-slow = 每次电源切换都使业务 { $function } 停运，重新投运最长要 { $slow }，即使切换全部正确，也超过允许的 { $limit }。请改由 UPS 供电或缩短重新投运时间，或更正 rides、限值。

rule-ICS-01-title = 一人同时不超过七项任务
rule-ICS-01-means = 一张处置卡不让同一角色同时有超过七项未完任务。
rule-ICS-01-fail = 处置卡 { $card } 让 { $role } 同时有 { $count } 项任务，超过 { $most }。请分给别人。

## 盲改预案查漏所得

rule-why-one-source = 没有可能相碰的两个电源。
rule-why-nothing-anew = 预案没有向新接入的电源或线路合闸。
rule-why-no-high-voltage-work = 预案没有 1 kV 以上的就地操作。
rule-why-utility-not-asked = 客户侧处置卡没有向供电公司提出请求。
rule-missing-switch-side = 合上 { $switches } 会把两路非同一系统的进线连通，而文件没有写明这些开关归谁。请在 devices 中登记（side: customer 或 utility），或给两路进线写明同一 system。

rule-INT-02-title = 会连通两个电源的开关有闭锁
rule-INT-02-means = 从每种运行方式、以及各种进线失电后自动装置动作完的状态出发：再合一台开关就会把非同一系统的两个电源连通的，须有机械（钥匙）或电气闭锁禁止。双电源切换装置的两侧视为互相闭锁；只靠制度的闭锁不算。发电车按接入点计入；UPS 不算电源间的通路。
rule-INT-02-fail = 合上 { $switch } 会把 { $one } 与 { $other } 连通（运行方式 { $mode }，失电进线：{ $lost }），没有任何闭锁禁止。请加装钥匙或电气闭锁，并登记在 interlocks 中。
rule-INT-02-fail-procedural = 合上 { $switch } 会把 { $one } 与 { $other } 连通（运行方式 { $mode }，失电进线：{ $lost }），只有制度上的闭锁禁止，全凭人遵守。请加装钥匙或电气闭锁。

rule-INT-03-title = 接地刀闸有闭锁
rule-INT-03-means = 每把固定的接地刀闸都与可能合到它上面的设备相互闭锁（interlocked_with）；携带型接地线除外。
rule-INT-03-fail = { $bus } 的接地 { $earth } 没有闭锁，不能防止带接地合闸。请加装闭锁，并登记在 interlocked_with 中。
rule-why-no-earth-switch = 现场没有固定的接地刀闸。

rule-PLN-17-title = 值班的人能知道该启动处置卡
rule-PLN-17-means = 对每张处置卡、一周的每个时段，启动角色中总有一名在岗的人在其岗位上能得知启动条件：岗位上的显示在启动条件所说的失电发生后仍有电源，或亲眼可见，或有步骤通知他、带他到看得见的地方。自有电源算数：UPS，或能自启动且本身没有故障的机组。
rule-PLN-17-fail = 能启动处置卡 { $card } 的人（{ $role }，{ $since } 起，在 { $places }）无从得知 { $facts }。请在岗位上增加监视，或补写通知他的步骤。
rule-PLN-17-fail-dark = 该启动处置卡 { $card } 时，{ $places } 的 { $displays } 自己也没有电，{ $role }（{ $since } 起）没有别的途径得知 { $facts }。请给显示配独立电源。
rule-PLN-17-fail-part = 处置卡 { $card } 还应在 { $facts } 时启动，但 { $role } 永远无从得知。请增加监视或通知，或从启动条件中删去。
rule-PLN-17-fail-unmanned = { $since } 起没有能启动处置卡 { $card } 的人（{ $role }）在岗，叫也没有人来。请增加人选，或写明谁能赶来（off_duty.comes_in）。

rule-PLN-18-title = 客户向供电公司提出的请求有处置卡承接
rule-PLN-18-means = 客户侧处置卡向供电公司的角色提出请求（呼叫、询问、下令、申请许可；报告电源失电或操作失败）的，供电公司侧有一张处置卡覆盖同类事件，或等待这一消息。
rule-PLN-18-fail = 处置卡 { $card } 求助于 { $roles }（步骤 { $steps }），供电公司侧没有处置卡覆盖 { $classes }，也没有等待这一消息的。请补写供电公司侧处置卡，或让其中一张等待该消息。
rule-PLN-18-fail-unclassed = 处置卡 { $card } 求助于 { $roles }（步骤 { $steps }），没有写明事件类别（covers），供电公司侧也没有处置卡等待这一消息。请补写供电公司侧处置卡，或让其中一张等待该消息。

rule-PLN-19-title = 写下的步骤做得到
rule-PLN-19-means = 在处置卡所针对的事件中，没有定值、区域、通信手段或资源使步骤无法执行：既不能就地也不能遥控操作的设备，或操作电源已失去的设备；使开关合不上的小车位置、上锁、接地和闭锁；各种手段都已断电的通话；位于着火或进水区域的房间；控制开关在停用位的机组；在操作地点看不到的成功判据；操作、监护或发给许可的角色无人在岗。
rule-PLN-19-fail-by-hand = 步骤 { $step } 操作 { $device }，它既不能就地操作也不能遥控。请改用别的设备，或更正 by_hand、remote。
rule-PLN-19-fail-control = 步骤 { $step } 只能遥控 { $device }，而它的操作电源 { $supply } 届时已失去。请配蓄电池，或使设备能就地操作。
rule-PLN-19-fail-racked = 步骤 { $step } 要合上 { $device }，而它的小车在 { $position } 位。请先摇到工作位。
rule-PLN-19-fail-locked = 步骤 { $step } 要合上 { $device }，前面的步骤已将它上锁，没有步骤开锁。请补写 unlock。
rule-PLN-19-fail-earthed = 步骤 { $step } 要合上 { $device }，前面合上的接地 { $earth } 与它闭锁，没有拆除。请补写 unearth。
rule-PLN-19-fail-interlock = 步骤 { $step } 要合上 { $device }，但在本卡可能的各种起始状态下，{ $of } 的闭锁都不允许。请先拉开其中一台。
rule-PLN-19-fail-channel = 步骤 { $step } 用 { $channels } 联系 { $to }，它要靠 { $needs } 供电，而这在本卡所针对的事件中已失电。请写明有独立电源的手段。
rule-PLN-19-fail-no-answer = 步骤 { $step } 用 { $channels } 联系 { $to }，而这一手段从来无人接听（no_answer 为 1）。请改用别的手段，或更正 no_answer。
rule-PLN-19-fail-zone = 步骤 { $step } 要在 { $place } 进行，它位于事件所及的区域 { $zone }。请改在别处进行。
rule-PLN-19-fail-elsewhere = 步骤 { $step } 写在{ $place }做，而接入箱 { $point } 及其开关在{ $there }。请更正 place。
rule-PLN-19-fail-resource = 步骤 { $step } 需要 { $resource }，而它的数量为零。请备足，或更正数量。
rule-PLN-19-fail-no-set = 步骤 { $step } 在 { $point } 接入，却没有写明接哪台发电车。请在 uses 中写明带来它的资源。
rule-PLN-19-fail-off = 步骤 { $step } 启动 { $source }，而它的控制开关在停用位。请在前面加一步打到手动位，或平时置自动位。
rule-PLN-19-fail-unseen = 步骤 { $step } 以 { $facts } 的状态为成功判据，但在本卡所针对的事件中，{ $places } 看不到它。请改用那里看得到的判据，写明在何处进行，或增加监视。
rule-PLN-19-fail-nobody = 步骤 { $step } 需要 { $role }，而 { $since } 起该角色无人在岗，叫也没有人来。请增加人选。

rule-PLN-20-title = 每一步都有时限
rule-PLN-20-means = 每个步骤都写明应在多长时间内完成（within）；只等待的步骤，可改写最长等待时间（wait_at_most）。没有时限，就无从判断是否延误。
rule-PLN-20-fail = 处置卡 { $card } 的步骤 { $step } 没有写明时限。请补写 within。

rule-PLN-21-title = 响应分级
rule-PLN-21-means = 每张处置卡都写明响应级别（level：I 至 IV 级），使接到通知的人知道事态的轻重。
rule-PLN-21-fail = 处置卡 { $card } 没有写明响应级别。请补写 level。

rule-PLN-22-title = 文字与动作一致
rule-PLN-22-means = 拉开、合上、启动、停运、切除、恢复、投入、退出、接地、拆除接地的步骤，其文字不得只写相反的动作；报告、通知、询问、下令、申请的步骤，必须有通知对象，文字中提到的角色都要通知到。其他步骤（至少两步）总是一起通知的两个角色，这里也一起通知。
rule-PLN-22-fail-act = 步骤 { $step } 登记的动作是 { $do }，文字写的却是 { $said }。请更正 do 或文字。
rule-PLN-22-fail-nobody = 步骤 { $step } 是报告、通知、询问、下令或申请，却没有通知任何人，做了也没有用。请补写 tells：通知谁、什么内容、用什么方式、无人应答怎么办。
rule-PLN-22-fail-untold = 步骤 { $step } 的文字提到 { $roles }，却没有通知它们。请补写 tells，或更正文字。
rule-PLN-22-fail-parted = 步骤 { $step } 只通知 { $told }，没有通知 { $role }，而两者在 { $steps } 等其他步骤中总是一起通知。请补上 { $role }，或写明由谁通知。
rule-PLN-22-fail-unlike = 步骤 { $step } 与步骤 { $other } 文字相同，却没有通知 { $other } 所通知的 { $roles }。请补上，或改写文字。

rule-PLN-23-title = 处置卡能启动、不会随即结束
rule-PLN-23-means = 处置卡的启动条件不会要求同一对象同时处于相反的状态；启动条件成立时结束条件不会也随之成立，否则尚未开始的步骤会全部取消。各方的卡由各方启动。
rule-PLN-23-fail-never = 处置卡 { $card } 永远不会启动：启动条件要求 { $things } 同时处于相反的状态。请更正 trigger。
rule-PLN-23-fail-over = 处置卡 { $card } 一启动就结束：启动条件成立时，结束条件（{ $things }）也已成立。请更正 ends。
rule-PLN-23-fail-side = 处置卡 { $card } 由另一方的 { $role } 启动。请改由本方角色启动，另一方只负责告知。

rule-OPS-06-title = 新接入的电源合闸前先核相
rule-OPS-06-means = 发电车、检修过的电缆或变压器、非同一系统的两路进线首次合闸前，要有一步核相（phase_check）。接入箱上的相序标记说明不了刚敷设的电缆。
rule-OPS-06-fail = 步骤 { $step } 合上 { $switch }，向 { $things } 处的发电车并接，此前没有核相步骤。请补写 phase_check。
rule-OPS-06-fail-marked = 步骤 { $step } 合上 { $switch }，向 { $things } 处的发电车并接；接入箱虽有相序标记，但敷设电缆后没有核相步骤。请补写 phase_check。
rule-OPS-06-fail-repaired = 步骤 { $step } 合上 { $switch }，向检修过的 { $things } 送电，此前没有核相步骤。请补写 phase_check。
rule-OPS-06-fail-systems = 步骤 { $step } 合上 { $switch }，连通非同一系统的 { $things }，此前没有核相步骤。请补写 phase_check。

rule-OPS-07-title = 高压就地工作须有两人
rule-OPS-07-means = 凡就地操作 1 kV 以上开关、在其上验电或接地的步骤，失败分支中的也在内，都要写明操作人和监护人，且能由两人担任。
rule-OPS-07-fail = 步骤 { $step } 在 1 kV 以上的 { $devices } 上就地工作，无人监护。请写明监护人。
rule-OPS-07-fail-same = 步骤 { $step } 的 { $roles } 需要两人，而只有 { $people } 担任。请增加人选。

# 报告:评审会看到的全部文字。

## 等待原因

report-wait-not-known = 情况不明
report-wait-predecessor = 前序未完
report-wait-permit = 等调度许可
report-wait-order = 等操作票
report-wait-person-busy = 人员被占用
report-wait-travel = 路途
report-wait-resource = 等物资、车辆或应答
report-wait-interlock = 闭锁未解除
report-wait-no-access = 无法进入
report-wait-store = 油量不足

## 步骤状态

report-step-waiting = 未轮到
report-step-ready = 就绪未开始
report-step-in-progress = 进行中
report-step-done = 完成
report-step-failed = 失败
report-step-timed-out = 超时
report-step-skipped = 跳过
report-step-dropped = 处置卡结束，未执行

## 业务状态

report-function-normal = 正常
report-function-riding-through = 靠储备维持
report-function-lost = 中断
report-function-safe-stopped = 已安全停下
report-function-restarting = 恢复中
report-function-harmed = 已造成损害

## 图:时间轴

report-timeline-title = 处置时间轴：各人步骤与等待，负荷停电、业务状态、储备液位
report-timeline-description = 泳道图，共 { $people } 条人员泳道、{ $steps } 个步骤，截至 { $end }。下方为同一时间轴上的负荷停电、业务状态和储备液位。全部数据另见步骤表与负荷表。
report-timeline-people = 人员与步骤
report-timeline-nobody = 未指定人员
report-timeline-loads = 负荷
report-timeline-functions = 业务
report-timeline-stores = 储备液位
report-timeline-axis = 时：分，自故障起
report-timeline-litres = { $first } → { $last } L（容量 { $capacity } L）
report-timeline-work = 操作
report-timeline-live = 有电 / 正常
report-timeline-dark = 停电 / 中断
report-timeline-limit = 超过允许中断时间
report-timeline-cut = 该段无变化，已压缩
report-timeline-assists = 监护
report-timeline-waits = { $reason } { $ms }
report-timeline-still = （仍停）

report-mark-fault-short-circuit = { $what } 短路
report-mark-fault-source-lost = { $what } 失电
report-mark-fault-fails-to-operate = { $what } 拒动
report-mark-fault-fails-to-start = { $what } 启动故障
report-mark-fault-fails-running = { $what } 运行中停机
report-mark-fault-vt-lost = { $what } 电压互感器断线
report-mark-fault-zone-lost = { $what } 区域损毁
report-mark-fault-zone-no-access = { $what } 无法进入
report-mark-fault-person-absent = { $what } 缺勤
report-mark-fault-person-unreachable = { $what } 联系不上
report-mark-fault-channel-lost = { $what } 通信中断
report-mark-fault-store-empty = { $what } 放空
report-mark-fault-earth-fault = { $what } 单相接地
report-mark-fault-open-phase = { $what } 缺相
report-mark-fault-dip = { $what } 电压暂降
report-mark-fault-maloperates = { $what } 误动作
report-mark-fault-relay-disabled = { $what } 保护退出
report-mark-fault-store-contaminated = { $what } 受污染
report-mark-fault-resource-unavailable = { $what } 无法到位
report-mark-fault-permit-refused = { $what } 许可被拒
report-mark-fault-dc-lost = { $what } 直流操作电源失去
report-mark-fault-wrong-action = { $what } 误操作
report-mark-protection-trips = { $what } 保护跳闸
report-mark-switch-stuck = { $what } 拒动
report-mark-start-failed = { $what } 启动失败
report-mark-transfer-failed = { $what } 切换失败
report-mark-transfer-refused = { $what } 未动作
report-mark-transfer-done = { $what } 切换完成
report-mark-battery-empty = { $what } 电池放尽
report-mark-store-empty = { $what } 用尽
report-mark-source-running = { $what } 投入运行
report-mark-source-back = { $what } 来电
report-mark-hazard = 危险点：{ $what }

## 图：故障传递关系

report-causes-title = 故障传递关系
report-causes-caption = 自左至右按时间排列，共 { $n } 个方框；连线由原因指向后果。时间为自故障起的时：分；× n 表示同一原因下发生 n 次。
report-causes-left-out = 另有 { $n } 项无后果或次要的失效未画。
report-causes-more = 等另 { $n } 处
report-causes-why = （{ $why }）
report-cause-dead = { $n ->
    [1] { $what } 失电
   *[other] { $n } 段母线失电：{ $what }
 }
report-cause-load-lost = { $n ->
    [1] { $what } 停电
   *[other] { $n } 处负荷停电：{ $what }
 }，{ $kw } kW
report-cause-function-lost = { $what } 中断
report-cause-function-harmed = { $what } 造成损害
report-cause-source-lost = { $what } 失去
report-cause-source-stopped = { $what } 停机
report-cause-control-supply-lost = { $what } 失去直流操作电源
report-cause-ups-overloaded = { $what } 过载
report-cause-pump-stopped = { $what } 停泵
report-cause-overload-begins = { $what } 过载
report-cause-store-contaminated = { $what } 受污染
report-cause-transfer-maloperates = { $what } 误动作
report-cause-protection-silent = { $what } 保护拒动
report-cause-switch-opened = { $what } 分闸
report-cause-load-dropped = { $n ->
    [1] { $what } 脱扣
   *[other] { $n } 处负荷脱扣：{ $what }
 }
report-cause-load-switched = { $what } 被切除
report-cause-load-step = { $what } 负荷阶跃过大
report-cause-overload-exceeded = { $what } 过载超时
report-cause-neighbours-lost = { $what } 上其他用户停电
report-cause-other = { $what } 失效
report-cause-why-step = 人工操作
report-cause-why-transfer = 自动切换
report-cause-why-undervoltage = 失压脱扣
report-cause-why-maloperates = 误动
report-cause-why-no-fuel = 燃料耗尽
report-cause-why-no-power = 无电
report-cause-why-fault = 故障
report-cause-why-overload = 过载
report-cause-why-standby-dead = 备用侧无压
report-cause-why-refused = 拒动
report-cause-why-no-voltage = 无压
report-cause-why-battery = 电池放尽

## 图：供电与业务恢复

report-service-title = 供电与业务随时间的恢复
report-service-caption = 最低时供出 { $served } kW / 需求 { $demand } kW，{ $functions } 项业务中 { $normal } 项正常。
report-service-fault = 故障
report-service-power-back = 供电恢复，历时 { $after }
report-service-service-back = 业务恢复，历时 { $after }
report-service-power-not-back = 演练结束时供电未全部恢复
report-service-service-not-back = 演练结束时业务未全部恢复
report-service-demanded = 需求功率（100 % = { $kw } kW）
report-service-served = 供出功率
report-service-brief = “恢复”指此后直至演练结束均完好；10 s 以内的间断（切换）不计。
report-service-normal = 正常业务所占比例

## 图：储备

report-stores-title = 油箱、储罐与电池随时间的变化
report-stores-caption = { $n } 处储备有变化，其中 { $empty } 处用尽。
report-stores-l = L
report-stores-kwh = kWh
report-stores-amounts = { $first } → { $last } { $unit }，最低 { $least }
report-stores-capacity = 容量 { $capacity } { $unit }
report-stores-pump-started = { $what } 启泵
report-stores-pump-stopped = { $what } 停泵
report-stores-source-running = { $what } 运行
report-stores-source-stopped = { $what } 停机
report-stores-store-empty = 用尽
report-stores-store-contaminated = 受污染
report-stores-refilled = 补充
report-stores-ups-on-battery = 电池供电
report-stores-ups-on-mains = 市电恢复
report-stores-battery-empty = 电池放尽
report-stores-other = { $what }
report-stores-times = （{ $n } 次）

## 图:主接线

report-oneline-title = 主接线图
report-oneline-caption = 故障后 { $at }：停电 { $dark } kW / 共 { $all } kW，{ $loads } 处负荷停电。
report-oneline-excerpt = 仅画出与本次演练有关的部分，另有 { $n } 段母线未画。
report-oneline-sections = { $n } 段
report-oneline-live = 带电
report-oneline-dead = 失电
report-oneline-open = 开关分位
report-oneline-dark = 负荷停电
report-oneline-fault = 故障或失去的设备
report-oneline-symbol-feeder = 电网进线
report-oneline-symbol-genset = 发电机组
report-oneline-symbol-mobile-genset = 应急发电车
report-oneline-symbol-breaker = 断路器（合位）
report-oneline-symbol-isolator = 隔离开关（合位）
report-oneline-symbol-load-switch = 负荷开关（合位）
report-oneline-symbol-fuse = 熔断器
report-oneline-symbol-contactor = 接触器（合位）
report-oneline-symbol-trafo = 变压器
report-oneline-symbol-trafo3w = 三绕组变压器
report-oneline-symbol-ups = 不间断电源
report-oneline-symbol-ups-bypass = UPS 旁路
report-oneline-symbol-connection-point = 应急发电车接入点
report-oneline-symbol-impedance = 电抗器
report-oneline-symbol-many = 多段线路
report-oneline-symbol-load = 负荷（有电）
report-oneline-symbol-motor = 电动机
report-oneline-symbol-shunt = 电容器或并联电抗器
report-oneline-symbol-earth-switch = 接地刀闸
report-oneline-symbol-portable = 接地线
report-oneline-ats = ATS
report-oneline-sts = STS
report-oneline-bzt = 备自投
report-source-live = 有电
report-source-dead = 无电
report-source-failed = 故障

## 通用

report-exercise = 演练 EXERCISE
report-safety = 本报告仅供预案编制、评审和演练使用，不是操作票，也不是调度命令，不得据此操作设备。
report-title = 一户一预案推演评审报告
report-yes = 是
report-home = 住处
report-no = 否
report-kind-load = 负荷
report-kind-function = 业务
report-still-open = （仍中断）
report-no-outage = 未中断
report-no-clause = 尚无条款
report-no-wording = （预案无此内容）
report-nobody = 无人承担
report-class = 重要性等级：{ $level }
report-class-SP = 特级
report-class-C1 = 一级
report-class-C2 = 二级
report-class-TMP = 临时性
report-class-none = 未列入重要电力用户名录
report-plan = 预案 { $id }，第 { $version } 版（{ $status }）
report-plan-draft = 草稿
report-plan-in-review = 评审中
report-plan-approved = 已批准
report-plan-retired = 已废止
report-status-completed = 推演完成
report-status-incomplete = 推演中断
report-status-not-applicable = 场景不适用
report-verdict-met = 满足
report-verdict-missed = 超限
report-verdict-not-tested = 未检验
report-verdict-cannot-say = 无法判断
report-endurance = { $word }（{ $lasts }）：{ $why }
report-owner-customer = 客户
report-owner-utility = 供电公司
report-owner-both = 供用双方

## 结论

report-conclusion-missed = 结论：按现行预案处置本场景，{ $all } 项受保护的负荷和业务中有 { $missed } 项超过允许中断时间，预案需要修订。
report-conclusion-open = 结论：本次推演未发现超限，但 { $all } 项受保护的负荷和业务中有 { $not-tested } 项未检验、{ $cannot-say } 项无法判断，不能据此认定预案完备。
report-conclusion-incomplete = 结论：推演没有完成。到中断为止未记录到超限，但 { $all } 项受保护的负荷和业务都不能算作满足。
report-conclusion-met = 结论：在本场景、本次推演中，{ $all } 项受保护的负荷和业务均未超过允许中断时间。其他场景见“未检验的内容”。
report-conclusion-no-flow = 结论：本次推演未发现 { $all } 项受保护的负荷和业务超限，但部分网络潮流计算无解，该处是否供上电无从得知，不能据此认定预案完备。见“未检验的内容”。
report-conclusion-none = 结论：没有任何负荷或业务写明允许中断时间，无法评判。请先在 site.yaml 中补全 max_interruption。
report-conclusion-not-applicable = 结论：本场景不适用于该客户，未作任何检验。
report-conclusion-worst = 最严重的是{ $name }：中断 { $outage }，限值 { $limit }。
report-conclusion-worst-harm = 最严重的是{ $name }：中断 { $outage }，模型中已超过造成损害的时限。
report-conclusion-weak = 暴露薄弱环节 { $weak } 条（其中 A 类 { $a } 条{ $bound ->
        [0] {""}
       *[other] ，{ $bound } 条为上限，未经去除该等待的复演核定
    }）。
report-at-most = 至多 { $severity }
report-conclusion-proposed = { $proposed } 条修订建议得到复演支持，提请评审。
report-conclusion-not-rerun = 尚未复演：等待类薄弱点的级别只是上限，修订建议尚未试用。
report-conclusion-rerun-open = 复演中途停止：{ $of } 条修订中试用了 { $done } 条。
report-conclusion-none-proposed = 尚无得到复演支持的修订建议。
report-conclusion-hazards = 另出现人身或设备危险点 { $n } 次。
report-warning-incomplete = 推演未完成：记录止于故障后 { $until }，计划推演 { $horizon }。以下内容只说明到此为止发生的事，一律不得判为“满足”。
report-warning-not-applicable = 场景不适用：场景文件中 { $why } 所指的对象，该客户没有。本报告不构成任何检验。
report-warning-nothing-to-strike = 场景不适用：{ $why }本报告不构成任何检验。
report-warning-strikes-dead = 场景不适用：所设故障的对象在 T0 时已无电（{ $targets }），不会有任何后果。本报告不构成任何检验。

## 首页

report-lights = 受保护的负荷和业务
report-lights-more = 另有 { $n } 项见附表 1。
report-column-verdict = 结果
report-column-name = 名称
report-column-limit = 允许中断
report-column-outage = 最长中断
report-column-why = 原因
report-column-endurance = 持续供电能力
report-first = 先作这些修改（复演支持，提请评审，按改善大小排列）
report-first-see = 见修改 { $n }
report-changes-proposed = 复演支持，提请评审
report-changes-untested = 未经复演支持，供会议讨论
report-changes-rejected = 复演不支持
report-wait-answer-first = 见修改 { $n }。
report-weak = 前五位薄弱环节
report-weak-none = 本次推演未暴露薄弱环节。
report-weak-not-looked-for = 本场景不适用，未查找薄弱环节。
report-weak-more = 共 { $n } 条，其余见附表 2。
report-weak-clause = 条款
report-weak-change = 建议改为
report-weak-owner = 责任方
report-weak-no-change = 尚无修订建议，请会上研究。
report-change-proposed = 复演支持，提请评审
report-change-untested = 未复演
report-change-rejected = 复演不支持
report-gain = { $measure }由 { $before } 变为 { $after }
report-gain-interruption = { $name }中断由 { $before } 变为 { $after }（{ $limit ->
    [none] 仅有损害时限
   *[other] 限值 { $limit }
}）{ $more ->
    [0] {""}
   *[other] ，另有 { $more } 项改善
}{ $was ->
    [none] {""}
   *[other] ；超限项由 { $was } 变为 { $now }
}
report-gain-endurance = { $name }自备电源支撑由 { $before } 变为 { $after }（要求 { $limit }）{ $more ->
    [0] {""}
   *[other] ，另有 { $more } 项改善
}{ $was ->
    [none] {""}
   *[other] ；超限项由 { $was } 变为 { $now }
}
report-wait = 代价最大的等待
report-wait-sentence = 步骤 { $step }“{ $text }”（条款 { $clause }，{ $who }）因{ $reason }等待 { $ms }；若无此等待，人员能够缩短的最长停电可减少 { $cost }。
report-wait-answer = 建议（{ $id }）将条款 { $clause } 改为“{ $new }”，复演{ $gain }。
report-wait-answer-at = 建议（{ $id }，{ $clause }）：“{ $new }”，复演{ $gain }。
report-place-new-clause = { $clause ->
    [none] 新增条款
   *[other] 在 { $after } 之后新增 { $clause }
}
report-place-roster = 值班表
report-place-resources = 应急物资与预填操作票
report-place-settings = 定值与投退
report-place-equipment = 设备改造
report-place-training = 培训计划
report-place-agreement = 调度协议
report-wait-no-answer = 尚无得到复演支持、能缩短该等待的修订。
report-wait-on = 等待对象：{ $on }。
report-wait-not-run = 本场景不适用，未推演。
report-wait-none = 没有步骤发生等待。
report-wait-not-computed = 各项等待的代价未复演计算。
report-wait-costs-nothing = 单独消除任何一项等待都不能缩短最长停电。
report-not-tested = 未检验的内容
report-not-tested-more = 另有 { $n } 项见附录 A。
report-not-tested-none = 本场景范围内没有未检验的内容；其他场景未检验。
report-expected = 场景预期
report-expected-line = { $name }：预期{ $expected }，实际{ $found }
report-decisions = 需会上决定
report-decision = { $id }（{ $kind }，{ $owner }）：{ $what }

## 附录

report-details = 附表与依据
report-all-judged = 附表 1 全部负荷和业务
report-outages = 共 { $n } 次，累计 { $total }
report-column-unserved = 少供电量 kWh
report-all-weak = 附表 2 薄弱环节
report-column-number = 序号
report-column-code = 代码
report-column-severity = 级别
report-column-finding = 情况
report-column-subject = 对象
report-column-clause = 条款
report-column-evidence = 证据（journal.jsonl 行号）
report-changes = 附表 3 修订建议
report-changes-none = 没有修订建议。
report-column-change = 建议
report-column-old = 原条文
report-column-new = 建议条文
report-column-reason = 理由
report-column-owner = 责任方
report-column-proof = 复演前 → 复演后
report-change-kind-paper = 修改条文
report-change-kind-setting = 调整定值或方式
report-change-kind-staffing = 调整值班人员
report-change-kind-training = 培训演练
report-change-kind-purchase = 添置改造
report-proof-in = 复演记录：{ $path }
report-sentence-change = 【{ $id }】针对 { $codes }，建议将预案 { $clause } 由“{ $old }”修改为“{ $new }”。责任：{ $owner }。
report-sentence-change-anywhere = 【{ $id }】针对 { $codes }，建议将“{ $old }”修改为“{ $new }”。责任：{ $owner }。
report-sentence-new = 【{ $id }】针对 { $codes }，建议在预案中增加（{ $clause }）：“{ $new }”。责任：{ $owner }。
report-sentence-proof = 复演支持：{ $gain }。
report-steps = 附表 4 各人步骤与等待
report-column-who = 人员
report-column-step = 步骤
report-column-ready = 就绪
report-column-started = 开始
report-column-finished = 完成
report-column-waits = 等待
report-wait-line = { $reason } { $ms }（{ $on }）
report-wait-cost = 代价 { $ms }
report-hazards = 附表 5 危险点
report-hazards-none = 本次推演未出现危险点。
report-hazard-line = { $what }：{ $where }
report-hazard-back-feed = 向电网反送电
report-hazard-paralleling = 非同期并列
report-hazard-joining-unlike = 相位或电压不一致的带电部分并列
report-hazard-without-permit = 未经许可操作
report-hazard-without-supervisor = 应有监护而无监护
report-hazard-closing-onto-fault = 合闸于故障
report-hazard-closing-onto-earth = 带接地合闸
report-hazard-earthing-live = 带电挂接地
report-hazard-earth-without-proof = 未验电即接地
report-hazard-unsafe-work = 未验电接地即作业
report-hazard-live-at-work = 作业中带电
report-hazard-closing-tagged = 违反禁止合闸标示
report-hazard-isolator-under-load = 带负荷拉合隔离开关
report-hazard-wrong-phase-sequence = 未核相送电
report-column-time = 时刻
report-column-hazard = 危险点
report-all-not-tested = 附录 A 未检验的内容
report-assumptions = 附录 B 假设与依据
report-assumption-one-run = 本报告是一个场景的一次推演（随机种子 { $seed }），不是概率统计；人员用时、设备启动成败各取一次抽样。
report-assumption-selectivity = 部分开关未提供保护定值，按“离故障最近的先跳”推演，选择性是假设的。
report-assumption-cannot-say = 部分时段潮流不收敛，相关负荷和业务未作“满足”判断。
report-assumption-steady-state = 电压和负载率由准稳态潮流计算，不含暂态稳定。
report-assumption-rules = 下列规则据公开资料整理，均未与标准原文逐条核对；本报告不证明符合任何标准。
report-column-source = 出处
report-column-confidence = 把握
report-confidence-seen = 见于公开资料
report-confidence-own = 行业惯例，未核对
report-confidence-derived = 由多项资料推得
report-facts = 附录 C 复现信息
report-fact-product = 程序版本
report-fact-seed = 随机种子
report-fact-engine = 推演引擎
report-fact-events = 记录事件数
report-picture = 图 { $n } { $what }
report-picture-sheet = （第 { $n } 张）
report-picture-timeline = 处置时间轴
report-picture-causes = 故障传递关系
report-picture-service = 供电恢复与业务恢复
report-picture-stores = 油箱、储罐与电池
report-picture-oneline = 最严重停电开始时主接线
report-picture-network = 最严重停电开始时全网接线
report-network-title = 最严重停电开始时全网接线
report-start = 推演起点
report-horizon = 推演时长
report-scenario = 场景

## 读取推演文件夹时的问题

problem-run-json-unreadable = run.json 已损坏或由其他版本写成。请用 drillsim run 重新推演该场景，或删去 run.json 后再生成报告（修订建议将不再列出）。
report-nth-time = { $what }（第 { NUMBER($number, useGrouping: 0) } 次）
report-restart = 恢复{ $what }
report-safe-stop = { $what }安全停运
report-weak-under-one = { $code } { $title }（{ $subject }）
report-weak-under = { $more ->
    [0] 由此引起：{ $list }
   *[other] 由此引起：{ $list }，另有 { $more } 项
}
report-weak-others = （同类另有 { $n } 处）
report-expected-all = 共 { $n } 项预期，全部达到。
report-and-others = 等
report-expected-open = 共 { $all } 项预期，{ $n } 项未能检验（既非达到，也非未达到）：{ $names }。
report-expected-some = 共 { $n } 项预期，{ $lost } 项未达到：{ $names }。

## 复演指标

report-measure-worst-outage-ms = 最长停电
report-measure-whose = （{ $name }）
report-measure-harmed = 造成损害的业务数
report-measure-missed = 超限项数
report-measure-protected-outage-ms = 受保护项目停电合计
report-measure-hazards = 危险点数
report-measure-weak-points-a = A 类薄弱环节数
report-measure-weak-points = 薄弱环节数
report-measure-wait-ms = 该项等待
report-measure-outage-of = { $name }停电
report-column-cost = 费用（按客户自报数）
report-column-assumed = 假定效果
report-assumed = { $field } 由 { $now } 变为 { $assumed }（假定）。依据：{ $basis }。
report-assumed-yes-no = { $field }（假定实施后具备；属有无之别，不存在收益消失的中间数值）。依据：{ $basis }。
report-assumed-persons = { $n } 人
report-assumed-takes = “{ $step }”的用时
report-assumed-vanishes = 到 { $at } 时不再有收益。
report-decisions-more = 共 { $n } 项，其余见附表 3。

## 条件的文字

condition-all = 且
condition-any = 或
condition-not = 并非“{ $what }”
condition-part = （{ $what }）
condition-quoted = “{ $what }”
condition-for = { $what }，持续 { $ms }
condition-switch-open = { $what }在分位
condition-switch-closed = { $what }在合位
condition-bus-live = { $what }有电
condition-bus-dead = { $what }无电
condition-bus-proved-dead = { $what }已验明无电
condition-bus-earthed = { $what }已接地
condition-bus-earth-fault = { $what }接地告警
condition-load-live = { $what }有电
condition-load-dead = { $what }无电
condition-source-live = { $what }有电
condition-source-dead = { $what }无电
condition-source-failed = { $what }启动失败或停机
condition-function-normal = { $what }正常
condition-function-riding-through = { $what }尚能维持
condition-function-lost = { $what }中断
condition-function-safe-stopped = { $what }已安全停运
condition-function-restarting = { $what }正在重启
condition-function-harmed = { $what }已受损害
condition-store-above = { $what }高于 { $percent } %
condition-store-below = { $what }低于 { $percent } %
condition-step-done = { $what }已完成
condition-step-failed = { $what }未做成
condition-step-skipped = { $what }已略过
condition-step-timed-out = { $what }已超时
condition-message-received = 收到{ $what }的消息
condition-transfer-enabled = { $what }投自动
condition-transfer-disabled = { $what }退出自动
condition-transfer-normal = { $what }在正常侧
condition-transfer-standby = { $what }在备用侧
condition-measure-applied = { $what }已采取
condition-measure-over = { $what }已结束
condition-resource-here = { $what }已到位
condition-resource-taken = { $what }已被占用
condition-element-faulted = { $what }已查明有故障
condition-element-sound = { $what }已查明完好

## 已启动处置卡中始终未开始的步骤

report-never-begun = 已启动处置卡的步骤为何未开始
report-never-begun-none = 已启动的处置卡中，应做的步骤均已开始。
report-column-held = 受阻于
report-column-needed = 需要什么才能开始
report-never-begun-held = { $reason }，{ $ms }
report-never-begun-count = （{ $n } 项）
report-needed-any = 下列之一：
report-needed-between = {"；"}
report-needed-step = { $step }完成（最终：{ $state }）
report-needed-known = { $role }得知：{ $what }
report-needed-told = 有人告知{ $role }：{ $step }的结果（最终：{ $state }）
report-needed-card = 有人告知{ $role }：处置卡“{ $card }”已启动
report-needed-permit = { $by }给予许可：{ $what }
report-needed-refused = 许可不被拒绝：{ $what }
report-needed-order = “{ $what }”填写并审核完毕
report-needed-free = { $who }在岗且空闲
report-needed-there = { $who }到场
report-needed-here = { $what }到位
report-needed-interlock = { $what }中另一台断开，闭锁解除
report-needed-access = { $what }可以进入
report-needed-store = { $what }补足
report-needed-condition = { $what }；已知并非如此
report-needed-time = 在处置卡结束之前轮到它
report-wait-condition = 条件不成立
report-wait-refused = 许可被拒
report-wait-no-time = 处置卡已结束
report-and-more = { " " }等共 { $n } 项
report-edition = { $moment } · 方案 { $name }：{ $title }，{ $first } 至 { $until }
report-edition-outside = 场景日期不在此期间，值班按场景当日计。

report-contents = 目录
report-pictures = 事件经过
report-picture-beside = { $what }超出报告幅面，另存为 pictures/{ $name }.svg。
report-lights-names = 等 { $n } 项
report-column-cause = 原因（代码）
report-column-place = 修改处
report-column-gain = 复演结果
report-column-due = 期限
report-column-answers = 针对
report-column-total = 累计中断
report-column-line = 行号
report-column-event = 事件
report-column-of = 所属薄弱环节、修改
report-column-card = 处置卡
report-column-text = 条文
report-due-open = 会上定
report-light-limit = { $name }（{ $limit }）
report-light-limits = { $first } 至 { $last }
report-no-change = 尚无
report-evidence-more = 另有 { $n } 处
report-events = 附录 D 证据（journal.jsonl 事件）
report-clauses = 附录 E 所涉条款
report-plan-change = { $n ->
    [0] （尚无得到复演支持的修改）
   *[other] → 修订稿（{ $n } 条修改待评审）
}
report-grade = 建议等级：{ $grade }，由评估组长认定。
report-grade-P = 优（P）
report-grade-S = 良（S）
report-grade-M = 中（M）
report-grade-U = 差（U）
report-grade-none = 未全部检验，不提出等级。
report-sure = 把握程度
report-sure-one-run = 一个场景的一次推演（随机种子 { $seed }），不是概率；换一次抽样、换一个场景，结果可能不同。
report-sure-not-rerun = 修改尚未全部复演，等待类级别只是上限。
report-sure-assumed = 先作的修改中有 { $n } 条的效果是假定值。
report-sure-figures = 所用数据以客户文件为准，标为假定的须先核实（见催办单）。
report-decide-adopt = { $n ->
    [one] 是否采纳修改 1，责任人和期限
   *[other] 是否采纳修改 1 至 { $n }，各条责任人和期限
}
report-decide-more = 另有 { $n } 项需决定，见附表 3
report-light-causes = ，另见 { $codes }
report-source-empty = 燃料用尽
report-oneline-begins = { $name }停电开始。
report-oneline-middle = { $name }停电中段。
report-oneline-missed = 超过允许中断时间的负荷
report-oneline-empty = 燃料或电池用尽
report-picture-middle = 最严重停电中段主接线
report-picture-gains = 修改前后对比
report-gains-title = 修改前后最长中断对比
report-gains-caption = { $n } 项超限负荷和业务在现行预案下和各条修改下（同一随机种子复演）的最长中断；竖线为允许中断时间。
report-gains-now = 现行预案
report-gains-change = 修改 { $n }（{ $place }）
report-events-of-more = 其他修改 { $n } 条
report-steps-alike = 另有 { $n } 处同此：{ $ids }

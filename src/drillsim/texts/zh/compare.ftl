# 同一客户两个版本的比较：哪些变好、变差、不变，从何处开始不同；以及记录事件的说法。

compare-title = { $customer }：{ $new } 与 { $old } 比较
compare-conclusion-better = 新版本更好：{ $all } 个情形中有 { $better } 个变好，没有一个变差。
compare-conclusion-worse = 新版本更差：{ $all } 个情形中有 { $worse } 个变差，没有一个变好。
compare-conclusion-mixed = 新版本有好有差：{ $all } 个情形中 { $better } 个变好，{ $worse } 个变差，{ $mixed } 个有好有差。请先看下列变差之处，再提请评审。
compare-conclusion-unchanged = { $all } 个情形中没有一个变好或变差。
compare-change-better = 变好
compare-change-worse = 变差
compare-change-mixed = 有好有差
compare-change-unchanged = 不变
compare-column-change = 新版本
compare-column-name = 负荷或业务
compare-column-cases = 情形数
compare-column-missed = 超限情形数
compare-column-mean = 最长中断平均变化
compare-column-interval = 95% 区间
compare-cases = 变好 { $better }，变差 { $worse }，有好有差 { $mixed }，不变 { $same }
compare-interval = { $low } 至 { $high }
compare-subjects-same = 各情形均不变（{ $n } 项）：{ $names }。
compare-lost = 其他变差之处（{ $n } 项）：
compare-gained = 其他变好之处（{ $n } 项）：
compare-harm-more = { $name }在 { $n } 次推演中超过损害时限，原来不超过
compare-harm-less = { $name }在 { $n } 次推演中不再超过损害时限
compare-hazard = { $what }（{ $n } 个情形）
compare-act = { $what }（{ $n } 个情形，首见：{ $case }）
compare-act-not-done = 未做：{ $step }{ $to ->
    [none] {""}
   *[other] （告知{ $to }）
}
compare-act-late = 超过时限：{ $step }{ $to ->
    [none] {""}
   *[other] （告知{ $to }）
}
compare-act-no-check = 未经检查确认：{ $step }
compare-act-no-permit = 未经许可：{ $step }
compare-act-no-supervisor = 无监护人：{ $step }
compare-act-not-told = 已做，但未告知{ $to }：{ $step }
compare-act-now-not-done = 现已做到：{ $step }{ $to ->
    [none] {""}
   *[other] （告知{ $to }）
}
compare-act-now-late = 现在时限内：{ $step }{ $to ->
    [none] {""}
   *[other] （告知{ $to }）
}
compare-act-now-no-check = 现已检查确认：{ $step }
compare-act-now-no-permit = 现已取得许可：{ $step }
compare-act-now-no-supervisor = 现有监护人：{ $step }
compare-act-now-not-told = 现已告知{ $to }：{ $step }
compare-act-now-passed-over = 试验“{ $to }”未通过后不再继续执行：{ $step }
compare-act-passed-over = 试验“{ $to }”未通过却继续执行：{ $step }
compare-kept = 两个版本都做到的安全措施 { $acts } 项，报告 { $reports } 项，预警告知 { $warnings } 项。
compare-partings = 两个版本从何处开始不同：
compare-extreme-worse = 变差最多的情形：{ $case }
compare-extreme-better = 变好最多的情形：{ $case }
compare-extreme = { $names }：{ $told }
compare-lasts-worse = （自备电源支撑时间变短）
compare-lasts-better = （自备电源支撑时间变长）
compare-first = 首个不同的事件 { $time } · 旧版：{ $old } · 新版：{ $new }
compare-first-none = 两个版本经过相同，只是评判标准不同。
compare-nothing = 无此事
compare-folder = 两次推演见 { $folder }
compare-more = 另有 { $n } 项，见 compare.json
compare-weak = { $title }：{ $subject }
compare-weak-new = 仅新版本出现的薄弱点（{ $n } 项，不计入结论）：
compare-weak-gone = 已消除的薄弱点（{ $n } 项，不计入结论）：
compare-not-compared = 本次比较未说明或须注意之处：
compare-only-old = 仅旧版本有，未比较：{ $names }
compare-only-new = 仅新版本有，未比较：{ $names }
compare-limit-none = 无
compare-limit-max-interruption = { $subject }：允许中断时间 { $old } → { $new }；各版本按各自的限值评判，仅改限值也会显得变好或变差
compare-limit-min-supply-time = { $subject }：自备电源须支撑时间 { $old } → { $new }；各版本按各自的要求评判
compare-limit-security = { $subject }：保安负荷 { $old } → { $new }
compare-limit-harm = { $subject }：损害时限 { $old } → { $new }；各版本按各自的时限评判
compare-played-old = 仅适用于旧版本的场景：{ $names }
compare-played-new = 仅适用于新版本的场景：{ $names }
compare-played-none = 有 { $n } 个场景对两个版本都不适用。
compare-failures-left-out = 有 { $n } 个故障只有一个版本才有（另一版本没有该步骤或设备），两边不能成为同一情形。
compare-failed = 有 { $n } 个情形无法推演，第一个：{ $case }
compare-played = 共 { $cases } 个情形，各抽取 { $draws } 次，两个版本运气相同（种子 { $seed }）；推演 { $runs } 次；另有 { $left_out } 个情形因两个版本都不涉及所加的故障而略去。各情形不论多罕见均同等计数；区间只反映运气造成的不确定。
compare-version-old = 旧版本
compare-version-new = 新版本
compare-version = { $called }，预案 { $plan }
compare-kind = { $critical ->
    [yes] 保安
   *[no] {""}
 }{ $kind ->
    [load] { $critical ->
        [yes] 负荷
       *[no] {""}
    }
   *[function] 业务
 }
compare-page-subjects = 受保护的负荷和业务
compare-page-columns = 情形数：新版本与旧版本相比。超限情形数、最长中断时间的平均变化：旧版本 → 新版本，负值为缩短；区间成对比较，抽取一次且与运气有关时不给出。
compare-page-all = 全部受保护的负荷和业务
compare-page-none = 无。
compare-page-more = 另有 { $n } 项，见后页。
compare-page-files = 所比较的文件（摘要前 16 位）
compare-page-file = 文件
compare-page-meeting = 以上为模型推演结果，供会议评审；是否采用由会议决定。
compare-lies = 两个版本的文件、比较结果和上列推演见 { $path }
cli-compare = 用同样的情形、同样的运气推演同一客户的两个版本：各负荷、业务、危险点哪些变好、变差、不变，哪些安全措施保留或丢失，两者从何处开始不同。
cli-compare-more = OLD 和 NEW 是客户文件夹：旧版本与现行版本，或预案与其变体。变差按评判修订的同一规则：任一情形中结论差一档、超限时间更长、多一次损害或危险、少一项安全措施、报告或预警告知；变好则反之。薄弱点只列出，不计入结论。结果放在 DIR/<客户>/compare-<OLD>-<NEW>-s<种子>/，附至多三个情形的两次推演。
cli-argument-old = 旧版本的文件夹
cli-argument-new = 新版本的文件夹
cli-option-cases = 比较哪些情形，用逗号隔开：events（每个事件单独发生以及各配一项未按预案进行的情况）、N-1、N-2、N-3、library（全部场景），或场景名称的通配形式，如 both-lost-*（默认 events,library）
cli-option-compare-draws = 每个情形抽取多少次，两个版本相同（默认 3）
cli-compare-begins = { $new } 与 { $old } 比较：共 { $cases } 个情形（{ $hours }），各抽取 { $draws } 次，两个版本各推演一遍，预计用时约 { $time }。
cli-compare-stopped = 已停止。{ $path } 没有写入任何内容；请重新开始，可用 --cases 减少情形或减少 --draws。
problem-compare-two-customers = 这是两个客户（{ $old }、{ $new }），没有共同的情形可比。请给出同一客户的两个版本：两处 customer.yaml 的 `id` 应相同。
problem-compare-nothing-in-common = 两个版本没有共同的、有限值的负荷或业务，无法比较。请让两处的编号一致。

## 事件的说法

told-other = { $what }（{ $of }）
told-fault-begins = 故障发生：{ $targets }
told-fault-ends = 故障消失：{ $targets }
told-protection-trips = { $device }因{ $element }故障跳闸
told-switch-moved = { $switch }{ $closed ->
    [true] 合上
   *[other] 断开
}
told-switch-stuck = { $switch }拒动
told-supply-changed = { $live ->
    [none] {""}
   *[other] 带电：{ $live }
}{ $dead ->
    [none] {""}
   *[other] 失电：{ $dead }
}
told-load-lost = { $load }失电
told-load-restored = { $load }恢复供电
told-source-lost = { $source }停止供电
told-source-back = { $source }可以供电
told-genset-called = 要求{ $source }启动{ $manual ->
    [true] （手动）
   *[other] {""}
}
told-start-failed = { $source }启动失败
told-source-running = { $source }运行
told-source-stopped = { $source }停机
told-source-loaded = { $source }带 { $kw } kW
told-ups-on-battery = { $source }转电池供电
told-ups-on-mains = { $source }输入恢复
told-battery-empty = { $source }电池放空
told-transfer-started = { $transfer }开始计时
told-side-normal = 常用侧
told-side-standby = 备用侧
told-transfer-done = { $transfer }已切换到{ $to }
told-transfer-refused = { $transfer }不动作
told-function-changed = { $function }{ $state ->
    [normal] 恢复正常
    [riding_through] 短时维持
    [lost] 中断
    [safe_stopped] 已安全停下
    [restarting] 正在恢复
   *[other] 超过损害时限
}
told-load-switched = { $load }投切
told-learned = { $people }得知{ $facts }
told-message-sent = { $person }联系{ $to }（{ $step }）
told-message-received = { $person }得到通知：{ $facts }（{ $step }）
told-travel-begins = { $person }前往{ $to }（{ $step }）
told-arrived = { $person }到达{ $place }
told-permit-asked = { $person }申请许可（{ $step }）
told-permit-given = { $by }许可{ $permit }
told-permit-refused = { $by }不许可{ $permit }
told-resource-called = { $person }调用{ $resource }（{ $step }）
told-resource-here = { $resource }到位
told-card-triggered = { $person }得知处置卡启动条件：{ $card }
told-card-active = 处置卡启动：{ $card }
told-card-over = 处置卡终止：{ $card }
told-wait-begins = { $step }开始等待：{ $reason }（{ $on }）
told-wait-ends = { $step }不再等待：{ $reason }
told-step-ready = { $step }应执行
told-step-assigned = { $step }由{ $by }承担
told-step-begins = { $by }开始：{ $step }
told-step-ends = { $step }：{ $state }
told-step-overdue = { $step }超过时限
told-option-chosen = { $by }决定：{ $option }（{ $step }）

# 全工况推演报告：评审会所读的全部内容。

## 没有名称的对象

report-campaign-kind-bus = 母线 { $id }
report-campaign-kind-switch = 开关 { $id }
report-campaign-kind-line = 线路 { $id }
report-campaign-kind-trafo = 变压器 { $id }
report-campaign-kind-trafo3w = 三绕组变压器 { $id }
report-campaign-kind-impedance = 电抗器 { $id }
report-campaign-kind-load = 负荷 { $id }
report-campaign-kind-source = 电源 { $id }
report-campaign-kind-permit = 许可 { $id }
report-campaign-step = 步骤 { $id }“{ $what }”

## 何物失效

report-campaign-fault-short-circuit = { $what } 短路
report-campaign-fault-source-lost = { $what } 失电
report-campaign-fault-fails-to-operate = { $what } 拒动
report-campaign-fault-fails-to-start = { $what } 启动失败
report-campaign-fault-fails-running = { $what } 运行中停机
report-campaign-fault-vt-lost = { $what } 电压互感器回路断线
report-campaign-fault-zone-lost = { $what } 整体失去
report-campaign-fault-zone-no-access = { $what } 无法进入
report-campaign-fault-person-absent = { $what } 缺勤
report-campaign-fault-person-unreachable = { $what } 联系不上
report-campaign-fault-channel-lost = { $what } 中断
report-campaign-fault-store-empty = { $what } 用尽
report-campaign-fault-earth-fault = { $what } 接地
report-campaign-fault-open-phase = { $what } 断相
report-campaign-fault-dip = { $what } 电压暂降
report-campaign-fault-maloperates = { $what } 误动
report-campaign-fault-relay-disabled = { $what } 保护退出
report-campaign-fault-store-contaminated = { $what } 受污染
report-campaign-fault-resource-unavailable = { $what } 不可用
report-campaign-fault-permit-refused = { $what } 未获许可
report-campaign-fault-dc-lost = { $what } 失去操作电源
report-campaign-fault-wrong-action = { $what } 误操作
report-campaign-fault-omitted = { $what } 漏做
report-campaign-fault-late = { $what } 延误 { $late }
report-campaign-comma = 、
report-campaign-and = { $first }，且{ $last }
report-campaign-at-hours = { $hours }{ $what }
report-campaign-while = { $what }，而{ $before }
report-campaign-and-others = 等
report-campaign-nothing = 无故障
report-campaign-case = { $what }（{ $hour }）
report-campaign-case-draw = 第 { $draw } 号抽样
report-campaign-hour-day = 白天
report-campaign-hour-night = 夜间
report-campaign-hour-peak = 高峰
report-campaign-hour-shift-change = 交接班

## 失效类别

report-campaign-group-element = 电网元件
report-campaign-group-source = 电源
report-campaign-group-zone = 区域
report-campaign-group-transfer = 自动切换装置
report-campaign-group-device = 开关设备
report-campaign-group-store = 储备
report-campaign-group-person = 人员缺勤
report-campaign-group-channel = 通信与显示
report-campaign-group-protection = 保护
report-campaign-group-control = 操作电源
report-campaign-group-step = 步骤漏做或延误
report-campaign-group-resource = 物资
report-campaign-group-permit = 许可未获准

## 停电账的原因

report-campaign-cause-wait = { $what } 的等待

## 失效组合

report-campaign-set = { $members }时，{ $broken }，{ $share }；{ $often }。
report-campaign-set-each = { $members }时，{ $broken }；{ $often }。
report-campaign-set-alike = { $members }时，{ $share }；{ $often }。
report-campaign-set-alike-some = { $members }时，至少一项超限：{ $share }；{ $often }。
report-campaign-limited = { $name }（{ $limit }）
report-campaign-limited-share = { $name }{ $share }
report-campaign-broken-load = { $name }停电超过允许的 { $limit }
report-campaign-broken-function = { $name }中断超过允许的 { $limit }
report-campaign-broken-harm = { $name }中断直至造成损害
report-campaign-broken-many = { $more ->
    [0] 以下 { $n } 项中断超过允许时间：{ $list }
   *[other] 以下 { $n } 项中断超过允许时间：{ $list }，另有 { $more } 项
 }
report-campaign-share-runs = { $all } 次抽样中 { $n } 次如此
report-campaign-share-all = { $all } 次抽样全部如此
report-campaign-share-chance = 概率 { $share }
report-campaign-often-set = 由此超限{ $often }
report-campaign-often-assumed = { $often }（故障率含假定值）
report-campaign-often-unknown = 由此超限多久一次不详
report-campaign-never = 不会出现
report-campaign-times-a-year = 约每年 { $n } 次
report-campaign-once-in = 约 { $years } 年一次
report-campaign-rarer = 不到 { $years } 年一次

## 未检验的内容

report-campaign-not-tested-runs-failed = { $runs } 次推演未能完成，其中的限值一律无法判断。
report-campaign-not-tested-no-flow = { $cases } 个工况中，{ $n } 段母线的潮流无解：{ $list }。那里的电压和负载率无从得知，相关限值不按满足计，那里的用电按已供计。各工况见报告。
report-campaign-not-tested-limits-open = { $n } 项受保护的负荷和业务共有 { $runs } 次判断未能检验限值（工况结束时储备仍在消耗，或限值长于工况）或无法判断：{ $list }。
report-campaign-not-tested-stopped-at-limit = 按要求推演 { $units } 个单元后停止，其后的工况未推演。
report-campaign-not-tested-more-at-once = { $failures ->
    [0] 只推演了场景，未推演失效。
    [1] 未推演两项、三项同时失效。
   *[other] 未推演 { $failures } 项以上同时失效。
 }
report-campaign-not-tested-one-event = 未推演两个事件同时发生，也未推演一项以上未按预案进行的情况；可用 --faults N-2、N-3 推演。
report-campaign-not-tested-other-hours = 未推演的时段：{ $list }。
report-campaign-not-tested-no-scenarios = 未推演场景库。
report-campaign-not-tested-no-frequency = { $cases } 个工况无人给出发生频率，其中 { $missed } 个出现了有频率的工况未能反映的超限；这些工况不计入任何比例和年度数值。{ $n ->
    [0] {""}
   *[other] { $n } 项失效缺少故障率：{ $list }。
 }人员缺勤、步骤漏做等状态本无故障率。
report-campaign-not-tested-steps-not-reached = 预案有 { $n } 个步骤在任何工况中都未轮到：{ $list }。
report-campaign-not-tested-cards-not-active = { $n } 张处置卡从未启用：{ $list }。
report-campaign-not-tested-no-limit = { $n } 项负荷和业务未写明限值，未作评判：{ $list }。

## 首页

report-campaign-title = 全工况推演评审报告
report-campaign-conclusion-missed = { $all } 项受保护的负荷和业务中，有 { $missed } 项至少在一个工况中超过允许中断时间。
report-campaign-conclusion-open = 未发现超限，但 { $all } 项受保护的负荷和业务中有 { $open } 项存在无法判断的推演，不能据此认定预案完备。
report-campaign-conclusion-unplayed = 没有推演任何内容：所选场景均不适用于该客户，各项限值如何无从得知。
report-campaign-conclusion-unsaid = 未发现 { $all } 项受保护的负荷和业务超限，但有的工况未能算出，不能据此认定预案完备。
report-campaign-conclusion-no-flow = { $cases } 个工况中有 { $buses } 段母线的潮流无解，电网可能带不起那里的负荷。
report-campaign-conclusion-cut = 本次批量推演只推演了一部分。已推演的情形没有突破限值；其余情形如何，无从得知。
report-campaign-conclusion-met = 在所推演的全部工况和抽样中，{ $all } 项受保护的负荷和业务均未超限。未推演的内容见下。
report-campaign-conclusion-none = 没有任何负荷或业务写明限值，无法评判。请先在 site.yaml 中补全 max_interruption。
report-campaign-conclusion-worst = 最严重的是{ $name }：中断 { $outage }（允许 { $limit }），工况为：{ $case }。
report-campaign-conclusion-chance = 一旦出事，{ $name }的限值得到满足的概率为 { $p }（各工况按发生频率加权{ $assumed ->
    [0] {""}
   *[other] ，{ $all } 个故障率中有 { $assumed } 个为假定值
 }）。
report-campaign-conclusion-unrated = { $cases } 个工况没有发生频率；其中 { $missed } 个出现了有频率的工况未能反映的超限，任何比例和年度数值均未包括。{ $often }
report-campaign-often-by-chance = { $assumed ->
    [0] 多久发生一次无从得知。
   *[other] { $rest ->
        [0] 多久发生一次只能按假定的拒动概率估计，见后面的失效组合。
       *[other] 这类超限多久发生一次：{ $rest } 个工况无从得知，{ $assumed } 个只能按假定的拒动概率估计，见后面的失效组合。
     }
 }
report-campaign-conclusion-scenarios = 场景同样没有发生频率：{ $cases } 个场景工况中有 { $missed } 个超限。
report-campaign-conclusion-nothing = 没有任何失效时也有限值超限。
report-campaign-conclusion-single = { $n ->
    [0] 没有单项失效会造成超限。
   *[other] { $n } 项失效单独出现即造成超限。
 }
report-campaign-conclusion-combined = 另有 { $n } 种失效组合会造成超限，其中各项单独出现时则不会。
report-campaign-played = 推演了什么
report-campaign-played-cases = 工况
report-campaign-played-cases-line = 共 { $cases } 个，推演 { $played } 个，{ $left } 个已知不改变结果而略去
report-campaign-played-cases-rest = ；另有 { $rest } 个不适用于该客户或未推演到
report-campaign-played-cases-event = 共 { $cases } 个，推演 { $played } 个；{ $left } 个只计数、未推演：所配的情况在该事件的推演中无人用到（无人找过的人、未动过的设备、未开始的步骤），结果与事件单独发生相同
report-campaign-played-cases-all = 共 { $cases } 个，推演 { $played } 个，无一略去
report-campaign-played-failures = 失效
report-campaign-played-failures-0 = 无，仅推演场景库
report-campaign-played-failures-event = 每个事件单独推演；凡事件推演中用到的，再各配一项未按预案进行的情况（人员缺位、许可被拒、通信中断、切换或开关拒动、机组不起动、步骤漏做或延误 { $late }）
report-campaign-played-failures-1 = 逐项单独
report-campaign-played-failures-2 = 逐项单独及两项同时
report-campaign-played-failures-3 = 逐项单独、两项及三项同时
report-campaign-played-scenarios = 场景
report-campaign-played-scenarios-line = 场景库及该客户的场景共 { $n } 个
report-campaign-played-rates = 故障率
report-campaign-played-rates-line = 客户资料给出 { $stated } 个，假定 { $assumed } 个，缺 { $missing } 个
report-campaign-played-hours = 时段
report-campaign-played-hour = { $name }（{ $time }）
report-campaign-played-hour-load = { $name }（{ $time }，负荷方式“{ $load }”）
report-campaign-played-runs = 推演次数
report-campaign-played-runs-line = { $runs } 次，每个工况抽样 { $draws } 次
report-campaign-played-runs-exact = { $runs } 次
report-campaign-played-how = 方法
report-campaign-how-exact = 精确：逐一列举随机事件的各个分支
report-campaign-how-both = 抽样，时长固定处另作精确计算
report-campaign-how-sampled = 抽样，附 95 % 置信区间
report-campaign-subjects = 受保护的负荷和业务（最严重者在前）
report-campaign-subjects-more = 另有 { $n } 项见附表 1。
report-campaign-column-p-met = 满足概率
report-campaign-column-p95 = P95
report-campaign-column-worst = 最长
report-campaign-column-worst-case = 最不利工况
report-campaign-column-missed = 超限工况数
report-campaign-column-unjudged = 未判断次数
report-campaign-column-unserved-year = 年少供 kWh（有频率的工况）
report-campaign-column-library = 场景库
report-campaign-p-unknown = 未评判
report-campaign-p-no-rate = 无故障率，不给概率
report-campaign-p-missed-unrated = 不给概率：{ $n } 个无频率工况超限
report-campaign-p-missed = 不给概率：{ $n } 个工况超限
report-campaign-at-least = 至少 { $time }
report-campaign-see-journal = 报告
report-campaign-note-columns = “满足概率”：一旦出事，限值得到满足的概率，各工况按发生频率加权，附 95 % 置信区间；P95：100 次中有 95 次不超过。如会掩盖无频率工况中的超限，两者均不给出。

## 各节

report-campaign-variants = 哪个方案改进最大
report-campaign-variants-none = 未给出预案的改动方案。用 --variant LABEL=DIR 可在相同工况、相同抽样下推演改动后的预案。
report-campaign-variant-best = 改进最大：{ $variant }。{ $gain }
report-campaign-variant-no-help = 所给方案均无改进：既未减少超限，也未减少少供电量。
report-campaign-variant-gain = 每年超限减少 { $less } 次，少供电量减少 { $kwh } kWh；{ $better } 个工况变好，{ $worse } 个变差。
report-campaign-column-variant = 方案
report-campaign-column-misses = 年超限次数
report-campaign-column-misses-less = 年减少次数
report-campaign-column-unserved-less = 年减少少供 kWh
report-campaign-column-better = 变好工况
report-campaign-column-worse = 变差工况
report-campaign-sets = 能使预案失败的最小组合
report-campaign-sets-none = 所推演的组合均未造成超限。
report-campaign-sets-not-sought = 未推演失效，没有查找失效组合。
report-campaign-sets-trivial = 另有 { $n } 项母线或区域失效只使接在其上的对象超限，修复之前任何预案都无能为力；只计数，不列出。
report-campaign-sets-order = { $n ->
    [1] 单项失效即可
   *[other] { $n } 项同时失效
 }
report-campaign-sets-note = 去掉其中任何一项，这些限值即不再超限。
report-campaign-sets-alike = 另有 { $n } 种情况造成同样的超限：
report-campaign-sets-breaks = 超限对象
report-campaign-curves = 停多久、多久一次：中断与限值
report-campaign-curves-none = 受保护的负荷和业务没有可画的中断。
report-campaign-curves-never = 在任何工况中都未中断：{ $list }。
report-campaign-curves-unrated = 只在没有频率的工况中中断，故无曲线：{ $list }。
report-campaign-importance = 何者影响最大
report-campaign-importance-none = 没有超限，无从比较影响大小。
report-campaign-importance-unrated = 超限只出现在频率不详的工况中，无法说明每年何者影响最大。
report-campaign-coverage = 检验到了什么
report-campaign-never-reached = 任何工况都未轮到的步骤
report-campaign-never-reached-none = 预案的每个步骤都有工况轮到。
report-campaign-never-line = { $card } { $id }：{ $text }
report-campaign-never-done = 轮到但从未完成的步骤
report-campaign-cards-never = 从未启用的处置卡
report-campaign-ledger = 代价花在哪里
report-campaign-ledger-none = 没有超时，也没有少供电量。
report-campaign-ledger-unrated = 超限只出现在频率不详的工况中，每年代价多少无从得知。
report-campaign-ledger-note = 每一分钟超限和每一度少供电量都只记在一个原因上，合计精确相等。
report-campaign-ledger-a-year = 每年
report-campaign-ledger-all-runs = 全部推演合计
report-campaign-column-cause = 原因
report-campaign-column-late-min = 超限分钟（{ $per }）
report-campaign-column-kwh = 少供电量 kWh（{ $per }）
report-campaign-total = 合计
report-campaign-indices = 供电可靠性指标
report-campaign-indices-none = 没有任何失效给出故障率，无年度指标。
report-campaign-indices-no-failures = 未推演失效，无年度指标。
report-campaign-indices-unrated = 有 { $n } 项没有故障率的失效会使负荷停电，指标会偏小，故不给出：{ $list }。
report-campaign-indices-note = 只按有年频率的单项失效计算；各负荷按其用户数计，未写明的计为一户；工况结束时仍未恢复的只计到结束为止。{ $missed ->
    [0] {""}
   *[other] 前述 { $missed } 个无频率工况中的超限不在其中。
 }
report-campaign-index-saifi = SAIFI，每负荷每年持续停电次数
report-campaign-index-saidi = SAIDI，每负荷每年持续停电小时
report-campaign-index-caidi = CAIDI，每次持续停电小时
report-campaign-index-asai = ASAI，供电可用率
report-campaign-index-maifi = MAIFI，每负荷每年短时停电次数
report-campaign-index-ens = ENS，年少供电量 kWh
report-campaign-column-load-point = 负荷
report-campaign-column-failures-year = 年停电次数
report-campaign-column-hours-year = 年停电小时
report-campaign-worst = 最不利工况
report-campaign-worst-none = 没有工况超限，未保留推演记录。
report-campaign-worst-note = 各工况以相同抽样重新推演，连同报告、推演记录和原始输入文件存放在各自的文件夹中。
report-campaign-column-case = 工况
report-campaign-column-subject = 受影响对象
report-campaign-column-outage = 中断
report-campaign-column-late = 超出限值
report-campaign-column-open = 打开
report-campaign-link-report = 报告
report-campaign-link-journal = 推演记录
report-campaign-details = 附表
report-campaign-all-subjects = 附表 1 全部负荷和业务
report-campaign-all-importance = 附表 2 重要度
report-campaign-all-steps = 附表 3 各步骤的结果
report-campaign-column-failure = 失效
report-campaign-column-group = 类别
report-campaign-column-fv = Fussell–Vesely
report-campaign-column-birnbaum = Birnbaum（每年）
report-campaign-column-raw = RAW
report-campaign-column-rrw = RRW
report-campaign-infinite = ∞
report-campaign-column-nobody = 未轮到
report-campaign-method = 计算方法

## 计算方法

report-campaign-method-engine = 每个工况都由与单次推演相同的引擎和相同的预案步骤推演：故障、保护、自动切换、人员（路程和等待）、储备和业务。
report-campaign-method-weights = 有频率的工况按频率加权：p = Σ 频率 × 满足比例 ÷ Σ 频率。白天和夜间各占全年一半。场景库的场景没有频率，单独列出。
report-campaign-method-equal = 没有任何失效给出故障率，不给出比例和年度数值。
report-campaign-method-scenarios = 场景没有频率，不给出比例和年度数值。
report-campaign-method-assumed = 资料未给出的 { $n } 个故障率采用假定值：线路每公里每年 0.04 次，变压器每年 0.015 次，母线每年 0.001 次（RBTS 6 号母线系统），区域每年 0.005 次；失效组合中断路器每次动作拒动 0.002，双电源切换 0.003，备自投 0.015。电源进线和 UPS 没有假定值。
report-campaign-method-pairs = 两项同时失效的年频率为 f1 × 第 2 项不可用率 + f2 × 第 1 项不可用率；不可用率 = 故障率 × 平均修复时间。按需动作的失败是推演中抽取的概率，不算第二个故障。
report-campaign-method-hidden = 隐性失效（开关拒动、步骤漏做）只在推演中确实用到时才推演；无人用到的，已知不改变结果。事先已存在的状态（人员缺勤、显示失灵、油箱已空），没有它的推演不曾依靠它的，也是如此。为此略去 { $left } 个工况。
report-campaign-method-event = 未按预案进行的情况，只有在事件单独推演时用到它的，才与该事件一并推演：要动作的设备，已开始的步骤，用到的资源、通信和许可；被找到的人员、在岗代表该岗位的人员、把情况告知他人的人员，以及得知某步骤所等情况的人员；使人改变判断的显示；被读取液位、有流量或预案查问的储罐。为此略去 { $left } 个工况。储罐空和操作电源失去另单独推演。
report-campaign-method-late = 延误的步骤比其本身用时多 { $late }：为假定值，各步骤相同；可用 --late 改。
report-campaign-method-every-case = 未略去任何工况：无人用到的隐性失效也作了推演。
report-campaign-method-draws = 每个工况抽样 { $draws } 次，随机种子 { $seed }；各工况、各方案所用抽样相同，差别只来自预案。
report-campaign-method-rest = 失效工况至少推演 8 小时，并推演到修复完毕、倒闸恢复之后；蓄电池仍在放电、机组仍在耗油或仍有对象停电而未超限的，继续推演，最长 72 小时。届时仍只靠储备供电的，按未检验计。场景按其所写推演。
report-campaign-method-interval = 95 % 置信区间的下限把无法判断的算作超限，上限把它算作满足。
report-campaign-method-target = 抽样至年少供电量的相对误差不超过 { $error } 为止。
report-campaign-method-exact = 精确的含义：推演中用到的每个随机事件都沿两种结果各走一遍，各带其概率。只有时长固定的工况才能这样计算。
report-campaign-method-weight-left = 未走完的分支权重：{ $weight }，已计入区间。
report-campaign-method-sets = 失效组合是最小的：去掉其中任何一项，所推演的每次抽样都不再超过同一限值。未推演的抽样可能不同。
report-campaign-method-indices = 供电可靠性指标按通行定义（IEEE 1366），只计单项失效：SAIFI、SAIDI、CAIDI、ASAI 计超过 { $above }的停电，MAIFI 计其余的停电，ENS 计全部。工况结束时仍未恢复的停电只计到结束为止，故停电小时和电量为最低值。
report-campaign-method-day = 没有自带日期的工况设在 { $date }。
report-campaign-method-importance = Fussell–Vesely：该失效参与的年超限所占比例。Birnbaum：总是失效时的年超限次数减去从不失效时的次数。RAW、RRW：总是失效时超限增至几倍，从不失效时降至几分之一。
report-campaign-no-flow = 潮流无解的工况
report-campaign-no-flow-note = 在这些工况的某一时段，下列母线的潮流无解，多半是负荷超过了剩余线路的输送能力。那里的电压和负载率无从得知。
report-campaign-no-flow-line = { $case }（{ $runs } 次推演）：{ $buses }
report-campaign-no-flow-more = 另有 { $n } 个
report-campaign-not-exact = 无法逐一列举的工况
report-campaign-not-exact-line = { $case }：{ $durations } 为随机时长
report-campaign-disagreements = 精确与抽样不一致之处
report-campaign-disagreement = { $name }：精确值 { $exact }，不在抽样区间 { $interval } 内
report-campaign-disagreements-none = 凡两者兼有之处，精确与抽样结果一致。
report-campaign-fact-draws = 抽样次数
report-campaign-fact-order = 同时失效项数
report-campaign-fact-scenarios = 场景

## 图

report-picture-exceedance = 中断时间与限值
report-picture-importance = 何者影响最大
report-picture-coverage = 各类失效启用了哪些处置卡
report-exceedance-title = 各受保护负荷和业务：中断超过某一时长，每年几次
report-exceedance-caption = 共 { $n } 条曲线，虚线为限值；其中 { $missed } 条越过限值。没有频率的工况不在曲线中。
report-exceedance-limit = 限值 { $limit }
report-exceedance-met = 满足 { $share }
report-exceedance-no-limit = 无限值
report-exceedance-x = 中断时长超过
report-exceedance-y = 每年次数
report-exceedance-legend-curve = 超过该时长的频次
report-exceedance-legend-late = 超出限值部分
report-exceedance-legend-limit = 限值
report-importance-title = 受保护限值超限时何者影响最大
report-importance-caption = 年超限中所占比例最大的 { $shown } 项失效，共 { $all } 项。
report-importance-share = 参与的年超限所占比例（Fussell–Vesely）
report-importance-hatched = 斜线：人员、步骤、许可、物资、通信
report-importance-raw = RAW ×
report-coverage-title = 各类失效下启用各处置卡的推演次数
report-coverage-caption = 纵列 { $rows } 类工况，横列 { $cards } 张处置卡；{ $cells } 格中有 { $empty } 格为空。
report-coverage-none = 从未
report-coverage-few = 少
report-coverage-many = 多

## 读取推演文件夹时的问题

problem-campaign-stopped = 这次推演中途停止：共 { $units } 个单元（一个单元是某一时段的一项失效或一个场景，连同与之一并推演的情况），已推演 { $done } 个，全部完成之前没有报告。已推演的不会丢失：用 { $command } 继续推演，其中 … 换成客户文件夹所在处{ $scenarios ->
    [many] ，--scenarios 与原先相同。
   *[few] 。
 }
problem-campaign-json-unreadable = campaign.json 缺失、已损坏或由其他版本写成。请用 drillsim campaign 重新推演。
report-campaign-played-edition = 适用方案
report-campaign-played-edition-line = { $title }（{ $name }），{ $first } 至 { $until }；非场景的情形从首日开始{ $outside ->
    [0] {""}
   *[other] ；有 { $outside } 个场景不在此期间
}

# 审查规则：凭文件和接线就能判定的问题，不经仿真。

## 文件之间的矛盾

problem-function-circle = 功能之间相互依赖成环：{ $circle }。请确定哪一项可以先恢复，去掉环上的一条 needs。
problem-shed-takes-others = 步骤 { $step } 要切除或恢复负荷 { $load }，但它没有专用开关：拉开 { $switches } 会连带 { $others }。请给 { $load } 单设开关，或把连带的负荷一并写进步骤。
problem-shed-no-switch = 步骤 { $step } 要切除或恢复负荷 { $load }，但它与电源之间没有可操作的开关。请在网络文件中补上该负荷的开关。
problem-rule-plugin-broken = 外接规则 { $entry } 无法载入（{ $error }）。请修好该规则包，或将其卸载。
problem-rule-plugin-failed = 外接规则 { $id } 执行时出错（{ $error }）。请修好该规则包，或将其卸载。
problem-rule-plugin-no-rule = 外接规则 { $entry } 给出的是 { $found }，不是规则。入口点应指向一个 drillsim.checks.Rule 或由它们组成的元组。
problem-rule-plugin-id = 外接规则 { $entry } 的编号“{ $id }”不合规定。请写成 X-单位代号-两位序号，例如 X-sgcc-01。
problem-rule-id-taken = 规则编号“{ $id }”已被占用。请给外接规则换一个编号。

## 结论用语

rule-outcome-pass = 通过
rule-outcome-fail = 不符合
rule-outcome-unknown = 无法判定
rule-outcome-not-applicable = 不适用

rule-moment = { $day ->
        [mon] 周一
        [tue] 周二
        [wed] 周三
        [thu] 周四
        [fri] 周五
        [sat] 周六
       *[sun] 周日
    } { $clock }
rule-own = { $outcome }（{ $id }）：{ $facts }。
rule-pass = 已核对 { $count } 项，未发现问题。
rule-explain-title = { $rule } { $title }
rule-table-id = 编号
rule-table-title = 规则
rule-table-source = 出处
rule-table-confidence = 把握
rule-sure-seen = 公开网页所见
rule-sure-own = 自有经验
rule-sure-derived = 推导
rule-needs-files = 判定依据：文件本身。
rule-needs-network = 判定依据：文件和电网接线。
rule-needs-run = 判定依据：仿真结果。
rule-severity-must = 要求程度：应当满足。
rule-severity-should = 要求程度：宜满足。
rule-severity-info = 要求程度：供参考。
rule-source = 出处：{ $source }。
rule-source-own = 出处：行业习惯做法，无条文依据。
rule-confidence-seen = 把握：在公开网页上见过转述，未与原文核对。
rule-confidence-own = 把握：凭行业经验写成，未查到出处原文。
rule-confidence-derived = 把握：由所引文件的要求推出，原文没有逐字规定。
rule-verified = 已于 { $date } 与原文核对。
rule-not-verified = 尚未有人与标准原文核对。
rule-closing = 以上结果只说明文件与所列规则是否相符，不构成合规结论。其中 { $count } 条规则尚未与标准原文核对：{ $rules }。引用前请由专业人员对照现行版本确认。
rule-closing-none = 以上结果只说明文件与所列规则是否相符，不构成合规结论。{ $count } 条规则均尚未与标准原文核对，引用前请由专业人员对照现行版本确认。
rule-closing-all = 以上结果只说明文件与所列规则是否相符，不构成合规结论。

## 缺什么

rule-missing-as-of = 没有给出核对日期。请加上 --as-of 日期，例如 --as-of 2026-07-15。
rule-missing-run = 文件只能核对标称值，动作有快慢、设备会拒动，要由仿真判定。请用 drillsim run 运行场景。
rule-missing-network = 本次只看文件（--files-only），这条规则要看接线。请去掉该选项再审查。
rule-missing-flow = 失去 { $lost } 后潮流没有算出结果，负载率不明。请核对网络参数。
rule-missing-flow-normal = 正常方式下潮流没有算出结果，负载率和电压不明。请核对网络参数。
rule-missing-scope = 预案没有写明适用的事件类别（scope），无从核对是否都有处置卡。请在 scope 中列出。
rule-missing-dispatch = 步骤 { $step } 操作 { $device }，但没有写明它的调度关系。请在设备 { $device } 下填写 dispatch（ordered 调度管辖、permitted 调度许可、informed 调度告知、own 自行管理）。
rule-missing-label = 设备 { $device } 没有登记双重编号。请在 label 中写上现场铭牌上的名称和编号。
rule-missing-contact-test = { $person }（角色 { $role }）没有最近一次联系测试的记录。请试拨其登记电话，把日期填入 last_contact_test。
rule-missing-substation = 没有写明电源 { $feeders } 来自哪座变电站。请填写 substation。
rule-missing-section = 没有写明电源 { $feeders } 各来自哪座变电站的哪段母线。请填写 substation 和 section。
rule-missing-route = 没有写明电源 { $feeders } 的敷设路径，无法排除同沟同塔。请在 route 中列出所经的电缆沟、隧道或杆塔区段。
rule-missing-dedicated-line = 二级负荷 { $load } 只有一路电源 { $feeder }。只有负荷较小或地区供电困难、且由 6 kV 及以上专用架空线供电时才可如此，文件中看不出。请人工确认。
rule-missing-too-many-ways = 从 { $source } 到进线的通路太多，没能逐一查完。请核对闭锁表，必要时简化网络模型。
rule-missing-too-many-states = 要走的状态超过 { $states } 个，查找中止。请推演场景，drillsim run 会逐项判断。
rule-missing-verbs-not-followed = 步骤 { $steps } 对设备的改变超出静态查找的范围。请推演，drillsim run 会逐项判断。
rule-missing-long-lists = 步骤 { $steps } 一步操作六台以上设备，逐台试遍失误耗时过长，只试了首末两台。请拆分步骤，或推演所担心的失误。
rule-missing-never-reached = 进线事前或中途失电、复电的各种组合以及单台跳闸都已试过，步骤 { $steps } 仍未走到。请推演相应的故障场景，drillsim run 会逐项判断。
rule-missing-found-targets = 步骤 { $steps } 的操作对象在步骤开始时才确定，仅凭文件不能判断。请推演相应的故障场景，drillsim run 会逐项判断。
rule-missing-test-date = 发电机 { $source } 没有填写 { $field }。请把最近一次试验的日期补上。
rule-missing-grade = 没有写明负荷 { $loads } 的等级，只能按三级看待，别的规则会漏掉它们。请填写 grade（1S、1、2、3）。
rule-missing-genset-settings = 没有写明机组 { $source } 的 { $fields }，现用的是缺省值，不能据此认定符合。请按机组实际整定填写。
rule-missing-fuel-store = 没有写明 { $source } 用哪个油箱的油，无法计算能撑多久。请在 fuel 中写上油箱，并登记容积和油位。

## 为什么不适用

rule-why-nothing = 文件中没有这条规则要看的内容。
rule-why-no-operating-step = 预案没有操作设备的步骤。
rule-why-no-step = 预案没有步骤。
rule-why-no-actor = 预案没有角色。
rule-why-no-switching = 预案没有分合闸步骤。
rule-why-no-set-started = 预案没有手动启动机组的步骤。
rule-why-no-interlock = 没有登记任何闭锁。
rule-why-no-dispatched-device = 预案不操作调度管辖或许可的设备。
rule-why-no-certificate-due = 没有角色要求持证。
rule-why-no-resource = 预案没有登记应急资源。
rule-why-no-limit-by-hand = 没有须靠人工操作满足的时限。
rule-why-one-side = 步骤只涉及一方。
rule-why-other-level = 客户的重要性等级不属于这一条。
rule-why-not-important = 客户不在重要电力用户名单上。
rule-why-no-grade-1 = 没有一级负荷。
rule-why-no-grade-1s = 没有一级负荷中特别重要的负荷。
rule-why-no-grade-2 = 没有二级负荷。
rule-why-no-security-load = 没有登记保安负荷。
rule-why-no-limit = 没有规定允许停电时间的重要负荷。
rule-why-no-supply-time = 没有规定持续供电时间的一级负荷。
rule-why-no-open-standby = 没有可由另一路电源转供的一级负荷。
rule-why-no-genset = 没有自备发电机。
rule-why-no-automatic = 没有自动切换装置，也没有自启动机组。
rule-why-no-figure = 客户文件没有填写这类数据。
rule-why-no-battery = 没有 UPS，也没有操作电源蓄电池。
rule-why-no-own-source = 既无自备发电机，也无应急电源接入点。
rule-why-no-fuel-due = 没有由发电机带且规定了持续供电时间的负荷。
rule-why-no-fire-pump = 没有消防泵等消防负荷。
rule-why-no-cooling-known = 特别重要负荷所依赖的负荷中没有空调或制冷。
rule-why-no-hospital = 客户不是医院。
rule-why-no-hospital-genset = 客户不是医院，或没有自备发电机。

## 预案内容

rule-PLN-01-title = 每类事件都有处置卡
rule-PLN-01-means = 预案适用范围（scope）内的每一类事件，至少有一张处置卡写明处置它（covers）。
rule-PLN-01-fail = 适用范围内的 { $classes } 没有处置卡。请各写一张，或在已有卡的 covers 中写明。

rule-PLN-02-title = 操作步骤写明地点和成功判据
rule-PLN-02-means = 每个操作设备的步骤都要说明在哪里做、凭什么确认做成了。核相、验电和转换开关的位置本身就是确认；发电车接入由在该处核相的步骤确认。
rule-PLN-02-fail-check = 步骤 { $step } 没有成功判据，做没做成无人确认。请补写 success_check。
rule-PLN-02-fail-phases = 步骤 { $step } 接入{ $points }，却没有步骤在那里核相。请补写 phase_check 步骤。
rule-PLN-02-fail-place = 步骤 { $step } 没有写明地点，设备 { $targets } 也没有登记位置。请补写 place。

rule-PLN-03-title = 操作不成时有后续
rule-PLN-03-means = 会改变供电的步骤（分合闸、启动、切换、接入、切除、恢复、加油）要写明做不成怎么办（只写 continue 而不列步骤等于没写）；打电话要写明无人接听怎么办；检查要写明不符时怎么办，另有处置卡由此启动的除外。本身就是失败分支的步骤可以不写，但有后续步骤等它做完的，以及手动启动、手动切换、接入发电车、加油、操作有拒动概率的开关，且关系到受保障负荷的，仍须写明。
rule-PLN-03-fail = 步骤 { $step } 没有写做不成怎么办。请补写 on_failure：转哪一步，或停止后续操作。
rule-PLN-03-fail-can-fail = 步骤 { $step } 是失败分支，但 { $targets } 仍可能不成功，且关系到受保障负荷。请补写 on_failure：报告谁，或转哪一步。
rule-PLN-03-fail-waited-for = 步骤 { $step } 是失败分支，{ $steps } 要等它做完；它做不成，后面就停住了。请补写 on_failure：转哪一步，或停止并报告谁。
rule-PLN-03-fail-no-answer = 步骤 { $step } 没有写 { $roles } 无人接听怎么办。请在通知中补写 no_answer，或给步骤补写 on_failure。
rule-PLN-03-fail-check = 步骤 { $step } 检查 { $things }，却没有写明不符时怎么办。请在 on_failure 中写明步骤。
rule-PLN-03-fail-no-word = 步骤 { $step } 等 { $awaited } 有时限（wait_at_most），却没有写明等不到时怎么办。请在 on_failure 中写明步骤。
rule-PLN-03-fail-strange = 步骤 { $step } 失败后转 { $steps }，但它不在本卡 { $card } 中：那样它就只在此时才做，在自己的卡里反而不做了。请改为本卡的步骤。

rule-PLN-04-title = 每个角色至少两人且联系得上
rule-PLN-04-means = 每个要做事的角色有 A、B 角，登记的联系方式在 90 天内测试过；步骤要通知的角色也有 A、B 角。任何时候都不能只指望一个要从家里叫来的人。
rule-PLN-04-fail-people = 角色 { $role } 只有 { $people }，没有 B 角。请至少再指定一人。
rule-PLN-04-fail-alone = { $since } 起角色 { $role } 无人在岗，能叫来的只有 { $person } 一人，{ $others } 叫不来。请再安排一人：在 off_duty 写明 comes_in，或排班。
rule-PLN-04-fail-contact = { $person }（角色 { $role }）上次联系测试是 { $date }，已过 { $days } 天，超过 90 天。请重新试拨并更新日期。

rule-PLN-05-title = 设备名称编号与接线一致
rule-PLN-05-means = 步骤文字里的开关编号都在网络模型中，写的就是要操作的那台；设备登记了双重编号，名称里带有编号。
rule-PLN-05-fail-strange = 步骤 { $step } 写到开关 { $numbers }，网络模型中没有。请核对编号，或更新接线图。
rule-PLN-05-fail-other = 步骤 { $step } 文字写的是 { $numbers }，要操作的却是 { $targets }。请改成一致。
rule-PLN-05-fail-silent = 步骤 { $step } 操作 { $targets }，文字里没有写它的编号或名称。请写上双重编号。
rule-PLN-05-fail-label = 设备 { $device } 登记的名称“{ $label }”里没有它的编号。请按双重编号写成名称加编号。

rule-PLN-06-title = 操作顺序不违反闭锁
rule-PLN-06-means = 从正常方式和自动装置动作后的各种方式出发，按处置卡的顺序逐步操作，任何一步都不会使闭锁的设备合上过多。
rule-PLN-06-fail = 按处置卡 { $card } 的顺序（停电电源：{ $lost }），步骤 { $step } 合上 { $device } 时违反闭锁：{ $of } 中最多合 { $most } 台。请把应先拉开的写在前面，或加上前提条件。

rule-PLN-07-title = 各步时间之和在时限之内
rule-PLN-07-means = 只加各步的通常用时（不计路程、通话和等待），就不应超过步骤自己的时限、靠人工恢复的负荷的允许停电时间，以及功能造成不可逆后果之前的时间。启动条件须持续的时间和决定启动的时间计算在内。被叫来的人至少赶得上其角色的某一步。
rule-PLN-07-fail-within = 步骤 { $step } 通常要 { $usual }，超过它自己的时限 { $limit }。请改时限，或减少一人要操作的设备。
rule-PLN-07-fail-path = 靠人工恢复 { $subject } 要走到步骤 { $step }，仅通常用时就要 { $usual }，超过 { $limit }。请并行安排、提前启动，或改为自动。
rule-PLN-07-fail-comes-in = { $person } 接到通知后通常要 { $usual } 才能赶到，而 { $roles } 到现场做的步骤时限最长只有 { $limit }。请安排更近的人担任，或更正 comes_in、within。
rule-PLN-07-fail-begins = 处置卡 { $card } 通常在事件发生 { $usual } 之后才启动（启动条件持续时间加决定时间），比任何一步的时限（{ $limit }）都长。请缩短决定时间，或缩短启动条件的持续时间。

rule-PLN-08-title = 写明恢复正常方式
rule-PLN-08-means = 预案要有恢复正常运行方式的步骤。
rule-PLN-08-fail = 预案没有恢复正常方式的步骤。请补写 restoration。

rule-PLN-09-title = 调度管辖、许可的设备有许可手续
rule-PLN-09-means = 预案操作的调度管辖或许可设备，以及许可所列设备，都要有许可覆盖，并由操作的一方事先申请：在本卡前面的步骤，或在它等待的步骤中申请。
rule-PLN-09-fail-permit = 步骤 { $step } 操作 { $device }，它属调度管辖或许可，却没有任何许可覆盖。请在 permits 中补上。
rule-PLN-09-fail-asked = 步骤 { $step }（处置卡 { $card }）操作 { $device } 须先取得许可 { $permit }，但操作的一方事先没有一步去申请。请补写申请步骤。

rule-PLN-10-title = 版本、日期、签署齐全且未过期
rule-PLN-10-means = 预案写明施行日期和下次评审日期；已批准的预案有供用双方签署；评审没有过期。
rule-PLN-10-fail-date = 预案没有填写 { $field }。请补上日期。
rule-PLN-10-fail-sign-off-customer = 预案已标为批准，但没有用户方签署。请补签，或改回草稿。
rule-PLN-10-fail-sign-off-utility = 预案已标为批准，但没有供电方签署。请补签，或改回草稿。
rule-PLN-10-fail-overdue = 预案应在 { $date } 前评审，已经过期。请组织评审并更新 next_review。

rule-PLN-11-title = 应急资源有位置、数量、归属
rule-PLN-11-means = 预案要用到的资源写明放在哪里、有多少、是谁的；协议还在有效期内。机组要用燃油的，写明谁来供油。
rule-PLN-11-fail-no-fuel = { $gensets } 要用燃油{ $stated ->
        [yes] （油箱 { $tanks }）
       *[no] {""}
    }，而 resources 中没有任何燃油来源。请登记供油协议：kind: fuel、由谁送、多少、多快（暴雨时也要写）、有效期。
rule-PLN-11-fail-facts = 资源“{ $resource }”缺少 { $lacking }。请补齐。
rule-PLN-11-fail-expired = 资源“{ $resource }”的协议已于 { $date } 到期。请续签并更新日期。

rule-PLN-12-title = 不用含糊的时间词，不用未解释的缩写
rule-PLN-12-means = “立即”“尽快”“及时”一类词没有时限就无法执行，也无法考核；缩写要在文件里有全称。
rule-PLN-12-fail-vague = 步骤 { $step } 写了“{ $words }”却没有时限。请写明多长时间内完成（within），或改写为可执行的条件。
rule-PLN-12-fail-abbreviation = 步骤 { $step } 用了未解释的缩写 { $words }。请写全称。

rule-PLN-13-title = 要求持证的角色证件有效
rule-PLN-13-means = 角色要求证书的，名单上的人在核对日期都持有有效证书。
rule-PLN-13-fail = 角色 { $role } 要求持“{ $certificate }”证，{ $people } 的已过期。请复审换证，或从名单中去掉。
rule-PLN-13-fail-none = 角色 { $role } 要求持“{ $certificate }”证，{ $people } 未持有。请换成持证人员，或在 customer.yaml 中补登证书。

rule-PLN-24-title = 自动装置拒动时有人工操作步骤
rule-PLN-24-means = 备自投、双电源切换、机组自启动都可能失灵。只要受保障负荷会因此停电，当时应启动的处置卡里就要有同样作用的人工步骤：合母联或备用侧、手动切换、手动启动机组。
rule-PLN-24-fail = { $what } 拒动时，{ $loads } 停电，而 { $cards } 里没有代替它的人工操作步骤。请补写：先断开什么、再合上什么、由谁操作、要什么许可、多久完成。
rule-PLN-24-fail-start = { $what } 不能自启动时，{ $loads } 停电，而 { $cards } 里没有手动启动的步骤。请补写：由谁、在哪里、多久完成，仍启动不了时怎么办。

rule-PLN-25-title = 需从家中赶来的人员提前通知
rule-PLN-25-means = 某些时段岗位无人在岗、人员需应召赶来的，凡用到该岗位的处置卡都有一步通知其到岗；否则要等轮到其操作时才去叫。恢复正常方式和失败后的步骤不在此列。
rule-PLN-25-fail = { $since } 起岗位 { $role } 无人在岗，处置卡 { $card } 的 { $steps } 要用到，而卡中没有一步通知其到岗：要等轮到该步才去叫，一般 { $usual } 才到。请在卡的前部增加通知步骤。
rule-PLN-25-fail-second = { $since } 起岗位 { $role } 无人在岗，处置卡 { $card } 的 { $steps } 要用该岗位两人，而卡中只通知到其中一人：另一人要等轮到该步才去叫，一般 { $usual } 才到。请两人都通知。
rule-why-nobody-comes-in = 各处置卡用到的人员任何时段都有人在岗。

rule-P07-title = 供用双方预案衔接
rule-P07-means = 双方的步骤不能互相等待成环；等待对方的消息时，必须有一步把消息发给他。有超时兜底也算缺口。
rule-P07-fail-circle = 供用双方互相等待：{ $steps }，涉及条款 { $clauses }。请确定由哪一方先做，去掉环上的一个等待。
rule-P07-fail-nobody-sends = 步骤 { $step } 要等 { $role } 得知 { $awaited }，但没有一步把它告诉这个角色。请在对方步骤的 tells 中补上。

## 供电电源

rule-LOD-01-title = 负荷等级都已登记
rule-LOD-01-means = 每个负荷都写明等级；没有写的按三级看待，其他规则就看不到它。

rule-LOD-02-title = 正常方式运行合理
rule-LOD-02-means = 各路电源都在、开关处于正常方式、各负荷取最大需求时，线路和变压器不超额定，各路电源不超可供容量，各母线电压在允许范围内（有规定的按规定，否则 0.93~1.07 标幺值）。
rule-LOD-02-fail = 正常方式下 { $element } 负载率已达 { $percent } %。请核对其参数和所带负荷；数据无误的，先行减载，再谈预案。
rule-LOD-02-fail-voltage = 正常方式下 { $bus } 电压为 { $pu } 标幺值，允许 { $least }~{ $most }，压降主要在 { $along } 上。请核对其长度、型号和所带负荷；数据无误的，调分接头或补偿。

rule-LOD-03-title = 保安负荷电动机先启动
rule-LOD-03-means = 停电后电动机分批启动的，非保安负荷的电动机不排在保安负荷之前：否则保安负荷要等其启动完毕。
rule-LOD-03-fail = { $load }不是保安负荷，却排在第 { $group } 批启动，先于第 { $later } 批的保安负荷{ $critical }，后者要等其启动完毕。请调换批次。
rule-why-no-motor = 没有带电动机的负荷。

rule-SUP-01-title = 特级重要用户三路电源
rule-SUP-01-means = 特级用户有三路电源，其中至少两路来自不同变电站；任何两路失去，第三路能独立带正常负荷。
rule-SUP-01-fail-sources = 特级用户应有 { $due } 路电源，现有 { $count } 路。请增加电源。
rule-SUP-01-fail-substations = 各路电源都来自同一变电站。请至少有一路引自另一座变电站。
rule-SUP-01-fail-dark = 失去 { $lost } 后，{ $loads } 无法由剩余电源恢复。请调整接线。
rule-SUP-01-fail-loading = 失去 { $lost } 后，{ $element } 负载率约 { $percent } %，剩余电源带不动。请增容或列出先切除的负荷。
rule-SUP-01-pass = { $count } 路电源，任何两路失去时最高负载率约 { $percent } %。

rule-SUP-02-title = 一级重要用户两路电源
rule-SUP-02-means = 一级用户有两路电源，来自不同变电站；一路失去，另一路能独立带正常负荷；某座变电站连同其全部出线失去时，剩余电源也带得起。
rule-SUP-02-fail-sources = 一级用户应有 { $due } 路电源，现有 { $count } 路。请增加电源。
rule-SUP-02-fail-substations = 两路电源来自同一变电站。请有一路引自另一座变电站。
rule-SUP-02-fail-dark = 失去 { $lost } 后，{ $loads } 无法由剩余电源恢复。请调整接线。
rule-SUP-02-fail-loading = 失去 { $lost } 后，{ $element } 负载率约 { $percent } %，剩余电源带不动。请增容或列出先切除的负荷。
rule-SUP-02-pass = { $count } 路电源，任何一路失去时最高负载率约 { $percent } %。

rule-SUP-03-title = 二级重要用户双回路
rule-SUP-03-means = 二级用户有双回路，可来自同一变电站的不同母线段。
rule-SUP-03-fail-sources = 二级用户应有 { $due } 回供电，现有 { $count } 回。请增加一回。
rule-SUP-03-fail-sections = 各回都引自同一母线段（{ $section }）。请改引到不同母线段。

rule-SUP-04-title = 临时性重要用户宜双路供电
rule-SUP-04-means = 临时性重要用户在有条件时采用双路供电，例如架设临时线路。
rule-SUP-04-fail = 只有 { $count } 路电源。有条件时请安排第二路，例如临时线路。

rule-SUP-05-title = 一级负荷的两路电源不会同时损坏
rule-SUP-05-means = 一级负荷由双重电源供电：没有哪一条电缆沟、一个房间或一座变电站，失去它就失去全部电源。
rule-SUP-05-fail-one = 一级负荷 { $load } 只有 { $feeder } 能供到。请增加第二路电源。
rule-SUP-05-fail-zone = 区域“{ $cause }”一旦失火或进水，{ $takes } 同时失去，{ $loads } 将失去全部供电进线。请分开敷设或作防火分隔，并在预案中按进线全失处置。
rule-SUP-05-fail-substation = 变电站“{ $cause }”全停时 { $takes } 同时失电，{ $loads } 将失去全部供电进线。请有一路引自另一座变电站。

rule-SUP-06-title = 特别重要负荷另有应急电源且专用
rule-SUP-06-means = 一级负荷中特别重要的负荷除双重电源外还有应急电源，应急供电系统不接其他负荷（保安负荷除外）。
rule-SUP-06-fail-none = 特别重要负荷 { $load } 没有接到应急电源。请改接到应急段或加 UPS。
rule-SUP-06-fail-other = 应急供电系统上接有 { $grade } 级负荷 { $load }，它既非一级也非保安负荷。请移出应急段。

rule-SUP-07-title = 应急电源种类合适
rule-SUP-07-means = 应急电源可为独立于正常电源的发电机组、独立的专用馈电线路、蓄电池或干电池。
rule-SUP-07-fail = 有特别重要负荷（{ $loads }），却没有发电机组或 UPS。请增设应急电源。

rule-SUP-08-title = 应急电源种类适应允许停电时间
rule-SUP-08-means = 毫秒级的用不间断电源；几秒的用自动投入的备用电源；15 秒以上的可用快速自启动发电机组。
rule-SUP-08-fail-none = { $load } 允许停电 { $limit }，却没有任何装置自动接替。请加 UPS、自动切换或自启动机组。
rule-SUP-08-fail-no-break = { $load } 只允许停电 { $limit }，现有接替最快要 { $quickest }。请由 UPS 供电。
rule-SUP-08-fail-slow = { $load } 允许停电 { $limit }，现有接替最快要 { $quickest }。请由 UPS 供电或缩短切换。

rule-SUP-09-title = 应急供电时间够用
rule-SUP-09-means = 自备应急电源连同全部油箱和蓄电池，能撑到负荷要求的持续供电时间（例如安全停产所需时间）。
rule-SUP-09-fail = { $load } 要求持续供电 { $due }，自备电源连同全部存油、蓄电池约可撑 { $lasts }，预案也没有加油步骤。请增加储备，或写明加油安排。

rule-SUP-10-title = 二级负荷两回线路
rule-SUP-10-means = 二级负荷宜由两回线路供电；负荷较小或地区供电困难时，可由一回 6 kV 及以上专用架空线供电。
rule-SUP-10-fail = 二级负荷 { $load } 没有两回线路供电，电压也不到 6 kV。请增加一回。

rule-SUP-11-title = 特别重要负荷所依赖的空调与之同级
rule-SUP-11-means = 保证特别重要负荷运行的空调、制冷宜为一级负荷。由 serves 识别，没有写明时凭名称。
rule-SUP-11-fail = 功能 { $function } 依赖特别重要负荷和 { $load }，后者只是 { $grade } 级。请提高它的负荷等级并改接电源。

rule-SUP-12-title = 保安负荷有非电保安措施
rule-SUP-12-means = 有保安负荷的客户，除自备电源外还要有非电性质的保安措施。
rule-SUP-12-fail = 保安负荷 { $loads }{ $stand ->
        [yes] （支撑 { $functions }）
       *[no] {""}
    }没有非电保安措施。请写明失电后靠什么顶住（手动阀、气瓶、人工通气等）。

rule-BZT-01-title = 一级负荷的备用电源自动投入
rule-BZT-01-means = 双电源变电所有一路备用断开的，以及带一级负荷的母线段，应装设备用电源自动投入装置。
rule-BZT-01-fail = 失去 { $feeder } 后，一级负荷 { $load } 可由 { $others } 转供，但没有投入的自动装置，只能人工操作。请装设或投入备自投。

## 自备应急电源

rule-EPS-01-title = 重要用户有自备应急电源
rule-EPS-01-means = 重要电力用户应配置自备应急电源。
rule-EPS-01-fail = 客户属 { $level } 级重要用户，没有登记自备应急电源。请配置并登记。

rule-EPS-02-title = 自备电源容量不小于保安负荷的 120 %
rule-EPS-02-means = 自备应急电源的额定容量达到全部保安负荷的 120 %。
rule-EPS-02-fail = 自备电源（{ $sources }）共 { $have_kw } kW，按保安负荷的 { $percent } % 应有 { $due_kw } kW。请增容或核减保安负荷。
rule-EPS-02-pass = 自备电源（{ $sources }）共 { $have_kw } kW，按保安负荷的 { $percent } % 应有 { $due_kw } kW。

rule-EPS-02b-title = 自备电源能起动并带住全部保安负荷
rule-EPS-02b-means = 自备应急电源至少能起动并带住全部保安负荷，包括其中最大的电动机。
rule-EPS-02b-fail = 自备电源（{ $sources }）共 { $have_kw } kW，带不住 { $due_kw } kW 的保安负荷。请增容或核减保安负荷。
rule-EPS-02b-fail-motor = 最大的电动机 { $load } 启动容量 { $kva } kVA，机组只能带起 { $limit } kVA。请加软启动、并机或增容。
rule-EPS-02b-fail-step = { $load } 一次投入 { $kw } kW，机组一次最多突加 { $limit } kW。请分级投入。

rule-EPS-03-title = 自备电源与电网之间有可靠闭锁
rule-EPS-03-means = 在闭锁允许的任何开关位置下，自备电源都到不了供电线路；只靠制度约束的闭锁不算可靠。
rule-EPS-03-fail-open = { $source } 可经 { $way } 反送到供电线路，没有闭锁阻止。请在 { $breaker } 与进线之间装设电气或机械闭锁。
rule-EPS-03-fail-procedural = { $source } 可经 { $way } 反送到供电线路，现在只靠操作规定防止。请在 { $breaker } 与进线之间改用电气或机械闭锁。

rule-EPS-04-title = 接替时间在允许停电时间之内
rule-EPS-04-means = 任一路进线失电时，每个重要负荷由自动装置接替的时间不超过它的允许停电时间；保安负荷和一级中特别重要负荷在全部进线同时失电时也须如此。文件只能核对标称值，快慢与拒动由仿真判定。
rule-EPS-04-fail = { $load } 允许停电 { $limit }，一路进线失电时按标称值也要 { $nominal } 才能接替。请由 UPS 供电或缩短切换。
rule-EPS-04-fail-none = { $load } 允许停电 { $limit }，一路进线失电时没有任何装置自动接替。请加 UPS、自动切换或自启动机组。
rule-EPS-04-fail-all = { $load } 允许停电 { $limit }，全部进线失电时按标称值也要 { $nominal } 才能接替。请由 UPS 供电或加快自备电源投入。
rule-EPS-04-fail-all-none = { $load } 允许停电 { $limit }，全部进线失电时没有任何装置自动接替。请接到自启动机组或 UPS 上。
rule-EPS-04-unknown-run = 任一路进线失电时，{ $count } 个重要负荷按标称值都来得及；其中保安负荷和一级中特别重要负荷在全部进线失电时也来得及。快慢与拒动要由仿真判定。请用 drillsim run 运行场景。

rule-EPS-05-title = 有应急发电车接入点
rule-EPS-05-means = 设有外部移动发电机的接入点，相序、电缆长度、停车位和接地都写明。
rule-EPS-05-fail-phase-marked = 接入箱 { $point } 的相序没有标明、核对。请核相并标明。
rule-EPS-05-fail-earth-point = 接入箱 { $point } 旁没有供发电车用的接地点。请设置。
rule-EPS-05-fail-plug = 接入箱 { $point } 的插座（{ $plug }）与 { $source } 的插头（{ $other }）不配。请统一或备转接头。
rule-EPS-05-fail-cable = 接入箱 { $point } 须 { $due } m 电缆，{ $source } 只带 { $have } m。请备足电缆或改停车位。

rule-EPS-06-title = 自备电源定期试验
rule-EPS-06-means = 启动试验一个月一次，带载试验和切换试验一年一次，有记录。
rule-EPS-06-fail = { $source } 的 { $field } 是 { $date }，已过 { $days } 天，超过 { $due } 天。请安排试验并更新日期。
rule-EPS-06-fail-transfer = 切换装置 { $transfer } 上次切换试验是 { $date }，已过 { $days } 天，超过 { $due } 天。请安排试验。

rule-EPS-07-title = 应急电源所带负荷的变更有备案
rule-EPS-07-means = 未经同意不得在应急电源上接入其他负荷，接线变更要备案。
rule-EPS-07-fail = { $load } 于 { $date } 接到应急电源，供电公司 { $agreed } 才同意。请先同意后接入。

rule-EPS-08-title = 机组自启动参数符合要求
rule-EPS-08-means = 自动启动三次，每次 8–12 秒，间隔 5–10 秒；自启动成功率不低于 98 %。
rule-EPS-08-fail = 机组 { $source } 的 { $fields } 不在规定范围。请核对自启动设置：三次，每次 8–12 s，间隔 5–10 s，成功率不低于 98 %。

rule-EPS-09-title = 机组按时供上电且置于自动，UPS 在线
rule-EPS-09-means = 低压机组 30 秒内、高压机组 60 秒内供上电，平时置于自动启动状态；UPS 平时在线运行，也不由另一台 UPS 供电。按十次中最慢的一次核对。
rule-EPS-09-fail-auto = 机组 { $source } 不会自动启动（控制开关 { $control }，或没有装置召唤它）。请置于自动，并写明由哪个切换装置召唤。
rule-EPS-09-fail-bypass = UPS { $source } 平时处于 { $mode }：旁路一失电，所带负荷就停电，电池有电也没用。请恢复在线运行。
rule-EPS-09-fail-behind = UPS { $source } 的输入 { $input } 只由另一台 UPS 供电，那一台要带两台的负荷，电池更早耗尽，而且一停俱停。请改由市电母线或应急段供电。
rule-EPS-09-fail-slow = 机组 { $source } 十次中最慢的一次要 { $takes } 才供上电，超过 { $limit }。请缩短切换延时或检修启动系统。

rule-EPS-10-title = 消防泵按时接替
rule-EPS-10-means = 消防泵两路市电之间切换不超过 2 秒，市电与柴油机之间不超过 15 秒。按较宽的 15 秒核对，由 serves 识别，没有写明时凭名称。
rule-EPS-10-fail = 消防泵 { $load } 由自动装置接替要 { $quickest }，超过 15 s。请缩短切换。
rule-EPS-10-fail-none = 消防泵 { $load } 没有任何装置自动接替。请接到自动切换之后。

rule-EPS-11-title = 日用油箱不够时有补油安排
rule-EPS-11-means = 机房内日用油箱不超过 1 立方米；撑不到要求时间的，要有停电时仍能运转的补油泵和足够的储油，或书面的加油安排。
rule-EPS-11-fail-size = 油箱 { $store } 容积 { $litres } L，放在机房内，超过 1000 L。请改设室外储罐。
rule-EPS-11-fail-none = 油箱 { $store } 连同补油只够约 { $all }（{ $burn } L/h），负荷 { $load } 要求 { $due }，预案也没有加油步骤。请增加储油，或写明加油安排。
rule-EPS-11-fail-dead-pump = 油箱 { $store } 只够约 { $lasts }（{ $burn } L/h），要靠补油泵 { $dead }，而停电时它没有电。请把泵接到应急段，或写明人工加油。
rule-EPS-11-fail-slow-pump = 补油泵 { $running } 每小时只补 { $gives } 升，而 { $gensets } 每小时要烧 { $burn } 升，储油再多油箱 { $store } 也会见底。请换大泵，或更正 l_per_min。

rule-EPS-13-title = 预案启动的机组要接上母线
rule-EPS-13-means = 步骤手动启动机组后，应有步骤或切换装置合上其出口开关；否则机组空转，谁也供不到。
rule-EPS-13-fail = { $steps }启动{ $source }，而没有任何步骤或装置合上其出口开关{ $breaker }向{ $board }供电。请增加合闸步骤，合闸前先断开并锁住市电侧。
rule-EPS-12-title = 保安负荷都接在应急供电上
rule-EPS-12-means = 每个保安负荷在应急方式下都由自备电源供到。
rule-EPS-12-fail = 保安负荷 { $load } 没有接到应急段，自备电源供不到它。请改接，或从保安负荷中去掉。

rule-FUEL-01-title = 日用油箱单独能撑多久
rule-FUEL-01-means = 日用油箱按所带负荷的耗油量单独能撑的时间（油量除以耗油率）不短于负荷要求的持续供电时间；不够时说明靠什么补。
rule-FUEL-01-fail = 油箱“{ $store }”按 { $burn } L/h 只够约 { $lasts }，负荷 { $load } 要求 { $due }，又没有补油泵。请增加储油，或在预案中写明加油。
rule-FUEL-01-fail-pump = 油箱“{ $store }”按 { $burn } L/h 单独只够约 { $lasts }，负荷“{ $load }”要求 { $due }；能否撑到全靠补油泵“{ $pumps }”（连同补油约 { $all }）。请在预案中写明泵停时怎么办、油位降到多少就加油。

rule-FUEL-02-title = 机组油耗合理
rule-FUEL-02-means = 机组满载油耗（fuel_l_per_kwh）在每千瓦时 0.18 至 0.4 升之间，与柴油机组相符；自备电源能供多久取决于它。另给油耗曲线（burn）的，按曲线。
rule-FUEL-02-fail = { $source } 登记的满载油耗为每千瓦时 { $burns } 升，柴油机组一般为 { $least } 至 { $most } 升。请更正 fuel_l_per_kwh，或在 burn 中填写厂家曲线。

rule-FIG-01-title = 数据合乎常理
rule-FIG-01-means = 客户文件中的时间、概率、电压、比例都在行业常见范围内（drillsim 常用数据表，未核实）；步骤用时按其动作核对。超出范围的多半是笔误或单位写错，而每次推演都以它为准。
rule-FIG-01-fail = { $subject } 的 { $field } 为 { $value }，常见范围 { $least } 至 { $most }。请更正；确实如此的，保留并注明来源。
rule-FIG-01-fail-time = { $subject } 的 { $field } 合 { $usual }，常见范围 { $least } 至 { $most }。请更正；确实如此的，保留并注明来源。
rule-FIG-01-fail-spread = { $subject } 的 { $field } 通常 { $usual }，十次中却有一次要 { $late }，两者相差过大，等于没有数据。请更正其一。

rule-FIG-02-title = 蓄电池在使用年限内
rule-FIG-02-means = UPS 和直流操作电源的蓄电池不超过 10 年（自有经验，未核实；不少厂家要求 5 年更换）。投运年月填在 installed。
rule-FIG-02-fail = { $battery } 的蓄电池为 { $since } 投运，已超过 { $most } 年。请更换，或更正 installed。

rule-OPS-01-title = 任何可到达的状态均无反送电、无非同期并列
rule-OPS-01-means = 从每种运行方式、每种进线失电情况出发，逐步走完各处置卡及恢复步骤，其间最多漏做、重做一步、设备拒动一次或误动相邻设备一次（一步操作六台以上设备的，只试首末两台），失败分支和各选项都走，设备闭锁有效；再逐一假定各项程序闭锁失效，重走一遍。
rule-OPS-01-pass = 走查了 { $steps } 个步骤、{ $states } 个状态，未发现问题。
rule-OPS-01-fail =
    处置卡{ $card }的步骤{ $step }操作{ $device }（{ $parts }；运行方式{ $mode }，失电进线：{ $lost }；相对该方式的变位：{ $state }；在供电源：{ $live }）：{ $hazard ->
        [back_feed] 带电的电源与停电的进线相连，形成反送电
        [joining_unlike] 相位或电压（接线组别、相角、变比）不一致的带电部分并列
       *[paralleling] 不属同一系统的两路电源并列
    }。{ $slip ->
        [failed] 条件是步骤{ $at }的设备拒动。应在该步骤写明拒动时怎么办。
        [omitted] 条件是漏做步骤{ $at }。应加装闭锁，或将步骤{ $at }的结果写作该步骤的条件。
        [repeated] 条件是重做步骤{ $at }。应加装闭锁，或将起始位置写作该步骤的条件。
        [neighbour] 条件是步骤{ $at }误操作{ $instead }。应加装闭锁、区分柜面标识，并在下一步前核对位置。
        [defeated] 条件是不遵守“{ $interlock }不得同时合上”的规定。应改为钥匙闭锁或电气闭锁。
       *[none] 按处置卡原文执行即会发生。应调整顺序或补上缺少的步骤。
    }

rule-OPS-02-title = 任何可到达的状态均无带接地合闸、带负荷拉合隔离开关
rule-OPS-02-means = 从每种运行方式、每种进线失电情况出发，逐步走完各处置卡及恢复步骤，其间最多漏做、重做一步、设备拒动一次或误动相邻设备一次（一步操作六台以上设备的，只试首末两台），失败分支和各选项都走，设备闭锁有效；再逐一假定各项程序闭锁失效，重走一遍。
rule-OPS-02-pass = 走查了 { $steps } 个步骤、{ $states } 个状态，未发现问题。
rule-OPS-02-fail =
    处置卡{ $card }的步骤{ $step }操作{ $device }（{ $parts }；运行方式{ $mode }，失电进线：{ $lost }；相对该方式的变位：{ $state }；在供电源：{ $live }）：{ $hazard ->
        [closing_onto_earth] 带接地合闸
        [earthing_live] 带电挂接地
        [closing_tagged] 违反“禁止合闸”标示合闸
       *[isolator_under_load] 带负荷拉合隔离开关或熔断器
    }。{ $slip ->
        [failed] 条件是步骤{ $at }的设备拒动。应在该步骤写明拒动时怎么办。
        [omitted] 条件是漏做步骤{ $at }。应加装闭锁，或将步骤{ $at }的结果写作该步骤的条件。
        [repeated] 条件是重做步骤{ $at }。应加装闭锁，或将起始位置写作该步骤的条件。
        [neighbour] 条件是步骤{ $at }误操作{ $instead }。应加装闭锁、区分柜面标识，并在下一步前核对位置。
        [defeated] 条件是不遵守“{ $interlock }不得同时合上”的规定。应改为钥匙闭锁或电气闭锁。
       *[none] 按处置卡原文执行即会发生。应调整顺序或补上缺少的步骤。
    }

rule-OPS-03-title = 作业与接地之前均有验电、接地
rule-OPS-03-means = 从每种运行方式、每种进线失电情况出发，逐步走完各处置卡及恢复步骤，其间最多漏做、重做一步、设备拒动一次或误动相邻设备一次（一步操作六台以上设备的，只试首末两台），失败分支和各选项都走，设备闭锁有效；再逐一假定各项程序闭锁失效，重走一遍。
rule-OPS-03-pass = 走查了 { $steps } 个步骤、{ $states } 个状态，未发现问题。
rule-OPS-03-fail =
    处置卡{ $card }的步骤{ $step }操作{ $device }（{ $parts }；运行方式{ $mode }，失电进线：{ $lost }；相对该方式的变位：{ $state }；在供电源：{ $live }）：{ $hazard ->
        [earth_without_proof] 未验电即接地
       *[unsafe_work] 在未验电、接地的部位作业
    }。{ $slip ->
        [failed] 条件是步骤{ $at }的设备拒动。应在该步骤写明拒动时怎么办。
        [omitted] 条件是漏做步骤{ $at }。应加装闭锁，或将步骤{ $at }的结果写作该步骤的条件。
        [repeated] 条件是重做步骤{ $at }。应加装闭锁，或将起始位置写作该步骤的条件。
        [neighbour] 条件是步骤{ $at }误操作{ $instead }。应加装闭锁、区分柜面标识，并在下一步前核对位置。
        [defeated] 条件是不遵守“{ $interlock }不得同时合上”的规定。应改为钥匙闭锁或电气闭锁。
       *[none] 按处置卡原文执行即会发生。应调整顺序或补上缺少的步骤。
    }

rule-OPS-04-title = 调度设备的操作均有许可
rule-OPS-04-means = 从每种运行方式、每种进线失电情况出发，逐步走完各处置卡及恢复步骤，其间最多漏做、重做一步、设备拒动一次或误动相邻设备一次（一步操作六台以上设备的，只试首末两台），失败分支和各选项都走，设备闭锁有效；再逐一假定各项程序闭锁失效，重走一遍。
rule-OPS-04-pass = 走查了 { $steps } 个步骤、{ $states } 个状态，未发现问题。
rule-OPS-04-fail = 处置卡{ $card }的步骤{ $step }操作{ $device }（{ $parts }；运行方式{ $mode }，失电进线：{ $lost }；相对该方式的变位：{ $state }；在供电源：{ $live }）：该设备属调度管辖或许可，预案中没有覆盖它的许可。应纳入许可，或在协议中明确由客户自行操作。

rule-OPS-05-title = 高压操作均有监护
rule-OPS-05-means = 从每种运行方式、每种进线失电情况出发，逐步走完各处置卡及恢复步骤，其间最多漏做、重做一步、设备拒动一次或误动相邻设备一次（一步操作六台以上设备的，只试首末两台），失败分支和各选项都走，设备闭锁有效；再逐一假定各项程序闭锁失效，重走一遍。
rule-OPS-05-pass = 走查了 { $steps } 个步骤、{ $states } 个状态，未发现问题。
rule-OPS-05-fail = 处置卡{ $card }的步骤{ $step }操作{ $device }（{ $parts }；运行方式{ $mode }，失电进线：{ $lost }；相对该方式的变位：{ $state }；在供电源：{ $live }）：高压操作只有一人。应写明监护人。

rule-INT-01-title = 运行方式不违反闭锁
rule-INT-01-means = 登记的每一种运行方式都不会使闭锁的设备合上过多。
rule-INT-01-fail = 运行方式 { $mode } 违反闭锁：{ $of } 中最多合 { $most } 台。请核对方式或闭锁表。

## 医院

rule-HOSP-04-title = 医院有柴油发电机组
rule-HOSP-04-means = 三级医院应设应急柴油发电机组，二级医院宜设。
rule-HOSP-04-fail = 没有登记柴油发电机组。三级医院请配置；二级医院宜配置。
rule-HOSP-04-fail-tertiary = 三级医院没有登记柴油发电机组。请配置。
rule-HOSP-04-fail-secondary = 二级医院没有登记柴油发电机组，宜配置。

rule-HOSP-05-title = 医院燃油储备
rule-HOSP-05-means = 三级医院燃油大于 24 小时，二级大于 12 小时，二级以下大于 3 小时。
rule-HOSP-05-fail = 油箱 { $store } 连同补油约可用 { $all }（{ $burn } L/h），应多于 { $due } h。请增加储油。
rule-HOSP-05-pass = 油箱 { $store } 连同补油约可用 { $all }（{ $burn } L/h），多于 { $due } h。

rule-HOSP-06-title = 允许停电 0.5 秒以内的负荷由 UPS 供电
rule-HOSP-06-means = 要求 0.5 秒以内恢复的负荷由在线 UPS 供电；后有机组时 UPS 不少于 15 分钟。
rule-HOSP-06-fail-none = { $load } 允许停电不超过 0.5 s，却不在 UPS 之后。请由在线 UPS 供电。
rule-HOSP-06-fail-short = { $load } 前的 UPS 满电约可撑 { $lasts }，不足 15 min。请增加电池或减少所带负荷。

## 场景是否适用于该客户

applicable-unknown-id = 该客户没有编号为 { $ids } 的对象。
applicable-nothing = 该客户没有这样的对象：{ $what }。
applicable-cannot = { $found } 不可能发生 { $fault } 这种故障（见 drillsim explain { $fault }）。
applicable-mode = 该客户没有 { $name } 这种运行方式，运行方式写在 site.yaml 的 modes。
applicable-load = 该客户没有 { $name } 这种负荷工况，负荷工况写在 site.yaml 的 profiles。
applicable-dead = 所设故障的对象在 T0 时已无电，不会有任何后果：{ $found }。
applicable-and = 、
applicable-kind = { $kind ->
        [feeder] 供电进线
        [genset] 发电机组
        [ups] UPS
        [mobile_genset] 应急发电车
        [ats] 双电源切换装置（ATS）
        [sts] 静态切换开关（STS）
        [bus_tie_transfer] 备自投
        [trafo] 变压器
        [trafo3w] 三绕组变压器
        [line] 线路或电缆
        [impedance] 电抗器
        [bus] 母线
        [switch] 开关
        [load] 负荷
        [store] 油箱等储备
        [function] 业务
        [dc_supply] 操作电源（site.yaml 的 dc_supplies）
        [channel] 通信手段
        [observation] 监视点
        [person] 人员
        [permit] 许可
        [resource] 应急资源
       *[other] { $kind }
    }
applicable-role = { $role ->
        [main_source] 主供电源
        [standby_source] 备用电源
        [emergency_source] 应急电源
        [no_break_source] 不间断电源
        [mobile_source] 移动电源
       *[other] 担任{ $name }的人员
    }
applicable-zone = 位于区域{ $zone }
applicable-security = 保安负荷
applicable-no-security = 非保安负荷
applicable-grade = { $grade } 级

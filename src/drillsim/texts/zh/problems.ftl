# 文件与参数中的问题：先说错在哪里，再说应当怎么写。

## 标识与文字

problem-id = “{ $value }”不能作为标识。标识由文字、数字和 - _ . 组成，不含空格，最多 64 个字符，例如 icu-1 或 401。
problem-id-not-nfc = 标识“{ $value }”含有拆开书写的组合字符（非 NFC）。请把该标识重新键入一遍，所有引用处一并替换。
problem-text = 此处应为一段文字，现在不是。请写成一行文字；含有冒号或 # 时用引号括起来。
problem-text-too-long = 文字超过 { $limit } 个字符。请缩短，详细内容写进附件并在此注明附件名称。

## 数字、真假与日期

problem-number = “{ $value }”不是数字。请用半角数字书写，不带单位，例如 0.85 或 630。
problem-decimal-comma = 数字“{ $value }”中有逗号。请写 { $mend }。
problem-comma-twofold = “{ $value }”可以有两种读法。请写 { $mend } 或 { $other }。
problem-whole-number = “{ $value }”不是整数。请写整数，例如 3。
problem-truth = “{ $value }”不能判断是或否。请写 true（是）或 false（否）。
problem-date = “{ $value }”不是有效日期。请写成 2026-07-15，只到月份时写成 2026-07。

## 时间

problem-duration-without-unit = 时间“{ $value }”没有单位。请注明单位，例如 { $value } s 或 { $value } min（可用 ms、s、min、h、d）。
problem-duration-not-understood = 看不懂时间“{ $value }”。请写成数字加单位，例如 500 ms、90 s、1 h 30 min（可用 ms、s、min、h、d）。
problem-duration-too-long = 时间“{ $value }”超过十年。请核对数字和单位。
problem-duration-negative = 时间不能为负，现在是 { $value }。请写零或正的时间，例如 90 s。
problem-duration-form = 时间不能由“{ $value }”组成。请写成 90 s、{"{"}median, p90{"}"}、{"{"}mean{"}"} 或 {"{"}low, mode, high{"}"} 之一。
problem-duration-order = { $value } 须从小到大排列，用 median 或 mean 书写时须大于零。请核对这几个时间。
problem-time-of-day = “{ $value }”不是有效时刻。请写成 00:00 至 24:00 之间的时刻，例如 22:30。
problem-expected-text = 此处应为一个值，现在是列表或映射（{ $found }）。请写成一个值；含有冒号或 # 时用引号括起来。

## 文件与文件夹

problem-folder-missing =
    没有这个文件夹。{ $near ->
        [none] 请核对路径，或用 drillsim init 新建一个。
       *[other] 是不是 { $near }？
    }
problem-folder-no-customer =
    这里没有客户文件。{ $near ->
        [none] 请给出含有 plan.yaml 的文件夹，或用 drillsim init 新建一个。
       *[other] 请从中选一个：{ $near }。
    }
problem-folder-is-a-file = 此处应为客户文件夹，现在是一个文件。请给出含有 plan.yaml 的文件夹，例如 { $near }。
problem-file-missing = 缺少此文件。请补上；drillsim init 会生成一个可照着填写的样例。
problem-file-misnamed = 缺少 { $name }，但有 { $found }。请把它改名为 { $name }。
problem-file-unreadable = 无法读取此文件。请核对它是不是文件、是否有读取权限。
problem-file-too-large = 文件超过 { $limit_mb } MB。请只保留一个客户的内容，图片和附件放到别处。
problem-not-utf8 = 文件不是 UTF-8 编码（字节 { $byte } 读不出来）。请在编辑器中另存为 UTF-8。
problem-empty-file = 文件是空的。请从 format: 1 写起；drillsim init 会生成样例。
problem-tab = 此行含有制表符（Tab）。请改用空格。
problem-control-character = 含有看不见的控制字符 { $code }。请删除它。
problem-too-many-values = 文件内容超过 { $limit } 项。请只保留一个客户的内容。
problem-too-many-problems = 问题已达 { $n } 个，此文件其余部分未再检查。请先改正以上各项。
problem-network-missing = 没有网络文件。请写 network.yaml，或放入 pandapower 导出的 network.json 或 network.xlsx。
problem-network-several = 网络文件不止一个：{ $found }。请只留一个。
problem-no-such-scenario =
    没有场景“{ $name }”。{ $near ->
        [none] 请
       *[other] 是否应为“{ $near }”？请
    }从现有场景中选：{ $known }；或给出场景文件的路径。
problem-folder-not-ours = 此处已有不是 drillsim 写的文件夹（没有 { $marker }）。请换一个输出位置，或先把它移走。
problem-folder-not-empty = 文件夹里已有内容。请换一个新的文件夹。
problem-reliability-case = 数据表中没有方案“{ $case }”。请用 --case 写明其中之一：{ $known }。
problem-reliability-node = 没有支路接到“{ $node }”。请写下列之一：{ $known }。
problem-reliability-no-load-points = 没有负荷点。请补上 load_points，逐点写明 P_kW 和 customers。
problem-reliability-branch-twice = 支路“{ $branch }”写了两次。请改名。
problem-no-such-schema =
    没有“{ $name }”的结构说明。{ $near ->
        [none] 请
       *[other] 是否应为“{ $near }”？请
    }从中选一个：{ $known }。

## YAML 的写法

problem-full-width = “{ $value }”含有全角字符。请改写成“{ $mend }”。
problem-full-width-structure = 此行用了全角“{ $value }”，其后内容未检查。请改用半角“{ $mend }”。
problem-duplicate-key = “{ $key }”在第 { $first } 行已经写过。请合并，或改成另一个名称。
problem-empty-value = 冒号或短横后面没有内容。请填上值；没有就删去这一行。
problem-key-not-text = 键应为一个简单的名称。请写成 名称： 值。
problem-too-deep = 层次超过 { $limit } 层。请核对方括号、花括号和缩进。
problem-several-documents = 文件中用 --- 分出了第二份内容。请拆成两个文件。
problem-yaml-directive = 不接受以 % 开头的 YAML 指令。请删去这一行。
problem-yaml-anchor = 不接受 YAML 锚点 &{ $anchor }。请删去锚点，在用到处把内容写全。
problem-yaml-alias = 不接受 YAML 别名 *{ $alias }。请把内容写全；若是文字，请加引号。
problem-yaml-merge = 不接受 YAML 合并键 <<。请把各项逐一写出。
problem-yaml-tag = 不接受 YAML 标签 { $tag }。请删去标签；若是文字，请加引号。
problem-yaml-pair = 方括号里的“名称： 值”没有花括号。请写成 {"{"}名称： 值{"}"}。
problem-yaml-question-mark = 不接受用 ? 写的键。请写成 名称： 值。
problem-syntax = 此处不是有效的 YAML，其后内容未检查。请核对缩进、引号和括号。
problem-syntax-colon = 此处多了一个冒号，或缩进不对；其后内容未检查。文字含有冒号时请加引号。
problem-flow-question-mark = 方括号或花括号内的文字含有问号 ?。请给这段文字加引号。
problem-syntax-colon-space = 冒号后面没有空格。请写成 名称： 值，冒号后留一个空格。
problem-syntax-colon-missing = 此行缺少冒号，其后内容未检查。请写成 名称： 值，冒号用半角，后面留一个空格。
problem-syntax-list-open = 方括号 [ 没有正确结束，其后内容未检查。请核对逗号，补上 ]。
problem-syntax-braces-open = 花括号 {"{"} 没有正确结束，其后内容未检查。请核对逗号，补上 {"}"}。
problem-syntax-quote-open = 引号没有结束，其后内容未检查。请补上后引号。
problem-syntax-escape = 双引号内的反斜杠 \ 写法无效，其后内容未检查。请改用单引号，或写成 \\。
problem-syntax-character = 值不能以这个字符开头（% @ ` 等），其后内容未检查。请给该值加引号。
problem-syntax-indentation = 缩进与上文不一致，其后内容未检查。请让同级各项对齐。
problem-syntax-end = 文件到此中断，最后一项不完整。请把它写完整，或重新取得整个文件。
problem-syntax-punctuation = 此处缺少或多了标点，其后内容未检查。请核对逗号、冒号和括号；文字以标点开头时请加引号。

## 字段

problem-format-unknown = 文件格式“{ $value }”本版本不认识。请写 format: 1；若文件来自更新的版本，请升级 drillsim。
problem-missing-key = 缺少“{ $key }”。请补上；含义见 drillsim schema。
problem-unknown-key =
    没有“{ $key }”这个键。{ $near ->
        [none] 此处可用
       *[other] 是否应为“{ $near }”？此处可用
    }：{ $allowed }。
problem-not-allowed =
    此处不能写“{ $value }”。{ $near ->
        [none] 请
       *[other] 是否应为“{ $near }”？请
    }从中选一个：{ $allowed }。
problem-kind-missing = 缺少“{ $key }”，不知道这是哪一种。请写 { $key }: 并从中选一个：{ $allowed }。
problem-expected-mapping = 此处应为若干个“键： 值”，现在是“{ $found }”。可用的键：{ $keys }。
problem-expected-entries = 此处应为若干个“标识： 内容”，现在是“{ $found }”。请每个标识写一项。
problem-expected-list = 此处应为列表，现在是“{ $found }”。请写成 [甲, 乙]，或每项一行、以短横开头。
problem-list-too-short = 项数不够，至少要 { $least } 项。请补齐。
problem-list-too-long = 项数太多，最多 { $most } 项。请删去多余的。
problem-must-exceed = { $value } 太小，必须大于 { $limit }。请核对数值和单位。
problem-at-least = { $value } 太小，不得小于 { $limit }。请核对数值和单位。
problem-must-stay-below = { $value } 太大，必须小于 { $limit }。请核对数值和单位。
problem-at-most = { $value } 太大，不得大于 { $limit }。请核对数值和单位。
problem-not-understood = 看不懂“{ $value }”。请对照 drillsim schema 核对此处的写法。
problem-condition-one-thing = 一个条件只能写一种对象，或写 all、any、not 之一，现在写了：{ $found }。请拆成几个条件放进 all。
problem-condition-state-missing = 条件缺少 is。请写 is: 并从中选一个：{ $allowed }。
problem-condition-state = 条件中 { $kind } 不能是“{ $found }”。请从中选一个：{ $allowed }。
problem-fault-field = { $field } 对故障 { $fault } 没有意义，只用于 { $allowed }。请删去，或改写故障。
problem-session-log-line = 会话日志中的这一行不是 drillsim 写入的：{ $text }。请恢复原始记录文件。
problem-session-at-alone = --at 不能单独使用。请与 --resume DIR 合写：从 DIR 中的演练另起一场。
problem-session-at-form = “{ $value }”不是情景时间。请写 时:分:秒、分:秒或分钟数。
problem-session-branch-beyond = 该记录从 0 到 { $end } 秒，不含 { $at } 秒。请写记录之内的时刻，写成 时:分:秒，或写分钟数。
problem-session-none = 此文件夹中没有演练会话。请写含有 journal.jsonl 和 session.jsonl 的会话文件夹。
problem-session-not-applicable = 场景“{ $scenario }”不适用于该客户：{ $fields } 没有对象。请换一个场景。
problem-session-port-taken = 端口 { $port } 已被占用。请用 --port 换一个，或写 0 由系统选取。
problem-session-other-customer = 该演练属于客户 { $customer }，而给出的是 { $folder } 的文件夹。请写同一客户的文件夹。
problem-session-not-ended = 该演练尚未结束，不能转入台账。请先结束演练，或用 drillsim session --resume 继续。
problem-session-not-begun = 该会话在开始之前就中断了，没有可继续的内容。请另开一次演练。
problem-session-not-the-same = 按记录重演与此行不一致：记录可能由另一版本写成，或被改动过。请用写成该记录的版本继续。
problem-session-too-many = 同名会话文件夹已有 { $most } 个。请用 --out 另选一处。
problem-inject-when = 每条注入只写一种触发方式，现有：{ $found }。请只写 { $allowed } 之一。
problem-inject-empty = 该注入既不告知任何人，也不改变现场状态。请写 tell 和 to，或写 fault。
problem-inject-tell-to = 该注入缺少 { $missing }。接收人（to）与内容（tell）须同时写，或都不写。
problem-inject-after-one = after 只指一项。请写 inject:（另一条注入的编号）或 step:（步骤编号）之一。
problem-inject-fault-at = 注入中的故障不单独写时刻。请删去此处的 at，写在注入本身。
problem-inject-fault-for = 演练中注入的故障持续时间须为固定值。请将 for 写成一个时间，如 45 min。
problem-msel-other-scenario = 该清单属于场景“{ $found }”，本次演练的场景是“{ $scenario }”。请换用对应的清单，或改写 scenario。
problem-no-such-inject = 清单中没有注入“{ $id }”。请写下列之一：{ $known }。
problem-inject-target-nothing = 该客户没有此对象，注入后什么也不会发生。请写该客户已有的编号。
problem-inject-target-cannot = { $id } 不会发生 { $fault } 这种故障。请改写 on，或换一种故障。
problem-fault-dip = 电压暂降缺少 { $missing }。请写明残压和持续时间，如 residual_percent: 40 和 for: 200 ms。
problem-fault-neighbour = 动作 neighbour 缺少 instead。请写明误操作的设备，如 instead: "102"。
problem-condition-store = 储罐条件缺少液位。请写 above_percent 或 below_percent。
problem-condition-not-a-store = above_percent 和 below_percent 只用于储罐（store），不能用于 { $found }。请改用 is。
problem-need-one-thing = 一项需求只能写一个对象，或写 all、any 之一，现在写了：{ $found }。请拆成几项放进 all。
problem-need-count-without-any = at_least 和 kw 只能与 `any` 一起写。请写成 { "{" }any: […], at_least: 2{ "}" }。
problem-need-count-two-ways = 一项需求同时写了 at_least 和 kw。请只保留一个。
problem-need-count-too-many = at_least: { $count }，而列出的只有 { $parts } 项，永远满足不了。请写不超过列表长度的数。
problem-need-kw-beyond = { $id } 需要 `any` 中的 { $kw } kW，而所列对象一共只有 { $most } kW（负荷按 p_mw，电源按 rated_kw，其他不计）。请改小，或多列对象。
problem-genset-fails-running = 发电机组同时写了 mean_time_to_failure 和 fails_per_running_hour。请只保留一个。
problem-burn-two-ways = `burn` 与 fuel_l_per_kwh 或 no_load_burn_percent 同时写了。请只保留曲线或只保留这两个数。
problem-burn-points = 油耗曲线至少要两点，后一点的 kW 和每小时升数都要比前一点大。例如 burn: [{ "{" }kw: 50, l_per_h: 15{ "}" }, { "{" }kw: 100, l_per_h: 28{ "}" }]。

## 文件之间

problem-id-twice = 标识“{ $id }”已用于 { $first }。同一客户的标识不得重复，请改用另一个。
problem-no-such-id =
    没有{ $what ->
        [switch] 开关
        [bus] 母线
        [load] 负荷
        [branch] 线路、变压器或电抗器
        [line] 线路
        [trafo] 变压器
        [trafo3w] 三绕组变压器
        [impedance] 电抗器
        [source] 电源
        [feeder] 进线电源
        [own-source] 自备电源
        [genset] 柴油发电机
        [ups] UPS
        [transfer] 自投装置
        [ats] 双电源切换装置（ATS）
        [bus_tie_transfer] 备自投
        [function] 功能
        [store] 储罐
        [zone] 区域
        [place] 地点
        [observation] 监视点
        [channel] 通信方式
        [person] 人员
        [told] 岗位或人员
        [role] 岗位
        [card] 处置卡
        [step] 步骤
        [permit] 许可
        [resource] 资源
        [supply] 负荷、母线或电源
        [need] 负荷、功能或电源
        [outage] 线路、变压器、电抗器、电源、母线或负荷
        [permitted] 开关、电源或自投装置
        [fact] 能看到状态的对象
        [sts] 静态切换开关（STS）
        [mobile_genset] 应急发电车
        [genset_group] 发电机组群
        [earth] 接地点
        [protection_group] 成组保护
        [dc_supply] 直流电源
        [connection_point] 应急电源接入点
        [measure] 非电保安措施
        [order] 操作票
        [tier] 限电序位
        [branch-or-bus] 母线、线路、变压器或电抗器
        [replaced] 负荷或功能
        [drawn] 电源、负荷或功能
        [brought] 应急发电车或储罐
        [disabled] 自投装置或成组保护
        [for-each] 开关、负荷、功能或电源
        [zone-member] 设备
       *[other] 对象
    }“{ $id }”。{ $near ->
        [none] 现有
       *[other] 是否应为“{ $near }”？现有
    }：{ $known }。
problem-wrong-kind =
    “{ $id }”是{ $found ->
        [switch] 开关
        [bus] 母线
        [load] 负荷
        [branch] 线路、变压器或电抗器
        [line] 线路
        [trafo] 变压器
        [trafo3w] 三绕组变压器
        [impedance] 电抗器
        [source] 电源
        [feeder] 进线电源
        [own-source] 自备电源
        [genset] 柴油发电机
        [ups] UPS
        [transfer] 自投装置
        [ats] 双电源切换装置（ATS）
        [bus_tie_transfer] 备自投
        [function] 功能
        [store] 储罐
        [zone] 区域
        [place] 地点
        [observation] 监视点
        [channel] 通信方式
        [person] 人员
        [role] 岗位
        [card] 处置卡
        [step] 步骤
        [permit] 许可
        [resource] 资源
        [supply] 负荷、母线或电源
        [need] 负荷、功能或电源
        [outage] 线路、变压器、电抗器、电源、母线或负荷
        [permitted] 开关、电源或自投装置
        [fact] 能看到状态的对象
        [sts] 静态切换开关（STS）
        [mobile_genset] 应急发电车
        [genset_group] 发电机组群
        [earth] 接地点
        [protection_group] 成组保护
        [dc_supply] 直流电源
        [connection_point] 应急电源接入点
        [measure] 非电保安措施
        [order] 操作票
        [tier] 限电序位
        [branch-or-bus] 母线、线路、变压器或电抗器
        [replaced] 负荷或功能
        [drawn] 电源、负荷或功能
        [brought] 应急发电车或储罐
        [disabled] 自投装置或成组保护
        [for-each] 开关、负荷、功能或电源
        [zone-member] 设备
       *[other] 对象
    }，此处应为{ $what ->
        [switch] 开关
        [bus] 母线
        [load] 负荷
        [branch] 线路、变压器或电抗器
        [line] 线路
        [trafo] 变压器
        [trafo3w] 三绕组变压器
        [impedance] 电抗器
        [source] 电源
        [feeder] 进线电源
        [own-source] 自备电源
        [genset] 柴油发电机
        [ups] UPS
        [transfer] 自投装置
        [ats] 双电源切换装置（ATS）
        [bus_tie_transfer] 备自投
        [function] 功能
        [store] 储罐
        [zone] 区域
        [place] 地点
        [observation] 监视点
        [channel] 通信方式
        [person] 人员
        [told] 岗位或人员
        [role] 岗位
        [card] 处置卡
        [step] 步骤
        [permit] 许可
        [resource] 资源
        [supply] 负荷、母线或电源
        [need] 负荷、功能或电源
        [outage] 线路、变压器、电抗器、电源、母线或负荷
        [permitted] 开关、电源或自投装置
        [fact] 能看到状态的对象
        [sts] 静态切换开关（STS）
        [mobile_genset] 应急发电车
        [genset_group] 发电机组群
        [earth] 接地点
        [protection_group] 成组保护
        [dc_supply] 直流电源
        [connection_point] 应急电源接入点
        [measure] 非电保安措施
        [order] 操作票
        [tier] 限电序位
        [branch-or-bus] 母线、线路、变压器或电抗器
        [replaced] 负荷或功能
        [drawn] 电源、负荷或功能
        [brought] 应急发电车或储罐
        [disabled] 自投装置或成组保护
        [for-each] 开关、负荷、功能或电源
        [zone-member] 设备
        [taken-out] 电源、线路、变压器、电抗器、母线、开关、切换装置或储备
        [stand-in] 资源或电源
        [issue] 整改事项
        [issue-subject] 客户文件中的编号
        [tested] 可试验的设备
       *[other] 对象
    }。请改成相应的标识。
problem-no-such-profile = 没有负荷曲线“{ $id }”。请在 profiles 中补上，现有：{ $known }。
problem-transfer-one-switch = “{ $id }”把同一台开关 { $one } 用了两次。请写两台不同的开关。
problem-transfer-no-common-bus = “{ $id }”的开关 { $one } 和 { $other } 不在同一条母线上，切换后带不上负荷。请核对这两台开关。
problem-tie-joins-other-buses = “{ $id }”的母联 { $tie } 没有接在进线 { $one } 和 { $other } 的两段母线之间。请核对母联和进线。
problem-breaker-not-at-terminal = “{ $id }”的机端母线是 { $bus }，但开关 { $breaker } 接在 { $buses }。请写机端到配电屏之间的开关。
problem-ups-one-bus = UPS“{ $id }”的输入和输出都是母线 { $bus }。请分别写输入母线和输出母线。
problem-mode-both = 运行方式“{ $mode }”中开关 { $id } 既要分又要合。请删去其一。
problem-store-overfull = 储罐“{ $id }”的存量 { $level } L 大于容量 { $capacity } L。请核对两个数值。
problem-inflow-levels = “{ $id }”的补液起动液位不低于停止液位。请让 starts_below_percent 小于 stops_above_percent。
problem-store-circle = 储罐互相补给，成了一圈：{ $circle }。请去掉其中一段。
problem-way-to-itself = 路程的起点和终点都是“{ $place }”。请改正或删去。
problem-way-twice = 从“{ $one }”到“{ $other }”的路程写了两次。请只留一条。
problem-no-way = 从“{ $one }”到“{ $other }”没有路，步骤 { $step } 无法到场。请在 travel 中补上。
problem-target-missing =
    步骤没有写对谁“{ $verb }”。请在 target 中写{ $what ->
        [switch] 开关
        [bus] 母线
        [load] 负荷
        [branch] 线路、变压器或电抗器
        [line] 线路
        [trafo] 变压器
        [trafo3w] 三绕组变压器
        [impedance] 电抗器
        [source] 电源
        [feeder] 进线电源
        [own-source] 自备电源
        [genset] 柴油发电机
        [ups] UPS
        [transfer] 自投装置
        [ats] 双电源切换装置（ATS）
        [bus_tie_transfer] 备自投
        [function] 功能
        [store] 储罐
        [zone] 区域
        [place] 地点
        [observation] 监视点
        [channel] 通信方式
        [person] 人员
        [role] 岗位
        [card] 处置卡
        [step] 步骤
        [permit] 许可
        [resource] 资源
        [supply] 负荷、母线或电源
        [need] 负荷、功能或电源
        [outage] 线路、变压器、电抗器、电源、母线或负荷
        [permitted] 开关、电源或自投装置
        [fact] 能看到状态的对象
        [sts] 静态切换开关（STS）
        [mobile_genset] 应急发电车
        [genset_group] 发电机组群
        [earth] 接地点
        [protection_group] 成组保护
        [dc_supply] 直流电源
        [connection_point] 应急电源接入点
        [measure] 非电保安措施
        [order] 操作票
        [tier] 限电序位
        [branch-or-bus] 母线、线路、变压器或电抗器
        [replaced] 负荷或功能
        [drawn] 电源、负荷或功能
        [brought] 应急发电车或储罐
        [disabled] 自投装置或成组保护
        [for-each] 开关、负荷、功能或电源
        [zone-member] 设备
       *[other] 对象
    }的标识。
problem-target-not-due = “{ $verb }”不需要 target。请删去 target，或换一个动词。
problem-find-not-due = “{ $verb }”不能用 find: { $what }。请改用动作 { $verbs }，或在 target 中写明开关。
problem-find-and-target = 步骤 { $step } 既自行查找对象，又写了对象。find 与 target、for_each 只能写一种。
problem-target-wrong-kind =
    不能对{ $found ->
        [switch] 开关
        [bus] 母线
        [load] 负荷
        [branch] 线路、变压器或电抗器
        [line] 线路
        [trafo] 变压器
        [trafo3w] 三绕组变压器
        [impedance] 电抗器
        [source] 电源
        [feeder] 进线电源
        [own-source] 自备电源
        [genset] 柴油发电机
        [ups] UPS
        [transfer] 自投装置
        [ats] 双电源切换装置（ATS）
        [bus_tie_transfer] 备自投
        [function] 功能
        [store] 储罐
        [zone] 区域
        [place] 地点
        [observation] 监视点
        [channel] 通信方式
        [person] 人员
        [role] 岗位
        [card] 处置卡
        [step] 步骤
        [permit] 许可
        [resource] 资源
        [supply] 负荷、母线或电源
        [need] 负荷、功能或电源
        [outage] 线路、变压器、电抗器、电源、母线或负荷
        [permitted] 开关、电源或自投装置
        [fact] 能看到状态的对象
        [sts] 静态切换开关（STS）
        [mobile_genset] 应急发电车
        [genset_group] 发电机组群
        [earth] 接地点
        [protection_group] 成组保护
        [dc_supply] 直流电源
        [connection_point] 应急电源接入点
        [measure] 非电保安措施
        [order] 操作票
        [tier] 限电序位
        [branch-or-bus] 母线、线路、变压器或电抗器
        [replaced] 负荷或功能
        [drawn] 电源、负荷或功能
        [brought] 应急发电车或储罐
        [disabled] 自投装置或成组保护
        [for-each] 开关、负荷、功能或电源
        [zone-member] 设备
       *[other] 对象
    }“{ $id }”做“{ $verb }”。可用：{ $known }。
problem-set-without-to = set 没有写要拨到哪个位置。请写 to: auto、manual、off 或 on。
problem-role-without-people = 岗位“{ $role }”没有人。请在 held_by 中写上人员。
problem-role-other-side =
    岗位“{ $role }”属于{ $side ->
        [customer] 客户
       *[utility] 供电公司
    }，而“{ $person }”是{ $theirs ->
        [customer] 客户
       *[utility] 供电公司
    }的人。请换人，或改正岗位的 side。
problem-supervisor-same-person = 操作人 { $operator } 和监护人 { $supervisor } 只有同一个人（{ $person }）。监护必须由另一人担任，请给其中一个岗位加人。
problem-after-circle = 这些步骤互相等待，谁也开始不了：{ $circle }。请去掉其中一个 after。
problem-branch-to-itself = 步骤 { $step } 失败后又转回自己。请写另一个步骤。
problem-for-each-one-list = for_each 只能有一个清单：devices 或 places。请只写其中一个。
problem-for-each-twice = for_each 中 { $item } 出现两次，两个步骤会同名。请去掉一个。
problem-for-each-and-target = for_each 列出 devices 时，每台设备本身就是操作对象。请去掉 target。
problem-for-each-empty-place = 步骤的操作对象没有一个在 { $place }。请在 site.yaml 中给相应设备写上 place，或从 for_each 中去掉这个场所。
problem-for-each-other-list = for_each 逐项等待步骤 { $step }，但该步骤没有 { $item }。请让两个步骤用同一清单，或改用不分项的 after。
problem-decide-without-options = 步骤 { $step } 要作决定，却没有可选方案。请写 options，每个方案写 name，除最后一个外还要写 when。
problem-options-not-due = { $verb } 不作决定，不能写 options。请写 do: decide，或去掉 options。
problem-option-other-card = 方案指向步骤 { $step }，它不是处置卡 { $card } 中的其他步骤。请写同一张卡中在决定之后的步骤。
problem-wait-without-until = 步骤 { $step } 没有写等什么。请用 until: 写条件，或用 takes: 写时间。
problem-until-not-due = { $verb } 不是等待，不能写 until。请写 do: wait，或改用 requires；要重复到那时为止，请同时写 every:。
problem-every-not-positive = 重复间隔必须大于零。请写如 every: 30 min，或去掉 every。
problem-every-at-wait = 等待会一直等到所等的情况出现，不能重复。请去掉 every，或写在检查、报告步骤上。
problem-every-at-decision = 决定不能重复：其后的步骤只做一次。请把 every 写在检查、报告步骤上，或给含此决定的处置卡写 again: true。
problem-message-other-role = 步骤 { $step } 的消息写成由 { $role } 发出，实际由 { $sender } 发出。请写执行该步骤的岗位。
problem-branch-waits-for-successor = 步骤 { $branch } 应对 { $step } 的失败，自己却排在它之后：{ $way }。两者都不会开始。请去掉 { $branch } 的 after；{ $step } 失败时它会自动开始。
problem-order-one-person = 操作票 { $order } 只有 { $person } 能审核，而票也由他填写。审核必须由另一人担任，请给其中一个岗位加人。

## 薄弱环节台账

problem-register-number =
    “{ $key }”不是台账条目的编号。{ $mend ->
        [none] 条目写在文件最外层，各用一个编号，如 W-0001。
       *[other] 请写 { $mend }。
    }
problem-register-code =
    没有薄弱环节代码“{ $code }”。{ $near ->
        [none] 代码
       *[other] 是否应为 { $near }？代码
    }见 drillsim explain。
problem-register-own-code = { $code } 说的是台账本身，不作为台账条目。请登记逾期或复现的那个薄弱环节。
problem-register-subject =
    该客户没有“{ $subject }”。{ $near ->
        [none] 请写
       *[other] 是否应为“{ $near }”？请写
    }薄弱环节所涉及的编号；该对象已从预案中删去的，将条目闭环（status 写 done 并写 closed），或写明理由后改为 rejected。
problem-register-clause = 预案没有条款“{ $clause }”。请从中选一个：{ $known }；预案没有该条款的不写 clause。
problem-register-scenario =
    没有场景“{ $name }”。{ $near ->
        [none] 请从中选一个
       *[other] 是否应为“{ $near }”？请从中选一个
    }：{ $known }。
problem-register-before = { $field }（{ $day }）早于 { $other }（{ $since }）。请改正其中一个日期。
problem-register-not-closed = 状态为 { $status } 的条目须写闭环日期。请补写 closed，或将 status 改为 in_progress。
problem-register-open-closed = 条目状态为 { $status }，却写有闭环日期。请将 status 改为 done，或删去 closed。
problem-register-no-reason = 不予整改的条目没有写明理由。请在 reason 中写上会议的意见。
problem-register-twice = { $first } 已登记 { $subject } 的 { $code }；代码与对象都相同的是同一条。请合并到 { $first }。
problem-register-issue-twice = customer.yaml 的 { $issue } 已写有 { $subject } 的 { $code }。请保留台账中的一条，从 issues 中删去 { $issue }，或相反。
problem-register-expects-nothing = 期望既没有写负荷也没有写功能。请补写其一，或写 expect: not_said。
problem-register-changed = 台账在读入后已被改动，未写入任何内容。请重新运行命令。
problem-register-closed-later = 该条闭环于 { $closed }，晚于 { $day }。请将 --as-of 改为更晚的日期，或改正该日期。

## 预案的下一版本

problem-no-such-change =
    没有编号为“{ $id }”的修订建议。{ $near ->
        [none] 可选：
       *[other] 是否指 { $near }？可选：
    }{ $known }。
problem-no-change-chosen = 没有指定修订建议。请按报告所列编号至少指定一条。
problem-change-rejected = 复演不支持此项修订，故不写入。请另选一条，或自行修改文件。
problem-change-without-edit =
    此项修订不能写入文件：{ $kind ->
        [purchase] 属购置，须先决定并建成。建成后请修改 site.yaml 和网络文件。
       *[other] 只有供会议研究的条文，没有可写入的改动。请自行写入预案。
    }
problem-change-of-figures = 修订 { $id }（{ $kind }）改动了此类修订不得改动的数值：{ $figures }。请采用推演给出的原样建议：重新推演该场景。
problem-change-of-version = 修订 { $id } 改动了预案的版本信息或签批信息。请采用推演给出的原样建议：重新推演该场景。
problem-change-does-not-fit =
    修订 { $id } 与现在的文件已对不上。{ $clause ->
        [none] 请
       *[other] 涉及条款 { $clause }。请
    }重新推演该场景，从新的推演中选取修订。
problem-changes-collide =
    修订 { $one }{ $clause ->
        [none] {""}
       *[other] （条款 { $clause }）
    }与 { $other }{ $other_clause ->
        [none] {""}
       *[other] （条款 { $other_clause }）
    }不能同时采用：两者改动同一处。请先写入其中一条，重新推演后再看另一条是否仍有必要。
problem-changed-since-run = 所选修订来自推演 { $run }，此后该文件已被改动。请重新推演该场景，从新的推演中选取修订。
problem-version-without-number = 版本“{ $version }”中没有可递增的数字。请写成带数字的版本，例如 3.1。
problem-version-kept-already = { $kept } 已存在，版本 { $version } 不能升为 { $next }。请写一个 history 下没有、且高于其中各版本的版本号。
problem-version-is-kept = 这是留存的旧版预案，保持原样。请给出客户文件夹 { $root }。
problem-edition-left-behind = 按所选修订写成 { $new } 版后，该方案不再适用，未写入任何内容；不适用之处另列。请先改方案，或不选有关修订。
problem-edition-cannot-say = 方案文件无法写出这些修订：{ $ids }。未写入任何内容。请在方案中手工写明，或改为修订预案本身（不带 --edition）。
problem-register-open-later = 该条目在 { $since } 才登记或再次出现，而本次修订记在 { $day }。请用 --as-of 给出不早于该日的日期。
problem-revise-other-edition = { $played ->
    [none] { $recorded } 是按预案本身推演的，没有用方案。请去掉 --edition，或先用该方案推演。
   *[other] { $recorded } 是按方案 { $played } 推演的。请写 --edition { $played }。
 }
problem-folder-in-use = 另一个 drillsim 正在写入该文件夹。本次未写入任何内容，请待其结束后再试。
problem-changed-meanwhile = 该文件读入后又被改动。本次未写入任何内容，请重新开始。
problem-changed-before-it-came =
    写入版本 { $version } 时 drillsim 中断，此后该文件又被人工改动。请把你的改动写进
    { $waiting }，并把该文件恢复原样；若要保留现有文件，请删除 history/.pending。
problem-pending-unreadable = 该文件记录中断后尚待写入的内容，现无法读取。若要保留现有文件，请删除其所在文件夹。
problem-change-finished = 上次写入预案版本 { $version } 时中断，现已补写完成。无需再做什么。
problem-change-read-through = 上次写入预案版本 { $version } 时中断；文件夹不可写，无法补写。现按版本 { $version } 读取；文件夹可写后再运行任一命令即补写完成。
problem-changes-json-missing = 该推演没有留下可写入的修订：未曾复演，或由不留存修订的旧版本推演。请不加 --no-proofs 重新推演该场景。
problem-changes-json-unreadable = 此处无法读取：文件已被改动或属于其他版本。请重新推演该场景。

## Editions

problem-edition-verbs = { $said ->
    [none] 这条改动没有说做什么
   *[other] 这条改动同时说了几件事（{ $said }）
}。set、append、insert、remove: true 须且只能写一个。
problem-edition-insert-where = 新条目放在何处不明确。insert 须写 before 或 after 之一及某条目的编号；其他改动不写。
problem-edition-until = 末日（{ $last }）早于首日（{ $first }）。请把 from 和 until 按先后填写。
problem-edition-other-version = 该方案对应预案 { $of } 版，现行预案为 { $version } 版。请逐条核对其改动后写 of: "{ $version }"。
problem-edition-no-mode = 没有运行方式“{ $mode }”。{ $near ->
    [none] {""}
   *[other] 是否指“{ $near }”？
}site.yaml 中有：{ $known }。
problem-edition-misfit = 此处没有“{ $part }”，这条改动已不适用。{ $near ->
    [none] {""}
   *[other] 是否指“{ $near }”？
}请用点号连接各级键名，列表条目写其编号，处置卡或步骤可只写编号。
problem-edition-no-list = “{ $at }”不是列表，不能增加条目。请指明列表，或用 set。
problem-edition-renames = 方案不能改编号：“{ $at }”会换成另一个编号。请保留编号，或用 append 增加新条目。
problem-no-such-edition = 这里没有方案“{ $name }”。{ $near ->
    [none] {""}
   *[other] 是否指“{ $near }”？
}editions 文件夹中有：{ $known }。
problem-argument-edition-beside = { $flag } 针对的是长期执行的预案，方案只用于某些天。两者请只写一个。
problem-compare-json-unreadable = 此处的比较结果已损坏或由其他版本写成。请用 drillsim compare 重新比较。
problem-revise-json-unreadable = 此处的修订结果已损坏或由其他版本写成。请用 drillsim revise 重新寻找。
problem-revise-files-changed = 此文件与 { $recorded } 所用的不同，而修订正是为它提出的。请用现有文件重新推演，或给出当时所用的文件。
problem-revise-run-not-completed = 这次推演没有结束，或场景不适用，不能支持任何修订。请重新推演。
problem-revise-no-draws = 这次全工况推演没有抽取随机性，没有可重复的推演。请用 --draws 重新进行全工况推演。
problem-apply-without-date = 修订记录须有日期，而程序不读时钟。请加上 --as-of 和决定修订的日期，如 --as-of 2026-10-01。

problem-papers-of-another-folder = 这个文件夹没有这些表单：{ $kinds }。它有：{ $known }。
problem-papers-not-for = { $recipient } 一联不含这些表单：{ $kinds }。可给的有：{ $known }。
problem-papers-classified = 客户文件标注为“{ $classification }”，不能输出可外发的一联。能否外发由标注单位决定；改动 customer.yaml 的 classification 后再输出。
problem-argument-json-of-one = --json 一次只能用于一个文件夹。请逐个指明。
problem-argument-format-of-campaign = { $path } 是批量推演或版本比较的文件夹，表单出自单次推演。请指明单次推演的文件夹。
problem-pdf-no-printer = 本机没有可打印 PDF 的程序。请安装 WeasyPrint（含 Pango）、Edge 或 Chromium；或先输出 docx、html 再打印。
problem-pdf-not-printed = { $browser } 未能打印该页。请先输出 docx 或 html 再打印。
problem-template-unreadable = 无法读取模板。请指明一个 .docx 文件。
problem-template-no-word = 不是可用的 Word 文件（.docx）：不得含宏、嵌入对象或引用外部内容。请另存为 .docx 后再指明。

## 导回的工作簿

problem-office-program = 文件含程序或嵌有其他文件（{ $part }），未打开。请去掉宏、嵌入对象和对其他工作簿的链接（Excel：数据、编辑链接、断开链接），另存为 .xlsx 或 .docx。
problem-office-fetches = 文件引用外部内容（{ $part }），未打开。请断开链接（Excel：数据、编辑链接、断开链接）后重新保存。
problem-workbook-huge = 工作簿超过 { $limit } 个单元格，或合并、链接的区域大得不合常理，未打开。请删去只有格式的空行空列后重新保存。
problem-book-unmarked = 工作簿没有可导回的 drillsim 标记：缺少隐藏工作表“drillsim”。请重新写出并在该文件中填改：客户用 drillsim export（注入清单加 --msel），推演的整改清单用 drillsim report 推演文件夹 --kind improvement-list --format xlsx。演练的整改清单用 drillsim session --take-over 转入台账。
problem-book-newer = 工作簿格式为 { $format }，本版本不认识。请使用写出它的 drillsim 版本，或重新写出。
problem-book-kind = “{ $kind }”类工作簿不导回客户文件。请给出整改清单、注入清单或客户工作簿。
problem-book-not-customer = “{ $kind }”类工作簿里没有客户。请给出 drillsim export 写出的工作簿。
problem-book-other-customer = 工作簿属于 { $found }，不属于 { $folder }。请指明它所属的文件夹。
problem-book-sheet = 工作簿中已没有工作表“{ $sheet }”，也没有唯一一张表头相同的工作表。请恢复其名称。
problem-book-columns = 工作表“{ $sheet }”缺少列：{ $titles }。请按这些标题补回，顺序不限。
problem-cell-formula = 单元格是公式（{ $value }），不读其结果。请填入数值本身（复制后选择性粘贴为值）。
problem-cell-error = 单元格是出错的公式（{ $value }）。请填入数值本身。
problem-list-not-kept = 本列不导回台账；原为：{ $before }。请恢复原值，措施写入“措施”列，说明写入“验证、理由”列。
problem-list-row-unknown = 本行没有代码也没有对象，无法登记。请补填两者，或删去本行。
problem-list-row-twice = 第 { $line } 行的代码和对象与本行相同且也有改动。请合并为一行。
problem-list-conflict = 清单写出后台账已变：{ $number } 现为 { $now }。请核对两者，将成立的写入 register.yaml，或重新写出清单。

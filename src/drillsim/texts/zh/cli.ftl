# 命令行:帮助、命令的输出、参数错误。

## 帮助

cli-what = 把重要客户的停电应急预案（一户一预案）放到故障、人员和电网物理中推演，指出预案在哪里断链。
cli-usage = 用法：{ $usage }
cli-options = 选项
cli-command = 命令
cli-heading-arguments = 参数
cli-heading-options = 选项
cli-heading-commands = 命令
cli-heading-exit = 退出码
cli-help-of-command = 某个命令的详细说明：{ $usage }

cli-demo = 用自带的医院样例推演夜间两路电源全失：过程、薄弱点、修订建议、报告。
cli-demo-more = 不需要任何文件，只写输出文件夹。
cli-init = 新建一个带说明的客户文件夹，或者以给定的电网、已发表的供电系统为基础新建。
cli-init-more = 已有内容的文件夹一律不动。没有依据的数字均标明“假定”。
cli-check = 读取客户文件并逐条核对规则，不做推演。
cli-check-more = 给出场景时，同时说明场景是否适用于该客户。缺少依据的规则回答“无法判断”，不算通过；所缺内容按文件列出，并注明等它的规则。
cli-run = 每个场景对照预案推演一次：过程、薄弱点、修订建议、报告。
cli-run-more = 结果放在 DIR/<客户>/<场景>-s<种子>/。文件和种子相同，结果逐字节相同。
cli-report = 根据推演记录重新生成文档，不再推演。
cli-report-more = 中断的推演（.part 文件夹）也能读，并注明记录不完整。
cli-explain = 说明代码、规则、动作、字段、故障、危险、判定结论、等待原因、步骤状态或记录事件的含义。
cli-explain-more = 字段可写名称、所在条目或路径：max_interruption、Load.max_interruption、site.loads.max_interruption，也可照抄提示中的写法（“site.yaml: loads.icu.max_interruption”）。不写 NAME 则列出各类。
cli-schema = 输出文件或 --json 输出的 JSON Schema。
cli-schema-more = NAME 可取：customer、network、site、plan、scenario、people.local；check、explain、init、problems、run、runs。

cli-argument-plan-dir = 客户文件夹：customer.yaml、network.(yaml|json|xlsx)、site.yaml、plan.yaml
cli-argument-scenario = 场景：场景库或客户自有场景的名称，或场景文件的路径
cli-argument-run-dir = 推演结果文件夹
cli-argument-name = 要说明的名称；不写则列出各类
cli-argument-schema = 哪一个 Schema
cli-argument-dir = 要新建的文件夹
cli-option-help = 显示本帮助
cli-option-version = 显示版本
cli-option-seed = 随机种子，决定本次推演中的一切偶然（默认 1）
cli-option-out = 结果文件夹（默认 reports）
cli-option-lang = 屏幕和文档的语言（默认取变量 DRILLSIM_LANG，再取预案的第一语言；没有预案时取本机语言）
cli-option-json = 标准输出只有一个 UTF-8 的 JSON 文档
cli-option-fail-on = 达到该严重程度时退出码为 1（默认 never）
cli-option-files-only = 只核对不需要电网模型的规则
cli-option-as-of = 核对日期所用的日子，如 2026-07-01；不给时相关规则无法判断
cli-option-strict = 有规则不符合，或因文件、参数未给出依据而无法判断时，退出码为 1
cli-option-network = 以此 pandapower 电网文件（.json 或 .xlsx）为基础新建
cli-option-reliability = 以已发表供电系统的可靠性数据表（.yaml）为基础新建
cli-option-case = 数据表中的哪个方案

cli-exit-0 = 正常
cli-exit-1 = 有达到 --fail-on 的薄弱点；check --strict 时还包括不符合和无法判断的规则
cli-exit-2 = 文件或参数有误，全部问题均已列出
cli-exit-3 = drillsim 自身的错误，用一行说明详情所在
cli-exit-130 = 被中断（Ctrl-C），已记录的内容保留在 .part 文件夹

## 命令的输出

cli-colon = ：
cli-demo-begins = drillsim demo：对自带客户“{ $customer }”推演场景“{ $scenario }”，评判推演结果，报告写入 { $out }/。
cli-doing-run = { $subject }：正在推演
cli-doing-waits = { $subject }：逐一去掉等待后重演
cli-doing-others = { $subject }：推演该客户的其他 { $of } 个场景
cli-doing-edits = { $subject }：逐条试用修订，{ $done }/{ $of }
cli-doing-write = { $subject }：正在写报告
cli-run-title = { $customer } · { $scenario }
cli-weak-points = { $n ->
        [0] 本次推演没有发现薄弱点。
       *[other] 薄弱点共 { $n } 条，最严重的 { $shown } 条：
    }
cli-costliest = 代价最大的等待：{ $step } { $what }（条款 { $clause }），{ $reason } { $on } { $ms }；没有这段等待，最严重的停电可缩短 { $cost }。
cli-no-wait = 没有步骤需要等待。
cli-not-tested = 本次推演没有检验：
cli-more = 另有 { $n } 项，见报告
cli-report-lies = 报告：{ $path }
cli-stopped = 已中断。已记录的内容保留在 .part 文件夹，可用 drillsim report 查看。
cli-problems = 共 { $n } 个问题，未进行推演。
cli-our-fault = 这是 drillsim 自身的错误（{ $what }）。详情见 { $log }，请随附反馈。
cli-check-title = { $customer }：文件可以读取。
cli-check-fail = { $n } 条结果不符合规则：
cli-check-unknown = { $n } 条结果无法判断（不算通过）：
cli-severity-must = 必须
cli-severity-should = 应当
cli-severity-info = 供参考
cli-check-no-file = 不在文件中
cli-check-not-applicable = 场景 { $scenario } 不适用于该客户：{ $fields } 在这里找不到对象。
cli-check-fits = 场景 { $scenario } 适用于该客户。
cli-check-summary = 符合 { $passed }，不符合 { $failed }，无法判断 { $unknown }，不适用 { $other }。
cli-init-made = 已写入：{ $folder }
cli-init-feeder-from-gen = 文件中没有投运的外部电源，其平衡机视作供电电源：{ $names }。
cli-init-assumed = 已假定，出处写在 network.yaml 中：{ $names } 的短路容量和 R/X。
cli-init-renamed = { $n } 个名称不合编号规则，已改名：{ $names }。
cli-init-sources = 文件中的 { $n } 台发电设备未纳入，需要的请在 site.yaml 中写成电源，注明机端母线和开关：{ $names }。
cli-init-unfed = { $n } 个负荷在所有开关都合上时仍与任何电源不通，未纳入：{ $names }。
cli-init-raised = 变压器不可能小于零，按 0 计：{ $names }。
cli-init-left-out = 表 { $table } 中未纳入 { $n } 项：{ $names }。
cli-init-and-more = 另有 { $n } 项
cli-init-next = 下一步：drillsim check { $folder }

## 参数和位置有误

problem-argument-choice = 这里不能写“{ $value }”。请从中选一个：{ $known }。
problem-argument-seed = “{ $value }”不能作种子。请写从 0 起的整数，如 1。
problem-argument-date = “{ $value }”不是日期。请按 2026-07-15 的形式书写。
problem-argument-unknown-flag =
    没有这个选项。{ $near ->
        [none] 请
       *[other] 是否指 { $near }？请
    }用该命令的 --help 查看全部选项。
problem-argument-flag-usage = 选项的写法不对。需要值的选项请把值写在后面，不需要值的不要写；可用 --help 查看。
problem-argument-missing = 缺少这个参数。请按此书写：{ $usage }。
problem-argument-no-command = 没有这个命令。请从中选一个：{ $known }。
problem-argument-too-many = 参数多于该命令所需。请按此书写：{ $usage }。
problem-argument-init-one = --network 与 --reliability 只能用一个；--case 与 --reliability 一起使用。
problem-no-access = 没有读写此处的权限。请检查权限，或用 --out 另选位置。
problem-disk-full = 磁盘已满。请腾出空间，或用 --out 另选位置。
problem-path-too-long = 路径超过本系统允许的长度。请用 --out 另选较短的位置。
problem-path-through-file = 需要文件夹的位置上是一个文件。请移走它，或用 --out 另选位置。
problem-no-such-code =
    没有“{ $name }”。{ $near ->
        [none] 请写
       *[other] 是否指 { $near }？请写
    }薄弱点代码、规则、动作、字段、故障或记录事件；drillsim explain 列出有哪些。
problem-network-not-pandapower = 这不是 pandapower 文件。请给出 pandapower.to_json 写成的 .json 或 pandapower.to_excel 写成的 .xlsx。
problem-scenario-name-twice = { $other } 也叫“{ $name }”，两者的结果会落在同一个文件夹。请用不同的 --out 分开推演，或改其中一个的文件名。

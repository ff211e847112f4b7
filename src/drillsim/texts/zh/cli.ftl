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
cli-check = 读取客户文件并逐条核对规则；除非加 --regression，不做推演。
cli-check-more = 给出场景时，同时说明场景是否适用于该客户。缺少依据的规则回答“无法判断”，不算通过；所缺资料汇成一张表，并注明等它的规则。不符合的结果按“要做什么”归类，危险的在前；同类结果合成一行，先列十行，--all 全部列出。--regression 把 register.yaml 中每一条已闭环的条目按现行预案重新推演：复现的重新打开，已报整改完成且复演支持的转为 verified；无法判断的照实说明，不算通过。
cli-run = 每个场景对照预案推演一次：过程、薄弱点、修订建议、报告。
cli-run-more = 结果放在 DIR/<客户>/<场景>-s<种子>/。文件和种子相同，结果逐字节相同。加 --register 时，尚未登记的薄弱环节按后续编号记入 register.yaml，状态为 open；已闭环又出现的重新打开。
cli-revise = 寻找最小的修订集，使受保护的负荷和业务在预案应对的每个工况下都满足限值；给出三个答案：仅改文字、改文字和定值、全部手段。
cli-revise-more = 工况：每个启动预案的事件单独发生、各配一项未按预案进行的情况，白天、夜间各一遍；场景库按白天、夜间、交接班。另配一项情况的工况中，五分之一保留，不参与寻找，只作核对。结果放在 DIR/<客户>/revise-s<种子>/。文件和种子相同，无论用几个进程，结果逐字节相同。
cli-report = 根据单次推演、全工况推演或版本比较的记录重新生成文档，不再推演。
cli-report-more = 中断的推演（.part 文件夹）也能读，并注明记录不完整。
cli-explain = 说明代码、规则、屏幕和行业用语、动作、字段、故障、危险、判定结论、等待原因、步骤状态、账目起因或记录事件的含义。
cli-explain-more = 字段可写名称、所在条目或路径：max_interruption、Load.max_interruption、site.loads.max_interruption，也可照抄提示中的写法（“site.yaml: loads.icu.max_interruption”）。屏幕上的词照写即可，中英文均可：情况不明、超限、备自投、"not known"。不写 NAME 则列出各类。
cli-schema = 输出文件或 --json 输出的 JSON Schema。
cli-schema-more = NAME 可取：customer、network、site、plan、scenario、edition、register、people.local、revisions、msel；campaign、check、checks、compare、explain、init、problems、revise、run、runs。

cli-argument-plan-dir = 客户文件夹：customer.yaml、network.(yaml|json|xlsx)、site.yaml、plan.yaml
cli-argument-scenario = 场景：场景库或客户自有场景的名称，或场景文件的路径
cli-argument-run-dir = 结果文件夹：推演、全工况推演、版本比较、演练；输出表单时可给多个，也可给查找修改的文件夹或客户文件夹
cli-argument-name = 要说明的名称；不写则列出各类
cli-argument-schema = 哪一个 Schema
cli-argument-dir = 要新建的文件夹
cli-option-help = 显示本帮助
cli-option-version = 显示版本
cli-option-seed = 随机种子，决定本次推演中的一切偶然（默认 1）
cli-option-out = 结果文件夹（默认 reports）
cli-option-lang = 屏幕和文档的语言（默认依次取变量 DRILLSIM_LANG、customer.yaml 的 language、本机语言）
cli-option-json = 标准输出只有一个 UTF-8 的 JSON 文档
cli-option-fail-on = 达到该严重程度时退出码为 1（默认 never）
cli-option-files-only = 只核对不需要电网模型的规则
cli-option-as-of = 核对日期所用的日子，如 2026-07-01；不给时相关规则无法判断
cli-option-all = 列出全部结果和全部待收集资料，不限于各前十行
cli-option-regression = 对 register.yaml 中每一条已闭环的条目重新推演，并把支持与复现的结果写回台账
cli-option-changed = 参数是改动过的文件，逐一核对它们所属的客户（供提交钩子使用）
cli-option-register = 把本次推演的薄弱环节记入 register.yaml；须给出 --as-of
cli-option-register-day = 与 --register 合用：发现薄弱环节的日期，如 2026-07-01
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
cli-doing-calibrate = 按实测用时重新推演
cli-doing-run = { $subject }：正在推演
cli-doing-waits = { $subject }：逐一去掉等待后重演，{ $done }/{ $of }
cli-doing-others = { $subject }：推演该客户的其他场景，{ $done }/{ $of }
cli-doing-edits = { $subject }：在本场景逐条试用修订，{ $done }/{ $of }
cli-doing-elsewhere = { $subject }：把改善最大的修订用于其他场景，{ $done }/{ $of }
cli-doing-regression = { $subject }：对已闭环的条目重新推演，{ $done }/{ $of }
cli-doing-required = { $subject }：推演预案应对的工况，{ $done }/{ $of } 个事件
cli-doing-reviewed = { $subject }：由少数工况的推演提出修订，{ $done }/{ $of }
cli-doing-sets = { $subject }：试用修订的组合，已推演 { $done } 次
cli-doing-verified = { $subject }：在全部工况上核验组合，已推演 { $done } 次
cli-doing-left = { $doing }，预计还需 { $left }
cli-doing-write = { $subject }：正在写报告
cli-run-title = { $customer } · { $scenario }
cli-weak-points = { $n ->
        [0] 本次推演没有发现薄弱点。
       *[other] 薄弱点共 { $n } 条，最严重的 { $shown } 条：
    }
cli-costliest = 代价最大的等待：{ $step } { $what }（条款 { $clause }），{ $reason } { $on } { $ms }；没有这段等待，人员能够缩短的最长停电可减少 { $cost }。
cli-no-wait = 没有步骤需要等待。
cli-not-tested = 本次推演没有检验：
cli-more = 另有 { $n } 项，见报告
cli-proved = 复演之后：
cli-first = 先作这些修改（复演支持，提请评审，按改善大小排列）：
cli-first-none = 尚无得到复演支持的修改。
cli-discussed = 另有 { $n } 条意见未经复演支持，供会议讨论，见报告。
cli-option-report-format = 改为输出供会议签字的表单，格式：html、docx、xlsx、pdf、md、json（默认 docx）
cli-option-report-kind = 输出哪些表单。推演：report、after-action、revision-table、improvement-list、approval、sign-in、notice、wall-cards、to-confirm、before-after、coverage、weak-points、plan、plan-changes；演练：after-action、after-action-aqt、after-action-hseep、session-record、exercise-record、evaluation、msel、sign-in、improvement-list；客户文件夹：plan、plan-changes、wall-cards、contacts（默认除 contacts 外全部，评估报告按语言取一种次序）
cli-option-report-for = 按接收方输出一联：customer 客户、dispatch 调度、meeting 会议、wall 上墙、outside 可外发（单张处置卡）
cli-option-full-contacts = 不隐去电话号码中段
cli-option-report-template = 本单位的 .docx 模板：页面、页眉页脚和样式以模板为准
cli-report-written = 已写入：{ $path }
cli-report-lies = 报告：{ $path }
cli-stopped-searching = 已停止，未写入任何内容。
cli-stopped-revising = 已停止。全工况推演完整保存在 { $path }；修订可用 drillsim revise --from 另行寻找。
cli-stopped-proving = 已中断。第一页和已完成的复演结果保留在 { $path }。
cli-stopped = 已中断。已记录的内容保留在 .part 文件夹，可用 drillsim report 查看。
cli-problems = 共 { $n } 个问题，未进行推演。
cli-our-fault = 这是 drillsim 自身的错误（{ $what }）。详情见 { $log }，请随附反馈。
cli-check-title = { $customer }：文件可以读取。不符合 { $failed } 条，无法判断 { $unknown } 条（不算通过），符合 { $passed } 条，不适用 { $other } 条。
cli-check-todo-danger = 危险：操作之前必须整改或查清（{ $n }）
cli-check-todo-plant = 改接线、改定值或增加储备（{ $n }）
cli-check-todo-plan = 修改预案（{ $n }）
cli-check-todo-people = 落实人员和联系（{ $n }）
cli-check-todo-papers = 补试验、演练和档案（{ $n }）
cli-check-short-danger = 危险 { $n }
cli-check-short-plant = 接线、定值、储备 { $n }
cli-check-short-plan = 预案 { $n }
cli-check-short-people = 人员和联系 { $n }
cli-check-short-papers = 试验、演练、档案 { $n }
cli-check-waiting = 〔{ $rules }〕
cli-check-rule = 〔{ $severity } { $rule }，{ $how }〕
cli-check-also = ……同类还有 { $n } 处{ $lines ->
        [none] 。
       *[other] ，见第 { $lines } 行。
    }
cli-check-rest = 另有 { $n } 条不符合（{ $parts }）。加 --all 逐条列出。
cli-check-collect = 需向客户或供电公司收集的资料（收齐之前有 { $n } 条结果无法判断）：
cli-check-column-what = 内容
cli-check-column-of = 对象
cli-check-column-where = 填入
cli-check-column-rules = 等待它的规则
cli-check-field = { $key }：{ $meaning }
cli-check-papers = documents：存档资料，写明日期和编号
cli-check-collect-rest = ……另有 { $n } 项待收集。加 --all 全部列出。
cli-check-beyond = 仅凭文件无法判断的：
cli-severity-must = 必须
cli-severity-should = 应当
cli-severity-info = 供参考
cli-check-not-applicable = 场景 { $scenario } 不适用于该客户，运行时不推演，只报不适用（not_applicable）：
cli-check-applicable = 场景 { $scenario } 适用于该客户。
cli-dead-at-start = 正常方式下 { $n } 段母线无电，也不是等待自备电源：{ $names }。
cli-init-made = 已写入：{ $folder }
cli-init-feeder-from-gen = 文件中没有投运的外部电源，其平衡机视作供电电源：{ $names }。
cli-init-assumed = 已假定，出处写在 network.yaml 中：{ $names } 的短路容量和 R/X。
cli-init-renamed = { $n } 个名称不合编号规则，已改名：{ $names }。
cli-init-sources = 文件中的 { $n } 台发电设备未纳入，需要的请在 site.yaml 中写成电源，注明机端母线和开关：{ $names }。
cli-init-ups = 其母线没有任何进线可达，已作为 UPS 写入 site.yaml；输入母线及文件中没有的数据均为假定：{ $names }。
cli-init-unfed = { $n } 个负荷在所有开关都合上时仍与任何电源不通，未纳入：{ $names }。
cli-init-raised = 变压器不可能小于零，按 0 计：{ $names }。
cli-init-idle-taps = 下列变压器的分接开关没有类型或所在侧，档位不起作用（与 pandapower 一致）：{ $names }。
cli-init-passed-over =
    未采用（{ $reason ->
        [costs] 仅用于优化计算
        [measurements] 仅用于状态估计
        [geography] 仅用于地图
        [controllers] 仅用于时序与控制器
        [curves] 无行引用的特性曲线
        [zero_sequence] 仅用于不对称故障
        [thermal] 仅用于温度计算
        [settings] 此处不参与计算
        [words] 不认识的类型用词
       *[other] 此处不认识
    }，括号内为行数）：{ $names }。
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
problem-argument-no-command =
    没有这个命令。{ $near ->
        [none] 请从中选一个
       *[other] 是不是 { $near }？可用的有
    }：{ $known }。
problem-argument-no-scenario = 没有写场景。请在文件夹后面写上至少一个，例如：drillsim run { $folder } { $first }。可用的有：{ $known }。
problem-argument-dash = 开头是破折号，不是两个减号。请写成 { $mend }。
problem-argument-quote = 参数里混进了引号。在 Windows 上，右引号前的反斜杠会把引号带进去：请写 { $mend }，末尾不加反斜杠，后面的内容另写一个参数。
problem-report-missing =
    没有这个文件夹。{ $near ->
        [none] { "" }
       *[other] 是不是 { $near }？
    }请给出 drillsim run、campaign 或 compare 结束时所说的文件夹，例如 reports/<客户>/<场景>-s1。
problem-report-a-file = 这是一个文件。请给出推演或批量推演的文件夹，例如 reports/<客户>/<场景>-s1。
problem-report-holds-runs = 这个文件夹里存放着多次推演，本身不是一次推演。请从中选一个：{ $runs }。
problem-report-of-customer = 这是客户文件夹，里面没有推演记录。请先用 drillsim run { $folder } 场景 推演，再对它所说的文件夹生成报告。
problem-report-of-search = 这里是 drillsim revise 查找最小修订集的结果。要把其中的修订写入预案，不写 --from：drillsim revise 客户文件夹 --apply 编号,…，--out 与 --seed 相同即沿用这里的结果。要出文书：drillsim report { $folder } --format docx。
problem-report-not-ours = 这里没有 drillsim 的推演或比较记录。请给出 drillsim run、campaign 或 compare 结束时所说的文件夹。
problem-report-empty = 这个文件夹是空的。请给出 drillsim run、campaign 或 compare 结束时所说的文件夹。
problem-argument-too-many = 参数多于该命令所需。请按此书写：{ $usage }。
problem-argument-init-one = 这些选项不能一起用。请只用 --network 或 --reliability 之一，--case 只与 --reliability 一起用。
problem-no-access = 没有读写此处的权限。请检查权限，或用 --out 另选位置。
problem-disk-full = 磁盘已满。请腾出空间，或用 --out 另选位置。
problem-run-played-not-written = 推演已经做完，但磁盘没有空间写入 { $lost }。请腾出空间后重新推演，或用 --out 换一个磁盘（种子相同，过程相同）。完整的运行记录和输入文件在 { $part }；drillsim report { $path } 可据此生成报告，但不含修订建议。
problem-run-proved-not-written = 推演已经做完，第一页在 { $path }，但磁盘没有空间写入复演所得的 { $lost }。请腾出空间后重新推演，或用 --out 换一个磁盘（种子相同，过程相同）。
problem-run-not-recorded = 推演过程中写 { $lost } 时磁盘已满，推演就此中止。此前的记录在 { $part }；请腾出空间，或用 --out 换一个磁盘重新推演。
problem-path-too-long = 路径超过本系统允许的长度。请用 --out 另选较短的位置。
problem-path-through-file = 需要文件夹的位置上是一个文件。请移走它，或用 --out 另选位置。
problem-no-such-code =
    没有“{ $name }”。{ $near ->
        [none] 请写
       *[other] 是否指 { $near }？请写
    }薄弱点代码、规则、动作、字段、故障或记录事件；drillsim explain 列出有哪些。
problem-network-not-pandapower = 这不是 pandapower 文件。请给出 pandapower.to_json 写成的 .json 或 pandapower.to_excel 写成的 .xlsx。
problem-scenario-name-twice = { $other } 也叫“{ $name }”，两者的结果会落在同一个文件夹。请用不同的 --out 分开推演，或改其中一个的文件名。


## campaign

cli-campaign = 推演一切可能出错的情形（单个或同时），并按时段推演场景库，反复抽取随机性：哪些限值在什么情形下被突破、可能性多大、最小的哪些组合能击穿预案。
cli-campaign-more = 结果放在 DIR/<客户>/campaign-s<种子>/。默认推演每个事件（电源、变压器、线路、母线、区域失去）单独发生以及各配一项未按预案进行的情况，并推演每个场景，白天、夜间各一遍，每例抽 5 次。中断后用 --resume 继续。文件和种子相同，无论用几个进程，结果逐字节相同。
cli-option-faults = 同时发生几个故障：N-1、N-2、N-3；none 表示只推演场景；不写则每个事件单独推演，并各配一项未按预案进行的情况（--exact 时为 N-1）
cli-option-scenarios = 一并推演哪些场景，按名称通配；none 为不推演（默认 *；用 --exact 时为 none）
cli-option-hours = 从什么时段开始，用逗号隔开：day、night、peak、shift-change（默认 day,night；用 --exact 时为 day）
cli-option-draws = 每例抽取多少次，也是每一批追加的次数（默认 20；不写 --faults 时为 5）
cli-option-target-error = 逐批追加抽取，直到年缺供电量达到这样的精度，如 5%
cli-option-exact = 不抽取，而是穷举每一处偶然；与 --draws 同用时两者都做，并指出不一致之处
cli-option-variant = 另一个修改过预案的文件夹，用同样的情形和同样的运气推演；可以给出多个
cli-option-late = 步骤延误时延误多久，如 15 min（默认 10 min，为假定值）
cli-option-limit = 只推演前 N 个单元（一组故障或一个场景在一个时段为一个单元）
cli-option-apply = 把修订写入客户文件，成为预案的下一版，旧版保留在 history/：给出建议编号，或用 minimal 写最小修订集（paper、setting：仅用相应手段的）；须给出 --as-of，即记录的日期
cli-option-revise = 随后针对其各工况寻找最小修订集，与 drillsim revise --from 相同
cli-option-as-of-record = 写入的修订在记录中的日期，如 2026-10-01
cli-option-from = 为单次推演或全工况推演文件夹中记录的情形提出修订，而不是为预案应对的全部工况
cli-option-no-proofs = 只出第一页：不做复演，等待类薄弱点的级别只是上限，也不试用任何修订
cli-option-workers = 同时推演的进程数（默认每个处理器一个）
cli-option-scheduler = 在 Dask 集群上推演，ADDRESS 为其调度器地址，如 tcp://127.0.0.1:8786
cli-option-every-case = 已知不会改变任何结果的情形也逐一推演
cli-option-resume = 继续文件和参数都相同的、被中断的推演
cli-campaign-goes-on = 接着推演：{ $units } 个单元中已有 { $done } 个。
cli-campaign-alike = 另有 { $n } 种情况造成同样的超限，见报告。
cli-campaign-begins = { $customer }：共 { $cases } 个工况（{ $hours }）{ $runs ->
        [0] { "" }
       *[other] ，约推演 { $runs } 次
    }，预计用时约 { $time }。
cli-rate = 每秒 { $n } 个单元
cli-rate-a-minute = 每分钟 { $n } 个单元
cli-batch = （第 { $n } 批抽样）
cli-batch-exact = （精确计算）
cli-progress = { $subject }：{ $of } 个单元已完成 { $done } 个，{ $rate }，剩余约 { $left }
campaign-case-title = 批量推演中的情形：{ $case }
problem-argument-share = “{ $value }”不是比例。请写 0 与 1 之间的数，或如 5% 的百分数。
problem-argument-time = “{ $value }”不是时间。请连同单位书写，如 15 min。
problem-argument-count = “{ $value }”不是个数。请写 { $least } 到 { $most } 之间的整数。
problem-argument-variant = “{ $value }”没有说明变体。请写“名称=文件夹”，如 second-electrician=plans/hospital-v2。
problem-campaign-no-scenario = 没有名称符合“{ $pattern }”的场景。请写名称的通配形式，如 both-lost-*，或不写该选项。
problem-campaign-no-case = 既不推演故障也不推演场景。请写 --faults N-1，或用 --scenarios 指明场景。
problem-campaign-variant-differs = 变体 { $label } 的负荷或功能与被比较的预案不同，无法比较。电网的负荷和 site 的功能须保持一致。
problem-campaign-nothing-to-resume = 此处没有该客户、该种子的被中断的批量推演。请去掉 --resume 重新开始。
problem-campaign-unfinished = 此处有一次中断的批量推演，重新开始会丢掉已推演的部分。请用 --resume 接着推演，或删除该文件夹后重新开始。
problem-campaign-changed = 被中断的批量推演开始时的输入不同：{ $changed }。请恢复原样，或删除该文件夹后重新开始。
problem-campaign-workers-lost = 推演进程连续 { $times } 次自行结束，什么也没有推演。已推演的内容保留在 .part 文件夹；请腾出内存或减少 --workers，再用 --resume 继续。
problem-campaign-scheduler = { $address } 处没有 Dask 调度器应答。请先运行“dask scheduler”和“dask worker { $address }”，或不用 --scheduler。
problem-campaign-no-dask = --scheduler 需要的附加软件包没有安装。请安装：pip install "drillsim[dask]"。也可以不用 --scheduler。
cli-option-edition = 按预案的某个方案（计划停电、保电日）推演、检查或修订：editions 文件夹中的文件名
cli-check-edition = 以上按方案 { $name } 检查，日期 { $date }。被改动的文件，行号按改后的文件计。
cli-check-editions = 适用于现行预案的方案：{ $names }。要按规则检查某个方案，请用 --edition NAME。

# 联合演练
cli-session = 开联合演练：双方人员决定，程序保持现场状态；页面在浏览器中打开，不写 --host 时只限本机。
cli-session-more = 一个场景一场演练，链接、记录、编号各自独立，一场出问题不影响其他场。打印各身份的链接和加入码。没有人担任的岗位由预案代演，导调台上可随时逐岗改由人员决定。注入清单默认取 scenarios/<客户>/<场景>.msel.yaml。记录边演边存在 DIR/<客户>/session-<场景>-s<种子>.part，演练结束后去掉 .part；Ctrl-C 或断电后用 --resume 继续。演练结束后，导调台和评估页可打开点评：三件好事、经过、最迟的步骤、限值对照、评估表、整改清单；关掉以后用 --resume 再打开，用 drillsim report DIR 打印。整改清单只在要求时转入台账（页面上的按钮，或 --take-over）。
cli-option-msel = 注入清单文件（默认为该场景自己的清单，没有则不用）
cli-option-play = 开始时由人员决定的岗位，可写多次；其余由预案代演
cli-option-port = 端口；0 由系统选取（默认 0）
cli-option-no-browser = 不自动打开浏览器
cli-option-session-resume = 继续这个文件夹中中断的演练，或再打开已结束演练的点评；不写 SCENARIO，写上 PLAN_DIR 才能从页面转入台账；可写多次
cli-option-take-over = 把该演练整改清单中已确定的条目转入 PLAN_DIR 的 register.yaml
cli-option-calibrate = 不开页面：以后面各场演练中人员报告完毕的步骤用时，对照预案的用时，并重新推演各场景
cli-option-rehearse = 不开页面，由预案独自快速演一遍，列出每条注入的结果
cli-option-replay = 在浏览器中逐个时刻回看这个文件夹中的演练记录，不作任何改动
cli-option-at = 与 --resume 合用：从该情景时间（1:02:03，或分钟数）另起一场演练，原记录不动
cli-session-replay = 回看{ $path }
cli-session-replay-stop = 按 Ctrl-C 关闭。
cli-session-open = 演练已建立，记录在 { $path }
cli-session-part = 身份
cli-session-code = 加入码
cli-session-link = 链接
cli-session-stop = 按 Ctrl-C 关闭；未结束的演练可以继续。
cli-session-resumable = 演练未结束。继续：drillsim session --resume { $path }
cli-session-lies = 演练记录：{ $path }。评判和报告：drillsim report { $path }
cli-option-session-plan = 演练前：不指定场景时，列出最值得演练的场景；指定场景时，写出可打印的演练方案、脚本、演练说明、岗位卡和注入卡
cli-drill-plan = 最值得演练的场景在前（复发的隐患、{ $out } 下没有演练过的、预案自演时超限最多的）：
cli-drill-scenario = 场景
cli-drill-title = 名称
cli-drill-missed = 超限
cli-drill-severe = A 级
cli-drill-drilled = 上次演练
cli-drill-back = 台账复发
cli-drill-never = 未演练
cli-drill-open = （{ $number } 未销号）
cli-drill-next = 打印资料：drillsim session { $plan } { $scenario } --plan
cli-drill-paper-scheme = 演练方案（仅供导调）：{ $path }
cli-drill-paper-script = 演练脚本（仅供导调）：{ $path }
cli-option-session-format = 与 --plan 合用：演练前文书的格式：html、docx、xlsx、pdf、md、json（默认 html）
cli-drill-paper-briefing = 演练说明（发给全体）：{ $path }
cli-drill-paper-roles = 岗位卡（每岗位一页，不含注入）：{ $path }
cli-drill-paper-injects = 注入卡（仅供导调）：{ $path }
cli-drill-stand-ins = { $of } 个岗位中 { $n } 个由预案代演：{ $roles }
cli-rehearse-played = 由预案独自演完 { $scenario }（{ $horizon }）：
cli-rehearse-inject = 注入
cli-rehearse-title = 名称
cli-rehearse-came = 何时
cli-rehearse-then = 结果
cli-rehearse-none = 没有注入。
cli-rehearse-given = { $at }
cli-rehearse-by-hand = 手动，未发
cli-rehearse-not-given = 条件未出现，未发
cli-rehearse-fulfilled = 已按预期处置
cli-rehearse-not-fulfilled = 未按时处置

## drillsim import

cli-import = 将 drillsim 写出、经人填改的工作簿导回客户文件：整改清单导回 register.yaml，注入清单导回其场景，客户工作簿导回客户文件。
cli-import-more = 整改清单中填写无误的行一次写入（整个文件一次替换）；有错的行保持原样，按工作表、行、列逐一指出，此时退出码为 2。客户工作簿和注入清单是一个整体：有一格错就什么也不写。注释和未涉及的行不动。工作簿是什么以其隐藏工作表为准，从不猜测。
cli-argument-workbook = 填改后的工作簿
cli-option-dry-run = 只说明将写入什么，不写入
cli-option-import-day = 台账中尚无的行的登记日期
cli-import-row = 第 { $row } 行 → { $entry }（{ $about }）：{ $changes }
cli-import-done =
    导入 { $taken } 行；因有错保持原样 { $wrong } 行；未改 { $unchanged } 行{ $gone ->
        [0] {""}
       *[other] ；工作表中已删、台账中保留 { $gone } 行
    }。{ $written ->
        [yes] { $file } 已更新。
        [dry] 未写入任何内容（--dry-run）。
       *[no] { $file } 未改动。
    }
problem-argument-import-day = 第 { $row } 行所述内容台账中尚无，而 drillsim 不读时钟。请给出登记日期，如 --as-of 2026-07-01。

## 客户工作簿

cli-export = 将客户文件夹写成一个工作簿：一类一张工作表，一件一行，另有一张逐列说明。
cli-export-more = 工作表和列的括号内是其固定名称；下拉选项取自文件格式。drillsim import 导回改动，drillsim init --from 以它新建客户。
cli-argument-workbook-new = 要写出的工作簿；已有文件不覆盖
cli-option-init-from = 以 drillsim export 写出、经人填写的工作簿新建
cli-export-written = 已写入：{ $path }
cli-export-left = 不在工作簿内、保持原样：{ $names }
cli-import-customer =
    { $changes ->
        [0] 没有改动。
       *[other] 改 { $changed } 行，增 { $added } 行，删 { $removed } 行。{ $written ->
            [dry] 未写入任何内容（--dry-run），将写入：{ $files }
           *[other] 已更新：{ $files }
        }
    }
cli-import-change = { $what ->
    [changed] 改
    [added] 增
   *[removed] 删
}：{ $section } { $key }
problem-workbook-there = 该文件已存在，其中可能有别人的填写。请另取名称，或将其移开。
problem-workbook-no-id = 本行没有编号。请填写编号：字母、数字、- _ .，不含空格。
problem-workbook-id-twice = 第 { $line } 行的编号相同。请使各行编号不重复。
problem-workbook-conflict = 文件此处现为 { $now }，与导出时不同。请按此填写，或重新导出后再改。
problem-workbook-gone = 工作表中已没有 { $id }，但导出后文件已改动该项。请恢复该行，或在重新导出的工作簿中删去。
problem-workbook-no-field = 没有这个字段。请填在原有的行里。
problem-workbook-no-parent = 没有该编号的处置卡。请填写“处置卡”表中的卡号。
cli-option-msel-book = 改为写出该场景的注入清单（MSEL）；尚无时写空表
cli-import-approved = 预案状态仍为已批准，而改动的内容尚未经批准。请在“预案”表中修改状态和版本，或将改动送审。
cli-init-go-on = 原工作簿属于另一个文件夹。以后请用它自己的工作簿：drillsim export "{ $folder }" 文件.xlsx
cli-import-moved = { $sheets } 的行序与文件不同。行序不导回；顺序有意义时请在文件中调整。

# 会议签字用的表单:标题、栏目和固定用语。

form-colon = ：
form-mark = 演练 EXERCISE
form-classification = 内部资料
form-head = { $customer } · 预案 { $plan } · 版本 { $version }
form-page = 第 { $page } 页 共 { $pages } 页
form-no-face = （本机没有可用的中文字体，图未能画入；见 pictures/{ $name }.svg。）
form-sheet-about = 说明
form-rests-on = 依据：场景“{ $scenario }”一次推演（随机种子 { $seed }）。复演支持的修改提请评审，由会议决定；本表不构成操作票或调度命令。
form-more-events = 另有 { $n } 处，见日志

form-title-after-action = 应急演练（推演）评估报告
form-title-revision-table = 预案修订对照表
form-title-improvement-list = 整改清单
form-title-approval = 预案修订评审审批表
form-title-sign-in = 签到表
form-title-notice = 用电安全隐患整改告知书
form-title-wall-cards = 现场处置卡（上墙）

form-part-customer = 客户条款
form-part-utility = 供电公司条款
form-part-both = 供用双方共同条款及调度协议
form-no-changes = 本次推演没有可供评审的修改。
form-rejected-apart = 另有 { $n } 条经复演不予支持，未列入本表，见推演报告。
form-from-run = 推演
form-numbered = 编号 { $id }
form-supported = 复演支持：{ $gain }
form-assumed-effect = 效果为假定值，见报告

form-yes = 采纳
form-no = 不采纳
form-amended = 修改后采纳

form-column-number = 序号
form-column-clause = 条款
form-column-old = 原文
form-column-new = 修订文
form-column-reason = 理由
form-column-basis = 依据
form-column-from = 提出方
form-column-opinion = 对方意见
form-column-adopted = 采纳
form-column-approved = 批准
form-column-code = 代码
form-column-subject = 对象
form-column-problem = 问题
form-column-evidence = 证据（时刻）
form-column-severity = 级别
form-column-measure = 措施
form-column-unit = 责任单位
form-column-person = 责任人
form-column-due = 期限
form-column-money = 资金
form-column-status = 状态
form-column-verified = 验证、理由
form-column-closed = 销号日期
form-column-recurs = 重复
form-column-name = 姓名
form-column-role = 岗位
form-column-part = 演练角色
form-column-arrived = 签到时间
form-column-signature = 签名
form-column-act = 环节
form-column-post = 职务
form-column-opinion-long = 意见
form-column-date = 日期
form-column-act-to-do = 动作
form-column-criterion = 判据
form-column-within = 时限
form-column-tells = 通知

form-status-open = 未整改
form-status-in-progress = 整改中
form-status-done = 已整改
form-status-verified = 已验证
form-status-rejected = 不予整改
form-recurs =
    { $n ->
        [0] 台账 { $number }
       *[other] 台账 { $number }，已重复 { $n } 次
    }

form-day = 日期
form-place = 地点
form-unit = 单位
form-id = 编号
form-signatures = 签署
form-act-wrote = 编制
form-act-checked = 审核
form-act-countersigned = 会签
form-act-approved = 批准
form-usual-order = 签署环节按通常做法排列（未经核实）；本单位另有规定的，以本单位表单为准。

form-notice-to = { $customer }：
form-notice-body =
    { $n ->
        [0] 在上述场景的推演中未发现需由贵单位整改的内容。
       *[other] 在上述场景的推演中发现下列 { $n } 项需由贵单位研究整改，请在“期限”栏填写完成日期，并将回执返回供电公司。
    }
form-notice-not-classed = 本告知书不对隐患作法定分级，分级由有权单位认定。
form-receipt = 回执
form-received-by = 签收人
form-post = 职务
form-seal = 单位（盖章）
form-intends = 整改意见

form-trigger = 启动条件
form-begun-by = 启动人
form-ends = 结束条件
form-ends-with-steps = 各步完成即结束
form-issued = 版本
form-issued-line = { $version }　发放：＿＿＿＿＿＿　收回旧版：＿＿＿＿＿＿　日期：＿＿＿＿＿＿
form-supervised = 监护：{ $who }
form-first-make-sure = 先确认：{ $what }
form-by-permit = 先取得许可：{ $who }
form-or-else = 否则：{ $what }
form-told = { $who }（{ $channel }）
form-read-back = ，对方复诵
form-card-safety = 本卡只供对照执行预案，不代替操作票；现场情况与卡不符时停止操作并报告。

form-title-to-confirm = 假定与待核清单（催办单）
form-to-confirm-body = 下列 { $n } 处数据为假定值或未经核实，推演结论以其为前提。请责任方核实后填写核实人和日期；数值有出入的，改正文件后重新推演。
form-column-where = 位置
form-column-thing = 所属
form-column-figure = 采用值
form-column-source = 来源
form-column-confirmed = 核实人
form-file-line = { $file } 第 { $line } 行
form-no-figure = （见文件）

## 演练的表单

form-title-drill-after-action = 应急演练评估报告
form-title-session-record = 演练记录
form-title-exercise-record = 反事故演习记录
form-title-evaluation = 演练评估表
form-title-msel = 演练注入清单（MSEL，实际执行）
form-ending-why = 原因：{ $why }
form-attended = 已签到 { $n } 人
form-nobody-signed-in = 记录中无人签到。请参加人员在下表手写签到。
form-not-signed-in = 在屏上参加而未签到
form-nobody-named = （记录中没有姓名）
form-column-organisation = 单位
form-column-item = 评估项目
form-column-point = 评估要点
form-column-limit = 时限
form-column-took = 实际
form-column-auto-evidence = 自动证据
form-column-proposed = 建议
form-column-rating = 评定
form-column-meets = 符合性
form-column-override = 改判理由
form-column-evaluator-says = 评估人意见
form-column-remark = 备注
form-items = 评估项目
form-no-items = 本次没有由人员承担的步骤和目标，没有可评定的项目。
form-objective = 演练目标
form-head-of-evaluators = 评估组长
form-msel-counted = 共 { $n } 条，其中发出 { $given } 条。按实际时刻排列，未发出的排在最后。
form-in-the-plant = 〔设备〕{ $what }
form-no-result-yet = 到结束时尚无结果
form-column-inject-id = 情景
form-column-planned-at = 情景时刻
form-column-real-at = 实际时刻
form-column-triggered = 触发
form-column-sender = 发出人
form-column-receiver = 接收人
form-column-channel = 渠道
form-column-content = 内容
form-column-expected = 预期行动
form-column-objective = 目标
form-column-fallback = 备用注入
form-decided-in-the-room = 会上已确定
form-not-decided = 记录提出、会上尚未确定
form-settled-before = 开场前落实
form-column-thing-settled = 事项
form-column-settled-at = 落实时刻
form-not-settled = 未记录
form-course-note = 粗体为设备和负荷的实际变化（导调侧可见），其余为人员的决定和导调操作。情景时刻自 T0 起算，会场时刻为会场时钟。
form-column-scenario-time = 情景时刻
form-column-room-time = 会场时刻
form-column-who = 岗位
form-column-what-happened = 经过
form-kind-plant = 实况
form-kind-decision = 人员
form-kind-room = 导调
form-column-was-so = 实情
form-column-believed = 岗位所知
form-photos = 照片
form-none = 无。
form-record-leader = 总指挥
form-record-scribe = 记录人
form-record-customer = 客户代表
form-record-utility = 供电公司代表
form-record-unit = 单位
form-record-subject = 题目
form-record-led-by = 领导人
form-record-watched-by = 监护人
form-record-phenomena = 现象
form-record-handling = 处理经过
form-record-measures = 发现问题及措施
form-record-conclusion = 结论及评价
form-record-review = 审核
form-column-executor = 执行人
form-column-review-opinion = 审核意见
form-nobody-decided = 没有由人员作出的决定：全部岗位由预案代演。
form-missed-first = 超限（先列）
form-to-do-first = 首先要办的整改
form-rests-on-drill = 依据：本次演练的记录（随机种子 { $seed }）。人员的处置与“仅按预案推演”在同样的故障、同样的随机因素下对照；结论不构成操作票或调度命令。
form-aar-aqt-facts = 一、演练基本情况
form-aar-aqt-process = 二、演练评估过程
form-aar-aqt-analysis = 三、演练情况分析
form-aar-aqt-proposals = 四、改进的意见和建议
form-aar-aqt-conclusion = 五、评估结论
form-aar-participants = 附：参加人员
form-aar-hseep-overview = 演练概况
form-aar-hseep-analysis = 目标与能力分析
form-aar-hseep-conclusion = 结论与评估方法
form-aar-hseep-plan = 附录 A 改进计划
form-aar-hseep-participants = 附录 B 参加人员
form-objectives = 演练目标
form-none-named = （注入清单未写明）
form-no-evaluator = 没有记录评估人员
form-evaluated-how =
    { $n ->
        [0] 评估人员：{ $people }。本次没有可由证据自动评定的项目。
       *[other] 评估人员：{ $people }。{ $n } 个项目由演练日志自动给出证据和建议等级（优良中差 / P、S、M、U），评估人员可以改判并写明理由，两者都保留。
    }
form-evaluated-changed = 评估人员评定或改判 { $n } 项；记录更正 { $corrected } 处。
form-column-worst = 本次最长中断
form-column-alone = 仅按预案
form-column-cause = 原因
form-column-step = 步骤
form-column-late = 迟了
form-column-waited-for = 原因
form-column-done-at = 完成时刻
form-ratings-summary = 评定汇总
form-strengths = 做得好的方面
form-areas = 待改进的方面
form-reference = 依据（条款、时刻）
form-recommendation = 建议措施
form-none-agreed = （尚未商定）
form-weak-items = 评为“中”“差”的项目
form-supported-elsewhere = 预案条文怎样改，由推演报告的修订对照表提出：每处修改附原文、修订文和复演结果，提请评审。

## 预案文本

form-title-plan = { $customer }停电应急预案
form-title-plan-changes = { $customer }停电应急预案（修订标示本）
form-title-before-after = 修改前后对照
form-title-coverage = 覆盖与未检验
form-plan-status-draft = 草案
form-plan-status-in-review = 评审稿
form-plan-status-approved = 现行预案
form-plan-status-retired = 已作废
form-customer = 客户
form-plan-number = 预案编号
form-plan-version = 版本
form-plan-status = 状态
form-effective = 生效日期
form-next-review = 下次评审
form-version-reason = 修订原因
form-from-to = { $old } → { $new }
form-from-to-draft = { $old } → 草案（未编版本号）
form-origin-supported = 草案，供会议讨论：含 { $n } 处条文修改，每处均由复演单独支持，未一起复演。会议选定后用 drillsim revise --apply 写入并重新推演，再报批。
form-origin-searched = 草案，供会议讨论：含 { $n } 处条文修改，为已一起复演验证的最小修改组。会议选定后写入文件并报批。
form-origin-recorded = 与上一版本对照：有记录的修改 { $n } 处。未列入下表而正文有标示的，为人工修改。
form-how-marked = 标示方法：删除的文字加删除线，新增的文字加下划线；未标示的与原文一致。
form-changed-parts = 有改动的部分（{ $n }）：{ $parts }
form-changes-made = 已写入正文的修改（{ $n } 处）
form-changes-left = 复演支持、未写入正文的修改（{ $n } 处）
form-left-why = 这些修改不是条文（设定、人员、培训、购置），或与前面已写入的修改不能同时成立，由会议另行决定。
form-contents = 目录
form-government = 政府部门
form-not-yet-signed = 本稿尚未签署；签署环节和人员以本单位规定为准。
form-part-gone = 本部分整体删除。
form-part-new = 本部分整体新增。
form-title-was = 标题原为：{ $old }
form-recorded-run = 推演 { $run }，{ $day } 写入
form-part-roles = 岗位与人员
form-part-contacts = 通知关系
form-part-limits = 报告时限
form-part-permits = 调度许可
form-part-orders = 操作票
form-part-cards = 处置卡
form-part-tiers = 限电序位
form-part-resources = 应急资源
form-column-held-by = 人员（按先后）
form-column-certificate = 资格
form-column-caller = 通知人
form-column-called = 被通知人
form-column-channels = 方式（按先后）
form-column-must-know = 须知情的岗位
form-column-covers = 许可范围
form-column-given-by = 许可人
form-column-order = 操作票
form-column-written-by = 填写
form-column-checked-by = 审核
form-column-in-order = 顺序与条件
form-column-tier = 序位
form-column-loads-shed = 负荷（按先后）
form-column-resource = 名称
form-column-quantity = 数量
form-column-kept-at = 地点
form-column-keeper = 保管
form-column-agreement-until = 协议到期
form-column-what = 项目
form-column-wording = 内容
form-dead-may-open = 已停电的可先拉开后报告，合闸除外
form-prepared = 预先填好、审好
form-at-once = （得知即启动）
form-level = 响应级别
form-level-is = { $level } 级
form-after = { $steps }之后
form-after-any = { $steps }任一完成之后
form-only-when = 仅当：{ $what }
form-until = 直至：{ $what }
form-every = 每 { $time }一次
form-same-luck = 同样的故障、同样的随机因素，修改前后各推演一次。超限时间为模型中的中断时间，不是对人员后果的断言。
form-nothing-re-run = 本次推演没有经过复演的修改。
form-nothing-changed = 复演前后各项数值没有变化。
form-acts-kept = 修改前已做到、修改后仍做到：安全措施 { $acts } 项，报告 { $reports } 项，警示 { $warnings } 项。
form-gain-interruption = { $name }：最长中断
form-gain-endurance = { $name }：自备电源可支撑
form-column-measure-of = 项目
form-column-before = 修改前
form-column-after = 修改后
form-covered = 本场景触发处置卡 { $cards } 张，共 { $of } 张。只对本场景一次推演成立；未触发、未执行的未经检验。
form-column-card = 处置卡
form-column-triggered-yes = 触发
form-column-steps = 步骤
form-column-steps-done = 已执行
form-column-not-played = 未执行的条款
form-triggered = 已触发
form-not-triggered = 未触发
form-whole-card = 整卡未检验

## 各联

form-copy-customer = 客户联
form-copy-dispatch = 调度联
form-copy-meeting = 会议联
form-copy-wall = 上墙
form-copy-outside = 可外发
form-others-apart = 另有 { $n } 项由对方负责，未列入本联。

## 薄弱环节逐项对照

form-title-weak-points = 薄弱环节逐项对照表
form-column-before-after = 修改前后
form-no-change-yet = 尚无经复演的修改，提请会议研究
form-due-open = 由会议定
form-title-contacts = 应急通讯录
form-column-phone = 电话
form-column-last-reached = 最近通话测试
form-no-numbers = 客户文件夹中没有 people.local.yaml，电话由保管人手写。

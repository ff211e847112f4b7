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
form-column-verified = 验证
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

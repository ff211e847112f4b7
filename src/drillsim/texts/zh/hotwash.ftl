# 演练点评：事实、评定、整改清单。

## 标题

hotwash-title = 演练点评与记录
hotwash-heading-facts = 演练概况
hotwash-heading-goods = 做得好的三件事
hotwash-heading-story = 经过
hotwash-heading-late = 最迟的五步及原因
hotwash-heading-departed = 与预案不同的做法
hotwash-heading-broken = 限值对照
hotwash-heading-hazards = 危险
hotwash-heading-weak = 薄弱环节
hotwash-heading-known = 结束时：所知与实情
hotwash-heading-what-if = 如果当时
hotwash-heading-grades = 评估表
hotwash-heading-list = 整改清单
hotwash-heading-untried = 本次未演练到的内容
hotwash-heading-left-out = 未能计算的内容
hotwash-heading-corrections = 记录更正
hotwash-heading-record = 会场记录

## 概况

hotwash-fact-customer = 客户
hotwash-fact-drill = 题目
hotwash-fact-plan = 预案版本
hotwash-fact-opened = 开始
hotwash-fact-ended = 结束
hotwash-fact-ending = 结束方式
hotwash-fact-participants = 参加人员
hotwash-fact-at = 情景时刻
hotwash-open = （尚未结束）
hotwash-warning-aborted = 本次演练已中止，不作完成评定。
hotwash-warning-abandoned = 本次演练已放弃，不作完成评定。
hotwash-warning-real-emergency = 本次演练因转入实战而停止，不作完成评定。
hotwash-warning-open = 演练尚未结束，以下只反映到目前为止的情况。
hotwash-judged-corrected = 本页按更正后的记录评定；设备状态未作回退。

## 好的方面

hotwash-fewer-goods = 从记录中只能算出 { $n } 项，其余请与会人员补充。
hotwash-no-goods = 从记录中算不出可归于参演人员的好做法，请与会人员补充。
hotwash-good-kept-beyond-plan = { $id }停电 { $outage_ms }，保住了限值 { $limit_ms }；仅按预案推演会停电 { $alone_ms }。
hotwash-good-kept = { $id }曾接近限值：停电 { $outage_ms }，限值 { $limit_ms }，未超限。
hotwash-good-test = 做了核对、验电：“{ $step }”。
hotwash-good-faster = “{ $step }”自可以开始起用时 { $took_ms }，比仅按预案推演的 { $alone_ms }少 { $less_ms }。
hotwash-good-read-back = 通话作了复诵：“{ $step }”。

## 经过

hotwash-of-scenario-events = 情景事件
hotwash-of-scenario-information = 情景告知
hotwash-on-the-spot = 临时注入
hotwash-course-departed = { $what }（与预案不同：{ $how }）
hotwash-line-loads-lost = 失电：{ $loads }
hotwash-line-loads-back = 恢复供电：{ $loads }
hotwash-line-limit-passed = { $id }超过限值 { $limit_ms }
hotwash-line-limits-passed = 超过限值（{ $more_ms }内先后 { $n } 项）：{ $ids }
hotwash-late-own = 其中本步 { $ms }
hotwash-untold = { $roles }：未获告知，仍以为{ $state }
hotwash-line-limits-passed-at-once = 同时超过限值（{ $n } 项）：{ $ids }
hotwash-card = 启动处置卡 { $card } { $title }
hotwash-what-if-none = 没有限值被超过。
hotwash-what-if-plan-too = 本次超过的限值，仅按预案推演也都会超过：没有哪个现行预案内的决定能保住它们，应先修订预案。
hotwash-what-if-plan = { $id }在 { $at } 超限。从任何一个试过的时刻起改由预案处置，都保不住。
hotwash-what-if-decision = { $id }在 { $at } 超限，是在这一决定之后失去的：{ $by }。
hotwash-what-if-waiting = { $id }在 { $at } 超限，是在等待中失去的：到 { $last } 为止改按预案处置还保得住；此前最后的决定：{ $by }。
hotwash-what-if-enough = 如果当时另外做了这一件，就能保住：{ $what }。
hotwash-what-if-begins = 能保住它的做法从这一件开始，其后仍按预案：{ $what }。
hotwash-what-if-tried = （同样的随机因素下试算 { $tried } 次。）
hotwash-what-if-decided = { $at } { $who } { $what }
hotwash-register-only-drill = 在联合演练 { $session } 中由人员的决定暴露；仅按预案推演不会报出，须在下次演练中验证。
hotwash-line-faults = 故障：{ $targets }
hotwash-showing = 正在投影：{ $what }
hotwash-more-rows = 还有 { $n } 项，见点评记录。
hotwash-line-act = { $by }在预案之外{ $do }{ $targets }
hotwash-no-story = 没有值得记述的经过。

## 最迟的步骤

hotwash-column-step = 步骤
hotwash-column-role = 岗位
hotwash-column-late = 迟了
hotwash-column-reason = 原因
hotwash-column-done = 完成时刻
hotwash-against-limit = 超过时限
hotwash-against-plan = 比仅按预案推演晚
hotwash-not-done = 未完成
hotwash-reason-undecided = 无人决定
hotwash-reason-longer = 操作本身用时较长
hotwash-reason-none = 记录中没有等待，原因不明
hotwash-reason = { $reason } { $took_ms }
hotwash-reason-on = { $reason } { $took_ms }（{ $on }）
hotwash-none-late = 没有超过时限的步骤，也没有自身比仅按预案推演多用 30 秒以上的步骤。

## 与预案不同

hotwash-departed = { $who }：{ $what }——{ $how }
hotwash-did-begin = 开始 { $what }
hotwash-did-skip = 略过 { $what }
hotwash-did-finish = 报告完毕 { $what }
hotwash-did-choose = 选定 { $what }
hotwash-did-activate = 启动处置卡 { $what }
hotwash-did-close = 结束处置卡 { $what }
hotwash-did-permit = 给予许可 { $what }
hotwash-did-refuse = 拒绝许可 { $what }
hotwash-did-go = 前往 { $what }
hotwash-did-act = { $what }
hotwash-did-tell = 告知 { $what }
hotwash-did-ask = 询问 { $what }
hotwash-facilitator = 导调
hotwash-none-departed = 没有偏离预案的决定。
hotwash-only-plan = 预案会做而本次没有做的步骤：
hotwash-only-people = 本次做了而仅按预案推演不会做的：
hotwash-alone-note = “仅按预案推演”：同样的故障、同样的随机因素、同样的注入，由预案代演全部岗位到演练结束的时刻。

## 限值

hotwash-column-subject = 负荷/业务
hotwash-column-limit = 限值
hotwash-column-worst = 本次最长中断
hotwash-column-alone = 仅按预案
hotwash-column-cause = 原因
hotwash-broken = 超限
hotwash-kept = 未超限
hotwash-still-open = （结束时尚未恢复）
hotwash-none-broken = 没有限值被超过，仅按预案推演也没有。
hotwash-not-proof = 没有超限不等于预案可靠：见“本次未演练到的内容”。
hotwash-no-hazards = 没有发生危险。
hotwash-no-weak = 从记录中没有发现薄弱环节。这不等于没有：见“本次未演练到的内容”。

## 所知与实情

hotwash-column-thing = 对象
hotwash-column-true = 实情
hotwash-column-believed = 各岗位所知
hotwash-believed = { $roles }：{ $state }（{ $at }）
hotwash-from-before = 演练前
hotwash-wrong-mark = ✕ 不符
hotwash-none-known = 没有岗位对开关、电源、负荷、业务有错误认识。
hotwash-known-disputed = 与实情不符 { $n } 项。
hotwash-known-more = 其余 { $n } 项变动过，各岗位所知与实情一致。

## 评定

hotwash-grade-P = 优（P）
hotwash-grade-S = 良（S）
hotwash-grade-M = 中（M）
hotwash-grade-U = 差（U）
hotwash-meets-P = 符合
hotwash-meets-S = 基本符合
hotwash-meets-M = 不符合
hotwash-meets-U = 不符合
hotwash-grade-none = 未评
hotwash-column-item = 评估要点
hotwash-column-item-limit = 时限
hotwash-column-took = 实际
hotwash-column-why = 自动证据
hotwash-column-proposed = 建议
hotwash-column-given = 评定
hotwash-column-meets = 符合性
hotwash-column-changed = 改判理由
hotwash-grade-whole = 演练总体
hotwash-grade-in-time = 按预案、按时完成。
hotwash-grade-late = 自可以开始起，比仅按预案推演多用 { $late_ms }。
hotwash-grade-over = 时限 { $limit_ms }，用了 { $took_ms }。
hotwash-grade-departed = 与预案不同：{ $deviations }。
hotwash-grade-failed = { $state }；仅按预案推演时没有出现。
hotwash-grade-failed-too = { $state }；仅按预案推演也是如此，规则不予评定。
hotwash-grade-failed-so-far = { $state }。是人员还是设备的原因，待演练结束与仅按预案推演对照后给出。
hotwash-grade-found-otherwise = 按时完成；核对结果为不符。
hotwash-grade-hazard = 由此发生危险（{ $step }）。
hotwash-grade-not-done = { $state }，不评。
hotwash-grade-open = 演练结束时尚未完成，不评。
hotwash-grade-never-begun = 仅按预案推演在 { $alone_ms } 完成，本次没有开始（{ $step }）。
hotwash-grade-not-given = 该注入没有发出（{ $inject }），不评。
hotwash-grade-by-hand = 注入“{ $inject }”已发出，由评估人员评定。
hotwash-grade-not-yet = 注入“{ $inject }”的预期处置到结束时尚无结果，不评。
hotwash-grade-expected = 注入“{ $inject }”的预期处置按时完成。
hotwash-grade-not-expected = 注入“{ $inject }”的预期处置没有按时完成。
hotwash-grade-whole-aborted = 演练中止，不评。
hotwash-grade-whole-abandoned = 演练放弃，不评。
hotwash-grade-whole-real-emergency = 转入实战，不评。
hotwash-grade-whole-open = 演练尚未结束，不评。
hotwash-grade-whole-nobody = 全部岗位由预案代演，没有人员作过决定，不评。
hotwash-grade-whole-hazard = 发生 { $n } 次危险。
hotwash-grade-whole-critical = 仅按预案推演能保住、本次超限的保安负荷或业务 { $n } 项：{ $ids }。
hotwash-grade-whole-critical-too = 保安负荷或业务 { $n } 项超限（{ $ids }），仅按预案推演同样超限：先改预案。
hotwash-grade-whole-missed = 其他负荷或业务 { $n } 项超限：{ $ids }。
hotwash-grade-whole-departed = 限值全部保住；偏离预案的决定 { $n } 个，延误或不符的步骤 { $late } 个。
hotwash-grade-whole-doubtful = 有 { $n } 项限值未能验证（{ $ids }），由评估人员评定。
hotwash-grade-whole-kept = 限值全部保住，步骤按预案完成。
hotwash-both-kept = 建议由规则给出；评定由评估人员作出，两者都保留。
hotwash-signature = 评估组长签名
hotwash-signed = { $name }，{ $wall }
hotwash-changed-since = 签名后又有改动，请重新签名。
hotwash-not-signed = 尚未签名。

## 整改清单

hotwash-column-number = 序号
hotwash-column-code = 代码
hotwash-column-problem = 问题
hotwash-column-clause = 条款
hotwash-column-evidence = 证据（时刻）
hotwash-column-severity = 级别
hotwash-column-measure = 措施
hotwash-column-side = 责任单位
hotwash-column-person = 责任人
hotwash-column-due = 期限
hotwash-column-status = 状态
hotwash-column-reason-of = 说明
hotwash-side-customer = 用户
hotwash-side-utility = 供电公司
hotwash-side-both = 双方
hotwash-side- = —
hotwash-status-proposed = 待定
hotwash-status-open = 未整改
hotwash-status-in_progress = 整改中
hotwash-status-done = 已整改
hotwash-status-rejected = 不予整改
hotwash-status-struck = 不列入
hotwash-none-listed = 清单为空。
hotwash-list-proposed = 另有 { $n } 条由记录提出、会上尚未确定。

## 未演练到

hotwash-untried-roles = 由预案代演的岗位（{ $n } 个）：{ $ids }。对这些人员没有任何结论。
hotwash-untried-roles-partly = 只在部分时间由人员担任的岗位（{ $n } 个）：{ $ids }。
hotwash-untried-roles-silent = 交给人员而没有作过任何决定的岗位（{ $n } 个）：{ $ids }。
hotwash-untried-injects = 没有发出的注入（{ $n } 条）：{ $ids }。
hotwash-untried-switches = 预案要操作而本次没有动过的开关（{ $n } 台）：{ $ids }。
hotwash-left-out-alone = 没有“仅按预案推演”的记录，因此没有与预案的对照。
hotwash-left-out-beliefs = 结束时各岗位的所知没有留存，因此没有所知与实情的对照。
hotwash-left-out-what-if = 没有计算“如果当时”。

## 更正与记录

hotwash-correction = “{ $step }”：实际在 { $at } 完成（{ $who }）。理由：{ $why }
hotwash-correction-person = “{ $step }”：实际由{ $who }完成。理由：{ $why }
hotwash-correction-unused = （记录中没有这一步，评定未采用）
hotwash-none-corrected = 没有更正。
hotwash-keyed = 速记
hotwash-keyed-open = 尚未补全执行人
hotwash-note = 记录
hotwash-photo = 照片 { $file }
hotwash-none-noted = 没有记录。

## 页面

hotwash-page-after = 点评
hotwash-to-after = 打开点评、评估和整改清单
hotwash-to-console = 返回
hotwash-not-ended = 演练尚未结束，结束后才有点评。
hotwash-show = 投影
hotwash-show-board = 投影回到态势
hotwash-wait-shown = 演练已结束，请看会场大屏；点评由导调人员展示。
hotwash-save = 保存
hotwash-add-row = 新增一行
hotwash-add = 新增
hotwash-strike = 不列入
hotwash-take-over = 转入台账 register.yaml
hotwash-take-over-confirm = 把已确定的条目写入客户的 register.yaml？
hotwash-no-folder = 本会话打开时没有给出客户目录，请用命令 drillsim session PLAN_DIR --take-over DIR 转入台账。
hotwash-taken-over = 已写入 { $file }：新增 { $added } 条，复现 { $back } 条，已有 { $known } 条；没有代码、留在会话清单的 { $left } 条。
hotwash-none-to-take = 没有已确定且有薄弱环节代码的条目，台账未改动。
hotwash-row-saved = 已保存。
hotwash-row-stale = 这一行刚被别人改过，请刷新页面后再改。
hotwash-row-date = 期限“{ $value }”不是日期，请写成 2026-12-31。
hotwash-row-reason = 不予整改或不列入须写明说明。
hotwash-row-problem = 请写明问题，或填代码和对象。
hotwash-row-code = “{ $value }”不是薄弱环节代码，请用 drillsim explain 查看代码，或留空。
hotwash-row-subject = 有代码的条目须写明客户文件里的对象编号；“{ $value }”不在其中。
hotwash-grade-reason = 改判须写明理由。
hotwash-graded = 已评定。
hotwash-give = 评定
hotwash-not-completed = 演练没有正常结束，总体不评定。
hotwash-sign = 签名
hotwash-sign-name = 评估组长姓名
hotwash-signed-now = 已签名。
hotwash-correct = 更正
hotwash-correct-step = 步骤
hotwash-correct-at = 实际完成于 T+（分钟，可写 12.5 或 12:30）
hotwash-correct-who = 实际执行岗位（不变则留空）
hotwash-correct-why = 理由
hotwash-correct-hint = 评定按更正后的时刻和人员进行；设备状态不回退。
hotwash-corrected = 已记为更正，评定已采用。
hotwash-correct-time = “{ $value }”不是已经过去的情景时刻，请写 T+ 之后的分钟数，如 12.5。
hotwash-correct-no-step = “{ $value }”还没有开始，不能更正。
hotwash-correct-nobody = { $value }此刻无人，请直接写人员编号，或留空。
hotwash-complete-words = 补全速记
hotwash-complete-entry = 速记
hotwash-complete-role = 执行岗位
hotwash-take-back = 撤回
hotwash-taken-back = 已撤回，记录中保留痕迹。
hotwash-photo-add = 照片
hotwash-photo-file = 照片文件名
hotwash-photo-words = 说明
hotwash-failed = 点评没有整理成功，演练记录完好。请结束后用 drillsim report 整理。
hotwash-working = 正在整理点评……

## 校准

hotwash-calibrate-title = 步骤用时校准：计划与实测
hotwash-calibrate-none = 这些演练中没有可用的实测：只有人员报告完毕、且时钟按 1 倍速走动的步骤才算实测。
hotwash-calibrate-step = 步骤
hotwash-calibrate-planned = 预案
hotwash-calibrate-n = 实测次数
hotwash-calibrate-sessions = 场次
hotwash-calibrate-observed = 实测中位
hotwash-calibrate-proposed = 建议
hotwash-calibrate-weight = 实测权重
hotwash-calibrate-verdict = 结论
hotwash-calibrate-offered = 建议修改（实测）
hotwash-calibrate-few = 次数不足，不建议
hotwash-calibrate-same = 与预案相符，不改
hotwash-calibrate-skipped = 未采用 { $n } 次：{ $why }
hotwash-calibrate-why-speed = 时钟不是 1 倍速
hotwash-calibrate-why-pause = 期间暂停过
hotwash-calibrate-why-jump = 期间跳转过
hotwash-calibrate-why-no-work = 没有操作时间
hotwash-calibrate-method = 方法：对数正态；各步中位数按正态—正态收缩向预案值收拢。实测次数越少，离预案值越近。
hotwash-calibrate-before-after = 修改前后（同样的故障、同样的随机因素）
hotwash-calibrate-missed = 超限 前 → 后
hotwash-calibrate-subject-change = { $id } { $before } → { $after }
hotwash-calibrate-unchanged = 各场景的结论都不变。
hotwash-calibrate-written = 改后的全部文件在 { $path }，客户文件夹未动。用 drillsim compare { $plan } { $path } 比较。这是实测得到的用时，不是文字修订；是否采用由评审会决定。
hotwash-calibrate-source = 演练实测 { $n } 次（{ $sessions } 场），对数正态收缩

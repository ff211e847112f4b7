# 演练页面：停止、大屏、演练前的资料。

## Stop

drill-stop-word = 停止演练，转实战
drill-stop-rule = 出现真实险情：喊出“停止演练，转实战”，或按此键两次。
drill-stop-again = 再按一次：停止演练，转实战
drill-halt-now = 演练已终止。现在是真实情况：按现场实际处置，今后的话不再加“演练”二字。
drill-halt-who = { $part }停止，情景 { $at }，会场 { $room }
drill-halt-why = 现场情况（记入会场记录）
drill-halt-behind = 看停止时的画面

## Clocks

drill-clock-scenario-day = 情景时刻
drill-clock-room = 会场时刻
drill-clock-minute = 会议已进行（分钟）
drill-before = 尚未开始

## The wall

drill-oneline = 一次接线图
drill-before-drill = 演练前
drill-age-min = { $n }′前
drill-oneline-says = { $whose }：{ $all } 段母线中 { $dead } 段无电。
drill-legend-live = 有电
drill-legend-dead = 无电
drill-legend-unknown = 不明
drill-legend-age = “3′前”为得知该状态距今的分钟数；“演练前”指演练开始后尚未核实
drill-legend-left-out = 另有 { $n } 段母线未画
drill-initial = 初始状态
drill-ladder-says = 来电不等于业务恢复：供电恢复后还须重启、核对，业务才算恢复。
drill-function = 业务
drill-supply = 供电
drill-powered = ● 有电
drill-unpowered = ✕ 无电
drill-rung-normal = 正常
drill-rung-riding = 短时维持
drill-rung-lost = 中断
drill-rung-restarting = 恢复中
drill-rung-back = 已恢复
drill-role = 岗位
drill-on-duty = 当班人员
drill-decides = 由谁决定
drill-stand-in = 预案代演
drill-since = 自 { $at } 起
drill-keyed = 会场口述，导调录入
drill-player = 参演人员
drill-name = 姓名
drill-unit = 单位
drill-their-part = 岗位或身份
drill-signed-at = 签到时刻
drill-nobody-signed = 尚无人签到。
drill-thing = 对象
drill-was-known = 当时所知
drill-was-so = 实际
drill-all-known = 所知与实际一致。
drill-and-more = 另有 { $n } 项。
drill-stop-word-is = 停止口令：
drill-settle-duty_outside = 当班真实值班人员不参演，生产照常
drill-settle-dispatch_consents = 已征得调度同意，真实设备一律不操作
drill-settle-safety_officer_there = 安全员已到位
drill-settle-stop_word_told = 停止口令已向全体交代
drill-settle-exercise_first = 每次通话、每条消息先说“演练”
drill-attendance = 签到（{ $n } 人）
drill-initial-roles = 岗位与代演（情景时刻 { $at }）
drill-statement-title = 所知与实际
drill-statement = { $who }所知与实际的差别
drill-statement-roles = 各岗位所知与实际的差别
drill-statement-count = { $n } 项与实际不符或不知。
drill-statement-later = 演练结束时公布。
drill-knows-otherwise = { $who }：{ $n } 项与实际不符或不知
drill-limits = 距允许停电时限
drill-no-limit-runs = 目前没有在计时的限值。
drill-who-decides = 由谁决定
drill-before-title = 签到与开场
drill-sign-in = 签到
drill-sign = 签到
drill-photo = 照片
drill-photo-file = 照片编号或文件名
drill-photo-text = 说明
drill-photo-keep = 记下
drill-view-label = 大屏画面
drill-view-briefing = 开场
drill-view-roles = 岗位
drill-view-board = 综合
drill-view-diagram = 接线图
drill-view-ladder = 业务恢复
drill-view-messages = 消息
drill-view-statement = 所知与实际
drill-view-auto = 按进程自动

## The papers before a drill

drill-sheet-briefing = 演练说明
drill-sheet-roles = 岗位卡
drill-sheet-injects = 注入卡
drill-sheet-plan-version = 预案版本 { $version } · 内部资料
drill-sheet-rules = 规则
drill-sheet-speak = 通话格式：“演练。我是（岗位），（对象）（动作）。”受话人复诵后再执行。
drill-sheet-free = 预案没有的做法也可以提出，由导调记录；不评对错，会后再议。
drill-sheet-read-back = 下令人听完复诵，说“正确，执行”后才操作。
drill-sheet-initial = 初始状态
drill-sheet-start = 情景从 { $at } 开始；运行方式：{ $mode }。此后发生的事只由导调告知。
drill-sheet-played = 参演人员
drill-sheet-signature = 签名
drill-sheet-you-are = { $at } 时：{ $people }，在{ $place }。
drill-sheet-how = 怎样参演
drill-sheet-cards = 本岗位有步骤的处置卡
drill-sheet-card = 处置卡
drill-sheet-clause = 条款
drill-sheet-begins = 由本岗位启动
drill-sheet-steps = 步骤编号
drill-sheet-permits = 由本岗位给予的许可
drill-permit-of = { $permit }：{ $covers }
drill-sheet-leaders-only = 仅供导调人员。演练结束前不得出示给参演人员。
drill-sheet-from = { $who }发
drill-sheet-to = 告{ $who }
drill-sheet-in-the-plant = 系统状态：{ $what }
drill-sheet-otherwise = 未做到时：{ $what }
drill-sheet-given-at = 实际时刻
drill-sheet-done = 处置
drill-expects-within = 预期：{ $what }（{ $within }内）
drill-comes-at-clock = 会场 { $at }
drill-comes-after = { $what }之后 { $by }
drill-mode-normal = 正常方式

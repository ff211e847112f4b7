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

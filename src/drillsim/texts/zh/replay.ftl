# 回看一场演练的记录。

session-replay-title = 演练记录回看
session-replay-read-only = 只读
session-replay-moment = 时刻
session-replay-first = 回到T0
session-replay-before = 上一事件
session-replay-after = 下一事件
session-replay-last = 到结束
session-replay-minute-before = 退一分钟
session-replay-minute-after = 进一分钟
session-replay-slider = 情景时间，至{ $end }
session-replay-of = 第{ $n }个时刻，共{ $of }个
session-replay-knew = { $who }当时知道的
session-replay-role = 岗位
session-replay-branch = 从此刻另起一场演练
session-replay-branch-how = 倒回即另起一场：{ $at }之前照旧，此后另行演练；原记录不动。请输入：

# 停电账把少供电量和超时记在什么原因上:报告中的说法,以及各类原因的含义。

## 报告中

ledger-cause-fault = { $what }停电或故障
ledger-cause-empty = { $what }电池放空
ledger-cause-off = 被{ $what }停用
ledger-cause-standing = { $what }方式下本就无电
ledger-cause-automatic = { $what }自动动作
ledger-cause-start = { $what }启动
ledger-cause-noticing = 发现需启用处置卡{ $what }的情况
ledger-cause-deciding = 决定启用处置卡{ $what }
ledger-cause-wait = { $what }等待：{ $reason }
ledger-cause-doing = 执行{ $what }
ledger-cause-failed = { $what }失败后再无措施
ledger-cause-restart = 恢复{ $what }
ledger-cause-riding = { $what }尚能维持，未判失去
ledger-cause-harmed = { $what }已造成损害

## 各类原因的含义

ledger-means-fault = 直到失去的电源或设备恢复，或到推演结束：预案中没有步骤使其缩短。
ledger-means-empty = UPS 电池放空，而其输入侧一直没有恢复供电。
ledger-means-off = 被某一步骤或某项失去的业务停用，此后未再投入。
ledger-means-standing = 推演开始时即无电，由运行方式决定。
ledger-means-automatic = 自动切换、重合闸、自行吸合的接触器：从具备动作条件到动作完成。
ledger-means-start = 发电机从接到启动命令到供电或放弃启动，含未成功的各次启动。
ledger-means-noticing = 从情况发生到有权启用处置卡的人知道，含须持续的时间。
ledger-means-deciding = 从知道启用条件成立到处置卡启用。
ledger-means-wait = 步骤或业务恢复在等待，原因见“步骤等待的原因”。
ledger-means-doing = 步骤正在执行，失败的也计入。
ledger-means-failed = 最后一个未奏效的步骤之后直到推演结束：预案再无措施。
ledger-means-restart = 所需条件齐备后恢复业务。
ledger-means-riding = 业务在缺少所需条件时仍能维持，因此等其失去才行动的人尚不知情。
ledger-means-harmed = 业务已造成损害，推演中无法恢复。

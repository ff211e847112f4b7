# 报告:评审会看到的全部文字。

## 等待原因

report-wait-not-known = 情况不明
report-wait-predecessor = 前序未完
report-wait-permit = 等调度许可
report-wait-order = 等操作票
report-wait-person-busy = 人员被占用
report-wait-travel = 路途
report-wait-resource = 等物资车辆
report-wait-interlock = 闭锁未解除
report-wait-no-access = 无法进入
report-wait-store = 油量不足

## 步骤状态

report-step-waiting = 未轮到
report-step-ready = 就绪未开始
report-step-in-progress = 进行中
report-step-done = 完成
report-step-failed = 失败
report-step-timed-out = 超时
report-step-skipped = 跳过
report-step-dropped = 未执行(处置卡已结束)

## 业务状态

report-function-normal = 正常
report-function-riding-through = 靠储备维持
report-function-lost = 中断
report-function-safe-stopped = 已安全停下
report-function-restarting = 恢复中
report-function-harmed = 已造成损害

## 图:时间轴

report-timeline-title = 处置时间轴:各人步骤与等待,负荷停电、业务状态、储备液位
report-timeline-description = 泳道图,共 { $people } 条人员泳道、{ $steps } 个步骤,截至 { $end }。下方为同一时间轴上的负荷停电、业务状态和储备液位。全部数据另见步骤表与负荷表。
report-timeline-people = 人员与步骤
report-timeline-nobody = 未指定人员
report-timeline-loads = 负荷
report-timeline-functions = 业务
report-timeline-stores = 储备液位
report-timeline-axis = 时:分,自故障起
report-timeline-litres = { $first } → { $last } L(容量 { $capacity } L)
report-timeline-work = 操作
report-timeline-live = 有电 / 正常
report-timeline-dark = 停电 / 中断
report-timeline-limit = 超过允许中断时间
report-timeline-cut = 该段无变化,已压缩
report-timeline-assists = 监护
report-timeline-waits = { $reason } { $ms }
report-timeline-still = (仍停)

report-mark-fault-short-circuit = { $what } 短路
report-mark-fault-source-lost = { $what } 失电
report-mark-fault-fails-to-operate = { $what } 拒动
report-mark-fault-fails-to-start = { $what } 启动故障
report-mark-fault-fails-running = { $what } 运行中停机
report-mark-fault-vt-lost = { $what } 电压互感器断线
report-mark-fault-zone-lost = { $what } 区域损毁
report-mark-fault-zone-no-access = { $what } 无法进入
report-mark-fault-person-absent = { $what } 缺勤
report-mark-fault-person-unreachable = { $what } 联系不上
report-mark-fault-channel-lost = { $what } 通信中断
report-mark-fault-store-empty = { $what } 放空
report-mark-protection-trips = { $what } 保护跳闸
report-mark-switch-stuck = { $what } 拒动
report-mark-start-failed = { $what } 启动失败
report-mark-transfer-failed = { $what } 切换失败
report-mark-transfer-refused = { $what } 未动作
report-mark-transfer-done = { $what } 切换完成
report-mark-battery-empty = { $what } 电池放尽
report-mark-store-empty = { $what } 用尽
report-mark-source-running = { $what } 投入运行
report-mark-source-back = { $what } 来电
report-mark-hazard = 危险点:{ $what }

## 图:主接线

report-oneline-title = 最不利时刻主接线图
report-oneline-caption = 故障后 { $at }:停电 { $dark } kW / 共 { $all } kW,{ $loads } 处负荷停电。
report-oneline-excerpt = 仅画出与本次演练有关的部分,另有 { $n } 段母线未画。
report-oneline-sections = { $n } 段
report-oneline-live = 带电
report-oneline-dead = 失电
report-oneline-closed = 开关合位(方:断路器,圆:负荷开关)
report-oneline-open = 开关分位
report-oneline-dark = 负荷停电
report-oneline-fault = 故障或失去的设备
report-source-live = 有电
report-source-dead = 无电
report-source-failed = 故障

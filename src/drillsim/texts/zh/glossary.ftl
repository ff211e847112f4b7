# 动作、故障、等待原因和记录事件的含义:drillsim explain 和 README 的表格都用它。

## 条目的种类

glossary-kind-code = 薄弱点
glossary-kind-rule = 规则
glossary-kind-verb = 预案步骤的动作
glossary-kind-fault = 场景的故障
glossary-kind-event = 推演记录的事件
glossary-kind-field = 文件的字段
glossary-kind-wait = 步骤等待的原因
glossary-head = { $kind }：{ $name }
glossary-code-title = { $code } { $title }
glossary-code-detected = 如何发现：{ $words }
glossary-code-remedy = 如何改进：{ $words }
glossary-code-severity = 严重程度：属于危险操作，或危及保安负荷超限的为 A；危及其他限值的为 B；其余为 { $default }。
glossary-code-needs = 需要：{ $needs }。
glossary-code-later = 本版本尚不检查此项；报告中没有出现不说明任何问题。
glossary-source = 出处：{ $source }
glossary-need-files = 客户文件
glossary-need-network = 电网
glossary-need-run = 一次推演
glossary-verb-targets = 对象：{ $targets }。
glossary-verb-no-targets = 对象：无。
glossary-verb-takes = 预案未写用时时取：{ $takes }（{ $source }）。
glossary-verb-operates = 属于设备操作：除可远方操作的以外，人须到设备处。
glossary-verb-talks = 属于联系：须有通信手段，且对方应答。
glossary-event-fields = 字段：seq、t_ms、type、{ $fields }。
glossary-event-optional = 已知时另有：{ $fields }。
glossary-event-group-frame = 类别：推演框架。
glossary-event-group-physics = 类别：设备与供电。
glossary-event-group-people = 类别：人员。
glossary-event-group-plan = 类别：预案。
glossary-field-where = 位于 { $file } 的 { $record }（{ $path }）。
glossary-field-type = 写法：{ $type }。
glossary-field-required = 必填。
glossary-field-default = 不写时：{ $default }。
glossary-list = { $kind }：{ $names }

## 动作

verb-open = 拉开开关，开关在分位即完成。
verb-close = 合上开关；被闭锁禁止或会合到已知故障上的，不予合闸。
verb-start = 手动启动发电机组（算作一次新的启动，有自己的失败概率），或启动水泵等电动机负荷。
verb-stop = 停下发电机组或电动机负荷。
verb-transfer = 手动把双电源转换开关切到有电的一侧。
verb-enable = 投入自动切换装置。
verb-disable = 退出自动切换装置。
verb-set = 把控制开关置于 `to` 写明的位置：auto、manual、on、off。
verb-shed = 用负荷自己的开关切除负荷；没有独立开关的，按文件错误处理。
verb-restore = 恢复被切除的负荷。
verb-refuel = 人工或用油车向油箱加油。
verb-report = 把 `tells` 写明的情况报告给对方。
verb-request = 申请调度许可。
verb-call = 呼叫人员，请其到场或答复。
verb-order = 向对方下令。
verb-check = 到现场或在监视画面上核对成功判据中的各项。
verb-wait = 等到执行人知道 `requires` 所写的情况。

## 故障

fault-short_circuit = 元件短路，由保护切除；没有定值时由最近的开关或熔断器切除。
fault-source_lost = 电网侧一路电源失电，持续给定的时间或到推演结束。
fault-fails_to_operate = 开关、切换装置或保护拒动。
fault-fails_to_start = 发电机组启动失败：自启动、手动启动，或两者都失败。
fault-fails_running = 运行中的发电机组停机。
fault-vt_lost = 备自投失去电压互感器信号，把有电的母线当作无电。
fault-zone_lost = 某区域内的设备同时失去，如火灾、进水。
fault-zone_no_access = 某区域人员无法进入，其中设备仍在运行。
fault-person_absent = 某人当班缺勤。
fault-person_unreachable = 某人用任何方式都联系不上。
fault-channel_lost = 某种通信手段中断。
fault-store_empty = 故障开始时油箱等储备为空。

## 等待原因

wait-not_known = 执行人不掌握步骤所要求的情况。
wait-predecessor = 据执行人所知，前一步尚未结束。
wait-permit = 调度许可尚未下达。
wait-order = 操作票尚未填写和审核完毕。
wait-person_busy = 担任该角色的人都在忙，或没有人当班。
wait-travel = 人员在途中。
wait-resource = 车辆、钥匙、备件等尚未到位。
wait-interlock = 此刻被闭锁禁止操作。
wait-no_access = 地点无法进入。
wait-store = 储备不足。

## 事件

event-initial_state = 开始时的完整状态，读记录都从这里开始。
event-run_ended = 推演结束，附电量和燃油平衡；没有此事件的记录不完整。
event-fault_begins = 场景中的故障开始。
event-fault_ends = 场景中的故障结束。
event-protection_trips = 开关跳闸或熔断器熔断，分本级和后备；assumed 表示没有定值，按最近设备假定。
event-switch_moved = 开关位置改变，及由什么引起。
event-switch_stuck = 开关应动而未动。
event-fault_isolated = 故障元件两侧已无带电设备相连。
event-supply_changed = 这一时刻来电和失电的母线。
event-load_lost = 负荷失电，及当时的需求。
event-load_restored = 负荷恢复供电。
event-source_lost = 电源不再供电。
event-source_back = 电源恢复可用。
event-genset_called = 发电机组收到启动命令：由谁发出、是否手动、第几次。
event-start_attempt = 一次启动尝试。
event-start_failed = 启动失败。
event-source_running = 发电机组已运行，可以带负荷。
event-source_stopped = 发电机组停机及原因。
event-source_loaded = 自备电源从此时起的出力。
event-ups_on_battery = UPS 转由蓄电池供电。
event-ups_on_mains = UPS 输入恢复。
event-battery_empty = UPS 蓄电池放完。
event-ups_overloaded = UPS 过载，转旁路。
event-transfer_started = 自动切换装置开始计时。
event-transfer_done = 自动切换完成。
event-transfer_refused = 自动切换装置不动作及原因：未充电、未投入、被闭锁、备用侧无电压。
event-transfer_failed = 自动切换装置动作，但设备未跟随。
event-transfer_set = 自动切换装置投退或充放电状态改变。
event-control_set = 控制开关位置改变。
event-pump_started = 泵开始补充储备。
event-pump_stopped = 泵停止补充储备及原因。
event-store_rate = 储备的存量和从此时起的变化速度。
event-store_empty = 储备用尽。
event-function_changed = 客户业务状态改变及原因。
event-overload_begins = 元件超过限值。
event-overload_ends = 元件回到限值以内。
event-voltage_out = 母线电压越限。
event-voltage_back = 母线电压恢复正常。
event-cannot_say = 潮流对这些母线没有答案，与之相关的限值不能判为满足。
event-oscillation = 50 轮内未能稳定，推演到此为止。
event-hazard = 危及人身或设备的情况：什么、在哪里、哪一步引起。
event-on_duty = 人员到班。
event-off_duty = 人员下班。
event-learned = 人员得知情况：亲眼所见、监视画面、通知或亲手操作。
event-message_sent = 发出联系。
event-message_received = 联系到达，附所述情况。
event-called_in = 召回不当班的人员。
event-message_unanswered = 此次联系无人应答。
event-travel_begins = 人员出发。
event-arrived = 人员到达。
event-permit_asked = 向调度申请许可。
event-permit_given = 调度下达许可。
event-card_triggered = 有人得知触发条件，开始决定是否启动处置卡。
event-card_active = 处置卡已启动。
event-card_over = 处置卡结束，未开始的步骤不再执行。
event-wait_begins = 步骤开始等待，附原因和对象。
event-wait_ends = 等待结束。
event-step_ready = 步骤条件齐备，只待人员。
event-step_assigned = 人员接手该步骤。
event-step_begins = 开始操作。
event-step_ends = 步骤结束：完成、失败、超时、跳过或不再执行。
event-step_overdue = 步骤超过规定时限仍未完成。

## 字段的写法

type-text = 文字
type-number = 数
type-whole = 整数
type-truth = true 或 false
type-id = 编号
type-date = 日期
type-time = 带单位的时间
type-time-of-day = 时刻
type-duration = 时长
type-name = 名称（一种或两种语言）
type-map = 映射
type-map-of = 编号 → { $of }
type-list = { $of } 的列表
type-any-list = 列表
type-pandapower = 与 pandapower 同名表中的含义相同。

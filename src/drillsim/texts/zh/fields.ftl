# 每个文件中每个键的含义。英文与 schema 中的说明相同,由测试保证。

## customer: Customer

field-customer-Customer-format = 文件格式版本，写 1。
field-customer-Customer-id = 客户编号。
field-customer-Customer-name = 客户名称。
field-customer-Customer-industry = 所属行业，行业规则据此适用。
field-customer-Customer-importance = 政府名单上的重要用户等级。
field-customer-Customer-account_tier = 供电公司自己的客户分级，与重要用户等级无关。
field-customer-Customer-contract = 供用电合同。
field-customer-Customer-account_manager = 供电公司的客户经理。
field-customer-Customer-documents = 档案资料。
field-customer-Customer-holidays = 影响排班的法定节假日。
field-customer-Customer-people = 双方人员。
field-customer-Customer-source = 本文件内容的出处。

## customer: Importance

field-customer-Importance-level = SP 特级，C1 一级，C2 二级，TMP 临时性，none 不在名单上。
field-customer-Importance-authority = 认定部门。
field-customer-Importance-date = 日期。
field-customer-Importance-document = 文号。

## customer: Contract

field-customer-Contract-number = 户号或合同编号。
field-customer-Contract-voltage_kv = 供电电压。
field-customer-Contract-capacity_kva = 合同容量。
field-customer-Contract-metering = 计量点和计量方式。
field-customer-Contract-agreement = 调度协议和供用电协议。

## customer: Document

field-customer-Document-title = 名称。
field-customer-Document-date = 日期。
field-customer-Document-number = 编号。

## customer: Person

field-customer-Person-name = 给人看的名称。
field-customer-Person-side = 属于哪一方。
field-customer-Person-certificates = 证件及有效期。
field-customer-Person-shifts = 当班时间；不写即从不当班。
field-customer-Person-off_duty = 不当班时在哪里，召回时来不来。
field-customer-Person-last_contact_test = 最近一次按登记号码联系成功的日期。
field-customer-Person-source = 这些内容的出处。

## customer: Certificate

field-customer-Certificate-kind = 证件类别（如高压电工）。
field-customer-Certificate-until = 有效期截止日。

## customer: Shift

field-customer-Shift-days = 哪些日子开始；节假日按 `sat-sun` 和 `holiday` 计。
field-customer-Shift-from = 开始。
field-customer-Shift-to = 结束。
field-customer-Shift-place = 无事时所在的地点。

## customer: OffDuty

field-customer-OffDuty-place = 现场文件中的地点，如 `home`。
field-customer-OffDuty-comes_in = 从接到召回到进入现场的时间；不写即不来。

## network: Network

field-network-Network-std_types = 客户自有型号，同名时优先于 pandapower 和 drillsim 自带的型号。

## network: Bus

field-network-Bus-name = 编号，所有表内不得重复，其他文件据此引用。
field-network-Bus-source = 本行数据不是客户自己的时，写明出处。
field-network-Bus-vn_kv = 额定线电压，kV。
field-network-Bus-type = b 母线，n 节点，m 电缆接头。
field-network-Bus-zone = pandapower 的区域文字；drillsim 的区域写在 site.yaml。
field-network-Bus-max_vm_pu = 允许的最高电压，以 vn_kv 为基准的标幺值。
field-network-Bus-min_vm_pu = 允许的最低电压，以 vn_kv 为基准的标幺值。

## network: ExtGrid

field-network-ExtGrid-name = 编号，所有表内不得重复，其他文件据此引用。
field-network-ExtGrid-source = 本行数据不是客户自己的时，写明出处。
field-network-ExtGrid-s_sc_max_mva = 母线最大短路容量，MVA。
field-network-ExtGrid-rx_max = 最大短路容量下馈线阻抗的 R/X。
field-network-ExtGrid-s_sc_min_mva = 最小短路容量，MVA;不写时取最大值。
field-network-ExtGrid-vm_pu = 母线保持的电压，标幺值。
field-network-ExtGrid-va_degree = 母线保持的电压相角，度。

## network: Line

field-network-Line-max_i_ka = 长期允许电流，kA。
field-network-Line-g_us_per_km = 电导，每公里微西门子；不写为 0。
field-network-Line-type = cs 电缆，ol 架空线。
field-network-Line-name = 编号，所有表内不得重复，其他文件据此引用。
field-network-Line-source = 本行数据不是客户自己的时，写明出处。
field-network-Line-std_type = `std_types`、pandapower 或 drillsim 的型号名；本行直接给出参数时留空。
field-network-Line-df = max_i_ka 的降额系数。

## network: Trafo

field-network-Trafo-vk_percent = 短路电压，%。
field-network-Trafo-vkr_percent = 短路电压的有功分量，即负载损耗与容量之比，%。
field-network-Trafo-pfe_kw = 空载损耗，kW。
field-network-Trafo-i0_percent = 空载电流，%。
field-network-Trafo-shift_degree = 相位移，时钟数乘 30;不写为 0。
field-network-Trafo-name = 编号，所有表内不得重复，其他文件据此引用。
field-network-Trafo-source = 本行数据不是客户自己的时，写明出处。
field-network-Trafo-std_type = `std_types`、pandapower 或 drillsim 的型号名；本行直接给出参数时留空。
field-network-Trafo-tap_pos = 分接头位置；不写取中性位置。
field-network-Trafo-df = 容量的降额系数。

## network: Trafo3w

field-network-Trafo3w-name = 编号，所有表内不得重复，其他文件据此引用。
field-network-Trafo3w-source = 本行数据不是客户自己的时，写明出处。
field-network-Trafo3w-std_type = `std_types` 或 pandapower 的型号名；本行直接给出参数时留空。
field-network-Trafo3w-tap_pos = 分接头位置；不写取中性位置。

## network: Switch

field-network-Switch-name = 编号，所有表内不得重复，其他文件据此引用。
field-network-Switch-source = 本行数据不是客户自己的时，写明出处。
field-network-Switch-element = 另一侧母线（et 为 b），或由它断开的线路（l）、变压器（t）、三绕组变压器（t3）。
field-network-Switch-type = CB 断路器，LS 负荷开关，LBS 带负荷分断开关，DS 隔离开关。
field-network-Switch-in_ka = 额定电流，kA。

## network: Load

field-network-Load-name = 编号，所有表内不得重复，其他文件据此引用。
field-network-Load-source = 本行数据不是客户自己的时，写明出处。
field-network-Load-scaling = p_mw 和 q_mvar 的系数。

## network: Shunt

field-network-Shunt-name = 编号，所有表内不得重复，其他文件据此引用。
field-network-Shunt-source = 本行数据不是客户自己的时，写明出处。
field-network-Shunt-q_mvar = vn_kv 下一组所吸收的无功，Mvar。
field-network-Shunt-vn_kv = 额定电压，kV;不写取母线的。

## network: OwnLineType

field-network-OwnLineType-g_us_per_km = 电导，每公里微西门子；不写为 0。
field-network-OwnLineType-type = cs 电缆，ol 架空线。
field-network-OwnLineType-source = 数据出处。

## network: OwnTrafoType

field-network-OwnTrafoType-shift_degree = 相位移，时钟数乘 30;不写为 0。
field-network-OwnTrafoType-source = 数据出处。

## network: OwnTrafo3wType

field-network-OwnTrafo3wType-source = 数据出处。

## site: Site

field-site-Site-format = 文件格式版本，写 1。
field-site-Site-devices = 开关的情况。
field-site-Site-interlocks = 闭锁。
field-site-Site-elements = 线路和变压器的情况。
field-site-Site-sources = 馈线、发电机组、UPS。
field-site-Site-transfers = 自动切换装置。
field-site-Site-loads = 负荷的情况。
field-site-Site-profiles = 不同负荷水平下的需求。
field-site-Site-functions = 客户的业务。
field-site-Site-stores = 油箱等储备。
field-site-Site-zones = 会一起失去的区域。
field-site-Site-places = 人能到的地点。
field-site-Site-travel = 地点之间的路程。
field-site-Site-observations = 信息在哪里能看到。
field-site-Site-channels = 联系手段。
field-site-Site-modes = 运行方式；`normal` 即电网文件的原样。

## site: Device

field-site-Device-source = 数据出处，或写 `assumed`（假定）。
field-site-Device-label = 柜上的双重编号。
field-site-Device-kind = 设备类型；不写时按 pandapower 该行的 `type`（CB 断路器，LBS 负荷开关，DS 隔离开关）。
field-site-Device-place = 操作和查看它时人所在的地点。
field-site-Device-side = 由哪一方操作。
field-site-Device-dispatch = 调度关系：按令、经许可、须告知，或不管。
field-site-Device-operates_in = 从命令到位的固有时间；80 ms 为假定的中压真空断路器连继电器。
field-site-Device-remote = 可远方操作和监视。
field-site-Device-by_hand = 可就地手动操作。
field-site-Device-trips = 保护各段定值；不写时由离故障最近的设备跳闸，选择性属于假定。
field-site-Device-fails_to_operate = 每次操作拒动的概率。

## site: Interlock

field-site-Interlock-source = 数据出处，或写 `assumed`（假定）。
field-site-Interlock-of = 设备。
field-site-Interlock-closed_at_most = 最多允许几台在合位。
field-site-Interlock-kind = 钥匙和电气闭锁自身有效；制度闭锁全靠人。

## site: Element

field-site-Element-source = 数据出处，或写 `assumed`（假定）。
field-site-Element-failures_per_year = 故障率，每年次数。
field-site-Element-repair = 从故障到恢复运行的时间。
field-site-Element-route = 经过的区域（电缆沟、隧道、杆塔）。

## site: Feeder

field-site-Feeder-name = 给人看的名称。
field-site-Feeder-source = 数据出处，或写 `assumed`（假定）。
field-site-Feeder-kind = `feeder`。
field-site-Feeder-role = 客户如何使用它。
field-site-Feeder-side = 属于哪一方。
field-site-Feeder-substation = 来自哪个变电站。
field-site-Feeder-section = 变电站的哪段母线。
field-site-Feeder-route = 经过的区域。
field-site-Feeder-breaker = 电源侧的出线开关。
field-site-Feeder-failures_per_year = 每年停电次数。
field-site-Feeder-outage = 每次停电持续时间。
field-site-Feeder-system = 取值相同的馈线可以合环；不写即各成系统。

## site: Genset

field-site-Genset-name = 给人看的名称。
field-site-Genset-source = 数据出处，或写 `assumed`（假定）。
field-site-Genset-kind = `genset`。
field-site-Genset-role = 总是应急电源。
field-site-Genset-bus = 机端母线。
field-site-Genset-breaker = 从机端到配电屏的开关。
field-site-Genset-place = 手动启动的地点。
field-site-Genset-rated_kw = 额定有功功率。
field-site-Genset-called_by = 哪些切换装置失去正常电源时启动它。
field-site-Genset-control = 正常运行时控制开关的位置。
field-site-Genset-attempts = 一次启动命令的尝试次数。默认 3:公开网页所引 GB 12786，未核原文。
field-site-Genset-crank = 一次尝试的时间。默认 10 s:GB 12786(8–12 s)，未核原文。
field-site-Genset-pause = 两次尝试的间隔。默认 8 s:GB 12786(5–10 s)，未核原文。
field-site-Genset-ready = 启动成功时，从命令到可带负荷的时间。默认 12 s:GB 12786(8–20 s)，未核原文。
field-site-Genset-fails_to_start = 一次启动命令（含全部尝试）失败的概率。默认 0.0094:NREL REopt.jl。
field-site-Genset-manual_start_fails = 一次手动启动失败的概率。默认 0.05，假定。
field-site-Genset-mean_time_to_failure = 平均无故障运行时间；不写即运行中不停机。
field-site-Genset-overload_percent = 超过额定的这一比例，经 `overload_after` 后跳闸。默认 110 %:按 ISO 8528 过载假定。
field-site-Genset-overload_after = 该跳闸的延时，假定。
field-site-Genset-cool_down = 市电恢复后空载运行的时间，假定。
field-site-Genset-fuel = 取油的油箱。
field-site-Genset-fuel_l_per_kwh = 油耗。默认 0.27 l/kWh:公开油耗表，500–2000 kW 机组 75–100 % 负荷。
field-site-Genset-last_start_test = 最近一次启动试验。
field-site-Genset-last_load_test = 最近一次带载试验。

## site: Ups

field-site-Ups-name = 给人看的名称。
field-site-Ups-source = 数据出处，或写 `assumed`（假定）。
field-site-Ups-kind = `ups`。
field-site-Ups-role = 总是不间断电源。
field-site-Ups-input = 输入侧母线。
field-site-Ups-output = 输出侧母线。
field-site-Ups-rated_kw = 输出额定功率。
field-site-Ups-efficiency_percent = 效率，%。默认 94，假定。
field-site-Ups-battery_kwh = 蓄电池可用电量，按输出侧计。
field-site-Ups-charged_percent = T0 时的荷电量。
field-site-Ups-recharge_kw = 停电后充电功率。
field-site-Ups-installed = 蓄电池安装时间。

## site: BusTieTransfer

field-site-BusTieTransfer-name = 给人看的名称。
field-site-BusTieTransfer-source = 数据出处，或写 `assumed`（假定）。
field-site-BusTieTransfer-kind = `bus_tie_transfer`（备自投）。
field-site-BusTieTransfer-incomers = 两路进线开关。
field-site-BusTieTransfer-tie = 要合的母联；不写则合另一路进线。
field-site-BusTieTransfer-enabled = 已投入（压板）。
field-site-BusTieTransfer-charge = 两侧正常多久后才充好电、允许动作。
field-site-BusTieTransfer-undervoltage_pu = 工作电压低于此值时启动。
field-site-BusTieTransfer-standby_above_pu = 备用侧电压须高于此值。
field-site-BusTieTransfer-delay = 从失压到断开工作进线的延时，须躲过上级重合闸。
field-site-BusTieTransfer-vt_supervision = 能识别电压互感器断线，断线时不启动。
field-site-BusTieTransfer-current_blocking = 工作进线有电流时不启动。
field-site-BusTieTransfer-fault_blocking = 失电段有故障时由母线保护闭锁。
field-site-BusTieTransfer-rearm = 只动作一次，须人工复归。
field-site-BusTieTransfer-fails_to_operate = 每次拒动的概率。
field-site-BusTieTransfer-place = 投退操作的地点。

## site: Ats

field-site-Ats-name = 给人看的名称。
field-site-Ats-source = 数据出处，或写 `assumed`（假定）。
field-site-Ats-kind = `ats`。
field-site-Ats-normal = 接正常电源的开关。
field-site-Ats-standby = 接备用电源的开关。
field-site-Ats-enabled = 在自动位置。
field-site-Ats-delay = 从正常电源失电到动作的延时。
field-site-Ats-takes = 断开一侧并合上另一侧的时间。
field-site-Ats-return = 返回正常电源。
field-site-Ats-fails_to_operate = 每次拒动的概率。
field-site-Ats-place = 手动操作的地点。

## site: Load

field-site-Load-source = 数据出处，或写 `assumed`（假定）。
field-site-Load-name = 给人看的名称。
field-site-Load-grade = 负荷等级（GB 50052）:1S 一级中特别重要，1，2，3。
field-site-Load-security = 保安负荷。
field-site-Load-max_interruption = 允许的最长中断时间；不写则不评判该负荷。
field-site-Load-min_supply_time = 停电时供电须持续多久。
field-site-Load-shed = 预案可否切除它。
field-site-Load-profile = 不同负荷水平下占该行需求的比例。
field-site-Load-place = 在哪里能看到它是否有电。

## site: Profile

field-site-Profile-percent = 场景可选的每种负荷水平占 `p_mw` 的百分比。
field-site-Profile-source = 数据出处。

## site: Function

field-site-Function-source = 数据出处，或写 `assumed`（假定）。
field-site-Function-name = 给人看的名称。
field-site-Function-needs = 它需要什么，缺了能撑多久。
field-site-Function-max_interruption = 允许的最长中断时间；不写则不评判该业务。
field-site-Function-harm = 不可逆的后果。
field-site-Function-restart = 如何恢复。

## site: Store

field-site-Store-name = 给人看的名称。
field-site-Store-source = 数据出处，或写 `assumed`（假定）。
field-site-Store-holds = 储存什么。
field-site-Store-capacity_l = 可用容积。
field-site-Store-level_l = T0 时的存量。
field-site-Store-in = 由什么补充。
field-site-Store-out = 由什么消耗。
field-site-Store-place = 读数和人工补充的地点。

## site: Zone

field-site-Zone-source = 数据出处，或写 `assumed`（假定）。
field-site-Zone-name = 给人看的名称。
field-site-Zone-contains = 其中的母线、开关、线路、变压器、负荷、电源、切换装置。

## site: Place

field-site-Place-source = 数据出处，或写 `assumed`（假定）。
field-site-Place-name = 给人看的名称。
field-site-Place-zone = 所在区域。

## site: Way

field-site-Way-source = 数据出处，或写 `assumed`（假定）。
field-site-Way-from = 起点。
field-site-Way-to = 终点。
field-site-Way-takes = 步行或乘车的时间。

## site: Observation

field-site-Observation-source = 数据出处，或写 `assumed`（假定）。
field-site-Observation-name = 给人看的名称。
field-site-Observation-sees = 显示什么。
field-site-Observation-shown_at = 在哪里看到。
field-site-Observation-delay = 从发生到显示的延时。
field-site-Observation-needs = 靠哪些负荷、母线或电源工作；其中之一失电即黑屏。

## site: Channel

field-site-Channel-source = 数据出处，或写 `assumed`（假定）。
field-site-Channel-name = 给人看的名称。
field-site-Channel-needs = 靠哪些负荷、母线或电源工作。
field-site-Channel-no_answer = 一次呼叫无人应答的概率。

## site: Mode

field-site-Mode-source = 数据出处，或写 `assumed`（假定）。
field-site-Mode-open = 在分位的开关。
field-site-Mode-closed = 在合位的开关。
field-site-Mode-out_of_service = 停运的线路、变压器或电源。
field-site-Mode-disabled = 退出的自动切换装置。

## site: Stage

field-site-Stage-above_a = 流过设备的电流，A。
field-site-Stage-after = 延时。

## site: AtsReturn

field-site-AtsReturn-mode = 自动或手动。
field-site-AtsReturn-after = 正常电源恢复多久后返回。默认 10 min，假定。

## site: Need

field-site-Need-load = 必须有电的负荷。
field-site-Need-function = 不能中断的业务。
field-site-Need-source = 必须有电的电源。
field-site-Need-ref = 不写种类的编号：负荷、业务或电源。
field-site-Need-all = 全部。
field-site-Need-any = 至少一个。
field-site-Need-rides = 缺了它业务还能维持多久。

## site: Harm

field-site-Harm-after = 中断达到这么久。
field-site-Harm-what = 谁或什么受到损害。

## site: Restart

field-site-Restart-source = 数据出处，或写 `assumed`（假定）。
field-site-Restart-takes = 从条件恢复到业务正常的时间。
field-site-Restart-by = 由哪个角色恢复；不写即自行恢复。
field-site-Restart-place = 在哪里恢复。

## site: Inflow

field-site-Inflow-by = 须有电并已开启的负荷。
field-site-Inflow-l_per_min = 速率。
field-site-Inflow-from = 从哪个储备取用；不写即取之不尽。
field-site-Inflow-starts_below_percent = 启动液位，假定。
field-site-Inflow-stops_above_percent = 停止液位，假定。

## site: Outflow

field-site-Outflow-to = 供给哪个电源。

## site: Sight

field-site-Sight-bus = 母线有电或无电。
field-site-Sight-load = 负荷有电或无电。
field-site-Sight-switch = 开关分合位置。
field-site-Sight-source = 电源有电、无电或故障。
field-site-Sight-function = 业务及其状态。
field-site-Sight-store = 储备存量。

## plan: Plan

field-plan-Plan-format = 文件格式版本，写 1。
field-plan-Plan-id = 预案编号。
field-plan-Plan-version = 版本。
field-plan-Plan-status = 状态。
field-plan-Plan-languages = 预案所用语言，第一种是报告的默认语言。
field-plan-Plan-reason = 本版修订原因。
field-plan-Plan-effective = 生效日期。
field-plan-Plan-next_review = 下次评审日期。
field-plan-Plan-sign_offs = 批准。
field-plan-Plan-scope = 须应对的场景类别（SRC1、SRC2、EPS 等）。
field-plan-Plan-actors = 角色。
field-plan-Plan-permits = 调度许可。
field-plan-Plan-cards = 现场处置卡。
field-plan-Plan-restoration = 恢复正常运行方式。
field-plan-Plan-resources = 预案所依靠的资源。

## plan: SignOff

field-plan-SignOff-side = 属于哪一方。
field-plan-SignOff-role = 身份。
field-plan-SignOff-name = 姓名。
field-plan-SignOff-date = 日期。

## plan: Actor

field-plan-Actor-name = 给人看的名称。
field-plan-Actor-side = 属于哪一方的角色。
field-plan-Actor-held_by = 担任者，按选用次序。
field-plan-Actor-certificate = 角色所需证件；没有有效证件的人不选用。

## plan: Permit

field-plan-Permit-covers = 许可之前任何人不得操作的设备。
field-plan-Permit-from = 由哪个角色下达。
field-plan-Permit-decides_in = 从申请到答复的时间。
field-plan-Permit-channel = 用什么手段申请。
field-plan-Permit-clause = 预案条款。
field-plan-Permit-source = 数据出处。

## plan: Card

field-plan-Card-id = 预案内不得重复的编号。
field-plan-Card-title = 用途。
field-plan-Card-clause = 纸质预案中的条款。
field-plan-Card-side = 属于哪一方的处置卡。
field-plan-Card-covers = 应对 `scope` 中的哪些场景类别。
field-plan-Card-level = 响应等级。
field-plan-Card-trigger = 启动者须得知的情况。
field-plan-Card-activation = 由谁启动。
field-plan-Card-steps = 步骤，按阅读次序。
field-plan-Card-ends = 结束条件；未开始的步骤不再执行。

## plan: Resource

field-plan-Resource-name = 名称。
field-plan-Resource-quantity = 数量。
field-plan-Resource-place = 所在地点。
field-plan-Resource-owner = 归谁所有。
field-plan-Resource-agreement_until = 协议截止日。

## plan: Condition

field-plan-Condition-switch = 开关编号；`is: open`（分）或 `closed`（合）。
field-plan-Condition-bus = 母线编号；`is: live`（有电）或 `dead`（无电）。
field-plan-Condition-load = 负荷编号；`is: live` 或 `dead`。
field-plan-Condition-source = 电源编号；`is: live`、`dead` 或 `failed`（启动失败或自行停机）。
field-plan-Condition-function = 业务编号；`is: normal`、`riding_through`、`lost`、`restarting` 或 `harmed`。
field-plan-Condition-store = 储备编号，与 `above_percent` 或 `below_percent` 合用。
field-plan-Condition-step = 步骤编号；不写状态即 `is: done`。
field-plan-Condition-message = 须已收到哪些步骤发出的通知。
field-plan-Condition-is = 所要求的状态。
field-plan-Condition-above_percent = 存量高于容量的这一比例。
field-plan-Condition-below_percent = 存量低于容量的这一比例。
field-plan-Condition-for = 该状态须已得知多久。
field-plan-Condition-all = 全部成立。
field-plan-Condition-any = 至少一个成立。
field-plan-Condition-not = 不成立。

## plan: Activation

field-plan-Activation-by = 角色；其中一人须得知触发条件。
field-plan-Activation-decide = 决定所需时间；不写即得知触发条件后立即启动。

## plan: Step

field-plan-Step-id = 预案内不得重复的编号。
field-plan-Step-clause = 纸质预案中的条款。
field-plan-Step-text = 给人看的条文。
field-plan-Step-do = 动作。
field-plan-Step-target = 对象，按次序。
field-plan-Step-to = `set` 要置的位置。
field-plan-Step-by = 执行角色，或写 `{"{"}operator: …, supervisor: …{"}"}`。
field-plan-Step-place = 地点；不写即对象所在处。
field-plan-Step-when = 步骤就绪时已知不成立，则跳过。
field-plan-Step-after = 执行人须得知已完成的步骤。
field-plan-Step-requires = 执行人须得知的情况。
field-plan-Step-if_unknown = 不知道时怎么办：等待、去看、打电话问，或照做。
field-plan-Step-takes = 每个对象的用时；不写取该动作的默认值。
field-plan-Step-takes_source = 该用时的出处。
field-plan-Step-success_check = 成功判据。
field-plan-Step-tells = 结束时告知谁。
field-plan-Step-within = 从就绪到完成的时限。
field-plan-Step-wait_at_most = 从处置卡启动起，等待所需情况的最长时间；过后按超时处理。
field-plan-Step-on_failure = 失败分支。

## plan: Who

field-plan-Who-operator = 操作人角色。
field-plan-Who-supervisor = 监护人角色。

## plan: After

field-plan-After-any = 步骤编号。

## plan: SuccessCheck

field-plan-SuccessCheck-switch = 开关编号；`is: open`（分）或 `closed`（合）。
field-plan-SuccessCheck-bus = 母线编号；`is: live`（有电）或 `dead`（无电）。
field-plan-SuccessCheck-load = 负荷编号；`is: live` 或 `dead`。
field-plan-SuccessCheck-source = 电源编号；`is: live`、`dead` 或 `failed`（启动失败或自行停机）。
field-plan-SuccessCheck-function = 业务编号；`is: normal`、`riding_through`、`lost`、`restarting` 或 `harmed`。
field-plan-SuccessCheck-store = 储备编号，与 `above_percent` 或 `below_percent` 合用。
field-plan-SuccessCheck-step = 步骤编号；不写状态即 `is: done`。
field-plan-SuccessCheck-message = 须已收到哪些步骤发出的通知。
field-plan-SuccessCheck-is = 所要求的状态。
field-plan-SuccessCheck-above_percent = 存量高于容量的这一比例。
field-plan-SuccessCheck-below_percent = 存量低于容量的这一比例。
field-plan-SuccessCheck-for = 该状态须已得知多久。
field-plan-SuccessCheck-all = 全部成立。
field-plan-SuccessCheck-any = 至少一个成立。
field-plan-SuccessCheck-not = 不成立。
field-plan-SuccessCheck-by = 现场查看、看监视画面，或听人告知。
field-plan-SuccessCheck-within = 等待结果的最长时间，过后算失败。默认 2 min，假定。

## plan: Tell

field-plan-Tell-to = 告知哪个角色。
field-plan-Tell-facts = 转告其状态的编号，以告知人所知为准；本步骤已完成总会告知。
field-plan-Tell-channel = 用什么手段。
field-plan-Tell-takes = 通话用时；联系类步骤的第一次通话即其 `takes`。默认 30 s，假定。
field-plan-Tell-no_answer = 无人应答时。默认 2 min 后再试，假定。

## plan: OnFailure

field-plan-OnFailure-steps = 只在失败时执行的步骤。
field-plan-OnFailure-then = 后续步骤是否照常继续。

## plan: NoAnswer

field-plan-NoAnswer-after = 尝试多久。
field-plan-NoAnswer-then = 找该角色的下一人、再找同一人，或不再等待。

## scenario: Scenario

field-scenario-Scenario-format = 文件格式版本，写 1。
field-scenario-Scenario-title = 发生什么。
field-scenario-Scenario-scope = 场景类别（SRC1、SRC2、TRF 等），用于覆盖核对。
field-scenario-Scenario-start = 开始时的状态。
field-scenario-Scenario-horizon = 从 T0 起看多久。
field-scenario-Scenario-events = 出什么故障。
field-scenario-Scenario-expect = 会议所期望的结果。
field-scenario-Scenario-source = 场景的出处。

## scenario: Start

field-scenario-Start-mode = 运行方式。
field-scenario-Start-date = 日期，决定班次和有效期。
field-scenario-Start-time = T0 的时刻。
field-scenario-Start-load = 负荷水平；不写取电网文件中的需求。
field-scenario-Start-set = 与运行方式不同的位置。
field-scenario-Start-out_of_service = 检修中的设备。

## scenario: FaultEvent

field-scenario-FaultEvent-at = 时间；T0 为第一个事件。
field-scenario-FaultEvent-fault = 故障种类。
field-scenario-FaultEvent-on = 故障对象。
field-scenario-FaultEvent-for = 持续时间；不写即到修复（有修复时间的元件）或推演结束。
field-scenario-FaultEvent-attempts = 用于 `fails_to_start`：哪种启动失败。
field-scenario-FaultEvent-to = 用于 `fails_to_operate`：哪种动作失败。

## scenario: Expectation

field-scenario-Expectation-load = 负荷。
field-scenario-Expectation-function = 业务。
field-scenario-Expectation-verdict = 每个应得的结论。

## scenario: SetTo

field-scenario-SetTo-target = 泵、发电机组、切换装置或开关。
field-scenario-SetTo-to = 位置。

## scenario: Selector

field-scenario-Selector-id = 这些编号。
field-scenario-Selector-kind = 种类。
field-scenario-Selector-role = 电源的角色（main_source、standby_source、emergency_source、no_break_source）或预案中人员的角色。
field-scenario-Selector-zone = 区域编号，或该区域内的全部。
field-scenario-Selector-security = 保安负荷，或其余负荷。
field-scenario-Selector-grade = 负荷等级。
field-scenario-Selector-first = 只取文件中的第一个。

## people.local: Contacts

field-people-local-Contacts-format = 文件格式版本，写 1。
field-people-local-Contacts-people = 按人员编号。

## people.local: Contact

field-people-local-Contact-phone = 电话号码。
field-people-local-Contact-home = 住址。

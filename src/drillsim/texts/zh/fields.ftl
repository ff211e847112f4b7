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
field-customer-Customer-sector = 行业情况。
field-customer-Customer-classification = 密级标注：印在每页表单上，用客户自己的文字；不填则印“内部资料”。国家秘密不得录入，程序不自行标密。
field-customer-Customer-language = 屏幕和文书所用的语言，命令行选项和 DRILLSIM_LANG 都没有指定时以此为准；不填则随本机语言。
field-customer-Customer-indices = 供电可靠性指标的计法。
field-customer-Customer-costs = 各类整改措施的费用；效果相同时费用低者排在前。
field-customer-Customer-drills = 已开展的演练。
field-customer-Customer-issues = 已议定的整改事项，含已闭环的；已列入薄弱环节台账的只在台账中写。
field-customer-Customer-outages = 双方的计划停电。
field-customer-Customer-supply_changes = 自备应急电源所带负荷的变更；空列表即从未变更。
field-customer-Customer-tests = 设备试验记录。
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
field-customer-Document-kind = 资料种类，有些规则要求具备。
field-customer-Document-until = 有效期截止日。

## customer: Person

field-customer-Person-name = 给人看的名称。
field-customer-Person-side = 属于哪一方。
field-customer-Person-certificates = 证件及有效期。
field-customer-Person-shifts = 当班时间；不写即从不当班。
field-customer-Person-off_duty = 不当班时在哪里，召回时来不来。
field-customer-Person-last_contact_test = 最近一次按登记号码联系成功的日期。
field-customer-Person-trade = 专业；不写时按所任角色，或按证件认作电气。工作不交给其他专业的人。
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

## customer: IndexRules

field-customer-IndexRules-sustained_above = 超过这一时长的停电为持续停电，计入 SAIFI、SAIDI、CAIDI；其余为短时停电，计入 MAIFI。默认 5 min：IEEE 1366。

## customer: Costs

field-customer-Costs-currency = 各项金额的币种，如 CNY。
field-customer-Costs-staff_per_year = 增设一个岗位的年费用。
field-customer-Costs-training = 一次岗位培训，或一个步骤一年的演练费用。
field-customer-Costs-setting = 一次定值调整及试验的费用。
field-customer-Costs-purchase = 各类购置或协议一项的费用：battery 蓄电池，genset 机组，mobile_genset 应急发电车或其协议，ups，tank 油箱，delivery 供油协议，renewal 协议续签，connection 接口、接入箱、电缆，feed 负荷改接电源，relocation 迁出区域，route 电缆或线路改径，control_supply 操作电源，remote_control 远方操作，display 监视屏，reserve 储备（气、水、冷量），spare 备件，soft_starter 电动机软启动器或变频器，overhaul 机组检修。

## customer: Sector

field-customer-Sector-hospital_level = 医院等级：tertiary 三级，secondary 二级，lower 其他。
field-customer-Sector-can_evacuate = 建筑物可在三小时内疏散。
field-customer-Sector-medical_locations = 1 类、2 类医疗场所。
field-customer-Sector-data_centre_grade = 数据中心等级（GB 50174）。
field-customer-Sector-uptime_tier = 数据中心等级 Tier（TIA-942、Uptime）。
field-customer-Sector-fuel_delivery_assured = 供油有合同保证。
field-customer-Sector-high_risk = 属于须每半年演练一次的高危单位。
field-customer-Sector-processes = 各关键工艺对应的负荷；空列表即没有该工艺。

## customer: Drill

field-customer-Drill-date = 日期。
field-customer-Drill-title = 演练题目。
field-customer-Drill-form = 形式：tabletop 桌面，live 实战，functional 功能，simulated 仿真推演。
field-customer-Drill-scope = 内容：single 单项，combined 综合。
field-customer-Drill-purpose = 目的：verify 检验性，demonstrate 示范性，research 研究性。
field-customer-Drill-notice = scripted 有脚本，unscripted 无脚本，no_notice 双盲。
field-customer-Drill-sides = 参演的各方。
field-customer-Drill-covers = 演练了预案 `scope` 中的哪些场景类别。
field-customer-Drill-cards = 演练了哪些处置卡。
field-customer-Drill-controllers = 导调人员人数。
field-customer-Drill-evaluators = 评估人员人数。
field-customer-Drill-safety_officer = 有无可随时叫停转实战的安全员。
field-customer-Drill-goals = 演练目标。
field-customer-Drill-families = 评估覆盖的内容。
field-customer-Drill-abort_if = 中止演练的红线。
field-customer-Drill-comment_held = 是否做了现场点评。
field-customer-Drill-evaluated = 评估报告日期。
field-customer-Drill-report = 评估报告编号。
field-customer-Drill-result = 评估结论：excellent 优，good 良，fair 中，poor 差。
field-customer-Drill-exposed = 由它引出的整改事项，即 `issues` 或薄弱环节台账中的编号。

## customer: Issue

field-customer-Issue-text = 整改内容。
field-customer-Issue-code = 薄弱环节代码。
field-customer-Issue-subject = 涉及的设备、负荷、步骤等的编号。
field-customer-Issue-side = 由哪一方整改。
field-customer-Issue-person = 责任人。
field-customer-Issue-opened = 发现日期。
field-customer-Issue-due = 整改限期。
field-customer-Issue-closed = 验证闭环的日期；不写即未闭环。

## customer: PlannedOutage

field-customer-PlannedOutage-of = 停运的电源、线路、变压器、切换装置等。
field-customer-PlannedOutage-from = 第一天。
field-customer-PlannedOutage-to = 最后一天。
field-customer-PlannedOutage-side = 由哪一方停运。
field-customer-PlannedOutage-kind = planned 计划停电，temporary 临时停电。
field-customer-PlannedOutage-notified = 通知对方的日期。
field-customer-PlannedOutage-substitute = 其间顶替它的资源或电源。

## customer: SupplyChange

field-customer-SupplyChange-date = 日期。
field-customer-SupplyChange-load = 接入或退出的负荷。
field-customer-SupplyChange-to = on 接入，off 退出。
field-customer-SupplyChange-agreed = 供电公司同意的日期。
field-customer-SupplyChange-filed = 备案日期。

## customer: TestRecord

field-customer-TestRecord-of = 被试设备。
field-customer-TestRecord-kind = transfer 切换试验，preventive 预防性试验，load_run 带载运行，battery 蓄电池试验，insulation 绝缘监视试验，hook_up 发电车接入试验。
field-customer-TestRecord-date = 日期。
field-customer-TestRecord-passed = 是否合格。
field-customer-TestRecord-minutes = 运行时间，分钟。
field-customer-TestRecord-load_percent = 负荷，占额定的百分比。

## customer: MedicalLocation

field-customer-MedicalLocation-name = 给人看的名称。
field-customer-MedicalLocation-group = 类别。
field-customer-MedicalLocation-loads = 由安全电源供电的负荷。
field-customer-MedicalLocation-safety_class = 安全电源恢复供电的最长时间：0.5 s、15 s 或更长。
field-customer-MedicalLocation-it_system = 由独立的 IT 系统供电。
field-customer-MedicalLocation-insulation_monitor = IT 系统装有绝缘监视。
field-customer-MedicalLocation-lighting = 安全照明负荷。
field-customer-MedicalLocation-safety_light_percent = 安全电源提供的照度占正常照度的比例。

## customer: DrillGoal

field-customer-DrillGoal-text = 目标内容。
field-customer-DrillGoal-limit = 须在多长时间内达到。
field-customer-DrillGoal-reached = 实际用时。
field-customer-DrillGoal-rating = P 顺利完成，S 有些困难，M 困难很大，U 不能完成（HSEEP）。

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
field-network-ExtGrid-s_sc_min_mva = 最小短路容量，MVA；不写时取最大值。
field-network-ExtGrid-vm_pu = 母线保持的电压，标幺值。
field-network-ExtGrid-va_degree = 母线保持的电压相角，度。

## network: Line

field-network-Line-r_ohm_per_km = 电阻；只有外部电网的等值参数才会小于 0。
field-network-Line-x_ohm_per_km = 电抗；串联电容补偿和外部电网的等值参数可小于 0。
field-network-Line-max_i_ka = 长期允许电流，kA。
field-network-Line-g_us_per_km = 电导，每公里微西门子；不写为 0。
field-network-Line-type = cs 电缆，ol 架空线。
field-network-Line-name = 编号，所有表内不得重复，其他文件据此引用。
field-network-Line-source = 本行数据不是客户自己的时，写明出处。
field-network-Line-std_type = `std_types`、pandapower 或 drillsim 的型号名；本行直接给出参数时留空。
field-network-Line-df = max_i_ka 的降额系数。

## network: Trafo

field-network-Trafo-vk_percent = 短路电压，%；只有外部电网的等值参数才会小于 0。
field-network-Trafo-vkr_percent = 短路电压的有功分量，即负载损耗与容量之比，%。
field-network-Trafo-pfe_kw = 空载损耗，kW。
field-network-Trafo-i0_percent = 空载电流，%。
field-network-Trafo-shift_degree = 相位移，时钟数乘 30；不写为 0。
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

## network: Impedance

field-network-Impedance-name = 编号，所有表内不得重复，其他文件据此引用。
field-network-Impedance-source = 本行数据不是客户自己的时，写明出处。
field-network-Impedance-rft_pu = 从 from_bus 侧看的电阻，以 sn_mva 和 from_bus 电压为基准的标幺值。
field-network-Impedance-xft_pu = 从 from_bus 侧看的电抗；串联电容和等值参数可小于 0。
field-network-Impedance-sn_mva = 标幺值的基准容量，MVA；不是额定容量。
field-network-Impedance-rtf_pu = 从 to_bus 侧看的电阻；不写与 rft_pu 相同。
field-network-Impedance-xtf_pu = 从 to_bus 侧看的电抗；不写与 xft_pu 相同。
field-network-Impedance-gt_pu = to_bus 侧电导；不写与 gf_pu 相同。
field-network-Impedance-bt_pu = to_bus 侧电纳；不写与 bf_pu 相同。

## network: Motor

field-network-Motor-name = 编号，所有表内不得重复，其他文件据此引用。
field-network-Motor-source = 本行数据不是客户自己的时，写明出处。
field-network-Motor-pn_mech_mw = 额定机械功率，MW。
field-network-Motor-cos_phi = 该负载率下的功率因数。
field-network-Motor-scaling = 功率的系数。
field-network-Motor-lrc_pu = 堵转电流与额定电流之比；保留给 pandapower 短路计算用。
field-network-Motor-rx = 短路时电机的 R/X。

## network: AsymmetricLoad

field-network-AsymmetricLoad-name = 编号，所有表内不得重复，其他文件据此引用。
field-network-AsymmetricLoad-source = 本行数据不是客户自己的时，写明出处。
field-network-AsymmetricLoad-scaling = 各相功率的共同系数。

## network: Storage

field-network-Storage-name = 编号，所有表内不得重复，其他文件据此引用。
field-network-Storage-source = 本行数据不是客户自己的时，写明出处。
field-network-Storage-p_mw = 充电功率，MW。
field-network-Storage-scaling = p_mw 和 q_mvar 的系数。
field-network-Storage-max_e_mwh = 容量，MWh；只保留，潮流计算不用。

## network: Ward

field-network-Ward-name = 编号，所有表内不得重复，其他文件据此引用。
field-network-Ward-source = 本行数据不是客户自己的时，写明出处。
field-network-Ward-ps_mw = 与电压无关的有功功率，MW。
field-network-Ward-pz_mw = 电压为 1 标幺时阻抗部分吸收的有功功率，MW。负荷断开后阻抗部分仍在。

## network: Xward

field-network-Xward-name = 编号，所有表内不得重复，其他文件据此引用。
field-network-Xward-source = 本行数据不是客户自己的时，写明出处。
field-network-Xward-ps_mw = 与电压无关的有功功率，MW。
field-network-Xward-pz_mw = 电压为 1 标幺时阻抗部分吸收的有功功率，MW。负荷断开后阻抗部分仍在。
field-network-Xward-vm_pu = 无功电源保持的电压，标幺值。

## network: Shunt

field-network-Shunt-name = 编号，所有表内不得重复，其他文件据此引用。
field-network-Shunt-source = 本行数据不是客户自己的时，写明出处。
field-network-Shunt-p_mw = 同样条件下吸收的有功功率，MW；只有外部电网的等值参数才会小于 0。
field-network-Shunt-q_mvar = vn_kv 下一组所吸收的无功，Mvar。
field-network-Shunt-vn_kv = 额定电压，kV；不写取母线的。

## network: OwnLineType

field-network-OwnLineType-g_us_per_km = 电导，每公里微西门子；不写为 0。
field-network-OwnLineType-type = cs 电缆，ol 架空线。
field-network-OwnLineType-source = 数据出处。

## network: OwnTrafoType

field-network-OwnTrafoType-shift_degree = 相位移，时钟数乘 30；不写为 0。
field-network-OwnTrafoType-source = 数据出处。

## network: OwnTrafo3wType

field-network-OwnTrafo3wType-source = 数据出处。

## site: Site

field-site-Site-format = 文件格式版本，写 1。
field-site-Site-devices = 开关的情况。
field-site-Site-interlocks = 闭锁。
field-site-Site-elements = 线路、变压器和电抗器的情况。
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
field-site-Site-earths = 接地开关和挂接地线的位置。
field-site-Site-protection_groups = 母线保护和差动保护。
field-site-Site-dc_supplies = 直流操作电源。
field-site-Site-genset_groups = 并列运行的发电机组。
field-site-Site-connection_points = 应急发电车的快速接入箱。
field-site-Site-measures = 非电保安措施。

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
field-site-Device-control_supply = 它的保护、远方操作和自动操作所需的直流电源；就地手动操作不需要。
field-site-Device-undervoltage_release = 失压脱扣：电压暂降时自行断开。
field-site-Device-position = 手车位置；只有 `working`（工作位置）才接通。
field-site-Device-charges_in = 合闸后用操作电源储能所需的时间；不写即立即储好。

## site: Interlock

field-site-Interlock-source = 数据出处，或写 `assumed`（假定）。
field-site-Interlock-of = 设备。
field-site-Interlock-closed_at_most = 最多允许几台在合位。
field-site-Interlock-kind = 钥匙和电气闭锁自身有效；制度闭锁全靠人。

## site: Element

field-site-Element-source = 数据出处，或写 `assumed`（假定）。
field-site-Element-failures_per_year = 故障率，每年次数。不写时批量推演按假定值计：线路每公里 0.04，变压器 0.015，母线 0.001（RBTS）。
field-site-Element-repair = 从故障到恢复运行的时间。
field-site-Element-found_in = 从得知跳闸到找到该元件上的故障点并到达其周围开关的用时，先于隔离步骤；不写时不计用时。
field-site-Element-route = 经过的区域（电缆沟、隧道、杆塔）。
field-site-Element-overload = 允许超过额定多少、能承受多久；不写即不得超过 100 %。

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
field-site-Feeder-reclose = 供电侧跳闸后的重合闸。
field-site-Feeder-capacity_kw = 供电公司经它能供的功率；超过它达到 `overload_after` 即被切断。
field-site-Feeder-overload_after = 超过 `capacity_kw` 能承受的时间。默认 10 min，假定。
field-site-Feeder-neighbours = 同一出线开关上还有哪些用户：客户的故障使它跳闸时，他们一起停电。
field-site-Feeder-neighbours_kw = 这些用户的负荷，kW。
field-site-Feeder-earth_fault_a = 中性点接地方式允许的单相接地电流，A；不写则视为不接地或经消弧线圈接地。

## site: Genset

field-site-BurnPoint-kw = 负荷。
field-site-BurnPoint-l_per_h = 在该负荷下每小时的油耗，升。
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
field-site-Genset-attempts = 一次启动命令的尝试次数。默认 3：公开网页所引 GB 12786，未核原文。
field-site-Genset-crank = 一次尝试的时间。默认 10 s：GB 12786（8–12 s），未核原文。
field-site-Genset-pause = 两次尝试的间隔。默认 8 s：GB 12786（5–10 s），未核原文。
field-site-Genset-ready = 启动成功时，从命令到可带负荷的时间。默认 12 s：GB 12786（8–20 s），未核原文。
field-site-Genset-fails_to_start = 一次启动命令（含全部尝试）失败的概率。默认 0.0094：NREL REopt.jl。
field-site-Genset-manual_start_fails = 一次手动启动失败的概率。默认 0.05，假定。
field-site-Genset-mean_time_to_failure = 平均无故障运行时间；不写即运行中不停机。
field-site-Genset-fails_per_running_hour = 每个运行小时内停机的概率，在该小时开始时抽取，第一个小时从启动成功算起；在哪个小时停机，该小时就一点也不供电。用于需要精确结果的场合，与 `mean_time_to_failure` 二选一。
field-site-Genset-overload_percent = 超过额定的这一比例，经 `overload_after` 后跳闸。默认 110 %：按 ISO 8528 过载假定。
field-site-Genset-overload_after = 该跳闸的延时，假定。
field-site-Genset-cool_down = 市电恢复后空载运行的时间，假定。
field-site-Genset-fuel = 取油的油箱。
field-site-Genset-fuel_l_per_kwh = 满载油耗。默认 0.27 l/kWh：公开油耗表，500–2000 kW 机组。
field-site-Genset-no_load_burn_percent = 空载油耗占满载油耗的百分比，其间按直线变化。默认：额定 100 kW 及以下为 17，以上为 12，假定。
field-site-Genset-burn = 油耗曲线，代替上面两项：至少两点，逐点上升，两点之间按直线；首段和末段向外延长。
field-site-Genset-last_start_test = 最近一次启动试验。
field-site-Genset-last_load_test = 最近一次带载试验。
field-site-Genset-step_load_percent = 一次能突加的最大负荷，占额定的百分比；超过即憋停。不填则不会憋停，超过 60 % 的突加只作为资料类薄弱点。
field-site-Genset-starting_kva = 电压下降 20 % 时能带起的最大电动机启动容量，kVA；不写时取功率因数 0.8 下额定容量的两倍。
field-site-Genset-min_load_percent = 长时间低于这一比例会湿堆积碳。默认 30 %：NFPA 110 每月试验，未核原文。
field-site-Genset-xd_percent = 次暂态电抗，占功率因数 0.8 下额定容量的百分比。默认 15 %，假定。
field-site-Genset-installed = 投运时间。
field-site-Genset-needs = 冷却和控制所依靠的负荷、母线或电源；其中之一失电后经 `needs_after` 停机。
field-site-Genset-needs_after = 没有它们还能运行多久。默认 5 min，假定。
field-site-Genset-start_battery = 启动蓄电池。

## site: Ups

field-site-Ups-name = 给人看的名称。
field-site-Ups-source = 数据出处，或写 `assumed`（假定）。
field-site-Ups-kind = `ups`。
field-site-Ups-role = 总是不间断电源。
field-site-Ups-input = 输入侧母线。
field-site-Ups-output = 输出侧母线。
field-site-Ups-rated_kw = 输出额定功率。
field-site-Ups-input_below_pu = 输入任一相低于此电压即视为失电，改由电池供电。默认 0.85：假定。
field-site-Ups-efficiency_percent = 效率，%。默认 94，假定。
field-site-Ups-battery_kwh = 蓄电池可用电量，按输出侧计。
field-site-Ups-charged_percent = T0 时的荷电量。
field-site-Ups-recharge_kw = 停电后充电功率。
field-site-Ups-installed = 蓄电池安装时间。
field-site-Ups-mode = T0 时的运行状态；在旁路时输出跟随旁路电源，蓄电池帮不上忙。
field-site-Ups-bypass = 旁路电源的母线；不写即输入侧母线。
field-site-Ups-static_bypass = 过载或故障时自动切至旁路；没有旁路则输出失电。
field-site-Ups-overload_percent = 超过额定的这一比例，经 `overload_after` 后切至旁路。默认 125 %，假定。
field-site-Ups-overload_after = 切至旁路的延时。默认 1 min，假定。
field-site-Ups-battery_percent = 蓄电池老化后 `battery_kwh` 所剩的比例；80 % 为寿命终点。
field-site-Ups-place = 手动切换运行状态的地点。
field-site-Ups-failures_per_year = 运行中故障的频率，每年次数。
field-site-Ups-needs = 机房制冷所依靠的负荷、母线或电源。
field-site-Ups-needs_after = 没有制冷还能运行多久才自行关机；不写即不会关机。

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
field-site-BusTieTransfer-blocked_by = 动作后闭锁备自投的保护；不写时，投入 `fault_blocking` 则任何母线故障都闭锁。
field-site-BusTieTransfer-control_supply = 所需的直流操作电源。

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
field-site-Ats-acts_below_pu = 任一相低于此电压即视该侧为失电。不写时推演取 0.85（假定）。
field-site-Ats-control_supply = 所需的直流电源或蓄电池；失电则停在原位。

## site: Load

field-site-Load-source = 数据出处，或写 `assumed`（假定）。
field-site-Load-name = 给人看的名称。
field-site-Load-grade = 负荷等级（GB 50052）：1S 一级中特别重要，1，2，3。
field-site-Load-security = 保安负荷。
field-site-Load-customers = 该负荷所代表的用户数，供电指标（SAIFI、SAIDI）按此计数。
field-site-Load-max_interruption = 允许的最长中断时间；不写则不评判该负荷。
field-site-Load-min_supply_time = 停电时供电须持续多久。
field-site-Load-shed = 预案可否切除它。
field-site-Load-profile = 不同负荷水平下占该行需求的比例。
field-site-Load-place = 在哪里能看到它是否有电，也在那里手动再启动。
field-site-Load-cords = 代替该行母线的各路母线；各路比例之和不小于 100。任一路有电即有电。
field-site-Load-runs_above_pu = 能够运行的最低电压，标幺值；低于此值按停电计。不写时取 0.7（假定），接触器未释放的取其 drops_below_pu；此时低于 0.85 超过 60 s 即无法下结论。
field-site-Load-motor = 电动机的起动容量、加速时间、再起动分组。不是电动机的，用 `serves` 写明负荷的用途。
field-site-Load-contactor = 电压暂降时接触器会释放。
field-site-Load-cold_load = 停电后再送电，需求比平时大（冷负荷冲击）。
field-site-Load-serves = 它的用途；消防泵、制冷、电梯、安全照明的规则据此判断。

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
field-site-Function-safe_stop = 中断后如何安全停下；已安全停下的不再受损害。
field-site-Function-on_lost = 它的中断对负荷做什么。
field-site-Function-after = 须先恢复正常的其他业务，之后才恢复它。
field-site-Function-mtpd = 客户最长能承受的中断（最大可容忍中断 MTPD，ISO 22301）。
field-site-Function-minimum_service = 属于停电期间须保持的最低业务（最低业务连续性目标 MBCO，ISO 22301）。

## site: Store

field-site-Store-name = 给人看的名称。
field-site-Store-source = 数据出处，或写 `assumed`（假定）。
field-site-Store-holds = 储存什么。
field-site-Store-capacity_l = 可用容积。
field-site-Store-level_l = T0 时的存量。
field-site-Store-in = 由什么补充。
field-site-Store-out = 由什么消耗。
field-site-Store-place = 读数和人工补充的地点。
field-site-Store-refill_l = 人工补充一次的量；不写即加满。
field-site-Store-contaminated = 里面的油料不合格，用它的机组会停机。

## site: Zone

field-site-Zone-source = 数据出处，或写 `assumed`（假定）。
field-site-Zone-name = 给人看的名称。
field-site-Zone-contains = 其中的母线、开关、线路、变压器、电抗器、负荷、电源、切换装置。
field-site-Zone-failures_per_year = 连同其中一切整体失去的频率，即共同原因的故障率，每年次数。不写时批量推演按 0.005 假定。

## site: Place

field-site-Place-source = 数据出处，或写 `assumed`（假定）。
field-site-Place-name = 给人看的名称。
field-site-Place-zone = 所在区域。
field-site-Place-key = 进门所需的钥匙，即预案中的资源。

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
field-site-Channel-all_hear = 被呼叫岗位的所有在岗人员都听得到（对讲机组呼）。

## site: Mode

field-site-Mode-source = 数据出处，或写 `assumed`（假定）。
field-site-Mode-open = 在分位的开关。
field-site-Mode-closed = 在合位的开关。
field-site-Mode-out_of_service = 停运的线路、变压器或电源。
field-site-Mode-disabled = 退出的自动切换装置和保护。
field-site-Mode-set = 泵、发电机组和 UPS 控制开关的位置；业务写 `off` 表示已安全停运。
field-site-Mode-positions = 手车位置。
field-site-Mode-earthed = 已合上的接地开关和已挂的接地线。

## site: Stage

field-site-Stage-above_a = 流过设备的电流，A。
field-site-Stage-after = 定时限的延时；反时限的最短时间。
field-site-Stage-sees = 相电流，或接地故障的零序电流。
field-site-Stage-curve = `definite` 为定时限，经 `after` 跳闸；反时限按 IEC 60255-151，经 `times` × k ÷ ((I ÷ above_a)^a − 1) 跳闸。
field-site-Stage-times = 反时限的时间倍数。

## site: AtsReturn

field-site-AtsReturn-mode = 自动或手动。
field-site-AtsReturn-after = 正常电源恢复多久后返回。默认 10 min，假定。

## site: Need

field-site-Need-load = 必须有电的负荷。
field-site-Need-function = 不能中断的业务。
field-site-Need-source = 必须有电的电源。
field-site-Need-ref = 不写种类的编号：负荷、业务、电源或储备。
field-site-Need-all = 全部。
field-site-Need-any = 至少一个，或按 `at_least`、`kw` 的要求。
field-site-Need-at_least = `any` 中至少要有几个。
field-site-Need-kw = `any` 中至少要有多少 kW，代替个数：按在供的负荷（p_mw）和电源的额定 kW 相加。
field-site-Need-rides = 缺了它业务还能维持多久。
field-site-Need-store = 不能用空的储备。

## site: Harm

field-site-Harm-after = 中断达到这么久而未安全停下。
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

field-site-Outflow-to = 供给哪个电源、负荷或业务。
field-site-Outflow-l_per_min = 负荷或业务的用量；电源按自身油耗计。
field-site-Outflow-while_dead = 只在这些负荷全部失电时取用（冷机停运时用蓄冷水）；不写则在 `to` 有电或正常时取用。

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
field-plan-Plan-languages = 预案所用语言，修订文字按这些语言提出。
field-plan-Plan-reason = 本版修订原因。
field-plan-Plan-effective = 生效日期。
field-plan-Plan-next_review = 下次评审日期。
field-plan-Plan-sign_offs = 批准。
field-plan-Plan-revised_because = 本次修订的缘由：law 法规标准，command 指挥机构，risk 风险，resources 资源，drill 演练或实战，other 其他（应急管理部令第2号）。
field-plan-Plan-report_limits = 停电后各角色最迟何时须得知。
field-plan-Plan-scope = 须应对的场景类别（SRC1、SRC2、EPS 等）。
field-plan-Plan-actors = 角色。
field-plan-Plan-permits = 调度许可。
field-plan-Plan-cards = 现场处置卡。
field-plan-Plan-restoration = 恢复正常运行方式。
field-plan-Plan-resources = 预案所依靠的资源。
field-plan-Plan-orders = 操作票。
field-plan-Plan-order_rules = 哪些情况不等操作票。
field-plan-Plan-tiers = 限电序位表，先切第一级。
field-plan-Plan-contact_tree = 由谁联系谁。
field-plan-Plan-shift_end = 步骤进行中到了下班时间怎么办。

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
field-plan-Actor-trade = 专业；不写时按证件认作电气，或按担任者的专业。没有专业的角色，其工作不交给别的角色。

## plan: Permit

field-plan-Permit-covers = 许可之前任何人不得操作的设备。
field-plan-Permit-from = 由哪个角色下达。
field-plan-Permit-decides_in = 从申请到答复的时间。
field-plan-Permit-channel = 用什么手段申请。
field-plan-Permit-clause = 预案条款。
field-plan-Permit-source = 数据出处。
field-plan-Permit-steps = 许可所含任务的步骤，不论操作哪台设备；不写则为操作所列设备的每一步。
field-plan-Permit-refuses = 调度员不予许可的概率。
field-plan-Permit-asked_again_after = 不予许可后隔多久再申请一次；不写则不再申请。
field-plan-Permit-dead_may_open = 拉开两侧均已失电的所列设备，按调度协议视为已许可，操作后报告；紧接其前的申请不待答复。合闸一律不适用。

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
field-plan-Card-again = 结束后可再次启动：知道触发条件成立的人得知其已不成立，之后条件重新成立（或消息再次收到）时启动，各步骤从头执行。

## plan: Resource

field-plan-Resource-name = 名称。
field-plan-Resource-quantity = 数量（件）；燃油为一次送到所补储油罐的升数。
field-plan-Resource-place = 所在地点。
field-plan-Resource-owner = 归谁所有。
field-plan-Resource-agreement_until = 协议截止日。
field-plan-Resource-kind = 资源种类。
field-plan-Resource-brings = 它就是哪台应急发电车，或送来的油加到哪个储备。
field-plan-Resource-mobilise = 从接到调用到到场的时间；不写即一直在现场。
field-plan-Resource-storm_mobilise = 大风暴雨时的到场时间；不写即与平时相同。
field-plan-Resource-taken_in_storm = 大风暴雨时已被别处调走的概率。
field-plan-Resource-from = 得知调用后由哪个角色派出。
field-plan-Resource-source = 数据出处。

## plan: Condition

field-plan-Condition-switch = 开关编号；`is: open`（分）或 `closed`（合）。
field-plan-Condition-bus = 母线编号；`is: live`（有电）、`dead`（无电）、`proved_dead`（失电后已验电）、`earthed`（已接地）或 `earth_fault`（接地信号）。
field-plan-Condition-load = 负荷编号；`is: live` 或 `dead`。
field-plan-Condition-source = 电源编号；`is: live`、`dead` 或 `failed`（启动失败或自行停机）。
field-plan-Condition-function = 业务编号；`is: normal`、`riding_through`、`lost`、`safe_stopped`、`restarting` 或 `harmed`。
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
field-plan-Condition-from = 用于 `message`：须由哪个角色发出。
field-plan-Condition-transfer = 自动切换装置编号；`is: enabled`（投入；备自投动作过或进线被手动拉开后，重新投入之前不算投入）、`disabled`（退出），或 ATS 所在的一侧 `normal`、`standby`。
field-plan-Condition-measure = 非电保安措施编号；`is: applied`（已采取）或 `over`（已到时）。
field-plan-Condition-resource = 资源编号；`is: here`（已到场）或 `taken`（已被调走）。
field-plan-Condition-element = 线路、变压器或母线编号；`is: faulted`（故障点已查明）或 `sound`（完好）。

## plan: Activation

field-plan-Activation-by = 角色；其中一人须得知触发条件。
field-plan-Activation-decide = 决定所需时间；不写即得知触发条件后立即启动。

## plan: Find

field-plan-Find-what = `around_fault`：执行人所知各故障部分周围的开关。`opened_by_fault`：被保护跳开或为隔离故障而拉开、合上后可向失电的完好部分送电的开关。`ties`：本运行方式下断开、合上后同样可送电的开关。
field-plan-Find-among = 仅限这些开关；不写时为本侧全部开关。

## plan: Step

field-plan-Step-id = 预案内不得重复的编号。
field-plan-Step-clause = 纸质预案中的条款。
field-plan-Step-text = 给人看的条文。
field-plan-Step-do = 动作。
field-plan-Step-target = 对象，按次序。
field-plan-Step-find = 代替 `target`：`around_fault`、`opened_by_fault` 或 `ties`，步骤开始时才确定，按文件顺序。
field-plan-Step-to = `set` 要置的位置，`rack` 要置的手车位置，`transfer` 要切到的一侧（不写：切到有电的一侧，常用侧优先）。
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
field-plan-Step-wait_at_most = 最长等待时间：开始前自处置卡启动起算；开始后每次等待（决策、查看、许可、闭锁、等结果）自该次等待开始时起算；过后按超时处理。操作和路途不中断。
field-plan-Step-on_failure = 失败分支。
field-plan-Step-for_each = 对清单中的每一项各执行一次。
field-plan-Step-uses = 执行期间所需的资源；没有就等待，原因为 `resource`。
field-plan-Step-options = 用于 `decide`：取第一个已知条件成立的选项；其余选项的步骤跳过。
field-plan-Step-until = 用于 `wait`：执行人得知此情况即结束等待。与 `every` 同写：重复到执行人得知此情况为止。
field-plan-Step-every = 按此间隔重复，自上一次就绪时起算，且不早于上一次结束；执行人得知 `until` 所写情况后不再重复，未写 `until` 则到处置卡结束。其他步骤的 `after` 指第一次。
field-plan-Step-danger_to_life = 处置危及人身的情况：先处置，后报告。

## plan: Who

field-plan-Who-operator = 操作人角色。
field-plan-Who-supervisor = 监护人角色。

## plan: After

field-plan-After-any = 步骤编号。

## plan: SuccessCheck

field-plan-SuccessCheck-switch = 开关编号；`is: open`（分）或 `closed`（合）。
field-plan-SuccessCheck-bus = 母线编号；`is: live`（有电）、`dead`（无电）、`proved_dead`（失电后已验电）、`earthed`（已接地）或 `earth_fault`（接地信号）。
field-plan-SuccessCheck-load = 负荷编号；`is: live` 或 `dead`。
field-plan-SuccessCheck-source = 电源编号；`is: live`、`dead` 或 `failed`（启动失败或自行停机）。
field-plan-SuccessCheck-function = 业务编号；`is: normal`、`riding_through`、`lost`、`safe_stopped`、`restarting` 或 `harmed`。
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
field-plan-SuccessCheck-from = 用于 `message`：须由哪个角色发出。
field-plan-SuccessCheck-transfer = 自动切换装置编号；`is: enabled`（投入；备自投动作过或进线被手动拉开后，重新投入之前不算投入）、`disabled`（退出），或 ATS 所在的一侧 `normal`、`standby`。
field-plan-SuccessCheck-measure = 非电保安措施编号；`is: applied`（已采取）或 `over`（已到时）。
field-plan-SuccessCheck-resource = 资源编号；`is: here`（已到场）或 `taken`（已被调走）。
field-plan-SuccessCheck-element = 线路、变压器或母线编号；`is: faulted`（故障点已查明）或 `sound`（完好）。

## plan: Tell

field-plan-Tell-to = 告知哪个角色。
field-plan-Tell-facts = 转告其状态的编号，以告知人所知为准；本步骤已完成总会告知。
field-plan-Tell-channel = 用什么手段。
field-plan-Tell-takes = 通话用时；联系类步骤的第一次通话即其 `takes`。默认 30 s，假定。
field-plan-Tell-no_answer = 无人应答时。默认 2 min 后再试，假定。
field-plan-Tell-read_back = 对方复诵：用时多一半。

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
field-scenario-Scenario-information = 实战演练中告知各方的话。

## scenario: Start

field-scenario-Start-mode = 运行方式。
field-scenario-Start-date = 日期，决定班次和有效期。
field-scenario-Start-time = T0 的时刻。
field-scenario-Start-load = 负荷水平；不写取电网文件中的需求。
field-scenario-Start-set = 与运行方式不同的位置。
field-scenario-Start-out_of_service = 检修中的设备。
field-scenario-Start-staffing = 按当日排班，或按法定节假日。
field-scenario-Start-weather = 大风暴雨时车辆更慢，也可能已被别处调走。

## scenario: FaultEvent

field-scenario-FaultEvent-at = 时间；T0 为第一个事件。
field-scenario-FaultEvent-fault = 故障种类。
field-scenario-FaultEvent-on = 故障对象。
field-scenario-FaultEvent-for = 持续时间；不写即到修复（有修复时间的元件）或推演结束。
field-scenario-FaultEvent-attempts = 用于 `fails_to_start`：哪种启动失败。
field-scenario-FaultEvent-to = 用于 `fails_to_operate`：哪种动作失败。
field-scenario-FaultEvent-residual_percent = 用于 `dip` 和 `open_phase`：剩余电压，%。
field-scenario-FaultEvent-action = 用于对步骤的 `wrong_action`：执行人实际做的；他自己以为做对了。`late`：照写的做，但用时更长。
field-scenario-FaultEvent-late_by = 用于 `late`：比步骤本身多用的时间；不写按 10 min，为假定值。
field-scenario-FaultEvent-instead = 用于 `neighbour`：误操作的相邻设备。

## scenario: Expectation

field-scenario-Expectation-load = 负荷。
field-scenario-Expectation-function = 业务。
field-scenario-Expectation-verdict = 每个应得的结论。

## scenario: SetTo

field-scenario-SetTo-target = 泵、发电机组、切换装置或开关；业务写 `off` 表示已安全停运。
field-scenario-SetTo-to = 位置。

## scenario: Selector

field-scenario-Selector-id = 这些编号。
field-scenario-Selector-kind = 种类。
field-scenario-Selector-role = 电源的角色（main_source、standby_source、emergency_source、no_break_source）或预案中人员的角色。
field-scenario-Selector-zone = 区域编号，或该区域内的全部。
field-scenario-Selector-security = 保安负荷，或其余负荷。
field-scenario-Selector-grade = 负荷等级。
field-scenario-Selector-first = 只取文件中的第一个。

## edition: Edition, EditionChange

field-edition-Edition-format = 文件格式；1。
field-edition-Edition-title = 事由，如计划停电、保电日。
field-edition-Edition-of = 对应的 plan.yaml 版本。
field-edition-Edition-from = 首日。
field-edition-Edition-until = 末日。
field-edition-Edition-mode = 这些天的运行方式：从 normal 开始的场景改由此方式开始。
field-edition-Edition-customer = 对 customer.yaml 的改动：值班、人员。
field-edition-Edition-site = 对 site.yaml 的改动：定值、液位、位置。
field-edition-Edition-plan = 对 plan.yaml 的改动：角色由谁担任、步骤、处置卡。
field-edition-Edition-source = 所依据的通知、调令或协议。
field-edition-EditionChange-at = 位置：各级键名用点号连接，列表条目写编号或序号（`people.li.shifts`）；plan.yaml 中的处置卡、步骤可只写编号（`S103.takes`、`RC-02.steps`）。
field-edition-EditionChange-set = 这些天该处的值。
field-edition-EditionChange-append = 在列表末尾增加的条目。
field-edition-EditionChange-insert = 在列表某条目之前或之后增加的条目。
field-edition-EditionChange-before = 用于 `insert`：放在该编号条目之前。
field-edition-EditionChange-after = 用于 `insert`：放在该编号条目之后。
field-edition-EditionChange-remove = 这些天不用。

## register: Register

field-register-Register-format = 文件格式版本，写 1。

## register: Entry

field-register-Entry-code = 薄弱环节代码。
field-register-Entry-clause = 所指的预案条款；预案没有该条款时留空。
field-register-Entry-subject = 涉及的设备、负荷、步骤等的编号；涉及整本预案时写预案编号。
field-register-Entry-scenario = 暴露它的场景名称。
field-register-Entry-status = open 未整改，in_progress 整改中；done：已报整改完成；verified：复演支持；rejected：不予整改。
field-register-Entry-reason = 处于该状态的理由；不予整改的必须写明。
field-register-Entry-owner = 责任方（customer 用户、utility 供电公司、both 双方）、部门、岗位或人员。
field-register-Entry-opened = 登记日期。
field-register-Entry-due = 整改限期。
field-register-Entry-measure = 会议商定的整改措施，用原话。
field-register-Entry-money = 所需资金及其来源。
field-register-Entry-closed = 报整改完成或决定不予整改的日期。
field-register-Entry-recurs = 闭环后复现的记录。
field-register-Entry-regression = 用来判断是否复现的推演；不写则用本条的场景、种子 1。

## register: Return

field-register-Return-version = 使其复现的预案版本。
field-register-Return-date = 发现复现的日期。
field-register-Return-closed = 此前闭环的日期。

## register: Regression

field-register-Regression-scenario = 场景名称；不写则用本条的场景。
field-register-Regression-seed = 随机种子。
field-register-Regression-expect = 写 `not_said`，或写与场景相同的清单：应得出的结论。不写即 `not_said`：推演不得再对该对象报出该代码。

## register: Expectation

field-register-Expectation-load = 负荷。
field-register-Expectation-function = 业务。
field-register-Expectation-verdict = 每个应得的结论。

## register: Selector

field-register-Selector-id = 这些编号。
field-register-Selector-kind = 种类。
field-register-Selector-role = 电源的角色（main_source、standby_source、emergency_source、no_break_source）或预案中人员的角色。
field-register-Selector-zone = 区域编号，或该区域内的全部。
field-register-Selector-security = 保安负荷，或其余负荷。
field-register-Selector-grade = 负荷等级。
field-register-Selector-first = 只取文件中的第一个。

## people.local: Contacts

field-people-local-Contacts-format = 文件格式版本，写 1。
field-people-local-Contacts-people = 按人员编号。

## people.local: Contact

field-people-local-Contact-phone = 电话号码。
field-people-local-Contact-home = 住址。

## site: Earth

field-site-Earth-source = 数据出处，或写 `assumed`（假定）。
field-site-Earth-at = 接地的母线。
field-site-Earth-kind = 固定的接地开关，或要带去挂的接地线。
field-site-Earth-place = 操作它时人所在的地点。
field-site-Earth-interlocked_with = 它在接地位时不能合的开关；这些开关在合位时它也不能接地。

## site: ProtectionGroup

field-site-ProtectionGroup-source = 数据出处，或写 `assumed`（假定）。
field-site-ProtectionGroup-name = 给人看的名称。
field-site-ProtectionGroup-protects = 保护范围内的母线、线路或变压器。
field-site-ProtectionGroup-trips = 跳开的设备。
field-site-ProtectionGroup-after = 延时。默认 60 ms，假定。
field-site-ProtectionGroup-enabled = 已投入（压板）。
field-site-ProtectionGroup-control_supply = 所需的直流操作电源。

## site: DcSupply

field-site-DcSupply-source = 数据出处，或写 `assumed`（假定）。
field-site-DcSupply-name = 给人看的名称。
field-site-DcSupply-fed_by = 充电机所接的母线、负荷或电源，其中之一有电即可。
field-site-DcSupply-lasts = 充电机失电后蓄电池能带控制负荷多久。默认 2 h，假定。
field-site-DcSupply-installed = 蓄电池安装时间。
field-site-DcSupply-last_discharge_test = 最近一次核对性放电试验。
field-site-DcSupply-place = 安装地点。

## site: MobileGenset

field-site-MobileGenset-source = 数据出处，或写 `assumed`（假定）。
field-site-MobileGenset-name = 给人看的名称。
field-site-MobileGenset-kind = `mobile_genset`（应急发电车）。
field-site-MobileGenset-role = 总是移动电源。
field-site-MobileGenset-side = 是哪一方的车。
field-site-MobileGenset-rated_kw = 额定有功功率。
field-site-MobileGenset-plug = 插头型式。
field-site-MobileGenset-cable_m = 自带电缆长度，m。
field-site-MobileGenset-tank_l = 自带油箱；不写即油量不限。
field-site-MobileGenset-fuel_l_per_kwh = 满载油耗。默认 0.27 l/kWh：公开油耗表。
field-site-MobileGenset-no_load_burn_percent = 空载油耗占满载油耗的百分比，其间按直线变化。默认：额定 100 kW 及以下为 17，以上为 12，假定。
field-site-MobileGenset-burn = 油耗曲线，代替上面两项：至少两点，逐点上升，两点之间按直线；首段和末段向外延长。
field-site-MobileGenset-fails_to_start = 每次启动失败的概率。默认 0.0094：NREL REopt.jl。
field-site-MobileGenset-step_load_percent = 一次能突加的最大负荷。默认 60 %，假定。
field-site-MobileGenset-overload_percent = 超过额定的这一比例，经 `overload_after` 后跳闸。
field-site-MobileGenset-overload_after = 该跳闸的延时，假定。

## site: GensetGroup

field-site-GensetGroup-source = 数据出处，或写 `assumed`（假定）。
field-site-GensetGroup-name = 给人看的名称。
field-site-GensetGroup-of = 其中的机组，按启动次序。
field-site-GensetGroup-sync = 从可带负荷到同期并入有电母线的时间。默认 8 s，假定。
field-site-GensetGroup-min_online = 至少几台并入后才带负荷。
field-site-GensetGroup-sheds_on_loss = 余下机组带不动时依次切除的限电序位（见预案）。

## site: ConnectionPoint

field-site-ConnectionPoint-source = 数据出处，或写 `assumed`（假定）。
field-site-ConnectionPoint-name = 给人看的名称。
field-site-ConnectionPoint-bus = 经 `switch` 供电的母线。
field-site-ConnectionPoint-switch = 接入箱与母线之间的开关。
field-site-ConnectionPoint-rated_kva = 接入箱和电缆能承受的容量。
field-site-ConnectionPoint-plug = 插头型式；空白即裸接线端子。
field-site-ConnectionPoint-cable_m = 从停车位接过来所需的电缆长度，m。
field-site-ConnectionPoint-place = 所在地点。
field-site-ConnectionPoint-parking = 发电车的停车位。
field-site-ConnectionPoint-phase_marked = 相序已标明并核对。
field-site-ConnectionPoint-earth_point = 有供发电车用的接地点。
field-site-ConnectionPoint-last_hookup = 最近一次真正接上发电车的日期。

## site: Sts

field-site-Sts-source = 数据出处，或写 `assumed`（假定）。
field-site-Sts-name = 给人看的名称。
field-site-Sts-kind = `sts`（静态切换开关）。
field-site-Sts-normal = 接主用侧的开关。
field-site-Sts-standby = 接另一侧的开关。
field-site-Sts-enabled = 在自动位置。
field-site-Sts-takes = 切换的断电时间。默认 8 ms：假定，约半个周波。
field-site-Sts-acts_below_pu = 任一相低于此电压即视该侧为失电。默认 0.85：假定。
field-site-Sts-return_after = 主用侧恢复正常多久后返回。默认 10 s，假定。
field-site-Sts-rated_kw = 额定功率。
field-site-Sts-fails_to_operate = 每次拒动的概率。
field-site-Sts-place = 手动操作的地点。

## site: Measure

field-site-Measure-source = 数据出处，或写 `assumed`（假定）。
field-site-Measure-name = 给人看的名称。
field-site-Measure-replaces = 顶替哪个失电的负荷或中断的业务。
field-site-Measure-lasts = 能顶多久。
field-site-Measure-by = 由哪个角色维持；其间此人不做别的事。
field-site-Measure-place = 在哪里。

## site: UndervoltageRelease

field-site-UndervoltageRelease-below_pu = 动作电压，标幺值。默认 0.5：假定，在脱扣器允许的 35–70 % 以内。
field-site-UndervoltageRelease-after = 低于动作电压持续多久；0 即无延时的失压脱扣。

## site: OverloadTime

field-site-OverloadTime-percent = 负载率，%。
field-site-OverloadTime-lasts = 能承受多久。

## site: Reclose

field-site-Reclose-after = 无电流间隔。默认 1 s，假定。
field-site-Reclose-success = 届时故障已消失的概率。默认 0.7：假定，架空线。

## site: Cord

field-site-Cord-bus = 接在哪段母线上。
field-site-Cord-share_percent = 各路都有电时承担的比例；其余失电时，有电的几路承担全部。

## site: Motor

field-site-Motor-source = 数据出处，或写 `assumed`（假定）。
field-site-Motor-starting_kva = 从静止启动期间的视在功率，kVA。
field-site-Motor-run_up = 启动用时。默认 5 s，假定。
field-site-Motor-group = 再启动分组：第 1 组先启动；前一组启动完，下一组再启动。
field-site-Motor-stalls_below_pu = 低于此电压不脱扣但转速下降，电压恢复后再加速。默认 0.7，假定。

## site: Contactor

field-site-Contactor-source = 数据出处，或写 `assumed`（假定）。
field-site-Contactor-drops_below_pu = 释放电压，标幺值。默认 0.6，假定。
field-site-Contactor-after = 低于释放电压持续多久。默认 20 ms，假定。
field-site-Contactor-recloses = 须由人重新启动，或自行吸合。
field-site-Contactor-recloses_after = 电压恢复后自行吸合的延时。默认 3 s，假定。

## site: ColdLoad

field-site-ColdLoad-source = 数据出处，或写 `assumed`（假定）。
field-site-ColdLoad-factor = 刚来电时的需求是平时的几倍。
field-site-ColdLoad-lasts = 在这段时间内分级降到平时水平。
field-site-ColdLoad-outage_over = 停电超过这么久才有。默认 5 min，假定。

## site: SafeStop

field-site-SafeStop-source = 数据出处，或写 `assumed`（假定）。
field-site-SafeStop-takes = 从开始到安全停下的时间。
field-site-SafeStop-by = 由哪个角色来做；不写即自行停下。
field-site-SafeStop-place = 在哪里做。

## site: OnLost

field-site-OnLost-load = 负荷。
field-site-OnLost-to = 切断，或投入。
field-site-OnLost-after = 中断多久之后。

## plan: Order

field-plan-Order-title = 操作任务。
field-plan-Order-binds = 须等操作票的步骤。
field-plan-Order-written_by = 填票的角色。
field-plan-Order-checked_by = 审核的角色，须是另一个人。
field-plan-Order-takes = 填票用时。
field-plan-Order-check_takes = 审核用时。
field-plan-Order-prepared = 事先填好并审核过的典型操作票：只须签字，不另计用时。
field-plan-Order-clause = 预案条款。
field-plan-Order-source = 数据出处。

## plan: OrderRules

field-plan-OrderRules-accident_needs_no_order = 事故处理可以不用操作票；只有恢复送电须用票。
field-plan-OrderRules-single_breaker_needs_no_order = 拉合单一断路器的操作可以不用操作票。
field-plan-OrderRules-danger_to_life_first = 处置危及人身的步骤先做后报：既不等操作票，也不等许可。

## plan: Tier

field-plan-Tier-name = 给人看的名称。
field-plan-Tier-loads = 切除的负荷，按次序。
field-plan-Tier-by = 由预案步骤切除，或在机组并列组需要时自动切除。

## plan: ContactWay

field-plan-ContactWay-from = 由哪个角色联系。
field-plan-ContactWay-to = 联系哪个角色。
field-plan-ContactWay-channels = 联系手段，按次序；前一种无人应答则换下一种。
field-plan-ContactWay-within = 从联系人得知到对方得知的最长时间。

## plan: ShiftEnd

field-plan-ShiftEnd-then = 留下做完这一步，离开前回岗位向当班人员交代；或交接给该角色当班的下一人。
field-plan-ShiftEnd-takes = 交接用时。`hand_over` 的默认值即该动作的默认用时。

## plan: ForEach

field-plan-ForEach-devices = 每台设备、每个负荷或每项业务各一次，即该次的对象。
field-plan-ForEach-places = 每个地点各一次；对象是步骤 `target` 中位于该处的。
field-plan-ForEach-pool = 其中任一角色都可执行一次；不写即步骤自己的操作人。
field-plan-ForEach-batch = 每批几个；本批做完再做下一批。
field-plan-ForEach-gap = 两批之间的间隔。
field-plan-ForEach-stays = 开始做某一处的人留在该处，直到组内在该处的最后一步做完，期间由他人完成各自的步骤；不写则其间先去做另一处。
field-plan-ForEach-after = 清单相同的步骤：只等它们同名的那一次，不等全部。

## plan: Option

field-plan-Option-name = 选项名称。
field-plan-Option-text = 给人看的条文。
field-plan-Option-when = 决定人得知此情况时选它；不写即总可选。
field-plan-Option-steps = 只有选它才执行的步骤。

## plan: ReportLimit

field-plan-ReportLimit-to = 角色。
field-plan-ReportLimit-within = 从首个负荷或电源失电起的最长时间。

## scenario: Information

field-scenario-Information-at = 时间。
field-scenario-Information-tell = 告知的话。
field-scenario-Information-to = 告知哪些角色。
field-scenario-Information-channel = 经什么手段。

## revisions: Revisions

field-revisions-Revisions-format = 文件格式版本，写 1。
field-revisions-Revisions-changes = 各项修订，最早的在前。

## revisions: AppliedChange

field-revisions-AppliedChange-from = 修订前的预案版本。
field-revisions-AppliedChange-to = 写入该修订的版本。
field-revisions-AppliedChange-date = 写入日期。
field-revisions-AppliedChange-minor = 只改人员、证书或排班且没有新增岗位时写 true：属小修订，不需重新审批。
field-revisions-AppliedChange-edition = 写入的方案名称；写在预案中的为空。
field-revisions-AppliedChange-recommendation = 所采用的修订建议编号。
field-revisions-AppliedChange-kind = 修订类别：paper 条文、setting 定值与投退、training 培训、staffing 人员、purchase 购置。
field-revisions-AppliedChange-owner = 责任单位：客户、供电公司或双方。
field-revisions-AppliedChange-place = 条文所在位置。
field-revisions-AppliedChange-old = 原条文；原来没有的为空。
field-revisions-AppliedChange-new = 修订后的条文。
field-revisions-AppliedChange-reason = 所针对的薄弱点，主要的在前。
field-revisions-AppliedChange-evidence = 所依据的推演。
field-revisions-AppliedChange-supported = 复演支持的写 true；未在全部场景上复演的写 false。
field-revisions-AppliedChange-gain = 因此受益的受保护负荷和业务，保安的在前。
field-revisions-AppliedChange-assumed = 复演时假定的效果。

## revisions: ChangedPlace

field-revisions-ChangedPlace-kind = 条款、新增条款、排班、应急物资、定值与投退、设备、培训计划或调度协议。
field-revisions-ChangedPlace-clause = 条款号，限预案条文。
field-revisions-ChangedPlace-after = 新增条款排在其后的条款。

## revisions: WeakPointAnswered

field-revisions-WeakPointAnswered-code = 薄弱点代码。
field-revisions-WeakPointAnswered-subject = 薄弱点对象：步骤、设备或负荷。
field-revisions-WeakPointAnswered-entry = 它在薄弱环节台账中的编号；没有登记的为空。

## revisions: RunEvidence

field-revisions-RunEvidence-run = 推演或批量推演的文件夹名。
field-revisions-RunEvidence-scenario = 场景。
field-revisions-RunEvidence-seed = 种子。
field-revisions-RunEvidence-events = 推演日志中表明该薄弱点的事件（`seq`）。

## revisions: SubjectBeforeAfter

field-revisions-SubjectBeforeAfter-subject = 负荷或业务。
field-revisions-SubjectBeforeAfter-what = 最长一次中断（interruption），或自备电源维持时间（endurance）。
field-revisions-SubjectBeforeAfter-limit = 允许值或要求值；没有的，只写明了损害时限。
field-revisions-SubjectBeforeAfter-before = 修订前。
field-revisions-SubjectBeforeAfter-after = 修订后，故障和运气相同。

## revisions: EffectAssumed

field-revisions-EffectAssumed-file = 该数值所在文件。
field-revisions-EffectAssumed-field = 该数值在文件中的路径。
field-revisions-EffectAssumed-unit = 单位；`yes_no`：0 为否，1 为是。
field-revisions-EffectAssumed-now = 原数值。
field-revisions-EffectAssumed-assumed = 假定数值。
field-revisions-EffectAssumed-vanishes_at = 收益消失时的数值。
field-revisions-EffectAssumed-basis = 假定依据的文本编号。

## msel: Msel

field-msel-Msel-format = 文件格式版本，写 1。
field-msel-Msel-scenario = 所属场景的名称。
field-msel-Msel-title = 演练名称。
field-msel-Msel-injects = 各条注入，按编号，排列顺序即清单顺序。
field-msel-Msel-source = 清单来源。

## msel: InjectLine

field-msel-InjectLine-title = 清单上的简称。
field-msel-InjectLine-at = 情景时间，自 T0 起算。
field-msel-InjectLine-at_clock = 会场时钟的时刻。
field-msel-InjectLine-when = 现场满足此条件时注入，只一次。
field-msel-InjectLine-after = 在另一条注入或某步骤之后注入。
field-msel-InjectLine-by_hand = 由导调人员手动注入，不在时间线上。
field-msel-InjectLine-from = 参演人员听到的发令方：预案岗位编号，或直接写文字。
field-msel-InjectLine-to = 接收的岗位和人员。
field-msel-InjectLine-channel = 经何种通信方式告知。
field-msel-InjectLine-tell = 告知内容。
field-msel-InjectLine-fault = 现场发生的变化。
field-msel-InjectLine-expects = 预期引发的处置。
field-msel-InjectLine-objective = 所服务的演练目标。
field-msel-InjectLine-note = 仅供导调人员查看。

## msel: After

field-msel-After-inject = 已发出的注入。
field-msel-After-step = 已完成的步骤。
field-msel-After-by = 再延后的时间。

## msel: StateInject

field-msel-StateInject-at = 不写：时间写在注入本身。
field-msel-StateInject-ends = 改为结束已存在的该故障。
field-msel-StateInject-fault = { field-scenario-FaultEvent-fault }
field-msel-StateInject-on = { field-scenario-FaultEvent-on }
field-msel-StateInject-for = { field-scenario-FaultEvent-for }
field-msel-StateInject-attempts = { field-scenario-FaultEvent-attempts }
field-msel-StateInject-to = { field-scenario-FaultEvent-to }
field-msel-StateInject-residual_percent = { field-scenario-FaultEvent-residual_percent }
field-msel-StateInject-action = { field-scenario-FaultEvent-action }
field-msel-StateInject-instead = { field-scenario-FaultEvent-instead }
field-msel-StateInject-late_by = { field-scenario-FaultEvent-late_by }

## msel: Expected

field-msel-Expected-what = 预期处置的文字说明。
field-msel-Expected-so = 处置完成后，现场或推演中成立的条件。
field-msel-Expected-within = 自注入起算的时限。
field-msel-Expected-else = 到时未完成时追加的注入。

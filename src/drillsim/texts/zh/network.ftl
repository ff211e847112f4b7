# 网络文件的问题:network.yaml、pandapower 写出的 network.json 与 network.xlsx。

## 行与行之间

problem-network-id-twice = 标识“{ $id }”在表 { $first } 中已经用过，表 { $table } 中又用了一次。整个网络的标识不得重复，请给其中一个换名，引用处一并修改。
problem-network-no-such-bus = 元件“{ $id }”所接的母线“{ $bus }”不存在。请改写为已有的母线，例如：{ $near }；或在 bus 表中补上这条母线。
problem-network-no-such-element = 开关“{ $id }”（et: { $et }）指向的元件“{ $element }”不存在。请改写为已有的元件，例如：{ $near }；并核对 et:b 为母线，l 为线路，t 为变压器，t3 为三绕组变压器。
problem-network-switch-not-at-end = 开关“{ $id }”装在母线“{ $bus }”处，但元件“{ $element }”的两端是 { $ends }。请把 bus 改为其中一端，或核对 element。
problem-network-ends-same = 元件“{ $id }”两端接在同一条母线“{ $bus }”上。请改正其中一端。
problem-network-no-such-type = 元件“{ $id }”的型号“{ $type }”不在 pandapower 或 drillsim 的型号库中。请改写为已有型号，例如：{ $near }；或在 std_types 中写出该型号的参数。
problem-network-figures-missing = 元件“{ $id }”缺少参数：{ $missing }。请用 std_type 写明型号，或在该行补齐这些参数。
problem-network-voltages-differ = 元件“{ $id }”两端的母线电压等级不同：{ $first } kV 与 { $second } kV。请核对所接母线；不同电压等级之间应写成变压器。
problem-network-sides-swapped = 变压器“{ $id }”从高压侧到低压侧的母线电压依次为 { $levels } kV。请核对 hv_bus（以及 mv_bus）与 lv_bus 是否写反。
problem-network-tap-outside = 变压器“{ $id }”的分接位置 { $tap } 超出范围 { $low } 至 { $high }。请改写为范围内的整数。
problem-network-kw-for-mw = “{ $id }”的功率为 { $mw } MW，而供电路径上的 { $trafos } 合计只有 { $mva } MVA。是否把 kW 写成了 MW？若本意为 kW，请写 { $mend }；否则请核对变压器容量。
problem-isolated-load = 负荷“{ $id }”所接的母线“{ $bus }”在任何运行方式下都连不到电源。请核对它的母线与相邻开关，或补上供电的线路。

## pandapower 写出的文件

problem-pp-not-a-net = 这不是 pandapower 写出的网络（文件内容：{ $found }）。请用 pandapower 的 to_json 或 to_excel 另存，或改写为 network.yaml。
problem-pp-foreign = 条目中出现了不应有的对象类型“{ $found }”，文件中点名的程序一律不会运行。请删去该条目，或用 pandapower 重新另存网络。
problem-pp-shape = 表 { $table } 的结构不是 pandapower 写出的样子。请用 pandapower 重新另存网络，不要手工修改该文件。
problem-pp-no-feeder = 这个网络没有电源：文件中既没有投运的 ext_grid，也没有带 slack 的发电机。请在 pandapower 中用 create_ext_grid 在供电进线的母线上加一个电源。
problem-pp-too-new = 文件由更新的 pandapower 写出（格式 { $version }，目前只认得到 { $newest }）。请升级 drillsim。
problem-pp-unknown-table = 表 { $table } 有 { $n } 行，本模型没有这类元件。请运行 drillsim init DIR --network FILE：发电元件会转为客户电源，其余列出后略去；电动机等请改写为负荷。
problem-pp-changes-flow = 表 { $table } 中“{ $id }”的 { $key } 为 { $value }，会改变潮流而本模型没有这一参数。请在 pandapower 中去掉它，或运行 drillsim init DIR --network FILE。
problem-pp-index-twice = 表 { $table } 中序号 { $index } 出现了两次。请用 pandapower 重新另存网络。
problem-pp-unnamed = 表 { $table } 中有 { $n } 个元件没有名称，其他文件无法引用。请运行 drillsim init DIR --network { $path }，由它逐一命名。
problem-pp-name-not-id = 表 { $table } 中有 { $n } 个名称不能作为标识，例如“{ $value }”（不能含空格等符号）。请运行 drillsim init DIR --network { $path }，由它改名。
problem-pp-name-twice = 表 { $table } 中有 { $n } 个名称与别的元件重复，例如“{ $value }”。请运行 drillsim init DIR --network { $path }，由它改名。
problem-pp-no-such-index = 元件“{ $id }”的 { $key } 指向表 { $table } 的序号 { $index }，该序号不存在。请在 pandapower 中改正后重新另存。

problem-json-syntax = JSON 在第 { $column } 列处中断或有误。文件可能没有写完，请用 pandapower 重新另存。
problem-json-key-twice = JSON 的同一对象中键“{ $key }”出现了两次。请删去其中一个。
problem-xlsx-unreadable = 工作簿打不开：不是 xlsx、没有写完，或者加了密码。请另存为不加密码的 .xlsx（网络请用 pandapower 的 to_excel）。
problem-xlsx-bomb = 工作簿解开后过大（上限 { $limit_mb } MB）或压缩比异常，未予打开。请只保留其中的表重新另存。
problem-xlsx-xml = 工作簿的部件 { $part } 含有实体声明或不是 UTF-8 编码。请用原来的程序重新另存。

## 接入公开网络时写入的说明

network-assumed-fault-level = 假定值：{ $kv } kV 系统的常见短路容量，R/X 按 IEC 60909-0 取 0.1；请向供电公司索取实际值

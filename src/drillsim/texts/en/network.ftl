# What is wrong in network files: network.yaml, and pandapower's network.json and network.xlsx.

## Between rows

problem-network-id-twice = The id "{ $id }" is used in table { $first } already and again in table { $table }. Ids are unique over the whole network: rename one, and whatever refers to it.
problem-network-no-such-bus = "{ $id }" is connected to bus "{ $bus }", which does not exist. Write an existing bus, such as: { $near }; or add the bus to table bus.
problem-network-no-such-element = Switch "{ $id }" (et: { $et }) stands at "{ $element }", which does not exist. Write an existing element, such as: { $near }; and check et: b bus, l line, t transformer, t3 three-winding transformer.
problem-network-switch-not-at-end = Switch "{ $id }" stands at bus "{ $bus }", but "{ $element }" ends at { $ends }. Write one of its ends as bus, or check element.
problem-network-ends-same = Both ends of "{ $id }" are connected to bus "{ $bus }". Correct one of them.
problem-network-no-such-type = "{ $id }" names the type "{ $type }", which neither pandapower nor drillsim knows. Write a known type, such as: { $near }; or give its figures under std_types.
problem-network-figures-missing = "{ $id }" lacks figures: { $missing }. Name a type with std_type, or write the figures in the row.
problem-network-voltages-differ = "{ $id }" joins buses of { $first } kV and { $second } kV. Check its buses; between voltage levels a transformer is due.
problem-network-sides-swapped = The buses of transformer "{ $id }" have { $levels } kV from its high to its low side. Check whether hv_bus (or mv_bus) and lv_bus are swapped.
problem-network-tap-outside = Transformer "{ $id }" stands at tap { $tap }, outside { $low } to { $high }. Write a whole number in that range.
problem-network-kw-for-mw = "{ $id }" draws { $mw } MW, but { $trafos } on its way carries { $mva } MVA in all: kW typed for MW? Write { $mend } if kW was meant; else check the transformer's rating.
problem-isolated-load = Load "{ $id }" at bus "{ $bus }" has no way to any source in any mode. Check its bus and the switches next to it, or add the line that feeds it.

## Files pandapower wrote

problem-pp-not-a-net = This is not a network pandapower wrote (it holds: { $found }). Save it with pandapower's to_json or to_excel, or write network.yaml.
problem-pp-foreign = This entry holds an object of type "{ $found }", which does not belong here; nothing a file names is ever run. Remove the entry, or save the network again with pandapower.
problem-pp-shape = Table { $table } is not shaped as pandapower writes it. Save the network again with pandapower and leave the file as it is.
problem-pp-no-feeder = Nothing feeds this network: the file has no ext_grid in service and no generator with slack. Add one in pandapower with create_ext_grid, at the bus where the utility comes in.
problem-pp-too-new = The file was written by a pandapower newer than this drillsim knows (format { $version }, known up to { $newest }). Update drillsim.
problem-pp-unknown-table = Table { $table } holds elements of a kind this model does not have (rows: { $n }). Run drillsim init DIR --network FILE: generators become the customer's sources, the rest is listed and left out; write motors as loads.
problem-pp-changes-flow = In table { $table } "{ $id }" has { $key } = { $value }, which changes the flow and which this model does not have. Remove it in pandapower, or run drillsim init DIR --network FILE.
problem-pp-index-twice = Index { $index } stands twice in table { $table }. Save the network again with pandapower.
problem-pp-unnamed = Table { $table } holds elements without a name (rows: { $n }), so no other file can refer to them. Run drillsim init DIR --network { $path }, which names every element.
problem-pp-name-not-id = Table { $table } holds names that cannot be ids (rows: { $n }), such as "{ $value }": no spaces or other signs. Run drillsim init DIR --network { $path }, which renames them.
problem-pp-name-twice = Table { $table } holds names another element has too (rows: { $n }), such as "{ $value }". Run drillsim init DIR --network { $path }, which renames them.
problem-pp-no-such-index = { $key } of "{ $id }" refers to index { $index } of table { $table }, which does not exist. Correct it in pandapower and save again.

problem-json-syntax = The JSON breaks off or is wrong at column { $column }. The file may be incomplete: save it again with pandapower.
problem-json-key-twice = The key "{ $key }" stands twice in one JSON object. Remove one of them.
problem-xlsx-unreadable = The workbook cannot be opened: it is no xlsx, incomplete, or has a password. Save it again as .xlsx without a password (a network: with pandapower's to_excel).
problem-xlsx-bomb = The workbook unpacks to too much (the limit is { $limit_mb } MB) or is packed implausibly tight, and was not opened. Save it again with its tables alone.
problem-xlsx-xml = Part { $part } of the workbook declares entities or is not UTF-8. Save it again in the program it comes from.

## What is written when a public network is taken over

network-assumed-fault-level = assumed: usual short-circuit power of a { $kv } kV system, R/X 0.1 after IEC 60909-0; ask the supply company for the real value

# What is wrong in files and arguments: first what, then what to write instead.

## Ids and words

problem-id = "{ $value }" cannot be an id. Use letters, digits and - _ . without spaces, at most 64 characters, such as icu-1 or 401.
problem-id-not-nfc = The id "{ $value }" holds decomposed characters (it is not NFC). Type it again, here and wherever it is referred to.
problem-text = Words are expected here, this is something else. Write one line of text; put it in quotes if it holds a colon or a #.
problem-text-too-long = The text is longer than { $limit } characters. Shorten it; put details into an annex and name the annex here.

## Numbers, truth values and dates

problem-number = "{ $value }" is not a number. Write plain digits without a unit, such as 0.85 or 630.
problem-decimal-comma = "{ $value }" has a comma in a number. Write { $mend }.
problem-comma-twofold = "{ $value }" can be read in two ways. Write { $mend } or { $other }.
problem-whole-number = "{ $value }" is not a whole number. Write a whole number, such as 3.
problem-truth = "{ $value }" is neither yes nor no. Write true or false.
problem-date = "{ $value }" is not a date. Write 2026-07-15, or 2026-07 for a month.

## Times

problem-duration-without-unit = The time "{ $value }" has no unit. Add one, such as { $value } s or { $value } min (ms, s, min, h or d).
problem-duration-not-understood = The time "{ $value }" cannot be read. Write numbers with units, such as 500 ms, 90 s or 1 h 30 min (ms, s, min, h or d).
problem-duration-too-long = The time "{ $value }" is longer than ten years. Check the number and the unit.
problem-duration-negative = A time cannot be negative here, this is { $value }. Write zero or a positive time, such as 90 s.
problem-duration-form = A time cannot be made of "{ $value }". Write 90 s, {"{"}median, p90{"}"}, {"{"}mean{"}"} or {"{"}low, mode, high{"}"}.
problem-duration-order = { $value } must rise in this order, and median and mean must be above zero. Check these times.
problem-time-of-day = "{ $value }" is not a time of day. Write one between 00:00 and 24:00, such as 22:30.
problem-expected-text = One value is expected here, this is a list or a mapping ({ $found }). Write one value; put it in quotes if it holds a colon or a #.

## Files and folders

problem-folder-missing =
    There is no such folder. { $near ->
        [none] Check the path, or make one with drillsim init.
       *[other] Did you mean { $near }?
    }
problem-folder-no-customer =
    No customer's files lie here. { $near ->
        [none] Give the folder that holds plan.yaml, or make one with drillsim init.
       *[other] Give one of: { $near }.
    }
problem-folder-is-a-file = A customer's folder is expected, this is a file. Give the folder that holds plan.yaml, such as { $near }.
problem-file-missing = This file is missing. Add it; drillsim init writes an example to fill in.
problem-file-misnamed = { $name } is missing, but there is { $found }. Rename it to { $name }.
problem-file-unreadable = This file cannot be read. Check that it is a file and that you may read it.
problem-file-too-large = The file is larger than { $limit_mb } MB. Keep one customer's facts in it; put pictures and annexes elsewhere.
problem-not-utf8 = The file is not UTF-8 (byte { $byte } cannot be read). Save it as UTF-8 in your editor.
problem-empty-file = The file is empty. Begin with format: 1; drillsim init writes an example.
problem-tab = This line holds a tab. Use spaces.
problem-control-character = There is an invisible control character, { $code }. Delete it.
problem-too-many-values = The file holds more than { $limit } values. Keep one customer's facts in it.
problem-too-many-problems = There are { $n } problems already; the rest of this file was not read. Mend those above first.
problem-network-missing = There is no network file. Write network.yaml, or put in network.json or network.xlsx as pandapower writes them.
problem-network-several = There is more than one network file: { $found }. Keep one.
problem-no-such-scenario =
    There is no scenario "{ $name }". { $near ->
        [none] Take
       *[other] Did you mean "{ $near }"? Take
    } one of: { $known }; or give the path of a scenario file.
problem-folder-not-ours = A folder that drillsim did not write stands here (it has no { $marker }). Choose another place for the output, or move it away.
problem-folder-not-empty = There is something in this folder already. Choose a new one.
problem-reliability-case = The table has no case "{ $case }". Write --case with one of: { $known }.
problem-reliability-node = No branch ends at "{ $node }". Write one of: { $known }.
problem-reliability-no-load-points = No load points. Add load_points with P_kW and customers of each.
problem-reliability-branch-twice = Branch "{ $branch }" stands there twice. Rename one.
problem-no-such-schema =
    There is no schema "{ $name }". { $near ->
        [none] Take
       *[other] Did you mean "{ $near }"? Take
    } one of: { $known }.

## How YAML is written

problem-full-width = "{ $value }" holds full-width characters. Write "{ $mend }".
problem-full-width-structure = This line has the full-width "{ $value }"; what follows was not read. Write a plain "{ $mend }".
problem-duplicate-key = "{ $key }" stands on line { $first } already. Merge the two, or give this one another name.
problem-empty-value = Nothing stands after the colon or dash. Write the value, or delete the line.
problem-key-not-text = A key must be one plain name. Write name: value.
problem-too-deep = This is nested deeper than { $limit } levels. Check brackets, braces and indentation.
problem-several-documents = A line --- begins a second document. Write two files.
problem-yaml-directive = YAML directives (lines that begin with %) are not accepted. Delete the line.
problem-yaml-anchor = The YAML anchor &{ $anchor } is not accepted. Delete it and write the content out where it is used.
problem-yaml-alias = The YAML alias *{ $alias } is not accepted. Write the content out; if it is text, put it in quotes.
problem-yaml-merge = The YAML merge key << is not accepted. Write the entries out.
problem-yaml-tag = The YAML tag { $tag } is not accepted. Delete it; if it is text, put it in quotes.
problem-yaml-pair = A name: value inside brackets has no braces. Write {"{"}name: value{"}"}.
problem-yaml-question-mark = Keys written with ? are not accepted. Write name: value.
problem-syntax = This is not valid YAML; what follows was not read. Check indentation, quotes and brackets.
problem-syntax-colon = There is a colon too many here, or the indentation is wrong; what follows was not read. Put text that holds a colon in quotes.
problem-flow-question-mark = Text inside brackets or braces holds a question mark. Put the text in quotes.
problem-syntax-colon-space = There is no space after the colon. Write name: value with a space after the colon.
problem-syntax-colon-missing = This line lacks a colon; what follows was not read. Write name: value with a space after the colon.
problem-syntax-list-open = The bracket [ is not closed properly; what follows was not read. Check the commas and add ].
problem-syntax-braces-open = The brace {"{"} is not closed properly; what follows was not read. Check the commas and add {"}"}.
problem-syntax-quote-open = A quote is not closed; what follows was not read. Add the closing quote.
problem-syntax-escape = The backslash \ in double quotes is not valid here; what follows was not read. Use single quotes, or write \\.
problem-syntax-character = A value cannot begin with this character (% @ ` and the like); what follows was not read. Put the value in quotes.
problem-syntax-indentation = The indentation does not fit what stands above; what follows was not read. Align the entries of one level.
problem-syntax-end = The file breaks off here, in the middle of an entry. Complete it, or get the whole file again.
problem-syntax-punctuation = Punctuation is missing here or there is too much; what follows was not read. Check commas, colons and brackets; put text that begins with punctuation in quotes.

## Fields

problem-format-unknown = This version does not know the file format "{ $value }". Write format: 1; if the file comes from a newer version, upgrade drillsim.
problem-missing-key = "{ $key }" is missing. Add it; drillsim schema says what it means.
problem-unknown-key =
    There is no key "{ $key }" here. { $near ->
        [none] Keys here
       *[other] Did you mean "{ $near }"? Keys here
    }: { $allowed }.
problem-not-allowed =
    "{ $value }" cannot stand here. { $near ->
        [none] Write
       *[other] Did you mean "{ $near }"? Write
    } one of: { $allowed }.
problem-kind-missing = "{ $key }" is missing, so it is not known what this is. Write { $key }: with one of: { $allowed }.
problem-expected-mapping = Entries of the form key: value are expected here, this is "{ $found }". Keys here: { $keys }.
problem-expected-entries = Entries of the form id: facts are expected here, this is "{ $found }". Write one entry for each id.
problem-expected-list = A list is expected here, this is "{ $found }". Write [one, two], or one entry a line, each after a dash.
problem-list-too-short = There are too few entries; at least { $least } are due. Add the others.
problem-list-too-long = There are too many entries; { $most } at most. Delete the rest.
problem-must-exceed = { $value } is too small; it must be above { $limit }. Check the figure and its unit.
problem-at-least = { $value } is too small; it must be { $limit } or more. Check the figure and its unit.
problem-must-stay-below = { $value } is too large; it must be below { $limit }. Check the figure and its unit.
problem-at-most = { $value } is too large; it must be { $limit } or less. Check the figure and its unit.
problem-not-understood = "{ $value }" cannot be understood here. See drillsim schema for what may stand here.
problem-condition-one-thing = A condition names one kind of thing, or one of all, any, not; this one has: { $found }. Split it and put the parts into all.
problem-condition-state-missing = The condition lacks is. Write is: with one of: { $allowed }.
problem-condition-state = In a condition a { $kind } cannot be "{ $found }". Write one of: { $allowed }.
problem-fault-field = { $field } says nothing about the fault { $fault }; it is for { $allowed }. Leave it out, or change the fault.
problem-session-log-line = This line of the session's log is none that drillsim wrote: { $text }. Put back the file as it was recorded.
problem-session-at-alone = --at stands alone. Write --resume DIR with it: a new session branches off the one in DIR.
problem-session-at-form = “{ $value }” is no scenario time. Write H:MM:SS, MM:SS or minutes.
problem-session-branch-beyond = Scenario time { $at } s is not in this record, which goes from 0 to { $end } s. Write a time it reaches, as H:MM:SS or in minutes.
problem-session-none = This folder holds no session. Name a folder with journal.jsonl and session.jsonl.
problem-session-not-applicable = Scenario { $scenario } does not apply to this customer: { $fields } finds nothing. Choose another scenario.
problem-session-port-taken = Port { $port } is taken. Name another one with --port, or 0 for a free one.
problem-session-other-customer = This drill is of the customer { $customer }, and the folder is of { $folder }. Name the folder of the same customer.
problem-session-not-ended = This drill has not ended, so nothing is taken over. End it first; go on with drillsim session --resume.
problem-session-not-begun = This session was broken off before it began; there is nothing to go on with. Open another one.
problem-session-not-the-same = Played again, this line of the record comes out otherwise: another version wrote it, or it was changed. Go on with the version that wrote it.
problem-session-too-many = There are { $most } session folders of this name. Choose another place with --out.
problem-inject-when = An inject comes in one way; found: { $found }. Write one of { $allowed }.
problem-inject-empty = This inject neither tells anybody anything nor changes the world. Write tell and to, or fault.
problem-inject-tell-to = This inject lacks { $missing }. Write whom it is for (to) and the words they hear (tell), or neither.
problem-inject-after-one = after names one thing. Write either inject: with the id of another inject, or step: with the id of a step.
problem-inject-fault-at = The fault of an inject has no moment of its own. Remove at here and write it at the inject.
problem-inject-fault-for = The fault of an inject lasts a fixed time in a drill. Write for: with one time, such as 45 min.
problem-msel-other-scenario = This list belongs to the scenario { $found }; the drill plays { $scenario }. Take the list of that scenario, or correct scenario.
problem-no-such-inject = The list has no inject { $id }. Write one of: { $known }.
problem-inject-target-nothing = This customer has nothing of the kind, so nothing would happen. Write ids this customer has.
problem-inject-target-cannot = { $id } cannot have the fault { $fault }. Correct on, or name another fault.
problem-fault-dip = A dip lacks { $missing }. Write how much voltage is left and how long, such as residual_percent: 40 and for: 200 ms.
problem-fault-neighbour = The action neighbour lacks instead. Write the device that is operated by mistake, such as instead: "102".
problem-condition-store = A condition on a store lacks a level. Write above_percent or below_percent.
problem-condition-not-a-store = above_percent and below_percent are for a store, not for a { $found }. Use is.
problem-need-one-thing = A need names one thing, or one of all, any; this one has: { $found }. Split it and put the parts into all.
problem-need-count-without-any = at_least and kw go with `any`. Write { "{" }any: […], at_least: 2{ "}" }.
problem-need-count-two-ways = A need states both at_least and kw. Keep one of them.
problem-need-count-too-many = at_least: { $count } of { $parts } can never be met. Write a number no greater than the list is long.
problem-need-kw-beyond = { $id } needs { $kw } kW of `any`, but all that is named there has { $most } kW (loads by p_mw, sources by rated_kw; nothing else counts). Write less, or name more.
problem-genset-fails-running = A genset states both mean_time_to_failure and fails_per_running_hour. Keep one of them.
problem-burn-two-ways = `burn` stands beside fuel_l_per_kwh or no_load_burn_percent. Keep the curve or the figures, not both.
problem-burn-points = A burn curve needs at least two points, each with more kW and more litres an hour than the one before. Write for instance burn: [{ "{" }kw: 50, l_per_h: 15{ "}" }, { "{" }kw: 100, l_per_h: 28{ "}" }].

## Between the files

problem-id-twice = The id "{ $id }" is taken at { $first }. Ids are unique within a customer; choose another one.
problem-no-such-id =
    There is no { $what ->
        [switch] switch
        [bus] bus
        [load] load
        [branch] line, transformer or reactor
        [line] line
        [trafo] transformer
        [trafo3w] three-winding transformer
        [impedance] reactor
        [source] source
        [feeder] feeder
        [own-source] own source
        [genset] genset
        [ups] UPS
        [transfer] automatic transfer
        [ats] ATS
        [bus_tie_transfer] bus-tie transfer
        [function] function
        [store] store
        [zone] zone
        [place] place
        [observation] observation
        [channel] channel
        [person] person
        [told] role or person
        [role] role
        [card] card
        [step] step
        [permit] permit
        [resource] resource
        [supply] load, bus or source
        [need] load, function or source
        [outage] line, transformer, reactor, source, bus or load
        [permitted] switch, source or automatic transfer
        [fact] thing with a state
        [sts] STS
        [mobile_genset] mobile genset
        [genset_group] genset group
        [earth] earth
        [protection_group] protection group
        [dc_supply] DC supply
        [connection_point] connection point
        [measure] non-electrical measure
        [order] switching order
        [tier] load-shedding tier
        [branch-or-bus] bus, line, transformer or reactor
        [replaced] load or function
        [drawn] source, load or function
        [brought] mobile genset or store
        [disabled] automatic transfer or protection group
        [for-each] switch, load, function or source
        [zone-member] piece of equipment
       *[other] thing
    } "{ $id }". { $near ->
        [none] There are
       *[other] Did you mean "{ $near }"? There are
    }: { $known }.
problem-wrong-kind =
    "{ $id }" is listed as { $found ->
        [switch] switch
        [bus] bus
        [load] load
        [branch] line, transformer or reactor
        [line] line
        [trafo] transformer
        [trafo3w] three-winding transformer
        [impedance] reactor
        [source] source
        [feeder] feeder
        [own-source] own source
        [genset] genset
        [ups] UPS
        [transfer] automatic transfer
        [ats] ATS
        [bus_tie_transfer] bus-tie transfer
        [function] function
        [store] store
        [zone] zone
        [place] place
        [observation] observation
        [channel] channel
        [person] person
        [role] role
        [card] card
        [step] step
        [permit] permit
        [resource] resource
        [supply] load, bus or source
        [need] load, function or source
        [outage] line, transformer, reactor, source, bus or load
        [permitted] switch, source or automatic transfer
        [fact] thing with a state
        [sts] STS
        [mobile_genset] mobile genset
        [genset_group] genset group
        [earth] earth
        [protection_group] protection group
        [dc_supply] DC supply
        [connection_point] connection point
        [measure] non-electrical measure
        [order] switching order
        [tier] load-shedding tier
        [branch-or-bus] bus, line, transformer or reactor
        [replaced] load or function
        [drawn] source, load or function
        [brought] mobile genset or store
        [disabled] automatic transfer or protection group
        [for-each] switch, load, function or source
        [zone-member] piece of equipment
       *[other] thing
    }; what is due here: { $what ->
        [switch] switch
        [bus] bus
        [load] load
        [branch] line, transformer or reactor
        [line] line
        [trafo] transformer
        [trafo3w] three-winding transformer
        [impedance] reactor
        [source] source
        [feeder] feeder
        [own-source] own source
        [genset] genset
        [ups] UPS
        [transfer] automatic transfer
        [ats] ATS
        [bus_tie_transfer] bus-tie transfer
        [function] function
        [store] store
        [zone] zone
        [place] place
        [observation] observation
        [channel] channel
        [person] person
        [told] role or person
        [role] role
        [card] card
        [step] step
        [permit] permit
        [resource] resource
        [supply] load, bus or source
        [need] load, function or source
        [outage] line, transformer, reactor, source, bus or load
        [permitted] switch, source or automatic transfer
        [fact] thing with a state
        [sts] STS
        [mobile_genset] mobile genset
        [genset_group] genset group
        [earth] earth
        [protection_group] protection group
        [dc_supply] DC supply
        [connection_point] connection point
        [measure] non-electrical measure
        [order] switching order
        [tier] load-shedding tier
        [branch-or-bus] bus, line, transformer or reactor
        [replaced] load or function
        [drawn] source, load or function
        [brought] mobile genset or store
        [disabled] automatic transfer or protection group
        [for-each] switch, load, function or source
        [zone-member] piece of equipment
        [taken-out] source, line, transformer, reactor, bus, switch, transfer or store
        [stand-in] resource or source
        [issue] correction
        [issue-subject] id of the customer
        [tested] thing that can be tested
       *[other] thing
    }. Write the id of one.
problem-no-such-profile = There is no profile "{ $id }". Add it to profiles, which has: { $known }.
problem-transfer-one-switch = "{ $id }" uses the switch { $one } twice. Name different switches.
problem-transfer-no-common-bus = The switches { $one } and { $other } of "{ $id }" have no bus in common, so a transfer would feed nothing. Check both.
problem-tie-joins-other-buses = The tie { $tie } of "{ $id }" does not join the buses of the incomers { $one } and { $other }. Check tie and incomers.
problem-breaker-not-at-terminal = The terminal of "{ $id }" is { $bus }, but the switch { $breaker } stands at { $buses }. Name the switch between terminal and board.
problem-ups-one-bus = Input and output of the UPS "{ $id }" are the same bus, { $bus }. Name the bus that feeds it and the bus it feeds.
problem-mode-both = The mode "{ $mode }" wants switch { $id } both open and closed. Delete one of the two.
problem-store-overfull = The store "{ $id }" holds { $level } l, more than its capacity of { $capacity } l. Check both figures.
problem-inflow-levels = The inflow of "{ $id }" starts at or above the level where it stops. Make starts_below_percent smaller than stops_above_percent.
problem-store-circle = Stores fill one another in a circle: { $circle }. Take one of the links out.
problem-way-to-itself = This way leads from "{ $place }" to itself. Correct or delete it.
problem-way-twice = The way from "{ $one }" to "{ $other }" is given twice. Keep one.
problem-no-way = There is no way from "{ $one }" to "{ $other }", where step { $step } is done. Add it to travel.
problem-target-missing =
    The step does not say what to { $verb }. Write the id of a { $what ->
        [switch] switch
        [bus] bus
        [load] load
        [branch] line, transformer or reactor
        [line] line
        [trafo] transformer
        [trafo3w] three-winding transformer
        [impedance] reactor
        [source] source
        [feeder] feeder
        [own-source] own source
        [genset] genset
        [ups] UPS
        [transfer] automatic transfer
        [ats] ATS
        [bus_tie_transfer] bus-tie transfer
        [function] function
        [store] store
        [zone] zone
        [place] place
        [observation] observation
        [channel] channel
        [person] person
        [role] role
        [card] card
        [step] step
        [permit] permit
        [resource] resource
        [supply] load, bus or source
        [need] load, function or source
        [outage] line, transformer, reactor, source, bus or load
        [permitted] switch, source or automatic transfer
        [fact] thing with a state
        [sts] STS
        [mobile_genset] mobile genset
        [genset_group] genset group
        [earth] earth
        [protection_group] protection group
        [dc_supply] DC supply
        [connection_point] connection point
        [measure] non-electrical measure
        [order] switching order
        [tier] load-shedding tier
        [branch-or-bus] bus, line, transformer or reactor
        [replaced] load or function
        [drawn] source, load or function
        [brought] mobile genset or store
        [disabled] automatic transfer or protection group
        [for-each] switch, load, function or source
        [zone-member] piece of equipment
       *[other] thing
    } as target.
problem-target-not-due = "{ $verb }" takes no target. Delete it, or use another verb.
problem-find-not-due = "{ $verb }" has no use for find: { $what }. Use it with { $verbs }, or write the switches in target.
problem-find-and-target = Step { $step } finds its targets itself and names targets too. Write find, or target or for_each, not both.
problem-target-wrong-kind =
    The verb { $verb } does not go with a thing of the kind { $found ->
        [switch] switch
        [bus] bus
        [load] load
        [branch] line, transformer or reactor
        [line] line
        [trafo] transformer
        [trafo3w] three-winding transformer
        [impedance] reactor
        [source] source
        [feeder] feeder
        [own-source] own source
        [genset] genset
        [ups] UPS
        [transfer] automatic transfer
        [ats] ATS
        [bus_tie_transfer] bus-tie transfer
        [function] function
        [store] store
        [zone] zone
        [place] place
        [observation] observation
        [channel] channel
        [person] person
        [role] role
        [card] card
        [step] step
        [permit] permit
        [resource] resource
        [supply] load, bus or source
        [need] load, function or source
        [outage] line, transformer, reactor, source, bus or load
        [permitted] switch, source or automatic transfer
        [fact] thing with a state
        [sts] STS
        [mobile_genset] mobile genset
        [genset_group] genset group
        [earth] earth
        [protection_group] protection group
        [dc_supply] DC supply
        [connection_point] connection point
        [measure] non-electrical measure
        [order] switching order
        [tier] load-shedding tier
        [branch-or-bus] bus, line, transformer or reactor
        [replaced] load or function
        [drawn] source, load or function
        [brought] mobile genset or store
        [disabled] automatic transfer or protection group
        [for-each] switch, load, function or source
        [zone-member] piece of equipment
       *[other] thing
    } ("{ $id }"). Possible targets: { $known }.
problem-set-without-to = set does not say to which position. Write to: auto, manual, off or on.
problem-role-without-people = Nobody holds the role "{ $role }". Name people in held_by.
problem-role-other-side = The role "{ $role }" belongs to the { $side }, but "{ $person }" is with the { $theirs }. Name somebody else, or correct the role's side.
problem-supervisor-same-person = Operator { $operator } and supervisor { $supervisor } are one and the same person ({ $person }). Supervision takes a second person; add one to either role.
problem-after-circle = These steps wait for each other, so none can begin: { $circle }. Take one after out.
problem-branch-to-itself = Step { $step } leads to itself when it fails. Name another step.
problem-for-each-one-list = for_each takes one list: either devices or places. Write one of the two.
problem-for-each-twice = for_each names { $item } twice, so two instances would have one name. Take one out.
problem-for-each-and-target = With for_each over devices, each device is the target itself. Take target out.
problem-for-each-empty-place = None of the step's targets stands in { $place }. Give the device that is meant its place in site.yaml, or take the place out of for_each.
problem-for-each-other-list = for_each waits for step { $step }, item by item, but that step has none for { $item }. Give both steps the same list, or write after without items.
problem-decide-without-options = Step { $step } decides, but has nothing to choose from. Write options, each with a name and, but for the last, a when.
problem-options-not-due = { $verb } decides nothing, so it takes no options. Write do: decide, or take options out.
problem-option-other-card = Option leads to step { $step }, which is no other step of card { $card }. Name steps of the same card that come after the decision.
problem-wait-without-until = Step { $step } waits for nothing. Write until: with a condition, or takes: with a time.
problem-until-not-due = { $verb } does not wait, so it takes no until. Write do: wait, or use requires; to repeat the step until then, write every: beside it.
problem-every-not-positive = A step is repeated after some time, not after none. Write a time above zero, such as every: 30 min, or take every out.
problem-every-at-wait = A wait lasts until what it waits for is so; it is not repeated. Take every out, or put it at a check or report.
problem-every-at-decision = A decision is not repeated: what follows from it is done once. Put every at a check or report, or give the card again: true with this decision in it.
problem-message-other-role = The message of step { $step } is awaited from { $role }, but { $sender } sends it. Name the role that does the step.
problem-branch-waits-for-successor = Step { $branch } answers the failure of { $step }, but itself comes after it: { $way }. Neither would begin. Take the after out of { $branch }; it starts by itself when { $step } fails.
problem-order-one-person = Only { $person } could check order { $order }, and he writes it. Checking takes a second person; add one to either role.

## The register

problem-register-number =
    "{ $key }" is not the number of an entry. { $mend ->
        [none] Entries stand at the top of the file, each under a number such as W-0001.
       *[other] Write { $mend }.
    }
problem-register-code =
    There is no weak-point code "{ $code }". { $near ->
        [none] See drillsim explain
       *[other] Did you mean { $near }? See drillsim explain
    } for the codes.
problem-register-own-code = { $code } tells of the register itself, so it is no entry of it. Enter the weak point that is overdue or came back.
problem-register-subject =
    There is nothing called "{ $subject }" at this customer. { $near ->
        [none] Name
       *[other] Did you mean "{ $near }"? Name
    } the id the weak point is about; where it has been taken out of the plan, close the entry (status done, with closed) or reject it with a reason.
problem-register-clause = The plan has no clause "{ $clause }". Take one of: { $known }; leave clause out where the plan has none.
problem-register-scenario =
    There is no scenario "{ $name }". { $near ->
        [none] Take
       *[other] Did you mean "{ $near }"? Take
    } one of: { $known }.
problem-register-before = { $field } ({ $day }) lies before { $other } ({ $since }). Correct one of the two dates.
problem-register-not-closed = A { $status } entry needs the day it was closed. Write closed: with a date, or status: in_progress.
problem-register-open-closed = The entry is { $status }, but has a day it was closed. Write status: done, or take closed out.
problem-register-no-reason = A rejected entry does not say why. Write reason: with the words of the meeting.
problem-register-twice = { $first } is already about { $code } at { $subject }; the same code and subject are one entry. Put them together under { $first }.
problem-register-issue-twice = { $issue } in customer.yaml is already about { $code } at { $subject }. Keep the one in the register and take { $issue } out of issues, or the other way round.
problem-register-expects-nothing = An expectation names neither load nor function. Add one of them, or write expect: not_said.
problem-register-changed = The register has changed since it was read, and nothing was written. Run the command again.
problem-register-closed-later = The entry was closed on { $closed }, after { $day }. Give --as-of a later day, or correct the date.

## The next version of a plan

problem-no-such-change =
    There is no recommendation "{ $id }". { $near ->
        [none] Take
       *[other] Did you mean { $near }? Take
    } one of: { $known }.
problem-no-change-chosen = No recommendation is named. Name at least one by its id, as the report lists them.
problem-change-rejected = Re-runs do not support this change, so it is not written. Take another one, or change the files by hand.
problem-change-without-edit =
    This change cannot be written into the files: { $kind ->
        [purchase] a purchase is decided and built first. Change site.yaml and the network file when it stands.
       *[other] it is a wording for the meeting, without an edit. Write it into the plan by hand.
    }
problem-change-of-figures = Change { $id } ({ $kind }) touches figures that no such change may touch: { $figures }. Take the recommendation as the run gave it: run the scenario again.
problem-change-of-version = Change { $id } touches what says which version this is and who stands for it. Take the recommendation as the run gave it: run the scenario again.
problem-change-does-not-fit =
    Change { $id } does not fit this file any more. { $clause ->
        [none] Run
       *[other] It is about clause { $clause }. Run
    } the scenario again and take a change from that run.
problem-changes-collide =
    Changes { $one }{ $clause ->
        [none] {""}
       *[other] {" "}(clause { $clause })
    } and { $other }{ $other_clause ->
        [none] {""}
       *[other] {" "}(clause { $other_clause })
    } do not go together: both change this place. Apply one of them, run again, and see whether the other is still needed.
problem-changed-since-run = This file has changed since run { $run }, which the changes come from. Run the scenario again and take the changes from that run.
problem-version-without-number = The version "{ $version }" has no number to raise. Write one with numbers, such as 3.1.
problem-version-kept-already = { $kept } is there already, so version { $version } cannot become { $next }. Write a version that no folder below history has, above all of them.
problem-version-is-kept = This is a kept version of the plan and stays as it is. Give the customer's folder, { $root }.
problem-edition-left-behind = With the changes asked for, version { $new } no longer carries this edition; where it does not fit is told beside this. Nothing was written. Amend the edition first, or leave the change out.
problem-edition-cannot-say = An edition has no way to say these changes: { $ids }. Nothing was written. Write them into the edition by hand, or revise the plan itself, without --edition.
problem-register-open-later = This entry was entered, or came back, on { $since }; the revision is put on record on { $day }. Give --as-of a day no earlier.
problem-revise-other-edition = { $played ->
    [none] { $recorded } was played with the plan itself, without an edition. Leave --edition out, or play it with that edition first.
   *[other] { $recorded } was played with edition { $played }. Write --edition { $played }.
 }
problem-folder-in-use = Another drillsim is writing into this folder. Nothing was written; try again when it has ended.
problem-changed-meanwhile = This file has changed since it was read. Nothing was written; begin again.
problem-changed-before-it-came =
    Version { $version } was being written when drillsim was stopped, and this file has been changed by hand since. Put your change into
    { $waiting } and this file back to what it was; or delete history/.pending to stay with the files as they are.
problem-pending-unreadable = This file says what is left to write after a stop, and cannot be read. Delete the folder it lies in to stay with the files as they are.
problem-change-finished = drillsim was stopped while it wrote version { $version } of the plan; this is finished now. Nothing more is to be done.
problem-change-read-through = drillsim was stopped while it wrote version { $version } of the plan, and cannot finish because the folder cannot be written. Version { $version } is read; any command finishes it once the folder can be written.
problem-changes-json-missing = The changes of this run lie nowhere: it was not played again, or by a version that did not keep them. Run the scenario once more, without --no-proofs.
problem-changes-json-unreadable = This cannot be read: the file has been edited, or belongs to another version. Run the scenario again.

## Editions

problem-edition-verbs = { $said ->
    [none] This change does nothing
   *[other] This change says several things at once ({ $said })
}. Write exactly one of set, append, insert and remove: true.
problem-edition-insert-where = Where the new entry stands is not clear. Write insert with either before or after and the id of an entry; with the other verbs neither.
problem-edition-until = The last day ({ $last }) lies before the first ({ $first }). Put from and until in order.
problem-edition-other-version = This edition belongs to version { $of }, the plan is version { $version }. Look through its changes, then write of: "{ $version }".
problem-edition-no-mode = There is no operating mode "{ $mode }".{ $near ->
    [none] {""}
   *[other] {" "}Did you mean "{ $near }"?
} site.yaml has: { $known }.
problem-edition-misfit = There is nothing called "{ $part }" at this place, so this change no longer fits.{ $near ->
    [none] {""}
   *[other] {" "}Did you mean "{ $near }"?
} Write keys with dots between, entries of a list by their id, a card or step by its id alone.
problem-edition-no-list = "{ $at }" is no list, so nothing can be added to it. Name a list, or use set.
problem-edition-renames = An edition does not rename anything: "{ $at }" would take another id. Keep the id, or add a new entry with append.
problem-no-such-edition = There is no edition "{ $name }" here.{ $near ->
    [none] {""}
   *[other] {" "}Did you mean "{ $near }"?
} The folder editions holds: { $known }.
problem-argument-edition-beside = { $flag } is about the plan as it always holds, an edition about some days. Leave one of the two out.
problem-compare-json-unreadable = The comparison in this folder is damaged, or another version wrote it. Compare again with drillsim compare.
problem-revise-json-unreadable = What lies here of a search for changes is damaged or was written by another version. Search again with drillsim revise.
problem-revise-files-changed = This file is not the one of { $recorded }, which the changes are to be for. Run it again with the files as they are, or give the files it was run with.
problem-revise-run-not-completed = This run did not come to its end, or its scenario does not apply; no change can be supported by it. Run it again.
problem-revise-no-draws = In this campaign no luck was drawn, so there is no run to repeat. Run the campaign with --draws.
problem-apply-without-date = The record of changes carries a date, and no clock is read. Add --as-of with the day of the decision, such as --as-of 2026-10-01.

problem-papers-of-another-folder = This folder has no such papers: { $kinds }. It has: { $known }.
problem-papers-not-for = The copy for { $recipient } holds no such papers: { $kinds }. It may hold: { $known }.
problem-papers-classified = The customer is marked “{ $classification }”, so no copy for outside is written. Whoever set the mark decides what may leave; change classification in customer.yaml first.
problem-argument-json-of-one = --json is for one folder at a time. Name them one by one.
problem-argument-format-of-campaign = { $path } is the folder of a campaign or a comparison; the papers are those of one run. Name the folder of a run.
problem-pdf-no-printer = Nothing on this machine prints a PDF. Install WeasyPrint (with Pango), Edge or Chromium; or write docx or html and print that.
problem-pdf-not-printed = { $browser } has not printed the page. Write docx or html and print that.
problem-template-unreadable = The template cannot be read. Name a .docx file.
problem-template-no-word = This is no Word file (.docx) without macros, embedded objects or parts fetched from elsewhere. Save it as .docx and name that.

## Workbooks that come back

problem-office-program = The file runs programs or holds other files (part { $part }), and was not opened. Save it without macros, embedded objects and links to other workbooks (in Excel: Data, Edit Links, Break Link), as .xlsx or .docx.
problem-office-fetches = The file fetches something from elsewhere (part { $part }), and was not opened. Break its links (in Excel: Data, Edit Links, Break Link) and save it again.
problem-workbook-huge = The workbook holds more than { $limit } cells, or merges or links a range beyond all measure, and was not opened. Delete empty rows and columns that are only formatted, and save it again.
problem-book-unmarked = The workbook does not say that drillsim wrote it to come back: the hidden sheet "drillsim" is missing. Have it written again and edit that file: drillsim export for a customer (with --msel for injects), drillsim report RUN_DIR --kind improvement-list --format xlsx for the list of a run. The list of a drill goes into the register by drillsim session --take-over.
problem-book-newer = The workbook has format { $format }, which this version does not know. Take the drillsim that wrote it, or have it written again.
problem-book-kind = A workbook of kind "{ $kind }" does not go back into a customer's files. Give the improvement list, a list of injects or the customer.
problem-book-not-customer = A workbook of kind "{ $kind }" holds no customer. Give one that drillsim export wrote.
problem-book-other-customer = The workbook is about { $found }, not about { $folder }. Name the folder it belongs to.
problem-book-sheet = The workbook has no sheet "{ $sheet }" any more, and no single one with its head. Give the sheet its name back.
problem-book-columns = Sheet "{ $sheet }" lacks columns: { $titles }. Put them back with these titles; they may stand in any order.
problem-cell-formula = The cell holds a formula ({ $value }), and its result is not read. Put in the value itself (copy, then paste as values).
problem-cell-error = The cell holds a failed formula ({ $value }). Put in the value itself.
problem-list-not-kept = This column does not go back into the register; it said: { $before }. Put it back, and write what is to be done under Measure, and remarks under Verified, reason.
problem-list-row-unknown = The row names neither code nor subject, so nothing can be entered. Fill in both, or take the row out.
problem-list-row-twice = Row { $line } is about the same code and subject and was changed too. Put both into one row.
problem-list-conflict = The register has changed since this list was written: { $number } now says { $now }. Look at both, put what holds into register.yaml or write the list anew.

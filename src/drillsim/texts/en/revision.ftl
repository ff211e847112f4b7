# Recommendations: new wordings of clauses in the plan's own manner, the usual answer to every weak point, and why a
# change is proposed, rejected or untested.

## Wordings that come with an edit

revision-new-call-with = { $text }; in the same call { $role } is called in, repeats it and says when they come
revision-new-call-first = { $by }: within 5 min call in { $role } by phone until they say that they come, whatever the cause turns out to be
revision-new-post = { $role }: one person more on duty, { $from_ } to { $to }, in { $place }
revision-old-post = { $role } is held by { $people ->
    [one] one person
   *[other] { $people } people
}
revision-added-person = { $role } (post added)
revision-new-holder = { $role } may also be { $person }, once trained{ $certificate ->
    [none] {""}
   *[other] {" "}and certified ({ $certificate })
}{ $other ->
    [yes] {" "}(another trade: a matter for the meeting)
   *[no] {""}
}
revision-new-by = { $text } (done by { $role })
revision-new-restart-by = { $function } is restarted by { $role }, once trained
revision-old-restart-by = { $function } is restarted by { $role }
revision-new-supply-first = Clauses { $moved } come { $after ->
    [none] first
   *[other] right after { $after }
}, their time limits and criteria unchanged; before “{ $act }”, { $point } is confirmed open (in place of { $opened }). Clauses { $later } follow them with whatever permit and second person they had, and the card stays active until they are done.
revision-new-request = { $role }: ask { $to } ahead for the permit for { $devices }, before going to the switch room
revision-new-report-first = { $by }: report to { $role } by phone first: what was lost, what is dead
revision-new-channel = { $text } (reach { $role } by { $channel })
revision-new-tell = { $text }; tell { $role } the result
revision-new-ask = { $text } (what is not known is asked for by phone)
revision-new-no-wait = { $text } (without waiting for the other side's word)
revision-new-display-supply = { $display } is fed together with { $load }, which stays supplied
revision-old-display-supply = { $display } is fed with { $loads }
revision-new-show-source = The state of { $thing } is shown and sounds an alarm in { $place }
revision-new-show-store = The level of { $thing } is shown and sounds a low-level alarm in { $place }
revision-new-look-from-afar = Confirm the state of { $things } on the display in { $place } instead of going there{ $wired ->
    [no] {""} ({ $things } to be connected to it)
   *[yes] {""}
}
revision-new-battery = { $ups }: battery of { $kwh } kWh
revision-old-battery = { $ups }: battery of { $kwh } kWh
revision-new-second-set = { $set }: a second set of { $kw } kW at its terminals, called by { $called } like the first, from the same tank, which holds half as much again (in the room no more than 1 m³), its pump starting at 80 %; started monthly under load
revision-added-set = Standby of { $set } (added)
revision-new-larger-set = { $set }: { $vehicle ->
    [yes] a vehicle of { $kw } kW or more by agreement, with cables and box for as much
   *[no] a set of { $kw } kW or more
}
revision-old-larger-set = { $set }: { $kw } kW
revision-new-larger-sets = Sets for what hangs on them: { $sets } or more; start, first load step and settings of the board checked, tried under load once
revision-old-larger-sets = { $sets }
revision-set-of = { $set } { $kw } kW
revision-new-takes-its-step = { $set } takes { $percent } % of its rating ({ $kw } kW) in one step: nameplate and figures compared, governor, turbocharger and voltage regulator put right by the maker; shown with a load bank, voltage and frequency recorded, and again every year
revision-old-takes-its-step = { $set }: takes { $percent } % of its rating in one step
revision-new-plug = { $box }: plug { $plug } as on { $vehicle }; a real connection once a year
revision-new-cable = { $vehicle }: cables of { $m } m, as { $box } needs from where the vehicle stands; a real connection once a year
revision-new-agreed-sooner = { $resource }: by agreement on site { $storm ->
    [yes] in a storm too{" "}
   *[no] {""}
}within { $wanted_ms } of being called (usual time), the called side reports how far it has come; tried once a year
revision-old-agreed-sooner = { $resource }: on site { $now_ms } after being called (usual time)
revision-new-kept-free = { $resource }: kept for this customer when a storm is forecast, by agreement; a second supplier named
revision-new-renewed = { $resource }: agreement renewed to { $until }; the date is looked at every quarter
revision-old-renewed = { $resource }: agreement until { $until }
revision-new-called-ahead = { $by }: within 5 min of this card's start ask { $to } for the generator vehicle, without waiting whether the set starts by hand, and have it read back; called off once own supply feeds
revision-new-store = { $store }: { $level } L kept in it (capacity { $capacity } L); in the set's room no more than 1 m³, the rest in a tank outside
revision-old-store = { $store }: { $level } L in it (capacity { $capacity } L)
revision-new-kept-full = { $store } is kept at { $percent } % ({ $level } L) or more: { $role } checks and notes the level each shift; below it, it is refilled within 24 h
revision-old-kept-full = { $store }: { $level } L in it
revision-new-delivery = New card: { $order }. { $fill }{ $agreed ->
    [none] {""}
   *[other] . Settled first: { $agreed }
}
revision-new-delivery-title = Fuel into { $store } when own supply lasts long
revision-new-delivery-order = { $role }: once { $many ->
    [yes] any of { $boards }
   *[no] { $boards }
} has been dead for { $held_ms }{ $carried ->
    [none] {""}
   *[other] {" "}and { $carried } live for { $fed_ms }
}, call by “{ $resource }” within 15 min for fuel into { $store }, and again every { $every_ms } until the mains are back and it is called off; the supplier reads back when the tanker arrives{ $to ->
    [none] {""}
   *[other] , and { $to } is told
}
revision-new-delivery-fill = { $role }: within { $within_ms } of the tanker's arrival discharge into { $store }, after a sample was looked at; level noted before and after, success: it has risen; again every { $every_ms } until this card ends{ $taught ->
    [none] {""}
   *[other] {" "}(instructed in discharging beforehand, on record; { $taught } stays with the sets)
}
revision-new-delivery-repeated = { $again }{ $begun ->
    [none] {""}
   *[other] . { $begun }
}{ $agreed ->
    [none] {""}
   *[other] . Settled first: { $agreed }
}
revision-new-delivery-again = { $role }: while { $many ->
    [yes] any of { $boards }
   *[no] { $boards }
} is dead, fill { $store } again every { $every_ms } by “{ $resource }”, after a sample was looked at; success: the level has risen; until the mains are back
revision-new-delivery-begun = Card { $card } is also begun by { $role } once { $many ->
    [yes] any of { $boards }
   *[no] { $boards }
} has been dead for { $held_ms }{ $carried ->
    [none] {""}
   *[other] {" "}and { $carried } live for { $fed_ms }
}, without waiting for a low level
revision-new-delivery-agreed = Agreed with the fuel supplier as “{ $resource }”: at { $store } within { $wanted_ms } of the call (usual time), again at the interval that is settled, in a storm too; tried once a year
revision-added-delivery = emergency delivery into { $store }
revision-new-delivery-renewed = “{ $resource }” renewed to { $until }; the date is looked at every quarter
revision-new-filled-from-above = { $store }: filled by itself from { $above } by { $pump } ({ $rate } L/min or more), on at { $low } %, off at { $high } %; level alarm tested and filling tried once under load
revision-old-filled-from-above = { $store }: nothing fills it
revision-new-in-service = { $source } is back in service in mode { $mode }, tried under load once; it is taken out again only as a planned outage with a substitute in place first
revision-new-standby-back = In mode { $mode } { $source } stands by live: taken out of it only as an outage agreed beforehand, with substitute supply in place; presence of voltage checked every shift, the transfer to it tried once a year
revision-old-out-of-service = { $source } is out of service in mode { $mode }
revision-new-ordered-at = { $card }: starts when { $store } or the tank above it is at { $percent } %, so that the delivery is ordered by then
revision-new-feed = { $loads }: fed from { $board }, which own supply feeds; load and settings of the board checked, tried under load once
revision-new-two-boards = { $loads }: fed from { $board } too, with a changeover at the load between the two supplies; room on the board checked, the changeover tried under load twice a year
revision-new-feed-larger = { $loads }: fed from { $board }, which own supply feeds; for that { $set } is replaced by a set of { $kw } kW ({ $now } kW now); start, first load step and settings of the board checked, tried under load once
revision-new-onto-ups = { $load }: fed from the output of { $ups }; its rating and battery checked with this load, a discharge under load once a year
revision-new-onto-both = { $loads }: fed from { $own } and { $other } by two cords or a static transfer switch, each able to carry all of it; rating and battery of { $other } checked, one side switched off and on again once a year
revision-new-route = { $way }: laid outside { $zone }, apart from { $other } all the way to the switch room
revision-new-board-out = { $transfer } with its board ({ $many } buses, switches and loads in all): moved out of { $zone }
revision-new-moved-out = { $thing }: moved out of { $zone }, or watertight there
revision-new-own-drive = { $transfer }: driven and controlled from the live side, with a control unit of its own, without { $supply }; tried every quarter with { $supply } off
revision-old-own-drive = { $transfer }: controlled from { $supply }
revision-new-dc-battery = { $supply }: battery for { $wanted_ms }, discharge test every year
revision-old-dc-battery = { $supply }: battery for { $now_ms }
revision-new-reserve = { $function }: reserve for { $wanted_ms } without { $other }; level looked at every shift
revision-old-reserve = { $function }: reserve for { $now_ms } without { $other }
revision-new-one-more = { $resource }: { $n } kept, places and keepers listed
revision-old-one-more = { $resource }: { $n }
revision-new-remote = { $devices }: operated from { $place } by remote control, position shown there; permit and second person as before (“{ $text }”)
revision-new-larger-ups = { $ups }: rated { $kw } kW
revision-old-larger-ups = { $ups }: rated { $kw } kW
revision-new-in-groups = After a dip the motors start one after the other, each when the one before has run up: { $order }
revision-new-soft-start = { $load } ({ $kw } kW): started by a soft starter or drive, at most { $kva } kVA while it runs up ({ $now } kVA now); nameplate and settings checked, start under load tried once and recorded
revision-old-soft-start = { $load }: { $now } kVA while it runs up
revision-new-larger-branch = { $element }: rated for what it carried in this run ({ $percent } % of today's rating), or a second one beside it
revision-new-second-ups = A second UPS beside { $ups }, each of them carrying half, so that one alone carries all
revision-new-practised = { $text } (practised twice a year; done within { $wanted_ms } instead of { $now_ms })
revision-new-shed = { $role }: within 10 min shed { $loads }, in this order, before own supply is loaded, until the rest is within its rating; read the load
revision-new-pump = { $role }: within 30 min check that { $pump } is on automatic; if not, put it to automatic and read the selector; after every maintenance or test, positions as left are checked against a list by a second person
revision-new-fault-blocking = { $transfer }: blocked by the bus protection
revision-new-graded = { $device } trips after { $wanted_ms }, one grading step before { $upstream }
revision-old-graded = { $device } trips after { $due_ms }
revision-new-release-delay = Under-voltage releases of { $devices } act after { $wanted_ms } only
revision-new-return-manual = { $transfer }: return to the normal side by hand, at a time agreed with the users
revision-old-return-auto = { $transfer }: returns to the normal side by itself after { $after_ms }
revision-new-enabled = { $transfer } is in service
revision-old-disabled = { $transfer } is out of service
revision-new-enable-step = { $role }: within 10 min check that { $transfer } is in service; if not, put it in service and read its sign
revision-new-transfer = If the board is still dead: { $role } puts { $transfer } to manual within 15 min and transfers it to the side that is live, until the board is live
revision-new-check = { $text }; confirm on the spot that it has worked
revision-new-branch = If “{ $text }” fails: report to { $role } within 5 min, have it read back, and { $then ->
    [stop] do none of the steps after it
   *[continue] go on with the next step
}
revision-new-sooner = { $text }; { $first ->
    [yes] done before “{ $before }”
   *[no] begun beside “{ $before }”, without waiting for it
}
revision-new-card = New card: { $loads } without supply. { $by } starts it and reports to { $role }
revision-new-card-title = { $loads } without supply
revision-new-shed-before = { $role }: before “{ $text }” shed { $loads }, in this order, within 10 min; read the load afterwards
revision-new-supervisor = { $text } (supervised by { $role })
revision-new-open-first = Before “{ $text }”: open { $switches } and confirm that they are open
revision-new-as-said = { $text } (operated: { $switches }, as the clause and its check say, not { $wrong })
revision-new-settings = { $transfer }: set to { $settings }; the ladder of delays checked, setting sheet signed, tried once on a planned outage
revision-old-settings = { $transfer }: { $settings }
revision-short-store = { $store } lasts { $lasts_ms }; { $limits } ask for { $asked_ms }.
revision-not-ready = { $thing } did not stand ready, before { $limits }.
revision-new-in-automatic = { $set }: selector at automatic, called by { $called }; position looked at every shift, alarm when it is not at automatic
revision-old-in-automatic = { $set }: selector at { $control ->
    [auto] automatic
    [manual] manual
   *[off] off
}, { $called ->
    [none] called by no transfer
   *[other] called by { $called }
}
revision-new-racked-in = { $switch }: truck in the working position, looked at every shift and after every work on it
revision-old-racked-in = { $switch }: truck { $position ->
    [test] in the test position
   *[withdrawn] withdrawn
}
revision-new-ready = { $set }: ready for load within { $wanted_ms } of its call; preheating, starting battery and governor put right by the maker, start timed every month
revision-old-ready = { $set }: ready for load after { $now_ms }
revision-new-online = { $ups }: on its inverter; maintenance bypass only for work, with somebody beside it, back before they leave
revision-new-charged = { $ups }: charger and battery put right and charged, alarm below 95 %, discharge tested every year
revision-old-charged = { $ups }: charged to { $now } %
revision-new-cleaned = { $store }: emptied, cleaned and filled anew; sampled every quarter, filters changed
revision-new-capacity = { $feeder }: the supply company gives { $kw } kW over it in an emergency ({ $now } kW now); written into the supply agreement, settings of both sides checked
revision-old-capacity = { $feeder }: { $now } kW
revision-new-other-side-first = Before “{ $text }”: open { $switch } and confirm that it is open; not closed while it is closed or its position is unknown
revision-new-post-at = { $person } is on duty in { $place }
revision-old-post-at = { $person } is on duty in { $place }
revision-new-measure = { $role }: where { $thing } is still without supply after { $after_ms }, apply “{ $measure }”{ $place ->
    [none] {""}
   *[other] {" "}in { $place }
} within 5 min (not begun after 10 min: no more); applied once it has taken the place of { $thing }{ $to ->
    [none] {""}
   *[other] ; report it to { $to } and have it read back
}
revision-new-measure-title = { $measure } instead of what is without supply
revision-new-restored = { $role }: once { $buses } is live again, switch { $loads } on again within 10 min; done when it shows live
revision-new-trigger = Card { $card } is also begun by { $role } when { $mains } is dead and { $board } has been dead for { $held_ms } on the display, without going to look at { $source } first
revision-new-called-earlier = { $role }: within 5 min of “{ $after }” ask { $to } to send “{ $resource }” ahead, whatever comes of “{ $needless }”; call it off when that has succeeded
revision-new-cards = { $text } (where card { $first } is under way, only after “{ $step }” has been done or has failed)
revision-new-told = { $text }; right after it, tell { $role } by { $channel } how { $facts } stand, and have it read back
revision-new-restart-order = { $role } restarts { $first } before { $then }, which follows once that is normal
revision-new-staged-open = { $role }: before “{ $text }”, while { $board } is dead, open { $switches } and confirm that they are open
revision-new-staged-close = { $role }: once { $board } is live, close { $order } in this order, each 1 min after the one before, voltage and frequency steady in between
revision-new-staged = { $role }: before “{ $text }” open { $switches } and confirm that they are open; once { $board } is live, close { $order } in this order, each 1 min after the one before, voltage and frequency steady in between
revision-new-put-back = { $board } dead though { $switch } should feed it: { $role } looks at { $switch } in { $place } within 20 min; open, without tag, earth or signal of protection: closes it within 10 min and confirms { $board } live; otherwise it stays open and is reported. Positions are compared with the mode at every shift change
revision-new-put-back-look = { $role }: while { $board } is dead, see in { $place } whether { $switch } is closed
revision-new-put-back-close = { $role }: { $switch } open, without tag, earth or signal of protection, { $board } dead: close it and confirm that it is closed
revision-new-closed-by-hand = { $set } at voltage and frequency: { $role } closes { $breaker } { $together ->
    [yes] on the synchroscope
   *[no] while { $board } is dead
} within 5 min and confirms on the spot that it is closed; otherwise it stays open, reported within 5 min
revision-new-standing = Dispatch agreement: where { $devices } is dead on both sides, opening it by { $by } for accident handling counts as permitted and is reported to { $to } within 5 min; closing is excluded and takes the permit as before
revision-new-standing-report = { $by }: within 5 min of opening { $devices }, report to { $to } that it is open, and have it read back
revision-new-standing-word = { $by }: tell { $to } by telephone that { $devices } is dead on both sides and is going to be opened; do not wait for an answer
revision-new-relayed = { $text } ({ $role } tells { $to } within 5 min of the word of { $by }, who goes on)
revision-new-relayed-first = { $by }: on the way, tell { $role } by { $channel } within 1 min what is lost and what is dead, and have it read back
revision-new-deputy = { $role }: { $person } is named second holder (B) beside { $first }, stands in where that one is not on duty, and is entered in the roster and the contact list
revision-new-back-on-word = { $teller } tells { $role } that a source is back { $first ->
    [none] by { $channel }
   *[other] by { $first }, and by { $channel } where that gives no answer
}; on this word, without waiting for the display, { $role } begins card { $card } and looks in { $place } whether { $buses } is live before anything is operated; what is dead there is not closed
revision-new-back-look = { $role }: in { $place }, see by the voltage indicators whether { $buses } is live; what is dead stays as it is
revision-new-second-way = { $role } reaches { $to } by { $channel } where { $first } gives no answer; both ways are called once a month
revision-new-refuel = Card { $card } is begun by { $role } when { $store } is below { $percent } % (until now { $now } %); its steps go by the same level

## The usual answer to each weak point

revision-new-S01 = The two sources may fail together; when they do, go straight to the card for the own supply
revision-new-S02 = Check daily that { $subject } is live; no work on it while the other source stands alone
revision-new-S03 = Shed by the list of priorities before closing, so that { $subject } stays within its rating (in this run { $loading_percent } %)
revision-new-S04-joined = Before { $joined } is closed, compare vector group, ratio and phase angle of both sides of { $subject }; do not join what differs
revision-new-S04 = After the transfer, correct the voltage of { $subject } by tap or capacitor, or shed
revision-new-S07 = { $subject } has to last at least { $mains_away_ms }: more fuel or battery, or a generator vehicle by agreement
revision-new-S08 = State for { $subject } what it bears and for how long, or shed before it comes to that; { $limits } depend on it
revision-new-A01 = { $subject }: a card for transferring by hand with a time limit, practised twice a year; a bypass
revision-new-A02 = { $subject }: list of switch positions and links to be checked at every change of operating mode
revision-new-A03 = { $subject } is blocked by the bus protection; trip accelerated after closing
revision-new-A04 = Settings of { $subject } checked jointly with the supply company
revision-new-A05 = Under-voltage releases delayed by 0.5 s; a round for closing and starting again after a dip, in order of importance: { $devices }
revision-new-A06 = Re-acceleration in groups, with the seconds between them, in a table for restoring: { $loads }
revision-new-A07 = Return to normal at a time agreed with the users; UPS batteries at 80 % or more first
revision-new-A08 = { $subject }: discharge test every year; what hangs on it ({ $needing }) is closed by hand, with the spring charged by hand, in a step of its own
revision-new-A09 = { $subject } is fed from a UPS; without it, look on the spot or ask by phone
revision-new-G01 = { $subject }: start monthly under load, replace the starting battery by age, second starting battery
revision-new-G02 = { $subject }: renew parts over ten years old, check cooling and relays yearly; criterion for stopping before damage; a second set or a place for a mobile one
revision-new-G03 = Order fuel when { $store } is at 50 %, from two suppliers under contract
revision-new-G04 = After every maintenance or test, positions as left are checked against a list and by a second person; { $pump }: on automatic and on the emergency board, low level alarm where somebody sits; hand pump at hand
revision-new-G05 = { $subject }: flood barriers and pumps; what must go on working is moved out of it
revision-new-G06 = { $subject }: load in steps, heavy motors last; the rest is shed beforehand
revision-new-G07 = { $subject }: at least { $least_percent } % load, by a load bank where need be; an hour at half load afterwards
revision-new-G08 = { $subject }: batteries tested every quarter, replaced at 80 % of capacity; enough for { $needed_ms }
revision-new-G09 = { $subject }: loads split over two units; bypass tested yearly
revision-new-G13 = { $subject }: plug, cable and phase sequence made to fit the vehicle; a real connection once a year
revision-new-G14 = When { $subject } runs at voltage and frequency: close { $breaker } within 1 min and check that { $board } is live
revision-new-G11 = { $subject }: on the board the own supply feeds once its capacity is checked, or taken off the list of safety-critical loads
revision-new-O01 = Interlock between own supply and grid at { $subject }; incomers opened and locked first
revision-new-O02 = Order of operation at { $subject } written as a switching ticket and read back
revision-new-O03 = { $subject }: break before make, or synchronism check
revision-new-O05 = Permit for { $parts }: asked for ahead, or given for accidents in the dispatch agreement
revision-new-O06 = “{ $step }”: a second person on duty at any hour, or supervision by video from the duty room
revision-new-O08 = “{ $step }”: confirm by position, voltage or current that it has worked
revision-new-P01 = “{ $step }”: somebody of the role on duty or near at hand at any hour; remote operation where possible
revision-new-P02 = “{ $step }”: a second person for it, or another role of the same trade, named with its time limit
revision-new-P03 = { $subject }: second number and another channel; call test every quarter
revision-new-P04 = “{ $step }”: reported to the supply company by phone within 5 min of being seen and read back; the second way to reach it named
revision-new-P07 = Joint clause of both plans: who speaks first, by what time, and what is done without the other's word
revision-new-P08 = “{ $step }”: who tells { $role }, by which way and by when; what is done when no word comes
revision-listed = { $names }
revision-listed-of = { $names } and others, { $n } in all
revision-new-D01 = { $subject }: order of restart, the role that does it and the time limit (no more than the permitted interruption) written down
revision-new-D02 = { $backed ->
    [yes] { $subject }: { $other } hangs on own supply already; cold storage for as long as it was out, and who sheds what within how many minutes of losing it
   *[no] { $subject }: { $other } on the emergency board once its capacity is checked, or cold storage for as long as it was out
}
revision-new-D03 = { $backed ->
    [yes] { $subject }: { $other } hangs on own supply already; a reserve for as long as it was out, and its order and time of restart
   *[no] { $subject }: { $other } on the emergency board once its capacity is checked, or a reserve for as long as it was out
}
revision-new-D06 = { $subject }: which role stops it in good order within how many minutes (not more than its limit of harm), and what shows that it has stopped; what protects until then
revision-new-M01 = A response card for { $loads } without supply
revision-new-M02 = “{ $step }”: what is done when it fails, and who is told
revision-new-M03 = { $subject }: the time it has to be done in (not more than is permitted), the role that does it and what shows that it is done; which steps may go on side by side
revision-new-S05 = Own supply enlarged to { $due_kw } kW or more, or the safety-critical list shortened; until then a mobile genset by agreement
revision-new-S06 = Positions of { $switches } checked, diagram and mimic board corrected; checked at every shift change
revision-new-G10 = Before { $subject } is taken out a mobile genset is on site, as the planned outage says; not on a day of grid maintenance
revision-new-G12 = { $loads } moved off the emergency board, or shed before it is loaded
revision-new-O04 = Before “{ $step }”: prove dead, earth, hang the notice
revision-new-O07 = Back to normal: who operates { $devices }, on what condition, in what order, by a switching order; arm the transfer at the end
revision-new-P05 = { $subject } is operated by one card and one role; “{ $second }” looks at the result of “{ $first }”
revision-new-P06 = { $subject } renews the certificate “{ $certificate }”; until then off that duty, with a certified substitute
revision-new-D04 = The loss of { $function } does not switch { $subject } off: delayed, or fed from a UPS; a step that puts it back
revision-new-D05 = { $backed ->
    [yes] { $subject }: levelling on loss of supply; which role frees people, there within how many minutes
   *[no] { $subject }: levelling on loss of supply, or on the emergency board once its capacity is checked; which role frees people, there within how many minutes
}
revision-new-M04 = “{ $step }” worded by the labels on site, checked there by both sides
revision-new-M05 = { $resources }: agreement renewed, a second supplier, counted with its time in a storm
revision-new-M06 = A card for the combination ({ $things }): what is saved first, what is given up, who decides
revision-new-M07 = Correction { $issue } escalated, closed by a repeated run only
revision-new-M08 = The outages of { $first } and { $second } moved apart; one calendar for both sides
revision-new-other = { $subject }: to be worked out by the meeting

## Why

revision-supply-waited = Own supply waited { $wait_ms } for “{ $step }”, which cost { $cost_ms } of the worst outage; the way back into the grid is open at another point meanwhile.
revision-wait = { $reason ->
    [travel] The way to “{ $step }” took { $wait_ms }
    [person_busy] “{ $step }” waited { $wait_ms } for somebody who was busy elsewhere
    [not_known] “{ $step }” waited { $wait_ms } for what its performer did not know
    [permit] “{ $step }” waited { $wait_ms } for a permit
    [order] “{ $step }” waited { $wait_ms } for a written order
   *[resource] “{ $step }” waited { $wait_ms } for an answer, or for what it uses
}, which cost { $cost_ms } of the worst outage.
revision-late = Of the time beyond the limits of { $limits }, { $late_ms } in all came from “{ $cause }”.
revision-unbegun = Nobody began the card { $card }, which reaches { $limits }.
revision-new-can-begin = { $cards }: the trigger no longer asks two opposite states of { $things } at one time; read aloud by both sides, tried on the board once
revision-new-in-time = Card { $card }: begun when the state has lasted { $held_ms }, not { $now_ms }
revision-new-signal = Card { $card }: also begun by { $role } when { $board } has been dead for { $held_ms }
revision-new-begun-by = Card { $card }: begun by { $role }, who knows its trigger first
revision-old-begun-by = Card { $card }: begun by { $role }
revision-worse-hazard = Rejected: in { $scenario } it brings { $more ->
    [one] one hazard
   *[other] { $more } hazards
} more ({ $hazard ->
    [back_feed] back-feed into a dead feeder
    [paralleling] two systems joined
    [joining_unlike] parts of unlike voltage joined
    [without_permit] operating without permit
    [without_supervisor] operating without a second person
    [isolator_under_load] load made or broken with an isolator
    [closing_onto_fault] closing onto a fault
    [wrong_phase_sequence] feeding in with an unchecked phase sequence
    [closing_tagged] closing against a notice
    [live_at_work] live while people were at work
    [unsafe_work] work without prove-dead and earth
    [earth_without_proof] earthing without proving dead
    [earthing_live] earthing a live part
    [closing_onto_earth] closing onto an earth
   *[other] { $hazard }
}).
revision-worse-reachable = Rejected: with one slip, “{ $step }” could bring { $hazard ->
    [back_feed] back-feed into a dead feeder
    [paralleling] two systems joined
    [joining_unlike] parts of unlike voltage joined
    [without_permit] operating without permit
    [without_supervisor] operating without a second person
    [isolator_under_load] load made or broken with an isolator
    [closing_onto_fault] closing onto a fault
    [wrong_phase_sequence] feeding in with an unchecked phase sequence
    [closing_tagged] closing against a notice
    [live_at_work] live while people were at work
    [unsafe_work] work without prove-dead and earth
    [earth_without_proof] earthing without proving dead
    [earthing_live] earthing a live part
    [closing_onto_earth] closing onto an earth
   *[other] { $hazard }
}.
revision-worse-unsearched = Rejected: the steps allow too many states to search them for hazards, and nobody could answer for the change.
revision-worse-verdict = Rejected: in { $scenario } { $subject } goes from “{ $was ->
    [met] met
    [not_tested] not tested
    [cannot_say] cannot say
   *[missed] missed
}” to “{ $is ->
    [met] met
    [not_tested] not tested
    [cannot_say] cannot say
   *[missed] missed
}”.
revision-worse-endurance = Rejected: in { $scenario } the own supply of { $subject } no longer lasts.
revision-worse-outage = Rejected: in { $scenario } the outage of { $subject } grows from { $was_ms } to { $is_ms }.
revision-worse-harm = Rejected: in { $scenario } { $subject } passes its limit of harm, which it did not before.
revision-lost-act = Rejected: in { $scenario } { $how ->
    [late] { $to ->
        [none] “{ $step }” ({ $clause }) is done, but over its limit
       *[other] the message of “{ $step }” ({ $clause }) to { $to } comes, but over its limit
    }
    [no_check] “{ $step }” ({ $clause }) is done without the check of its success
    [no_permit] “{ $step }” ({ $clause }) is done without the permit it took before
    [no_supervisor] “{ $step }” ({ $clause }) is done without its second person
    [not_told] { $to } does not hear what “{ $step }” ({ $clause }) told them before
   *[not_done] { $to ->
        [none] “{ $step }” ({ $clause }) is not done any more
       *[other] “{ $step }” ({ $clause }) is not done any more, and { $to } does not hear of it
    }
}.
revision-passed-over = Rejected: in { $scenario } “{ $step }” is done though “{ $test }”, which it waited for, has failed.
revision-no-gain = Rejected: run again with the same luck, no protected load or function gains by it what would be worth a change, and no harm or hazard goes.
revision-proved = Run again with the same luck: better here, and nothing worse in { $scenarios ->
    [one] the one other scenario
   *[other] the { $scenarios } other scenarios
} of this customer.
revision-basis-battery = battery time grows with capacity; a quarter to spare for ageing (practice)
revision-basis-second-set = a second set like the first, synchronised within its ready time; what strikes every set, or all fuel, strikes it too (assumed)
revision-basis-rating = what the set was given in this run, with a tenth to spare (assumed)
revision-basis-takes-its-step = a set in order takes 50 to 70 % of its rating in one step (practice); the load bank shows it
revision-basis-plug = a vehicle that comes has the plug of the file, and the box one that fits (assumed)
revision-basis-cable = the cable the connection point asks for (its own figure)
revision-basis-sooner = what stands by nearer is there in half the time (assumed)
revision-basis-kept-free = nobody else has what is kept for this customer (assumed)
revision-basis-renewed = the other side signs again and keeps its times (assumed)
revision-basis-store = fuel lasts in proportion to what is kept, a tenth to spare (assumed)
revision-basis-kept-full = the level is kept as the rule says, checked each shift (assumed)
revision-basis-delivery = the time agreed (assumed); one delivery in ten takes twice as long
revision-basis-filled-from-above = pump and pipe give three times what the set burns at full load (assumed)
revision-basis-feed = the load hangs on that board with its present demand; cable and switch carry it (assumed)
revision-basis-two-boards = the changeover acts within a few seconds; each side carries all of it (assumed)
revision-basis-ready = a set in order is ready for load in 8 to 20 s (GB 12786 as quoted in public pages, unverified)
revision-basis-charged = a battery in order holds its charge on float (assumed); the discharge test shows it
revision-basis-cleaned = clean contents do not stop what lives on them
revision-basis-capacity = the loading seen in this run, or all that the customer draws, with a tenth to spare; the supply company has it to give (to be asked)
revision-basis-soft-start = a soft starter limits the start to three times what the motor draws in operation (assumed; makers set 2.5 to 4 times)
revision-basis-route = what takes the zone does not reach the other route (assumed)
revision-basis-moved = what takes the zone does not reach the new place; hands in the zone count for nothing (assumed)
revision-basis-own-drive = such changeovers drive themselves from the side that is live (practice)
revision-basis-reserve = a reserve twice as large lasts twice as long (assumed)
revision-basis-one-more = one piece more of the same kind, kept at the same place (assumed)
revision-basis-remote = remote control and display work while their supply is there (assumed)
revision-basis-practice = a practised step takes two thirds of its time (assumed)
revision-verified = Run again in sets with the same luck: part of a set with which nothing is worse in any of { $cases } cases.
revision-not-needed = Gains in its own case; no set of changes needs it.
revision-together-not = Rejected: the changes cannot be made together.
revision-worse-not-played = Rejected: with the change { $scenario } cannot be played.
revision-not-tried = Not run again: other changes came first.
revision-tried-here = Run again on this scenario alone, where it gains; not on the customer's other scenarios: changes that gain more came first.
revision-network-change = Not supported by re-running: this changes the network, whose file no edit touches; to be calculated and run on a changed network file.
revision-wording-only = Wording for the meeting; not run again.

## Why no edit answers a weak point

revision-no-edit-G07 = Running at low load harms no limit within a run, so running again could show no gain.
revision-no-edit-G12 = While the set is not overloaded, others on the board harm no limit; where it is, G06 has changes.
revision-no-edit-M06 = A card for a combination is a plan of its own that both sides write; not by rule.
revision-no-edit-M07 = A correction is closed by a record; it is no entry that a run goes by.
revision-no-edit-M08 = The days of outages are agreed by both sides; a run is about one day.
revision-no-edit-O02 = A switching step is rewritten by those who answer for the plant, not by rule.
revision-no-edit-O04 = Proving dead and earthing are written by those in charge of the work, for the place; not by rule.
revision-no-edit-P05 = Which of the two cards yields is for those who hold them to say; the files do not tell.
revision-no-edit-P06 = A certificate is taken again, not written into a file.
revision-no-edit-S04 = Voltage is a matter of taps, capacitors and impedances, which stand in the network file; no edit touches it.
revision-no-edit-S08 = A figure is missing that somebody who knows the equipment has to state; it is not made up.

## switching many places

revision-switching = Step “{ $step }” was carried out in { $places } places and took { $lasted_ms } in all.
revision-new-needed-first = { $text }; what no function with a limit waits for comes last: { $rest } and so on
revision-new-longest-first = { $text }; first the { $many } places that functions with a limit wait for, the longest restart first: { $first } and so on{ $kept ->
    [none] {""}
   *[other] ; what feeds safety-critical loads no later than now: { $kept }
}
revision-new-live-again = { $text }; where the board is live again, leave it as it is
revision-new-team = { $teams } switching teams, each of { $people }; the added one is called and told like the others
revision-added-like = Like { $person } (post added)
revision-new-order-ready-teams = The order “{ $order }” lies ready, written and checked; it is only signed; the word to begin is given to each team by itself, also to those still on their way, and read back
revision-new-order-ready = The order “{ $order }” lies ready, written and checked; it is only signed

## The version that holds the changes

revision-version-reason =
    revised after re-runs { $scenario ->
        [none] on record as { $run }
       *[other] of { $scenario }
    }{ $clauses ->
        [none] {""}
       *[other] : { $clauses }
    }{ $others ->
        [0] {""}
       *[other] ; outside the clauses (equipment, settings, roster, training): { $others }
    }
revision-register-reason =
    { $version }: { $changes }{ $clauses ->
        [none] {""}
       *[other] {" "}({ $clauses })
    }, on the evidence of { $run }{ $said ->
        [none] {""}
       *[other] ; { $said }
    }

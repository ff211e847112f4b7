# Rules of the account manager's file, of sectors, of drills and continuity: title, meaning, what fails.

rule-missing-field = { $field } of { $id } is not stated, and nobody can judge without it. Fill it in.
rule-paper =
    { $kind ->
        [supply_contract] supply contract
        [dispatch_agreement] dispatch agreement
        [importance] listing as important user
        [single_line_diagram] single-line diagram
        [protection_settings] settings of protection and automatics
        [safe_operation_rules] safe-operation rules
        [preventive_tests] report on preventive tests
        [risk_confirmation] confirmation of risks
        [shed_order] load-shedding list approved by the authority
        [plan_review] review of the plan
        [plan_filing] filing of the plan
        [plan_training] training on the plan
        [plan_assessment] assessment of the plan
        [drill_programme] drill programme of the year
       *[other] { $kind }
    }
rule-missing-document = There is no { rule-paper } on file, and nobody can judge without it. Enter it under documents (kind: { $kind }) with date and number.
rule-missing-test-record =
    No { $kind ->
        [transfer] changeover
        [load_run] loaded-run
       *[other] { $kind }
    } test of { $of } is on record. Enter it under tests (kind: { $kind }) with its date.

rule-why-no-bus-tie = There is no bus transfer, or nothing above or below it to wait for.
rule-why-no-medical-group = There is no medical location of that group.
rule-why-no-data-centre = The customer is not a data centre.
rule-why-basic-grade = A data centre of grade C need not.
rule-why-no-rack = There is no grade-1S load.
rule-why-no-tier = The customer claims no tier.
rule-why-other-trade = The customer is of another trade.
rule-why-no-outage = No outage is planned.
rule-why-no-function = No function is written down.
rule-why-no-card = The plan has no cards.
rule-why-no-order-due = Going back to normal does not switch two devices or more.
rule-why-no-high-voltage = The customer has neither high-voltage breakers nor control supplies.
rule-why-no-control-supply = No control supply is written down.

rule-PLN-14-title = A load-shedding list
rule-PLN-14-means = Where own supply cannot carry all it may feed there is a load-shedding list, and it holds nothing that must live: loads never shed, safety-critical ones, grade 1S.
rule-PLN-14-fail-kept = Tier { $tier } sheds { $loads }, which must live. Take it off the tier.

rule-PLN-15-title = Switching back to normal goes by a written order
rule-PLN-15-means = Switching back to normal goes by a written switching order that another person checks.
rule-PLN-15-fail-unbound = Step { $step } operates switches and no switching order binds it. List it under binds of an order.
rule-PLN-15-fail-same = Order { $order } is written and checked by the same role, { $role }. Have another role check it.

rule-PLN-16-title = The contact tree reaches everybody who acts
rule-PLN-16-means = From those who start cards the contact tree leads to every role that acts, each call by two ways; and it lists every pair (from, to) that a message, a permit or a thing sent for uses, and no other.
rule-PLN-16-fail-unreached = Nobody calls role { $role }, which has to act. Add it to the contact tree.
rule-PLN-16-fail-one-way = Role { $role } is called by { $channel } alone. Name a second way.
rule-PLN-16-fail-pair = { $caller } calls { $to } (step { $steps }), and the contact tree does not say how. Add a row from { $caller } to { $to } with two ways.
rule-PLN-16-fail-unmade = The contact tree has { $caller } call { $to }, and no step makes that call. Add it to a step, or take the row out.

rule-BZT-02-title = The bus transfer closes onto enough voltage only
rule-BZT-02-means = The standby source is closed only after the working source is open and while its voltage is high enough.
rule-BZT-02-fail = { $transfer } closes at a standby voltage of { $pu } pu, below { $due }. Raise standby_above_pu.

rule-BZT-03-title = The bus transfer is in service
rule-BZT-03-means = It acts on loss of the working voltage for any cause unless blocked, so it is in service in normal operation.
rule-BZT-03-fail = { $transfer } is not in service in the normal mode. Enable it, or say why it is out.

rule-BZT-04-title = The bus transfer does not start on opening by hand or a broken voltage circuit
rule-BZT-04-means = It does not start when the working source is opened by hand or a voltage-transformer circuit is broken, and no card counts on the contrary.
rule-BZT-04-fail-circuit = { $transfer } does not see a broken voltage circuit and would act on it. Enable its supervision.
rule-BZT-04-fail-hand = In card { $card } step { $step } opens an incomer by hand and then awaits { $transfer }, which does not act on that. Close the tie by hand, or wait for the transfer first.

rule-BZT-05-title = The bus transfer acts once and is armed again by hand
rule-BZT-05-means = It acts once; the steps back to normal arm it again.
rule-BZT-05-fail = No step of restoration arms { $transfer } again, so it will not act at the next loss. Add a step that enables or resets it.

rule-BZT-06-title = Closed onto a fault, it trips at once
rule-BZT-06-means = What it closes onto a fault trips without delay, or bus protection blocks the transfer. A fault on the board it would feed blocks it.
rule-BZT-06-fail = { $device }, which { $transfer } closes, trips after { $after } at the soonest (due { $due }), and no bus protection blocks it. Set an accelerated stage, or name blocked_by.
rule-BZT-06-fail-unblocked = { $transfer } is not blocked by a fault on its board (fault_blocking: false): it closes { $device } onto it. Set fault_blocking, or name blocked_by.

rule-BZT-07-title = Current in the working source blocks the bus transfer
rule-BZT-07-means = It does not start while the working source still carries current.
rule-BZT-07-fail = { $transfer } is not blocked by current and may cut off a healthy source. Enable current_blocking.

rule-BZT-08-title = The ladder of delays
rule-BZT-08-means = A bus transfer outwaits the reclosing of its feeder, and a transfer below it outwaits the bus transfer.
rule-BZT-08-fail-reclose = { $transfer } waits { $delay }, not long enough for { $feeder } to reclose ({ $due } due). Lengthen it.
rule-BZT-08-fail-below = { $transfer } waits { $delay }, less than the { $due } that { $upper } above it takes, and acts first. Lengthen it.

rule-DCS-01-title = Control supplies last through the outage
rule-DCS-01-means = A control supply is recharged from own supply, or its battery outlasts the longest likely outage; every high-voltage breaker names the one it needs.
rule-DCS-01-fail = The battery of { $supply } lasts { $lasts }, an outage may take { $due } and its charger is dead meanwhile. Feed the charger from own supply, or enlarge the battery.

rule-DCS-02-title = Control batteries were discharge-tested
rule-DCS-02-means = The battery of a control supply passed a discharge test within three years.
rule-DCS-02-fail = { $supply } was last discharge-tested on { $date }, { $days } days ago. Test it.

rule-HOSP-01-title = The safety supply of medical locations starts by itself
rule-HOSP-01-means = In locations of groups 1 and 2 the safety supply starts by itself when the voltage of any conductor drops by more than 10 %.
rule-HOSP-01-fail-none = { $load } in { $location } has no safety supply that starts by itself. Put it on a UPS or an automatic genset.
rule-HOSP-01-fail-threshold = { $transfer } acts below { $pu } pu; 0.9 is due. Raise acts_below_pu.

rule-HOSP-02-title = The safety supply is back within its class
rule-HOSP-02-means = The safety supply is there within the location's class: 0.5 s, 15 s, or more.
rule-HOSP-02-fail-slow = { $load } in { $location } must be back within { $limit } and takes { $quickest } at best. Use a UPS or shorten the changeover.
rule-HOSP-02-fail-none = { $load } in { $location } must be back within { $limit } and nothing takes it over by itself. Put it on the safety supply.

rule-HOSP-03-title = Safety lighting of medical locations
rule-HOSP-03-means = Safety lighting is back within 15 s; in group 2 the safety supply gives at least half the luminance.
rule-HOSP-03-fail-late = Safety lighting { $load } of { $location } is not back within 15 s. Put it on the safety supply or a battery.
rule-HOSP-03-fail-dim = The safety supply gives { $location } { $percent } % of its luminance; 50 % is due. Add safety lighting.

rule-HOSP-07-title = How long special loads are kept
rule-HOSP-07-means = Loads that bear 0.5 s at most are kept for 3 h, other special loads for 24 h.
rule-HOSP-07-fail = Own supply keeps { $load } for { $lasts }; { $due } is due. Store more fuel, add batteries, or put it on a genset.

rule-HOSP-08-title = IT system and supply time of group 2
rule-HOSP-08-means = Locations of group 2 have an IT system with insulation monitor and supply for 24 h, or 3 h where the building can be evacuated.
rule-HOSP-08-fail-it-system = Group-2 location { $location } has no IT system. Install one.
rule-HOSP-08-fail-insulation-monitor = The IT system of group-2 location { $location } has no insulation monitor. Add one.
rule-HOSP-08-fail-supply = { $load } in { $location } is to be supplied for { $lasts } only. Correct min_supply_time and the stores.

rule-HOSP-09-title = Monthly and long runs under load (NFPA)
rule-HOSP-09-means = A monthly run of 30 min at 30 % of the rating or more, and one of 4 h every 36 months. For comparison.
rule-HOSP-09-fail-monthly = No run of { $source } for 30 min at 30 % or more within 31 days is on record. Run it.
rule-HOSP-09-fail-long = No run of { $source } for 4 h within 36 months is on record. Run it.

rule-DC-01-title = No single element takes a rack down
rule-DC-01-means = Grade A: when any one feeder, bus, transformer, line or UPS is lost every grade-1S rack lives on and no UPS left over is overloaded; grade B: when any one UPS is. Judged on the wiring, with batteries charged.
rule-DC-01-fail-dark = The loss of { $element } takes { $loads } down. Give them a second cord or rewire.
rule-DC-01-fail-capacity = With { $element } lost, { $ups } carries { $kw } kW and is rated { $rated } kW. Enlarge it or take load off.

rule-DC-02-title = Autonomy and fuel of a data centre
rule-DC-02-means = Two feeders and gensets; UPS for 15 min; fuel for 12 h, less where delivery is assured; in grade A cold storage as long as the UPS.
rule-DC-02-fail-sources = { $feeders } feeders and { $gensets } gensets; two feeders and gensets are due. Add what is missing.
rule-DC-02-fail-autonomy = The UPS before { $load } lasts { $lasts }; { $due } is due. Add batteries.
rule-DC-02-fail-fuel = Tank { $store } and what fills it last { $lasts }; { $due } is due and delivery is not assured. Store more, or agree on deliveries.
rule-DC-02-fail-cooling = Cold store { $store } lasts { $lasts }, less than the { $due } of the UPS: racks overheat first. Enlarge it, or bring chillers back sooner.

rule-DC-03-title = What the claimed tier asks
rule-DC-03-means = Tier III is maintainable while running, tier IV fault tolerant; fuel for 12 h stands on site.
rule-DC-03-fail-dark = Tier { $tier } is claimed, but without { $element } { $loads } is dark. Rewire, or claim another tier.
rule-DC-03-fail-fuel = Tank { $store } lasts { $lasts }; { $due } is due on site. Store more.

rule-FIRE-01-title = Fire loads are never shed
rule-FIRE-01-means = Fire pumps and smoke control stand in no tier, no step sheds them, and they are marked so.
rule-FIRE-01-fail-tier = Fire load { $load } stands in tier { $tier }. Take it out.
rule-FIRE-01-fail-step = Step { $step } sheds fire load { $load }. Change it.
rule-FIRE-01-fail-allowed = Fire load { $load } is marked as one that may be shed. Write shed: never.

rule-IND-01-title = Main fan, hoist and gas drainage of a mine
rule-IND-01-means = They have two sources; the main fan is back within 10 min.
rule-IND-01-fail-source = { $load } can be fed by { $feeders } alone. Add a second source.
rule-IND-01-fail-slow = { $load } must be back within { $limit } and takes { $quickest } at best. Shorten it.
rule-IND-01-fail-by-hand = { $load } must be back within { $limit } and nothing takes it over by itself. Add an automatic.

rule-IND-02-title = Control system and utilities of a chemical plant
rule-IND-02-means = Control and shutdown systems have 30 min of UPS; cooling water, agitation, flare and instrument air hang on own supply.
rule-IND-02-fail-battery = The UPS of { $load } lasts { $lasts }; { $due } is due. Add batteries.
rule-IND-02-fail-own = { $load } does not hang on own supply. Rewire it.

rule-IND-03-title = Furnace cooling and ladle cranes
rule-IND-03-means = They have two sources and hang on own supply.
rule-IND-03-fail-source = { $load } can be fed by { $feeders } alone. Add a second source.
rule-IND-03-fail-own = { $load } does not hang on own supply. Rewire it.

rule-IND-04-title = Runway lights, signalling and ventilation
rule-IND-04-means = Lights of precision approaches are back within 1 s, others within 15 s; signalling and ventilation of a metro have two sources.
rule-IND-04-fail-source = { $load } can be fed by { $feeders } alone. Add a second source.
rule-IND-04-fail-slow = { $load } must be back within { $limit } and takes { $quickest } at best. Shorten it.
rule-IND-04-fail-by-hand = { $load } must be back within { $limit } and nothing takes it over by itself. Add an automatic.

rule-LAW-01-title = A disturbance is reported at once
rule-LAW-01-means = People on the spot report to the supply company at once, by usual times within the plan's own limit.
rule-LAW-01-fail-nobody = No card has a step that tells the supply company. Add one.
rule-LAW-01-fail-role = No step tells { $role }, for whom report_limits sets a limit. Add one.
rule-LAW-01-fail-late = Step { $step } is the first to tell { $role } and usually ends after { $usual }; the limit is { $limit }. Report earlier.

rule-LAW-02-title = The plan is drilled every year
rule-LAW-02-means = An important customer's plan is drilled by both sides together at least once a year.
rule-LAW-02-fail-old = The last drill was on { $date }, more than a year ago. Hold one.
rule-LAW-02-fail-alone = The drill of { $date } was held by one side alone. Hold a joint one.

rule-LAW-03-title = Cards are drilled half-yearly
rule-LAW-03-means = Every response card half-yearly; a listed high-risk unit drills its plan half-yearly and has it assessed every three years.
rule-LAW-03-fail-cards = { $cards } were not drilled within half a year. Drill them.
rule-LAW-03-fail-plan = A high-risk unit has not drilled its plan within half a year. Hold a drill.
rule-LAW-03-fail-paper = The assessment ({ $kind }) is of { $date }, { $days } days old. Assess the plan again.

rule-LAW-04-title = The plan is revised when due
rule-LAW-04-means = The plan says why it was revised, and no drill since it came into force found major problems; else a revision is due.
rule-LAW-04-fail = The drill of { $date } found major problems; the plan in force since { $effective } was not revised. Revise it.

rule-LAW-05-title = The plan was reviewed, filed and trained
rule-LAW-05-means = Review, filing and training of this version are on file.
rule-LAW-05-fail = The paper { $kind } is older than the version in force since { $effective }. Do it again.

rule-LAW-06-title = Notice of outages, approved shedding list
rule-LAW-06-means = Planned outages are told 7 days before, temporary ones a day; the load-shedding list is approved.
rule-LAW-06-fail = The outage of { $id } ({ $kind }) was told { $days } days before; { $due } are due. Move it, or tell earlier.

rule-LAW-07-title = One customer, one file
rule-LAW-07-means = Contract, dispatch agreement, diagram, settings, safety rules, preventive tests, risk confirmation are on file and none has run out.
rule-LAW-07-fail = Paper { $id } ({ $kind }) ran out on { $until }. Renew it.

rule-DRL-01-title = The kind of a drill is stated
rule-DRL-01-means = Form, content, purpose and notice are stated, and a demonstration is not unannounced.
rule-DRL-01-fail = The drill of { $date } is called a demonstration and unannounced. Correct one of them.

rule-DRL-02-title = A drill is controlled, evaluated and can be stopped
rule-DRL-02-means = A drill has controllers, evaluators and a safety officer who may stop it.
rule-DRL-02-fail-controllers = Nobody controlled the drill of { $date }. Name controllers.
rule-DRL-02-fail-evaluators = Nobody evaluated the drill of { $date }. Name evaluators.
rule-DRL-02-fail-safety-officer = Nobody could have stopped the drill of { $date }. Name a safety officer.

rule-DRL-03-title = A drill is talked over and evaluated
rule-DRL-03-means = It is talked over on the spot, and the evaluation report is there within a month.
rule-DRL-03-fail-comment = The drill of { $date } was not talked over on the spot. Do so next time.
rule-DRL-03-fail-late = The report on the drill of { $date } came after { $days } days; 30 are due.

rule-DRL-04-title = A drill is graded, and bad grades have consequences
rule-DRL-04-means = A drill is graded; one that is fair or poor led to corrections.
rule-DRL-04-fail = The drill of { $date } was graded { $result } and led to no correction. Agree on some.

rule-DRL-05-title = Evaluation covers every family
rule-DRL-05-means = Over three years evaluation looked at each of the twelve families.
rule-DRL-05-fail = { $families } ({ $count } families) were not evaluated within three years. Put them into the next drill.

rule-DRL-06-title = What drills exposed is put right in time
rule-DRL-06-means = Corrections that drills led to are closed by their due date.
rule-DRL-06-fail-open = Correction { $issue } from the drill of { $date } was due on { $due } and is open. Chase it.
rule-DRL-06-fail-late = Correction { $issue } from the drill of { $date } was due on { $due } and closed late. Set dates that can be kept.

rule-DRL-07-title = A drill programme for the year
rule-DRL-07-means = A drill programme for the year is on file.
rule-DRL-07-fail = There is no drill programme for { $year }. Write one.

rule-DRL-08-title = Goals are written down and rated
rule-DRL-08-means = A drill has goals, and each was rated.

rule-DRL-09-title = Goals that were missed have consequences
rule-DRL-09-means = A goal rated M or U led to a correction.
rule-DRL-09-fail = { $count } goals of the drill of { $date } were rated M or U and led to no correction. Agree on some.

rule-DRL-10-title = A live drill has red lines
rule-DRL-10-means = A live drill has red lines at which it is broken off.

rule-DRL-11-title = Goals have times that were kept
rule-DRL-11-means = Goals have times, and the times were kept.
rule-DRL-11-fail = Goal “{ $goal }” of the drill of { $date } took { $reached } where { $limit } was set. Find out why.

rule-DRL-12-title = Drills do not always play the same
rule-DRL-12-means = Drills do not always play one single scenario.
rule-DRL-12-fail = All { $count } drills played { $classes }. Play something else.

rule-BCM-01-title = Limits are within what can be borne
rule-BCM-01-means = The time allowed for each function (RTO) is not longer than the disruption the customer can bear (MTPD), nor than the time after which harm is done where no safe stop forestalls it. A restart, taken as slow as one in ten is, fits into the disruption that can be borne, a safe stop into the time before harm and what a measure adds to it.
rule-BCM-01-fail = Function { $function } may be interrupted for { $limit } but can bear { $mtpd } only. Shorten the limit.
rule-BCM-01-fail-restart = Restarting { $function } alone takes up to { $slow }, longer than the disruption that can be borne ({ $mtpd }), however soon power is back. Shorten the restart, or correct restart or mtpd.
rule-BCM-01-fail-harm = { $function } may be away for { $limit }, but does harm after { $harm }, and no safe stop forestalls it. Shorten the limit, or write safe_stop: who, how long.
rule-BCM-01-fail-stop = The safe stop of { $function } takes up to { $slow }, harm comes after { $harm }. Make the stop faster, or find another way to prevent the harm.

rule-BCM-02-title = The least service is kept
rule-BCM-02-means = What the least service (MBCO) stands on is fed through an outage, and no tier sheds it.
rule-BCM-02-fail-supply = Least service { $function } needs { $loads }, which own supply does not feed. Rewire it.
rule-BCM-02-fail-shed = Least service { $function } needs { $loads }, which a tier sheds. Take it off the tier.

rule-BCM-03-title = A changeover takes no function beyond its limit
rule-BCM-03-means = A transfer that goes as it should leaves loads dark for seconds. A function that does not ride that through says how it comes back (restart), is back within its limit, and names who restarts it where that takes 5 min or more.
rule-BCM-03-fail = Each changeover of its supply stops { $function } for { $away }, and nothing says how it comes back. Write restart (takes, by whom; without a role it restarts by itself), or correct rides.
rule-BCM-03-fail-slow = Each changeover of its supply stops { $function }, and its restart takes up to { $slow }: more than the { $limit } allowed, though no transfer fails. Feed it from a UPS, shorten the restart, or correct rides or limit.

rule-ICS-01-title = Nobody has more than seven tasks at once
rule-ICS-01-means = No card opens more than seven tasks for one role at the same time.
rule-ICS-01-fail = Card { $card } gives { $role } { $count } tasks at once, more than { $most }. Give some to others.

## What blind changes of plans showed to be missing

rule-why-one-source = There are not two sources that could meet.
rule-why-nothing-anew = The plan closes onto nothing that was connected anew.
rule-why-no-high-voltage-work = The plan operates nothing by hand above 1 kV.
rule-why-utility-not-asked = The customer's cards ask the utility for nothing.
rule-missing-switch-side = Closing { $switches } would join two feeders that are not one system, and the files do not say whose switches these are. Describe them in devices (side: customer or utility), or give the feeders one system.

rule-INT-02-title = What would join two systems is interlocked
rule-INT-02-means = From every operating mode, and from what automatics make of each loss of feeders: where one more closing would join two sources that are not one system, a key or electrical interlock forbids it. The two sides of a transfer switch count as interlocked; a procedural interlock does not suffice. Mobile sets count at their connection points; a UPS is no way from source to source.
rule-INT-02-fail = Closing { $switch } would join { $one } and { $other } (mode { $mode }, feeders lost: { $lost }), and no interlock forbids it. Provide a key or electrical interlock and enter it under interlocks.
rule-INT-02-fail-procedural = Closing { $switch } would join { $one } and { $other } (mode { $mode }, feeders lost: { $lost }), and only a procedural interlock forbids it, which is as good as the people. Provide a key or electrical one.

rule-INT-03-title = Earthing switches are interlocked
rule-INT-03-means = Every fixed earthing switch is interlocked with the devices that could close onto it (interlocked_with). Portable earths cannot be.
rule-INT-03-fail = Nothing keeps a device from closing onto earth { $earth } at { $bus }. Provide the interlock and enter it under interlocked_with.
rule-why-no-earth-switch = The site has no fixed earthing switch.

rule-PLN-17-title = Somebody on duty can know that a card is due
rule-PLN-17-means = For each card and each hour of the week some holder of the role that starts it, on duty at his post, can learn the trigger: from a display there that still has supply when all is dead that the trigger says is dead, with his own eyes, or by a step that tells him or takes him to where it shows. Own supply counts: a UPS, or a genset that starts by itself and is not what has failed.
rule-PLN-17-fail = Nobody who may start card { $card } ({ $role }, from { $since } at { $places }) can learn of { $facts }. Add an observation at the post, or a message that tells it.
rule-PLN-17-fail-dark = When card { $card } is due, { $displays } at { $places } is dark itself, and { $role } (from { $since }) learns of { $facts } in no other way. Give the display a supply of its own.
rule-PLN-17-fail-part = Card { $card } is also to start on { $facts }, which { $role } can never learn. Add an observation or a message, or strike it from the trigger.
rule-PLN-17-fail-unmanned = From { $since } nobody who may start card { $card } ({ $role }) is on duty, and nobody comes when called. Name one more holder, or say who comes (off_duty.comes_in).

rule-PLN-18-title = What the customer asks of the utility, the utility's cards answer
rule-PLN-18-means = Each card of the customer that asks the utility's roles for something (call, ask, order, a permit; reports of a lost source or a failed act) finds a card of the utility that covers the same class of event or waits for that word.
rule-PLN-18-fail = Card { $card } turns to { $roles } (step { $steps }), and no card of the utility covers { $classes } or waits for that word. Write the utility's card, or have one wait for the message.
rule-PLN-18-fail-unclassed = Card { $card } turns to { $roles } (step { $steps }), names no class of event (covers), and no card of the utility waits for that word. Write the utility's card, or have one wait for the message.

rule-PLN-19-title = What is written can be done
rule-PLN-19-means = No setting, zone, channel or resource makes a step impossible in the event its card is for: devices that can be moved neither by hand nor from afar, or whose control supply is dead; trucks, locks, earths and interlocks that keep a device from closing; calls whose every way is dead; rooms in the zone that burns or is flooded; sets put off; success checks that show nowhere where the step is done; nobody on duty who does it, watches or gives the permit.
rule-PLN-19-fail-by-hand = Step { $step } operates { $device }, which can be operated neither by hand nor from afar. Choose another device, or correct by_hand or remote.
rule-PLN-19-fail-control = Step { $step } operates { $device } from afar only, and its control supply { $supply } is dead by then. Give it a battery, or make the device operable by hand.
rule-PLN-19-fail-racked = Step { $step } closes { $device }, whose truck stands at { $position }. Rack it to working first.
rule-PLN-19-fail-locked = Step { $step } closes { $device }, which an earlier step has locked and none unlocks. Add unlock.
rule-PLN-19-fail-earthed = Step { $step } closes { $device }, which earth { $earth } blocks, put on before and not taken off. Add unearth.
rule-PLN-19-fail-interlock = Step { $step } closes { $device }, and in every state the card may begin in the interlock of { $of } forbids it. Open one of them first.
rule-PLN-19-fail-channel = Step { $step } calls { $to } by { $channels }, which needs { $needs }, dead in the event the card is for. Name a way with a supply of its own.
rule-PLN-19-fail-no-answer = Step { $step } calls { $to } by { $channels }, where nobody ever answers (no_answer: 1). Name another way, or correct no_answer.
rule-PLN-19-fail-zone = Step { $step } is done at { $place } in zone { $zone }, which the event of the card has taken. Do it from elsewhere.
rule-PLN-19-fail-elsewhere = Step { $step } is done at { $place }, and box { $point } and its switch stand at { $there }. Correct place.
rule-PLN-19-fail-resource = Step { $step } needs { $resource }, of which there is none. Provide it, or correct its quantity.
rule-PLN-19-fail-no-set = Step { $step } connects at { $point } and names no mobile genset. Name the resource that brings it under uses.
rule-PLN-19-fail-off = Step { $step } starts { $source }, whose selector stands at off. Put a step before it that sets it to manual, or leave it in automatic.
rule-PLN-19-fail-unseen = Step { $step } is achieved when { $facts } is as its success check says, and that shows nowhere at { $places } in the event the card is for. Check something that shows there, say where the step is done, or add an observation.
rule-PLN-19-fail-nobody = Step { $step } needs { $role }, and from { $since } nobody of that role is on duty or comes when called. Name one more holder.

rule-PLN-20-title = Every step says by when
rule-PLN-20-means = Every step says within what time it must be done (within). A step that only waits may say instead how long it waits at most (wait_at_most). Without a limit nobody can tell that a step is late.
rule-PLN-20-fail = Step { $step } of card { $card } states no time limit. Write within.

rule-PLN-21-title = Every response is graded
rule-PLN-21-means = Every response card names its response level (level: I to IV), so that everybody called knows how grave it is.
rule-PLN-21-fail = Card { $card } names no response level. Write level.

rule-PLN-22-title = The words say what the step does
rule-PLN-22-means = The wording of a step that opens, closes, starts, stops, sheds, restores, enables, disables, earths or unearths does not speak of the opposite act alone; and a step that reports, calls, asks, orders or requests tells somebody, and every role whose name stands in its wording. Two roles that every other step tells together, two steps at least, are told together.
rule-PLN-22-fail-act = Step { $step } is entered as { $do }, and its words say { $said }. Correct do or the wording.
rule-PLN-22-fail-nobody = Step { $step } reports, calls, asks or orders, and tells nobody: nothing comes of it. Add tells: to whom, what, by which channel, what if nobody answers.
rule-PLN-22-fail-untold = Step { $step } names { $roles } in its words and tells them nothing. Add tells, or correct the wording.
rule-PLN-22-fail-parted = Step { $step } tells { $told } and not { $role }, who are told together in { $steps } and everywhere else. Tell { $role } as well, or say who does.
rule-PLN-22-fail-unlike = Step { $step } has the words of step { $other }, but does not tell { $roles }, whom that one tells. Tell them too, or word the step otherwise.

rule-PLN-23-title = A card can begin, and lasts
rule-PLN-23-means = The trigger of a card does not ask two opposite states of one thing at once, and what it asks does not by itself fulfil the card's end, which would drop every step not yet begun. Each side begins its own cards.
rule-PLN-23-fail-never = Card { $card } can never begin: its trigger asks two opposite states of { $things } at once. Correct the trigger.
rule-PLN-23-fail-over = Card { $card } is over as soon as it begins: its end ({ $things }) is fulfilled by its own trigger. Correct ends.
rule-PLN-23-fail-side = Card { $card } is begun by { $role }, who belongs to the other side. Let a role of its own side begin it, and the other side report to that role.

rule-OPS-06-title = Phases are checked before a source connected anew is closed
rule-OPS-06-means = Before the first closing of a mobile set, of a cable or transformer that was repaired, or of two feeders that are not one system, a step checks the phases (phase_check). Phases marked at the box tell nothing of the cables just laid.
rule-OPS-06-fail = Step { $step } closes { $switch } onto the set at { $things }, and no step checks the phases before. Add phase_check.
rule-OPS-06-fail-marked = Step { $step } closes { $switch } onto the set at { $things }; the box is marked, but no step checks the phases once the cables are laid. Add phase_check.
rule-OPS-06-fail-repaired = Step { $step } closes { $switch } onto { $things }, repaired before, and no step checks the phases. Add phase_check.
rule-OPS-06-fail-systems = Step { $step } closes { $switch } between { $things }, which are not one system, and no step checks the phases. Add phase_check.

rule-OPS-07-title = High-voltage work by hand takes two people
rule-OPS-07-means = Every step that operates a switch above 1 kV by hand, proves dead or earths there, those of failure branches too, names an operator and a supervisor, and they can be two people.
rule-OPS-07-fail = Step { $step } works by hand on { $devices } above 1 kV with nobody watching. Name a supervisor.
rule-OPS-07-fail-same = Step { $step } needs two people for { $roles }, and only { $people } holds them. Name another holder.

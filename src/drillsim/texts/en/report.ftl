# The report: everything the review meeting reads.

## Why a step waits

report-wait-not-known = not known
report-wait-predecessor = predecessor
report-wait-permit = dispatcher's permit
report-wait-order = switching order
report-wait-person-busy = person busy
report-wait-travel = travel
report-wait-resource = resource or answer
report-wait-interlock = interlock
report-wait-no-access = no access
report-wait-store = store too low

## How a step stands

report-step-waiting = not its turn
report-step-ready = ready, not begun
report-step-in-progress = in progress
report-step-done = done
report-step-failed = failed
report-step-timed-out = timed out
report-step-skipped = skipped
report-step-dropped = not done, card was over

## How a function stands

report-function-normal = normal
report-function-riding-through = riding through
report-function-lost = lost
report-function-safe-stopped = safely stopped
report-function-restarting = restarting
report-function-harmed = harm done

## Picture: timeline

report-timeline-title = Timeline: steps and waits by person, loads dark, functions, stores
report-timeline-description = Swim lanes of { $people ->
    [one] one person
   *[other] { $people } people
    } with { $steps ->
    [one] one step
   *[other] { $steps } steps
    }, up to { $end }. Below, on the same time axis: loads dark, function states, store levels. All figures also stand in the tables of steps and loads.
report-timeline-people = People and steps
report-timeline-nobody = nobody named
report-timeline-loads = Loads
report-timeline-functions = Functions
report-timeline-stores = Store levels
report-timeline-axis = h:min since the fault
report-timeline-litres = { $first } → { $last } l (holds { $capacity } l)
report-timeline-work = step in progress
report-timeline-live = live / normal
report-timeline-dark = dark / lost
report-timeline-limit = limit exceeded
report-timeline-cut = nothing happens here, shortened
report-timeline-assists = supervises
report-timeline-waits = { $reason } { $ms }
report-timeline-still = { " " }(still)

report-mark-fault-short-circuit = { $what }: short circuit
report-mark-fault-source-lost = { $what } lost
report-mark-fault-fails-to-operate = { $what } fails to operate
report-mark-fault-fails-to-start = { $what }: start failure
report-mark-fault-fails-running = { $what } stops while running
report-mark-fault-vt-lost = { $what }: VT circuit broken
report-mark-fault-zone-lost = { $what } destroyed
report-mark-fault-zone-no-access = { $what }: no access
report-mark-fault-person-absent = { $what } absent
report-mark-fault-person-unreachable = { $what } unreachable
report-mark-fault-channel-lost = { $what } down
report-mark-fault-store-empty = { $what } drained
report-mark-fault-earth-fault = { $what }: earth fault
report-mark-fault-open-phase = { $what }: open phase
report-mark-fault-dip = { $what }: voltage dip
report-mark-fault-maloperates = { $what } operates by mistake
report-mark-fault-relay-disabled = { $what }: protection off
report-mark-fault-store-contaminated = { $what } contaminated
report-mark-fault-resource-unavailable = { $what } not available
report-mark-fault-permit-refused = { $what }: permit refused
report-mark-fault-dc-lost = { $what }: control supply lost
report-mark-fault-wrong-action = { $what }: wrong action
report-mark-protection-trips = { $what } trips
report-mark-switch-stuck = { $what } stuck
report-mark-start-failed = { $what } failed to start
report-mark-transfer-failed = { $what }: transfer failed
report-mark-transfer-refused = { $what }: transfer refused
report-mark-transfer-done = { $what }: transfer done
report-mark-battery-empty = { $what }: battery empty
report-mark-store-empty = { $what } empty
report-mark-source-running = { $what } running
report-mark-source-back = { $what } back
report-mark-hazard = Hazard: { $what }

## Picture: what failed because of what

report-causes-title = What failed because of what
report-causes-caption = From left to right in time: { $n ->
    [one] { $n } box
   *[other] { $n } boxes
 }; a line runs from what failed to what failed because of it. Time in h:min since the fault; × n: happened n times for the same reasons.
report-causes-left-out = { " " }{ $n } failures that nothing followed from, or that are less telling, are not drawn.
report-causes-more = { " " }and { $n } more
report-causes-why = { " " }({ $why })
report-cause-dead = { $n ->
    [one] { $what } dead
   *[other] { $n } buses dead: { $what }
 }
report-cause-load-lost = { $n ->
    [one] { $what } dark
   *[other] { $n } loads dark: { $what }
 }, { $kw } kW
report-cause-function-lost = { $what }: lost
report-cause-function-harmed = { $what }: harm done
report-cause-source-lost = { $what } lost
report-cause-source-stopped = { $what } stopped
report-cause-control-supply-lost = { $what }: no control supply
report-cause-ups-overloaded = { $what } overloaded
report-cause-pump-stopped = { $what } stopped pumping
report-cause-overload-begins = { $what } overloaded
report-cause-store-contaminated = { $what } contaminated
report-cause-transfer-maloperates = { $what } operates by mistake
report-cause-protection-silent = { $what }: protection silent
report-cause-switch-opened = { $what } opened
report-cause-load-dropped = { $n ->
    [one] { $what } dropped out
   *[other] { $n } loads dropped out: { $what }
 }
report-cause-load-switched = { $what } switched off
report-cause-load-step = load step too large for { $what }
report-cause-overload-exceeded = { $what }: overload too long
report-cause-neighbours-lost = neighbours on { $what } lost
report-cause-other = { $what } failed
report-cause-why-step = by hand
report-cause-why-transfer = automatic transfer
report-cause-why-undervoltage = undervoltage release
report-cause-why-maloperates = by mistake
report-cause-why-no-fuel = no fuel
report-cause-why-no-power = no power
report-cause-why-fault = fault
report-cause-why-overload = overload
report-cause-why-standby-dead = standby dead
report-cause-why-refused = refused
report-cause-why-no-voltage = no voltage
report-cause-why-battery = battery empty

## Picture: power and service

report-service-title = Power served and service working over time
report-service-caption = At worst { $served } of { $demand } kW served and { $normal } of { $functions } functions normal.
report-service-fault = fault
report-service-power-back = power back after { $after }
report-service-service-back = service back after { $after }
report-service-power-not-back = power not back by the end of the run
report-service-service-not-back = service not back by the end of the run
report-service-demanded = power demanded (100 % = { $kw } kW)
report-service-served = power served
report-service-brief = Back: whole to the end of the run; gaps under 10 s (changeovers) are not counted.
report-service-normal = share of functions in normal state

## Picture: stores

report-stores-title = Tanks and batteries over time
report-stores-caption = { $n } levels moved, { $empty } ran empty.
report-stores-l = l
report-stores-kwh = kWh
report-stores-amounts = { $first } → { $last } { $unit }, least { $least }
report-stores-capacity = holds { $capacity } { $unit }
report-stores-pump-started = { $what } on
report-stores-pump-stopped = { $what } off
report-stores-source-running = { $what } running
report-stores-source-stopped = { $what } stopped
report-stores-store-empty = empty
report-stores-store-contaminated = contaminated
report-stores-refilled = refilled
report-stores-ups-on-battery = on battery
report-stores-ups-on-mains = on mains
report-stores-battery-empty = battery empty
report-stores-other = { $what }
report-stores-times = { " " }({ $n } times)

## Picture: one-line diagram

report-oneline-title = One-line diagram
report-oneline-caption = { $at } after the fault: { $dark } of { $all } kW dark, { $loads ->
    [one] one load
   *[other] { $loads } loads
    } without supply.
report-oneline-excerpt = Only the part this run was about is drawn; { $n } buses are left out.
report-oneline-sections = { $n } sect.
report-oneline-live = live
report-oneline-dead = dead
report-oneline-open = switch open
report-oneline-dark = load dark
report-oneline-fault = fault or lost
report-oneline-symbol-feeder = utility feeder
report-oneline-symbol-genset = genset
report-oneline-symbol-mobile-genset = mobile genset
report-oneline-symbol-breaker = breaker, closed
report-oneline-symbol-isolator = isolator, closed
report-oneline-symbol-load-switch = load switch, closed
report-oneline-symbol-fuse = fuse
report-oneline-symbol-contactor = contactor, closed
report-oneline-symbol-trafo = transformer
report-oneline-symbol-trafo3w = three-winding transformer
report-oneline-symbol-ups = uninterruptible power supply
report-oneline-symbol-ups-bypass = bypass of a UPS
report-oneline-symbol-connection-point = connection point for a mobile genset
report-oneline-symbol-impedance = impedance
report-oneline-symbol-many = several sections of line
report-oneline-symbol-load = load, live
report-oneline-symbol-motor = motor
report-oneline-symbol-shunt = capacitor or reactor
report-oneline-symbol-earth-switch = earthing switch
report-oneline-symbol-portable = portable earth
report-oneline-ats = ATS
report-oneline-sts = STS
report-oneline-bzt = bus-tie transfer
report-source-live = live
report-source-dead = dead
report-source-failed = failed

## Everywhere

report-exercise = 演练 EXERCISE
report-safety = For planning, review and exercise only. Not a switching order, never an instruction to operate equipment.
report-title = Contingency plan review report
report-yes = yes
report-home = home
report-no = no
report-kind-load = load
report-kind-function = function
report-still-open = { " " }(still out)
report-no-outage = none
report-no-clause = no clause yet
report-no-wording = (the plan says nothing)
report-nobody = nobody
report-class = Importance: { $level }
report-class-SP = special (SP)
report-class-C1 = class 1
report-class-C2 = class 2
report-class-TMP = temporary
report-class-none = not on the list of important users
report-plan = Plan { $id }, version { $version } ({ $status })
report-plan-draft = draft
report-plan-in-review = in review
report-plan-approved = approved
report-plan-retired = retired
report-status-completed = run completed
report-status-incomplete = run incomplete
report-status-not-applicable = scenario not applicable
report-verdict-met = met
report-verdict-missed = missed
report-verdict-not-tested = not tested
report-verdict-cannot-say = cannot say
report-endurance = { $word } ({ $lasts }): { $why }
report-owner-customer = customer
report-owner-utility = supply company
report-owner-both = both sides

## Conclusion

report-conclusion-missed = Conclusion: under the plan as it stands, { $missed } of { $all } protected loads and functions were interrupted for longer than allowed. The plan has to be revised.
report-conclusion-open = Conclusion: no limit was missed in this run, but of { $all } protected loads and functions { $not-tested } were not tested and { $cannot-say } cannot be judged. This does not show that the plan is complete.
report-conclusion-incomplete = Conclusion: the run did not finish. Up to its end no missed limit was recorded, and of its { $all } protected loads and functions none may be taken as met.
report-conclusion-met = Conclusion: in this scenario and this run, all { $all } protected loads and functions stayed within their limits. For other scenarios see "Not tested".
report-conclusion-no-flow = Conclusion: no limit of the { $all } protected loads and functions was missed in this run, but for a part of the network the power flow gave no answer: what was supplied there is not known, and this is no proof. See "Not tested".
report-conclusion-none = Conclusion: no load or function states how long it may be interrupted, so nothing can be judged. Fill in max_interruption in site.yaml first.
report-conclusion-not-applicable = Conclusion: this scenario does not apply to this customer. Nothing was tested.
report-conclusion-worst = Worst: { $name }, interrupted for { $outage } where { $limit } is allowed.
report-conclusion-worst-harm = Worst: { $name }, interrupted for { $outage }; its limit of harm was passed in the model.
report-conclusion-weak = { $weak ->
    [one] One weak point
   *[other] { $weak } weak points
    } came to light ({ $a } of severity A{ $bound ->
        [0] {""}
       *[other] , { $bound } of them at most: no run without the wait has judged them
    }).
report-at-most = at most { $severity }
report-conclusion-proposed = { $proposed ->
    [one] One recommended change was
   *[other] { $proposed } recommended changes were
    } supported by re-running, for the meeting to decide.
report-conclusion-not-rerun = Nothing has been re-run yet: severities of waits are upper bounds, and no change has been tried.
report-conclusion-rerun-open = Re-running was stopped: { $done } of { $of } changes were tried.
report-conclusion-none-proposed = No recommended change is supported by re-running yet.
report-conclusion-hazards = { $n ->
    [one] One hazard
   *[other] { $n } hazards
    } to people or equipment occurred.
report-warning-incomplete = The run did not finish: the record ends { $until } after the fault, { $horizon } were planned. What follows says only what happened until then; nothing may be read as "met".
report-warning-not-applicable = Scenario not applicable: this customer has nothing that fits { $why } of the scenario file. This report tests nothing.
report-warning-nothing-to-strike = Scenario not applicable: { $why } This report tests nothing.
report-warning-strikes-dead = Scenario not applicable: what it strikes is dead at T0 ({ $targets }), so nothing would happen. This report tests nothing.

## Page one

report-lights = Protected loads and functions
report-lights-more = { $n } more in table 1.
report-column-verdict = Result
report-column-name = Name
report-column-limit = Allowed
report-column-outage = Longest outage
report-column-why = Why
report-column-endurance = Endurance
report-first = Changes to make first (supported by re-running, for the meeting to decide, the greatest gain first)
report-first-see = see change { $n }
report-changes-proposed = Supported by re-running, for the meeting to decide
report-changes-untested = Not supported by re-running, for the meeting to discuss
report-changes-rejected = Re-run and rejected
report-wait-answer-first = See change { $n }.
report-weak = Top five weak points
report-weak-none = This run exposed no weak point.
report-weak-not-looked-for = The scenario does not apply; nobody looked for weak points.
report-weak-more = { $n } in all, the others in table 2.
report-weak-clause = Clause
report-weak-change = Change to
report-weak-owner = Owner
report-weak-no-change = No change proposed yet; for the meeting to work out.
report-change-proposed = supported by re-running
report-change-untested = not re-run
report-change-rejected = re-run, rejected
report-gain = { $measure }: { $before } → { $after }
report-gain-interruption = { $name } interrupted { $before } → { $after } ({ $limit ->
    [none] a limit of harm alone
   *[other] limit { $limit }
}){ $more ->
    [0] {""}
   *[other] , and { $more } more gain
}{ $was ->
    [none] {""}
   *[other] ; limits missed { $was } → { $now }
}
report-gain-endurance = own supply of { $name } lasts { $before } → { $after } (asked: { $limit }){ $more ->
    [0] {""}
   *[other] , and { $more } more gain
}{ $was ->
    [none] {""}
   *[other] ; limits missed { $was } → { $now }
}
report-wait = The wait that cost most
report-wait-sentence = Step { $step } "{ $text }" (clause { $clause }, { $who }) waited { $ms }, reason: { $reason }. Without this wait the longest protected outage that people can shorten is { $cost } shorter.
report-wait-answer = Proposed ({ $id }): clause { $clause } becomes "{ $new }"; re-run, { $gain }.
report-wait-answer-at = Proposed ({ $id }), { $clause }: "{ $new }"; re-run, { $gain }.
report-place-new-clause = { $clause ->
    [none] a new clause
   *[other] new clause { $clause }, after { $after }
}
report-place-roster = roster
report-place-resources = resources and orders kept ready
report-place-settings = settings
report-place-equipment = equipment
report-place-training = training plan
report-place-agreement = dispatch agreement
report-wait-no-answer = No change that shortens this wait is supported by re-running yet.
report-wait-on = It waited for: { $on }.
report-wait-not-run = The scenario does not apply; nothing was run.
report-wait-none = No step had to wait.
report-wait-not-computed = What each wait cost was not computed by re-running.
report-wait-costs-nothing = Removing any single wait would not shorten the worst outage.
report-not-tested = Not tested
report-not-tested-more = { $n } more in appendix A.
report-not-tested-none = Nothing within this scenario was left untested; other scenarios were not tested.
report-expected = Expected by the scenario
report-expected-line = { $name }: expected { $expected }, found { $found }
report-decisions = To be decided today
report-decision = { $id } ({ $kind }, { $owner }): { $what }

## Details

report-details = Tables and evidence
report-all-judged = Table 1: all loads and functions
report-outages = { $n } outages, { $total } in all
report-column-unserved = Unserved kWh
report-all-weak = Table 2: weak points
report-column-number = No.
report-column-code = Code
report-column-severity = Severity
report-column-finding = What happened
report-column-subject = Subject
report-column-clause = Clause
report-column-evidence = Evidence (lines of journal.jsonl)
report-changes = Table 3: recommendations
report-changes-none = There are no recommendations.
report-column-change = Change
report-column-old = Wording now
report-column-new = Wording proposed
report-column-reason = Reason
report-column-owner = Owner
report-column-proof = Before → after re-running
report-change-kind-paper = wording
report-change-kind-setting = setting
report-change-kind-staffing = staffing
report-change-kind-training = training
report-change-kind-purchase = purchase
report-proof-in = Run with the change: { $path }
report-sentence-change = [{ $id }] For { $codes }: change clause { $clause } from "{ $old }" to "{ $new }". Owner: { $owner }.
report-sentence-change-anywhere = [{ $id }] For { $codes }: change "{ $old }" to "{ $new }". Owner: { $owner }.
report-sentence-new = [{ $id }] For { $codes }: add to the plan ({ $clause }): "{ $new }". Owner: { $owner }.
report-sentence-proof = Supported by re-running: { $gain }.
report-steps = Table 4: steps and waits by person
report-column-who = Who
report-column-step = Step
report-column-ready = Ready
report-column-started = Begun
report-column-finished = Finished
report-column-waits = Waits
report-wait-line = { $reason } { $ms } ({ $on })
report-wait-cost = cost { $ms }
report-hazards = Table 5: hazards
report-hazards-none = No hazard occurred in this run.
report-hazard-line = { $what }: { $where }
report-hazard-back-feed = back-feed into the grid
report-hazard-paralleling = paralleling without being one system
report-hazard-joining-unlike = joining live parts of unlike voltage
report-hazard-without-permit = operation without permit
report-hazard-without-supervisor = operation without the supervisor that is due
report-hazard-closing-onto-fault = closing onto a fault
report-hazard-closing-onto-earth = closing onto an earth
report-hazard-earthing-live = earthing a live part
report-hazard-earth-without-proof = earthing without proving dead
report-hazard-unsafe-work = work without prove-dead and earth
report-hazard-live-at-work = live while people were at work
report-hazard-closing-tagged = closing against a notice
report-hazard-isolator-under-load = isolator operated under load
report-hazard-wrong-phase-sequence = feeding in with an unchecked phase sequence
report-column-time = Time
report-column-hazard = Hazard
report-all-not-tested = Appendix A: not tested
report-assumptions = Appendix B: assumptions and sources
report-assumption-one-run = This report is one run of one scenario (seed { $seed }), no statistics: human times and starts of equipment were drawn once.
report-assumption-selectivity = Some devices have no protection settings on file; the run assumed that the nearest one trips first.
report-assumption-cannot-say = The power flow gave no answer at times; nothing that depends on it was called met.
report-assumption-steady-state = Voltages and loadings come from steady-state power flow; transient stability is not covered.
report-assumption-rules = The rules below were compiled from public sources and not checked against the standards' own text. This report is no proof of compliance with any standard.
report-column-source = Source
report-column-confidence = How sure
report-confidence-seen = seen in public sources
report-confidence-own = practice of the trade, not looked up
report-confidence-derived = derived from several sources
report-facts = Appendix C: how to repeat this run
report-fact-product = Program
report-fact-seed = Seed
report-fact-engine = Engine
report-fact-events = Events recorded
report-picture = Figure { $n }: { $what }
report-picture-sheet = { " " }(sheet { $n })
report-picture-timeline = timeline
report-picture-causes = what failed because of what
report-picture-service = power back is not service back
report-picture-stores = tanks and batteries
report-picture-oneline = one-line diagram as the worst outage begins
report-picture-network = the whole network as the worst outage begins
report-network-title = The whole network as the worst outage begins
report-start = Start
report-horizon = Duration
report-scenario = Scenario

## Problems when a run folder is read

problem-run-json-unreadable = run.json is damaged or was written by another version. Run the scenario again with drillsim run, or delete run.json and report again (without recommendations).
report-nth-time = { $what } (time { NUMBER($number, useGrouping: 0) })
report-restart = restart { $what }
report-safe-stop = safe stop of { $what }
report-weak-under-one = { $code } { $title } ({ $subject })
report-weak-under = { $more ->
    [0] followed by { $list }
   *[other] followed by { $list } and { $more } more
}
report-weak-others = ({ $n } more of this kind)
report-expected-all = All { $n } expectations held.
report-and-others = { " " }and others
report-expected-open = { $n } of { $all } could not be tested, which is neither: { $names }.
report-expected-some = { $lost } of { $n } expectations did not hold: { $names }.

## Measures of a proving run

report-measure-worst-outage-ms = longest outage
report-measure-whose = { " " }({ $name })
report-measure-harmed = functions harmed
report-measure-missed = limits missed
report-measure-protected-outage-ms = all protected outages
report-measure-hazards = hazards
report-measure-weak-points-a = weak points of severity A
report-measure-weak-points = weak points
report-measure-wait-ms = this wait
report-measure-outage-of = outage of { $name }
report-column-cost = Cost (by the customer's own figures)
report-column-assumed = Assumed effect
report-assumed = { $field } from { $now } to { $assumed } (assumed). Basis: { $basis }.
report-assumed-yes-no = { $field } (assumed once it is done; it is so or it is not, and no figure lies in between at which its benefit ends). Basis: { $basis }.
report-assumed-persons = { $n ->
    [one] 1 person
   *[other] { $n } persons
}
report-assumed-takes = time for “{ $step }”
report-assumed-vanishes = At { $at } nothing is gained any more.
report-decisions-more = { $n } in all, the others in table 3.

## What a condition asks for

condition-all = {" "}and{" "}
condition-any = {" "}or{" "}
condition-not = not: { $what }
condition-part = ({ $what })
condition-quoted = “{ $what }”
condition-for = { $what } for { $ms }
condition-switch-open = { $what } open
condition-switch-closed = { $what } closed
condition-bus-live = { $what } live
condition-bus-dead = { $what } dead
condition-bus-proved-dead = { $what } proved dead
condition-bus-earthed = { $what } earthed
condition-bus-earth-fault = earth-fault alarm of { $what }
condition-load-live = { $what } supplied
condition-load-dead = { $what } without supply
condition-source-live = { $what } live
condition-source-dead = { $what } dead
condition-source-failed = { $what } failed
condition-function-normal = { $what } working normally
condition-function-riding-through = { $what } bridging the interruption
condition-function-lost = { $what } lost
condition-function-safe-stopped = { $what } stopped in good order
condition-function-restarting = { $what } restarting
condition-function-harmed = { $what } harmed
condition-store-above = { $what } above { $percent } %
condition-store-below = { $what } below { $percent } %
condition-step-done = { $what } done
condition-step-failed = { $what } failed
condition-step-skipped = { $what } skipped
condition-step-timed-out = { $what } timed out
condition-message-received = the message of { $what } received
condition-transfer-enabled = { $what } in automatic
condition-transfer-disabled = { $what } out of automatic
condition-transfer-normal = { $what } on its normal side
condition-transfer-standby = { $what } on its standby side
condition-measure-applied = { $what } applied
condition-measure-over = { $what } over
condition-resource-here = { $what } there
condition-resource-taken = { $what } taken
condition-element-faulted = { $what } found faulty
condition-element-sound = { $what } found sound

## Steps of active cards that never began

report-never-begun = Why steps of active cards never began
report-never-begun-none = Every step of an active card that was due began.
report-column-held = Held by
report-column-needed = What would have had to happen
report-never-begun-held = { $reason }, { $ms }
report-never-begun-count = ({ $n } items)
report-needed-any = one of:{ " " }
report-needed-between = {"; "}
report-needed-step = { $step } done (at the end: { $state })
report-needed-known = { $role } knowing: { $what }
report-needed-told = { $role } told how { $step } ended (at the end: { $state })
report-needed-card = { $role } told that the card “{ $card }” is active
report-needed-permit = the permit for { $what } from { $by }
report-needed-refused = the permit not refused: { $what }
report-needed-order = “{ $what }” written and checked
report-needed-free = { $who } on duty and free
report-needed-there = { $who } arrived
report-needed-here = { $what } at hand
report-needed-interlock = another of { $what } open, so that the interlock lets go
report-needed-access = the way to { $what } open
report-needed-store = { $what } filled
report-needed-condition = { $what }; this was known not to be so
report-needed-time = its turn before the card was over
report-wait-condition = not due
report-wait-refused = permit refused
report-wait-no-time = its card was over
report-and-more = { " " }and others, { $n } in all
report-edition = { $moment } · edition { $name }: { $title }, { $first } to { $until }
report-edition-outside = The scenario lies outside these days; rosters are read on its own day.

report-contents = Contents
report-pictures = What happened
report-picture-beside = { $what } is larger than the paper of this report: it lies beside it as pictures/{ $name }.svg.
report-lights-names = { " " }and others, { $n } in all
report-column-cause = Cause (code)
report-column-place = Place
report-column-gain = By re-running
report-column-due = Due
report-column-answers = Answers
report-column-total = All outages
report-column-line = Line
report-column-event = Event
report-column-of = Weak points, changes
report-column-card = Card
report-column-text = Wording
report-due-open = at the meeting
report-light-limit = { $name } ({ $limit })
report-light-limits = { $first } to { $last }
report-no-change = none yet
report-evidence-more = { $n } more
report-events = Appendix D: evidence (events of journal.jsonl)
report-clauses = Appendix E: clauses this report speaks of
report-plan-change = { $n ->
    [0] (no change is supported by re-running yet)
    [one] → draft with one change, for the meeting to decide
   *[other] → draft with { $n } changes, for the meeting to decide
}
report-grade = Proposed grade: { $grade }; the head of the evaluation decides.
report-grade-P = performed without challenges (P)
report-grade-S = performed with some challenges (S)
report-grade-M = performed with major challenges (M)
report-grade-U = unable to be performed (U)
report-grade-none = Not everything was tested, so no grade is proposed.
report-sure = How sure
report-sure-one-run = One run of one scenario (random seed { $seed }), no probability; other luck or another scenario may end otherwise.
report-sure-not-rerun = Not every change has been re-run; severities of waits are upper bounds.
report-sure-assumed = { $n ->
    [one] One supported change rests on an assumed effect.
   *[other] { $n } supported changes rest on assumed effects.
}
report-sure-figures = Figures are those of the customer's files; those marked as assumed are to be confirmed first.
report-decide-adopt = { $n ->
    [one] Whether change 1 is adopted, by whom and until when
   *[other] Whether changes 1 to { $n } are adopted, by whom and until when
}
report-decide-more = { $n } more to decide, see table 3
report-light-causes = , also { $codes }
report-source-empty = out of fuel
report-oneline-begins = { $name }: its outage begins.{ " " }
report-oneline-middle = { $name }: the middle of its outage.{ " " }
report-oneline-missed = load that missed its limit
report-oneline-empty = out of fuel or battery empty
report-picture-middle = one-line diagram in the middle of the worst outage
report-picture-gains = before and after
report-gains-title = Longest outage before and after
report-gains-caption = { $n ->
    [one] One load or function that missed its limit, its longest outage
   *[other] { $n } loads and functions that missed their limits, their longest outages
} under the plan as it is and with each change, same luck; the upright line is the limit.
report-gains-now = plan as it is
report-gains-change = change { $n } ({ $place })
report-events-of-more = { $n ->
    [one] one other change
   *[other] { $n } other changes
}
report-steps-alike = the same at { $n ->
    [one] one more place
   *[other] { $n } more places
}: { $ids }

# The report of a campaign: everything the review meeting reads of many runs.

## Things without a name of their own

report-campaign-kind-bus = bus { $id }
report-campaign-kind-switch = switch { $id }
report-campaign-kind-line = line { $id }
report-campaign-kind-trafo = transformer { $id }
report-campaign-kind-trafo3w = three-winding transformer { $id }
report-campaign-kind-impedance = reactor { $id }
report-campaign-kind-load = load { $id }
report-campaign-kind-source = source { $id }
report-campaign-kind-permit = permit { $id }
report-campaign-step = step { $id } "{ $what }"

## What fails, as a clause

report-campaign-fault-short-circuit = { $what } has a short circuit
report-campaign-fault-source-lost = { $what } is lost
report-campaign-fault-fails-to-operate = { $what } does not operate
report-campaign-fault-fails-to-start = { $what } does not start
report-campaign-fault-fails-running = { $what } stops while running
report-campaign-fault-vt-lost = the VT circuit of { $what } is broken
report-campaign-fault-zone-lost = { $what } is destroyed
report-campaign-fault-zone-no-access = { $what } cannot be entered
report-campaign-fault-person-absent = { $what } is absent
report-campaign-fault-person-unreachable = { $what } cannot be reached
report-campaign-fault-channel-lost = { $what } is down
report-campaign-fault-store-empty = { $what } is empty
report-campaign-fault-earth-fault = { $what } has an earth fault
report-campaign-fault-open-phase = { $what } has an open phase
report-campaign-fault-dip = { $what } dips
report-campaign-fault-maloperates = { $what } operates by mistake
report-campaign-fault-relay-disabled = the protection of { $what } is off
report-campaign-fault-store-contaminated = { $what } is contaminated
report-campaign-fault-resource-unavailable = { $what } is not available
report-campaign-fault-permit-refused = { $what } is refused
report-campaign-fault-dc-lost = { $what } has no control supply
report-campaign-fault-wrong-action = { $what } is carried out wrongly
report-campaign-fault-omitted = { $what } is left out
report-campaign-fault-late = { $what } takes { $late } longer
report-campaign-comma = { ", " }
report-campaign-and = { $first } and { $last }
report-campaign-at-hours = { $what } { $hours }
report-campaign-while = { $what } while { $before }
report-campaign-and-others = { " " }and others
report-campaign-nothing = nothing fails
report-campaign-case = { $what }, { $hour }
report-campaign-case-draw = { " " }(draw { $draw })
report-campaign-hour-day = by day
report-campaign-hour-night = at night
report-campaign-hour-peak = at peak load
report-campaign-hour-shift-change = at the change of shift

## Groups of failures

report-campaign-group-element = network elements
report-campaign-group-source = sources
report-campaign-group-zone = zones
report-campaign-group-transfer = automatic transfers
report-campaign-group-device = switching devices
report-campaign-group-store = stores
report-campaign-group-person = persons absent
report-campaign-group-channel = channels and displays
report-campaign-group-protection = protection
report-campaign-group-control = control supplies
report-campaign-group-step = steps left out or late
report-campaign-group-resource = resources
report-campaign-group-permit = permits refused

## Causes of the ledger

report-campaign-cause-wait = waiting in { $what }

## Failure sets

report-campaign-set = When { $members }, { $broken }, { $share }; { $often }.
report-campaign-set-each = When { $members }, { $broken }; { $often }.
report-campaign-set-alike = When { $members }, { $share }; { $often }.
report-campaign-set-alike-some = When { $members }, at least one of them { $share }; { $often }.
report-campaign-limited = { $name } ({ $limit })
report-campaign-limited-share = { $name } { $share }
report-campaign-broken-load = { $name } is without supply for longer than its limit of { $limit }
report-campaign-broken-function = { $name } is interrupted for longer than its limit of { $limit }
report-campaign-broken-harm = { $name } stays lost until harm is done
report-campaign-broken-many = { $more ->
    [0] these { $n } are interrupted for longer than allowed: { $list }
    [one] these { $n } are interrupted for longer than allowed: { $list } and one more
   *[other] these { $n } are interrupted for longer than allowed: { $list } and { $more } more
 }
report-campaign-share-runs = in { $n } of { $all } draws
report-campaign-share-all = { $all ->
    [one] in the only draw
    [2] in both draws
   *[other] in all { $all } draws
 }
report-campaign-share-chance = with a chance of { $share }
report-campaign-often-set = a limit is missed so { $often }
report-campaign-often-assumed = { $often } (with assumed rates)
report-campaign-often-unknown = how often is not known
report-campaign-never = never
report-campaign-times-a-year = about { $n } times a year
report-campaign-once-in = about once in { $years } years
report-campaign-rarer = less than once in { $years } years

## What was not tested

report-campaign-not-tested-runs-failed = { $runs ->
    [one] One run
   *[other] { $runs } runs
 } could not be carried out; nothing can be said of any limit there.
report-campaign-not-tested-no-flow = In { $cases ->
    [one] one case
   *[other] { $cases } cases
 } the power flow has no solution for { $n ->
    [one] one bus
   *[other] { $n } buses
 }: { $list }. Nothing is known of voltage and loading there; no limit there counts as met, and what is drawn there counts as served. The report names the cases.
report-campaign-not-tested-limits-open = In { $runs } judgements of { $n } protected loads and functions the limit could not be tested (a store was still running down when the case ended, or the limit is longer than the case), or nobody can say: { $list }.
report-campaign-not-tested-stopped-at-limit = Stopped after { $units } units as asked for: the cases behind them were not played.
report-campaign-not-tested-more-at-once = { $failures ->
    [0] Failures were not played, only the scenarios.
    [one] Two and three failures at once were not played.
   *[other] More than { $failures } failures at once were not played.
 }
report-campaign-not-tested-one-event = Two events at once, and more than one thing beside that does not go as planned, were not played; --faults N-2 and N-3 play them.
report-campaign-not-tested-other-hours = Not played: { $list }.
report-campaign-not-tested-no-scenarios = The scenario library was not played.
report-campaign-not-tested-no-frequency = For { $cases } cases nobody states how often they happen; in { $missed ->
    [0] none
    [one] one
   *[other] { $missed }
 } of them a protected limit is missed that no case with a rate accounts for. They count in no share and in nothing a year.{ $n ->
    [0] {""}
   *[other] { " " }Rates are missing for { $n } failures: { $list }.
 } Persons absent, steps left out and other conditions have no rate at all.
report-campaign-not-tested-steps-not-reached = No case reached { $n ->
    [one] one step
   *[other] { $n } steps
 } of the plan: { $list }.
report-campaign-not-tested-cards-not-active = No case activated { $n ->
    [one] one card
   *[other] { $n } cards
 }: { $list }.
report-campaign-not-tested-no-limit = { $n } loads and functions state no limit and are not judged: { $list }.

## Page one

report-campaign-title = Campaign report: every fault, many draws
report-campaign-conclusion-missed = { $missed } of { $all } protected loads and functions miss their limit in at least one case.
report-campaign-conclusion-open = No case shows a limit missed, but for { $open } of { $all } protected loads and functions some runs could not be judged. That is no proof that the plan is complete.
report-campaign-conclusion-unplayed = Nothing was played: no scenario that was asked for applies to this customer. Nothing is known of any limit.
report-campaign-conclusion-unsaid = No case shows a limit of the { $all } protected loads and functions missed, but not all of them could be worked out. That is no proof that the plan is complete.
report-campaign-conclusion-no-flow = In { $cases ->
    [one] one case
   *[other] { $cases } cases
 } the power flow has no solution for { $buses ->
    [one] one bus
   *[other] { $buses } buses
 }: the network may be unable to carry the load there.
report-campaign-conclusion-cut = The campaign was cut short. None of the cases played shows a limit missed; of all others it says nothing.
report-campaign-conclusion-met = In all cases and draws played, all { $all } protected loads and functions stay within their limits. What was not played is said below.
report-campaign-conclusion-none = No load or function states a limit, so nothing can be judged. Write max_interruption in site.yaml first.
report-campaign-conclusion-worst = Worst: { $name }, { $outage } without (allowed: { $limit }), when { $case }.
report-campaign-conclusion-chance = When something goes wrong, the limit of { $name } is met in { $p } of the cases, weighed by how often they happen{ $assumed ->
    [0] .
   *[other] { "," } with { $assumed } of { $all } rates assumed.
 }
report-campaign-conclusion-unrated = { $cases } cases have no rate, and in { $missed ->
    [one] one
   *[other] { $missed }
 } of them a protected limit is missed that no case with a rate accounts for; no share or yearly figure counts that. { $often }
report-campaign-often-by-chance = { $assumed ->
    [0] How often it happens is not known.
   *[other] { $rest ->
        [0] How often it happens is told only by assumed chances on demand, in the combinations below.
       *[other] How often it happens is not known for { $rest }; for { $assumed } only assumed chances on demand tell it, in the combinations below.
     }
 }
report-campaign-conclusion-scenarios = { $cases ->
    [one] Of one scenario case, which has no rate,
   *[other] Of { $cases } scenario cases, which have no rate,
 } { $missed ->
    [one] one misses
   *[other] { $missed } miss
 } a protected limit.
report-campaign-conclusion-nothing = A limit is missed although nothing fails.
report-campaign-conclusion-single = { $n ->
    [0] No single failure breaks a limit.
    [one] One failure alone breaks a limit.
   *[other] { $n } failures alone break a limit.
 }
report-campaign-conclusion-combined = { $n ->
    [one] One combination of failures breaks limits that its members alone do not.
   *[other] { $n } combinations of failures break limits that their members alone do not.
 }
report-campaign-played = What was played
report-campaign-played-cases = Cases
report-campaign-played-cases-line = { $cases } counted, { $played } played, { $left } left out as known to change nothing
report-campaign-played-cases-rest = { $rest ->
    [one] ; one does not apply to this customer or was not reached
   *[other] ; { $rest } do not apply to this customer or were not reached
 }
report-campaign-played-cases-event = { $cases } counted, { $played } played; { $left } counted and not played: what goes wrong there beside the event is nothing the run of the event turned to (a person nobody asked, a device nobody used, a step that never began), so it goes as the event alone
report-campaign-played-cases-all = { $cases } counted, { $played } played, none left out
report-campaign-played-failures = Failures
report-campaign-played-failures-0 = none, the scenario library alone
report-campaign-played-failures-event = each event alone, and with one thing beside that does not go as planned (a person absent, a refusal, a channel, a transfer, a breaker, a set, a step left out or { $late } late) where the event alone turns to it
report-campaign-played-failures-1 = each alone
report-campaign-played-failures-2 = alone and in pairs
report-campaign-played-failures-3 = alone, in pairs and in threes
report-campaign-played-scenarios = Scenarios
report-campaign-played-scenarios-line = { $n } of the library and of the customer
report-campaign-played-rates = Rates
report-campaign-played-rates-line = { $stated } of the customer's own, { $assumed } assumed, { $missing } missing
report-campaign-played-hours = Hours
report-campaign-played-hour = { $name } ({ $time })
report-campaign-played-hour-load = { $name } ({ $time }, load situation "{ $load }")
report-campaign-played-runs = Runs
report-campaign-played-runs-line = { $runs } with { $draws ->
    [one] one draw
   *[other] { $draws } draws
 } of luck a case
report-campaign-played-runs-exact = { $runs }
report-campaign-played-how = How
report-campaign-how-exact = exact: every branch of chance enumerated
report-campaign-how-both = sampled, and exact beside it where durations are fixed
report-campaign-how-sampled = sampled, with 95 % intervals
report-campaign-subjects = Protected loads and functions, worst first
report-campaign-subjects-more = { $n } more in table 1.
report-campaign-column-p-met = Limit met in
report-campaign-column-p95 = P95
report-campaign-column-worst = Worst
report-campaign-column-worst-case = Worst case
report-campaign-column-missed = Cases missed
report-campaign-column-unjudged = Not judged
report-campaign-column-unserved-year = kWh a year (cases with a rate)
report-campaign-column-library = Library
report-campaign-p-unknown = not judged
report-campaign-p-no-rate = no share without rates
report-campaign-p-missed-unrated = no share: missed in { $n ->
    [one] one case
   *[other] { $n } cases
 } without a rate
report-campaign-p-missed = no share: missed in { $n ->
    [one] one case
   *[other] { $n } cases
 }
report-campaign-at-least = at least { $time }
report-campaign-see-journal = report
report-campaign-note-columns = "Limit met in": chance that the limit is met when something goes wrong, each case weighed by how often it happens, with its 95 % interval; P95: not exceeded in 95 of 100 events. Neither is stated where it would hide a case without a rate in which the limit is missed.

## Sections

report-campaign-variants = Which variant helps most
report-campaign-variants-none = No variant of the plan was given. With --variant LABEL=DIR a changed plan is played through the same cases with the same luck.
report-campaign-variant-best = Helps most: { $variant }. { $gain }
report-campaign-variant-no-help = None of the given variants helps: none has fewer limits missed or less energy unserved.
report-campaign-variant-gain = { $less } fewer limits missed a year, { $kwh } kWh less unserved a year; better in { $better } cases, worse in { $worse }.
report-campaign-column-variant = Variant
report-campaign-column-misses = Limits missed a year
report-campaign-column-misses-less = Fewer a year
report-campaign-column-unserved-less = kWh less a year
report-campaign-column-better = Cases better
report-campaign-column-worse = Cases worse
report-campaign-sets = The smallest combinations that break the plan
report-campaign-sets-none = No combination that was played breaks a limit.
report-campaign-sets-not-sought = Failures were not played, so no combination was looked for.
report-campaign-sets-trivial = { $n ->
    [one] One failure of a bus or zone breaks
   *[other] { $n } failures of buses or zones each break
 } only limits of what hangs on it alone, which no plan can mend before the repair; counted, not listed.
report-campaign-sets-order = { $n ->
    [one] One failure is enough
   *[other] { $n } failures at once
 }
report-campaign-sets-note = Without any one of its members, none of these limits is missed.
report-campaign-sets-alike = The same limits are missed in { $n ->
    [one] one more way:
   *[other] { $n } more ways:
 }
report-campaign-sets-breaks = Limits missed
report-campaign-curves = How long, how often: outages against limits
report-campaign-curves-none = No outage of a protected load or function to draw.
report-campaign-curves-never = Never interrupted in any case: { $list }.
report-campaign-curves-unrated = Interrupted only in cases without a yearly frequency, so without a curve: { $list }.
report-campaign-importance = What matters most
report-campaign-importance-none = No limit was missed, so nothing is more important than anything else.
report-campaign-importance-unrated = Limits are missed only in cases whose frequency is not known, so nobody can say what matters most a year.
report-campaign-coverage = What was exercised
report-campaign-never-reached = Steps that no case reached
report-campaign-never-reached-none = Every step of the plan was reached by some case.
report-campaign-never-line = { $card } { $id }: { $text }
report-campaign-never-done = Steps that were reached and never carried out
report-campaign-cards-never = Cards that were never active
report-campaign-ledger = What cost most
report-campaign-ledger-none = Nothing was late and nothing unserved.
report-campaign-ledger-unrated = Limits are missed only in cases whose frequency is not known: what they cost a year nobody can say.
report-campaign-ledger-note = Every minute beyond a limit and every unserved kWh is booked to exactly one cause; the sums are exact.
report-campaign-ledger-a-year = a year
report-campaign-ledger-all-runs = over all runs
report-campaign-column-cause = Cause
report-campaign-column-late-min = Minutes beyond the limit, { $per }
report-campaign-column-kwh = Unserved kWh, { $per }
report-campaign-total = Total
report-campaign-indices = Supply indices
report-campaign-indices-none = No failure states a rate, so there are no indices a year.
report-campaign-indices-no-failures = Failures were not played, so there are no indices a year.
report-campaign-indices-unrated = { $n ->
    [one] One failure without a rate interrupts
   *[other] { $n } failures without a rate interrupt
 } loads, so that indices would say too little: { $list }.
report-campaign-indices-note = Of single failures with a yearly frequency alone; each load counts with its number of customers, one where none is stated; what is still dark when its case ends counts up to there.{ $missed ->
    [0] {""}
    [one] { " " }What the one case without a rate named above misses is not in them.
   *[other] { " " }What the { $missed } cases without a rate named above miss is not in them.
 }
report-campaign-index-saifi = SAIFI, sustained interruptions a load and year
report-campaign-index-saidi = SAIDI, hours of sustained interruption a load and year
report-campaign-index-caidi = CAIDI, hours a sustained interruption
report-campaign-index-asai = ASAI, share of the year with supply
report-campaign-index-maifi = MAIFI, momentary interruptions a load and year
report-campaign-index-ens = ENS, energy not supplied, kWh a year
report-campaign-column-load-point = Load
report-campaign-column-failures-year = Interruptions a year
report-campaign-column-hours-year = Hours a year
report-campaign-worst = The worst cases
report-campaign-worst-none = No case is worse than allowed; no journal was kept.
report-campaign-worst-note = Each was played again with the same luck and lies in its own folder, with the report, the journal and the exact input files.
report-campaign-column-case = Case
report-campaign-column-subject = Worst for
report-campaign-column-outage = Without for
report-campaign-column-late = Beyond the limit
report-campaign-column-open = Open
report-campaign-link-report = report
report-campaign-link-journal = journal
report-campaign-details = Tables
report-campaign-all-subjects = Table 1: all loads and functions
report-campaign-all-importance = Table 2: importance
report-campaign-all-steps = Table 3: steps, how they ended
report-campaign-column-failure = Failure
report-campaign-column-group = Group
report-campaign-column-fv = Fussell–Vesely
report-campaign-column-birnbaum = Birnbaum, a year
report-campaign-column-raw = RAW
report-campaign-column-rrw = RRW
report-campaign-infinite = ∞
report-campaign-column-nobody = not reached
report-campaign-method = How it was worked out

## How it was worked out

report-campaign-method-engine = Every case is played by the same engine and the same plan steps as a single run: faults, protection, automatic transfer, people with their travel and waits, stores and functions.
report-campaign-method-weights = Each case with a frequency is weighed by it: p = Σ frequency × share met ÷ Σ frequency. Day and night share the year equally. The scenarios of the library have no frequency and stand apart.
report-campaign-method-equal = No failure states a rate, so neither shares nor figures a year are given.
report-campaign-method-scenarios = Scenarios have no rate, so neither shares nor figures a year are given.
report-campaign-method-assumed = { $n } rates are assumed, as the files give none: a line 0.04 a km and year, a transformer 0.015 a year, a bus 0.001 (RBTS bus 6), a zone 0.005; and in failure sets a breaker that fails 0.002 of the times it is asked, an automatic transfer switch 0.003, a bus-tie transfer 0.015. Supplies and UPSs have no assumed rate.
report-campaign-method-pairs = A pair comes about f1 × unavailability 2 + f2 × unavailability 1 times a year; unavailability is rate × mean repair. A failure on demand is a chance drawn within the run, not a second fault.
report-campaign-method-hidden = A hidden failure (a breaker that will not move, a step left out or late) is played only where the run asked for it; where nobody asks, it is known to change nothing. Of what is there beforehand (a person absent, a display dark, a tank empty) the same is known where the run without it did not rest on it. { $left } cases were left out for that reason.
report-campaign-method-event = What does not go as planned is played beside an event only where the run of the event alone turned to it: a device that was to move, a step that began, a resource, channel or permit that was asked for; a person who was found, who stood for those who are there, who told others something or learned what a step waited for; a display by which somebody came to believe another thing; a tank whose level was read, which flowed, or which the plan asks about. { $left } cases were left out for that reason. A tank empty and a control supply lost are played alone too.
report-campaign-method-late = A step that is late takes { $late } longer than its own time: assumed, the same for every step; --late sets another.
report-campaign-method-every-case = No case was left out: hidden failures were played also where nobody asks for them.
report-campaign-method-draws = { $draws } draws of luck a case, from seed { $seed }; the same luck for every case and every variant, so that differences are those of the plan.
report-campaign-method-rest = A case of failures is watched for 8 hours at least and until its repairs are over and people have switched back; longer while a battery gives, a set burns fuel or somebody within his limit is still without, 72 hours at most. What then still lives on a store alone counts as not tested. Scenarios are played as written.
report-campaign-method-interval = The 95 % interval counts what could not be judged as missed at its lower end and as met at its upper end.
report-campaign-method-target = Drawing was to end when the yearly unserved energy is known to { $error }.
report-campaign-method-exact = Exact means: every chance that a run consults is followed to both ends, each with its probability. Only cases whose durations are fixed can be answered so.
report-campaign-method-weight-left = Weight of the branches left open: { $weight }; it widens the intervals.
report-campaign-method-sets = A failure set is smallest: without any one of its members the same limit is missed in no draw played. Draws not played may say otherwise.
report-campaign-method-indices = Indices of supply by their usual definitions (IEEE 1366), of single failures alone: SAIFI, SAIDI, CAIDI and ASAI count interruptions longer than { $above }, MAIFI the others, ENS all of them. An interruption that is still open when its case ends counts up to there, so hours and energy are the least there can be.
report-campaign-method-day = Cases without a scenario of their own lie on { $date }.
report-campaign-method-importance = Fussell–Vesely: share of the yearly misses in which the failure takes part. Birnbaum: misses a year if it always fails less misses if it never does. RAW and RRW: how many times more misses if it always fails, how many times fewer if it never does.
report-campaign-no-flow = Cases without a power flow
report-campaign-no-flow-note = The power flow has no solution for these buses at some time of the case; most often the load is more than the lines that are left can carry. Nothing is known of voltage and loading there.
report-campaign-no-flow-line = { $case }, in { $runs ->
    [one] one run
   *[other] { $runs } runs
 }: { $buses }
report-campaign-no-flow-more = and { $n } more
report-campaign-not-exact = Cases that could not be enumerated
report-campaign-not-exact-line = { $case }: { $durations } drawn
report-campaign-disagreements = Where exact and sampled disagree
report-campaign-disagreement = { $name }: exact { $exact }, outside the sampled interval { $interval }
report-campaign-disagreements-none = Exact and sampled answers agree wherever there are both.
report-campaign-fact-draws = Draws
report-campaign-fact-order = Failures at once
report-campaign-fact-scenarios = Scenarios

## Pictures

report-picture-exceedance = outages against limits
report-picture-importance = what matters most
report-picture-coverage = coverage of cards by what failed
report-exceedance-title = How often a year an outage lasts longer than …, for each protected load and function
report-exceedance-caption = { $n } curves, each with its limit as a dashed line; { $missed } of them run on beyond it. Cases without a rate are in no curve.
report-exceedance-limit = limit { $limit }
report-exceedance-met = met { $share }
report-exceedance-no-limit = no limit
report-exceedance-x = lasts longer than
report-exceedance-y = times a year
report-exceedance-legend-curve = how often longer
report-exceedance-legend-late = beyond the limit
report-exceedance-legend-limit = limit
report-importance-title = What matters most for missing a protected limit
report-importance-caption = The { $shown } failures with the greatest share of the yearly misses, of { $all }.
report-importance-share = share of the yearly misses in which it takes part (Fussell–Vesely)
report-importance-hatched = hatched: people, steps, permits, resources, channels
report-importance-raw = RAW ×
report-coverage-title = Which cards became active in how many runs, by what failed
report-coverage-caption = { $rows } kinds of case down, { $cards } cards across; { $empty } of { $cells } fields are empty.
report-coverage-none = never
report-coverage-few = few runs
report-coverage-many = many runs

## Problems when a campaign's folder is read

problem-campaign-stopped = This campaign was stopped: { $done } of { $units } units are played, a unit being what fails, or a scenario, at one hour with everything played beside it. There is no report before all of them are. Nothing of it is lost. Go on with: { $command } (write where the customer's folder lies for the dots{ $scenarios ->
    [many] {""}, and the same --scenarios as before
   *[few] {""}
 }).
problem-campaign-json-unreadable = campaign.json is missing, damaged or was written by another version. Run drillsim campaign again.
report-campaign-played-edition = Edition
report-campaign-played-edition-line = { $title } ({ $name }), { $first } to { $until }; cases without a scenario begin on the first day{ $outside ->
    [0] {""}
    [one] ; one scenario lies outside these days
   *[other] ; { $outside } scenarios lie outside these days
}

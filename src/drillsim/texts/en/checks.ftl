# Rules judged from the files and the network alone, without a simulation.

## Contradictions between the files

problem-function-circle = Functions need each other in a circle: { $circle }. Decide which one can come back first and take one of these needs out.
problem-shed-takes-others = Step { $step } sheds or restores load { $load }, which has no switch of its own: it opens { $switches }, which also feeds { $others }. Give { $load } its own switch, or name the other loads in the step.
problem-shed-no-switch = Step { $step } sheds or restores load { $load }, but there is no switch between it and its sources. Add the load's switch to the network file.
problem-rule-plugin-broken = Rule plug-in { $entry } cannot be loaded ({ $error }). Mend the package or uninstall it.
problem-rule-plugin-failed = Rule { $id } of a plug-in failed ({ $error }). Mend the package or uninstall it.
problem-rule-plugin-no-rule = Rule plug-in { $entry } gives a { $found }, not a rule. Its entry point must name a drillsim.checks.Rule or a tuple of them.
problem-rule-plugin-id = Rule plug-in { $entry } has the id "{ $id }". Write X-<organisation>-<two digits>, such as X-sgcc-01.
problem-rule-id-taken = The rule id "{ $id }" is taken. Give the plug-in's rule another one.

## Words for outcomes

rule-outcome-pass = pass
rule-outcome-fail = fail
rule-outcome-unknown = unknown
rule-outcome-not-applicable = not applicable

rule-moment = { $day ->
        [mon] Monday
        [tue] Tuesday
        [wed] Wednesday
        [thu] Thursday
        [fri] Friday
        [sat] Saturday
       *[sun] Sunday
    } { $clock }
rule-own = { $outcome } ({ $id }): { $facts }.
rule-pass = { $count ->
    [one] 1 thing looked at, nothing found.
   *[other] { $count } things looked at, nothing found.
}
rule-explain-title = { $rule } { $title }
rule-table-id = Rule
rule-table-title = What it asks
rule-table-source = Source
rule-table-confidence = How sure
rule-sure-seen = seen in public pages
rule-sure-own = own knowledge
rule-sure-derived = derived
rule-needs-files = Judged from: the files.
rule-needs-network = Judged from: the files and the wiring.
rule-needs-run = Judged from: a simulation.
rule-severity-must = How binding: must.
rule-severity-should = How binding: should.
rule-severity-info = How binding: for information.
rule-source = Source: { $source }.
rule-source-own = Source: practice of the trade, no clause behind it.
rule-confidence-seen = How sure: seen paraphrased in public pages, not held against the text.
rule-confidence-own = How sure: written from experience, source not looked up.
rule-confidence-derived = How sure: follows from the document named, which does not say it in these words.
rule-verified = Held against the standard's text on { $date }.
rule-not-verified = Nobody has held it against the standard's text yet.
rule-closing = These results say whether the files fit the rules listed; they are no statement of compliance. { $count ->
    [one] One rule has
   *[other] { $count } rules have
} not been held against the standard's text: { $rules }. Have a specialist confirm the edition in force before quoting them.
rule-closing-none = These results say whether the files fit the rules listed; they are no statement of compliance. None of the { $count } rules has been held against the standard's text. Have a specialist confirm the edition in force before quoting them.
rule-closing-all = These results say whether the files fit the rules listed; they are no statement of compliance.

## What is missing

rule-missing-as-of = No date was given to hold it against. Add --as-of DATE, such as --as-of 2026-07-15.
rule-missing-run = The files give nominal figures only; slow and failing equipment is for a simulation to judge. Run a scenario with drillsim run.
rule-missing-network = This was a check of the files alone (--files-only), and the rule looks at the wiring. Check again without that option.
rule-missing-flow = With { $lost } lost the power flow has no answer, so the loading is unknown. Check the network's figures.
rule-missing-flow-normal = In normal operation the power flow has no answer, so loadings and voltages are unknown. Check the network's figures.
rule-missing-scope = The plan does not say which classes of events it covers, so nobody can tell whether each has a card. List them in scope.
rule-missing-dispatch = Step { $step } operates { $device }, whose relation to the dispatcher is not stated. Fill in dispatch of device { $device } (ordered, permitted, informed or own).
rule-missing-label = Device { $device } has no name-and-number label. Write what stands on its panel into label.
rule-missing-contact-test = There is no record of when { $person } (role { $role }) was last reached. Call the listed number and write the date into last_contact_test.
rule-missing-substation = The substation of { $feeders } is not stated. Fill in substation.
rule-missing-section = The substation and bus section of { $feeders } are not stated. Fill in substation and section.
rule-missing-route = The routes of { $feeders } are not stated, so a shared trench or tower cannot be ruled out. List the trenches, tunnels and tower lines in route.
rule-missing-dedicated-line = Grade-2 load { $load } has one feeder only, { $feeder }. That is allowed for a small or remote load on a dedicated overhead line of 6 kV or more, which the files do not say. Confirm by hand.
rule-missing-too-many-ways = There are too many ways from { $source } to the feeders to try them all. Check the interlock table, or simplify the network model.
rule-missing-too-many-states = There are more than { $states } states to walk, so the search gave up. Play the scenarios: drillsim run judges each operation.
rule-missing-verbs-not-followed = Steps { $steps } change the plant in a way the search does not follow. Play them: drillsim run judges each operation.
rule-missing-long-lists = Steps { $steps } operate more than six devices each and a slip at every one would take too long to try; slips were tried at the first and the last only. Split the step, or play the slips you fear.
rule-missing-never-reached = Steps { $steps } were never reached, whatever feeders were lost before or meanwhile and whatever device had tripped. Play a fault they answer: drillsim run judges each operation.
rule-missing-found-targets = Steps { $steps } find their switches when they begin, so the files alone cannot say what they operate. Play a fault they answer: drillsim run judges each operation.
rule-missing-test-date = Genset { $source } has no { $field }. Write down when it was last tested.
rule-missing-grade = The grade of { $loads } is not stated; they count as grade 3 and other rules pass them over. Fill in grade (1S, 1, 2, 3).
rule-missing-genset-settings = { $fields } of genset { $source } is not stated; drillsim's defaults stand in, and they prove nothing. Fill in its actual settings.
rule-missing-fuel-store = It is not stated which tank { $source } burns from, so nobody can tell how long it lasts. Name the tank in fuel and give its volume and level.

## Why it does not apply

rule-why-nothing = The files hold nothing this rule looks at.
rule-why-no-operating-step = The plan has no step that operates equipment.
rule-why-no-step = The plan has no steps.
rule-why-no-actor = The plan has no roles.
rule-why-no-switching = The plan has no switching steps.
rule-why-no-set-started = The plan starts no set by hand.
rule-why-no-interlock = No interlock is written down.
rule-why-no-dispatched-device = The plan operates no device under the dispatcher.
rule-why-no-certificate-due = No role asks for a certificate.
rule-why-no-resource = The plan lists no resources.
rule-why-no-limit-by-hand = No limit has to be met by hand.
rule-why-one-side = Only one side has steps.
rule-why-other-level = The customer's importance class is another one.
rule-why-not-important = The customer is not on the list of important power users.
rule-why-no-grade-1 = There is no grade-1 load.
rule-why-no-grade-1s = There is no grade-1 load of special importance (1S).
rule-why-no-grade-2 = There is no grade-2 load.
rule-why-no-security-load = No safety-critical load is written down.
rule-why-no-limit = No important load has a limit of interruption.
rule-why-no-supply-time = No grade-1 load has a required supply time.
rule-why-no-open-standby = No grade-1 load could be taken over by another feeder.
rule-why-no-genset = There is no genset.
rule-why-no-automatic = Nothing transfers or starts by itself.
rule-why-no-figure = The files state no such figure.
rule-why-no-battery = There is no UPS and no control battery.
rule-why-no-own-source = There is neither a genset nor a connection point.
rule-why-no-fuel-due = No load with a required supply time hangs on a genset.
rule-why-no-fire-pump = There is no fire pump or other fire load.
rule-why-no-cooling-known = No load that a load of special importance relies on is air conditioning or cooling.
rule-why-no-hospital = The customer is not a hospital.
rule-why-no-hospital-genset = The customer is not a hospital, or has no genset.

## What a plan must hold

rule-PLN-01-title = Every class of event has a card
rule-PLN-01-means = Each class in the plan's scope is covered by at least one response card.
rule-PLN-01-fail = No card covers { $classes }. Write one each, or name them in covers of a card that does.

rule-PLN-02-title = Operating steps say where, and how one knows it worked
rule-PLN-02-means = Each step that operates equipment says where it is done and what shows that it worked. Checking phases, proving dead and setting a selector show it by themselves; a connected vehicle is shown by the step that checks its phases.
rule-PLN-02-fail-check = Step { $step } has no success check, so nobody confirms it. Add success_check.
rule-PLN-02-fail-phases = Step { $step } connects { $points }, and no step checks the phases there. Add a step with phase_check.
rule-PLN-02-fail-place = Step { $step } has no place, and { $targets } has none either. Add place.

rule-PLN-03-title = There is a way on when a step fails
rule-PLN-03-means = A step that changes the supply (open, close, start, transfer, connect, shed, restore, refuel) says what happens when it does not work (to continue without any step says nothing); a call says what happens when nobody answers. A check says what to do when it is not so, unless another card begins with it. A step that is itself a branch for failure need not, unless another step waits for it, or it is an act known to fail at times and a protected load hangs on it: starting a set or changing over by hand, connecting, refuelling, a breaker with a chance of failing.
rule-PLN-03-fail = Step { $step } does not say what happens when it fails. Add on_failure: which step comes then, or stop.
rule-PLN-03-fail-can-fail = Step { $step } is a branch for failure, { $targets } may fail once more, and protected loads hang on it. Add on_failure: whom to tell, or what comes then.
rule-PLN-03-fail-waited-for = Step { $step } is a branch for failure, and { $steps } comes only after it: if it fails, nothing more happens. Add on_failure: what comes then, or stop and whom to tell.
rule-PLN-03-fail-no-answer = Step { $step } does not say what happens when { $roles } do not answer. Add no_answer to the message, or on_failure to the step.
rule-PLN-03-fail-check = Step { $step } checks { $things } and does not say what to do when it is not so. Name the steps in on_failure.
rule-PLN-03-fail-no-word = Step { $step } waits for { $awaited } no longer than wait_at_most, and does not say what comes if it does not come. Name the steps in on_failure.
rule-PLN-03-fail-strange = Step { $step } sends to { $steps } when it fails, which is not of its card { $card }: that step would be done then only, and no more in its own card. Name a step of this card.

rule-PLN-04-title = Two people for every role, and they can be reached
rule-PLN-04-means = Every role that acts is held by at least two people, each reached by the listed number within the last 90 days; every role that a step tells by two as well. At no hour does a role hang on one person who has to be called in.
rule-PLN-04-fail-people = Role { $role } is held by { $people } only. Name at least one more person.
rule-PLN-04-fail-alone = From { $since } nobody of role { $role } is on duty, and of its people only { $person } can be called in; { $others } cannot. Arrange for a second one: off_duty with comes_in, or a shift.
rule-PLN-04-fail-contact = { $person } (role { $role }) was last reached on { $date }, { $days } days ago; more than 90. Call again and update the date.

rule-PLN-05-title = Names and numbers fit the network
rule-PLN-05-means = Switch numbers in the wording exist in the network and are the ones operated; labels carry the number.
rule-PLN-05-fail-strange = Step { $step } names switch { $numbers }, which the network does not have. Correct the number or update the diagram.
rule-PLN-05-fail-other = Step { $step } is worded for { $numbers } but operates { $targets }. Make them agree.
rule-PLN-05-fail-silent = Step { $step } operates { $targets } but its wording names neither number nor label. Write the label.
rule-PLN-05-fail-label = The label "{ $label }" of device { $device } does not carry its number. Write name and number.

rule-PLN-06-title = The order of switching obeys the interlocks
rule-PLN-06-means = Walking each card in order, from the normal positions and from those automatics leave behind, never closes more than an interlock allows.
rule-PLN-06-fail = In the order of card { $card } (feeders lost: { $lost }), step { $step } closes { $device } against an interlock: of { $of } at most { $most } may be closed. Put what must open first before it, or add a condition.

rule-PLN-07-title = Step times add up to less than the limits
rule-PLN-07-means = Usual times alone, without travel, talk and waiting, must fit a step's own limit, the limit of loads restored by hand, and the time until a function does harm. The time a trigger must hold and the deciding count with it. Who is called in comes in time for at least one step of his roles.
rule-PLN-07-fail-within = Step { $step } usually takes { $usual }, longer than its own limit of { $limit }. Change the limit, or let one person operate fewer devices.
rule-PLN-07-fail-path = Bringing { $subject } back by hand ends with step { $step } and takes { $usual } in usual times alone, longer than { $limit }. Do things side by side, begin earlier, or make it automatic.
rule-PLN-07-fail-comes-in = { $person }, called in, usually needs { $usual } to come; no step that { $roles } does on the spot may take longer than { $limit }. Let somebody nearer hold the role, or correct comes_in or within.
rule-PLN-07-fail-begins = Card { $card } usually begins { $usual } after its event (trigger and decision), later than any of its steps may take ({ $limit }). Shorten the decision or what the trigger must hold for.

rule-PLN-08-title = Back to normal is written down
rule-PLN-08-means = The plan has steps for returning to normal.
rule-PLN-08-fail = The plan has no steps for returning to normal. Add restoration.

rule-PLN-09-title = Devices under the dispatcher have a permit
rule-PLN-09-means = Each device under dispatch order or permit, or covered by a permit, that the plan operates is covered, and the side that operates it asks for the permit before: earlier in the card, or in a step it waits for.
rule-PLN-09-fail-permit = Step { $step } operates { $device }, which is under the dispatcher, and no permit covers it. Add it to permits.
rule-PLN-09-fail-asked = Step { $step } (card { $card }) operates { $device } under permit { $permit }, and no step of its side asks for it before. Add a request.

rule-PLN-10-title = Dates and sign-offs are complete and not overdue
rule-PLN-10-means = The plan has its dates of effect and review; an approved plan is signed by both sides; the review is not overdue.
rule-PLN-10-fail-date = The plan has no { $field }. Fill in the date.
rule-PLN-10-fail-sign-off-customer = The plan is marked approved without the customer's sign-off. Have it signed, or mark it draft.
rule-PLN-10-fail-sign-off-utility = The plan is marked approved without the supply company's sign-off. Have it signed, or mark it draft.
rule-PLN-10-fail-overdue = The review was due on { $date }. Hold it and update next_review.

rule-PLN-11-title = Resources have a place, a quantity and an owner
rule-PLN-11-means = What the plan counts on is somewhere, in some quantity, somebody's; agreements still run. Where sets burn fuel, somebody brings it.
rule-PLN-11-fail-no-fuel = { $gensets } burn fuel{ $stated ->
        [yes] {" "}from { $tanks }
       *[no] {""}
    }, and nothing under resources brings any. Enter the agreement: kind: fuel, from whom, how much, how fast, in a storm too, until when.
rule-PLN-11-fail-facts = Resource { $resource } lacks { $lacking }. Fill it in.
rule-PLN-11-fail-expired = The agreement on { $resource } ended on { $date }. Renew it and update the date.

rule-PLN-12-title = No vague words of time, no unexplained abbreviations
rule-PLN-12-means = "Immediately", "as soon as possible" and their like can be neither carried out nor checked without a limit; abbreviations are explained in the files.
rule-PLN-12-fail-vague = Step { $step } says "{ $words }" without a limit. Say within what time (within), or write a condition people can act on.
rule-PLN-12-fail-abbreviation = Step { $step } uses unexplained abbreviations: { $words }. Write them out.

rule-PLN-13-title = Roles that need a certificate have valid ones
rule-PLN-13-means = Where a role asks for a certificate, everybody who holds the role has a valid one on the day.
rule-PLN-13-fail = Role { $role } asks for "{ $certificate }", which { $people } has let lapse. Renew it, or take the name off the list.
rule-PLN-13-fail-none = Role { $role } asks for "{ $certificate }", which { $people } does not hold. Let somebody who holds it stand there, or enter the certificate in customer.yaml.

rule-PLN-24-title = What acts by itself can be done by hand
rule-PLN-24-means = Automatic transfers and sets that start by themselves fail at times. Wherever protected loads would then stay dark, a card that is due in that state has a step that does the same by hand: closes the tie or the standby side, transfers, or starts the set.
rule-PLN-24-fail = If { $what } does not act, { $loads } stay dark, and no step of { $cards } does by hand what it should have done. Write the step: what is opened first, what is closed, who, under which permit, by when.
rule-PLN-24-fail-start = If { $what } does not start by itself, { $loads } stay dark, and no step of { $cards } starts it by hand. Write the step: who, where, by when, and what comes if it does not start then either.

rule-PLN-25-title = Who has to come in is called ahead
rule-PLN-25-means = Where at some hour nobody of a role is on duty and its people come when called, each response card in which the role acts has a step that calls it. Otherwise it is called only when its own step is due. The way back to normal and what answers a failure are not asked.
rule-PLN-25-fail = From { $since } nobody of role { $role } is on duty, card { $card } needs it in { $steps }, and no step of the card calls it: it is called only when such a step is due, and usually takes { $usual } to come. Add a call early in the card.
rule-PLN-25-fail-second = From { $since } nobody of role { $role } is on duty, two of it are needed at once in { $steps } of card { $card }, and the card calls one of them only: the other is called when the step is due, and usually takes { $usual } to come. Call both.
rule-why-nobody-comes-in = Whoever the cards need is on duty at every hour.

rule-P07-title = The two sides' plans join
rule-P07-means = The two sides' steps do not wait for each other in a circle, and awaited word is sent by some step. A time-out does not close the gap.
rule-P07-fail-circle = The two sides wait for each other: { $steps }, clauses { $clauses }. Decide who goes first and take one of these waits out.
rule-P07-fail-nobody-sends = Step { $step } waits until { $role } knows of { $awaited }, but no step tells that role. Add it to tells of the other side's step.

## Supply

rule-LOD-01-title = Every load's grade is stated
rule-LOD-01-means = Each load has its grade; one without counts as grade 3, and the other rules pass it over.

rule-LOD-02-title = Normal operation is sound
rule-LOD-02-means = With every feeder there and the switches as in normal operation, at the heaviest demand of every load, no line or transformer carries more than its rating, no feeder more than its capacity_kw, and every bus keeps its voltage (its own band, else 0.93 to 1.07 pu).
rule-LOD-02-fail = In normal operation { $element } already carries { $percent } % of what it is rated for. Check its figures and the demand behind it; if they are right, relieve it before anything else is planned.
rule-LOD-02-fail-voltage = In normal operation the voltage at { $bus } is { $pu } pu; allowed are { $least } to { $most }; most of it is lost along { $along }. Check length and type of that and the demand behind it; if they are right, taps or compensation.

rule-LOD-03-title = Safety-critical motors start first
rule-LOD-03-means = Where motors start group by group after an interruption, no motor of another load stands in an earlier group than one of a safety-critical load: that one waits until it has run up.
rule-LOD-03-fail = { $load } is not safety-critical and starts in group { $group }, before safety-critical { $critical } in group { $later }, which waits until it has run up. Exchange the groups.
rule-why-no-motor = No load has a motor.

rule-SUP-01-title = Three sources for a customer of special importance
rule-SUP-01-means = A customer of special importance has three sources, two of them from different substations; with any two lost the third carries on alone.
rule-SUP-01-fail-sources = { $due } sources are due, there are { $count }. Add a source.
rule-SUP-01-fail-substations = All sources come from one substation. Bring one from another.
rule-SUP-01-fail-dark = With { $lost } lost, what is left cannot bring back { $loads }. Change the wiring.
rule-SUP-01-fail-loading = With { $lost } lost, { $element } is loaded to about { $percent } %. Enlarge it, or list loads to shed first.
rule-SUP-01-pass = { $count } sources; with any two lost the highest loading is about { $percent } %.

rule-SUP-02-title = Two sources for a first-class customer
rule-SUP-02-means = A first-class customer has two sources from different substations; with either lost the other carries on alone, and so does what is left when a substation is lost with all its feeders.
rule-SUP-02-fail-sources = { $due } sources are due, there are { $count }. Add a source.
rule-SUP-02-fail-substations = Both sources come from one substation. Bring one from another.
rule-SUP-02-fail-dark = With { $lost } lost, what is left cannot bring back { $loads }. Change the wiring.
rule-SUP-02-fail-loading = With { $lost } lost, { $element } is loaded to about { $percent } %. Enlarge it, or list loads to shed first.
rule-SUP-02-pass = { $count } sources; with any one lost the highest loading is about { $percent } %.

rule-SUP-03-title = Two circuits for a second-class customer
rule-SUP-03-means = A second-class customer has two circuits, which may come from different bus sections of one substation.
rule-SUP-03-fail-sources = { $due } circuits are due, there are { $count }. Add one.
rule-SUP-03-fail-sections = All circuits come from one bus section ({ $section }). Bring one from another.

rule-SUP-04-title = Two circuits for a temporarily important customer where possible
rule-SUP-04-means = A temporarily important customer is supplied twice where possible, for instance by a temporary line.
rule-SUP-04-fail = There is only { $count } source. Arrange a second where possible, for instance a temporary line.

rule-SUP-05-title = Both sources of a grade-1 load are not lost together
rule-SUP-05-means = A grade-1 load has two independent sources: no single trench, room or substation takes all of them.
rule-SUP-05-fail-one = Only { $feeder } can feed grade-1 load { $load }. Add a second source.
rule-SUP-05-fail-zone = Fire or flood in zone { $cause } takes { $takes } together, and { $loads } loses every feeder. Separate the routes or protect them from fire, and treat it in the plan as both sources lost.
rule-SUP-05-fail-substation = When substation { $cause } fails, { $takes } is lost together, and { $loads } loses every feeder. Bring one source from another substation.

rule-SUP-06-title = Loads of special importance have an emergency source to themselves
rule-SUP-06-means = A load of grade 1S has an emergency source beside two feeders; nothing but grade-1 and safety-critical loads hangs on it.
rule-SUP-06-fail-none = Load { $load } of special importance hangs on no emergency source. Move it to the emergency board or add a UPS.
rule-SUP-06-fail-other = Load { $load } of grade { $grade } hangs on the emergency system and is not safety-critical. Move it off the emergency board.

rule-SUP-07-title = The emergency source is of an allowed kind
rule-SUP-07-means = Allowed are gensets and dedicated feeders independent of the normal source, batteries, dry cells.
rule-SUP-07-fail = There are loads of special importance ({ $loads }) but neither genset nor UPS. Add an emergency source.

rule-SUP-08-title = The kind of emergency source fits the allowed interruption
rule-SUP-08-means = Milliseconds ask for a no-break source, seconds for automatic transfer, more than 15 s may be a quick-starting genset's.
rule-SUP-08-fail-none = { $load } allows { $limit }, and nothing takes it over by itself. Add a UPS, an automatic transfer or a self-starting genset.
rule-SUP-08-fail-no-break = { $load } allows { $limit } only, and the quickest takeover needs { $quickest }. Feed it from a UPS.
rule-SUP-08-fail-slow = { $load } allows { $limit }, and the quickest takeover needs { $quickest }. Feed it from a UPS or shorten the transfer.

rule-SUP-09-title = Emergency supply lasts long enough
rule-SUP-09-means = Own supply, with every tank and battery, lasts as long as the load needs, for instance to stop a process safely.
rule-SUP-09-fail = { $load } needs { $due }; own supply with all fuel and batteries lasts about { $lasts }, and the plan has no step to refuel. Store more, or write down how it is refuelled.

rule-SUP-10-title = Two circuits for a grade-2 load
rule-SUP-10-means = A grade-2 load has two circuits; a small or remote one may have one dedicated overhead line of 6 kV or more.
rule-SUP-10-fail = Grade-2 load { $load } has not two circuits, and its feeder is below 6 kV. Add one.

rule-SUP-11-title = Cooling that a load of special importance relies on has its grade
rule-SUP-11-means = Air conditioning that keeps loads of special importance going should be grade 1. Found by what the load serves, else by its name.
rule-SUP-11-fail = Function { $function } relies on a load of special importance and on { $load }, which is grade { $grade } only. Raise its grade and move its supply.

rule-SUP-12-title = Measures that work without electricity
rule-SUP-12-means = A customer with safety-critical loads has measures that work without electricity, beside own supply.
rule-SUP-12-fail = Nothing without electricity replaces the safety-critical loads { $loads }{ $stand ->
        [yes] , on which { $functions } stand
       *[no] {""}
    }. Write down what holds out without supply (valve by hand, gas cylinders, ventilation bag).

rule-BZT-01-title = Grade-1 loads are taken over by themselves
rule-BZT-01-means = A dual-source substation with one open standby source, and a bus section with grade-1 load, has automatic transfer.
rule-BZT-01-fail = With { $feeder } lost, { $others } could feed grade-1 load { $load }, but no automatic transfer in service does it; it takes people. Fit one or put it in service.

## Own emergency power

rule-EPS-01-title = An important customer has emergency power of its own
rule-EPS-01-means = Important power users have own emergency power.
rule-EPS-01-fail = The customer's class is { $level }, and no own emergency power is written down. Provide it.

rule-EPS-02-title = Own power is at least 120 % of the safety-critical load
rule-EPS-02-means = The rating of own emergency power reaches 120 % of all safety-critical load.
rule-EPS-02-fail = Own sources ({ $sources }) have { $have_kw } kW; { $percent } % of the safety-critical load is { $due_kw } kW. Enlarge them or shorten the list.
rule-EPS-02-pass = Own sources ({ $sources }) have { $have_kw } kW; { $percent } % of the safety-critical load is { $due_kw } kW.

rule-EPS-02b-title = Own power can start and carry all safety-critical load
rule-EPS-02b-means = Own emergency power can at least start and carry all safety-critical load, its largest motor included.
rule-EPS-02b-fail = Own sources ({ $sources }) have { $have_kw } kW and cannot carry { $due_kw } kW of safety-critical load. Enlarge them or shorten the list.
rule-EPS-02b-fail-motor = The largest motor, { $load }, starts with { $kva } kVA; the gensets start { $limit } kVA. Fit a soft starter, run sets in parallel, or enlarge.
rule-EPS-02b-fail-step = { $load } is { $kw } kW in one step; a genset takes { $limit } kW at once. Connect it in steps.

rule-EPS-03-title = Own source and grid are reliably interlocked
rule-EPS-03-means = In no switch positions the interlocks allow does an own source reach the supply line; an interlock by procedure alone does not count as reliable.
rule-EPS-03-fail-open = { $source } can feed back into the supply line through { $way }, and no interlock stops it. Fit an electrical or mechanical interlock between { $breaker } and the incomers.
rule-EPS-03-fail-procedural = { $source } can feed back into the supply line through { $way }; only a procedure stops it. Fit an electrical or mechanical interlock between { $breaker } and the incomers.

rule-EPS-04-title = Takeover within the allowed interruption
rule-EPS-04-means = Each important load is taken over within its limit when any one feeder is lost; safety-critical loads and those of grade 1S also when all feeders are lost at once. The files give nominal figures; slow and failing equipment is for a run to judge.
rule-EPS-04-fail = { $load } allows { $limit }, and when one feeder is lost even nominally the takeover needs { $nominal }. Feed it from a UPS or shorten the transfer.
rule-EPS-04-fail-none = { $load } allows { $limit }, and when one feeder is lost nothing takes it over by itself. Add a UPS, an automatic transfer or a self-starting genset.
rule-EPS-04-fail-all = { $load } allows { $limit }, and when all feeders are lost even nominally the takeover needs { $nominal }. Feed it from a UPS or speed up the own source.
rule-EPS-04-fail-all-none = { $load } allows { $limit }, and when all feeders are lost nothing takes it over by itself. Put it on a self-starting genset or a UPS.
rule-EPS-04-unknown-run = Nominally all is in time ({ $count } important loads) when any one feeder is lost, and for safety-critical loads and grade 1S when all are; slow and failing equipment is for a simulation to judge. Run a scenario with drillsim run.

rule-EPS-05-title = There is a connection point for a generator vehicle
rule-EPS-05-means = A mobile genset can be connected; phase sequence, cable length, parking and earthing are written down.
rule-EPS-05-fail-phase-marked = The phase sequence at box { $point } is neither marked nor tested. Test and mark it.
rule-EPS-05-fail-earth-point = There is no earth for the vehicle at box { $point }. Provide one.
rule-EPS-05-fail-plug = Box { $point } has the plug { $plug }, { $source } the plug { $other }. Agree on one, or keep an adapter.
rule-EPS-05-fail-cable = Box { $point } needs { $due } m of cable, { $source } carries { $have } m. Keep cable, or move the parking place.

rule-EPS-06-title = Own sources are tested regularly
rule-EPS-06-means = A start test every month, a test under load and a changeover test every year, all recorded.
rule-EPS-06-fail = { $field } of { $source } is { $date }, { $days } days ago; more than { $due }. Test it and update the date.
rule-EPS-06-fail-transfer = The changeover of { $transfer } was last tested on { $date }, { $days } days ago ({ $due } due). Test it.

rule-EPS-07-title = Changes to what hangs on the emergency source are filed
rule-EPS-07-means = Nothing is connected to the emergency source without consent; changes are filed.
rule-EPS-07-fail = { $load } was put on the emergency source on { $date }; the supply company agreed on { $agreed } only. Agree first.

rule-EPS-08-title = Self-starting settings are as they should be
rule-EPS-08-means = Three attempts of 8–12 s with pauses of 5–10 s; at least 98 % of starts succeed.
rule-EPS-08-fail = { $fields } of genset { $source } is out of range. Check its settings: three attempts, 8–12 s each, 5–10 s apart, at least 98 % successful.

rule-EPS-09-title = Gensets supply in time and stand in automatic, UPSs online
rule-EPS-09-means = A low-voltage genset supplies within 30 s, a high-voltage one within 60 s, and normally stands in automatic; a UPS normally stands online and is not fed by another UPS. Judged by the slowest start in ten.
rule-EPS-09-fail-auto = Genset { $source } does not start by itself (selector { $control }, or nothing calls it). Put it in automatic and say which transfer calls it.
rule-EPS-09-fail-bypass = UPS { $source } normally stands in { $mode }: what hangs on it goes dark with its bypass supply, whatever the battery holds. Put it online.
rule-EPS-09-fail-behind = UPS { $source } is fed at { $input } by another UPS alone, which then carries both: its battery empties sooner, and both go together. Feed it from a board of the mains or the emergency supply.
rule-EPS-09-fail-slow = The slowest start in ten of genset { $source } needs { $takes }, more than { $limit }. Shorten the transfer delay or overhaul the starting system.

rule-EPS-10-title = Fire pumps are taken over in time
rule-EPS-10-means = A fire pump changes between mains within 2 s, between mains and engine within 15 s. Judged by the wider 15 s; found by what the load serves, else by its name.
rule-EPS-10-fail = Fire pump { $load } is taken over within { $quickest }, more than 15 s. Shorten the transfer.
rule-EPS-10-fail-none = Nothing takes fire pump { $load } over by itself. Put it behind an automatic transfer.

rule-EPS-11-title = A day tank that is too small has refuelling arranged
rule-EPS-11-means = A day tank in the genset room holds at most 1 m³; where it does not last, a pump that runs in the outage fills it from enough, or refuelling is written down.
rule-EPS-11-fail-size = Tank { $store } holds { $litres } l and stands in the genset room; more than 1000 l. Put the fuel outdoors.
rule-EPS-11-fail-none = Tank { $store } and what fills it last about { $all } ({ $burn } l/h); load { $load } needs { $due }, and the plan has no step to refuel. Store more, or write down how it is refuelled.
rule-EPS-11-fail-dead-pump = Tank { $store } lasts about { $lasts } ({ $burn } l/h) and relies on pump { $dead }, which has no supply in the outage. Move the pump to the emergency board, or write down refuelling by hand.
rule-EPS-11-fail-slow-pump = Pump { $running } gives { $gives } l/h, and { $gensets } burn { $burn } l/h: tank { $store } runs dry however much stands behind the pump. Fit a bigger pump, or correct l_per_min.

rule-EPS-13-title = A set that the plan starts is connected
rule-EPS-13-means = Where a step starts a set by hand, a step or a transfer closes its breaker; else it runs and feeds nobody.
rule-EPS-13-fail = { $steps } starts { $source }, and nothing closes its breaker { $breaker } onto { $board }. Write a step that closes it, once the mains side is open and secured.
rule-EPS-12-title = Every safety-critical load hangs on the emergency supply
rule-EPS-12-means = In the emergency positions own sources feed every safety-critical load.
rule-EPS-12-fail = Safety-critical load { $load } is not on the emergency supply; own sources do not reach it. Move it there, or take it off the list.

rule-FUEL-01-title = How long the day tank lasts alone
rule-FUEL-01-means = The day tank alone, litres over burn, lasts as long as the loads behind it need; where it does not, what it relies on is named.
rule-FUEL-01-fail = Tank { $store } lasts about { $lasts } at { $burn } l/h; load { $load } needs { $due }, and no pump fills it. Store more, or write refuelling into the plan.
rule-FUEL-01-fail-pump = Tank { $store } alone lasts about { $lasts } at { $burn } l/h; load { $load } needs { $due }, so everything rests on pump { $pumps } (with it about { $all }). Write into the plan what happens when the pump stands still, and at what level to refuel.

rule-FUEL-02-title = Sets burn what diesel sets burn
rule-FUEL-02-means = The fuel a set burns at full load (fuel_l_per_kwh) lies between 0.18 and 0.4 l per kWh, as diesel sets do; how long own supply lasts rests on it. A curve of its own (burn) is taken as it stands.
rule-FUEL-02-fail = { $source } is said to burn { $burns } l per kWh at full load; diesel sets burn { $least } to { $most }. Correct fuel_l_per_kwh, or enter the maker's curve under burn.

rule-FIG-01-title = Figures are such as the trade knows
rule-FIG-01-means = Times, chances, voltages and shares that the files state lie where such figures lie in any plant (drillsim's table of usual figures, unverified); a step's time is held against its act. What lies outside is mostly a slip of the pen or a wrong unit, and every run rests on it.
rule-FIG-01-fail = { $subject }: { $field } is { $value }; usual are { $least } to { $most }. Correct it; if it is so, keep it and name the source.
rule-FIG-01-fail-time = { $subject }: { $field } comes to { $usual }; usual are { $least } to { $most }. Correct it; if it is so, keep it and name the source.
rule-FIG-01-fail-spread = { $subject }: { $field } usually takes { $usual } and { $late } in one case of ten; figures so far apart say nothing. Correct one of them.

rule-FIG-02-title = Batteries are within their life
rule-FIG-02-means = No battery of a UPS or of a control supply is older than 10 years (own knowledge, unverified; many makers ask for 5). `installed` says when it was installed.
rule-FIG-02-fail = The battery of { $battery } dates from { $since }, more than { $most } years ago. Replace it, or correct installed.

rule-OPS-01-title = No reachable state feeds back or joins two systems
rule-OPS-01-means = Each card and then restoration are walked from every operating mode and every loss of feeders, with at most one step omitted, repeated, refused by its device or done on the neighbouring device (of a step with more than six devices: at the first and the last), branches for failure and every option included, device interlocks honoured; then once more with each procedural interlock disregarded.
rule-OPS-01-pass = Walked { $steps } steps through { $states } states; nothing found.
rule-OPS-01-fail =
    Card { $card }, step { $step } on { $device } ({ $parts }; mode { $mode }, feeders lost: { $lost }; switched from there: { $state }; feeding: { $live }): { $hazard ->
        [back_feed] a live source is joined to a dead feeder
        [joining_unlike] live parts of unlike voltage (angle, vector group, ratio) are joined
       *[paralleling] two systems that are not one are joined
    } { $slip ->
        [failed] if the device of step { $at } refuses. Write into the step what to do then.
        [omitted] if step { $at } is left out. Fit an interlock, or make the step require what step { $at } does.
        [repeated] if step { $at } is done twice. Fit an interlock, or make the step require the position it starts from.
        [neighbour] if step { $at } is done on { $instead } by mistake. Fit an interlock, mark the panels apart, and check the position before going on.
        [defeated] if the procedure that keeps { $interlock } from being closed together is disregarded. Make it a key or an electrical interlock.
       *[none] as the card is written. Change the order, or add the step that is missing.
    }

rule-OPS-02-title = No reachable state closes onto an earth or makes or breaks load with an isolator
rule-OPS-02-means = Each card and then restoration are walked from every operating mode and every loss of feeders, with at most one step omitted, repeated, refused by its device or done on the neighbouring device (of a step with more than six devices: at the first and the last), branches for failure and every option included, device interlocks honoured; then once more with each procedural interlock disregarded.
rule-OPS-02-pass = Walked { $steps } steps through { $states } states; nothing found.
rule-OPS-02-fail =
    Card { $card }, step { $step } on { $device } ({ $parts }; mode { $mode }, feeders lost: { $lost }; switched from there: { $state }; feeding: { $live }): { $hazard ->
        [closing_onto_earth] a live part is closed onto an earth
        [earthing_live] a live part is earthed
        [closing_tagged] a switch with a notice not to close it is closed
       *[isolator_under_load] an isolator or fuse link makes or breaks load
    } { $slip ->
        [failed] if the device of step { $at } refuses. Write into the step what to do then.
        [omitted] if step { $at } is left out. Fit an interlock, or make the step require what step { $at } does.
        [repeated] if step { $at } is done twice. Fit an interlock, or make the step require the position it starts from.
        [neighbour] if step { $at } is done on { $instead } by mistake. Fit an interlock, mark the panels apart, and check the position before going on.
        [defeated] if the procedure that keeps { $interlock } from being closed together is disregarded. Make it a key or an electrical interlock.
       *[none] as the card is written. Change the order, or add the step that is missing.
    }

rule-OPS-03-title = Proof and earth stand before work and earthing
rule-OPS-03-means = Each card and then restoration are walked from every operating mode and every loss of feeders, with at most one step omitted, repeated, refused by its device or done on the neighbouring device (of a step with more than six devices: at the first and the last), branches for failure and every option included, device interlocks honoured; then once more with each procedural interlock disregarded.
rule-OPS-03-pass = Walked { $steps } steps through { $states } states; nothing found.
rule-OPS-03-fail =
    Card { $card }, step { $step } on { $device } ({ $parts }; mode { $mode }, feeders lost: { $lost }; switched from there: { $state }; feeding: { $live }): { $hazard ->
        [earth_without_proof] something is earthed without having been proved dead
       *[unsafe_work] somebody works on a part that is not proved dead and earthed
    } { $slip ->
        [failed] if the device of step { $at } refuses. Write into the step what to do then.
        [omitted] if step { $at } is left out. Fit an interlock, or make the step require what step { $at } does.
        [repeated] if step { $at } is done twice. Fit an interlock, or make the step require the position it starts from.
        [neighbour] if step { $at } is done on { $instead } by mistake. Fit an interlock, mark the panels apart, and check the position before going on.
        [defeated] if the procedure that keeps { $interlock } from being closed together is disregarded. Make it a key or an electrical interlock.
       *[none] as the card is written. Change the order, or add the step that is missing.
    }

rule-OPS-04-title = Devices of the dispatcher are operated under a permit
rule-OPS-04-means = Each card and then restoration are walked from every operating mode and every loss of feeders, with at most one step omitted, repeated, refused by its device or done on the neighbouring device (of a step with more than six devices: at the first and the last), branches for failure and every option included, device interlocks honoured; then once more with each procedural interlock disregarded.
rule-OPS-04-pass = Walked { $steps } steps through { $states } states; nothing found.
rule-OPS-04-fail = Card { $card }, step { $step } on { $device } ({ $parts }; mode { $mode }, feeders lost: { $lost }; switched from there: { $state }; feeding: { $live }): a device under the dispatcher is operated, and no permit of the plan covers it. Add it to a permit, or agree that it is the customer's own.

rule-OPS-05-title = High-voltage switching is watched by a second person
rule-OPS-05-means = Each card and then restoration are walked from every operating mode and every loss of feeders, with at most one step omitted, repeated, refused by its device or done on the neighbouring device (of a step with more than six devices: at the first and the last), branches for failure and every option included, device interlocks honoured; then once more with each procedural interlock disregarded.
rule-OPS-05-pass = Walked { $steps } steps through { $states } states; nothing found.
rule-OPS-05-fail = Card { $card }, step { $step } on { $device } ({ $parts }; mode { $mode }, feeders lost: { $lost }; switched from there: { $state }; feeding: { $live }): high-voltage switching is done by one person. Name a supervisor.

rule-INT-01-title = Operating modes obey the interlocks
rule-INT-01-means = No operating mode closes more devices than an interlock allows.
rule-INT-01-fail = Mode { $mode } is against an interlock: of { $of } at most { $most } may be closed. Check the mode or the interlock table.

## Hospitals

rule-HOSP-04-title = A hospital has a diesel set
rule-HOSP-04-means = A tertiary hospital has an emergency diesel set, a secondary one should have.
rule-HOSP-04-fail = No diesel set is written down. A tertiary hospital needs one; a secondary one should have one.
rule-HOSP-04-fail-tertiary = A tertiary hospital has no diesel set written down. Provide one.
rule-HOSP-04-fail-secondary = A secondary hospital has no diesel set written down; it should have one.

rule-HOSP-05-title = A hospital's fuel reserve
rule-HOSP-05-means = Fuel for more than 24 h (tertiary), 12 h (secondary), 3 h (others).
rule-HOSP-05-fail = Tank { $store } and what fills it last about { $all } ({ $burn } l/h); more than { $due } h are due. Store more.
rule-HOSP-05-pass = Tank { $store } and what fills it last about { $all } ({ $burn } l/h), more than { $due } h.

rule-HOSP-06-title = Loads that bear 0.5 s at most stand behind a UPS
rule-HOSP-06-means = Loads that must be back within 0.5 s stand behind an online UPS, which lasts 15 min where a genset stands behind it.
rule-HOSP-06-fail-none = { $load } bears 0.5 s at most but stands behind no UPS. Feed it from an online UPS.
rule-HOSP-06-fail-short = The UPS before { $load } lasts about { $lasts } from full, less than 15 min. Add batteries or move loads off it.

## Whether a scenario applies to the customer

applicable-unknown-id = This customer has nothing called { $ids }.
applicable-nothing = This customer has no such thing: { $what }.
applicable-cannot = The fault { $fault } cannot befall { $found } (drillsim explain { $fault }).
applicable-mode = This customer has no operating mode { $name }; modes in site.yaml names them.
applicable-load = This customer has no load situation { $name }; profiles in site.yaml name them.
applicable-dead = What it strikes is dead at T0, so nothing would happen: { $found }.
applicable-and = {", "}
applicable-kind = { $kind ->
        [feeder] feeder
        [genset] genset
        [ups] UPS
        [mobile_genset] mobile genset
        [ats] ATS
        [sts] STS
        [bus_tie_transfer] bus-tie transfer
        [trafo] transformer
        [trafo3w] three-winding transformer
        [line] line or cable
        [impedance] reactor
        [bus] bus
        [switch] switch
        [load] load
        [store] store
        [function] function
        [dc_supply] control supply (dc_supplies in site.yaml)
        [channel] channel of communication
        [observation] display or observation
        [person] person
        [permit] permit
        [resource] resource
       *[other] { $kind }
    }
applicable-role = { $role ->
        [main_source] main source
        [standby_source] standby source
        [emergency_source] emergency source
        [no_break_source] no-break source
        [mobile_source] mobile source
       *[other] held by a person in the role { $name }
    }
applicable-zone = in zone { $zone }
applicable-security = safety-critical
applicable-no-security = not safety-critical
applicable-grade = of grade { $grade }

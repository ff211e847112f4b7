# The hot wash of a drill: facts, grades, improvement list.

## Headings

hotwash-title = Hot wash and record of the drill
hotwash-heading-facts = The drill
hotwash-heading-goods = Three good things
hotwash-heading-story = What happened
hotwash-heading-late = The five latest steps, and why
hotwash-heading-departed = What was done otherwise than planned
hotwash-heading-broken = Limits
hotwash-heading-hazards = Hazards
hotwash-heading-weak = Weak points
hotwash-heading-known = At the end: believed and true
hotwash-heading-what-if = What if
hotwash-heading-grades = Evaluation
hotwash-heading-list = Improvement list
hotwash-heading-untried = What this drill did not exercise
hotwash-heading-left-out = What could not be computed
hotwash-heading-corrections = Corrections of the record
hotwash-heading-record = Record of the room

## The drill

hotwash-fact-customer = Customer
hotwash-fact-drill = Drill
hotwash-fact-plan = Plan version
hotwash-fact-opened = Opened
hotwash-fact-ended = Ended
hotwash-fact-ending = How it ended
hotwash-fact-participants = Participants
hotwash-fact-at = Scenario time
hotwash-open = (not ended)
hotwash-warning-aborted = This drill was aborted; it is not graded as completed.
hotwash-warning-abandoned = This drill was abandoned; it is not graded as completed.
hotwash-warning-real-emergency = This drill was stopped for a real emergency; it is not graded as completed.
hotwash-warning-open = The drill has not ended; this tells only of what has happened so far.
hotwash-judged-corrected = Judged by the record as corrected; the state of the plant was not rewound.

## Good things

hotwash-fewer-goods = The record shows { $n ->
        [one] only one
       *[other] only { $n }
    }; let the room name others.
hotwash-no-goods = The record shows none that is the players' own; let the room name some.
hotwash-good-kept-beyond-plan = { $id } was without supply for { $outage_ms } and kept its limit of { $limit_ms }; the plan alone leaves it without for { $alone_ms }.
hotwash-good-kept = { $id } came close to its limit and kept it: { $outage_ms } of { $limit_ms }.
hotwash-good-test = Checked: "{ $step }".
hotwash-good-faster = "{ $step }" took { $took_ms } from when it could begin, { $less_ms } less than with the plan alone ({ $alone_ms }).
hotwash-good-read-back = The call was read back: "{ $step }".

## What happened

hotwash-of-scenario-events = Event of the scenario
hotwash-of-scenario-information = Word of the scenario
hotwash-on-the-spot = On the spot
hotwash-course-departed = { $what } (departs from the plan: { $how })
hotwash-line-loads-lost = Without supply: { $loads }
hotwash-line-loads-back = Supplied again: { $loads }
hotwash-line-limit-passed = { $id } passes its limit of { $limit_ms }
hotwash-line-limits-passed = { $n } limits passed within { $more_ms }: { $ids }
hotwash-late-own = { $ms } of it its own
hotwash-untold = { $roles }: not told, still believing { $state }
hotwash-line-limits-passed-at-once = { $n } limits passed at once: { $ids }
hotwash-card = Activating card { $card } { $title }
hotwash-what-if-none = No limit was missed.
hotwash-what-if-plan-too = The plan alone misses every limit that was missed here: no decision the plan knows would have kept them, so the plan comes first.
hotwash-what-if-plan = { $id } was missed at { $at }. From no moment that was tried would the plan alone have kept it.
hotwash-what-if-decision = { $id } was missed at { $at }; it was lost by this decision: { $by }.
hotwash-what-if-waiting = { $id } was missed at { $at }; it was lost by waiting: up to { $last } the plan would still have kept it. The last decision before: { $by }.
hotwash-what-if-enough = This one more would have kept it: { $what }.
hotwash-what-if-begins = What would have kept it begins with this, and goes on as the plan says: { $what }.
hotwash-what-if-tried = (Tried in { $tried } runs with the same luck.)
hotwash-what-if-decided = { $at } { $who } { $what }
hotwash-register-only-drill = Seen in the joint drill { $session }, from what people decided; no run of the plan alone says it, so only another drill can clear it.
hotwash-line-faults = Faults: { $targets }
hotwash-showing = Shown to all: { $what }
hotwash-more-rows = { $n } more are in the record.
hotwash-line-act = { $by }, beside the plan: { $do } { $targets }
hotwash-no-story = Nothing happened that is worth telling.

## Late steps

hotwash-column-step = Step
hotwash-column-role = Role
hotwash-column-late = Late by
hotwash-column-reason = Reason
hotwash-column-done = Done at
hotwash-against-limit = beyond its limit
hotwash-against-plan = later than with the plan alone
hotwash-not-done = not done
hotwash-reason-undecided = nobody had decided
hotwash-reason-longer = the work itself took longer
hotwash-reason-none = the record holds no wait; reason not known
hotwash-reason = { $reason } { $took_ms }
hotwash-reason-on = { $reason } { $took_ms } ({ $on })
hotwash-none-late = No step was beyond its limit, or took 30 s more than with the plan alone.

## Otherwise than planned

hotwash-departed = { $who }: { $what } – { $how }
hotwash-did-begin = begins { $what }
hotwash-did-skip = leaves out { $what }
hotwash-did-finish = reports the end of { $what }
hotwash-did-choose = chooses in { $what }
hotwash-did-activate = activates card { $what }
hotwash-did-close = closes card { $what }
hotwash-did-permit = gives the permit for { $what }
hotwash-did-refuse = refuses the permit for { $what }
hotwash-did-go = goes to { $what }
hotwash-did-act = { $what }
hotwash-did-tell = tells { $what }
hotwash-did-ask = asks { $what }
hotwash-facilitator = Controller
hotwash-none-departed = No decision departed from the plan.
hotwash-only-plan = Steps the plan alone does and this drill did not:
hotwash-only-people = Done in this drill and not by the plan alone:
hotwash-alone-note = "The plan alone": the same faults, the same luck and the same injects, every role played by the plan up to the moment this drill ended.

## Limits

hotwash-column-subject = Load or function
hotwash-column-limit = Limit
hotwash-column-worst = Longest here
hotwash-column-alone = Plan alone
hotwash-column-cause = Cause
hotwash-broken = missed
hotwash-kept = kept
hotwash-still-open = (still without at the end)
hotwash-none-broken = No limit was missed, nor by the plan alone.
hotwash-not-proof = That no limit was missed does not show that the plan is sound: see what this drill did not exercise.
hotwash-no-hazards = No hazard occurred.
hotwash-no-weak = The record shows no weak point. That does not mean there is none: see what this drill did not exercise.

## Believed and true

hotwash-column-thing = Thing
hotwash-column-true = True
hotwash-column-believed = Believed by roles
hotwash-believed = { $roles }: { $state } ({ $at })
hotwash-from-before = from before
hotwash-wrong-mark = ✕ wrong
hotwash-none-known = No role believed anything wrong of switches, sources, loads or functions.
hotwash-known-disputed = Believed wrongly: { $n }.
hotwash-known-more = { $n } others changed and were known as they were.

## Evaluation

hotwash-grade-P = P performed without challenges
hotwash-grade-S = S performed with some challenges
hotwash-grade-M = M performed with major challenges
hotwash-grade-U = U unable to be performed
hotwash-meets-P = meets
hotwash-meets-S = largely meets
hotwash-meets-M = does not meet
hotwash-meets-U = does not meet
hotwash-grade-none = not graded
hotwash-column-item = Item
hotwash-column-item-limit = Limit
hotwash-column-took = Took
hotwash-column-why = Evidence
hotwash-column-proposed = Proposed
hotwash-column-given = Grade
hotwash-column-meets = Conformity
hotwash-column-changed = Reason for the change
hotwash-grade-whole = The drill as a whole
hotwash-grade-in-time = Done in time, as the plan says.
hotwash-grade-late = From when it could begin it took { $late_ms } longer than with the plan alone.
hotwash-grade-over = Limit { $limit_ms }, took { $took_ms }.
hotwash-grade-departed = Otherwise than planned: { $deviations }.
hotwash-grade-failed = It { $state }; with the plan alone it did not.
hotwash-grade-failed-too = It { $state }, and so it did with the plan alone; not graded by rule.
hotwash-grade-failed-so-far = It { $state }. Whether by people or by the plant is told once the plan alone has been played.
hotwash-grade-found-otherwise = Done in time; it found what it asks for not to be so.
hotwash-grade-hazard = A hazard came of it ({ $step }).
hotwash-grade-not-done = { $state }; not graded.
hotwash-grade-open = Not over when the drill ended; not graded.
hotwash-grade-never-begun = Done by the plan alone at { $alone_ms }, never begun here ({ $step }).
hotwash-grade-not-given = The inject "{ $inject }" was not given; not graded.
hotwash-grade-by-hand = The inject "{ $inject }" was given; the evaluator grades it.
hotwash-grade-not-yet = What the inject "{ $inject }" was to bring about was still open at the end; not graded.
hotwash-grade-expected = What the inject "{ $inject }" was to bring about came in time.
hotwash-grade-not-expected = What the inject "{ $inject }" was to bring about did not come in time.
hotwash-grade-whole-aborted = Aborted; not graded.
hotwash-grade-whole-abandoned = Abandoned; not graded.
hotwash-grade-whole-real-emergency = Stopped for a real emergency; not graded.
hotwash-grade-whole-open = Not ended; not graded.
hotwash-grade-whole-nobody = The plan played every role and nobody decided anything; not graded.
hotwash-grade-whole-hazard = { $n ->
        [one] One hazard
       *[other] { $n } hazards
    } occurred.
hotwash-grade-whole-critical = Safety-critical limits missed that the plan alone keeps: { $n } ({ $ids }).
hotwash-grade-whole-critical-too = Safety-critical limits missed: { $n } ({ $ids }); the plan alone misses them too, so the plan comes first.
hotwash-grade-whole-missed = Other limits missed: { $n } ({ $ids }).
hotwash-grade-whole-departed = All limits kept; decisions that departed from the plan: { $n }; steps late or otherwise than planned: { $late }.
hotwash-grade-whole-doubtful = { $n ->
        [one] One limit was
       *[other] { $n } limits were
    } not tested ({ $ids }); the evaluator grades.
hotwash-grade-whole-kept = All limits kept, every step as planned.
hotwash-both-kept = Rules propose, evaluators grade; both are kept.
hotwash-signature = Signed by the head of the evaluators
hotwash-signed = { $name }, { $wall }
hotwash-changed-since = Changed after it was signed: sign again.
hotwash-not-signed = Not signed.

## Improvement list

hotwash-column-number = No.
hotwash-column-code = Code
hotwash-column-problem = Problem
hotwash-column-clause = Clause
hotwash-column-evidence = Evidence (time)
hotwash-column-severity = Severity
hotwash-column-measure = Measure
hotwash-column-side = Side
hotwash-column-person = Person
hotwash-column-due = Due
hotwash-column-status = Status
hotwash-column-reason-of = Remark
hotwash-side-customer = customer
hotwash-side-utility = utility
hotwash-side-both = both
hotwash-side- = —
hotwash-status-proposed = to decide
hotwash-status-open = open
hotwash-status-in_progress = in progress
hotwash-status-done = done
hotwash-status-rejected = rejected
hotwash-status-struck = not listed
hotwash-none-listed = The list is empty.
hotwash-list-proposed = { $n ->
        [one] One more row is
       *[other] { $n } more rows are
    } proposed by the record and not decided yet.

## Not exercised

hotwash-untried-roles = Roles the plan played ({ $n }): { $ids }. Nothing is said of these people.
hotwash-untried-roles-partly = Roles people played only for a part of it ({ $n }): { $ids }.
hotwash-untried-roles-silent = Roles given to people who decided nothing ({ $n }): { $ids }.
hotwash-untried-injects = Injects never given ({ $n }): { $ids }.
hotwash-untried-switches = Switches the plan operates and nothing moved ({ $n }): { $ids }.
hotwash-left-out-alone = There is no run of the plan alone, so nothing is compared with the plan.
hotwash-left-out-beliefs = What the roles believed at the end was not kept, so it is not compared with what was so.
hotwash-left-out-what-if = "What if" was not computed.

## Corrections and record

hotwash-correction = "{ $step }" was done at { $at } ({ $who }). Reason: { $why }
hotwash-correction-person = "{ $step }" was done by { $who }. Reason: { $why }
hotwash-correction-unused = (no such step in the record; judging does not use it)
hotwash-none-corrected = No corrections.
hotwash-keyed = Keyed
hotwash-keyed-open = who did it is still to be said
hotwash-note = Note
hotwash-photo = Photo { $file }
hotwash-none-noted = Nothing was noted.

## The page

hotwash-page-after = Hot wash
hotwash-to-after = Open hot wash, evaluation and improvement list
hotwash-to-console = Back
hotwash-not-ended = The drill has not ended; the hot wash comes with its end.
hotwash-show = Show to all
hotwash-show-board = Show the board again
hotwash-wait-shown = The drill has ended. Look at the room's screen: the controller shows the hot wash.
hotwash-save = Save
hotwash-add-row = A row by hand
hotwash-add = Add
hotwash-strike = Do not list
hotwash-take-over = Take over into register.yaml
hotwash-take-over-confirm = Write the rows that were decided into the customer's register.yaml?
hotwash-no-folder = This session was opened without the customer's folder. Take the rows over with drillsim session PLAN_DIR --take-over DIR.
hotwash-taken-over = { $file }: new { $added }, came back { $back }, known already { $known }; { $left } without a code stay in this list.
hotwash-none-to-take = No row is decided and has a weak-point code; the register was not touched.
hotwash-row-saved = Saved.
hotwash-row-stale = Somebody has just changed this row. Load the page anew, then change it.
hotwash-row-date = "{ $value }" is no date. Write it as 2026-12-31.
hotwash-row-reason = A row that is rejected or not listed says why.
hotwash-row-problem = Write the problem, or a code and a subject.
hotwash-row-code = "{ $value }" is no weak-point code. See drillsim explain, or leave it empty.
hotwash-row-subject = A row with a code names a subject of the customer's files; "{ $value }" is none.
hotwash-grade-reason = A grade that differs from the proposal says why.
hotwash-graded = Graded.
hotwash-give = Grade
hotwash-not-completed = The drill was not completed; it is not graded as a whole.
hotwash-sign = Sign
hotwash-sign-name = Name of the head of the evaluators
hotwash-signed-now = Signed.
hotwash-correct = Correct
hotwash-correct-step = Step
hotwash-correct-at = Really done at T+ (minutes: 12.5 or 12:30)
hotwash-correct-who = Role that really did it (empty: no change)
hotwash-correct-why = Reason
hotwash-correct-hint = Judging goes by the corrected time and person; the plant is not rewound.
hotwash-corrected = Kept as a correction; judging uses it.
hotwash-correct-time = "{ $value }" is no scenario time gone by. Write minutes after T0, such as 12.5.
hotwash-correct-no-step = "{ $value }" has not begun, so it cannot be corrected.
hotwash-correct-nobody = Nobody is there for { $value }. Leave it empty, or name another role.
hotwash-complete-words = Complete keyed words
hotwash-complete-entry = Keyed words
hotwash-complete-role = Role that did it
hotwash-take-back = Take back
hotwash-taken-back = Taken back; the record keeps its trace.
hotwash-photo-add = Photo
hotwash-photo-file = Name of the file
hotwash-photo-words = Words
hotwash-failed = The hot wash could not be put together; the record is whole. End the session and use drillsim report.
hotwash-working = The hot wash is being put together …

## Calibration

hotwash-calibrate-title = Times of steps, planned and observed
hotwash-calibrate-none = These drills hold no observation: only a step whose end a person reported while the clock ran at the room's pace is one.
hotwash-calibrate-step = Step
hotwash-calibrate-planned = Plan
hotwash-calibrate-n = Observations
hotwash-calibrate-sessions = Drills
hotwash-calibrate-observed = Observed median
hotwash-calibrate-proposed = Proposed
hotwash-calibrate-weight = Weight of the observations
hotwash-calibrate-verdict = Result
hotwash-calibrate-offered = change offered (observed)
hotwash-calibrate-few = too few; none offered
hotwash-calibrate-same = as planned; none offered
hotwash-calibrate-skipped = Not used: { $n } ({ $why })
hotwash-calibrate-why-speed = the clock did not run at the room's pace
hotwash-calibrate-why-pause = paused meanwhile
hotwash-calibrate-why-jump = jumped meanwhile
hotwash-calibrate-why-no-work = no time of work
hotwash-calibrate-method = Method: log-normal; the median of each step is shrunk towards the plan's (normal-normal). The fewer the observations, the closer to the plan.
hotwash-calibrate-before-after = Before and after (same faults, same luck)
hotwash-calibrate-missed = Missed, before → after
hotwash-calibrate-subject-change = { $id } { $before } → { $after }
hotwash-calibrate-unchanged = No verdict of any scenario changes.
hotwash-calibrate-written = The files as they would be lie in { $path }; the customer's folder was not touched. Compare with drillsim compare { $plan } { $path }. These times were observed; they mend no wording, and the meeting decides.
hotwash-calibrate-source = observed { $n } times in { $sessions } drills, log-normal shrinkage

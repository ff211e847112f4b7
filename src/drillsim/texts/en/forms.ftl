# The papers a meeting signs: titles, columns, standing words.

form-colon = {": "}
form-mark = 演练 EXERCISE
form-classification = Internal
form-head = { $customer } · plan { $plan } · version { $version }
form-page = page { $page } of { $pages }
form-no-face = (Not drawn here: no face of this machine has all its characters. See pictures/{ $name }.svg.)
form-sheet-about = About
form-rests-on = Rests on one run of the scenario “{ $scenario }” (seed { $seed }). Changes are supported by re-running, for the meeting to decide; this paper is neither a switching order nor an instruction.
form-more-events = and { $n } more, see the journal

form-title-after-action = After-action report
form-title-revision-table = Revision table
form-title-improvement-list = Improvement list
form-title-approval = Review and approval of the revision
form-title-sign-in = Sign-in sheet
form-title-notice = Notice of weak points to put right
form-title-wall-cards = Response cards for the wall

form-part-customer = Customer's clauses
form-part-utility = Supply company's clauses
form-part-both = Joint clauses and dispatch agreement
form-no-changes = This run has no change for the meeting.
form-rejected-apart = { $n } more were rejected by re-running and are not in this table; see the report.
form-from-run = run
form-numbered = Id { $id }
form-supported = Supported by re-running: { $gain }
form-assumed-effect = The effect is assumed, see the report

form-yes = adopted
form-no = not adopted
form-amended = adopted as amended

form-column-number = No.
form-column-clause = Clause
form-column-old = Old wording
form-column-new = New wording
form-column-reason = Reason
form-column-basis = Basis
form-column-from = Proposed by
form-column-opinion = Other side
form-column-adopted = Adopted
form-column-approved = Approved
form-column-code = Code
form-column-subject = Subject
form-column-problem = Weak point
form-column-evidence = Evidence (moment)
form-column-severity = Severity
form-column-measure = Measure
form-column-unit = Side
form-column-person = Owner
form-column-due = Due
form-column-money = Money
form-column-status = Status
form-column-verified = Verified, reason
form-column-closed = Closed on
form-column-recurs = Recurs
form-column-name = Name
form-column-role = Role
form-column-part = Part in the drill
form-column-arrived = Arrived
form-column-signature = Signature
form-column-act = Act
form-column-post = Post
form-column-opinion-long = Opinion
form-column-date = Date
form-column-act-to-do = Act
form-column-criterion = Criterion
form-column-within = Within
form-column-tells = Tells

form-status-open = open
form-status-in-progress = in progress
form-status-done = done
form-status-verified = verified
form-status-rejected = rejected
form-recurs =
    { $n ->
        [0] register { $number }
        [one] register { $number }, back once
       *[other] register { $number }, back { $n } times
    }

form-day = Date
form-place = Place
form-unit = Side
form-id = Id
form-signatures = Signatures
form-act-wrote = Written by
form-act-checked = Checked by
form-act-countersigned = Countersigned by
form-act-approved = Approved by
form-usual-order = The signatures stand in a usual order, unverified; the company's own form comes first.

form-notice-to = To { $customer }:
form-notice-body =
    { $n ->
        [0] The run of this scenario showed nothing for you to put right.
        [one] The run of this scenario showed one point for you to put right. Please fill in the date and send back the receipt.
       *[other] The run of this scenario showed { $n } points for you to put right. Please fill in the dates and send back the receipt.
    }
form-notice-not-classed = This notice does not class anything by law; that is for the authority.
form-receipt = Receipt
form-received-by = Received by
form-post = Post
form-seal = Organisation (seal)
form-intends = What will be done

form-trigger = Begins when
form-begun-by = Begun by
form-ends = Ends when
form-ends-with-steps = its steps are done
form-issued = Version
form-issued-line = { $version }   issued: __________   old one taken back: __________   date: __________
form-supervised = supervised by { $who }
form-first-make-sure = First make sure: { $what }
form-by-permit = By permit of { $who }
form-or-else = Else: { $what }
form-told = { $who } ({ $channel })
form-read-back = , read back
form-card-safety = This card goes with the plan and replaces no switching order; where the plant differs from it, stop and report.

form-title-to-confirm = Figures to confirm
form-to-confirm-body = The following { $n } figures are assumed or unverified, and what the runs say rests on them. Whoever can confirm one fills in name and date; where the true figure differs, the file is changed and the run repeated.
form-column-where = Where
form-column-thing = Belongs to
form-column-figure = Figure used
form-column-source = Source
form-column-confirmed = Confirmed by
form-file-line = { $file }, line { $line }
form-no-figure = (see the file)

## The papers of a drill

form-title-drill-after-action = After-action report
form-title-session-record = Session record
form-title-exercise-record = Record of an anti-accident drill
form-title-evaluation = Evaluation sheet
form-title-msel = Master scenario events list, as played
form-ending-why = Reason: { $why }
form-attended =
    { $n ->
        [one] One person signed in
       *[other] { $n } people signed in
    }
form-nobody-signed-in = Nobody signed in on the laptop. Please sign by hand below.
form-not-signed-in = Took part on a screen without signing in
form-nobody-named = (the record has no names)
form-column-organisation = Organisation
form-column-item = Item
form-column-point = What is asked
form-column-limit = Limit
form-column-took = Took
form-column-auto-evidence = Automatic evidence
form-column-proposed = Proposed
form-column-rating = Rating
form-column-meets = Meets
form-column-override = Reason for another rating
form-column-evaluator-says = Evaluator's remark
form-column-remark = Remarks
form-items = Items
form-no-items = People had no step and no objective of their own: there is nothing to rate.
form-objective = Objective of the drill
form-head-of-evaluators = Head of evaluators
form-msel-counted = { $n } lines, { $given } of them given. They stand in the order in which they came; those that did not come stand last.
form-in-the-plant = [Plant] { $what }
form-no-result-yet = no result by the end
form-column-inject-id = Inject
form-column-planned-at = Planned
form-column-real-at = Real
form-column-triggered = Trigger
form-column-sender = From
form-column-receiver = To
form-column-channel = Channel
form-column-content = Content
form-column-expected = Expected
form-column-objective = Objective
form-column-fallback = Otherwise
form-decided-in-the-room = Decided in the room
form-not-decided = Proposed by the record, not decided yet
form-settled-before = Settled beforehand
form-column-thing-settled = Matter
form-column-settled-at = Settled at
form-not-settled = not recorded
form-course-note = In bold: what really changed in the plant, as the facilitator sees it; the rest is what people decided and what was done in the room. Scenario time counts from T0, room time is the clock on the wall.
form-column-scenario-time = Scenario time
form-column-room-time = Room time
form-column-who = Role
form-column-what-happened = What happened
form-kind-plant = Plant
form-kind-decision = People
form-kind-room = Facilitator
form-column-was-so = Was so
form-column-believed = Believed
form-photos = Photos
form-none = None.
form-record-leader = Exercise director
form-record-scribe = Scribe
form-record-customer = For the customer
form-record-utility = For the supply company
form-record-unit = Organisation
form-record-subject = Subject
form-record-led-by = Led by
form-record-watched-by = Safety officer
form-record-phenomena = What was observed
form-record-handling = How it was handled
form-record-measures = Problems and measures
form-record-conclusion = Conclusion and appraisal
form-record-review = Review
form-column-executor = Done by
form-column-review-opinion = Opinion
form-nobody-decided = Nobody decided anything: the plan played every role.
form-missed-first = Missed, first
form-to-do-first = What to put right first
form-rests-on-drill = Rests on the record of this drill (seed { $seed }). What people did stands beside the plan alone with the same faults and the same luck; none of it is a switching order or an instruction.
form-aar-aqt-facts = 1 Facts of the drill
form-aar-aqt-process = 2 How it was evaluated
form-aar-aqt-analysis = 3 Analysis
form-aar-aqt-proposals = 4 Proposals for improvement
form-aar-aqt-conclusion = 5 Conclusion
form-aar-participants = Appendix: participants
form-aar-hseep-overview = Exercise overview
form-aar-hseep-analysis = Analysis of objectives
form-aar-hseep-conclusion = Conclusion, and how it was evaluated
form-aar-hseep-plan = Appendix A: improvement plan
form-aar-hseep-participants = Appendix B: participants
form-objectives = Objectives
form-none-named = (the list of injects names none)
form-no-evaluator = none on record
form-evaluated-how =
    { $n ->
        [0] Evaluators: { $people }. No item could be rated from the evidence.
        [one] Evaluators: { $people }. For one item the journal gives the evidence and proposes a rating (P, S, M, U); evaluators may rate otherwise with a reason, and both are kept.
       *[other] Evaluators: { $people }. For { $n } items the journal gives the evidence and proposes a rating (P, S, M, U); evaluators may rate otherwise with a reason, and both are kept.
    }
form-evaluated-changed = Rated by evaluators: { $n }. Corrections of the record: { $corrected }.
form-column-subject-limit = Subject (limit)
form-name-limit = { $name } ({ $limit })
form-column-worst = Longest, drill
form-column-alone = Plan alone
form-column-cause = Cause
form-column-step = Step
form-column-late = Late
form-column-waited-for = Reason
form-column-done-at = Done at
form-ratings-summary = Ratings
form-strengths = Strengths
form-areas = Areas for improvement
form-reference = Reference (clause, time)
form-recommendation = Recommendation
form-none-agreed = (none agreed yet)
form-weak-items = Items rated M or U
form-supported-elsewhere = New wording of the plan is proposed by the revision table of the run: each change with old and new wording and what re-running shows, for the meeting to decide.

## The plan itself

form-title-plan = Power outage contingency plan of { $customer }
form-title-plan-changes = Power outage contingency plan of { $customer }, changes marked
form-title-before-after = Before and after
form-title-coverage = Coverage, and what was not tested
form-plan-status-draft = DRAFT
form-plan-status-in-review = FOR REVIEW
form-plan-status-approved = plan in force
form-plan-status-retired = RETIRED
form-customer = Customer
form-plan-number = Plan
form-plan-version = Version
form-plan-status = Status
form-effective = In force from
form-next-review = Review due
form-version-reason = Reason of this version
form-from-to = { $old } → { $new }
form-from-to-draft = { $old } → draft (no version yet)
form-origin-supported =
    { $n ->
        [one] A draft for the meeting with one change of wording, which re-running supports. Once the meeting has chosen, write it with drillsim revise --apply and run again before approval.
       *[other] A draft for the meeting with { $n } changes of wording. Re-running supports each by itself; they have not been re-run together. Once the meeting has chosen, write them with drillsim revise --apply and run again before approval.
    }
form-origin-searched =
    { $n ->
        [one] A draft for the meeting with one change of wording: the smallest sufficient set that was found, verified by re-running.
       *[other] A draft for the meeting with { $n } changes of wording: the smallest set that was found, verified together by re-running.
    }
form-origin-recorded = Against the version before: { $n } changes are on record. What is marked in the text and not in this list was changed by hand.
form-nothing-changed-here = Nothing to mark: there is no change of wording here that re-running supports, and no version before to compare with. The plan stands below as it is.
form-not-all-re-run = The changes of this run were not re-run, or not all of them: what is missing here may still be needed.
form-how-marked = Words that are gone are struck through, new ones are underlined; all else reads as before.
form-changed-parts = Parts that change ({ $n }): { $parts }
form-changes-made = Changes in the text ({ $n })
form-changes-left = Supported changes that are not in the text ({ $n })
form-left-why = These are no wording (settings, people, training, purchases), or do not go together with a change that is in the text; the meeting decides them apart.
form-contents = Contents
form-government = Authority
form-not-yet-signed = Not signed yet; who signs is for the organisations to say.
form-part-gone = This part is taken out whole.
form-part-new = This part is new.
form-title-was = The title was: { $old }
form-recorded-run = run { $run }, written on { $day }
form-part-roles = Roles and people
form-part-contacts = Who calls whom
form-part-limits = Report limits
form-part-permits = Dispatch permits
form-part-orders = Written switching orders
form-part-cards = Response cards
form-part-tiers = Load shedding
form-part-resources = Resources
form-column-held-by = People, in order
form-column-certificate = Certificate
form-column-caller = Caller
form-column-called = Called
form-column-channels = Channels, in order
form-column-must-know = Must know
form-column-covers = Covers
form-column-given-by = Given by
form-column-order = Order
form-column-written-by = Written by
form-column-checked-by = Checked by
form-column-in-order = Order and conditions
form-column-tier = Tier
form-column-loads-shed = Loads, in order
form-column-resource = Resource
form-column-quantity = Quantity
form-column-kept-at = Kept at
form-column-keeper = Keeper
form-column-agreement-until = Agreement until
form-column-what = What
form-column-wording = Wording
form-dead-may-open = dead ones may be opened first and reported after; closing excluded
form-prepared = written and checked beforehand
form-at-once = {" "}(begins as soon as it is known)
form-level = Level
form-level-is = level { $level }
form-after = after { $steps }
form-after-any = after any of { $steps }
form-only-when = only when { $what }
form-until = until { $what }
form-every = every { $time }
form-same-luck = The same faults and the same luck, once before and once after the change. Outages are interruptions in the model, not statements about what happens to people.
form-nothing-re-run = No change of this run was re-run.
form-nothing-changed = Re-running changed none of the figures.
form-acts-kept = Done before and still done after: safety acts { $acts }, reports { $reports }, warnings { $warnings }.
form-gain-interruption = { $name }: longest interruption
form-gain-endurance = { $name }: own supply lasts
form-column-measure-of = Measure
form-column-before = Before
form-column-after = After
form-covered = This scenario triggered { $cards } of { $of } cards. It speaks for one run of this scenario alone; what was not triggered or not done was not tested.
form-column-card = Card
form-column-triggered-yes = Triggered
form-column-steps = Steps
form-column-steps-done = Done
form-column-not-played = Clauses not played
form-triggered = triggered
form-not-triggered = not triggered
form-whole-card = the whole card is untested

## Copies

form-copy-customer = customer's copy
form-copy-dispatch = dispatch copy
form-copy-meeting = meeting copy
form-copy-wall = for the wall
form-copy-outside = May be given out
form-others-apart =
    { $n ->
        [one] One more is for the other side and not in this copy.
       *[other] { $n } more are for the other side and not in this copy.
    }

## Weak points, line by line

form-title-weak-points = Weak points, line by line
form-column-before-after = Before and after
form-no-change-yet = No change has been re-run yet; for the meeting to work out
form-due-open = for the meeting
form-title-contacts = Contact list
form-column-phone = Telephone
form-column-last-reached = Last reached
form-no-numbers = The customer's folder has no people.local.yaml; numbers are written in by hand.

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
form-column-verified = Verified
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

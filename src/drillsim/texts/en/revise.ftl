# The smallest set of changes: page and document.

revise-endurance = own supply does not last
revise-title = { $customer }: the smallest set of changes to plan { $version }
revise-cases-plan = The plan as it is, on { $required } cases (each event that calls it, alone and with one thing that does not go as planned; the scenario library by day, by night and at the change of shift): in { $missed } of them a protected limit is missed, { $limits } limits in all, { $critical } of them safety-critical.
revise-cases-run = The plan as it is, in the run that was recorded: { $limits } protected limits are missed, { $critical } of them safety-critical.
revise-cases-campaign = The plan as it is, on { $required } cases of the campaign: in { $missed } of them a protected limit is missed, { $limits } limits in all, { $critical } of them safety-critical.
revise-answer-paper = The plan's text alone: { $n ->
    [0] no change
    [one] one change
   *[other] { $n } changes
 }
revise-answer-setting = Text and settings: { $n ->
    [0] no change
    [one] one change
   *[other] { $n } changes
 }
revise-answer-all = Training, staffing and purchases too: { $n ->
    [0] no change
    [one] one change
   *[other] { $n } changes
 }
revise-same = { $answer ->
    [paper] The same set as with the text alone: nothing more is gained.
   *[other] The same set as with text and settings: nothing more is gained.
 }
revise-change = { $number }. { $place } · { $owner } · { $kind } · [{ $id }]
revise-old = Now: { $words }
revise-new = New: { $words }
revise-result = { $meets ->
    [all] Supported by re-running: with these changes every protected load and function meets its limit in every case, and nothing is worse in any of those verified ({ $verified }).
    [none] No change that was tried mends anything without making something worse. Limits missed, held-back cases left out: { $missed }, { $critical } of them safety-critical.
   *[some] Supported by re-running: nothing is worse in any of those verified ({ $verified }); in { $met } every protected limit is met. Still missed there: { $missed } limits, { $critical } of them safety-critical. No set of the changes tried that does better is known.
 }
revise-held-back = Held back from the search: { $cases } cases. Every protected limit is met in { $met } of them (before: { $before }); something is worse in { $worse }.
revise-exact = Every set of the changes was looked at ({ $n }): none is better.
revise-not-exact = Sets looked at: { $n }, not all there are. This is the best one found.
revise-case = “{ $case }”
revise-remains = Not mended by any set: { $n ->
    [one] one bottleneck
   *[other] { $n } bottlenecks
 }, safety-critical first
revise-remains-more = { $n } more bottlenecks with { $limits } limits: in revise.json.
revise-behind = { $title }: { $subject }{ $clause ->
    [none] { "" }
   *[other] { " " }({ $clause })
 }
revise-left = { $number }. { $what } → { $subjects }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
 }: { $limits } limits missed, { $critical } safety-critical; worst “{ $case }”, { $late } beyond the limit ({ $why }).
revise-takes = It would take: { $what }
revise-takes-network = It would take a second way of supply past what has failed: a change of the network (a purchase, not supported by re-running).
revise-takes-nothing = No change is known that answers this.
revise-what-it-takes = { $what } ({ $kind }; { $state ->
    [at-odds] tried: helps, but makes something worse, see below, [{ $id }]
    [tried] tried: not enough by itself, [{ $id }]
   *[not-rerun] not supported by re-running
 }).
revise-at-odds = Helps, but makes something worse elsewhere: for the meeting to weigh
revise-at-odds-one = { $number }. { $what } ({ $kind }, [{ $id }]): alone it ends { $mends } missed limits, { $critical } safety-critical, in the { $cases } cases it was tried in; worse in { $worse }. { $why }
revise-reviewed = The changes were made from runs that together show every cause of every missed limit, as far as so few can (runs: { $n }, recommendations: { $changes }).
revise-avoided = Runs with changes made: { $played } played, { $verifying } of them to verify sets; { $untouched } not played, for the changes touch only cards that nobody triggers in them, so nothing of them can change.
revise-idle = { $n } more were not played while sets were looked for: changes that do nothing in a case alone were taken to do nothing there beside others. The answers were verified without that.
revise-not-screened = { $n } more cases with a missed limit show the same causes; sets were chosen without them and verified on them.
revise-unsure = In some case nobody can say whether the limit is met (no answer of the power flow, or out when the run ended, within the limit by then): { $names }{ $n ->
    [0] .
   *[other] { " " }({ $n } in all).
 }
revise-took = Time taken: search { $search }, verification { $verification }.
revise-apply = To write a set into the plan as its next version, for the meeting to decide: --apply minimal, or --apply ID,… for single changes.
revise-written = Plan { $old } is now { $new }, with { $n ->
    [one] one change
   *[other] { $n } changes
 }. Written: { $files }. The old version lies in { $kept }.
revise-written-approval = The new version is not approved; that is for those who sign it.
revise-written-minor = People, certificates and rosters alone: a minor revision, and the approval stands. Cards are to be printed again.
revise-written-posts = It brings a new post ({ $names }): more people, more hours on duty, or a role staffed around the clock are no minor revision and have to be approved.
revise-written-edition = Written into edition { $name } of plan { $version }: { $n ->
    [one] one change
   *[other] { $n } changes
 }. Written: { $files }. The edition as it was lies in { $kept }.
revise-written-edition-why = They were found for the days of the edition and hold on these days alone: the plan, its approval and the register stay as they are. Whoever approves the edition has to see it again.
revise-written-done = Register: done by this revision, to be verified by re-running: { $names }. Play them with drillsim check --regression.
revise-written-in-progress = Register: in progress: { $names }. Enter them as done once what they take has been set, trained, manned or bought.
revise-written-carried = Editions whose changes all fit, and which belong to { $new } now: { $names }. Not played again with them: drillsim revise --edition does.
revise-written-otherwise = On the days of edition { $name } the edition holds in the place of these changes: { $ids }. Look through it.
revise-written-over = Editions whose days are over; they stay with { $old } and are kept with it: { $names }.
revise-written-others = Editions of another version, left as they are: { $names }.
revise-edition = Played on the days of edition { $edition }, in its mode and with its rosters.

# Two versions of one customer compared: what is better, worse and unchanged, and where they part; and events in words.

compare-title = { $customer }: { $new } against { $old }
compare-conclusion-better = The new version is better: in { $better } of { $all } cases something is better, in none is anything worse.
compare-conclusion-worse = The new version is worse: in { $worse } of { $all } cases something is worse, in none is anything better.
compare-conclusion-mixed = The new version is better in some things and worse in others: of { $all } cases { $better } are better, { $worse } worse, and { $mixed } both. Read below what got worse before anything is decided.
compare-conclusion-unchanged = In none of { $all } cases is anything better or worse.
compare-change-better = better
compare-change-worse = worse
compare-change-mixed = both
compare-change-unchanged = unchanged
compare-column-change = New version
compare-column-name = Load or function
compare-column-cases = Cases
compare-column-missed = Limit missed in cases
compare-column-mean = Longest outage, mean change
compare-column-interval = 95 % interval
compare-cases = { $better } better, { $worse } worse, { $mixed } both, { $same } unchanged
compare-interval = { $low } to { $high }
compare-subjects-same = Unchanged in every case ({ $n }): { $names }.
compare-lost = Worse besides ({ $n }):
compare-gained = Better besides ({ $n }):
compare-harm-more = { $name } passes its limit of harm in { $n ->
    [one] one run
   *[other] { $n } runs
} in which it did not before
compare-harm-less = { $name } no longer passes its limit of harm in { $n ->
    [one] one run
   *[other] { $n } runs
}
compare-hazard = { $what } ({ $n ->
    [one] one case
   *[other] { $n } cases
})
compare-act = { $what } ({ $n ->
    [one] one case
   *[other] { $n } cases
}, first: { $case })
compare-act-not-done = not done: { $step }{ $to ->
    [none] {""}
   *[other] {" "}(tells { $to })
}
compare-act-late = beyond its limit: { $step }{ $to ->
    [none] {""}
   *[other] {" "}(tells { $to })
}
compare-act-no-check = done without its check: { $step }
compare-act-no-permit = done without its permit: { $step }
compare-act-no-supervisor = done without its second person: { $step }
compare-act-not-told = done, but does not tell { $to }: { $step }
compare-act-now-not-done = now done: { $step }{ $to ->
    [none] {""}
   *[other] {" "}(tells { $to })
}
compare-act-now-late = now within its limit: { $step }{ $to ->
    [none] {""}
   *[other] {" "}(tells { $to })
}
compare-act-now-no-check = now with its check: { $step }
compare-act-now-no-permit = now with its permit: { $step }
compare-act-now-no-supervisor = now with its second person: { $step }
compare-act-now-not-told = now tells { $to }: { $step }
compare-act-now-passed-over = no longer done after the test { $to } failed: { $step }
compare-act-passed-over = done though the test { $to } failed: { $step }
compare-kept = Safety acts done in both versions: { $acts }; reports: { $reports }; warnings: { $warnings }.
compare-partings = Where the versions part, case by case:
compare-extreme-worse = Most worse in: { $case }
compare-extreme-better = Most better in: { $case }
compare-extreme = { $names }: { $told }
compare-lasts-worse = {" "}(own supply lasts less)
compare-lasts-better = {" "}(own supply lasts longer)
compare-first = first event that differs, at { $time } · old: { $old } · new: { $new }
compare-first-none = The same happens in both; only what is judged differs.
compare-nothing = nothing of the kind
compare-folder = both runs in { $folder }
compare-more = and { $n } more, see compare.json
compare-weak = { $title }: { $subject }
compare-weak-new = Weak points only the new version shows ({ $n }; they do not count):
compare-weak-gone = Weak points that are gone ({ $n }; they do not count):
compare-not-compared = What this comparison does not say, or says with a reservation:
compare-only-old = Only in the old version, so not compared: { $names }
compare-only-new = Only in the new version, so not compared: { $names }
compare-limit-none = none
compare-limit-max-interruption = { $subject }: permitted interruption { $old } → { $new }; each version is judged by its own limit, and the limit alone can make it better or worse
compare-limit-min-supply-time = { $subject }: time own supply has to last { $old } → { $new }; each version is judged by its own
compare-limit-security = { $subject }: safety-critical { $old } → { $new }
compare-limit-harm = { $subject }: limit of harm { $old } → { $new }; each version is judged by its own
compare-played-old = Scenarios that apply to the old version alone: { $names }
compare-played-new = Scenarios that apply to the new version alone: { $names }
compare-played-none = { $n ->
    [one] One scenario applies
   *[other] { $n } scenarios apply
} to neither version.
compare-failures-left-out = { $n ->
    [one] One failure is
   *[other] { $n } failures are
} known to one version alone (a step or device the other does not have): those cases cannot be the same in both.
compare-failed = { $n ->
    [one] One case
   *[other] { $n } cases
} could not be played, the first: { $case }
compare-played = { $cases } cases, { $draws ->
    [one] one draw of luck
   *[other] { $draws } draws of luck
} each, the same luck for both (seed { $seed }); { $runs } runs; { $left_out } cases left out as nothing in either version depends on what fails besides. Cases count alike, however rare; the intervals hold what luck leaves open, no more.
compare-version-old = Old version
compare-version-new = New version
compare-version = { $called }, plan { $plan }
compare-kind = { $critical ->
    [yes] safety-critical
   *[no] {""}
 }{ $kind ->
    [load] {""}
   *[function] { $critical ->
        [yes] {" "}function
       *[no] function
    }
 }
compare-page-subjects = Protected loads and functions
compare-page-columns = Cases: the new version against the old one. Limit missed and mean change of the longest outage: old to new, negative is shorter; the interval is paired, and there is none where a case rests on luck and was drawn once.
compare-page-all = All protected loads and functions
compare-page-none = None.
compare-page-more = { $n } more on the next pages.
compare-page-files = Files compared (first 16 digits of their digests)
compare-page-file = File
compare-page-meeting = These are results of a model, for the meeting to decide.
compare-lies = Both versions, the document and the runs named above lie in { $path }
cli-compare = Plays two versions of one customer on the same cases with the same luck: what is better, worse and unchanged for each load, function and hazard, which safety acts are kept or lost, and where the two part.
cli-compare-more = OLD and NEW are customer folders: an earlier version and the present one, or a plan and a variant of it. Worse is by the rule by which changes are judged: a verdict a state worse, a longer excess over a limit, a harm or hazard more, a safety act, report or warning lost, in any case. Better is the same the other way round. Weak points are listed and do not count. The comparison lies in DIR/<customer>/compare-<OLD>-<NEW>-s<seed>/ with both runs of up to three cases.
cli-argument-old = the folder of the old version
cli-argument-new = the folder of the new version
cli-option-cases = which cases, separated by commas: events (each event alone and with one thing beside that does not go as planned), N-1, N-2, N-3, library (every scenario), or patterns of scenario names such as both-lost-* (default events,library)
cli-option-compare-draws = draws of luck for each case, the same for both versions (default 3)
cli-compare-begins = { $new } against { $old }: { $cases ->
    [one] one case
   *[other] { $cases } cases
} ({ $hours }), { $draws ->
    [one] one draw
   *[other] { $draws } draws
} each, on both; expected to take about { $time }.
cli-compare-stopped = Stopped. Nothing was written to { $path }; start it anew, with fewer cases by --cases or fewer --draws.
problem-compare-two-customers = These are two customers ({ $old }, { $new }), and their cases have nothing in common. Name two versions of one customer: `id` in customer.yaml is the same in both.
problem-compare-nothing-in-common = The two versions share no load and no function with a limit, so nothing can be compared. Keep their ids the same in both.

## Events as they are told

told-other = { $what } ({ $of })
told-fault-begins = a fault begins: { $targets }
told-fault-ends = a fault ends: { $targets }
told-protection-trips = { $device } trips on a fault of { $element }
told-switch-moved = { $switch } { $closed ->
    [true] closes
   *[other] opens
}
told-switch-stuck = { $switch } does not move
told-supply-changed = { $live ->
    [none] {""}
   *[other] live: { $live }
}{ $dead ->
    [none] {""}
   *[other] {" "}dead: { $dead }
}
told-load-lost = { $load } loses its supply
told-load-restored = { $load } has its supply back
told-source-lost = { $source } no longer feeds
told-source-back = { $source } can feed again
told-genset-called = { $source } is asked to start{ $manual ->
    [true] {" "}by hand
   *[other] {""}
}
told-start-failed = { $source } does not start
told-source-running = { $source } runs
told-source-stopped = { $source } stops
told-source-loaded = { $source } delivers { $kw } kW
told-ups-on-battery = { $source } is on battery
told-ups-on-mains = { $source } has its input back
told-battery-empty = the battery of { $source } is empty
told-transfer-started = { $transfer } begins to count
told-side-normal = the normal side
told-side-standby = the standby side
told-transfer-done = { $transfer } has moved to { $to }
told-transfer-refused = { $transfer } does not act
told-function-changed = { $function }: { $state ->
    [normal] works again
    [riding_through] rides through
    [lost] is lost
    [safe_stopped] is stopped in good order
    [restarting] is being restarted
   *[other] passes its limit of harm
}
told-load-switched = { $load } is switched
told-learned = { $people } learns of { $facts }
told-message-sent = { $person } calls { $to } ({ $step })
told-message-received = { $person } is told of { $facts } ({ $step })
told-travel-begins = { $person } sets out for { $to } ({ $step })
told-arrived = { $person } arrives: { $place }
told-permit-asked = { $person } asks for the permit ({ $step })
told-permit-given = { $by } gives the permit for { $permit }
told-permit-refused = { $by } refuses the permit for { $permit }
told-resource-called = { $person } calls for { $resource } ({ $step })
told-resource-here = { $resource } is there
told-card-triggered = { $person } knows what triggers { $card }
told-card-active = { $card } is active
told-card-over = { $card } is over
told-wait-begins = { $step } begins to wait: { $reason } ({ $on })
told-wait-ends = { $step } waits no longer: { $reason }
told-step-ready = { $step } is due
told-step-assigned = { $step } is taken by { $by }
told-step-begins = { $by } begins: { $step }
told-step-ends = { $step }: { $state }
told-step-overdue = { $step } is beyond its limit
told-option-chosen = { $by } decides: { $option } ({ $step })

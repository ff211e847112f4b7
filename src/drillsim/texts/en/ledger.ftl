# What a ledger books unserved energy and late minutes to: in a report, and what each kind means.

## In a report

ledger-cause-fault = outage of { $what }
ledger-cause-empty = battery of { $what } empty
ledger-cause-off = switched off by { $what }
ledger-cause-standing = without supply in mode { $what }
ledger-cause-automatic = automatic operation of { $what }
ledger-cause-start = start of { $what }
ledger-cause-noticing = noticing what calls for card { $what }
ledger-cause-deciding = deciding on card { $what }
ledger-cause-wait = { $what } waiting: { $reason }
ledger-cause-doing = carrying out { $what }
ledger-cause-failed = nothing left after { $what } failed
ledger-cause-restart = restart of { $what }
ledger-cause-riding = { $what } riding through, not yet lost
ledger-cause-harmed = harm to { $what }

## What each kind means

ledger-means-fault = Until what failed was back, or to the end: no step of the plan shortened it.
ledger-means-empty = The battery of a UPS ran empty, and nothing brought supply to its input.
ledger-means-off = Switched off by a step, or by a function that was lost, and not switched on again.
ledger-means-standing = Without supply from the beginning of the run, as the mode has it.
ledger-means-automatic = A transfer, a reclosing or a contactor that closes by itself: from when it could act to when it had acted.
ledger-means-start = A genset from its call until it feeds or has given up, attempts in vain included.
ledger-means-noticing = From what happened to somebody who may activate the card knowing of it, with the time it must last.
ledger-means-deciding = From a card's trigger being known to the card being active.
ledger-means-wait = A step, or the restart of a function, waits; the reasons are those of “Why steps wait”.
ledger-means-doing = A step is carried out, also one that fails.
ledger-means-failed = From the last step that tried in vain to the end of the run: the plan has nothing more.
ledger-means-restart = A function is brought back after all it needs is there.
ledger-means-riding = A function still works without what it needs, so those who wait for its loss do not know yet.
ledger-means-harmed = A function has been harmed; nothing brings it back in the run.

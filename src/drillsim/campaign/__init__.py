"""Many runs: every fault and the scenario library by hour, with draws of luck, on any executor.

    failures(dossier)            everything that can go wrong, one at a time
    Spec, units(dossier, spec)   which cases are played, in the order in which they are counted
    play_unit(bench, spec, unit) the rows of one unit, the same wherever it is played
    run(...)                     all units on an executor, rows streamed to the disk, resumable

A campaign takes a plan and variants of it; it never proposes one.
"""

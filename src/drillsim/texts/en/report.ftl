# The report: everything the review meeting reads.

## Why a step waits

report-wait-not-known = not known
report-wait-predecessor = predecessor
report-wait-permit = dispatcher's permit
report-wait-order = switching order
report-wait-person-busy = person busy
report-wait-travel = travel
report-wait-resource = resource
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
report-step-dropped = not done (card was over)

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

## Picture: one-line diagram

report-oneline-title = One-line diagram at the worst moment
report-oneline-caption = { $at } after the fault: { $dark } of { $all } kW dark, { $loads ->
    [one] one load
   *[other] { $loads } loads
    } without supply.
report-oneline-excerpt = Only the part this run was about is drawn; { $n } buses are left out.
report-oneline-sections = { $n } sect.
report-oneline-live = live
report-oneline-dead = dead
report-oneline-closed = switch closed (square: breaker, round: load switch)
report-oneline-open = switch open
report-oneline-dark = load dark
report-oneline-fault = fault or lost
report-source-live = live
report-source-dead = dead
report-source-failed = failed

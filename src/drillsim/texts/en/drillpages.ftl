# The pages of a drill: the stop, the wall, the papers before it.

## Stop

drill-stop-word = Stop the drill – real emergency
drill-stop-rule = Real danger: call out the stop word, or press this key twice.
drill-stop-again = Press again: stop the drill, real emergency
drill-halt-now = The drill is over. This is real: act on what is really there; nothing said from now on is exercise.
drill-halt-who = Stopped by the { $part }, scenario { $at }, room { $room }
drill-halt-why = What is really there (kept in the record of the room)
drill-halt-behind = Show the page as it stood

## Clocks

drill-clock-scenario-day = Scenario time
drill-clock-room = Room time
drill-clock-minute = Minutes in
drill-before = not begun

## The wall

drill-oneline = One-line diagram
drill-before-drill = before
drill-age-min = { $n }′ ago
drill-oneline-says = { $whose }: { $dead } of { $all } bus sections dead.
drill-legend-live = live
drill-legend-dead = dead
drill-legend-unknown = nobody knows
drill-legend-age = "3′ ago": minutes since it was known to be so; "before": not confirmed since the drill began
drill-legend-left-out = { $n } more bus sections not drawn
drill-initial = Initial state
drill-ladder-says = Power back is not service back: a function is back once it has been restarted and checked.
drill-function = Function
drill-supply = Supply
drill-powered = ● live
drill-unpowered = ✕ dead
drill-rung-normal = normal
drill-rung-riding = riding through
drill-rung-lost = lost
drill-rung-restarting = restarting
drill-rung-back = back
drill-role = Role
drill-on-duty = On duty
drill-decides = Who decides
drill-stand-in = the plan stands in
drill-since = since { $at }
drill-keyed = spoken in the room, keyed at the console
drill-player = a player
drill-name = Name
drill-unit = Company or department
drill-their-part = Post or part
drill-signed-at = Signed in
drill-nobody-signed = Nobody has signed in yet.
drill-thing = Subject
drill-was-known = Was known
drill-was-so = Was so
drill-all-known = All that was known was so.
drill-and-more = { $n } more.
drill-stop-word-is = Stop word:
drill-settle-duty_outside = Those on real duty take no part; operation goes on
drill-settle-dispatch_consents = Dispatch has consented; no real device is touched
drill-settle-safety_officer_there = The safety officer is there
drill-settle-stop_word_told = Everybody has heard the stop word
drill-settle-exercise_first = "Exercise" comes before every call and message
drill-attendance = Attendance ({ $n })
drill-initial-roles = Roles and stand-ins (scenario time { $at })
drill-statement-title = Known against true
drill-statement = What the { $who } knew otherwise than it was
drill-statement-roles = What each role knew otherwise than it was
drill-statement-count = { $n } states known otherwise, or not at all.
drill-statement-later = Said when the drill has ended.
drill-knows-otherwise = { $who }: { $n } states known otherwise, or not at all
drill-limits = Time left to the limit
drill-no-limit-runs = No limit is running now.
drill-who-decides = Who decides
drill-before-title = Attendance and opening
drill-sign-in = Sign in
drill-sign = Sign in
drill-photo = Photos
drill-photo-file = Photo number or file name
drill-photo-text = What it shows
drill-photo-keep = Note it
drill-view-label = View on the wall
drill-view-briefing = opening
drill-view-roles = roles
drill-view-board = overview
drill-view-diagram = diagram
drill-view-ladder = services
drill-view-messages = messages
drill-view-statement = known against true
drill-view-auto = follow the drill

## The papers before a drill

drill-sheet-briefing = Briefing
drill-sheet-roles = Role sheets
drill-sheet-injects = Inject cards
drill-sheet-plan-version = Plan version { $version } · internal
drill-sheet-rules = Rules
drill-sheet-speak = Say: "Exercise. This is the (role): (act) (device)." Whoever is told reads it back before acting.
drill-sheet-free = An act the plan does not have may be proposed: it is noted, not marked, and talked over afterwards.
drill-sheet-read-back = Whoever gives an order hears it read back and says "correct, carry on" before anything is operated.
drill-sheet-initial = Initial state
drill-sheet-start = The scenario begins at { $at }; operating mode: { $mode }. What happens then is told by the controller alone.
drill-sheet-played = a player
drill-sheet-signature = Signature
drill-sheet-you-are = At { $at }: { $people }, in { $place }.
drill-sheet-how = How to take part
drill-sheet-cards = Response cards with steps of this role
drill-sheet-card = Response card
drill-sheet-clause = Clause
drill-sheet-begins = Begun by this role
drill-sheet-steps = Steps
drill-sheet-permits = Permits this role gives
drill-permit-of = { $permit }: { $covers }
drill-sheet-leaders-only = For those who lead alone. Not shown to players before the drill has ended.
drill-sheet-from = from { $who }
drill-sheet-to = to { $who }
drill-sheet-in-the-plant = In the plant: { $what }
drill-sheet-otherwise = If not: { $what }
drill-sheet-given-at = Given at
drill-sheet-done = Came of it
drill-expects-within = Expected: { $what } (within { $within })
drill-comes-at-clock = Room time { $at }
drill-comes-after = { $by } after { $what }
drill-mode-normal = normal

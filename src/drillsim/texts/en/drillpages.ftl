# The pages of a drill: the stop, the wall, the papers before it.

## Stop

drill-stop-word = Stop the drill – real emergency
drill-stop-rule = Real danger: call out "Stop the drill, real emergency", or press this twice.
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

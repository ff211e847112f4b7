# A record of a drill looked at again.

session-replay-title = Replay of the record
session-replay-read-only = read only
session-replay-moment = Moment
session-replay-first = To T0
session-replay-before = Event before
session-replay-after = Next event
session-replay-last = To the end
session-replay-minute-before = A minute back
session-replay-minute-after = A minute on
session-replay-slider = Scenario time, up to { $end }
session-replay-of = Moment { $n } of { $of }
session-replay-knew = What { $who } knew
session-replay-role = Role
session-replay-branch = Another drill from here
session-replay-branch-how = A rewind is a new session: up to { $at } as it was, from there on another. This record stays as it is. Type:

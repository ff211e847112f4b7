"""A joint drill: people decide, the engine keeps the plant. No web framework, no clock of its own, no sleep.

clock   scenario time against the readings of the machine's clocks; gaps, speed, jumps
deck    the injects and what has become of each
drill   the run and the deck, moved together
stand_in  the plan in the place of those who are absent
session the drill, its clock, those who take part
briefing  who is there, what was settled before, who plays each role
known_state  the plant as a role knows it, or as it is
sections  the bus sections, those that matter first
log     what the room did beside the decisions
situation  what each screen shows, without words
limits  the limits a run missed, and when
lost    afterwards: the decision after which a limit was lost, and the one that would have kept it
record  the folder of a session, and the way back from it
travel  a record looked at again at any moment, and a new session branched from it
"""

from drillsim.session.briefing import TO_SETTLE, Attended, RolePlayed, attendance, roles_played, settled
from drillsim.session.clock import Clock, Reading
from drillsim.session.deck import Deck, Line, State
from drillsim.session.drill import Drill, open_drill
from drillsim.session.known_state import Compared, PlantState, Rung, compared, ladder, states
from drillsim.session.limits import Limit, missed_limits
from drillsim.session.log import Entry, Log, read_log
from drillsim.session.lost import Decided, LostLimit, lost_by
from drillsim.session.participants import PARTS, Part, Participant, Right
from drillsim.session.quick_entry import VERBS, Entered, holder, meant, understood
from drillsim.session.record import JOURNAL, LOG, Record, open_session, recorded_msel, resume_session
from drillsim.session.restored import restored
from drillsim.session.sections import GROUPS, Section, sections
from drillsim.session.session import ENDINGS, Broken, Ending, NotAllowed, Session
from drillsim.session.situation import (
    Console,
    Heard,
    Known,
    Now,
    Player,
    SubjectSeen,
    Waiting,
    Wall,
    console,
    last_events,
    now_of,
    player,
    to_send,
    wall,
)
from drillsim.session.travel import Travel, branch_session, open_record

__all__ = [
    "ENDINGS",
    "GROUPS",
    "JOURNAL",
    "LOG",
    "PARTS",
    "TO_SETTLE",
    "VERBS",
    "Attended",
    "Broken",
    "Clock",
    "Compared",
    "Console",
    "Decided",
    "Deck",
    "Drill",
    "Ending",
    "Entered",
    "Entry",
    "Heard",
    "Known",
    "Limit",
    "Line",
    "Log",
    "LostLimit",
    "NotAllowed",
    "Now",
    "Part",
    "Participant",
    "PlantState",
    "Player",
    "Reading",
    "Record",
    "Right",
    "RolePlayed",
    "Rung",
    "Section",
    "Session",
    "State",
    "SubjectSeen",
    "Travel",
    "Waiting",
    "Wall",
    "attendance",
    "branch_session",
    "compared",
    "console",
    "holder",
    "ladder",
    "last_events",
    "lost_by",
    "meant",
    "missed_limits",
    "now_of",
    "open_drill",
    "open_record",
    "open_session",
    "player",
    "read_log",
    "recorded_msel",
    "restored",
    "resume_session",
    "roles_played",
    "sections",
    "settled",
    "states",
    "to_send",
    "understood",
    "wall",
]

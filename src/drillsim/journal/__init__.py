"""The journal: what happened in a run, as typed events; reading, writing, and folding into intervals."""

from drillsim.journal.events import HAZARDS, STEP_STATES, TYPES, WAIT_REASONS, Event, EventType
from drillsim.journal.record import (
    Journal,
    JournalWriter,
    dumps,
    line_of,
    lines_of,
    parse_journal,
    read_journal,
    rounded,
)

__all__ = [
    "HAZARDS",
    "STEP_STATES",
    "TYPES",
    "WAIT_REASONS",
    "Event",
    "EventType",
    "Journal",
    "JournalWriter",
    "dumps",
    "line_of",
    "lines_of",
    "parse_journal",
    "read_journal",
    "rounded",
]

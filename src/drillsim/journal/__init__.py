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
from drillsim.journal.timeline import (
    MERGE_MS,
    Interval,
    Snapshot,
    StepRow,
    Wait,
    function_outages,
    load_outages,
    state_at,
    step_rows,
    store_levels,
    worst_moment,
)

__all__ = [
    "HAZARDS",
    "MERGE_MS",
    "STEP_STATES",
    "TYPES",
    "WAIT_REASONS",
    "Event",
    "EventType",
    "Interval",
    "Journal",
    "JournalWriter",
    "Snapshot",
    "StepRow",
    "Wait",
    "dumps",
    "function_outages",
    "line_of",
    "lines_of",
    "load_outages",
    "parse_journal",
    "read_journal",
    "rounded",
    "state_at",
    "step_rows",
    "store_levels",
    "worst_moment",
]

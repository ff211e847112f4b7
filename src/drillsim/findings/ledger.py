"""What the unserved energy and the late minutes of one run came from: one cause each, and the sums are exact."""

from __future__ import annotations

from dataclasses import dataclass

from drillsim.journal.record import Journal
from drillsim.schema.dossier import Case


@dataclass(frozen=True, slots=True)
class Entry:
    """A part of one subject's interruption, and what it came from."""

    subject: str
    cause: str
    late_ms: int
    unserved_w_ms: int


def ledger(case: Case, journal: Journal) -> tuple[Entry, ...]:
    """Entries of the run in `journal`."""
    return ()

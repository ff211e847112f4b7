"""The limits a run missed, and when each was missed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from drillsim.findings import Interruption, interruptions
from drillsim.journal import Journal
from drillsim.schema import Dossier

Kept = Literal["kept", "missed", "open"]
"""kept: not missed, and nothing left open. open: not missed yet, but dark at the end, or nothing can be said of it."""


@dataclass(frozen=True, slots=True, order=True)
class Limit:
    """The interruption limit of a load, or of a function."""

    kind: Literal["load", "function"]
    id: str


def missed_limits(dossier: Dossier, journal: Journal) -> Mapping[Limit, int]:
    """Return the limits the run missed, each with the time it was passed, ms, or harm was done; the earliest first."""
    harmed = {e.data["function"]: e.t_ms for e in journal.of("function_changed") if e.data["state"] == "harmed"}
    found = {}
    for each in interruptions(dossier, journal):
        if each.verdict == "missed":
            passed = _passed_ms(each)
            times = [ms for ms in (passed, harmed.get(each.id) if each.kind == "function" else None) if ms is not None]
            found[Limit(each.kind, each.id)] = min(times)
    return dict(sorted(found.items(), key=lambda row: (row[1], row[0])))


def _passed_ms(each: Interruption) -> int | None:
    """Return the time the limit was passed first; None where it was not."""
    limit_ms = each.stated.max_interruption
    if limit_ms is None:
        return None
    return next((span.start_ms + limit_ms for span in each.spans if span.ms > limit_ms), None)


def how_kept(dossier: Dossier, journal: Journal) -> Mapping[Limit, Kept]:
    """Return what became of every limit by the journal's last event."""
    return {Limit(each.kind, each.id): _how_kept(each) for each in interruptions(dossier, journal)}


def _how_kept(each: Interruption) -> Kept:
    if each.verdict == "missed":
        return "missed"
    return "open" if each.unsure or any(span.open for span in each.spans) else "kept"

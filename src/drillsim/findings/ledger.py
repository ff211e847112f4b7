"""The causes of the unserved energy and the late minutes of one run: one cause each, and the sums are exact.

The rule of attribution. Every interruption is a time line; it is walked back from the event that ended it:

1. Supply came back by a switch somebody moved, by an automatic, by a source that runs or returned, by a hand on the
   load itself. If there are several in one instant, the one with the load behind it and least besides counts.
2. A step takes its own work (`doing`, failed attempts included) and its waits (`wait`) back to when it got ready.
   Before that comes what made it ready: the predecessor that ended last, the step that told its performer, or what was
   to be seen and since when. A step that needed nothing got ready with its card.
3. A card takes the time to decide (`deciding`) and, where its trigger was seen and not told, the time from the fact to
   its being known (`noticing`). A person who saw it because a step had brought them there owes it to that step.
4. An automatic takes the time since its switches were live or dead as it found them, or since it was put into service
   (`automatic`); a genset from its call, attempts in vain included (`start`).
5. A function takes its restart and the waits of the people for it; before that counts what it needed that came back
   last, walked back the same way. Once harmed, nothing brings it back (`harmed`).
6. The rest is what took supply away (`fault`, `empty`, `off`, `standing`): no step, automatic or decision stood
   between it and the return.

An interruption that is still open at the end is walked back from the step that is nearest to ending it, by what that
step waits for; where every such step has failed, the time after the last one is `failed`; where there is none, what
took supply away keeps it.

Causes are `kind:subject`, waits `wait:subject:reason`; an instance of a step written once for many counts under its
written step, and a restart under its function. `KINDS` is the closed list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drillsim.findings.tracing.outages import Outage, function_outages, load_outages
from drillsim.findings.tracing.record import WORKING, Record
from drillsim.findings.tracing.walk import Walk
from drillsim.journal import Journal
from drillsim.schema import Case, Compiled, Function, Load, follows_from

KINDS = (
    "fault", "empty", "off", "standing", "automatic", "start", "noticing", "deciding", "wait", "doing", "failed",
    "restart", "riding", "harmed",
)  # fmt: skip
"""Every kind of cause. The catalogue has the meaning of each (`ledger-means-…`); a fault is about a device, a source or
a place, `off` about a step, a function or a load, `standing` about a mode, `noticing` and `deciding` about a card,
`wait` about a step or the function that is restarted, the others about what their name says."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The cost of one cause for one load or function in one run."""

    subject: str
    cause: str
    late_ms: int
    """Its part of what went beyond the limit, all interruptions together."""
    unserved_w_ms: int
    """Its part of the energy not served, watt-milliseconds; 0 for functions."""


def ledger(case: Case, journal: Journal) -> tuple[Entry, ...]:
    """Entries of the run in `journal`: loads in the network file's order, then functions in the site file's, the causes
    of each in the order in which they first cost anything. Empty when nothing was interrupted."""
    limits = _limits(case.dossier) if _is_judged(journal) else {}
    sums: dict[tuple[str, str], list[int]] = {}
    for outage in outages(case, journal):
        _add_late(sums, outage, limits.get(outage.subject))
        _add_unserved(sums, outage)
    return tuple(Entry(subject, cause, late, unserved) for (subject, cause), (late, unserved) in sums.items())


def outages(case: Case, journal: Journal) -> Iterator[Outage]:
    """Every real interruption, cut into pieces: loads in the network file's order, then functions in the site file's,
    each in time order."""
    if not _is_interrupted(journal):
        return
    record = Record(case.dossier, journal)
    walk = Walk(record)
    for row in case.dossier.network.loads:
        yield from load_outages(record, walk, row.name)
    for function in case.dossier.site.functions:
        yield from function_outages(record, walk, function)


def _is_interrupted(journal: Journal) -> bool:
    first = journal.initial
    dark = any(not load["live"] for load in first.get("loads", {}).values())
    stopped = any(state not in WORKING for state in first.get("functions", {}).values())
    return dark or stopped or any(event.type in ("load_lost", "function_changed") for event in journal.events)


def _is_judged(journal: Journal) -> bool:
    return not journal.complete or journal.events[-1].data["status"] != "not_applicable"


@follows_from("site")
def _limits(dossier: Compiled) -> dict[str, int]:
    """Longest interruption each load and function may have, ms, where there is a limit."""
    stated: tuple[tuple[str, Load | Function], ...] = (*dossier.site.loads.items(), *dossier.site.functions.items())
    return {name: spec.max_interruption for name, spec in stated if spec.max_interruption is not None}


def _add_late(sums: dict[tuple[str, str], list[int]], outage: Outage, limit: int | None) -> None:
    if limit is None or outage.end_ms - outage.start_ms <= limit:
        return
    due = outage.start_ms + limit
    for start, end, cause in outage.pieces:
        if end > due:
            sums.setdefault((outage.subject, cause), [0, 0])[0] += end - max(start, due)


def _add_unserved(sums: dict[tuple[str, str], list[int]], outage: Outage) -> None:
    for stretch in outage.stretches:
        if stretch.watts:
            for start, end, cause in stretch.pieces:
                sums.setdefault((outage.subject, cause), [0, 0])[1] += stretch.watts * (end - start)

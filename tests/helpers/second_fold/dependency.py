"""Process dependency, again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drillsim.findings.finding import Finding
from drillsim.schema.need import Need

if TYPE_CHECKING:
    from helpers.second_fold import Again, Number
    from helpers.second_fold.fold import Fold

_WORTH_A_LINE_MS = 60_000


def _d01(fold: Fold, found: Finding) -> dict[str, Number]:
    """Return, of the outages in which a load it stands on was dark, the one in which service came longest after
    power."""
    name = found.subject.id
    loads = sorted(_loads(fold, fold.dossier.site.functions[name].needs, {name}))
    gaps: list[tuple[int, int, int, int]] = []
    for start, end in fold.away(name):
        dark = [span for load in loads for span in fold.dark(load) if span[0] <= end and span[1] >= start]
        states = [e for e in fold.of("function_changed", function=name) if start <= e.t_ms < end]
        backs = [e.t_ms for e in states[-1:] if e.data["state"] == "restarting"]
        if not any(_still_dark(fold, load) for load in loads):
            backs += [max((stop for _, stop in dark), default=start)]
        if dark and backs:
            back = max(start, min(backs))
            gaps.append((end - back, start, end, back))
    gap, start, end, back = max(gaps, key=lambda each: each[0])
    return {
        "power_after_ms": back - start,
        "service_after_ms": end - start,
        "gap_ms": gap,
        "at_ms": back + _WORTH_A_LINE_MS,
    }


def _loads(fold: Fold, need: Need, seen: set[str]) -> set[str]:
    """Loads under a need, those of functions needed included."""
    found: set[str] = set()
    for leaf in need.leaves():
        subject = leaf.subject or ""
        if subject in fold.dossier.site.functions and subject not in seen:
            found |= _loads(fold, fold.dossier.site.functions[subject].needs, seen | {subject})
        elif subject in fold.initial["loads"]:
            found.add(subject)
    return found


def _still_dark(fold: Fold, load: str) -> bool:
    last = [e.type for e in fold.of("load_lost", "load_restored", load=load)]
    return (last or ["load_restored" if fold.initial["loads"][load]["live"] else "load_lost"])[-1] == "load_lost"


def _lost(fold: Fold, found: Finding) -> dict[str, Number]:
    return {"at_ms": fold.anchor(found, "function_changed", function=found.subject.id).t_ms}


def _d04(fold: Fold, found: Finding) -> dict[str, Number]:
    off = fold.anchor(found, "load_switched", load=found.subject.id, on=False)
    back = fold.next_ms(off.t_ms, "load_restored", load=found.subject.id)
    return {"at_ms": off.t_ms, "outage_ms": back - off.t_ms}


def _d05(fold: Fold, found: Finding) -> dict[str, Number]:
    start, end = fold.longest(found.subject.id)
    return {"at_ms": start + _WORTH_A_LINE_MS, "outage_ms": end - start}


def _d06(fold: Fold, found: Finding) -> dict[str, Number]:
    harmed = fold.anchor(found, "function_changed", function=found.subject.id, state="harmed")
    start = next(a for a, b in fold.away(found.subject.id) if a <= harmed.t_ms <= b)
    return {"at_ms": harmed.t_ms, "after_ms": harmed.t_ms - start}


AGAIN: dict[str, Again] = {"D01": _d01, "D02": _lost, "D03": _lost, "D04": _d04, "D05": _d05, "D06": _d06}

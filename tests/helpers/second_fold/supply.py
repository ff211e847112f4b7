"""The supply from outside, again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drillsim.findings.facts import S01, S02, S03, S07, S08
from drillsim.findings.finding import Finding
from drillsim.schema.source import Genset

if TYPE_CHECKING:
    from helpers.second_fold import Again, Number
    from helpers.second_fold.fold import Fold


def _s01(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, S01)
    at = fold.anchor(found, "fault_begins").t_ms
    return {"at_ms": at, "loads": sum(1 for load in fold.dossier.site.loads if _had_mains(fold, load, at))}


def _had_mains(fold: Fold, load: str, at: int) -> bool:
    if at <= fold.start:
        return bool(fold.initial["loads"].get(load, {}).get("live"))
    if any(start <= at - 1 < end for start, end in fold.dark(load)):
        return False
    return any(start <= at - 1 < end and _feeders(fold, fed) for start, end, fed in fold.mains.behind(load))


def _feeders(fold: Fold, fed: frozenset[str]) -> bool:
    return any(row.name in fed for row in fold.dossier.network.ext_grid)


def _s02(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, S02)
    main, standby = found.facts.main, found.subject.id
    need = fold.anchor(found, "source_lost", source=main)
    lost = [e for e in fold.of("source_lost", "source_back", source=standby) if e.t_ms < need.t_ms]
    since = lost[-1].t_ms if lost else fold.start
    return {"at_ms": need.t_ms, "dead_before_ms": need.t_ms - since}


def _s03(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, S03)
    over = fold.anchor(found, "overload_begins")
    until = fold.next_ms(over.t_ms, "overload_ends", element=found.subject.id)
    spent = [e for e in fold.of("overload_exceeded", element=found.subject.id) if over.t_ms <= e.t_ms <= until]
    return {
        "loading_percent": over.data["loading_percent"],
        "limit_percent": over.data["limit_percent"],
        "lasted_ms": until - over.t_ms,
        "allowed_ms": spent[0].data["after_ms"] if spent else 0,
    }


def _s04(fold: Fold, found: Finding) -> dict[str, Number]:
    bus = found.subject.id
    worst = max(fold.of("voltage_out", bus=bus), key=lambda e: abs(1 - e.data["vm_pu"]))
    return {"vm_pu": worst.data["vm_pu"], "lasted_ms": fold.next_ms(worst.t_ms, "voltage_back", bus=bus) - worst.t_ms}


def _s05(fold: Fold, found: Finding) -> dict[str, Number]:
    site = fold.dossier.site
    rated = sum(spec.rated_kw for spec in site.sources.values() if isinstance(spec, Genset))
    names = [name for name, spec in site.loads.items() if spec.security and name in fold.initial["loads"]]
    load = sum(fold.initial["loads"][name]["demand_kw"] for name in names)
    at = fold.next_ms(fold.start, "genset_called")
    return {"rated_kw": round(rated), "load_kw": round(load), "due_kw": round(1.2 * load), "percent": 120, "at_ms": at}


def _s07(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, S07)
    stop = fold.anchor(found, "source_stopped", "battery_empty").t_ms
    load = found.facts.loads[0]
    fed = [(start, end) for start, end, by in fold.mains.behind(load) if _feeders(fold, by)]
    dark = fold.dark(load)
    fed = [span for one in fed for span in _without(one, dark)]
    since = max((end for start, end in fed if start <= stop), default=fold.start)
    back = min((start for start, _ in fed if start >= stop), default=fold.end)
    since = min(since, stop)
    return {"lasts_ms": stop - since, "mains_away_ms": back - since}


def _without(span: tuple[int, int], holes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the parts of `span` outside the holes."""
    left = [span]
    for low, high in holes:
        left = [part for a, b in left for part in ((a, min(b, low)), (max(a, high), b)) if part[0] < part[1]]
    return left


def _s08(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, S08)
    if found.facts.cause == "no_flow":
        return {"at_ms": fold.anchor(found, "cannot_say").t_ms}
    first = fold.anchor(found, "no_plant_carries_this")
    return {"at_ms": first.t_ms - int(first.data["after_ms"])}


AGAIN: dict[str, Again] = {"S01": _s01, "S02": _s02, "S03": _s03, "S04": _s04, "S05": _s05, "S07": _s07, "S08": _s08}

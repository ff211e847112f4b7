"""Litres burned, litres left, and what could still bring more: the arithmetic of a fuel chain, from the journal."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from drillsim.journal import Journal, store_levels
from drillsim.plant import burn_l_per_h
from drillsim.schema import Dossier, Genset, Inflow, MobileGenset, Site

_HOUR_MS = 3_600_000


def burned_l(site: Site, journal: Journal, gensets: Iterable[str], from_ms: int, to_ms: int) -> float:
    """Litres the gensets burned between the two times, while they ran, at their load as recorded."""
    return sum((_burned_l(site, journal, name, from_ms, to_ms) for name in gensets), 0.0)


def level_l(journal: Journal, store: str, t_ms: int) -> float:
    """Litres in `store` at `t_ms`, on the straight line between recorded corners; 0.0 for an unknown store."""
    points = store_levels(journal, store)
    if not points:
        return 0.0
    for (t0, l0), (t1, l1) in pairwise(points):
        if t0 <= t_ms < t1:
            return l0 + (l1 - l0) * (t_ms - t0) / (t1 - t0)
    return points[-1][1] if t_ms >= points[-1][0] else points[0][1]


def usable_l(site: Site, journal: Journal, stores: Iterable[str], t_ms: int) -> float | None:
    """Litres at `t_ms` in the stores and in every store above them whose pump was seen running in this run.

    None when one of those pumps draws from a supply that never ends.
    """
    total, queue = 0.0, list(stores)
    for store in queue:
        total += level_l(journal, store, t_ms)
        for inflow in site.stores[store].in_ if store in site.stores else ():
            if not ran(journal, inflow, store):
                continue
            if inflow.from_ is None:
                return None
            if inflow.from_ not in queue:
                queue.append(inflow.from_)
    return total


def waiting_inflows(dossier: Dossier, journal: Journal, stores: Iterable[str]) -> bool:
    """Return whether something could still bring fuel that this run did not show: a pump that stood, a refuelling
    step."""
    stores = tuple(stores)
    refuels = any(step.do == "refuel" and any(t in stores for t in step.target) for _, step in dossier.plan.steps())
    pumps = any(
        not ran(journal, inflow, store)
        for store in stores
        if store in dossier.site.stores
        for inflow in dossier.site.stores[store].in_
    )
    return refuels or pumps


def ran(journal: Journal, inflow: Inflow, store: str) -> bool:
    """Return whether the pump was seen filling `store` in this run."""
    return any(e.data["load"] == inflow.by and e.data["store"] == store for e in journal.of("pump_started"))


def _burned_l(site: Site, journal: Journal, genset: str, from_ms: int, to_ms: int) -> float:
    spec = site.sources.get(genset)
    if not isinstance(spec, Genset | MobileGenset):
        return 0.0
    loads = [float(e.data["kw"]) for e in journal.of("source_loaded") if e.data["source"] == genset]
    if not loads:  # what it gave is not on record: not known, rather than nothing
        return 0.0
    litres, since = 0.0, from_ms
    running = journal.initial.get("sources", {}).get(genset) == "live"
    kw = max(loads) if running else 0.0  # of a set that ran already the load at T0 is not on record
    for event in journal.of("source_running", "source_loaded", "source_stopped"):
        if event.data["source"] != genset:
            continue
        at = min(max(event.t_ms, from_ms), to_ms)
        litres += burn_l_per_h(spec, kw) * (at - since) / _HOUR_MS if running else 0.0
        since = at
        if event.type == "source_loaded":
            kw = float(event.data["kw"])
        else:
            running = event.type == "source_running"
    return litres + (burn_l_per_h(spec, kw) * (to_ms - since) / _HOUR_MS if running else 0.0)

"""The breaker a set feeds its board through, and whether a plan that starts the set closes it."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.schema import Ats, Dossier, Genset, MobileGenset, Sts


def breakers(dossier: Dossier) -> Iterator[tuple[str, str, str]]:
    """Every set that has a way to a board: id, breaker, the bus beyond it; a vehicle where the plan plugs it in."""
    rows = {row.name: row for row in dossier.network.switch}
    for name, spec in dossier.site.sources.items():
        if isinstance(spec, Genset) and spec.breaker in rows:
            row = rows[spec.breaker]
            yield name, spec.breaker, row.element if row.bus == spec.bus else row.bus
        elif isinstance(spec, MobileGenset):
            for point in planned_points(dossier, name)[:1]:
                box = dossier.site.connection_points[point]
                yield name, box.switch, box.bus


def planned_points(dossier: Dossier, vehicle: str) -> tuple[str, ...]:
    """Connection points at which the plan plugs the vehicle in, in plan order."""
    bring = {name for name, resource in dossier.plan.resources.items() if resource.brings == vehicle}
    steps = (step for _, step in dossier.plan.steps() if step.do == "connect" and bring & set(step.uses))
    return tuple(point for step in steps for point in step.target)


def never_closed(dossier: Dossier, source: str, breaker: str) -> tuple[str, ...]:
    """Steps that start the set by hand where nothing closes its breaker: no step, no transfer it is a side of, and it
    is not closed as the network is written. After a call by an automatic the set closes its breaker itself."""
    steps = [step for _, step in dossier.plan.steps()]
    starts = tuple(step.id for step in steps if step.do == "start" and source in step.all_targets)
    transfers = (each for each in dossier.site.transfers.values() if isinstance(each, Ats | Sts))
    moved = {side for each in transfers for side in (each.normal, each.standby)}
    closes = any(step.do == "close" and (step.find or breaker in step.all_targets) for step in steps)
    closed = any(row.name == breaker and row.closed for row in dossier.network.switch)
    return () if closes or closed or breaker in moved else starts

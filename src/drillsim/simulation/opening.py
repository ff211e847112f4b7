"""The opening of a journal: its header and the full state before anything happens."""

from __future__ import annotations

from itertools import compress
from typing import Any

from drillsim.journal import all_rounded, rounded
from drillsim.network import PowerFlow, named
from drillsim.schema import Case
from drillsim.simulation.core.luck import Luck
from drillsim.simulation.core.world import World
from drillsim.simulation.people.people import People
from drillsim.simulation.plant import Plant


def header_of(case: Case, luck: Luck, flow: PowerFlow) -> dict[str, Any]:
    """Return the facts of the run on a journal's first line, beside format and version."""
    return {
        "customer": case.dossier.folder,
        "scenario": case.scenario_id,
        "plan_version": case.dossier.plan.version,
        **luck.header,
        "engine": named("simpy"),
        "flow": flow.engine,
    }


def initial_state(world: World, plant: Plant, people: People) -> dict[str, Any]:
    """Fields of the event `initial_state`."""
    start = world.case.scenario.start
    net = world.net
    ties = {n: {"enabled": u.enabled, "charged": u.charged} for n, u in plant.bus_ties.items()}
    ats = {n: {"enabled": u.enabled, "charged": u.enabled} for n, u in plant.changeovers.items()}
    return {
        "mode": start.mode,
        "date": start.date.isoformat(),
        "time": start.time,
        "horizon_ms": world.case.scenario.horizon,
        "closed": list(compress(net.switch_ids, world.closed)),
        "open": [s for s, is_closed in zip(net.switch_ids, world.closed, strict=True) if not is_closed],
        "live": list(compress(net.bus_ids, world.live)),
        "loads": {
            load: {"demand_kw": kw, "live": plant.supply.served[load]}
            for load, kw in zip(net.load_ids, all_rounded(plant.supply.load_kw.values()), strict=True)
        },
        "sources": {s: plant.sources.state(s) for s in plant.sources.in_order} | plant.mobile.states,
        "transfers": {**ties, **ats},
        "functions": {name: unit.state for name, unit in plant.functions.units.items()},
        "stores": {name: rounded(tank.level_l, 4) for name, tank in plant.stores.tanks.items()},
        "people": {p.id: {"place": p.place, "on_duty": p.on_duty} for p in people.states.values()},
        "out_of_service": [net.element_id(node) for node in sorted(world.out | net.out)],
        "controls": dict(world.control),
        "beliefs": people.knowledge.before.told,
    }

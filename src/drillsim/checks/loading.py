"""The loading of the feeders that are left when others are lost, by power flow through the seam."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drillsim.checks.inputs import Inputs
from drillsim.checks.islands import Positions
from drillsim.network import (
    Demand,
    FlowResult,
    Island,
    carried,
    conducting,
    demand_by_bus,
    feeder,
    live_islands,
    reached,
)


@dataclass(frozen=True, slots=True)
class Loading:
    """Loads of grade 1S, 1, 2 or safety-critical that stay dark, and the highest loading of a line, transformer or
    feeder."""

    dark: tuple[str, ...]
    percent: float | None
    """None when nobody can say: no engine, or no solution."""
    element: str = ""


def loading_without(inputs: Inputs, lost: tuple[str, ...]) -> Loading:
    """The network once automatics and people have switched over from the feeders `lost`; own sources stand still."""
    wiring = inputs.wiring
    left = [name for name in inputs.feeders if name not in lost]
    closed = wiring.after_switching(lost)
    nodes = wiring.live(closed, left)
    kept = [name for name, load in inputs.loads.items() if load.grade != "3" or load.security]
    dark = tuple(name for name in kept if not wiring.is_fed(name, nodes))
    if dark or inputs.flow is None:
        return Loading(dark, None)
    worst, element = 0.0, ""
    for solved in flows(inputs, closed, left):
        if solved is None:
            return Loading((), None)
        for name, percent in of_ratings(inputs, *solved):
            if percent > worst:
                worst, element = percent, name
    return Loading((), worst, element)


def of_ratings(inputs: Inputs, island: Island, answer: FlowResult) -> Iterator[tuple[str, float]]:
    """Yield the loading of each branch of the island and each feeder, per cent of its rating or of its
    `capacity_kw`."""
    for branch, percent in zip(inputs.wiring.net.branch_ids, answer.loading_percent, strict=True):
        if percent is not None:
            yield branch, percent
    for source, watts in zip(island.sources, answer.source_w, strict=True):
        facts = inputs.feeders.get(source.id)
        if facts and facts.capacity_kw:
            yield source.id, watts / facts.capacity_kw / 10


def flows(inputs: Inputs, closed: Positions, alive: list[str]) -> Iterator[tuple[Island, FlowResult] | None]:
    """Every live island in these positions, fed by the feeders `alive`, with its power flow at the heaviest demand of
    every load; None for one without an answer."""
    wiring, engine = inputs.wiring, inputs.flow
    if engine is None:
        return
    links = conducting(wiring.net, closed)
    sources = [feeder(wiring.net, wiring.net.source_index[name]) for name in alive]
    demand = _demand(inputs, links, wiring.live(closed, alive), wiring.live(closed, alive, through_ups=False))
    for island in live_islands(wiring.net, links, sources, demand):
        answer = engine.solve(island)
        yield (island, answer) if isinstance(answer, FlowResult) else None


def _demand(inputs: Inputs, links: bytes, live: bytes, direct: bytes) -> tuple[Demand, ...]:
    """Heaviest demand of every load at its bus; what stands behind a UPS is drawn at the UPS's input."""
    wiring = inputs.wiring
    drawn: list[Demand] = []
    for name in inputs.loads:
        watts = round(inputs.demand_kw(name) * 1000)
        row = inputs.load_rows[name]
        var = round(watts * row.q_mvar / row.p_mw) if row.p_mw else 0
        cords = wiring.cords[wiring.net.load_index[name]]
        for bus, part in carried(cords, live):
            drawn.append((bus, round(watts * part), round(var * part)))
            for ups in inputs.upses.values() if not direct[bus] else ():
                if reached(wiring.net, links, [wiring.net.bus_index[ups.output]])[bus]:
                    drawn.append(
                        (wiring.net.bus_index[ups.input], round(watts * part * 100 / ups.efficiency_percent), 0)
                    )
    return demand_by_bus(drawn)

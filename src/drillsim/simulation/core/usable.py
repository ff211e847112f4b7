"""Voltage as whatever is plugged in sees it: that of the power flow, less what a dip takes, on its worst phase.

A live part whose voltage nobody knows counts as full: that it is unknown is said apart (`cannot_say`).
"""

from __future__ import annotations

from collections.abc import Mapping

from drillsim.network import net_of
from drillsim.schema import Compiled, Load, follows_from
from drillsim.simulation.core.world import World

HEALTHY_PU = 0.85
"""Below this a supply is as good as none to transfers and UPSs, and no load is sure to run on it for long. Assumed:
usual lower limit of input windows (IEC 62040-3 leaves it to the maker), and 85 % at which a contactor must close."""
RUNS_ABOVE_PU = 0.7
"""Voltage needed by a load of which nothing else is said, per unit. Assumed: below it motors stall, lamps go out,
electronics stop."""


def between_phases(world: World, node: int) -> float:
    """Voltage of a bus or branch between its sound phases, per unit of nominal; 0 where it is dead."""
    if not world.live[node]:
        return 0.0
    net = world.net
    if net.is_bus(node):
        return world.vm_pu.get(net.bus_ids[node], 1.0)
    ends = [bus for link, bus in net.adjacent[node] if world.links[link]]
    return max((between_phases(world, bus) for bus in ends), default=1.0)


def worst_phase(world: World, node: int) -> float:
    """Voltage of a bus or branch on its worst phase, per unit of nominal; 0 where it is dead."""
    if not world.phases:
        return between_phases(world, node)
    if world.net.is_bus(node):
        return _at_bus(world, node)
    ends = [bus for link, bus in world.net.adjacent[node] if world.links[link]]
    return max((_at_bus(world, bus) for bus in ends), default=between_phases(world, node))


def at_load(world: World, load: str) -> float:
    """Voltage at the best of the load's cords, per unit of nominal; 0 where all are dead."""
    cords = world.cords[world.net.load_index[load]]
    return _at_bus(world, cords[0][0]) if len(cords) == 1 else max([_at_bus(world, bus) for bus, _ in cords])


def _at_bus(world: World, bus: int) -> float:
    if not world.live[bus]:
        return 0.0
    pu = world.vm_pu.get(world.net.bus_ids[bus], 1.0)
    return pu * world.phases.get(bus, 1.0) if world.phases else pu


def runs_above_pu(load: Load | None) -> float:
    """Voltage a load needs: what it states, else what holds its contactor, else 0.7."""
    if load is None:
        return RUNS_ABOVE_PU
    if load.runs_above_pu is not None:
        return load.runs_above_pu
    return load.contactor.drops_below_pu if load.contactor else RUNS_ABOVE_PU


@follows_from("network", "site")
def least_pu(dossier: Compiled) -> Mapping[str, float]:
    """Voltage each load needs, by id."""
    loads = dossier.site.loads
    return {name: runs_above_pu(loads.get(name)) for name in net_of(dossier).load_ids}

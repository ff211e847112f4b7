"""The states no plant carries for long: a load on a low voltage, or one that hangs on a branch loaded far beyond its
rating.

The power flow solves such a state without a word. The behaviour of a plant in it (what drops out, what trips, what
burns, and when) is not in the files, so of a load that stayed in one for longer than is assumed here nothing can be
said. The doubt ends where the site states the voltage a load runs at, or the overload a branch may carry and for how
long.
"""

from __future__ import annotations

from collections.abc import Callable

from drillsim.network import bus_points
from drillsim.plant import live_through
from drillsim.schema import Element
from drillsim.simulation.core.compiled import branch_ratings
from drillsim.simulation.core.kernel import Priority, Timer
from drillsim.simulation.core.usable import HEALTHY_PU, at_load, least_pu
from drillsim.simulation.core.world import World
from drillsim.simulation.electrical.supply import Supply
from drillsim.simulation.electrical.voltage import Voltages
from drillsim.simulation.sources.sources import Sources

LOW_FOR_MS = 60_000
"""Longer than this below 0.85 pu and nobody knows what still runs. Assumed."""
OVER_PERCENT, OVER_FOR_MS = 150.0, 600_000
"""More than this for longer, and a branch is tripped or destroyed. Assumed: beyond what oil-immersed transformers are
loaded with in an emergency (IEC 60076-7, 1.5 to 1.8 by size)."""
LOW, OVERLOADED = "low_voltage", "overloaded"


class Beyond:
    """Loads of one run in a state no plant carries."""

    def __init__(self, world: World, sources: Sources, supply: Supply, voltages: Voltages) -> None:
        self._world, self._sources, self._supply, self._voltages = world, sources, supply, voltages
        loads = world.site.loads
        stated = {name for name, load in loads.items() if load.runs_above_pu is not None}
        self._stated, self._least = stated, least_pu(world.case.dossier)
        self._timers: dict[tuple[str, str], Timer] = {}

    def watches(self) -> bool:
        """Return whether anything can be wrong, or a clock runs; nearly always nothing is."""
        return bool(self._timers) or self._supply.answer.highest_percent > OVER_PERCENT or not self._is_sound()

    def _is_sound(self) -> bool:
        return self._voltages.is_sound and not self._world.phases

    def look(self) -> None:
        """Starts and stops the clocks."""
        w, sound = self._world, self._is_sound()
        over = self._overloaded() if self._supply.answer.highest_percent > OVER_PERCENT else ()
        fed = self._fed_without(over) if over else b""
        for position, load in enumerate(w.net.load_ids):
            runs = self._supply.served[load] and w.loads.runs(load)
            is_low = runs and not sound and self._is_low(load)
            hangs = runs and bool(over) and not any(fed[bus] for bus, _ in w.cords[position])
            if is_low or hangs or self._timers:
                self._watch(LOW, load, is_low, LOW_FOR_MS)
                self._watch(OVERLOADED, load, hangs, OVER_FOR_MS)

    def _is_low(self, load: str) -> bool:
        return load not in self._stated and self._least[load] <= at_load(self._world, load) < HEALTHY_PU

    def _overloaded(self) -> tuple[str, ...]:
        """Branches that are overloaded together with those beside them, without a curve of their own."""
        w, loading = self._world, self._supply.answer.loading
        points, groups = bus_points(w.net, w.links), dict[tuple[int, ...], list[str]]()
        for name in loading:
            node = w.net.node(name)
            ends = sorted(points[bus] for link, bus in w.net.adjacent[node] if w.links[link])
            groups.setdefault(tuple(ends), []).append(name)
        return tuple(name for group in groups.values() if self._is_over(group) for name in group)

    def _is_over(self, group: list[str]) -> bool:
        ratings, loading = branch_ratings(self._world.case.dossier), self._supply.answer.loading
        elements = self._world.site.elements
        if any(elements.get(name, Element()).overload for name in group):
            return False
        carried = sum(ratings[name] * loading[name] for name in group)
        return carried > OVER_PERCENT * sum(ratings[name] for name in group)

    def _fed_without(self, branches: tuple[str, ...]) -> bytes:
        """Return the nodes that would be live without `branches`; a UPS's battery bridges and does not feed."""
        w, index = self._world, self._world.net.bus_index
        gone = w.out | w.faulted | {w.net.node(name) for name in branches}
        links = bytearray(w.links)
        for name in branches:
            for link, _ in w.net.adjacent[w.net.node(name)]:
                links[link] = 0
        starts = [index[each.bus_id] for each in self._sources.certain() if each.id not in self._sources.ups]
        passing = [(index[each.passes_on], index[each.output]) for each in self._sources.passing()]
        return live_through(w.net, links, starts, passing, gone)[0]

    def _watch(self, cause: str, load: str, is_so: bool, after: int) -> None:
        timer = self._timers.get((cause, load))
        if is_so and timer is None:
            say = self._sayer(cause, load, after)
            self._timers[cause, load] = self._world.kernel.after(after + 1, Priority.SOURCE, say)
        elif timer is not None and not is_so:
            timer.cancel()
            del self._timers[cause, load]

    def _sayer(self, cause: str, load: str, after: int) -> Callable[[], object]:
        return lambda: self._world.emit("no_plant_carries_this", load=load, cause=cause, after_ms=after)

"""Gensets that run in parallel on one bus.

The first that is ready closes onto the dead bus; the next ones synchronise onto what the group itself keeps live, never
onto the mains. Below `min_online` the group takes no load: a changeover behind it waits. When a set is missing and
those on the bus cannot carry the load, the group drops its load-shedding tiers one after the other.
"""

from __future__ import annotations

from collections.abc import Callable

from drillsim.journal import rounded
from drillsim.network import reached
from drillsim.schema import GensetGroup
from drillsim.simulation.core.compiled import own_switches
from drillsim.simulation.core.kernel import Priority, Timer
from drillsim.simulation.core.looks import Moved
from drillsim.simulation.core.world import World
from drillsim.simulation.sources.genset import GensetUnit

SHED_MS = 200
"""From seeing that the sets left cannot carry the load to dropping a tier, and between two tiers. Assumed."""


class GroupUnit:
    """One group."""

    def __init__(
        self,
        world: World,
        name: str,
        spec: GensetGroup,
        units: tuple[GensetUnit, ...],
    ) -> None:
        self._world, self.name, self.spec, self.units = world, name, spec, units
        self._tiers = list(spec.sheds_on_loss)
        self._said: tuple[str, ...] = ()
        self._shedding: Timer | None = None

    @property
    def online(self) -> tuple[GensetUnit, ...]:
        """Sets that run with their breaker closed."""
        return tuple(unit for unit in self.units if unit.on_board)

    @property
    def is_busy(self) -> bool:
        """Return whether it has said that sets are on its bus, or is about to drop load."""
        return bool(self._said) or self._shedding is not None

    def look(self, feeding: dict[str, str]) -> None:
        """Closes breakers, counts who is on the bus, drops load. `feeding`: every source that feeds, with its bus."""
        for unit in self.units:
            self._join(unit, feeding)
        self._say_online()
        self._watch_load()

    def holds_back(self, node: int, feeding: dict[str, str]) -> bool:
        """Return whether `node` is live by this group alone while too few of its sets are on the bus."""
        online = self.online
        if not 0 < len(online) < self.spec.min_online:
            return False
        area = reached(self._world.net, self._world.links, [node])
        return bool(area[online[0].board]) and self._alone(area, feeding)

    def _alone(self, area: bytes, feeding: dict[str, str]) -> bool:
        mine = {unit.name for unit in self.units}
        index = self._world.net.bus_index
        return all(name in mine for name, bus in feeding.items() if area[index[bus]])

    # -- onto the bus ----------------------------------------------------------------------------------------------
    def _join(self, unit: GensetUnit, feeding: dict[str, str]) -> None:
        w = self._world
        if not unit.is_ready_to_join:
            return
        if not w.live[unit.board]:
            if not any(each.joining for each in self.units):
                unit.join(w.device(unit.spec.breaker).operates_in, onto_live=False)
        elif self._alone(reached(w.net, w.links, [unit.board]), feeding):
            unit.join(self.spec.sync, onto_live=True)

    def _say_online(self) -> None:
        online = tuple(unit.name for unit in self.online)
        if online != self._said:
            self._said = online
            self._world.emit("group_online", group=self.name, online=len(online), of=self.spec.min_online)
            self._world.touch()

    # -- what it cannot carry --------------------------------------------------------------------------------------
    def _watch_load(self) -> None:
        online = self.online
        more_come = any(unit.starting or unit.joining for unit in self.units)
        missing = 0 < len(online) < len(self.units) and not more_come
        short = missing and sum((u.kw for u in online), 0.0) > sum((u.spec.rated_kw for u in online), 0.0)
        if short and self._shedding is None and self._tiers:
            self._shedding = self._world.kernel.after(SHED_MS, Priority.SOURCE, self._shed)
        elif not short and self._shedding is not None:
            self._shedding.cancel()
            self._shedding = None

    def _shed(self) -> None:
        self._shedding = None
        self._world.moved(Moved.GENSETS)
        w, tier = self._world, self._tiers.pop(0)
        own = own_switches(w.case.dossier)
        found = {load: own.get(load) for load in w.plan.tiers[tier].loads}
        switches = {load: switch for load, switch in found.items() if switch and w.is_closed(switch)}
        online = self.online
        rated = rounded(sum(u.spec.rated_kw for u in online), 1)
        kw = rounded(sum(u.kw for u in online), 1)
        w.emit("group_sheds", group=self.name, tier=tier, loads=list(switches), kw=kw, rated_kw=rated)
        for switch in switches.values():
            w.kernel.after(w.device(switch).operates_in, Priority.SOURCE, self._opener(switch))
        w.kernel.after(SHED_MS, Priority.SOURCE, w.touch)

    def _opener(self, switch: str) -> Callable[[], bool]:
        return lambda: self._world.move_switch(switch, closed=False, cause="group", cause_id=self.name)

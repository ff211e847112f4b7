"""The news one must know before one restarts a function, or stops it in good order: that what it needs is back, or
gone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from drillsim.schema import Need, rated_kw
from drillsim.simulation.core.knowledge import Belief, Fact
from drillsim.simulation.core.world import World
from drillsim.simulation.functions.functions import WORKING, FunctionUnit

Beliefs = Callable[[Fact], Belief | None]


class FunctionNews:
    """Judges what somebody knows of the functions of a run. A load is known by itself or by a bus that feeds it."""

    def __init__(self, world: World, units: Mapping[str, FunctionUnit]) -> None:
        self._world, self._units = world, units

    def unknown(self, function: str, what: str, beliefs: Beliefs) -> tuple[str, ...]:
        """Return the ids somebody with these beliefs would have to know of before they begin; empty when they may.
        `what` is `restart` or `safe_stop`."""
        if what == "restart":
            return self._not_back(function, beliefs)
        missed = tuple(self._units[function].missed)
        return () if self._knows_of_loss(function, beliefs) else missed

    def _not_back(self, function: str, beliefs: Beliefs) -> tuple[str, ...]:
        """Return the needs that were away in this loss and that the person has not learned, since, to be there again;
        empty when of what may stand for one another enough is known."""
        unit = self._units[function]
        away = {name for name, since in unit.missed.items() if not self._is_back(name, since, beliefs)}
        if not away or self._rank(unit.spec.needs, away) == 0:
            return ()
        return tuple(name for name in unit.missed if name in away)

    def _rank(self, need: Need, away: Collection[str]) -> int:
        """0 where the need is met without what is `away`, else more."""
        parts = need.all_ or need.any_
        if not parts:
            return int(need.subject in away)
        kw = rated_kw(self._world.case.dossier)
        return need.together([self._rank(part, away) for part in parts], lambda name: kw.get(name, 0.0))

    def _is_back(self, need: str, since: int, beliefs: Beliefs) -> bool:
        kind = self._world.kind_of.get(need, "")
        if kind == "function":
            unit = self._units[need]
            by_itself = unit.spec.restart is None or unit.spec.restart.by is None
            told = _says(beliefs((kind, need)), WORKING, since)
            return told or (by_itself and unit.state in WORKING and not self._not_back(need, beliefs))
        if kind == "store":
            self._world.turned_to.store(need)
            level = beliefs((kind, need))
            return level is not None and level.as_of >= since and isinstance(level.value, float) and level.value > 0
        return any(_says(beliefs(fact), ("live",), since) for fact in self._facts(kind, need))

    def _knows_of_loss(self, function: str, beliefs: Beliefs) -> bool:
        own = beliefs(("function", function))
        if own is not None and own.value not in WORKING:
            return True
        return any(self._is_gone(need, beliefs) for need in self._units[function].missed)

    def _is_gone(self, need: str, beliefs: Beliefs) -> bool:
        kind = self._world.kind_of.get(need, "")
        if kind == "function":
            return self._knows_of_loss(need, beliefs)
        if kind == "store":
            self._world.turned_to.store(need)
            level = beliefs((kind, need))
            return level is not None and level.value == 0
        believed = [beliefs(fact) for fact in self._facts(kind, need)]
        return any(belief is not None and belief.value == "dead" for belief in believed)

    def _facts(self, kind: str, need: str) -> tuple[Fact, ...]:
        """Return the facts that show whether a load, bus or source is live."""
        if kind != "load":
            return ((kind, need),)
        net = self._world.net
        return ((kind, need), *(("bus", net.bus_ids[bus]) for bus, _ in self._world.cords[net.load_index[need]]))


def _says(belief: Belief | None, values: tuple[str, ...], since: int) -> bool:
    return belief is not None and belief.as_of >= since and belief.value in values

"""Hazards of a run: those of the state looked for after every change, each said once while it lasts, and those of an
operation said as it is done. The dangers stand in `plant.hazard`; here are the answers of the world.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from drillsim.plant import (
    Facts,
    Found,
    Terminal,
    facts_of,
    live_earths,
    of_closing_onto,
    of_earthing,
    of_group,
    of_notice,
    of_permit,
    of_supervisor,
    of_switching,
    of_work,
    touched,
)
from drillsim.plant import joined_terminals as joined
from drillsim.simulation.core.looks import Moved
from drillsim.simulation.core.world import World
from drillsim.simulation.electrical.supply import Supply
from drillsim.simulation.operation import Operation
from drillsim.simulation.sources.sources import Sources

TRIPS = ("protection", "undervoltage", "overload")
"""Causes for which a device does what it is built for: a fuse blows, a breaker trips."""


class Scene:
    """The world as hazards are judged on it."""

    def __init__(self, world: World, sources: Sources, supply: Supply) -> None:
        self._world, self._sources, self._supply = world, sources, supply
        self._at: dict[int, list[str]] = {}
        """Loads with a cord at each bus."""
        for load, cords in zip(world.net.load_ids, world.cords, strict=True):
            for bus, _ in cords:
                self._at.setdefault(bus, []).append(load)
        rows = zip(world.net.source_ids, world.net.source_in_service, strict=True)
        self._absent = {name for name, in_service in rows if not in_service}

    @property
    def closed(self) -> bytearray:
        """Positions now."""
        return self._world.closed

    @property
    def out(self) -> Collection[int]:
        """Nodes out of service; a fault takes nothing out."""
        return self._world.out

    @property
    def labels(self) -> Sequence[int]:
        """Components at the last settle."""
        return self._world.grid.labels

    @property
    def terminals(self) -> list[Terminal]:
        """Every source that is somewhere."""
        s, index = self._sources, self._world.net.bus_index
        found = [
            Terminal(name, index[s.bus_of(name)], "feeder", not causes)
            for name, causes in s.lost.items()
            if name not in self._absent
        ]
        found += [Terminal(name, index[unit.spec.bus], "genset", unit.running) for name, unit in s.gensets.items()]
        return found + [
            Terminal(name, index[unit.spec.output], "ups", name in s.feeding) for name, unit in s.ups.items()
        ]

    @property
    def earths(self) -> Mapping[str, str]:
        """Earths that are on."""
        return self._world.safety.earths_on

    @property
    def proved(self) -> Collection[str]:
        """Buses proved dead."""
        return self._world.safety.proved

    @property
    def tagged(self) -> Collection[str]:
        """Switches with a notice."""
        return self._world.safety.tagged

    def is_live(self, node: int) -> bool:
        """Return whether it is live."""
        return bool(self._world.live[node])

    def draws(self, node: int) -> bool:
        """Return whether a load that is not switched off, or a UPS, hangs on the bus."""
        w = self._world
        return node in self._ups_inputs or any(
            self._supply.load_kw[load] > 0
            and load not in w.loads.off
            and load not in w.loads.destroyed
            and w.loads.runs(load)
            for load in self._at.get(node, ())
        )

    @property
    def _ups_inputs(self) -> Collection[int]:
        return facts_of(self._world.case.dossier).ups_inputs


class Hazards:
    """Watches what is joined to what, and what is done."""

    def __init__(self, world: World, sources: Sources, supply: Supply, short: Callable[[str], object]) -> None:
        self._world, self._sources, self._short = world, sources, short
        self.facts: Facts = facts_of(world.case.dossier)
        self._scene = Scene(world, sources, supply)
        self._standing: set[Found] = set()
        self._latest: Operation | None = None
        self._tie_permitted = False
        world.before_moves(self._before_move)

    def minds_life(self) -> bool:
        """Return whether there is anything that must stay dead."""
        safety = self._world.safety
        return bool(safety.proved or safety.earths_on or safety.at_work)

    def look(self) -> None:
        """Back-feed, paralleling, earths and people at work on live parts, in the state as it is now."""
        self._world.safety.forget_proofs()
        found = self._on_live_parts()
        let = set()
        for group in joined(self._scene):
            judged = set(of_group(self.facts, group, permitted=False))
            found |= judged
            let |= judged - set(of_group(self.facts, group, permitted=self._tie_permitted))
        for hazard, parts in sorted(found - self._standing):
            if (hazard, parts) not in let:
                self.say(hazard, parts, self._latest)
            if hazard == "closing_onto_earth":
                self._short(parts[-1])
        self._standing = found

    def say_what_stands(self) -> None:
        """Hazards there are when the run begins."""
        self._standing = set()
        self.look()

    def _on_live_parts(self) -> set[Found]:
        """Earths that are live now, and people whose conductors are."""
        w = self._world
        found = set(live_earths(self.facts, self._scene))
        for step, parts in w.safety.at_work.items():
            found |= {("live_at_work", (step, each)) for each in parts if w.is_live(each)}
        return found

    # -- at each operation -----------------------------------------------------------------------------------------
    def answers(self, by: Operation | None, *, tie_permitted: bool = False) -> None:
        """Book dangers found in the state from now on to this operation, until the next or None. `tie_permitted`: the
        dispatcher permitted it, and so joining two feeders is a closed transition."""
        self._latest, self._tie_permitted = by, tie_permitted

    def of_now(self, hazard: str, parts: tuple[str, ...]) -> None:
        """Says a hazard of the state as it is now."""
        self.say(hazard, parts, self._latest)

    def _before_move(self, switch: str, *, closed: bool, cause: str, cause_id: str, by: Operation | None) -> None:
        """Say the hazards of moving the switch now, whoever or whatever moves it."""
        if cause in TRIPS:
            return
        if by is None:
            by = Operation(switch, cause_id if cause == "step" else "")
        for hazard, parts in of_switching(self.facts, self._scene, switch, closing=closed):
            self.say(hazard, parts, by)

    def before_operation(self, by: Operation, *, closing: bool, supervised: bool, permitted: bool) -> None:
        """Say the hazards of operating its switch by hand now, as the plan does it."""
        switch = by.device
        self._say_all(of_permit(self.facts, switch, may=permitted), by)
        self._say_all(of_notice(self._scene, switch, closing=closing), by)
        self._say_all(of_supervisor(self.facts, switch, switch, supervised=supervised), by)

    def of_closing_onto(self, switch: str, faulted: Collection[int]) -> tuple[Found, ...]:
        """Return the hazards if closing the switch would lead from a live part to a fault; said once it has moved."""
        return tuple(of_closing_onto(self.facts, self._scene, switch, faulted))

    def _say_all(self, found: Iterable[Found], by: Operation) -> None:
        for hazard, parts in found:
            self.say(hazard, parts, by)

    def say(self, hazard: str, parts: tuple[str, ...], by: Operation | None) -> None:
        """A hazard, of the operation now being done where there is one."""
        self._world.emit("hazard", hazard=hazard, parts=list(parts), **(by.fields() if by else {}))

    def before_earthing(self, earth: str, bus: str, by: Operation) -> None:
        """Say the hazards of putting the earth on; on a live bus it is one hazard, not two, and a short circuit."""
        for hazard, parts in of_earthing(self.facts, self._scene, earth, bus):
            self.say(hazard, parts, by)
            if hazard == "earthing_live":
                self._standing.add(("closing_onto_earth", (earth, bus)))
                self._world.moved(Moved.SAFETY)
                self._short(bus)

    def before_work(self, by: Operation) -> tuple[str, ...]:
        """Say the hazards of laying hands on its device; return what is touched."""
        self._say_all(of_work(self.facts, self._scene, by.device), by)
        return touched(self.facts, self._scene, by.device)

    def mind_supervisor(self, at: str, by: Operation, *, supervised: bool) -> None:
        """High-voltage work on a bus or at a switch takes two people."""
        self._say_all(of_supervisor(self.facts, at, by.device, supervised=supervised), by)

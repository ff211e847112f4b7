"""The faults of the scenario: how they begin, and how they end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from drillsim.network import lost_with
from drillsim.plant import BRANCH, CONDUCTORS
from drillsim.schema import FaultEvent, struck
from drillsim.simulation.core.kernel import Priority
from drillsim.simulation.core.world import World
from drillsim.simulation.operation import Operation
from drillsim.simulation.plant import Plant


class Faults:
    """Carries out the scenario's events. Every kind has a way in and a way out."""

    def __init__(self, world: World, plant: Plant, people: PeopleFaults, resources: ResourceFaults) -> None:
        self._world, self._plant, self._people = world, plant, people
        self._next = len(world.case.scenario.events)
        self._to_come = set(range(self._next))
        """Places of the scenario's events that have neither begun nor been withdrawn."""
        self._standing: dict[tuple[str, str], list[tuple[int, FaultEvent]]] = {}
        """Fault and target → the events that brought it, by their place in the scenario."""
        self._acts: dict[str, tuple[Callable[[FaultEvent, str], None], Callable[[FaultEvent, str], None]]] = {
            "short_circuit": (self._short, self._repaired),
            "source_lost": (self._lose, self._give_back),
            "fails_to_operate": (self._hold, self._release),
            "fails_to_start": (self._refuse_start, self._allow_start),
            "fails_running": (self._break, self._mend),
            "vt_lost": (self._vt, self._vt_back),
            "zone_lost": (self._flood, self._drain),
            "zone_no_access": (self._shut, self._reopen),
            "person_absent": (lambda e, t: people.absent(t, True), lambda e, t: people.absent(t, False)),
            "person_unreachable": (lambda e, t: people.unreachable(t, True), lambda e, t: people.unreachable(t, False)),
            "channel_lost": (self._cut, self._join),
            "store_empty": (lambda e, t: plant.stores.set_level(t, 0.0), lambda e, t: None),
            "relay_disabled": (
                lambda e, t: plant.protection.disable(t, 1),
                lambda e, t: plant.protection.disable(t, -1),
            ),
            "maloperates": (self._misbehave, lambda e, t: None),
            "dip": (self._dip, self._dip_over),
            "earth_fault": (
                lambda e, t: plant.earth_faults.strike(t),
                lambda e, t: plant.earth_faults.repair(t),
            ),
            "open_phase": (
                lambda e, t: plant.open_phases.begin(t, e.residual_percent),
                lambda e, t: plant.open_phases.end(t),
            ),
            "store_contaminated": (lambda e, t: plant.stores.contaminate(t), lambda e, t: plant.stores.clean(t)),
            "permit_refused": (_counter(world.permits_refused, 1), _counter(world.permits_refused, -1)),
            "resource_unavailable": (lambda e, t: resources.gone(t, True), lambda e, t: resources.gone(t, False)),
            "wrong_action": (self._slip, lambda e, t: None),
            "dc_lost": (lambda e, t: plant.dc.lose(t), lambda e, t: plant.dc.give_back(t)),
        }

    def schedule(self) -> None:
        """Puts every event of the scenario on the clock."""
        now = self._world.now
        for number, event in enumerate(self._world.case.scenario.events):
            self._world.kernel.after(event.at - now, Priority.FAULT, self._beginner(number, event))

    def _beginner(self, number: int, event: FaultEvent) -> Callable[[], None]:
        def begins() -> None:
            if number in self._to_come:
                self._to_come.remove(number)
                self._begin(number, event)

        return begins

    def is_to_come(self, number: int) -> bool:
        """Return whether this event of the scenario has neither begun nor been withdrawn."""
        return number in self._to_come

    def withdraw(self, number: int) -> None:
        """The event does not come."""
        self._to_come.remove(number)

    def _begin(self, number: int, event: FaultEvent) -> None:
        w = self._world
        targets = struck(w.case.dossier, event)
        w.emit("fault_begins", fault=event.fault, targets=list(targets), event=number)
        for target in targets:
            self._acts[event.fault][0](event, target)
            self._standing.setdefault((event.fault, target), []).append((number, event))
            lasts = self._lasts(number, event, target)
            if lasts is not None:
                w.kernel.after(lasts, Priority.FAULT, self._ender(number, event, target))
        w.touch()

    def _ender(self, number: int, event: FaultEvent, target: str) -> Callable[[], None]:
        return lambda: self._end(number, event, target)

    def inject(self, event: FaultEvent) -> None:
        """A fault no scenario holds begins now; the journal counts it on from the scenario's events."""
        self._begin(self._next, event)
        self._next += 1

    def stands(self, fault: str, target: str) -> bool:
        """Return whether the target has the fault now."""
        return bool(self._standing.get((fault, target)))

    def end_now(self, fault: str, target: str) -> None:
        """End what the target has of the fault before its time."""
        for number, event in list(self._standing[fault, target]):
            self._end(number, event, target)

    def _end(self, number: int, event: FaultEvent, target: str) -> None:
        standing = self._standing[event.fault, target]
        if (number, event) not in standing:  # somebody has ended it before its time
            return
        standing.remove((number, event))
        self._world.emit("fault_ends", fault=event.fault, targets=[target], event=number)
        self._acts[event.fault][1](event, target)
        self._world.touch()

    def _lasts(self, number: int, event: FaultEvent, target: str) -> int | None:
        w = self._world
        if event.for_ is not None:
            return w.luck.ms(event.for_, f"fault/{number}/{target}")
        element = w.site.elements.get(target)
        if (
            event.fault in ("short_circuit", "earth_fault", "open_phase")
            and element is not None
            and element.repair is not None
        ):
            return w.luck.ms(element.repair, f"repair/{target}")
        return None

    # -- electrical ------------------------------------------------------------------------------------------------
    def _short(self, event: FaultEvent, target: str) -> None:
        """Only a fault on a line may be transient, and not one whose duration the scenario gives."""
        kind = self._world.kind_of[target]
        transient = kind in BRANCH and BRANCH[kind].may_clear_itself and event.for_ is None
        self._plant.protection.strike(target, permanent=not transient)

    def _repaired(self, _: FaultEvent, target: str) -> None:
        self._plant.protection.repair(target)

    def _lose(self, _: FaultEvent, target: str) -> None:
        self._plant.sources.lose(target, "fault")

    def _give_back(self, _: FaultEvent, target: str) -> None:
        self._plant.sources.give_back(target)

    def _hold(self, event: FaultEvent, target: str) -> None:
        unit = self._plant.transfer(target)
        if unit is not None:
            unit.held += 1
        else:
            self._world.stuck.setdefault(target, set()).update(("open", "close") if event.to == "both" else (event.to,))

    def _release(self, _: FaultEvent, target: str) -> None:
        unit = self._plant.transfer(target)
        if unit is not None:
            unit.held -= 1
        else:
            self._world.stuck.pop(target, None)

    def _dip(self, event: FaultEvent, target: str) -> None:
        self._plant.voltages.dip(target, (event.residual_percent or 0.0) / 100)

    def _dip_over(self, event: FaultEvent, target: str) -> None:
        self._plant.voltages.dip_over(target, (event.residual_percent or 0.0) / 100)

    def _misbehave(self, event: FaultEvent, target: str) -> None:
        """A switch moves by itself: open, closed, or away from where it is; what closing joins, the hazards judge."""
        w, unit = self._world, self._plant.transfer(target)
        if unit is not None:
            unit.maloperate()
            return
        closed = not w.is_closed(target) if event.to == "both" else event.to == "close"
        by = Operation(target)
        self._plant.hazards.answers(by)
        w.move_switch(target, closed=closed, cause="maloperates", cause_id=target, by=by)

    def _refuse_start(self, event: FaultEvent, target: str) -> None:
        for kind in ("auto", "manual") if event.attempts == "all" else (event.attempts,):
            self._plant.sources.forced[target][kind] += 1

    def _allow_start(self, event: FaultEvent, target: str) -> None:
        for kind in ("auto", "manual") if event.attempts == "all" else (event.attempts,):
            self._plant.sources.forced[target][kind] -= 1

    def _break(self, event: FaultEvent, target: str) -> None:
        ups = self._plant.sources.ups.get(target)
        if ups is not None:
            ups.fail("failed")
            return
        if target in self._plant.sources.gensets:
            self._plant.sources.gensets[target].stop("failed")
        for kind in ("auto", "manual"):
            self._plant.sources.forced[target][kind] += 1

    def _mend(self, event: FaultEvent, target: str) -> None:
        ups = self._plant.sources.ups.get(target)
        if ups is not None:
            ups.mend()
            return
        for kind in ("auto", "manual"):
            self._plant.sources.forced[target][kind] -= 1
        if target in self._plant.sources.gensets:
            self._plant.sources.gensets[target].mend()

    def _vt(self, _: FaultEvent, target: str) -> None:
        for unit in self._plant.bus_ties.values():
            unit.lose_vt(target, 1)

    def _vt_back(self, _: FaultEvent, target: str) -> None:
        for unit in self._plant.bus_ties.values():
            unit.lose_vt(target, -1)

    # -- places ----------------------------------------------------------------------------------------------------
    def _shut(self, _: FaultEvent, target: str) -> None:
        self._world.no_access[target] = self._world.no_access.get(target, 0) + 1

    def _reopen(self, _: FaultEvent, target: str) -> None:
        self._world.no_access[target] -= 1

    def _flood(self, event: FaultEvent, target: str) -> None:
        """Everything in the zone is out, and all that runs through it: conductors short, devices and transfers stuck,
        sources and loads dead. Nobody gets in for the time the event states; without one, people do."""
        if event.for_ is not None:
            self._shut(event, target)
        for thing in lost_with(self._world.case.dossier, target):
            self._drown(event, thing)

    def _drown(self, event: FaultEvent, thing: str) -> None:
        w, plant = self._world, self._plant
        kind = w.kind_of[thing]
        if kind in CONDUCTORS:
            plant.protection.strike(thing)
        elif kind == "switch":
            w.stuck[thing] = {"open", "close"}
        elif kind == "load":
            w.loads.destroy(thing)
        elif thing in plant.sources.gensets:
            self._break(event, thing)
        elif thing in plant.sources.ups:
            plant.sources.ups[thing].fail("zone")
        elif thing in plant.sources.lost:
            plant.sources.lose(thing, "zone")
        elif kind == "transfer":
            self._hold(event, thing)

    def _drain(self, event: FaultEvent, target: str) -> None:
        """People may enter again; what was flooded stays out until the horizon."""
        self._reopen(event, target)

    def _slip(self, event: FaultEvent, step: str) -> None:
        self._world.slips[step] = event

    # -- channels and displays --------------------------------------------------------------------------------------
    def _cut(self, _: FaultEvent, target: str) -> None:
        self._world.channels_lost[target] = self._world.channels_lost.get(target, 0) + 1
        self._world.kernel.ask(Priority.OBSERVE)

    def _join(self, _: FaultEvent, target: str) -> None:
        self._world.channels_lost[target] -= 1
        self._world.kernel.ask(Priority.OBSERVE)


def _counter(counts: dict[str, int], by: int) -> Callable[[FaultEvent, str], None]:
    """One cause more or less."""

    def count(_: FaultEvent, target: str) -> None:
        counts[target] = counts.get(target, 0) + by

    return count


class PeopleFaults(Protocol):
    """Faults of people: what `Faults` needs of whoever keeps them."""

    def absent(self, person: str, is_so: bool) -> None:
        """The person is not there, or back."""
        ...

    def unreachable(self, person: str, is_so: bool) -> None:
        """Nobody gets through to the person, or they do again."""
        ...


class ResourceFaults(Protocol):
    """Faults of resources: what `Faults` needs of whoever keeps them."""

    def gone(self, name: str, is_so: bool) -> None:
        """Note that a resource of the plan is not to be had, or is again."""
        ...

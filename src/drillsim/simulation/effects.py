"""What each verb does to the world at the end of its time, and how that went."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from drillsim.network import Zone, closing, reached, reaches
from drillsim.schema.source import Genset, Ups
from drillsim.simulation.knowledge import Knowledge
from drillsim.simulation.people import PersonState
from drillsim.simulation.plant import Plant
from drillsim.simulation.progress import StepRun
from drillsim.simulation.talk import Talk
from drillsim.simulation.world import World

NOWHERE = Zone((), ())
Act = Callable[["StepRun", str, "tuple[PersonState, ...]"], "Outcome"]


class Outcome(StrEnum):
    """How an operation went, and whether the person who did it cannot help noticing."""

    WORKED = "worked"
    UNNOTICED = "unnoticed"
    """A device stayed where it was; only a check finds out."""
    FAILED = "failed"
    """It plainly did not work: an engine that does not start, an operation that may not be done."""


class Effects:
    """Carries out operations; everything said about them stands in the journal."""

    def __init__(self, world: World, plant: Plant, talk: Talk, knowledge: Knowledge) -> None:
        self._world, self._plant, self._talk, self._knowledge = world, plant, talk, knowledge
        self._own_switch = own_switches(world)
        self._acts: dict[str, Act] = {
            "open": self._open,
            "close": self._close,
            "shed": self._shed,
            "restore": self._restore,
            "start": self._start,
            "stop": self._stop,
            "set": self._set,
            "transfer": self._transfer,
            "enable": self._enable,
            "disable": self._disable,
            "refuel": self._refuel,
        }

    def apply(self, run: StepRun, target: str, who: tuple[PersonState, ...]) -> Outcome:
        """Does the step's verb to `target`."""
        act = self._acts.get(run.step.do)
        return act(run, target, who) if act and target else Outcome.WORKED

    def switches_of(self, run: StepRun) -> tuple[str, ...]:
        """Switches the step operates: its targets, or for shed and restore the loads' own."""
        if run.step.do in ("open", "close"):
            return run.step.target
        if run.step.do in ("shed", "restore"):
            return tuple(self._own_switch[t] for t in run.step.target if t in self._own_switch)
        if run.step.do == "transfer":
            units = [self._plant.ats[t] for t in run.step.target if t in self._plant.ats]
            return tuple(s for unit in units for s in (unit.spec.normal, unit.spec.standby))
        return ()

    # -- switching -------------------------------------------------------------------------------------------------
    def _open(self, run: StepRun, target: str, who: tuple[PersonState, ...]) -> Outcome:
        return self._operate(run, target, who, closed=False)

    def _close(self, run: StepRun, target: str, who: tuple[PersonState, ...]) -> Outcome:
        return self._operate(run, target, who, closed=True)

    def _shed(self, run: StepRun, target: str, who: tuple[PersonState, ...]) -> Outcome:
        switch = self._own_switch.get(target)
        return self._operate(run, switch, who, closed=False) if switch else Outcome.FAILED

    def _restore(self, run: StepRun, target: str, who: tuple[PersonState, ...]) -> Outcome:
        switch = self._own_switch.get(target)
        return self._operate(run, switch, who, closed=True) if switch else Outcome.FAILED

    def _operate(self, run: StepRun, switch: str, who: tuple[PersonState, ...], *, closed: bool) -> Outcome:
        w = self._world
        if w.is_closed(switch) == closed:
            return Outcome.WORKED
        if not w.device(switch).by_hand and not w.device(switch).remote:
            return Outcome.FAILED
        if closed and self._onto_known_fault(switch, who[0]):
            return Outcome.FAILED
        w.operation = {"step": run.name, "person": who[0].id, "device": switch}
        permitted = all(name in self._talk.permits for name in self._talk.permits_for((switch,)))
        covered = bool(self._talk.permits_for((switch,)))
        side = w.device(switch).side
        own_side = who[0].spec.side == side and side == "utility"
        self._plant.hazards.before_operation(
            switch, closing=closed, supervised=len(who) > 1, permitted=(permitted and covered) or own_side
        )
        onto_fault = closed and self._reaches_fault(switch)
        w.tie_permitted = closed and permitted and covered
        moved = w.move_switch(switch, closed=closed, cause="step", cause_id=run.name)
        if moved and onto_fault:
            w.emit("hazard", hazard="closing_onto_fault", parts=[switch], **w.operation)
        if moved and not closed:
            for tie in self._plant.bus_ties.values():
                tie.opened_by_hand(switch)
        return Outcome.WORKED if moved else Outcome.UNNOTICED

    def _reaches_fault(self, switch: str) -> bool:
        """Whether closing would lead from a live part to a fault."""
        w, net = self._world, self._world.net
        position = net.switch_index[switch]
        faulted = [node for fault in self._plant.protection.faults.values() for node in (fault.zone or NOWHERE).nodes]
        return any(w.live[node] for node in net.switch_nodes(position)) and bool(
            set(faulted) & set(net.switch_nodes(position)) or reaches(net, w.closed, w.out, position, faulted)
        )

    def _onto_known_fault(self, switch: str, person: PersonState) -> bool:
        """Whether closing would reach a fault that this person knows of from a tripped device."""
        w, net = self._world, self._world.net
        position = net.switch_index[switch]
        if not self._plant.protection.faults or not closing(net, w.closed, w.out, position).completes:
            return False
        from_here = reached(net, w.links, net.switch_nodes(position))
        for fault in self._plant.protection.faults.values():
            edge = [net.switch_ids[b.switch] for b in fault.zone.boundaries] if fault.zone else []
            inside = set(fault.zone.nodes) if fault.zone else set()
            knows = any(self._knowledge.of(person.id, ("tripped", device)) for device in (*edge, switch))
            if knows and any(from_here[node] or node in net.switch_nodes(position) for node in inside):
                return True
        return False

    # -- sources, pumps, transfers ---------------------------------------------------------------------------------
    def _start(self, run: StepRun, target: str, _: tuple[PersonState, ...]) -> Outcome:
        if target in self._plant.sources.gensets:
            started = self._plant.sources.gensets[target].start_by_hand(run.name)
            return Outcome.WORKED if started else Outcome.FAILED
        return self._control(target, "on")

    def _stop(self, run: StepRun, target: str, _: tuple[PersonState, ...]) -> Outcome:
        if target in self._plant.sources.gensets:
            self._plant.sources.gensets[target].stop("step")
            return Outcome.WORKED
        return self._control(target, "off")

    def _set(self, run: StepRun, target: str, _: tuple[PersonState, ...]) -> Outcome:
        return self._control(target, run.step.to or "auto")

    def _control(self, target: str, to: str) -> Outcome:
        w = self._world
        if target not in w.control:
            return Outcome.FAILED
        w.control[target] = to
        w.emit("control_set", target=target, to=to)
        w.touch()
        return Outcome.WORKED

    def _transfer(self, run: StepRun, target: str, _: tuple[PersonState, ...]) -> Outcome:
        return Outcome.WORKED if self._plant.ats[target].by_hand(run.name) else Outcome.FAILED

    def _enable(self, _: StepRun, target: str, __: tuple[PersonState, ...]) -> Outcome:
        unit = self._plant.transfer(target)
        if unit is not None:
            unit.set_enabled(True)
        return Outcome.WORKED if unit is not None else Outcome.FAILED

    def _disable(self, _: StepRun, target: str, __: tuple[PersonState, ...]) -> Outcome:
        unit = self._plant.transfer(target)
        if unit is not None:
            unit.set_enabled(False)
        return Outcome.WORKED if unit is not None else Outcome.FAILED

    def _refuel(self, _: StepRun, target: str, __: tuple[PersonState, ...]) -> Outcome:
        self._plant.stores.set_level(target, self._plant.stores.tanks[target].spec.capacity_l)
        return Outcome.WORKED


def own_switches(world: World) -> dict[str, str]:
    """Load → the switch that feeds it and no other load: what shedding it opens. Loads without one are left out."""
    net = world.net
    sources = [net.bus_index[row.bus] for row in world.case.dossier.network.ext_grid]
    sources += [
        net.bus_index[s.bus if isinstance(s, Genset) else s.output]
        for s in world.site.sources.values()
        if isinstance(s, Genset | Ups)
    ]
    found: dict[str, str] = {}
    for position, switch in enumerate(net.switch_ids):
        links = bytearray(b"\x01" * len(net.link_nodes))
        links[net.switch_link[position]] = 0
        fed = reached(net, bytes(links), sources)
        cut = [load for i, load in enumerate(net.load_ids) if not fed[net.load_bus[i]]]
        if len(cut) == 1:
            found[cut[0]] = switch
    return found

"""Opening, closing, shedding, restoring: operations of switches by hand."""

from __future__ import annotations

from drillsim.network import Zone, closing, reached
from drillsim.simulation.core.compiled import own_switches
from drillsim.simulation.core.knowledge import Knowledge
from drillsim.simulation.core.world import World
from drillsim.simulation.operation import Operation
from drillsim.simulation.people.people import PersonState
from drillsim.simulation.plan.card_run import StepRun
from drillsim.simulation.plan.permits import Permits
from drillsim.simulation.plant import Plant
from drillsim.simulation.work.effect.outcome import Act, Outcome

NOWHERE = Zone((), ())


class Switching:
    """Operates switches; says what is wrong with it."""

    def __init__(self, world: World, plant: Plant, permits: Permits, knowledge: Knowledge) -> None:
        self._world, self._plant, self._permits, self._knowledge = world, plant, permits, knowledge

    def acts(self) -> dict[str, Act]:
        """Verb → what it does."""
        return {
            "open": self._open,
            "trip": self._open,
            "close": self._close,
            "shed": self._shed,
            "restore": self._restore,
        }

    def own_switch(self, load: str) -> str | None:
        """The switch that feeds this load and no other."""
        return own_switches(self._world.case.dossier).get(load)

    def _open(self, run: StepRun, target: str, who: tuple[PersonState, ...]) -> Outcome:
        return self._operate(run, target, who, closed=False)

    def _close(self, run: StepRun, target: str, who: tuple[PersonState, ...]) -> Outcome:
        return self._operate(run, target, who, closed=True)

    def _shed(self, run: StepRun, target: str, who: tuple[PersonState, ...]) -> Outcome:
        switch = self.own_switch(target)
        return self._operate(run, switch, who, closed=False) if switch else Outcome.FAILED

    def _restore(self, run: StepRun, target: str, who: tuple[PersonState, ...]) -> Outcome:
        switch = self.own_switch(target)
        return self._operate(run, switch, who, closed=True) if switch else Outcome.FAILED

    def _operate(self, run: StepRun, switch: str, who: tuple[PersonState, ...], *, closed: bool) -> Outcome:
        w = self._world
        if w.is_closed(switch) == closed:
            return Outcome.WORKED
        if not w.device(switch).by_hand and not w.device(switch).remote:
            return Outcome.FAILED
        if not w.device(switch).by_hand and not w.controlled(switch):
            wanted = "close" if closed else "open"
            w.emit("switch_stuck", switch=switch, wanted=wanted, cause="step", cause_id=run.name, why="control_supply")
            return Outcome.UNNOTICED
        if closed and self._onto_known_fault(switch, who[0]):
            return Outcome.FAILED
        by = Operation(switch, run.name, who[0].id)
        permitted = self._permits.allow(run, switch)
        side = w.device(switch).side
        own_side = who[0].spec.side == side and side == "utility"
        may = permitted or own_side or self._permits.is_waived(run, switch)
        self._plant.hazards.before_operation(
            by,
            closing=closed,
            supervised=len(who) > 1,
            permitted=may,
        )
        zones = [fault.zone or NOWHERE for fault in self._plant.protection.faults.values()]
        faulted = [node for zone in zones for node in zone.nodes]
        onto_fault = self._plant.hazards.of_closing_onto(switch, faulted) if closed else ()
        self._plant.hazards.answers(by, tie_permitted=closed and permitted)
        moved = w.move_switch(switch, closed=closed, cause="step", cause_id=run.name, by=by)
        for hazard, parts in onto_fault if moved else ():
            self._plant.hazards.say(hazard, parts, by)
        if moved and not closed:
            for tie in self._plant.bus_ties.values():
                tie.opened_by_hand(switch)
        return Outcome.WORKED if moved else Outcome.UNNOTICED

    def _knows_tripped(self, person: PersonState, device: str) -> bool:
        belief = self._knowledge.of(person.id, ("tripped", device))
        return belief is not None and belief.value == "yes"

    def _onto_known_fault(self, switch: str, person: PersonState) -> bool:
        """Return whether closing would reach a fault that this person knows of from a tripped device."""
        w, net = self._world, self._world.net
        position = net.switch_index[switch]
        if not self._plant.protection.faults or not closing(net, w.closed, w.out, position).completes:
            return False
        from_here = reached(net, w.links, net.switch_nodes(position))
        for fault in self._plant.protection.faults.values():
            inside = set(fault.zone.nodes) if fault.zone else set()
            knows = any(self._knows_tripped(person, device) for device in (*fault.acted, switch))
            if knows and any(from_here[node] or node in net.switch_nodes(position) for node in inside):
                return True
        return False

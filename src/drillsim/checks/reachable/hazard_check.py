"""The dangers of an operation in a state: the predicates of `plant.hazard`, asked of the search's states."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from drillsim.checks.inputs import Inputs
from drillsim.checks.islands import Positions
from drillsim.checks.reachable.operation import Operation
from drillsim.checks.reachable.scene import Plant, Scene
from drillsim.checks.reachable.state import State
from drillsim.checks.wiring import Plugged
from drillsim.plant import Found, facts_of, hazard


class HazardCheck:
    """Looks at states of one customer."""

    def __init__(self, inputs: Inputs) -> None:
        self._inputs, self._wiring = inputs, inputs.wiring
        self._facts = facts_of(inputs.dossier)
        self._plant = Plant(inputs, inputs.wiring.islands.labels)
        self._of_state = lru_cache(maxsize=100_000)(self._worked_out)
        self._joined = lru_cache(maxsize=100_000)(self._together)

    # -- before an operation ---------------------------------------------------------------------------------------
    def of_attempt(self, operation: Operation, before: State, *, as_written: bool) -> Iterator[Found]:
        """Yield the hazards of laying hands on it. Permit and supervisor are asked of what is written, not of a
        slip."""
        target, site = operation.target, self._inputs.dossier.site
        if operation.do in ("open", "close"):
            if as_written:
                yield from hazard.of_permit(self._facts, target, may=self._may(operation))
            yield from hazard.of_notice(Scene(self._plant, before), target, closing=operation.do == "close")
        if as_written and operation.do in WATCHED:
            at = site.earths[target].at if operation.do in ("earth", "unearth") else target
            watched = operation.step.by.supervisor is not None
            yield from hazard.of_supervisor(self._facts, at, target, supervised=watched)

    def of_operation(self, operation: Operation, before: State) -> Iterator[Found]:
        """Hazards of doing this now."""
        scene, target = Scene(self._plant, before), operation.target
        match operation.do:
            case "open" | "opens" | "close" | "closes":
                closing = operation.do in ("close", "closes")
                yield from hazard.of_switching(self._facts, scene, target, closing=closing)
            case "earth":
                at = self._inputs.dossier.site.earths[target].at
                yield from hazard.of_earthing(self._facts, scene, target, at)
            case "repair" | "connect":
                yield from hazard.of_work(self._facts, scene, target)

    def of_automatics(self, before: State, moved: tuple[str, bool]) -> Iterator[Found]:
        """Hazards of what a transfer does by itself."""
        switch, closing = moved
        yield from hazard.of_switching(self._facts, Scene(self._plant, before), switch, closing=closing)

    def _may(self, operation: Operation) -> bool:
        plan, step = self._inputs.dossier.plan, operation.step
        device = self._facts.device(operation.target)
        own = device.side == "utility" == self._inputs.side_of(step.by.operator)
        spared = plan.order_rules.danger_to_life_first and step.danger_to_life
        return own or self.permitted(operation) or spared

    # -- in a state ------------------------------------------------------------------------------------------------
    def of_state(self, state: State, *, permitted: bool) -> tuple[Found, ...]:
        """Hazards of the state itself. `permitted`: the dispatcher allowed the operation that led here."""
        return self._of_state(state, permitted)

    def _worked_out(self, state: State, permitted: bool) -> tuple[Found, ...]:
        groups = self._joined(state.closed, state.alive, state.plugged)
        return tuple(hazard.of_state(self._facts, Scene(self._plant, state), groups, permitted=permitted))

    def _together(self, closed: Positions, alive: tuple[str, ...], plugged: Plugged) -> list[list[hazard.Terminal]]:
        """Sources that are joined: proofs, locks and notices change nothing about that."""
        return hazard.joined(Scene(self._plant, State(closed, alive, plugged=plugged)))

    # -- facts -----------------------------------------------------------------------------------------------------
    def permitted(self, operation: Operation) -> bool:
        """Return whether a permit of the plan covers the device or the task."""
        permits = self._inputs.dossier.plan.permits.values()
        return any(operation.target in each.covers or operation.step.id in each.steps for each in permits)

    def is_live(self, state: State, thing: str) -> bool:
        """Return whether a bus or branch is live."""
        return Scene(self._plant, state).is_live(self._wiring.net.node(thing))

    def box_bus(self, point: str) -> str:
        """The bus a vehicle at this connection point feeds; empty where there is none."""
        return self._facts.box_bus(point)


WATCHED = ("open", "close", "prove_dead", "earth", "unearth", "phase_check")
"""Verbs that take two people at high voltage."""

"""A card's steps as single operations, and what stands beside a device."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from drillsim.checks.inputs import Inputs
from drillsim.plant import facts_of, fits, is_set, mobile_sets
from drillsim.schema import VERBS, Ats, Card, Step, Sts, steps_in_turn

MOVES_NOTHING = ("refuel", "reset")
"""Verbs that operate equipment and neither energise nor endanger anything."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing done to one device."""

    step: Step
    do: str
    """open, close; start, stop (a set); on, off (a load); connect, transfer, enable, disable; prove_dead, earth,
    unearth, lock, unlock, tag, rack_in, rack_out, phase_check, repair."""
    target: str
    source: str = ""
    """Mobile set that is plugged in, for `connect`; empty where none is brought or it does not fit."""


class Operations:
    """Steps of one customer's plan taken apart."""

    def __init__(self, inputs: Inputs) -> None:
        self._inputs, self._site, self._net = inputs, inputs.dossier.site, inputs.wiring.net

    def of(self, card: Card, *, first: str = "") -> tuple[tuple[Step, tuple[Operation, ...]], ...]:
        """The card's steps in their turn, with what each does; branches for failure are steps too. `first`: a step
        that is done as early as what it comes after allows."""
        return tuple((step, self._of_step(step)) for step in steps_in_turn(card, first=first))

    def cannot_do(self, step: Step) -> bool:
        """Return whether the step changes the plant in a way the search does not follow."""
        if step.do == "set":
            return any(target in self._inputs.upses for target in step.all_targets)
        return VERBS[step.do].operates and step.do not in MOVES_NOTHING and step.do not in _FOLLOWED

    def _of_step(self, step: Step) -> tuple[Operation, ...]:
        return tuple(each for target in step.all_targets for each in self._of_target(step, target))

    def _of_target(self, step: Step, target: str) -> tuple[Operation, ...]:
        match step.do:
            case "open" | "close" | "trip" | "lock" | "unlock" | "tag" | "rack":
                do = {"trip": "open", "rack": "rack_in" if step.to == "working" else "rack_out"}.get(step.do, step.do)
                return (Operation(step, do, target),) if target in self._net.switch_index else ()
            case "start" | "stop" | "set":
                return self._of_start(step, target)
            case "shed" | "restore":
                return self._of_shed(step, target)
            case "connect":
                return (Operation(step, "connect", target, self._brought(step, target)),)
            case "transfer":
                spec = self._site.transfers.get(target)
                return (Operation(step, "transfer", target),) if isinstance(spec, Ats | Sts) else ()
            case "reset" if target in self._site.transfers:
                return (Operation(step, "enable", target),)
            case "enable" | "disable" | "prove_dead" | "earth" | "unearth" | "phase_check" | "repair":
                return (Operation(step, step.do, target),)
        return ()

    def _of_start(self, step: Step, target: str) -> tuple[Operation, ...]:
        on = step.do == "start" or step.to == "on"
        if is_set(self._site.sources.get(target)):
            return (Operation(step, step.do, target),) if step.do != "set" else ()
        if target in self._net.load_index and (step.do != "set" or step.to in ("on", "off")):
            return (Operation(step, "on" if on else "off", target),)
        return ()

    def _of_shed(self, step: Step, target: str) -> tuple[Operation, ...]:
        tier = self._inputs.dossier.plan.tiers.get(target)
        loads = tier.loads if tier is not None else (target,)
        do = "open" if step.do == "shed" else "close"
        switches = [self._inputs.wiring.own_switches.get(load) for load in loads]
        return tuple(Operation(step, do, switch) for switch in switches if switch)

    def _brought(self, step: Step, point: str) -> str:
        """The mobile set a resource of the step brings, where it can be plugged in."""
        resources, vehicles = self._inputs.dossier.plan.resources, mobile_sets(self._site)
        brings = (resources[name].brings for name in step.uses if name in resources)
        vehicle = next((each for each in brings if each in vehicles), None)
        box = self._site.connection_points.get(point)
        return vehicle if vehicle and box and not fits(vehicles[vehicle], box) else ""

    # -- the device beside it --------------------------------------------------------------------------------------
    def beside(self, operation: Operation) -> tuple[Operation, ...]:
        """The same done to the panels next to the target: one before and one after it in its row."""
        if operation.do not in ("open", "close"):
            return ()
        row = self._rows.get(operation.target, ())
        at = row.index(operation.target) if row else -1
        near = [row[n] for n in (at - 1, at + 1) if row and 0 <= n < len(row)]
        return tuple(replace(operation, target=name) for name in near)

    @cached_property
    def _rows(self) -> dict[str, tuple[str, ...]]:
        """Switch → the switches of its kind in its place, in file order; automatic ones cannot be mistaken by hand."""
        rows: dict[tuple[str, str], list[str]] = {}
        net, facts = self._inputs.wiring.net, facts_of(self._inputs.dossier)
        for name in net.switch_ids:
            device = self._inputs.dossier.site.devices.get(name)
            if device is not None and device.place is not None and device.by_hand:
                rows.setdefault((device.place, facts.kind[name]), []).append(name)
        return {name: tuple(row) for row in rows.values() for name in row}


_FOLLOWED = (
    "open", "close", "trip", "lock", "unlock", "tag", "rack", "start", "stop", "set", "shed", "restore", "connect",
    "transfer", "enable", "disable", "prove_dead", "earth", "unearth", "phase_check", "repair",
)  # fmt: skip

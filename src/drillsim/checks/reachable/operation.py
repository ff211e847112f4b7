"""A card's steps as single operations, and what stands beside a device."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from drillsim.checks.inputs import Inputs
from drillsim.schema.plan import Card, Step
from drillsim.schema.transfer import Ats, Sts

SWITCHING = ("open", "close", "trip")
SAFETY = ("prove_dead", "earth", "unearth", "lock", "unlock", "repair", "connect", "start", "stop")


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing done to one device."""

    step: Step
    do: str
    target: str


class Operations:
    """Steps of one customer's plan taken apart."""

    def __init__(self, inputs: Inputs) -> None:
        self._inputs = inputs
        self._branches = {name for _, s, _ in inputs.steps() if s.on_failure for name in s.on_failure.steps}

    def of(self, card: Card) -> tuple[tuple[Step, tuple[Operation, ...]], ...]:
        """The card's steps in the order they are read, with what each does; branches for failure are left out."""
        steps = [(step, self._of_step(step)) for step in card.steps if step.id not in self._branches]
        return tuple((step, operations) for step, operations in steps if operations)

    def _of_step(self, step: Step) -> tuple[Operation, ...]:
        targets = step.for_each.devices if step.for_each and step.for_each.devices else step.target
        if step.do in (*SWITCHING, *SAFETY):
            do = "open" if step.do == "trip" else step.do
            return tuple(Operation(step, do, target) for target in targets if self._fits(do, target))
        if step.do == "transfer":
            return tuple(each for target in targets for each in self._of_transfer(step, target))
        return ()

    def _fits(self, do: str, target: str) -> bool:
        if do in ("open", "close", "lock", "unlock"):
            return target in self._inputs.wiring.net.switch_index
        return do not in ("start", "stop") or target in self._inputs.gensets

    def _of_transfer(self, step: Step, target: str) -> tuple[Operation, ...]:
        spec = self._inputs.dossier.site.transfers.get(target)
        if not isinstance(spec, Ats | Sts):
            return ()
        return (Operation(step, "open", spec.normal), Operation(step, "close", spec.standby))

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
        net = self._inputs.wiring.net
        for name in net.switch_ids:
            device = self._inputs.dossier.site.devices.get(name)
            if device is not None and device.place is not None and device.by_hand:
                rows.setdefault((device.place, str(device.kind)), []).append(name)
        return {name: tuple(row) for row in rows.values() for name in row}

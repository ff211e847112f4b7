"""The other causes that hold up a step that is ready as far as people know: its written order, and what it uses."""

from __future__ import annotations

from drillsim.simulation.core.what_if import WhatIf
from drillsim.simulation.plan.card_run import StepRun
from drillsim.simulation.plan.orders import Orders
from drillsim.simulation.plan.question import Readiness
from drillsim.simulation.plan.resources import Resources


class Gate:
    """Between being ready and getting people."""

    def __init__(self, orders: Orders, resources: Resources, what_if: WhatIf) -> None:
        self._orders, self._resources, self._what_if = orders, resources, what_if

    def holds_up(self, run: StepRun) -> Readiness | None:
        """Return the reason the step still waits; None when it does not."""
        order = self._orders.holding(run)
        if order:
            return Readiness(reason="order", on=(order,))
        missing = self._resources.missing(run.step.uses) if run.status == "waiting" else ()
        if missing and not self._what_if.skips(run.name, "resource"):
            return Readiness(reason="resource", on=missing)
        return None

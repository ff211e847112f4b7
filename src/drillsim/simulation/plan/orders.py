"""Written switching orders (操作票): written, checked by another, then carried out; and the cases in which none is
waited for.

The first step that is ready but for its order has it written; a `request` step may have it written ahead. Whoever
writes or checks does nothing else meanwhile. It is written where they are; if nobody of the role is on duty, one is
called in.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from drillsim.schema import Fixed, Order
from drillsim.simulation.core.world import World
from drillsim.simulation.people.people import People, PersonState
from drillsim.simulation.plan.card_run import StepRun
from drillsim.simulation.plan.journeys import Journeys
from drillsim.simulation.plan.posts import Posts

Process = Generator[Any, Any, None]
AT_ONCE = Fixed(0)
SINGLE = ("open", "close", "trip")


class Orders:
    """All orders of one run."""

    def __init__(self, world: World, people: People, posts: Posts, journeys: Journeys) -> None:
        self._world, self._people, self._posts, self._journeys = world, people, posts, journeys
        self._specs = world.plan.orders
        self._rules = world.plan.order_rules
        self._begun: set[str] = set()
        self._ready: set[str] = set()
        self._waived: set[tuple[str, str]] = set()

    def holding(self, run: StepRun) -> str:
        """The order the step still waits for; empty when there is none, or it goes without."""
        for name, spec in self._specs.items():
            if run.step.id not in spec.binds or name in self._ready or self._world.what_if.skips(run.name, "order"):
                continue
            if not self.needless(run, spec):
                return name
        return ""

    def needless(self, run: StepRun, order: Order) -> str:
        """Return the reason the step goes without this order: danger_to_life, accident or single_breaker; empty when it
        does not."""
        rules, plan = self._rules, self._world.plan
        if rules.danger_to_life_first and run.step.danger_to_life:
            return "danger_to_life"
        if rules.accident_needs_no_order and run.card is not None and run.card.card is not plan.restoration:
            return "accident"
        alone = len(order.binds) == 1 and len(run.step.target) == 1 and not run.item
        if rules.single_breaker_needs_no_order and alone and run.step.do in SINGLE:
            return "single_breaker" if self._world.device_kind(run.step.target[0]) == "breaker" else ""
        return ""

    def say_waived(self, run: StepRun) -> None:
        """A step that is begun without an order that binds it says so, and why."""
        for name, spec in self._specs.items():
            why = self.needless(run, spec) if run.step.id in spec.binds and name not in self._ready else ""
            if why and (name, run.name) not in self._waived:
                self._waived.add((name, run.name))
                self._world.emit("order_waived", order=name, step=run.name, why=why)

    # -- writing ---------------------------------------------------------------------------------------------------
    def begin(self, name: str, run: StepRun) -> None:
        """`run` needs the order: somebody sits down to write it, unless somebody has already."""
        if name in self._begun:
            return
        self._begun.add(name)
        if self._specs[name].prepared:
            self._is_ready(name, "")
        else:
            writer = self._take(self._specs[name].written_by, name)
            self._world.kernel.env.process(self._write(name, run, writer))

    def _write(self, name: str, run: StepRun, writer: PersonState | None) -> Process:
        w, spec = self._world, self._specs[name]
        if writer is None:
            writer = yield from self._get(spec.written_by, name, run)
        w.emit("order_begun", order=name, step=run.name, by=writer.id)
        yield w.kernel.env.timeout(w.luck.ms(spec.takes, f"order/{name}"))
        self._posts.release(writer)
        if spec.checked_by is not None:
            checker = yield from self._get(spec.checked_by, name, run, besides=writer.id)
            yield w.kernel.env.timeout(w.luck.ms(spec.check_takes or AT_ONCE, f"order-check/{name}"))
            self._posts.release(checker)
            self._is_ready(name, writer.id, checked_by=checker.id)
        else:
            self._is_ready(name, writer.id)

    def _get(self, role: str, name: str, run: StepRun, besides: str = "") -> Generator[Any, Any, PersonState]:
        """The first of the role who is on duty and free, as soon as one is; called in when none is on duty."""
        while (person := self._take(role, name, besides)) is None:
            holders = [p for p in self._people.holders(role) if p.id != besides]
            self._world.turned_to.people(p.id for p in holders)
            coming = [p for p in holders if p.comes_in and not p.unreachable]
            if coming and not any(p.on_duty or p.coming for p in holders):
                self._journeys.call_in(run, coming[0], besides)
            yield self._world.next_change()
        return person

    def _take(self, role: str, name: str, besides: str = "") -> PersonState | None:
        """The first of the role who is on duty and free, kept busy from now on; None while there is none."""
        found = (p for p in self._people.holders(role) if p.on_duty and not p.task and p.id != besides)
        person = next(found, None)
        if person is not None:
            self._world.turned_to.person(person.id)
            person.task = f"order {name}"
        return person

    def _is_ready(self, name: str, by: str, **more: str) -> None:
        self._ready.add(name)
        self._world.emit("order_ready", order=name, by=by, **more)
        self._world.wake()

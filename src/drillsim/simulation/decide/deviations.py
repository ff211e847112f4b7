"""The ways a decision departs from the plan: out of order, without knowledge, permit or second person. It is done all
the same, and hazards and interlocks judge it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from drillsim.journal import DEVIATIONS
from drillsim.schema import VERBS
from drillsim.simulation.decide import decisions as d
from drillsim.simulation.decide.parts import Parts
from drillsim.simulation.plan.card_run import StepRun


class Deviations:
    """Compares decisions with the plan and with what whoever decides knows. Looking changes nothing."""

    def __init__(self, parts: Parts) -> None:
        self._parts, self._people, self._progress = parts, parts.people, parts.progress
        self._known, self._plan = parts.known, parts.world.plan
        self._asked: dict[type[Any], Callable[[Any], Iterator[str]]] = {
            d.Activate: self._activate, d.Begin: self._begin, d.Skip: self._skip, d.Close: self._close,
            d.Choose: self._choose, d.Permit: self._permit, d.Act: self._act,
        }  # fmt: skip

    def of(self, decision: d.Decision) -> tuple[str, ...]:
        """Codes of `DEVIATIONS`, in their order there."""
        asked = self._asked.get(type(decision))
        if asked is None:
            return ()
        with self._known.asleep():
            found = set(asked(decision))
        return tuple(code for code in DEVIATIONS if code in found)

    def performer(self, decision: d.Begin) -> str:
        """Return the person whose knowledge counts: the first who is named, who decides, if they may do it, or the
        first who may."""
        run = self._progress.steps[decision.step]
        if decision.people:
            return decision.people[0]
        if decision.by == d.FACILITATOR:
            return ""
        if any(self._people.may_do(decision.by, role) for role in run.roles):
            return decision.by
        return next((p.id for p in self._people.any_of(run.roles)), decision.by)

    def _activate(self, decision: d.Activate) -> Iterator[str]:
        card = self._progress.cards[decision.card].card
        if not self._known.knows_trigger(decision.by, card):
            yield "not_known"

    def _close(self, decision: d.Close) -> Iterator[str]:
        run = self._progress.cards[decision.card]
        if run.open and not self._known.knows_end(run.leader, run.card):
            yield "steps_open"

    def _begin(self, decision: d.Begin) -> Iterator[str]:
        run = self._progress.steps[decision.step]
        person = self.performer(decision)
        if run.card is None:
            if decision.people and run.unknown(person):
                yield "not_known"
            return
        yield from self._as_known(run, person)
        if run.card.status != "active":
            yield "card_not_active"
        if self._parts.orders.holding(run):
            yield "without_order"
        if not all(any(self._people.may_do(name, role) for role in run.roles) for name in decision.people):
            yield "other_role"
        if decision.regardless:
            yield from self._without(run, decision)

    def _as_known(self, run: StepRun, person: str) -> Iterator[str]:
        if run.status == "resting":
            yield "out_of_order"
            return
        if not person:
            return
        answer = self._known.as_known_to(person, run)
        if answer.skip_by:
            yield "not_needed"
        elif answer.reason:
            yield "out_of_order" if answer.reason == "predecessor" else "not_known"

    def _without(self, run: StepRun, decision: d.Begin) -> Iterator[str]:
        permits = self._parts.permits
        operated = self._parts.perform.operated_by(run)
        if any(not permits.has(name, run) for name in permits.over(run.step.id, operated)):
            yield "without_permit"
        if run.step.by.supervisor is not None and not decision.supervisor:
            yield "without_supervisor"

    def _skip(self, decision: d.Skip) -> Iterator[str]:
        run = self._progress.steps[decision.step]
        if not self._known.as_known_to(decision.by, run).skip_by:
            yield "needed"

    def _choose(self, decision: d.Choose) -> Iterator[str]:
        run = self._progress.steps[decision.step]
        option = next(each for each in run.step.options if each.name == decision.option)
        right = self._known.choice(self._people.states[run.by[0]], run)
        if right is not None and right is not option:
            yield "other_option"
        elif right is None:
            yield "not_known"

    def _permit(self, decision: d.Permit) -> Iterator[str]:
        if not self._parts.permits.is_asked(decision.permit):
            yield "not_asked"

    def _act(self, decision: d.Act) -> Iterator[str]:
        steps = [
            run
            for run in self._progress.steps.values()
            if run.card and run.step.do == decision.do and set(decision.target) & set(run.step.target)
        ]
        if not steps:
            yield "unplanned"
        elif not any(self._people.may_do(decision.by, role) for run in steps for role in run.roles):
            yield "other_role"
        else:
            yield "beside_step"
        permits = self._parts.permits
        if VERBS[decision.do].operates:  # type: ignore[index]
            needed = permits.over("", decision.target)
            if any(not permits.was_given(name) for name in needed):
                yield "without_permit"

"""Carries out what is decided, whoever decides it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from drillsim.simulation.decide import decisions as d
from drillsim.simulation.decide.cards import Cards
from drillsim.simulation.decide.deviations import Deviations
from drillsim.simulation.decide.facilitate import Facilitating
from drillsim.simulation.decide.own import OwnDoings
from drillsim.simulation.decide.parts import Parts
from drillsim.simulation.decide.steps import Steps
from drillsim.simulation.plan.card_run import StepRun

FORCED = ("out_of_order", "not_known", "not_needed", "card_not_active", "without_order")
"""Departures for which a step would wait if nobody were sent."""


class Carrying:
    """The one way in for the plan and for people. Decisions given to it have passed the checks."""

    def __init__(
        self, parts: Parts, cards: Cards, steps: Steps, own: OwnDoings, lead: Facilitating, deviations: Deviations
    ) -> None:
        self._progress, self._people, self._deviations, self._steps = parts.progress, parts.people, deviations, steps
        self._ways: dict[type[Any], Callable[[Any, tuple[str, ...]], object]] = {
            d.Activate: lambda each, _: cards.activate(each.card, each.by),
            d.Begin: self._begin,
            d.Skip: self._skip,
            d.Close: lambda each, _: cards.close(each.card),
            d.Choose: self._choose,
            d.Permit: lambda each, _: parts.permits.answer(each.permit, each.by, gives=True),
            d.Refuse: lambda each, _: parts.permits.answer(each.permit, each.by, gives=False),
            d.Tell: lambda each, _: own.tell(each),
            d.Ask: lambda each, _: own.tell(each),
            d.Go: lambda each, _: own.go(each),
            d.Act: lambda each, _: own.act(each),
            d.Inject: lambda each, _: lead.inject(each),
            d.Withdraw: lambda each, _: lead.withdraw(each),
            d.Inform: lambda each, _: lead.inform(each),
            d.Finish: lambda each, _: parts.perform.report(self._run(each.step), each.outcome),
            d.Correct: lambda each, _: lead.correct(each),
        }

    def carry_out(self, decision: d.Decision, deviation: tuple[str, ...]) -> None:
        """Begin now what begins with the decision."""
        self._ways[type(decision)](decision, deviation)

    def _run(self, step: str) -> StepRun:
        return self._progress.steps[step]

    def _begin(self, decision: d.Begin, deviation: tuple[str, ...]) -> None:
        run, performer = self._run(decision.step), self._deviations.performer(decision)
        run.named, run.watcher, run.regardless = decision.people, decision.supervisor, decision.regardless
        if set(deviation) & set(FORCED):
            run.named, run.as_ordered = decision.people or (performer,), True
        self._steps.begin(run, performer)

    def _skip(self, decision: d.Skip, deviation: tuple[str, ...]) -> None:
        self._steps.skip(self._run(decision.step), decision.by, is_known="needed" not in deviation)

    def _choose(self, decision: d.Choose, _: tuple[str, ...]) -> None:
        run = self._run(decision.step)
        run.chosen = next(option for option in run.step.options if option.name == decision.option)

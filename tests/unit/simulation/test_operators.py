"""An operator that repeats itself or talks nonsense neither hangs nor ends a run; what it decides plays again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from typing import Any

import pytest

from drillsim.journal import Journal
from drillsim.simulation import Act, Activate, Begin, Close, Correct, Decision, Go, Inform, PlanOperator, Run, replay
from drillsim.simulation.plan.known import Known
from helpers.cards import LOST
from helpers.deciding import NOBODY, bytes_of, case, run_of


class Says:
    """Says the same whenever it is asked."""

    def __init__(self, *decisions: Any) -> None:
        self._decisions = decisions
        self.asked = 0

    def due(self, known: Known) -> Sequence[Decision]:
        self.asked += 1
        return self._decisions


class AlwaysNew:
    """Has something new to say each time, for ever."""

    def __init__(self, make: Callable[[int], Decision]) -> None:
        self._make, self._number = make, count()
        self.asked = 0

    def due(self, known: Known) -> Sequence[Decision]:
        self.asked += 1
        return [self._make(next(self._number))]


class Obeys:
    """Does as the plan says, in its place."""

    def __init__(self) -> None:
        self._plan = PlanOperator()

    def due(self, known: Known) -> Sequence[Decision]:
        return self._plan.due(known)


def _played(*operators: Any) -> Journal:
    run = run_of(None, *operators)
    run.advance(run.case.scenario.horizon)
    journal = run.finish()
    assert journal.events[-1].data["status"] == "completed"
    assert bytes_of(replay(run.case, journal, flow=run.flow)) == bytes_of(journal)
    return journal


@pytest.mark.parametrize(
    "decision",
    [Activate("k", "wang"), Begin("S1", "wang"), Close("k", "wang"), Go("hv", "gu"), Act("open", ("S1-B",), "gu"),
     None, "open", Begin("S9", "wang"), Begin(7, "wang"), Go(None, "gu"), Activate([], "wang")],  # type: ignore[arg-type]
    ids=str,
)  # fmt: skip
def test_what_is_said_for_ever_is_done_as_often_as_it_can_be(decision: Any) -> None:
    journal = _played(NOBODY, Says(decision, decision))
    told = [event.data["decision"] for event in journal.of("decision")]
    assert len(told) < 2 * 60  # nothing takes less than a minute


def test_one_who_repeats_himself_disturbs_nobody_else() -> None:
    alone, beside = _played(Obeys()), _played(Obeys(), Says(Activate("k", "wang"), Begin("S1", "wang")))
    told = [[e[1:] for e in journal.events if e.type != "decision"] for journal in (alone, beside)]
    assert told[0] == told[1]
    assert len(list(alone.of("decision"))) == len(list(beside.of("decision")))


@pytest.mark.parametrize(
    "make",
    [lambda n: Inform(("wang",), f"k{n}"),
     lambda n: Correct(people=("wang",), facts=(("load", "load-A", ("live", "dead")[n % 2]),))],
)  # fmt: skip
def test_one_who_has_something_new_for_ever_gets_so_many_turns_in_an_instant_and_the_clock_goes_on(
    make: Callable[[int], Decision],
) -> None:
    operator = AlwaysNew(make)
    journal = _played(NOBODY, operator)
    at_once = [event for event in journal.of("decision") if event.t_ms == 0]
    assert 1 < len(at_once) <= 50


def test_another_operator_that_obeys_the_plan_does_what_the_plan_does() -> None:
    plan, obeyed = run_of(case(), PlanOperator()), _played(Obeys())
    plan.advance(plan.case.scenario.horizon)
    others = [e[1:] for e in obeyed.events if e.type != "decision"]
    assert others == [e[1:] for e in plan.finish().events]
    assert {e.data["operator"] for e in obeyed.of("decision")} == {"people"}


def test_a_run_of_the_plan_alone_tells_of_no_decisions_and_one_that_records_does() -> None:
    of = case()
    alone, recorded = Run(of), Run(of, record=True)
    for run in (alone, recorded):
        run.advance(of.scenario.horizon)
    assert "operators" not in alone.journal().header
    assert list(alone.finish().of("decision")) == []
    journal = recorded.finish()
    kinds = [event.data["decision"] for event in journal.of("decision")]
    assert kinds[:2] == ["activate", "begin"]
    assert {"permit", "choose", "skip", "close"} <= set(kinds)
    assert {event.data["operator"] for event in journal.of("decision")} == {"plan"}
    assert not any("deviation" in event.data for event in journal.of("decision"))


@pytest.mark.parametrize("who", ["wang", "li", "lin"])
@pytest.mark.parametrize("at", ["30 s", "4 min", "10 min", "13 min"])
def test_who_is_gone_in_the_middle_of_deciding_still_decides_and_the_run_goes_on(who: str, at: str) -> None:
    of = case(LOST, {"at": at, "fault": "person_absent", "on": who})
    run = Run(of, flow=run_of().flow)
    run.advance(of.scenario.horizon)
    journal = run.finish()
    assert journal.events[-1].data["status"] == "completed"
    begun = {event.data["step"] for event in journal.of("step_begins")}
    chosen = {event.data["step"] for event in journal.of("option_chosen")}
    assert chosen == begun & {"S3"}
    asked, given = (len(list(journal.of(each))) for each in ("permit_asked", "permit_given"))
    assert asked == given

"""The plan's own decisions, submitted again by people at their times, make the same run; and a run forked at any moment
goes on as the one it was forked from.

A few scenarios here; `.ci/full` plays every one there is.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

import pytest

from drillsim.journal import Journal, lines_of
from drillsim.network import Memo, PandapowerFlow
from drillsim.schema import Case
from drillsim.simulation import Accepted, Begin, Decision, Go, PlanOperator, Run, decision_of, replay
from helpers.golden import Golden, every_golden
from helpers.shipped import scenario, shipped
from helpers.thinned import thinned

GOLDENS = [golden for golden in every_golden() if golden.applies()]
FORKED = GOLDENS[:: max(1, len(GOLDENS) // 10)][:10]
MOMENTS = 20


@cache
def _flow(customer: str) -> Memo:
    return Memo(PandapowerFlow(shipped(customer).network))


def _case(golden: Golden) -> Case:
    return Case(shipped(golden.customer), golden.scenario, scenario(golden.customer, golden.scenario))


def _recorded(golden: Golden) -> Journal:
    case = _case(golden)
    run = Run(case, flow=_flow(golden.customer), record=True)
    run.advance(case.scenario.horizon)
    return run.finish()


def _come_to(run: Run, t_ms: int, number: int) -> None:
    """Before the decide round of this number in that instant."""
    if run.now < t_ms or not run.is_begun:
        run.advance(t_ms)
    while run.round < number and run.next_ms() == t_ms:
        run.advance(t_ms)


def _submitted_again(golden: Golden, recorded: Journal) -> Journal:
    """The same run with nobody but people, each decision at its moment and in its round."""
    case = _case(golden)
    run = Run(case, flow=_flow(golden.customer), operators=[PlanOperator(frozenset())])
    for event in recorded.of("decision"):
        _come_to(run, event.t_ms, event.data.get("round", 1))
        answer = run.submit(decision_of(event.data["decision"], event.data["by"], event.data["what"]))
        assert isinstance(answer, Accepted), (event, answer)
    run.advance(case.scenario.horizon)
    return run.finish()


def _but_for_marks(journal: Journal) -> Iterator[tuple[int, str, dict[str, Any]]]:
    for event in journal.events:
        yield event.t_ms, event.type, {key: value for key, value in event.data.items() if key != "operator"}


@pytest.mark.parametrize("golden", thinned(GOLDENS, 30), ids=lambda each: f"{each.customer}/{each.scenario}")
def test_people_who_decide_what_the_plan_decides_make_the_same_run(golden: Golden) -> None:
    recorded = _recorded(golden)
    again = _submitted_again(golden, recorded)
    assert {event.data["operator"] for event in recorded.of("decision")} <= {"plan"}
    assert {event.data["operator"] for event in again.of("decision")} <= {"people"}
    assert list(_but_for_marks(again)) == list(_but_for_marks(recorded))
    assert not any("deviation" in event.data for event in again.of("decision"))
    assert list(lines_of(replay(_case(golden), again, flow=_flow(golden.customer)))) == list(lines_of(again))


@pytest.mark.parametrize("golden", thinned(GOLDENS, 30), ids=lambda each: f"{each.customer}/{each.scenario}")
def test_what_is_recorded_of_the_plan_alone_changes_nothing_and_plays_again(golden: Golden) -> None:
    recorded = _recorded(golden)
    alone = Run(_case(golden), flow=_flow(golden.customer))
    alone.advance(_case(golden).scenario.horizon)
    told = ("decision", "information_given")
    kept = [event[1:] for event in recorded.events if event.type not in told]
    assert kept == [event[1:] for event in alone.finish().events]
    assert list(lines_of(replay(_case(golden), recorded, flow=_flow(golden.customer)))) == list(lines_of(recorded))


@pytest.mark.parametrize("golden", thinned(FORKED, 5), ids=lambda each: f"{each.customer}/{each.scenario}")
def test_a_run_forked_at_any_moment_goes_on_as_the_other(golden: Golden) -> None:
    case, luck = _case(golden), Random(golden.scenario)
    roles, people = sorted(case.dossier.plan.actors), sorted(case.dossier.customer.people)
    plan = PlanOperator(frozenset(roles[::2]))
    run = Run(case, flow=_flow(golden.customer), operators=[plan])
    forks: list[tuple[Run, int]] = []
    decided: list[tuple[int, int, Decision]] = []
    for moment in sorted(luck.randrange(case.scenario.horizon) for _ in range(MOMENTS)):
        run.advance(moment)
        for _ in range(luck.randrange(3)):
            run.advance(moment)
        person = luck.choice(people)
        offers = [each for each in run.options(person) if isinstance(each.decision, Begin | Go)]
        if offers:
            decided.append((run.now, run.round, luck.choice(offers).decision))
            run.submit(decided[-1][-1])
        forks.append((run.fork(), len(decided)))
    run.advance(case.scenario.horizon)
    rest = list(lines_of(run.finish()))
    assert len(decided) > 3
    for fork, already in forks:
        for t_ms, number, decision in decided[already:]:
            _come_to(fork, t_ms, number)
            fork.submit(decision)
        fork.advance(case.scenario.horizon)
        assert list(lines_of(fork.finish())) == rest

"""What people are told as information stands in the journal of a run in which people decide, and only there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from drillsim.journal import Journal
from drillsim.network import NoMemo, PandapowerFlow
from drillsim.schema import Condition
from drillsim.schema.dossier import Case
from drillsim.schema.scenario import Scenario
from drillsim.simulation import Accepted, Decision, Operator, PlanOperator, Refused, Run, Withdraw, replay
from drillsim.simulation.plan.known import Known
from drillsim.units import MS_PER
from helpers.cards import LOST, card, step, two_sides
from helpers.deciding import bytes_of

MIN = MS_PER["min"]
TOLD = [
    {"at": "5 min", "tell": {"zh": "天气转坏", "en": "Bad weather"}, "to": ["electrician", "dispatcher"]},
    {"at": "9 min", "tell": "The press is at the gate", "to": "dispatcher", "channel": "phone"},
]


class Wang:
    """Somebody who sits in the electrician's place and does as the plan says."""

    def __init__(self) -> None:
        self._plan = PlanOperator()

    def due(self, known: Known) -> Sequence[Decision]:
        return self._plan.due(known)


def _played(*operators: Operator, events: Sequence[dict[str, Any]] = (LOST,)) -> Journal:
    dossier = two_sides(card("k", "electrician", {"load": "load-A", "is": "dead"}, step("S1", "electrician")))
    start = {"date": "2026-07-15", "time": "02:30"}
    told = {"format": "1", "title": "t", "start": start, "horizon": "1 h", "events": list(events), "information": TOLD}
    case = Case(dossier, "s", Scenario.model_validate(told))
    run = Run(case, operators=operators, flow=NoMemo(PandapowerFlow(dossier.network)))
    run.advance(case.scenario.horizon)
    return run.finish()


def _given(journal: Journal) -> list[tuple[int, dict[str, Any]]]:
    return [(event.t_ms // MIN, event.data) for event in journal.of("information_given")]


def test_where_people_decide_the_journal_says_what_they_were_told_and_who_heard_it() -> None:
    assert _given(_played(Wang())) == [
        (5, {"information": 0, "to": ["electrician", "dispatcher"], "people": ["wang", "lin"]}),
        (9, {"information": 1, "to": ["dispatcher"], "people": ["lin"], "channel": "phone"}),
    ]


def test_over_a_way_that_is_out_nobody_is_told_and_an_absent_man_hears_nothing() -> None:
    cut = {"at": "0 s", "fault": "channel_lost", "on": "phone"}
    away = {"at": "0 s", "fault": "person_absent", "on": "wang"}
    heard = [data["people"] for _, data in _given(_played(Wang(), events=(LOST, cut, away)))]
    assert heard == [["lin"], []]


def _led(*events: dict[str, Any]) -> Run:
    dossier = two_sides(card("k", "electrician", {"load": "load-A", "is": "dead"}, step("S1", "electrician")))
    start = {"date": "2026-07-15", "time": "02:30"}
    told = {"format": "1", "title": "t", "start": start, "horizon": "1 h", "events": list(events), "information": TOLD}
    case = Case(dossier, "s", Scenario.model_validate(told))
    return Run(case, operators=[PlanOperator()], record=True, flow=NoMemo(PandapowerFlow(dossier.network)))


def test_what_is_withdrawn_does_not_come_and_the_drill_plays_again() -> None:
    run = _led(LOST, {**LOST, "at": "20 min", "on": "feeder-S2"})
    run.advance(MIN)
    for each in (Withdraw("events", 1), Withdraw("information", 0)):
        assert isinstance(run.submit(each), Accepted)
    run.advance(MIN)
    assert run.submit(Withdraw("events", 1)) == Refused("already", {"id": "1"})
    run.advance(60 * MIN)
    journal = run.finish()
    assert [event.data["event"] for event in journal.of("fault_begins")] == [0]
    assert [minutes for minutes, _ in _given(journal)] == [9]
    assert bytes_of(replay(run.case, journal, flow=run.flow)) == bytes_of(journal)


def test_a_condition_of_the_world_is_so_whoever_knows_of_it() -> None:
    run = _led(LOST)
    dark, told = Condition.model_validate({"load": "load-A", "is": "dead"}), Condition(message=("S1",))
    both = Condition(all_=(dark, Condition(not_=told)))
    run.advance(0)
    assert run.is_so(dark) is True
    assert (run.is_so(told), run.is_so(both)) == (False, True)
    assert run.is_so(Condition(step=("S1",))) is False
    run.advance(60 * MIN)
    assert run.is_so(Condition(step=("S1",))) is True


def test_it_changes_nothing_else_and_the_plan_alone_is_told_nothing() -> None:
    alone, led = _played(), _played(Wang())
    assert _given(alone) == []
    of_people = ("information_given", "decision")
    others = [(event.t_ms, event.type, event.data) for event in led.events if event.type not in of_people]
    assert others == [(event.t_ms, event.type, event.data) for event in alone.events]

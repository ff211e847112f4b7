"""A drill step by step is the run it would have been at once, and its injects come when they are due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from drillsim.files import find_scenarios
from drillsim.journal import Journal
from drillsim.network import flow_for
from drillsim.schema import Case, Msel, unmatched
from drillsim.session.drill import Drill, open_drill
from drillsim.simulation import Decision, PlanOperator, Run, replay, simulate
from drillsim.simulation.plan.known import Known
from drillsim.units import MS_PER
from helpers.deciding import bytes_of
from helpers.shipped import DATA_CENTRE, HOSPITAL, ROOT, scenario, shipped
from helpers.thinned import thinned

MIN = MS_PER["min"]
NIGHT = "both-lost-night-autostart-fails"
LATER = "return-and-lost-again"


def case_of(name: str) -> Case:
    return Case(shipped(HOSPITAL), name, scenario(HOSPITAL, name))


def drill_of(name: str, injects: dict[str, Any] | None = None, played: tuple[str, ...] = ()) -> Drill:
    case = case_of(name)
    msel = Msel.model_validate({"format": "1", "scenario": name, "injects": injects}) if injects else None
    return open_drill(case, flow_for(case.dossier.network), played=played, msel=msel)


def every_scenario() -> Iterator[tuple[str, str]]:
    """Every scenario of the hospital and the data centre that applies."""
    for customer in (HOSPITAL, DATA_CENTRE):
        for name in find_scenarios(ROOT / "plans" / customer):
            if not unmatched(Case(shipped(customer), name, scenario(customer, name))):
                yield customer, name


def at_once(name: str) -> Journal:
    case = case_of(name)
    run = Run(case, flow=flow_for(case.dossier.network), record=True)
    run.advance(case.scenario.horizon)
    return run.finish()


def unmarked(journal: Journal) -> list[tuple[Any, ...]]:
    """The events, without the marks that say whether the plan decided from the beginning or for somebody absent."""
    leave_out = ("operator", "turn", "who")
    return [(e.t_ms, e.type, {k: v for k, v in e.data.items() if k not in leave_out}) for e in journal.events]


def told(journal: Journal) -> list[tuple[int, Any]]:
    return [(e.t_ms, e.data["information"]) for e in journal.of("information_given")]


def to_the_end(drill: Drill, step_ms: int = 7 * MIN) -> Journal:
    while not drill.is_over:
        drill.go_to(drill.now + step_ms)
    return drill.run.finish()


@pytest.mark.parametrize("name", [NIGHT, LATER])
@pytest.mark.parametrize("step_ms", [977, 7 * MIN, 24 * 60 * MIN])
def test_stepwise_it_is_the_run_it_would_have_been_at_once(name: str, step_ms: int) -> None:
    if step_ms == 977:
        drill = drill_of(name)
        while drill.now < 20 * MIN:
            drill.go_to(drill.now + step_ms)
        found = unmarked(drill.run.journal())
        assert found == unmarked(at_once(name))[: len(found)]
        return
    journal, whole = to_the_end(drill_of(name), step_ms), at_once(name)
    assert unmarked(journal) == unmarked(whole)


class AsPlanned:
    """Somebody who plays every role, and does what the plan says when it says it."""

    def __init__(self) -> None:
        self._plan = PlanOperator()

    def due(self, known: Known) -> Sequence[Decision]:
        return self._plan.due(known)


@pytest.mark.parametrize(("customer", "name"), thinned(list(every_scenario()), 6))
def test_people_who_do_what_the_plan_says_when_it_says_make_the_same_journal_but_for_the_marks(
    customer: str, name: str
) -> None:
    case = Case(shipped(customer), name, scenario(customer, name))
    flow = flow_for(case.dossier.network)
    drill = open_drill(case, flow, played=tuple(case.dossier.plan.actors), operators=[AsPlanned()])
    marks = ("decision", "information_given")
    found = [(e.t_ms, e.type, e.data) for e in to_the_end(drill, 11 * MIN).events if e.type not in marks]
    alone = simulate(case, flow=flow)
    assert found == [(e.t_ms, e.type, e.data) for e in alone.events if e.type not in marks]


INJECTS = {
    "I1": {"at": "10 min", "tell": "重症问还要多久", "to": "duty-officer"},
    "I2": {"after": {"inject": "I1", "by": "3 min"}, "tell": "家属聚集", "to": "duty-officer"},
    "I3": {"when": {"load": "icu", "is": "dead"}, "tell": "ICU无电", "to": "icu-lead"},
    "I4": {"by_hand": "true", "fault": {"fault": "channel_lost", "on": "phone", "for": "5 min"}},
}


def test_injects_come_at_their_time_on_a_condition_after_another_and_by_hand() -> None:
    drill = drill_of(NIGHT, INJECTS)
    drill.go_to(20 * MIN)
    assert told(drill.run.journal()) == [(10 * MIN, "I1"), (13 * MIN, "I2")]
    drill.give("I4")
    drill.go_to(drill.now)
    lost = next(e for e in drill.run.journal().of("fault_begins") if e.data["fault"] == "channel_lost")
    assert lost.t_ms == 20 * MIN
    drill.go_to(60 * MIN)
    dark = next(e.t_ms for e in drill.run.journal().of("load_lost") if e.data["load"] == "icu")
    assert (dark, "I3") in told(drill.run.journal())
    journal = to_the_end(drill)
    assert bytes_of(replay(drill.case, journal, flow=drill.run.flow)) == bytes_of(journal)


def test_the_scenarios_own_later_events_are_held_shifted_and_skipped() -> None:
    events = case_of(LATER).scenario.events
    later = [(n, e.at) for n, e in enumerate(events) if e.at > 0]
    assert later, "the scenario has something later"
    _, at_ms = later[0]
    drill = drill_of(LATER)
    assert drill.shift(5 * MIN) == tuple(f"event-{n + 1}" for n, _ in later)
    drill.go_to(at_ms + 10 * MIN)
    struck = [e.t_ms for e in drill.run.journal().of("fault_begins") if e.t_ms > 0]
    assert struck[:1] == [at_ms + 5 * MIN]
    skipped = drill_of(LATER)
    for n, _ in later:
        skipped.skip(f"event-{n + 1}")
    to_the_end(skipped)
    assert [e.t_ms for e in skipped.run.journal().of("fault_begins") if e.t_ms > 0] == []


def test_what_an_inject_was_to_bring_about_is_looked_for_and_another_one_comes_where_it_does_not() -> None:
    injects = {
        "I1": {
            "at": "1 min",
            "tell": "请合上412",
            "to": "duty-electrician",
            "expects": {"what": "412合上", "so": {"switch": "412", "is": "closed"}, "within": "2 min", "else": "I2"},
        },
        "I2": {"by_hand": "true", "tell": "总值班催问", "to": "duty-electrician"},
        "I3": {
            "at": "1 min",
            "tell": "看101",
            "to": "duty-electrician",
            "expects": {"what": "101还合着", "so": {"switch": "101", "is": "closed"}, "within": "2 min"},
        },
    }
    drill = drill_of(NIGHT, injects)
    drill.go_to(10 * MIN)
    assert told(drill.run.journal()) == [(1 * MIN, "I1"), (1 * MIN, "I3"), (3 * MIN, "I2")]
    assert (drill.deck.line("I1").fulfilled, drill.deck.line("I3").fulfilled) == (False, True)

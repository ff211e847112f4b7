"""What the bare program of the benchmarks is made of: exactly what the journal says, and it ends when that ends."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

from benchmarks.bare_replay import replay
from benchmarks.bare_script import Script, Seat, Stretch, Timer, script_of
from drillsim.campaign.case import case_of
from drillsim.campaign.runner import Runner, runner_of
from drillsim.campaign.spec import Spec, hours_of
from drillsim.campaign.unit import Unit
from drillsim.journal import Event, Journal
from drillsim.network import flow_for
from drillsim.simulation import simulate
from helpers.small_customer import small_customer


def journal(*events: tuple[int, str, dict[str, Any]]) -> Journal:
    return Journal({}, tuple(Event(seq, t_ms, kind, data) for seq, (t_ms, kind, data) in enumerate(events)))


TWO_AT_A_STEP = journal(
    (0, "fault_begins", {"fault": "source_lost", "targets": ["f"], "event": 0}),
    (500, "load_dropped", {"load": "x", "cause": "contactor", "residual_pu": 0.0}),
    (1_000, "step_assigned", {"step": "S1", "by": ["li", "wang"]}),
    (1_000, "wait_begins", {"step": "S1", "reason": "travel", "on": ["li"], "person": "li"}),
    (1_000, "travel_begins", {"person": "li", "from": "a", "to": "b", "step": "S1"}),
    (4_000, "arrived", {"person": "li", "place": "b"}),
    (4_000, "wait_ends", {"step": "S1", "reason": "travel"}),
    (4_000, "step_begins", {"step": "S1", "by": ["li", "wang"]}),
    (9_000, "message_sent", {"step": "S1", "person": "li", "to": "zhao", "channel": "phone"}),
    (12_000, "message_received", {"step": "S1", "person": "zhao", "facts": []}),
    (12_000, "step_ends", {"step": "S1", "card": "C", "state": "done", "why": "", "by": ["li", "wang"]}),
    (12_000, "travel_begins", {"person": "li", "from": "b", "to": "a", "step": ""}),
    (15_000, "arrived", {"person": "li", "place": "a"}),
    (20_000, "start_attempt", {"source": "g", "attempt": 1, "of": 3}),
    (26_000, "start_attempt", {"source": "g", "attempt": 2, "of": 3}),
    (26_000, "start_attempt", {"source": "h", "attempt": 2, "of": 3}),
    (60_000, "run_ended", {"status": "completed"}),
)


def test_a_step_for_two_is_two_requests_each_cut_where_the_journal_says_something_of_it() -> None:
    li, wang = script_of(TWO_AT_A_STEP).seats
    assert li == Seat("li", 1_000, (Stretch("travel", 3_000), Stretch("work", 5_000), Stretch("talk", 3_000)))
    assert wang == Seat("wang", 1_000, (Stretch("wait", 3_000), Stretch("work", 8_000)))


def test_every_timer_of_the_plant_and_every_way_home_is_counted_once() -> None:
    timers = script_of(TWO_AT_A_STEP).timers
    assert set(timers) == {
        Timer("trip", (12_000, 15_000)),
        Timer("load_dropped", (500,)),
        Timer("start_attempt", (20_000, 26_000)),
        Timer("start_attempt", (26_000,)),
    }


def test_the_counts_are_those_of_the_seats_and_timers() -> None:
    counts = script_of(TWO_AT_A_STEP).counts()
    assert counts == Counter(
        requests=2, begin=2, travel=1, wait=1, work=2, talk=1, trip=2, load_dropped=1, start_attempt=3
    )
    assert script_of(TWO_AT_A_STEP).timeouts == 13


def test_the_bare_program_ends_with_the_last_of_it() -> None:
    assert replay(script_of(TWO_AT_A_STEP)) == 26_000


def test_a_step_not_over_is_held_to_the_end_of_the_run() -> None:
    found = script_of(journal((5, "step_assigned", {"step": "S1", "by": ["li"]}), (60_000, "run_ended", {})))
    assert found.seats == (Seat("li", 5, (Stretch("other", 59_995),)),)
    assert replay(found) == 60_000


def test_one_person_wanted_twice_at_once_is_served_in_turn() -> None:
    seats = (Seat("li", 0, (Stretch("work", 10),)), Seat("li", 0, (Stretch("work", 10),)))
    assert replay(Script(0, seats, ())) == 20


@cache
def runner() -> Runner:
    dossier = small_customer()
    return runner_of(dossier, {}, Spec(hours=hours_of(dossier, ("day",))), flow_for(dossier.network))


def run_of(*ids: str) -> Journal:
    of = runner()
    members = tuple(place for place, each in enumerate(of.failures) if each.id in ids)
    case = case_of(of, Unit(0, of.spec.hours[0], members))
    assert case is not None
    return simulate(case, flow=of.flow)


def test_a_run_has_a_request_for_each_person_of_each_step_somebody_was_assigned_to() -> None:
    found = run_of("feeder-east:source_lost", "feeder-west:source_lost")
    script = script_of(found)
    assert script.counts()["requests"] == sum(len(event.data["by"]) for event in found.of("step_assigned")) > 3
    assert script.counts()["work"] > 0


def test_a_runs_bare_program_ends_when_what_the_journal_says_of_it_ends() -> None:
    for ids in (["feeder-east:source_lost"], ["feeder-east:source_lost", "feeder-west:source_lost"]):
        script = script_of(run_of(*ids))
        assert replay(script) == script.end_ms

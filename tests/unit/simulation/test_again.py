"""A card that may be triggered again: when it is, under which names, with which luck."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.journal import Journal
from drillsim.units import MS_PER
from helpers.cards import LIGHTS, LOST, card, rows, step, tell, two_sides
from helpers.grids import grid
from helpers.play import dossier, play

MIN = MS_PER["min"]
DARK, LIT = {"load": "load-A", "is": "dead"}, {"load": "load-A", "is": "live"}
TWICE = [{**LOST, "for": "20 min"}, {**LOST, "at": "60 min", "for": "20 min"}]
ONCE = [{**LOST, "for": "20 min"}]


def _play(*steps: dict[str, Any], events: list[dict[str, Any]] = TWICE, **of_card: Any) -> Journal:
    return play(two_sides(card("k", "electrician", DARK, *steps, **of_card)), events, "3 h")


def _passes(journal: Journal) -> list[tuple[int, float]]:
    return [(event.data.get("number", 1), event.t_ms / MIN) for event in journal.of("card_triggered")]


def _states(journal: Journal) -> dict[str, tuple[str, float | None]]:
    return {n: (r.state, None if r.finished_ms is None else r.finished_ms / MIN) for n, r in rows(journal).items()}


def test_a_card_is_triggered_once_unless_it_says_again() -> None:
    assert _passes(_play(step("S1", "electrician"))) == [(1, 0)]
    assert _passes(_play(step("S1", "electrician"), again=True)) == [(1, 0), (2, 60)]


def test_the_steps_of_a_second_pass_begin_anew_under_names_with_the_number() -> None:
    journal = _play(step("S1", "electrician"), step("S2", "electrician", after=["S1"]), again=True)
    assert _states(journal) == {"S1": ("done", 1), "S2": ("done", 2), "S1#2": ("done", 61), "S2#2": ("done", 62)}


def test_a_card_that_is_over_while_its_trigger_is_met_waits_until_that_has_gone_and_come_again() -> None:
    """Its only step is done after a minute, the load is dark for twenty: it does not start over meanwhile."""
    journal = _play(step("S1", "electrician"), events=[{**LOST, "for": "150 min"}], again=True)
    assert _passes(journal) == [(1, 0)]


def test_what_went_and_came_again_before_its_end_does_not_start_it_again() -> None:
    long = step("S1", "electrician", takes="70 min")
    assert _passes(_play(long, again=True)) == [(1, 0)]


def test_it_ends_by_its_own_condition_each_time() -> None:
    never = step("S1", "electrician", requires=[{"switch": "S1-A", "is": "open"}])
    journal = _play(never, again=True, ends=LIT)
    assert [(e.data.get("number", 1), e.t_ms / MIN) for e in journal.of("card_over")] == [(1, 20), (2, 80)]
    assert _states(journal) == {"S1": ("dropped", 20), "S1#2": ("dropped", 80)}


def test_a_failed_step_of_the_second_pass_is_answered_by_the_branch_of_that_pass() -> None:
    late = step("S1", "electrician", requires=[LIT], wait_at_most="5 min", on_failure={"steps": ["S9"], "then": "stop"})
    journal = _play(late, step("S9", "electrician"), again=True)
    assert _states(journal) == {
        "S1": ("timed_out", 5), "S9": ("done", 6), "S1#2": ("timed_out", 65), "S9#2": ("done", 66),
    }  # fmt: skip


def test_what_was_told_in_the_first_pass_is_told_anew_in_the_second() -> None:
    report = step("S1", "electrician", "report", tells=[tell("dispatcher")])
    answer = step("S2", "dispatcher", after=["S1"])
    states = _states(_play(report, answer, again=True))
    assert states["S2"][1] is not None
    assert states["S2#2"] == ("done", 60 + states["S2"][1])


def test_a_message_that_comes_again_starts_the_card_again_and_an_old_one_does_not() -> None:
    report = card("k", "electrician", DARK, step("S1", "electrician", "report", tells=[tell("dispatcher")]), again=True)
    answers = card("a", "dispatcher", {"message": "S1", "from": "electrician"}, step("S2", "dispatcher"), again=True)
    journal = play(two_sides(report, answers), TWICE, "3 h")
    began = [(e.data["card"], e.data.get("number", 1)) for e in journal.of("card_triggered")]
    assert began == [("k", 1), ("a", 1), ("k", 2), ("a", 2)]


def test_a_step_of_another_card_means_its_latest_pass() -> None:
    first = card("k", "electrician", DARK, step("S1", "electrician"), again=True)
    second = card("n", "electrician", {"step": "S1", "is": "done"}, step("S2", "electrician"), again=True)
    journal = play(two_sides(first, second), TWICE, "3 h")
    assert _states(journal) == {"S1": ("done", 1), "S2": ("done", 2), "S1#2": ("done", 61), "S2#2": ("done", 62)}


def test_instances_for_many_carry_the_number_and_their_item() -> None:
    each = step("S1", "electrician", for_each={"places": ["hv", "room"]})
    states = _states(_play(each, step("S2", "electrician", after=["S1"]), again=True))
    assert list(states) == ["S1[hv]", "S1[room]", "S2", "S1#2[hv]", "S1#2[room]", "S2#2"]
    assert {state for state, _ in states.values()} == {"done"}


DRAWN = {"median": "90 s", "p90": "4 min"}


def test_a_card_triggered_once_makes_the_same_journal_with_the_key_and_without() -> None:
    steps = (step("S1", "electrician", takes=DRAWN), step("S2", "electrician", takes=DRAWN, after=["S1"]))
    without, with_key = (_play(*steps, events=ONCE, again=again) for again in (False, True))
    assert with_key.events == without.events


def test_the_first_pass_has_the_luck_it_always_had_and_the_second_its_own() -> None:
    steps = (step("S1", "electrician", takes=DRAWN),)
    once, twice = _states(_play(*steps, events=ONCE)), _states(_play(*steps, again=True))
    assert twice["S1"] == once["S1"]
    assert twice["S1#2"][1] is not None and twice["S1"][1] is not None
    assert twice["S1#2"][1] - 60 != pytest.approx(twice["S1"][1])
    assert _play(*steps, again=True).events == _play(*steps, again=True).events


def test_each_pass_asks_for_its_own_permit() -> None:
    """The first pass's is for a task that is over."""
    permit = {"covers": ["S1-A"], "from": "dispatcher", "decides_in": "3 min", "channel": "phone"}
    asks = card("k", "electrician", DARK, step("S1", "electrician", "request", target="P1"), again=True)
    plant = grid("S1 A cb", loads={"A": 0.1})
    of = dossier(plant, site={"observations": LIGHTS}, cards=[asks], permits={"P1": permit})
    given = [(event.data["permit"], event.t_ms / MIN) for event in play(of, TWICE, "3 h").of("permit_given")]
    assert given == [("P1", 4), ("P1", 64)]

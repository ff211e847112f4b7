"""`wait_at_most` ends every wait, and a card that is over takes the waits of its steps with it."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.journal import Journal
from drillsim.units import MS_PER
from helpers.cards import LIGHTS, LOST, card, rows, step, tell, two_sides, waits
from helpers.grids import grid
from helpers.play import ACTORS, PEOPLE, dossier, play, told

MIN = MS_PER["min"]
DARK, LIT = {"load": "load-A", "is": "dead"}, {"load": "load-A", "is": "live"}
BRANCH = {"on_failure": {"steps": ["S9"], "then": "stop"}}
AFTER_FAILURE = step("S9", "electrician")


def _play(*steps: dict[str, Any], site: dict[str, Any] | None = None, **of_card: Any) -> Journal:
    events = [{**LOST, "for": "40 min"}, {"at": "0 s", "fault": "channel_lost", "on": "phone"}]
    return play(two_sides(card("k", "electrician", DARK, *steps, **of_card), **(site or {})), events, "2 h")


def _undecidable(**more: Any) -> dict[str, Any]:
    return step("S1", "electrician", "decide", options=[{"name": "back", "when": LIT, "steps": []}], **more)


def _states(journal: Journal) -> dict[str, tuple[str, str, float | None]]:
    return {
        name: (row.state, row.why, None if row.finished_ms is None else row.finished_ms / MIN)
        for name, row in rows(journal).items()
    }


def test_a_decision_that_finds_no_way_times_out_and_its_branch_answers() -> None:
    journal = _play(_undecidable(wait_at_most="5 min", **BRANCH), AFTER_FAILURE)
    assert waits(rows(journal)["S1"]) == [("not_known", ("load-A",), 5 * MIN)]
    assert _states(journal) == {"S1": ("timed_out", "waited_too_long", 6), "S9": ("done", "unchecked", 7)}


def test_the_person_is_free_for_other_work_once_his_wait_has_ended() -> None:
    other = step("S2", "electrician")
    assert _states(_play(_undecidable(wait_at_most="5 min"), other))["S2"] == ("done", "unchecked", 7)


def test_a_wait_at_an_interlock_ends() -> None:
    site = {
        "devices": {"S1-A": {"place": "room"}},
        "earths": {"E": {"at": "A", "place": "room", "interlocked_with": ["S1-A"]}},
        "modes": {"normal": {"open": ["S1-A"], "earthed": ["E"]}},
    }
    close = step("S1", "electrician", "close", target="S1-A", wait_at_most="5 min", **BRANCH)
    dark_at_start = card("k", "electrician", {"bus": "S1", "is": "dead"}, close, AFTER_FAILURE)
    lamp = {"observations": {"lamp": {"sees": [{"bus": "S1"}], "shown_at": "room"}}}
    journal = play(two_sides(dark_at_start, **site, **lamp), [LOST], "2 h")
    assert waits(rows(journal)["S1"]) == [("interlock", ("E", "S1-A"), 5 * MIN)]
    assert (_states(journal)["S1"][0], _states(journal)["S9"][0]) == ("timed_out", "done")


def test_looking_ends_where_nothing_is_to_be_seen() -> None:
    looks = step("S1", "electrician", requires=[LIT], if_unknown="look", wait_at_most="4 min", place="room", **BRANCH)
    assert _states(_play(looks, AFTER_FAILURE))["S1"] == ("timed_out", "waited_too_long", 4)


def test_a_place_that_nobody_may_enter_is_given_up() -> None:
    site = {"places": {"room": {}, "dispatch": {}, "hv": {"zone": "z"}, "home": {}}, "zones": {"z": {}}}
    barred = {"at": "0 s", "fault": "zone_no_access", "on": "z"}
    goes = card("k", "electrician", DARK, step("S1", "electrician", place="hv", wait_at_most="10 min"))
    journal = play(two_sides(goes, **site), [LOST, barred], "2 h")
    row = rows(journal)["S1"]
    no_access = next(wait for wait in row.waits if wait.reason == "no_access")
    assert (row.state, no_access.span.ms) == ("timed_out", 10 * MIN)


def test_phoning_somebody_who_never_answers_ends_too() -> None:
    silent = tell("dispatcher", no_answer={"after": "2 min", "then": "again"})
    journal = _play(step("S1", "electrician", "report", tells=[silent], wait_at_most="5 min"))
    state, why, minute = _states(journal)["S1"]
    assert (state, why) == ("timed_out", "waited_too_long")
    assert minute == 1 + 3 * 2  # the third silence lasts beyond five minutes of trying


def test_a_step_that_nobody_could_do_times_out_and_its_branch_answers_all_the_same() -> None:
    """The second electrician is at home and does not come: who leads the card goes on without him."""
    people = {**PEOPLE, "li": {"name": "Li", "side": "customer"}}
    actors = {**ACTORS, "second": {"side": "customer", "held_by": ["li"]}}
    alone = card("k", "electrician", DARK, step("S1", "second", wait_at_most="5 min", **BRANCH), AFTER_FAILURE)
    of = dossier(
        grid("S1 A cb", loads={"A": 0.1}), site={"observations": LIGHTS}, cards=[alone], people=people, actors=actors
    )
    assert _states(play(of, [LOST], "2 h")) == {
        "S1": ("timed_out", "waited_too_long", 5),
        "S9": ("done", "unchecked", 6),
    }


def test_the_result_of_a_step_is_waited_for_no_longer_than_it_may_wait() -> None:
    check = {"success_check": {**LIT, "by": "remote", "within": "10 min"}}
    unseen = step("S1", "electrician", wait_at_most="5 min", place="hv", **check, **BRANCH)
    assert _states(_play(unseen, AFTER_FAILURE))["S1"] == ("timed_out", "waited_too_long", 11)


def test_work_and_travel_are_never_cut() -> None:
    long = step("S1", "electrician", takes="30 min", wait_at_most="5 min")
    assert _states(_play(long))["S1"] == ("done", "unchecked", 30)


@pytest.mark.parametrize("at_most", ["5 min", None])
def test_a_card_that_ends_takes_its_decision_with_it(at_most: str | None) -> None:
    ends = {"ends": {"message": "S4"}}
    limit = {"wait_at_most": "90 min"} if at_most is None else {}
    actors = (_undecidable(**limit), step("S3", "dispatcher", takes="3 min"))
    tells = step("S0", "electrician", "report", tells=[tell("dispatcher")])
    events = [LOST]
    order = step("S4", "dispatcher", "report", after=["S3"], tells=[tell("electrician")])
    journal = play(two_sides(card("k", "electrician", DARK, tells, *actors, order, **ends)), events, "2 h")
    assert rows(journal)["S1"].state == "dropped"
    assert [t for t, *_ in told(journal, "card_over")] == [rows(journal)["S1"].finished_ms]

"""Decisions, waiting for somebody's word, asking, handing over by word."""

from __future__ import annotations

from typing import Any

from drillsim.journal import Journal
from drillsim.units import MS_PER
from helpers.cards import LOST, card, rows, step, tell, two_sides, waits
from helpers.play import play, told

MIN = MS_PER["min"]
DARK = {"load": "load-A", "is": "dead"}


def _play(*steps: dict[str, Any], events: tuple[dict[str, Any], ...] = (LOST,), **site: Any) -> Journal:
    return play(two_sides(card("k", "electrician", DARK, *steps), **site), list(events), "2 h")


def _decide(*options: dict[str, Any]) -> dict[str, Any]:
    return step("S1", "electrician", "decide", options=list(options))


def test_the_first_option_known_to_hold_is_taken_and_the_others_steps_are_skipped() -> None:
    live = {"name": "stay", "when": {"load": "load-A", "is": "live"}, "steps": ["S2"]}
    dark = {"name": "go", "when": DARK, "steps": ["S3"]}
    later = step("S4", "electrician", after=["S2", "S3"])
    journal = _play(_decide(live, dark), step("S2", "electrician"), step("S3", "electrician"), later)
    assert told(journal, "option_chosen") == [(1 * MIN, "option_chosen", "S1", "go", "wang")]
    states = {name: (row.state, row.why) for name, row in rows(journal).items()}
    assert states["S2"] == ("skipped", "not_chosen")
    assert (states["S3"][0], states["S4"][0]) == ("done", "done")
    assert rows(journal)["S3"].started_ms == 1 * MIN


def test_a_decision_waits_while_no_option_is_known_to_hold() -> None:
    back = {"name": "back", "when": {"load": "load-A", "is": "live"}, "steps": ["S2"]}
    journal = _play(_decide(back), step("S2", "electrician"), events=({**LOST, "for": "10 min"},))
    assert waits(rows(journal)["S1"]) == [("not_known", ("load-A",), 9 * MIN)]
    assert rows(journal)["S2"].started_ms == 10 * MIN


def test_a_wait_is_over_when_the_word_has_come_and_nobody_stands_idle() -> None:
    steps = (
        step("S1", "electrician", "wait", takes="0 s", until={"message": "U1", "from": "dispatcher"}),
        step("S2", "electrician"),
        step("S3", "electrician", after=["S1"]),
        step("U1", "dispatcher", "report", takes="10 min", tells=[tell("electrician")]),
        step("S4", "electrician", "report", tells=[tell("dispatcher", takes="0 s")]),
    )
    found = rows(_play(*steps))
    assert waits(found["S1"])[0][:2] == ("not_known", ("U1",))
    assert found["S2"].finished_ms == 1 * MIN  # meanwhile he does something else
    assert found["S1"].finished_ms == found["S3"].started_ms == 12 * MIN


def test_asking_brings_what_the_other_knows() -> None:
    asks = step("S1", "dispatcher", "ask", tells=[tell("electrician", facts=["load-A"])])
    first = step("S0", "electrician", "report", tells=[tell("dispatcher")])
    then = step("S2", "dispatcher", requires=[DARK], after=["S1"])
    journal = _play(first, asks, then)
    assert rows(journal)["S2"].finished_ms == 3 * MIN
    learned = [data for *_, data in ((e.t_ms, e.data) for e in journal.of("learned")) if data["how"] == "asking"]
    assert [(data["people"], data["facts"]) for data in learned] == [(["lin"], [["load", "load-A", "dead"]])]


def test_who_hands_over_tells_all_he_knows() -> None:
    over = step("S1", "electrician", "hand_over", tells=[tell("dispatcher")])
    journal = _play(over)
    facts = [fact for e in journal.of("learned") if e.data["people"] == ["lin"] for fact in e.data["facts"]]
    assert ["load", "load-A", "dead"] in facts


def test_reading_back_takes_half_as_long_again() -> None:
    steps = (
        step("S1", "electrician", "report", takes="2 min", tells=[tell("dispatcher", read_back="true")]),
        step("S2", "electrician", tells=[tell("dispatcher", takes="1 min", read_back="true")], after=["S1"]),
    )
    found = rows(_play(*steps))
    assert found["S1"].finished_ms == 3 * MIN
    assert found["S2"].finished_ms == 3 * MIN + 1 * MIN + 90_000


def _shut(name: str = "S2", **more: Any) -> dict[str, Any]:
    done = {"load": "load-A", "is": "dead", "within": "1 min"}
    return step(name, "electrician", "open", target="S1-A", success_check=done, **more)


def test_a_step_that_is_done_already_is_done_at_once_and_still_tells() -> None:
    told_of = step("U1", "dispatcher", after=["S2"])
    own = step("S3", "electrician", after=["S2"])
    found = rows(_play(_shut(tells=[tell("dispatcher", facts=["load-A"])]), told_of, own))
    assert (found["S2"].state, found["S2"].why, found["S2"].finished_ms) == ("done", "already", 0)
    assert found["U1"].started_ms == 30_000  # the call
    assert found["S3"].started_ms == 30_000  # nobody does two things at once


def test_who_is_busy_when_a_step_is_done_already_phones_before_he_does_anything_else() -> None:
    first = step("S1", "electrician", takes="5 min")
    later = _shut(requires=[{"load": "load-A", "is": "dead", "for": "2 min"}], tells=[tell("dispatcher")])
    found = rows(_play(first, later, step("S3", "electrician"), step("U1", "dispatcher", after=["S2"])))
    assert (found["S2"].why, found["S2"].finished_ms) == ("already", 2 * MIN)
    assert found["U1"].started_ms == found["S3"].started_ms == 5 * MIN + 30_000

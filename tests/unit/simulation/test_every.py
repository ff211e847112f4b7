"""A step that is repeated: when each time comes, when it stops, and what the others take it for."""

from __future__ import annotations

from typing import Any

from drillsim.journal import Journal
from drillsim.units import MS_PER
from helpers.cards import LOST, card, rows, step, tell, two_sides
from helpers.play import play

MIN = MS_PER["min"]
DARK, LIT = {"load": "load-A", "is": "dead"}, {"load": "load-A", "is": "live"}
DRAWN = {"median": "90 s", "p90": "4 min"}


def _play(*steps: dict[str, Any], dark: str = "100 min", **of_card: Any) -> Journal:
    return play(two_sides(card("k", "electrician", DARK, *steps, **of_card)), [{**LOST, "for": dark}], "3 h")


def _reads(**more: Any) -> dict[str, Any]:
    return step("S1", "electrician", **{"every": "30 min", "until": LIT, **more})


def _ready(journal: Journal, name: str = "S1") -> dict[str, float]:
    found = {event.data["step"]: event.t_ms / MIN for event in journal.of("step_ready")}
    return {each: minute for each, minute in found.items() if each.partition("#")[0] == name}


def _ends(journal: Journal) -> dict[str, tuple[str, str, float]]:
    return {e.data["step"]: (e.data["state"], e.data["why"], e.t_ms / MIN) for e in journal.of("step_ends")}


def test_it_comes_up_every_period_until_its_doer_knows_that_it_is_enough() -> None:
    journal = _play(_reads())
    assert _ready(journal) == {"S1": 0, "S1#2": 30, "S1#3": 60, "S1#4": 90}
    assert _ends(journal)["S1#5"] == ("skipped", "until", 100)
    assert [e.t_ms / MIN for e in journal.of("card_over")] == [100]


def test_one_that_lasts_longer_than_the_period_is_followed_at_once() -> None:
    assert _ready(_play(_reads(takes="40 min"))) == {"S1": 0, "S1#2": 40, "S1#3": 80}


def test_without_until_it_goes_on_to_the_end_of_its_card() -> None:
    journal = _play(step("S1", "electrician", every="30 min"), ends=LIT)
    assert _ready(journal) == {"S1": 0, "S1#2": 30, "S1#3": 60, "S1#4": 90}
    assert "S1#5" not in _ends(journal)
    assert [e.t_ms / MIN for e in journal.of("card_over")] == [100]


def test_without_until_and_end_it_goes_on_to_the_end_of_the_run() -> None:
    assert list(_ready(_play(step("S1", "electrician", every="60 min")))) == ["S1", "S1#2", "S1#3", "S1#4"]


def test_what_comes_after_it_comes_after_the_first_time() -> None:
    journal = _play(_reads(), step("S2", "electrician", after=["S1"]))
    assert _ends(journal)["S2"] == ("done", "unchecked", 2)


def test_every_time_tells() -> None:
    journal = _play(_reads(do="report", tells=[tell("dispatcher")]))
    heard = [event.data["step"] for event in journal.of("message_received")]
    assert heard == ["S1", "S1#2", "S1#3", "S1#4"]


def test_it_is_enough_only_for_one_who_knows_so() -> None:
    """The light in the room comes back; the dispatcher, who does the step, never hears of it."""
    journal = _play(step("S1", "dispatcher", every="30 min", until=LIT, after=["S0"]),
                    step("S0", "electrician", "report", tells=[tell("dispatcher")]))  # fmt: skip
    assert len(_ready(journal)) == 6
    assert not any(why == "until" for _, why, _ in _ends(journal).values())


def test_each_time_waits_as_long_as_it_may_from_its_own_coming() -> None:
    open_ = [{"switch": "S1-A", "is": "open"}]
    journal = _play(_reads(requires=open_, wait_at_most="5 min"))
    assert [end[:] for end in _ends(journal).values()][:3] == [
        ("timed_out", "waited_too_long", 5), ("timed_out", "waited_too_long", 40), ("timed_out", "waited_too_long", 75),
    ]  # fmt: skip


def test_each_time_that_fails_is_answered_by_its_branch() -> None:
    failing = _reads(requires=[{"switch": "S1-A", "is": "open"}], wait_at_most="5 min")
    branch = {"on_failure": {"steps": ["S9"], "then": "continue"}}
    ends = _ends(_play({**failing, **branch}, step("S9", "electrician")))
    assert [(name, minute) for name, (state, _, minute) in ends.items() if state == "done"] == [
        ("S9", 6), ("S9#2", 41), ("S9#3", 76),
    ]  # fmt: skip


def test_a_branch_that_is_repeated_itself_and_answers_the_next_failure_meanwhile_does_both() -> None:
    """Two times of one step are open at once: the one that rests till its period is over, and the one due now."""
    failing = _reads(requires=[{"switch": "S1-A", "is": "open"}], wait_at_most="5 min")
    branch = {"on_failure": {"steps": ["S9"], "then": "continue"}}
    ready = _ready(_play({**failing, **branch}, step("S9", "electrician", every="45 min", until=LIT)), "S9")
    assert list(ready.values()) == sorted(ready.values())
    assert {5, 40, 50, 75} <= set(ready.values())
    assert len(set(ready.values())) == len(ready)


def test_a_failure_after_which_nothing_goes_on_ends_it() -> None:
    failing = _reads(requires=[{"switch": "S1-A", "is": "open"}], wait_at_most="5 min")
    ends = _ends(_play({**failing, "on_failure": {"steps": ["S9"], "then": "stop"}}, step("S9", "electrician")))
    assert list(ends) == ["S1", "S9"]


def test_a_reading_is_taken_anew_though_the_last_one_is_still_known() -> None:
    """The light can be seen all the time: a step that checks it is done each time, not "already"."""
    journal = _play(_reads(success_check={"load": "load-A", "is": "dead", "by": "local"}))
    assert [why for _, why, _ in _ends(journal).values()] == ["already", "checked", "checked", "checked", "until"]


def test_each_item_of_a_list_is_repeated_by_itself() -> None:
    each = {"for_each": {"places": ["hv", "room"]}}
    journal = _play(_reads(**each, takes="5 min"), dark="50 min")
    ready = {event.data["step"]: event.t_ms / MIN for event in journal.of("step_ready")}
    assert ready == {"S1[hv]": 0, "S1[room]": 0, "S1#2[hv]": 30, "S1#2[room]": 30}


def test_a_person_who_is_busy_when_it_comes_up_does_it_when_he_is_free() -> None:
    other = step("S2", "electrician", after=["S1"], takes="50 min")
    journal = _play(_reads(), other)
    assert _ends(journal)["S1#2"] == ("done", "unchecked", 52)
    assert _ready(journal)["S1#3"] == 60


def test_the_first_time_has_the_luck_of_a_step_that_is_not_repeated() -> None:
    once, often = _play(step("S1", "electrician", takes=DRAWN)), _play(_reads(takes=DRAWN))
    assert _ends(once)["S1"] == _ends(often)["S1"]
    first, second = (_ends(often)[name][2] - _ready(often)[name] for name in ("S1", "S1#2"))
    assert first != second
    assert often.events == _play(_reads(takes=DRAWN)).events


def test_a_card_triggered_again_repeats_its_step_under_the_next_numbers() -> None:
    twice = [{**LOST, "for": "40 min"}, {**LOST, "at": "100 min", "for": "40 min"}]
    journal = play(two_sides(card("k", "electrician", DARK, _reads(), again=True)), twice, "3 h")
    assert _ready(journal) == {"S1": 0, "S1#2": 30, "S1#4": 100, "S1#5": 130}
    assert rows(journal)["S1#3"].state == "skipped"

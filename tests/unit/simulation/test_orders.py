"""Written switching orders: who writes, who checks, and when none is waited for."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.journal import Journal
from drillsim.units import MS_PER
from helpers.cards import card, rows, step, waits
from helpers.play import ALL_DAY, PEOPLE, dossier, play, told
from helpers.substations import ALARM, LOSS, network

MIN = MS_PER["min"]
TWO = {**PEOPLE, "chen": {"name": "Chen", "side": "customer", "shifts": ALL_DAY}}
ROLES = {
    "electrician": {"side": "customer", "held_by": ["wang"]},
    "second": {"side": "customer", "held_by": ["chen"]},
    "dispatcher": {"side": "utility", "held_by": ["lin"]},
}
ORDER = {
    "title": "t", "binds": ["R1", "R2"], "written_by": "electrician", "checked_by": "second", "takes": "20 min",
    "check_takes": "5 min",
}  # fmt: skip
SITE = {"observations": {"lamp": {"sees": [{"load": "load-Z"}], "shown_at": "room"}}}


def _run(
    *steps: dict[str, Any],
    order: dict[str, Any] | None = None,
    rules: dict[str, Any] | None = None,
    restoring: bool = True,
    **more: Any,
) -> Journal:
    written = card("back", "electrician", ALARM, *steps)
    plan = {"orders": {"O1": {**ORDER, **(order or {})}}, "order_rules": rules or {}, **more}
    plan |= {"restoration": written} if restoring else {"cards": [written]}
    of = dossier(network(2), site=SITE, people=TWO, actors=ROLES, plan=plan)
    return play(of, [LOSS], "2 h")


def _open_close(**more: Any) -> tuple[dict[str, Any], ...]:
    return (step("R1", "electrician", "close", target="S1-A", **more),
            step("R2", "electrician", "close", target="S1-B", after=["R1"], **more))  # fmt: skip


def test_an_order_is_written_by_one_and_checked_by_another_before_any_of_its_steps() -> None:
    journal = _run(*_open_close())
    assert told(journal, "order_begun", "order_ready") == [
        (0, "order_begun", "O1", "R1", "wang"),
        (25 * MIN, "order_ready", "O1", "wang", "chen"),
    ]
    assert waits(rows(journal)["R1"])[0] == ("order", ("O1",), 25 * MIN)
    assert rows(journal)["R2"].finished_ms == 27 * MIN


def test_whoever_writes_does_nothing_else_meanwhile() -> None:
    journal = _run(*_open_close(), step("R3", "electrician"))
    assert rows(journal)["R3"].started_ms == 20 * MIN


def test_without_a_second_person_to_check_the_order_never_comes() -> None:
    journal = _run(*_open_close(), order={"checked_by": "electrician"})
    assert rows(journal)["R1"].state == "waiting"
    assert [wait[0] for wait in waits(rows(journal)["R1"])] == ["order"]


def test_an_order_that_lies_ready_takes_no_time() -> None:
    journal = _run(*_open_close(), order={"prepared": "true"})
    assert rows(journal)["R2"].finished_ms == 2 * MIN
    assert told(journal, "order_ready") == [(0, "order_ready", "O1", "")]


def test_accident_handling_waits_for_no_order_and_says_so() -> None:
    journal = _run(*_open_close(), restoring=False)
    assert rows(journal)["R2"].finished_ms == 2 * MIN
    assert told(journal, "order_waived")[0] == (0, "order_waived", "O1", "R1", "accident")


def test_the_rule_can_be_turned_off() -> None:
    journal = _run(*_open_close(), restoring=False, rules={"accident_needs_no_order": "false"})
    assert rows(journal)["R2"].finished_ms == 27 * MIN


@pytest.mark.parametrize(("rules", "end_ms"), [({}, 1 * MIN), ({"single_breaker_needs_no_order": "false"}, 26 * MIN)])
def test_one_single_breaker_goes_without(rules: dict[str, Any], end_ms: int) -> None:
    single = step("R1", "electrician", "close", target="S1-A")
    journal = _run(single, order={"binds": ["R1"]}, rules=rules)
    assert rows(journal)["R1"].finished_ms == end_ms


def test_danger_to_life_waits_for_no_order() -> None:
    journal = _run(*_open_close(danger_to_life="true"))
    assert [event[-1] for event in told(journal, "order_waived")] == ["danger_to_life", "danger_to_life"]


def test_a_request_has_the_order_written_ahead() -> None:
    ahead = step("R0", "electrician", "request", target="O1")
    first = step("R9", "second", takes="40 min")
    journal = _run(ahead, first, step("R1", "electrician", "close", target="S1-A", after=["R9"]), order={
        "binds": ["R1"], "check_takes": None}, rules={"single_breaker_needs_no_order": "false"})  # fmt: skip
    ready = told(journal, "order_begun", "order_ready")
    assert [(t, kind) for t, kind, *_ in ready] == [(1 * MIN, "order_begun"), (40 * MIN, "order_ready")]

"""A change that goes on after a failed test is rejected, however much it gains."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.revision.compare import worse
from drillsim.revision.kept import Pair
from drillsim.revision.measure import Measured, measured
from drillsim.revision.passed_over import PassedOver, passed_over
from drillsim.schema.compiled import Compiled
from helpers.played import EAST, Script, play
from helpers.small_customer import Change

TEST: dict[str, Any] = {
    "id": "T1", "clause": "9.1-5", "text": "检查一路电源进线有电", "do": "check", "by": "electrician", "takes": "1 min",
    "success_check": {"source": "feeder-east", "is": "live"},
}  # fmt: skip
NEXT: dict[str, Any] = {
    "id": "T2", "clause": "9.1-6", "text": "手动启动1号柴油发电机", "do": "start", "target": "genset-1",
    "by": "electrician", "takes": "1 min", "after": ["T1"],
}  # fmt: skip
LAST: dict[str, Any] = {
    "id": "T3", "clause": "9.1-7", "text": "报告送电", "do": "report", "by": "electrician", "takes": "1 min",
    "after": ["T2"], "tells": [{"to": "dispatcher", "channel": "phone"}],
}  # fmt: skip


def run(test: dict[str, Any] = TEST, then: dict[str, Any] = NEXT) -> tuple[Compiled, Measured]:
    """The night on which the feeder stays away, with a test of it before the set is started."""
    steps: list[Change] = [("plan/cards/0/steps/+", each) for each in (test, then, LAST)]
    found = play(Script((EAST,), tuple(steps)))
    return found.case.dossier, measured(found.case, found.journal)


def test_the_test_fails_and_nothing_follows() -> None:
    _, before = run()
    assert before.done.rows["T1"].state == "failed"
    assert before.done.rows["T2"].state != "done"


@pytest.mark.parametrize("change", ["no predecessor", "goes on"])
def test_going_on_after_a_failed_test_is_seen(change: str) -> None:
    was, before = run()
    bare = {key: value for key, value in NEXT.items() if key != "after"}
    on = {**TEST, "on_failure": {"then": "continue"}}
    now, after = run(then=bare) if change == "no predecessor" else run(test=on)
    found = list(passed_over(Pair(before.done, after.done, was, now)))
    assert found[0] == PassedOver("T2", "T1")
    assert PassedOver("T3", "T1") in found
    told = worse(before, after, was, now)
    assert told is not None


def test_a_plan_that_goes_on_may_do_so_still() -> None:
    on = {**TEST, "on_failure": {"then": "continue"}}
    was, before = run(test=on)
    assert before.done.rows["T2"].state == "done"
    assert list(passed_over(Pair(before.done, before.done, was, was))) == []

"""A set started by hand that nobody puts on its board: the step that closes its breaker."""

from __future__ import annotations

from typing import Any

from drillsim.files.edit import Insert
from drillsim.revision.propose import closing
from drillsim.revision.recommendation import Recommendation
from helpers.played import BOTH, Script
from helpers.small_customer import Change
from helpers.trying import Ready, small
from unit.findings.weak_point_cases import NO_AUTO_START

OWN_BREAKER: tuple[Change, ...] = (
    ("network/bus/+", {"name": "gen-board", "vn_kv": "0.4"}),
    ("network/switch/6/bus", "gen-board"),
    ("network/switch/+", {"name": "G1", "bus": "gen-LV", "element": "gen-board", "et": "b", "closed": "false"}),
    ("site/devices/G1", {"label": "1号机组出口G1开关", "kind": "breaker", "place": "gen-room"}),
    ("site/sources/genset-1/breaker", "G1"),
)
"""The set stands behind a breaker of its own, between it and the side of the changeover."""
CLOSES = {
    "id": "S15", "clause": "9.2-5", "text": "合G1", "do": "close", "target": "G1", "by": "electrician",
    "after": "S11", "takes": "45 s",
    "requires": [{"switch": "411", "is": "open"}], "success_check": {"switch": "G1", "is": "closed"},
}  # fmt: skip


def night(*changes: Change) -> Ready:
    return small(Script((*BOTH, NO_AUTO_START), (*OWN_BREAKER, *changes)))


def step_of(change: Recommendation) -> dict[str, Any]:
    (edit,) = (each.edit for each in change.edits)
    assert isinstance(edit, Insert)
    assert isinstance(edit.value, dict)
    return edit.value


def test_whoever_started_the_set_closes_its_breaker_onto_the_dead_board() -> None:
    run = night()
    (change,) = run.proposed("G14", closing.by_hand)
    step = step_of(change)
    assert (step["do"], step["target"], step["by"], step["after"]) == ("close", "G1", "electrician", ["S11"])
    assert {"bus": "gen-board", "is": "dead"} in step["when"]["all"]
    assert (change.place.kind, change.place.after) == ("new_clause", "9.2-1")
    found = run.tried(change).recommendation
    assert (found.verdict, found.kind, found.assumed) == ("proposed", "paper", None)
    assert "theatre" in {each.subject for each in found.gain}


def test_no_step_where_the_plan_has_one() -> None:
    run = night(("plan/cards/1/steps/+", CLOSES))
    assert [each for need in run.of("G14") for each in closing.by_hand(run.context, need)] == []


PAIR: tuple[Change, ...] = (
    ("network/bus/+", {"name": "gen2-LV", "vn_kv": "0.4"}),
    ("network/switch/+", {"name": "G2", "bus": "gen2-LV", "element": "gen-board", "et": "b", "closed": "false"}),
    ("site/devices/G2", {"label": "2号机组出口G2开关", "kind": "breaker", "place": "gen-room"}),
    ("site/sources/genset-2", {"kind": "genset", "bus": "gen2-LV", "breaker": "G2", "place": "gen-room",
                               "rated_kw": "400", "called_by": ["ats-em"]}),
    ("site/genset_groups", {"pair": {"of": ["genset-1", "genset-2"]}}),
    ("plan/cards/1/steps/+", {
        "id": "S16", "clause": "9.2-6", "text": "启动2号机组", "do": "start", "target": "genset-2", "by": "electrician",
        "takes": "3 min", "after": ["S11"], "success_check": {"source": "genset-2", "is": "live"},
        "on_failure": {"then": "stop"}}),
    ("plan/cards/1/steps/+", CLOSES),
)  # fmt: skip


def test_sets_that_run_in_parallel_are_closed_on_the_synchroscope_as_the_plan_does_for_the_other() -> None:
    run = night(*PAIR)
    (need,) = run.of("G14", "genset-2")
    (change,) = closing.by_hand(run.context, need)
    step = step_of(change)
    assert (step["takes"], step["requires"]) == (CLOSES["takes"], CLOSES["requires"])
    assert {"bus": "gen-board", "is": "dead"} not in step["when"]["all"]
    assert "synchroscope" in change.new.en
    assert "检同期" in change.new.zh

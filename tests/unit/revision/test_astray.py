"""A switch found open that the mode has closed: looked at, and closed again where nothing speaks against it."""

from __future__ import annotations

import pytest

from drillsim.files.edit import Append
from drillsim.revision.propose import astray
from helpers.played import EAST, Script, event
from helpers.small_customer import Change
from helpers.trying import Ready, small
from unit.findings.weak_point_cases import THEATRE_ON_II

SEEN: Change = ("site/observations/board/sees/+", {"bus": ["II-LV"]})
OPEN = {"set": [{"target": "402", "to": "open"}]}


def found_open(*changes: Change) -> Ready:
    return small(Script((EAST,), (*THEATRE_ON_II, SEEN, *changes), OPEN))


def test_the_first_card_looks_at_it_and_closes_it_onto_its_dead_board() -> None:
    run = found_open()
    (change,) = run.proposed("S06", astray.put_back)
    look, close = (each.edit.value for each in change.edits if isinstance(each.edit, Append))
    assert isinstance(look, dict)
    assert isinstance(close, dict)
    assert (look["do"], look["place"], look["when"]) == ("check", "LV-room", {"bus": "II-LV", "is": "dead"})
    assert look["on_failure"] == {"steps": [close["id"]], "then": "continue"}
    assert (close["do"], close["target"]) == ("close", "402")
    assert {"bus": "II-LV", "is": "dead"} in close["when"]["all"]  # type: ignore[index, call-overload]
    found = run.tried(change).recommendation
    assert (found.verdict, found.kind, found.place.kind) == ("proposed", "paper", "new_clause")
    assert [each.subject for each in found.gain][:1] == ["theatre"]


@pytest.mark.parametrize(
    "but",
    [
        ("site/devices/402/dispatch", "permitted"),
        ("site/devices/402/by_hand", "false"),
        ("site/devices/402/side", "utility"),
    ],
)
def test_what_others_operate_or_permit_is_left_to_their_rules(but: Change) -> None:
    assert found_open(but).proposed("S06", astray.put_back) == []


def test_a_switch_found_closed_is_not_told_to_be_closed() -> None:
    run = small(Script((EAST,), (*THEATRE_ON_II, SEEN), {"set": [{"target": "421", "to": "closed"}]}))
    assert run.proposed("S06", astray.put_back) == []


def test_closing_it_again_is_not_proposed_where_a_fault_lies_behind_it() -> None:
    run = small(Script((EAST, event("short_circuit", "T2", "1 s")), (*THEATRE_ON_II, SEEN), OPEN))
    (change,) = run.proposed("S06", astray.put_back)
    assert run.tried(change).recommendation.verdict == "rejected"

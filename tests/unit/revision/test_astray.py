"""A switch found open that the mode has closed: looked at, and closed again where nothing speaks against it."""

from __future__ import annotations

import pytest

from drillsim.files.edit import Append, Set
from drillsim.revision.propose import astray, feed
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


SECOND_BOARD: tuple[Change, ...] = (
    ("network/bus/+", {"name": "em2-LV", "vn_kv": "0.4"}),
    ("network/bus/+", {"name": "gen2-LV", "vn_kv": "0.4"}),
    ("network/bus/+", {"name": "wing-LV", "vn_kv": "0.4"}),
    ("network/switch/+", {"name": "511", "bus": "II-LV", "element": "em2-LV", "et": "b", "closed": "true"}),
    ("network/switch/+", {"name": "512", "bus": "gen2-LV", "element": "em2-LV", "et": "b", "closed": "false"}),
    ("network/switch/+", {"name": "431", "bus": "em-LV", "element": "wing-LV", "et": "b", "closed": "true"}),
    ("network/load/1/bus", "wing-LV"),
    ("site/devices/511", {"label": "511开关", "kind": "breaker", "place": "LV-room"}),
    ("site/devices/512", {"label": "512开关", "kind": "breaker", "place": "LV-room"}),
    ("site/devices/431", {"label": "431开关", "kind": "breaker", "place": "LV-room"}),
    ("site/interlocks/+", {"of": ["511", "512"], "closed_at_most": "1", "kind": "electrical"}),
    ("site/transfers/ats-2", {"kind": "ats", "normal": "511", "standby": "512", "delay": "1 s", "takes": "300 ms",
                              "place": "LV-room"}),
    ("site/sources/genset-2", {"kind": "genset", "bus": "gen2-LV", "breaker": "512", "place": "gen-room",
                               "rated_kw": "200", "called_by": ["ats-2"], "fails_to_start": "0"}),
)  # fmt: skip
"""A second emergency board with a set of its own; the theatre hangs on the first behind switch 431."""
THEATRE_OFF = {"set": [{"target": "431", "to": "open"}]}


def test_what_one_open_switch_left_dark_is_fed_from_a_second_board_too() -> None:
    run = small(Script((EAST,), SECOND_BOARD, THEATRE_OFF))
    (change,) = run.proposed("S06", feed.from_two_boards)
    assert [each.edit for each in change.edits] == [
        Set(
            ("loads", "theatre", "cords"),
            [{"bus": "wing-LV", "share_percent": "50"}, {"bus": "em2-LV", "share_percent": "50"}],
        )
    ]
    found = run.tried(change).recommendation
    assert (found.verdict, found.kind, found.buys) == ("proposed", "purchase", "feed")
    assert [each.subject for each in found.gain][:1] == ["theatre"]


@pytest.mark.parametrize(
    "but",
    [
        ("site/loads/theatre/max_interruption", "500 ms"),
        ("site/sources/genset-2/rated_kw", "50"),
        ("site/sources/genset-2/called_by", []),
    ],
    ids=["it bears no changeover", "no room", "no set calls there"],
)
def test_no_second_board_for_what_bears_no_changeover_or_where_none_has_room(but: Change) -> None:
    run = small(Script((EAST,), (*SECOND_BOARD, but), THEATRE_OFF))
    assert run.proposed("S06", feed.from_two_boards) == []

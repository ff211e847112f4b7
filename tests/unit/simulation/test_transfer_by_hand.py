"""Where a transfer switch goes when somebody moves it by hand."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.plant.transfer import side_by_hand
from helpers.cards import card, step
from helpers.grids import grid
from helpers.play import dossier, play, told

LAMP = {"lamp": {"sees": [{"bus": ["S1", "S2"]}], "shown_at": "room"}}


def _moves(lost: str, **to: str) -> list[tuple[Any, ...]]:
    network = grid("S1 E cb", "S2 E open", loads={"E": 0.1})
    ats = {"kind": "ats", "normal": "S1-E", "standby": "S2-E", "enabled": "false"}
    steps = step("T", "electrician", "transfer", target="ats", **to)
    plan = card("K", "electrician", {"bus": lost, "is": "dead"}, steps)
    of = dossier(network, site={"transfers": {"ats": ats}, "observations": LAMP}, cards=[plan])
    journal = play(of, [{"at": "0 s", "fault": "source_lost", "on": f"feeder-{lost}"}], "20 min")
    return [(switch, closed) for _, _, switch, closed, *_ in told(journal, "switch_moved")]


def test_it_goes_to_the_side_that_is_live() -> None:
    assert _moves("S1") == [("S1-E", False), ("S2-E", True)]


def test_it_stays_where_the_normal_side_is_live() -> None:
    assert _moves("S2") == []


@pytest.mark.parametrize(("lost", "to"), [("S2", "standby"), ("S1", "standby")])
def test_it_goes_where_the_step_says_live_or_not(lost: str, to: str) -> None:
    assert _moves(lost, to=to) == [("S1-E", False), ("S2-E", True)]


def test_nowhere_when_neither_side_is_live_and_none_is_named() -> None:
    assert side_by_hand(None, lambda side: False) is None
    assert side_by_hand("standby", lambda side: False) == "standby"

"""A success check counts what the doer himself did, wherever it shows."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.journal import Journal
from helpers.cards import LOST, card, rows, step, two_sides
from helpers.play import play

DARK = {"load": "load-A", "is": "dead"}
CHECK = {"switch": "S1-A", "is": "open", "within": "2 min"}


def _opens(*events: dict[str, Any], place: str | None = None, **facts: Any) -> Journal:
    device = {"place": place, **facts} if place else facts
    opens = step("S1", "electrician", "open", target="S1-A", success_check=CHECK)
    return play(two_sides(card("k", "electrician", DARK, opens), devices={"S1-A": device}), [LOST, *events], "1 h")


@pytest.mark.parametrize("facts", [{}, {"remote": "true", "place": "hv", "by_hand": "false"}, {"place": "hv"}])
def test_who_has_opened_it_himself_knows_that_it_is_open(facts: dict[str, Any]) -> None:
    row = rows(_opens(**facts))["S1"]
    assert (row.state, row.why) == ("done", "checked")


def test_who_earthed_a_bus_knows_that_it_is_earthed() -> None:
    earth = step("S1", "electrician", "earth", target="E", success_check={"bus": "A", "is": "earthed"})
    site = {"earths": {"E": {"at": "A", "kind": "portable"}}}
    journal = play(two_sides(card("k", "electrician", DARK, earth), **site), [LOST], "1 h")
    assert (rows(journal)["S1"].state, rows(journal)["S1"].why) == ("done", "checked")


def test_what_stayed_where_it_was_without_being_noticed_is_not_known() -> None:
    stuck = {"at": "0 s", "fault": "fails_to_operate", "on": "S1-A"}
    row = rows(_opens(stuck))["S1"]
    assert (row.state, row.why, row.finished_ms) == ("failed", "check", 180_000)


def test_what_the_step_did_not_do_is_not_known_by_doing_it() -> None:
    opens = step("S1", "electrician", "open", target="S1-A", success_check={"bus": "S1", "is": "dead"})
    lamp = {"observations": {"lamp": {"sees": [{"load": "load-A"}], "shown_at": "room"}}}
    journal = play(two_sides(card("k", "electrician", DARK, opens), **lamp), [LOST], "1 h")
    assert rows(journal)["S1"].state == "failed"

"""A change of steps is rejected where it brings a hazard within reach."""

from __future__ import annotations

from typing import Any

from drillsim.revision.reachable import new_danger
from drillsim.schema import Compiled
from helpers.grids import grid
from helpers.play import dossier

BOTH = {"operator": "electrician", "supervisor": "second"}
PEOPLE: dict[str, Any] = {
    p: {"name": p, "side": "customer", "shifts": [{"from": "00:00", "to": "24:00", "place": "room"}]}
    for p in ("wang", "li")
}
ACTORS = {
    "electrician": {"side": "customer", "held_by": ["wang"]},
    "second": {"side": "customer", "held_by": ["li"]},
}
SITE: dict[str, Any] = {
    "devices": {name: {"place": "room"} for name in ("S1-I", "I-II", "S2-II", "G-I")},
    "sources": {"genset": {"kind": "genset", "bus": "G", "breaker": "G-I", "rated_kw": "500"}},
}
OPEN: dict[str, Any] = {"id": "open", "do": "open", "target": "S1-I"}
START: dict[str, Any] = {"id": "start", "do": "start", "target": "genset"}
CLOSE: dict[str, Any] = {"id": "close", "do": "close", "target": "G-I"}


def customer(*steps: dict[str, Any]) -> Compiled:
    """A feeder, a set behind one breaker, and a card of these steps, one after the other."""
    chained = [step | ({"after": [steps[n - 1]["id"]]} if n else {}) for n, step in enumerate(steps)]
    card = {
        "id": "C1",
        "title": "c",
        "trigger": {"bus": "I", "is": "dead"},
        "activation": {"by": "electrician"},
        "steps": [{"text": "t", "by": BOTH, "place": "room", **step} for step in chained],
    }
    network = grid("S1 I cb", "I II open", "S2 II cb", "G I open", loads={"I": 0.1})
    return dossier(network, site=SITE, people=PEOPLE, actors=ACTORS, cards=[card])


def test_an_order_that_feeds_back_as_written_is_worse_than_one_that_does_so_by_an_omission() -> None:
    told = new_danger(customer(OPEN, START, CLOSE), customer(START, CLOSE, OPEN))
    assert told is not None
    assert (told.facts["hazard"], told.facts["step"]) == ("back_feed", "close")
    assert new_danger(customer(START, CLOSE, OPEN), customer(OPEN, START, CLOSE)) is None


def test_a_condition_against_the_slip_may_not_go() -> None:
    asks = {**CLOSE, "requires": [{"switch": "S1-I", "is": "open"}]}
    assert new_danger(customer(OPEN, START, asks), customer(OPEN, START, CLOSE)) is not None
    assert new_danger(customer(OPEN, START, CLOSE), customer(OPEN, START, asks)) is None


def test_the_condition_may_move_to_the_act_that_needs_it() -> None:
    early = {**START, "requires": [{"switch": "S1-I", "is": "open"}]}
    late = {**CLOSE, "requires": [{"switch": "S1-I", "is": "open"}]}
    assert new_danger(customer(OPEN, early, late), customer(OPEN, START, late)) is None


def test_words_and_times_bring_nothing_within_reach() -> None:
    other = {**CLOSE, "text": "other words", "within": "5 min"}
    assert new_danger(customer(START, CLOSE, OPEN), customer(START, other, OPEN)) is None

"""Dangerous states the plan's steps reach with at most one slip.

S1 --101-- I --110-- load            10 kV: incomer 101, tie 100 to II, feeder S2 by 102; genset G at bus G by G1
S2 --102-- II       G --G1-- I
"""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.checks.inputs import Inputs
from drillsim.checks.reachable import Danger, TooMany, dangers, search
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
LOCK = {"of": ["S1-I", "G-I"], "closed_at_most": "1"}


def _dangers(*steps: dict[str, Any], trigger: Any = None, **site: Any) -> tuple[Danger, ...]:
    card = {
        "id": "C1",
        "title": "c",
        "trigger": trigger or {"bus": "I", "is": "dead"},
        "activation": {"by": "electrician"},
        "steps": [
            {"id": f"S{n}", "text": "t", "by": BOTH, "place": "room", **step} for n, step in enumerate(steps, start=1)
        ],
    }
    devices = {name: {"place": "room"} for name in ("S1-I", "I-II", "S2-II", "G-I")}
    base: dict[str, Any] = {
        "devices": devices,
        "sources": {"genset": {"kind": "genset", "bus": "G", "breaker": "G-I", "rated_kw": "500"}},
        "earths": {"E-I": {"at": "I", "place": "room"}},
    }
    network = grid("S1 I cb", "I II open", "S2 II cb", "G I open", loads={"I": 0.1})
    return dangers(Inputs(dossier(network, site=base | site, people=PEOPLE, actors=ACTORS, cards=[card])))


def _ways(found: tuple[Danger, ...]) -> set[tuple[str, str, str]]:
    return {(each.hazard, each.step, each.slip) for each in found}


OPEN = {"do": "open", "target": "S1-I"}
START = {"do": "start", "target": "genset"}
CLOSE = {"do": "close", "target": "G-I"}


def test_the_card_as_written_is_safe_and_one_omission_feeds_back() -> None:
    ways = _ways(_dangers(OPEN, START, CLOSE))
    assert ("back_feed", "S3", "") not in ways
    assert ("back_feed", "S3", "omitted") in ways


def test_an_order_that_feeds_back_as_written() -> None:
    assert ("back_feed", "S2", "") in _ways(_dangers(START, CLOSE, OPEN))


def test_the_neighbouring_panel_instead_of_the_one_meant() -> None:
    again = {"do": "close", "target": "S2-II"}  # stands between the tie I-II and the genset's breaker in its row
    found = [each for each in _dangers(OPEN, START, CLOSE, again) if each.slip == "neighbour" and each.step == "S4"]
    assert ("paralleling", ("feeder-S2", "genset"), "I-II") in {(e.hazard, e.parts, e.slip_device) for e in found}
    assert "S4" not in {each.step for each in _dangers(OPEN, START, CLOSE, again) if not each.slip}


@pytest.mark.parametrize("kind", ["key", "electrical"])
def test_a_device_interlock_leaves_no_way(kind: str) -> None:
    found = _dangers(OPEN, START, CLOSE, interlocks=[LOCK | {"kind": kind}])
    assert not [each for each in found if each.hazard == "back_feed" and each.parts == ("genset", "feeder-S1")]


def test_a_procedural_interlock_is_honoured_and_its_defeat_told_apart() -> None:
    found = _dangers(OPEN, START, CLOSE, interlocks=[LOCK | {"kind": "procedural"}])
    fed = [each for each in found if each.hazard == "back_feed" and each.parts == ("genset", "feeder-S1")]
    assert fed
    assert all(each.defeated == ("S1-I", "G-I") for each in fed)


def test_a_condition_the_person_sees_stops_the_step() -> None:
    careful = CLOSE | {"requires": [{"switch": "S1-I", "is": "open"}]}
    assert ("back_feed", "S3", "omitted") not in _ways(_dangers(OPEN, START, careful))


def test_two_feeders_tied_are_no_hazard_under_a_permit_alone() -> None:
    tie = {"do": "close", "target": "I-II"}
    found = _dangers(tie)
    assert not [each for each in found if each.hazard == "paralleling"]  # I is dead when the card begins
    assert ("back_feed", "S1", "") in _ways(found)  # S1's dead line is fed from S2


def test_prove_dead_left_out_of_the_plan_or_by_a_slip() -> None:
    earth = {"do": "earth", "target": "E-I"}
    assert ("earth_without_proof", "S2", "") in _ways(_dangers(OPEN, earth))
    ways = _ways(_dangers(OPEN, {"do": "prove_dead", "target": "I"}, earth))
    assert ("earth_without_proof", "S3", "") not in ways
    assert ("earth_without_proof", "S3", "omitted") in ways


def test_work_needs_proof_and_earth() -> None:
    safe = [OPEN, {"do": "prove_dead", "target": "I"}, {"do": "earth", "target": "E-I"}]
    work = {"do": "repair", "target": "I"}
    assert ("unsafe_work", "S4", "") not in _ways(_dangers(*safe, work))
    assert ("unsafe_work", "S2", "") in _ways(_dangers(OPEN, work))


def test_an_earth_forgotten_is_closed_onto() -> None:
    steps = [
        OPEN,
        {"do": "prove_dead", "target": "I"},
        {"do": "earth", "target": "E-I"},
        {"do": "unearth", "target": "E-I"},
        START,
        CLOSE,
    ]
    ways = _ways(_dangers(*steps))
    assert ("closing_onto_earth", "S6", "") not in ways
    assert ("closing_onto_earth", "S6", "omitted") in ways


def test_permit_and_supervisor() -> None:
    devices = {"S1-I": {"place": "room", "dispatch": "permitted"}}
    assert ("without_permit", "S1", "") in _ways(_dangers(OPEN, devices=devices))
    assert ("without_supervisor", "S1", "") in _ways(_dangers(OPEN | {"by": "electrician"}))
    assert not {"without_permit", "without_supervisor"} & {way[0] for way in _ways(_dangers(OPEN))}


def test_an_isolator_is_opened_under_load_when_the_breaker_step_is_left_out() -> None:
    """The load hangs on S2 through the tie; the card opens the breaker S2-II before the isolator I-II."""
    devices = {"I-II": {"place": "room", "kind": "isolator"}, "S2-II": {"place": "far"}}
    modes = {"normal": {"open": ["S1-I"], "closed": ["I-II"]}}
    steps = [{"do": "open", "target": "S2-II"}, {"do": "open", "target": "I-II"}]
    ways = _ways(_dangers(*steps, trigger={"bus": "I", "is": "live"}, devices=devices, modes=modes))
    assert ("isolator_under_load", "S2", "") not in ways
    assert ("isolator_under_load", "S2", "omitted") in ways
    assert ("isolator_under_load", "S1", "") in _ways(
        _dangers(steps[1], trigger={"bus": "I", "is": "live"}, devices=devices, modes=modes)
    )


def test_too_many_states_is_said_not_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST_STATES", 3)
    with pytest.raises(TooMany):
        _dangers(OPEN, START, CLOSE)

"""Dangerous states the plan's steps reach with at most one slip.

S1 --101-- I --110-- load            10 kV: incomer 101, tie 100 to II, feeder S2 by 102; genset G at bus G by G1
S2 --102-- II       G --G1-- I
"""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.checks.inputs import Inputs
from drillsim.checks.reachable import Danger, Searched, TooMany, dangers, search, searched
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
    return tuple(_searched(*steps, trigger=trigger, **site).dangers)


def _searched(*steps: dict[str, Any], trigger: Any = None, **site: Any) -> Searched:
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
    return searched(Inputs(dossier(network, site=base | site, people=PEOPLE, actors=ACTORS, cards=[card])))


def _ways(found: tuple[Danger, ...]) -> set[tuple[str, str, str]]:
    return {(each.hazard, each.step, each.slip) for each in found}


OPEN: dict[str, Any] = {"do": "open", "target": "S1-I"}
START: dict[str, Any] = {"do": "start", "target": "genset"}
CLOSE: dict[str, Any] = {"do": "close", "target": "G-I"}


def test_the_card_as_written_is_safe_and_one_omission_feeds_back() -> None:
    ways = _ways(_dangers(OPEN, START, CLOSE))
    assert ("back_feed", "S3", "") not in ways
    assert ("back_feed", "S3", "omitted") in ways


def test_an_order_that_feeds_back_as_written() -> None:
    assert ("back_feed", "S2", "") in _ways(_dangers(START, CLOSE, OPEN))


def test_the_neighbouring_panel_instead_of_the_one_meant() -> None:
    again = {"do": "close", "target": "S2-II"}  # stands between the tie I-II and the genset's breaker in its row
    found = [each for each in _dangers(OPEN, START, CLOSE, again) if each.slip == "neighbour" and each.step == "S4"]
    assert ("paralleling", ("genset", "feeder-S2"), "I-II") in {(e.hazard, e.parts, e.slip_device) for e in found}
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


def _row() -> Searched:
    """Nine isolators in a row; a step opens all but the one in the middle, which alone carries load."""
    row = ("X1", "X2", "X3", "X4", "Y", "X5", "X6", "X7", "X8")
    network = grid("S1 I cb", *(f"I {bus} cb" for bus in row), loads={"Y": 0.1})
    devices = {f"I-{bus}": {"place": "room", "kind": "isolator"} for bus in row}
    targets = [f"I-{bus}" for bus in row if bus != "Y"]
    card = {
        "id": "C1", "title": "c", "trigger": {"bus": "I", "is": "live"}, "activation": {"by": "electrician"},
        "steps": [{"id": "S1", "text": "t", "by": BOTH, "place": "room", "do": "open", "target": targets}],
    }  # fmt: skip
    return searched(Inputs(dossier(network, site={"devices": devices}, people=PEOPLE, actors=ACTORS, cards=[card])))


def test_a_slip_in_the_middle_of_a_long_list_is_found() -> None:
    found = _row()
    assert found.left_out == {}
    assert {(each.hazard, each.slip, each.slip_device) for each in found.dangers} == {
        ("isolator_under_load", "neighbour", "I-Y")
    }


def test_where_every_place_takes_too_long_the_ends_are_tried_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST_OPERATIONS", 3)
    found = _row()
    assert found.left_out == {"long-lists": ("S1",)}
    assert found.dangers == []


def test_a_step_for_a_feeder_lost_in_mid_card_is_looked_at() -> None:
    """Nothing that is lost before the card begins leaves II dead and I live; its loss meanwhile does."""
    trigger = {"all": [{"bus": "I", "is": "live"}, {"bus": "II", "is": "live"}]}
    step = {"do": "close", "target": "I-II", "when": {"bus": "II", "is": "dead"}}
    found = _searched(step, trigger=trigger)
    assert "S1" in found.steps
    assert ("back_feed", "S1", "") in _ways(tuple(found.dangers))  # S2-II still ties it to the dead feeder


def test_a_step_that_others_overtake_is_looked_at_where_it_may_be_first() -> None:
    """In the order of reading I is dead no more when S3 comes; somebody else may well do S3 at once."""
    steps = [
        OPEN,
        {"do": "close", "target": "I-II"},
        {"do": "open", "target": "S2-II", "when": {"bus": "I", "is": "dead"}},
    ]
    found = _searched(*steps)
    assert list(found.steps) == ["S1", "S2", "S3"]


def test_what_nothing_brings_about_stays_named() -> None:
    found = _searched(OPEN, {"do": "open", "target": "S2-II", "when": {"bus": "I", "is": "proved_dead"}})
    assert found.left_out == {"never-reached": ("S2",)}


def test_a_step_of_a_failure_branch_is_a_step() -> None:
    """The tie is closed only where the check has failed, with both feeders live and no permit."""
    look: dict[str, Any] = {"do": "check", "success_check": {"bus": "I", "is": "dead"}, "on_failure": {"steps": ["S2"]}}
    devices = {"I-II": {"place": "room", "dispatch": "permitted"}}
    steps = [look, {"do": "close", "target": "I-II"}]
    ways = _ways(_dangers(*steps, trigger={"bus": "I", "is": "live"}, devices=devices))
    assert {("paralleling", "S2", ""), ("without_permit", "S2", "")} <= ways


def test_a_branch_nobody_needs_is_not_walked() -> None:
    look: dict[str, Any] = {"do": "check", "success_check": {"bus": "I", "is": "live"}, "on_failure": {"steps": ["S2"]}}
    found = _dangers(look, {"do": "close", "target": "I-II"}, trigger={"bus": "I", "is": "live"})
    assert [each for each in found if each.step == "S2"] == []


def test_a_device_that_refuses_leads_into_the_branch() -> None:
    """The incomer stays closed; the branch starts the genset onto it all the same."""
    step: dict[str, Any] = OPEN | {"on_failure": {"steps": ["S2", "S3"]}}
    ways = _ways(_dangers(step, START, CLOSE))
    assert ("back_feed", "S3", "failed") in ways
    assert ("back_feed", "S3", "") not in ways


def test_only_one_of_the_options_of_a_decision_is_taken() -> None:
    """Each option opens or closes the tie's side it needs: neither is dangerous, both together would be."""
    decide: dict[str, Any] = {
        "do": "decide",
        "options": [
            {"name": "own", "when": {"step": "S1"}, "steps": ["S2", "S3", "S4"]},
            {"name": "tie", "steps": ["S5"]},
        ],
    }
    steps = [decide, OPEN, START, CLOSE, {"do": "close", "target": "I-II"}]
    found = _dangers(*steps)
    assert ("paralleling", "S5", "") not in _ways(found)
    assert ("back_feed", "S5", "") in _ways(found)  # the dead incomer is still closed when the tie closes


def test_the_state_that_is_reached_is_told() -> None:
    found = next(each for each in _dangers(START, CLOSE, OPEN) if each.hazard == "back_feed" and not each.slip)
    assert (found.closed, found.alive, found.lost) == (("+G-I",), ("feeder-S2", "genset"), ("feeder-S1",))


VEHICLE = {"genset": {"kind": "genset", "bus": "G", "breaker": "G-I", "rated_kw": "500"},
           "van": {"kind": "mobile_genset", "rated_kw": "300", "plug": "P", "cable_m": "40"}}  # fmt: skip
HOOK_UP: list[dict[str, Any]] = [
    {"do": "connect", "target": "box", "uses": ["lorry"]},
    {"do": "start", "target": "van"},
    {"do": "close", "target": "B-II"},
]


def _vehicle_dangers(*steps: dict[str, Any], **box: Any) -> tuple[Danger, ...]:
    written = [{"id": f"S{n}", "text": "t", "by": BOTH, "place": "room", **step} for n, step in enumerate(steps, 1)]
    card = {
        "id": "C1", "title": "c", "trigger": {"bus": "II", "is": "dead"}, "activation": {"by": "electrician"},
        "steps": written,
    }  # fmt: skip
    site: dict[str, Any] = {
        "sources": VEHICLE,
        "connection_points": {"box": {"bus": "II", "switch": "B-II", "rated_kva": "400", "plug": "P"} | box},
    }
    lorry = {"kind": "mobile_genset", "brings": "van", "quantity": "1", "place": "room", "owner": "x", "name": "l"}
    network = grid("S1 I cb", "I II open", "S2 II cb", "G I open", "B II open", loads={"II": 0.1})
    of = dossier(
        network, site=site, people=PEOPLE, actors=ACTORS, cards=[card], plan={"resources": {"lorry": lorry}}
    )  # fmt: skip
    return dangers(Inputs(of))


def test_a_vehicle_feeds_back_through_its_connection_point() -> None:
    found = _vehicle_dangers(*HOOK_UP)
    assert ("back_feed", ("van", "feeder-S2"), "") in {(e.hazard, e.parts, e.slip) for e in found}


def test_a_vehicle_that_does_not_fit_its_box_feeds_nothing() -> None:
    assert "back_feed" not in {each.hazard for each in _vehicle_dangers(*HOOK_UP, plug="Q")}


def test_the_incomer_opened_first_the_vehicle_is_safe_but_for_an_omission() -> None:
    ways = _ways(_vehicle_dangers({"do": "open", "target": "S2-II"}, *HOOK_UP))
    assert ("back_feed", "S4", "") not in ways
    assert ("back_feed", "S4", "omitted") in ways


ISOLATOR = {"S2-II": {"place": "room", "kind": "isolator"}}


@pytest.mark.parametrize("kind", ["isolator", "fuse"])
def test_a_dead_part_with_load_is_not_energised_by_what_may_not_make_load(kind: str) -> None:
    devices = {"I-II": {"place": "room", "kind": kind}}
    steps = [{"do": "open", "target": "S1-I"}, {"do": "close", "target": "I-II"}]
    assert ("isolator_under_load", "S2", "") in _ways(_dangers(*steps, devices=devices))


def test_a_breaker_or_load_switch_may() -> None:
    for kind in ("breaker", "load_switch", "contactor"):
        devices = {"I-II": {"place": "room", "kind": kind}}
        steps = [{"do": "open", "target": "S1-I"}, {"do": "close", "target": "I-II"}]
        assert "isolator_under_load" not in {each.hazard for each in _dangers(*steps, devices=devices)}


def test_a_load_that_is_switched_off_first_draws_nothing() -> None:
    devices = {"I-II": {"place": "room", "kind": "isolator"}}
    steps = [{"do": "open", "target": "S1-I"}, {"do": "stop", "target": "load-I"}, {"do": "close", "target": "I-II"}]
    ways = _ways(_dangers(*steps, devices=devices))
    assert ("isolator_under_load", "S3", "") not in ways
    assert ("isolator_under_load", "S3", "omitted") in ways


def test_transfer_by_hand_goes_where_the_run_goes() -> None:
    """From normal and dead to the live standby side; on a live normal side it stays, unless the step says where."""
    sites = {"transfers": {"ats": {"kind": "ats", "normal": "S1-I", "standby": "I-II", "enabled": "false"}}}
    isolator = {"devices": {"I-II": {"place": "room", "kind": "isolator"}}}
    move = {"do": "transfer", "target": "ats"}
    live = {"bus": "I", "is": "live"}
    assert ("isolator_under_load", "S1", "") in _ways(_dangers(move, **sites, **isolator))
    stays = [each for each in _dangers(move, trigger=live, **sites, **isolator) if not each.lost]
    assert stays == []
    goes = _dangers(move | {"to": "standby"}, trigger=live, **sites, **isolator)
    assert ("isolator_under_load", "S1", "") in _ways(tuple(each for each in goes if not each.lost))


def test_what_a_ups_feeds_is_live_while_its_battery_holds() -> None:
    """I is dead, and V behind the UPS is not: an earth there is put on a live part."""
    ups = {"kind": "ups", "input": "I", "output": "V", "rated_kw": "40", "battery_kwh": "20"}
    network = grid("S1 I cb", "V W cb", loads={"W": 0.01})
    card = {
        "id": "C1", "title": "c", "trigger": {"bus": "I", "is": "dead"}, "activation": {"by": "electrician"},
        "steps": [{"id": "S1", "text": "t", "by": BOTH, "place": "room", "do": "earth", "target": "E-V"}],
    }  # fmt: skip
    site = {"sources": {"ups": ups}, "earths": {"E-V": {"at": "V", "place": "room"}}}
    found = dangers(Inputs(dossier(network, site=site, people=PEOPLE, actors=ACTORS, cards=[card])))
    assert {("earthing_live", "S1", ""), ("earth_without_proof", "S1", "")} <= _ways(found)

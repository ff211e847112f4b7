"""What a device may not do, and what may not be joined: told by the run at the operation itself.

S1 --S1-A-- A (load) --A-B-- B --S2-B-- S2
"""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.schema.network import Network
from helpers.cards import card, step
from helpers.grids import grid
from helpers.play import ACTORS, PEOPLE, dossier, play

BY = {"operator": "electrician", "supervisor": "second"}
WATCHED = {**PEOPLE, "li": PEOPLE["wang"] | {"name": "Li"}}
ROLES = {**ACTORS, "second": {"side": "customer", "held_by": ["li"]}}
SEEN = {"panel": {"sees": [{"source": ["feeder-S1"]}], "shown_at": "room"}}
LOST = [{"at": "0 s", "fault": "source_lost", "on": "feeder-S1"}]
QUIET = [{"at": "59 min", "fault": "channel_lost", "on": "phone"}]


def _hazards(
    network: Network, *moves: tuple[str, str], lost: bool = True, events: Any = None, **site: Any
) -> list[tuple[str, str, tuple[str, ...]]]:
    """(hazard, device, parts) of a card that makes these moves, one after the other."""
    steps = [
        step(f"T{n}", BY, do, target=target, **({"after": [f"T{n - 1}"]} if n else {}))
        for n, (do, target) in enumerate(moves)
    ]
    trigger = {"source": "feeder-S1", "is": "dead" if lost else "live"}
    of = dossier(
        network,
        site={"observations": SEEN, **site},
        people=WATCHED,
        actors=ROLES,
        cards=[card("K", "electrician", trigger, *steps)],
    )
    journal = play(of, events or (LOST if lost else QUIET), "2 h")
    return [(e.data["hazard"], e.data.get("device", ""), tuple(e.data["parts"])) for e in journal.of("hazard")]


def _of(device: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"devices": {device: {"kind": kind, **more}}}


TWO = grid("S1 A cb", "A B open", "S2 B cb", loads={"A": 0.5})


@pytest.mark.parametrize("kind", ["isolator", "fuse"])
def test_closing_onto_a_dead_board_with_load_makes_load(kind: str) -> None:
    found = _hazards(TWO, ("open", "S1-A"), ("close", "A-B"), **_of("A-B", kind))
    assert found == [("isolator_under_load", "A-B", ("A-B",))]


@pytest.mark.parametrize("kind", ["breaker", "load_switch", "contactor"])
def test_what_is_built_for_load_may(kind: str) -> None:
    assert _hazards(TWO, ("open", "S1-A"), ("close", "A-B"), **_of("A-B", kind)) == []


def test_from_afar_it_is_the_same() -> None:
    found = _hazards(TWO, ("open", "S1-A"), ("close", "A-B"), **_of("A-B", "isolator", remote="true", by_hand="false"))
    assert found == [("isolator_under_load", "A-B", ("A-B",))]


def test_the_isolator_first_and_then_the_breaker_is_right() -> None:
    network = grid("S1 A cb", "A M open", "M B open", "S2 B cb", loads={"A": 0.5})
    right = [("open", "S1-A"), ("close", "M-B"), ("close", "A-M")]
    assert _hazards(network, *right, **_of("M-B", "isolator")) == []
    wrong = [("open", "S1-A"), ("close", "A-M"), ("close", "M-B")]
    assert _hazards(network, *wrong, **_of("M-B", "isolator")) == [("isolator_under_load", "M-B", ("M-B",))]


def test_the_end_of_a_line_or_transformer_is_a_device_like_any_other() -> None:
    network = grid("S1 A cb", "B A line open -", "S2 B cb", "A L trafo - -", loads={"L": 0.1})
    found = _hazards(network, ("open", "S1-A"), ("close", "B-A.B"), **_of("B-A.B", "isolator"))
    assert found == [("isolator_under_load", "B-A.B", ("B-A.B",))]


def test_a_part_that_draws_nothing_may_be_energised_and_cut_off() -> None:
    network = grid("S1 A cb", "A E open", "E L trafo - -", loads={"A": 0.5})
    assert _hazards(network, ("close", "A-E"), ("open", "A-E"), lost=False, **_of("A-E", "isolator")) == []


def test_breaking_load_is_told_with_a_fuse_too() -> None:
    network = grid("S1 A cb", "A E cb", loads={"E": 0.1})
    assert _hazards(network, ("open", "A-E"), lost=False, **_of("A-E", "fuse")) == [
        ("isolator_under_load", "A-E", ("A-E",))
    ]


def test_between_two_parts_that_bare_switches_join_an_isolator_may_open_and_close() -> None:
    bypass = grid("S1 A cb", "A E cb", "A E open #b", loads={"E": 0.1})
    assert _hazards(bypass, ("close", "A-E_b"), ("open", "A-E"), lost=False, **_of("A-E_b", "isolator")) == []
    around = grid("S1 A cb", "A E", "A E open #b", loads={"E": 0.1})
    assert _hazards(around, ("close", "A-E_b"), lost=False, **_of("A-E_b", "isolator")) == [
        ("isolator_under_load", "A-E_b", ("A-E_b",))
    ]


def test_a_transfer_that_makes_load_with_isolators_does_what_nobody_may() -> None:
    network = grid("S1 A cb", "S2 A open", loads={"A": 0.5})
    ats: dict[str, Any] = {"transfers": {"ats": {"kind": "ats", "normal": "S1-A", "standby": "S2-A"}}}
    found = _hazards(network, ("prove_dead", "S1"), **ats, **_of("S2-A", "isolator"))
    assert ("isolator_under_load", "S2-A", ("S2-A",)) in found


# -- joining what is unlike ----------------------------------------------------------------------------------------


def _two_transformers(one: dict[str, Any], other: dict[str, Any], **feeder: float) -> Network:
    """Two transformers on one 10 kV bus, or one on each of two feeders, and a tie `t` between their boards."""
    plate = {"sn_mva": 0.8, "vn_hv_kv": 10, "vn_lv_kv": 0.4, "vk_percent": 6, "vkr_percent": 1, "pfe_kw": 1,
             "i0_percent": 0.3}  # fmt: skip
    source, buses = {"s_sc_max_mva": 300, "rx_max": 0.1}, ("S1", *(["S2"] if feeder else []), "a", "b")
    second = [{"name": "feeder-S2", "bus": "S2", **source, **feeder}] if feeder else []
    return Network.model_validate(
        {
            "format": "1",
            "bus": [{"name": n, "vn_kv": 10 if n[0] == "S" else 0.4} for n in buses],
            "ext_grid": [{"name": "feeder-S1", "bus": "S1", **source}, *second],
            "trafo": [
                {"name": "Ta", "hv_bus": "S1", "lv_bus": "a", **plate, **one},
                {"name": "Tb", "hv_bus": "S2" if feeder else "S1", "lv_bus": "b", **plate, **other},
            ],
            "switch": [{"name": "t", "bus": "a", "element": "b", "et": "b", "closed": False}],
            "load": [{"name": "load-a", "bus": "a", "p_mw": 0.1}, {"name": "load-b", "bus": "b", "p_mw": 0.1}],
        }
    )  # fmt: skip


DYN11, YYN0 = {"shift_degree": 330, "vector_group": "Dyn11"}, {"shift_degree": 0, "vector_group": "Yyn0"}
ONE_SYSTEM: dict[str, Any] = {"sources": {f"feeder-S{n}": {"kind": "feeder", "system": "grid"} for n in (1, 2)}}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (DYN11, YYN0),
        ({"shift_degree": 150}, {"shift_degree": 330}),
        ({"vector_group": "Dyn11"}, {"vector_group": "Dyn5"}),
        ({}, {"vn_lv_kv": 0.42}),
        ({}, {"tap_side": "hv", "tap_neutral": 0, "tap_min": -2, "tap_max": 2, "tap_step_percent": 2.5, "tap_pos": -2}),
    ],
)
def test_transformers_of_unlike_vector_group_ratio_or_tap_are_not_joined(one: Any, other: Any) -> None:
    found = _hazards(_two_transformers(one, other), ("close", "t"), lost=False)
    assert found == [("joining_unlike", "t", ("Ta", "Tb"))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (DYN11, {"shift_degree": -30}),
        ({"vector_group": "Dyn11"}, {"shift_degree": 330}),
        ({}, {"tap_side": "hv", "tap_neutral": 0, "tap_min": -2, "tap_max": 2, "tap_step_percent": 2.5, "tap_pos": 1}),
    ],
)
def test_like_ones_and_one_tap_step_pass(one: Any, other: Any) -> None:
    assert _hazards(_two_transformers(one, other), ("close", "t"), lost=False) == []


@pytest.mark.parametrize(
    ("feeder", "told"),
    [({"va_degree": 30.0}, True), ({"vm_pu": 0.85}, True), ({"va_degree": 4.0, "vm_pu": 1.02}, False)],
)
def test_feeders_of_one_system_are_joined_by_their_own_angle_and_size(feeder: dict[str, float], told: bool) -> None:
    found = _hazards(_two_transformers({}, {}, **feeder), ("close", "t"), lost=False, **ONE_SYSTEM)
    assert found == ([("joining_unlike", "t", ("Ta", "Tb"))] if told else [])


def test_a_vector_group_that_makes_up_for_the_feeder_is_like() -> None:
    network = _two_transformers({"shift_degree": 0}, {"shift_degree": 30}, va_degree=30.0)
    assert _hazards(network, ("close", "t"), lost=False, **ONE_SYSTEM) == []


def test_a_side_that_is_dead_has_no_angle() -> None:
    network = _two_transformers(DYN11, YYN0, va_degree=0.001)
    devices: dict[str, Any] = {"devices": {"t": {"kind": "breaker"}}}
    hazards = [hazard for hazard, *_ in _hazards(network, ("close", "t"), **devices)]
    assert "joining_unlike" not in hazards


# -- work on a line --------------------------------------------------------------------------------------------------

LINE = grid("S1 A cb", "A B line cb cb", "B C cb", loads={"C": 0.1})
EARTHS: dict[str, Any] = {"earths": {"E-A": {"at": "A"}, "E-B": {"at": "B"}}}
OPENED = [("open", "S1-A"), ("open", "B-C")]
MADE_SAFE = [*OPENED, ("prove_dead", "A"), ("prove_dead", "B"), ("earth", "E-A"), ("earth", "E-B")]
STRUCK = [{"at": "0 s", "fault": "short_circuit", "on": "A-B"}, *LOST]


def test_a_faulted_line_proved_dead_and_earthed_at_both_ends_may_be_repaired() -> None:
    assert _hazards(LINE, *MADE_SAFE, ("repair", "A-B"), events=STRUCK, **EARTHS) == []


def test_also_when_its_own_switches_are_open() -> None:
    switched = [*OPENED, ("open", "A-B.A"), ("open", "A-B.B"), *MADE_SAFE[2:]]
    assert _hazards(LINE, *switched, ("repair", "A-B"), events=STRUCK, **EARTHS) == []


def test_earthed_at_one_end_behind_an_open_switch_it_may_not() -> None:
    switched = [*OPENED, ("open", "A-B.A"), ("open", "A-B.B"), ("prove_dead", "A"), ("earth", "E-A")]
    found = _hazards(LINE, *switched, ("repair", "A-B"), events=STRUCK, **EARTHS)
    assert found == [("unsafe_work", "A-B", ("A-B",))]


def test_a_ups_that_feeds_a_dead_feeder_back_is_told() -> None:
    network = grid("S1 A cb", "A U cb", "V S2 open", loads={"V": 0.01})
    ups: dict[str, Any] = {
        "sources": {"ups": {"kind": "ups", "input": "U", "output": "V", "rated_kw": "40", "battery_kwh": "20"}}
    }
    both = [*LOST, {"at": "0 s", "fault": "source_lost", "on": "feeder-S2"}]
    found = _hazards(network, ("close", "V-S2"), events=both, **ups)
    assert [(hazard, parts) for hazard, _, parts in found] == [("back_feed", ("ups", "feeder-S2"))]

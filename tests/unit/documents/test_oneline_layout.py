"""The one-line diagram's layout: nothing on top of anything else, at any size; levels, stations, rings."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drillsim.documents.pictures.canvas import Box
from drillsim.documents.pictures.oneline import network_drawn
from drillsim.documents.pictures.oneline.circuits import listed
from drillsim.documents.pictures.oneline.diagram import Diagram, Hanging, connections, diagram
from drillsim.documents.pictures.oneline.layout import Layout, layout
from drillsim.documents.pictures.oneline.link import whole
from drillsim.documents.pictures.oneline.network_blocks import divided
from drillsim.documents.pictures.oneline.rings import rings
from drillsim.documents.pictures.oneline.scene import Label, Scene, Symbol, Wire, around
from drillsim.documents.pictures.oneline.station import levelled
from drillsim.documents.pictures.oneline.tracks import Run, tracks
from drillsim.documents.pictures.oneline.wording import Wording
from drillsim.files.folder import load_customer
from drillsim.schema.network import Network
from helpers.geometry import clashes, doubled
from helpers.grids import grid, three_windings
from helpers.public_nets import network as public
from helpers.ring_network import case_around, quiet_journal, ring_network
from helpers.sample_run import sample_dossier


def words(picture: Diagram, *marked: str) -> Wording:
    """Names as wide as they come: the longest a planner would write."""
    loads = {each.id: f"{each.id} 1240 kW" for at in picture.hanging.values() for each in at}
    sources = {name: (name, "failed") for at in picture.sources.values() for _, name in at}
    return Wording(loads, sources, {"BZT": "bus-tie transfer"}, {}, marked=frozenset(marked))


def laid(network: Network, *marked: str, largest: str = "a0") -> Layout:
    picture = diagram(case_around(network).dossier)
    return layout(picture, words(picture, *marked), largest)


def problems(found: Layout) -> list[str]:
    return clashes(found.scene) + doubled(found.scene)


SHIPPED = ["central-hospital", "oberrhein-waterworks", "data-centre", "airport"]

# -- the checker itself


def two_boxes(x: float) -> Scene:
    return Scene(symbols=[Symbol("box", n, n, at, 0.0, around(at, 0.0, 5.0, 5.0)) for n, at in (("a", 0.0), ("b", x))])


def test_the_checker_sees_symbols_labels_and_wires_that_clash() -> None:
    assert clashes(two_boxes(9.0)) == ["symbol a on symbol b"]
    assert clashes(two_boxes(11.0)) == []
    label = two_boxes(30.0)
    label.labels.append(Label("words", 4.0, 0.0, 8.0))
    assert clashes(label) == ["symbol a on label words", "symbol b on label words"]
    crossed = two_boxes(30.0)
    crossed.wires.append(Wire(((-20.0, 0.0), (25.0, 0.0)), "x", frozenset({"b"})))
    assert len(clashes(crossed)) == 1 and "through symbol a" in clashes(crossed)[0]
    beside = two_boxes(30.0)
    beside.wires += [Wire(((0.0, 20.0), (9.0, 20.0)), "x", frozenset({n})) for n in "ab"]
    assert len(doubled(beside)) == 1


# -- nothing overlaps


@pytest.mark.parametrize("joined_by", ["line", "switch"])
@pytest.mark.parametrize("largest", ["a3", "a0"])
def test_sixty_substations_in_rings_overlap_nowhere(joined_by: str, largest: str) -> None:
    found = laid(ring_network(60, joined_by=joined_by), "cable-07", largest=largest)
    bars = [each for each in found.scene.symbols if each.kind == "bar"]
    assert len(bars) == 129 and len(found.scene.symbols) > 500
    assert problems(found) == []


@pytest.mark.parametrize("name", ["mv_oberrhein", "case118", "case33bw", "create_cigre_network_mv", "case39"])
def test_public_networks_overlap_nowhere(name: str) -> None:
    found = laid(public(name))
    assert {each.id for each in found.scene.symbols if each.kind == "bar"} == {bus.name for bus in public(name).bus}
    assert problems(found) == []


@pytest.mark.parametrize("customer", SHIPPED)
def test_the_shipped_customers_overlap_nowhere(repository: Path, customer: str) -> None:
    picture = diagram(load_customer(repository / "plans" / customer).dossier)
    found = layout(picture, words(picture))
    assert problems(found) == []
    assert found.paper.name != "roll"


def test_a_three_winding_transformer_is_one_symbol_three_wires_meet_in() -> None:
    found = laid(three_windings())
    assert [each.id for each in found.scene.symbols if each.kind == "trafo3w"] == ["T"]
    assert sum("T" in wire.joins for wire in found.scene.wires) == 3
    assert problems(found) == []


KINDS = ["cb", "open", "", "line cb -", "line cb open", "trafo cb -", "trafo - -", "trafo cb cb"]


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Any network of up to 14 buses: trees, meshes, parallels, islands."""
    count = draw(st.integers(2, 14))
    edges = draw(st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), min_size=1, max_size=22))
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=len(edges), max_size=len(edges)))
    drawing = [
        f"{_bus(a)} {_bus(b)} {kind} #{n}".replace("  ", " ")
        for n, ((a, b), kind) in enumerate(zip(edges, kinds, strict=True))
        if a != b
    ] or ["S0 1 cb"]
    named = {word for line in drawing for word in line.split()[:2]}
    return grid(*drawing, loads={bus: 0.1 for bus in sorted(named) if draw(st.booleans())})


def _bus(number: int) -> str:
    return f"S{number}" if number % 5 == 0 else f"board-{number}"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(networks())
def test_no_network_overlaps_anywhere(network: Network) -> None:
    found = laid(network)
    assert {each.id for each in found.scene.symbols if each.kind == "bar"} == {bus.name for bus in network.bus}
    assert clashes(found.scene) == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(networks())
def test_no_network_cut_into_stations_overlaps_anywhere(network: Network) -> None:
    lines = [f"x{n} x{n + 1} line cb cb" for n in range(8)]
    more = grid("S99 x0 cb", *lines)
    tables = ("bus", "ext_grid", "line", "trafo", "switch", "load")
    both = network.model_copy(update={name: (*getattr(network, name), *getattr(more, name)) for name in tables})
    assert clashes(laid(both).scene) == []


def test_of_a_meshed_network_what_would_run_criss_cross_names_what_it_joins() -> None:
    found = laid(public("case118"))
    named = [each for each in found.scene.symbols if each.kind.startswith("reference")]
    wires = public("case118").line
    assert 40 < len(named) < 2 * len(wires) and len(named) % 2 == 0
    assert {each.id for each in named} <= {bus.name for bus in public("case118").bus}
    rings_only = laid(ring_network(60))
    assert not [each for each in rings_only.scene.symbols if each.kind.startswith("reference")]


def test_every_switch_and_every_load_is_drawn_once() -> None:
    network = ring_network(12)
    drawn = [each.id for each in laid(network).scene.symbols]
    for row in (*network.switch, *network.load, *network.trafo, *network.ext_grid):
        assert drawn.count(row.name) == 1, row.name


# -- words can be read


def test_a_sheet_is_as_large_as_words_of_six_points_make_it() -> None:
    small, large = laid(ring_network(3)), laid(ring_network(60))
    assert (small.paper.name, large.paper.name) == ("a4", "a1")
    for found in (small, large):
        assert found.scale * 7.6 >= 6.0
        assert found.width * found.scale <= found.paper.width + 0.1
        assert found.height * found.scale <= found.paper.height + 0.1


def test_a_large_network_has_a_sheet_of_its_own_and_an_excerpt_in_the_report() -> None:
    case = case_around(ring_network(60))
    journal = quiet_journal(case)
    sheet, part = network_drawn(case, journal, "en").whole, network_drawn(case, journal, "en").at[0]
    assert sheet is not None and sheet.sheet.paper == "a1" and part.sheet.paper in ("a4", "a3")
    assert "sub-60-LV" in sheet.svg and "sub-60-LV" not in part.svg
    small = case_around(ring_network(2))
    assert network_drawn(small, quiet_journal(small), "en").whole is None


# -- levels, lists, stations, rings


def levels_of(picture: Diagram) -> dict[str, int]:
    links = tuple(whole(n, wire, frozenset()) for n, wire in enumerate(picture.connections))
    return dict(levelled(picture, picture.nodes, links, {}).levels)


def test_buses_stand_in_levels_by_their_distance_from_the_feeders() -> None:
    assert levels_of(diagram(sample_dossier())) == {
        "E-end": 0, "W-end": 0, "I-10kV": 1, "II-10kV": 1, "I-0.4kV": 2, "II-0.4kV": 2,
        "em-0.4kV": 3, "gen-0.4kV": 2, "icu-0.4kV": 4,
    }  # fmt: skip


def test_a_genset_stands_above_the_board_it_feeds_however_many_boards_are_between() -> None:
    picture = diagram(sample_dossier())
    levels = levels_of(picture)
    assert levels["gen-0.4kV"] == levels["em-0.4kV"] - 1


def test_a_board_with_nothing_but_loads_is_listed_under_the_bar_that_feeds_it() -> None:
    picture = diagram(
        case_around(grid("S1 2 cb", "2 3 cb", "2 4 cb", "4 5 cb", "4 6 cb", loads={"3": 0.1, "5": 0.1})).dossier
    )
    found = listed(picture, dict(enumerate(picture.connections)))
    assert [board.bus for board in found["2"].boards] == ["3"]
    assert [board.bus for board in found["4"].boards] == ["5", "6"]


def test_a_ring_is_read_out_along_one_half_and_back_along_the_other() -> None:
    picture = diagram(case_around(ring_network(6, per_ring=6, intakes=2)).dossier)
    division = divided(picture)
    order = rings(picture, division)
    names = [next(node for node in division.stations[s] if node.endswith("11kV")) for s in order.branches[0]]
    assert names in ([f"sub-0{n}-11kV" for n in range(1, 7)], [f"sub-0{n}-11kV" for n in range(6, 0, -1)])


def test_a_station_too_large_for_one_block_is_cut_at_its_bus_ties() -> None:
    picture = diagram(case_around(ring_network(30, joined_by="switch")).dossier)
    assert max(len(station) for station in divided(picture).stations) < 8


def test_where_one_wire_goes_down_as_another_comes_up_the_second_runs_above() -> None:
    down, up = Run("down", 0.0, 50.0, (0.0,), (50.0,)), Run("up", 50.0, 90.0, (50.0,), (90.0,))
    chosen, count = tracks([down, up])
    assert chosen["up"] < chosen["down"] and count == 2


# -- what a diagram shows


def test_a_transformer_keeps_the_switches_at_its_ends_in_order() -> None:
    wire = next(w for w in diagram(sample_dossier()).connections if any(part.id == "T1" for part in w.parts))
    assert (wire.a, wire.b, [part.id for part in wire.parts]) == ("I-10kV", "I-0.4kV", ["T1", "401"])


def test_switches_are_drawn_as_what_the_site_says_they_are() -> None:
    network = grid("S1 2 cb", "2 3 cb", "3 4 cb")
    site = {"devices": {"2-3": {"kind": "fuse"}, "3-4": {"kind": "contactor"}},
            "transfers": {"x": {"kind": "ats", "normal": "S1-2", "standby": "3-4"}}}  # fmt: skip
    parts = {p.id: p for wire in connections(case_around(network, site).dossier) for p in wire.parts}
    assert {name: part.kind for name, part in parts.items()} == {"S1-2": "breaker", "2-3": "fuse", "3-4": "contactor"}
    assert [parts[name].note for name in ("S1-2", "2-3", "3-4")] == ["ATS", "", "ATS"]


def test_a_load_with_two_cords_hangs_on_both_boards_and_a_motor_is_a_motor() -> None:
    network = grid("S1 2 cb", "S1 3 cb", loads={"2": 0.1, "3": 0.2})
    cords = [{"bus": "2", "share_percent": 50}, {"bus": "3", "share_percent": 50}]
    site = {"loads": {"load-2": {"cords": cords}, "load-3": {"motor": {"starting_kva": 900}}},
            "earths": {"E-2": {"at": "2"}}}  # fmt: skip
    picture = diagram(case_around(network, site).dossier)
    assert picture.hanging == {
        "2": (Hanging("load", "load-2", 50.0), Hanging("earth_switch", "E-2")),
        "3": (Hanging("load", "load-2", 50.0), Hanging("motor", "load-3")),
    }
    found = layout(picture, words(picture))
    assert [each.key for each in found.scene.symbols if each.id == "load-2"] == ["load-2@2", "load-2@3"]
    assert problems(found) == []


def test_the_same_network_is_placed_the_same_way_twice() -> None:
    network = ring_network(20)
    assert laid(network).scene == laid(network).scene


def test_boxes_that_only_touch_do_not_meet() -> None:
    assert not Box(0, 0, 10, 10).meets(Box(10, 0, 20, 10))

"""The one-line diagram's layout."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from drillsim.documents.pictures.diagram import diagram
from drillsim.documents.pictures.placed import Placed, is_dummy
from drillsim.documents.pictures.placing import oriented, placed
from drillsim.files.folder import load_customer
from drillsim.schema.dossier import Dossier
from helpers.sample_run import sample_dossier


def place(dossier: Dossier) -> Placed:
    picture = diagram(dossier)
    return placed(picture, oriented(picture))


def test_buses_stand_in_layers_by_their_distance_from_the_feeders() -> None:
    layers = diagram(sample_dossier()).layers
    assert layers == {
        "E-end": 0,
        "W-end": 0,
        "I-10kV": 1,
        "II-10kV": 1,
        "I-0.4kV": 2,
        "II-0.4kV": 2,
        "em-0.4kV": 3,
        "gen-0.4kV": 2,
        "icu-0.4kV": 4,
    }


def test_a_genset_stands_above_the_board_it_feeds() -> None:
    layers = diagram(sample_dossier()).layers
    assert layers["gen-0.4kV"] == layers["em-0.4kV"] - 1


def test_the_two_ends_of_a_bus_tie_are_neighbours() -> None:
    row = next(row for row in place(sample_dossier()).order if "I-10kV" in row)
    assert abs(row.index("I-10kV") - row.index("II-10kV")) == 1


def test_a_transformer_keeps_the_switches_at_its_ends_in_order() -> None:
    wire = next(wire for wire in diagram(sample_dossier()).connections if any(part.id == "T1" for part in wire.parts))
    assert (wire.a, wire.b, [part.id for part in wire.parts]) == ("I-10kV", "I-0.4kV", ["T1", "401"])


@pytest.fixture
def hospital(repository: Path) -> Dossier:
    return load_customer(repository / "plans" / "central-hospital").dossier


def test_no_two_bars_of_a_layer_overlap(hospital: Dossier) -> None:
    for dossier in (sample_dossier(), hospital):
        found = place(dossier)
        for row in found.order:
            for left, right in pairwise(row):
                gap = found.x(right) - found.x(left) - (found.width[left] + found.width[right]) / 2
                assert gap > 8, (left, right)


def test_every_port_lies_on_its_bar(hospital: Dossier) -> None:
    found = place(hospital)
    for (node, _), offset in (*found.up_port.items(), *found.down_port.items()):
        assert is_dummy(node) or abs(offset) <= found.width[node] / 2


def test_ports_of_one_bar_keep_apart(hospital: Dossier) -> None:
    found = place(hospital)
    for bus in hospital.network.bus:
        ups = sorted(at for (node, _), at in found.up_port.items() if node == bus.name)
        assert all(b - a > 20 for a, b in pairwise(ups)), bus.name


def test_the_same_network_is_placed_the_same_way_twice(hospital: Dossier) -> None:
    assert place(hospital).center == place(hospital).center

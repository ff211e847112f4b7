"""What depends on what, and what takes both feeders away."""

from __future__ import annotations

import networkx as nx

from drillsim.dependency import CommonCause, common_causes, dependency_graph
from helpers.small_customer import small_customer


def test_the_graph_leads_from_the_bulk_tank_to_the_surgery() -> None:
    graph = dependency_graph(small_customer())
    assert nx.shortest_path(graph, "bulk-tank", "genset-1") == ["bulk-tank", "day-tank", "genset-1"]
    assert {"trench-a", "substation:East", "yard", "bulk-tank"} <= nx.ancestors(graph, "feeder-east") | nx.ancestors(
        graph, "genset-1"
    )
    kinds = {data["kind"] for *_, data in graph.edges(data=True)}
    assert kinds == {"powers", "needs", "fuels", "pumps", "controls", "holds", "routes", "feeds"}


def test_separate_feeders_have_no_common_cause() -> None:
    assert common_causes(small_customer(), "theatre") == ()


def test_a_shared_trench_is_a_common_cause_of_every_load() -> None:
    shared = small_customer(("site/sources/feeder-west/route", ["trench-a"]))
    cause = CommonCause("zone", "trench-a", ("feeder-east", "feeder-west"))
    assert common_causes(shared, "theatre") == common_causes(shared, "icu") == (cause,)


def test_a_zone_with_both_incomers_is_a_common_cause() -> None:
    room = small_customer(("site/zones/HV-house", {"contains": ["101", "102"]}))
    assert common_causes(room, "ward") == (CommonCause("zone", "HV-house", ("101", "102")),)


def test_a_zone_with_one_of_two_ways_is_none() -> None:
    assert common_causes(small_customer(("site/zones/bay", {"contains": ["I-10kV", "101"]})), "ward") == ()


def test_a_zone_the_load_itself_stands_in_is_none() -> None:
    assert common_causes(small_customer(("site/zones/cellar", {"contains": ["ward", "101", "102"]})), "ward") == ()

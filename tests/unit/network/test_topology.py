"""Graph questions over small drawn networks."""

from __future__ import annotations

import pickle

from drillsim.network import (
    CompiledNetwork,
    Zone,
    closing,
    compile_network,
    components,
    conducting,
    enclosure,
    fed_from_outside,
    joins_live,
    live_nodes,
    path,
    path_exists,
    reaches,
    sources_inside,
    unreachable_loads,
    zone,
)
from helpers.grids import grid


def drawn(*drawing: str, **loads: float) -> CompiledNetwork:
    return compile_network(grid(*drawing, loads={bus.lstrip("_"): mw for bus, mw in loads.items()}))


def positions(net: CompiledNetwork, **moved: bool) -> bytes:
    """The file's positions with some switches moved: `a__b=False` opens a-b."""
    closed = bytearray(net.closed)
    for name, to in moved.items():
        closed[net.switch_index[name.lstrip("_").replace("__", "-")]] = to
    return bytes(closed)


def live_ids(net: CompiledNetwork, closed: bytes, out: tuple[str, ...] = ()) -> list[str]:
    nodes = [net.node(each) for each in out]
    flags = live_nodes(net, conducting(net, closed, nodes), net.source_bus, nodes)
    return [net.element_id(node) for node, live in enumerate(flags) if live]


def named(net: CompiledNetwork, area: Zone) -> tuple[list[str], list[tuple[str, str, str]]]:
    nodes = [net.element_id(node) for node in area.nodes]
    around = [(net.switch_ids[b.switch], net.element_id(b.inside), net.element_id(b.outside)) for b in area.boundaries]
    return nodes, around


def devices(net: CompiledNetwork, *ids: str) -> tuple[int, ...]:
    return tuple(net.switch_index[each] for each in ids)


class TestLive:
    def test_everything_joined_to_a_feeder_is_live(self) -> None:
        net = drawn("S1 2 cb", "2 3", "3 4 open")
        assert live_ids(net, net.closed) == ["S1", "2", "3", "2-3"]

    def test_an_open_switch_between_buses_darkens_what_lies_behind(self) -> None:
        net = drawn("S1 2 cb", "2 3")
        assert live_ids(net, positions(net, S1__2=False)) == ["S1"]

    def test_a_line_with_one_end_open_is_live_but_feeds_nothing(self) -> None:
        net = drawn("S1 2 line cb open", "2 3")
        assert live_ids(net, net.closed) == ["S1", "S1-2"]

    def test_a_bus_out_of_service_feeds_nothing_not_even_its_own_feeder(self) -> None:
        net = drawn("S1 2", "2 3")
        assert live_ids(net, net.closed, out=("2",)) == ["S1", "S1-2"]
        assert live_ids(net, net.closed, out=("S1",)) == []

    def test_a_line_out_of_service_carries_nothing(self) -> None:
        net = drawn("S1 2", "S1 2 #b")
        assert live_ids(net, net.closed, out=("S1-2",)) == ["S1", "2", "S1-2_b"]
        assert live_ids(net, net.closed, out=("S1-2", "S1-2_b")) == ["S1"]

    def test_of_two_parallel_switches_one_is_enough(self) -> None:
        net = drawn("S1 2 cb", "S1 2 open #b")
        assert live_ids(net, net.closed) == ["S1", "2"]
        assert live_ids(net, positions(net, S1__2=False)) == ["S1"]

    def test_of_two_switches_at_one_line_end_both_must_be_closed(self) -> None:
        network = grid("S1 2 line cb -")
        second = network.switch[0].model_copy(update={"name": "isolator", "type": "DS"})
        net = compile_network(network.model_copy(update={"switch": (*network.switch, second)}))
        assert len(net.link_switches[net.switch_link[0]]) == 2
        assert live_ids(net, bytes([1, 1])) == ["S1", "2", "S1-2"]
        assert live_ids(net, bytes([1, 0])) == live_ids(net, bytes([0, 1])) == ["S1"]


class TestComponents:
    def test_components_are_numbered_by_their_lowest_node(self) -> None:
        net = drawn("S1 2 open", "2 3 cb", "S4 1")
        assert components(net, conducting(net, net.closed)) == (0, 1, 1, 2, 2, 2)

    def test_a_branch_open_at_both_ends_is_a_component_of_its_own(self) -> None:
        net = drawn("S1 2 line open open")
        assert components(net, conducting(net, net.closed)) == (0, 1, 2)


class TestPath:
    def test_the_shortest_way_is_found_through_the_branches(self) -> None:
        net = drawn("S1 2", "2 3", "S1 3 cb")
        way = path(net, conducting(net, net.closed), net.node("3"), (net.node("S1"),))
        assert [net.element_id(node) for node in way] == ["3", "S1"]

    def test_there_is_no_way_through_an_open_switch(self) -> None:
        net = drawn("S1 2 open")
        links = conducting(net, net.closed)
        assert path(net, links, 0, (1,)) == ()
        assert not path_exists(net, links, 0, 1)
        assert path_exists(net, conducting(net, b"\x01"), 0, 1)


class TestZone:
    #   S1 ──[S1-2]── 2 ══(2-3)══ 3 ──[3-4]── 4          a feeder, two breakers, a line without a device, a breaker
    ROW = ("S1 2 cb", "2 3", "3 4 cb")

    def test_a_zone_ends_at_the_closed_devices_around_it(self) -> None:
        net = drawn(*self.ROW)
        area = zone(net, conducting(net, net.closed), [net.node("2-3")], devices(net, "S1-2", "3-4"))
        assert named(net, area) == (["2", "3", "2-3"], [("S1-2", "2", "S1"), ("3-4", "3", "4")])

    def test_only_the_device_with_a_live_far_side_is_fed(self) -> None:
        net = drawn(*self.ROW)
        links = conducting(net, net.closed)
        area = zone(net, links, [net.node("2-3")], devices(net, "S1-2", "3-4"))
        assert fed_from_outside(net, links, area, net.source_bus) == (True, False)

    def test_a_source_reached_only_through_the_zone_does_not_feed_its_other_side(self) -> None:
        net = drawn("S1 2 cb", "2 3 cb", "2 4 cb", "3 4")
        links = conducting(net, net.closed)
        area = zone(net, links, [net.node("2")], range(3))
        assert fed_from_outside(net, links, area, net.source_bus) == (True, False, False)

    def test_a_device_that_failed_joins_its_far_side_to_the_zone(self) -> None:
        net = drawn("S1 2 cb", "2 3 cb", "3 4 cb")
        area = zone(net, conducting(net, net.closed), [net.node("4")], devices(net, "S1-2", "2-3"))
        assert named(net, area) == (["3", "4"], [("2-3", "3", "2")])

    def test_an_open_switch_ends_the_zone_and_is_no_device_to_trip(self) -> None:
        net = drawn("S1 2 cb", "2 3 open", "3 S4 cb")
        area = zone(net, conducting(net, net.closed), [net.node("2")], range(3))
        assert named(net, area) == (["2"], [("S1-2", "2", "S1")])

    def test_a_fault_in_a_line_lies_beyond_the_switches_at_its_ends(self) -> None:
        net = drawn("S1 2 line cb cb", "2 3 cb")
        area = zone(net, conducting(net, net.closed), [net.node("S1-2")], range(3))
        assert named(net, area) == (["S1-2"], [("S1-2.S1", "S1-2", "S1"), ("S1-2.2", "S1-2", "2")])

    def test_a_fault_on_a_bus_leaves_out_the_line_behind_its_switch(self) -> None:
        net = drawn("S1 2 line cb cb", "2 3 cb")
        area = zone(net, conducting(net, net.closed), [net.node("2")], range(3))
        assert named(net, area) == (["2"], [("S1-2.2", "2", "S1-2"), ("2-3", "2", "3")])

    def test_a_device_inside_a_loop_of_the_zone_is_not_around_it(self) -> None:
        net = drawn("S1 2 cb", "2 3 cb", "2 3 #b")
        area = zone(net, conducting(net, net.closed), [net.node("2")], range(2))
        assert named(net, area) == (["2", "3", "2-3_b"], [("S1-2", "2", "S1")])

    def test_a_source_inside_with_no_device_between_is_named(self) -> None:
        net = drawn("S1 2", "2 3 cb")
        area = zone(net, conducting(net, net.closed), [net.node("2")], range(1))
        assert sources_inside(area, net.source_bus) == (0,)
        assert sources_inside(zone(net, conducting(net, net.closed), [net.node("3")], range(1)), net.source_bus) == ()

    def test_an_enclosure_counts_open_switches_as_devices_to_keep_open(self) -> None:
        net = drawn("S1 2 cb", "2 3 open", "3 4")
        area = enclosure(net, [net.node("2")], range(2))
        assert named(net, area) == (["2"], [("S1-2", "2", "S1"), ("2-3", "2", "3")])

    def test_an_enclosure_goes_on_past_switches_no_hand_can_open(self) -> None:
        net = drawn("S1 2 cb", "2 3 cb", "3 4 open")
        area = enclosure(net, [net.node("2")], devices(net, "S1-2", "3-4"))
        assert named(net, area) == (["2", "3"], [("S1-2", "2", "S1"), ("3-4", "3", "4")])


class TestClosing:
    def test_closing_a_tie_between_two_feeders_joins_two_live_parts(self) -> None:
        net = drawn("S1 2 cb", "S3 4 cb", "2 4 open")
        tie = net.switch_index["2-4"]
        assert joins_live(net, net.closed, (), tie, net.source_bus)

    def test_closing_onto_a_dead_bus_or_within_one_system_joins_nothing(self) -> None:
        net = drawn("S1 2 cb", "S3 4 open", "2 4 open", "S1 2 open #b")
        assert not joins_live(net, net.closed, (), net.switch_index["2-4"], net.source_bus)
        assert not joins_live(net, net.closed, (), net.switch_index["S1-2_b"], net.source_bus)

    def test_a_line_live_from_its_far_end_is_a_live_part_too(self) -> None:
        net = drawn("S1 S2 line cb open")
        assert joins_live(net, net.closed, (), net.switch_index["S1-S2.S2"], net.source_bus)

    def test_closing_one_of_two_open_switches_in_series_completes_nothing(self) -> None:
        network = grid("S1 2 line open -")
        second = network.switch[0].model_copy(update={"name": "isolator"})
        net = compile_network(network.model_copy(update={"switch": (*network.switch, second)}))
        assert not closing(net, bytes([0, 0]), (), 0).completes
        assert closing(net, bytes([0, 1]), (), 0).completes

    def test_closing_reaches_a_fault_behind_other_closed_switches(self) -> None:
        net = drawn("S1 2 open", "2 3 cb", "3 4 open")
        switch = net.switch_index["S1-2"]
        assert reaches(net, net.closed, (), switch, [net.node("3")])
        assert not reaches(net, net.closed, (), switch, [net.node("4")])
        assert not reaches(net, net.closed, [net.node("2")], switch, [net.node("3")])


class TestUnreachableLoads:
    def test_a_load_behind_an_open_switch_is_reachable_in_some_mode(self) -> None:
        net = drawn("S1 2 open", _2=0.1)
        assert unreachable_loads(net, net.source_bus) == ()

    def test_a_load_with_no_way_to_any_source_is_found(self) -> None:
        net = drawn("S1 2 cb", "3 4", _2=0.1, _4=0.2)
        assert [net.load_ids[load] for load in unreachable_loads(net, net.source_bus)] == ["load-4"]
        assert unreachable_loads(net, (*net.source_bus, net.node("3"))) == ()


def test_a_compiled_network_travels_to_another_process() -> None:
    net = drawn("S1 2 cb", "2 3", _3=0.1)
    assert pickle.loads(pickle.dumps(net)) == net

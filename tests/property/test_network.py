"""What must hold in every network: topology, islands and flows over random drawings."""

from __future__ import annotations

from functools import cache

import networkx as nx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drillsim.network import (
    Answer,
    CannotSay,
    CompiledNetwork,
    Island,
    Memo,
    PandapowerFlow,
    compile_network,
    components,
    conducting,
    demand_by_bus,
    enclosure,
    fed_from_outside,
    feeder,
    file_demand,
    joins_live,
    live_islands,
    live_nodes,
    reached,
    zone,
)
from drillsim.schema.network import Network
from helpers.grids import grid

BUSES = ("S1", "S2", "a", "b", "c", "d", "e")
END = st.sampled_from(["cb", "open", "-"])
KIND = st.one_of(st.sampled_from(["", "cb", "open"]), st.builds("line {} {}".format, END, END))


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Up to seven 10 kV buses, two of them feeders, joined by lines and breakers anyhow; every bus draws something."""
    pairs = st.lists(st.tuples(st.sampled_from(BUSES), st.sampled_from(BUSES)).filter(lambda pair: pair[0] < pair[1]),
                     min_size=2, max_size=10)  # fmt: skip
    drawing = [f"{one} {other} {draw(KIND)} #{n}" for n, (one, other) in enumerate(draw(pairs))]
    buses = sorted({bus for line in drawing for bus in line.split()[:2]})
    return grid(*drawing, loads=dict.fromkeys(buses, 0.1))


@st.composite
def states(draw: st.DrawFn) -> tuple[CompiledNetwork, bytes, frozenset[int]]:
    """A network, positions of its switches, and a few nodes out of service."""
    net = compile_network(draw(networks()))
    closed = bytes(draw(st.lists(st.booleans(), min_size=len(net.switch_ids), max_size=len(net.switch_ids))))
    out = draw(st.frozensets(st.integers(0, net.node_count - 1), max_size=2))
    return net, closed, out


def moved(closed: bytes, switch: int, to: int) -> bytes:
    return closed[:switch] + bytes([to]) + closed[switch + 1 :]


@given(states())
def test_opening_a_switch_never_energises_anything(state: tuple[CompiledNetwork, bytes, frozenset[int]]) -> None:
    net, closed, out = state
    before = live_nodes(net, conducting(net, closed, out), net.source_bus, out)
    for switch in range(len(closed)):
        after = live_nodes(net, conducting(net, moved(closed, switch, 0), out), net.source_bus, out)
        assert all(was or not now for was, now in zip(before, after, strict=True))


@given(states())
def test_components_are_those_networkx_finds(state: tuple[CompiledNetwork, bytes, frozenset[int]]) -> None:
    net, closed, out = state
    links = conducting(net, closed, out)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(net.node_count))
    graph.add_edges_from(pair for pair, on in zip(net.link_nodes, links, strict=True) if on)
    expected = sorted(map(sorted, nx.connected_components(graph)))
    labels = components(net, links)
    assert labels == tuple(
        next(n for n, found in enumerate(expected) if node in found) for node in range(net.node_count)
    )


@given(states(), st.data())
def test_opening_the_devices_around_a_zone_separates_it(
    state: tuple[CompiledNetwork, bytes, frozenset[int]], data: st.DataObject
) -> None:
    net, closed, out = state
    start = data.draw(st.integers(0, net.node_count - 1))
    devices = data.draw(st.frozensets(st.integers(0, max(len(closed) - 1, 0))))
    area = zone(net, conducting(net, closed, out), [start], devices)
    opened = closed
    for boundary in area.boundaries:
        assert boundary.switch in devices
        assert closed[boundary.switch]
        assert boundary.inside in area.nodes
        assert boundary.outside not in area.nodes
        opened = moved(opened, boundary.switch, 0)
    left = reached(net, conducting(net, opened, out), [start])
    assert [node for node, on in enumerate(left) if on] == list(area.nodes)


@given(states(), st.data())
def test_a_zone_that_nothing_feeds_and_that_holds_no_source_is_dead(
    state: tuple[CompiledNetwork, bytes, frozenset[int]], data: st.DataObject
) -> None:
    net, closed, out = state
    start = data.draw(st.integers(0, net.node_count - 1))
    links = conducting(net, closed, out)
    sources = [bus for bus in net.source_bus if bus not in out]
    area = zone(net, links, [start], range(len(closed)))
    fed = any(fed_from_outside(net, links, area, sources)) or any(bus in area.nodes for bus in sources)
    assert fed == bool(live_nodes(net, links, sources, out)[start])


@given(states(), st.data())
def test_an_enclosure_holds_the_zone_of_the_same_devices(
    state: tuple[CompiledNetwork, bytes, frozenset[int]], data: st.DataObject
) -> None:
    net, closed, out = state
    start = data.draw(st.integers(0, net.node_count - 1))
    devices = range(len(closed))
    area = zone(net, conducting(net, closed, out), [start], devices)
    assert set(area.nodes) <= set(enclosure(net, [start], devices).nodes)


@given(states())
def test_joining_two_live_parts_makes_one_island_fewer(state: tuple[CompiledNetwork, bytes, frozenset[int]]) -> None:
    net, closed, out = state
    feeders = [feeder(net, position) for position, bus in enumerate(net.source_bus) if bus not in out]
    before = live_islands(net, conducting(net, closed, out), feeders, ())
    for switch, on in enumerate(closed):
        if not on:
            after = live_islands(net, conducting(net, moved(closed, switch, 1), out), feeders, ())
            joined = joins_live(net, closed, out, switch, net.source_bus)
            assert len(after) == len(before) - joined


@given(states())
def test_islands_share_no_node_and_hold_all_that_is_live(state: tuple[CompiledNetwork, bytes, frozenset[int]]) -> None:
    net, closed, out = state
    links = conducting(net, closed, out)
    feeders = [feeder(net, position) for position, bus in enumerate(net.source_bus) if bus not in out]
    found = live_islands(net, links, feeders, file_demand(net))
    live = live_nodes(net, links, net.source_bus, out)
    assert bytes(sum(island.nodes[node] for island in found) for node in range(net.node_count)) == live
    drawn = sorted(each for island in found for each in island.demand)
    assert drawn == [each for each in file_demand(net) if live[each[0]]]


class Echo:
    """An engine whose answer names the island it was asked about."""

    engine = "echo"

    def solve(self, island: Island) -> Answer:
        return CannotSay("not-converged", repr(island))


@given(states(), st.integers(1, 3), st.integers(1, 3))
def test_states_that_differ_only_in_demand_never_share_an_answer(
    state: tuple[CompiledNetwork, bytes, frozenset[int]], one: int, other: int
) -> None:
    net, closed, out = state
    links, memo = conducting(net, closed, out), Memo(Echo())
    feeders = [feeder(net, position) for position in range(len(net.source_ids))]
    for factor in (one, other, one):
        drawn = demand_by_bus((bus, watts * factor, var * factor) for bus, watts, var in file_demand(net))
        for island in live_islands(net, links, feeders, drawn):
            assert memo.solve(island) == Echo().solve(island)


@cache
def customer() -> tuple[CompiledNetwork, PandapowerFlow]:
    """One network and one engine that has solved whatever came before."""
    network = grid("S1 I cb", "S2 II cb", "I II open", "I A trafo cb cb", "II B trafo cb cb", "A B open",
                   "A x line cb -", "B x line open -", loads={"A": 0.06, "B": 0.04, "x": 0.02})  # fmt: skip
    net = compile_network(network)
    return net, PandapowerFlow(network, net)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.booleans(), min_size=10, max_size=10), st.sampled_from([0.5, 1.0, 1.5]))
def test_an_answer_depends_on_the_island_alone(positions: list[bool], factor: float) -> None:
    net, used = customer()
    drawn = demand_by_bus((bus, round(watts * factor), round(var * factor)) for bus, watts, var in file_demand(net))
    feeders = [feeder(net, position) for position in range(len(net.source_ids))]
    fresh = PandapowerFlow(used.network, net)
    for island in live_islands(net, conducting(net, bytes(positions)), feeders, drawn):
        assert used.solve(island) == fresh.solve(island)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.booleans(), min_size=10, max_size=10))
def test_sources_give_what_is_drawn_and_little_more(positions: list[bool]) -> None:
    net, flow = customer()
    feeders = [feeder(net, position) for position in range(len(net.source_ids))]
    for island in live_islands(net, conducting(net, bytes(positions)), feeders, file_demand(net)):
        answer = flow.solve(island)
        assert not isinstance(answer, CannotSay)
        drawn = sum(watts for _, watts, _ in island.demand)
        assert drawn <= sum(answer.source_w) <= drawn * 1.1 + 10_000

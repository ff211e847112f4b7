"""The network as plain arrays: nodes and links, by position. Compiled once, travels to workers, never changes.

A *node* is a bus or a branch (line, transformer, impedance). Buses come first, so a bus index is its node index; the
branches follow by kind, as `schema.element.BRANCHES` lists them, each in file order. A *link* joins two nodes: a
branch's end and its bus, or two buses through a switch. A link conducts when all its switches are closed and both its
nodes are in service. So a line with one end open is live but carries nothing, and a fault lies inside its element,
beyond the switches at its ends, without a special case.

Ids stay at the edge: `bus_index`, `branch_index`, `switch_index` and `source_index` lead in, the `*_ids` tuples out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drillsim.schema import BRANCH, Branch, BranchKind, Compiled, Joined, Network, follows_from, joined


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledNetwork:
    """Arrays by position; treat the mappings as read-only."""

    bus_ids: tuple[str, ...]
    bus_kv: tuple[float, ...]
    branch_ids: tuple[str, ...]
    branch_kinds: tuple[BranchKind, ...]
    link_nodes: tuple[tuple[int, int], ...]
    """The two nodes of each link; a branch's ends are (bus, branch node), in the order from/to or hv/mv/lv."""
    link_switches: tuple[tuple[int, ...], ...]
    """Switches of each link that must all be closed, in file order; empty for an end without a switch."""
    adjacent: tuple[tuple[tuple[int, int], ...], ...]
    """For each node its (link, node on the other side)."""
    switch_ids: tuple[str, ...]
    switch_types: tuple[str, ...]
    """pandapower's CB, LS, LBS, DS."""
    switch_link: tuple[int, ...]
    """The link each switch is part of."""
    closed: bytes
    """The positions in the file, one byte a switch: 1 closed."""
    out: frozenset[int]
    """Nodes out of service in the file."""
    source_ids: tuple[str, ...]
    """The feeders (`ext_grid`)."""
    source_bus: tuple[int, ...]
    source_in_service: tuple[bool, ...]
    source_vm_pu: tuple[float, ...]
    source_va_degree: tuple[float, ...]
    source_fault_va: tuple[int, ...]
    """Greatest short-circuit power (s_sc_max_mva) of each feeder, VA."""
    load_ids: tuple[str, ...]
    load_bus: tuple[int, ...]
    load_w: tuple[int, ...]
    """Demand in the file, watts: p_mw × scaling; 0 for a load out of service."""
    load_var: tuple[int, ...]
    bus_index: Mapping[str, int]
    branch_index: Mapping[str, int]
    """Branch id → position among the branches (its node is `bus_count` further)."""
    switch_index: Mapping[str, int]
    load_index: Mapping[str, int]
    source_index: Mapping[str, int]

    @property
    def bus_count(self) -> int:
        return len(self.bus_ids)

    @property
    def node_count(self) -> int:
        return len(self.adjacent)

    def node(self, element_id: str) -> int:
        """The node of a bus or branch. Raises: KeyError for any other id."""
        if element_id in self.bus_index:
            return self.bus_index[element_id]
        return self.bus_count + self.branch_index[element_id]

    def element_id(self, node: int) -> str:
        """The id of the bus or branch at `node`."""
        return self.bus_ids[node] if node < self.bus_count else self.branch_ids[node - self.bus_count]

    def is_bus(self, node: int) -> bool:
        return node < len(self.bus_ids)

    def branch_at(self, node: int) -> Branch:
        """Return the kind of the branch at `node`. Raises: IndexError for a bus."""
        return BRANCH[self.branch_kinds[node - self.bus_count]]

    def switch_nodes(self, switch: int) -> tuple[int, int]:
        """The nodes on the two sides of `switch`: the bus it stands at first, then the other bus or the branch."""
        return self.link_nodes[self.switch_link[switch]]


@follows_from("network")
def net_of(dossier: Compiled) -> CompiledNetwork:
    """The customer's network as arrays."""
    return compile_network(dossier.network)


def compile_network(network: Network) -> CompiledNetwork:
    """`network` as arrays. It must be free of `network_problems`; raises KeyError otherwise."""
    bus_index = {bus.name: position for position, bus in enumerate(network.bus)}
    branches = tuple(joined(network))
    branch_index = {each.id: position for position, each in enumerate(branches)}
    loads = network.loads
    link_nodes, link_switches, switch_link = _links(network, bus_index, branches)
    nodes = len(bus_index) + len(branches)
    return CompiledNetwork(
        bus_ids=tuple(bus_index),
        bus_kv=tuple(bus.vn_kv for bus in network.bus),
        branch_ids=tuple(branch_index),
        branch_kinds=tuple(each.branch.kind for each in branches),
        link_nodes=link_nodes,
        link_switches=link_switches,
        adjacent=_adjacent(nodes, link_nodes),
        switch_ids=tuple(switch.name for switch in network.switch),
        switch_types=tuple(switch.type for switch in network.switch),
        switch_link=switch_link,
        closed=bytes(switch.closed for switch in network.switch),
        out=frozenset(_out_of_service(network, branches)),
        source_ids=tuple(row.name for row in network.ext_grid),
        source_bus=tuple(bus_index[row.bus] for row in network.ext_grid),
        source_in_service=tuple(row.in_service for row in network.ext_grid),
        source_vm_pu=tuple(row.vm_pu for row in network.ext_grid),
        source_va_degree=tuple(row.va_degree for row in network.ext_grid),
        source_fault_va=tuple(round(row.s_sc_max_mva * 1e6) for row in network.ext_grid),
        load_ids=tuple(row.name for row in loads),
        load_bus=tuple(bus_index[row.bus] for row in loads),
        load_w=tuple(_whole(row.p_mw * row.scaling, row.in_service) for row in loads),
        load_var=tuple(_whole(row.q_mvar * row.scaling, row.in_service) for row in loads),
        bus_index=bus_index,
        branch_index=branch_index,
        switch_index={row.name: position for position, row in enumerate(network.switch)},
        load_index={row.name: position for position, row in enumerate(loads)},
        source_index={row.name: position for position, row in enumerate(network.ext_grid)},
    )


def _links(
    network: Network, bus_index: dict[str, int], branches: tuple[Joined, ...]
) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, ...], ...], tuple[int, ...]]:
    """Link nodes, switches of each link, link of each switch: branch ends first, then bus-bus switches."""
    nodes: list[tuple[int, int]] = []
    at_end: dict[tuple[str, str], int] = {}
    for position, branch in enumerate(branches):
        for bus in branch.buses:
            at_end[branch.id, bus] = len(nodes)
            nodes.append((bus_index[bus], len(bus_index) + position))
    switches: list[list[int]] = [[] for _ in nodes]
    switch_link: list[int] = []
    for position, switch in enumerate(network.switch):
        if switch.et == "b":
            link = len(nodes)
            nodes.append((bus_index[switch.bus], bus_index[switch.element]))
            switches.append([])
        else:
            link = at_end[switch.element, switch.bus]
        switches[link].append(position)
        switch_link.append(link)
    return tuple(nodes), tuple(tuple(found) for found in switches), tuple(switch_link)


def _adjacent(nodes: int, link_nodes: tuple[tuple[int, int], ...]) -> tuple[tuple[tuple[int, int], ...], ...]:
    found: list[list[tuple[int, int]]] = [[] for _ in range(nodes)]
    for link, (one, other) in enumerate(link_nodes):
        found[one].append((link, other))
        found[other].append((link, one))
    return tuple(tuple(pairs) for pairs in found)


def _out_of_service(network: Network, branches: tuple[Joined, ...]) -> list[int]:
    buses = [position for position, bus in enumerate(network.bus) if not bus.in_service]
    first = len(network.bus)
    return buses + [first + position for position, branch in enumerate(branches) if not branch.in_service]


def _whole(mega: float, in_service: bool) -> int:
    return round(mega * 1e6) if in_service else 0

"""Load-point indices of a reliability table by a loop over pandapower.topology: what a planner would script without us.

`python tests/benchmarks/rbts2_topology.py TABLE.yaml CASE` prints them as JSON. Every branch fails once: the nearest
protection towards the source trips, the switches around the fault isolate it, the protection closes again, and the one
tie that brings back most is closed. Who was dark at the trip and is back by then waits for the branch's switching time,
everybody else dark for its repair. No overload, no voltage, no failing protection, no people, no second failure.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import networkx as nx
import pandapower as pp
import yaml
from pandapower.topology import create_nxgraph, unsupplied_buses

TIES = (("28", "30"), ("34", "38"))
"""Ends of feeders that a normally open switch joins: the table has the ends, the paper's one-line diagram the pairs."""
INDIFFERENT = {"length_km": 1.0, "r_ohm_per_km": 0.1, "x_ohm_per_km": 0.1, "c_nf_per_km": 0.0, "max_i_ka": 1.0}
Branch = Mapping[str, Any]


@dataclass(frozen=True)
class Grid:
    """The table as a pandapower network: line i is branch i, bus-bus switches are the ties."""

    net: Any
    branches: tuple[Branch, ...]
    buses: Mapping[str, int]
    source: int
    points: Mapping[str, int]


def grid_of(table: Path, case: str) -> Grid:
    """Case `case` of the file; load point n is node `LPn` where there is one, else bus n."""
    read = yaml.safe_load(table.read_text(encoding="utf-8"))
    wanted = read["cases"][case]
    branches = tuple(wanted["branches"])
    net = pp.create_empty_network()
    nodes = dict.fromkeys(str(each[end]) for each in branches for end in "uv")
    buses = {node: pp.create_bus(net, 11.0, name=node) for node in nodes}
    source = buses[str(wanted["source_bus"])]
    pp.create_ext_grid(net, source)
    for each in branches:
        line = pp.create_line_from_parameters(net, buses[str(each["u"])], buses[str(each["v"])], **INDIFFERENT)
        for end in "uv":
            for key, kind in ((f"prot_at_{end}", "CB"), (f"isolator_at_{end}", "DS")):
                if each.get(key):
                    pp.create_switch(net, buses[str(each[end])], line, et="l", type=kind)
    for one, other in TIES if wanted["alternative_supply_buses"] else ():
        pp.create_switch(net, buses[one], buses[other], et="b", closed=False)
    points = {name: buses[name if name in buses else name.removeprefix("LP")] for name in read["load_points"]}
    return Grid(net, branches, buses, source, points)


def indices(grid: Grid) -> dict[str, dict[str, float]]:
    """Failures a year (`lam`) and hours a year without supply (`U`) of each load point."""
    found = {name: {"lam": 0.0, "U": 0.0} for name in grid.points}
    for branch, hours in outages(grid):
        for name, each in hours.items():
            found[name]["lam"] += branch["lam"]
            found[name]["U"] += branch["lam"] * each
    return found


def outages(grid: Grid) -> Iterator[tuple[Branch, dict[str, float]]]:
    """Each branch with the hours its failure costs the load points that go dark."""
    for line, branch in enumerate(grid.branches):
        at_trip, for_good = _dark(grid, line)
        yield (
            branch,
            {name: branch["r" if bus in for_good else "s"] for name, bus in grid.points.items() if bus in at_trip},
        )


def _dark(grid: Grid, line: int) -> tuple[set[int], set[int]]:
    """Buses dark once the protection has tripped, and those still dark after isolation and one tie."""
    net, switches = grid.net, grid.net.switch
    normal = switches.closed.copy()
    tie = switches.et == "b"
    protection = _protection(grid, line)
    if protection is None:  # before the source there is always one more breaker
        at_trip = set(net.bus.index)
    else:
        switches.loc[protection, "closed"] = False
        at_trip = set(unsupplied_buses(net))
    switches["closed"] = False
    zone = _zone(net, line)
    around = net.line.index[net.line.from_bus.isin(zone) | net.line.to_bus.isin(zone)].union([line])
    switches["closed"] = normal & ~(~tie & switches.element.isin(around))
    for_good = set(unsupplied_buses(net)) | zone
    for_good &= min((_with_tie(net, each, zone) for each in switches.index[tie]), key=len, default=for_good)
    switches["closed"] = normal
    return at_trip, for_good


def _protection(grid: Grid, line: int) -> int | None:
    """The switch that trips: of the protections at the near end of a branch between source and fault, the last."""
    net = grid.net
    graph = create_nxgraph(net, multi=False)
    ends = (net.line.from_bus.at[line], net.line.to_bus.at[line])
    way = max((nx.shortest_path(graph, grid.source, end) for end in ends), key=len)
    breakers = net.switch[(net.switch.et == "l") & (net.switch.type == "CB")]
    for near, far in reversed(list(pairwise(way))):
        branch = net.line.index[net.line.from_bus.isin((near, far)) & net.line.to_bus.isin((near, far))]
        here = breakers.index[(breakers.bus == near) & breakers.element.isin(branch)]
        if len(here):
            return int(here[0])
    return None


def _zone(net: Any, line: int) -> set[int]:
    """Buses the fault lies at while every switch is open."""
    graph = create_nxgraph(net)
    switched = set(net.switch.bus[(net.switch.et == "l") & (net.switch.element == line)])
    ends = {int(net.line.from_bus.at[line]), int(net.line.to_bus.at[line])} - switched
    return {bus for end in ends for bus in nx.node_connected_component(graph, end)}


def _with_tie(net: Any, tie: int, zone: set[int]) -> set[int]:
    """Buses dark once `tie` is closed as well; one at the fault stays open."""
    if not zone & {net.switch.bus.at[tie], net.switch.element.at[tie]}:
        net.switch.loc[tie, "closed"] = True
    dark = set(unsupplied_buses(net)) | zone
    net.switch.loc[tie, "closed"] = False
    return dark


def main() -> None:
    """Prints version and indices."""
    table, case = sys.argv[1:]
    print(json.dumps({"version": pp.__version__, "points": indices(grid_of(Path(table), case))}))


if __name__ == "__main__":
    main()

"""One case of a reliability table with its names: which bus, branch, device and load every row becomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drillsim.schema import LoadPoint, SystemCase
from drillsim.schema import TableBranch as Branch

OWN_IDS = ("crew", "crew-1", "crew-2", "second", "system", "outage", "isolate", "switch-back", "transfer", "restore")
"""Ids of the plan and its people."""
SOURCE = "main-supply"


@dataclass(frozen=True, slots=True)
class Device:
    """A switch at the end of a branch."""

    id: str
    branch: str
    bus: str
    protects: bool
    works: float
    """Chance that it opens for a fault."""


@dataclass(frozen=True, slots=True)
class System:
    """The case as the files name it."""

    case: SystemCase
    points: dict[str, LoadPoint]

    def bus(self, node: str) -> str:
        """Id of the bus a node becomes."""
        return f"bus-{node}"

    def nodes(self) -> tuple[str, ...]:
        """Every node, in file order, the source first."""
        ends = (node for branch in self.case.branches for node in (branch.u, branch.v))
        return tuple(dict.fromkeys((self.case.source_bus, *ends)))

    def node_of(self, point: str) -> str:
        """Return the node a load point is fed at: `LPn` where there is such a node, else bus n; empty where there is
        neither."""
        nodes = self.nodes()
        return point if point in nodes else point[2:] if point[:2] == "LP" and point[2:] in nodes else ""

    def branch(self, branch: Branch) -> str:
        """Id of the line a branch becomes: its own, unless a load point or the plan has it."""
        return f"branch-{branch.id}" if branch.id in self.points or branch.id in OWN_IDS else branch.id

    def devices(self) -> Iterator[Device]:
        """Protections and isolators, in file order."""
        for branch in self.case.branches:
            works = self.case.prot_works if branch.prot_works is None else branch.prot_works
            for end, node in (("u", branch.u), ("v", branch.v)):
                name, bus = self.branch(branch), self.bus(node)
                if getattr(branch, f"prot_at_{end}"):
                    yield Device(f"{name}-{end}-protection", name, bus, True, works)
                if getattr(branch, f"isolator_at_{end}"):
                    yield Device(f"{name}-{end}-isolator", name, bus, False, 1.0)

    def alternatives(self) -> tuple[str, ...]:
        """Nodes that can be fed from elsewhere."""
        return self.case.alternative_supply_buses

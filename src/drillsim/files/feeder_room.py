"""The contents of the room the first feeder comes into: the zone a wrapped network's folder begins with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from drillsim.files.document import Tree
from drillsim.schema import TRANSFORMERS


def feeder_room(tree: Mapping[str, Tree]) -> tuple[str, ...]:
    """Ids of the first feeder's bus, of what bus-bus switches join to it, and of the transformers with an end there."""
    feeder = first_feeder(tree)
    if feeder is None:
        return ()
    buses = [str(feeder["bus"])]
    switches = [row for row in _rows(tree, "switch") if row["et"] == "b"]
    for bus in buses:
        joined = ((row["bus"], row["element"]) for row in switches if bus in (row["bus"], row["element"]))
        buses += [end for ends in joined for end in ends if end not in buses]
    own = [str(row["name"]) for row in switches if row["bus"] in buses]
    trafos = [str(row["name"]) for table in TRANSFORMERS for row in _rows(tree, table) if row["hv_bus"] in buses]
    return (*buses, *own, *trafos)


def first_feeder(tree: Mapping[str, Tree]) -> Mapping[str, Any] | None:
    """The first feeder in service."""
    return next((row for row in _rows(tree, "ext_grid") if row.get("in_service") != "false"), None)


def _rows(tree: Mapping[str, Tree], table: str) -> Iterator[Mapping[str, Any]]:
    rows = tree.get(table, [])
    return (row for row in rows if isinstance(row, dict)) if isinstance(rows, list) else iter(())

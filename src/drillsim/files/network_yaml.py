"""A network tree as network.yaml: one row a line, so a planner can compare two versions."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drillsim.files.document import Tree
from drillsim.schema import TABLES

_PLAIN = re.compile(r"[^\W\d_][\w.\-]*|-?\d+(\.\d+)?([eE][+-]?\d+)?")


def network_yaml(tree: Mapping[str, Tree]) -> str:
    """`tree` as network.yaml: one row a line, in the tables' order."""
    lines = ["format: 1"]
    if tree.get("f_hz", "50") != "50":
        lines.append(f"f_hz: {tree['f_hz']}")
    types = tree.get("std_types", {})
    if isinstance(types, dict) and types:
        lines.append("std_types:")
        for table, own in types.items():
            lines.append(f"  {table}:")
            lines += (
                [f"    {_scalar(name)}: {_flow(row)}" for name, row in own.items()] if isinstance(own, dict) else []
            )
    for table in TABLES:
        rows = tree.get(table, [])
        if isinstance(rows, list) and rows:
            lines.append(f"{table}:")
            lines += [f"  - {_flow(row)}" for row in rows]
    return "\n".join(lines) + "\n"


def _flow(row: Tree) -> str:
    assert isinstance(row, dict)
    pairs = (f"{key}: {_quoted_id(key, value)}" for key, value in row.items() if isinstance(value, str))
    return "{" + ", ".join(pairs) + "}"


_ID_KEYS = frozenset({"name", "bus", "element", "from_bus", "to_bus", "hv_bus", "mv_bus", "lv_bus"})


def _quoted_id(key: str, value: str) -> str:
    """Ids of digits alone go in quotes: our reader does not need them, people and other readers do."""
    return f'"{value}"' if key in _ID_KEYS and value[:1].isdigit() else _scalar(value)


def _scalar(value: str) -> str:
    if _PLAIN.fullmatch(value):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

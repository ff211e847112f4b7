"""Rows of a pandapower file picked, replaced and read: what taking a network over is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drillsim.files.pp_cell import Cells
from drillsim.files.pp_tables import PandapowerTables, Table

Names = dict[str, dict[str, str]]
"""Table → index → id."""


def rows(file: PandapowerTables, table: str) -> Iterator[tuple[str, Cells]]:
    """Index and cells of every row of `table`."""
    return zip(file.table(table).index, file.table(table).rows, strict=True)


def picked(table: Table, keep: Sequence[bool]) -> Table:
    """The rows of `table` for which `keep` says so."""
    positions = [position for position, kept in enumerate(keep) if kept]
    return Table(
        tuple(table.index[position] for position in positions),
        tuple(table.rows[position] for position in positions),
        tuple(table.lines[position] for position in positions),
    )


def replaced(file: PandapowerTables, **tables: Table) -> PandapowerTables:
    """`file` with other rows in some tables."""
    return replace(file, tables={**file.tables, **tables})


def number(cell: str) -> float:
    """A cell as a number; 0 where it is none."""
    try:
        return float(cell)
    except ValueError:
        return 0.0


def in_service(row: Cells) -> bool:
    """Return whether the row takes part; one that does not say does."""
    return row.get("in_service", "true") == "true"

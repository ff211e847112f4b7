"""All of a pandapower file that is passed over when it is taken over, counted: nothing goes without a word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drillsim.files.pp_ignored import REASONS, WRITTEN_ANYWAY, Reason, column_reason, table_reason
from drillsim.files.pp_rows import rows
from drillsim.files.pp_tables import PandapowerTables, read_columns, words_of
from drillsim.schema import TABLES


class PassedOver(NamedTuple):
    """A table (no `column`) or a column of a table that is taken, with how many rows say something there."""

    table: str
    column: str
    n: int
    reason: Reason


def passed_over(file: PandapowerTables) -> tuple[PassedOver, ...]:
    """All of `file` that is passed over, in the order of the reasons and by name; nothing without rows or values."""
    found = (*_tables(file), *_columns(file))
    return tuple(sorted(found, key=lambda each: (REASONS.index(each.reason), each.table, each.column)))


def _tables(file: PandapowerTables) -> Iterator[PassedOver]:
    for name in file.others:
        yield PassedOver(name, "", 1, table_reason(name) or "other")
    for name, n in file.passed_over.items():
        if n:
            yield PassedOver(name, "", n, table_reason(name) or "other")


def _columns(file: PandapowerTables) -> Iterator[PassedOver]:
    for table in TABLES:
        counts: dict[tuple[str, Reason], int] = {}
        for _, row in rows(file, table):
            for column, value in row.items():
                reason = _reason(table, column, value)
                if reason:
                    counts[column, reason] = counts.get((column, reason), 0) + 1
        yield from (PassedOver(table, column, n, reason) for (column, reason), n in counts.items())


def _reason(table: str, column: str, value: str) -> Reason | None:
    words = words_of(table, column)
    if words:
        return None if value in words else "words"
    if column in read_columns(table) or value == "false" or (table, column, value) in WRITTEN_ANYWAY:
        return None
    return column_reason(column) or "other"

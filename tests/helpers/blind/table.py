"""An operator in one line: a field of every row of a table of site.yaml set, or taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from helpers.blind.change import Operator, Spoiled, Trees, listed, site

Named = Callable[[Any], tuple[str, ...]]


def ids_in(*keys: str) -> Named:
    """The ids that stand in these fields of a row: they are concerned too."""
    return lambda row: tuple(name for key in keys for name in listed(row.get(key)))


def each_row(
    table: str,
    what: str,
    field: str,
    value: Any = None,
    *,
    where: Callable[[Any], bool] = lambda row: True,
    concerns: Named = lambda row: (),
    forbids: Callable[[Any], str] = lambda row: "",
) -> Operator:
    """Each row of `table` that fits gets `field` = `value` (or what `value(row)` says); None takes the field away.

    `field` may be dotted; a row that has no such field is passed over where it would be taken away.
    """
    *parents, last = field.split(".")

    def operator(trees: Trees) -> Iterator[Spoiled]:
        for name, row in trees.table(table).items():
            inner = row
            for parent in parents:
                inner = inner.get(parent, {}) if isinstance(inner, dict) else {}
            new = value(row) if callable(value) else value
            there = isinstance(inner, dict) and (inner or not parents) and (new is not None or last in inner)
            if there and where(row) and inner.get(last) != new:
                edit = site(table, name, *parents, last, value=new)
                yield Spoiled(f"{name}: {what}", (name, *concerns(row)), (edit,), forbids(row))

    return operator


def row_goes(table: str, forbids: Callable[[Any], str] = lambda row: "", concerns: Named = lambda row: ()) -> Operator:
    """Each row of `table` goes."""

    def operator(trees: Trees) -> Iterator[Spoiled]:
        for name, row in trees.table(table).items():
            yield Spoiled(f"{table} {name} goes", (name, *concerns(row)), (site(table, name),), forbids(row))

    return operator


def share_of(field: str, part: float) -> Callable[[Any], str | None]:
    """`part` of what the row states in `field`."""
    return lambda row: f"{float(row[field]) * part:g}" if field in row else None


def asked(section: str, where: Callable[[Any], bool] = lambda row: True) -> Callable[[Any], str]:
    """The section that asks for it, of rows that fit."""
    return lambda row: section if where(row) else ""


def of_kind(*kinds: str) -> Callable[[Any], bool]:
    """Rows of these kinds."""
    return lambda row: row.get("kind") in kinds

"""The shapes in which pandas writes a table as JSON, as one: columns, index, rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple


class Shape(NamedTuple):
    """A table: as many values a row as there are columns, one index a row."""

    columns: tuple[str, ...]
    keys: tuple[object, ...]
    rows: Iterable[Iterable[object]]
    """To be read once."""


def shape_of(content: object, orient: object = None) -> Shape | None:
    """`content` in the `orient` pandas calls it (by itself where that is None); None when it is no such table."""
    if isinstance(content, list):
        return _records(range(len(content)), content) if orient in (None, "records") else None
    if not isinstance(content, dict):
        return None
    if orient == "index":
        return _records(content, list(content.values()))
    if orient == "columns" or (orient is None and "data" not in content):
        return _columns(content)
    return _split(content) if orient in (None, "split") else None


def _split(content: Mapping[str, Any]) -> Shape | None:
    if not all(isinstance(content.get(key), list) for key in ("columns", "index", "data")):
        return None
    columns, index, rows = content["columns"], content["index"], content["data"]
    named = all(isinstance(each, str) for each in columns) and len(set(columns)) == len(columns)
    fits = len(index) == len(rows) and all(isinstance(row, list) and len(row) == len(columns) for row in rows)
    return Shape(tuple(columns), tuple(index), rows) if named and fits else None


def _records(index: Any, records: list[Any]) -> Shape | None:
    if not all(isinstance(each, dict) for each in records):
        return None
    columns = tuple(dict.fromkeys(key for each in records for key in each))
    return Shape(columns, tuple(index), (map(each.get, columns) for each in records))


def _columns(content: Mapping[str, Any]) -> Shape | None:
    if not all(isinstance(each, dict) for each in content.values()):
        return None
    index = tuple(dict.fromkeys(key for each in content.values() for key in each))
    return Shape(tuple(content), index, ([each.get(key) for each in content.values()] for key in index))

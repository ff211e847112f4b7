"""The records of a customer's files as rows of words, the way the workbook has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from drillsim.files.document import Path, Tree
from drillsim.files.workbook.cell_value import NOTHING, words_of
from drillsim.files.workbook.layout import Section

Words = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One record."""

    key: tuple[str, ...]
    path: Path
    """Its place in the file."""
    cells: Mapping[str, Words]
    """Words of each field; fields that are not there are left out."""


def rows_of(section: Section, tree: Tree) -> Iterator[Row]:
    """The rows of a sheet in the order of the file."""
    if not isinstance(tree, dict):
        return
    if section.shape == "facts":
        yield from _facts(section, tree)
    elif section.shape == "map":
        for name, record in _mapping(tree.get(section.key)).items():
            yield Row((name,), (section.key, name), _cells(section, record))
    elif section.parent:
        for path, holder in _with_alone(section, tree):
            name = str(_mapping(holder).get("id", ""))
            for number, record in enumerate(_list(_mapping(holder).get(section.key))):
                key = (name, _key(section, record, number))
                yield Row(key, (*path, section.key, number), _cells(section, record))
    else:
        for number, record in enumerate(_list(tree.get(section.key))):
            yield Row((_key(section, record, number),), (section.key, number), _cells(section, record))
        if section.alone and section.alone in tree:
            record = tree[section.alone]
            cells = _cells(section, record) | {section.alone: ("true", "")}
            yield Row((_key(section, record, 0),), (section.alone,), cells)


def _with_alone(section: Section, tree: Mapping[str, Tree]) -> Iterator[tuple[Path, Tree]]:
    """Yield every record with records of this sheet in it, and its place."""
    for number, each in enumerate(_list(tree.get(section.parent))):
        yield (section.parent, number), each
    if section.alone and section.alone in tree:
        yield (section.alone,), tree[section.alone]


def _facts(section: Section, tree: Mapping[str, Tree]) -> Iterator[Row]:
    for field in section.fields:
        path: Path = tuple(field.key.split("."))
        node: Any = tree
        for part in path:
            node = node.get(part) if isinstance(node, dict) else None
        cells = {"value": words_of(field, node)} if node is not None else {}
        yield Row((field.key,), path, cells)


def _cells(section: Section, record: Tree) -> dict[str, Words]:
    found = _mapping(record)
    return {field.key: words_of(field, found[field.key]) for field in section.columns if field.key in found}


def _key(section: Section, record: Tree, number: int) -> str:
    return str(_mapping(record).get(section.id, "")) if section.id else str(number + 1)


def _mapping(tree: Tree | None) -> dict[str, Tree]:
    return tree if isinstance(tree, dict) else {}


def _list(tree: Tree | None) -> list[Tree]:
    return tree if isinstance(tree, list) else []


__all__ = ["NOTHING", "Row", "Words", "rows_of"]

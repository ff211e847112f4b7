"""The keys somebody means who writes `trips`, `Device.trips`, `devices.trips`, `site.yaml: devices.101.trips`.

A path may leave out ids and positions or name real ones, so that the field of an error message can be asked about as
it stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from drillsim.cli.field_table import FILES, FieldRow, field_rows
from drillsim.files import json_schema

Schema = Mapping[str, Any]
_IN_FILE = re.compile(r"(?:[^:]*/)?(?P<file>[a-z.]+?)(?:\.(?:yaml|json|xlsx))?(?::\s*(?:\d+:\s*)?(?P<path>.*))?")


@dataclass(frozen=True, slots=True)
class FieldName:
    """A spelling taken apart. `file` is empty where any may be meant, `words` where the whole file is."""

    file: str
    words: tuple[str, ...]


def parse(name: str) -> FieldName:
    """`name` with the file it names, if it names one."""
    found = _IN_FILE.fullmatch(name)
    if found and found["file"] in FILES and (found["path"] is not None or name.endswith((".yaml", ".json", ".xlsx"))):
        return FieldName(found["file"], tuple((found["path"] or "").split(".")) if found["path"] else ())
    file = next((each for each in FILES if name.startswith(f"{each}.")), "")
    return FieldName(file, tuple(name.removeprefix(f"{file}." if file else "").split(".")))


def rows_called(name: str) -> tuple[FieldRow, ...]:
    """Every key `name` may mean, in the order of the files."""
    asked = parse(name)
    if not asked.words:
        return ()
    files = (asked.file,) if asked.file else FILES
    walked = {(file, *each) for file in files for each in _walked(file, asked.words)}
    return tuple(
        row
        for row in field_rows()
        if row.file in files and (_is_called(row, asked.words) or (row.file, row.record, row.key) in walked)
    )


def spellings() -> Iterator[str]:
    """Every way to write a key without ids: alone, after its record, as a path."""
    for row in field_rows():
        yield from (row.key, f"{row.record}.{row.key}", ".".join(_words(row)))


def _words(row: FieldRow) -> tuple[str, ...]:
    return tuple(part for part in row.path.split(".") if part not in ("<id>", "[]"))


def _is_called(row: FieldRow, words: tuple[str, ...]) -> bool:
    """The key alone, after its record, or words of its path in their order."""
    if words in ((row.key,), (row.record, row.key)):
        return True
    rest = iter(_words(row))
    return len(words) > 1 and words[-1] == row.key and all(word in rest for word in words)


def _walked(file: str, words: tuple[str, ...]) -> set[tuple[str, str]]:
    """Record and key at the end of a path through the schema of `file`; ids and positions are passed over."""
    root = _schema(file)
    definitions: Mapping[str, Schema] = root.get("$defs", {})
    rows = {name: each for name, each in root.get("patternProperties", {}).items() if re.fullmatch(name, words[0])}
    records = [(str(root["title"]), root), *_records({"patternProperties": rows}, definitions, set())]
    last: set[tuple[str, str]] = set()
    passed = not rows  # where rows stand under their ids at once, the first word is one
    for word in words:
        hits = [(name, schema["properties"][word]) for name, schema in records if word in schema.get("properties", {})]
        if hits:
            last, passed = {(name, word) for name, _ in hits}, False
            records = [each for _, schema in hits for each in _records(schema, definitions, set())]
        elif passed:
            return set()
        else:
            last, passed = set(), True
    return last


@cache
def _schema(file: str) -> Schema:
    return json_schema(file)


def _records(schema: Any, definitions: Mapping[str, Schema], seen: set[str]) -> Iterator[tuple[str, Schema]]:
    """Records a value holds or is: through choices, lists and mappings from ids."""
    if not isinstance(schema, Mapping):
        return
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    if name and name not in seen:
        seen.add(name)
        yield name, definitions[name]
        yield from _records({key: definitions[name].get(key) for key in ("anyOf", "oneOf")}, definitions, seen)
    for each in (*(schema.get("anyOf") or ()), *(schema.get("oneOf") or ())):
        yield from _records(each, definitions, seen)
    yield from _records(schema.get("items"), definitions, seen)
    for each in (*(schema.get("patternProperties") or {}).values(), schema.get("additionalProperties")):
        yield from _records(each, definitions, seen)

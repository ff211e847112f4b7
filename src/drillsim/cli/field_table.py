"""Every key of every file as a table, read from the JSON Schemas: what `explain` and the README's tables say.

A record is one shape of mapping (`Genset`); `path` is the first place of the file where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from drillsim.cli.field_type import default_words, type_words
from drillsim.files import json_schema
from drillsim.texts import Lang, has, text

FILES = (
    "customer", "network", "site", "plan", "scenario", "edition", "register", "people.local", "revisions", "msel",
)  # fmt: skip
_WORDS = "Words"
"""Names in two languages are explained once, as a type."""

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One key of one record."""

    file: str
    """Name of the file without its suffix."""
    record: str
    path: str
    """`sources.<id>.rated_kw`."""
    key: str
    required: bool
    description: str
    """Meaning of the key, from the schema (English)."""
    schema: Schema = field(compare=False, hash=False, repr=False)

    def meaning(self, lang: Lang) -> str:
        """Return the meaning, in `lang`; keys that are pandapower's own are explained by pandapower."""
        if not self.description:
            return text(lang, "type-pandapower")
        return text(lang, self.text_id) if has(self.text_id) else self.description

    @property
    def text_id(self) -> str:
        """Id of its meaning in the catalogue."""
        return f"field-{self.file.replace('.', '-')}-{self.record}-{self.key}"

    def type(self, lang: Lang) -> str:
        """Return the way it is written, in words."""
        return type_words(lang, self.schema)

    @property
    def default(self) -> str:
        """Value that holds when it is left out; empty where that is nothing."""
        return default_words(self.schema)

    def is_called(self, name: str) -> bool:
        """Return whether somebody who writes `name` may mean it: the key, a path that ends with it, `<file>.<path>`."""
        wanted = name.split(".")
        own = [self.file, *(part for part in self.path.split(".") if part not in ("<id>", "[]"))]
        if wanted == [self.key]:
            return True
        return wanted[-1] == self.key and len(wanted) > 1 and _within(wanted, own)


def _within(wanted: list[str], own: list[str]) -> bool:
    """Return whether `wanted` are words of `own` in the same order."""
    rest = iter(own)
    return all(word in rest for word in wanted)


@cache
def field_rows() -> tuple[FieldRow, ...]:
    """Every key of every file: file by file, record by record, in the order of the schema. A record that stands in
    several files stands with the first."""
    told: dict[str, Schema] = {}
    return tuple(row for file in FILES for row in _rows(file, told))


def _rows(file: str, told: dict[str, Schema]) -> Iterator[FieldRow]:
    root = json_schema(file)
    definitions: Mapping[str, Schema] = root.get("$defs", {})
    for record, path in _places(root, definitions).items():
        schema = definitions.get(record, root)
        if told.setdefault(record, schema) == schema and told[record] is not schema:
            continue
        required = schema.get("required", ())
        for key, each in schema.get("properties", {}).items():
            where = f"{path}.{key}" if path else key
            said = each.get("description", "") or definitions.get(_name_of(each), {}).get("description", "")
            yield FieldRow(file, record, where, key, key in required, " ".join(said.split()), each)


def _places(root: Schema, definitions: Mapping[str, Schema]) -> dict[str, str]:
    """Every record with the first place it stands at, the whole file first (under its own title)."""
    found = {str(root["title"]): ""}
    pending = [(root, "")]
    while pending:
        schema, path = pending.pop(0)
        for record, where in _records(schema, path):
            if record not in found and record != _WORDS:
                found[record] = where
                pending.append((definitions[record], where))
    return found


def _records(schema: Schema, path: str) -> Iterator[tuple[str, str]]:
    for key, each in schema.get("properties", {}).items():
        yield from _refs(each, f"{path}.{key}" if path else key)
    for each in schema.get("patternProperties", {}).values():  # rows that stand under their ids at once
        yield from _refs(each, f"{path}.<id>" if path else "<id>")


def _refs(schema: Any, path: str) -> Iterator[tuple[str, str]]:
    """Records a value may be, with their places."""
    if not isinstance(schema, Mapping):
        return
    if "$ref" in schema:
        yield _name_of(schema), path
    for each in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
        yield from _refs(each, path)
    yield from _refs(schema.get("items"), f"{path}.[]")
    for each in (*schema.get("patternProperties", {}).values(), schema.get("additionalProperties")):
        yield from _refs(each, f"{path}.<id>")


def _name_of(schema: Schema) -> str:
    return str(schema.get("$ref", "")).rpartition("/")[2]

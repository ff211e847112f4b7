"""The sheets of a customer and their columns, read off the JSON Schemas of the files: no second list of fields.

A collection of records is a sheet, a record a row; a list of records with ids inside a record is a sheet of its own
(the steps of the cards). All else of a file stands on one sheet of facts, a field a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from drillsim.files.schemas import json_schema
from drillsim.texts import Lang, has, text

FILES = ("customer", "network", "site", "plan")
KEPT = ("format",)
"""Fields nobody fills in."""
NUMBER = "#"
"""Column of a row without an id: its number in the file."""
LONGEST_TITLE = 31
"""Characters Excel takes for a sheet's title."""
Kind = Literal["text", "plain", "day", "number", "truth", "time", "words", "list", "tree"]
Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record."""

    key: str
    record: str
    kind: Kind
    required: bool = False
    choices: tuple[str, ...] = ()
    one_is_text: bool = False
    """A list of one may be written without being one."""

    def meaning(self, lang: Lang) -> str:
        """Return its meaning; empty for a field that is pandapower's own."""
        return next((text(lang, each) for each in self._texts if has(each)), "")

    @property
    def _texts(self) -> Iterator[str]:
        name = self.key.rpartition(".")[2]
        return (f"field-{file}-{self.record}-{name}" for file in (*FILES, "scenario", "register", "msel"))


@dataclass(frozen=True, slots=True)
class Head:
    """One column of a sheet."""

    field: Field
    part: int = 0
    """0; 1 for the English words of a name."""

    @property
    def name(self) -> str:
        """Return the name by which it is known again."""
        return f"{self.field.key}:en" if self.part else self.field.key

    def title(self, lang: Lang) -> str:
        """Return the words at its top: one for people, and the name."""
        word = field_word(lang, self.field.key)
        return f"{word} ({self.name})" if word else self.name


def field_word(lang: Lang, key: str) -> str:
    """Return the word people have for a field; empty where there is none but its name."""
    named = f"workbook-column-{key.strip('_#').replace('_', '-').replace('.', '-')}"
    return text(lang, named) if has(named) else ""


@dataclass(frozen=True, slots=True)
class Section:
    """One sheet: where its records stand in a file."""

    file: str
    key: str
    """Field of the file it is; empty for the sheet of facts."""
    shape: Literal["facts", "map", "list"]
    fields: tuple[Field, ...]
    id: str = ""
    """Field by which a record of a list is known; empty where that is its number."""
    child: str = ""
    """Field of the records that is a sheet of its own."""
    parent: str = ""
    """Sheet the records belong to, for such a one."""
    alone: str = ""
    """Field of the file that holds one more such record by itself."""

    @property
    def name(self) -> str:
        """Return the name by which the sheet is known: `site.loads`."""
        return ".".join(each for each in (self.file, self.parent, self.key) if each)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the columns that say which record a row is."""
        own = "field" if self.shape == "facts" else "id" if self.shape == "map" else self.id or NUMBER
        return (f"{self.parent}.id", own) if self.parent else (own,)

    @property
    def columns(self) -> tuple[Field, ...]:
        """Return the fields beside the keys: the name first, where its figures come from last."""
        if self.shape == "facts":
            return (Field("value", "", "words"),)
        own = (each for each in self.fields if each.key not in self.keys)
        return tuple(sorted(own, key=lambda each: (each.key == "source", each.key != "name")))

    @property
    def heads(self) -> tuple[Head, ...]:
        """Return the columns in order; a name in two languages has two."""
        return tuple(Head(each, part) for each in self.columns for part in range(2 if each.kind == "words" else 1))

    def title(self, lang: Lang) -> str:
        """Return the sheet's title."""
        named = f"workbook-sheet-{self.name.replace('.', '-').replace('_', '-')}"
        words = f"{text(lang, named)} {self.name}" if has(named) else self.name
        return words if len(words) <= LONGEST_TITLE else self.name


@cache
def sections(files: tuple[str, ...] = FILES) -> tuple[Section, ...]:
    """Every sheet of these files: file by file, in the order of the schema, the facts first."""
    return tuple(section for file in files for section in _of_file(file))


def _of_file(file: str) -> Iterator[Section]:
    root = json_schema(file)
    definitions: Mapping[str, Schema] = root.get("$defs", {})
    found = list(_collections(file, root, definitions))
    apart = {each.key for each in found} | {each.alone for each in found}
    if facts := tuple(_facts(root, definitions, apart)):
        yield Section(file, "", "facts", facts)
    yield from found


def _collections(file: str, root: Schema, definitions: Mapping[str, Schema]) -> Iterator[Section]:
    for key, schema in root["properties"].items():
        inner = next(iter(schema.get("patternProperties", {}).values()), None)
        records = _records(inner, definitions) if inner else _records(schema.get("items"), definitions)
        if not records:
            continue
        fields = tuple(_fields(records, definitions))
        if inner:
            yield Section(file, key, "map", fields)
            continue
        id_ = _id_of(records, definitions)
        child = next((each for each in fields if _children(each, records, definitions)), None)
        alone = next((name for name, other in root["properties"].items()
                      if name != key and _records(other, definitions) == records), "")  # fmt: skip
        if child is None:
            yield Section(file, key, "list", fields, id_, alone=alone)
            continue
        rest = tuple(each for each in fields if each is not child)
        if alone:
            rest = (*rest, Field(alone, str(root["title"]), "truth", choices=("true",)))
        yield Section(file, key, "list", rest, id_, child=child.key, alone=alone)
        below = _children(child, records, definitions)
        yield Section(
            file, child.key, "list", tuple(_fields(below, definitions)), _id_of(below, definitions), parent=key,
            alone=alone,
        )  # fmt: skip


def _facts(root: Schema, definitions: Mapping[str, Schema], apart: set[str]) -> Iterator[Field]:
    """Yield the other fields; those of a plain record one by one, `contract.number`."""
    record = str(root["title"])
    for key, schema in root["properties"].items():
        if key in apart or key in KEPT:
            continue
        inner = _records(schema, definitions)
        if len(inner) == 1 and "anyOf" not in schema and inner[0] != "Words":
            for each in _fields(inner, definitions):
                yield Field(f"{key}.{each.key}", each.record, each.kind, False, each.choices, each.one_is_text)
        else:
            yield _field(key, record, schema, key in root.get("required", ()), definitions)


def _fields(records: tuple[str, ...], definitions: Mapping[str, Schema]) -> Iterator[Field]:
    """Yield the fields of records of several kinds, each once; one is required where every kind asks for it."""
    told: dict[str, Field] = {}
    for record in records:
        schema = definitions[record]
        for key, each in schema["properties"].items():
            due = all(key in definitions[other].get("required", ()) for other in records)
            found = _field(key, record, each, due, definitions)
            if key in told:
                both = tuple(dict.fromkeys((*told[key].choices, *found.choices)))
                kind = found.kind if found.kind == told[key].kind else "tree"
                found = Field(key, told[key].record, kind, due, both, found.one_is_text)
            told[key] = found
    yield from told.values()


def _field(key: str, record: str, schema: Schema, required: bool, definitions: Mapping[str, Schema]) -> Field:
    among = [each for each in schema.get("anyOf", (schema,)) if each.get("type") != "null"]
    choices = tuple(str(word) for each in among for word in (*each.get("enum", ()), *_const(each)))
    return Field(key, record, _kind(among, definitions), required, choices, _one_is_text(among))


def _const(schema: Schema) -> tuple[object, ...]:
    return (schema["const"],) if "const" in schema else ()


def _one_is_text(among: list[Schema]) -> bool:
    return any(each.get("type") == "string" for each in among)


def _kind(among: list[Schema], definitions: Mapping[str, Schema]) -> Kind:
    if any(_name_of(each) == "Words" for each in among):
        return "words"
    lists = [each for each in among if each.get("type") == "array"]
    if lists and all(each.get("items", {}).get("type") == "string" for each in lists):
        return "list"
    if lists or any("$ref" in each or each.get("type") == "object" for each in among):
        return "time" if any(each.get("examples") == ["90 s"] for each in among) else "tree"
    (only, *more) = among
    if more:
        return "text"
    if only.get("type") in ("number", "integer"):
        return "number"
    if only.get("type") == "boolean":
        return "truth"
    if str(only.get("pattern", "")).startswith("^-?\\s*(\\d+"):
        return "time"
    if str(only.get("pattern", "")).startswith("^\\d{4}-"):
        return "day"
    return "plain" if "pattern" in only or "enum" in only or "const" in only else "text"


def _records(schema: Any, definitions: Mapping[str, Schema]) -> tuple[str, ...]:
    """Return the names of the records a schema stands for; none where it may be something else."""
    if not isinstance(schema, Mapping):
        return ()
    among = [each for each in schema.get("oneOf", schema.get("anyOf", (schema,))) if each.get("type") != "null"]
    names = tuple(_name_of(each) for each in among)
    return names if all(name in definitions and "properties" in definitions[name] for name in names) else ()


def _children(field: Field, records: tuple[str, ...], definitions: Mapping[str, Schema]) -> tuple[str, ...]:
    """Return the records of a field that is a list of records with ids; none for any other field."""
    schema = definitions[records[0]]["properties"].get(field.key, {})
    found = _records(schema.get("items"), definitions)
    return found if found and _id_of(found, definitions) else ()


def _id_of(records: tuple[str, ...], definitions: Mapping[str, Schema]) -> str:
    for key in ("id", "name"):
        if all(key in definitions[each].get("required", ()) for each in records):
            schema = definitions[records[0]]["properties"][key]
            if "pattern" in schema:
                return key
    return ""


def _name_of(schema: Schema) -> str:
    return str(schema.get("$ref", "")).rpartition("/")[2]

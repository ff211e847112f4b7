"""The part of JSON Schema (2020-12) our schemas use, enough to hold a document against one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "integer": (int,), "number": (int, float),
    "boolean": (bool,), "null": (type(None),),
}  # fmt: skip
_KNOWN = frozenset(
    {"$defs", "$ref", "$schema", "title", "description", "default", "examples", "type", "const", "enum", "anyOf",
     "oneOf", "discriminator", "properties", "required", "additionalProperties", "patternProperties", "propertyNames",
     "items", "prefixItems", "minItems", "maxItems", "pattern", "minimum", "maximum",
     "exclusiveMinimum", "maxLength", "minLength", "format"}
)  # fmt: skip


def misfits(document: Any, schema: Mapping[str, Any]) -> list[str]:
    """Return the places where `document` does not fit `schema`; empty when it does."""
    return list(_check(document, schema, schema, "$"))


def _check(value: Any, schema: Any, root: Mapping[str, Any], at: str) -> Iterator[str]:
    if schema is True or schema == {}:
        return
    if schema is False:
        yield f"{at}: nothing is allowed here"
        return
    assert set(schema) <= _KNOWN, f"{at}: the schema uses {set(schema) - _KNOWN}"
    if "$ref" in schema:
        yield from _check(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, at)
    if "const" in schema and value != schema["const"]:
        yield f"{at}: {value!r} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is none of {schema['enum']}"
    for choice in (schema.get("anyOf"), schema.get("oneOf")):
        if choice and all(any(True for _ in _check(value, each, root, at)) for each in choice):
            yield f"{at}: {value!r} fits none of {len(choice)}"
    yield from _type(value, schema, at)
    if isinstance(value, dict):
        yield from _mapping(value, schema, root, at)
    if isinstance(value, list) and "items" in schema:
        for number, each in enumerate(value):
            yield from _check(each, schema["items"], root, f"{at}.{number}")


def _type(value: Any, schema: Mapping[str, Any], at: str) -> Iterator[str]:
    wanted = schema.get("type")
    if wanted is None:
        return
    if not isinstance(value, _TYPES[wanted]) or (isinstance(value, bool) and wanted in ("integer", "number")):
        yield f"{at}: {value!r} is no {wanted}"
    elif isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r} does not match {schema['pattern']}"
    elif isinstance(value, int | float):
        yield from _bounds(value, schema, at)
    elif isinstance(value, list) and not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        yield f"{at}: has {len(value)} entries"


def _bounds(value: float, schema: Mapping[str, Any], at: str) -> Iterator[str]:
    if value < schema.get("minimum", value):
        yield f"{at}: {value} is below {schema['minimum']}"
    if value > schema.get("maximum", value):
        yield f"{at}: {value} is above {schema['maximum']}"
    if value <= schema.get("exclusiveMinimum", value - 1):
        yield f"{at}: {value} is not above {schema['exclusiveMinimum']}"


def _mapping(value: dict[str, Any], schema: Mapping[str, Any], root: Mapping[str, Any], at: str) -> Iterator[str]:
    properties = schema.get("properties", {})
    yield from (f"{at}: lacks {name}" for name in schema.get("required", ()) if name not in value)
    for name, each in value.items():
        patterns = [s for p, s in schema.get("patternProperties", {}).items() if re.search(p, name)]
        if name in properties:
            yield from _check(each, properties[name], root, f"{at}.{name}")
        elif patterns:
            yield from _check(each, patterns[0], root, f"{at}.{name}")
        else:
            yield from _check(each, schema.get("additionalProperties", True), root, f"{at}.{name}")

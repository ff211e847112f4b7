"""The way a value is written, in words, from its JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drillsim.schema import Drawn, Exponential, Fixed, Lognormal
from drillsim.texts import Lang, text
from drillsim.units import format_duration

Schema = Mapping[str, Any]

_PATTERNS = (("^-?\\s*(\\d+", "time"), ("^\\d{4}-", "date"), ("^\\d{1,2}:", "time-of-day"), ("^[^\\W_]", "id"))
_PLAIN = {"string": "text", "number": "number", "integer": "whole", "boolean": "truth", "object": "map", "null": ""}


def type_words(lang: Lang, schema: Schema) -> str:
    """`number`, `list of id`, `a | b`; records by their name."""
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return " | ".join(f"`{each}`" for each in schema["enum"])
    if "$ref" in schema:
        record = str(schema["$ref"]).rpartition("/")[2]
        return text(lang, "type-name") if record == "Words" else record
    if "anyOf" in schema or "oneOf" in schema:
        return _choice(lang, schema.get("anyOf") or schema["oneOf"])
    if schema.get("type") == "array":
        return (
            text(lang, "type-list", of=type_words(lang, schema.get("items", {})))
            if schema.get("items")
            else (text(lang, "type-any-list"))
        )
    inner = [*schema.get("patternProperties", {}).values()]
    if inner:
        return text(lang, "type-map-of", of=type_words(lang, inner[0]))
    return _plain(lang, schema)


def default_words(schema: Schema) -> str:
    """Return the value that holds when the key is left out, as a planner would write it; empty where that is
    nothing."""
    value = schema.get("default")
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return _duration(value)
    if isinstance(value, int) and str(schema.get("pattern", "")).startswith(_PATTERNS[0][0]):
        return format_duration(value)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def drawn_words(time: Drawn) -> str:
    """A duration as a planner writes it."""
    if isinstance(time, Fixed):
        return format_duration(time.ms)
    if isinstance(time, Lognormal):
        return f"{{median: {format_duration(time.median_ms)}, p90: {format_duration(time.p90_ms)}}}"
    if isinstance(time, Exponential):
        return f"{{mean: {format_duration(time.mean_ms)}}}"
    low, mode, high = (format_duration(ms) for ms in (time.low_ms, time.mode_ms, time.high_ms))
    return f"{{low: {low}, mode: {mode}, high: {high}}}"


def _duration(value: Mapping[str, object]) -> str:
    times = {key.removesuffix("_ms"): format_duration(ms) for key, ms in value.items() if isinstance(ms, int)}
    if len(times) < len(value):
        return ""  # a record of its own, whose keys say their defaults themselves
    return times["ms"] if set(times) == {"ms"} else "{" + ", ".join(f"{k}: {v}" for k, v in times.items()) + "}"


def _choice(lang: Lang, among: list[Schema]) -> str:
    if among[0].get("examples") == ["90 s"] and len(among) > 1:
        return text(lang, "type-duration")
    words = [type_words(lang, each) for each in among if each.get("type") != "null"]
    if text(lang, "type-name") in words:
        return text(lang, "type-name")
    return " | ".join(dict.fromkeys(words))


def _plain(lang: Lang, schema: Schema) -> str:
    if isinstance(schema.get("type"), list):
        return text(lang, "type-anything")
    pattern = str(schema.get("pattern", ""))
    for start, word in _PATTERNS:
        if pattern.startswith(start):
            return text(lang, f"type-{word}")
    return text(lang, f"type-{_PLAIN.get(schema.get('type', 'string'), 'text')}")

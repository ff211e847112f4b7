"""The document of a comparison says of each field what it is."""

from __future__ import annotations

from drillsim.cli.output import json_schema


def test_the_schema_says_what_each_field_is() -> None:
    schema = json_schema("compare")
    ours = {name: part for name, part in schema["$defs"].items() if name not in ("Both", "HourRow")}
    parts = {"CompareDocument": schema, **ours}
    fields = [(f"{name}.{field}", told) for name, part in parts.items() for field, told in part["properties"].items()]
    assert len(fields) > 80
    assert [name for name, told in fields if not told.get("description")] == []

"""JSON Schemas: one a file, every field explained, and every name a planner may use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from drillsim.errors import InvalidInput
from drillsim.files import schemas
from drillsim.files.schemas import json_schema, register, schema_names

FILES = ("customer", "site", "plan", "scenario", "people.local", "revisions", "msel")


def _objects(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield schema["title"], schema
    yield from schema.get("$defs", {}).items()


@pytest.mark.parametrize("name", [*FILES, "network"])
def test_a_files_schema_refuses_what_it_does_not_know(name: str) -> None:
    schema = json_schema(name)
    assert schema["$schema"].endswith("2020-12/schema")
    for title, each in _objects(schema):
        assert each.get("additionalProperties") is False or "properties" not in each, title


@pytest.mark.parametrize("name", FILES)
def test_every_field_says_what_it_means(name: str) -> None:
    schema = json_schema(name)
    for title, each in _objects(schema):
        for key, field in each.get("properties", {}).items():
            referred = schema["$defs"][field["$ref"].rpartition("/")[2]] if "$ref" in field else {}
            assert field.get("description") or referred.get("description"), f"{title}.{key}"


def test_keys_stand_as_planners_write_them() -> None:
    keys = {key for name in FILES for _, each in _objects(json_schema(name)) for key in each.get("properties", {})}
    assert {"from", "is", "for", "in", "return"} <= keys
    assert not [key for key in keys if key.endswith("_")]


def test_short_spellings_are_in_the_schema_too() -> None:
    step = json_schema("plan")["$defs"]["Step"]["properties"]
    for key in ("by", "text", "after", "target"):
        assert {"type": "string"} in step[key]["anyOf"], key


def test_an_unknown_name_is_refused_with_all_there_are() -> None:
    with pytest.raises(InvalidInput) as refused:
        json_schema("plam")
    assert dict(refused.value.problems[0].facts)["near"] == "plan"


def test_a_layer_above_may_add_the_schema_of_an_output(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schemas, "_OUTPUTS", {})
    register("toy", lambda: {"title": "Toy", "type": "object"})
    assert "toy" in schema_names() and json_schema("toy")["title"] == "Toy"

"""`explain`, `schema` and `check`: words and documents from the tables the program works by."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from drillsim.cli.glossary import entries_of
from drillsim.cli.output import json_schema, schema_names
from helpers.in_process import drillsim_here
from helpers.json_schema import misfits
from helpers.recorded import Recorded


def test_a_name_that_means_several_things_gets_all_of_them() -> None:
    assert [entry.kind for entry in entries_of("P07", "en")] == ["code", "rule"]
    assert [entry.kind for entry in entries_of("open", "en")] == ["verb", "event-field", "field"]


def test_a_field_is_found_by_key_and_by_path() -> None:
    assert len(entries_of("max_interruption", "en")) == 2
    (one,) = entries_of("site.loads.max_interruption", "en")
    assert "without it the load is not judged" in one.lines[1]


def test_the_defaults_explained_are_those_of_the_schema() -> None:
    (ready,) = entries_of("sources.ready", "en")
    assert ready.lines[-1] == "Without it: 12 s."
    (kind,) = entries_of("events.fault", "en")
    assert kind.lines[-1] == "Required."


def test_explain_without_a_name_lists_what_there_is() -> None:
    done = drillsim_here("explain", "--lang", "en")
    assert done.code == 0, done.errors
    assert "hazards" in done.text and "such as back_feed" in done.text


def test_explanations_are_a_document_too() -> None:
    done = drillsim_here("explain", "P07", "--json", "--lang", "zh")
    assert misfits(done.json, drillsim_here("schema", "explain").json) == []
    assert done.json["entries"][0]["lines"][0].startswith("薄弱点：P07")


@pytest.mark.parametrize("name", schema_names())
def test_every_schema_can_be_printed(name: str) -> None:
    schema: Any = json_schema(name)
    assert schema["$schema"].endswith("2020-12/schema")
    assert schema["properties"]


@pytest.mark.parametrize("name", ["customer", "network", "site", "plan"])
def test_shipped_files_fit_the_schemas_editors_use(name: str, repository: Path) -> None:
    import yaml

    for path in sorted((repository / "plans").glob(f"*/{name}.yaml")):
        tree = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        assert misfits(_typed(tree, json_schema(name), json_schema(name)), json_schema(name)) == [], path


def _typed(value: Any, schema: Any, root: Any) -> Any:
    """Plain scalars as numbers and truth values where the schema wants them, as an editor's YAML reader gives them."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    choices = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
    if choices:
        found = [_typed(value, each, root) for each in choices]
        fits = [
            each
            for each, choice in zip(found, choices, strict=True)
            if not misfits(each, {**choice, "$defs": root["$defs"]})
        ]
        return fits[0] if fits else value
    if isinstance(value, dict):
        inner = next(iter(schema.get("patternProperties", {}).values()), None) or {}
        extra = schema.get("additionalProperties")
        rest = inner or (extra if isinstance(extra, dict) else {})
        return {key: _typed(each, schema.get("properties", {}).get(key, rest), root) for key, each in value.items()}
    if isinstance(value, list):
        return [_typed(each, schema.get("items", {}), root) for each in value]
    if schema.get("type") == "boolean":
        return {"true": True, "false": False}.get(value, value)
    if schema.get("type") in ("number", "integer"):
        return float(value) if schema["type"] == "number" else int(value)
    return value


def test_check_prints_a_document_that_fits_its_schema(recorded: Recorded) -> None:
    done = drillsim_here("check", recorded.plan, recorded.scenario, "--as-of", "2026-07-01", "--json", "--lang", "en")
    assert done.code == 0, done.errors
    assert misfits(done.json, drillsim_here("schema", "check").json) == []
    assert done.json["as_of"] == "2026-07-01"
    assert done.json["scenarios"] == [{"id": "scenario-both-lost", "status": "applicable", "unmatched": [], "why": []}]


def test_a_rule_that_fails_is_shown_with_file_and_line(recorded: Recorded) -> None:
    done = drillsim_here("check", recorded.plan, "--as-of", "2035-01-01", "--lang", "en", "--all")
    rows = drillsim_here("check", recorded.plan, "--as-of", "2035-01-01", "--json", "--lang", "en").json["results"]
    failed = [row for row in rows if row["outcome"] == "fail"]
    assert failed
    for row in failed:
        assert f"{row['file']}:{row['line']}: " in done.text if row["line"] else row["file"] in done.text
        assert row["text"] in done.text


def test_fail_on_counts_binding_rules_as_a(recorded: Recorded) -> None:
    rows = drillsim_here("check", recorded.plan, "--as-of", "2035-01-01", "--json").json["results"]
    binding = {row["severity"] for row in rows if row["outcome"] == "fail"}
    for level, severities in (("A", {"must"}), ("B", {"must", "should"}), ("C", {"must", "should", "info"})):
        wanted = 1 if binding & severities else 0
        assert drillsim_here("check", recorded.plan, "--as-of", "2035-01-01", "--fail-on", level).code == wanted

"""JSON Schemas of what `--json` prints, beside those of the files. Importing this module makes them known."""

from __future__ import annotations

from typing import Any

from drillsim.files import json_schema, register, schema_names

__all__ = ["json_schema", "schema_names"]

_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}


def _object(title: str, **properties: Any) -> dict[str, Any]:
    return {
        "title": title,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(of: Any) -> dict[str, Any]:
    return {"type": "array", "items": of}


def _run() -> dict[str, Any]:
    from drillsim.documents import run_schema

    return run_schema()


def _runs() -> dict[str, Any]:
    """Several scenarios: one run document each."""
    one = _run()
    definitions = one.pop("$defs", {})
    return _object("Runs", format={"const": 1}, runs=_list(one)) | {"$defs": definitions}


def _campaign() -> dict[str, Any]:
    from drillsim.documents.campaign_report import campaign_schema

    return campaign_schema()


def _compare() -> dict[str, Any]:
    from drillsim.documents.comparison import compare_schema

    return compare_schema()


def _revise() -> dict[str, Any]:
    from drillsim.documents.revise_report import revise_schema

    return revise_schema()


def _drill() -> dict[str, Any]:
    from drillsim.documents.drill_report import drill_schema

    return drill_schema()


def _check() -> dict[str, Any]:
    from drillsim.checks import CheckDocument

    return CheckDocument.model_json_schema(mode="serialization")


def _checks() -> dict[str, Any]:
    """Several customers: one check document each."""
    one = _check()
    definitions = one.pop("$defs", {})
    return _object("Checks", format={"const": 1}, checks=_list(one)) | {"$defs": definitions}


def _problems() -> dict[str, Any]:
    told = {"type": "object", "additionalProperties": _TEXT}
    row = _object("Problem", file=_TEXT, line=_COUNT, field=_TEXT, code=_TEXT, facts=told, text=_TEXT)
    return _object("Problems", format={"const": 1}, problems=_list(row))


def _explain() -> dict[str, Any]:
    entry = _object("Entry", kind=_TEXT, lines=_list(_TEXT))
    return _object("Explanation", format={"const": 1}, code=_TEXT, entries=_list(entry))


def _init() -> dict[str, Any]:
    return _object("Init", format={"const": 1}, folder=_TEXT, files=_list(_TEXT), notes=_list(_TEXT))


def _import() -> dict[str, Any]:
    """An improvement list taken back."""
    told = {"type": "object", "additionalProperties": _TEXT}
    problem = _object("Problem", file=_TEXT, line=_COUNT, field=_TEXT, code=_TEXT, facts=told, text=_TEXT)
    change = _object("Change", field=_TEXT, before=_TEXT, after=_TEXT)
    truth = {"type": "boolean"}
    row = _object("Row", row=_COUNT, entry=_TEXT, about=_TEXT, entered=truth, changes=_list(change))
    return _object(
        "Import", format={"const": 1}, file=_TEXT, written=truth, rows=_list(row), unchanged=_COUNT, gone=_COUNT,
        problems=_list(problem),
    )  # fmt: skip


def _import_files() -> dict[str, Any]:
    """A customer, or a list of injects, taken back."""
    change = _object("Change", what={"enum": ["changed", "added", "removed"]}, sheet=_TEXT, id=_TEXT, row=_COUNT,
                     fields=_list(_TEXT))  # fmt: skip
    truth = {"type": "boolean"}
    return _object(
        "ImportFiles",
        format={"const": 1},
        written=truth,
        files=_list(_TEXT),
        changes=_list(change),
        moved=_list(_TEXT),
        still_approved=truth,
    )


for _name, _make in {
    "run": _run, "runs": _runs, "campaign": _campaign, "revise": _revise, "compare": _compare, "drill": _drill,
    "check": _check,
    "checks": _checks, "problems": _problems, "explain": _explain, "init": _init, "import": _import,
    "import-files": _import_files,
}.items():  # fmt: skip
    register(_name, _make)

"""Recommendations as plain values, edits and all, and back: what lies in a result's folder until a change is made.

Somebody may have edited the file, so nothing is taken on trust: an unknown key, an edit of another file, a value that
no YAML file can hold are refused by the field they stand in.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields
from functools import cache
from typing import Annotated, Any, Literal, get_type_hints

from pydantic import BaseModel, ConfigDict, PlainValidator, StrictInt, StrictStr, ValidationError, create_model

from drillsim.errors import InvalidInput, Problem
from drillsim.files import Append, Edit, Insert, Remove, Set, Tree, dotted
from drillsim.revision.recommendation import FileEdit, Recommendation, Told

_FORMAT = 1


def plain(recommendation: Recommendation) -> dict[str, Any]:
    """The recommendation as JSON holds it."""
    values = {name: getattr(recommendation, name) for name in _row().model_fields if name != "edits"}
    found: dict[str, Any] = _row()(**values, edits=()).model_dump(mode="json")
    return {**found, "edits": [_plain_edit(each) for each in recommendation.edits]}


def recommendation_of(tree: Mapping[str, Any]) -> Recommendation:
    """The recommendation that `plain` made this of. Raises: ValidationError (a ValueError) where it is none."""
    row = _row().model_validate(tree)
    values = {name: getattr(row, name) for name in _row().model_fields}
    values["edits"] = tuple(FileEdit(each.file, each.edit) for each in values["edits"])
    values["reasons"] = tuple(Told(each.text, _facts(each.facts)) for each in values["reasons"])
    return Recommendation(**values)


def _facts(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts as they were told: JSON has one kind of list."""
    return {name: tuple(each) if isinstance(each, list) else each for name, each in facts.items()}


def changes_text(changes: Sequence[Recommendation]) -> str:
    """The text of a file that holds recommendations."""
    told = {"format": _FORMAT, "product": "drillsim", "changes": [plain(each) for each in changes]}
    return json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def changes_of(data: bytes, label: str) -> tuple[Recommendation, ...]:
    """The recommendations of a file that `changes_text` gave, called `label` in problems.

    Raises: InvalidInput with the first field that cannot be read.
    """
    try:
        told: Any = json.loads(data)
        rows = told["changes"]
        if told["format"] != _FORMAT or not isinstance(rows, list):
            raise KeyError("changes")
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _unreadable(label, "") from None
    return tuple(_read(row, f"changes.{number}", label) for number, row in enumerate(rows))


def _read(row: object, where: str, label: str) -> Recommendation:
    if not isinstance(row, dict):
        raise _unreadable(label, where)
    try:
        return recommendation_of(row)
    except ValidationError as error:
        raise _unreadable(label, f"{where}.{dotted(error.errors()[0]['loc'])}") from None


def _unreadable(label: str, field: str) -> InvalidInput:
    return InvalidInput([Problem(file=label, field=field, code="changes-json-unreadable")])


def _tree(value: object) -> Tree:
    """A value as a YAML file holds it: texts, lists and mappings of them."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return [_tree(each) for each in value]
    if isinstance(value, dict) and all(isinstance(key, str) for key in value):
        return {key: _tree(each) for key, each in value.items()}
    raise ValueError


class _EditRow(BaseModel):
    """One edit as JSON holds it."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    file: Literal["customer.yaml", "site.yaml", "plan.yaml"]
    do: Literal["set", "insert", "append", "remove"]
    path: tuple[StrictStr | StrictInt, ...]
    index: StrictInt = 0
    value: Annotated[Any, PlainValidator(_tree)] = ""

    @property
    def edit(self) -> Edit:
        match self.do:
            case "set":
                return Set(self.path, self.value)
            case "insert":
                return Insert(self.path, self.index, self.value)
            case "append":
                return Append(self.path, self.value)
            case "remove":
                return Remove(self.path)


@cache
def _row() -> type[BaseModel]:
    """The model of a recommendation as JSON holds it: its own fields, with edits taken apart."""
    hints = get_type_hints(Recommendation)
    made: dict[str, Any] = {each.name: (hints[each.name], _default(each)) for each in fields(Recommendation)}
    made["edits"] = (tuple[_EditRow, ...], ...)
    return create_model("Change", __config__=ConfigDict(frozen=True, extra="forbid"), **made)


def _default(each: Field[Any]) -> Any:
    return ... if each.default is MISSING else each.default


def _plain_edit(each: FileEdit) -> dict[str, Any]:
    edit = each.edit
    told: dict[str, Any] = {"file": each.file, "do": type(edit).__name__.lower(), "path": list(edit.path)}
    if isinstance(edit, Insert):
        told["index"] = edit.index
    return told if isinstance(edit, Remove) else {**told, "value": edit.value}

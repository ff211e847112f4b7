"""Recommendations in a file, edits and all: they come back as they were, and a mess is told by its field."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from drillsim.errors import InvalidInput
from drillsim.files import Remove
from drillsim.revision.on_record import changes_of, changes_text
from drillsim.revision.recommendation import AssumedEffect, Cost, Kept, Told
from helpers.changes import FIRST, PURCHASE, RIVAL, ROSTER, SECOND, STEPS, plan

FULL = replace(
    FIRST, edits=(*FIRST.edits, plan(Remove((*STEPS, 0, "takes")))), wait=("S02", "travel"), steps=("S02",),
    assumed=AssumedEffect("plan.yaml", "cards.0.steps.1.takes", "s", 90.0, 45.5, 60.0, "revision-basis-practice"),
    cost=Cost(1000.0, "CNY"), buys="genset", rank=1, before={"missed": 3, "outages": {"icu": 5}}, after=None,
    kept=Kept(1, 2, 3), reasons=(Told("finding-P01", {"people": ("wang", "li"), "wait_ms": 5}),),
)  # fmt: skip
LABEL = "run/changes.json"


def test_they_come_back_as_they_were() -> None:
    changes = (FULL, SECOND, RIVAL, ROSTER, PURCHASE)
    assert changes_of(changes_text(changes).encode(), LABEL) == changes


def _spoilt(place: str, value: Any) -> bytes:
    told = json.loads(changes_text((FULL,)))
    at = told
    *path, last = place.split(".")
    for part in path:
        at = at[int(part)] if part.isdecimal() else at[part]
    at[last] = value
    return json.dumps(told).encode()


@pytest.mark.parametrize(
    ("place", "value", "field"),
    [
        ("changes.0.edits.0.file", "../other.yaml", "changes.0.edits.0.file"),
        ("changes.0.edits.0.do", "delete", "changes.0.edits.0.do"),
        ("changes.0.edits.0.value", 5, "changes.0.edits.0.value"),
        ("changes.0.edits.0.path", "cards", "changes.0.edits.0.path"),
        ("changes.0.edits.0.index", "first", "changes.0.edits.0.index"),
        ("changes.0.edits.0.wrong", "x", "changes.0.edits.0.wrong"),
        ("changes.0.verdict", "approved", "changes.0.verdict"),
        ("changes.0.approved", True, "changes.0.approved"),
        ("changes.0.place", None, "changes.0.place"),
        ("changes", 7, ""),
        ("format", 2, ""),
    ],
)  # fmt: skip
def test_a_file_edited_into_a_mess_is_told_by_its_field(place: str, value: Any, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        changes_of(_spoilt(place, value), LABEL)
    assert [(each.file, each.field, each.code) for each in refused.value.problems] == [
        (LABEL, field, "changes-json-unreadable")
    ]


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"format": 1}', b"\xff", b"[" * 100_000])
def test_what_is_no_such_file_is_told(data: bytes) -> None:
    with pytest.raises(InvalidInput):
        changes_of(data, LABEL)

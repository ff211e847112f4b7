"""Edits on real texts: what changes, and that nothing else does."""

from __future__ import annotations

import difflib

import pytest

from broken.spoil import GOOD
from drillsim.files.document import Tree
from drillsim.files.edit import Append, Edit, EditError, Insert, Remove, Set, apply_to_tree, at
from drillsim.files.part import part_of
from drillsim.schema.plan import Plan
from helpers.edited import apply_to_text

PLAN = (GOOD / "plan.yaml").read_bytes().decode("utf-8")
STEP: Tree = {
    "id": "S05",
    "text": {"zh": "派人就地检查", "en": "Send somebody to look"},
    "do": "check",
    "by": "electrician",
    "after": ["S04"],
    "takes": {"median": "3 min", "p90": "8 min"},
}


def diff(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return [line for line in lines if line[0] in "+-"]


def test_a_step_is_appended_in_the_indentation_around_it() -> None:
    after = apply_to_text(PLAN, [Append(("cards", 0, "steps"), STEP)])
    assert "".join(line[2:] for line in diff(PLAN, after)) == (
        "      - id: S05\n"
        "        text: {zh: 派人就地检查, en: Send somebody to look}\n"
        "        do: check\n"
        "        by: electrician\n"
        "        after: [S04]\n"
        "        takes: {median: 3 min, p90: 8 min}\n"
    )
    part = part_of(Plan, after.encode("utf-8"), "plan.yaml", "plan.yaml")
    assert part.value is not None and part.value.cards[0].steps[-1].id == "S05"


def test_a_value_is_exchanged_and_its_line_keeps_everything_else() -> None:
    after = apply_to_text(PLAN, [Set(("cards", 0, "activation", "decide"), "10 s")])
    assert diff(PLAN, after) == [
        "-     activation: {by: electrician, decide: 30 s}\n",
        "+     activation: {by: electrician, decide: 10 s}\n",
    ]


CASES: tuple[tuple[str, Edit, str], ...] = (
    ("a: 1  # why\nb: 2\n", Set(("a",), "3"), "a: 3  # why\nb: 2\n"),
    ("a: 1  # why\nb: 2\n", Set(("c",), "3"), "a: 1  # why\nb: 2\nc: 3\n"),
    ("a: 1\nb: 2", Set(("c",), "3"), "a: 1\nb: 2\nc: 3"),
    ("a: 1\r\nb: 2\r\n", Set(("c",), ["x", "y"]), "a: 1\r\nb: 2\r\nc: [x, y]\r\n"),
    ("\ufeffa: 1\n", Set(("a",), "2"), "\ufeffa: 2\n"),
    ("\ufeffa: 1\nb: 2\n", Remove(("a",)), "\ufeffb: 2\n"),
    ("a: {b: 1}\n", Set(("a", "c"), "x, y"), 'a: {b: 1, c: "x, y"}\n'),
    ("a: {}\n", Set(("a", "c"), "x"), "a: {c: x}\n"),
    ("a:\n  - 1\n  # about two\n  - 2\n", Insert(("a",), 1, "x"), "a:\n  - 1\n  - x\n  # about two\n  - 2\n"),
    ("a:\n  # about one\n  - 1\n", Insert(("a",), 0, "x"), "a:\n  # about one\n  - x\n  - 1\n"),
    ("a:\n- 1\n", Append(("a",), {"b": "2"}), "a:\n- 1\n- {b: 2}\n"),
    ("a:\n- 1\n", Remove(("a", 0)), "a:\n  []\n"),
    ("a:\n- b: 1\n  c: 2\n", Remove(("a", 0, "b")), "a:\n- c: 2\n"),
    ("a: [1, 2, 3]\n", Remove(("a", 0)), "a: [2, 3]\n"),
    ("a: [1, 2, 3]\n", Remove(("a", 2)), "a: [1, 2]\n"),
    ("a: [1]\n", Remove(("a", 0)), "a: []\n"),
    ("a: [1, 2]\n", Insert(("a",), 1, "x"), "a: [1, x, 2]\n"),
    ("a: 1\nb:  # why\n  c: 2\nd: 3\n", Remove(("b",)), "a: 1\nd: 3\n"),
    ("a: |\n  one\n\n  two\n\nb: 1\n", Set(("a",), "x"), "a: x\n\nb: 1\n"),
    ("a: 1\nb: |+\n  x\n\n", Set(("c",), "2"), "a: 1\nb: |+\n  x\n\nc: 2\n"),
    ("a:\n  b: 1\n", Set(("a",), {"x": "1", "y": ["2"]}), "a:\n  x: 1\n  y: [2]\n"),
    ("a: old\n", Set(("a",), "no: # &x"), 'a: "no: # &x"\n'),
    ("a: old\n", Set(("a",), "22:30"), 'a: "22:30"\n'),
)


@pytest.mark.parametrize(("before", "edit", "after"), CASES)
def test_an_edit_cuts_exactly_here(before: str, edit: Edit, after: str) -> None:
    assert apply_to_text(before, [edit]) == after


def test_several_edits_are_made_one_after_the_other() -> None:
    edits: list[Edit] = [Append(("a",), "2"), Append(("a",), "3"), Remove(("a", 0)), Set(("a", 0), "x")]
    assert apply_to_text("a: [1]\n", edits) == "a: [x, 3]\n"
    assert apply_to_tree({"a": ["1"]}, edits) == {"a": ["x", "3"]}


@pytest.mark.parametrize(
    "edit",
    [
        Set(("cards", 0, "id"), "C9"),
        Set(("cards", 0, "steps", 0), {"id": "S99"}),
        Set(("cards", 0), "gone"),
        Set(("cards", 9), "x"),
        Set((), "x"),
        Remove(()),
        Remove(("nothing",)),
        Insert(("cards",), 9, "x"),
        Append(("id",), "x"),
        Set(("status",), "with a \x00 in it"),
    ],
)
def test_what_renames_an_id_or_does_not_fit_is_refused(edit: Edit) -> None:
    with pytest.raises(EditError):
        apply_to_text(PLAN, [edit])


def test_a_step_may_be_exchanged_for_a_better_one_of_the_same_name() -> None:
    better: Tree = {"id": "S04", "text": "先喊话", "do": "report", "by": "electrician"}
    after = apply_to_text(PLAN, [Set(("cards", 0, "steps", 3), better)])
    assert len(diff(PLAN, after)) == 3


def test_a_tree_given_to_an_edit_is_left_alone() -> None:
    tree: Tree = {"a": ["1"]}
    apply_to_tree(tree, [Append(("a",), "2")])
    assert tree == {"a": ["1"]}
    assert at(tree, ("a", 0)) == "1"

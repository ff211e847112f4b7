"""Changes that were written for the same files, made at once."""

from __future__ import annotations

import pytest

from drillsim.files import Append, Edit, Insert, Remove, Set, Tree, apply_to_tree
from drillsim.revision.recommendation import FileEdit
from drillsim.revision.together import Collision, together

PLAN = "plan.yaml"
STEPS = ("cards", 0, "steps")


def card(*steps: str) -> Tree:
    return {"cards": [{"steps": [{"id": step, "after": []} for step in steps]}]}


def change(*edits: Edit) -> tuple[FileEdit, ...]:
    return tuple(FileEdit(PLAN, edit) for edit in edits)


def made(before: Tree, *changes: tuple[FileEdit, ...]) -> Tree:
    return apply_to_tree(before, [each.edit for each in together(changes)])


def ids(tree: Tree) -> list[str]:
    return [step["id"] for step in tree["cards"][0]["steps"]]  # type: ignore[index, call-overload, misc]


def test_a_step_put_in_before_moves_what_the_next_change_means() -> None:
    first = change(Insert(STEPS, 0, {"id": "S0", "after": []}))
    second = change(Set((*STEPS, 1, "after"), ["S1"]))
    found = made(card("S1", "S2", "S3"), first, second)
    assert found == {
        "cards": [{"steps": [{"id": "S0", "after": []}, {"id": "S1", "after": []}, {"id": "S2", "after": ["S1"]},
                             {"id": "S3", "after": []}]}]
    }  # fmt: skip


def test_a_step_taken_out_before_moves_it_back() -> None:
    found = made(card("S1", "S2", "S3"), change(Remove((*STEPS, 0))), change(Set((*STEPS, 2, "after"), ["S2"])))
    assert found == {"cards": [{"steps": [{"id": "S2", "after": []}, {"id": "S3", "after": ["S2"]}]}]}


def test_of_two_steps_put_in_at_one_place_the_first_change_s_comes_first() -> None:
    first, second = (change(Insert(STEPS, 1, {"id": name})) for name in ("A", "B"))
    assert ids(made(card("S1", "S2"), first, second)) == ["S1", "A", "B", "S2"]


def test_a_change_s_own_edits_keep_counting_from_one_another() -> None:
    first = change(Insert(STEPS, 2, {"id": "A"}))
    second = change(Insert(STEPS, 0, {"id": "B"}), Set((*STEPS, 2, "after"), ["B"]))  # of S2, behind its own B
    found = made(card("S1", "S2", "S3"), first, second)
    assert ids(found) == ["B", "S1", "S2", "A", "S3"]
    assert found["cards"][0]["steps"][2] == {"id": "S2", "after": ["B"]}  # type: ignore[index, call-overload]


def test_what_two_changes_make_alike_is_made_once() -> None:
    both = [change(Append((*STEPS, 0, "after"), "S9"), Set((*STEPS, 1, "after"), [name])) for name in ("A", "A")]
    found = made(card("S1", "S2"), *both)
    assert found == {"cards": [{"steps": [{"id": "S1", "after": ["S9"]}, {"id": "S2", "after": ["A"]}]}]}


def test_two_new_sections_are_one() -> None:
    pairs = [change(Set(("genset_groups",), {name: {"of": [name]}})) for name in ("a", "b")]
    assert made({"x": "y"}, *pairs) == {"x": "y", "genset_groups": {"a": {"of": ["a"]}, "b": {"of": ["b"]}}}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Set((*STEPS, 1, "after"), ["A"]), Set((*STEPS, 1, "after"), ["B"])),
        (Remove((*STEPS, 1)), Set((*STEPS, 1, "after"), ["B"])),
        (Set((*STEPS, 1, "after"), ["A"]), Remove((*STEPS, 1))),
        (Set((*STEPS, 1, "after"), ["A"]), Append((*STEPS, 1, "after"), "B")),
        (Append((*STEPS, 1, "after"), "B"), Set((*STEPS, 1, "after"), ["A"])),
        (Set(("genset_groups",), {"a": "1"}), Set(("genset_groups",), {"a": "2"})),
    ],
)
def test_two_that_want_one_place_in_two_ways_collide(one: Edit, other: Edit) -> None:
    with pytest.raises(Collision) as refused:
        together((change(Append(STEPS, {"id": "S9"})), change(one), change(other)))
    assert (refused.value.one, refused.value.other, refused.value.edit.edit) == (1, 2, other)


def test_files_do_not_touch_one_another() -> None:
    one, other = FileEdit(PLAN, Set(("a",), "1")), FileEdit("site.yaml", Set(("a",), "2"))
    assert together(((one,), (other,))) == (one, other)

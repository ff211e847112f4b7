"""Changes made at once: in which order they are joined makes no difference but for entries put in at one position."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from drillsim.files import Append, Edit, Insert, Path, Remove, Set, Tree, apply_to_tree
from drillsim.revision.recommendation import FileEdit
from drillsim.revision.together import Collision, together

BEFORE: Tree = {
    "cards": [
        {"steps": [{"name": f"S{card}{step}", "tells": ["x", "y", "z"]} for step in range(3)], "level": "I"}
        for card in range(2)
    ],
    "actors": {"a": {"held_by": ["p", "q"]}, "b": {"held_by": ["r"]}},
}


@st.composite
def changes(draw: st.DrawFn, mark: str) -> tuple[FileEdit, ...]:
    """Up to four edits one after the other, each of what is there by then; `mark` is in everything they bring."""
    tree, edits = BEFORE, []
    for number in range(draw(st.integers(1, 4))):
        there = [each for each in _paths(tree) if each]
        if not there:
            break
        path = draw(st.sampled_from(there))
        edit = draw(st.sampled_from(_possible(tree, path, f"{mark}{number}")))
        edits.append(FileEdit("plan.yaml", edit))
        tree = apply_to_tree(tree, [edit])
    return tuple(edits)


def _possible(tree: Tree, path: Path, new: str) -> list[Edit]:
    found: list[Edit] = [Set(path, new), Remove(path)]
    node = _at(tree, path)
    if isinstance(node, list):
        found += [Append(path, new), *(Insert(path, index, new) for index in range(len(node) + 1))]
    if isinstance(node, dict):
        found.append(Set((*path, new), new))
    return found


def _at(tree: Any, path: Path) -> Tree:
    for part in path:
        tree = tree[part]
    return tree  # type: ignore[no-any-return]


def _paths(tree: Tree, path: Path = ()) -> list[Path]:
    inner = list(tree.items()) if isinstance(tree, dict) else list(enumerate(tree)) if isinstance(tree, list) else []
    return [path, *(each for key, value in inner for each in _paths(value, (*path, key)))]


def _unordered(tree: Tree) -> object:
    if isinstance(tree, list):
        return sorted((_unordered(each) for each in tree), key=str)
    return {key: _unordered(each) for key, each in sorted(tree.items())} if isinstance(tree, dict) else tree


def _made(*both: tuple[FileEdit, ...]) -> Tree | None:
    try:
        return apply_to_tree(BEFORE, [each.edit for each in together(both)])
    except Collision:
        return None


@given(changes("A"), changes("B"))
def test_the_order_of_two_changes_makes_no_difference(one: tuple[FileEdit, ...], other: tuple[FileEdit, ...]) -> None:
    here, there = _made(one, other), _made(other, one)
    assert (here is None) == (there is None)
    if here is not None and there is not None:
        assert _unordered(here) == _unordered(there)


@given(changes("A"), changes("B"), changes("C"))
def test_three_changes_come_out_alike_in_every_order(
    one: tuple[FileEdit, ...], two: tuple[FileEdit, ...], three: tuple[FileEdit, ...]
) -> None:
    found = [_made(one, two, three), _made(two, three, one), _made(three, two, one)]
    assert len({each is None for each in found}) == 1
    assert len({str(_unordered(each)) for each in found if each is not None}) <= 1


@given(changes("A"))
def test_a_change_beside_itself_is_made_once(one: tuple[FileEdit, ...]) -> None:
    assert _made(one, one) == apply_to_tree(BEFORE, [each.edit for each in one])

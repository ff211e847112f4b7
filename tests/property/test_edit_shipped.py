"""Edits of the shipped customers' files: the law holds there too, and no line outside the place edited is touched."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from broken.spoil import GOOD
from drillsim.files.document import Document, Tree
from drillsim.files.edit import Append, Edit, EditError, Insert, Remove, Set, apply_to_tree, at, spliced
from drillsim.files.shipped import shipped_root
from drillsim.files.yaml_tree import read_tree
from helpers.thinned import thinned

FILES = sorted(
    [*GOOD.glob("*.yaml"), *shipped_root().glob("plans/*/*.yaml"), *shipped_root().glob("scenarios/**/*.yaml")]
)
VALUES: tuple[Tree, ...] = (
    "90 s",
    "22:30",
    "一段文字，带“引号”: 和 # 号",
    ["a", "b"],
    {"median": "3 min", "p90": "8 min"},
    {
        "id": "S99",
        "text": {"zh": "确认" * 30, "en": "Confirm " * 10},
        "do": "check",
        "by": {"operator": "a", "supervisor": "b"},
    },
)


def _edit(document: Document, luck: random.Random) -> Edit:
    path = luck.choice([path for path in document.places if path])
    node, value = at(document.tree, path), luck.choice(VALUES)
    choices: list[Edit] = [Set(path, value), Remove(path)]
    if isinstance(node, list):
        choices += [Append(path, value), Insert(path, luck.randint(0, len(node)), value)]
    if isinstance(node, dict):
        choices.append(Set((*path, "new-key"), value))
    return luck.choice(choices)


def _lines(document: Document, edit: Edit) -> tuple[int, int]:
    """First and last line, from 1, of what the edit may touch: the entry, or for a new one the collection around it."""
    path = edit.path if edit.path in document.places else edit.path[:-1]
    holder = document.places[path[:-1]] if path else document.places[()]
    first_of_its_kind = path and path[-1] in (0, next(iter(at(document.tree, path[:-1])), None))
    shared = isinstance(edit, Remove) and (holder.style == "flow" or first_of_its_kind)
    place = holder if shared else document.places[path]
    first = place.value.line if place.key is None else place.key.line
    return first, document.text.count("\n", 0, place.value.end) + 1


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("path", thinned(FILES, 4), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_edit_of_a_real_file_keeps_every_line_around_it(path: Path, newline: str) -> None:
    text = str(path.read_bytes().decode("utf-8")).replace("\n", newline)
    document, problems = read_tree(text, "f")
    assert problems == ()
    luck = random.Random(f"edit/{path.name}")
    for _ in range(12):
        edit = _edit(document, luck)
        try:
            edited = spliced(document, [edit])
        except EditError:
            continue
        after, whole = edited.text, read_tree(edited.text, "f")[0]
        assert edited.tree == whole.tree == apply_to_tree(document.tree, [edit])
        assert dict(edited.places) == dict(whole.places)
        first, last = _lines(document, edit)
        before_lines, after_lines = text.split("\n"), after.split("\n")
        assert after_lines[: first - 1] == before_lines[: first - 1], edit
        kept = before_lines[last:]
        assert after_lines[len(after_lines) - len(kept) :] == kept, edit
        assert ("\r\n" in after) == ("\r\n" in text) and after.count("\r\n") in (0, after.count("\n"))

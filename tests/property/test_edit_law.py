"""The law of edits: what the edited text says is what the edit makes of what the text says."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from drillsim.files.document import Path, Tree
from drillsim.files.edit import Append, Edit, EditError, Insert, Remove, Set, apply_to_tree, spliced
from drillsim.files.yaml_tree import read_tree
from helpers.edited import apply_to_text
from helpers.yaml_texts import FILES, KEYS, TREES, written


def _paths(tree: Tree, path: Path = ()) -> Iterator[tuple[Path, Tree]]:
    yield path, tree
    inner: Any = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for part, each in inner:
        yield from _paths(each, (*path, part))


def _edits(tree: Tree, value: Tree, key: str) -> list[Edit]:
    found: list[Edit] = []
    for path, node in _paths(tree):
        if path:
            found += [Set(path, value), Remove(path)]
        if isinstance(node, dict):
            found.append(Set((*path, key), value))
        if isinstance(node, list):
            found += [Append(path, value), *(Insert(path, index, value) for index in range(len(node) + 1))]
    return found


@settings(max_examples=400, deadline=None)
@given(tree=FILES, value=TREES, key=KEYS, luck=st.randoms(use_true_random=False), data=st.data())
def test_the_edited_text_says_what_the_edited_tree_says(
    tree: Tree, value: Tree, key: str, luck: random.Random, data: st.DataObject
) -> None:
    text = written(tree, luck)
    document, problems = read_tree(text, "f")
    assert not problems and document.tree == tree, text
    edit = data.draw(st.sampled_from(_edits(tree, value, key)))
    try:
        due = apply_to_tree(tree, [edit])
    except EditError:
        with pytest.raises(EditError):
            apply_to_text(text, [edit])
        return
    after, wrong = read_tree(apply_to_text(text, [edit]), "f")
    assert not wrong
    assert after.tree == due


@settings(max_examples=400, deadline=None)
@given(tree=FILES, value=TREES, key=KEYS, luck=st.randoms(use_true_random=False), data=st.data())
@pytest.mark.full
def test_a_file_of_which_only_the_edited_lines_were_read_again_is_the_file_read_as_a_whole(
    tree: Tree, value: Tree, key: str, luck: random.Random, data: st.DataObject
) -> None:
    document = read_tree(written(tree, luck), "f")[0]
    for _ in range(3):
        edit = data.draw(st.sampled_from(_edits(document.tree, value, key)))
        try:
            document = spliced(document, [edit])
        except EditError:
            continue
        whole, wrong = read_tree(document.text, "f")
        assert not wrong
        assert str(document.tree) == str(whole.tree), edit
        assert dict(document.places) == dict(whole.places), edit


@settings(max_examples=300, deadline=None)
@given(tree=FILES, luck=st.randoms(use_true_random=False))
def test_both_of_pyyamls_parsers_give_the_same_tree_and_places(tree: Tree, luck: random.Random) -> None:
    text = written(tree, luck)
    fast, slow = (read_tree(text, "f", loader)[0] for loader in (yaml.CSafeLoader, yaml.SafeLoader))
    assert fast.tree == slow.tree == tree
    assert fast.places == slow.places

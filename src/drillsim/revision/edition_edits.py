"""Edits and editions: edits written down as changes of an edition, and edits that an edition has otherwise on its days.

An edition names its places by ids, an edit by positions; what the edition says is read back and held against the edit.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from drillsim.files import (
    Append,
    CustomerFolder,
    Edit,
    EditError,
    EditionFile,
    Insert,
    NoPlace,
    Path,
    Remove,
    Set,
    Tree,
    apply_to_tree,
    place_name,
    placed,
    spliced,
)
from drillsim.revision.recommendation import FileEdit


def written_into(edition: EditionFile, folder: CustomerFolder, edits: Iterable[FileEdit]) -> str:
    """The edition's text with `edits` as its last changes; `folder` is the customer as the edition has it.

    Raises: EditError where an edition cannot say one of them.
    """
    document = edition.file.document
    assert document is not None, "read without a problem"
    trees: dict[str, Tree] = {}
    for each in edits:
        tree = trees.get(each.file) or _tree(folder, each.file)
        section = each.file.removesuffix(".yaml")
        change = _as_change(tree, each.edit)
        known = cast("dict[str, Tree]", document.tree).get(section)
        document = spliced(document, [Append((section,), change) if known else Set((section,), [change])])
        trees[each.file] = apply_to_tree(tree, [each.edit])
    return document.text


def beside_edition(
    before: CustomerFolder, after: CustomerFolder, edition: CustomerFolder, edits: Iterable[FileEdit]
) -> bool:
    """Return whether what `edits`, written for the files `before`, made in those `after` stands in `edition` too, which
    is the customer of `after` as one of its editions has it."""
    trees: dict[str, Tree] = {}
    for each in edits:
        tree = trees.get(each.file) or _tree(before, each.file)
        name = _name_of(tree, each.edit)
        trees[each.file] = apply_to_tree(tree, [each.edit])
        if name is not None and _value(_tree(after, each.file), name) != _value(_tree(edition, each.file), name):
            return False
    return True


def _tree(folder: CustomerFolder, file: str) -> Tree:
    document = folder.file(file).document
    assert document is not None, "read without a problem"
    return document.tree


def _as_change(tree: Tree, edit: Edit) -> Tree:
    """The edit as an edition writes it. Raises: EditError."""
    try:
        match edit:
            case Set(path, value):
                return {"at": place_name(tree, path), "set": value}
            case Remove(path):
                return {"at": place_name(tree, path), "remove": "true"}
            case Append(path, value):
                return {"at": place_name(tree, path), "append": value}
            case Insert(path, index, value):
                return _inserted(tree, path, index, value)
    except NoPlace as error:
        raise EditError(f"an edition has no name for {edit.path}: {error.part}") from None


def _inserted(tree: Tree, path: Path, index: int, value: Tree) -> Tree:
    """An entry put in beside one that has a name; a list without names is written whole."""
    entries, at = cast("list[Tree]", _at(tree, path)), place_name(tree, path)
    if index == len(entries):
        return {"at": at, "append": value}
    for key, place in (("after", index - 1), ("before", index)):
        name = _own_name(entries, place)
        if name:
            return {"at": at, key: name, "insert": value}
    return {"at": at, "set": [*entries[:index], value, *entries[index:]]}


def _own_name(entries: list[Tree], place: int) -> str:
    """The id of an entry that no other entry has; empty where there is none."""
    names = [each.get("id") if isinstance(each, dict) else None for each in entries]
    name = names[place] if 0 <= place < len(entries) else None
    return name if isinstance(name, str) and names.count(name) == 1 else ""


def _name_of(tree: Tree, edit: Edit) -> str | None:
    """The name of the place an edit writes at, in the files with it made; None where no name says it."""
    try:
        if isinstance(edit, Set | Remove):
            return place_name(tree, edit.path)
        made = apply_to_tree(tree, [edit])
        entries = cast("list[Tree]", _at(made, edit.path))
        place = edit.index if isinstance(edit, Insert) else len(entries) - 1
        return place_name(made, (*edit.path, place) if _own_name(entries, place) else edit.path)
    except NoPlace:
        return None


def _value(tree: Tree, name: str) -> Tree | None:
    try:
        return _at(tree, placed(tree, name))
    except NoPlace:
        return None


def _at(tree: Tree, path: Path) -> Tree:
    node = tree
    for part in path:
        node = node[part]  # type: ignore[index]
    return node

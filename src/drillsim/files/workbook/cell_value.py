"""A value of a file as the words of a cell, and back. YAML stands in it where plain words do not do."""

from __future__ import annotations

import re
import unicodedata

from drillsim.errors import Problem
from drillsim.files.document import Tree
from drillsim.files.render import flow, quoted
from drillsim.files.workbook.cells import cell_words
from drillsim.files.workbook.layout import Field
from drillsim.files.yaml_tree import read_tree

_YAML = ("{", "[", '"', "'")
_APART = re.compile(r"[,，、;；\n]")
_NO_ITEM = re.compile(r"[,，、;；\n\"'\[\]{}]")
_MINUTES, _SECONDS = re.compile(r"(\d+(?:\.\d+)?)\s*['′]", re.ASCII), re.compile(r"(\d+(?:\.\d+)?)\s*[\"″]", re.ASCII)
NOTHING = ("", "")


def words_of(field: Field, tree: Tree) -> tuple[str, str]:
    """The words of a value; two cells for a name in two languages, else the second is empty."""
    if field.kind == "words" and isinstance(tree, dict) and list(tree) in (["zh", "en"], ["en", "zh"]):
        zh, en = tree["zh"], tree["en"]
        if isinstance(zh, str) and isinstance(en, str) and zh and en:
            return _text(zh), _text(en)
    if isinstance(tree, str):
        return _text(tree), ""
    if field.kind == "list" and isinstance(tree, list) and (len(tree) > 1 or (tree and not field.one_is_text)):
        items = [each for each in tree if isinstance(each, str) and each.strip() == each and each]
        if len(items) == len(tree) and not any(map(_NO_ITEM.search, items)):
            return ", ".join(items), ""
    return flow(tree), ""


def tree_of(field: Field, words: tuple[str, str]) -> Tree | Problem:
    """The value of one or two cells, which are not both empty; a problem without a place where they are no YAML."""
    first, second = words
    if field.kind == "words" and second:
        zh, en = _plainly(first), _plainly(second)
        for each in (zh, en):
            if isinstance(each, Problem):
                return each
        return {"zh": zh, "en": en} if first else {"en": en}  # type: ignore[dict-item]
    if first.startswith(_YAML):
        return _plainly(first)
    if field.kind == "list":
        items = [_half_width(each) for each in _APART.split(first) if each.strip()]
        return items[0] if len(items) == 1 and field.one_is_text else [*items]
    if field.kind in ("text", "words"):
        return first
    plain = _half_width(first)
    if field.kind == "time":
        plain = _SECONDS.sub(r"\1 s", _MINUTES.sub(r"\1 min", plain))
    if field.choices and plain not in field.choices:
        folded = {each.casefold(): each for each in field.choices}
        return folded.get(plain.casefold().replace(" ", "_"), plain)
    return plain


def _text(value: str) -> str:
    """A text as it stands in a cell: quoted where the cell would not give it back."""
    return quoted(value) if value.startswith(_YAML) or cell_words(value).text != value or not value else value


def _plainly(words: str) -> Tree | Problem:
    if not words.startswith(_YAML):
        return words
    document, problems = read_tree("value: " + words.replace("\n", " ") + "\n", "")
    if problems:
        return problems[0]
    assert isinstance(document.tree, dict)
    return document.tree["value"]


def _half_width(words: str) -> str:
    return unicodedata.normalize("NFKC", words).strip()

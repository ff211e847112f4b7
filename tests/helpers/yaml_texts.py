"""Trees, and the many ways to write one as YAML: block and flow, quotes, literals, comments, CRLF, byte order mark."""

from __future__ import annotations

import random
import string
from typing import Any

from hypothesis import strategies as st

from drillsim.files.document import Tree

_LETTERS = string.ascii_letters + string.digits + "中文电源 -_.:#,[]{}&*!|>'\"%@`?\\~=+、:。"
KEYS = st.text(string.ascii_letters + string.digits + "中文-_.", min_size=1, max_size=6)
SCALARS = st.one_of(
    st.text(_LETTERS, max_size=12),
    st.sampled_from(
        ["90 s", "22:30", "no", "null", "~", "0101", "a: b", "a #b", "- x", "'", '"', "{", "第一行\n第二行\n", "x\n\n"]
    ),
)
TREES: st.SearchStrategy[Tree] = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)
FILES = st.dictionaries(KEYS, TREES, min_size=1, max_size=5)
"""A whole file: always a mapping."""


def written(tree: Tree, luck: random.Random) -> str:
    """`tree` as YAML in styles that `luck` chooses."""
    text = "".join(f"{line}\n" for line in _block(tree, 0, luck))
    if luck.random() < 0.3:
        text = "# first line: a comment\n\n" + text
    if luck.random() < 0.3 and not text.endswith("\n\n"):
        text = text[:-1] if _may_lose_break(tree) else text
    if luck.random() < 0.3:
        text = text.replace("\n", "\r\n")
    return ("\ufeff" if luck.random() < 0.2 else "") + text


def _may_lose_break(tree: Any) -> bool:
    while isinstance(tree, dict | list) and tree:
        tree = list(tree.values())[-1] if isinstance(tree, dict) else tree[-1]
    return not (isinstance(tree, str) and "\n" in tree)


def _block(tree: Tree, indent: int, luck: random.Random) -> list[str]:
    """Lines of a list or mapping as a block."""
    pad, lines = " " * indent, []
    entries = tree.items() if isinstance(tree, dict) else ((None, each) for each in tree)
    if not tree:
        return [pad + _flow(tree, luck)]
    for key, each in entries:
        if luck.random() < 0.15:
            lines.append(pad + "# about what follows")
        lines += _entry(
            pad + (f"{_quoted(key, luck, True)}:" if key is not None else "-"), each, indent, key is None, luck
        )
    return lines


def _entry(head: str, tree: Tree, indent: int, is_item: bool, luck: random.Random) -> list[str]:
    tail = "  # why" if luck.random() < 0.15 else ""
    if isinstance(tree, str) and _is_literal(tree) and luck.random() < 0.6:
        keep = "" if not tree.endswith("\n\n") else "+"
        return [f"{head} |{keep}", *(" " * (indent + 2) + line if line else "" for line in tree[:-1].split("\n"))]
    if isinstance(tree, str) or not tree or luck.random() < 0.4:
        return [f"{head} {_flow(tree, luck)}{tail}"]
    deeper = indent + luck.choice([2, 2, 3, 4])
    if isinstance(tree, list) and not is_item and luck.random() < 0.4:
        deeper = indent
    lines = _block(tree, deeper, luck)
    starts_behind = is_item and luck.random() < 0.7 and not lines[0].lstrip().startswith("#")
    if starts_behind:
        gap = deeper - indent - 1
        return [head + " " * gap + lines[0].lstrip(" "), *lines[1:]]
    return [head + tail, *lines]


def _is_literal(text: str) -> bool:
    return text.endswith("\n") and text[0] not in " \n" and all(line == line.strip() for line in text.split("\n"))


def _flow(tree: Tree, luck: random.Random) -> str:
    space = luck.choice(["", " "])
    comma = luck.choice([", ", " , ", ",  "])
    if isinstance(tree, str):
        return _quoted(tree, luck, False)
    last = "," if tree and luck.random() < 0.1 else ""
    if isinstance(tree, list):
        return f"[{space}{comma.join(_flow(each, luck) for each in tree)}{last}{space}]"
    inner = comma.join(f"{_quoted(key, luck, True)}: {_flow(each, luck)}" for key, each in tree.items())
    return f"{{{space}{inner}{last}{space}}}"


def _quoted(text: str, luck: random.Random, is_key: bool) -> str:
    plain = text.replace(" ", "").isalnum() and text == text.strip() and "  " not in text
    if plain and luck.random() < 0.7:
        return text
    if "\n" not in text and luck.random() < 0.5:
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'

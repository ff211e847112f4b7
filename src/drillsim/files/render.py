"""A tree as YAML text: plain where that reads back as the same text, in double quotes otherwise."""

from __future__ import annotations

import re

from drillsim.files.document import Tree

WIDTH = 110
"""Longer entries are written as a block, one key a line."""

# Safe anywhere, flow brackets included: begins with a letter, digit or sign that YAML gives no meaning, and has no
# punctuation YAML reads. What looks like a number or a truth value stays bare: every scalar is text until typed.
_PLAIN = re.compile(r"[^\W_](?:[^\x00-\x20\x7f-\xa0:#,\[\]{}&*!|>'\"%@`?\\\u2028\u2029\ufeff\ue000-\uf8ff]| (?=\S))*")
_KEPT = re.compile(
    r"[\x20\x21\x23-\x5b\x5d-\x7e\xa1-\u200a\u2010-\u2027\u2030-\u205f\u2070-\ud7ff\uf900-\ufefe\uff01-\uffef]"
)


def scalar(text: str) -> str:
    """`text` so that it reads back as itself, in block and in flow."""
    if _PLAIN.fullmatch(text) and not text.endswith((" ", "-")) and not text.startswith(("---", "...")):
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """`text` in double quotes."""
    return '"' + "".join(_escaped(character) for character in text) + '"'


def flow(tree: Tree) -> str:
    """`tree` on one line."""
    if isinstance(tree, str):
        return scalar(tree)
    if isinstance(tree, list):
        return "[" + ", ".join(flow(each) for each in tree) + "]"
    return "{" + ", ".join(f"{scalar(key)}: {flow(each)}" for key, each in tree.items()) + "}"


def block(tree: Tree, indent: int, newline: str, width: int = WIDTH) -> str:
    """`tree` as it stands behind `key: ` or `- ` of a block whose entries are indented by `indent`: on the same line
    when it fits, otherwise as lines of its own. Lists and mappings that are empty always fit."""
    line = flow(tree)
    if isinstance(tree, str) or not tree or indent + len(line) <= width:
        return line
    return newline + " " * indent + entries(tree, indent, newline, width)


def entries(tree: Tree, indent: int, newline: str, width: int = WIDTH) -> str:
    """The entries of a list or mapping, one a line; the first without its indentation."""
    glue = newline + " " * indent
    if isinstance(tree, dict):
        return glue.join(f"{scalar(key)}:{_behind(each, indent, newline, width)}" for key, each in tree.items())
    if isinstance(tree, list):
        return glue.join("- " + item(each, indent, newline, width) for each in tree)
    return scalar(tree)


def item(tree: Tree, indent: int, newline: str, width: int = WIDTH) -> str:
    """`tree` as it stands behind the dash of a list whose dashes are indented by `indent`."""
    line = flow(tree)
    if isinstance(tree, dict) and tree and indent + 2 + len(line) > width:
        return entries(tree, indent + 2, newline, width)
    return line


def _behind(tree: Tree, indent: int, newline: str, width: int) -> str:
    words = block(tree, indent + 2, newline, width)
    return words if words.startswith(newline) else " " + words


def _escaped(character: str) -> str:
    if _KEPT.fullmatch(character):
        return character
    if character in '"\\':
        return "\\" + character
    if ord(character) > 0xFFFF:
        return character if character.isprintable() else f"\\U{ord(character):08X}"
    return {"\n": "\\n", "\t": "\\t"}.get(character) or f"\\u{ord(character):04X}"

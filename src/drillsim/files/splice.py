"""The places an edit cuts into a text at. Each function gives cuts `(start, end, new)` against the document's own text.

A block entry owns its lines, a flow entry itself and one comma. Comments above an entry stay where they are; one behind
it on the same line goes with it.
"""

from __future__ import annotations

import re
from typing import cast

from drillsim.files.document import Document, Path, Place, Tree
from drillsim.files.render import block, entries, flow, item, quoted, scalar
from drillsim.files.source import BOM

Cut = tuple[int, int, str]
_STEP = 2
"""Columns a new level is indented."""


def splice_set(document: Document, path: Path, value: Tree) -> tuple[Cut, ...]:
    """Cuts that put `value` at `path`, where something stands or the mapping around it does."""
    if path in document.places:
        return _replace(document, path, value)
    holder, key = document.places[path[:-1]], str(path[-1])
    tree = cast("dict[str, Tree]", _node(document, path[:-1]))
    if holder.style == "flow":
        return _flow_in(document, path[:-1], list(tree), len(tree), f"{scalar(key)}: {flow(value)}")
    indent = holder.value.column - 1
    line = f"{scalar(key)}:{_behind_colon(document, value, indent)}"
    return _line_after(document, (*path[:-1], list(tree)[-1]), indent, line)


def splice_insert(document: Document, path: Path, index: int, value: Tree) -> tuple[Cut, ...]:
    """Cuts that put `value` into the list at `path`, before position `index`."""
    holder = document.places[path]
    count = len(_node(document, path))
    if holder.style == "flow":
        return _flow_in(document, path, list(range(count)), index, flow(value))
    indent = holder.value.column - 1
    newline = _newline(document)
    words = "- " + item(value, indent, newline)
    if index > 0:
        return _line_after(document, (*path, index - 1), indent, words)
    dash = holder.value.start
    return ((dash, dash, words + newline + " " * indent),)


def splice_remove(document: Document, path: Path) -> tuple[Cut, ...]:
    """Cuts that take the entry at `path` out."""
    holder = document.places[path[:-1]]
    names = _names(document, path[:-1])
    if holder.style == "flow":
        return _flow_out(document, path[:-1], names, names.index(path[-1]))
    if len(names) == 1:
        return _replace(document, path[:-1], {} if isinstance(_node(document, path[:-1]), dict) else [])
    return (_lines_out(document, path[:-1], names, names.index(path[-1])),)


def _node(document: Document, path: Path) -> Tree:
    node = document.tree
    for part in path:
        node = node[part]  # type: ignore[index]
    return node


def _names(document: Document, path: Path) -> list[str | int]:
    """Keys or positions of the collection at `path`, in file order."""
    node = _node(document, path)
    return list(node) if isinstance(node, dict) else list(range(len(node)))


def _newline(document: Document) -> str:
    return "\r\n" if "\r\n" in document.text else "\n"


def _behind_colon(document: Document, value: Tree, indent: int) -> str:
    words = block(value, indent + _STEP, _newline(document))
    return words if words[0] in "\r\n" else " " + words


def _replace(document: Document, path: Path, value: Tree) -> tuple[Cut, ...]:
    """The value at `path` exchanged in place: a block by a block, anything else on one line; quotes stay."""
    place = document.places[path]
    column = place.value.column - 1
    # A block list may stand at its key's own column, where nothing else may.
    pad = "" if not path or (isinstance(value, list) and value) else _pad(document.places[path[:-1]], place)
    if place.style == "block" and value and not isinstance(value, str):
        words = entries(value, column + len(pad), _newline(document))
    elif place.style == "quoted" and isinstance(value, str):
        words = quoted(value)  # "3.1" becomes "3.10", which another reader would take for 3.1 without them
    else:
        words = flow(value)
    return ((place.value.start, place.value.end, pad + words),)


def _pad(holder: Place, place: Place) -> str:
    at_key = place.style == "block" and holder.value.column == place.value.column
    return " " * _STEP if at_key else ""


def _starts_its_line(document: Document, offset: int) -> bool:
    line = document.text.rfind("\n", 0, offset) + 1
    return not document.text[line:offset].strip(" " + BOM)


def _line_after(document: Document, path: Path, indent: int, words: str) -> tuple[Cut, ...]:
    """`words` as a line of their own behind the entry at `path`."""
    newline = _newline(document)
    end = _end_of_entry(document, path)
    if document.text[end - 1] == "\n":
        return ((end, end, " " * indent + words + newline),)
    return (*_closed(document, path), (end, end, newline + " " * indent + words))


def _closed(document: Document, path: Path) -> tuple[Cut, ...]:
    """A literal block at the very end of a text without a last line break has none in its value either: with a line
    behind it, its header must say so."""
    place = document.places[_last_leaf(document, path)]
    if place.style != "literal":
        return ()
    start = place.value.start + 1
    digit = re.compile(r"[+-]?([1-9]?)[+-]?").match(document.text, start)
    return ((start, digit.end(), "-" + digit[1]),) if digit else ()


def _end_of_entry(document: Document, path: Path) -> int:
    """Offset behind the last line of the entry at `path`: of its line break when it ends in a literal block, whose
    trailing empty lines belong to it, otherwise of the line's text, comment included."""
    place = document.places[_last_leaf(document, path)]
    if place.style == "literal":
        return _behind_empty_lines(document.text, _line_end(document.text, place.value.end))
    end = _line_end(document.text, document.places[path].value.end)
    return end - len(_line_break(document.text, end))


def _last_leaf(document: Document, path: Path) -> Path:
    while document.places[path].style == "block":
        path = (*path, _names(document, path)[-1])
    return path


def _line_end(text: str, offset: int) -> int:
    """Behind the line break of the line `offset` stands on."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1


def _line_break(text: str, end: int) -> str:
    """The line break that ends at `end`, if one does."""
    return "\r\n" if text.endswith("\r\n", 0, end) else "\n" if text.endswith("\n", 0, end) else ""


def _behind_empty_lines(text: str, offset: int) -> int:
    while offset < len(text):
        end = _line_end(text, offset)
        if text[offset:end].strip():
            break
        offset = end
    return offset


def _flow_in(document: Document, path: Path, names: list[str] | list[int], index: int, words: str) -> tuple[Cut, ...]:
    """`words` as entry `index` of the flow collection at `path`."""
    if not names:
        start = document.places[path].value.start + 1
        return ((start, start, words + (" " if document.text[start] == "#" else "")),)
    if index < len(names):
        start = _start(document, (*path, names[index]))
        return ((start, start, words + ", "),)
    end = document.places[(*path, names[-1])].value.end
    return ((end, end, ", " + words),)


def _start(document: Document, path: Path) -> int:
    place = document.places[path]
    return (place.key or place.value).start


def _flow_out(document: Document, path: Path, names: list[str | int], index: int) -> tuple[Cut, ...]:
    """Entry `index` of a flow collection and one comma taken out."""
    start, end = _start(document, (*path, names[index])), document.places[(*path, names[index])].value.end
    behind = _comma(document.text, end, document.places[path].value.end)
    if index + 1 < len(names) or (behind >= 0 and len(names) == 1):
        after = behind + 1
        while after < len(document.text) and document.text[after] == " ":
            after += 1
        return ((start, after, ""),)
    if index == 0:
        return ((start, end, ""),)
    before = document.places[(*path, names[index - 1])].value.end
    comma = _comma(document.text, before, start)
    gap = document.text[comma + 1 : start]
    return ((comma, end, ""),) if not gap.strip() else ((comma, comma + 1, ""), (start, end, ""))


def _comma(text: str, start: int, end: int) -> int:
    """Offset of the first comma in `[start, end)` outside comments; -1 when there is none."""
    offset = start
    while offset < end:
        if text[offset] == ",":
            return offset
        if text[offset] == "#":
            offset = text.find("\n", offset)
            if offset < 0:
                return -1
        offset += 1
    return -1


def _lines_out(document: Document, path: Path, names: list[str | int], index: int) -> Cut:
    """The lines of entry `index` of a block taken out; an entry behind a dash gives its place to the next."""
    text = document.text
    start = _dash(document, path, names, index)
    if not _starts_its_line(document, start):
        return (start, _dash(document, path, names, index + 1), "")
    line = max(text.rfind("\n", 0, start) + 1, len(BOM) if text.startswith(BOM) else 0)
    end = _end_of_entry(document, (*path, names[index]))
    end = end if text[end - 1] == "\n" else _line_end(text, end)
    if index and document.places[_last_leaf(document, (*path, names[index - 1]))].style == "literal":
        end = _behind_empty_lines(text, end)  # or they would become the literal's own
    return (line, end, "")


def _dash(document: Document, path: Path, names: list[str | int], index: int) -> int:
    """Return the start of entry `index` of a block: its key, or its dash."""
    entry = document.places[(*path, names[index])]
    if entry.key is not None:
        return entry.key.start
    if index == 0:
        return document.places[path].value.start
    column = document.places[path].value.column - 1
    text, line = document.text, document.text.rfind("\n", 0, entry.value.start) + 1
    while text[line + column] != "-" or text[line : line + column].strip():
        line = text.rfind("\n", 0, line - 1) + 1
    return line + column

"""YAML text to a plain tree of dict, list and str, with the place of every key and value.

Every scalar stays the text it is (`401`, `no`, `22:30`): only the field it lands in gives it a type. The tree is built
from PyYAML's events in one loop, never from constructed objects, so an alias bomb, a tag or a thousand brackets cost
nothing before they are refused. A syntax error hides only what comes after it: the tree then ends there and
`Document.complete` is false.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import yaml

from drillsim.errors import Problem, facts
from drillsim.files import full_width
from drillsim.files.document import (
    DISCARD,
    LIMIT_DEPTH,
    LIMIT_PROBLEMS,
    Document,
    Mark,
    Path,
    Place,
    Style,
    Tree,
    dotted,
)
from drillsim.files.source import BOM, odd_in_value
from drillsim.files.yaml_refusal import Event, Refusal, flow_refusals, key_refusals, node_refusals
from drillsim.files.yaml_syntax import events_of, first_error, syntax_problem
from drillsim.units import comma_mends

LIMIT_VALUES = 200_000
"""Scalars, lists and mappings a file may hold: far beyond any plan, and read in seconds."""

YamlMark = Any

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DIGITS = re.compile(r"\d", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d+", re.ASCII)
_COLLECTION = "\0"
"""Stands for a list or mapping where a key is due."""


def read_tree(text: str, label: str, loader: Any = None) -> tuple[Document, tuple[Problem, ...]]:
    """The document `text` holds and everything wrong with it as YAML. `loader` is for tests of PyYAML's two parsers."""
    shift = len(BOM) if text.startswith(BOM) else 0
    builder = _Builder(text, label, shift)
    try:
        for event in events_of(text[shift:], loader or _LOADER):
            builder.take(event)
    except _EnoughError:
        builder.complete = False
    except yaml.YAMLError as error:
        builder.complete = False
        fails_at = partial(first_error, loader=loader or _LOADER)
        builder.problems.append(syntax_problem(error, text[shift:], label, fails_at, builder.last_quote))
    return builder.document(), tuple(builder.problems)


class _EnoughError(Exception):
    """A limit is reached: the rest of the file is not read."""


class _Open:
    """A list or mapping whose end has not come yet."""

    __slots__ = ("end", "first", "key", "key_mark", "keys", "mark", "node", "path", "style")

    def __init__(self, path: Path, node: list[Tree] | dict[str, Tree], mark: YamlMark, style: Style) -> None:
        self.path = path
        self.node = node
        self.mark = mark
        self.style: Style = style
        self.end = mark.index
        self.key: str | None = None
        self.key_mark: Mark | None = None
        self.keys: dict[str, int] = {}


class _Builder:
    """Takes events one by one; holds the tree so far, the places and the problems."""

    def __init__(self, text: str, label: str, shift: int) -> None:
        self.text = text
        self.label = label
        self.shift = shift
        self.complete = True
        self.problems: list[Problem] = []
        self.last_quote = (0, 0)
        self._tree: Tree | None = None
        self._places: dict[Path, Place] = {}
        self._spoiled: set[Path] = set()
        self._stack: list[_Open] = []
        self._documents = 0
        self._values = 0
        self._last_end = 0
        self._taking: dict[type[yaml.Event], Callable[[Event], None]] = {
            yaml.StreamStartEvent: lambda event: None,
            yaml.StreamEndEvent: self._stream_end,
            yaml.DocumentStartEvent: self._document_start,
            yaml.DocumentEndEvent: lambda event: None,
            yaml.AliasEvent: self._alias,
            yaml.ScalarEvent: self._scalar,
            yaml.SequenceStartEvent: self._sequence_start,
            yaml.MappingStartEvent: self._mapping_start,
            yaml.SequenceEndEvent: self._collection_end,
            yaml.MappingEndEvent: self._collection_end,
        }

    def take(self, event: Event) -> None:
        """Adds one event."""
        self._taking[type(event)](event)

    def document(self) -> Document:
        """Return the document read; after a syntax error the lists and mappings still open are part of it."""
        while self._stack:
            frame = self._stack.pop()
            self._spoiled.add(frame.path)
            self._attach(frame.path, frame.node, frame.mark, frame.end, frame.style)
        tree: Tree = {} if self._tree is None else self._tree
        return Document(self.text, tree, self._places, self.complete, frozenset(self._spoiled))

    def _problem(self, problem: str, line: int, path: Path = (), **named: object) -> None:
        told = facts(**named)
        self.problems.append(Problem(file=self.label, line=line, field=dotted(path), code=problem, facts=told))
        if len(self.problems) >= LIMIT_PROBLEMS:
            told = facts(n=LIMIT_PROBLEMS)
            self.problems.append(Problem(file=self.label, line=line, code="too-many-problems", facts=told))
            raise _EnoughError

    def _stream_end(self, event: Event) -> None:
        if not self._documents:
            self.complete = False
            self._problem("empty-file", 0)

    def _document_start(self, event: Event) -> None:
        self._documents += 1
        if self._documents > 1:
            self._problem("several-documents", event.start_mark.line + 1)
            raise _EnoughError
        if event.version or event.tags:
            self._problem("yaml-directive", event.start_mark.line + 1)
        self._last_end = event.end_mark.index

    def _alias(self, event: Event) -> None:
        self._problem("yaml-alias", event.start_mark.line + 1, self._here(), alias=event.anchor)
        self._stand_in(event)

    def _scalar(self, event: Event) -> None:
        self._refuse(event, node_refusals(event))
        if self._stack and self._stack[-1].style == "flow":
            self._refuse(event, flow_refusals(event))
        if self._key_is_due():
            self._take_key(event)
            return
        path = self._here()
        if not event.value and not event.style:
            path = self._half_a_number(event) or path
            if not (path and str(path[-1]).startswith(DISCARD)):
                self._problem("empty-value", self._line_of_due(event), path)
            self._spoiled.add(path)
        elif odd := odd_in_value(event.value):
            self._problem("control-character", event.start_mark.line + 1, path, code=odd)
            self._spoiled.add(path)
        if event.style and event.style in "'\"":
            self.last_quote = (event.start_mark.line, event.end_mark.line)
        style: Style = "plain" if not event.style else "literal" if event.style in "|>" else "quoted"
        end = event.end_mark.index
        self._last_end = end
        if style == "literal":
            end = event.start_mark.index + len(self._slice(event.start_mark.index, end).rstrip(" \r\n"))
        self._put(path, event.value, event.start_mark, end, style)

    def _half_a_number(self, event: Event) -> Path:
        """Inside braces the comma of `p_mw: 0,18` ends the entry, and 18 becomes a key without a value. Path of that
        key once it is discarded; empty where it is no such thing."""
        frame = self._stack[-1] if self._stack else None
        if frame is None or frame.style != "flow" or not isinstance(frame.node, dict) or not frame.node:
            return ()
        name, before = next(reversed(frame.node.items()))
        halves = frame.key and isinstance(before, str) and _WHOLE.fullmatch(before) and _DIGITS.match(frame.key)
        if not (halves and frame.key and frame.key_mark and self.text[frame.key_mark.start - 1] == ","):
            return ()
        value = f"{before},{frame.key}"
        one, *two = comma_mends(value)
        code, told = ("comma-twofold", {"other": two[0]}) if two else ("decimal-comma", {})
        self._problem(code, self._line_of_due(event), (*frame.path, name), value=value, mend=one, **told)
        self._spoiled.add((*frame.path, name))
        frame.key = DISCARD + frame.key
        return self._here()

    def _sequence_start(self, event: Event) -> None:
        self._open(event, [])

    def _mapping_start(self, event: Event) -> None:
        if event.flow_style and self._slice(event.start_mark.index, event.start_mark.index + 1) not in "{&!":
            self._problem("yaml-pair", event.start_mark.line + 1, self._here())
        self._open(event, {})

    def _open(self, event: Event, node: list[Tree] | dict[str, Tree]) -> None:
        self._refuse(event, node_refusals(event))
        if self._key_is_due():
            self._problem("key-not-text", event.start_mark.line + 1, self._here())
            self._discard_key(event.start_mark, _COLLECTION)
        if len(self._stack) >= LIMIT_DEPTH:
            self._problem("too-deep", event.start_mark.line + 1, self._here()[:4], limit=LIMIT_DEPTH)
            raise _EnoughError
        self._count(event.start_mark)
        self._last_end = event.end_mark.index
        self._stack.append(_Open(self._here(), node, event.start_mark, "flow" if event.flow_style else "block"))

    def _collection_end(self, event: Event) -> None:
        frame = self._stack.pop()
        if frame.style == "flow":
            self._last_end = frame.end = event.end_mark.index
        if self._key_is_due_for_discard(frame):
            return
        self._attach(frame.path, frame.node, frame.mark, frame.end, frame.style)

    def _key_is_due_for_discard(self, frame: _Open) -> bool:
        """A list or mapping that stood where a key is due has ended; its value is still to come."""
        parent = self._stack[-1] if self._stack else None
        if parent is None or parent.key != DISCARD + _COLLECTION:
            return False
        parent.key = DISCARD
        return True

    def _put(self, path: Path, node: Tree, mark: YamlMark, end: int, style: Style) -> None:
        self._count(mark)
        self._attach(path, node, mark, end, style)

    def _attach(self, path: Path, node: Tree, mark: YamlMark, end: int, style: Style) -> None:
        """Hangs a finished value into what is open."""
        self._record(path, mark, end, style)
        if not self._stack:
            self._tree = node
            return
        frame = self._stack[-1]
        frame.end = max(frame.end, end)
        if isinstance(frame.node, list):
            frame.node.append(node)
        else:
            if frame.key is not None and not frame.key.startswith(DISCARD):
                frame.node[frame.key] = node
            frame.key = frame.key_mark = None

    def _record(self, path: Path, mark: YamlMark, end: int, style: Style) -> None:
        parent = self._stack[-1] if self._stack and self._stack[-1].path == path[:-1] else None
        key = parent.key_mark if parent and isinstance(parent.node, dict) else None
        self._places[path] = Place(key, self._mark(mark, end), style)

    def _mark(self, mark: YamlMark, end: int) -> Mark:
        return Mark(mark.line + 1, mark.column + 1, mark.index + self.shift, end + self.shift)

    def _slice(self, start: int, end: int) -> str:
        return self.text[start + self.shift : end + self.shift]

    def _here(self) -> Path:
        """Path of the value that comes next."""
        if not self._stack:
            return ()
        frame = self._stack[-1]
        if isinstance(frame.node, list):
            return (*frame.path, len(frame.node))
        return frame.path if frame.key is None else (*frame.path, frame.key)

    def _key_is_due(self) -> bool:
        return bool(self._stack) and isinstance(self._stack[-1].node, dict) and self._stack[-1].key is None

    def _take_key(self, event: Event) -> None:
        frame, key, line = self._stack[-1], event.value, event.start_mark.line + 1
        self._count(event.start_mark)
        behind = self._slice(event.end_mark.index, event.end_mark.index + 80)
        self._refuse(event, key_refusals(event, self._slice(self._last_end, event.start_mark.index), behind))
        self._last_end = event.end_mark.index
        if key == "<<" and not event.style:
            self._problem("yaml-merge", line, frame.path)
            self._discard_key(event.start_mark, key)
        elif key in frame.keys:
            self._problem("duplicate-key", line, (*frame.path, key), key=key, first=frame.keys[key])
            self._discard_key(event.start_mark, key)
        elif not key or "\n" in key or odd_in_value(key):
            self._problem("key-not-text", line, frame.path)
            self._discard_key(event.start_mark, "")
        elif full_width.first_structural(key):
            self._problem("full-width", line, frame.path, value=key, mend=full_width.structure_mended(key))
            self._discard_key(event.start_mark, key)
            self._spoiled.add(frame.path)
        else:
            frame.keys[key] = line
            frame.key, frame.key_mark = key, self._mark(event.start_mark, event.end_mark.index)

    def _discard_key(self, mark: YamlMark, key: str) -> None:
        frame = self._stack[-1]
        frame.key, frame.key_mark = DISCARD + key, self._mark(mark, mark.index)
        self._spoiled.add((*frame.path, frame.key))

    def _stand_in(self, event: Event) -> None:
        """An alias is refused; an empty text stands in its place."""
        if self._key_is_due():
            self._discard_key(event.start_mark, "")
            return
        self._spoiled.add(self._here())
        self._last_end = event.end_mark.index
        self._put(self._here(), "", event.start_mark, event.end_mark.index, "plain")

    def _refuse(self, event: Event, refusals: Iterable[Refusal]) -> None:
        for code, told in refusals:
            self._problem(code, event.start_mark.line + 1, self._here(), **told)
            if code == "yaml-tag":
                self._spoiled.add(self._here())

    def _line_of_due(self, event: Event) -> int:
        """An empty value has its mark where the parser noticed; the planner looks at the key."""
        key = self._stack[-1].key_mark if self._stack else None
        return key.line if key else event.start_mark.line + 1

    def _count(self, mark: YamlMark) -> None:
        self._values += 1
        if self._values > LIMIT_VALUES:
            self._problem("too-many-values", mark.line + 1, limit=LIMIT_VALUES)
            raise _EnoughError

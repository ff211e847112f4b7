"""Seeded damage to a file that is in order: a byte wrong, or one thing written that does not belong there."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from drillsim.files.document import Document, Mark

JUNK = (
    '""', "???", "１０", "null", "~", "-1", "1e400", "0x10", "a b", "⚡", "no", "yes", "[]", "{}", "[x]", "{x: y}",
    "2026-13-01",
    "25:00", "10 parsecs", "5", "*x", "&x y", "!!int 3", "<<", "?", "-", "a: b", "'", '"', "，", "：x", "x" * 5000,
    "\\", "%x", "@y",
)  # fmt: skip
_UNITS = re.compile(r"\b(ms|s|min|h|d)\b")
_SUFFIXES = ("_kw", "_mw", "_l", "_percent", "_pu", "_kv", "_kwh", "_mva", "_after", "_per_year")


@dataclass(frozen=True)
class Mutant:
    """A damaged text and what was done to it."""

    data: bytes
    what: str


def damaged_bytes(data: bytes, luck: random.Random) -> Mutant:
    """One byte replaced, dropped, doubled or put in, two exchanged, or the file cut off; never in a comment's line."""
    at = _outside_comments(data, luck)
    kind = luck.choice(["replace", "replace", "drop", "insert", "double", "exchange", "cut"])
    byte = bytes([luck.choice([luck.randrange(256), luck.choice(b" :,-[]{}\"'#&*!|>%@`\n\t0123456789abcxyz")])])
    changed = {
        "replace": data[:at] + byte + data[at + 1 :],
        "drop": data[:at] + data[at + 1 :],
        "insert": data[:at] + byte + data[at:],
        "double": data[:at] + data[at : at + 1] + data[at:],
        "exchange": data[:at] + data[at + 1 : at + 2] + data[at : at + 1] + data[at + 2 :],
        "cut": data[:at],
    }[kind]
    return Mutant(changed, f"{kind} {byte!r} at byte {at}")


def _outside_comments(data: bytes, luck: random.Random) -> int:
    while True:
        at = luck.randrange(len(data))
        line = data[data.rfind(b"\n", 0, at) + 1 : at + 1]
        if not line.lstrip().startswith(b"#"):
            return at


def damaged_node(document: Document, ids: tuple[str, ...], luck: random.Random) -> Mutant:
    """One scalar, key, unit or reference exchanged for another, or for junk."""
    kinds: dict[str, Callable[[], tuple[Mark, str] | None]] = {
        "scalar": lambda: _scalar(document, luck),
        "key": lambda: _key(document, luck),
        "unit": lambda: _unit(document, luck),
        "reference": lambda: _reference(document, ids, luck),
    }
    while True:
        kind = luck.choice(list(kinds))
        found = kinds[kind]()
        if found is None:
            continue
        mark, new = found
        old = document.text[mark.start : mark.end]
        if new != old:
            text = document.text[: mark.start] + new + document.text[mark.end :]
            return Mutant(text.encode("utf-8"), f"{kind} {old[:40]!r} -> {new[:40]!r} in line {mark.line}")


def _scalars(document: Document) -> list[Mark]:
    return [place.value for place in document.places.values() if place.style in ("plain", "quoted")]


def _keys(document: Document) -> list[Mark]:
    return [place.key for place in document.places.values() if place.key is not None]


def _text(document: Document, mark: Mark) -> str:
    return document.text[mark.start : mark.end]


def _scalar(document: Document, luck: random.Random) -> tuple[Mark, str]:
    marks = _scalars(document)
    new = luck.choice(JUNK) if luck.random() < 0.5 else _text(document, luck.choice(marks))
    return luck.choice(marks), new


def _key(document: Document, luck: random.Random) -> tuple[Mark, str]:
    mark = luck.choice(_keys(document))
    old = _text(document, mark)
    at = luck.randrange(len(old))
    return mark, luck.choice(
        [
            old[:at] + old[at + 1 :] or "x",
            old[:at] + old[at] + old[at:],
            old.upper(),
            old + "_",
            _text(document, luck.choice(_keys(document))),
        ]
    )


def _unit(document: Document, luck: random.Random) -> tuple[Mark, str] | None:
    if luck.random() < 0.3:
        keys = [mark for mark in _keys(document) if _text(document, mark).endswith(_SUFFIXES)]
        if not keys:
            return None
        mark = luck.choice(keys)
        return mark, re.sub(r"_[a-z]+$", luck.choice(_SUFFIXES), _text(document, mark))
    timed = [mark for mark in _scalars(document) if re.fullmatch(r"[\d. ]+(ms|s|min|h|d)", _text(document, mark))]
    if not timed:
        return None
    mark = luck.choice(timed)
    return mark, _UNITS.sub(
        luck.choice(["ms", "s", "min", "h", "d", "", "sec", "分钟", "kW"]), _text(document, mark)
    ).strip()


def _reference(document: Document, ids: tuple[str, ...], luck: random.Random) -> tuple[Mark, str] | None:
    known = frozenset(ids)
    used = [mark for mark in _scalars(document) if _text(document, mark).strip("\"'") in known]
    if not used:
        return None
    new = luck.choice([luck.choice(ids), luck.choice(ids), "nobody-here"])
    return luck.choice(used), f'"{new}"'

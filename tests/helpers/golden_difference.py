"""The difference between a run and its golden file, in a screenful: the first place, with time and type, then the sum
of all."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping

from helpers.golden import Told, kind_of

AROUND, SHOWN = 3, 10
"""Lines shown before the first difference, and of each side from there on."""


def difference(old: str, new: Told) -> str:
    """Return the differences from the golden file that holds `old`."""
    if new.is_whole == old.startswith("{"):
        return "The file kept is a digest and should be a whole journal, or the other way round."
    return "\n".join(_between(old.splitlines(), new.text().splitlines()) if new.is_whole else _digests(old, new))


def _between(one: list[str], other: list[str]) -> Iterator[str]:
    first = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    yield f"line {first + 1}:"
    yield from (f"  {line}" for line in other[max(first - AROUND, 0) : first])
    yield from (f"- {line}" for line in one[first : first + SHOWN])
    yield from (f"+ {line}" for line in other[first : first + SHOWN])
    yield from _changes("events", _counts(one), _counts(other))
    yield from _changes("verdict", _judged(one), _judged(other))


def _counts(lines: list[str]) -> Counter[str]:
    return Counter(kind_of(line) for line in lines if line[:1].isdigit() or line.startswith("-"))


def _judged(lines: list[str]) -> dict[str, str]:
    words = (line.split(" ", 3) for line in lines if line.startswith("verdict "))
    return {f"{kind} {name}": said for _, kind, name, said in words}


def _digests(old: str, new: Told) -> Iterator[str]:
    one, other = json.loads(old), json.loads(new.text())
    pairs = enumerate(zip(one["marks"], other["marks"], strict=False))
    block = next((number for number, (a, b) in pairs if a != b), None)
    if block is not None:
        yield f"Somewhere in these events (there was: {one['marks'][block]}):"
        yield from new.block(block)
    yield from _changes("events", one["events"], other["events"])
    yield from _changes("verdict", one["verdicts"], other["verdicts"])


def _changes(what: str, one: Mapping[str, object], other: Mapping[str, object]) -> Iterator[str]:
    for name in dict.fromkeys((*one, *other)):
        if one.get(name) != other.get(name):
            yield f"{what} {name}: {one.get(name, '–')} → {other.get(name, '–')}"

"""Two wordings word for word: what stays, what is gone, what is new."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from drillsim.documents.blocks import Cell, Span

_WORD = re.compile(r"[A-Za-z0-9.,:+\-/%°]+|\s+|.", re.DOTALL)
"""Latin words and figures whole, each Chinese character by itself."""
LEAST_ALIKE = 0.5
"""Two wordings of which the shorter has fewer of its words in the other are shown whole, the new one behind the old."""
LEAST_KEPT = 2
"""Fewer words than this between two changes are changed with them: single words kept among changes are hard to read."""


def changed_cell(old: str, new: str) -> Cell:
    """Return the cell in which `old` became `new`."""
    if old == new:
        return Cell(new)
    spans = tuple(_spans(old, new))
    return Cell("".join(each.text for each in spans), spans=spans)


def gone_cell(old: str) -> Cell:
    """Return a cell all of which is gone."""
    return Cell(old, spans=(Span(old, "gone"),)) if old else Cell("")


def new_cell(new: str) -> Cell:
    """Return a cell all of which is new."""
    return Cell(new, spans=(Span(new, "new"),)) if new else Cell("")


def _spans(old: str, new: str) -> Iterator[Span]:
    was, now = _WORD.findall(old), _WORD.findall(new)
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    if not old or not new or _alike(was, now, matcher) < LEAST_ALIKE:
        yield from (Span(words, change) for words, change in ((old, "gone"), (new, "new")) if words)  # type: ignore[arg-type]
        return
    gone: list[str] = []
    fresh: list[str] = []
    blocks = matcher.get_opcodes()
    for place, (kind, i1, i2, j1, j2) in enumerate(blocks):
        inside = 0 < place < len(blocks) - 1
        if kind == "equal" and not (inside and i2 - i1 < LEAST_KEPT):
            yield from _flushed(gone, fresh)
            yield Span("".join(now[j1:j2]))
            continue
        gone += was[i1:i2]
        fresh += now[j1:j2]
    yield from _flushed(gone, fresh)


def _alike(was: list[str], now: list[str], matcher: SequenceMatcher[str]) -> float:
    """Return the share of the shorter wording's words that stand in the other, in the same order."""
    kept = sum(
        _is_word(word) for block in matcher.get_matching_blocks() for word in was[block.a : block.a + block.size]
    )
    least = min(sum(map(_is_word, was)), sum(map(_is_word, now)))
    return kept / least if least else 0.0


def _is_word(token: str) -> bool:
    return any(char.isalnum() for char in token)


def _flushed(gone: list[str], fresh: list[str]) -> Iterator[Span]:
    """Yield what has gathered since the last words that stay, the old ones first, and forget it."""
    if gone:
        yield Span("".join(gone), "gone")
    if fresh:
        yield Span("".join(fresh), "new")
    gone.clear()
    fresh.clear()

"""The width of words, estimated without a font.

The reader's font is not ours: no Chinese font need be installed where a picture is drawn, and the viewer picks its own.
So labels are measured by character class, a little on the wide side, and nothing is placed by what the drawing library
measured with a font that has none of the glyphs.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise

_WIDE = 1.02
_NARROW = frozenset("iljtfrI.,:;'|!()[] ")
_BROAD = frozenset("mwMW@%")
_NOT_FIRST = frozenset("、，。；：）”》？！")
"""No line begins with these."""


def em_width(words: str) -> float:
    """Width of `words` in em: 1 for a Chinese character, about 0.55 for a Latin letter."""
    return sum(_em(char) for char in words)


def _em(char: str) -> float:
    if unicodedata.east_asian_width(char) in ("W", "F", "A"):
        return _WIDE
    if char in _NARROW:
        return 0.36
    if char in _BROAD:
        return 0.92
    return 0.68 if char.isupper() else 0.6


def shortened(words: str, most_em: float) -> str:
    """`words`, cut with an ellipsis where they are wider than `most_em`."""
    if em_width(words) <= most_em:
        return words
    kept = ""
    for char in words:
        if em_width(kept + char) > most_em - 1:
            break
        kept += char
    return kept.rstrip() + "…"


def wrapped(words: str, most_em: float, most_lines: int) -> tuple[str, ...]:
    """`words` in lines no wider than `most_em`; Chinese breaks anywhere, other scripts between words or after a hyphen
    if they can."""
    lines: list[str] = []
    rest = words.strip()
    while rest and len(lines) < most_lines:
        if len(lines) == most_lines - 1 or em_width(rest) <= most_em:
            lines.append(shortened(rest, most_em))
            break
        cut = _break_at(rest, most_em)
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return tuple(lines)


def balanced(words: str, most_em: float, most_lines: int) -> tuple[str, ...]:
    """As `wrapped`, with lines of about the same width: no single character on a line of its own."""
    best = wrapped(words, most_em, most_lines)
    for tenth in range(9, 3, -1):
        tried = wrapped(words, most_em * tenth / 10, most_lines)
        if len(tried) != len(best) or "…" in "".join(tried) or _broken_words(words, tried) > _broken_words(words, best):
            return best
        best = tried
    return best


def _broken_words(words: str, lines: tuple[str, ...]) -> int:
    """Line ends inside a Latin word."""
    joined = [f"{a[-1]}{b[0]}" for a, b in pairwise(lines)]
    return sum(1 for ends in joined if ends.isascii() and ends.isalnum() and f"{ends[0]} {ends[1]}" not in words)


def _break_at(words: str, most_em: float) -> int:
    cut = 1
    while cut < len(words) and em_width(words[: cut + 1]) <= most_em:
        cut += 1
    if cut < len(words) and words[cut - 1].isascii() and words[cut].isascii() and " " not in words[cut - 1 : cut + 1]:
        return _before_word(words, cut)
    if 1 < cut < len(words) and words[cut] in _NOT_FIRST:
        return cut - 1
    return cut


def _before_word(words: str, cut: int) -> int:
    """Return the position to break at instead of inside the Latin word at `cut`: before it, behind a hyphen in it, or
    there."""
    start = cut
    while start > 0 and words[start - 1].isascii() and words[start - 1] != " ":
        start -= 1
    mark = max(words.rfind("-", start, cut), words.rfind("_", start, cut)) + 1
    return start if start > 0 else mark if mark > start + 1 else cut

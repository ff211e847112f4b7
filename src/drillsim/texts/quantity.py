"""Quantities as words: times the way a reviewer says them, in either language."""

from __future__ import annotations

from collections.abc import Sequence

from drillsim.texts.catalogue import Lang, text

_WITHIN: dict[Lang, tuple[str, ...]] = {"en": (",",), "zh": ("、", "，")}
MOST_NAMES = 20
"""So many names a sentence bears; what is more is counted."""


def duration_text(lang: Lang, ms: int) -> str:
    """`ms` in words of `lang`: `350 ms`, `12 min 5 s`, `3 h 20 min`; `12 分 5 秒` in Chinese. Two units at most."""
    if ms < 0:
        return "-" + duration_text(lang, -ms)
    if 0 < ms < 1_000:
        return text(lang, "quantity-ms", n=str(ms))
    if ms < 60_000:
        return text(lang, "quantity-s", n=f"{ms / 1_000:.1f}".removesuffix(".0"))
    seconds = round(ms / 1_000)
    if seconds < 3_600:
        return _two(lang, "min", seconds // 60, "s", seconds % 60)
    minutes = round(seconds / 60)
    if minutes < 72 * 60:
        return _two(lang, "h", minutes // 60, "min", minutes % 60)
    return _two(lang, "d", minutes // 1_440, "h", minutes % 1_440 // 60)


def list_text(lang: Lang, words: Sequence[str], most: int = MOST_NAMES) -> str:
    """`words` one after the other, with the list mark of `lang`, a wider one where a word has that mark within; of more
    than `most` the first, and how many more."""
    narrow = any(mark in word for word in words for mark in _WITHIN[lang]) and len(words) > 1
    shown = text(lang, "quantity-list-mark-wide" if narrow else "quantity-list-mark").join(words[:most])
    if len(words) <= most:
        return shown
    return text(lang, "quantity-list-more", list=shown, n=len(words), more=len(words) - most)


def _two(lang: Lang, unit: str, count: int, small_unit: str, small: int) -> str:
    if not small:
        return text(lang, f"quantity-{unit}-alone", n=str(count))
    return f"{text(lang, f'quantity-{unit}', n=str(count))} {text(lang, f'quantity-{small_unit}', n=str(small))}"

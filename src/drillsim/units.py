"""Text to numbers and back: the only place that knows unit words.

Times are integer milliseconds everywhere inside. A duration is written with its unit word (`90 s`, `1 h 30 min`,
`500 ms`); a bare number is refused, because nobody can know whether `15` meant seconds or minutes.
"""

from __future__ import annotations

import re
import unicodedata

MS_PER: dict[str, int] = {"ms": 1, "s": 1_000, "min": 60_000, "h": 3_600_000, "d": 86_400_000}
"""Milliseconds in one of each unit word a planner may write."""

LONGEST_MS = 3_660 * MS_PER["d"]
"""Ten years: a longer time is a slip of the pen."""

MINUTES_PER_DAY = 1_440

_SPOKEN = {
    "毫秒": "ms", "秒钟": "s", "秒": "s", "分钟": "min", "分": "min", "小时": "h", "时": "h", "天": "d", "日": "d",
}  # fmt: skip
"""Units as they are said in Chinese; longer words first."""
_SPOKEN_PART = re.compile(rf"(\d)\s*个?({'|'.join(_SPOKEN)})")
_PART = re.compile(r"(\d+(?:\.\d+)?)\s*(ms|s|min|h|d)(?![a-z])")
_DURATION = re.compile(rf"-?\s*(?:{_PART.pattern}\s*)+")
_TIME_OF_DAY = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)


class UnitError(ValueError):
    """A text that is not a quantity. `code` names the problem's text; the offending words are in `args[0]`."""

    def __init__(self, code: str, text: str, **more: str) -> None:
        super().__init__(text)
        self.code = code
        self.facts = {"value": text, **more}


def comma_mends(text: str) -> tuple[str, ...]:
    """`text` with a point for the comma of its numbers: one way (`0,18`: `0.18`; `1,234,567`: `1234567`), two where
    the comma may group thousands (`1,250`: `1.250`, `1250`), none where no number has a comma."""
    if not re.search(r"\d,\d", text):
        return ()
    grouped = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    if "," not in grouped and ("." in text or text.count(",") > 1):
        return (grouped,)
    pointed = re.sub(r"(?<=\d),(?=\d)", ".", text)
    if "." in text:  # 1.234,5
        pointed = re.sub(r"(?<=\d),(?=\d)", ".", re.sub(r"(?<=\d)\.(?=\d{3})", "", text))
    may_group = "," not in grouped and not re.search(r"(?<!\d)0,", text)
    return (pointed, grouped) if may_group else (pointed,)


def parse_duration(text: str) -> int:
    """Milliseconds in `text` (`90 s`, `1 h 30 min`, `-28 min`; also as people type it: `5分钟`, `1小时30分`, `半小时`).

    Raises: UnitError with code `duration-without-unit`, `duration-not-understood` or `duration-too-long`.
    """
    words = _in_unit_words(text.strip())
    if re.fullmatch(r"-?\d+(\.\d+)?", words):
        raise UnitError("duration-without-unit", words)
    if len(words) > 64 or not words.isascii() or not _DURATION.fullmatch(words):
        mend = next((each for each in comma_mends(words[:64]) if _DURATION.fullmatch(each)), None)
        if mend:
            raise UnitError("decimal-comma", words, mend=mend)
        raise UnitError("duration-not-understood", words[:64])
    total = sum(float(number) * MS_PER[unit] for number, unit in _PART.findall(words))
    if total > LONGEST_MS:
        raise UnitError("duration-too-long", words)
    return round(-total if words.startswith("-") else total)


def _in_unit_words(text: str) -> str:
    """`text` with Chinese units as unit words, digits of such a text as ASCII; any other text as it is."""
    plain = unicodedata.normalize("NFKC", text)
    plain = "30分钟" if plain in ("半小时", "半个小时") else plain
    found = _SPOKEN_PART.sub(lambda part: f"{part[1]} {_SPOKEN[part[2]]} ", plain)
    return found.strip() if found != plain and found.isascii() else text


def parse_time_of_day(text: str) -> int:
    """Minutes after midnight in `text` (`22:30`). `24:00` is 1440. Raises: UnitError `time-of-day`."""
    found = _TIME_OF_DAY.fullmatch(text.strip())
    if not found:
        raise UnitError("time-of-day", text[:64])
    minutes = int(found[1]) * 60 + int(found[2])
    if int(found[2]) > 59 or minutes > MINUTES_PER_DAY:
        raise UnitError("time-of-day", text)
    return minutes


def format_duration(ms: int) -> str:
    """`ms` as a planner reads it: `350 ms`, `34 s`, `12 min 5 s`, `3 h 20 min`. It parses back to its last unit."""
    if ms < 0:
        return "-" + format_duration(-ms)
    if ms < MS_PER["s"]:
        return f"{ms} ms"
    if ms < MS_PER["min"]:
        return f"{_trim(ms / MS_PER['s'])} s"
    seconds = round(ms / MS_PER["s"])
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    if hours:
        return f"{hours} h {minutes} min" if minutes else f"{hours} h"
    return f"{minutes} min {seconds} s" if seconds else f"{minutes} min"


def format_clock(t_ms: int) -> str:
    """A moment of the run: `T+01:30:00`, with `.250` where the milliseconds are not zero."""
    sign = "-" if t_ms < 0 else "+"
    seconds, ms = divmod(abs(t_ms), 1000)
    text = f"T{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{text}.{ms:03}" if ms else text


def format_time_of_day(minutes: int) -> str:
    """Minutes after midnight as `22:30`."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _trim(seconds: float) -> str:
    return f"{seconds:.3f}".rstrip("0").rstrip(".")

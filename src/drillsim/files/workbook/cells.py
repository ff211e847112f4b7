"""A cell of a sheet as whoever typed it means it."""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from dataclasses import dataclass
from typing import Any, Literal

from drillsim.files.source import visible

Wrong = Literal["", "cell-formula", "cell-error"]
_EIGHT_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_DAY_COUNT = re.compile(r"[2-8]\d{4}", re.ASCII)
"""Days since the sheet's first day, as a cell shows a date that is formatted as a number: from 1954 to 2146."""


@dataclass(frozen=True, slots=True)
class CellWords:
    """The contents of one cell."""

    text: str = ""
    """Words without blanks around them; a day as `2026-07-15`."""
    wrong: Wrong = ""
    """Problem of a cell that says nothing by itself: a formula, or a failed one."""
    number: float | None = None
    """The number of a cell that holds one."""


def cell_words(value: Any, kind: str = "") -> CellWords:
    """The words of a cell with openpyxl's `value` and its data type `kind`."""
    if kind == "f":
        return CellWords(visible(str(value))[:80], "cell-formula")
    if kind == "e":
        return CellWords(visible(str(value)), "cell-error")
    if value is None:
        return CellWords()
    if isinstance(value, bool):
        return CellWords("true" if value else "false")
    if isinstance(value, int | float):
        return CellWords(_plain(value), "", float(value)) if math.isfinite(value) else CellWords(str(value))
    if isinstance(value, dt.datetime):
        at_midnight = value.time() == dt.time()
        return CellWords(value.date().isoformat() if at_midnight else value.isoformat(" ", "minutes"))
    if isinstance(value, dt.date):
        return CellWords(value.isoformat())
    if isinstance(value, dt.time):
        return CellWords(value.isoformat("minutes"))
    lines = visible(str(value)).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return CellWords(unicodedata.normalize("NFC", "\n".join(line.rstrip() for line in lines)).strip(" \n\u3000\u00a0"))


def plain(words: str) -> str:
    """Words in half width, in small letters, with one blank where there were several: to tell whether two are the
    same."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


def day_words(cell: CellWords, first_day: dt.datetime) -> str | None:
    """A day as people put it into a cell, as far as it is plain which: `20260715`, or the count of days since the
    sheet's first day, as `2026-07-15`; other words stay what they are. None for any other number: 2026.1 may have
    been 2026.10.
    """
    words = unicodedata.normalize("NFKC", cell.text)
    if found := _EIGHT_DIGITS.fullmatch(words):
        return "-".join(found.groups())
    if _DAY_COUNT.fullmatch(words):
        return (first_day + dt.timedelta(days=int(words))).date().isoformat()
    return words if cell.number is None else None


def _plain(value: float) -> str:
    whole = value == int(value) and abs(value) < 1e15
    return str(int(value)) if whole else repr(value)

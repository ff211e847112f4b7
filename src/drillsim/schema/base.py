"""The base model and the small named types every file is made of.

A YAML scalar reaches these types as text and only here becomes a number, a date or a truth value; network tables read
from json and xlsx bring numbers of their own. A type names a value it refuses by a problem code (`_refuse`), never by a
sentence: the reader adds file and line, the catalogue the words.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from drillsim import units

ID_PATTERN = r"^[^\W_]$|^[\w\-.]{1,64}$"
_ID = re.compile(r"[\w\-.]{1,64}")
_DATE = re.compile(
    r"(?P<year>\d{4})(?:年(?P<month_zh>\d{1,2})月(?:(?P<day_zh>\d{1,2})日)?"
    r"|(?P<mark>[-/.])(?P<month>\d{1,2})(?:(?P=mark)(?P<day>\d{1,2}))?)",
    re.ASCII,
)
"""`2026-07-15`, and what people type: `2025/3/1`, `2025.3.1`, `2025年3月1日`; each also without the day."""
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)


class Model(BaseModel):
    """A frozen record that refuses unknown keys; the docstring under each field becomes its schema text."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, arbitrary_types_allowed=True)


def refuse(code: str, **named: object) -> PydanticCustomError:
    """The error a validator raises: a problem code and its facts, no prose."""
    return PydanticCustomError("drillsim", "{code}", {"code": code, **{k: str(v) for k, v in named.items()}})


def _id(value: object) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise refuse("id", value=str(value)[:80])
    if unicodedata.normalize("NFC", value) != value:
        raise refuse("id-not-nfc", value=value)
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise refuse("text", value=type(value).__name__)
    if len(value) > 4_000:
        raise refuse("text-too-long", limit=4_000)
    return unicodedata.normalize("NFC", value)


def _number(value: object) -> float:
    if isinstance(value, bool) or value is None:
        raise refuse("number", value=value)
    if isinstance(value, str):
        if not _NUMBER.fullmatch(value.strip()):
            raise _no_number(value)
        value = float(value)
    if not isinstance(value, int | float) or not math.isfinite(value):
        raise refuse("number", value=str(value)[:80])
    return float(value)


def _no_number(value: str) -> PydanticCustomError:
    mends = [each for each in units.comma_mends(value.strip()[:80]) if _NUMBER.fullmatch(each)]
    if not mends:
        return refuse("number", value=value[:80])
    one, *two = mends
    return (
        refuse("comma-twofold", value=value, mend=one, other=two[0])
        if two
        else refuse("decimal-comma", value=value, mend=one)
    )


def _whole(value: object) -> int:
    number = _number(value)
    if number != int(number):
        raise refuse("whole-number", value=value)
    return int(number)


def _truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "True", "是"):
        return True
    if value in ("false", "False", "否"):
        return False
    raise refuse("truth", value=str(value)[:80])


def _date(value: object) -> dt.date:
    if isinstance(value, dt.date):
        return value
    found = _DATE.fullmatch(unicodedata.normalize("NFKC", value).strip()) if isinstance(value, str) else None
    if found:
        try:
            return dt.date(
                int(found["year"]), int(found["month"] or found["month_zh"]), int(found["day"] or found["day_zh"] or 1)
            )
        except ValueError:
            pass
    raise refuse("date", value=str(value)[:80])


def _by_units(parse: Callable[[str], int]) -> Callable[[object], int]:
    def read(value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool):
            return value  # a value that already went through this door (model_copy, edits)
        if not isinstance(value, str):
            raise refuse("duration-not-understood", value=str(value)[:80])
        try:
            return parse(value)
        except units.UnitError as error:
            raise refuse(error.code, **error.facts) from None

    return read


def _not_negative(value: int) -> int:
    if value < 0:
        raise refuse("duration-negative", value=units.format_duration(value))
    return value


Id = Annotated[str, BeforeValidator(_id), WithJsonSchema({"type": "string", "pattern": ID_PATTERN, "maxLength": 64})]
"""Letters of any script, digits, `-`, `_`, `.`; at most 64."""
Text = Annotated[str, BeforeValidator(_text)]
"""Free text in any language."""
Number = Annotated[float, BeforeValidator(_number)]
Whole = Annotated[int, BeforeValidator(_whole)]
Truth = Annotated[bool, BeforeValidator(_truth)]
Positive = Annotated[Number, Field(gt=0)]
NotNegative = Annotated[Number, Field(ge=0)]
Chance = Annotated[Number, Field(ge=0, le=1)]
"""A probability between 0 and 1."""
Percent = Annotated[Number, Field(ge=0, le=100)]
Date = Annotated[
    dt.date, BeforeValidator(_date), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$"})
]
"""`2026-07-15`, or `2026-07` for the first of the month."""
_DURATION_SCHEMA = {
    "type": "string",
    "pattern": r"^-?\s*(\d+(\.\d+)?\s*(ms|s|min|h|d)\s*)+$",
    "examples": ["90 s", "1 h 30 min"],
}
Moment = Annotated[int, BeforeValidator(_by_units(units.parse_duration)), WithJsonSchema(_DURATION_SCHEMA)]
"""Milliseconds since T0, may be negative (`-28 min`)."""
Ms = Annotated[
    int,
    BeforeValidator(_by_units(units.parse_duration)),
    AfterValidator(_not_negative),
    WithJsonSchema(_DURATION_SCHEMA),
]
"""A fixed time in milliseconds, written with its unit word (`90 s`)."""
TimeOfDay = Annotated[
    int,
    BeforeValidator(_by_units(units.parse_time_of_day)),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,2}:\d{2}$"}),
]
"""Minutes after midnight, written `22:30`."""


def _as_tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list | tuple) else (value,)


Ids = Annotated[
    tuple[Id, ...],
    BeforeValidator(_as_tuple),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""One id or a list of ids."""


class Words(Model):
    """A name or sentence for people, in one or both languages; a single string serves both."""

    zh: Text = ""
    """Chinese."""
    en: Text = ""
    """English."""

    def says(self, lang: str) -> str:
        """The words in `lang` (`zh` or `en`), in the other language where that one is empty."""
        return (self.zh or self.en) if lang == "zh" else (self.en or self.zh)


def _words(value: object) -> object:
    return {"zh": value, "en": value} if isinstance(value, str) else value


Name = Annotated[Words, BeforeValidator(_words, json_schema_input_type=Words | str)]
"""`{zh: …, en: …}`, or one string for both."""

NO_WORDS = Words()

FormatOne = Annotated[Whole, Field(ge=1, le=1)]
"""The file format's number; 1 is the only one so far."""


class Sourced(Model):
    """A record whose figures say where they come from."""

    source: Text = ""
    """Source of the figures, or `assumed`."""

"""The common form of the facts of every weak point, and the one way from them to plain values.

A field is an id, a list of ids, a word of a short list (which of the forms of its text a weak point takes), a count, a
quantity, or a time in whole milliseconds under a name that ends in `_ms`. A field that may be None is left out of the
plain values where it is; one that ends in `_` goes there without it (`from_` is `from`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal

Fact = str | int | float | tuple[str, ...]
"""A fact as documents and the catalogue take it."""
Ids = tuple[str, ...]
YesNo = Literal["yes", "no"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The facts of one weak point; each code has its own type."""


def plain(facts: Facts) -> Mapping[str, Fact]:
    """The facts by name, in the order of the type's fields: what `run.json` holds and the catalogue fills in."""
    values = ((each.name.rstrip("_"), getattr(facts, each.name)) for each in fields(facts))
    return {name: value for name, value in values if value is not None}

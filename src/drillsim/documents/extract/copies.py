"""Copies by recipient: which papers each gets, whose rows stand in them, and the marks on their pages.

Everything is internal but what is made to be given out: single cards, without telephone numbers, diagram or weak
points. Telephone numbers are masked in every copy unless somebody asks for them. A mark of secrecy is never set here:
the words are the customer's own, or that a paper is internal.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Literal, get_args

from drillsim.documents.blocks import Document
from drillsim.schema import Side
from drillsim.texts import text

Recipient = Literal["customer", "dispatch", "meeting", "wall", "outside"]
RECIPIENTS: tuple[Recipient, ...] = get_args(Recipient)


@dataclass(frozen=True, slots=True)
class Copy:
    """The papers one recipient gets."""

    kinds: frozenset[str] | None = None
    """Kinds of papers; None for all."""
    sides: tuple[Side, ...] = ("customer", "utility")
    """Sides whose rows and cards stand in them, beside those of both."""


COPIES: Mapping[Recipient, Copy] = {
    "meeting": Copy(),
    "customer": Copy(sides=("customer",)),
    "dispatch": Copy(
        frozenset({
            "revision-table", "improvement-list", "approval", "sign-in", "wall-cards", "to-confirm", "exercise-record",
        }),
        ("utility",),
    ),
    "wall": Copy(frozenset({"wall-cards"})),
    "outside": Copy(frozenset({"wall-card"})),
}  # fmt: skip

_PHONE = re.compile(
    r"(?<![\w.])(?:(?P<mobile>(?:\+?86[- ]?)?1[3-9]\d)[- ]?\d{4}[- ]?(?P<end>\d{4})"
    r"|(?P<area>0\d{2,3})[- ]?\d{3,4}[- ]?(?P<last>\d{4})|(?P<far>\+\d{1,3})[ -]?(?:\d[ -]?){5,10}(?P<tail>\d{2}))"
    r"(?![\w.])",
    re.ASCII,
)
"""Numbers somebody could call: Chinese mobiles, numbers with an area code, numbers with a country code."""
_NO_WORDS = ("id", "ids", "link", "links", "name", "kind", "lang", "drawn", "tone", "density", "returns")


def marked_for(document: Document, classification: str, recipient: Recipient | None) -> Document:
    """Return the copy with its marks: the customer's own classification, or that it is internal; and whose copy it is.
    A paper for outside says so instead."""
    own = classification or document.classification
    if recipient == "outside":
        own = text(document.lang, "form-copy-outside")
    elif recipient is not None:
        own = f"{own} · {text(document.lang, f'form-copy-{recipient}')}"
    return replace(document, classification=own)


def masked(document: Document) -> Document:
    """Return the document with the middle of every telephone number hidden."""
    found = _masked(document)
    assert isinstance(found, Document)
    return found


def masked_words(words: str) -> str:
    """Return words with the middle of every telephone number hidden."""
    return _PHONE.sub(_hidden, words)


def _hidden(found: re.Match[str]) -> str:
    head = found["mobile"] or found["area"] or found["far"]
    return f"{head}****{found['end'] or found['last'] or found['tail']}"


def _masked(value: Any) -> Any:
    if isinstance(value, str):
        return masked_words(value)
    if isinstance(value, tuple):
        return tuple(_masked(each) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        names = [each.name for each in fields(value) if each.name not in _NO_WORDS]
        changed = {name: _masked(getattr(value, name)) for name in names}
        return replace(value, **{name: new for name, new in changed.items() if new is not getattr(value, name)})
    return value


__all__ = ["COPIES", "RECIPIENTS", "Copy", "Recipient", "marked_for", "masked", "masked_words"]

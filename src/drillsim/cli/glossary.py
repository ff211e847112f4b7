"""The entries of `drillsim explain`: one for everything a planner meets in files, reports and journals.

Every entry comes from the table the program itself works by, so that nothing is explained that does not exist and
nothing exists that is not explained.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from drillsim.cli.explained import FAULTS, KINDS, VERDICTS, Kind, Lines, plain
from drillsim.cli.field_name import parse, spellings
from drillsim.errors import InvalidInput, Problem, facts
from drillsim.texts import Lang, text

__all__ = ["FAULTS", "KINDS", "LIST", "VERDICTS", "Entry", "entries_of", "groups"]

LIST = "list"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing explained. `kind` is a kind's name; the entries `list` and `groups` name others."""

    kind: str
    lines: tuple[str, ...]


def entries_of(name: str, lang: Lang) -> tuple[Entry, ...]:
    """Everything called `name`, in the order of the kinds; the name of a group lists it, `list` names all there is.

    Raises: InvalidInput `no-such-code` with the nearest name.
    """
    if name == LIST:
        return tuple(Entry(LIST, _named(kind, lang)) for kind in KINDS)
    found = tuple(Entry(kind.name, lines) for kind in KINDS for lines in kind.look(name, lang))
    listed = tuple(Entry(LIST, _listed(kind, lang)) for kind in KINDS if kind.group == name.lower())
    if not found and not listed:
        told = facts(name=name, near=near(name))
        raise InvalidInput([Problem(file="", field="NAME", code="no-such-code", facts=told)])
    return (*found, *listed)


def groups(lang: Lang) -> Entry:
    """The groups by name, with how many there are and one of each."""
    rows = (
        text(lang, "glossary-group", group=f"{kind.group:<14}", kind=kind.title(lang), n=len(names), example=names[0])
        for kind in KINDS
        if (names := kind.names())
    )
    return Entry("groups", (text(lang, "glossary-groups"), *rows, text(lang, "glossary-groups-more")))


def near(name: str) -> str:
    """The name most like `name`; `none` where nothing is."""
    known = {plain(each): each for each in (*spellings(), *_every_name())}
    words = plain(".".join(parse(name).words) or name)
    found = get_close_matches(words, list(known), 1, 0.6)
    return known[found[0]] if found else "none"


def _every_name() -> Iterator[str]:
    for kind in KINDS:
        yield from (*kind.names(), kind.group)
        yield from (words for name in kind.names() for words in kind.words(name))


def _named(kind: Kind, lang: Lang) -> Lines:
    return (text(lang, "glossary-list", kind=kind.title(lang), names=", ".join(kind.names())),)


def _listed(kind: Kind, lang: Lang) -> Lines:
    """A line each: the name, and the first sentence of what it means."""
    return (kind.title(lang), *(f"  {name}  {kind.short(name, lang)}".rstrip() for name in kind.names()))

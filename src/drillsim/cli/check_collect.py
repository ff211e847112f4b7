"""The inputs rules wait for, as whoever has to get them reads it: a row for each thing to ask for, with all the things
it is asked of.

An input no file of the customer could tell (a day on the command line, a run, the place where the search of `check`
gives up) is told apart: nobody needs to ask the customer for that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drillsim.texts import Lang, list_text, text

if TYPE_CHECKING:
    from drillsim.checks import CheckDocument, CollectRow, ResultRow

NOT_FROM_THE_CUSTOMER = frozenset({
    "as-of", "run", "network", "flow", "too-many-ways", "too-many-states", "verbs-not-followed", "long-lists",
    "never-reached", "found-targets",
})  # fmt: skip
"""Codes of what is missing that a flag, a run or another way of writing the plan would tell."""
_MOST = 8
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class ToAsk:
    """One thing to ask for."""

    what: str
    of: str
    """Things it is asked of; empty where it is the customer's or the plan's own."""
    where: str
    """Place to enter it at."""
    rules: tuple[str, ...]
    """Rules that wait for it."""
    results: int
    """Number of results that are unknown for want of it."""


def beyond_files(document: CheckDocument) -> tuple[CollectRow, ...]:
    """Return the rows nobody can answer whatever the customer hands in."""
    missing = {row.text for row in document.results if row.missing in NOT_FROM_THE_CUSTOMER}
    return tuple(row for row in document.collect if row.text in missing)


def to_ask_for(document: CheckDocument, names: Mapping[str, str], lang: Lang) -> tuple[ToAsk, ...]:
    """Return the rows to collect; the one most results wait for comes first."""
    groups: dict[tuple[str, ...], list[ResultRow]] = {}
    for row in document.results:
        if row.outcome == "unknown" and row.missing not in NOT_FROM_THE_CUSTOMER:
            groups.setdefault(_key(row), []).append(row)
    rows = [_row(found, names, lang) for found in groups.values()]
    return tuple(sorted(rows, key=lambda row: -row.results))


def _key(row: ResultRow) -> tuple[str, ...]:
    """Return the key of what is asked for in one go: a field of many things, papers; all else by its rule."""
    if row.missing == "field":
        return (row.file, row.missing, str(row.facts["field"]))
    return (row.file, row.missing) if row.missing == "document" else (row.file, row.missing, row.rule)


def _row(found: Sequence[ResultRow], names: Mapping[str, str], lang: Lang) -> ToAsk:
    first = found[0]
    if first.missing == "field":
        what, of = _field(first, lang), _subjects(found, names)
    elif first.missing == "document":
        what, of = text(lang, "cli-check-papers"), [text(lang, "rule-paper", **each.facts) for each in found]
    else:
        what, of = first.text, _subjects(found, names) if len(found) > 1 else []
    lines = [str(line) for line in sorted({each.line for each in found}) if line]
    name = first.file.rpartition("/")[2]
    shown = ", ".join(lines[:_MOST_LINES]) + (" …" if len(lines) > _MOST_LINES else "")
    return ToAsk(
        what=what,
        of=list_text(lang, list(dict.fromkeys(of)), _MOST),
        where=f"{name}:{shown}" if lines else name,
        rules=tuple(dict.fromkeys(each.rule for each in found)),
        results=len(found),
    )


def _field(row: ResultRow, lang: Lang) -> str:
    """The key, and what it means."""
    from drillsim.cli.field_name import rows_called

    key = str(row.facts["field"])
    name = row.file.rpartition("/")[2]
    known = rows_called(f"{name}: {row.field}") or rows_called(key)
    return text(lang, "cli-check-field", key=key, meaning=known[0].meaning(lang)) if known else key


def _subjects(found: Sequence[ResultRow], names: Mapping[str, str]) -> list[str]:
    own = ("customer", "plan", "site")
    return [names.get(row.subject.id, row.subject.id) for row in found if row.subject.kind not in own]

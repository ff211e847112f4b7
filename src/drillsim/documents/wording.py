"""Codes and facts become sentences: the edge where values meet the catalogue.

A fact under a name that ends in `_ms` is a time, one that is the id of something becomes its name, a list becomes a
list of names. So a finding stays free of prose and reads the same in both languages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from drillsim.documents.names import Names
from drillsim.texts import Lang, duration_text, has, list_text, text

MOST_NAMES = 20
"""Names one sentence lists; of more it says how many."""


def fact_words(names: Names, facts: Mapping[str, Any]) -> dict[str, object]:
    """Facts as the catalogue takes them: words, and whole numbers as numbers (for plurals). Two things of one name have
    their ids behind it."""
    names = names.apart(_ids(facts.values()))
    return {name: _word(names, name, value) for name, value in facts.items()}


def _ids(values: Iterable[Any]) -> Iterator[str]:
    """The strings among facts, those of lists included: ids, and words that are called by themselves."""
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list | tuple):
            yield from _ids(value[:MOST_NAMES])


def code_text(names: Names, message_id: str, facts: Mapping[str, Any]) -> str:
    """The sentence of `message_id` with `facts` in words."""
    return text(names.lang, message_id, **fact_words(names, facts))


def reason_text(lang: Lang, reason: str) -> str:
    """Return the reason a step waited for, in words."""
    return _known(lang, "report-wait", reason)


def state_text(lang: Lang, state: str) -> str:
    """Return the state of a step at the end, in words."""
    return _known(lang, "report-step", state)


def hazard_text(names: Names, hazard: str, parts: list[str] | tuple[str, ...]) -> str:
    """One hazard in words."""
    lang, names = names.lang, names.apart(parts)
    return text(
        lang,
        "report-hazard-line",
        what=_known(lang, "report-hazard", hazard),
        where=list_text(lang, [names.of(p) for p in parts]),
    )


def ms_text(lang: Lang, ms: int | None) -> str:
    """A time in words; a dash where there is none."""
    return "—" if ms is None else duration_text(lang, ms)


def percent_text(part: float, whole: float) -> str:
    """`part` of `whole` in whole per cent."""
    return f"{100 * part / whole:.0f} %" if whole else "—"


def _known(lang: Lang, prefix: str, code: str) -> str:
    message = f"{prefix}-{code.replace('_', '-')}"
    return text(lang, message) if has(message) else code


def _word(names: Names, name: str, value: Any) -> object:
    if isinstance(value, bool):
        return text(names.lang, "report-yes" if value else "report-no")
    if isinstance(value, int):
        return duration_text(names.lang, value) if name.endswith("_ms") else value
    if isinstance(value, float) and value.is_integer():
        return int(value)  # a text may have a form of its own for it
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".")
    if isinstance(value, list | tuple):
        words = dict.fromkeys(str(_word(names, name, each)) for each in value[:MOST_NAMES])
        shown = list_text(names.lang, list(words))
        return shown + (text(names.lang, "report-and-more", n=len(value)) if len(value) > MOST_NAMES else "")
    return "—" if value is None else names.of(str(value))

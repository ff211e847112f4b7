"""Names for people of everything the customer's files name; whatever has none is called by its id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from drillsim.schema import Card, Dossier, Step, first_name, homes, names, number_of, role_names, step_of
from drillsim.texts import Lang, has, list_text, text, told_apart

_INSTANCE = re.compile(r"(?P<stem>[^\[\]]+)\[(?P<what>[^\[\]]+)\](?P<again>\d*)")
MOST_COVERED = 3
"""Devices a permit is called by; of more it says that there are others."""
RESTART, SAFE_STOP = "restart", "safe_stop"
"""Step instances `restart[<function>]` and `safe_stop[<function>]` are no step of the plan: somebody brings a function
back, or stops it in good order."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one customer's things in one language."""

    lang: Lang
    words: Mapping[str, str]
    people: frozenset[str] = frozenset()
    """People called by their roles: several of one role are not told apart."""

    def of(self, name: str) -> str:
        """The name of the thing with this id; `S31[sub-17]` names step and place, `S31#2` says which time."""
        if name in self.words:
            return self.words[name]
        if (number := number_of(name)) > 1:
            return text(self.lang, "report-nth-time", what=self.of(first_name(name)), number=number)
        found = _INSTANCE.fullmatch(name)
        if found is None:
            return name
        stem, what, again = found["stem"], self.of(found["what"]), f" ({found['again']})" if found["again"] else ""
        if stem == RESTART:
            return text(self.lang, "report-restart", what=what) + again
        if stem == SAFE_STOP:
            return text(self.lang, "report-safe-stop", what=what) + again
        return f"{self.words[stem]} [{what}]{again}" if stem in self.words else name

    def apart(self, ids: Iterable[str]) -> Names:
        """Names for one sentence about `ids`: of those with one name each has its id behind it."""
        told = told_apart({name: self.of(name) for name in ids if name not in self.people})
        return replace(self, words={**self.words, **told}) if told else self

    def with_id(self, name: str) -> str:
        """The name, and the id behind it where the name does not already contain it."""
        called = self.of(name)
        return called if name in called else f"{called} ({name})"


def names_of(dossier: Dossier, lang: Lang) -> Names:
    """Names in `lang` of everything in `dossier`."""
    found = {name: words.says(lang) for name, words in names(dossier) if words.says(lang)}
    return Names(lang, {**_permits(dossier, lang, found), **_harms(dossier, lang), **_issues(dossier, lang), **found})


def in_roles(names: Names, dossier: Dossier) -> Names:
    """`names`, with people called by their roles and a home by that word: papers that speak of lateness name nobody."""
    people = {person: words.says(names.lang) for person, words in role_names(dossier)}
    home = dict.fromkeys(homes(dossier), text(names.lang, "report-home"))
    return replace(names, words={**names.words, **people, **home}, people=frozenset(people))


def _harms(dossier: Dossier, lang: Lang) -> dict[str, str]:
    """Return the people or things a function's limit of harm is for: `harm[<function>]` → words."""
    functions = dossier.site.functions.items()
    found = {name: function.harm.what.says(lang) for name, function in functions if function.harm}
    return {f"harm[{name}]": words for name, words in found.items() if words}


def _issues(dossier: Dossier, lang: Lang) -> dict[str, str]:
    """Return the matter a correction is to put right: `issue[<correction>]` → words. A weak point of the register has
    none of its own and goes by the title of its code."""
    found = {name: issue.text.says(lang) for name, issue in dossier.customer.issues.items()}
    for number, entry in dossier.register.entries.items() if dossier.register else ():
        found[number] = text(lang, f"finding-{entry.code}-title") if has(f"finding-{entry.code}-title") else ""
    return {f"issue[{name}]": words for name, words in found.items() if words}


def _permits(dossier: Dossier, lang: Lang, called: Mapping[str, str]) -> dict[str, str]:
    """A permit is called by what it covers: it has no name of its own."""
    found = {}
    for name, permit in dossier.plan.permits.items():
        shown = list_text(lang, [called.get(each, each) for each in permit.covers[:MOST_COVERED]])
        found[name] = shown + (text(lang, "report-and-others") if len(permit.covers) > MOST_COVERED else "")
    return found


def step_of_instance(dossier: Dossier, instance: str) -> tuple[Card, Step] | None:
    """Card and step behind a step instance; None for what is no step of the plan (a function's restart)."""
    return step_of(dossier.plan, instance)

"""The words keyed while three people speak at once: "101 拉 值班电工", in any order, in either language.

A device, an act and somebody of the plan's roles or people. Where a step of the plan says just that, the step begins;
else it is an act of its own. Anything that cannot be told yet is named, and the words are kept to be completed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from drillsim.schema import Compiled, names, step_of
from drillsim.session.session import Session
from drillsim.simulation import Act, Begin, Decision
from drillsim.texts import LANGS, text

Lacks = Literal["act", "device", "who", "who-of-several", "device-of-several", "nobody-on-duty"]
VERBS = (
    "open", "close", "start", "stop", "transfer", "enable", "disable", "trip", "reset", "shed", "restore",
    "prove_dead", "earth", "unearth", "lock", "unlock", "tag", "connect", "refuel", "repair", "apply", "check",
)  # fmt: skip
"""Acts that may be keyed; `session-keyed-<act>` has the words for each."""
_BETWEEN = re.compile(r"[\s,，、;；。/]+")


@dataclass(frozen=True, slots=True)
class Entered:
    """The meaning of the words: a decision, or what they lack with the things it might be."""

    decision: Decision | None
    lacks: Lacks | None = None
    among: tuple[str, ...] = ()


def understood(session: Session, words: str) -> Entered:
    """Return what the words mean as things stand."""
    run, dossier = session.drill.run, session.drill.case.dossier
    acts = run.acts()
    tokens = [each for word in _BETWEEN.split(words.strip()) if word for each in _apart(word, dossier)]
    verb = next((_verbs()[each.lower()] for each in tokens if each.lower() in _verbs()), None)
    if verb is None:
        return Entered(None, "act")
    rest = [each for each in tokens if each.lower() not in _verbs()]
    people = dossier.customer.people
    actors = dossier.plan.actors
    found_who = [_meant(each, dossier, (*actors, *people)) for each in rest]
    found_what = [_meant(each, dossier, acts.get(verb, ())) for each in rest]
    whats = next((each for each in found_what if each), ())
    whos = next((who for who, what in zip(found_who, found_what, strict=True) if who and not what), ())
    if len(whats) != 1:
        return Entered(None, "device-of-several" if whats else "device", whats)
    if len(whos) != 1:
        return Entered(None, "who-of-several" if whos else "who", whos)
    person = holder(session, whos[0])
    if person is None:
        return Entered(None, "nobody-on-duty", whos)
    return Entered(_step(session, verb, whats[0], person) or Act(verb, whats, person))


def meant(session: Session, verb: str, words: str) -> tuple[str, ...]:
    """Return the things so called to which the act can be done."""
    return _meant(words.strip(), session.drill.case.dossier, session.drill.run.acts().get(verb, ()))


def _step(session: Session, verb: str, target: str, person: str) -> Decision | None:
    """Return the step of the plan that says so, where the person may begin it."""
    for offer in session.drill.run.options(person):
        if isinstance(offer.decision, Begin):
            found = step_of(session.drill.case.dossier.plan, offer.decision.step)
            if found is not None and found[1].do == verb and found[1].target == (target,):
                return offer.decision
    return None


def holder(session: Session, who: str) -> str | None:
    """Return the person, or the first of the role, who is on duty; None where nobody is."""
    actors = session.drill.case.dossier.plan.actors
    holders = actors[who].held_by if who in actors else (who,)
    return next((each for each in holders if session.drill.run.view(each).on_duty), None)


def _meant(word: str, dossier: Compiled, among: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids called so, else those whose name contains the word."""
    called, wanted = _called(dossier), word.casefold()
    exact = tuple(each for each in among if wanted in called.get(each, (each.casefold(),)))
    if exact or len(word) < 2:
        return exact
    return tuple(each for each in among if any(wanted in name for name in called.get(each, ())))


def _called(dossier: Compiled) -> Mapping[str, tuple[str, ...]]:
    return {name: (name.casefold(), *(words.says(lang).casefold() for lang in LANGS)) for name, words in names(dossier)}


def _apart(word: str, dossier: Compiled) -> Iterator[str]:
    """Yield an act and what it is done to where they are written in one word: 拉101."""
    if word.lower() not in _verbs() and not _meant(word, dossier, tuple(_called(dossier))):
        for verb in sorted(_verbs(), key=len, reverse=True):
            if word.startswith(verb) and len(word) > len(verb):
                yield from (verb, word[len(verb) :])
                return
            if word.endswith(verb) and len(word) > len(verb):
                yield from (verb, word[: -len(verb)])
                return
    yield word


@cache
def _verbs() -> Mapping[str, str]:
    """Return the act each word means."""
    return {word: verb for verb in VERBS for lang in LANGS for word in text(lang, f"session-keyed-{verb}").split()}

"""Steps, acts and decisions of a drill in words, people called by their roles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from drillsim.documents import Names
from drillsim.schema import Case, step_of
from drillsim.texts import Lang, has, list_text, text


def step_words(names: Names, case: Case, name: str) -> str:
    """Return a step by its number and words; an act of somebody's own by verb and thing."""
    stem, _, what = name.partition("[")
    if step_of(case.dossier.plan, name) is None and has(f"session-keyed-{stem}"):
        return f"{verb_words(names, stem)} {names.of(what.partition(']')[0])}"
    called = names.of(name)
    if any(card.id == name for card in case.dossier.plan.all_cards()):
        return text(names.lang, "hotwash-card", card=name, title=called)
    return called if step_of(case.dossier.plan, name) is None else f"{name} {called}"


def verb_words(names: Names, verb: str) -> str:
    """Return the first word for an act."""
    return text(names.lang, f"session-keyed-{verb}").split()[0] if has(f"session-keyed-{verb}") else verb


def deviation_words(names: Names, codes: Sequence[str]) -> str:
    """Return the ways a decision departed from the plan."""
    return list_text(names.lang, [text(names.lang, f"session-departs-{code.replace('_', '-')}") for code in codes])


def what_was_decided(names: Names, case: Case, decision: str, what: Mapping[str, Any]) -> str:
    """Return what was decided."""
    facts = {name: value for name, value in what.items() if isinstance(value, str)}
    if "step" in facts:
        about = step_words(names, case, facts["step"])
    elif decision == "act":
        about = f"{verb_words(names, str(what['do']))} {list_text(names.lang, [names.of(t) for t in what['target']])}"
    else:
        about = next((names.of(facts[key]) for key in ("card", "permit", "place", "to") if key in facts), decision)
    code = f"hotwash-did-{decision}"
    return text(names.lang, code, what=about) if has(code) else about


def state_words(lang: Lang, kind: str, value: str | float) -> str:
    """Return the state of a thing alone: `dead`."""
    if isinstance(value, float | int):
        return f"{value:.0f} %"
    condition = f"condition-{kind}-{value.replace('_', '-')}"
    return text(lang, condition, what="").strip() if has(condition) else value

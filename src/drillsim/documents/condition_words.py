"""Conditions as sentences: `{switch: ["101", "102"], is: open}` becomes `101, 102 open`."""

from __future__ import annotations

from drillsim.documents.names import Names
from drillsim.schema import Condition
from drillsim.texts import duration_text, list_text, text

MOST_LISTED = 20
"""Names in one list, unless told otherwise."""


def condition_text(names: Names, condition: Condition, most: int = MOST_LISTED) -> str:
    """Return `condition` in words; parts of a combination that is itself a part stand in brackets. `most`: names in one
    list; of more it says how many there are."""
    if condition.kind in ("all", "any"):
        joint = text(names.lang, f"condition-{condition.kind}")
        return joint.join(_part(names, each, most) for each in condition.parts())
    if condition.not_ is not None:
        return text(names.lang, "condition-not", what=condition_text(names, condition.not_, most))
    return _leaf(names, condition, most)


def _part(names: Names, condition: Condition, most: int) -> str:
    words = condition_text(names, condition, most)
    return text(names.lang, "condition-part", what=words) if condition.kind in ("all", "any") else words


def _leaf(names: Names, leaf: Condition, most: int) -> str:
    what = list_text(names.lang, [_name(names, leaf.kind, each) for each in leaf.subjects], most)
    if leaf.kind == "store":
        form, percent = (
            ("above", leaf.above_percent) if leaf.above_percent is not None else ("below", leaf.below_percent)
        )
        words = text(names.lang, f"condition-store-{form}", what=what, percent=f"{percent or 0:g}")
    elif leaf.kind == "message":
        words = text(names.lang, "condition-message-received", what=what)
    else:
        words = text(names.lang, f"condition-{leaf.kind}-{leaf.state.replace('_', '-')}", what=what)
    return (
        text(names.lang, "condition-for", what=words, ms=duration_text(names.lang, leaf.for_)) if leaf.for_ else words
    )


def _name(names: Names, kind: str, name: str) -> str:
    """Steps stand in quotation marks: their names are sentences."""
    called = names.of(name)
    return text(names.lang, "condition-quoted", what=called) if kind in ("step", "message") else called

"""The event a step that never began would have needed, as a sentence."""

from __future__ import annotations

from collections.abc import Callable

from drillsim.documents.condition_words import condition_text
from drillsim.documents.names import Names
from drillsim.documents.wording import state_text
from drillsim.findings import NeverBegun
from drillsim.schema import Plan
from drillsim.texts import list_text, text


def needed_text(names: Names, plan: Plan, each: NeverBegun) -> str:
    """Return the things `each` still needed: a step done, a word, a permit, a person, in the words of the files."""
    if each.reason in _PLAIN:
        return text(names.lang, f"report-needed-{_PLAIN[each.reason]}", what=_list(names, each.on))
    return _WORDS[each.reason](names, plan, each)


def _steps(names: Names, plan: Plan, each: NeverBegun) -> str:
    one_of = text(names.lang, "report-needed-any") if each.any_of and len(each.on) > 1 else ""
    return one_of + _joined(names, [_step(names, *pair) for pair in zip(each.on, _stood(each), strict=True)])


def _step(names: Names, step: str, stood: str) -> str:
    return text(names.lang, "report-needed-step", step=_quoted(names, step), state=state_text(names.lang, stood))


def _known(names: Names, plan: Plan, each: NeverBegun) -> str:
    role = names.of(each.role)
    if each.on == (each.card,):
        return text(names.lang, "report-needed-card", role=role, card=names.of(each.card))
    if each.conditions:
        what = text(names.lang, "condition-all").join(condition_text(names, one) for one in each.conditions)
        return text(names.lang, "report-needed-known", role=role, what=what)
    told = [
        text(
            names.lang, "report-needed-told", role=role, step=_quoted(names, step), state=state_text(names.lang, stood)
        )
        for step, stood in zip(each.on, each.stood, strict=False)
    ]
    return _joined(names, told) or text(names.lang, "report-needed-known", role=role, what=_list(names, each.on))


def _permit(names: Names, plan: Plan, each: NeverBegun) -> str:
    permits = [plan.permits[name] for name in each.on if name in plan.permits]
    covers = dict.fromkeys(device for permit in permits for device in permit.covers)
    by = dict.fromkeys(permit.from_ for permit in permits)
    return text(names.lang, "report-needed-permit", what=_list(names, tuple(covers)), by=_list(names, tuple(by)))


def _refused(names: Names, plan: Plan, each: NeverBegun) -> str:
    covers = dict.fromkeys(device for name in each.on if name in plan.permits for device in plan.permits[name].covers)
    return text(names.lang, "report-needed-refused", what=_list(names, tuple(covers) or (each.step,)))


def _person(names: Names, plan: Plan, each: NeverBegun) -> str:
    return text(names.lang, "report-needed-free", who=_list(names, each.on or (each.role,)))


def _arrived(names: Names, plan: Plan, each: NeverBegun) -> str:
    return text(names.lang, "report-needed-there", who=_list(names, each.on or (each.role,)))


def _condition(names: Names, plan: Plan, each: NeverBegun) -> str:
    what = text(names.lang, "condition-all").join(condition_text(names, one) for one in each.conditions)
    return text(names.lang, "report-needed-condition", what=what)


def _time(names: Names, plan: Plan, each: NeverBegun) -> str:
    return text(names.lang, "report-needed-time")


def _stood(each: NeverBegun) -> tuple[str, ...]:
    return each.stood or ("waiting",) * len(each.on)


def _quoted(names: Names, step: str) -> str:
    return text(names.lang, "condition-quoted", what=names.of(step))


def _list(names: Names, ids: tuple[str, ...]) -> str:
    return list_text(names.lang, [names.of(name) for name in ids])


def _joined(names: Names, words: list[str]) -> str:
    return text(names.lang, "report-needed-between").join(words)


_PLAIN = {"order": "order", "resource": "here", "interlock": "interlock", "no_access": "access", "store": "store"}
_WORDS: dict[str, Callable[[Names, Plan, NeverBegun], str]] = {
    "predecessor": _steps,
    "not_known": _known,
    "permit": _permit,
    "refused": _refused,
    "person_busy": _person,
    "travel": _arrived,
    "condition": _condition,
    "no_time": _time,
}

"""A step of a card in the words of the paper plan: who, what, on which conditions, by when, else what, whom to tell."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.documents.condition_words import MOST_LISTED, condition_text
from drillsim.documents.names import Names
from drillsim.schema import Plan, Step, step_of
from drillsim.texts import duration_text, list_text, text


def _t(names: Names, name: str, /, **facts: object) -> str:
    return text(names.lang, f"form-{name}", **facts)


def who_does(names: Names, step: Step) -> str:
    """Return operator and supervisor, a line each."""
    found = [names.of(step.by.operator)]
    if step.by.supervisor:
        found.append(_t(names, "supervised", who=names.of(step.by.supervisor)))
    return "\n".join(found)


def what_to_do(names: Names, plan: Plan, step: Step, most: int = MOST_LISTED) -> str:
    """Return the wording, then what is made sure of first, and whose permit it needs."""
    asked = [_t(names, "first-make-sure", what=condition_text(names, each, most)) for each in step.requires]
    permits = [each for each in plan.permits.values() if step.id in each.steps]
    asked += [_t(names, "by-permit", who=names.of(each.from_)) for each in permits]
    return "\n".join([step.text.says(names.lang), *asked])


def criterion(names: Names, step: Step, most: int = MOST_LISTED) -> str:
    """Return the sign by which it worked, and the branch for when it has not."""
    check = [condition_text(names, step.success_check, most)] if step.success_check else []
    failed = [names.of(each) for each in step.on_failure.steps] if step.on_failure else []
    return "\n".join([*check, *([_t(names, "or-else", what=list_text(names.lang, failed, most))] if failed else [])])


def whom_to_tell(names: Names, step: Step) -> str:
    """Return who is told by which way, a line each."""
    return "\n".join(
        _t(names, "told", who=names.of(each.to), channel=names.of(each.channel))
        + (_t(names, "read-back") if each.read_back else "")
        for each in step.tells
    )


def within(names: Names, step: Step) -> str:
    """Return its limit; empty where the plan sets none."""
    return duration_text(names.lang, step.within) if step.within else ""


def order_of(names: Names, plan: Plan, step: Step, most: int = MOST_LISTED) -> str:
    """Return after which steps it comes and only when, for the plan's own text: cards for the wall stand in order."""
    return "\n".join(_order(names, plan, step, most))


def _order(names: Names, plan: Plan, step: Step, most: int) -> Iterator[str]:
    if step.predecessors:
        clauses = [_place(plan, each) for each in step.predecessors]
        any_of = not isinstance(step.after, tuple)
        yield _t(
            names, "after-any" if any_of and len(clauses) > 1 else "after", steps=list_text(names.lang, clauses, most)
        )
    if step.when:
        yield _t(names, "only-when", what=condition_text(names, step.when, most))
    if step.until:
        yield _t(names, "until", what=condition_text(names, step.until, most))
    if step.every:
        yield _t(names, "every", time=duration_text(names.lang, step.every))


def _place(plan: Plan, name: str) -> str:
    """Return the clause of a step; its id where it has none."""
    found = step_of(plan, name)
    return (found[1].clause if found else "") or name

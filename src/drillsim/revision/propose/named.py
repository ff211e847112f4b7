"""A step that operates another device than its clause says: the one the clause names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.revision.propose.draft import PLAN, draft, set_in
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Step

_ASCII = "0-9A-Za-z_.-"
_STATES = {"open": "open", "close": "closed"}


def as_the_clause_says(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """M04, M02: the switches that the clause names in both languages are those that are operated; what the step asks
    and checks of them stays."""
    step = context.step(finding.steps[0]) if finding.steps else None
    if step is None or step.do not in _STATES or step.for_each is not None:
        return
    said = _said(context, step)
    if not said or set(said) == set(step.target) or not _is_confirmed(step, said):
        return
    edits = [set_in(PLAN, (*context.step_path(step.id), "target"), list[Tree](said))]
    new = context.naming.words("new-as-said", text=step.text, switches=said, wrong=step.target)
    yield draft(
        context, finding, "as-said", new, edits, owner=context.owner(step.by.operator), clause=step.clause,
        old=step.text,
    )  # fmt: skip


def _said(context: ReviewContext, step: Step) -> tuple[str, ...]:
    """Switches the wording names, in its order, the same in every language it is written in."""
    switches = [row.name for row in context.dossier.network.switch]
    found = [_in_order(words, switches) for words in (step.text.zh, step.text.en) if words]
    alike = found and all(set(each) == set(found[0]) for each in found)
    return found[0] if alike else ()


def _in_order(words: str, switches: list[str]) -> tuple[str, ...]:
    at = {name: found.start() for name in switches
          if (found := re.search(rf"(?<![{_ASCII}]){re.escape(name)}(?![{_ASCII}])", words))}  # fmt: skip
    return tuple(sorted(at, key=lambda name: at[name]))


def _is_confirmed(step: Step, said: tuple[str, ...]) -> bool:
    """Return whether the step's own check is of what the clause says, so that two of three agree; a clause that also
    names what stays as it is would mislead otherwise."""
    check = step.success_check
    leaves = [leaf for leaf in check.leaves() if leaf.kind == "switch"] if check else []
    checked = {name for leaf in leaves if leaf.state == _STATES[step.do] for name in leaf.subjects}
    return checked == set(said)

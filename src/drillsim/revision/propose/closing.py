"""A set that is started by hand and that nobody puts on its board: the step that closes its breaker.

It is closed onto a dead board; onto a live one only where the sets of the board are one system and are synchronised.
"""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.findings.facts import G14
from drillsim.plant import never_closed
from drillsim.revision.propose.draft import PLAN, behind, draft, insert_in, new_step, stated
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Genset, Step

_AS_WRITTEN = ("takes", "takes_source", "requires", "permit", "on_failure")
"""Things the step has in common with the one that closes the breaker of another set of the board."""


def by_hand(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G14: behind the step that starts it, by whoever started it, on seeing it run; like the step for another set of
    the board, where the plan has one."""
    facts, name = finding.facts, finding.subject.id
    assert isinstance(facts, G14)
    starts = never_closed(context.dossier, name, facts.breaker)
    start = context.step(starts[0]) if starts else None
    if start is None or not isinstance(context.site.sources.get(name), Genset):
        return
    group = _system(context, name)
    role = start.by.operator
    said = {"set": name, "breaker": facts.breaker, "board": facts.board, "role": role}
    new = context.naming.words("new-closed-by-hand", **said, together="yes" if group else "no")
    seen: list[Tree] = [{"switch": facts.breaker, "is": "open"}, {"source": name, "is": "live"}]
    if not group:
        seen.append({"bus": facts.board, "is": "dead"})
    more: dict[str, Tree] = {
        "target": facts.breaker, "when": {"all": seen}, "after": [start.id], "takes": "1 min",
        "takes_source": "assumed", "success_check": {"switch": facts.breaker, "is": "closed", "by": "local"},
        "within": "5 min",
        **_like(context, group),
    }  # fmt: skip
    by = stated(context, PLAN, context.step_path(start.id)).get("by", role)
    step = new_step(context, context.new_id(start.id), behind(start.clause), new, "close", role, {**more, "by": by})
    card = context.clause(start.id)[0]
    place = (*context.card_path(card.id), "steps")
    edits = [insert_in(PLAN, place, card.steps.index(start) + 1, step)]
    yield draft(
        context, finding, "closed-by-hand", new, edits, owner=context.owner(role), clause=behind(start.clause),
        old=start.text,
    )  # fmt: skip


def _system(context: ReviewContext, name: str) -> tuple[str, ...]:
    """The other sets that run in parallel with it."""
    found = (each for group in context.site.genset_groups.values() if name in group.of for each in group.of)
    return tuple(each for each in found if each != name)


def _like(context: ReviewContext, sets: tuple[str, ...]) -> dict[str, Tree]:
    """Fields of the step that closes the breaker of one of `sets`, beside what it closes."""
    specs = [context.site.sources[name] for name in sets]
    closers = {spec.breaker for spec in specs if isinstance(spec, Genset)}
    like: Step | None = next(
        (step for _, step in context.plan.steps() if step.do == "close" and closers & set(step.target)), None
    )
    written = stated(context, PLAN, context.step_path(like.id)) if like else {}
    return {key: written[key] for key in _AS_WRITTEN if key in written}

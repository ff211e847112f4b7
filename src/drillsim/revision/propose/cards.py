"""Two cards of one person: what cannot work before the other card has closed its breaker comes after it."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.findings.facts import P02
from drillsim.revision.need import CostlyWait, Need
from drillsim.revision.propose.draft import PLAN, draft, set_in
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Card, Step


def busy(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """P02: the same, for the step the one waited for was at."""
    if isinstance(finding.facts, P02):
        yield from _one_after_the_other(
            context, finding, finding.facts.at_ms, finding.facts.at_ms + finding.facts.wait_ms
        )


def one_after_the_other(context: ReviewContext, wait: CostlyWait) -> Iterator[Recommendation]:
    """A close or a start waited while its performer tried in vain, by another card, what could not work before it: that
    step waits for it."""
    return _one_after_the_other(context, wait, wait.start_ms, wait.start_ms + wait.ms)


def _one_after_the_other(context: ReviewContext, need: Need, from_ms: int, to_ms: int) -> Iterator[Recommendation]:
    step = context.step(need.subject.id)
    if step is None or step.do not in ("close", "start") or not step.target:
        return
    first = context.clause(step.id)[0]
    for row in context.view.rows:
        other = context.step(row.step)
        if other is None or row.started_ms is None or not from_ms <= row.started_ms < to_ms:
            continue
        card = context.clause(other.id)[0]
        if card.id == first.id or row.state not in ("failed", "timed_out") or other.by.operator != step.by.operator:
            continue
        if not _knows_of_it(other, first):
            yield from _held(context, need, step, first, other)
            return


def _knows_of_it(other: Step, first: Card) -> bool:
    """Return whether the step asks about one of the other card already."""
    names = {step.id for step in first.steps}
    return any(leaf.kind == "step" and names & set(leaf.subjects) for each in other.requires for leaf in each.leaves())


def _held(context: ReviewContext, need: Need, step: Step, first: Card, other: Step) -> Iterator[Recommendation]:
    path = context.step_path(other.id)
    written: Tree = context.tree(PLAN)
    for part in path:
        written = written[part]  # type: ignore[index]
    assert isinstance(written, dict)
    asked = written.get("requires", [])
    free: list[Tree] = [{"not": {"step": first.steps[0].id}}, {"step": step.id}]
    free += [{"step": step.id, "is": each} for each in ("failed", "skipped", "timed_out")]
    new = context.naming.words("new-cards", text=other.text, first=first.clause or first.id, step=step.text)
    edits = [
        set_in(PLAN, (*path, "requires"), [*(asked if isinstance(asked, list) else [asked]), {"any": free}]),
        set_in(PLAN, (*path, "text"), context.worded(new)),
    ]
    owner = context.owner(other.by.operator)
    yield draft(
        context, need, f"{other.id}-after-{step.id}", new, edits, owner=owner, clause=other.clause, old=other.text
    )

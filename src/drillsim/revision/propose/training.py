"""Practice: a step done in less time. Its effect is assumed, so the proof says where it stops paying."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.revision.propose.draft import PLAN, draft, set_in
from drillsim.revision.recommendation import AssumedEffect, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import VERBS, Lognormal, Step
from drillsim.units import parse_duration

PRACTISED = 2 / 3
"""Share of its time a step takes once it is practised. Assumed."""


def practised(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """The first step of the finding that was really done by hand is practised twice a year."""
    begun = [row.step for row in context.view.rows if row.started_ms is not None]
    steps = [step for name in finding.steps if name in begun and (step := context.step(name)) is not None]
    for step in steps:
        path = (*context.step_path(step.id), "takes")
        stated = _stated(context, path)
        if stated is None or step.takes is None or not VERBS[step.do].operates:
            continue
        now_s = step.takes.median_ms / 1_000
        wanted_s = float(round(min(now_s * PRACTISED, _alike_s(context, step))))
        field = ".".join(str(part) for part in path)
        assumed = AssumedEffect(PLAN, field, "s", now_s, wanted_s, basis="revision-basis-practice")
        new = context.naming.words(
            "new-practised", text=step.text, now_ms=round(now_s * 1_000), wanted_ms=round(wanted_s * 1_000)
        )
        edits = [set_in(PLAN, path, _usual(step, wanted_s) or scaled(stated, wanted_s / now_s))]
        yield draft(
            context, finding, f"practise-{step.id}", new, edits, kind="training", owner=context.owner(step.by.operator),
            clause=step.clause, old=step.text, assumed=assumed,
        )  # fmt: skip
        return


def _alike_s(context: ReviewContext, step: Step) -> float:
    """Return what such a step usually takes, or the longest that other steps of the plan which do the same take, s:
    nobody needs many times that once it is practised."""
    alike = [each.takes.median_ms / 1_000 for _, each in context.plan.steps()
             if each.do == step.do and each.id != step.id and each.takes is not None]  # fmt: skip
    return max([VERBS[step.do].takes.median_ms / 1_000, *alike])


def _usual(step: Step, median_s: float) -> Tree | None:
    """The time such a step usually takes, and one in ten, where the median is that of such steps; else None."""
    usual = VERBS[step.do].takes
    if not isinstance(usual, Lognormal) or usual.median_ms != 1_000 * median_s:
        return None
    return {"median": f"{usual.median_ms // 1_000} s", "p90": f"{usual.p90_ms // 1_000} s"}


def scaled(duration: Tree, share: float) -> Tree:
    """A duration as a file writes it, each of its times taken by `share`; to the second."""
    if isinstance(duration, dict):
        return {key: scaled(value, share) for key, value in duration.items()}
    assert isinstance(duration, str)
    return f"{max(1, round(parse_duration(duration) * share / 1_000))} s"


def _stated(context: ReviewContext, path: tuple[str | int, ...]) -> Tree | None:
    node: Tree = context.tree(PLAN)
    for part in path[:-1]:
        node = node[part]  # type: ignore[index]
    return node.get(str(path[-1])) if isinstance(node, dict) else None

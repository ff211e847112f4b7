"""The order in which one person brings several functions back."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.revision.need import CostlyWait, Need
from drillsim.revision.propose.draft import SITE, append_in, draft, set_in
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import item_of


def waited(context: ReviewContext, wait: CostlyWait) -> Iterator[Recommendation]:
    """A costly wait of a restart for whoever was at another restart."""
    return _needed_first(context, wait, wait.step, wait.start_ms, wait.start_ms + wait.ms)


def busy(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """P02: the same."""
    at, ms = int(str(finding.plain["at_ms"])), int(str(finding.plain["wait_ms"]))
    return _needed_first(context, finding, finding.subject.id, at, at + ms)


def _needed_first(
    context: ReviewContext, need: Need, waiting: str, from_ms: int, to_ms: int
) -> Iterator[Recommendation]:
    """A function that stands first in line and is less urgent comes after it: in the list of restarts of that role, the
    function with a limit before one that has none, the shorter limit before the longer."""
    function = item_of(waiting)
    spec = context.site.functions.get(function)
    if context.step(waiting) is not None or spec is None or spec.restart is None or spec.max_interruption is None:
        return
    earlier = []
    for row in context.view.rows:
        other = item_of(row.step)
        begun = row.started_ms is not None and row.started_ms < to_ms and (row.finished_ms or to_ms) > from_ms
        if row.step.startswith("restart[") and begun and other != function and other in context.site.functions:
            earlier.append(other)
    for other in dict.fromkeys(earlier):
        if _may_wait(context, other, function):
            yield _proposed(context, need, other, _all_behind(context, other, function))


def _all_behind(context: ReviewContext, other: str, function: str) -> tuple[str, ...]:
    """Return the function with the others that waited for the same one and are more urgent too, the shortest limit
    first: one order answers them all."""
    rows = {item_of(row.step): row for row in reversed(context.view.rows) if row.step.startswith("restart[")}
    first = rows[other]
    over_ms = first.finished_ms or context.journal.end_ms
    found = {function}
    for name, row in rows.items():
        waited = row.ready_ms is not None and row.ready_ms < over_ms <= (row.started_ms or over_ms)
        if waited and name in context.site.functions and _may_wait(context, other, name):
            found.add(name)
    limits = {name: context.site.functions[name].max_interruption for name in context.site.functions if name in found}
    return tuple(sorted(limits, key=lambda name: limits[name] or 0))


def _may_wait(context: ReviewContext, other: str, function: str) -> bool:
    """Return whether one role restarts both, `other` is less urgent and nothing `function` stands on."""
    functions = context.site.functions
    one, two = functions[other], functions[function]
    if one.restart is None or two.restart is None or one.restart.by != two.restart.by or function in one.after:
        return False
    if two.max_interruption is None:
        return False
    less = one.max_interruption is None or one.max_interruption > two.max_interruption
    return less and other not in _stands_on(context, function)


def _stands_on(context: ReviewContext, function: str) -> dict[str, None]:
    found, queue = {function: None}, [function]
    while queue:
        spec = context.site.functions.get(queue.pop())
        names = (*(leaf.subject or "" for leaf in spec.needs.leaves()), *spec.after) if spec else ()
        queue += [name for name in names if name not in found]
        found |= dict.fromkeys(names)
    return found


def _proposed(context: ReviewContext, need: Need, other: str, first: tuple[str, ...]) -> Recommendation:
    spec = context.site.functions[other]
    role = spec.restart.by if spec.restart else None
    path = ("functions", other, "after")
    edits = (
        [append_in(SITE, path, name) for name in first] if spec.after else [set_in(SITE, path, list[Tree]([*first]))]
    )
    new = context.naming.words("new-restart-order", role=role or "", first=first, then=other)
    return draft(context, need, f"before-{other}", new, edits, owner="customer", clause="")

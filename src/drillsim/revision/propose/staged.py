"""Own supply takes its load in stages: what it cannot take at once is opened before, and closed feeder by feeder after.

Nothing is shed: feeders are opened on a board that is dead, and only there.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from drillsim.files import Tree
from drillsim.findings import Finding, beyond
from drillsim.findings.facts import G06
from drillsim.revision.propose.draft import PLAN, behind, draft, insert_in, new_step, set_in
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Load, Step

_SHARE = 0.95
"""Load left on the board for the first block, of what the set takes at once; assumed."""


@dataclass(frozen=True, slots=True)
class _Feeder:
    """A switch of the board with all that hangs on it."""

    switch: str
    loads: tuple[str, ...]
    kw: float


def in_blocks(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G06: the step that put more on the set at once than it takes. Feeders are opened before it, least important
    first, until the rest is small enough, and closed one after the other behind it, most important first."""
    facts = finding.facts
    step = context.step(finding.steps[0]) if finding.steps else None
    if not isinstance(facts, G06) or facts.what != "step" or step is None or step.do not in ("close", "transfer"):
        return
    check = step.success_check
    boards = [name for leaf in (check.leaves() if check else ()) if leaf.kind == "bus" for name in leaf.subjects]
    if len(boards) != 1 or facts.limit_kw <= 0:
        return
    feeders, over = _feeders(context, step, boards[0]), facts.kw - _SHARE * facts.limit_kw
    later: list[_Feeder] = []
    for feeder in sorted(feeders, key=lambda each: _importance(context, each)):
        if over > 0 and 0 < feeder.kw <= facts.limit_kw and _is_dark(context, feeder, step):
            later.append(feeder)
            over -= feeder.kw
    if later and over <= 0:
        yield _proposed(context, finding, step, boards[0], tuple(later))


def _feeders(context: ReviewContext, step: Step, board: str) -> Iterator[_Feeder]:
    """Switches from the board to loads; those by which the board itself is fed lead to others too and are left out."""
    of = context.dossier
    incoming = {
        name
        for each in context.site.transfers.values()
        for name in (getattr(each, "normal", ""), getattr(each, "standby", ""))
    }
    incoming |= set(step.target) | {each.switch for each in context.site.connection_points.values()}
    kw = {row.name: row.p_mw * 1_000 for row in of.network.loads}
    for row in of.network.switch:
        if (
            row.et == "b"
            and board in (row.bus, row.element)
            and row.name not in incoming
            and row.name in context.site.devices
        ):
            far = row.element if row.bus == board else row.bus
            loads = beyond(of, (far,), (row.name,))
            if loads and len(loads) < len(kw):
                yield _Feeder(row.name, loads, sum(kw[name] for name in loads))


def _importance(context: ReviewContext, feeder: _Feeder) -> tuple[bool, int, float]:
    """Return the urgency of the most important load behind it: what may wait longest first."""
    grades = ["3", "2", "1", "1S"]
    specs = [context.site.loads.get(name, Load()) for name in feeder.loads]
    grade = max(grades.index(each.grade) if each.grade in grades else 0 for each in specs)
    limits = [each.max_interruption for each in specs if each.max_interruption is not None]
    return any(each.security for each in specs), grade, -min(limits, default=math.inf)


def _is_dark(context: ReviewContext, feeder: _Feeder, step: Step) -> bool:
    """Return whether all of it was dark when the step began."""
    begun = next((row.started_ms for row in context.view.rows if row.step == step.id), None)
    dark = context.view.load_outages
    return begun is not None and all(
        any(span.start_ms <= begun <= span.end_ms for span in dark.get(name, ())) for name in feeder.loads
    )


def _proposed(
    context: ReviewContext, finding: Finding, step: Step, board: str, later: tuple[_Feeder, ...]
) -> Recommendation:
    card, by = context.clause(step.id)[0], step.by.operator
    first, names = later[::-1], tuple(each.switch for each in later)
    order = tuple(each.switch for each in first)
    new = context.naming.words("new-staged", switches=names, order=order, board=board, text=step.text, role=by)
    one = context.new_id(step.id)
    two = context.new_id(one)
    opened: dict[str, Tree] = {
        "target": list(names), "when": {"bus": board, "is": "dead"}, "takes": "30 s", "takes_source": "assumed",
        "success_check": {"switch": list(names), "is": "open", "by": "local"}, "within": "10 min",
    }  # fmt: skip
    before = _waiting_before(context, step)
    if before.predecessors:
        opened["after"] = list(before.predecessors)
    closed: dict[str, Tree] = {
        "target": list(order), "after": [step.id], "requires": [{"bus": board, "is": "live"}], "takes": "1 min",
        "takes_source": "assumed", "success_check": {"switch": list(order), "is": "closed", "by": "local"},
        "within": "15 min",
    }  # fmt: skip
    place, index = (*context.card_path(card.id), "steps"), card.steps.index(step)
    after = [*(step.predecessors if before is not step else ()), one]
    clause, name = behind(step.clause), context.naming.words
    before_it = name("new-staged-open", switches=names, board=board, text=step.text, role=by)
    behind_it = name("new-staged-close", order=order, board=board, role=by)
    edits = [
        set_in(PLAN, (*context.step_path(step.id), "after"), list[Tree](after)),
        insert_in(PLAN, place, index + 1, new_step(context, two, behind(clause), behind_it, "close", by, closed)),
        insert_in(PLAN, place, card.steps.index(before), new_step(context, one, clause, before_it, "open", by, opened)),
    ]
    return draft(context, finding, "staged", new, edits, owner=context.owner(by), clause=clause, old=step.text)


def _waiting_before(context: ReviewContext, step: Step) -> Step:
    """The step before it in which its performer waited for somebody's word, and may open feeders meanwhile; else the
    step itself."""
    names = step.predecessors
    before = context.step(names[0]) if len(names) == 1 else None
    rows = [row for row in context.view.rows if before is not None and row.step == before.id]
    waited = any(wait.reason == "not_known" and wait.span.ms > 0 for row in rows for wait in row.waits)
    same = before is not None and before.by.operator == step.by.operator
    return before if before is not None and same and waited else step

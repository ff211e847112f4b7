"""The steps of a drill that goes on, as an evaluator has them before their eyes: what the journal shows of each, the
grade the rules would propose by now, and what evaluators have said. Without the plan alone, which is played at the end.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from drillsim.findings import View
from drillsim.journal import StepRow
from drillsim.schema import step_of
from drillsim.session.after.compared import begun_by_people, could_ms
from drillsim.session.after.grades import Graded, grades, with_said
from drillsim.session.after.said import told
from drillsim.session.log import Entry


@dataclass(frozen=True, slots=True)
class Evidence:
    """One step with what is known of it."""

    row: StepRow
    role: str
    """Role it belongs to; empty for an act of somebody's own."""
    limit_ms: int | None
    took_ms: int | None
    """Time from when it could begin to its end, or until now, ms; None where it could not begin yet."""
    waits: tuple[tuple[str, tuple[str, ...], int], ...]
    """Reason, on what, and how long, ms; the longest first."""
    departed: tuple[str, ...]
    """Ways in which the decisions about it departed from the plan."""
    graded: Graded
    """Grades of it; the rules propose none while they have nothing to say."""

    @property
    def is_over_limit(self) -> bool:
        """Return whether it took longer than its limit."""
        return self.limit_ms is not None and self.took_ms is not None and self.took_ms > self.limit_ms


def evidence(view: View, entries: Sequence[Entry], played: Collection[str], now_ms: int) -> tuple[Evidence, ...]:
    """Return the steps people had begin or that belong to the `played` roles, in the order in which they came up."""
    graded = {each.id: each for each in grades(view, None, None, entries) if each.kind == "step"}
    mine = begun_by_people(view.journal)
    found = []
    for row in view.rows:
        step = step_of(view.plan, row.step)
        if step is None or not (row.ready_ms is not None or row.started_ms is not None or row.waits):
            continue
        if row.step in mine or step[1].by.operator in played:
            found.append(_of(view, row, step[1].by.operator, step[1].within, now_ms))
    proposed = [graded.get(each.row.step, each.graded) for each in found]
    return tuple(replace(e, graded=g) for e, g in zip(found, with_said(proposed, entries), strict=True))


def _of(view: View, row: StepRow, role: str, limit_ms: int | None, now_ms: int) -> Evidence:
    could = could_ms(view, row)
    end_ms = row.finished_ms if row.finished_ms is not None else now_ms
    is_over = row.state in ("skipped", "dropped") or could is None
    waits = sorted(((each.reason, each.on, each.span.ms) for each in row.waits if each.span.ms), key=lambda w: -w[2])
    said = [e.data.get("deviation", ()) for e in view.journal.of("decision") if e.data["what"].get("step") == row.step]
    departed = tuple(dict.fromkeys(code for codes in said for code in codes))
    took = None if is_over or could is None else end_ms - could
    nothing_yet = Graded("step", row.step, None, told("grade-open"))
    return Evidence(row, role, limit_ms, took, tuple(waits), departed, nothing_yet)

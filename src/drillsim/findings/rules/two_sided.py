"""P07: the two sides' plans wait for each other. The gap is found in the plan, its cost in the run."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.checks import TwoSidedWait, two_sided_waits, utility_sight
from drillsim.findings.facts import P07
from drillsim.findings.finding import Finding
from drillsim.findings.rules.make import finding
from drillsim.findings.severity import by_step
from drillsim.findings.view import StepWait, View, id_of
from drillsim.schema import Compiled, base_name, follows_from

_REASONS = ("not_known", "predecessor", "permit", "order")


def two_sided_wait(view: View) -> Iterator[Finding]:
    """P07: a circle of waits across the sides, or a word nobody sends, that cost time in this run.

    The time is that of the longest wait in it, because waits in a circle run side by side. A time-out that ended the
    wait changes nothing.
    """
    for gap in _gaps(view.dossier):
        waits = [wait for wait in view.waits(*_REASONS) if _belongs(gap, wait)]
        if not waits:
            continue
        worst = max(waits, key=lambda wait: wait.ms)
        facts = P07(
            kind=gap.kind,
            lost_ms=worst.ms,
            waits_longest=worst.row.step,
            clauses=tuple(clause or step for clause, step in zip(gap.clauses, gap.steps, strict=True)),
            sides=tuple(gap.sides),
            awaited=gap.awaited,
            in_plan=gap.steps,
        )
        limits = {m.id: m for wait in waits for m in by_step(view, wait.row.step, wait.start_ms, wait.end_ms)}
        evidence = [seq for wait in waits for seq in wait.seqs]
        yield finding(view, "P07", gap.steps[0], facts, evidence, limits.values(), gap.steps)


@follows_from("customer", "site", "plan")
def _gaps(dossier: Compiled) -> tuple[TwoSidedWait, ...]:
    return two_sided_waits(dossier.plan, utility_sight(dossier))


def _belongs(gap: TwoSidedWait, wait: StepWait) -> bool:
    """Return whether a wait of the run is one the gap explains."""
    name = base_name(wait.row.step)
    asked = tuple(id_of(fact) for fact in wait.on)
    if gap.kind == "nobody_sends":
        return name == gap.steps[0] and (gap.awaited in asked or not asked)
    return name in gap.steps and (not asked or any(each in gap.steps or each in gap.awaited for each in asked))

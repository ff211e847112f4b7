"""The way a rule writes a finding: severity by the one rule, and the missed limits it endangers."""

from __future__ import annotations

from collections.abc import Iterable

from drillsim.findings.facts import Facts
from drillsim.findings.facts.base import YesNo
from drillsim.findings.finding import Finding, Subject
from drillsim.findings.severity import Form, nothing_out, severity
from drillsim.findings.view import Missed, StepWait, View
from drillsim.schema import base_name


def finding(  # noqa: PLR0913 (a face: all but five have defaults)
    view: View,
    code: str,
    subject: str,
    facts: Facts,
    evidence: Iterable[int],
    endangers: Iterable[Missed] = (),
    steps: Iterable[str] = (),
    *,
    form: Form = "",
    waits: tuple[str, ...] = (),
) -> Finding:
    """A finding about the id `subject`; its clause is that of the first of `steps`, '' where there is none. `waits`:
    reasons of the steps' waits it is about."""
    limits, steps = tuple(endangers), tuple(dict.fromkeys(steps))
    clauses = [step.clause for _, step in (view.clause_of(name) for name in steps) if step and step.clause]
    return Finding(
        code=code,
        severity=severity(code, limits, form),
        subject=Subject(kind_of(view, subject), subject),
        clause=clauses[0] if clauses else "",
        steps=steps,
        facts=facts,
        endangers=tuple(dict.fromkeys(missed.id for missed in limits)),
        evidence=tuple(dict.fromkeys(evidence)),
        waits=waits,
        severity_basis="journal" if waits and limits else "",
    )


def costs_nothing(view: View, wait: StepWait) -> bool:
    """Return whether the wait ended because what was waited for had come, and nothing was out meanwhile that its step
    has a part in: a line of the timeline, no weak point."""
    return came(wait) == "yes" and nothing_out(view, wait.row.step, wait.start_ms, wait.end_ms)


def came(wait: StepWait) -> YesNo:
    """Return `yes` if the wait ended because what was waited for had come: not at the end of the run, nor with the
    step."""
    last, row = wait.parts[-1], wait.row
    over = row.state in ("timed_out", "dropped", "skipped") and row.finished_ms == last.span.end_ms
    return "no" if last.span.open or over else "yes"


def kind_of(view: View, name: str) -> str:
    """Kind of an id: as the files declare it; a step instance is a step, the plan is the plan."""
    plain = base_name(name)
    return view.kinds.get(name) or view.kinds.get(plain) or ("plan" if name == view.plan.id else "step")


def clauses_of(view: View, names: Iterable[str]) -> tuple[str, ...]:
    """Clauses of steps, '' left out."""
    found = (view.clause_of(name)[1] for name in names)
    return tuple(dict.fromkeys(step.clause for step in found if step and step.clause))


def steps_doing(view: View, verbs: Iterable[str], target: str) -> tuple[str, ...]:
    """Steps of the plan that do one of `verbs` to `target`: those of cards that were active first, in plan order."""
    verbs = tuple(verbs)
    found = [(card.id, step.id) for card, step in view.plan.steps() if step.do in verbs and target in step.all_targets]
    return tuple(step for _, step in sorted(found, key=lambda each: each[0] not in view.active_cards))

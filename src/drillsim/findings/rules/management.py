"""W-M: the plan as a plan."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.findings.facts import M01, M02, M03
from drillsim.findings.finding import Finding, Verdict
from drillsim.findings.follow import successors
from drillsim.findings.rules.make import finding
from drillsim.findings.rules.own_supply import own_sources, without_mains
from drillsim.findings.rules.people import is_dip
from drillsim.findings.severity import by_step, by_time
from drillsim.findings.view import View
from drillsim.journal import StepRow
from drillsim.schema import VERBS, Plan, Step, base_name, number_of

_LOOKS = ("prove_dead", "phase_check")
"""Verbs at the equipment that move nothing: one that fails tells what it found."""
_BROKEN = ("failed", "timed_out")
_OVER = ("done", "skipped", "dropped")
_LATE = ("P01", "P02", "P03", "P04", "P06", "O05", "O06", "M03", "M07")
"""Codes of lost time: whoever comes sooner brings a load without own supply nothing."""


def no_card(view: View) -> Iterator[Finding]:
    """M01: a load with a limit went dark and no response card was triggered."""
    answering = [card.id for card in view.plan.cards]
    if any(event.data["card"] in answering for event in view.events("card_triggered", "card_active")):
        return
    dips = {e.data["load"] for e in view.events("load_lost") if is_dip(view, e)}
    dark = [v for v in view.verdicts if v.kind == "load" and v.max_interruption_ms is not None and v.outages]
    dark = [v for v in dark if v.verdict == "missed" or v.id not in dips]
    if not dark:
        return
    worst = max(dark, key=lambda v: v.outage_ms)
    facts = M01(
        loads=tuple(v.id for v in dark),
        outage_ms=worst.outage_ms,
        cards=len(view.plan.cards),
    )
    endangers = by_time(view, view.journal.start_ms, view.journal.end_ms)
    yield finding(view, "M01", view.plan.id, facts, [seq for v in dark for seq in v.evidence], endangers)


def no_fallback(view: View) -> Iterator[Finding]:
    """M02: a step failed or timed out, the plan says nothing for that case, and the steps after it never came.

    Without steps after it, only a step that operates equipment counts: a failed check tells what it found.
    """
    state = _states(view)
    for row in view.rows:
        _, step = view.clause_of(row.step)
        if step is None or row.state not in _BROKEN or _has_fallback(view.plan, step) or _is_answered(view, row, step):
            continue
        time = 1 if step.every is not None else number_of(row.step)
        after = successors(view.plan, step.id)
        stalled = tuple(name for name in after if state.get((name, time), "waiting") not in _OVER)
        if not stalled and (step.on_failure is not None or not VERBS[step.do].operates or step.do in _LOOKS):
            continue
        at = row.finished_ms if row.finished_ms is not None else view.journal.end_ms
        facts = M02(
            state="refused" if row.why == "permit_refused" else "timed_out" if row.state == "timed_out" else "failed",
            why=row.why,
            at_ms=at,
            stalled=stalled,
            chain="stops" if stalled else "ends",
        )
        endangers = by_step(view, row.step, at, view.journal.end_ms)
        yield finding(view, "M02", row.step, facts, row.seqs[-1:], endangers, [row.step, *stalled])


def _states(view: View) -> dict[tuple[str, int], str]:
    """State of each step each time; of one carried out for many, that of an instance that is not over, if there is one.
    Steps that come after a repeated step come after its first time."""
    found: dict[tuple[str, int], str] = {}
    for row in view.rows:
        name = base_name(row.step), number_of(row.step)
        if found.get(name, row.state) in _OVER:
            found[name] = row.state
    return found


def _has_fallback(plan: Plan, step: Step) -> bool:
    """Return whether a branch, a card or another step answers its failure, or the plan says that it goes on."""
    if step.on_failure is not None and (step.on_failure.steps or step.on_failure.then == "continue"):
        return True
    conditions = [card.trigger for card in plan.all_cards()]
    conditions += [condition for _, each in plan.steps() for condition in each.conditions()]
    leaves = (leaf for condition in conditions for leaf in condition.leaves())
    return any(leaf.kind == "step" and step.id in leaf.subjects and leaf.state in _BROKEN for leaf in leaves)


def _is_answered(view: View, row: StepRow, step: Step) -> bool:
    """Return whether a card took over in this run whose trigger asks for what the step was to bring about or to
    find."""
    about = {*step.target, *(step.success_check.subjects if step.success_check else ())}
    own, _ = view.clause_of(row.step)
    active = view.active_cards
    others = (card for card in view.plan.cards if card.id in active and card is not own)
    asked = (leaf for card in others for leaf in card.trigger.leaves())
    return any(leaf.kind == "source" and about & set(leaf.subjects) for leaf in asked)


def over_time(view: View) -> Iterator[Finding]:
    """M03: a step took longer than its own `within`, a function was away for longer than the customer can bear."""
    yield from _beyond_bearing(view)
    rows = {row.step: row for row in view.rows}
    for event in view.events("step_overdue"):
        row = rows.get(event.data["step"])
        if row is None:
            continue
        end = row.finished_ms if row.finished_ms is not None else view.journal.end_ms
        since = row.ready_ms if row.ready_ms is not None else event.t_ms - event.data["within_ms"]
        facts = M03(
            what="step",
            within_ms=event.data["within_ms"],
            took_ms=end - since,
            finished="no" if row.finished_ms is None else "yes",
            at_ms=event.t_ms,
        )
        yield finding(
            view,
            "M03",
            row.step,
            facts,
            (event.seq, *row.seqs[-1:]),
            by_step(view, row.step, event.t_ms, end),
            [row.step],
        )


def _beyond_bearing(view: View) -> Iterator[Finding]:
    """Functions lost for longer than their `mtpd` (ISO 22301)."""
    for name, spans in view.function_outages.items():
        limit = view.site.functions[name].mtpd
        worst = max(spans, key=lambda span: span.ms, default=None)
        if limit is None or worst is None or worst.ms <= limit:
            continue
        facts = M03(
            what="mtpd",
            within_ms=limit,
            took_ms=worst.ms,
            finished="no" if worst.open else "yes",
            at_ms=worst.start_ms + limit,
        )
        yield finding(view, "M03", name, facts, worst.seqs, [m for m in view.missed if m.id == name])


def unexplained(view: View, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """M03: a missed limit no other finding touches, or none but one of lost time where no own supply reaches the load.
    Every missed limit has at least one line in the report."""
    touched = {name for each in found for name in each.endangers}
    explained = {name for each in found if each.code not in _LATE for name in each.endangers}
    for missed in view.missed:
        bare = missed.kind == "load" and not own_sources(view, missed.id) and without_mains(view, missed)
        if missed.id in (explained if bare else touched):
            continue
        verdict = next(v for v in view.verdicts if v.id == missed.id and v.kind == missed.kind)
        facts = M03(
            what="limit" if own_sources(view, missed.id) or missed.kind == "function" else "no_own_supply",
            within_ms=_limit_ms(view, verdict),
            took_ms=verdict.outage_ms,
            finished="no" if verdict.open_at_end else "yes",
            at_ms=missed.start_ms + _limit_ms(view, verdict),
        )
        yield finding(view, "M03", missed.id, facts, verdict.evidence, (missed,))


def _limit_ms(view: View, verdict: Verdict) -> int:
    """The interruption limit; for a function without one, the time after which it harms."""
    harm = view.site.functions[verdict.id].harm if verdict.kind == "function" else None
    if verdict.max_interruption_ms is None and harm is not None:
        return harm.after
    return verdict.max_interruption_ms or 0

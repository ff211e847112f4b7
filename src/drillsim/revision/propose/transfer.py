"""Automatic transfers: done by hand at once, put in service, blocked where they would close onto a fault."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.findings.facts import A01, A02
from drillsim.revision.propose.draft import PLAN, SITE, append_in, behind, draft, insert_in, new_step, remove_in, set_in
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Ats, BusTieTransfer, Card, Step


def ats(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """A01: put in automatic; transferred by hand where the dead board is found, without waiting for another card."""
    name = finding.subject.id
    spec = context.site.transfers.get(name)
    if not isinstance(spec, Ats):
        return
    yield from _enable(context, finding, name)
    yield from _by_hand_at_once(context, finding, name, spec)


def bus_tie(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """A02: put in service, by setup or by a step."""
    if isinstance(context.site.transfers.get(finding.subject.id), BusTieTransfer):
        yield from _enable(context, finding, finding.subject.id)


def onto_fault(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """A03: blocked by bus protection."""
    name = finding.subject.id
    spec = context.site.transfers.get(name)
    if isinstance(spec, BusTieTransfer) and not spec.fault_blocking:
        new = context.naming.words("new-fault-blocking", transfer=name)
        edits = [set_in(SITE, ("transfers", name, "fault_blocking"), "true")]
        yield draft(context, finding, "blocking", new, edits, kind="setting", owner="customer")


def second_outage(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """A07: the way back is taken by hand, at a time agreed."""
    name = finding.subject.id
    spec = context.site.transfers.get(name)
    if isinstance(spec, Ats) and spec.return_.mode == "auto":
        new = context.naming.words("new-return-manual", transfer=name)
        old = context.naming.words("old-return-auto", transfer=name, after_ms=spec.return_.after)
        stated = _stated(context, ("transfers", name)).get("return")
        path = ("transfers", name, "return")
        edit = set_in(SITE, (*path, "mode"), "manual") if stated is not None else set_in(SITE, path, {"mode": "manual"})
        yield draft(context, finding, "return-manual", new, [edit], kind="setting", owner="customer", old=old)


def _enable(context: ReviewContext, finding: Finding, name: str) -> Iterator[Recommendation]:
    if not isinstance(finding.facts, A01 | A02) or finding.facts.reason != "disabled":
        return
    mode = context.case.scenario.start.mode
    disabled = context.site.modes[mode].disabled if mode in context.site.modes else ()
    new = context.naming.words("new-enabled", transfer=name)
    old = context.naming.words("old-disabled", transfer=name)
    if not context.site.transfers[name].enabled:
        edits = [set_in(SITE, ("transfers", name, "enabled"), "true")]
        yield draft(context, finding, "enabled", new, edits, kind="setting", owner="customer", old=old)
    elif name in disabled:
        edits = [remove_in(SITE, ("modes", mode, "disabled"))] if len(disabled) == 1 else []
        if edits:
            yield draft(context, finding, "enabled", new, edits, kind="setting", owner="customer", old=old)
    yield from _enable_step(context, finding, name)


def _enable_step(context: ReviewContext, finding: Finding, name: str) -> Iterator[Recommendation]:
    """A step of the first card puts it in service."""
    card = context.first_card("customer")
    if card is None:
        return
    first, by = card.steps[0], card.activation.by
    new = context.naming.words("new-enable-step", transfer=name, role=by)
    step = new_step(
        context, context.new_id(first.id), behind(first.clause), new, "enable", by, {"target": name, "within": "10 min"}
    )
    edits = [insert_in(PLAN, (*context.card_path(card.id), "steps"), 0, step)]
    yield draft(context, finding, "enable-step", new, edits, owner="customer", clause=behind(first.clause))


def _by_hand_at_once(context: ReviewContext, finding: Finding, name: str, spec: Ats) -> Iterator[Recommendation]:
    found = _check_that_failed(context, spec)
    if found is None:
        return
    card, check = found
    if any(step.do == "transfer" and name in step.target for step in card.steps):
        return
    board = tuple(leaf for leaf in (check.success_check.leaves() if check.success_check else ()) if leaf.kind == "bus")
    new = context.naming.words("new-transfer", transfer=name, role=check.by.operator)
    more: dict[str, Tree] = {
        "target": name,
        "takes": {"median": "3 min", "p90": "10 min"},
        "takes_source": "assumed",
        "within": "15 min",
    }
    if board:
        more["success_check"] = {"bus": list(board[0].subjects), "is": "live", "by": "local"}
    step = new_step(context, context.new_id(check.id), behind(check.clause), new, "transfer", check.by.operator, more)
    path = context.step_path(check.id)
    if check.on_failure:
        branch = append_in(PLAN, (*path, "on_failure", "steps"), step["id"]) if check.on_failure.steps else None
        branch = branch or set_in(PLAN, (*path, "on_failure", "steps"), [step["id"]])
    else:
        branch = set_in(PLAN, (*path, "on_failure"), {"steps": [step["id"]], "then": "stop"})
    edits = [branch, append_in(PLAN, (*context.card_path(card.id), "steps"), step)]
    yield draft(context, finding, "by-hand", new, edits, owner="customer", clause=behind(check.clause), old=check.text)


def _check_that_failed(context: ReviewContext, spec: Ats) -> tuple[Card, Step] | None:
    """The first step of the run that looked for supply on its board, there or on a screen, and did not find it."""
    failed = {row.step for row in context.view.rows if row.state == "failed"}
    board = _board(context, spec)
    for card, step in context.plan.steps():
        if step.id in failed and step.do == "check" and (step.place == spec.place or board & _checked(step)):
            return card, step
    return None


def _board(context: ReviewContext, spec: Ats) -> set[str]:
    """The bus both its switches lead to."""
    ends = {row.name: {row.bus, row.element} for row in context.dossier.network.switch if row.et == "b"}
    return ends.get(spec.normal, set()) & ends.get(spec.standby, set())


def _checked(step: Step) -> set[str]:
    check = step.success_check
    return {name for leaf in check.leaves() for name in leaf.subjects if leaf.kind == "bus"} if check else set()


def _stated(context: ReviewContext, path: tuple[str, ...]) -> dict[str, object]:
    node = context.tree(SITE)
    for part in path:
        node = node[part]  # type: ignore[index, call-overload]
    return node if isinstance(node, dict) else {}  # type: ignore[return-value]

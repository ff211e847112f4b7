"""LAW-01 to 07: what laws and management documents ask of the plan, its drills, its papers and planned outages.

Sources: State Council order 599, 应急管理部令第2号, 国能安全〔2014〕508号, a municipal power-use regulation; as seen in
public pages or from own knowledge, none held against its text. Every interval is practice and unverified.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from drillsim.checks.inputs import Inputs, listed, step_about
from drillsim.checks.rule import About, Result, absent, failed, not_applicable, over, passed, unfiled, unknown
from drillsim.checks.rules.plan_time import way_ms
from drillsim.schema import Card, Document, Drill, Step

_IMPORTANT = ("SP", "C1", "C2", "TMP")
YEAR, HALF_YEAR, THREE_YEARS = 366, 183, 3 * 366
_NOTICE_DAYS = {"planned": 7, "temporary": 1}
_FILE = (
    "supply_contract", "dispatch_agreement", "single_line_diagram", "protection_settings", "safe_operation_rules",
    "preventive_tests", "risk_confirmation",
)  # fmt: skip


def reported_at_once(inputs: Inputs) -> Iterator[Result]:
    """LAW-01: a step tells the supply company at once, by usual times within the plan's own limit."""
    plan = inputs.dossier.plan
    told = [
        (card, step, step_about(step, ("cards", number, "steps", place)))
        for number, card in enumerate(plan.cards)
        for place, step in enumerate(card.steps)
        if card.side == "customer" and any(inputs.side_of(tell.to) == "utility" for tell in step.tells)
    ]
    limits = [each for each in plan.report_limits if inputs.side_of(each.to) == "utility"]
    if not told:
        yield failed(inputs.about_plan, "nobody")
    elif not limits:
        yield absent(inputs.about_plan, "report_limits")
    else:
        found = [result for each in limits for result in _late(inputs, told, each.to, each.within)]
        yield from over(len(limits), found, inputs.about_plan, none="nothing")


def _late(inputs: Inputs, told: list[tuple[Card, Step, About]], role: str, within: int) -> Iterator[Result]:
    ways = [
        (way_ms(inputs, card, step, frozenset()), step.id, about)
        for card, step, about in told
        if role in [tell.to for tell in step.tells]
    ]
    if not ways:
        yield failed(inputs.about_plan, "role", role=role)
        return
    usual, name, about = min(ways, key=lambda way: way[0])
    if usual > within:
        yield failed(about, "late", role=role, step=name, usual_ms=usual, limit_ms=within)


def _drills(inputs: Inputs) -> Result | tuple[Drill, ...]:
    """The drills on record up to the day; why nobody can say where there are none, or no day is given."""
    drills = inputs.dossier.customer.drills
    if not drills:
        return absent(inputs.about_customer, "drills")
    if inputs.as_of is None:
        return unknown(replace(inputs.about_customer, path=("drills",)), "as-of")
    return tuple(drill for drill in drills if drill.date <= inputs.as_of)


def drilled_within(inputs: Inputs, days: int, drills: tuple[Drill, ...]) -> tuple[Drill, ...]:
    """Those of `drills` held within `days` before the day asked for."""
    assert inputs.as_of is not None
    return tuple(drill for drill in drills if (inputs.as_of - drill.date).days <= days)


def drilled_yearly(inputs: Inputs) -> Iterator[Result]:
    """LAW-02: an important customer's plan is drilled at least once a year, by both sides together."""
    if inputs.dossier.customer.importance.level not in _IMPORTANT:
        yield not_applicable(inputs.about_customer, "not-important")
        return
    drills, about = _drills(inputs), replace(inputs.about_customer, path=("drills",))
    if isinstance(drills, Result):
        yield drills
        return
    recent = drilled_within(inputs, YEAR, drills)
    last = max((drill.date for drill in drills), default=None)
    if not recent:
        yield failed(about, "old", date=last.isoformat() if last else "–")
    elif not any(not drill.sides for drill in recent) and not any(len(set(drill.sides)) == 2 for drill in recent):
        yield failed(about, "alone", date=recent[-1].date.isoformat())
    elif not any(len(set(drill.sides)) == 2 for drill in recent):
        yield absent(replace(about, path=("drills", 0)), "sides")
    else:
        yield passed(about, count=len(recent))


def cards_half_yearly(inputs: Inputs) -> Iterator[Result]:
    """LAW-03: every response card half-yearly; a listed high-risk unit its plan half-yearly, assessed every 3 years."""
    drills, about = _drills(inputs), replace(inputs.about_customer, path=("drills",))
    if isinstance(drills, Result):
        yield drills
        return
    cards = [card.id for card in inputs.dossier.plan.cards if card.side == "customer"]
    drilled = {card for drill in drilled_within(inputs, HALF_YEAR, drills) for card in drill.cards}
    found = []
    if bare := tuple(card for card in cards if card not in drilled):
        found.append(failed(about, "cards", cards=listed(bare)))
    found += _high_risk(inputs, drills)
    yield from over(len(cards), found, inputs.about_customer, none="no-card")


def _high_risk(inputs: Inputs, drills: tuple[Drill, ...]) -> Iterator[Result]:
    listed_so = inputs.dossier.customer.sector.high_risk
    if listed_so is None:
        yield absent(inputs.about_customer, "sector", "high_risk")
    elif listed_so:
        if not drilled_within(inputs, HALF_YEAR, drills):
            yield failed(replace(inputs.about_customer, path=("drills",)), "plan")
        yield from _paper(inputs, "plan_assessment", THREE_YEARS)


def revised_when_due(inputs: Inputs) -> Iterator[Result]:
    """LAW-04: the plan says why it was revised, and no drill since its date found major problems."""
    plan, about = inputs.dossier.plan, inputs.about_plan
    found = []
    if not plan.revised_because:
        found.append(absent(about, "revised_because"))
    if plan.effective is None:
        found.append(absent(about, "effective"))
    for drill in inputs.dossier.customer.drills if plan.effective else ():
        bad = drill.result == "poor" or any(goal.rating in ("M", "U") for goal in drill.goals)
        if bad and plan.effective and drill.date > plan.effective:
            where = replace(about, path=("effective",))
            found.append(failed(where, date=drill.date.isoformat(), effective=plan.effective.isoformat()))
    yield from over(1, found, about, none="nothing")


def reviewed_filed_trained(inputs: Inputs) -> Iterator[Result]:
    """LAW-05: review, filing and training of this version are on file."""
    plan, found = inputs.dossier.plan, []
    for kind in ("plan_review", "plan_filing", "plan_training"):
        papers = _papers(inputs, kind)
        if not papers:
            found.append(unfiled(inputs.about_customer, kind))
        elif plan.effective and all(paper.date and paper.date < _before(plan.effective) for paper in papers):
            about = replace(inputs.about_customer, path=("documents",))
            found.append(failed(about, kind=kind, effective=plan.effective.isoformat()))
    yield from over(3, found, inputs.about_customer, none="nothing")


def _before(effective: dt.date) -> dt.date:
    """A version is reviewed up to half a year before it comes into force."""
    return effective - dt.timedelta(days=HALF_YEAR)


def _papers(inputs: Inputs, kind: str) -> tuple[Document, ...]:
    return tuple(paper for paper in inputs.dossier.customer.documents if paper.kind == kind)


def _paper(inputs: Inputs, kind: str, days: int) -> Iterator[Result]:
    """A paper of the kind that is not older than `days`."""
    papers, about = _papers(inputs, kind), replace(inputs.about_customer, path=("documents",))
    dates = [paper.date for paper in papers if paper.date]
    if not dates:
        yield unfiled(inputs.about_customer, kind)
    elif inputs.as_of and (inputs.as_of - max(dates)).days > days:
        yield failed(about, "paper", kind=kind, date=max(dates).isoformat(), days=(inputs.as_of - max(dates)).days)


def notice_given(inputs: Inputs) -> Iterator[Result]:
    """LAW-06: planned outages are told 7 days before, temporary ones a day; the shedding list is approved."""
    outages, found = inputs.dossier.customer.outages, []
    for number, outage in enumerate(outages):
        about = About(kind="outage", id=listed(outage.of), file="customer.yaml", path=("outages", number))
        if outage.notified is None:
            found.append(absent(about, "notified"))
        elif (outage.from_ - outage.notified).days < _NOTICE_DAYS[outage.kind]:
            days, due = (outage.from_ - outage.notified).days, _NOTICE_DAYS[outage.kind]
            found.append(failed(about, kind=outage.kind, days=days, due=due))
    important = inputs.dossier.customer.importance.level in _IMPORTANT
    if important and not _papers(inputs, "shed_order"):
        found.append(unfiled(inputs.about_customer, "shed_order"))
    yield from over(len(outages) + important, found, inputs.about_customer, none="no-outage")


def file_complete(inputs: Inputs) -> Iterator[Result]:
    """LAW-07: one customer, one file: the papers a key customer's file must hold, none run out."""
    customer, found = inputs.dossier.customer, []
    listed_by = customer.importance.level in _IMPORTANT and not customer.importance.document
    due = (*_FILE, *(("importance",) if listed_by else ()))
    found += [unfiled(inputs.about_customer, kind) for kind in due if not _papers(inputs, kind)]
    for number, paper in enumerate(customer.documents):
        about = About(kind="document", id=paper.number or str(number), file="customer.yaml", path=("documents", number))
        if paper.until is not None and inputs.as_of is None:
            found.append(unknown(about, "as-of"))
        elif paper.until is not None and inputs.as_of and paper.until < inputs.as_of:
            found.append(failed(about, kind=paper.kind, until=paper.until.isoformat()))
    yield from over(len(due), found, inputs.about_customer, none="nothing")

"""Builds the run document from the values of one run."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from drillsim.documents.names import Names, in_roles, names_of
from drillsim.documents.never_begun_words import needed_text
from drillsim.documents.run_document import (
    AssumedRow,
    Both,
    CostRow,
    EditionRow,
    EnduranceRow,
    ExpectationRow,
    FindingRow,
    GainRow,
    GroupRow,
    HazardRow,
    JudgedRow,
    KeptRow,
    NeverBegunRow,
    NotTestedRow,
    PlaceRow,
    ProofsRow,
    RecommendationRow,
    RunDocument,
    ShortenedRow,
    StepRow,
    SubjectRow,
    WaitRow,
)
from drillsim.documents.wording import code_text, hazard_text
from drillsim.findings import (
    Finding,
    Group,
    NeverBegun,
    NotTested,
    Outcome,
    Verdict,
    View,
    groups,
    never_begun,
    outcomes,
)
from drillsim.journal import Event, Journal, step_rows
from drillsim.journal import StepRow as TimelineRow
from drillsim.revision import AssumedEffect, Recommendation
from drillsim.schema import Case, Dossier, Words

WaitKey = tuple[str, str]
"""Step instance and wait reason."""
RANK = {"proposed": 0, "untested": 1, "rejected": 2}


def run_document(
    case: Case,
    journal: Journal,
    verdicts: Sequence[Verdict],
    findings: Sequence[Finding] = (),
    recommendations: Sequence[Recommendation] = (),
    costs: Mapping[WaitKey, int] | None = None,
    not_tested: Sequence[NotTested] = (),
    tried: tuple[int, int | None] | None = None,
) -> RunDocument:
    """The document of the run in `journal`. `costs`: what each wait cost, ms; a wait not in it was not computed.
    `tried`: how many changes were tried, of how many.

    Findings come worst first and keep their order; recommendations come ordered by gain and keep theirs within
    proposed, untested, rejected.
    """
    say = speaker_of(case.dossier)
    return RunDocument(
        customer=case.dossier.folder,
        scenario=case.scenario_id,
        seed=int(journal.header.get("seed", 0)),
        status=_status(journal),
        loads=[_judged(each, say) for each in verdicts if each.kind == "load"],
        functions=[_judged(each, say) for each in verdicts if each.kind == "function"],
        steps=[_step(row, costs or {}) for row in step_rows(journal)],
        never_begun=[_never_begun(case, each, say) for each in never_begun(View(case, journal))],
        hazards=[_hazard(event, say) for event in journal.of("hazard")],
        findings=[finding_row(each, say) for each in findings],
        groups=[_group(each) for each in groups(case, journal, findings)],
        recommendations=[
            recommendation_row(each, say) for each in sorted(recommendations, key=lambda each: RANK[each.verdict])
        ],
        expectations=[_expectation(each) for each in outcomes(case, verdicts)],
        not_tested=[_not_tested(each, say) for each in not_tested],
        edition=_edition(case, journal),
        proofs=None if tried is None else ProofsRow(done=tried[0], of=tried[1]),
    )


def _edition(case: Case, journal: Journal) -> EditionRow | None:
    """The edition the journal's header names."""
    told = journal.header.get("edition")
    if not isinstance(told, dict):
        return None
    first, until, day = told["from"], told["until"], case.scenario.start.date.isoformat()
    return EditionRow(
        name=told["name"],
        title=Both(**told["title"]),
        of=told["of"],
        first=first,
        until=until,
        mode=told["mode"],
        outside=not first <= day <= until,
    )


Speaker = Callable[[Callable[[Names], str]], Both]


def speaker_of(dossier: Dossier) -> Speaker:
    """A function that says a text in both languages, with the customer's names and people called by their roles."""
    zh, en = (in_roles(names_of(dossier, lang), dossier) for lang in ("zh", "en"))
    return lambda words: Both(zh=words(zh), en=words(en))


def _status(journal: Journal) -> str:
    found = journal.events[-1].data["status"] if journal.complete else "incomplete"
    return found if found in ("completed", "not_applicable") else "incomplete"


def _judged(verdict: Verdict, say: Speaker) -> JudgedRow:
    endurance = verdict.endurance
    return JudgedRow(
        id=verdict.id,
        protected=verdict.protected,
        max_interruption_ms=verdict.max_interruption_ms,
        outage_ms=verdict.outage_ms,
        total_ms=verdict.total_ms,
        outages=verdict.outages,
        open_at_end=verdict.open_at_end,
        unserved_kwh=verdict.unserved_kwh,
        verdict=verdict.verdict,
        why=say(lambda names: code_text(names, f"verdict-{verdict.why}", {})),
        endurance=endurance
        and EnduranceRow(
            verdict=endurance.verdict,
            lasts_ms=endurance.lasts_ms,
            why=say(lambda names: code_text(names, f"verdict-{endurance.why}", {})),
        ),
    )


def _step(row: TimelineRow, costs: Mapping[WaitKey, int]) -> StepRow:
    reasons = dict.fromkeys(wait.reason for wait in row.waits if wait.span.ms > 0)
    return StepRow(
        card=row.card,
        step=row.step,
        by=list(row.by),
        state=row.state,
        ready_ms=row.ready_ms,
        started_ms=row.started_ms,
        finished_ms=row.finished_ms,
        waits=[_wait(row, reason, costs) for reason in reasons],
    )


def _wait(row: TimelineRow, reason: str, costs: Mapping[WaitKey, int]) -> WaitRow:
    """All waits of a step for one reason together, because they are costed together."""
    parts = [wait for wait in row.waits if wait.reason == reason]
    on = dict.fromkeys(name for wait in parts for name in wait.on)
    cost_ms = costs.get((row.step, reason))
    return WaitRow(reason=reason, ms=sum(wait.span.ms for wait in parts), on=list(on), cost_ms=cost_ms)


def _never_begun(case: Case, each: NeverBegun, say: Speaker) -> NeverBegunRow:
    return NeverBegunRow(
        card=each.card,
        step=each.step,
        clause=each.clause,
        role=each.role,
        state=each.state,
        reason=each.reason,
        held_ms=each.held_ms,
        on=list(each.on),
        count=each.count,
        needed=say(lambda names: needed_text(names, case.dossier.plan, each)),
    )


def _hazard(event: Event, say: Speaker) -> HazardRow:
    data = event.data
    parts = [str(part) for part in data["parts"]]
    return HazardRow(
        hazard=data["hazard"],
        t_ms=event.t_ms,
        parts=parts,
        step=data.get("step") or "",
        person=data.get("person") or "",
        device=data.get("device") or "",
        text=say(lambda names: hazard_text(names, data["hazard"], parts)),
        evidence=[event.seq],
    )


def _group(group: Group) -> GroupRow:
    return GroupRow(
        severity=group.severity,
        finding=group.head,
        consequences=list(group.consequences),
        endangers=list(group.endangers),
    )


def finding_row(finding: Finding, say: Speaker) -> FindingRow:
    """The row of one weak point."""
    return FindingRow(
        code=finding.code,
        severity=finding.severity,
        severity_basis=finding.severity_basis,
        severity_journal=finding.severity_journal,
        subject=SubjectRow(kind=finding.subject.kind, id=finding.subject.id),
        clause=finding.clause,
        facts=_plain(finding.plain),
        text=say(lambda names: code_text(names, f"finding-{finding.code}", finding.told)),
        evidence=list(finding.evidence),
    )


def recommendation_row(each: Recommendation, say: Speaker) -> RecommendationRow:
    """The row of one recommendation."""
    return RecommendationRow(
        id=each.id,
        codes=list(each.codes),
        subject=each.subject,
        place=PlaceRow(**asdict(each.place)),
        clause=each.clause,
        old=_both(each.old),
        new=_both(each.new),
        owner=each.owner,
        kind=each.kind,
        verdict=each.verdict,
        before=None if each.before is None else _plain(each.before),
        after=None if each.after is None else _plain(each.after),
        reason=say(lambda names: " ".join(code_text(names, told.text, told.facts) for told in each.reasons)),
        wait=ShortenedRow(step=each.wait[0], reason=each.wait[1]) if each.wait else None,
        assumed=each.assumed and _assumed(each.assumed, say),
        rank=each.rank,
        cost=each.cost and CostRow(**asdict(each.cost)),
        gain=[GainRow(**asdict(one)) for one in each.gain],
        kept=each.kept and KeptRow(**asdict(each.kept)),
        evidence=list(each.evidence),
    )


def _assumed(each: AssumedEffect, say: Speaker) -> AssumedRow:
    return AssumedRow(
        file=each.file,
        field=each.field,
        unit=each.unit,
        now=each.now,
        assumed=each.assumed,
        vanishes_at=each.vanishes_at,
        basis=say(lambda names: code_text(names, each.basis, {}) if each.basis else ""),
    )


def _plain(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts as JSON brings them back: tuples are lists."""
    found = json.loads(json.dumps(dict(facts), ensure_ascii=False))
    assert isinstance(found, dict)
    return found


def _both(words: Words) -> Both:
    return Both(zh=words.says("zh"), en=words.says("en"))


def _not_tested(each: NotTested, say: Speaker) -> NotTestedRow:
    ids = [str(name) for name in each.facts.get("ids", (each.facts["id"],) if "id" in each.facts else ())]
    return NotTestedRow(
        code=each.code, ids=ids, text=say(lambda names: code_text(names, f"not-tested-{each.code}", each.facts))
    )


def _expectation(each: Outcome) -> ExpectationRow:
    return ExpectationRow(kind=each.kind, id=each.id, expected=each.expected, found=each.found, held=each.holds)

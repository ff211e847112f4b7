"""Puts a report together from what was recorded of one run. Nothing is simulated here."""

from __future__ import annotations

from collections.abc import Mapping

from drillsim.documents import changes, details, evidence, grade, page_one
from drillsim.documents.names import names_of
from drillsim.documents.pictures.canvas import Drawn
from drillsim.documents.report import GAINS, Report
from drillsim.documents.run_document import RunDocument
from drillsim.documents.source import Recorded
from drillsim.documents.worst_outage import moments
from drillsim.journal import Journal
from drillsim.schema import Case
from drillsim.texts import Lang, duration_text, text


def build_report(
    document: RunDocument, case: Case, journal: Journal, lang: Lang, pictures: Mapping[str, Drawn] | None = None
) -> Report:
    """The report of one run in `lang`. `pictures`: those of the same run in the same language, where they are drawn
    already: they show the journal, whatever the document says of it."""
    run = Recorded(names_of(case.dossier, lang), document, case, journal)
    customer, plan = case.dossier.customer, case.dossier.plan
    shown, weak, steps = page_one.lights(run), page_one.weak_points(run), details.steps(run)
    called = customer.name.says(lang)
    return Report(
        lang=lang,
        head=text(lang, "form-head", customer=called, plan=plan.id, version=plan.version),
        customer=called,
        customer_class=run.words("class", level=run.words(f"class-{customer.importance.level}")),
        plan=run.words(
            "plan", id=plan.id, version=plan.version, status=run.words(f"plan-{plan.status.replace('_', '-')}")
        ),
        plan_change=changes.plan_change(run),
        scenario=case.scenario.title.says(lang),
        scenario_id=case.scenario_id,
        start=details.start_text(run),
        horizon=duration_text(lang, case.scenario.horizon),
        status=run.words(f"status-{document.status.replace('_', '-')}"),
        warning=page_one.warning(run),
        conclusion=page_one.conclusion(run, shown, weak),
        grade=grade.grade_text(run),
        sure=grade.sure(run),
        first=changes.first(run),
        lights=shown,
        lines=page_one.grouped(shown),
        weak_points=weak,
        top=page_one.top(run, weak),
        weak_note=page_one.weak_note(run),
        costliest=page_one.costliest(run),
        costliest_note=page_one.costliest_note(run),
        not_tested=tuple(run.said(row.text) for row in document.not_tested),
        expected=page_one.expected(run),
        expected_summary=page_one.expected_summary(run),
        decisions=changes.decisions(run),
        adopt=changes.adopt(run),
        judged=tuple(page_one.judged(run)),
        changes=changes.changes(run),
        steps=steps,
        never_begun=details.never_begun(run),
        hazards=details.hazards(run),
        events=evidence.events(run, weak),
        clauses=evidence.clauses(run, [*(each.clause for each in steps), *(each.clause for each in weak)]),
        rules=details.rules(run),
        assumptions=details.assumptions(run),
        facts=details.facts(run),
        pictures=_with_gains(run, _pictures(run) if pictures is None else pictures),
    )


def _with_gains(run: Recorded, drawn: Mapping[str, Drawn]) -> Mapping[str, Drawn]:
    """The pictures, and what the changes bring where re-running has shown it; where others are drawn at all."""
    bars, series = changes.compared(run) if drawn else ([], [])
    if not bars:
        return drawn
    from drillsim.documents.pictures.gains import gains

    return {**drawn, GAINS: gains(bars, series, run.lang)}


def _pictures(run: Recorded) -> Mapping[str, Drawn]:
    if not run.journal.initial:
        return {}
    from drillsim.documents.pictures.album import album

    return album(run.case, run.journal, run.lang, moments(run))

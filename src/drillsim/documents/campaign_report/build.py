"""Puts a campaign's report together from its document. Nothing is simulated here."""

from __future__ import annotations

from collections.abc import Mapping

from drillsim.documents.campaign_document import CampaignDocument
from drillsim.documents.campaign_report import answers, played
from drillsim.documents.campaign_report.report_context import ReportContext, context_of
from drillsim.documents.campaign_report.subjects import conclusion, judged, subjects, tone
from drillsim.documents.campaign_report.value import CampaignReport
from drillsim.documents.run_document import said
from drillsim.schema import Compiled
from drillsim.texts import Lang, list_text


def build_campaign_report(
    document: CampaignDocument, dossier: Compiled, lang: Lang, *, pictures: bool = True
) -> CampaignReport:
    """The report of one campaign in `lang`; without pictures for those who cannot show them."""
    told = context_of(document, dossier, lang)
    customer, plan = dossier.customer, dossier.plan
    shown = subjects(told)
    return CampaignReport(
        lang=lang,
        customer=customer.name.says(lang),
        customer_class=told.report("class", level=told.report(f"class-{customer.importance.level}")),
        plan=told.report(
            "plan", id=plan.id, version=plan.version, status=told.report(f"plan-{plan.status.replace('_', '-')}")
        ),
        tone=tone(told, shown),
        conclusion=conclusion(told, shown),
        played=played.played(told),
        subjects=shown,
        subjects_note=told.words("note-columns"),
        judged=judged(told),
        not_tested=tuple(said(row.text, lang) for row in document.not_tested),
        no_flow=played.no_flow(told),
        variants=answers.variants(told),
        variants_note=answers.variants_note(told),
        sets=answers.sets(told),
        sets_none=told.words("sets-none" if document.order else "sets-not-sought"),
        trivial_note=answers.trivial_note(told),
        curves_note=_curves_note(told),
        importance=answers.importance(told),
        coverage=answers.coverage(told),
        ledger=answers.ledger(told),
        indices=answers.indices(told),
        indices_note=told.words("indices-note", missed=document.missed_without_frequency),
        importance_none=answers.importance_none(told),
        ledger_none=answers.ledger_none(told),
        indices_none=answers.indices_none(told),
        worst=answers.worst(told),
        method=played.method(told),
        not_exact=played.not_exact(told),
        disagreements=played.disagreements(told),
        disagreements_note=played.disagreements_note(told),
        facts=played.facts(told),
        pictures=_pictures(told) if pictures else {},
    )


def _curves_note(told: ReportContext) -> str:
    """Return the protected loads and functions without a curve, and the cases no curve holds, in words."""
    rows = [row for row in (*told.document.loads, *told.document.functions) if row.protected and not row.curve]
    kinds = {
        "curves-never": [row for row in rows if not row.worst_ms],
        "curves-unrated": [row for row in rows if row.worst_ms],
    }
    lines = [
        told.words(key, list=list_text(told.lang, [told.things.called(row.id) for row in found]))
        for key, found in kinds.items()
        if found
    ]
    return "\n\n".join(lines)


def _pictures(told: ReportContext) -> Mapping[str, str]:
    from drillsim.documents.pictures.campaign import campaign_album

    return {name: drawn.svg for name, drawn in campaign_album(told).items()}

"""Reports of the sample run, for tests of what they say and look like."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from drillsim.documents.build_report import build_report
from drillsim.documents.build_run import run_document
from drillsim.documents.render import render
from drillsim.documents.report import Report
from drillsim.documents.run_document import RunDocument
from drillsim.documents.run_report import run_report
from drillsim.findings.assess import assess
from drillsim.findings.not_tested import not_tested
from drillsim.findings.verdict import verdicts
from drillsim.journal.record import Journal
from drillsim.revision.recommendation import Place, Recommendation, Told
from drillsim.schema.base import Words
from drillsim.schema.dossier import Case
from drillsim.texts import Lang
from helpers.sample_run import sample_case, sample_dossier, sample_journal

COSTS = {("S03", "person_busy"): 900_000, ("S02", "permit"): 360_000, ("S01", "travel"): 180_000}


def recommendation(name: str, **changed: Any) -> Recommendation:
    fields: dict[str, Any] = {
        "codes": ("P02",),
        "subject": "S03",
        "place": Place("clause", "9.2-3"),
        "clause": "9.2-3",
        "old": Words(zh="值班电工启动柴油机,第二值班电工监护。", en="The duty electrician starts the genset, watched."),
        "new": Words(zh="夜间增派第二值班电工,与值班电工同时到场。", en="A second electrician is on duty at night."),
        "owner": "customer",
        "kind": "staffing",
        "evidence": (43, 50),
        "verdict": "proposed",
        "before": {"worst_outage_ms": 2_070_000},
        "after": {"worst_outage_ms": 1_170_000},
    }
    return Recommendation(id=name, **{**fields, **changed})


def sample_document(
    case: Case | None = None,
    journal: Journal | None = None,
    recommendations: tuple[Recommendation, ...] = (),
    **more: Any,
) -> RunDocument:
    case, journal = case or sample_case(), journal or sample_journal()
    judged = verdicts(case, journal)
    left_open = not_tested(case, journal, judged)
    return run_document(
        case, journal, judged, assess(case, journal), recommendations, more.get("costs", COSTS), left_open
    )


def sample_report(lang: Lang = "zh", case: Case | None = None, journal: Journal | None = None, **more: Any) -> Report:
    case, journal = case or sample_case(), journal or sample_journal()
    return build_report(sample_document(case, journal, **more), case, journal, lang)


def case_with_load_called(name: str) -> Case:
    """The sample with an operating theatre of another name."""
    dossier = sample_dossier()
    loads = {
        **dossier.site.loads,
        "theatre": dossier.site.loads["theatre"].model_copy(update={"name": Words(zh=name, en=name)}),
    }
    return replace(sample_case(), dossier=replace(dossier, site=dossier.site.model_copy(update={"loads": loads})))


def html_page(report: Report) -> str:
    """The report as it lies in a run's folder."""
    return render(run_report(report), "html").decode()


def markdown_page(report: Report) -> str:
    """The same as Markdown."""
    return render(run_report(report), "md").decode()


__all__ = [
    "COSTS",
    "Told",
    "case_with_load_called",
    "html_page",
    "markdown_page",
    "recommendation",
    "sample_document",
    "sample_report",
]

"""Loads and functions over all cases: how likely each limit is met, how bad it gets, and in which case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drillsim.documents.campaign_report.report_context import ReportContext
from drillsim.documents.campaign_report.value import SubjectLine
from drillsim.documents.campaign_rows import SubjectRow
from drillsim.documents.failure_words import closed_up
from drillsim.documents.figure_words import NOTHING, figure, interval_text, share_text
from drillsim.documents.report import MARKS
from drillsim.documents.wording import ms_text

_ORDER = ("missed", "cannot_say", "met")


def subjects(told: ReportContext) -> tuple[SubjectLine, ...]:
    """Protected loads and functions together, worst first."""
    rows = [row for row in every(told) if row.protected]
    return tuple(_line(told, row) for row in sorted(rows, key=_gravity))


def judged(told: ReportContext) -> tuple[SubjectLine, ...]:
    """Every load, then every function, in the document's order."""
    return tuple(_line(told, row) for row in every(told))


def every(told: ReportContext) -> tuple[SubjectRow, ...]:
    """Loads, then functions."""
    return (*told.document.loads, *told.document.functions)


def verdict(row: SubjectRow) -> str:
    """Missed in some case, else cannot_say where something was left open, else met."""
    if row.missed_cases or (row.p_met_high is not None and row.p_met_high < 1):
        return "missed"
    return "cannot_say" if row.not_tested or row.p_met is None else "met"


def _gravity(row: SubjectRow) -> tuple[int, bool, float, float]:
    """Missed first, safety-critical before others, then by how seldom the limit is met and how far it is exceeded."""
    times = row.worst_ms / max(row.max_interruption_ms or 1, 1)
    chance = float(not row.missed_cases) if row.p_met is None else row.p_met
    return (_ORDER.index(verdict(row)), not row.critical, chance, -times)


def _line(told: ReportContext, row: SubjectRow) -> SubjectLine:
    found = verdict(row) if row.protected else "not_tested"
    return SubjectLine(
        kind=told.report(f"kind-{row.kind}"),
        id=row.id,
        name=told.things.called(row.id),
        verdict=found,
        mark=MARKS[found],
        word=told.report(f"verdict-{found.replace('_', '-')}"),
        limit=ms_text(told.lang, row.max_interruption_ms),
        p_met=share_text(row.p_met) if row.p_met is not None else _no_share(told, row),
        interval=interval_text(row.p_met_low, row.p_met_high),
        p95=ms_text(told.lang, row.p95_ms),
        worst=told.outage(row.worst_ms, is_open=row.worst_open) if row.worst_ms else told.report("no-outage"),
        case=told.case(row.worst_case) if row.worst_case else NOTHING,
        case_id=row.worst_case,
        report=told.kept(row.worst_case),
        missed_cases=row.missed_cases,
        not_tested=row.not_tested,
        unserved="" if row.unserved_kwh_a_year is None else figure(row.unserved_kwh_a_year),
        library="" if row.library_p_met is None else share_text(row.library_p_met),
    )


def _no_share(told: ReportContext, row: SubjectRow) -> str:
    """Return the reason no share stands here: the misses a share would hide, or that nothing was judged."""
    if not row.protected or row.max_interruption_ms is None:
        return told.words("p-unknown")
    if row.missed_without_frequency:
        return told.words("p-missed-unrated", n=row.missed_without_frequency)
    if row.missed_cases:
        return told.words("p-missed", n=row.missed_cases)
    return told.words("p-unknown" if told.document.weighed else "p-no-rate")


def tone(told: ReportContext, shown: Sequence[SubjectLine]) -> str:
    """met, missed or open; a campaign that was cut short, or had no power flow somewhere, never says met."""
    found = {line.verdict for line in shown}
    is_met = found == {"met"} and told.document.limit is None and not told.document.no_flow_cases
    return "missed" if "missed" in found else "met" if is_met else "open"


def conclusion(told: ReportContext, shown: Sequence[SubjectLine]) -> tuple[str, ...]:
    """Return the result, in a few sentences."""
    if not shown:
        return (told.words("conclusion-none"), *_no_flow(told))
    missed = sum(line.verdict == "missed" for line in shown)
    left = sum(line.verdict == "cannot_say" for line in shown)
    return (
        told.words(f"conclusion-{_first(told, missed, left)}", missed=missed, all=len(shown), open=left),
        *_no_flow(told),
        *_worst(told, shown[0]),
        *_unrated(told),
        *_single(told),
    )


def _first(told: ReportContext, missed: int, left: int) -> str:
    """Return the name of the first sentence: the gravest that holds."""
    if not told.document.runs:
        return "unplayed"
    if missed:
        return "missed"
    if left:
        return "open"
    if told.document.limit is not None:
        return "cut"
    return "unsaid" if told.document.no_flow_cases else "met"


def _no_flow(told: ReportContext) -> Iterator[str]:
    """That a part of the network had no power flow: whatever else is said holds without it."""
    document = told.document
    if document.no_flow_cases:
        yield told.words("conclusion-no-flow", cases=document.no_flow_cases, buses=len(document.no_flow_buses))


def _worst(told: ReportContext, line: SubjectLine) -> Iterator[str]:
    if line.verdict != "missed":
        return
    worst = told.words("conclusion-worst", name=line.name, outage=line.worst, limit=line.limit, case=line.case)
    yield closed_up(worst)
    if line.interval:
        rates = told.document.rates
        yield told.words(
            "conclusion-chance", p=line.p_met, name=line.name, assumed=rates.assumed, all=rates.stated + rates.assumed
        )


def _unrated(told: ReportContext) -> Iterator[str]:
    """Yield the number of cases without a rate, and of those that miss a limit: no share may stand for them."""
    document = told.document
    if document.missed_without_frequency:
        assumed, missed = document.missed_by_assumed_chance, document.missed_without_frequency
        how_often = told.words("often-by-chance", assumed=assumed, rest=missed - assumed)
        yield told.words("conclusion-unrated", cases=document.without_frequency, missed=missed, often=how_often)
    if document.missed_scenario_cases:
        yield told.words("conclusion-scenarios", cases=document.scenario_cases, missed=document.missed_scenario_cases)


def _single(told: ReportContext) -> Iterator[str]:
    if told.document.order:
        found = [each.order for each in told.document.failure_sets]
        yield told.words("conclusion-nothing" if 0 in found else "conclusion-single", n=found.count(1))
        if combined := sum(order > 1 for order in found):
            yield told.words("conclusion-combined", n=combined)

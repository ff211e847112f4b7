"""The cases that were played, how they were worked out, and what it takes to play them again."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.documents.campaign_report.report_context import ReportContext
from drillsim.documents.campaign_report.value import Pairs
from drillsim.documents.campaign_rows import HourRow
from drillsim.documents.failure_words import hour_text
from drillsim.documents.figure_words import NOTHING, figure, interval_text, share_text
from drillsim.documents.run_document import said
from drillsim.texts import duration_text, list_text
from drillsim.units import format_time_of_day


def played(told: ReportContext) -> Pairs:
    """Cases, failures, scenarios, hours, runs, method."""
    document = told.document
    runs = told.words(
        "played-runs-line" if document.draws else "played-runs-exact", runs=document.runs, draws=document.draws
    )
    rows = {
        "cases": _cases(told),
        "failures": told.words(
            f"played-failures-{'event' if document.one_event else min(document.order, 3)}", late=_late(told)
        ),
        "scenarios": told.words("played-scenarios-line", n=len(document.scenarios)) if document.scenarios else "",
        "rates": _rates(told),
        "hours": list_text(told.lang, [_hour(told, each) for each in document.hours]),
        "runs": runs,
        "edition": _edition(told),
        "how": told.words(f"how-{_how(told)}"),
    }
    return tuple((told.words(f"played-{name}"), words) for name, words in rows.items() if words)


def _edition(told: ReportContext) -> str:
    """Return the edition it was played with, and the scenarios outside its days, in words; empty without one."""
    edition = told.document.edition
    if edition is None:
        return ""
    facts = {"name": edition.name, "first": edition.first, "until": edition.until, "outside": len(edition.outside)}
    return told.words("played-edition-line", title=said(edition.title, told.lang), **facts)


def _cases(told: ReportContext) -> str:
    """Return the number of cases counted, and how many were played, left out or left over, in words."""
    document = told.document
    counts = {"cases": document.cases, "played": document.played_cases, "left": document.left_out}
    rest = document.cases - document.played_cases - document.left_out
    left_out = "played-cases-event" if document.one_event else "played-cases-line"
    words = told.words(left_out if document.left_out else "played-cases-all", **counts)
    return words + (told.words("played-cases-rest", rest=rest) if rest > 0 else "")


def _rates(told: ReportContext) -> str:
    """Return the origin of the rates, in words; empty where no failures were played."""
    rates = told.document.rates
    if not told.document.order:
        return ""
    return told.words("played-rates-line", stated=rates.stated, assumed=rates.assumed, missing=rates.missing)


def _how(told: ReportContext) -> str:
    if not told.document.exact:
        return "sampled"
    return "both" if told.document.draws else "exact"


def _late(told: ReportContext) -> str:
    return duration_text(told.lang, told.document.late_ms)


def _hour(told: ReportContext, hour: HourRow) -> str:
    facts = {"name": hour_text(told.things, hour.name), "time": format_time_of_day(hour.time)}
    if hour.load is None:
        return told.words("played-hour", **facts)
    return told.words("played-hour-load", **facts, load=hour.load)


def method(told: ReportContext) -> tuple[str, ...]:
    """Return the way the answers were worked out, and the assumptions, in sentences."""
    return tuple(_method(told))


def _method(told: ReportContext) -> Iterator[str]:
    document = told.document
    yield told.words("method-engine")
    unweighed = "method-equal" if document.order else "method-scenarios"
    yield told.words("method-weights" if document.weighed else unweighed)
    if document.rates.assumed and document.order:
        yield told.words("method-assumed", n=document.rates.assumed)
    if document.order > 1 and document.weighed and not document.one_event:
        yield told.words("method-pairs")
    pruned = "method-event" if document.one_event else "method-hidden"
    yield told.words(pruned, left=document.left_out) if document.pruned else told.words("method-every-case")
    if document.order:
        yield told.words("method-late", late=_late(told))
    if document.draws:
        yield told.words("method-draws", draws=document.draws, seed=document.seed)
    if document.order:
        yield told.words("method-rest")
    yield told.words("method-interval")
    if document.target_error is not None:
        yield told.words("method-target", error=share_text(document.target_error))
    if document.exact:
        yield told.words("method-exact")
        yield told.words("method-weight-left", weight=figure(document.weight_left))
    yield told.words("method-sets")
    yield told.words("method-importance")
    if document.indices is not None:
        above = duration_text(told.lang, told.dossier.customer.indices.sustained_above)
        yield told.words("method-indices", above=above)
    if document.date:
        yield told.words("method-day", date=document.date)


def no_flow(told: ReportContext) -> tuple[str, ...]:
    """Cases in which the power flow had no answer, with the buses; how many more there are."""
    document = told.document
    lines = [
        told.words("no-flow-line", case=told.case(row.case), buses=list_text(told.lang, row.buses), runs=row.runs)
        for row in document.no_flow
    ]
    more = document.no_flow_cases - len(lines)
    return (*lines, *([told.words("no-flow-more", n=more)] if more else []))


def not_exact(told: ReportContext) -> tuple[str, ...]:
    """Cases that could not be enumerated, with what is drawn in them."""
    return tuple(
        told.words("not-exact-line", case=told.case(case), durations=list_text(told.lang, list(durations)))
        for case, durations in told.document.not_exact.items()
    )


def disagreements(told: ReportContext) -> tuple[str, ...]:
    """Return the differences between exact and sampled answers, a sentence each."""
    return tuple(
        told.words(
            "disagreement", name=told.things.called(each.subject), exact=share_text(each.exact),
            interval=interval_text(each.low, each.high),
        )
        for each in told.document.disagreements
    )  # fmt: skip


def disagreements_note(told: ReportContext) -> str:
    """That both answers agree, where there are both."""
    both = _how(told) == "both" and not told.document.disagreements
    return told.words("disagreements-none") if both else ""


def facts(told: ReportContext) -> Pairs:
    """Return the facts it takes to play the same again."""
    document = told.document
    return (
        (told.report("fact-product"), document.version or NOTHING),
        (told.report("fact-seed"), str(document.seed)),
        (told.words("fact-draws"), str(document.draws)),
        (told.words("fact-order"), str(document.order)),
        (
            told.words("fact-scenarios"),
            list_text(told.lang, [_scenario(told, each.id) for each in document.scenarios]) or NOTHING,
        ),
    )


def _scenario(told: ReportContext, name: str) -> str:
    title = told.titles[name]
    return name if title == name else f"{title} ({name})"

"""Variants, failure sets, importance, coverage, ledger, indices and worst cases in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from math import fsum

from drillsim.documents.campaign_report.report_context import JOURNAL, ReportContext
from drillsim.documents.campaign_report.value import (
    AlikeLine,
    Coverage,
    ImportanceLine,
    IndicesTable,
    Ledger,
    LedgerLine,
    SetGroup,
    SetLine,
    StepLine,
    VariantLine,
    WorstLine,
)
from drillsim.documents.campaign_rows import ChangeRow, FailureSetRow, ImportanceRow
from drillsim.documents.failure_words import Play, alike_sentence, cause_text, failure_text, limited_text
from drillsim.documents.figure_words import NOTHING, figure, share_text
from drillsim.documents.run_document import said
from drillsim.documents.wording import state_text

_MOST_NAMED = 6
"""Failures a sentence names."""
_ENDS = ("done", "failed", "timed_out", "skipped", "dropped")


def variants(told: ReportContext) -> tuple[VariantLine, ...]:
    """The given variants, the best first."""
    return tuple(
        VariantLine(
            name=each.variant,
            misses=figure(each.misses_a_year),
            misses_less=figure(each.misses_less),
            unserved_less=figure(each.unserved_kwh_less),
            better=each.cases_better,
            worse=each.cases_worse,
        )
        for each in told.document.best_changes
    )


def variants_note(told: ReportContext) -> str:
    """Return the variant that helps most, in words; or that none was given, or none helps."""
    found = told.document.best_changes
    if not found:
        return told.words("variants-none")
    if not _helps(found[0]):
        return told.words("variant-no-help")
    best = found[0]
    gain = told.words(
        "variant-gain", less=figure(best.misses_less), kwh=figure(best.unserved_kwh_less), better=best.cases_better,
        worse=best.cases_worse,
    )  # fmt: skip
    return told.words("variant-best", variant=best.variant, gain=gain)


def _helps(change: ChangeRow) -> bool:
    gains = (change.misses_less or 0.0, change.unserved_kwh_less or 0.0)
    return any(gain > 0 for gain in gains) or change.cases_better > change.cases_worse


def sets(told: ReportContext) -> tuple[SetGroup, ...]:
    """Failure sets by order, as sentences, those that break the same limits together; those of which nobody could mend
    anything are counted elsewhere."""
    alike: dict[tuple[int, tuple[str, ...]], list[FailureSetRow]] = {}
    for row in told.document.failure_sets:
        if not row.trivial:
            alike.setdefault((row.order, tuple(row.breaks)), []).append(row)
    numbered = enumerate(alike.values(), start=1)
    return tuple(
        SetGroup(title=told.words("sets-order", n=order), lines=tuple(_set(told, *each) for each in found))
        for order, found in groupby(numbered, key=lambda each: each[1][0].order)
    )


def trivial_note(told: ReportContext) -> str:
    """Return the number of failures that only darken what hangs on what failed itself, in words; empty where there are
    none."""
    n = sum(each.trivial for each in told.document.failure_sets)
    return told.words("sets-trivial", n=n) if n else ""


def _set(told: ReportContext, number: int, rows: Sequence[FailureSetRow]) -> SetLine:
    first, *others = rows
    return SetLine(
        number=number,
        order=first.order,
        sentence=said(first.text, told.lang),
        members=_ids(first),
        breaks=tuple(limited_text(told.things, each) for each in first.breaks),
        alike=tuple(AlikeLine(sentence=_alike(told, each), members=_ids(each)) for each in others),
    )


def _ids(row: FailureSetRow) -> str:
    return " + ".join(row.members)


def _alike(told: ReportContext, row: FailureSetRow) -> str:
    return alike_sentence(told.things, row, Play(told.document.draws, len(told.document.hours)))


def importance(told: ReportContext) -> tuple[ImportanceLine, ...]:
    """Every failure's importance, in the document's order."""
    return tuple(_importance(told, each) for each in told.document.importance)


def _importance(told: ReportContext, row: ImportanceRow) -> ImportanceLine:
    return ImportanceLine(
        failure=failure_text(told.things, row.id),
        id=row.id,
        group=told.row(row.group),
        fussell_vesely=share_text(row.fussell_vesely),
        birnbaum=figure(row.birnbaum),
        raw=figure(row.raw),
        rrw=told.words("infinite") if row.rrw is None else figure(row.rrw),
    )


def coverage(told: ReportContext) -> Coverage:
    """Steps by how they ended, and what was never exercised."""
    found = told.document.coverage
    ends = tuple(dict.fromkeys((*_ENDS, *(end for counts in found.steps.values() for end in counts))))
    cards = {step.id: card.id for card, step in told.dossier.plan.steps()}
    return Coverage(
        states=tuple(state_text(told.lang, end) for end in ends),
        steps=tuple(_steps(told, ends, cards)),
        never_reached=tuple(_never(told, each, cards) for each in found.never_reached),
        never_done=tuple(_never(told, each, cards) for each in found.never_done),
        cards_never_active=tuple(told.things.called(each) for each in found.cards_never_active),
    )


def _never(told: ReportContext, step: str, cards: Mapping[str, str]) -> str:
    """The step with its card and its whole text."""
    return told.words("never-line", card=cards.get(step, ""), id=step, text=told.things.names.of(step)).strip()


def _steps(told: ReportContext, ends: tuple[str, ...], cards: Mapping[str, str]) -> Iterator[StepLine]:
    for step, counts in told.document.coverage.steps.items():
        named = told.things.names.of(step)
        yield StepLine(
            id=step,
            text="" if named == step else named,
            card=cards.get(step, ""),
            counts=tuple(str(counts.get(end, "")) for end in ends),
            reached=bool(counts),
        )


def importance_none(told: ReportContext) -> str:
    """Return the reason nothing is said of importance: no limit was missed, or only where nobody knows how often."""
    return told.words("importance-unrated" if _any_missed(told) else "importance-none")


def ledger_none(told: ReportContext) -> str:
    """Return the reason the ledger is empty."""
    return told.words("ledger-unrated" if _any_missed(told) else "ledger-none")


def indices_none(told: ReportContext) -> str:
    """Return the reason there are no indices: no rate at all, or failures without one that interrupt a load."""
    found = told.document.not_in_indices
    if not found:
        return told.words("indices-none" if told.document.order else "indices-no-failures")
    shown = [failure_text(told.things, each) for each in found[:_MOST_NAMED]]
    more = told.words("and-others") if len(found) > _MOST_NAMED else ""
    return told.words("indices-unrated", n=len(found), list=told.words("comma").join(shown) + more)


def _any_missed(told: ReportContext) -> bool:
    return any(row.missed_cases for row in (*told.document.loads, *told.document.functions))


def ledger(told: ReportContext) -> Ledger:
    """Causes by what they cost, with the sums."""
    rows = told.document.ledger
    return Ledger(
        per=told.words("ledger-a-year" if told.document.weighed else "ledger-all-runs"),
        lines=tuple(
            LedgerLine(
                cause=cause_text(told.things, each.cause),
                id=each.cause,
                late_min=figure(each.late_min),
                kwh=figure(each.unserved_kwh),
            )
            for each in rows
        ),
        late_min=figure(fsum(each.late_min for each in rows)),
        kwh=figure(fsum(each.unserved_kwh for each in rows)),
    )


def indices(told: ReportContext) -> IndicesTable | None:
    """Supply indices of the whole and of each load."""
    found = told.document.indices
    if found is None:
        return None
    system = {
        "saifi": figure(found.saifi, 4),
        "saidi": figure(found.saidi_h, 4),
        "caidi": figure(found.caidi_h, 4),
        "asai": NOTHING if found.asai is None else _below_one(found.asai),
        "ens": figure(found.ens_kwh, 4),
        "maifi": figure(found.maifi, 4),
    }
    return IndicesTable(
        system=tuple((told.words(f"index-{name}"), value) for name, value in system.items()),
        load_points=tuple(
            (told.things.called(each.id), each.id, figure(each.failures_per_year, 4), figure(each.hours_per_year, 4))
            for each in found.load_points
        ),
    )


def _below_one(share: float) -> str:
    """Six digits, and no 1 for what is only nearly so."""
    words = f"{share:.6f}"
    return "> 0.999999" if share < 1 and float(words) == 1 else words


def worst(told: ReportContext) -> tuple[WorstLine, ...]:
    """The cases whose journals are kept, with the way to them."""
    return tuple(
        WorstLine(
            number=number,
            case=told.case(each.case),
            case_id=each.case,
            draw=each.draw,
            subject=told.things.called(each.subject),
            outage=told.outage(each.outage_ms, is_open=each.open),
            late=told.outage(each.late_ms, is_open=each.open),
            report=f"{each.folder}/report.html",
            journal=f"{each.folder}/{JOURNAL}",
        )
        for number, each in enumerate(told.document.worst, start=1)
    )

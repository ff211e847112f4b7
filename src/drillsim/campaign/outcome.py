"""The part of one run a campaign keeps: how long each load and function was without, and what was exercised.

Everything is an integer or an id, so sums are exact and rows are the same bytes wherever they were worked out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from drillsim.campaign.runner import Subject
from drillsim.findings import Entry, Interruption, doubt_of, interruptions, ledger, unserved_w_ms
from drillsim.journal import Journal
from drillsim.schema import Case, base_name

VERDICTS = ("met", "missed", "not_tested", "cannot_say")
"""Verdicts by number, as rows hold them."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One run. Tuples have one entry a subject."""

    status: str
    """completed, stopped, not_applicable or failed."""
    outage_ms: tuple[int, ...]
    """Longest single interruption."""
    open: tuple[int, ...]
    """1 where that one was still open when the run ended, so that it is longer than what is known of it."""
    total_ms: tuple[int, ...]
    """All interruptions together."""
    interruptions: tuple[int, ...]
    """Number of interruptions of each subject."""
    sustained: tuple[int, ...]
    """Number of them longer than the customer's `indices.sustained_above`."""
    sustained_ms: tuple[int, ...]
    """Those together."""
    unserved_w_ms: tuple[int, ...]
    """Energy not served, watt-milliseconds; 0 for functions."""
    verdicts: tuple[int, ...]
    """Verdicts on the interruption limits, as numbers of `VERDICTS`."""
    hazards: int
    harmed: int
    """Functions harmed."""
    events: int
    cards: tuple[str, ...]
    """Cards that became active, in order."""
    steps: tuple[str, ...]
    """`S10=done` for each step instance's end, in order; instances count under their step once."""
    ledger: tuple[Entry, ...]
    """Causes of each unserved energy and each late minute."""
    no_flow: tuple[str, ...] = ()
    """Buses of which the power flow could say nothing at some time, in the order of the network file."""


def outcome_of(
    case: Case, journal: Journal, subjects: tuple[Subject, ...], left_open: frozenset[str] = frozenset()
) -> Outcome:
    """Return the part of the run in `journal` the campaign keeps. `left_open`: subjects whose limit was not tested to
    the end, unless it was missed."""
    found: dict[tuple[str, str], Interruption] = {
        (each.kind, each.id): each for each in interruptions(case.dossier, journal)
    }
    judged = [found[each.kind, each.id] for each in subjects]
    above = case.dossier.customer.indices.sustained_above
    sustained = [[span.ms for span in each.spans if span.ms > above] for each in judged]
    unserved = unserved_w_ms(journal)
    return Outcome(
        status=str(journal.events[-1].data["status"]) if journal.complete else "failed",
        outage_ms=tuple(each.longest_ms for each in judged),
        open=tuple(int(_is_open(each)) for each in judged),
        total_ms=tuple(each.total_ms for each in judged),
        interruptions=tuple(len(each.spans) for each in judged),
        sustained=tuple(len(each) for each in sustained),
        sustained_ms=tuple(sum(each) for each in sustained),
        unserved_w_ms=tuple(unserved.get(each.id, 0) if each.kind == "load" else 0 for each in subjects),
        verdicts=tuple(
            VERDICTS.index("not_tested" if each.verdict == "met" and each.id in left_open else each.verdict)
            for each in judged
        ),
        hazards=sum(1 for _ in journal.of("hazard")),
        harmed=sum(1 for event in journal.of("function_changed") if event.data["state"] == "harmed"),
        events=len(journal.events),
        cards=tuple(str(event.data["card"]) for event in journal.of("card_active")),
        steps=_steps(journal),
        ledger=ledger(case, journal),
        no_flow=_no_flow(case, journal),
    )


def failed(subjects: tuple[Subject, ...]) -> Outcome:
    """A run that could not be carried out: nothing can be said of anything."""
    nothing = (0,) * len(subjects)
    unsaid = (VERDICTS.index("cannot_say"),) * len(subjects)
    return Outcome("failed", *(nothing,) * 7, unsaid, 0, 0, 0, (), (), ())


def not_applicable(subjects: tuple[Subject, ...]) -> Outcome:
    """A scenario whose targets the customer does not have."""
    return replace(failed(subjects), status="not_applicable")


def _is_open(found: Interruption) -> bool:
    """Return whether the last interruption is still open, and the longest."""
    return bool(found.spans) and found.spans[-1].open and found.spans[-1].ms >= found.longest_ms


def _no_flow(case: Case, journal: Journal) -> tuple[str, ...]:
    buses = doubt_of(journal).buses
    return tuple(row.name for row in case.dossier.network.bus if row.name in buses) if buses else ()


def _steps(journal: Journal) -> tuple[str, ...]:
    ended = (f"{base_name(event.data['step'])}={event.data['state']}" for event in journal.of("step_ends"))
    return tuple(dict.fromkeys(ended))

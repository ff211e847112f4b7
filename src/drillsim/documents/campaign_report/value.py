"""The report of a campaign as a value: everything worded in one language, nothing laid out.

It answers in this order: what was played and what was not, which limit is missed in which case, which variant helps
most, the smallest combinations that break the plan; then what is behind it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drillsim.texts import Lang

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectLine:
    """One load or function."""

    kind: str
    id: str
    name: str
    verdict: str
    mark: str
    word: str
    limit: str
    p_met: str
    interval: str
    p95: str
    worst: str
    case: str
    """The case in which it was worst, in words."""
    case_id: str
    report: str
    """Path of that case's own report, below the campaign's folder; empty where its journal was not kept."""
    missed_cases: int
    not_tested: int
    unserved: str
    library: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantLine:
    """One of the given variants."""

    name: str
    misses: str
    misses_less: str
    unserved_less: str
    better: int
    worse: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikeLine:
    """A failure set that breaks the same limits as the one it stands under."""

    sentence: str
    members: str
    """Ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLine:
    """The gravest failure set of those that break the same limits."""

    number: int
    order: int
    sentence: str
    members: str
    """Ids."""
    breaks: tuple[str, ...]
    """Everything whose limit it breaks, with its limit."""
    alike: tuple[AlikeLine, ...]
    """The other sets of as many members that break the same limits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetGroup:
    """The sets of one order, under its headline."""

    title: str
    lines: tuple[SetLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportanceLine:
    """One failure's importance."""

    failure: str
    id: str
    group: str
    fussell_vesely: str
    birnbaum: str
    raw: str
    rrw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One step of the plan and how it ended, in runs."""

    id: str
    text: str
    card: str
    counts: tuple[str, ...]
    """In the order of `Coverage.states`; empty for none."""
    reached: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The parts of the plan that were exercised, beside the picture."""

    states: tuple[str, ...]
    """Ways a step may end, in words."""
    steps: tuple[StepLine, ...]
    never_reached: tuple[str, ...]
    never_done: tuple[str, ...]
    cards_never_active: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """The cost of one cause."""

    cause: str
    id: str
    late_min: str
    kwh: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The causes that cost most."""

    per: str
    """A year, or all runs."""
    lines: tuple[LedgerLine, ...]
    late_min: str
    """Sum."""
    kwh: str
    """Sum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicesTable:
    """Supply indices."""

    system: Pairs
    load_points: tuple[tuple[str, str, str, str], ...]
    """Name, id, interruptions a year, hours a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorstLine:
    """A case whose journal is kept."""

    number: int
    case: str
    case_id: str
    draw: int
    subject: str
    outage: str
    late: str
    report: str
    """Path below the campaign's folder."""
    journal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignReport:
    """One campaign's report in one language. Tuples are in the order they are printed."""

    lang: Lang
    customer: str
    customer_class: str
    plan: str
    tone: str
    """met, missed or open."""
    conclusion: tuple[str, ...]
    played: Pairs
    """Facts of what was played, and how much."""
    subjects: tuple[SubjectLine, ...]
    """Protected loads and functions, worst first."""
    subjects_note: str
    judged: tuple[SubjectLine, ...]
    """Every load and function."""
    not_tested: tuple[str, ...]
    no_flow: tuple[str, ...]
    """Cases in which the power flow had no answer, with the buses."""
    variants: tuple[VariantLine, ...]
    variants_note: str
    sets: tuple[SetGroup, ...]
    sets_none: str
    """Reason there are none, where there are none."""
    trivial_note: str
    """Number of sets that are trivial and so not listed, in words; empty where none is."""
    curves_note: str
    importance: tuple[ImportanceLine, ...]
    coverage: Coverage
    ledger: Ledger
    indices: IndicesTable | None
    indices_note: str
    """Cases they are of, and cases in none of them, in words."""
    importance_none: str
    """Reason there is no importance, where there is none."""
    ledger_none: str
    """Reason the ledger is empty, where it is."""
    indices_none: str
    """Reason there are no indices, where there are none."""
    worst: tuple[WorstLine, ...]
    method: tuple[str, ...]
    not_exact: tuple[str, ...]
    disagreements: tuple[str, ...]
    disagreements_note: str
    """That there are none; empty where there are, or where there was nothing to compare."""
    facts: Pairs
    pictures: Mapping[str, str]
    """`exceedance`, `exceedance-2`, `importance`, `coverage` … as SVG."""

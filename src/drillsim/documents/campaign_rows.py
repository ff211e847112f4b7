"""The parts of a campaign's document. Fields are named as in `drillsim.campaign.result`, which they repeat."""

from __future__ import annotations

from typing import Literal

from drillsim.documents.run_document import Part, Said


class SubjectRow(Part):
    """One load or function over the cases that have a yearly frequency, each weighed by it."""

    kind: Literal["load", "function"] = "load"
    """load or function."""
    id: str
    """Its id."""
    protected: bool = True
    """It has a limit, so it stands on page one."""
    critical: bool = False
    """A missed limit weighs as severity A."""
    max_interruption_ms: int | None
    """Longest interruption allowed."""
    p_met: float | None
    """Chance that the limit is met when something goes wrong, over cases with a yearly frequency; null where nothing
    was judged, and where it would hide misses: where a case without a frequency misses the limit, or as 1 where
    anything does."""
    p_met_low: float | None
    """Lower end of the 95 % interval; what could not be judged counts as missed."""
    p_met_high: float | None
    """Upper end; what could not be judged counts as met."""
    p95_ms: int | None
    """Longest interruption that is not exceeded in 95 of 100 events; null where that would hide misses."""
    worst_ms: int
    """Longest interruption of all cases, with or without a frequency."""
    worst_open: bool = False
    """It was still open when its case ended: it lasts at least so long."""
    worst_case: str
    """The case in which it came about (`T1:short_circuit@night`, draw after `#`)."""
    exact_p_met: float | None = None
    """The same chance by enumeration, over the cases that could be enumerated; null where there are none."""
    missed_cases: int = 0
    """Cases in which the limit was missed in at least one draw."""
    missed_without_frequency: int = 0
    """Sets of failures whose yearly frequency is not known, which miss it though their events alone, where those have
    a frequency, do not always."""
    not_tested: int
    """Runs in which the limit could not be tested, or nobody can say."""
    unserved_kwh_a_year: float | None = None
    """Expected energy not served; null for functions and where no frequency is known."""
    library_p_met: float | None = None
    """Share of the scenarios in which the limit is met, each counted once."""
    curve: list[tuple[int, float]] = []
    """Interruption in ms, and how often a year one lasts longer; empty without frequencies."""


class FailureSetRow(Part):
    """A smallest combination that can break the plan: without any one of its members the limits are met."""

    order: int
    """Number of members."""
    members: list[str]
    """Ids of failures (`T1:short_circuit`)."""
    breaks: list[str]
    """Loads and functions whose limit is missed."""
    probability: float
    """Share of its draws and hours in which at least one of them is missed."""
    per_year: float | None = None
    """Number of times a year at least one of them is missed so; null where a member's rate is not known."""
    shares: list[float] = []
    """The share of draws and hours of each of `breaks`."""
    assumed: bool = False
    """`per_year` rests on a shipped rate that is not the customer's own."""
    critical: int = 0
    """Number of `breaks` that weigh as severity A."""
    trivial: bool = False
    """A bus or zone fails and only what hangs on it alone is broken: reports count it and do not list it."""
    hours: list[str] = []
    """Hours at which it breaks any of them, of those the campaign plays."""
    text: Said = ""
    """The same as a sentence."""


class ChangeRow(Part):
    """The changes one of the given variants makes, under the same cases and the same luck."""

    variant: str
    """Its label."""
    misses_a_year: float | None
    """Protected limits missed a year with it."""
    misses_less: float | None
    """Number of misses less than without."""
    unserved_kwh_less: float | None
    """Unserved energy less a year, kWh."""
    cases_better: int
    """Cases in which fewer limits are missed or they are exceeded by less."""
    cases_worse: int
    """Cases in which it is the other way round."""


class ImportanceRow(Part):
    """The importance of one failure for missing any protected limit."""

    id: str
    """Id of the failure (`T1:short_circuit`)."""
    group: str
    """Kind of failure (`element`, `person`, `step` …)."""
    fussell_vesely: float | None
    """Share of the yearly misses in which it takes part."""
    birnbaum: float | None
    """Misses a year if it always fails, less misses a year if it never does."""
    raw: float | None
    """Risk achievement worth: misses if it always fails ÷ misses as things are."""
    rrw: float | None
    """Risk reduction worth: misses as things are ÷ misses if it never fails; null where that is infinite."""


class CoverageRow(Part):
    """The parts of the plan that were exercised."""

    rows: list[str]
    """Groups of failures and scenarios, down."""
    cards: list[str]
    """Cards, across."""
    activated: list[list[int]]
    """Runs in which the card became active, by row and card."""
    steps: dict[str, dict[str, int]]
    """Runs by step and how it ended; empty for a step no case reached."""
    never_reached: list[str]
    """Steps no case reached."""
    never_done: list[str]
    """Steps that were reached and never carried out."""
    cards_never_active: list[str]
    """Cards no case activated."""


class LedgerRow(Part):
    """The cost of one cause over a year, or over all runs where no frequency is known."""

    cause: str
    """Cause it is booked to."""
    late_min: float
    """Minutes beyond protected limits."""
    unserved_kwh: float
    """Energy not served."""


class LoadPointRow(Part):
    """Supply indices of one load."""

    id: str
    """The load."""
    failures_per_year: float
    """Sustained interruptions a year."""
    hours_per_year: float
    """Hours of sustained interruption a year."""
    momentary_per_year: float = 0.0
    """Momentary interruptions a year."""


class IndicesRow(Part):
    """Supply indices of single failures with a yearly frequency (IEEE 1366)."""

    saifi: float
    """Sustained interruptions a load and year: longer than `indices.sustained_above` of customer.yaml."""
    saidi_h: float
    """Hours of sustained interruption a load and year."""
    caidi_h: float
    """Hours a sustained interruption."""
    asai: float | None
    """Share of the year with supply: 1 − SAIDI ÷ 8760; null where it would be 1 although some case misses a limit."""
    ens_kwh: float
    """Energy not supplied a year, in momentary interruptions too."""
    maifi: float | None = None
    """Momentary interruptions a load and year."""
    load_points: list[LoadPointRow]
    """The same of each load."""


class DisagreementRow(Part):
    """A subject whose exact answer lies outside the sampled interval."""

    subject: str
    """The load or function."""
    exact: float
    """Exact chance that its limit is met."""
    low: float
    """Lower end of the sampled 95 % interval."""
    high: float
    """Upper end."""


class WorstRow(Part):
    """A case whose journal is kept."""

    case: str
    """`<members>@<hour>`, or `<scenario>@<hour>`."""
    draw: int
    """Number of the draw of luck, from 0."""
    subject: str
    """The load or function it was worst for."""
    outage_ms: int
    """Time it was without, ms."""
    late_ms: int
    """By how much it exceeded its limit."""
    folder: str
    """Its run folder, below the campaign's."""
    open: bool = False
    """It was still open when its case ended: both are at least so long."""


class NoFlowRow(Part):
    """A case in which the power flow had no answer for a part of the network."""

    case: str
    """`<members>@<hour>`, or `<scenario>@<hour>`."""
    runs: int
    """Runs of it in which that was so."""
    buses: list[str]
    """Buses of which neither voltage nor loading is known."""


class HourRow(Part):
    """A time at which cases begin."""

    name: str
    """day, night, peak or shift-change."""
    time: int
    """Minutes after midnight."""
    load: str | None
    """Load situation."""


class RatesRow(Part):
    """The origin of the rates of events: elements, supplies, UPSs, zones."""

    stated: int = 0
    """Events whose rate the customer's files give."""
    assumed: int = 0
    """Events that count with a shipped rate."""
    missing: int = 0
    """Events without any."""


class ScenarioRow(Part):
    """A scenario that was played."""

    id: str
    """Its name."""
    title: Said
    """Its title."""


class CampaignEditionRow(Part):
    """The edition of the plan a campaign was played with; cases without a scenario begin on its first day."""

    name: str
    """Name of its file."""
    title: Said
    """Its occasion."""
    of: str
    """Version of the plan it belongs to."""
    first: str
    """First day."""
    until: str
    """Last day."""
    mode: str | None
    """Operating mode of its days."""
    outside: list[str]
    """Scenarios whose day is none of them."""

"""The answers of a campaign: values without prose, worked out of its rows and nothing else.

Shares and chances are numbers from 0 to 1; times are milliseconds unless the name says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectAnswer:
    """One load or function over the cases that have a yearly frequency, each weighed by it.

    A share is stated only where it hides nothing: neither where a set of failures without a frequency misses the limit,
    nor as 1 where anything at all misses it.
    """

    kind: str
    id: str
    protected: bool
    max_interruption_ms: int | None
    p_met: float | None
    """Chance that the limit is met when something goes wrong; None where nothing was judged, or where it would hide
    misses."""
    p_met_low: float | None
    """Lower end of the 95 % interval; what could not be judged counts as missed."""
    p_met_high: float | None
    """Upper end; what could not be judged counts as met."""
    p95_ms: int | None
    """Longest interruption that is not exceeded in 95 of 100 events; None where that would hide misses."""
    worst_ms: int
    """Longest interruption of all cases, with or without a frequency."""
    worst_open: bool = False
    """True where that one was still open when its case ended, so that it is longer than what is known of it."""
    worst_case: str
    """The case in which it came about (`T1:short_circuit@night`, draw after `#`)."""
    missed_cases: int
    """Cases, of all, in which the limit was missed in at least one draw."""
    missed_without_frequency: int = 0
    """Sets of failures whose yearly frequency is not known, which miss it though their events alone, where those have
    a frequency, do not always."""
    not_tested: int
    """Runs, of all, in which the limit could not be tested or nobody can say."""
    unserved_kwh_a_year: float | None
    """Expected energy not served; None for functions and where no frequency is known."""
    library_p_met: float | None = None
    """The same share over the scenarios of the library, each counted once."""
    curve: tuple[tuple[int, float], ...] = ()
    """Interruption in ms, and how often a year one lasts longer; at most 60 points, ascending. Empty without
    frequencies."""
    exact_p_met: float | None = None
    """The same chance by enumeration, over the cases that could be enumerated; None where there are none."""


@dataclass(frozen=True, slots=True)
class WorstCase:
    """A case whose journal is kept."""

    case: str
    """`<members>@<hour>`, or `<scenario>@<hour>`."""
    draw: int
    subject: str
    """The protected load or function it was worst for."""
    outage_ms: int
    late_ms: int
    """By how much it exceeded its limit."""
    folder: str
    """Folder below the campaign's that holds journal and inputs."""
    open: bool = False
    """True where the outage was still open when the case ended, so that both are more than what is known of them."""


@dataclass(frozen=True, slots=True)
class NoFlow:
    """A case in which the power flow had no answer for a part of the network: nothing is known of voltage there."""

    case: str
    """`<members>@<hour>`, or `<scenario>@<hour>`."""
    runs: int
    """Number of runs of those cases."""
    buses: tuple[str, ...]
    """In the order of the network file."""


@dataclass(frozen=True, slots=True)
class FailureSet:
    """A smallest combination that can break the plan: without any one of its members the limit is met."""

    members: tuple[str, ...]
    """Ids of failures."""
    breaks: tuple[str, ...]
    """Loads and functions whose limit is missed, none of which a smaller part of the set breaks."""
    probability: float
    """Share of its draws and hours in which at least one of them is missed."""
    per_year: float | None
    """Number of times a year at least one of them is missed so; None where a member's rate is not known."""
    shares: tuple[float, ...] = ()
    """The share of draws and hours of each of `breaks`."""
    assumed: bool = False
    """True where `per_year` rests on a shipped rate that is not the customer's own."""
    critical: int = 0
    """Number of `breaks` that weigh as severity A."""
    trivial: bool = False
    """A bus or zone fails and only what hangs on it alone is broken, which no plan can mend: counted, not listed."""
    hours: tuple[str, ...] = ()
    """Hours at which it breaks any of them, of those the campaign plays."""

    @property
    def order(self) -> int:
        return len(self.members)


@dataclass(frozen=True, slots=True)
class Importance:
    """The importance of one failure (of a device, person, step) for missing any protected limit."""

    id: str
    group: str
    fussell_vesely: float | None
    """Share of the yearly misses in which it takes part."""
    birnbaum: float | None
    """Misses a year if it always fails, less misses a year if it never does."""
    raw: float | None
    """Risk achievement worth: misses if it always fails ÷ misses as things are."""
    rrw: float | None
    """Risk reduction worth: misses as things are ÷ misses if it never fails; None where that is infinite."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The parts of the plan that were exercised."""

    rows: tuple[str, ...]
    """Groups of failures and library scenarios, down."""
    cards: tuple[str, ...]
    """Cards, across."""
    activated: tuple[tuple[int, ...], ...]
    """Runs in which the card became active, by row and card."""
    steps: Mapping[str, Mapping[str, int]]
    """Runs by step and how it ended (done, failed, timed_out, skipped, dropped); a step no case reached is empty."""
    never_reached: tuple[str, ...]
    """Steps no case reached."""
    never_done: tuple[str, ...]
    """Steps that were reached and never carried out."""
    cards_never_active: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """The cost of one cause over a year, or over all runs where no frequency is known."""

    cause: str
    late_min: float
    unserved_kwh: float


@dataclass(frozen=True, slots=True)
class Change:
    """The changes one of the given variants makes, under the same cases and luck."""

    variant: str
    misses_a_year: float | None
    """Protected limits missed a year with it."""
    misses_less: float | None
    """Number of misses less than without."""
    unserved_kwh_less: float | None
    cases_better: int
    cases_worse: int


@dataclass(frozen=True, slots=True)
class LoadPoint:
    """Supply indices of one load."""

    id: str
    failures_per_year: float
    """Sustained interruptions."""
    hours_per_year: float
    """Hours of sustained interruptions a year."""
    momentary_per_year: float = 0.0
    """Momentary interruptions."""


@dataclass(frozen=True, slots=True)
class Indices:
    """Supply indices of single failures with a yearly frequency (IEEE 1366; Billinton & Allan)."""

    saifi: float
    saidi_h: float
    caidi_h: float
    asai: float | None
    """None where it would be 1 although some case, without a rate or of several failures, misses a limit."""
    ens_kwh: float
    maifi: float
    load_points: tuple[LoadPoint, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A subject whose exact answer lies outside the sampled interval."""

    subject: str
    exact: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignResult:
    """Everything a campaign answers."""

    customer: str
    cases: int
    """Cases counted before anything was left out."""
    played_cases: int
    runs: int
    """Runs in the table, copies of equal runs included."""
    draws: int | None = None
    """Draws of luck a case over all batches, 0 where none was sampled; None: those of one batch."""
    weighed: bool = True
    """Cases are weighed by their yearly frequency; False where none has one: then nothing is a share or a year's."""
    left_out: int
    """Cases left out as known to change nothing."""
    failed_runs: int
    """Runs that could not be carried out; their verdicts are cannot_say."""
    loads: tuple[SubjectAnswer, ...]
    """Worst first."""
    functions: tuple[SubjectAnswer, ...]
    failure_sets: tuple[FailureSet, ...]
    """Fewest members first, then by harm: what is critical, how much is broken, how often; what is trivial last."""
    best_changes: tuple[Change, ...] = ()
    importance: tuple[Importance, ...] = ()
    coverage: Coverage
    ledger: tuple[LedgerRow, ...] = ()
    """Greatest first; sums to the total exactly."""
    indices: Indices | None = None
    exact: bool = False
    weight_left: float = 0.0
    """Weight of branches an exact answer left open; 1 where nothing was exact."""
    not_exact: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Cases that cannot be enumerated, with the durations that are drawn."""
    disagreements: tuple[Disagreement, ...] = ()
    worst: tuple[WorstCase, ...] = ()
    """Worst first."""
    no_flow: tuple[NoFlow, ...] = ()
    """Cases in which the power flow had no answer, in the order of play; the first 100."""
    no_flow_cases: int = 0
    """Number of cases without an answer of the power flow."""
    no_flow_buses: tuple[str, ...] = ()
    """The buses concerned in any of them, in the order of the network file."""
    without_frequency: int = 0
    """Sets of failures whose yearly frequency is not known, by hour; they count in no share and in nothing a year."""
    missed_without_frequency: int = 0
    """Those of them in which a protected limit is missed that no case with a frequency accounts for."""
    missed_by_assumed_chance: int = 0
    """Those of these whose frequency would be known if the shipped chances on demand held: runs do not draw them."""
    scenario_cases: int = 0
    """Scenarios by hour; they have no frequency either."""
    missed_scenario_cases: int = 0
    """Those of them in which a protected limit is missed."""
    not_in_indices: tuple[str, ...] = ()
    """Single events without a rate that interrupt a load: with any, there are no indices."""

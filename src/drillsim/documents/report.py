"""The report as a value: everything worded in one language, nothing laid out.

Page one answers the reviewer in this order: may we rely on the plan, which load or function is how long without, what
are the worst weak points and what changes in which clause, which wait cost most, what was not tested. The rest of the
report is for those who want to check.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drillsim.documents.pictures.canvas import Drawn
from drillsim.texts import Lang

GAINS = "gains"
"""Picture of what the changes bring: it stands with them."""
MARKS = {"met": "✔", "missed": "✘", "not_tested": "○", "cannot_say": "?"}
"""A verdict's symbol, beside its word: colour is never the only carrier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """One protected load or function."""

    kind: str
    id: str
    name: str
    limit: str
    outage: str
    """Longest interruption."""
    verdict: str
    mark: str
    word: str
    why: str
    total: str = ""
    outages: int = 0
    unserved: str = ""
    endurance: str = ""
    endurance_mark: str = ""
    cause: str = ""
    """The worst cause that may have cost it its limit, by code and title; empty where none was missed."""
    limit_ms: int | None = None
    outage_ms: int | None = None
    """None where nothing was played."""
    total_ms: int = 0
    unserved_kwh: float = 0.0
    names: tuple[str, ...] = ()
    """On page one: everything of which the line says the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeakPoint:
    """One finding with the change that answers it best."""

    number: int
    severity: str
    grade: str
    """The severity in words: `A`, or that it is at most that, where the journal alone has judged."""
    code: str
    title: str
    text: str
    subject: str
    clause: str
    evidence: str
    """Lines of the journal."""
    seqs: tuple[int, ...] = ()
    """Events it rests on, all of them."""
    step: str = ""
    """Step it is about; empty for one that is about something else."""
    change: str = ""
    change_id: str = ""
    change_word: str = ""
    change_number: int = 0
    """Its number among the changes to make first; 0 for one that is not among them."""
    owner: str = ""
    gain: str = ""
    others: int = 0
    """Further causes of the same code."""
    depth: int = 0
    """0: a cause; 1: what followed from the cause above it."""
    under: str = ""
    """Consequences of a cause, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One recommendation."""

    id: str
    codes: str
    clause: str
    old: str
    new: str
    owner: str
    seqs: tuple[int, ...]
    """Events it rests on."""
    due: str
    """Day from the register, or that the meeting sets one."""
    kind: str
    verdict: str
    mark: str
    word: str
    reason: str
    measures: tuple[tuple[str, str, str], ...]
    """Measure, before, after."""
    assumed: str
    """Figure or state the proof rests on, where training or a purchase is assumed to bring it."""
    cost: str
    """Empty where the customer does not say."""
    sentence: str
    gain: str
    """Who gains most and by how much; empty when nothing was measured."""
    proof: str
    """Path of the proving run within the run folder; empty when there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Costliest:
    """The wait that cost most."""

    step: str
    text: str
    clause: str
    who: str
    reason: str
    on: str
    ms: str
    cost: str
    """By how much the worst outage shrinks without it."""
    answer: str
    """The proved change that shortens it: id, clause, wording, gain; or that there is none yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One step instance."""

    who: str
    step: str
    text: str
    clause: str
    ready: str
    started: str
    finished: str
    state: str
    waits: tuple[str, ...]
    times_ms: tuple[int | None, int | None, int | None] = (None, None, None)
    """Ready, started, finished."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """One event somebody rests a weak point, a change or a hazard on."""

    seq: int
    line: int
    """Its line in journal.jsonl."""
    t_ms: int
    moment: str
    text: str
    of: str
    """Numbers of the weak points and ids of the supported changes that rest on it; the other changes counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseLine:
    """One clause of the plan this report speaks of."""

    clause: str
    card: str
    text: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverBegunLine:
    """One step of an active card that never began."""

    clause: str
    step: str
    text: str
    who: str
    held: str
    """The one reason that held it longest, and for how long."""
    needed: str
    """Event that would have had to happen, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One expectation of the scenario."""

    name: str
    expected: str
    found: str
    held: bool | None
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The source of a code of this report, and that nobody checked it against the text of the standard."""

    code: str
    title: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report in one language. Tuples are in the order they are printed."""

    lang: Lang
    head: str
    """Running head of every page: customer, plan and version."""
    customer: str
    customer_class: str
    plan: str
    plan_change: str
    """The draft it becomes."""
    scenario: str
    scenario_id: str
    start: str
    horizon: str
    status: str
    warning: str
    """Reason the run is not whole; empty for a completed run."""
    conclusion: tuple[str, ...]
    grade: str
    """Grade proposed on both scales, or the reason there is none."""
    sure: tuple[str, ...]
    """How sure this is, and on which assumptions: the most telling first."""
    first: tuple[Change, ...]
    """The changes to make first: supported by re-running, the greatest gain first."""
    lights: tuple[Light, ...]
    """Protected loads and functions."""
    lines: tuple[Light, ...]
    """The same for page one, several in a line where they came out alike."""
    weak_points: tuple[WeakPoint, ...]
    top: tuple[WeakPoint, ...]
    """The ones on page one."""
    weak_note: str
    """Said where there are none."""
    costliest: Costliest | None
    costliest_note: str
    """Said in place of, or beside, the costliest wait."""
    not_tested: tuple[str, ...]
    expected: tuple[Expected, ...]
    expected_summary: str
    decisions: tuple[str, ...]
    """Changes the meeting has to decide on: money, people, settings."""
    adopt: str
    """The question whether the changes to make first are adopted; empty where there are none."""
    judged: tuple[Light, ...]
    """Every load and function."""
    changes: tuple[Change, ...]
    steps: tuple[StepLine, ...]
    never_begun: tuple[NeverBegunLine, ...]
    hazards: tuple[tuple[str, str, str], ...]
    """Moment, what, by whom in which step."""
    events: tuple[EventLine, ...]
    clauses: tuple[ClauseLine, ...]
    rules: tuple[Rule, ...]
    assumptions: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    """Seed, version, engine, digests."""
    pictures: Mapping[str, Drawn]
    """Stem of the file → picture, in the order in which they are read; none when the journal has no state to draw."""

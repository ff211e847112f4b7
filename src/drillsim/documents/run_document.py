"""The document of one run: what `run --json` prints and `run.json` keeps. Every report is written from it.

In `run.json` each text stands in both languages (`{zh: …, en: …}`); `spoken` makes it one string in the chosen one.
Times are integer milliseconds, null where there is none (a step that never began, a load without a limit).
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from drillsim.texts import LANGS, Lang

VerdictWord = Literal["met", "missed", "not_tested", "cannot_say"]


class Part(BaseModel):
    """A frozen part of the document; the docstring under each field becomes its schema text."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Both(Part):
    """One text in both languages."""

    zh: str
    """Chinese."""
    en: str
    """English."""


Said = Both | str
"""A text: both languages in `run.json`, one string where a language was chosen."""


class EnduranceRow(Part):
    """The judgement whether own supply lasts as long as the load needs."""

    verdict: VerdictWord
    lasts_ms: int | None
    """Time it lasts at the run's own burn, ms; null when that was not seen."""
    why: Said


class JudgedRow(Part):
    """One load or function judged."""

    id: str
    protected: bool
    """It has a limit, so it stands on page one."""
    max_interruption_ms: int | None
    """Longest interruption allowed."""
    outage_ms: int
    """Longest single interruption; gaps under 20 ms merge."""
    total_ms: int
    """All interruptions together."""
    outages: int
    """Number of outages."""
    open_at_end: bool
    """Still interrupted when the run ended."""
    unserved_kwh: float
    verdict: VerdictWord
    why: Said
    endurance: EnduranceRow | None


class WaitRow(Part):
    """One wait of a step."""

    reason: str
    ms: int
    on: list[str]
    """Things or people it waited for."""
    cost_ms: int | None
    """By how much the worst protected outage shrinks without the step's waits for this reason (all of them together),
    same luck; null when not computed."""


class StepRow(Part):
    """The course of one step instance."""

    card: str
    step: str
    by: list[str]
    """People, operator first."""
    state: str
    ready_ms: int | None
    started_ms: int | None
    finished_ms: int | None
    waits: list[WaitRow]


class NeverBegunRow(Part):
    """A step of an active card that never began."""

    card: str
    step: str
    """Step; where it is carried out for many, the instance that was held longest."""
    clause: str
    role: str
    """Role that was to do it."""
    state: str
    """State at the end."""
    reason: str
    """The one reason that held it longest: of a wait; or `condition` (its `when` was known not to hold), `refused`
    (its permit), `no_time` (its card was over before its turn)."""
    held_ms: int
    on: list[str]
    """Things it still waited for."""
    count: int
    """Instances of the step that never began."""
    needed: Said
    """Event that would have had to happen."""


class HazardRow(Part):
    """A hazard of the run."""

    hazard: str
    t_ms: int
    parts: list[str]
    step: str
    person: str
    device: str
    text: Said
    evidence: list[int]


class SubjectRow(Part):
    """The subject of a weak point."""

    kind: str
    """Kind of thing in the customer's files."""
    id: str
    """Its id."""


class FindingRow(Part):
    """A weak point."""

    code: str
    """Code of the weak point."""
    severity: Literal["A", "B", "C"]
    """Gravity: A, B or C."""
    severity_basis: Literal["", "journal", "counterfactual"] = ""
    """Basis of a wait's severity: `journal` is a bound read off this run, `counterfactual` was judged by the run
    without the wait."""
    severity_journal: Literal["A", "B", "C"] | None = None
    """The bound, where the run without the wait has judged."""
    subject: SubjectRow
    """Subject it is about."""
    clause: str
    """Clause of the plan it points to; empty when the plan has none."""
    facts: dict[str, Any]
    """Figures and ids its text is made of."""
    text: Said
    """The weak point in words."""
    evidence: list[int]
    """`seq` of the journal events it rests on."""


class GroupRow(Part):
    """One cause with what followed from it; positions in `findings`, from 0."""

    severity: Literal["A", "B", "C"]
    """The worst of them."""
    finding: int
    """The cause."""
    consequences: list[int]
    """Consequences, in the order in which they began."""
    endangers: list[str]
    """Limits any of them may have cost."""


class AssumedRow(Part):
    """Effect a training or purchase is assumed to bring; the proof rests on it."""

    file: str
    """File the figure stands in."""
    field: str
    """Dotted path of the figure."""
    unit: str
    """`yes_no`: 0 is not so, 1 is so."""
    now: float
    """The figure now; 0 where there is none yet."""
    assumed: float
    """The figure assumed."""
    vanishes_at: float | None
    """The figure at which nothing is gained any more; null when it was not looked for, and of `yes_no`."""
    basis: Said
    """Basis of the assumption."""


class CostRow(Part):
    """Cost of a change, by the customer's own table of costs."""

    amount: float
    """Amount in that currency."""
    currency: str
    """Currency of the table."""


class ShortenedRow(Part):
    """The wait a change should shorten."""

    step: str
    """Step that waits."""
    reason: str
    """Reason of the wait."""


class PlaceRow(Part):
    """The place of a proposed wording."""

    kind: Literal["clause", "new_clause", "roster", "resources", "settings", "equipment", "training", "agreement"]
    """Kind of place: a clause, or where staff, settings and purchases stand."""
    clause: str
    """The clause, for wording of the plan; empty where it has none."""
    after: str
    """For a new clause: the one behind which it stands."""


class GainRow(Part):
    """One protected load or function that a change helps, times in ms."""

    subject: str
    """Load or function."""
    what: Literal["interruption", "endurance"] = "interruption"
    """The longest interruption, or how long its own supply lasts."""
    limit_ms: int | None
    """Limit that is permitted, or asked for, ms; null where only harm is stated."""
    before_ms: int
    """Time before the change, ms."""
    after_ms: int
    """Time after it, ms."""


class KeptRow(Part):
    """The number of safety acts, reports and warnings of the run as it was that are done after the change too."""

    acts: int
    """Safety acts."""
    reports: int
    """Reports to the other side, or to whoever gives orders."""
    warnings: int
    """Warnings to people of the own side."""


class RecommendationRow(Part):
    """A proposed change of the plan, in the review meeting's form."""

    id: str
    """Id; the name of its proof folder."""
    codes: list[str]
    """Weak points it answers."""
    subject: str
    """Subject of the first of them."""
    place: PlaceRow | None = None
    """Place of its wording; null in older runs."""
    clause: str
    """Clause it changes, or behind which a new one stands; empty when the plan has none."""
    old: Said
    """Wording now; empty when the clause is missing."""
    new: Said
    """Wording proposed."""
    owner: str
    """Side that has to do it: customer, utility or both."""
    kind: Literal["paper", "setting", "staffing", "training", "purchase"]
    """Means it takes."""
    verdict: Literal["proposed", "rejected", "untested"]
    """`proposed` by re-runs, `rejected` by one, or `untested`."""
    before: dict[str, Any] | None
    """The same run before the change; null when untested."""
    after: dict[str, Any] | None
    """The same run after the change, same luck."""
    reason: Said
    """Reason it is proposed, rejected or untested."""
    wait: ShortenedRow | None = None
    """Wait it is to shorten; null where it is about none."""
    assumed: AssumedRow | None = None
    """Effect its proof assumes; null where it assumes none."""
    rank: int | None = None
    """Place among the proposed changes, 1 for the first; null of all others, and in older runs."""
    cost: CostRow | None = None
    """Its cost; null where the customer does not say, and in older runs."""
    gain: list[GainRow] = []
    """Subjects that gain, safety-critical ones first; empty when untested, and in older runs."""
    kept: KeptRow | None = None
    """Safety acts, reports and warnings done as before; null when untested, and in older runs."""
    evidence: list[int]
    """`seq` of the journal events it rests on."""


class NotTestedRow(Part):
    """Something this run says nothing about."""

    code: str
    ids: list[str]
    """Ids it is about."""
    text: Said


class ExpectationRow(Part):
    """The expectation of the scenario for one load or function, and the result."""

    kind: Literal["load", "function"]
    id: str
    expected: VerdictWord
    found: VerdictWord
    held: bool | None
    """null where it was not tested or nobody can say."""


class ProofsRow(Part):
    """The progress of trying the changes by running again."""

    done: int
    of: int | None
    """Null where no change was looked for."""


class EditionRow(Part):
    """The edition of the plan it was played with."""

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
    outside: bool
    """The scenario's day is none of them."""


class RegisterPart(Part):
    """The weak points of the run, as `--register` has entered them."""

    file: str
    """Path of the register."""
    added: list[str]
    """Numbers of entries for weak points nobody had entered."""
    back: list[str]
    """Numbers of closed entries that are open again."""
    known: list[str]
    """Numbers of entries that were there and are not closed, or are rejected."""


class RunDocument(Part):
    """One run: what happened, how it is judged, what is weak, what should change, what was not tested."""

    format: Literal[1] = 1
    customer: str
    scenario: str
    seed: int
    status: Literal["completed", "incomplete", "not_applicable"]
    loads: list[JudgedRow]
    functions: list[JudgedRow]
    steps: list[StepRow]
    """One row an instance, in the order in which they first appear."""
    never_begun: list[NeverBegunRow] = []
    """Steps of active cards that were due and never began, in the order of the plan."""
    hazards: list[HazardRow]
    findings: list[FindingRow]
    """Worst first."""
    groups: list[GroupRow] = []
    """The same findings, each once: a cause with its consequences under it, the worst first."""
    recommendations: list[RecommendationRow]
    """Proposed by gain, then untested, then rejected."""
    expectations: list[ExpectationRow]
    not_tested: list[NotTestedRow]
    proofs: ProofsRow | None = None
    """Until `done` equals `of` the severities of waits are bounds and changes may be missing; null in older runs."""
    edition: EditionRow | None = None
    """null where it was played with the plan as it always holds."""
    run_dir: str | None = None
    """Path of the run's folder; not in `run.json` itself."""
    entered: RegisterPart | None = None
    """Entries the register took; not there without `--register`, and not in `run.json` itself."""


def stored(document: RunDocument) -> dict[str, Any]:
    """The document as `run.json` holds it: both languages, no `run_dir` and no `entered`."""
    return document.model_dump(mode="json", exclude={"run_dir", "entered"})


def spoken(document: RunDocument, lang: Lang) -> dict[str, Any]:
    """The document as `run --json` prints it: every text one string in `lang`."""
    unasked = set() if document.entered else {"entered"}
    found = in_one(document.model_dump(mode="json", exclude=unasked), lang)
    assert isinstance(found, dict)
    return found


def run_schema() -> dict[str, Any]:
    """JSON Schema of the document, both forms."""
    return RunDocument.model_json_schema()


def said(value: Said, lang: Lang) -> str:
    """A text in `lang`."""
    return value if isinstance(value, str) else (value.zh if lang == "zh" else value.en)


def in_one(value: object, lang: Lang) -> object:
    """`value` with every text in both languages made one string in `lang`."""
    if isinstance(value, dict):
        if value.keys() == set(LANGS) and all(isinstance(words, str) for words in value.values()):
            return value[lang]
        return {key: in_one(each, lang) for key, each in value.items()}
    return [in_one(each, lang) for each in value] if isinstance(value, list) else value

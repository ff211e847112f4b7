"""A recommendation: one change of one clause, with its reason, its owner and the proof by running again.

Values without prose, but for the wordings: what the plan says now and what it would say, in the plan's languages.
Reasons are text ids with facts (`Told`), rendered at the edge. Durations in facts are milliseconds under names that
end in `_ms`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from drillsim.files import Edit
from drillsim.schema import NO_WORDS, PlaceKind, Thing, Words
from drillsim.schema import ChangeKind as Kind
from drillsim.schema import ChangeOwner as Owner

KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order in which a meeting prefers them."""
Judgement = Literal["proposed", "rejected", "untested"]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence by its text id and facts."""

    text: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileEdit:
    """One edit of `customer.yaml`, `site.yaml` or `plan.yaml`."""

    file: str
    edit: Edit


@dataclass(frozen=True, slots=True)
class Place:
    """The place of the proposed wording. Staffing, settings and purchases never stand in a step's clause."""

    kind: PlaceKind
    clause: str = ""
    """The clause, for wording of the plan; empty where it has none."""
    after: str = ""
    """For a new clause: the one behind which it stands."""


@dataclass(frozen=True, slots=True)
class SubjectGain:
    """One protected load or function that a change helps, times in ms."""

    subject: str
    what: Literal["interruption", "endurance"]
    """The longest interruption, or how long its own supply lasts."""
    limit_ms: int | None
    """Limit that is permitted, or asked for, ms; None where only harm is stated."""
    before_ms: int
    after_ms: int


@dataclass(frozen=True, slots=True)
class Kept:
    """The number of safety acts, reports and warnings of the run as it was that are done after the change too."""

    acts: int
    reports: int
    warnings: int


Unit = Literal["s", "kw", "kwh", "kva", "l", "l_per_min", "m", "percent", "persons", "count", "yes_no"]
COUNTED: tuple[Unit, ...] = ("persons", "count")
"""Units of which there are whole ones only."""


@dataclass(frozen=True, slots=True)
class AssumedEffect:
    """Effect that training or a purchase is assumed to bring, and the proof rests on: a figure, or something that is
    so."""

    file: str
    field: str
    """Dotted path of the figure: one that is there, or one in an entry that an edit adds."""
    unit: Unit
    """`yes_no`: 0 is not so and 1 is so; what stands elsewhere, or is fed from elsewhere."""
    now: float
    """0 where there is none yet."""
    assumed: float
    vanishes_at: float | None = None
    """The figure at which nothing is gained any more; None when it was not looked for, and of `yes_no`."""
    basis: str = ""
    """Text id (`revision-basis-…`) of what the assumption rests on."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Cost of a change, by the customer's own table of costs."""

    amount: float
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """One proposed change. `edits` empty: for the meeting to work out, never re-run."""

    id: str
    """`<code>-<subject>-<what>`, letters, digits, `-`, `_`, `.` only; the name of its proof folder."""
    codes: tuple[str, ...]
    """Weak points it answers, the one it was made for first."""
    subject: str
    """Subject of that weak point."""
    answers: tuple[tuple[str, str], ...] = ()
    """Code and subject of every weak point it answers."""
    place: Place
    """Place of its wording."""
    clause: str
    """Clause it changes; the clause behind which a new one stands; empty when the plan has none, and for what is no
    wording of a clause."""
    old: Words = NO_WORDS
    """Wording now; empty when the clause is missing."""
    new: Words
    """Wording proposed, in the plan's languages."""
    owner: Owner
    kind: Kind
    steps: tuple[str, ...] = ()
    """Steps it is about."""
    wait: tuple[str, str] | None = None
    """Step and reason of the wait it should shorten."""
    evidence: tuple[int, ...] = ()
    """`seq` of journal events of the run as it was."""
    edits: tuple[FileEdit, ...] = ()
    assumed: AssumedEffect | None = None
    buys: Thing | None = None
    """Kind of thing that is bought or agreed; None for what is no purchase."""
    cost: Cost | None = None
    """Its cost; None where the customer's table of costs does not tell."""
    rank: int | None = None
    """Place among the proposed changes, 1 for the first; None of all others."""
    verdict: Judgement = "untested"
    before: Mapping[str, Any] | None = None
    """Measures of the run as it was (`revision.measure`); None when it was not re-run."""
    after: Mapping[str, Any] | None = None
    """The same after the change, same luck."""
    gain: tuple[SubjectGain, ...] = ()
    """Subjects that gain, safety-critical ones first."""
    kept: Kept | None = None
    """Acts done as before; None when it was not re-run."""
    reasons: tuple[Told, ...] = ()
    """Reasons: the weak point, then what running again showed."""


__all__ = [
    "COUNTED",
    "KINDS",
    "AssumedEffect",
    "Cost",
    "FileEdit",
    "Judgement",
    "Kept",
    "Kind",
    "Owner",
    "Place",
    "PlaceKind",
    "Recommendation",
    "SubjectGain",
    "Told",
    "Unit",
]

"""What a recommendation is: one change of one clause, with its reason, its owner and the proof by running again.

Values without prose, but for the wordings: what the plan says now and what it would say, in the plan's languages.
Reasons are text ids with facts (`Told`), rendered at the edge. Durations in facts are milliseconds under names that
end in `_ms`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from drillsim.files import Edit
from drillsim.schema import NO_WORDS, Words

Owner = Literal["customer", "utility", "both"]
Kind = Literal["paper", "setting", "training", "staffing", "purchase"]
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
class SubjectGain:
    """One protected load or function that a change helps, times in ms."""

    subject: str
    what: Literal["interruption", "endurance"]
    """The longest interruption, or how long its own supply lasts."""
    limit_ms: int | None
    """What is permitted, or asked for; None where only harm is stated."""
    before_ms: int
    after_ms: int


@dataclass(frozen=True, slots=True)
class Kept:
    """How many safety acts, reports and warnings of the run as it was are done after the change too."""

    acts: int
    reports: int
    warnings: int


@dataclass(frozen=True, slots=True)
class AssumedEffect:
    """A figure that training or a purchase is assumed to bring; the proof rests on it."""

    file: str
    field: str
    """Dotted path of the figure."""
    unit: str
    """`s` or `kwh`."""
    now: float
    assumed: float
    vanishes_at: float | None = None
    """The figure at which nothing is gained any more; None when it was not looked for."""
    basis: str = ""
    """Text id (`revision-basis-…`) of what the assumption rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """One proposed change. `edits` empty: for the meeting to work out, never re-run."""

    id: str
    """`<code>-<subject>-<what>`, letters, digits, `-`, `_`, `.` only; the name of its proof folder."""
    codes: tuple[str, ...]
    """Weak points it answers, the one it was made for first."""
    subject: str
    """What that weak point is about."""
    answers: tuple[tuple[str, str], ...] = ()
    """Code and subject of every weak point it answers."""
    clause: str
    """Clause it changes; the clause behind which a new one stands; empty when the plan has none."""
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
    verdict: Judgement = "untested"
    before: Mapping[str, Any] | None = None
    """Measures of the run as it was (`revision.measure`); None when it was not re-run."""
    after: Mapping[str, Any] | None = None
    """The same after the change, same luck."""
    gain: tuple[SubjectGain, ...] = ()
    """Who gains, safety-critical ones first."""
    kept: Kept | None = None
    """What is done as before; None when it was not re-run."""
    reasons: tuple[Told, ...] = ()
    """Why: the weak point, then what running again showed."""

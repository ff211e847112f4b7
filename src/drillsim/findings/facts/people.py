"""Facts of the weak points of people and communication."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from drillsim.findings.facts.base import Facts, Ids, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class P01(Facts):
    """Nobody of the role was there."""

    wait_ms: int
    at_ms: int
    people: Ids
    """Those waited for, or their role."""
    reason: Literal["nobody_on_duty", "comes_in", "far"]
    from_: str
    """Place they set out from; '' where nobody did."""
    who: str
    came: YesNo
    """`yes` where what was waited for came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class P02(Facts):
    """The one waited for was doing another step."""

    wait_ms: int
    at_ms: int
    people: Ids
    role: str
    pooled: YesNo
    """`yes` where any of several would have done."""
    came: YesNo
    """`yes` where what was waited for came."""
    other: str
    known: YesNo
    """`yes` where `other` is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class P03(Facts):
    """Calls nobody answered."""

    to: str
    calls: int
    channel: Ids
    """The ways tried, in their order."""
    answered: YesNo
    wait_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class P04(Facts):
    """The supply company was told late, or not at all."""

    late_ms: int
    told: YesNo
    due_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class P05(Facts):
    """Two cards moved one device one way and back."""

    first: str
    second: str
    cards: Ids
    after_ms: int
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class P06(Facts):
    """A certificate had run out."""

    role: str
    certificate: str
    held: YesNo
    """`yes` where they ever had one."""
    until: str
    """Its last day; '–' of somebody who never had one."""
    others: YesNo
    nobody_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class P07(Facts):
    """The plans of the two sides wait for each other."""

    kind: Literal["circle", "nobody_sends"]
    lost_ms: int
    waits_longest: str
    clauses: Ids
    sides: Ids
    awaited: str
    in_plan: Ids


@dataclass(frozen=True, slots=True, kw_only=True)
class P08(Facts):
    """A wait for something that was so, and never reached the person who waited."""

    kind: Literal["not_told", "not_reached", "passed", "interlock", "nobody_permits"]
    role: str
    what: Ids
    wait_ms: int
    so_ms: int
    """Time what they waited to hear of had been so when the wait ended, or at a stretch where it was so no more by
    then; 0 of an interlock and a permit."""
    at_ms: int
    began: YesNo

"""Facts of the weak points of the plan as a plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from drillsim.findings.facts.base import Facts, Ids, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class M01(Facts):
    """Loads with a limit were dark and no card was triggered."""

    loads: Ids
    outage_ms: int
    """The longest of theirs."""
    cards: int


@dataclass(frozen=True, slots=True, kw_only=True)
class M02(Facts):
    """A step failed and the plan says nothing for that case."""

    state: Literal["failed", "timed_out", "refused"]
    why: str
    at_ms: int
    stalled: Ids
    chain: Literal["stops", "ends"]


@dataclass(frozen=True, slots=True, kw_only=True)
class M03(Facts):
    """Longer than allowed."""

    what: Literal["step", "mtpd", "limit", "no_own_supply"]
    within_ms: int
    took_ms: int
    finished: YesNo
    at_ms: int
    """Time the limit was passed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class M04(Facts):
    """A step names another device than it operates, or none."""

    what: Literal["strange", "other", "silent"]
    numbers: str
    targets: str


@dataclass(frozen=True, slots=True, kw_only=True)
class M05(Facts):
    """A resource was waited for, or its agreement had run out."""

    what: Literal["waited", "expired"]
    resources: Ids
    wait_ms: int
    came: YesNo = "yes"
    """`yes` where what was waited for came."""
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class M06(Facts):
    """Several faults at once, and every card looks at one thing."""

    things: Ids
    count: int
    cards: Ids
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class M07(Facts):
    """A correction that stayed open, or did not hold."""

    issue: str
    state: Literal["overdue", "recurred", "reopened", "open"]
    what: str
    """`issue[<correction>]`: what is to be put right, in the customer's own words."""
    of_code: str
    coded: YesNo
    """`yes` where it names a code."""
    opened: str
    due: str
    """The day it was due, or closed; '–' where none is set."""
    days: int
    version: str = ""
    """Version of the plan in which it came back; empty of all others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class M08(Facts):
    """Two planned outages on one day."""

    first: Ids
    second: Ids
    day: str

"""Facts of the weak points of operation and safety."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from drillsim.findings.facts.base import Facts, Ids, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class O01(Facts):
    """Own supply was joined to a dead feeder."""

    hazard: Literal["back_feed"]
    parts: Ids
    person: str
    at_ms: int
    reason: Literal[""] = ""
    wait_ms: Literal[0] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class O02(Facts):
    """Load made or broken with what may not, a closing onto a fault, an earth or a notice."""

    hazard: Literal[
        "isolator_under_load",
        "closing_onto_fault",
        "closing_onto_earth",
        "earthing_live",
        "closing_tagged",
        "wrong_phase_sequence",
    ]
    parts: Ids
    person: str
    at_ms: int
    reason: Literal[""] = ""
    wait_ms: Literal[0] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class O03(Facts):
    """Two live systems, or parts of unlike voltage, were joined."""

    hazard: Literal["paralleling", "joining_unlike"]
    parts: Ids
    person: str
    at_ms: int
    reason: Literal[""] = ""
    wait_ms: Literal[0] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class O04(Facts):
    """Earthed or worked on without proof and earth."""

    hazard: Literal["earth_without_proof", "unsafe_work", "live_at_work"]
    parts: Ids
    person: str
    at_ms: int
    reason: Literal[""] = ""
    wait_ms: Literal[0] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class O05(Facts):
    """Operated without the permit, or waited for it."""

    parts: Ids
    person: str
    at_ms: int
    wait_ms: int
    hazard: Literal["without_permit", ""]
    reason: Literal["permit", "order", ""]
    came: YesNo = "yes"
    """`yes` where what was waited for came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class O06(Facts):
    """Operated without the second person, or waited for one."""

    hazard: Literal["without_supervisor", ""]
    parts: Ids
    person: str
    at_ms: int
    reason: Literal["nobody_on_duty", ""]
    wait_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class O07(Facts):
    """Not back to normal though the mains are."""

    what: Literal["none", "never", "stuck", "failed", "left_out", "short"]
    devices: Ids
    since_ms: int
    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class O08(Facts):
    """A step counted as done that had not worked."""

    what: Literal["believed", "unchecked"]
    devices: Ids
    at_ms: int

"""Facts of the weak points of automatic transfer, protection and displays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from drillsim.findings.facts.base import Facts, Ids, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class A01(Facts):
    """An automatic transfer switch did not get there."""

    reason: Literal["refused", "stuck", "disabled", "control_supply", "maloperates", "interlock"]
    device: str
    at_ms: int
    restored: YesNo
    took_ms: int
    """Until it was transferred, or the run ended."""
    dark_ms: int
    """The longest interruption behind it in that time."""
    hidden: YesNo = "no"
    """True where nothing went dark because batteries carried what hangs on it."""
    battery_ms: int = 0
    """How long a UPS behind it lived on its battery."""


@dataclass(frozen=True, slots=True, kw_only=True)
class A02(Facts):
    """A bus-tie transfer did not act."""

    reason: Literal[
        "disabled",
        "manual_opening",
        "not_charged",
        "vt_lost",
        "working_current",
        "refused",
        "working_source_not_open",
        "stuck",
        "oscillation",
        "control_supply",
        "maloperates",
        "interlock",
    ]
    device: str
    at_ms: int
    restored: YesNo
    took_ms: int
    """Until it acted, or the run ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class A03(Facts):
    """An automatic transfer closed onto a fault."""

    switch: str
    tripped: Ids
    element: str
    second_source: YesNo
    """`yes` where something upstream of the switch that had closed tripped."""
    after_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class A04(Facts):
    """Protection not selective, or selectivity assumed."""

    what: Literal["overtaken", "backup", "assumed"]
    devices: Ids
    failed: Ids
    """The devices that should have tripped."""
    after_ms: int = 0
    due_ms: int = 0
    current_a: int = 0
    element: str
    neighbours: YesNo = "no"
    """`yes` where others on the feeder lost supply by it."""
    neighbours_kw: int = 0
    neighbours_ms: int = 0
    feeder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class A05(Facts):
    """The equipment that let go in a dip."""

    breakers: int
    contactors: int
    devices: Ids
    left_percent: int
    for_ms: int
    took_ms: int
    """Until the last of them was closed or started again, or the run ended."""
    open: int
    """Number of them still off when the run ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class A06(Facts):
    """Motors that start together, loads that come back cold."""

    what: Literal["motors", "cold"]
    loads: Ids
    amount: int
    """kVA of the motors; kW the cold loads draw more than usual."""
    left_percent: int
    for_ms: int
    n: int
    struck: Ids
    hit: YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class A07(Facts):
    """A second interruption on the way back."""

    loads: Ids
    outage_ms: int
    at_ms: int
    switch: str


@dataclass(frozen=True, slots=True, kw_only=True)
class A08(Facts):
    """A control supply was lost."""

    cause: Literal["battery", "fault"]
    at_ms: int
    held_ms: int
    """Time its battery held."""
    lost_ms: int
    back: YesNo
    needing: Ids
    silent: Ids
    acted: YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class A09(Facts):
    """A display was dark while a step waited for what it shows, or a card was due and nobody knew."""

    what: Literal["step", "card"] = "step"
    step: str
    """The step that waited, or the card nobody started."""
    wait_ms: int
    dark_ms: int
    facts: Ids
    needs: Ids
    lost: YesNo
    """Out of order, not without supply."""

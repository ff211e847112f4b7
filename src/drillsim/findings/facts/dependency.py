"""Facts of the weak points of process dependency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from drillsim.findings.facts.base import Facts, Ids, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class D01(Facts):
    """Service came later than power."""

    power_after_ms: int
    service_after_ms: int
    gap_ms: int
    back: YesNo
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class D02(Facts):
    """Lost because cooling or ventilation was."""

    other: Ids
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class D03(Facts):
    """Lost because other functions were."""

    other: Ids
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class D04(Facts):
    """Switched off by a lost function though it had supply."""

    function: str
    at_ms: int
    outage_ms: int
    back: YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class D05(Facts):
    """A lift stood dark."""

    outage_ms: int
    at_ms: int
    planned: YesNo
    """`yes` where a step brings it down or frees people."""
    back: YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class D06(Facts):
    """The limit of harm was passed."""

    harms: str
    """`harm[<function>]`: who or what its limit is for, in the customer's own words."""
    after_ms: int
    at_ms: int
    stop: Literal["none", "late", "never_begun"]
    """Course of the safe stop."""

"""Facts of the weak points of own emergency supply."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from drillsim.findings.facts.base import Facts, Ids, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class G01(Facts):
    """A genset did not start."""

    attempts: int
    start: Literal["auto", "manual"]
    tried_ms: int
    ran: YesNo
    took_ms: int
    """From the call until it ran, or the run ended."""
    out: YesNo
    """`yes` where it was out of service from the beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class G02(Facts):
    """A running genset stopped by itself."""

    ran_ms: int
    at_ms: int
    cause: Literal["failed", "bad_fuel"]


@dataclass(frozen=True, slots=True, kw_only=True)
class G03(Facts):
    """A genset ran out of fuel."""

    ran_ms: int
    at_ms: int
    store: str


@dataclass(frozen=True, slots=True, kw_only=True)
class G04(Facts):
    """The pump of a fuel store stood still though it should have run."""

    pump: str
    reason: Literal["off", "no_power", "upstream_empty", "full", "unknown"]
    at_ms: int
    level_l: float
    """The lowest level afterwards."""
    mark_l: float
    """The level at which the pump starts."""
    above_l: float
    above: str
    """The store above; `none` where the pump takes from outside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class G05(Facts):
    """One zone took sources, transfers or boards with it."""

    lost: Ids
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class G06(Facts):
    """A genset was given more than its rating, or more at once than it takes."""

    what: Literal["overload", "step", "motors", "unstated"]
    rated_kw: float
    kw: float = 0.0
    limit_kw: float = 0.0
    kva: float = 0.0
    limit_kva: float = 0.0
    percent: int = 0
    """The step, of the rating."""
    tripped: YesNo = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class G07(Facts):
    """A genset ran below its least load for long."""

    kw: float
    percent: float
    least_percent: float
    lasted_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class G08(Facts):
    """A UPS battery was empty before its input was live again."""

    lasts_ms: int
    needed_ms: int
    back: YesNo
    load_kw: float
    loads: Ids
    percent: float
    """Part of the battery that age has left, per cent."""
    charged_percent: int
    """Charge of the battery when this discharge began, per cent."""
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class G09(Facts):
    """A UPS above its rating, or one that gave up by itself."""

    what: Literal["overload", "failed", "overheated"]
    because: str
    """Thing lost before the overload; for a UPS that grew too hot, the thing it needs."""
    known: YesNo | None = None
    """`yes` where `because` is known, for an overload."""
    kw: float
    rated_kw: float
    stopped: Literal["yes", "bypass", "no"]
    after_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class G10(Facts):
    """Own supply was out for repair when it was needed."""

    loads: Ids
    at_ms: int
    mains_away_ms: int
    """Time the mains were away for the load behind it that had them again first."""
    ran: YesNo
    """`yes` where it was started after all."""
    ran_after_ms: int
    """From the loss until then; 0 where it never ran."""


@dataclass(frozen=True, slots=True, kw_only=True)
class G11(Facts):
    """A safety-critical load that no own source can reach."""

    outage_ms: int
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class G12(Facts):
    """Others on the emergency system."""

    loads: Ids
    kw: float
    rated_kw: float
    percent: int
    longest_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class G13(Facts):
    """A mobile genset could not be connected."""

    why: Literal["plug", "cable", "not_here", "no_source", "no_box", "taken", "out_of_service"]
    vehicle: str
    plug: str
    needed_plug: str
    cable_m: float
    needed_cable_m: float


@dataclass(frozen=True, slots=True, kw_only=True)
class G14(Facts):
    """A set runs and feeds nobody."""

    how: Literal["run", "files"]
    breaker: str
    board: str
    loads: Ids
    at_ms: int
    idle_ms: int

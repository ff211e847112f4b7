"""Facts of the weak points of the supply from outside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from drillsim.findings.facts.base import Facts, Ids, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class S01(Facts):
    """One zone took all mains."""

    feeders: Ids
    """Ways in that run through it: feeders, or cables where fewer than two feeders do."""
    at_ms: int
    loads: int
    """Loads that had mains."""


@dataclass(frozen=True, slots=True, kw_only=True)
class S02(Facts):
    """The standby source was dead when the main one was lost."""

    main: str
    dead_before_ms: int
    since: Literal["start", "run"]
    """Dead from the start of the run, or since some moment in it."""
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class S03(Facts):
    """A line, transformer or feeder above its limit after a closing."""

    loading_percent: float
    limit_percent: float
    lasted_ms: int
    began: Literal["closing", "start"] = "closing"
    """True where a closing brought it about, or it was so from the beginning."""
    after: str
    """Cause that closed the switch: a step, or automatics."""
    switch: str
    limited: YesNo
    """`yes` where it may carry more for a time, which was used up."""
    allowed_ms: int
    disconnected: YesNo
    """`yes` where the supply company cut it off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class S04(Facts):
    """A bus outside its voltage band: its worst value."""

    vm_pu: float
    lasted_ms: int
    joined: str | None = None
    """The switch that joined what was live already, where one did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class S05(Facts):
    """Sets rated less than the safety-critical load with its margin."""

    gensets: Ids
    rated_kw: int
    load_kw: int
    due_kw: int
    percent: int
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class S06(Facts):
    """Switches stood otherwise than the operating mode says."""

    switches: Ids
    mode: str
    met: Ids
    """Steps that came upon them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class S07(Facts):
    """Own supply ended before the mains were back."""

    lasts_ms: int
    mains_away_ms: int
    back: YesNo
    loads: Ids


@dataclass(frozen=True, slots=True, kw_only=True)
class S08(Facts):
    """Nobody can say whether limits were kept."""

    cause: Literal["low", "overloaded", "no_flow"]
    limits: Ids
    """Loads and functions of whose limit nobody can say."""
    element: str
    """Element that was overloaded most; empty where nothing was, or nothing alone."""
    known: YesNo
    at_ms: int

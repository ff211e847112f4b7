"""The cases a campaign plays: chosen once, printed first, compared on resuming."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from drillsim.schema import LATE_MS, NORMAL, Dossier
from drillsim.units import MS_PER

HourName = Literal["day", "night", "peak", "shift-change"]
HOUR_NAMES: tuple[HourName, ...] = ("day", "night", "peak", "shift-change")
DAY = dt.date(2026, 7, 15)
"""The day of cases without a scenario of their own: a Wednesday in summer."""
BEFORE_CHANGE_MIN = 10
"""A case at shift change begins so many minutes before, so that the change falls into the response."""


@dataclass(frozen=True, slots=True)
class Hour:
    """A time at which cases begin."""

    name: HourName
    time: int
    """Minutes after midnight."""
    load: str | None
    """Load situation; None where the customer has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """One campaign's choice of cases and of luck."""

    order: int = 1
    """Failures at once: 1, 2 or 3; 0 plays the scenario library alone."""
    one_event: bool = False
    """Play each event alone and with one thing beside that does not go as planned (a state, a hidden failure), with
    `order` 2: no two events, and no state on a day on which nothing happens."""
    scenarios: tuple[str, ...] = ()
    """Scenarios of the library and of the customer that are played, by name."""
    hours: tuple[Hour, ...]
    draws: int = 20
    """Draws of luck a case, and of each further batch."""
    seed: int = 1
    prune: bool = True
    """Leave out what is known to change nothing."""
    limit: int | None = None
    """Play so many units at most."""
    target_error: float | None = None
    """Go on drawing, batch by batch, until the unserved energy of a year is known this well (relative)."""
    late_ms: int = LATE_MS
    """By how much a step is late that is late."""
    mode: str = NORMAL
    """Operating mode in which cases without a scenario of their own begin."""
    date: dt.date = DAY
    least_horizon_ms: int = 8 * MS_PER["h"]
    """Least time a case is watched, ms; longer where a repair takes longer."""


def hours_of(dossier: Dossier, names: tuple[HourName, ...]) -> tuple[Hour, ...]:
    """The hours asked for, with the customer's own load situations and shifts."""
    return tuple(_hour(dossier, name) for name in names)


def _hour(dossier: Dossier, name: HourName) -> Hour:
    if name == "shift-change":
        return Hour(name, _before_change(dossier), _situation(dossier, "day"))
    times: dict[str, int] = {"day": 10 * 60, "night": 2 * 60 + 30, "peak": 15 * 60}
    return Hour(name, times[name], _situation(dossier, name))


_WORDS = {"day": ("day", "白"), "night": ("night", "夜"), "peak": ("peak", "峰")}


def _situation(dossier: Dossier, name: Literal["day", "night", "peak"]) -> str | None:
    """The first situation called so; otherwise the one with the least demand by night, with the greatest else."""
    situations = dict.fromkeys(each for profile in dossier.site.profiles.values() for each in profile.percent)
    if not situations:
        return None
    named = next((each for each in situations if any(word in each for word in _WORDS[name])), None)
    if named is not None:
        return named
    demand = {each: _demand(dossier, each) for each in situations}
    return (min if name == "night" else max)(demand, key=demand.__getitem__)


def _demand(dossier: Dossier, situation: str) -> float:
    """Demand of all loads in a situation, MW."""
    total = 0.0
    for row in dossier.network.loads:
        facts = dossier.site.loads.get(row.name)
        profile = dossier.site.profiles[facts.profile] if facts and facts.profile else None
        total += row.p_mw * row.scaling * (profile.percent.get(situation, 100.0) if profile else 100.0)
    return total


def _before_change(dossier: Dossier) -> int:
    """Minutes after midnight, shortly before the change of shift that most people share (the earliest of equals)."""
    begins: dict[int, int] = {}
    for person in dossier.customer.people.values():
        for shift in person.shifts:
            at = shift.from_ % (24 * 60)
            begins[at] = begins.get(at, 0) + 1
    change = min(begins, key=lambda time: (-begins[time], time), default=8 * 60)
    return (change - BEFORE_CHANGE_MIN) % (24 * 60)

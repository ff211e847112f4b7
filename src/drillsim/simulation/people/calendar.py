"""The times people are on duty, as spans of the run's own milliseconds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from drillsim.schema import Compiled, Customer, Person, Shift, Start, follows_from
from drillsim.units import MINUTES_PER_DAY, MS_PER

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SPANS = {"mon-sun": range(7), "mon-fri": range(5), "sat-sun": range(5, 7)}


@dataclass(frozen=True, slots=True)
class Duty:
    """On duty at `place` from `from_ms` until `to_ms`."""

    from_ms: int
    to_ms: int
    place: str


@follows_from("customer")
def rosters(dossier: Compiled, start: Start, from_ms: int, to_ms: int) -> Mapping[str, tuple[Duty, ...]]:
    """`duties` of everybody; the cases of a campaign that begin alike share them."""
    customer = dossier.customer
    return {name: duties(customer, person, start, from_ms, to_ms) for name, person in customer.people.items()}


@follows_from("customer")
def on_duty_at(dossier: Compiled, start: Start, from_ms: int, to_ms: int) -> tuple[tuple[str, Duty | None], ...]:
    """Everybody, with the duty they are on at `from_ms`."""
    rows = rosters(dossier, start, from_ms, to_ms).items()
    return tuple((name, next((d for d in spans if d.from_ms <= from_ms < d.to_ms), None)) for name, spans in rows)


@dataclass(frozen=True, slots=True)
class ShiftChange:
    """At `t_ms` these come, with their duties, and then those go."""

    t_ms: int
    come: tuple[tuple[str, Duty], ...]
    go: tuple[str, ...]


@follows_from("customer")
def shift_changes(dossier: Compiled, start: Start, from_ms: int, to_ms: int) -> tuple[ShiftChange, ...]:
    """Every change of shifts from `from_ms` on, in time order; people in file order."""
    come: dict[int, list[tuple[str, Duty]]] = {}
    go: dict[int, list[str]] = {}
    for name, spans in rosters(dossier, start, from_ms, to_ms).items():
        for duty in spans:
            if duty.from_ms > from_ms:
                come.setdefault(duty.from_ms, []).append((name, duty))
            go.setdefault(duty.to_ms, []).append(name)
    return tuple(ShiftChange(t, tuple(come.get(t, ())), tuple(go.get(t, ()))) for t in sorted(come.keys() | go.keys()))


def duties(customer: Customer, person: Person, start: Start, from_ms: int, to_ms: int) -> tuple[Duty, ...]:
    """Spans of duty that touch [`from_ms`, `to_ms`], in time order; spans that meet at one place are joined."""
    holidays = (*customer.holidays, start.date) if start.staffing == "holiday" else customer.holidays
    days = range(from_ms // MS_PER["d"] - 2, to_ms // MS_PER["d"] + 3)
    spans = sorted(
        (
            _span(shift, start, day)
            for day in days
            for shift in person.shifts
            if _works_on(shift, start.date + dt.timedelta(days=day), holidays)
        ),
        key=lambda duty: (duty.from_ms, duty.to_ms),
    )
    return tuple(duty for duty in _joined(spans) if duty.to_ms > from_ms and duty.from_ms <= to_ms)


def _works_on(shift: Shift, day: dt.date, holidays: tuple[dt.date, ...]) -> bool:
    if shift.days == "holiday":
        return day in holidays
    weekday = 6 if day in holidays else day.weekday()
    return weekday in _SPANS[shift.days] if shift.days in _SPANS else _DAYS[weekday] == shift.days


def _span(shift: Shift, start: Start, day: int) -> Duty:
    base = (day * MINUTES_PER_DAY - start.time) * MS_PER["min"]
    ends = shift.from_ + ((shift.to - shift.from_ - 1) % MINUTES_PER_DAY + 1)  # an end at the begin is a day later
    return Duty(base + shift.from_ * MS_PER["min"], base + ends * MS_PER["min"], shift.place)


def _joined(spans: list[Duty]) -> list[Duty]:
    out: list[Duty] = []
    for span in spans:
        if out and span.place == out[-1].place and span.from_ms <= out[-1].to_ms:
            out[-1] = Duty(out[-1].from_ms, max(out[-1].to_ms, span.to_ms), span.place)
        else:
            out.append(span)
    return out

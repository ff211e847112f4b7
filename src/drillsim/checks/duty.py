"""The people on duty in an ordinary week, by hour and place; holidays are for a run."""

from __future__ import annotations

from drillsim.checks.inputs import Inputs
from drillsim.schema import Person, Shift

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SPANS = {"mon-sun": range(7), "mon-fri": range(5), "sat-sun": range(5, 7)}
_DAY = 24 * 60
Moment = tuple[int, int]
"""(day of the week from Monday 0, minute of the day)."""


def place_of(person: Person, moment: Moment) -> str | None:
    """Return the place the person is on duty in at that moment; None when off duty."""
    day, minute = moment
    for shift in person.shifts:
        wraps = shift.to <= shift.from_
        today = _on(shift, day) and shift.from_ <= minute and (wraps or minute < shift.to)
        if today or (wraps and _on(shift, (day - 1) % 7) and minute < shift.to):
            return shift.place
    return None


def _on(shift: Shift, day: int) -> bool:
    return day in _SPANS[shift.days] if shift.days in _SPANS else DAYS[day] == shift.days


def changes(inputs: Inputs, people: tuple[str, ...]) -> tuple[Moment, ...]:
    """Moments of the week at which somebody's shift begins or ends, in order: between two of them nothing changes."""
    known = inputs.dossier.customer.people
    minutes = {each % _DAY for name in people if name in known for shift in known[name].shifts for each in _ends(shift)}
    return tuple((day, minute) for day in range(7) for minute in sorted({0, *minutes}))


def _ends(shift: Shift) -> tuple[int, int]:
    return shift.from_, shift.to


def unmanned(inputs: Inputs, role: str) -> tuple[Moment | None, tuple[str, ...]]:
    """From when in the week nobody of the role is on duty, None where that is never; who of them comes when called."""
    known = inputs.dossier.customer.people
    people = {name: known[name] for name in inputs.dossier.plan.actors[role].held_by if name in known}
    moments = changes(inputs, tuple(people))
    bare = [not any(place_of(each, at) for each in people.values()) for at in moments]
    begins = [at for at, now, before in zip(moments, bare, (*bare[-1:], *bare[:-1]), strict=True) if now and not before]
    since = next(iter(begins or (at for at, now in zip(moments, bare, strict=True) if now)), None)
    return since, tuple(name for name, each in people.items() if each.off_duty and each.off_duty.comes_in)


def clock(moment: Moment) -> str:
    """The moment as a planner's file has it: `mon 20:00`."""
    day, minute = moment
    return f"{DAYS[day]} {minute // 60:02}:{minute % 60:02}"

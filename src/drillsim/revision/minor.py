"""How far a revision goes: whether it is minor, which leaves the approval of the plan as it is.

Minor is a change of people, their certificates and rosters that asks for nobody more. A post is new where a side has
more people or works more hours than before, where a role nobody held is given to somebody, and where a role is staffed
around the clock that was not. Somebody in the place of another is no new post. A certificate somebody is yet to get is
training, and not minor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from drillsim.files import Path
from drillsim.revision.next_version import PLAN
from drillsim.revision.recommendation import FileEdit, Recommendation
from drillsim.schema import Customer, Dossier, Person, Shift
from drillsim.units import MINUTES_PER_DAY

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SPANS = {"mon-sun": range(7), "mon-fri": range(5), "sat-sun": range(5, 7)}
_WEEK = 7 * MINUTES_PER_DAY
_ALL_WEEK = (1 << _WEEK) - 1


@dataclass(frozen=True, slots=True)
class NewPosts:
    """Posts there are after a revision and were not before."""

    people: tuple[str, ...] = ()
    """Ids of those who make a side more people, or its hours on duty more."""
    roles: tuple[str, ...] = ()
    """Ids of roles that nobody held, or that were not staffed around the clock."""

    def __bool__(self) -> bool:
        return bool(self.people or self.roles)


def is_minor(changes: Sequence[Recommendation], edits: Iterable[FileEdit], posts: NewPosts) -> bool:
    """Return whether the revision of `changes`, made by `edits`, leaves the approval as it is."""
    of_people = all(_of_people(each.file, each.edit.path) for each in edits)
    return of_people and not posts and all(each.assumed is None and each.kind != "training" for each in changes)


def new_posts(before: Dossier, after: Dossier) -> NewPosts:
    """The posts that `after` has and `before` has not."""
    people: dict[str, None] = {}
    for side in ("customer", "utility"):
        was, now = (_hours(each.customer, side) for each in (before, after))
        if len(now) > len(was):
            people |= dict.fromkeys(name for name in now if name not in was)
        if sum(now.values()) > sum(was.values()):
            people |= dict.fromkeys(name for name, hours in now.items() if hours > was.get(name, 0))
    held = {name: actor.held_by for name, actor in before.plan.actors.items()}
    roles = (
        name
        for name, actor in after.plan.actors.items()
        if (actor.held_by and not held.get(name))
        or (_all_week(after.customer, actor.held_by) and not _all_week(before.customer, held.get(name, ())))
    )
    return NewPosts(tuple(people), tuple(roles))


def _of_people(file: str, path: Path) -> bool:
    if file == "customer.yaml":
        return path[:1] == ("people",)
    return file == PLAN and path[:1] == ("actors",) and path[2:3] == ("held_by",)


def _hours(customer: Customer, side: str) -> Mapping[str, int]:
    """Minutes a week, and of one holiday, that each person of a side is on duty."""
    return {
        name: _week(each).bit_count() + _holiday(each).bit_count()
        for name, each in customer.people.items()
        if each.side == side
    }


def _all_week(customer: Customer, holders: Iterable[str]) -> bool:
    """Return whether one of the holders is on duty at every minute of the week."""
    covered = 0
    for name in holders:
        covered |= _week(customer.people[name]) if name in customer.people else 0
    return covered == _ALL_WEEK


def _week(person: Person) -> int:
    """The minutes of a week somebody is on duty, one bit each; a shift past the end of Sunday goes on on Monday."""
    found = 0
    for shift in person.shifts:
        days = _SPANS[shift.days] if shift.days in _SPANS else [_DAYS.index(shift.days)] if shift.days in _DAYS else []
        for day in days:
            span = _bits(shift) << (day * MINUTES_PER_DAY)
            found |= (span | span >> _WEEK) & _ALL_WEEK
    return found


def _holiday(person: Person) -> int:
    """The minutes that shifts for holidays alone add, one bit each."""
    found = 0
    for shift in person.shifts:
        found |= _bits(shift) if shift.days == "holiday" else 0
    return found


def _bits(shift: Shift) -> int:
    length = (shift.to - shift.from_ - 1) % MINUTES_PER_DAY + 1  # an end at the begin is a day later
    return ((1 << length) - 1) << shift.from_

"""Can whoever must do a step get to where it is done? A way that nobody gave is a slip in the file, not a long walk."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.errors import Problem, facts
from drillsim.files.rule.around import Around, steps
from drillsim.schema import VERBS, Step


def travel_problems(around: Around) -> Iterator[Problem]:
    """For each step, the people of its roles who have no way from where they are on duty to where it is done."""
    reach = _reach(around)
    known = frozenset((*reach, *around.ids(("place",))))
    told_already: set[tuple[str, str]] = set()
    for path, step in steps(around.dossier):
        for place in _places_of(around, step):
            for start in _starts(around, step) if place in reach else ():
                if place in reach.get(start, known) or (start, place) in told_already:
                    continue
                told_already.add((start, place))
                told = facts(one=start, other=place, step=step.id)
                yield around.problem("plan", path, "no-way", told)


def _reach(around: Around) -> dict[str, frozenset[str]]:
    """Places that can be reached from each place. A way given in one direction serves both."""
    beside: dict[str, list[str]] = {place: [] for place in around.dossier.site.places}
    for way in around.dossier.site.travel:
        for one, other in ((way.from_, way.to), (way.to, way.from_)):
            beside.setdefault(one, []).append(other)
    reach: dict[str, frozenset[str]] = {}
    for start in beside:
        if start in reach:
            continue
        queue = [start]
        seen = {start}
        for place in queue:
            fresh = [other for other in beside[place] if other not in seen]
            seen.update(fresh)
            queue.extend(dict.fromkeys(fresh))
        reach.update(dict.fromkeys(queue, frozenset(queue)))
    return reach


def _starts(around: Around, step: Step) -> tuple[str, ...]:
    """Duty places of everybody who may do the step, in file order."""
    actors, people = around.dossier.plan.actors, around.dossier.customer.people
    roles = [role for role in (step.by.operator, step.by.supervisor) if role is not None and role in actors]
    holders = [person for role in roles for person in actors[role].held_by if _fits(around, role, person)]
    return tuple(dict.fromkeys(shift.place for person in holders for shift in people[person].shifts))


def _fits(around: Around, role: str, person: str) -> bool:
    """Return whether the person exists and is of the role's side; other rules say so when not."""
    people = around.dossier.customer.people
    return person in people and people[person].side == around.dossier.plan.actors[role].side


def _places_of(around: Around, step: Step) -> tuple[str, ...]:
    """Return the places the step is done in: its own, or those of its targets."""
    if step.place:
        return (step.place,)
    if not VERBS[step.do].operates:
        return ()
    return tuple(dict.fromkeys(place for name in step.target if (place := place_of(around, name))))


def place_of(around: Around, name: str) -> str | None:
    """Return the place of the device, source, transfer, load or store `name`; None where the file does not say."""
    site = around.dossier.site
    for section in (site.devices, site.sources, site.transfers, site.loads, site.stores):
        if name in section:
            return getattr(section[name], "place", None)
    return None

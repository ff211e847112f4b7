"""People called by what they are: papers that speak of lateness name roles, never persons."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.schema.base import Words
from drillsim.schema.dossier import Dossier


def role_names(dossier: Dossier) -> Iterator[tuple[str, Words]]:
    """Each person who holds a role, with the name of the first role that lists them; a role without a name is called
    by its id."""
    for person in dossier.customer.people:
        for role, actor in dossier.plan.actors.items():
            if person in actor.held_by:
                yield person, actor.name if actor.name.says("zh") or actor.name.says("en") else Words(zh=role, en=role)
                break


def homes(dossier: Dossier) -> tuple[str, ...]:
    """Places that bear the name of the person who comes from there when off duty, in file order."""
    found = []
    for person in dossier.customer.people.values():
        place = person.off_duty.place if person.off_duty else ""
        called = dossier.site.places[place].name if place in dossier.site.places else Words()
        if any(person.name.says(lang) and person.name.says(lang) in called.says(lang) for lang in ("zh", "en")):
            found.append(place)
    return tuple(dict.fromkeys(found))

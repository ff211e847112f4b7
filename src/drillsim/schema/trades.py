"""The trade of each role and person: as stated, or told by the certificate."""

from __future__ import annotations

from drillsim.schema.dossier import Dossier
from drillsim.schema.trade import ELECTRICIAN, Trade


def trade_of_role(dossier: Dossier, role: str) -> Trade | None:
    """The role's own; that of its certificate; else what all its holders state alike. None where nobody says."""
    actor, people = dossier.plan.actors[role], dossier.customer.people
    if actor.trade is not None:
        return actor.trade
    if ELECTRICIAN in actor.certificate:
        return "electrician"
    stated = {people[name].trade for name in actor.held_by if name in people}
    return stated.pop() if len(stated) == 1 else None


def trade_of_person(dossier: Dossier, person: str) -> Trade | None:
    """The person's own; that of the roles they hold, where these agree; else that of a certificate they have."""
    spec = dossier.customer.people[person]
    if spec.trade is not None:
        return spec.trade
    of_roles = {trade_of_role(dossier, role) for role, actor in dossier.plan.actors.items() if person in actor.held_by}
    found = of_roles - {None}
    if len(found) == 1:
        return found.pop()
    return "electrician" if not found and any(ELECTRICIAN in each.kind for each in spec.certificates) else None

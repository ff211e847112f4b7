"""The values of one customer together: what every layer above works on.

A dossier holds values only (no file texts, no positions), so it is hashable by identity, picklable and the same for a
simulation, a check and a proof. `files.folder` wraps it with the texts and line numbers it was read from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drillsim.schema.base import Words
from drillsim.schema.customer import Customer
from drillsim.schema.network import Network
from drillsim.schema.plan import Card, Plan, Step
from drillsim.schema.register import Register
from drillsim.schema.scenario import Scenario
from drillsim.schema.site import Site
from drillsim.schema.step_name import base_name

if TYPE_CHECKING:
    from drillsim.schema.compiled import Compiled


@dataclass(frozen=True, slots=True, eq=False)
class Dossier:
    """One customer's files as values. `folder` is the folder's name (`central-hospital`)."""

    folder: str
    customer: Customer
    network: Network
    site: Site
    plan: Plan
    register: Register | None = None
    """The weak points that are known. Nothing that happens in a run follows from it."""


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One scenario played against one customer. `scenario_id` is the scenario file's stem."""

    dossier: Compiled
    scenario_id: str
    scenario: Scenario


def step_of(plan: Plan, name: str) -> tuple[Card, Step] | None:
    """Card and step with the id `name`, or of an instance (`S31[sub-17]`, `S31#2`); None for a restart."""
    stem = base_name(name)
    return next(((card, step) for card, step in plan.steps() if step.id == stem), None)


def names(dossier: Dossier) -> Iterator[tuple[str, Words]]:
    """Every id of the customer that has words for people, with them; a step's are its text. In file order."""
    site, plan = dossier.site, dossier.plan
    yield from ((name, device.label) for name, device in site.devices.items())
    yield from ((name, source.name) for name, source in site.sources.items())
    yield from ((name, transfer.name) for name, transfer in site.transfers.items())
    for table in (site.loads, site.functions, site.stores, site.zones, site.places, site.observations, site.channels):
        yield from ((name, row.name) for name, row in table.items())
    yield from ((name, person.name) for name, person in dossier.customer.people.items())
    yield from ((name, role.name) for name, role in plan.actors.items())
    yield from ((name, resource.name) for name, resource in plan.resources.items())
    yield from ((name, order.title) for name, order in plan.orders.items())
    yield from ((name, tier.name) for name, tier in plan.tiers.items())
    for more in (site.protection_groups, site.dc_supplies, site.genset_groups, site.connection_points, site.measures):
        yield from ((name, row.name) for name, row in more.items())
    yield dossier.customer.id, dossier.customer.name
    for card in plan.all_cards():
        yield card.id, card.title
        yield from ((step.id, step.text) for step in card.steps)

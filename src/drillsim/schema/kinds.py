"""The kind of each id of a customer, and the rated power of those that have one."""

from __future__ import annotations

from drillsim.schema.compiled import Compiled, follows_from
from drillsim.schema.element import BRANCH_KINDS


@follows_from("customer", "network", "site", "plan")
def kinds(dossier: Compiled) -> dict[str, str]:
    """Kind of every id of the customer: bus, switch, a kind of branch, load, source, transfer, function, store, zone,
    place, observation, channel, person, role, card, step, permit, resource. In file order; not to be changed."""
    network, site, plan = dossier.network, dossier.site, dossier.plan
    found: dict[str, str] = {}
    for kind in ("bus", "switch", *BRANCH_KINDS):
        found.update({row.name: kind for row in getattr(network, kind)})
    found.update({row.name: "load" for row in network.loads})
    found.update({row.name: "source" for row in network.ext_grid})
    for kind, keys in (
        ("source", site.sources), ("transfer", site.transfers), ("function", site.functions), ("store", site.stores),
        ("zone", site.zones), ("place", site.places), ("observation", site.observations), ("channel", site.channels),
        ("earth", site.earths), ("protection_group", site.protection_groups), ("dc_supply", site.dc_supplies),
        ("genset_group", site.genset_groups), ("connection_point", site.connection_points),
        ("measure", site.measures), ("person", dossier.customer.people), ("role", plan.actors),
        ("permit", plan.permits), ("resource", plan.resources), ("order", plan.orders), ("tier", plan.tiers),
    ):  # fmt: skip
        found.update(dict.fromkeys(keys, kind))
    for card in plan.all_cards():
        found[card.id] = "card"
        found.update({step.id: "step" for step in card.steps})
    return found


@follows_from("network", "site")
def rated_kw(dossier: Compiled) -> dict[str, float]:
    """Rated kW of every load (its p_mw) and of every source that states one; not to be changed."""
    sources = dossier.site.sources.items()
    stated = {name: float(getattr(source, "rated_kw", 0.0)) for name, source in sources}
    return stated | {row.name: 1000 * row.p_mw for row in dossier.network.load}

"""The facts one sees with one's own eyes, and the places they are seen from."""

from __future__ import annotations

from collections.abc import Mapping

from drillsim.network import net_of
from drillsim.plant import seen_in_places
from drillsim.schema import Compiled, follows_from
from drillsim.simulation.core.knowledge import Fact


@follows_from("network", "site", "plan")
def visible_facts(dossier: Compiled) -> Mapping[str, tuple[Fact, ...]]:
    """Return the facts one sees in each place, `seen_in_places`."""
    return seen_in_places(dossier, net_of(dossier))


@follows_from("network", "site", "plan")
def viewers(dossier: Compiled) -> Mapping[Fact, tuple[str, ...]]:
    """Fact → the places it can be seen from."""
    found: dict[Fact, list[str]] = {}
    for place, seen in visible_facts(dossier).items():
        for fact in seen:
            found.setdefault(fact, []).append(place)
    return {fact: tuple(places) for fact, places in found.items()}

"""The ways somebody on duty can come to know a fact: from a display, with their own eyes, by a message, by doing it."""

from __future__ import annotations

from functools import cached_property

from drillsim.checks.inputs import Inputs
from drillsim.checks.supply_left import SupplyLeft
from drillsim.plant import Fact, seen_in_places
from drillsim.schema import Condition, Step

_SHOWN = ("bus", "load", "switch", "source", "function", "store", "earth_fault")
_ASKED = (*_SHOWN, "transfer", "in_automatic", "proved_dead", "earthed", "tripped", "step", "message")
"""Facts one has to learn; of others (a measure, a resource) those who act know."""

Cards = frozenset[str]
"""Ids of cards whose steps count."""


class Learning:
    """The facts the roles of one customer's plan can learn, by place."""

    def __init__(self, inputs: Inputs) -> None:
        self._inputs, self._plan = inputs, inputs.dossier.plan
        self._steps = {step.id: (card, step) for card, step in self._plan.steps()}

    @cached_property
    def _visible(self) -> dict[str, frozenset[Fact]]:
        seen = seen_in_places(self._inputs.dossier, self._inputs.wiring.net)
        return {place: frozenset(facts) for place, facts in seen.items()}

    def roles_of(self, people: tuple[str, ...]) -> frozenset[str]:
        """Roles any of them holds."""
        return frozenset(name for name, actor in self._plan.actors.items() if not set(actor.held_by).isdisjoint(people))

    def unknown(
        self, leaf: Condition, cards: Cards, roles: frozenset[str], place: str | None, left: SupplyLeft | None
    ) -> tuple[str, ...]:
        """Subjects of `leaf` of which nobody with `roles`, sitting at `place`, can learn, steps of `cards` helping.

        `left` says which displays still work; None: all of them.
        """
        asked = zip(leaf.facts, leaf.subjects, strict=True)
        return tuple(name for fact, name in asked if not self._one(fact, leaf, cards, roles, place, left))

    def _one(
        self, fact: Fact, leaf: Condition, cards: Cards, roles: frozenset[str], place: str | None,
        left: SupplyLeft | None,
    ) -> bool:  # fmt: skip
        if fact[0] not in _ASKED:
            return True
        if fact[0] in ("step", "message"):
            return self._word_of(fact[1], leaf, cards, roles)
        places = [*([place] if place else []), *self._visited(cards, roles)]
        return self._told(fact[1], cards, roles) or any(self.seen_at(each, fact, left) for each in places)

    def seen_at(self, place: str, fact: Fact, left: SupplyLeft | None) -> bool:
        """Return whether a display there shows it and has supply, or one sees it with one's own eyes."""
        if fact in self._visible.get(place, ()):
            return True
        kind = "bus" if fact[0] == "earth_fault" else fact[0]
        return any(
            each.shown_at == place
            and any(fact[1] in getattr(sight, kind, ()) for sight in each.sees)
            and (left is None or left.works(each.needs))
            for each in self._inputs.dossier.site.observations.values()
            if kind in _SHOWN
        )

    def dark(self, names: tuple[str, ...], places: tuple[str, ...], left: SupplyLeft) -> tuple[str, ...]:
        """Displays at these places that would show any of `names`, had they supply."""
        return tuple(
            name
            for name, each in self._inputs.dossier.site.observations.items()
            if each.shown_at in places and not left.works(each.needs)
            if any(one in getattr(sight, kind) for one in names for sight in each.sees for kind in _SHOWN[:6])
        )

    def _told(self, name: str, cards: Cards, roles: frozenset[str]) -> bool:
        """Return whether a step tells, or asks, about it."""
        return any(
            name in tell.facts and (tell.to in roles or (step.do == "ask" and step.by.operator in roles))
            for other, step in self._steps.values()
            if other.id in cards
            for tell in step.tells
        )

    def _word_of(self, name: str, leaf: Condition, cards: Cards, roles: frozenset[str]) -> bool:
        """Return whether they do the step themselves, or it tells them."""
        if name not in self._steps or self._steps[name][0].id not in cards:
            return False
        step = self._steps[name][1]
        sent = any(tell.to in roles for tell in step.tells) or any(
            self._plan.permits[each].from_ in roles
            for each in step.target
            if step.do == "request" and each in self._plan.permits
        )
        if leaf.kind == "message":
            return sent and (leaf.from_ is None or leaf.from_ in _doers(step))
        return sent or not roles.isdisjoint(_doers(step))

    def _visited(self, cards: Cards, roles: frozenset[str]) -> tuple[str, ...]:
        """Places steps lead these roles to."""
        found: dict[str, None] = {}
        for other, step in self._steps.values():
            if other.id in cards and not roles.isdisjoint(_doers(step)):
                places = [step.place] if step.place else [place_of(self._inputs, each) for each in step.all_targets]
                found.update(dict.fromkeys(each for each in places if each))
        return tuple(found)


def _doers(step: Step) -> tuple[str, ...]:
    pool = step.for_each.pool if step.for_each else ()
    return tuple(role for role in (step.by.operator, step.by.supervisor, *pool) if role)


def place_of(inputs: Inputs, target: str) -> str | None:
    """Return the place of a device, source, transfer, store, load, earth or connection point; None where nobody
    says."""
    site = inputs.dossier.site
    tables = (
        site.devices, site.sources, site.transfers, site.stores, site.loads, site.earths, site.connection_points,
        site.measures,
    )  # fmt: skip
    found = (getattr(table[target], "place", None) for table in tables if target in table)
    return next((place for place in found if place), None)

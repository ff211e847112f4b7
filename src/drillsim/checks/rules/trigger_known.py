"""PLN-17: somebody on duty can know that a card is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from drillsim.checks.alternatives import Way, alternatives
from drillsim.checks.duty import Moment, changes, clock, place_of
from drillsim.checks.inputs import Inputs, listed
from drillsim.checks.learning import Cards, Learning
from drillsim.checks.rule import About, Fact, Result, failed, over
from drillsim.checks.supply_left import SupplyLeft
from drillsim.checks.walk import Start, holds
from drillsim.schema import Card, Condition

Post = tuple[frozenset[str], str | None]
"""Roles of those who sit together, and where; nowhere: at home, to be called."""
Roster = tuple[tuple[Post, ...], ...]
"""The ways in which a card's role is manned."""
_AT_REST = {"normal", "enabled", "sound", "over"}
"""States of functions, transfers, elements and measures before anything happens."""


def triggers_known(inputs: Inputs) -> Iterator[Result]:
    """PLN-17: for each card and each hour some holder of its role on duty can learn the trigger at their post.

    They learn it by a display that still has supply, by what they see there, or by a step, of a card that can be known
    to be due in the same event, that tells them or takes them there. Facts of the normal mode everybody believes
    anyway.
    """
    plan, plans = inputs.dossier.plan, _Cards(inputs)
    found: list[Result] = []
    for number, card in enumerate(plan.all_cards()):
        path = ("cards", number) if number < len(plan.cards) else ("restoration",)
        about = About(kind="card", id=card.id, file="plan.yaml", path=(*path, "trigger"), clause=card.clause)
        found += _judged(plans, plans.all[card.id], about)
    yield from over(len(plan.all_cards()), found, inputs.about_plan, none="no-card")


def _judged(plans: _Cards, asked: _Card, about: About) -> Iterator[Result]:
    told: dict[str, Fact] = {"card": asked.card.id, "role": asked.card.activation.by}
    unmanned = [moment for moment, posts in asked.moments.items() if not posts]
    if unmanned:
        where = replace(about, path=(*about.path[:-1], "activation"))
        yield failed(where, "unmanned", **told, since=clock(unmanned[0]))
    unknown = {moment: plans.unknown(asked, moment) for moment, posts in asked.moments.items() if posts}
    blind = next((moment for moment, lacks in unknown.items() if all(lacks)), None)
    if blind is not None:
        fewest = min(unknown[blind], key=len)
        yield _nobody_knows(plans, asked, about, blind, fewest, told)
        return
    never: dict[str, None] = {}
    for number in range(len(asked.ways)):
        lacks = [each[number] for each in unknown.values()]
        if lacks and all(lacks):
            fewest = min(lacks, key=len)
            never.update(dict.fromkeys(fewest))
    if never:
        yield failed(about, "part", **told, facts=listed(tuple(never)))


def _nobody_knows(
    plans: _Cards, asked: _Card, about: About, moment: Moment, facts: tuple[str, ...], told: dict[str, Fact]
) -> Result:
    """Says whether it is the display that is dark, or that there is none."""
    places = tuple(dict.fromkeys(place for _, place in asked.moments[moment] if place))
    told = {**told, "facts": listed(facts), "places": listed(places) or "–", "since": clock(moment)}
    dark = tuple(dict.fromkeys(name for way in asked.ways for name in plans.dark(facts, places, way)))
    if dark and not all(plans.unknown(asked, moment, all_lit=True)):
        return failed(about, "dark", **told, displays=listed(dark))
    return failed(about, "", **told)


class _Cards:
    """All cards of the plan, and which of them come due together."""

    def __init__(self, inputs: Inputs) -> None:
        self._learning, self._lefts, self._plan = Learning(inputs), _Lefts(inputs), inputs.dossier.plan
        roles = dict.fromkeys(card.activation.by for card in self._plan.all_cards())
        held = tuple(n for role in roles if role in self._plan.actors for n in self._plan.actors[role].held_by)
        moments = changes(inputs, held)
        self.all = {
            card.id: _Card(inputs, self._learning, self._lefts, card, moments) for card in self._plan.all_cards()
        }
        self._response = {card.id: self.all[card.id] for card in self._plan.cards}
        self._due: dict[tuple[Way, str, tuple[Roster, ...]], frozenset[str]] = {}

    def unknown(self, asked: _Card, moment: Moment, *, all_lit: bool = False) -> list[tuple[str, ...]]:
        """For each way of its trigger what nobody can learn at that moment; with `all_lit`, were no display dark."""
        found = []
        for way in asked.ways:
            event: Way = () if all_lit else way
            cards = self._due_in(event, asked, moment)
            found.append(asked.missing(asked.moments[moment], way, event, cards))
        return found

    def dark(self, facts: tuple[str, ...], places: tuple[str, ...], event: Way) -> tuple[str, ...]:
        """Displays that would show `facts`, had they supply in `event`."""
        return self._learning.dark(facts, places, self._lefts.of(event))

    def _due_in(self, event: Way, besides: _Card, moment: Moment) -> frozenset[str]:
        """Other response cards that can be known to be due in `event`, none of them by the steps of `besides`.

        Known to those who are there at that moment; before going back to normal, hours later, at any.
        """
        later = besides.card is self._plan.restoration
        rosters = {n: each.manned if later else (each.moments[moment],) for n, each in self._response.items()}
        key = (event, besides.card.id, tuple(rosters.values()))
        if key not in self._due:
            found: frozenset[str] = frozenset()
            while True:
                left = [n for n in self._response if n not in found and n != besides.card.id]
                more = {n for n in left if self._response[n].may_be_known(event, found, rosters[n])}
                if not more:
                    break
                found |= more
            self._due[key] = found
        return self._due[key]


class _Lefts:
    """`SupplyLeft` for each set of dead things, worked out once."""

    def __init__(self, inputs: Inputs) -> None:
        self._inputs = inputs
        self._kept: dict[Way, SupplyLeft] = {}

    def of(self, way: Way) -> SupplyLeft:
        if way not in self._kept:
            self._kept[way] = SupplyLeft(self._inputs, way)
        return self._kept[way]


class _Card:
    """One card's trigger, and who may know it."""

    def __init__(
        self, inputs: Inputs, learning: Learning, lefts: _Lefts, card: Card, moments: tuple[Moment, ...]
    ) -> None:
        self._inputs, self._learning, self._lefts, self.card = inputs, learning, lefts, card
        actor = inputs.dossier.plan.actors.get(card.activation.by)
        people = inputs.dossier.customer.people
        self._held = tuple(name for name in actor.held_by if name in people) if actor else ()
        self.ways = alternatives(card.trigger)
        self._answers: dict[tuple[Post, Way, Way, Cards], tuple[str, ...]] = {}
        self.moments = {moment: self._posts(moment) for moment in moments}
        """Posts of the holders of the role, for each stretch of the week; empty where there is nobody."""

    @cached_property
    def manned(self) -> Roster:
        """The different ways in which the role is manned over the week."""
        return tuple(dict.fromkeys(posts for posts in self.moments.values() if posts))

    def _posts(self, moment: Moment) -> tuple[Post, ...]:
        people = self._inputs.dossier.customer.people
        sitting = {name: place for name in self._held if (place := place_of(people[name], moment))}
        if not sitting:
            coming = tuple(n for n in self._held if (off := people[n].off_duty) and off.comes_in)
            return ((self._learning.roles_of(coming), None),) if coming else ()
        found: dict[Post, None] = {}
        for place in sitting.values():
            together = tuple(name for name, person in people.items() if place_of(person, moment) == place)
            found[self._learning.roles_of(together), place] = None
        return tuple(found)

    def may_be_known(self, event: Way, cards: frozenset[str], roster: Roster) -> bool:
        """Return whether somebody, manned so, can know it to be due in `event`, which does not exclude it."""
        ways = [way for way in self.ways if not _exclude(event, way)]
        return any(not self.missing(posts, way, (*event, *way), cards) for way in ways for posts in roster if posts)

    def missing(self, posts: tuple[Post, ...], way: Way, event: Way, cards: frozenset[str]) -> tuple[str, ...]:
        """Return the facts of `way` that stay unknown at the post that knows most, when all that `event` says dead is
        dead."""
        return min((self._missing(post, way, event, cards) for post in posts), key=len)

    def _missing(self, post: Post, way: Way, event: Way, cards: frozenset[str]) -> tuple[str, ...]:
        key = (post, way, event, cards)
        if key not in self._answers:
            roles, place = post
            lacking = [
                name
                for leaf in way
                if not self._at_rest(leaf)
                for name in self._learning.unknown(leaf, cards, roles, place, self._lefts.of(event))
            ]
            self._answers[key] = tuple(dict.fromkeys(lacking))
        return self._answers[key]

    def _at_rest(self, leaf: Condition) -> bool:
        """Return whether it is so before anything happens, and so believed; back to normal has to be seen, though."""
        if leaf.state in _AT_REST or leaf.above_percent is not None:
            return True
        if self.card is self._inputs.dossier.plan.restoration:
            return False
        start = Start(self._inputs.wiring.normal, tuple(self._inputs.feeders))
        return holds(self._inputs, leaf, start) is True


def _exclude(event: Way, way: Way) -> bool:
    """Return whether `way` asks to be live what `event` says is dead."""
    dead = {(leaf.kind, name) for leaf in event if leaf.state in ("dead", "failed") for name in leaf.subjects}
    return any((leaf.kind, name) in dead for leaf in way if leaf.state == "live" for name in leaf.subjects)

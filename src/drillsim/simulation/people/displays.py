"""Observation points: where a fact shows, how late, and only while their supply is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from drillsim.schema import Compiled, Observation, follows_from, kinds
from drillsim.simulation.core.kernel import Priority
from drillsim.simulation.core.knowledge import Fact, Value
from drillsim.simulation.core.world import World

if TYPE_CHECKING:
    from drillsim.simulation.people.people import People, PersonState

Shows = tuple[tuple[Fact, ...], frozenset[Fact]]
"""Facts in file order, and as a set."""


class Display:
    """One observation. It shows nothing while dark, and everything anew when its supply is back."""

    def __init__(self, world: World, people: People, name: str, spec: Observation, shows: Shows) -> None:
        self._world, self._people, self.name, self.spec = world, people, name, spec
        self.facts, self._set = shows
        self._powered = True
        self._shown: dict[Fact, tuple[Value, int]] = {}

    def _works(self) -> bool:
        """Return whether it has supply and is not out of order."""
        return not self._world.channels_lost.get(self.name) and self._world.works(self.spec.needs)

    def begin(self) -> None:
        """Show the facts at the start to those who sit before it."""
        self._powered = self._works()
        if self._powered:
            self._show(dict(self._world.seen(self.facts)), self._world.now)

    def look(self, changed: dict[Fact, Value]) -> None:
        """Passes on what changed, if it has supply."""
        powered = self._works()
        if powered and not self._powered:
            self._pass_on(dict(self._world.seen(self.facts)))
        elif powered:
            self._pass_on({fact: value for fact, value in changed.items() if fact in self._set})
        else:
            self._shown.clear()
        self._powered = powered

    def _pass_on(self, facts: dict[Fact, Value]) -> None:
        if facts:
            moment = self._world.now
            self._world.kernel.after(self.spec.delay, Priority.OBSERVE, lambda: self._show(facts, moment))

    def _show(self, facts: dict[Fact, Value], as_of: int) -> None:
        if not self._works():
            return
        self._shown.update({fact: (value, as_of) for fact, value in facts.items()})
        here = self._people.at(self.spec.shown_at)
        self._note(here, self._people.learn(here, list(facts.items()), "observation", self.name, as_of))

    def gauges(self) -> Iterator[str]:
        """Yield the stores whose level it shows now."""
        if self._works():
            yield from (name for kind, name in self._shown if kind == "store")

    def read(self, person: PersonState) -> None:
        """Somebody who comes in reads what it shows."""
        now, reading = self._world.now, self._world.reading
        shown = [
            (fact, reading(fact[1]), now) if fact[0] == "store" else (fact, value, as_of)
            for fact, (value, as_of) in self._shown.items()
        ]
        self._note([person], self._people.learn_dated([person], shown, "observation", self.name))

    def _note(self, here: list[PersonState], is_news: bool) -> None:
        """Note what it has told these people."""
        if is_news:
            self._world.turned_to.display(self.name)
        else:
            for person in here:
                self._world.turned_to.refreshed_by_display(person.id, self.name)


@follows_from("site")
def _all_facts(dossier: Compiled) -> Mapping[str, Shows]:
    """Observation → what it shows."""
    found = {name: facts_of(spec) for name, spec in dossier.site.observations.items()}
    return {name: (facts, frozenset(facts)) for name, facts in found.items()}


@follows_from("customer", "network", "site", "plan")
def _displays_of(dossier: Compiled) -> Mapping[Fact, tuple[int, ...]]:
    """Fact → the displays that show it or need it to work, by position."""
    found: dict[Fact, dict[int, None]] = {}
    for place, (name, spec) in enumerate(dossier.site.observations.items()):
        for fact in (*_all_facts(dossier)[name][0], *((kinds(dossier).get(need, ""), need) for need in spec.needs)):
            found.setdefault(fact, {})[place] = None
    return {fact: tuple(places) for fact, places in found.items()}


class Displays:
    """All observation points of a run."""

    def __init__(self, world: World, people: People) -> None:
        self._world, self._by_fact = world, _displays_of(world.case.dossier)
        self._lost: dict[str, int] = {}
        facts, specs = _all_facts(world.case.dossier), world.site.observations
        self._all = [Display(world, people, name, spec, facts[name]) for name, spec in specs.items()]
        self._at: dict[str, list[Display]] = {}
        """Where they show."""
        for display in self._all:
            self._at.setdefault(display.spec.shown_at, []).append(display)

    def begin(self) -> None:
        """At the start."""
        for display in self._all:
            display.begin()

    def look(self, changed: dict[Fact, Value]) -> None:
        """After each instant: those that show what changed, or are fed by it; all when one may be out of order."""
        lost = self._world.channels_lost
        if lost == self._lost:
            places = sorted({place for fact in changed for place in self._by_fact.get(fact, ())})
            looking = [self._all[place] for place in places]
        else:
            self._lost, looking = dict(lost), self._all
        for display in looking:
            display.look(changed)

    def gauges_at(self, place: str) -> Iterator[str]:
        """Yield the stores whose level shows at `place` now."""
        for display in self._at.get(place, ()):
            yield from display.gauges()

    def read_at(self, place: str, person: PersonState) -> None:
        """Somebody has come to `place` and reads what shows there."""
        for display in self._at.get(place, ()):
            display.read(person)


def facts_of(spec: Observation) -> tuple[Fact, ...]:
    """Every fact the observation shows, in file order."""
    kinds = ("bus", "load", "switch", "source", "function", "store")
    found: Iterable[Fact] = ((kind, name) for sight in spec.sees for kind in kinds for name in getattr(sight, kind))
    return tuple(dict.fromkeys(each for fact in found for each in _with_alarm(fact)))


def _with_alarm(fact: Fact) -> tuple[Fact, ...]:
    """Return the fact, with its earth-fault alarm for a bus: a person who sees a bus sees its alarm."""
    return (fact, ("earth_fault", fact[1])) if fact[0] == "bus" else (fact,)

"""Getting there: trips to where a step is done, and in from home when called."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

from drillsim.simulation.core.world import World
from drillsim.simulation.people.people import People, PersonState
from drillsim.simulation.people.travel import roads
from drillsim.simulation.plan.card_run import StepRun
from drillsim.simulation.plan.posts import Posts
from drillsim.simulation.plan.progress import Progress
from drillsim.simulation.plan.waiting import Waiting

Process = Generator[Any, Any, None]


class Journeys:
    """All trips of one run."""

    def __init__(self, world: World, people: People, posts: Posts, progress: Progress, waiting: Waiting) -> None:
        self._world, self._people, self._posts, self._progress = world, people, posts, progress
        self._waiting = waiting
        self._roads = roads(world.case.dossier)

    def go(self, run: StepRun, who: Sequence[PersonState], place: str, number: int) -> Process:
        """Everybody to `place`; the last to come decides how long it takes."""
        moving = [p for p in who if p.place != place]
        if not moving:
            return
        if self._world.what_if.skips(run.name, "travel"):
            for person in moving:
                self._posts.arrive(person, place)
            return
        self._progress.wait(run, "travel", tuple(p.id for p in moving), moving[0])
        trips = [self._world.kernel.env.process(self._walk(run, person, place, number)) for person in moving]
        yield from trips
        self._progress.go_on(run)

    def send(self, person: PersonState, place: str) -> None:
        """The person goes to `place` by themselves and stays: from now on it is their post."""
        self._people.turn_round(person)
        person.task = f"go {place}"
        self._world.kernel.env.process(self._go(person, place))

    def _go(self, person: PersonState, place: str) -> Process:
        start = person.place or place
        number = self._world.demand(f"go/{person.id}/{start}/{place}")
        ms = self._way_ms(person, start, place, f"travel/{person.id}/{start}/{place}/go", number)
        self._world.emit("travel_begins", person=person.id, **{"from": start}, to=place, step="")
        self._people.move(person, None, (place, self._world.now + ms))
        yield self._world.kernel.env.timeout(ms)
        self._posts.arrive(person, place)
        person.post = place
        self._posts.release(person)

    def has_way(self, person: PersonState, place: str) -> bool:
        """Return whether the person can get there from where they are; one who is off duty comes in to wherever they
        are called."""
        start = person.left or person.place
        comes = not person.on_duty and person.comes_in and start == person.away_place
        return comes or start == place or (start is not None and self._roads.chain(start, place) is not None)

    def _walk(self, run: StepRun, person: PersonState, place: str, number: int) -> Process:
        start = person.place or place
        ms = self._trip_ms(run, person, start, place, number)
        self._world.emit("travel_begins", person=person.id, **{"from": start}, to=place, step=run.name)
        self._people.move(person, None, (place, self._world.now + ms))
        yield self._world.kernel.env.timeout(ms)
        self._posts.arrive(person, place)

    def _trip_ms(self, run: StepRun, person: PersonState, start: str, place: str, number: int) -> int:
        return self._way_ms(person, start, place, f"travel/{person.id}/{start}/{place}/{run.name}", number)

    def _way_ms(self, person: PersonState, start: str, place: str, name: str, number: int) -> int:
        luck = self._world.luck
        off = person.spec.off_duty
        if not person.on_duty and off is not None and start == off.place and off.comes_in is not None:
            return luck.ms(off.comes_in, f"comes_in/{person.id}")
        return luck.trip_ms(self._roads.chain(start, place) or (), name, number)

    def enter(self, run: StepRun, who: Sequence[PersonState], place: str) -> Process:
        """Into the place, once nothing bars it."""
        zone = self._world.site.places[place].zone if place in self._world.site.places else None
        barred = self._world.no_access

        def may_enter() -> bool:
            return not barred.get(place) and not (zone and barred.get(zone))

        yield from self._waiting.until(run, "no_access", (zone or place,), may_enter, who[0])

    def summon(self, run: StepRun) -> None:
        """People called in by the step set out for its place."""
        told = {tell.to for tell in run.step.tells}
        for role in sorted(told):
            for person in self._people.holders(role):
                if not person.on_duty and person.comes_in and not person.task and not person.unreachable:
                    self.call_in(run, person, run.by[0])
                    break

    def call_in(self, run: StepRun, person: PersonState, by: str) -> None:
        """The person is phoned, and sets out for where the step is done, or for their post."""
        self._world.kernel.env.process(self._come(run, person, by))

    def _come(self, run: StepRun, person: PersonState, by: str) -> Process:
        place = run.step.place or (person.spec.shifts[0].place if person.spec.shifts else None)
        if place is None:
            return
        person.task, person.coming = run.name, True
        self._world.turned_to.person(person.id)
        self._world.emit("called_in", person=person.id, by=by, step=run.name)
        yield from self._walk(run, person, place, 0)
        person.coming = False
        self._posts.release(person)

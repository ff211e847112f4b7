"""Getting there: trips to where a step is done, back to one's post, and in from home when called."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

from drillsim.simulation.card_run import StepRun
from drillsim.simulation.kernel import Priority
from drillsim.simulation.known import Known
from drillsim.simulation.people import People, PersonState
from drillsim.simulation.progress import Progress
from drillsim.simulation.travel import roads
from drillsim.simulation.waiting import Waiting
from drillsim.simulation.world import World

Process = Generator[Any, Any, None]


class Journeys:
    """All trips of one run."""

    def __init__(self, world: World, people: People, progress: Progress, known: Known, waiting: Waiting) -> None:
        self._world, self._people, self._progress, self._known = world, people, progress, known
        self._waiting = waiting
        self._roads = roads(world.case.dossier)
        people.on_idle = self._back_to_post
        people.on_late = self._by_his_post

    def go(self, run: StepRun, who: Sequence[PersonState], place: str, number: int) -> Process:
        """Everybody to `place`; the last to come decides how long it takes."""
        moving = [p for p in who if p.place != place]
        if not moving:
            return
        if self._world.what_if.skips(run.name, "travel"):
            for person in moving:
                self._arrive(person, place)
            return
        self._progress.wait(run, "travel", tuple(p.id for p in moving), moving[0])
        trips = [self._world.kernel.env.process(self._walk(run, person, place, number)) for person in moving]
        yield from trips
        self._progress.go_on(run)

    def _walk(self, run: StepRun, person: PersonState, place: str, number: int) -> Process:
        start = person.place or place
        ms = self._trip_ms(run, person, start, place, number)
        self._world.emit("travel_begins", person=person.id, **{"from": start}, to=place, step=run.name)
        person.place = None
        yield self._world.kernel.env.timeout(ms)
        self._arrive(person, place)

    def _back_to_post(self, person: PersonState) -> None:
        """Nothing calls him elsewhere: he goes back to his post, where the displays are."""
        away = (
            person.on_duty and not person.task and person.post is not None and person.place not in (None, person.post)
        )
        if away and not self._known.is_awaited(person.id):
            self._world.kernel.env.process(self._return(person, person.place or "", person.post or ""))

    def _by_his_post(self, person: PersonState) -> bool:
        """Whether somebody on duty stands at his post: then he goes there and tells what he knows before he leaves."""
        start, post = person.place, person.post
        if start is None or post is None or start == post or self._roads.chain(start, post) is None:
            return False
        relief = next((p.id for p in self._people.at(post) if p.on_duty and p.id != person.id), None)
        is_relieved = relief is not None
        self._world.turned_to.people([person.id, relief] if relief else [])
        if is_relieved:
            person.task = "relief"
            self._world.kernel.env.process(self._hand_in(person, start, post))
        return is_relieved

    def _hand_in(self, person: PersonState, start: str, post: str) -> Process:
        yield self._world.kernel.env.timeout(self._set_out(person, start, post))
        self._arrive(person, post)
        self._people.release(person)

    def _return(self, person: PersonState, start: str, post: str) -> Process:
        if self._roads.chain(start, post) is None:
            return
        takes = self._set_out(person, start, post)
        number = self._world.demands[f"back/{person.id}"]
        person.left = start
        yield self._world.kernel.env.timeout(takes)
        if _is_leaving(person, start) and not person.task and self._world.demands[f"back/{person.id}"] == number:
            person.left = None
            self._arrive(person, post)

    def _set_out(self, person: PersonState, start: str, post: str) -> int:
        """He leaves for his post; gives how long he is on the way, ms."""
        number = self._world.demand(f"back/{person.id}")
        name = f"travel/{person.id}/{start}/{post}/back"
        self._world.emit("travel_begins", person=person.id, **{"from": start}, to=post, step="")
        person.place = None
        return self._world.luck.trip_ms(self._roads.chain(start, post) or (), name, number)

    def _trip_ms(self, run: StepRun, person: PersonState, start: str, place: str, number: int) -> int:
        luck = self._world.luck
        off = person.spec.off_duty
        if not person.on_duty and off is not None and start == off.place and off.comes_in is not None:
            return luck.ms(off.comes_in, f"comes_in/{person.id}")
        name = f"travel/{person.id}/{start}/{place}/{run.name}"
        return luck.trip_ms(self._roads.chain(start, place) or (), name, number)

    def _arrive(self, person: PersonState, place: str) -> None:
        if not person.on_duty and not person.ghost and person.place is None:
            self._people.is_in(person, place)
        self._people.arrive(person, place)
        self._world.kernel.ask(Priority.DECIDE)

    def enter(self, run: StepRun, who: Sequence[PersonState], place: str) -> Process:
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
        """He is phoned, and sets out for where the step is done, or for his post."""
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
        self._people.release(person)


def _is_leaving(person: PersonState, place: str) -> bool:
    """Whether he is still on the way he set out on: meanwhile others may have turned him round."""
    return person.left == place

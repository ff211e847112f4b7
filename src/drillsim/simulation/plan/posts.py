"""The people on duty, and their places meanwhile: shifts begin and end, people go back to their posts when nothing
calls them elsewhere, and by their posts before they are off duty.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

import simpy

from drillsim.simulation.core.kernel import Priority
from drillsim.simulation.core.world import World
from drillsim.simulation.people.calendar import Duty, ShiftChange
from drillsim.simulation.people.people import People, PersonState
from drillsim.simulation.people.travel import roads
from drillsim.simulation.plan.agenda import Agenda
from drillsim.simulation.plan.progress import Progress

Process = Generator[Any, Any, None]


class Posts:
    """The shifts of one run."""

    def __init__(self, world: World, people: People, progress: Progress, agenda: Agenda) -> None:
        self._world, self._people, self._progress, self._agenda = world, people, progress, agenda
        self._roads = roads(world.case.dossier)
        self._ended_ms: int | None = None
        """Time a shift ended that nobody has looked at since, ms; None where there is none."""
        self._begun = (-1, "")
        """Time somebody's shift began last, ms, and the first person in that instant."""
        self._at_work: dict[str, simpy.Event] = {}
        """Steps that may change hands, each with what fires when shifts change."""

    # -- shifts ----------------------------------------------------------------------------------------------------
    def schedule(self) -> None:
        """Puts the changes of shifts on the clock. In one instant all who come are there before anybody goes, so that
        those who go tell them what they know."""
        for change in self._people.shift_changes:
            self._world.kernel.after(change.t_ms - self._world.now, Priority.PEOPLE, self._changer(change))

    def _changer(self, change: ShiftChange) -> Callable[[], None]:
        def changes() -> None:
            for name, duty in change.come:
                self._begin(name, duty)
            for name in change.go:
                self._end(name)

        return changes

    def _begin(self, name: str, duty: Duty) -> None:
        """The person comes on duty; one who is at a step goes on with it."""
        person = self._people.states[name]
        person.duty_until, person.post = duty.to_ms, duty.place
        if person.on_duty or person.is_absent:
            return
        person.on_duty = True
        if self._begun[0] != self._world.now:
            self._begun = self._world.now, name
        self._shifts_change(name)
        self._agenda.came_or_went(name)
        self._world.emit("on_duty", person=name, place=duty.place)
        if not person.task:
            self._people.arrive(person, duty.place)
        self._world.kernel.ask(Priority.DECIDE)

    def _end(self, name: str) -> None:
        """The person's shift is over; in the middle of a step they stay until it is done, or until they are relieved.
        Then they tell those at their post before they go, as they would have done in time."""
        person = self._people.states[name]
        if not person.on_duty or person.duty_until is None or self._world.now < person.duty_until:
            return
        if person.task:
            self._shifts_change(name)
            return
        if self._world.now > person.duty_until and self._goes_by_his_post(person):
            return
        person.on_duty = False
        self._ended_ms = self._world.now
        self._agenda.came_or_went(name)
        self._people.move(person, person.away_place)
        person.left = None
        self._world.emit("off_duty", person=name)

    def take_ended(self) -> bool:
        """Return whether a shift has ended that nobody has looked at since; from now on somebody has."""
        ended_ms, self._ended_ms = self._ended_ms, None
        return ended_ms is not None

    def note_who_woke(self) -> None:
        """The end of a shift took effect, which wakes nobody: by whose coming it was looked at, if one came now."""
        if self._begun[0] == self._world.now:
            self._world.turned_to.person(self._begun[1])
        else:
            self._world.turned_to.on_chance = True

    # -- work that may change hands --------------------------------------------------------------------------------
    def shift_change(self, step: str) -> simpy.Event:
        """An event that fires when shifts change next, for a step somebody is at until `leave_work`."""
        event = self._at_work[step] = self._world.kernel.env.event()
        return event

    def leave_work(self, step: str) -> None:
        """Nobody waits for the change of shifts at this step any more."""
        del self._at_work[step]

    def _shifts_change(self, person: str) -> None:
        """Whoever is at a step looks whether they are relieved, once all the shifts of this instant have changed."""
        if self._at_work:
            self._world.turned_to.person(person)
        for event in self._at_work.values():
            self._world.kernel.after(0, Priority.LEAVE, _firing(event))

    # -- coming and going ------------------------------------------------------------------------------------------
    def arrive(self, person: PersonState, place: str) -> None:
        """The person is there; one who was called in is on duty from now on, and stays."""
        if not person.on_duty and not person.ghost and person.place is None:
            person.on_duty, person.duty_until, person.post = True, None, None
            self._agenda.came_or_went(person.id)
            self._world.emit("on_duty", person=person.id, place=place)
        self._people.arrive(person, place)
        self._world.kernel.ask(Priority.DECIDE)

    def release(self, person: PersonState) -> None:
        """The person is free again, unless they owe somebody a call; off duty if their shift ended meanwhile."""
        person.task = ""
        if person.owed:
            person.owed.pop(0)()
            return
        if not person.ghost:
            self._end(person.id)
        self._world.kernel.ask(Priority.DECIDE)
        self._ended_ms = None
        if not person.ghost:
            self._world.kernel.after(0, Priority.LEAVE, lambda: self._back_to_post(person))

    def _is_awaited(self, person: str) -> bool:
        """Return whether a step of an active card that has not begun may still need this person. A restart that nobody
        knows to be due holds nobody where they are."""
        return any(
            self._people.may_do(person, role)
            for run in self._progress.active_steps()
            if run.card is not None
            for role in (*run.roles, *((run.step.by.supervisor,) if run.step.by.supervisor else ()))
        )

    def _back_to_post(self, person: PersonState) -> None:
        """Nothing calls the person elsewhere: they go back to their post, where the displays are."""
        away = (
            person.on_duty and not person.task and person.post is not None and person.place not in (None, person.post)
        )
        if away and not self._is_awaited(person.id):
            self._world.kernel.env.process(self._return(person, person.place or "", person.post or ""))

    def _goes_by_his_post(self, person: PersonState) -> bool:
        """Return whether somebody on duty stands at their post: then they go there and tell what they know before they
        leave."""
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
        self.arrive(person, post)
        self.release(person)

    def _return(self, person: PersonState, start: str, post: str) -> Process:
        if self._roads.chain(start, post) is None:
            return
        takes = self._set_out(person, start, post)
        number = self._world.demands[f"back/{person.id}"]
        person.left = start
        yield self._world.kernel.env.timeout(takes)
        if _is_leaving(person, start) and not person.task and self._world.demands[f"back/{person.id}"] == number:
            person.left = None
            self.arrive(person, post)

    def _set_out(self, person: PersonState, start: str, post: str) -> int:
        """The person leaves for their post; gives how long they are on the way, ms."""
        number = self._world.demand(f"back/{person.id}")
        name = f"travel/{person.id}/{start}/{post}/back"
        self._world.emit("travel_begins", person=person.id, **{"from": start}, to=post, step="")
        takes = self._world.luck.trip_ms(self._roads.chain(start, post) or (), name, number)
        self._people.move(person, None, (post, self._world.now + takes))
        return takes


def _firing(event: simpy.Event) -> Callable[[], None]:
    def fire() -> None:
        if not event.triggered:
            event.succeed()

    return fire


def _is_leaving(person: PersonState, place: str) -> bool:
    """Return whether the person is still on the way they set out on: meanwhile others may have turned them round."""
    return person.left == place

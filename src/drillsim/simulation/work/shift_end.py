"""The end of a shift in mid-step: the person stays, or the next holder on duty takes the step over."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import suppress
from typing import Any

import simpy

from drillsim.schema import VERBS
from drillsim.simulation.core.world import World
from drillsim.simulation.people.people import People, PersonState
from drillsim.simulation.plan.card_run import StepRun
from drillsim.simulation.plan.journeys import Journeys
from drillsim.simulation.plan.posts import Posts

Process = Generator[Any, Any, None]
Team = list[PersonState]


class ShiftEnds:
    """Work that may change hands. Nobody is relieved by somebody who is busy, or when nobody is there: then the person
    stays.

    Handing over takes the time of both; the rest of the work goes on after it.
    """

    def __init__(self, world: World, people: People, posts: Posts, journeys: Journeys) -> None:
        self._world, self._people, self._posts, self._journeys = world, people, posts, journeys
        self._rule = world.plan.shift_end

    def work(self, run: StepRun, team: Team, ms: int) -> Process:
        """`ms` of work of the team, with whatever handing over comes in between; less where its end is reported."""
        env = self._world.kernel.env
        if self._rule.then == "stay":
            yield from _until_reported(run, env.timeout(ms))
            return
        end = self._world.now + ms
        while self._world.now < end and not run.reported:
            before = self._world.now
            yield from self._relieve(run, team)
            end += self._world.now - before
            yield from _until_reported(run, env.timeout(end - self._world.now) | self._posts.shift_change(run.name))
            self._posts.leave_work(run.name)

    def _relieve(self, run: StepRun, team: Team) -> Process:
        for place, person in enumerate(team):
            until = person.duty_until
            if until is None or until > self._world.now or person.ghost:
                continue
            roles = run.roles if place == 0 else (run.step.by.supervisor or run.roles[0],)
            fresh = next((p for p in self._people.any_of(roles) if self._can_take(p, team)), None)
            if fresh is not None:
                self._world.turned_to.person(fresh.id)
                yield from self._hand_over(run, team, place, fresh)

    def _can_take(self, person: PersonState, team: Team) -> bool:
        fresh = person.duty_until is None or person.duty_until > self._world.now
        return person.on_duty and not person.task and fresh and all(person.id != other.id for other in team)

    def _hand_over(self, run: StepRun, team: Team, place: int, fresh: PersonState) -> Process:
        w, old = self._world, team[place]
        fresh.task = run.name
        if old.place is not None:
            yield from self._journeys.go(run, [fresh], old.place, 0)
        takes = self._rule.takes or VERBS["hand_over"].takes
        yield w.kernel.env.timeout(w.luck.ms(takes, f"hand_over/{run.name}/{old.id}"))
        self._people.brief(fresh, old.id, run.name)
        w.emit("handed_over", step=run.name, person=old.id, to=fresh.id)
        team[place] = fresh
        run.by = tuple(p.id for p in team)
        self._posts.release(old)


def _until_reported(run: StepRun, event: simpy.Event) -> Process:
    """Until `event`, or until somebody reports that the step has ended."""
    if run.reported:
        return
    run.is_at_work = True
    with suppress(simpy.Interrupt):
        yield event
    run.is_at_work = False

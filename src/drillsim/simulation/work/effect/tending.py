"""Looking after people: non-electrical measures that somebody keeps up, and places that are emptied."""

from __future__ import annotations

from collections.abc import Callable

from drillsim.simulation.core.world import World
from drillsim.simulation.people.people import People, PersonState
from drillsim.simulation.plan.card_run import StepRun
from drillsim.simulation.plan.posts import Posts
from drillsim.simulation.plant import Plant
from drillsim.simulation.work.effect.outcome import Act, Outcome


class Tending:
    """Applies measures, empties places."""

    def __init__(self, world: World, plant: Plant, people: People, posts: Posts) -> None:
        self._world, self._plant, self._people, self._posts = world, plant, people, posts
        self._keepers: dict[str, str] = {}
        """People who keep a measure up, with which."""

    def acts(self) -> dict[str, Act]:
        """Verb → what it does."""
        return {"apply": self._apply, "evacuate": self._evacuate}

    def kept_by(self, person: PersonState) -> str:
        """Return the measure this person keeps up now; empty when they are free."""
        return self._keepers.get(person.id, "")

    def _apply(self, run: StepRun, measure: str, who: tuple[PersonState, ...]) -> Outcome:
        """Somebody of the measure's role stays with it while it lasts; without a role it goes on by itself. Who applied
        it knows that it is applied, who stands there when its time is up knows that."""
        role = self._world.site.measures[measure].by
        keeper = None if role is None else self._keeper(role, who)
        if not self._plant.functions.measures.begins(measure, self._releaser(keeper, measure, run.name)):
            return Outcome.FAILED
        if keeper is not None:
            self._keepers[keeper.id] = measure
        self._people.learn(self._people.together(who[0]), [(("measure", measure), "applied")], "doing", run.name)
        return Outcome.WORKED

    def _keeper(self, role: str, who: tuple[PersonState, ...]) -> PersonState:
        """Return one of those who applied it, if they hold the role; else the one who did it."""
        return next((p for p in who if self._people.may_do(p.id, role)), who[0])

    def _releaser(self, keeper: PersonState | None, measure: str, step: str) -> Callable[[], None]:
        place = self._world.site.measures[measure].place

        def over() -> None:
            there = self._people.together(keeper) if keeper else self._people.at(place) if place else []
            self._people.learn(there, [(("measure", measure), "over")], "doing", step)
            if keeper is None or not self._keepers.pop(keeper.id, ""):
                return
            if keeper.task.startswith("measure "):  # else they are still at the step and free when that is done
                self._posts.release(keeper)

        return over

    def _evacuate(self, run: StepRun, target: str, who: tuple[PersonState, ...]) -> Outcome:
        """The place is empty; what still runs in it runs on."""
        self._world.emit("evacuated", target=target, step=run.name, by=who[0].id)
        self._world.note(("evacuated", target), "yes")
        return Outcome.WORKED

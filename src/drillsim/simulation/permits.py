"""The dispatcher's permissions: asked for, decided on, given or refused, waived where life is in danger."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

from drillsim.schema import numbered
from drillsim.simulation.card_run import StepRun
from drillsim.simulation.people import People, PersonState
from drillsim.simulation.posts import Posts
from drillsim.simulation.waiting import Waiting
from drillsim.simulation.world import World

Process = Generator[Any, Any, None]
Answer = Generator[Any, Any, bool]
TRY_AGAIN_MS = 30_000
"""Between two tries while a channel is out or the dispatcher speaks to somebody else; assumed."""


class Permits:
    """All permits of one run. One covers its task until the card begins anew; a refusal stands, once asked again.

    Each pass of a card asks for its own: `taken` below are permits with the number of the pass from the second on.
    """

    def __init__(self, world: World, people: People, posts: Posts, waiting: Waiting) -> None:
        self._world, self._people, self._posts, self._waiting = world, people, posts, waiting
        self.given: dict[str, str] = {}
        """Permits taken, with who gave them."""
        self._refused: set[str] = set()
        self._asked: set[str] = set()
        self.waived: dict[str, list[str]] = {}
        """Permits each step went without, because life was in danger; reported after."""

    def over(self, step: str, things: Sequence[str]) -> tuple[str, ...]:
        """Permits without which nobody operates any of `things`, or does this step, in file order."""
        return tuple(
            name
            for name, permit in self._world.plan.permits.items()
            if step in permit.steps or any(thing in permit.covers for thing in things)
        )

    def allow(self, run: StepRun, switch: str) -> bool:
        """Whether there is a permit over the switch and the step has it."""
        names = self.over(run.step.id, (switch,))
        return bool(names) and all(_taken(name, run) in self.given for name in names)

    def is_waived(self, run: StepRun) -> bool:
        """Whether the step was begun without its permit because life was in danger."""
        return run.name in self.waived

    # -- asking ----------------------------------------------------------------------------------------------------
    def obtain_all(self, run: StepRun, asker: PersonState, things: Sequence[str]) -> Answer:
        """Every permit the step takes; False when one is refused."""
        for name in self.over(run.step.id, things):
            if _taken(name, run) in self.given:
                continue
            if run.step.danger_to_life and self._world.plan.order_rules.danger_to_life_first:
                self.waived.setdefault(run.name, []).append(name)
                self._world.emit("permit_waived", permit=name, step=run.name, why="danger_to_life")
            elif not (yield from self.obtain(run, asker, name)):
                return False
        return True

    def obtain(self, run: StepRun, asker: PersonState, name: str) -> Answer:
        """Asks for a permit unless somebody has, and waits for the answer: given or not."""
        w, taken = self._world, _taken(name, run)

        def answered() -> bool:
            return taken in self.given or taken in self._refused

        if w.what_if.skips(run.name, "permit") and not answered():
            self._give(name, taken, "")
        if not answered():
            if taken not in self._asked:
                self._asked.add(taken)
                w.kernel.env.process(self._decide(run, asker, name, taken))
            yield from self._waiting.hold(run, "permit", (name,), answered, asker)
        return taken in self.given

    def _decide(self, run: StepRun, asker: PersonState, name: str, taken: str) -> Process:
        """The dispatcher answers the call, decides, gives the permit or refuses it."""
        w, permit = self._world, self._world.plan.permits[name]
        for number in (0, 1):
            giver = yield from self._get_through(name)
            w.emit("permit_asked", permit=name, step=run.name, person=asker.id)
            yield w.kernel.env.timeout(w.luck.ms(permit.decides_in, f"permit/{taken}", number))
            self._posts.release(giver)
            if not self._refuses(name, taken, number):
                self._give(name, taken, giver.id)
                return
            w.emit("permit_refused", permit=name, step=run.name, by=giver.id)
            if number or permit.asked_again_after is None:
                break
            yield w.kernel.env.timeout(permit.asked_again_after)
        self._refused.add(taken)
        w.wake()

    def _get_through(self, name: str) -> Generator[Any, Any, PersonState]:
        """The first of the dispatchers who is free and can be reached; he is busy with it."""
        permit = self._world.plan.permits[name]
        while True:
            free = [p for p in self._people.candidates(permit.from_) if not p.task and not p.unreachable]
            if free and self._world.channel_works(permit.channel):
                self._world.turned_to.person(free[0].id)
                free[0].task = f"permit {name}"
                return free[0]
            yield self._world.kernel.env.timeout(TRY_AGAIN_MS)

    def _refuses(self, name: str, taken: str, number: int) -> bool:
        chance = self._world.plan.permits[name].refuses
        refused = bool(self._world.permits_refused.get(name))
        return self._world.has_fault("permit_refused", name, refused) or self._world.luck.happens(
            chance, f"refuses/{taken}", number
        )

    def _give(self, name: str, taken: str, by: str) -> None:
        self.given[taken] = by
        self._world.emit("permit_given", permit=name, by=by)
        self._world.wake()


def _taken(name: str, run: StepRun) -> str:
    """The permit as this pass of the card takes it."""
    return numbered(name, run.card.number if run.card else 1)

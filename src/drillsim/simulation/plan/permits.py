"""The dispatcher's permissions: asked for, decided on, given or refused; waived where life is in danger, or where the
agreement has what is dead opened without asking."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Any

import simpy

from drillsim.schema import Step, first_name, numbered
from drillsim.simulation.core.world import World
from drillsim.simulation.people.people import People, PersonState
from drillsim.simulation.plan.card_run import StepRun
from drillsim.simulation.plan.posts import Posts
from drillsim.simulation.plan.waiting import Waiting

Process = Generator[Any, Any, None]
Answer = Generator[Any, Any, bool]
TRY_AGAIN_MS = 30_000
"""Between two tries while a channel is out or the dispatcher speaks to somebody else; assumed."""


@dataclass(slots=True)
class Request:
    """A permit somebody waits for, and the giver they have asked, who does nothing else until they have answered."""

    permit: str
    taken: str
    step: str
    giver: PersonState
    answered: simpy.Event
    number: int
    """0; 1 for what is asked once more after a refusal."""
    asked_ms: int
    gives: bool | None = None
    """The plan's answer, once it has one."""
    is_considered: bool = False
    """True once the plan decides on it."""


class Permits:
    """All permits of one run. One covers its task until the card begins anew; a refusal stands, once asked again.

    Each pass of a card asks for its own: `taken` below are permits with the number of the pass from the second on.
    """

    def __init__(
        self, world: World, people: People, posts: Posts, waiting: Waiting, is_answered_by_plan: Callable[[str], bool]
    ) -> None:
        self._world, self._people, self._posts, self._waiting = world, people, posts, waiting
        self._is_answered_by_plan = is_answered_by_plan
        """Function that says whether the plan answers for a role; else whoever plays it does."""
        self.given: dict[str, str] = {}
        """Permits taken, with who gave them."""
        self._refused: set[str] = set()
        self._asked: set[str] = set()
        self.requests: dict[str, Request] = {}
        """Requests that are not answered, by the permit as it is taken."""
        self.waived: dict[str, dict[str, str]] = {}
        """Permits each step went without, with why: `danger_to_life` or `agreement`; reported after."""

    def over(self, step: str, things: Sequence[str]) -> tuple[str, ...]:
        """Permits without which nobody operates any of `things`, or does this step, in file order."""
        return tuple(
            name
            for name, permit in self._world.plan.permits.items()
            if step in permit.steps or any(thing in permit.covers for thing in things)
        )

    def allow(self, run: StepRun, switch: str) -> bool:
        """Return whether there is a permit over the switch and the step has it."""
        names = self.over(run.step.id, (switch,))
        return bool(names) and all(self.has(name, run) for name in names)

    def was_given(self, name: str) -> bool:
        """Return whether anybody has been given it."""
        return any(first_name(taken) == name for taken in self.given)

    def has(self, name: str, run: StepRun) -> bool:
        """Return whether the step has the permit; a step without a card goes by any that was given."""
        if run.card is None:
            return self.was_given(name)
        return _taken(name, run) in self.given

    def is_waived(self, run: StepRun, switch: str) -> bool:
        """Return whether the step may operate the switch without its permit: life was in danger when it began; or it is
        by agreement and the switch is still dead."""
        whys = self.waived.get(run.name, {}).values()
        return "danger_to_life" in whys or ("agreement" in whys and self._is_dead(switch))

    # -- asking ----------------------------------------------------------------------------------------------------
    def obtain_all(self, run: StepRun, asker: PersonState, things: Sequence[str]) -> Answer:
        """Every permit the step takes; False when one is refused."""
        for name in self.over(run.step.id, things):
            if _taken(name, run) in self.given:
                continue
            why = self._why_waived(run, name, things)
            if why:
                self.waived.setdefault(run.name, {})[name] = why
                self._world.emit("permit_waived", permit=name, step=run.name, why=why)
            elif not (yield from self.obtain(run, asker, name)):
                return False
        return True

    def _why_waived(self, run: StepRun, name: str, things: Sequence[str]) -> str:
        """Why nobody waits for the permit; empty where it is due."""
        if run.step.danger_to_life and self._world.plan.order_rules.danger_to_life_first:
            return "danger_to_life"
        return "agreement" if self._is_agreed(run.step, name, things) else ""

    def _is_agreed(self, step: Step, name: str, things: Sequence[str]) -> bool:
        """Return whether the step opens, of `things`, only what is dead on both sides, and the agreement permits
        that."""
        permit = self._world.plan.permits[name]
        over = [thing for thing in things if thing in permit.covers] or list(things)
        agreed = permit.dead_may_open and step.do in ("open", "trip") and bool(over)
        return agreed and all(self._is_dead(thing) for thing in over)

    def stands_for_what_follows(self, run: StepRun, name: str) -> bool:
        """Return whether a request for it is a word sent ahead, and no answer is waited for: right behind it comes
        nothing but the opening of what is dead, which the agreement permits."""
        behind = [step for _, step in self._world.plan.steps() if run.step.id in step.predecessors]
        return bool(behind) and all(self._is_agreed(step, name, step.target) for step in behind)

    def _is_dead(self, switch: str) -> bool:
        """Return whether the switch is dead on both sides."""
        index = self._world.net.switch_index.get(switch)
        return index is not None and not any(self._world.live[node] for node in self._world.net.switch_nodes(index))

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
                w.kernel.env.process(self._ask(run, asker, name, taken))
            yield from self._waiting.hold(run, "permit", (name,), answered, asker)
        return taken in self.given

    def _ask(self, run: StepRun, asker: PersonState, name: str, taken: str) -> Process:
        """The dispatcher answers the call and decides; after a refusal they may be asked once more."""
        w, permit = self._world, self._world.plan.permits[name]
        for number in (0, 1):
            giver = yield from self._get_through(name)
            if taken in self.given:  # meanwhile, unasked
                self._posts.release(giver)
                return
            w.emit("permit_asked", permit=name, step=run.name, person=asker.id)
            asked = Request(name, taken, run.name, giver, w.kernel.env.event(), number, w.now)
            self.requests[taken] = asked
            if self._is_answered_by_plan(permit.from_):
                yield from self._consider(asked)
            yield asked.answered
            if taken in self.given:
                return
            if number or permit.asked_again_after is None:
                break
            yield w.kernel.env.timeout(permit.asked_again_after)
            if taken in self.given:
                return
        self._refused.add(taken)
        w.wake()

    def _consider(self, asked: Request) -> Process:
        """The plan takes the time to decide, counted from when it was asked, and has an answer."""
        w, asked.is_considered = self._world, True
        takes_ms = w.luck.ms(w.plan.permits[asked.permit].decides_in, f"permit/{asked.taken}", asked.number)
        yield w.kernel.env.timeout(max(0, asked.asked_ms + takes_ms - w.now))
        if not asked.answered.triggered:
            asked.gives = not self._refuses(asked.permit, asked.taken, asked.number)
            w.wake()

    # -- answering -------------------------------------------------------------------------------------------------
    def look_again(self) -> None:
        """Have the plan decide on what is open and nobody of its own decided on: others answer from now on."""
        for each in self.requests.values():
            if not each.is_considered and self._is_answered_by_plan(self._world.plan.permits[each.permit].from_):
                self._world.kernel.env.process(self._consider(each))

    def decided(self) -> list[tuple[str, str, str, bool]]:
        """Return the permits whose answer the plan has: permit, the role that gives it, who was asked, whether they
        give it."""
        if not self.requests:
            return []
        return [
            (each.permit, self._world.plan.permits[each.permit].from_, each.giver.id, each.gives)
            for each in self.requests.values()
            if each.gives is not None
        ]

    def is_over(self, name: str) -> bool:
        """Return whether the permit has been given to all that ask for it, so that there is nothing left to give."""
        return not self._open(name) and self.was_given(name)

    def is_asked(self, name: str) -> bool:
        """Return whether somebody waits for an answer."""
        return bool(self._open(name))

    def is_asked_of(self, name: str, person: str) -> bool:
        """Return whether this person is the one who was asked."""
        return any(each.giver.id == person for each in self._open(name))

    def _open(self, name: str) -> list[Request]:
        return [each for each in self.requests.values() if each.permit == name]

    def answer(self, name: str, by: str, *, gives: bool) -> None:
        """`by` gives the permit to all who ask for it, or beforehand; or refuses it to them."""
        asked = self._open(name)
        for each in asked:
            del self.requests[each.taken]
            self._posts.release(each.giver)
            if gives:
                self._give(name, each.taken, by)
            else:
                self._world.emit("permit_refused", permit=name, step=each.step, by=by)
            each.answered.succeed()
        if gives and not asked:
            self._refused.discard(name)
            self._give(name, name, by)

    def _get_through(self, name: str) -> Generator[Any, Any, PersonState]:
        """Return the first of the dispatchers who is free and can be reached; they are busy with it."""
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

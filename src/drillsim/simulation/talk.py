"""Calls: messages at the end of a step, permits, calling people in. Each takes time and may go unanswered."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from drillsim.schema.plan import Tell
from drillsim.simulation.knowledge import Fact, Value
from drillsim.simulation.people import People, PersonState
from drillsim.simulation.progress import Progress, StepRun
from drillsim.simulation.waiting import Waiting
from drillsim.simulation.world import World

Process = Generator[Any, Any, None]
TRY_AGAIN_MS = 30_000
"""Between two tries while a channel is out; assumed."""


class Talk:
    """Everything that goes over a channel."""

    def __init__(self, world: World, people: People, progress: Progress, waiting: Waiting) -> None:
        self._world, self._people, self._progress, self._waiting = world, people, progress, waiting
        self.permits: dict[str, str] = {}
        """Permits given, with who gave them."""
        self._asked: set[str] = set()

    # -- messages --------------------------------------------------------------------------------------------------
    def tell_all(self, run: StepRun, teller: PersonState, *, talking: bool) -> Process:
        """Every message of the step, one after another; the first one of a talking step has had its time."""
        for number, tell in enumerate(run.step.tells):
            yield from self._tell(run, teller, tell, 0 if talking and number == 0 else tell.takes)

    def _tell(self, run: StepRun, teller: PersonState, tell: Tell, takes: int) -> Process:
        w = self._world
        holders = [p for p in self._people.holders(tell.to) if p.id != teller.id]
        listeners = [p for p in holders if p.on_duty] or [p for p in holders if p.comes_in]
        attempt, place = 0, 0
        while listeners:
            person = listeners[place % len(listeners)]
            w.emit("message_sent", step=run.name, person=teller.id, to=tell.to, channel=tell.channel)
            if (person.place == teller.place and person.place is not None) or self._answers(run, person, tell, attempt):
                if takes:
                    yield w.kernel.env.timeout(takes)
                self._deliver(run, teller, person, tell)
                return
            w.emit(
                "message_unanswered", step=run.name, person=teller.id, to=tell.to, channel=tell.channel, attempt=attempt
            )
            if w.what_if.skips(run.name, "resource"):
                return
            yield from self._after_silence(run, teller, tell)
            attempt += 1
            if tell.no_answer.then == "proceed" or (tell.no_answer.then == "next" and place + 1 >= 3 * len(listeners)):
                return
            place += tell.no_answer.then == "next"

    def _answers(self, run: StepRun, person: PersonState, tell: Tell, attempt: int) -> bool:
        w = self._world
        if not self.channel_works(tell.channel) or person.unreachable or person.is_absent:
            return w.what_if.skips(run.name, "resource") and not person.is_absent
        chance = w.site.channels[tell.channel].no_answer
        return not w.luck.happens(chance, f"call/{run.name}/{person.id}", attempt)

    def _after_silence(self, run: StepRun, teller: PersonState, tell: Tell) -> Process:
        on = tell.to if self.channel_works(tell.channel) else tell.channel
        yield from self._waiting.pause(run, "resource", (on,), max(tell.no_answer.after, 1_000), teller)

    def channel_works(self, channel: str) -> bool:
        """Whether it has supply and is not cut."""
        return not self._world.channels_lost.get(channel) and self._world.works(
            self._world.site.channels[channel].needs
        )

    def _deliver(self, run: StepRun, teller: PersonState, person: PersonState, tell: Tell) -> None:
        w = self._world
        news = self._content(run, teller, tell)
        rows = [[kind, name, value] for (kind, name), value, _ in news]
        w.emit("message_received", step=run.name, person=person.id, facts=rows)
        self._people.learn_dated(self._hearers(teller, person, tell), news, "message", run.name)

    def _hearers(self, teller: PersonState, person: PersonState, tell: Tell) -> list[PersonState]:
        """Who stands beside the listener; by a channel all hear, everybody on duty of the role too."""
        found = {p.id: p for p in self._people.together(person)}
        if self._world.site.channels[tell.channel].all_hear:
            others = (p for p in self._people.holders(tell.to) if p.on_duty and not p.unreachable and p.id != teller.id)
            found |= {p.id: p for p in others}
        return list(found.values())

    def _content(self, run: StepRun, teller: PersonState, tell: Tell) -> list[tuple[Fact, Value, int]]:
        """What is said: the facts as the teller believes them, that the step is done, that its card is active."""
        found: list[tuple[Fact, Value, int]] = []
        for name in tell.facts:
            fact = (self._world.kind_of[name], name)
            belief = self._people.knowledge.of(teller.id, fact)
            if belief is not None:
                found.append((fact, belief.value, max(belief.as_of, -1)))
        now = self._world.now
        found += [(("step", run.name), "done", now), (("message", run.name), "received", now)]
        if run.card_id:
            found.append((("card", run.card_id), "active", now))
        return found

    # -- permits ---------------------------------------------------------------------------------------------------
    def permits_for(self, devices: tuple[str, ...]) -> tuple[str, ...]:
        """Permits that cover any of `devices`, in file order."""
        return tuple(name for name, permit in self._world.plan.permits.items() if set(permit.covers) & set(devices))

    def obtain(self, run: StepRun, asker: PersonState, name: str) -> Process:
        """Asks for a permit unless it is given, and waits for the answer."""
        w = self._world
        if name in self.permits:
            return
        if w.what_if.skips(run.name, "permit"):
            self._give(name, "")
            return
        self._progress.wait(run, "permit", (name,), asker)
        if name not in self._asked:
            self._asked.add(name)
            w.kernel.env.process(self._decide(run, asker, name))
        while name not in self.permits:
            yield w.next_change()
        self._progress.go_on(run)

    def _decide(self, run: StepRun, asker: PersonState, name: str) -> Process:
        """The dispatcher answers the call, decides, gives the permit."""
        w, permit = self._world, self._world.plan.permits[name]
        while True:
            free = [p for p in self._people.candidates(permit.from_) if not p.task and not p.unreachable]
            if free and self.channel_works(permit.channel):
                break
            yield w.kernel.env.timeout(TRY_AGAIN_MS)
        giver = free[0]
        giver.task = f"permit {name}"
        w.emit("permit_asked", permit=name, step=run.name, person=asker.id)
        yield w.kernel.env.timeout(w.luck.ms(permit.decides_in, f"permit/{name}"))
        self._people.release(giver)
        self._give(name, giver.id)

    def _give(self, name: str, by: str) -> None:
        self.permits[name] = by
        self._world.emit("permit_given", permit=name, by=by)
        self._waiting.wake()

    # -- asking around -------------------------------------------------------------------------------------
    def ask_around(self, run: StepRun, person: PersonState, facts: tuple[Fact, ...]) -> None:
        """He phones those on duty and takes over the newest that any of them knows."""
        for other in self._people.states.values():
            if other.id != person.id and other.on_duty and not other.is_absent and not other.unreachable:
                for fact in facts:
                    belief = self._people.knowledge.of(other.id, fact)
                    if belief is not None:
                        self._people.learn([person], [(fact, belief.value)], "asking", other.id, belief.as_of)

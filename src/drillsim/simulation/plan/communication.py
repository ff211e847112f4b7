"""Calls: messages at the end of a step, questions, hand-overs. Each takes time and may go unanswered."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from typing import Any

from drillsim.schema import Compiled, Tell, follows_from
from drillsim.simulation.core.knowledge import Fact, Value
from drillsim.simulation.core.world import World
from drillsim.simulation.people.people import People, PersonState
from drillsim.simulation.plan.card_run import StepRun
from drillsim.simulation.plan.progress import Progress
from drillsim.simulation.plan.waiting import Waiting

Process = Generator[Any, Any, None]


@follows_from("plan")
def _ways(dossier: Compiled) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """From which role to which → the channels of the contact tree."""
    return {(way.from_, way.to): way.channels for way in dossier.plan.contact_tree}


class Communication:
    """Everything that goes over a channel."""

    def __init__(self, world: World, people: People, progress: Progress, waiting: Waiting) -> None:
        self._world, self._people, self._progress, self._waiting = world, people, progress, waiting
        self._ways = _ways(world.case.dossier)

    # -- messages --------------------------------------------------------------------------------------------------
    def tell_all(self, run: StepRun, teller: PersonState, *, worked_ms: int | None) -> Process:
        """Every message of the step, one after another; the first one of a talking step had its time, `worked_ms`."""
        for number, tell in enumerate(run.step.tells):
            had = worked_ms if number == 0 else None
            takes = tell.takes if had is None else 0
            extra = (tell.takes if had is None else had) // 2 if tell.read_back else 0
            yield from self.tell(run, teller, tell, takes + extra)

    def tell(self, run: StepRun, teller: PersonState, tell: Tell, takes: int) -> Process:
        """One message, tried until somebody answers or the plan gives up: the ways in their order, then after a pause
        the next or the same holder of the role."""
        holders = [p for p in self._people.holders(tell.to) if p.id != teller.id]
        listeners = [p for p in holders if p.on_duty] or [p for p in holders if p.comes_in]
        self._world.turned_to.people(p.id for p in (teller, *listeners))
        attempt, place, until_ms = 0, 0, self._waiting.latest(run) if listeners else None
        while listeners:
            if (yield from self._try_ways(run, teller, tell, takes, listeners[place % len(listeners)], attempt)):
                return
            self._waiting.mind_end(run, until_ms)
            attempt += 1
            if tell.no_answer.then == "proceed" or (tell.no_answer.then == "next" and place + 1 >= 3 * len(listeners)):
                return
            place += tell.no_answer.then == "next"

    def _try_ways(
        self, run: StepRun, teller: PersonState, tell: Tell, takes: int, person: PersonState, attempt: int
    ) -> Generator[Any, Any, bool]:
        """Return whether the person is reached by any way; a way that is plainly out is left at once for the next."""
        w, channels = self._world, self._channels(run, tell)
        for channel in channels:
            w.emit("message_sent", step=run.name, person=teller.id, to=tell.to, channel=channel)
            if self._is_beside(teller, person) or self._answers(run, person, channel, attempt):
                place = person.place
                if takes:
                    yield w.kernel.env.timeout(takes)
                self._deliver(run, teller, person, tell, channel, place)
                return True
            w.emit("message_unanswered", step=run.name, person=teller.id, to=tell.to, channel=channel, attempt=attempt)
            if w.what_if.skips(run.name, "resource"):
                return True
            if w.channel_works(channel) or channel == channels[-1]:
                yield from self._after_silence(run, teller, tell, channel)
        return False

    def _channels(self, run: StepRun, tell: Tell) -> tuple[str, ...]:
        """The way the step names, then those of the contact tree from this role to that."""
        further = (channel for role in run.roles for channel in self._ways.get((role, tell.to), ()))
        return tuple(dict.fromkeys((tell.channel, *further)))

    @staticmethod
    def _is_beside(teller: PersonState, person: PersonState) -> bool:
        return person.place == teller.place and person.place is not None

    def _answers(self, run: StepRun, person: PersonState, channel: str, attempt: int) -> bool:
        w = self._world
        if not w.channel_works(channel) or person.unreachable or person.is_absent:
            return w.what_if.skips(run.name, "resource") and not person.is_absent
        by = "" if channel in (tell.channel for tell in run.step.tells) else f"/{channel}"
        return not w.luck.happens(w.site.channels[channel].no_answer, f"call/{run.name}/{person.id}{by}", attempt)

    def _after_silence(self, run: StepRun, teller: PersonState, tell: Tell, channel: str) -> Process:
        on = tell.to if self._world.channel_works(channel) else channel
        yield from self._waiting.pause(run, "resource", (on,), max(tell.no_answer.after, 1_000), teller)

    def _deliver(
        self, run: StepRun, teller: PersonState, person: PersonState, tell: Tell, channel: str, place: str | None
    ) -> None:
        w = self._world
        if run.step.do == "ask":
            self._answer(teller, person, tell)
        news = self._content(run, teller, tell)
        rows = [[kind, name, value] for (kind, name), value, _ in news]
        w.emit("message_received", step=run.name, person=person.id, facts=rows)
        self._progress.tell(run)
        hearers = self._hearers(teller, person, tell, channel, place)
        run.told += tuple(each.id for each in hearers)
        self._people.learn_dated(hearers, news, "message", run.name)
        if run.step.do == "hand_over":
            self._people.brief(person, teller.id, run.name)

    def _answer(self, asker: PersonState, person: PersonState, tell: Tell) -> None:
        """The person who is asked says what they know of the facts."""
        self._world.turned_to.dates_of(person.id)
        for fact in ((self._world.kind_of[name], name) for name in tell.facts):
            belief = self._people.knowledge.of(person.id, fact)
            if belief is not None:
                asking = self._people.together(asker)
                self._people.learn(asking, [(fact, belief.value)], "asking", person.id, max(belief.as_of, -1))

    def _hearers(
        self, teller: PersonState, person: PersonState, tell: Tell, channel: str, place: str | None
    ) -> list[PersonState]:
        """Return the listener, and those in the place the call was taken in, though the listener's shift may be over by
        now; by a channel all hear, everybody on duty of the role too."""
        beside = self._people.at(place) if place is not None else []
        found = {p.id: p for p in (*beside, person)}
        if self._world.site.channels[channel].all_hear:
            others = (p for p in self._people.holders(tell.to) if p.on_duty and not p.unreachable and p.id != teller.id)
            found |= {p.id: p for p in others}
        return list(found.values())

    def _content(self, run: StepRun, teller: PersonState, tell: Tell) -> list[tuple[Fact, Value, int]]:
        """Return the words of the call: the facts as the teller believes them, that the step is done, that its card is
        active."""
        found: list[tuple[Fact, Value, int]] = []
        if tell.facts:
            self._world.turned_to.dates_of(teller.id)
        for name in tell.facts:
            fact = (self._world.kind_of[name], name)
            belief = self._people.knowledge.of(teller.id, fact)
            if belief is not None:
                found.append((fact, belief.value, max(belief.as_of, -1)))
        now = self._world.now
        found += [(("step", run.name), "done", now), (("message", run.written), "received", now)]
        if run.card is not None:
            found.append((("card", run.card.name), "active", now))
        return found

    # -- asking around -------------------------------------------------------------------------------------
    def ask_around(self, run: StepRun, person: PersonState, facts: tuple[Fact, ...]) -> None:
        """The person phones those on duty and takes over the newest that any of them knows."""
        for other in self._people.states.values():
            if other.id != person.id and other.on_duty and not other.is_absent and not other.unreachable:
                self._world.turned_to.person(other.id)
                self._world.turned_to.dates_of(other.id)
                for fact in facts:
                    belief = self._people.knowledge.of(other.id, fact)
                    if belief is not None:
                        self._people.learn([person], [(fact, belief.value)], "asking", other.id, belief.as_of)

"""The people of a run: where they are, who is free, what they see and hear."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from drillsim.schema import Actor, Person
from drillsim.simulation.core.kernel import Priority
from drillsim.simulation.core.knowledge import Dated, Fact, Knowledge, Value
from drillsim.simulation.core.world import World
from drillsim.simulation.people.calendar import Duty, on_duty_at, shift_changes
from drillsim.simulation.people.displays import Displays
from drillsim.simulation.people.visible import viewers, visible_facts

News = Sequence[tuple[Fact, Value]]


@dataclass(slots=True)
class PersonState:
    """One person now. `place` is None on the way; `task` names the step they are at."""

    id: str
    spec: Person
    place: str | None
    on_duty: bool = False
    task: str = ""
    duty_until: int | None = None
    """End of their rostered shift; None for one who was called in, who stays."""
    post: str | None = None
    """Place they stand in on duty while nothing calls them elsewhere."""
    bound: tuple[str, int] | None = field(default=None, compare=False)
    """Place they are on the way to, and the time they will be there, ms."""
    left: str | None = None
    """The place they have just set out from for their post; whoever needs them finds them there."""
    last: str = ""
    """The step of a list they did last, if it is one they stay with."""
    coming: bool = False
    """Called in and on their way to the site."""
    owed: list[Callable[[], None]] = field(default_factory=list, compare=False)
    """Calls they make before they are free again."""
    is_absent: bool = False
    unreachable: int = 0
    ghost: bool = field(default=False, compare=False)
    """A stand-in of a counterfactual: the same person in two places at once."""

    @property
    def away_place(self) -> str | None:
        """The place they are at off duty."""
        return self.spec.off_duty.place if self.spec.off_duty else None

    @property
    def comes_in(self) -> bool:
        """Return whether they come when called off duty."""
        return self.spec.off_duty is not None and self.spec.off_duty.comes_in is not None


class People:
    """Everybody of both sides."""

    def __init__(self, world: World, knowledge: Knowledge, came_or_went: Callable[[str], None], end_ms: int) -> None:
        self._world, self.knowledge = world, knowledge
        self._came_or_went = came_or_went
        """Told who is there, or within reach, or is so no longer."""
        dossier, start = world.case.dossier, world.case.scenario.start
        specs = dossier.customer.people
        self.shift_changes = shift_changes(dossier, start, world.now, end_ms)
        """Within the run."""
        at_start = on_duty_at(dossier, start, world.now, end_ms)
        self.states = {name: _at_start(name, specs[name], duty) for name, duty in at_start}
        self._holders: dict[str, list[PersonState]] = {}
        """Holders of each role, as long as nobody becomes absent or comes back."""
        self._here: dict[str | None, list[PersonState]] = {}
        """People who stand in each place, as long as nobody comes there or goes."""
        self._visible, self._viewers = visible_facts(world.case.dossier), viewers(world.case.dossier)
        self.displays = Displays(world, self)

    def look_around(self) -> None:
        """At the start everybody sees the place they stand in."""
        for place, facts in self._visible.items():
            if here := self.at(place):
                self.learn(here, self._world.seen(facts), "presence", place)

    # -- who -------------------------------------------------------------------------------------------------------
    def holders(self, role: str) -> list[PersonState]:
        """People who hold the role, may do it and are not absent, in list order; not to be changed. A person's own id
        is a role that they alone hold: for what somebody decides to do themselves."""
        if not self._world.what_if.stands(role in self._holders):
            actor, states = self._world.plan.actors.get(role), self.states
            if actor is None:
                self._holders[role] = [] if states[role].is_absent else [states[role]]
            else:
                self._holders[role] = [states[p] for p in actor.held_by if p in states and self._may(states[p], actor)]
        return self._holders[role]

    def candidates(self, role: str, besides: str = "") -> list[PersonState]:
        """Whom a step takes: holders on duty; if there is none, those who come in when called."""
        found = self.holders(role)
        on_duty = [p for p in found if p.on_duty and p.id != besides]
        taken = on_duty or [p for p in found if p.comes_in and not p.unreachable and p.id != besides]
        if taken:  # as long as they are there, it is these the step turns to, be some of the others away
            self._world.turned_to.person(taken[0].id)
        return taken

    def any_of(self, roles: Sequence[str], besides: str = "") -> list[PersonState]:
        """Candidates of several roles, each person once: those on duty first."""
        if len(roles) == 1:
            return self.candidates(roles[0], besides)
        found = {p.id: p for role in roles for p in self.candidates(role, besides)}
        return sorted(found.values(), key=lambda person: not person.on_duty)

    def may_do(self, person: str, role: str) -> bool:
        """Return whether this person holds the role and may do it."""
        return any(each.id == person for each in self.holders(role))

    def _may(self, person: PersonState, actor: Actor) -> bool:
        if person.is_absent:
            return False
        day = self._world.case.scenario.start.date
        return not actor.certificate or any(
            c.kind == actor.certificate and c.until >= day for c in person.spec.certificates
        )

    def together(self, person: PersonState) -> list[PersonState]:
        """Return everybody in their place, the person too."""
        if person.place is None:
            return [self.states[person.id]]
        here = self.at(person.place)
        return here if any(p.id == person.id for p in here) else [*here, self.states[person.id]]

    # -- learning --------------------------------------------------------------------------------------------------
    def learn(self, people: Iterable[PersonState], facts: News, how: str, via: str, as_of: int | None = None) -> bool:
        """They come to know `facts`, true at `as_of` (now); only news is written down. Return whether there was any."""
        moment = self._world.now if as_of is None else as_of
        return self.learn_dated(people, [(fact, value, moment) for fact, value in facts], how, via)

    def learn_dated(self, people: Iterable[PersonState], facts: Sequence[Dated], how: str, via: str) -> bool:
        """As `learn`, each fact true at a moment of its own."""
        told: dict[tuple[tuple[Fact, Value], ...], list[str]] = {}
        now = self._world.now
        for person in people:
            news = tuple(self.knowledge.learn(person.id, facts, now))
            if news:
                told.setdefault(news, []).append(person.id)
        for news, names in told.items():
            self._say_learned(names, news, how, via)
        return bool(told)

    def _say_learned(self, names: list[str], news: News, how: str, via: str) -> None:
        rows = [[kind, name, value] for (kind, name), value in news]
        self._world.emit("learned", people=names, facts=rows, how=how, via=via)
        self._world.kernel.ask(Priority.DECIDE)

    def correct(self, names: Iterable[str], fact: Fact, value: Value | None, by: str) -> None:
        """They believe it from now on, or take back what they believed: None in the journal is nothing."""
        told: dict[Value | None, list[str]] = {}
        for name in names:
            told.setdefault(self.knowledge.correct(name, fact, value, self._world.now), []).append(name)
        for found, people in told.items():
            self._world.emit("learned", people=people, facts=[[*fact, found]], how="correction", via=by)
        self._world.kernel.ask(Priority.DECIDE)

    def see(self, changed: dict[Fact, Value]) -> None:
        """Show what changed to those who stand there."""
        by_place: dict[str, list[tuple[Fact, Value]]] = {}
        for fact, value in changed.items():
            for place in self._viewers.get(fact, ()):
                by_place.setdefault(place, []).append((fact, value))
        for place, facts in by_place.items():
            if here := self.at(place):
                self.learn(here, facts, "presence", place)

    def gauges(self, person: str) -> Mapping[str, float]:
        """Return the levels somebody has before their eyes now, by store, percent: a gauge is read at any time, not
        only when the run says something."""
        state = self.states[person]
        if state.place is None or state.is_absent:
            return {}
        here = (name for kind, name in self._visible.get(state.place, ()) if kind == "store")
        return {name: self._world.reading(name) for name in (*here, *self.displays.gauges_at(state.place))}

    def at(self, place: str) -> list[PersonState]:
        """Return the people who stand in `place`; not to be changed."""
        if not self._world.what_if.stands(place in self._here):
            self._here[place] = [p for p in self.states.values() if p.place == place and not p.is_absent]
        return self._here[place]

    def move(self, person: PersonState, place: str | None, bound: tuple[str, int] | None = None) -> None:
        """From now on they are in `place`; None on the way, to be at the place `bound` names at its moment, ms."""
        self._here.pop(person.place, None)
        self._here.pop(place, None)
        person.place, person.bound = place, bound

    def turn_round(self, person: PersonState) -> None:
        """If they have just set out for their post, they are still where they were."""
        if person.left is not None:
            self.move(person, person.left)
            person.left = None

    def arrive(self, person: PersonState, place: str) -> None:
        """The person is there: they see the place, and all there tell each other what they know."""
        self.move(person, place)
        self._world.emit("arrived", person=person.id, place=place)
        here = self.at(place)
        self.learn([person], self._world.seen(self._visible.get(place, ())), "presence", place)
        self.displays.read_at(place, person)
        news = self.knowledge.share([p.id for p in here], self._world.now, person.id)
        for name, found in news.items():
            if found:
                self._say_learned([name], found, "presence", place)

    def sees_here(self, place: str | None, fact: Fact) -> bool:
        """Return whether `fact` can be seen in `place` with one's own eyes."""
        return place is not None and fact in self._visible.get(place, ())

    def brief(self, person: PersonState, by: str, via: str) -> None:
        """`by` tells the person everything on the phone."""
        news = self.knowledge.brief(person.id, by, self._world.now)
        if news:
            self._say_learned([person.id], news, "message", via)

    # -- faults ----------------------------------------------------------------------------------------------------
    def absent(self, person: str, is_so: bool) -> None:
        """Not there at all, or back."""
        self.states[person].is_absent = is_so
        self._holders.clear()
        self._here.clear()
        self._came_or_went(person)
        self._world.kernel.ask(Priority.DECIDE)

    def unreachable(self, person: str, is_so: bool) -> None:
        """Cannot be reached by any channel."""
        self.states[person].unreachable += 1 if is_so else -1
        self._came_or_went(person)


def _at_start(name: str, spec: Person, duty: Duty | None) -> PersonState:
    if duty is None:
        return PersonState(name, spec, spec.off_duty.place if spec.off_duty else None)
    return PersonState(name, spec, duty.place, on_duty=True, duty_until=duty.to_ms, post=duty.place)

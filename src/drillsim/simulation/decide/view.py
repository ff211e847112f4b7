"""The view of one person: what they know of a run, and what they may decide now. A screen before them may show all of
it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drillsim.schema import VERBS
from drillsim.simulation.core.knowledge import BEFORE, Value
from drillsim.simulation.decide import decisions as d
from drillsim.simulation.decide.checks import OPEN_STEPS, Checks
from drillsim.simulation.decide.deviations import Deviations
from drillsim.simulation.decide.parts import Parts
from drillsim.simulation.decide.sources import Message, Source, Sources
from drillsim.simulation.plan.permits import Request


@dataclass(frozen=True, slots=True)
class Held:
    """One belief. A belief from before the run has neither times nor a source."""

    kind: str
    id: str
    value: Value
    since_ms: int | None
    """Time since when they believe it."""
    as_of_ms: int | None
    """Time it was so, as far as they know: its age is counted from then."""
    source: Source | None


@dataclass(frozen=True, slots=True)
class View:
    """One person now, as they see it themselves; times in ms since T0."""

    person: str
    now_ms: int
    on_duty: bool
    is_absent: bool
    is_reachable: bool
    place: str | None
    """Place they are in; None on the way."""
    bound_for: str | None
    arrives_ms: int | None
    """Time they will be at `bound_for`, the place they are on the way to, ms."""
    doing: str
    """Step they are at, or the task that keeps them: `go <place>`, `permit <id>`, `order <id>`, `measure <id>`,
    `relief`; empty when they are free."""
    beside: tuple[str, ...]
    """People in the same place."""
    beliefs: tuple[Held, ...]
    messages: tuple[Message, ...]
    permits_asked: tuple[tuple[str, str], ...]
    """Permits they are to answer, each with the step it is for."""

    def belief(self, kind: str, name: str) -> Held | None:
        """Return their belief on one thing; None for nothing."""
        return next((each for each in self.beliefs if (each.kind, each.id) == (kind, name)), None)


@dataclass(frozen=True, slots=True)
class Offer:
    """A decision that is open to somebody: it would be accepted now."""

    decision: d.Decision
    deviation: tuple[str, ...] = ()
    """Ways it would depart from the plan; empty for what the plan would do."""
    waits: tuple[str, tuple[str, ...]] | None = None
    """Reason the step waits for, and the ids it waits on, where it does."""


class Views:
    """Looks at a run for one person; looking changes nothing."""

    def __init__(self, parts: Parts, sources: Sources, checks: Checks, deviations: Deviations) -> None:
        self._parts, self._sources, self._checks, self._deviations = parts, sources, checks, deviations
        self._world, self._people, self._progress = parts.world, parts.people, parts.progress

    def view(self, person: str) -> View:
        """Return what the person knows, where they are and what they do. Raises: KeyError for nobody's id."""
        state = self._people.states[person]
        bound, arrives = state.bound if state.place is None and state.bound else (None, None)
        beside = [p.id for p in self._people.together(state) if p.id != person]
        return View(
            person=person,
            now_ms=self._world.now,
            on_duty=state.on_duty,
            is_absent=state.is_absent,
            is_reachable=not state.unreachable,
            place=state.place,
            bound_for=bound,
            arrives_ms=arrives,
            doing=state.task,
            beside=tuple(beside),
            beliefs=tuple(self._beliefs(person)),
            messages=self._sources.messages(person),
            permits_asked=tuple((each.permit, each.step) for each in self._asked_of(person)),
        )

    def _beliefs(self, person: str) -> Iterator[Held]:
        for (kind, name), belief in self._people.knowledge.facts_of(person).items():
            source = self._sources.of(person, (kind, name))
            stood = belief.since == BEFORE
            as_of = None if belief.as_of == BEFORE else belief.as_of
            yield Held(kind, name, belief.value, None if stood else belief.since, as_of, source)

    def _asked_of(self, person: str) -> list[Request]:
        permits = self._world.plan.permits
        requests = self._parts.permits.requests.values()
        return [each for each in requests if self._people.may_do(person, permits[each.permit].from_)]

    def options(self, person: str) -> tuple[Offer, ...]:
        """Return the decisions of the plan that are open to the person, or to the facilitator, and the places they may
        go to. Beyond these anybody may `Tell` and `Ask`, and `Act` as `acts` says. Raises: KeyError for nobody's id."""
        if person != d.FACILITATOR:
            self._people.states[person]
        return tuple(self._offers(person))

    def acts(self) -> dict[str, tuple[str, ...]]:
        """Return the verbs an `Act` may name, each with the ids it can be done to, in file order."""
        verbs = [verb for verb in VERBS if self._parts.perform.does_something(verb)]
        return {verb: tuple(n for n in self._world.kind_of if self._checks.takes(verb, n)) for verb in verbs}

    def _offers(self, person: str) -> Iterator[Offer]:
        for decision in self._asked(person):
            if self._checks.refusal(decision) is None:
                step = getattr(decision, "step", "")
                waits = self._progress.steps[step].wait if step else None
                yield Offer(decision, self._deviations.of(decision), waits)

    def _asked(self, person: str) -> Iterator[d.Decision]:
        """Yield the decisions that might be open to the person; those that are not are refused."""
        if person == d.FACILITATOR:
            yield from (d.Begin(name, person) for name in self._progress.offered)
            yield from (d.Finish(run.name, person) for run in self._progress.steps.values() if run.status == "busy")
            return
        for request in self._asked_of(person):
            yield d.Permit(request.permit, person)
            yield d.Refuse(request.permit, person)
        yield from (d.Activate(name, person) for name, run in self._progress.cards.items() if run.status == "idle")
        for run in self._progress.choosing.values():
            yield from (d.Choose(run.name, option.name, person) for option in run.step.options)
        yield from (d.Begin(name, person, (person,)) for name in self._progress.offered)
        for run in self._progress.steps.values():
            if run.status not in OPEN_STEPS or run.card is None or run.card.status != "active":
                continue
            if any(self._people.may_do(person, role) for role in run.roles):
                yield d.Begin(run.name, person, (person,))
            yield d.Skip(run.name, person)
        yield from (d.Finish(run.name, person) for run in self._progress.steps.values() if run.status == "busy")
        yield from (d.Close(run.card.id, person) for run in self._progress.cards.values() if run.status == "active")
        yield from (d.Go(place, person) for place in self._world.site.places)

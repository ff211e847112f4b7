"""Plans that wait for each other (P07): circles of waits across the two sides, and words nobody sends.

A step waits for its predecessors, for the steps and messages its conditions name, for its permit to be asked for, and
through its card's trigger. The acts of the other side are known only when somebody tells them; a time-out may break
such a wait, but the gap between the plans stays, so time-outs count for nothing here. A wait for one of several things
is in a circle only if all of them are stuck.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from drillsim.schema import After, Card, Condition, Dossier, Plan, Side, Step


@dataclass(frozen=True, slots=True)
class TwoSidedWait:
    """One gap between the two sides. For a circle `steps` go round, each waiting for the next, the first in file
    order first; for a word nobody sends they are the step that waits and, if it exists, the step awaited."""

    kind: Literal["circle", "nobody_sends"]
    steps: tuple[str, ...]
    clauses: tuple[str, ...]
    """The steps' clauses, one each."""
    sides: tuple[Side, ...]
    """The steps' sides, one each."""
    roles: tuple[str, ...]
    """The steps' operating roles, one each."""
    awaited: str = ""
    """Thing of which word is awaited, for a word nobody sends: a step, a device or another id."""


Sight = Mapping[str, frozenset[str]]
"""For each role that cannot go and look: the ids whose state is shown where its people sit."""


def two_sided_waits(plan: Plan, sight: Sight | None = None) -> tuple[TwoSidedWait, ...]:
    """Every wait of one side for the other that the plan itself cannot end, in file order; circles first.

    Waits for facts (a switch that must be known open) count only with `sight`, for the roles in it.
    """
    return _Waits(plan, sight or {}).found()


def utility_sight(dossier: Dossier) -> Sight:
    """Return the facts each role of the utility sees on displays where its people are on duty; it is not on site to
    look."""
    people, shown = dossier.customer.people, _shown(dossier)
    return {
        role: frozenset(
            name
            for person in actor.held_by
            if person in people
            for shift in people[person].shifts
            for name in shown.get(shift.place, ())
        )
        for role, actor in dossier.plan.actors.items()
        if actor.side == "utility"
    }


def _shown(dossier: Dossier) -> dict[str, list[str]]:
    """Place → ids shown there."""
    found: dict[str, list[str]] = {}
    for observation in dossier.site.observations.values():
        for sight in observation.sees:
            ids = (sight.bus, sight.load, sight.switch, sight.source, sight.function, sight.store)
            found.setdefault(observation.shown_at, []).extend(name for each in ids for name in each)
    return found


@dataclass(frozen=True, slots=True)
class _Wait:
    """One wait of a step: `steps` are enough, any of them, when `choice`; otherwise all. `told` asks for a message."""

    steps: tuple[str, ...]
    choice: bool = False


@dataclass(slots=True)
class _Waits:
    plan: Plan
    sight: Sight
    steps: dict[str, tuple[Card, Step]] = field(default_factory=dict)
    waits: dict[str, list[_Wait]] = field(default_factory=dict)
    unsent: dict[str, list[str]] = field(default_factory=dict)
    leading: dict[str, list[str]] = field(default_factory=dict)
    """By step: the steps that turn to it when they fail."""
    telling: list[Step] = field(default_factory=list)
    asking: list[Step] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.steps = {step.id: (card, step) for card, step in self.plan.steps()}
        for _, step in self.steps.values():
            for name in dict.fromkeys(step.on_failure.steps) if step.on_failure else ():
                self.leading.setdefault(name, []).append(step.id)
        self.telling = [step for _, step in self.steps.values() if step.tells]
        self.asking = [step for _, step in self.steps.values() if step.do == "request"]
        for name, (card, step) in self.steps.items():
            self.unsent[name] = []
            self.waits[name] = [wait for wait in self._of(card, step) if wait.steps]

    def found(self) -> tuple[TwoSidedWait, ...]:
        return (*self._circles(), *self._nobody_sends())

    # --- what a step waits for ---

    def _of(self, card: Card, step: Step) -> Iterator[_Wait]:
        role = step.by.operator
        known = tuple(name for name in step.predecessors if name in self.steps)
        yield _Wait(known, isinstance(step.after, After))
        if not isinstance(step.after, After):
            for name in known:
                self._needs_word(step, name, role, across_only=True)
        if step.if_unknown != "proceed":
            for condition in step.awaited():
                yield from self._of_condition(step, condition, role)
        yield from self._of_condition(step, card.trigger, card.activation.by)
        yield self._of_permit(step)
        yield _Wait(tuple(name for name in self.leading.get(step.id, ()) if name != step.id), True)

    def _of_condition(self, step: Step, condition: Condition, role: str) -> Iterator[_Wait]:
        if condition.kind == "not":
            return
        if condition.kind == "any":
            yield self._any(step, condition, role)
        elif condition.kind == "all":
            for part in condition.parts():
                yield from self._of_condition(step, part, role)
        elif condition.kind in ("step", "message"):
            for name in condition.subjects:
                if name in self.steps:
                    self._needs_word(step, name, role, across_only=condition.kind == "step")
                    yield _Wait((name,))
        elif step.if_unknown == "wait" and role in self.sight:
            yield from self._of_facts(step, condition, role)

    def _of_facts(self, step: Step, condition: Condition, role: str) -> Iterator[_Wait]:
        """Waits for the steps that tell `role` what it cannot see; any of them."""
        roles = self._same_people(role)
        for name in condition.subjects:
            if name in self.sight[role]:
                continue
            telling = tuple(each.id for each in self.telling if _tells(each, roles, name))
            if not telling and name not in self.unsent[step.id]:
                self.unsent[step.id].append(name)
            yield _Wait(tuple(each for each in telling if each != step.id), True)

    def _any(self, step: Step, condition: Condition, role: str) -> _Wait:
        """One of several: a wait only if each of them names a step or message."""
        leaves = [leaf for part in condition.parts() for leaf in part.leaves()]
        if any(leaf.kind not in ("step", "message") for leaf in leaves):
            return _Wait(())
        names = tuple(name for leaf in leaves for name in leaf.subjects if name in self.steps)
        if not any(self._is_told(name, role) or self._side(name) == self._side(step.id) for name in names):
            self.unsent[step.id] += [name for name in names[:1] if name not in self.unsent[step.id]]
        return _Wait(names, True)

    def _of_permit(self, step: Step) -> _Wait:
        """The steps that ask for the permit covering its devices; any of them."""
        if step.do == "request":
            return _Wait(())
        targets = frozenset(step.all_targets)
        permits = {name for name, permit in self.plan.permits.items() if not targets.isdisjoint(permit.covers)}
        return _Wait(tuple(each.id for each in self.asking if not permits.isdisjoint(each.target)), True)

    def _needs_word(self, step: Step, name: str, role: str, *, across_only: bool) -> None:
        """Notes that `step` waits for word of `name` which nobody sends to `role`."""
        if across_only and self._side(name) == self._side_of_role(role):
            return
        own = self.steps[name][1].by.operator == role
        if not own and not self._is_told(name, role) and name not in self.unsent[step.id]:
            self.unsent[step.id].append(name)

    def _is_told(self, name: str, role: str) -> bool:
        """Return whether some step sends word of `name` to `role` or to a role one of its people holds too."""
        roles = self._same_people(role)
        asking = [each for each in self.asking if each.id == name]
        asked = {p.from_ for each in asking for n, p in self.plan.permits.items() if n in each.target}
        return bool(roles & asked) or any(_tells(each, roles, name) for each in self.telling)

    def _same_people(self, role: str) -> set[str]:
        actor = self.plan.actors.get(role)
        held = set(actor.held_by) if actor else set()
        return {role, *(name for name, each in self.plan.actors.items() if held & set(each.held_by))}

    def _side_of_role(self, role: str) -> Side:
        actor = self.plan.actors.get(role)
        return actor.side if actor else "customer"

    def _side(self, name: str) -> Side:
        return self._side_of_role(self.steps[name][1].by.operator)

    # --- what cannot end ---

    def _stuck(self) -> dict[str, None]:
        """Steps that can never get ready, each waiting for one of the others; in file order."""
        ready: set[str] = set()
        while True:
            more = {name for name in self.steps if name not in ready and self._may_start(name, ready)}
            if not more:
                return dict.fromkeys(name for name in self.steps if name not in ready)
            ready |= more

    def _may_start(self, name: str, ready: set[str]) -> bool:
        return all((any if wait.choice else all)(each in ready for each in wait.steps) for wait in self.waits[name])

    def _circles(self) -> Iterator[TwoSidedWait]:
        stuck = self._stuck()
        left = dict(stuck)
        for name in stuck:
            if name not in left:
                continue
            circle = self._circle_from(name, stuck)
            if circle and len({self._side(each) for each in circle}) > 1:
                for each in circle:
                    left.pop(each, None)
                yield self._wait("circle", circle)

    def _circle_from(self, start: str, stuck: dict[str, None]) -> tuple[str, ...]:
        """The shortest way from `start` back to itself among stuck steps; empty if it is in no circle."""
        came = {start: ""}
        queue = [start]
        for name in queue:
            for wait in self.waits[name]:
                for each in wait.steps:
                    if each == start:
                        way = [name]
                        while way[-1] != start:
                            way.append(came[way[-1]])
                        return tuple(reversed(way))
                    if each in stuck and each not in came:
                        came[each] = name
                        queue.append(each)
        return ()

    def _nobody_sends(self) -> Iterator[TwoSidedWait]:
        for name, awaited in self.unsent.items():
            for each in awaited:
                steps = (name, each) if each in self.steps else (name,)
                yield self._wait("nobody_sends", steps, awaited=each)

    def _wait(self, kind: Literal["circle", "nobody_sends"], steps: tuple[str, ...], awaited: str = "") -> TwoSidedWait:
        found = [self.steps[name][1] for name in steps]
        return TwoSidedWait(
            kind,
            steps,
            tuple(step.clause for step in found),
            tuple(self._side(name) for name in steps),
            tuple(step.by.operator for step in found),
            awaited,
        )


def _tells(step: Step, roles: set[str], name: str) -> bool:
    """Return whether the step tells one of `roles` about `name`: itself, or one of the facts it passes on."""
    return any(tell.to in roles and (step.id == name or name in tell.facts) for tell in step.tells)

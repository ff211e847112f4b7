"""The resources of the plan: on the shelf, called and on its way, in use, or taken by others."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from drillsim.schema import Resource
from drillsim.simulation.core.kernel import Priority
from drillsim.simulation.core.world import World
from drillsim.simulation.people.people import People, PersonState
from drillsim.simulation.plan.card_run import StepRun

Process = Generator[Any, Any, None]
USED_UP = ("spare",)
"""Kinds that are not given back."""
UNCOUNTED = ("fuel",)
"""Kinds whose quantity is no number of pieces: any number of steps may use them at once."""
TAKEN_FOR_GOOD = (*USED_UP, *UNCOUNTED)


class Resources:
    """All resources of one run.

    One with `mobilise` is away until called; in a storm it may take longer or be gone. Known to whoever called it, and
    seen by whoever stands in its place.
    """

    def __init__(self, world: World, people: People) -> None:
        self._world, self._people = world, people
        self._specs = world.plan.resources
        self._left = {name: _pieces(spec) for name, spec in self._specs.items()}
        self._in_use: dict[str, list[str]] = {}
        self._called: dict[str, StepRun] = {}
        """Called and not yet sent: who sends it does not know of the call."""
        self._caller: dict[str, str] = {}

    # -- calling ---------------------------------------------------------------------------------------------------
    def call(self, name: str, run: StepRun, person: PersonState) -> None:
        """`person` has called it; it sets out as soon as who sends it knows."""
        if name in self._caller or self._specs[name].mobilise is None:
            return
        self._caller[name] = person.id
        self._called[name] = run
        self._world.emit("resource_called", resource=name, step=run.name, person=person.id)
        self._world.wake()

    def look(self) -> None:
        """Sends what was called once the role that sends it knows of the call."""
        for name, run in list(self._called.items()):
            if self._is_known_to_sender(name, run):
                del self._called[name]
                self._send(name)

    def _is_known_to_sender(self, name: str, run: StepRun) -> bool:
        role = self._specs[name].from_
        if role is None:
            return True
        told = ("message", run.name)
        knowledge = self._people.knowledge
        found = (
            p.id
            for p in self._people.holders(role)
            if p.id in run.by or knowledge.of(p.id, told) or knowledge.of(p.id, ("step", run.name))
        )
        knowing = next(found, None)
        self._world.turned_to.people([knowing] if knowing else [])
        return knowing is not None

    def _send(self, name: str) -> None:
        w, spec = self._world, self._specs[name]
        why = self._why_not(name, spec)
        if why:
            self._lose(name, why)
            return
        in_storm = w.case.scenario.start.weather == "storm"
        takes = (spec.storm_mobilise if in_storm else None) or spec.mobilise
        assert takes is not None
        w.kernel.after(w.luck.ms(takes, f"mobilise/{name}"), Priority.PEOPLE, lambda: self._arrive(name))

    def _why_not(self, name: str, spec: Resource) -> str:
        """agreement: it has run out; fault: the scenario has it gone; storm: others have it. Empty when it comes."""
        w = self._world
        if spec.agreement_until is not None and spec.agreement_until < w.case.scenario.start.date:
            return "agreement"
        if w.has_fault("resource_unavailable", name, bool(w.resources_gone.get(name))):
            return "fault"
        storm = w.case.scenario.start.weather == "storm"
        return "storm" if storm and w.luck.happens(spec.taken_in_storm, f"resource/{name}") else ""

    def _arrive(self, name: str) -> None:
        if self._world.resources_gone.get(name):
            self._lose(name, "fault")
            return
        self._world.emit("resource_here", resource=name)
        self._says(name, "here")

    def _lose(self, name: str, why: str) -> None:
        self._world.emit("resource_taken", resource=name, why=why)
        self._says(name, "taken")

    def _says(self, name: str, state: str) -> None:
        """The world has it so, and who called it hears of it."""
        w = self._world
        w.note(("resource", name), state)
        caller = self._caller.get(name)
        if caller is not None:
            people = self._people.together(self._people.states[caller])
            self._people.learn(people, [(("resource", name), state)], "asking", name)
        w.wake()

    # -- a fault takes it, or gives it back ------------------------------------------------------------------------
    def gone(self, name: str, is_so: bool) -> None:
        """The scenario has it unavailable, or available again."""
        w = self._world
        w.resources_gone[name] = w.resources_gone.get(name, 0) + (1 if is_so else -1)
        here = w.truth.get(("resource", name)) == "here"
        if is_so and here:
            self._lose(name, "fault")
        elif not w.resources_gone[name] and self._specs[name].mobilise is None and not here:
            w.emit("resource_here", resource=name)
            self._says(name, "here")

    # -- use -------------------------------------------------------------------------------------------------------
    def missing(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Those of `names` that are not here, or all in use."""
        return tuple(name for name in names if not self._is_here(name) or self._left[name] <= 0)

    def _is_here(self, name: str) -> bool:
        return self._world.has_fault("resource_unavailable", name, self._world.truth.get(("resource", name)) == "here")

    def take(self, run: StepRun, names: tuple[str, ...]) -> None:
        """The step uses one piece of each."""
        for name in names:
            self._in_use.setdefault(run.name, []).append(name)
            self._left[name] -= 0 if self._specs[name].kind in UNCOUNTED else 1

    def holds(self, run: StepRun, name: str) -> bool:
        """Return whether the step has a piece of it."""
        return name in self._in_use.get(run.name, ())

    def give_back(self, run: StepRun) -> None:
        """The step is over: what is not used up is free again."""
        for name in self._in_use.pop(run.name, ()):
            if self._specs[name].kind not in TAKEN_FOR_GOOD:
                self._left[name] += 1
                self._world.wake()


def lay_out(world: World) -> None:
    """Lay out what need not be called: it is here from the start, and everybody knows."""
    for name, spec in world.plan.resources.items():
        if spec.mobilise is None:
            world.hold(("resource", name), "here")


def _pieces(spec: Resource) -> int:
    return max(1, int(spec.quantity)) if spec.quantity is not None and spec.kind not in UNCOUNTED else 1

"""Answers about cards and steps, kept while they stand: an instant in which nobody learned anything costs nothing.

An answer goes when somebody learns a fact it turns on, when a step it turns on ends, when who is on duty changes, or
when a time comes that it waits for. With forty substations of six steps each this is few answers most of the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from drillsim.schema import After
from drillsim.simulation.people import People
from drillsim.simulation.progress import Progress, StepRun
from drillsim.simulation.stakes import Stakes, Thing
from drillsim.simulation.what_if import WhatIf

FOREVER = 10**15


@dataclass(frozen=True, slots=True)
class Readiness:
    """Who may begin a step now; otherwise who skips it, or why it waits and on what."""

    people: tuple[str, ...] = ()
    skip_by: str = ""
    reason: str = ""
    on: tuple[str, ...] = ()


class Kept(NamedTuple):
    """An answer, the moment until which it stands, and the step instance it is about (empty for a card): two times of
    one written step may be open at once, as when two of its predecessor's times fail."""

    answer: Readiness
    until_ms: int
    of: str = ""


NOTHING_STANDS: Mapping[Thing, Kept] = {}


class Held:
    """Answers that stand, each with the moment until which it does.

    Of a step that is held up by one that is not over the answer stands whatever anybody learns, until that one ends,
    whoever does it tells the first that it is done, or somebody learns of a card: nobody else can know it done.
    """

    def __init__(self, people: People, progress: Progress, stakes: Stakes, what_if: WhatIf) -> None:
        self._what_if = what_if
        self._people, self._stirred, self._stakes = people, people.knowledge.stirred, stakes
        self._kept: dict[Thing, Kept] = {}
        self._held_up: dict[Thing, None] = {}
        self._rosters = self._version = -1
        progress.on_known = self._known
        progress.on_anew = self._anew

    def answer(self, thing: Thing, now: int, of: str = "") -> Readiness | None:
        """The answer that stands; None when it has to be worked out anew."""
        found = self.standing().get(thing)
        return found.answer if found is not None and found.of == of and now < found.until_ms else None

    def standing(self) -> Mapping[Thing, Kept]:
        """Every answer, with the moment until which it stands; what may have changed is left out."""
        if self._stirred or self._version != self._people.version:
            self._forget()
        return self._kept if self._what_if.stands(True) else NOTHING_STANDS

    @property
    def is_stirred(self) -> bool:
        """Whether somebody has learned something, or the rosters have changed, since they were last asked for."""
        return bool(self._stirred) or self._version != self._people.version

    def keep(self, thing: Thing, answer: Readiness, until_ms: int, of: str = "") -> None:
        """This stands until then, at most."""
        self._kept[thing] = Kept(answer, until_ms, of)
        self._held_up.pop(thing, None)

    def keep_held_up(self, thing: Thing, answer: Readiness, of: str) -> None:
        """This is the answer of a step that is held up."""
        self._kept[thing] = Kept(answer, FOREVER, of)
        self._held_up[thing] = None

    def _forget(self) -> None:
        if self._rosters != self._people.rosters:
            self._kept.clear()
        elif self._version != self._people.version:
            self._drop(self._held_up)
        self._drop(thing for thing in self._stirred if thing not in self._held_up)
        if self._version != self._people.version:
            self._held_up.clear()
        self._rosters, self._version = self._people.rosters, self._people.version
        self._stirred.clear()

    def _drop(self, things: Iterable[Thing]) -> None:
        for thing in things:
            self._kept.pop(thing, None)

    def _anew(self) -> None:
        self._kept.clear()
        self._held_up.clear()

    def _known(self, run: StepRun) -> None:
        self._drop(t for t in self._stakes.by_end.get(run.written, ()) if t not in self._held_up)
        for thing in self._stakes.held_until.get(run.written, ()):
            self._kept.pop(thing, None)
            self._held_up.pop(thing, None)


def is_held_up(progress: Progress, run: StepRun) -> bool:
    """Whether something that must come before the step is not over, whatever anybody knows."""
    if run.parents:  # whether a branch is due depends on what is known of its parent
        return False
    names, over = run.step.predecessors, progress.may_be_known
    any_is_enough = isinstance(run.step.after, After)
    held = not any(map(over, names)) if names and any_is_enough else not all(map(over, names))
    before = run.batch.before if run.batch else None
    return held or not all(map(over, run.also)) or (before is not None and before.open > 0)

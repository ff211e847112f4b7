"""The effects of the parts of a plant when a settle calls them, and those the parts it leaves asleep would have had.

A look has an effect if it writes an event, notes a fact, changes a state, or schedules or calls off something.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from drillsim.schema.dossier import Case
from drillsim.simulation.core.grid import Grid, Grids
from drillsim.simulation.core.kernel import Kernel, Timer
from drillsim.simulation.core.looks import Look, Looks
from drillsim.simulation.core.luck import Luck
from drillsim.simulation.core.world import World
from drillsim.simulation.run import Run

PLAIN = (int, float, str, bytes, type(None))
APART = (World, Kernel, Luck, Grid, Grids, Looks)
"""Types that are looked at by themselves, or never change."""
COUNTED = ("_since", "since", "_at", "_counted_ms", "_metered_ms", "_before_kw")
KEPT = (*COUNTED, "_behind", "_links", "_drawn", "_metering", "_start")
"""Attributes that are worked out again when asked for, and when a part counted last."""


@dataclass(slots=True)
class Tally:
    """Looks of some runs, by part."""

    called: Counter[str] = field(default_factory=Counter)
    in_vain: Counter[str] = field(default_factory=Counter)
    """Calls without an effect."""
    missed: list[str] = field(default_factory=list)
    """Parts left asleep that would have had an effect, with when and what."""

    @property
    def in_vain_percent(self) -> float:
        """Share of the calls without an effect."""
        return 100 * self.in_vain.total() / self.called.total()

    def play(self, case: Case, *, asleep: bool = False, **how: Any) -> None:
        """One run; with `asleep` those a settle leaves asleep are called too, and must not do anything."""
        run = Run(case, **how)
        state = _States(run)
        looks = run._world.looks
        for row in looks.table:
            self._wrap(row, state, asleep=asleep)
        if asleep:  # time moves every part
            looks._by_time = (1 << len(looks.table)) - 1
        run.advance(case.scenario.horizon)
        run.finish()

    def _wrap(self, row: Look, states: _States, *, asleep: bool) -> None:
        look, moves, watches, sleeps = row.look, row.moves, row.watches, [False]
        part = states.part_of(look)

        def moves_now() -> bool:
            sleeps[0] = asleep and not moves()
            return sleeps[0] or moves()

        def watches_now() -> bool:
            sleeps[0] = sleeps[0] or (asleep and not watches())
            return sleeps[0] or watches()

        def looks() -> None:
            slept, sleeps[0] = sleeps[0], False
            before = states.now(part)
            look()
            after = states.now(part)
            if not slept:
                self.called[row.name] += 1
                self.in_vain[row.name] += after == before
            elif after != before:
                what = ", ".join(name for name in after if before.get(name) != after[name])
                self.missed.append(f"{row.name} at {states.world.now} ms: {what}")

        row.look, row.moves, row.watches = looks, moves_now, watches_now


class _States:
    """All that can be different after a part has looked: the part, the world, the journal, the clock."""

    def __init__(self, run: Run) -> None:
        self.run, self.world, self.plant = run, run._world, run._plant
        self.parts = {id(_owner(row.look)) for row in self.world.looks.table}

    def part_of(self, look: Callable[[], None]) -> object:
        """Return the part whose look it is."""
        owner, plant = _owner(look), self.plant
        return (plant.changeovers, plant.bus_ties, plant.sources.ups) if owner is plant else owner

    def now(self, part: object) -> dict[str, Any]:
        """By name."""
        w = self.world
        found = {name: _plain(value) for name, value in vars(w).items() if name not in ("grid", "kernel", "net")}
        found |= {"events": len(self.run._writer.events), "queue": len(w.kernel._queue), "grid": id(w.grid)}
        found["phases"] = [each.active for each in w.kernel._phases.values()]
        found["asked"] = (len(w.asked), len(w.turned_to.noted))
        found |= {f"loads{path}": value for path, value in _walk("", w.loads, set())}
        found |= _walk("part", part, self.parts - {id(part)})
        return found


def _owner(look: Callable[[], None]) -> object:
    return getattr(look, "__self__", None)


def _plain(value: Any) -> Any:
    if isinstance(value, bytearray):
        return bytes(value)
    return value.copy() if isinstance(value, dict | set | list) else value


def _walk(path: str, value: Any, seen: set[int]) -> Iterator[tuple[str, Any]]:
    if isinstance(value, PLAIN):
        yield path, value
    elif isinstance(value, Timer):
        yield path, (id(value), value.active)
    elif isinstance(value, APART) or callable(value):
        return
    elif isinstance(value, np.ndarray):
        yield path, value.tobytes()
    elif isinstance(value, frozenset | set):
        yield path, frozenset(value)
    elif isinstance(value, dict):
        yield path, tuple(value)
        for key, each in value.items():
            yield from _walk(f"{path}[{key}]", each, seen)
    elif isinstance(value, list | tuple):
        yield path, len(value)
        for number, each in enumerate(value):
            yield from _walk(f"{path}[{number}]", each, seen)
    elif type(value).__module__.startswith("drillsim.simulation") and id(value) not in seen:
        seen.add(id(value))
        for name in _names(value):
            if name not in KEPT:
                yield from _walk(f"{path}.{name}", getattr(value, name, None), seen)


def _names(value: Any) -> list[str]:
    slots = [name for each in type(value).__mro__ for name in getattr(each, "__slots__", ())]
    return [*getattr(value, "__dict__", {}), *slots]

"""Luck by name: u = keyed hash of (seed, draw, name, n), so a changed plan meets the same faults and the same times.

A name says what is drawn (`genset-1/start`, `travel/li/home/HV-room/S10`), `n` which use of it. Nothing depends on the
order in which draws are made. A keyed blake2b costs under 1 µs; a numpy stream ten times that (tried).
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from drillsim.schema import Drawn, Fixed


class Luck:
    """The luck of one run: the same `seed` and `draw` always give the same answers."""

    def __init__(self, seed: int, draw: int = 0) -> None:
        self.seed, self.draw = seed, draw
        self._key = f"{seed}/{draw}".encode()
        self.consulted = False
        """True where anything was drawn; a run that drew nothing is the same for every seed and draw."""

    @property
    def header(self) -> dict[str, Any]:
        """Seed and draw as a journal's first line says them: enough to play the run again."""
        return {"seed": self.seed, "draw": self.draw} if self.draw else {"seed": self.seed}

    def u(self, name: str, n: int = 0) -> float:
        """A number in [0, 1) for the `n`-th use of `name`."""
        self.consulted = True
        digest = blake2b(f"{name}#{n}".encode(), digest_size=8, key=self._key).digest()
        return (int.from_bytes(digest, "big") >> 11) * 2**-53

    def happens(self, chance: float, name: str, n: int = 0) -> bool:
        """Return whether something of this chance happens; a chance of 0 or 1 consults nothing."""
        return chance >= 1 or (chance > 0 and self.u(name, n) < chance)

    def ms(self, duration: Drawn, name: str, n: int = 0) -> int:
        """Return how long it takes this time, ms."""
        return duration.ms if isinstance(duration, Fixed) else duration.at(self.u(name, n))

    def trip_ms(self, legs: Iterable[Drawn], name: str, n: int = 0) -> int:
        """Return how long all `legs` take this time, ms, one luck for the whole trip; a trip of fixed legs consults
        nothing."""
        legs = tuple(legs)
        if all(isinstance(leg, Fixed) for leg in legs):
            return sum(leg.at(0.0) for leg in legs)
        u = self.u(name, n)
        return sum(leg.at(u) for leg in legs)


class BranchedLuck(Luck):
    """The luck of a run up to a moment, and another's from then on: what had been drawn by then stays as it was.

    A use of a name that was drawn before `branch` is answered as before for good; any other is drawn from `then`.
    """

    def __init__(self, before: Luck, then: Luck) -> None:
        super().__init__(before.seed, before.draw)
        self._before, self._then = before, then
        self._drawn: set[tuple[str, int]] = set()
        self._has_branched = False

    @property
    def header(self) -> dict[str, Any]:
        """That of the run it branched from."""
        return self._before.header

    def branch(self) -> None:
        """From now on what was not drawn yet is another's."""
        self._has_branched = True

    def u(self, name: str, n: int = 0) -> float:
        """As before where it was drawn before, else as it is drawn then."""
        self.consulted = True
        if not self._has_branched:
            self._drawn.add((name, n))
        elif (name, n) not in self._drawn:
            return self._then.u(name, n)
        return self._before.u(name, n)

"""Luck that is chosen or watched: what makes exact answers possible.

A chance is consulted with a number u in [0, 1): it happens where u is below it. To choose an outcome is to say in which
part of [0, 1) the u of one use of a name lies, a `Span`; its width is the probability of that choice. So a name asked
again with another chance (a call that goes on over another channel) is answered as a run with luck would answer it.

    ChosenLuck({("genset/start", 1): (0.0, 0.0094)})    the start fails; whatever else is asked goes the likelier way

A duration that is drawn has no outcomes to count. Chosen luck answers its median, so that the run goes on, and notes
its name: a run with such a note is no exact answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from drillsim.schema import Drawn, Fixed
from drillsim.simulation.core.luck import Luck

Use = tuple[str, int]
"""A name and which use of it."""
Span = tuple[float, float]
"""Part of [0, 1) the u of one use lies in: from, below."""
ALL: Span = (0.0, 1.0)
_NEAR_ONE = 1 - 2**-53


@dataclass(frozen=True, slots=True)
class Asked:
    """A chance that was consulted and not yet decided by a choice."""

    use: Use
    chance: float
    """Chance that it happens, before anything is known of this use."""
    span: Span
    """Part of [0, 1) u was known to lie in until then."""
    happened: bool
    """The branch this run took."""

    def branch(self, happened: bool) -> Span:
        """Return the span of u once it happened or did not."""
        return (self.span[0], self.chance) if happened else (self.chance, self.span[1])

    def probability(self, happened: bool) -> float:
        """Return the probability of that branch, given the span."""
        low, high = self.branch(happened)
        return (high - low) / (self.span[1] - self.span[0])


class ChosenLuck(Luck):
    """Every chance goes as `chosen` says; one it leaves open goes the likelier way (evens: it does not happen)."""

    def __init__(self, chosen: Mapping[Use, Span]) -> None:
        super().__init__(0)
        self.chosen = dict(chosen)
        self.open: list[Asked] = []
        """Chances the choice left open, in the order in which they were asked."""
        self.drawn: dict[str, Drawn | None] = {}
        """Drawn durations that were asked for, by name."""
        self._known = dict(chosen)

    @property
    def header(self) -> dict[str, Any]:
        """The choice: [name, use, from, below]."""
        return {"chosen": [[*use, *span] for use, span in self.chosen.items()]}

    def u(self, name: str, n: int = 0) -> float:
        """The middle: of a number drawn for its own sake nothing is known."""
        self.consulted = True
        self.drawn.setdefault(name, None)
        return 0.5

    def happens(self, chance: float, name: str, n: int = 0) -> bool:
        """As chosen; else the likelier branch, noted as open."""
        if chance <= 0 or chance >= 1:
            return chance >= 1
        self.consulted = True
        low, high = self._known.get((name, n), ALL)
        if not low < chance < high:
            return chance >= high
        asked = Asked((name, n), chance, (low, high), happened=chance - low > high - chance)
        self._known[name, n] = asked.branch(asked.happened)
        self.open.append(asked)
        return asked.happened

    def ms(self, duration: Drawn, name: str, n: int = 0) -> int:
        """Its median; one that can differ from it is noted."""
        if duration.at(0.0) != duration.at(_NEAR_ONE):
            self.u(name, n)
            self.drawn[name] = duration
        return duration.median_ms


class WatchedLuck(Luck):
    """Luck as drawn that notes every chance and every duration it was asked for."""

    def __init__(self, seed: int, draw: int = 0) -> None:
        super().__init__(seed, draw)
        self.asked: list[Asked] = []
        """Chances in the order in which they were asked, each as if nothing had been known of it."""
        self.drawn: dict[str, Drawn | None] = {}
        """Drawn durations that were asked for, by name."""

    def happens(self, chance: float, name: str, n: int = 0) -> bool:
        """As drawn, and noted."""
        happened = chance >= 1 or (chance > 0 and super().u(name, n) < chance)
        if 0 < chance < 1:
            self.asked.append(Asked((name, n), chance, ALL, happened))
        return happened

    def u(self, name: str, n: int = 0) -> float:
        """As drawn, and noted."""
        self.drawn.setdefault(name, None)
        return super().u(name, n)

    def ms(self, duration: Drawn, name: str, n: int = 0) -> int:
        """As drawn, and noted."""
        takes = super().ms(duration, name, n)
        if not isinstance(duration, Fixed):
            self.drawn[name] = duration
        return takes

"""The lengths of interruptions, weighed: kept exactly in bounded memory, and read as P95 and as a curve.

Values and weights are whole numbers. If there are more different values than `MOST_VALUES` they are rounded up, to 10
ms, 100 ms and so on: what is said not to be exceeded is not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

MOST_VALUES = 50_000
MOST_POINTS = 60


@dataclass(slots=True, eq=False)
class Distribution:
    """A weighed sum of durations."""

    total: int = 0
    """Weight of everything, durations of 0 too."""
    step_ms: int = 1
    _values: list[Ints] = field(default_factory=list)
    _weights: list[Ints] = field(default_factory=list)
    _held: int = 0

    def add(self, values: Ints, weights: Ints) -> None:
        """More durations, ms, with their weights."""
        import numpy as np

        self.total += int(weights.sum())
        seen = np.flatnonzero((values > 0) & (weights > 0))
        if len(seen):
            self._values.append(_rounded_up(values[seen], self.step_ms))
            self._weights.append(weights[seen])
            self._held += len(seen)
        if self._held > 2 * MOST_VALUES:
            self._pack()

    def sorted(self) -> tuple[Ints, Ints]:
        """Different durations above 0, ascending, with the weight of each."""
        self._pack()
        import numpy as np

        none = np.zeros(0, dtype=np.int64)
        return (self._values[0], self._weights[0]) if self._values else (none, none)

    def _pack(self) -> None:
        import numpy as np

        if not self._values:
            return
        values, weights = merged(np.concatenate(self._values), np.concatenate(self._weights))
        while len(values) > MOST_VALUES:
            self.step_ms *= 10
            values, weights = merged(_rounded_up(values, self.step_ms), weights)
        self._values, self._weights, self._held = [values], [weights], len(values)


def merged(values: Ints, weights: Ints) -> tuple[Ints, Ints]:
    """Different values, ascending, with the sum of the weights of each."""
    import numpy as np

    order = np.argsort(values, kind="stable")
    values, weights = values[order], weights[order]
    firsts = np.flatnonzero(np.append(True, values[1:] != values[:-1]))
    return values[firsts], np.add.reduceat(weights, firsts)


def not_exceeded(found: Distribution, percent: int) -> int | None:
    """The shortest duration that is not exceeded in `percent` of 100; None where there is nothing."""
    import numpy as np

    if not found.total:
        return None
    values, weights = found.sorted()
    within = found.total - int(weights.sum()) + np.cumsum(weights)
    if not len(values) or (found.total - int(weights.sum())) * 100 >= percent * found.total:
        return 0
    least = -(-percent * found.total // 100)
    return int(values[np.searchsorted(within, least)])


def curve(found: Distribution) -> tuple[tuple[int, int], ...]:
    """Durations from 0 on, each with the weight of those that are longer; at most `MOST_POINTS`."""
    import numpy as np

    values, weights = found.sorted()
    if not len(values):
        return ()
    longer = int(weights.sum()) - np.cumsum(weights)
    chosen = np.unique(np.linspace(0, len(values) - 1, min(len(values), MOST_POINTS - 1)).round().astype(np.int64))
    return ((0, int(weights.sum())), *((int(values[at]), int(longer[at])) for at in chosen))


def _rounded_up(values: Ints, step: int) -> Ints:
    return values if step == 1 else -(-values // step) * step

"""Runs of a campaign that may stand for larger cases, remembered in the process that played them.

A worker gets units in order, so the cases that lack one state of a unit's are nearly always among the last it knows;
what it does not know it plays. A remembered run never changes a row, only how often a run is played for it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")
MOST = 4096
"""Runs remembered at once; the oldest go."""

Part = tuple[tuple[int, ...], tuple[int, ...], str, int]
"""Events and states, what is added, the hour, the draw."""


class Parts(Generic[T]):
    """The last runs of one runner. It travels to no other process."""

    def __init__(self) -> None:
        self._found: OrderedDict[Part, T] = OrderedDict()

    def __reduce__(self) -> tuple[type[Parts[T]], tuple[()]]:
        return Parts, ()

    def get(self, part: Part, play: Callable[[], T]) -> T:
        """Return the outcome of the part; it is played where that is not known."""
        if part not in self._found:
            found = play()
            self._found[part] = found
            if len(self._found) > MOST:
                self._found.popitem(last=False)
        self._found.move_to_end(part)
        return self._found[part]

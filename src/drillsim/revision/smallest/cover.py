"""A few cases that show everything the many show: a greedy cover."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from collections.abc import Set as Shown
from typing import Any


def cover(shows: Sequence[Shown[Hashable]], most: int, weights: Mapping[Any, int] | None = None) -> tuple[int, ...]:
    """Return the places of at most `most` entries that together show as much as they can, the one that shows most that
    is new first, the first in order of equals. Entries that show nothing new are left out. `weights`: what each thing
    shown counts for, by default all alike."""

    def worth(shown: Shown[Hashable]) -> int:
        return len(shown) if weights is None else sum(weights[each] for each in shown)

    left = set().union(*shows)
    found: list[int] = []
    while left and len(found) < most:
        best = max(range(len(shows)), key=lambda place: (worth(left & shows[place]), -place))
        found.append(best)
        left -= shows[best]
    return tuple(found)

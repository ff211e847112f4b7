"""A few cases that show everything the many show: a greedy cover."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from collections.abc import Set as Shown


def cover(shows: Sequence[Shown[Hashable]], most: int) -> tuple[int, ...]:
    """Return the places of at most `most` entries that together show as much as they can, the one that shows most that
    is new first, the first in order of equals. Entries that show nothing new are left out."""
    left = set().union(*shows)
    found: list[int] = []
    while left and len(found) < most:
        best = max(range(len(shows)), key=lambda place: (len(left & shows[place]), -place))
        found.append(best)
        left -= shows[best]
    return tuple(found)

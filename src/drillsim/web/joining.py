"""How often somebody may try to join, by the address they come from, so that one who guesses does not keep others out.

A code has forty bits and a link more than a hundred and ninety: the limits keep the server free, not the drill secret.
"""

from __future__ import annotations

from collections import deque

WITHIN_MS = 60_000
MOST_WRONG, MOST_JOINS = 20, 120
"""Wrong codes, and joins in all, from one address in that time."""
MOST_ADDRESSES = 2_000


class Tries:
    """The joins of the last minute."""

    def __init__(self) -> None:
        self._joins: dict[str, deque[int]] = {}
        self._wrong: dict[str, deque[int]] = {}

    def may_join(self, address: str, now_ms: int, *, by_code: bool) -> bool:
        """Count one more join; return whether it may be looked at. A link is too long to be guessed: wrong codes of
        somebody else keep nobody out who has one."""
        joins, wrong = _of(self._joins, address, now_ms), _of(self._wrong, address, now_ms)
        if len(joins) >= MOST_JOINS or (by_code and len(wrong) >= MOST_WRONG):
            return False
        joins.append(now_ms)
        return True

    def was_wrong(self, address: str, now_ms: int) -> None:
        """Count a code that opened nothing."""
        _of(self._wrong, address, now_ms).append(now_ms)


def _of(rows: dict[str, deque[int]], address: str, now_ms: int) -> deque[int]:
    """The times of one address that still count; of too many addresses the one seen longest ago is forgotten."""
    found = rows.pop(address, deque())
    while found and found[0] <= now_ms - WITHIN_MS:
        found.popleft()
    while len(rows) >= MOST_ADDRESSES:
        del rows[next(iter(rows))]
    rows[address] = found
    return found

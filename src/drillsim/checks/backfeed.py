"""A way from an own source to a feeder that no interlock forbids: depth first, cut off where an interlock would not let
the next switch close."""

from __future__ import annotations

from typing import Final

from drillsim.checks.inputs import Inputs

Limits = tuple[tuple[tuple[str, ...], int], ...]
"""Devices and how many of them may be closed."""

TOO_MANY: Final = ("…",)
"""Stands for: gave up."""
_MOST_TRIED = 50_000


def backfeed_way(inputs: Inputs, bus: int, limits: Limits) -> tuple[str, ...]:
    """Switches that, all closed, join a source at `bus` to a feeder, from the source on; empty if `limits` forbid every
    way.

    `TOO_MANY` after 50,000 tries: the wiring is too meshed to say.
    """
    return _Search(inputs, limits).way(bus)


class _Search:
    def __init__(self, inputs: Inputs, limits: Limits) -> None:
        self.net = inputs.wiring.net
        self.ends = {inputs.wiring.bus_of(name) for name in inputs.feeders}
        index = self.net.switch_index
        self.limits = [([index[name] for name in of], most) for of, most in limits]
        self.tried = 0

    def way(self, bus: int) -> tuple[str, ...]:
        found = self._from(bus, {bus}, [])
        if self.tried > _MOST_TRIED:
            return TOO_MANY
        return tuple(self.net.switch_ids[switch] for switch in found or ())

    def _from(self, node: int, seen: set[int], closed: list[int]) -> list[int] | None:
        if node in self.ends:
            return closed
        for link, other in self.net.adjacent[node]:
            self.tried += 1
            if self.tried > _MOST_TRIED:
                return None
            if other in seen or other in self.net.out:
                continue
            now = [*closed, *self.net.link_switches[link]]
            if self._allowed(now):
                found = self._from(other, seen | {other}, now)
                if found is not None:
                    return found
        return None

    def _allowed(self, closed: list[int]) -> bool:
        return all(sum(switch in closed for switch in of) <= most for of, most in self.limits)

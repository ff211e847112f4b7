"""The live parts: what sources reach, and what UPSs pass on of it, one way, from their input to their output."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from drillsim.network import CompiledNetwork, live_nodes

Passing = tuple[int, int]
"""The bus a UPS passes on, and the bus it feeds."""


def live_through(
    net: CompiledNetwork,
    links: bytes | bytearray,
    starts: Iterable[int],
    passing: Sequence[Passing],
    out: Collection[int] = (),
) -> tuple[bytes, tuple[int, ...]]:
    """One byte a node: 1 where it is live; and the positions in `passing` of those whose input is live."""
    feeding, waiting = list(starts), list(enumerate(passing))
    passed: list[int] = []
    while True:
        live = live_nodes(net, links, feeding, out)
        more = [position for position, (fed, _) in waiting if live[fed]]
        if not more:
            return live, tuple(passed)
        passed += more
        feeding += [passing[position][1] for position in more]
        waiting = [each for each in waiting if each[0] not in more]

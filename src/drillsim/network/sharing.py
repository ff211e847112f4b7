"""The rule by which the sources of an island share its demand, which is ours and no engine's.

- Every utility feeder holds the voltage at its bus; own sources beside a feeder give nothing (they float until they
  carry load alone).
- Own sources without a feeder share active and reactive power by rating, the greatest holds the voltage.
- Feeders joined by closed bus-bus switches stand at one point: the first holds the voltage for all of them, and they
  share by short-circuit power.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from drillsim.network.island import Island, Source

Solve = Callable[[list[Source], dict[int, complex]], list[complex]]
"""Solves with these sources holding their voltage and these powers fed in by bus, VA; what each holder gives, VA."""


def share(island: Island, point: Sequence[int], solve: Solve) -> tuple[complex, ...]:
    """Return the power each source gives, VA, by the last of the solves. `point` is `balance.bus_points` of the
    island's links."""
    if any(source.kind == "feeder" for source in island.sources):
        return _by_feeders(island, point, solve)
    return _by_own(island, point, solve)


def _by_feeders(island: Island, point: Sequence[int], solve: Solve) -> tuple[complex, ...]:
    holder: dict[int, Source] = {}
    rating: dict[int, int] = {}
    for source in island.sources:
        if source.kind == "feeder":
            holder.setdefault(point[source.bus], source)
            rating[point[source.bus]] = rating.get(point[source.bus], 0) + source.rated_va
    at_point = dict(zip(holder, solve(list(holder.values()), {}), strict=True))
    return tuple(
        at_point[point[source.bus]] * source.rated_va / rating[point[source.bus]] if source.kind == "feeder" else 0j
        for source in island.sources
    )


def _by_own(island: Island, point: Sequence[int], solve: Solve) -> tuple[complex, ...]:
    """The first pass shares the demand alone, the second the total with the losses the first one found."""
    sources = island.sources
    leader = max(sources, key=lambda source: (source.rated_va, -source.bus))
    apart = [source for source in sources if point[source.bus] != point[leader.bus]]
    rating = sum(source.rated_va for source in sources)
    total = sum((complex(watts, var) for _, watts, var in island.demand), 0j)
    for _ in range(2 if apart else 1):
        shares: dict[int, complex] = {}
        for source in apart:
            shares[source.bus] = shares.get(source.bus, 0j) + total * source.rated_va / rating
        (held,) = solve([leader], shares)
        total = held + sum(shares.values())
    return tuple(total * source.rated_va / rating for source in sources)

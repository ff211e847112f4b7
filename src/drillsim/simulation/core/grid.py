"""The electrical state of an instant as one value: what conducts, what is live, which load is fed by what.

The runs of a campaign meet the same few hundred states again and again, so they are kept with the files, and equal
states are one object. A part that has judged a state asks with `is` whether anything is new, and most of the time
nothing is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from drillsim.network import (
    CompiledNetwork,
    Cord,
    Demand,
    Zone,
    carried,
    components,
    conducting,
    cords,
    is_fed,
    net_of,
    reached,
    with_more,
    zone,
)
from drillsim.plant import live_through
from drillsim.schema import Compiled, follows_from

KEEP = 4_096
KEEP_WITH_UPS = 16
KEEP_CORDS = 400_000
"""Number of cords above which their draws are forgotten."""


class Feeding(NamedTuple):
    """A source and the bus it feeds."""

    id: str
    bus_id: str


class Passing(NamedTuple):
    """A UPS that feeds its output when the bus it passes on is live."""

    id: str
    output: str
    passes_on: str


class Draw(NamedTuple):
    """The draw of one cord of a load: bus, kW, position of the load, its part of the load."""

    bus: int
    kw: float
    load: int
    part: float


@dataclass(frozen=True, slots=True, eq=False)
class Demands:
    """Demand by bus. Equal only to itself, so that a power flow that is known is found without comparing it
    bus by bus."""

    rows: tuple[Demand, ...]
    """Watts and vars, ascending by bus."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Demand of the loads in one state of theirs, with what follows from it. Not to be changed: the runs of a process
    share it."""

    draws: list[Draw]
    by_bus: Demands
    with_ups: dict[tuple[Demand, ...], Demands] = field(default_factory=dict)
    """The same with what UPSs draw beside, by that."""

    kw_by_area: dict[bytes, float] = field(default_factory=dict)
    """Demand in a part of the network, kW, by one byte a node."""

    def kw_in(self, area: bytes) -> float:
        """Return the demand at the nodes of `area`, kW."""
        if area not in self.kw_by_area:
            self.kw_by_area[area] = sum(draw.kw for draw in self.draws if area[draw.bus])
        return self.kw_by_area[area]

    def and_ups(self, drawn: tuple[Demand, ...]) -> Demands:
        """The same with what UPSs draw."""
        if not drawn:
            return self.by_bus
        if drawn not in self.with_ups:
            if len(self.with_ups) >= KEEP_WITH_UPS:
                self.with_ups.clear()
            self.with_ups[drawn] = Demands(with_more(self.by_bus.rows, drawn))
        return self.with_ups[drawn]


class Reach(NamedTuple):
    """Part of the network that the output of a UPS reaches: one byte a node, what is rated there, and the UPSs that are
    fed from there."""

    area: bytes
    rated_kw: float
    others: tuple[str, ...]


NOTHING = Reach(b"", 0.0, ())


class Grid:
    """One state. Equal states are the same object."""

    def __init__(
        self,
        net: CompiledNetwork,
        cords_of: Sequence[tuple[Cord, ...]],
        links: bytes,
        live: bytes,
        feeding: frozenset[str],
    ) -> None:
        self.net = net
        self.links = links
        """One byte a link: 1 where it conducts."""
        self.live = live
        """One byte a node."""
        self.feeding = feeding
        """Sources that feed a live bus."""
        self.fed = tuple(is_fed(each, live) for each in cords_of)
        """For each load, whether it has a live bus."""
        self.carried = tuple(carried(each, live) for each in cords_of)
        """Live buses of each load, with the part each carries."""
        self.drawn: dict[tuple[object, ...], Drawn] = {}
        """Draws of loads in it, by all they go by."""
        self.behind: dict[str, Reach] = {}
        """Return the part of the network that the output of each UPS reaches."""
        self._areas: dict[int, bytes] = {}
        self._labels: tuple[int, ...] | None = None
        self._together: dict[tuple[int, ...], tuple[int, ...]] = {}

    @property
    def labels(self) -> tuple[int, ...]:
        """The component of each node."""
        if self._labels is None:
            self._labels = components(self.net, self.links)
        return self._labels

    def together(self, nodes: tuple[int, ...]) -> tuple[int, ...]:
        """For each of the nodes the position of the first it is joined to."""
        if nodes not in self._together:
            labels = self.labels
            first: dict[int, int] = {}
            found = (first.setdefault(labels[node], position) for position, node in enumerate(nodes))
            self._together[nodes] = tuple(found)
        return self._together[nodes]

    def area(self, node: int) -> bytes:
        """One byte a node: 1 where it is joined to `node`."""
        if node not in self._areas:
            self._areas[node] = reached(self.net, self.links, [node])
        return self._areas[node]


class Grids:
    """The states of one customer met so far; beyond `KEEP` the oldest is forgotten."""

    def __init__(self, dossier: Compiled) -> None:
        self._net, self._cords = net_of(dossier), cords(dossier)
        self._known: dict[tuple[object, ...], Grid] = {}
        self._room = KEEP_CORDS

    def at(self, closed: bytearray, gone: set[int], certain: tuple[Feeding, ...], passing: tuple[Passing, ...]) -> Grid:
        """The state with these switches closed, nodes out or faulted, and sources."""
        key = (bytes(closed), frozenset(gone), certain, passing)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= KEEP:
                del self._known[next(iter(self._known))]
            found = self._known[key] = self.work_out(closed, gone, certain, passing)
        return found

    def work_out(
        self, closed: bytearray, gone: set[int], certain: tuple[Feeding, ...], passing: tuple[Passing, ...]
    ) -> Grid:
        """As `at`, without looking whether it is known."""
        net, index = self._net, self._net.bus_index
        links = conducting(net, closed, sorted(gone))
        already = {each.id for each in certain}
        more = [each for each in passing if each.id not in already]
        ways = [(index[each.passes_on], index[each.output]) for each in more]
        live, passed = live_through(net, links, [index[each.bus_id] for each in certain], ways, gone)
        feeding = [*certain, *(Feeding(more[position].id, more[position].output) for position in passed)]
        ids = frozenset(each.id for each in feeding if index[each.bus_id] not in gone)
        return Grid(net, self._cords, links, live, ids)

    def drawn(self, grid: Grid, key: tuple[object, ...], work_out: Callable[[], Drawn]) -> Drawn:
        """Return the draws of loads in this state of the grid and this state of theirs, worked out once a `key`."""
        found = grid.drawn.get(key)
        if found is None:
            found = grid.drawn[key] = work_out()
            self._room -= len(found.draws)
            if self._room < 0:  # seldom: all are forgotten together
                self._room = KEEP_CORDS
                for each in self._known.values():
                    each.drawn = {}
        return found


@follows_from("network")
def links_with(dossier: Compiled, closed: bytes, out: frozenset[int]) -> bytes:
    """One byte a link: 1 where it conducts with these switches closed and these nodes out of service."""
    return conducting(net_of(dossier), closed, sorted(out))


@follows_from("network")
def zone_around(dossier: Compiled, links: bytes, node: int, devices: frozenset[int]) -> Zone:
    """Return the zone a fault at `node` reaches up to the closed switches in `devices`."""
    return zone(net_of(dossier), links, [node], devices)


@follows_from("network", "site")
def grids(dossier: Compiled) -> Grids:
    """The states of a customer met so far."""
    return Grids(dossier)

"""The customer's network as rules see it: who can feed whom, in which positions, and what automatics make of a loss.

Gensets and UPSs stand in site.yaml, so they join the compiled network here. A UPS carries supply one way, from its
input to its output. Switch positions are one byte a switch, as in `drillsim.network`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

from drillsim.checks.islands import MOST_KEPT, Islands, Positions
from drillsim.network import (
    CompiledNetwork,
    conducting,
    cords,
    enclosure,
    is_fed,
    net_of,
    reached,
)
from drillsim.plant import box_bus, fixed_sets, own_switches, terminal, upses
from drillsim.schema import AnyTransfer, Ats, Compiled, MobileGenset, Sts

Plugged = tuple[tuple[str, str], ...]
"""Mobile gensets that are connected, each with its connection point."""


class Wiring:
    """Graph questions of one dossier. Everything is computed from it once and never changes."""

    def __init__(self, dossier: Compiled, out: Collection[str] = ()) -> None:
        self.dossier = dossier
        self.net: CompiledNetwork = net_of(dossier)
        self.cords = cords(dossier)
        self.out = frozenset(self.net.node(n) for n in out if n in self.net.bus_index or n in self.net.branch_index)
        """Nodes out of service beside the file's."""
        self.islands = Islands(self.net, self.out)
        self.upses = upses(dossier.site)
        self.gensets = fixed_sets(dossier.site)
        self._live: dict[tuple[Positions, tuple[str, ...], bool, Plugged], bytes] = {}
        """Answers of `live` so far."""
        self.feeders = tuple(row.name for row in dossier.network.ext_grid if row.in_service and row.name not in out)

    @cached_property
    def normal(self) -> Positions:
        """Switch positions in the mode `normal`."""
        return self.of_mode("normal")

    def of_mode(self, name: str) -> Positions:
        """Switch positions in an operating mode; the network file's where the mode is not declared."""
        closed = bytearray(self.net.closed)
        mode = self.dossier.site.modes.get(name)
        if mode:
            self._put(closed, mode.open, False)
            self._put(closed, mode.closed, True)
        return bytes(closed)

    @cached_property
    def all_closed(self) -> Positions:
        return b"\x01" * len(self.net.switch_ids)

    def changed(self, closed: Positions, *, opened: Iterable[str] = (), close: Iterable[str] = ()) -> Positions:
        """`closed` with some switches opened, then some closed."""
        new = bytearray(closed)
        self._put(new, opened, False)
        self._put(new, close, True)
        return bytes(new)

    def _put(self, closed: bytearray, switches: Iterable[str], position: bool) -> None:
        for name in switches:
            if name in self.net.switch_index:
                closed[self.net.switch_index[name]] = position

    def is_closed(self, closed: Positions, switch: str) -> bool:
        return bool(closed[self.net.switch_index[switch]])

    def bus_of(self, source: str, plugged: Plugged = ()) -> int:
        """Bus index where a source feeds in. Raises: KeyError for a mobile set that is not plugged in."""
        facts = self.dossier.site.sources.get(source)
        if isinstance(facts, MobileGenset):
            return self.net.bus_index[box_bus(self.net, self.dossier.site.connection_points[dict(plugged)[source]])]
        return terminal(self.net, facts, source)

    def live(
        self, closed: Positions, sources: Iterable[str], *, through_ups: bool = True, plugged: Plugged = ()
    ) -> bytes:
        """One byte a node: 1 where `sources` reach it, through UPSs too."""
        key = (closed, tuple(sources), through_ups, plugged)
        if key not in self._live:
            if len(self._live) >= MOST_KEPT:
                self._live.clear()
            self._live[key] = self._reached_from(*key)
        return self._live[key]

    def _reached_from(self, closed: Positions, sources: tuple[str, ...], through_ups: bool, plugged: Plugged) -> bytes:
        labels, gone = self.islands.labels(closed), self.out | self.net.out
        fed = {labels[bus] for bus in (self.bus_of(name, plugged) for name in sources) if bus not in gone}
        ways = list(self._passing) if through_ups else []
        while passed := [way for way in ways if labels[way[0]] in fed]:
            fed |= {labels[after] for _, after in passed if after not in gone}
            ways = [way for way in ways if way not in passed]
        return bytes([label in fed for label in labels])

    @cached_property
    def _passing(self) -> tuple[tuple[int, int], ...]:
        """Buses of each UPS: the one it passes on and the one it feeds."""
        index = self.net.bus_index
        return tuple((index[ups.input], index[ups.output]) for ups in self.upses.values())

    def loads_at(self, nodes: bytes) -> tuple[str, ...]:
        """Loads on the buses marked in `nodes`."""
        return tuple(name for name in self.net.load_ids if self.is_fed(name, nodes))

    def is_fed(self, load: str, nodes: bytes) -> bool:
        """Return whether any of its cords ends at one of `nodes`."""
        return is_fed(self.cords[self.net.load_index[load]], nodes)

    # --- what happens when feeders are lost ---

    def after_automatics(self, lost: Collection[str], own: Iterable[str] = (), *, mode: str = "normal") -> Positions:
        """Positions once every enabled transfer has answered the loss of the feeders `lost`; gensets stand still but
        for those in `own`."""
        alive = [*(name for name in self.feeders if name not in lost), *own]
        return self._settled(self.of_mode(mode), alive, mode, self.dossier.site.transfers)

    def transfer_moves(
        self, closed: Positions, alive: Iterable[str], mode: str, *, plugged: Plugged = (), manual: Collection[str] = ()
    ) -> Iterator[tuple[str, bool]]:
        """Yield the movements of transfer switches, one by one: (switch, closed). Those in `manual` stand still; bus
        ties do not act on what people open by hand."""
        transfers = self.dossier.site.transfers.items()
        switches = {n: each for n, each in transfers if isinstance(each, Ats | Sts) and n not in manual}
        for _ in switches:
            move = next(self._moves(closed, self.live(closed, alive, plugged=plugged), mode, switches), None)
            if move is None:
                return
            yield move[0], False
            yield move[1], True
            closed = self.changed(closed, opened=(move[0],), close=(move[1],))

    def settled(
        self,
        closed: Positions,
        alive: Iterable[str],
        mode: str,
        *,
        plugged: Plugged = (),
        manual: Collection[str] = (),
    ) -> Positions:
        """Positions once every enabled transfer, bus ties too, has answered what it finds; those in `manual` do not."""
        transfers = {n: each for n, each in self.dossier.site.transfers.items() if n not in manual}
        return self._settled(closed, list(alive), mode, transfers, plugged)

    def _settled(
        self,
        closed: Positions,
        alive: list[str],
        mode: str,
        transfers: Mapping[str, AnyTransfer],
        plugged: Plugged = (),
    ) -> Positions:
        for _ in range(len(transfers) + 1):
            nodes = self.live(closed, alive, plugged=plugged)
            move = next(self._moves(closed, nodes, mode, transfers), None)
            if move is None:
                return closed
            closed = self.changed(closed, opened=(move[0],), close=(move[1],))
        return closed

    def _moves(
        self, closed: Positions, nodes: bytes, mode: str, transfers: Mapping[str, AnyTransfer]
    ) -> Iterator[tuple[str, str]]:
        """Switches enabled transfers would open and close: those whose working side is dead and standby live."""
        disabled = self.dossier.site.modes[mode].disabled if mode in self.dossier.site.modes else ()
        for name, transfer in transfers.items():
            if transfer.enabled and name not in disabled:
                for working, standby in _pairs(transfer):
                    due = self.is_closed(closed, working) and not self.is_closed(closed, standby)
                    if due and self._is_dead(working, nodes) and self._joins_live(standby, nodes):
                        yield working, standby

    def _is_dead(self, switch: str, nodes: bytes) -> bool:
        one, other = self.net.switch_nodes(self.net.switch_index[switch])
        return not nodes[one] and not nodes[other]

    def _joins_live(self, switch: str, nodes: bytes) -> bool:
        one, other = self.net.switch_nodes(self.net.switch_index[switch])
        return bool(nodes[one]) != bool(nodes[other])

    def after_switching(self, lost: Collection[str]) -> Positions:
        """Positions once automatics and then people, within the interlocks, have brought back all they can from the
        feeders that are left."""
        closed, alive = self.after_automatics(lost), [name for name in self.feeders if name not in lost]
        for _ in self.net.switch_ids:
            nodes = self.live(closed, alive)
            better = next(self._closings(closed, nodes), None)
            if better is None:
                return closed
            closed = better
        return closed

    def _closings(self, closed: Positions, nodes: bytes) -> Iterator[Positions]:
        """Positions with one more switch closed that leads supply to a dead part; dead interlocked ones are opened."""
        for name in self.net.switch_ids:
            if not self.is_closed(closed, name) and self._joins_live(name, nodes):
                moved = self._within_interlocks(self.changed(closed, close=(name,)), name, nodes)
                if moved is not None:
                    yield moved

    def _within_interlocks(self, closed: Positions, new: str, nodes: bytes) -> Positions | None:
        for devices, most in exclusions(self.dossier):
            if new in devices:
                dead = [each for each in devices if each != new and self._is_dead(each, nodes)]
                spare = sum(self.is_closed(closed, each) for each in devices) - most
                if spare > 0:
                    closed = self.changed(
                        closed, opened=[each for each in dead if self.is_closed(closed, each)][:spare]
                    )
                if sum(self.is_closed(closed, each) for each in devices) > most:
                    return None
        return closed

    # --- what the customer's own sources feed ---

    @cached_property
    def emergency(self) -> Positions:
        """Positions with the own sources carrying: their breakers closed, every ATS on standby, interlocked devices
        open, and every feeder cut off at its first switch."""
        breakers = [genset.breaker for genset in self.gensets.values()]
        own = [*breakers, *(each.standby for each in self._atses())]
        shut = [each.normal for each in self._atses()]
        for devices, most in exclusions(self.dossier):
            if len([each for each in devices if each in own]) >= most:
                shut += [each for each in devices if each not in own]
        return self.changed(self.normal, opened=[*shut, *self._feeder_switches()], close=own)

    def _atses(self) -> tuple[Ats, ...]:
        """Transfer switches whose standby side is a genset's."""
        called = {name for genset in self.gensets.values() for name in genset.called_by}
        return tuple(
            each
            for name, each in self.dossier.site.transfers.items()
            if isinstance(each, Ats) and (name in called or self._standby_from_genset(each))
        )

    def _standby_from_genset(self, ats: Ats) -> bool:
        """Return whether the far side of the standby switch reaches a genset without passing a feeder or the ATS
        itself."""
        without = self.changed(self.all_closed, opened=(ats.normal, ats.standby))
        beyond = self.net.switch_nodes(self.net.switch_index[ats.standby])
        fed = self.live(without, self.gensets, through_ups=False)
        mains = self.live(without, self.feeders, through_ups=False)
        return any(fed[node] and not mains[node] for node in beyond)

    def _feeder_switches(self) -> list[str]:
        """Switches next to a feeder's bus."""
        buses = {self.bus_of(name) for name in self.feeders}
        return [
            name for position, name in enumerate(self.net.switch_ids) if buses & set(self.net.switch_nodes(position))
        ]

    @cached_property
    def emergency_loads(self) -> tuple[str, ...]:
        """Loads the gensets feed in the emergency positions, UPS loads included."""
        return self.loads_at(self.live(self.emergency, self.gensets))

    def ups_before(self, load: str) -> tuple[str, ...]:
        """UPSs without which, in the normal positions, the load would be dead."""
        nodes = self.live(self.normal, self.feeders, through_ups=False)
        if self.is_fed(load, nodes):
            return ()
        links = conducting(self.net, self.normal)
        return tuple(
            name
            for name, ups in self.upses.items()
            if self.is_fed(load, reached(self.net, links, [self.net.bus_index[ups.output]]))
        )

    # --- a load's own switch ---

    @cached_property
    def own_switches(self) -> Mapping[str, str]:
        """Load → the switch that feeds it and no other load."""
        return own_switches(self.net, self.cords, self.dossier)

    def also_fed(self, load: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Switches that shed `load`, and the other loads they would take along; nothing else when it has its own."""
        every = range(len(self.net.switch_ids))
        area = enclosure(self.net, [bus for bus, _ in self.cords[self.net.load_index[load]]], every)
        links = conducting(self.net, self.all_closed)
        starts = [self.bus_of(name) for name in (*self.feeders, *self.gensets, *self.upses)]
        left = reached(self.net, links, starts, blocked=area.nodes)
        others = tuple(name for name in self.net.load_ids if name != load and not self.is_fed(name, left))
        return tuple(self.net.switch_ids[edge.switch] for edge in area.boundaries), others


def _pairs(transfer: AnyTransfer) -> tuple[tuple[str, str], ...]:
    """(what it opens, what it closes)."""
    if isinstance(transfer, Ats | Sts):
        return ((transfer.normal, transfer.standby), (transfer.standby, transfer.normal))
    one, other = transfer.incomers
    return ((one, transfer.tie), (other, transfer.tie)) if transfer.tie else ((one, other), (other, one))


def exclusions(
    dossier: Compiled, *, kinds: Collection[str] = ("key", "electrical", "procedural")
) -> tuple[tuple[tuple[str, ...], int], ...]:
    """Devices and how many of them may be closed: the interlocks of these kinds, and every ATS's two sides."""
    known = {row.name for row in dossier.network.switch}
    interlocks = [(each.of, each.closed_at_most) for each in dossier.site.interlocks if each.kind in kinds]
    pairs = [
        ((each.normal, each.standby), 1) for each in dossier.site.transfers.values() if isinstance(each, Ats | Sts)
    ]
    return tuple((tuple(name for name in of if name in known), most) for of, most in [*interlocks, *pairs])

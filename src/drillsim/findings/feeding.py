"""The sources that fed each load over time: islands, read from the journal's switch and source events.

A load is on the mains while a live feeder is joined to its bus; otherwise on its own supply: gensets that run in its
island, batteries of the UPSs that feed it. A UPS on its mains is looked through to its input. Dark is dark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from drillsim.journal import Event, Interval, Journal, load_outages
from drillsim.network import CompiledNetwork, Cord, components, conducting, cords, net_of
from drillsim.plant import box_bus, fixed_sets, upses
from drillsim.schema import Compiled, Site

_ALIVE = ("live", "running", "mains", "battery", "bypass")
_AFTER = {
    "source_lost": "dead",
    "source_back": "live",
    "source_running": "live",
    "source_stopped": "dead",
    "start_failed": "failed",
    "ups_on_battery": "battery",
    "ups_on_mains": "mains",
    "battery_empty": "dead",
}
_BOUNDARIES = ("switch_moved", "load_lost", "load_restored", "ups_mode", *_AFTER)


@dataclass(frozen=True, slots=True)
class Fed:
    """The supply of a bus: the mains, gensets, UPS batteries (ids in file order); nothing at all when it was dark."""

    mains: bool = False
    gensets: tuple[str, ...] = ()
    batteries: tuple[str, ...] = ()

    @property
    def own(self) -> bool:
        """Return whether it lived on own supply alone."""
        return not self.mains and bool(self.gensets or self.batteries)


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of time in which what fed a load did not change."""

    start_ms: int
    end_ms: int
    fed: Fed

    @property
    def ms(self) -> int:
        """Length."""
        return self.end_ms - self.start_ms


@dataclass(frozen=True, slots=True)
class Moment:
    """Switches and sources between two instants."""

    start_ms: int
    end_ms: int
    links: bytes
    sources: dict[str, str]


@dataclass(slots=True)
class Feeding:
    """The whole run as moments; asks are answered for one load at a time."""

    dossier: Compiled
    journal: Journal
    net: CompiledNetwork = field(init=False)
    moments: tuple[Moment, ...] = field(init=False)
    _connected: tuple[tuple[str, str], ...] = field(init=False, default=())
    _cords: tuple[tuple[Cord, ...], ...] = field(init=False, default=())
    _outages: dict[str, tuple[Interval, ...]] = field(init=False, default_factory=dict)
    _parts: dict[bytes, tuple[int, ...]] = field(init=False, default_factory=dict)
    _known: dict[tuple[int, int], Fed] = field(init=False, default_factory=dict)
    """By the start of a moment and the part of the network: all buses of a part are fed by the same."""
    _told: dict[str, tuple[Segment, ...]] = field(init=False, default_factory=dict)
    """By load, what `of` has answered."""

    def __post_init__(self) -> None:
        self.net = net_of(self.dossier)
        self._cords = cords(self.dossier)
        self._outages = load_outages(self.journal)
        self.moments = tuple(_moments(self.net, self.journal))
        self._connected = tuple(_connected(self.dossier.site, self.net, self.journal))

    def of(self, load: str) -> tuple[Segment, ...]:
        """Return the supply of `load` from the start to the end of the run, in time order."""
        if load not in self._told:
            self._told[load] = self._worked_out(load)
        return self._told[load]

    def _worked_out(self, load: str) -> tuple[Segment, ...]:
        plugged = self._cords[self.net.load_index[load]]
        dark = self._outages.get(load, ())
        segments: list[Segment] = []
        for moment in self.moments:
            is_dark = any(span.start_ms <= moment.start_ms < span.end_ms for span in dark)
            fed = Fed() if is_dark else _together([self._fed_at(moment, bus) for bus, _ in plugged])
            if segments and segments[-1].fed == fed:
                segments[-1] = Segment(segments[-1].start_ms, moment.end_ms, fed)
            else:
                segments.append(Segment(moment.start_ms, moment.end_ms, fed))
        return tuple(segments)

    def _fed_at(self, moment: Moment, bus: int) -> Fed:
        key = (moment.start_ms, self._part(moment.links)[bus])
        if key not in self._known:
            self._known[key] = self._fed(moment, bus, ())
        return self._known[key]

    def _fed(self, moment: Moment, bus: int, through: tuple[str, ...]) -> Fed:
        part = self._part(moment.links)
        here = part[bus]
        mains = any(
            part[node] == here and _alive(moment.sources.get(name, "live" if served else "dead"))
            for name, node, served in zip(
                self.net.source_ids, self.net.source_bus, self.net.source_in_service, strict=True
            )
        )
        gensets = [
            name
            for name, bus_id in (*_gensets(self.dossier.site), *self._connected)
            if self._joined(part, here, bus_id) and _alive(moment.sources.get(name, "dead"))
        ]
        batteries: list[str] = []
        for name, ups in upses(self.dossier.site).items():
            if name in through or not self._joined(part, here, ups.output):
                continue
            state = moment.sources.get(name, "mains")
            if state == "battery":
                batteries.append(name)
            elif _alive(state):
                through_bus = ups.bypass or ups.input if state == "bypass" else ups.input
                above = self._fed(moment, self.net.bus_index[through_bus], (*through, name))
                mains = mains or above.mains
                gensets += [each for each in above.gensets if each not in gensets]
                batteries += [each for each in above.batteries if each not in batteries]
        return Fed(mains, tuple(gensets), tuple(batteries))

    def _joined(self, part: tuple[int, ...], here: int, bus: str) -> bool:
        return bus in self.net.bus_index and part[self.net.bus_index[bus]] == here

    def _part(self, links: bytes) -> tuple[int, ...]:
        if links not in self._parts:
            self._parts[links] = components(self.net, links)
        return self._parts[links]


def _together(cords: list[Fed]) -> Fed:
    """Return the supply of a load by all of its cords together."""
    if len(cords) == 1:
        return cords[0]
    gensets = dict.fromkeys(name for fed in cords for name in fed.gensets)
    batteries = dict.fromkeys(name for fed in cords for name in fed.batteries)
    return Fed(any(fed.mains for fed in cords), tuple(gensets), tuple(batteries))


def _alive(state: str) -> bool:
    return state in _ALIVE


def _gensets(site: Site) -> Iterator[tuple[str, str]]:
    return ((name, source.bus) for name, source in fixed_sets(site).items())


def _connected(site: Site, net: CompiledNetwork, journal: Journal) -> Iterator[tuple[str, str]]:
    """Mobile gensets that were plugged in, with the bus beyond the box's switch."""
    for event in journal.of("connected"):
        point = site.connection_points[event.data["point"]]
        yield event.data["source"], box_bus(net, point)


def _moments(net: CompiledNetwork, journal: Journal) -> Iterator[Moment]:
    """Moments between the instants at which a switch or a source changed."""
    closed = _positions(net, journal)
    sources = {str(name): str(state) for name, state in journal.initial.get("sources", {}).items()}
    for name, position in journal.initial.get("controls", {}).items():
        if position in ("bypass", "maintenance_bypass"):
            sources[name] = "bypass"
    out = tuple(_nodes(net, journal.initial.get("out_of_service", ())))
    for name in journal.initial.get("out_of_service", ()):
        if name in net.source_index:
            sources[name] = "dead"
    start = journal.start_ms
    for t_ms, events in _instants(journal):
        if t_ms > start:
            yield Moment(start, t_ms, conducting(net, closed, out), dict(sources))
            start = t_ms
        for event in events:
            _apply(net, closed, sources, event)
    yield Moment(start, journal.end_ms, conducting(net, closed, out), dict(sources))


def _positions(net: CompiledNetwork, journal: Journal) -> bytearray:
    if "closed" not in journal.initial:
        return bytearray(net.closed)
    shut = frozenset(journal.initial["closed"])
    return bytearray(name in shut for name in net.switch_ids)


def _nodes(net: CompiledNetwork, names: tuple[str, ...]) -> Iterator[int]:
    return (net.node(name) for name in names if name in net.bus_index or name in net.branch_index)


def _instants(journal: Journal) -> Iterator[tuple[int, list[Event]]]:
    """Events of each instant that can change who feeds whom."""
    events: list[Event] = []
    for event in journal.of(*_BOUNDARIES):
        if events and events[0].t_ms != event.t_ms:
            yield events[0].t_ms, events
            events = []
        events.append(event)
    if events:
        yield events[0].t_ms, events


def _apply(net: CompiledNetwork, closed: bytearray, sources: dict[str, str], event: Event) -> None:
    if event.type == "switch_moved" and event.data["switch"] in net.switch_index:
        closed[net.switch_index[event.data["switch"]]] = bool(event.data["closed"])
    elif event.type == "ups_mode":
        sources[event.data["source"]] = "mains" if event.data["mode"] == "online" else "bypass"
    elif event.type in _AFTER:
        sources[event.data["source"]] = _AFTER[event.type]

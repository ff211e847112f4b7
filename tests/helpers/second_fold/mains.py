"""The supply of a load over time: the network's rows walked from the load, switches and sources as the journal has
them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from drillsim.journal.events import Event
from drillsim.journal.record import Journal
from drillsim.schema.compiled import Compiled
from drillsim.schema.source import Genset, Ups
from drillsim.schema.transfer import Ats, Sts

_ENDS = ("from_bus", "to_bus", "hv_bus", "mv_bus", "lv_bus")
_TABLE = {"l": "line", "t": "trafo", "t3": "trafo3w"}
_CHANGES = {
    "source_lost": "dead", "source_back": "live", "source_running": "live", "source_stopped": "dead",
    "start_failed": "dead", "ups_on_battery": "battery", "ups_on_mains": "mains", "battery_empty": "dead",
}  # fmt: skip


class Mains:
    """Feeders and gensets behind a load, from instant to instant."""

    def __init__(self, dossier: Compiled, journal: Journal) -> None:
        self._dossier, self._journal = dossier, journal
        self._events = [e for e in journal.events if e.type in (*_CHANGES, "switch_moved", "ups_mode", "connected")]
        self._out = set(journal.events[0].data.get("out_of_service", ()))

    def behind(self, load: str) -> list[tuple[int, int, frozenset[str]]]:
        """From, to, and the live feeders and gensets that reached the load's buses; the darkness of the load itself is
        not looked at."""
        buses = self._buses(load)
        state = _State(self._journal)
        spans, since = [], self._journal.events[0].t_ms
        for t_ms, events in _instants(self._events):
            if t_ms > since:
                spans.append((since, t_ms, self._reached(state, buses)))
                since = t_ms
            for event in events:
                state.take(event)
        return [*spans, (since, self._journal.end_ms, self._reached(state, buses))]

    def beyond(self, transfer: str) -> list[str]:
        """Loads below the board both switches of the transfer stand at, with these two open and all others closed."""
        spec, rows = self._dossier.site.transfers[transfer], {row.name: row for row in self._dossier.network.switch}
        assert isinstance(spec, Ats | Sts)
        own = [rows[spec.normal], rows[spec.standby]]
        todo = list({own[0].bus, own[0].element} & {own[1].bus, own[1].element})
        return self._below(todo, set(rows) - {spec.normal, spec.standby})

    def fed_by(self, ups: str) -> list[str]:
        """Loads below the output of a UPS, every switch closed, without a way over its input."""
        spec = self._dossier.site.sources[ups]
        assert isinstance(spec, Ups)
        return self._below([spec.output], {row.name for row in self._dossier.network.switch}, avoid=spec.input)

    def _below(self, todo: list[str], closed: set[str], avoid: str = "") -> list[str]:
        """Loads joined to any of the buses, with the output of each UPS whose input is."""
        edges, seen = self._edges(_State(self._journal), closed=closed), {avoid}
        while todo:
            bus = todo.pop()
            seen.add(bus)
            ups = (s for s in self._dossier.site.sources.values() if isinstance(s, Ups) and s.input == bus)
            todo += [other for other in (*edges[bus], *(each.output for each in ups)) if other not in seen]
        return [row.name for row in self._dossier.network.loads if (seen - {avoid}) & set(self._buses(row.name))]

    def _buses(self, load: str) -> tuple[str, ...]:
        stated = self._dossier.site.loads.get(load)
        if stated is not None and stated.cords:
            return tuple(cord.bus for cord in stated.cords)
        return tuple(row.bus for row in self._dossier.network.loads if row.name == load)

    def _reached(self, state: _State, buses: tuple[str, ...]) -> frozenset[str]:
        """Live sources joined to any of the buses, through every UPS that is on its mains or its bypass."""
        edges = self._edges(state)
        seen: set[str] = set()
        todo = list(buses)
        while todo:
            bus = todo.pop()
            if bus in seen or bus in self._out:
                continue
            seen.add(bus)
            todo += [other for other in edges[bus] if other not in seen]
            todo += list(self._through_ups(state, bus))
        found = {row.name for row in self._dossier.network.ext_grid if row.bus in seen and row.in_service}
        found |= {n for n, s in self._dossier.site.sources.items() if isinstance(s, Genset) and s.bus in seen}
        return frozenset(name for name in found if state.alive(name) and name not in self._out)

    def _through_ups(self, state: _State, bus: str) -> Iterator[str]:
        for name, spec in self._dossier.site.sources.items():
            if isinstance(spec, Ups) and spec.output == bus:
                mode = state.sources.get(name, "mains")
                if mode in ("mains", "live", "running"):
                    yield spec.input
                elif mode == "bypass":
                    yield spec.bypass or spec.input

    def _edges(self, state: _State, closed: set[str] | None = None) -> dict[str, list[str]]:
        """Buses joined to each bus, with the switches as they stand or `closed` closed."""
        network, shut = self._dossier.network, state.closed if closed is None else closed
        edges: dict[str, list[str]] = defaultdict(list)
        opened: set[tuple[str, str, str]] = set()
        for switch in network.switch:
            is_closed = switch.name in shut and switch.name not in self._out
            if switch.et == "b" and is_closed:
                _join(edges, [switch.bus, switch.element])
            elif switch.et != "b" and not is_closed:
                opened.add((_TABLE[switch.et], switch.element, switch.bus))
        for table in ("line", "trafo", "trafo3w", "impedance"):
            for row in getattr(network, table, ()):
                ends = [getattr(row, key) for key in _ENDS if getattr(row, key, None)]
                there = [end for end in ends if (table, row.name, end) not in opened]
                if row.in_service and row.name not in self._out:
                    _join(edges, there)
        return edges


class _State:
    """Switches and sources at one moment."""

    def __init__(self, journal: Journal) -> None:
        first = journal.events[0].data
        self.closed = set(first["closed"])
        self.sources = {str(name): str(state) for name, state in first["sources"].items()}
        bypassed = (n for n, at in first.get("controls", {}).items() if at in ("bypass", "maintenance_bypass"))
        self.sources |= dict.fromkeys(bypassed, "bypass")

    def take(self, event: Event) -> None:
        data = event.data
        if event.type == "switch_moved":
            (self.closed.add if data["closed"] else self.closed.discard)(data["switch"])
        elif event.type == "ups_mode":
            self.sources[data["source"]] = "mains" if data["mode"] == "online" else "bypass"
        elif event.type in _CHANGES:
            self.sources[data["source"]] = _CHANGES[event.type]

    def alive(self, name: str) -> bool:
        return self.sources.get(name) in ("live", "running")


def _instants(events: list[Event]) -> Iterator[tuple[int, list[Event]]]:
    groups: dict[int, list[Event]] = {}
    for event in events:
        groups.setdefault(event.t_ms, []).append(event)
    return iter(groups.items())


def _join(edges: dict[str, list[str]], ends: list[str]) -> None:
    for one in ends:
        edges[one] += [other for other in ends if other != one]

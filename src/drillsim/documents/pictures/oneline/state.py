"""The plant at one moment, as the diagram shows it: which stretch of a connection is live, what is under a fault."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drillsim.documents.pictures.oneline.diagram import Connection, Diagram, Part
from drillsim.documents.pictures.oneline.scene import Feed, Symbol
from drillsim.documents.pictures.oneline.symbols import Look
from drillsim.journal import Journal, Snapshot, state_at
from drillsim.schema import Dossier


@dataclass(frozen=True, slots=True)
class Plant:
    """One moment of one run, for one diagram."""

    shot: Snapshot
    sections: tuple[tuple[bool, ...], ...]
    live: frozenset[str]
    """Nodes that are live, three-winding transformers among them."""
    faulted: frozenset[str]
    earthed: frozenset[str]
    empty: frozenset[str] = frozenset()
    """Sources whose fuel or battery is used up."""

    def source_state(self, name: str) -> str:
        """Return the state of a source: as the run has it, but `empty` where nothing is left to run on."""
        state = self.shot.sources.get(name, "dead")
        return "empty" if name in self.empty and state != "live" else state

    def is_live(self, feed: Feed) -> bool:
        """Return whether what hangs on this is live."""
        if isinstance(feed, tuple):
            return self.sections[feed[0]][feed[1]]
        if feed.startswith("source "):
            return self.shot.sources.get(feed.removeprefix("source "), "dead") == "live"
        return feed in self.live

    def look(self, symbol: Symbol) -> Look:
        """The state a symbol is drawn in."""
        closed = symbol.id in (self.earthed if symbol.kind in ("earth_switch", "portable") else self.shot.closed)
        source = symbol.id in self.shot.sources and self.shot.sources[symbol.id] == "failed"
        return Look(
            live=tuple(self.is_live(feed) for feed in symbol.feed) or (True,),
            closed=closed,
            dark=symbol.id in self.shot.dark_loads,
            lost=symbol.id in self.faulted or source,
            empty=symbol.id in self.empty,
        )

    def alarms(self, ident: str) -> bool:
        """Return whether the name of a thing is printed as an alarm."""
        state = self.shot.sources.get(ident, "live")
        return ident in self.faulted or ident in self.shot.dark_loads or state != "live"


def plant_at(picture: Diagram, dossier: Dossier, journal: Journal, t_ms: int) -> Plant:
    """The plant after everything that happened up to and including `t_ms`."""
    shot = state_at(journal, t_ms)
    live = {bus for bus in shot.live if bus in picture.buses}
    for wire in picture.connections:
        if wire.a in picture.transformers and wire.b in live and _through(wire.parts, shot):
            live.add(wire.a)
    return Plant(
        shot=shot,
        sections=tuple(live_sections(wire, frozenset(live), shot) for wire in picture.connections),
        live=frozenset(live),
        faulted=in_zones(dossier, faulted_at(journal, t_ms)),
        earthed=earthed_at(journal, t_ms),
        empty=emptied_at(journal, t_ms),
    )


def _through(parts: Iterable[Part], shot: Snapshot) -> bool:
    return all(not part.is_switch or part.id in shot.closed for part in parts)


def live_sections(wire: Connection, live: frozenset[str], shot: Snapshot) -> tuple[bool, ...]:
    """Return, for each stretch of the connection, whether it is live: before the first part, between parts, after the
    last."""
    there, back = _reach(wire.a, wire.parts, live, shot), _reach(wire.b, wire.parts[::-1], live, shot)
    return tuple(a or b for a, b in zip(there, reversed(back), strict=True))


def _reach(node: str, parts: Iterable[Part], live: frozenset[str], shot: Snapshot) -> list[bool]:
    found = [node in live]
    for part in parts:
        through = part.kind not in ("ups", "ups_bypass") and (not part.is_switch or part.id in shot.closed)
        found.append(found[-1] and through)
    return found


def in_zones(dossier: Dossier, names: frozenset[str]) -> frozenset[str]:
    """`names`, and of every zone among them what stands in it or runs through it."""
    site = dossier.site
    found = {each for name in names if name in site.zones for each in site.zones[name].contains}
    for table in (site.elements, site.sources):
        found |= {name for name, fact in table.items() if names & {*getattr(fact, "route", ())}}
    return names | found


def faulted_at(journal: Journal, t_ms: int) -> frozenset[str]:
    """Return the ids under a fault at `t_ms`: everything `fault_begins` named and `fault_ends` did not."""
    found: set[str] = set()
    for event in journal.of("fault_begins", "fault_ends"):
        if event.t_ms <= t_ms:
            change = found.update if event.type == "fault_begins" else found.difference_update
            change(event.data["targets"])
    return frozenset(found)


def emptied_at(journal: Journal, t_ms: int) -> frozenset[str]:
    """Sources that had used up their fuel or battery at `t_ms` and not come back."""
    found: set[str] = set()
    for event in journal.of("source_stopped", "source_running", "battery_empty", "ups_on_mains"):
        if event.t_ms > t_ms:
            break
        spent = event.type == "battery_empty" or event.data.get("cause") == "no_fuel"
        (found.add if spent else found.discard)(event.data["source"])
    return frozenset(found)


def earthed_at(journal: Journal, t_ms: int) -> frozenset[str]:
    """Earths that were on at `t_ms`."""
    initial: Mapping[str, object] = journal.initial
    first = initial.get("earthed", ())
    found = set(first) if isinstance(first, list | tuple) else set()
    for event in journal.of("earth_set"):
        if event.t_ms <= t_ms:
            (found.add if event.data.get("on") else found.discard)(event.data["earth"])
    return frozenset(found)

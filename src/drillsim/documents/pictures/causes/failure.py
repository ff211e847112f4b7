"""The failures of a run and their causes, as a graph of values: every event that says something failed, with its
causes.

Causes are what the journal itself says (`because`, `cause`, `element`) and what stood behind at that instant: a
section goes dead because of the source, the switch or the fault that borders on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from drillsim.documents.pictures.causes.dead import dead_parts
from drillsim.journal import Event, Journal
from drillsim.schema import Dossier


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that failed: its kind (an event type, for faults `fault-<kind>`), of what, when, because of what."""

    kind: str
    ids: tuple[str, ...]
    t_ms: int
    causes: tuple[Failure, ...] = ()
    note: str = ""
    """Detail in the journal beyond that: the cause of a stop, the reason of a refusal."""
    times: int = 1
    """Number of times the same failed for the same reasons."""
    lasted_ms: int | None = None
    """Longest time the function was lost, ms; None where it never came back, or for anything else."""

    what: tuple[object, ...] = field(init=False, repr=False, compare=False)
    """The same failure for the same reasons has the same."""

    def __post_init__(self) -> None:
        said = self.kind, self.ids, self.note, tuple(cause.what for cause in self.causes)
        object.__setattr__(self, "what", said)


PLAIN: dict[str, str] = {
    "protection_trips": "device", "switch_stuck": "switch", "start_failed": "source", "source_lost": "source",
    "source_stopped": "source", "battery_empty": "source", "transfer_failed": "transfer",
    "transfer_refused": "transfer", "store_empty": "store", "store_contaminated": "store",
    "control_supply_lost": "supply", "ups_overloaded": "source", "pump_stopped": "load", "overload_begins": "element",
    "transfer_maloperates": "transfer", "protection_silent": "device", "load_dropped": "load",
    "load_step": "source", "overload_exceeded": "element", "neighbours_lost": "source",
}  # fmt: skip
"""Events that say one thing failed, with the field that names it."""
_LEADS_TO = {
    "source_stopped": ("load_step", "ups_overloaded", "overload_exceeded"),
    "source_lost": ("overload_exceeded",),
}
"""Event types that, for the same thing in the same instant, are the reason it failed."""
_WELL = {"full", "done", "stopped", "cool_down", "mains_back", "by_hand", "step"}
"""Causes of a stop that are no failure."""


def failures(dossier: Dossier, journal: Journal) -> tuple[Failure, ...]:
    """Every failure of the run in time order, causes before consequences; repeats are counted at the first."""
    reader = _Reader(dossier, journal)
    for event in journal.events:
        reader.read(event)
    return tuple(replace(each, lasted_ms=reader.lasted.get(each.what)) for each in reader.found.values())


class _Reader:
    """Goes through the journal once and remembers what failed last of everything."""

    def __init__(self, dossier: Dossier, journal: Journal) -> None:
        self.dossier = dossier
        self.closed: set[str] = set(journal.initial.get("closed", ()))
        self.before = frozenset(self.closed)
        """Switches closed when this instant began."""
        self.found: dict[tuple[object, ...], Failure] = {}
        self.counted: dict[tuple[object, ...], int] = {}
        """Time each was last counted at: once an instant."""
        self.last: dict[str, Failure] = {}
        """Id → the latest failure of it that still stands."""
        self.lasted: dict[tuple[object, ...], int] = {}
        """For functions that were lost and came back: the longest time."""
        self.lost_at: dict[str, int] = {}
        self.faults: dict[str, Failure] = {}
        """Target → the fault on it."""
        self.now: list[Failure] = []
        """Failures of this instant."""
        self.at = journal.start_ms
        self.bus_of = {row.name: row.bus for row in dossier.network.loads}
        self.needs = {name: load.cords for name, load in dossier.site.loads.items() if getattr(load, "cords", ())}

    def read(self, event: Event) -> None:
        if event.t_ms != self.at:
            self.at, self.now, self.before = event.t_ms, [], frozenset(self.closed)
        reading = _READINGS.get(event.type)
        if reading is not None:
            reading(self, event)
        elif event.type in PLAIN:
            self._plain(event)

    def note(self, kind: str, ids: tuple[str, ...], causes: Iterable[Failure], note: str = "") -> Failure:
        """Remembers a failure; the same for the same reasons is counted at its first time."""
        new = Failure(kind, ids, self.at, tuple(dict.fromkeys(causes)), note)
        before = self.found.get(new.what)
        kept = new if before is None else before
        if before is not None and self.counted[new.what] != self.at:
            kept = Failure(before.kind, before.ids, before.t_ms, before.causes, before.note, before.times + 1)
        self.found[new.what] = kept
        self.counted[new.what] = self.at
        standing = before or new
        self.last.update(dict.fromkeys(ids, standing))
        self.now.append(standing)
        return standing

    def moved(self, event: Event) -> None:
        """A switch opened by people or automatics is remembered: if sections go dead with it, it is their cause."""
        switch, cause = event.data["switch"], event.data["cause"]
        (self.closed.add if event.data["closed"] else self.closed.discard)(switch)
        if not event.data["closed"] and cause not in ("protection", "source"):
            causes = self.stand(str(event.data.get("cause_id", "")))
            self.now.append(Failure("switch-opened", (switch,), self.at, tuple(causes), str(cause)))

    def stand(self, *ids: str) -> Iterator[Failure]:
        """The failures of these that still stand."""
        yield from (self.last[name] for name in ids if name in self.last)

    def fault(self, event: Event) -> None:
        targets = tuple(event.data["targets"])
        failure = self.note(f"fault-{event.data['fault']}", targets, ())
        self.faults.update(dict.fromkeys((*targets, *self._inside(targets)), failure))

    def _inside(self, targets: tuple[str, ...]) -> Iterator[str]:
        for name in targets:
            if name in self.dossier.site.zones:
                yield from self.dossier.site.zones[name].contains
        for table in (self.dossier.site.elements, self.dossier.site.sources):
            yield from (name for name, fact in table.items() if {*targets} & {*getattr(fact, "route", ())})

    def _plain(self, event: Event) -> None:
        name, note = str(event.data[PLAIN[event.type]]), _note(event)
        if event.type in ("source_stopped", "pump_stopped") and note in _WELL:
            return
        if event.type == "source_lost" and name in self.faults and name in self.faults[name].ids:
            self.last[name] = self.faults[name]  # the fault is that it is lost: one box, not two
            self.now.append(self.faults[name])
            return
        self.note(event.type, (name,), self._causes_of(event, name), "" if note == "fault" else note)

    def _causes_of(self, event: Event, name: str) -> list[Failure]:
        named = [str(event.data[key]) for key in ("element", "device", "store", "supply") if event.data.get(key)]
        found = [self.faults[each] for each in (name, *named) if each in self.faults]
        found += self.stand(*(each for each in named if each != name))
        found += self.stand(*self._needed(event.type, name))
        found += [each for each in self.now if name in each.ids and each.kind in _LEADS_TO.get(event.type, ())]
        if event.type == "load_dropped":
            found += list(self.faults.values())[-1:]
        if event.type == "neighbours_lost":
            found += [each for each in self.now if each.kind == "protection_trips"]
        own = _LEADS_TO.get(event.type, ())
        return [each for each in found if name not in each.ids or each.kind.startswith("fault-") or each.kind in own]

    def _needed(self, kind: str, name: str) -> Iterator[str]:
        """Yield the things a thing of the site runs on: a genset its store, a UPS its input, a transfer its switches'
        buses."""
        source = self.dossier.site.sources.get(name)
        if source is not None and kind in ("source_stopped", "battery_empty"):
            yield from (str(each) for each in (getattr(source, "fuel", None), getattr(source, "input", None)) if each)
            yield from getattr(source, "needs", ())
        if kind == "battery_empty":  # neither mains nor own supply came in time
            yield from (f.ids[0] for f in self.last.values() if f.kind in ("start_failed", "transfer_failed"))
        if kind == "store_empty":
            yield from (pump.by for pump in self.dossier.site.tanks[name].in_)
        if kind in ("transfer_refused", "transfer_failed"):
            yield from self._supplies(name)

    def _supplies(self, transfer: str) -> Iterator[str]:
        """The buses at the switches of a transfer: those that are dead are why it found no standby."""
        spec = self.dossier.site.transfers.get(transfer)
        named = {*getattr(spec, "incomers", ()), *(getattr(spec, end, None) for end in ("normal", "standby"))}
        rows = [row for row in self.dossier.network.switch if row.name in named]
        yield from (end for row in rows for end in (row.bus, row.element) if row.et == "b")

    def supply(self, event: Event) -> None:
        for name in event.data["live"]:
            self.last.pop(name, None)
        dead = tuple(event.data["dead"])
        for part, causes in dead_parts(self.dossier, dead, self.before, tuple(self.now)):
            self.note("dead", part, [self._kept(each) for each in causes])

    def _kept(self, cause: Failure) -> Failure:
        """A switch that was opened counts as a failure only now that something went dead with it."""
        return self.note(cause.kind, cause.ids, cause.causes, cause.note) if cause.kind == "switch-opened" else cause

    def load(self, event: Event) -> None:
        name = event.data["load"]
        buses = [cord.bus for cord in self.needs.get(name, ())] or [self.bus_of.get(name, "")]
        itself = [each for each in self.now if name in each.ids and each.kind in ("load_dropped", "load_switched")]
        if itself:
            return  # that it dropped out, or was switched off, is why it is dark: one box, not two
        causes = list(self.stand(*buses))
        self.note("load_lost", (name,), causes or [f for f in self.now if f.kind.startswith("fault-")][:1])

    def switched(self, event: Event) -> None:
        """A load switched off behind its live bus, by a function that was lost or by people."""
        if not event.data["on"]:
            cause = str(event.data["cause"])
            self.note("load_switched", (event.data["load"],), self.stand(cause), cause)

    def back(self, event: Event) -> None:
        name = next((event.data[key] for key in ("load", "source", "supply") if key in event.data), None)
        if name is not None:
            self.last.pop(name, None)

    def function(self, event: Event) -> None:
        name, state = event.data["function"], event.data["state"]
        because = event.data["because"]
        causes = [*self.stand(*((because,) if isinstance(because, str) else because))]
        if state in ("lost", "harmed"):
            before = [f for f in self.stand(name) if f.kind == "function-lost"] if state == "harmed" else []
            self.note(f"function-{state}", (name,), before or causes)
            self.lost_at.setdefault(name, event.t_ms)
        elif name in self.last and state != "riding_through":
            for lost in self.stand(name):
                ms = event.t_ms - self.lost_at.get(name, event.t_ms)
                self.lasted[lost.what] = max(ms, self.lasted.get(lost.what, 0))
            del self.last[name]
            self.lost_at.pop(name, None)


def _note(event: Event) -> str:
    """Return the reason in the journal."""
    if event.type == "switch_stuck":
        return str(event.data.get("why") or "")
    return str(event.data.get("cause") or event.data.get("reason") or "")


_READINGS: dict[str, Callable[[_Reader, Event], None]] = {
    "fault_begins": _Reader.fault,
    "switch_moved": _Reader.moved,
    "supply_changed": _Reader.supply,
    "load_switched": _Reader.switched,
    "load_lost": _Reader.load,
    "load_restored": _Reader.back,
    "source_back": _Reader.back,
    "source_running": _Reader.back,
    "control_supply_back": _Reader.back,
    "function_changed": _Reader.function,
}

"""The level of every store and every battery over the run, and the events that bent the line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from drillsim.journal import Event, Journal, store_levels
from drillsim.schema import Dossier

_HOUR = 3_600_000
_POURED_L = 0.5
_BENDS = (
    "pump_started", "pump_stopped", "source_running", "source_stopped", "store_empty", "store_contaminated",
    "store_rate",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One store or battery: corner points (ms, amount) with straight lines between, and what holds it."""

    id: str
    unit: str
    """`l` or `kWh`."""
    capacity: float
    points: tuple[tuple[int, float], ...]
    bends: tuple[tuple[int, str, str], ...]
    """(ms, what happened: an event type, or `refilled`; to what)."""

    @property
    def moved(self) -> bool:
        """Return whether it was ever anything but what it was at first."""
        return any(abs(amount - self.points[0][1]) > 1e-6 for _, amount in self.points)


def levels(dossier: Dossier, journal: Journal) -> tuple[Level, ...]:
    """Every store and battery whose level moved, stores first, in file order."""
    found = (*_stores(dossier, journal), *_batteries(dossier, journal))
    return tuple(each for each in found if each.points and each.moved)


def _stores(dossier: Dossier, journal: Journal) -> Iterator[Level]:
    for name, store in dossier.site.tanks.items():
        points = store_levels(journal, name)
        yield Level(name, "l", float(store.capacity_l), points, tuple(_store_bends(dossier, journal, name)))


def _store_bends(dossier: Dossier, journal: Journal, name: str) -> Iterator[tuple[int, str, str]]:
    """Pumps in and out, sources that burn from it, refills, empty: what happens to the store by its own events."""
    stores = dossier.site.tanks
    fed = {name, *(out.to for out in stores[name].out)}  # a mobile set burns from its own tank
    pumps = {pump.by for pump in stores[name].in_}
    pumps |= {pump.by for other in stores.values() for pump in other.in_ if pump.from_ == name}
    poured = {
        t
        for (t, before), (later, after) in pairwise(store_levels(journal, name))
        if t == later > journal.start_ms and after > before + _POURED_L
    }
    for event in journal.of(*_BENDS):
        if event.type == "store_rate":
            if event.data["store"] == name and event.t_ms in poured:
                yield event.t_ms, "refilled", name
        elif event.data.get("load") in pumps or event.data.get("source") in fed or event.data.get("store") == name:
            yield event.t_ms, event.type, str(event.data.get("load") or event.data.get("source") or name)


def _batteries(dossier: Dossier, journal: Journal) -> Iterator[Level]:
    for name, spec in dossier.site.sources.items():
        if spec.kind == "ups" and spec.battery_kwh > 0:
            capacity = float(spec.battery_kwh) * float(getattr(spec, "battery_percent", 100.0)) / 100
            events = [
                event
                for event in journal.of("ups_on_battery", "ups_on_mains", "battery_empty")
                if event.data["source"] == name
            ]
            first = capacity * float(spec.charged_percent) / 100
            points = _battery_points(journal, events, capacity, first, spec.recharge_kw)
            bends = tuple((event.t_ms, event.type, name) for event in events)
            yield Level(name, "kWh", capacity, points, bends)


def _battery_points(
    journal: Journal, events: list[Event], capacity: float, first: float, recharge_kw: float
) -> tuple[tuple[int, float], ...]:
    """From what one event says is left to what the next says: straight while the battery feeds (its load may change in
    between, which the journal does not say), with the recharge up to full while it is on mains."""
    points = [(journal.start_ms, first)]
    load_kw = charge_kw = 0.0
    for event in events:
        amount = 0.0 if event.type == "battery_empty" else float(event.data["energy_kwh"])
        if charge_kw:
            points += _charged(points[-1], charge_kw, event.t_ms, capacity)
        elif not load_kw and event.t_ms > points[-1][0]:
            points.append((event.t_ms, points[-1][1]))
        points.append((event.t_ms, amount))
        load_kw = float(event.data.get("load_kw", 0.0)) if event.type == "ups_on_battery" else 0.0
        charge_kw = recharge_kw if event.type == "ups_on_mains" else 0.0
    if charge_kw:
        points += _charged(points[-1], charge_kw, journal.end_ms, capacity)
    else:
        used = load_kw * (journal.end_ms - points[-1][0]) / _HOUR
        points.append((journal.end_ms, max(points[-1][1] - used, 0.0)))
    return tuple(points)


def _charged(last: tuple[int, float], kw: float, t_ms: int, capacity: float) -> list[tuple[int, float]]:
    """The corner points up to `t_ms` while it is charged: where it is full before, one there too."""
    at, amount = last
    full = at + round((capacity - amount) / kw * _HOUR)
    if at <= full < t_ms:
        return [(full, capacity), (t_ms, capacity)]
    return [(t_ms, amount + kw * (t_ms - at) / _HOUR)]

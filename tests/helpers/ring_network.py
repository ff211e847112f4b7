"""A private network as an airport has it: intakes with two sections each, rings of substations, every ring open once.

intake-1 ── I ─F11─ sub-01 ── sub-02 ─/ ─ sub-03 ── … ─F12─ II ── intake-2
                      T01
                     sub-01-LV: two or three loads
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from drillsim.journal.record import Journal, JournalWriter
from drillsim.schema.dossier import Case
from drillsim.schema.network import Network
from drillsim.schema.site import Site
from helpers.sample_run import sample_case

MIN = 60_000
Row = dict[str, Any]


class _Tables:
    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {name: [] for name in ("bus", "ext_grid", "line", "trafo", "switch", "load")}

    def bus(self, name: str, kv: float) -> str:
        self.rows["bus"].append({"name": name, "vn_kv": kv})
        return name

    def switch(self, name: str, bus: str, element: str, et: str = "b", kind: str = "CB", closed: bool = True) -> None:
        row = {"name": name, "bus": bus, "element": element, "et": et, "type": kind, "closed": closed}
        self.rows["switch"].append(row)

    def trafo(self, name: str, hv: str, lv: str, kind: str = "LBS") -> None:
        self.rows["trafo"].append({"name": name, "hv_bus": hv, "lv_bus": lv, "std_type": "SCB10-1000 10/0.4 kV"})
        self.switch(f"{name}-hv", hv, name, "t", kind)
        self.switch(f"{name}-lv", lv, name, "t")

    def line(self, name: str, one: str, other: str) -> None:
        self.rows["line"].append({"name": name, "from_bus": one, "to_bus": other, "length_km": 0.5, "std_type": "x"})


def ring_network(substations: int, per_ring: int = 10, intakes: int = 3, joined_by: str = "line") -> Network:
    """The network; `joined_by` is `line` for cables with a switch at either end, `switch` for switches alone."""
    tables = _Tables()
    for number in range(1, intakes + 1):
        _intake(tables, number)
    for ring in range(-(-substations // per_ring)):
        first = ring * per_ring + 1
        _ring(tables, ring, range(first, min(first + per_ring, substations + 1)), intakes, joined_by)
    return Network.model_validate({"format": 1, **tables.rows})


def _intake(tables: _Tables, number: int) -> None:
    high = tables.bus(f"in{number}-33kV", 33)
    tables.rows["ext_grid"].append({"name": f"intake-{number}", "bus": high, "s_sc_max_mva": 1000, "rx_max": 0.1})
    sections = [tables.bus(f"in{number}-{section}", 11) for section in ("I", "II")]
    for place, section in enumerate(sections, start=1):
        tables.trafo(f"IT{number}{place}", high, section, "CB")
    tables.switch(f"{number}00", sections[0], sections[1], closed=False)


def _ring(tables: _Tables, ring: int, numbers: range, intakes: int, joined_by: str) -> None:
    before = f"in{ring % intakes + 1}-I"
    for number in numbers:
        high, low = tables.bus(f"sub-{number:02}-11kV", 11), tables.bus(f"sub-{number:02}-LV", 0.4)
        opened = number == numbers[len(numbers) // 2]
        _join(tables, f"cable-{number:02}", before, high, joined_by, closed=not opened)
        tables.trafo(f"T{number:02}", high, low)
        for load in range(2 + number % 2):
            tables.rows["load"].append({"name": f"load-{number:02}-{load + 1}", "bus": low, "p_mw": 0.1})
        before = high
    _join(tables, f"cable-{ring}-end", before, f"in{(ring + 1) % intakes + 1}-II", joined_by)


def _join(tables: _Tables, name: str, one: str, other: str, joined_by: str, closed: bool = True) -> None:
    if joined_by == "switch":
        tables.switch(name, one, other, closed=closed)
        return
    tables.line(name, one, other)
    tables.switch(f"{name}a", one, name, "l", "LBS")
    tables.switch(f"{name}b", other, name, "l", "LBS", closed)


def case_around(network: Network, site: Row | None = None) -> Case:
    """The sample customer around another network."""
    case = sample_case()
    facts = Site.model_validate({"format": 1, **(site or {})})
    return replace(case, dossier=replace(case.dossier, network=network, site=facts))


def quiet_journal(case: Case) -> Journal:
    """A minute in which nothing happens."""
    network = case.dossier.network
    loads = {row.name: {"live": True, "demand_kw": row.p_mw * 1000} for row in network.load}
    writer = JournalWriter({"seed": 1})
    initial = {
        "mode": "normal", "date": "2026-07-15", "time": 150, "horizon_ms": MIN,
        "closed": [row.name for row in network.switch if row.closed],
        "open": [row.name for row in network.switch if not row.closed],
        "live": [row.name for row in network.bus], "loads": loads,
        "sources": {row.name: "live" for row in network.ext_grid}, "transfers": {},
        "functions": dict.fromkeys(case.dossier.site.functions, "normal"), "stores": {}, "people": {},
        "out_of_service": [], "controls": {},
    }  # fmt: skip
    writer.emit(0, "initial_state", initial)
    ended = {"status": "completed", "demand_kwh": 0, "served_kwh": 0, "fuel_l": 0, "battery_kwh": 0}
    writer.emit(MIN, "run_ended", ended)
    return writer.journal()

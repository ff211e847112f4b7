"""Journals written by hand, event by event: real values, for what a simulation would take long to bring about."""

from __future__ import annotations

from typing import Any

from drillsim.journal.record import Journal, JournalWriter
from drillsim.schema.compiled import Compiled


class Recording:
    """A journal in the making. It begins with all loads live and all functions normal."""

    def __init__(self, dossier: Compiled, *, horizon_ms: int = 8 * 3_600_000) -> None:
        self._horizon_ms = horizon_ms
        self._now = 0
        self._writer = JournalWriter({"customer": dossier.folder})
        network, site = dossier.network, dossier.site
        state = {
            "mode": "normal",
            "date": "2026-07-15",
            "time": 150,
            "horizon_ms": horizon_ms,
            "closed": [row.name for row in network.switch if row.closed],
            "open": [row.name for row in network.switch if not row.closed],
            "live": [row.name for row in network.bus],
            "loads": {row.name: {"live": True, "demand_kw": row.p_mw * 1000} for row in network.load},
            "sources": {
                **{row.name: "live" for row in network.ext_grid},
                **{name: "dead" for name, spec in site.sources.items() if spec.kind == "genset"},
                **{name: "live" for name, spec in site.sources.items() if spec.kind == "ups"},
            },
            "transfers": {name: {"enabled": True, "charged": True} for name in site.transfers},
            "functions": dict.fromkeys(site.functions, "normal"),
            "stores": {name: store.level_l for name, store in site.stores.items()},
            "people": {name: {"place": "", "on_duty": True} for name in dossier.customer.people},
            "out_of_service": [],
            "controls": {},
        }  # fmt: skip
        self._writer.emit(0, "initial_state", state)

    def at(self, t_ms: int, type_: str, **data: Any) -> Recording:
        """Adds one event."""
        assert t_ms >= self._now
        self._now = t_ms
        self._writer.emit(t_ms, type_, data)
        return self

    def dark(self, load: str, from_ms: int, to_ms: int | None, kw: float = 60.0) -> Recording:
        """The load is dark from one time to another, or to the end."""
        self.at(from_ms, "load_lost", load=load, demand_kw=kw)
        return self if to_ms is None else self.at(to_ms, "load_restored", load=load, demand_kw=kw)

    def ended(self, status: str = "completed") -> Journal:
        """The journal, complete."""
        self.at(self._horizon_ms, "run_ended", status=status, demand_kwh={}, served_kwh={}, fuel_l={}, battery_kwh={})
        return self._writer.journal()

    def cut(self) -> Journal:
        """The journal as far as it got."""
        return self._writer.journal()

"""W-A: control supply: what did not trip or move for want of it."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.findings.facts import A08
from drillsim.findings.finding import Finding
from drillsim.findings.rules.make import finding
from drillsim.findings.severity import by_time
from drillsim.findings.view import View
from drillsim.journal import Event

WITHOUT = ("control_supply", "no_control_supply")
"""Words by which events say that something did not act for want of control supply."""


def control_supply_lost(view: View) -> Iterator[Finding]:
    """A08: a control supply was lost; with what needed it, and what did not act because of it."""
    for lost in view.events("control_supply_lost"):
        name = lost.data["supply"]
        back = view.first("control_supply_back", after=lost.t_ms, supply=name)
        until = back.t_ms if back else view.journal.end_ms
        needing = _needing(view, name)
        silent = [e for e in _not_acting(view) if lost.t_ms <= e.t_ms <= until and _who(e) in needing]
        if until == lost.t_ms and not silent:
            continue  # the run ended with it
        began = [e for e in view.events("control_supply_on_battery", supply=name) if e.t_ms <= lost.t_ms]
        facts = A08(
            cause=lost.data["cause"],
            at_ms=lost.t_ms,
            held_ms=lost.t_ms - began[-1].t_ms if began else 0,
            lost_ms=until - lost.t_ms,
            back="yes" if back else "no",
            needing=needing,
            silent=tuple(dict.fromkeys(_who(e) for e in silent)),
            acted="no" if silent else "yes",
        )
        endangers = by_time(view, lost.t_ms, until) if silent else ()
        evidence = [lost.seq, *(e.seq for e in silent), *([back.seq] if back else [])]
        yield finding(view, "A08", name, facts, evidence, endangers)


def _needing(view: View, supply: str) -> tuple[str, ...]:
    """Devices, transfers and protection groups on this supply, in file order."""
    site = view.site
    devices = [name for name, device in site.devices.items() if device.control_supply == supply]
    transfers = [name for name, spec in site.transfers.items() if getattr(spec, "control_supply", None) == supply]
    groups = [name for name, group in site.protection_groups.items() if group.control_supply == supply]
    return (*devices, *transfers, *groups)


def _not_acting(view: View) -> Iterator[Event]:
    yield from (e for e in view.events("switch_stuck", "protection_silent") if e.data.get("why") in WITHOUT)
    yield from (e for e in view.events("transfer_failed", "transfer_refused") if e.data["reason"] in WITHOUT)


def _who(event: Event) -> str:
    data = event.data
    return str(data.get("switch") or data.get("transfer") or data.get("device") or "")

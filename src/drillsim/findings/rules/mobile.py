"""W-G: mobile gensets that cannot be connected."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.findings.facts import G13
from drillsim.findings.finding import Finding
from drillsim.findings.rules.make import finding, steps_doing
from drillsim.findings.severity import by_device
from drillsim.findings.view import View
from drillsim.schema import MobileGenset


def cannot_connect(view: View) -> Iterator[Finding]:
    """G13: a mobile genset could not be plugged in: no vehicle, wrong plug, cable too short; one finding a point."""
    seen: dict[tuple[str, str], None] = {}
    for failed in view.events("connect_failed"):
        point, why = failed.data["point"], failed.data["why"]
        if (point, why) in seen:
            continue
        seen[point, why] = None
        name = failed.data.get("source", "")
        vehicle, box = view.site.sources.get(name), view.site.connection_points[point]
        has = vehicle if isinstance(vehicle, MobileGenset) else None
        facts = G13(
            why=why,
            vehicle=name or "—",
            plug=(has.plug if has else "") or "—",
            needed_plug=box.plug or "—",
            cable_m=(has.cable_m if has else None) or 0.0,
            needed_cable_m=box.cable_m or 0.0,
        )
        endangers = by_device(view, point, failed.t_ms, view.journal.end_ms)
        yield finding(view, "G13", point, facts, (failed.seq,), endangers, steps_doing(view, ("connect",), point))

"""The zones a fault took."""

from __future__ import annotations

from drillsim.findings.view import View
from drillsim.journal import Event


def zones_of(view: View, fault: Event) -> tuple[str, ...]:
    """Zones a `zone_lost` took: named as targets, or those all of whose contents are."""
    targets = fault.data["targets"]
    named = tuple(name for name in targets if name in view.site.zones)
    zones = view.site.zones.items()
    return named or tuple(name for name, zone in zones if zone.contains and all(c in targets for c in zone.contains))


def drowned(view: View, device: str, t_ms: int) -> bool:
    """Return whether a zone with the device in it had been lost by `t_ms`."""
    faults = (event for event in view.events("fault_begins", fault="zone_lost") if event.t_ms <= t_ms)
    return any(device in view.site.zones[zone].contains for event in faults for zone in zones_of(view, event))

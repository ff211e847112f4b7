"""The places of a customer's things: devices, transfers, sources, loads, stores and all else that names a place."""

from __future__ import annotations

from drillsim.schema.compiled import Compiled, follows_from
from drillsim.schema.dossier import Dossier


@follows_from("network", "site")
def places_of(dossier: Compiled) -> dict[str, tuple[str, ...]]:
    """Places of every id that has any, in file order. A bus stands where the switches stand that join it, a place and
    a zone's places in themselves."""
    site = dossier.site
    found: dict[str, dict[str, None]] = {name: {name: None} for name in site.places}
    tables = (
        site.devices, site.transfers, site.sources, site.loads, site.stores, site.earths, site.dc_supplies,
        site.connection_points, site.measures,
    )  # fmt: skip
    for table in tables:
        for name, row in table.items():
            place = getattr(row, "place", None)
            if place is not None:
                found.setdefault(name, {})[place] = None
    for name, place_spec in site.places.items():
        if place_spec.zone is not None:
            found.setdefault(place_spec.zone, {})[name] = None
    for bus, place in _buses(dossier):
        found.setdefault(bus, {})[place] = None
    return {name: tuple(places) for name, places in found.items()}


def _buses(dossier: Dossier) -> list[tuple[str, str]]:
    """Buses with the places of the switches at them."""
    devices, buses = dossier.site.devices, {row.name for row in dossier.network.bus}
    found: list[tuple[str, str]] = []
    for row in dossier.network.switch:
        place = devices[row.name].place if row.name in devices else None
        if place is not None:
            found += [(end, place) for end in (row.bus, row.element) if end in buses]
    found += [(earth.at, earth.place) for earth in dossier.site.earths.values() if earth.place is not None]
    return found

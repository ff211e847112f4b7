"""The spoiling of places, ways, displays and channels."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.blind.change import Operator, Spoiled, Trees, listed, site
from helpers.blind.table import each_row, row_goes


def _shown(row: object) -> tuple[str, ...]:
    assert isinstance(row, dict)
    return tuple(name for sight in row["sees"] for names in sight.values() for name in listed(names))


def hangs_on_what_it_shows(trees: Trees) -> Iterator[Spoiled]:
    """A display is fed from the first bus it shows."""
    for name, row in trees.table("observations").items():
        buses = [bus for sight in row["sees"] for bus in listed(sight.get("bus"))]
        if buses:
            yield Spoiled(
                f"{name} fed from {buses[0]}",
                (name, *_shown(row)),
                (site("observations", name, "needs", value=buses[:1]),),
            )


def shows_less(trees: Trees) -> Iterator[Spoiled]:
    """A display shows the first of its lists alone."""
    for name, row in trees.table("observations").items():
        if len(row["sees"]) > 1:
            yield Spoiled(
                f"{name} shows less", (name, *_shown(row)), (site("observations", name, "sees", value=row["sees"][:1]),)
            )


def shown_elsewhere(trees: Trees) -> Iterator[Spoiled]:
    """A display hangs in another place."""
    places = list(trees.table("places"))
    for name, row in trees.table("observations").items():
        other = places[(places.index(row["shown_at"]) + 2) % len(places)]
        yield Spoiled(
            f"{name} at {other}",
            (name, row["shown_at"], *_shown(row)),
            (site("observations", name, "shown_at", value=other),),
        )


def channel_on_a_bus(trees: Trees) -> Iterator[Spoiled]:
    """A channel hangs on what the first card of the plan is about."""
    trigger = str(trees.plan["cards"][0]["trigger"])
    bus = next((row["name"] for _, row in trees.rows("bus") if f"'{row['name']}'" in trigger), None)
    for name in trees.table("channels") if bus else ():
        yield Spoiled(f"{name} fed from {bus}", (name, str(bus)), (site("channels", name, "needs", value=[bus]),))


def way_long(trees: Trees) -> Iterator[Spoiled]:
    """A way takes three hours."""
    for number, way in enumerate(trees.site.get("travel", ())):
        yield Spoiled(
            f"{way['from']} – {way['to']} in 3 h",
            (way["from"], way["to"]),
            (site("travel", number, "takes", value="3 h"),),
        )


def way_goes(trees: Trees) -> Iterator[Spoiled]:
    """A way goes."""
    for number, way in enumerate(trees.site.get("travel", ())):
        yield Spoiled(f"{way['from']} – {way['to']} goes", (way["from"], way["to"]), (site("travel", number),))


def in_the_zone(trees: Trees) -> Iterator[Spoiled]:
    """A zone holds all sources as well: one flood takes them together."""
    own = [name for name, row in trees.table("sources").items() if row["kind"] in ("genset", "ups")]
    for name, row in trees.table("zones").items():
        more = [each for each in own if each not in listed(row.get("contains"))]
        if more:
            yield Spoiled(
                f"{name} holds {' '.join(more[:3])} too",
                (name, *more),
                (site("zones", name, "contains", value=[*listed(row.get("contains")), *more]),),
                "A2 SUP-05",
            )


def place_in_zone(trees: Trees) -> Iterator[Spoiled]:
    """A place lies in the first zone."""
    zones = list(trees.table("zones"))
    for name, row in trees.table("places").items():
        if zones and row.get("zone") != zones[0]:
            yield Spoiled(f"{name} in {zones[0]}", (name, zones[0]), (site("places", name, "zone", value=zones[0]),))


OPERATORS: dict[str, Operator] = {
    "display goes": row_goes("observations", concerns=_shown),
    "display late": each_row("observations", "an hour late", "delay", "1 h", concerns=_shown),
    "display on what it shows": hangs_on_what_it_shows,
    "display shows less": shows_less,
    "display elsewhere": shown_elsewhere,
    "channel goes": row_goes("channels"),
    "channel silent": each_row("channels", "nobody answers", "no_answer", "1"),
    "channel on the first board": channel_on_a_bus,
    "way long": way_long,
    "way goes": way_goes,
    "zone holds all": in_the_zone,
    "place in a zone": place_in_zone,
}
"""By name."""

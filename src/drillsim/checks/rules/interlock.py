"""EPS-03 and INT-01: own source and grid must never meet. Back-feed is looked for in the wiring, not in the table
alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drillsim.checks.backfeed import TOO_MANY, backfeed_way
from drillsim.checks.inputs import Inputs, listed, site_about
from drillsim.checks.rule import About, Result, failed, over, unknown
from drillsim.checks.wiring import exclusions
from drillsim.plant.source import box_bus

_BY_THEMSELVES = ("key", "electrical")


class _Place(NamedTuple):
    """Where an own source feeds in."""

    about: About
    bus: int
    breaker: str


def _places(inputs: Inputs) -> Iterator[_Place]:
    """Gensets, and connection points, where whatever vehicle comes is plugged in."""
    net, site = inputs.wiring.net, inputs.dossier.site
    for name, genset in inputs.gensets.items():
        yield _Place(inputs.about_source(name), inputs.wiring.bus_of(name), genset.breaker)
    for name, point in site.connection_points.items():
        bus = box_bus(net, point)
        if bus:
            about = site_about("connection_point", name, "connection_points", name)
            yield _Place(about, net.bus_index[bus], point.switch)


def no_backfeed(inputs: Inputs) -> Iterator[Result]:
    """EPS-03: no switch positions the interlocks allow join an own source to a feeder; people's rules alone do not
    count."""
    found, places = [], tuple(_places(inputs))
    for about, bus, breaker in places:
        any_way = backfeed_way(inputs, bus, exclusions(inputs.dossier))
        hard_way = backfeed_way(inputs, bus, exclusions(inputs.dossier, kinds=_BY_THEMSELVES))
        if any_way is TOO_MANY or hard_way is TOO_MANY:
            found.append(unknown(about, "too-many-ways", source=about.id))
        elif any_way:
            found.append(failed(about, "open", source=about.id, way=listed(any_way), breaker=breaker))
        elif hard_way:
            found.append(failed(about, "procedural", source=about.id, way=listed(hard_way), breaker=breaker))
    yield from over(len(places), found, inputs.about_customer, none="no-own-source")


def modes_obey_interlocks(inputs: Inputs) -> Iterator[Result]:
    """INT-01: no operating mode closes more than an interlock allows."""
    wiring, found = inputs.wiring, []
    limits = exclusions(inputs.dossier)
    for name, mode in inputs.dossier.site.modes.items():
        start = wiring.normal if name == "normal" else wiring.net.closed
        closed = wiring.changed(bytes(start), opened=mode.open, close=mode.closed)
        for of, most in limits:
            if sum(wiring.is_closed(closed, each) for each in of) > most:
                about = site_about("mode", name, "modes", name)
                found.append(failed(about, mode=name, of=listed(of), most=most))
    yield from over(len(limits), found, inputs.about_customer, none="no-interlock")

"""EPS-03, INT-01 and INT-02: own source and grid, and two grids, must never meet. Back-feed is looked for in the
wiring, not in the table alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drillsim.checks.backfeed import TOO_MANY, backfeed_way
from drillsim.checks.inputs import Inputs, listed, site_about
from drillsim.checks.joining import Join, joins, terminals
from drillsim.checks.rule import About, Result, failed, over, unknown
from drillsim.checks.wiring import exclusions
from drillsim.plant import box_bus

_BY_THEMSELVES = ("key", "electrical")


class _Place(NamedTuple):
    """The point an own source feeds in at."""

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


def joining_is_interlocked(inputs: Inputs) -> Iterator[Result]:
    """INT-02: where one more closing would join two sources that are not one system, a key or electrical interlock
    forbids it; a procedural one is only as good as the people."""
    site, found, silent = inputs.dossier.site, [], list[str]()
    sources, worst = terminals(inputs), dict[str, Join]()
    for join in inputs.once(joins):
        if join.switch not in worst or (worst[join.switch].procedural and not join.procedural):
            worst[join.switch] = join
    for join in worst.values():
        device = site.devices.get(join.switch)
        only_feeders = all(name in inputs.feeders for name in (*join.one, *join.other))
        if only_feeders and device is None:
            silent.append(join.switch)
        elif not only_feeders or (device is not None and device.side == "customer"):
            found.append(_unhindered(inputs, join))
    if silent:
        about = site_about("site", inputs.dossier.folder, "devices")
        found.append(unknown(about, "switch-side", switches=listed(tuple(dict.fromkeys(silent)))))
    yield from over(len(sources) if len(sources) > 1 else 0, found, inputs.about_customer, none="one-source")


def _unhindered(inputs: Inputs, join: Join) -> Result:
    row = [each.name for each in inputs.dossier.network.switch].index(join.switch)
    described = join.switch in inputs.dossier.site.devices
    path = ("devices", join.switch) if described else ("switch", row)
    about = About(kind="device", id=join.switch, file="site.yaml" if described else "network", path=path)
    return failed(
        about, "procedural" if join.procedural else "", switch=join.switch, one=listed(join.one),
        other=listed(join.other), mode=join.mode, lost=listed(join.lost) or "–",
    )  # fmt: skip


def earths_interlocked(inputs: Inputs) -> Iterator[Result]:
    """INT-03: an earthing switch is interlocked with what could close onto it, so that no slip closes onto earth."""
    fixed = {name: earth for name, earth in inputs.dossier.site.earths.items() if earth.kind == "earth_switch"}
    bare = [name for name, earth in fixed.items() if not earth.interlocked_with]
    found = [failed(site_about("earth", name, "earths", name), earth=name, bus=fixed[name].at) for name in bare]
    yield from over(len(fixed), found, inputs.about_customer, none="no-earth-switch")

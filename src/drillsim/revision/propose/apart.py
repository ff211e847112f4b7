"""Things that fail together, set apart: one way in laid elsewhere, own supply, its board or a pump out of the zone.

Moved is what stands in the zone and own supply needs to reach its loads. Where people operate it stays as the files
say: what only hands in that zone could do counts for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.findings.facts import G05, S01
from drillsim.network import conducting, net_of, path, reached
from drillsim.revision.propose.draft import SITE, dotted, draft, figure, remove_in, set_in, stated
from drillsim.revision.recommendation import AssumedEffect, FileEdit, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Ats, Genset, Ups


def ways_in(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """S01: the last of the ways in, by the order of the files, is laid another way."""
    assert isinstance(finding.facts, S01)
    zone, ways = finding.subject.id, finding.facts.feeders
    way, rest = ways[-1], ways[:-1]
    moved = [name for name in _inside(context, zone) if name == way or _is_nearest(context, name, way, rest)]
    edits = [*_taken_out(context, zone, moved), *_rerouted(context, zone, (way, *moved))]
    new = context.naming.words("new-route", way=way, zone=zone, other=tuple(rest))
    yield draft(
        context, finding, "route", new, edits, kind="purchase", owner="both", buys="route",
        assumed=_stands_elsewhere(zone, "revision-basis-route"),
    )  # fmt: skip


def board(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G05: the board own supply feeds, with its changeover and what hangs on it, stands outside the zone."""
    zone = finding.subject.id
    inside = _inside(context, zone)
    for name, ats in context.site.transfers.items():
        if not isinstance(ats, Ats) or name not in inside or not _has_set(context, name):
            continue
        moved = _of_board(context, name, ats, inside)
        if len(moved) == len(inside):
            continue
        new = context.naming.words("new-board-out", transfer=name, zone=zone, many=figure(len(moved)))
        yield draft(
            context, finding, f"board-{name}", new, _taken_out(context, zone, moved), kind="purchase",
            assumed=_stands_elsewhere(zone, "revision-basis-moved"), buys="relocation",
        )  # fmt: skip


def alone(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G05: a pump or an own source whose board stands elsewhere stands outside the zone too."""
    assert isinstance(finding.facts, G05)
    zone, lost = finding.subject.id, finding.facts.lost
    for name in lost:
        bus = _bus_of(context, name)
        if bus is None or bus in lost:
            continue
        new = context.naming.words("new-moved-out", thing=name, zone=zone)
        yield draft(
            context, finding, f"out-{name}", new, _taken_out(context, zone, (name,)), kind="purchase",
            assumed=_stands_elsewhere(zone, "revision-basis-moved"), buys="relocation",
        )  # fmt: skip


def _stands_elsewhere(zone: str, basis: str) -> AssumedEffect:
    return AssumedEffect(SITE, dotted(("zones", zone, "contains")), "yes_no", 0, 1, basis=basis)


def _inside(context: ReviewContext, zone: str) -> tuple[str, ...]:
    found = context.site.zones.get(zone)
    return found.contains if found else ()


def _taken_out(context: ReviewContext, zone: str, moved: tuple[str, ...] | list[str]) -> list[FileEdit]:
    kept: list[Tree] = [name for name in _inside(context, zone) if name not in moved]
    return [set_in(SITE, ("zones", zone, "contains"), kept)] if moved else []


def _bus_of(context: ReviewContext, name: str) -> str | None:
    """The bus an own source feeds, or a pump or safety-critical load hangs on; None for anything else."""
    spec, load = context.site.sources.get(name), context.site.loads.get(name)
    if isinstance(spec, Genset | Ups):
        return spec.bus if isinstance(spec, Genset) else spec.output
    if not (load is not None and load.security) and not any(
        flow.by == name for store in context.site.stores.values() for flow in store.in_
    ):
        return None
    return next((row.bus for row in context.dossier.network.load if row.name == name), None)


# -- ways in -----------------------------------------------------------------------------------------------------------
def _rerouted(context: ReviewContext, zone: str, ways: tuple[str, ...]) -> Iterator[FileEdit]:
    """The zone is no longer on the route of the feeder or cable."""
    for section in ("sources", "elements"):
        for way in dict.fromkeys(ways):
            route = stated(context, SITE, (section, way)).get("route")
            kept: list[Tree] = [each for each in route if each != zone] if isinstance(route, list) else []
            holder = (section, way, "route")
            if route == zone or (isinstance(route, list) and zone in route):
                yield set_in(SITE, holder, kept) if kept else remove_in(SITE, holder)


def _is_nearest(context: ReviewContext, name: str, way: str, rest: tuple[str, ...]) -> bool:
    """Return whether the cable or bus lies on the way from the feeder `way`, not on that from one of `rest`."""
    own, others = _far(context, name, way), [_far(context, name, other) for other in rest]
    return own is not None and all(other is None or own < other for other in others)


def _far(context: ReviewContext, name: str, feeder: str) -> int | None:
    """How many parts of the network lie between a feeder and a cable or bus; None where no way leads there."""
    net = net_of(context.dossier)
    bus = next((row.bus for row in context.dossier.network.ext_grid if row.name == feeder), None)
    known = {row.name for row in (*context.dossier.network.line, *context.dossier.network.bus)}
    if bus is None or name not in known:
        return None
    links = conducting(net, b"\x01" * len(net.switch_ids))
    return len(path(net, links, net.bus_index[bus], (net.node(name),))) or None


# -- boards ------------------------------------------------------------------------------------------------------------
def _has_set(context: ReviewContext, transfer: str) -> bool:
    return any(isinstance(spec, Genset) and transfer in spec.called_by for spec in context.site.sources.values())


def _of_board(context: ReviewContext, name: str, ats: Ats, inside: tuple[str, ...]) -> tuple[str, ...]:
    """Return what of the zone belongs to the board behind the changeover: its buses, their switches, loads and UPSs,
    and the changeover itself."""
    net = net_of(context.dossier)
    ends = [set(net.switch_nodes(net.switch_index[side])) for side in (ats.normal, ats.standby)]
    closed = bytearray(b"\x01" * len(net.switch_ids))
    for side in (ats.normal, ats.standby):
        closed[net.switch_index[side]] = 0
    seen = reached(net, conducting(net, bytes(closed)), sorted(ends[0] & ends[1]))
    buses = {bus for bus, node in net.bus_index.items() if seen[node]}
    switches = {each for each, at in net.switch_index.items() if any(seen[node] for node in net.switch_nodes(at))}
    loads = {row.name for row in context.dossier.network.load if row.bus in buses}
    upses = {each for each, spec in context.site.sources.items() if isinstance(spec, Ups) and spec.input in buses}
    return tuple(each for each in inside if each == name or each in buses | switches | loads | upses)

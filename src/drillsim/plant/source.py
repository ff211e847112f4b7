"""Kinds of source: what each is, where it feeds in, and of which system it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeGuard

from drillsim.network import CompiledNetwork
from drillsim.schema import AnySource, ConnectionPoint, Feeder, Genset, MobileGenset, Site, Ups

SourceKind = Literal["feeder", "genset", "mobile_genset", "ups"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nature:
    """The nature of a kind of source."""

    generates: bool = False
    """An engine of its own, in step with nothing else."""
    own: bool = True
    """The customer's or a vehicle's, not the utility's network."""


KINDS: Mapping[SourceKind, Nature] = {
    "feeder": Nature(own=False),
    "genset": Nature(generates=True),
    "mobile_genset": Nature(generates=True),
    "ups": Nature(),
}
"""Every kind. A UPS follows what it is fed from and is in step with it."""


def feeders(site: Site) -> dict[str, Feeder]:
    """Feeders the site describes, in file order; one it does not describe is a row of the network alone."""
    return {name: each for name, each in site.sources.items() if isinstance(each, Feeder)}


def fixed_sets(site: Site) -> dict[str, Genset]:
    """Generating sets that stand where they feed in."""
    return {name: each for name, each in site.sources.items() if isinstance(each, Genset)}


def mobile_sets(site: Site) -> dict[str, MobileGenset]:
    """Generating sets that feed in wherever they are plugged in."""
    return {name: each for name, each in site.sources.items() if isinstance(each, MobileGenset)}


def upses(site: Site) -> dict[str, Ups]:
    """Uninterruptible supplies."""
    return {name: each for name, each in site.sources.items() if isinstance(each, Ups)}


def is_set(source: AnySource | None) -> TypeGuard[Genset | MobileGenset]:
    """Return whether the source is an engine: a genset or a mobile one."""
    return source is not None and KINDS[source.kind].generates


def terminal(net: CompiledNetwork, source: Feeder | Genset | Ups | None, name: str) -> int:
    """The bus index where a source that has a place of its own feeds in. Raises: KeyError for a mobile set."""
    if name in net.source_index:
        return net.source_bus[net.source_index[name]]
    if isinstance(source, Genset):
        return net.bus_index[source.bus]
    if isinstance(source, Ups):
        return net.bus_index[source.output]
    raise KeyError(name)


def box_bus(net: CompiledNetwork, point: ConnectionPoint) -> str:
    """The bus beyond a connection point's switch, where a vehicle feeds in; empty where there is none."""
    nodes = net.switch_nodes(net.switch_index[point.switch])
    return next((net.bus_ids[n] for n in nodes if net.is_bus(n) and net.bus_ids[n] != point.bus), "")


def fits(vehicle: MobileGenset, point: ConnectionPoint) -> str:
    """Return the reason it cannot be plugged in there: `plug` or `cable`; empty when it can."""
    if point.plug and vehicle.plug != point.plug:
        return "plug"
    if point.cable_m is not None and (vehicle.cable_m is None or vehicle.cable_m < point.cable_m):
        return "cable"
    return ""


def system_of(site: Site, name: str) -> str:
    """Sources with the same answer may be joined: feeders of one system, gensets that synchronise in one group."""
    source = site.sources.get(name)
    if isinstance(source, Feeder):
        return source.system or name
    return next((group for group, each in site.genset_groups.items() if name in each.of), name)

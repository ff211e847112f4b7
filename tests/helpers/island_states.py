"""Live islands of a network in states drawn by chance: switches moved, elements out, feeders lost, own sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from drillsim.network import (
    CompiledNetwork,
    Island,
    Source,
    conducting,
    demand_by_bus,
    feeder,
    file_demand,
    live_islands,
)
from drillsim.schema.compiled import Compiled
from drillsim.schema.source import Genset, Ups

FEW = 0.05
"""Chance of each switch to be moved."""


def feeders(net: CompiledNetwork) -> list[Source]:
    return [feeder(net, place) for place in range(len(net.source_ids)) if net.source_in_service[place]]


def own_sources(dossier: Compiled, net: CompiledNetwork) -> list[Source]:
    """The customer's gensets and UPSs, all running."""
    return [
        own(name, net.bus_index[spec.bus if isinstance(spec, Genset) else spec.output], round(spec.rated_kw))
        for name, spec in dossier.site.sources.items()
        if isinstance(spec, Genset | Ups)
    ]


def own(name: str, bus: int, kva: int) -> Source:
    return Source(id=name, bus=bus, kind="own", rated_va=kva * 1000)


def as_it_stands(net: CompiledNetwork) -> tuple[Island, ...]:
    return live_islands(net, conducting(net, net.closed), feeders(net), file_demand(net))


def drawn(net: CompiledNetwork, more: Sequence[Source], seed: int, count: int) -> Iterator[Island]:
    """Islands of `count` states; every third has no feeder, so that own sources carry what they reach."""
    luck = Random(seed)
    for number in range(count):
        closed = bytes(each ^ (luck.random() < FEW) for each in net.closed)
        out = [node for node in range(net.node_count) if luck.random() < 1 / net.node_count]
        fed = [] if number % 3 == 2 else feeders(net)
        running = [source for source in more if number % 3 == 2 or luck.random() < 0.5]
        demand = demand_by_bus(_scaled(net, luck.choice((0.4, 0.8, 1.0))))
        sources = [source for source in (*fed, *running) if source.bus not in {*out, *net.out}]
        yield from live_islands(net, conducting(net, closed, out), sources, demand)


def _scaled(net: CompiledNetwork, factor: float) -> Iterator[tuple[int, int, int]]:
    for bus, watts, var in file_demand(net):
        yield bus, round(watts * factor), round(var * factor)

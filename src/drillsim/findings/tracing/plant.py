"""The facts of the files that walking back asks for, looked up once a customer: steps, their targets, switches'
ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drillsim.network import CompiledNetwork, net_of
from drillsim.schema import (
    VERBS,
    Ats,
    BusTieTransfer,
    Card,
    Compiled,
    Condition,
    Genset,
    MobileGenset,
    Sts,
    Ups,
    follows_from,
)

_AWAY = ("open", "stop", "shed", "trip", "earth", "lock", "tag", "disable", "prove_dead", "rack")
"""Verbs that operate, and bring nothing back."""


@dataclass(frozen=True, slots=True, eq=False)
class Plant:
    """One customer's files, by id. Hashed by identity."""

    net: CompiledNetwork
    card_of: Mapping[str, str]
    """Step id → card id."""
    trigger_of: Mapping[str, frozenset[tuple[str, str]]]
    """Card id → (id, state) of what its trigger asks about; an empty state stands for any. Only for membership."""
    targets_of: Mapping[str, tuple[str, ...]]
    """Step id → all it names, tiers as their loads too."""
    bringing: frozenset[str]
    """Steps that may bring something back. Only for membership."""
    switches_of: Mapping[str, tuple[str, ...]]
    """Transfer, genset or connection point → its switches."""
    buses_of: Mapping[str, tuple[str, ...]]
    """Source → the buses it feeds or is fed from."""
    loads_bus: Mapping[str, str]
    load_node: Mapping[str, int]
    nodes_of: Mapping[str, tuple[int, ...]]

    def ends(self, switch: str) -> tuple[str, ...]:
        """Buses and branches at the two ends of a switch; none for an id that is no switch."""
        place = self.net.switch_index.get(switch)
        return () if place is None else tuple(map(self.net.element_id, self.net.switch_nodes(place)))

    def nodes(self, name: str) -> tuple[int, ...]:
        """Nodes at which a device, source or transfer stands; a bus or branch is its own. None for any other id."""
        return self.nodes_of.get(name, ())


@follows_from("network", "site", "plan")
def plant_of(dossier: Compiled) -> Plant:
    """The plant of `dossier`."""
    plan, site, net = dossier.plan, dossier.site, net_of(dossier)
    steps = [(card.id, step) for card, step in plan.steps()]
    tiers = {name: tier.loads for name, tier in plan.tiers.items()}
    switches = {
        **{name: _of_transfer(spec) for name, spec in site.transfers.items()},
        **{name: (spec.breaker,) for name, spec in site.sources.items() if isinstance(spec, Genset)},
        **{name: (point.switch,) for name, point in site.connection_points.items()},
    }
    buses = {
        **{name: _buses(spec) for name, spec in site.sources.items()},
        **{row.name: (row.bus,) for row in dossier.network.ext_grid},
    }
    return Plant(
        net=net,
        card_of={step.id: card for card, step in steps},
        trigger_of={card.id: frozenset(_asked(card)) for card in plan.all_cards()},
        targets_of={
            step.id: tuple(each for name in step.all_targets for each in (name, *tiers.get(name, ())))
            for _, step in steps
        },
        bringing=frozenset(step.id for _, step in steps if VERBS[step.do].operates and step.do not in _AWAY),
        switches_of=switches,
        buses_of=buses,
        nodes_of=_nodes(net, switches, buses),
        load_node={row.name: net.bus_index[row.bus] for row in dossier.network.loads},
        loads_bus={row.name: row.bus for row in dossier.network.loads},
    )


def _nodes(
    net: CompiledNetwork, switches: Mapping[str, tuple[str, ...]], buses: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {net.element_id(node): (node,) for node in range(net.node_count)}
    found |= {name: net.switch_nodes(place) for name, place in net.switch_index.items()}
    for name in (*switches, *buses):
        ends = (node for switch in switches.get(name, ()) for node in found.get(switch, ()))
        found[name] = (*found.get(name, ()), *ends, *(node for bus in buses.get(name, ()) for node in found[bus]))
    return found


def _asked(card: Card) -> Iterator[tuple[str, str]]:
    """A denied or combined state may be met by its contrary, a level by any number."""
    plain = not any(part.kind == "not" for part in _all_parts(card.trigger))
    for leaf in card.trigger.leaves():
        yield from ((name, leaf.state if plain else "") for name in leaf.subjects)


def _all_parts(condition: Condition) -> Iterator[Condition]:
    yield condition
    for part in condition.parts():
        yield from _all_parts(part)


def _of_transfer(spec: object) -> tuple[str, ...]:
    if isinstance(spec, Ats | Sts):
        return (spec.normal, spec.standby)
    if isinstance(spec, BusTieTransfer):
        return (*spec.incomers, *((spec.tie,) if spec.tie else ()))
    return ()


def _buses(spec: object) -> tuple[str, ...]:
    if isinstance(spec, Ups):
        return (spec.input, spec.output, *((spec.bypass,) if spec.bypass else ()))
    if isinstance(spec, MobileGenset):
        return ()
    bus = getattr(spec, "bus", None)
    return (bus,) if isinstance(bus, str) else ()

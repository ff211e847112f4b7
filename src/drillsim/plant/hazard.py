"""The dangers of a state and of an operation: the same predicates for a run and for the search over files.

**Load.** A device that may not make load (isolator, fuse link) may close where nothing lives on either side, onto a
part that draws nothing (busbars, cables, transformers at no load: their small currents pass, as practice has it), and
between two parts of equal potential that bare switches already join. It may open where nothing is drawn through it, by
the same measure. All else makes or breaks load.

**Joining.** Two live parts of different systems are not joined without the dispatcher's permit, engines never; parts
whose voltages differ in angle or size are not joined at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from drillsim.network import closing as closing_of
from drillsim.network import conducting, reached, reaches
from drillsim.plant.facts import Facts
from drillsim.plant.potential import unlike
from drillsim.plant.source import KINDS, SourceKind

HIGH_VOLTAGE_KV = 1.0
"""Above this, operating by hand takes two people."""

Found = tuple[str, tuple[str, ...]]
"""A hazard and the things it is between."""


class Terminal(NamedTuple):
    """A source and where it feeds in."""

    name: str
    node: int
    kind: SourceKind
    live: bool
    """It feeds; of a UPS: from its battery or from what it passes on. It follows what it meets, always in step."""


class Scene(Protocol):
    """A state of the plant as hazards are judged on it."""

    @property
    def closed(self) -> bytes | bytearray:
        """One byte a switch."""

    @property
    def out(self) -> Collection[int]:
        """Nodes out of service beside the file's."""

    @property
    def labels(self) -> Sequence[int]:
        """The component of each node."""

    @property
    def terminals(self) -> Sequence[Terminal]:
        """Feeders in service, gensets, mobile sets that are plugged in, UPSs."""

    @property
    def earths(self) -> Mapping[str, str]:
        """Earths that are on, with the bus each one earths."""

    @property
    def proved(self) -> Collection[str]:
        """Buses proved dead since they went dead."""

    @property
    def tagged(self) -> Collection[str]:
        """Switches with a notice not to close them."""

    def is_live(self, node: int) -> bool:
        """Return whether a bus or branch is live."""

    def draws(self, node: int) -> bool:
        """Return whether something at the bus draws power as soon as it is live."""


# -- in a state ----------------------------------------------------------------------------------------------------


def of_state(facts: Facts, scene: Scene, groups: Iterable[list[Terminal]], *, permitted: bool) -> Iterator[Found]:
    """Hazards of the state itself. `groups`: its sources that are `joined`; `permitted`: the dispatcher allowed the
    operation that led here."""
    yield from live_earths(facts, scene)
    for group in groups:
        yield from of_group(facts, group, permitted=permitted)


def live_earths(facts: Facts, scene: Scene) -> Iterator[Found]:
    """Earths on live buses."""
    index = facts.net.bus_index
    for name, bus in scene.earths.items():
        if scene.is_live(index[bus]):
            yield "closing_onto_earth", (name, bus)


def joined(scene: Scene) -> list[list[Terminal]]:
    """Sources grouped by the part of the network they are joined to; those that are alone left out."""
    groups: dict[int, list[Terminal]] = {}
    labels = scene.labels
    for each in scene.terminals:
        groups.setdefault(labels[each.node], []).append(each)
    return [group for group in groups.values() if len(group) > 1]


def of_group(facts: Facts, group: list[Terminal], *, permitted: bool) -> Iterator[Found]:
    """Back-feed and paralleling among sources that are joined."""
    sets = [each for each in group if each.live and KINDS[each.kind].generates]
    upses = [each for each in group if each.live and each.kind == "ups"]
    mains = [each for each in group if each.live and each.kind == "feeder"]
    dead = [each.name for each in group if not each.live and each.kind == "feeder"]
    for feeding in (sets, mains, () if sets or mains else upses):
        if feeding and dead:
            yield "back_feed", (*(each.name for each in feeding), *dead)
    apart = [each.name for each in (*sets, *mains)]
    if len({facts.system[name] for name in apart}) > 1 and not (permitted and not sets):
        yield "paralleling", tuple(apart)


# -- about an operation --------------------------------------------------------------------------------------------


def of_switching(facts: Facts, scene: Scene, switch: str, *, closing: bool) -> Iterator[Found]:
    """Yield the hazards of moving this switch now, whoever or whatever moves it."""
    if closing:
        yield from _making(facts, scene, switch)
        yield from _joining_unlike(facts, scene, switch)
    else:
        yield from _breaking(facts, scene, switch)


def of_closing_onto(facts: Facts, scene: Scene, switch: str, faulted: Collection[int]) -> Iterator[Found]:
    """Closing that would lead from a live part to one of the nodes of a fault."""
    net, position = facts.net, facts.net.switch_index[switch]
    nodes = net.switch_nodes(position)
    there = bool(set(faulted) & set(nodes)) or reaches(net, scene.closed, scene.out, position, faulted)
    if there and any(scene.is_live(node) for node in nodes):
        yield "closing_onto_fault", (switch,)


def _making(facts: Facts, scene: Scene, switch: str) -> Iterator[Found]:
    if facts.may(switch).makes_load:
        return
    net = facts.net
    would = closing_of(net, scene.closed, scene.out, net.switch_index[switch])
    live = [scene.is_live(node) for node in would.nodes]
    if not would.completes or not any(live):
        return
    links = conducting(net, scene.closed, scene.out)
    if all(live):
        loads = not _bare(facts, links, would.nodes)
    else:
        beyond = reached(net, links, [would.nodes[live.index(False)]])
        loads = any(beyond[node] and scene.draws(node) for node in range(net.bus_count))
    if loads:
        yield "isolator_under_load", (switch,)


def _breaking(facts: Facts, scene: Scene, switch: str) -> Iterator[Found]:
    if facts.may(switch).breaks_load:
        return
    net, position = facts.net, facts.net.switch_index[switch]
    nodes = net.switch_nodes(position)
    links = conducting(net, scene.closed, scene.out)
    if not (links[net.switch_link[position]] and all(scene.is_live(node) for node in nodes)):
        return
    left = bytearray(links)
    left[net.switch_link[position]] = 0
    if _breaks(facts, scene, bytes(left), nodes):
        yield "isolator_under_load", (switch,)


def _breaks(facts: Facts, scene: Scene, left: bytes, nodes: tuple[int, int]) -> bool:
    """Return whether current ran between the two nodes that `left` no longer joins directly."""
    net = facts.net
    sides = [reached(net, left, [node]) for node in nodes]
    if sides[0][nodes[1]]:  # another way is left
        drawn = any(sides[0][node] and scene.draws(node) for node in range(net.bus_count))
        return drawn and not _bare(facts, left, nodes)
    fed = [any(each.live and side[each.node] for each in scene.terminals) for side in sides]
    if fed[0] == fed[1]:
        return True
    far = sides[fed.index(False)]
    return any(far[node] and scene.draws(node) for node in range(net.bus_count))


def _bare(facts: Facts, links: bytes, nodes: tuple[int, int]) -> bool:
    """Return whether switches alone, no line or transformer, join the two nodes: they have the same potential."""
    net = facts.net
    branches = range(net.bus_count, net.node_count)
    ends = set(nodes)
    way = reached(net, links, [nodes[0]], blocked=[node for node in branches if node not in ends])
    return bool(way[nodes[1]])


def _joining_unlike(facts: Facts, scene: Scene, switch: str) -> Iterator[Found]:
    net = facts.net
    would = closing_of(net, scene.closed, scene.out, net.switch_index[switch])
    if not would.completes or not all(scene.is_live(node) for node in would.nodes):
        return
    live: dict[int, tuple[str, ...]] = {}
    for each in scene.terminals:
        if each.live:
            live[each.node] = (*live.get(each.node, ()), each.name)
    links = conducting(net, scene.closed, scene.out)
    one, other = (facts.potentials.at(links, node, live) for node in would.nodes)
    if one is not None and other is not None and unlike(one, other):
        yield "joining_unlike", tuple(dict.fromkeys((one.over, other.over)))


def of_earthing(facts: Facts, scene: Scene, earth: str, bus: str) -> Iterator[Found]:
    """Yield the hazards of putting this earth on now."""
    if scene.is_live(facts.net.bus_index[bus]):
        yield "earthing_live", (earth, bus)
    elif bus not in scene.proved:
        yield "earth_without_proof", (earth, bus)


def of_work(facts: Facts, scene: Scene, target: str) -> Iterator[Found]:
    """Yield the hazards of laying hands on this bus, branch or connection point now."""
    for each in touched(facts, scene, target):
        if not is_safe(facts, scene, each):
            yield "unsafe_work", (each,)


def touched(facts: Facts, scene: Scene, target: str) -> tuple[str, ...]:
    """Buses and branches one touches when working on a bus, branch, switch or connection point: of a switch its two
    ends; behind the open switch of a connection point, nothing."""
    net, point = facts.net, facts.site.connection_points.get(target)
    if point is not None:
        return (point.bus,) if scene.closed[net.switch_index[point.switch]] else ()
    if target in net.switch_index:
        nodes = net.switch_nodes(net.switch_index[target])
        return tuple(net.bus_ids[node] for node in nodes if net.is_bus(node))
    return (target,) if target in net.bus_index or target in net.branch_index else ()


def is_safe(facts: Facts, scene: Scene, thing: str) -> bool:
    """Return whether one may work on the bus or branch: dead, proved and earthed, there or where it is joined to, or, a
    branch that is switched off, at the bus of each of its ends. A fault in it changes nothing of that."""
    net, node = facts.net, facts.net.node(thing)
    if scene.is_live(node):
        return False
    near = reached(net, conducting(net, scene.closed, scene.out), [node])
    if _proved_and_earthed(facts, scene, near):
        return True
    ends = [other for _, other in net.adjacent[node]] if not net.is_bus(node) else []
    return bool(ends) and all(_is_earthed_dead(facts, scene, end) for end in ends)


def _proved_and_earthed(facts: Facts, scene: Scene, near: bytes) -> bool:
    index = facts.net.bus_index
    proved = any(near[index[each]] for each in sorted(scene.proved))
    return proved and any(near[index[each]] for each in scene.earths.values())


def _is_earthed_dead(facts: Facts, scene: Scene, bus: int) -> bool:
    name = facts.net.bus_ids[bus]
    return not scene.is_live(bus) and name in scene.proved and name in scene.earths.values()


# -- about who operates --------------------------------------------------------------------------------------------


def of_notice(scene: Scene, switch: str, *, closing: bool) -> Iterator[Found]:
    """Closing against a notice not to."""
    if closing and switch in scene.tagged:
        yield "closing_tagged", (switch,)


def of_permit(facts: Facts, switch: str, *, may: bool) -> Iterator[Found]:
    """Yield the hazard of operating without the dispatcher's permit where it is due; `may`: there is one, or none is
    needed."""
    if not may and facts.device(switch).dispatch in ("ordered", "permitted"):
        yield "without_permit", (switch,)


def of_supervisor(facts: Facts, at: str, part: str, *, supervised: bool) -> Iterator[Found]:
    """Being alone at high voltage: `at` is the bus or switch, `part` what is told. From afar one may be alone."""
    from_afar = at in facts.net.switch_index and facts.device(at).remote
    if not supervised and not from_afar and facts.kv(at) > HIGH_VOLTAGE_KV:
        yield "without_supervisor", (part,)

"""Places a layered diagram: the order within each layer, the ports on each bar, then positions.

Layered drawing after Sugiyama: connections over several layers get a dummy in each layer between, the order is
improved by neighbour averages and swaps, and positions are the least-squares fit of every bar to its neighbours under
the least distances (isotonic regression by pooling adjacent violators). All of it is deterministic: ties keep order.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from drillsim.documents.pictures.diagram import Connection, Diagram
from drillsim.documents.pictures.measure import em_width, wrapped

SIZE = 7.6
SLOT = 50.0
DOWN_SLOT = 22.0
TOP_SLOT = 42.0
GAP = 15.0
TIE_GAP = 46.0
LABEL_EM = 6.5
"""Bus names wider than this take a second line."""
DUMMY = "\x00"
"""Prefix of the ids of dummies; no id of a file begins with it."""


@dataclass(slots=True)
class Placed:
    """Where everything goes, in points."""

    order: list[list[str]]
    """Ids by layer, from the left; dummies among them."""
    center: dict[str, float] = field(default_factory=dict)
    width: dict[str, float] = field(default_factory=dict)
    up_port: dict[tuple[str, int], float] = field(default_factory=dict)
    """(node, wire) → offset of the port on the upper side; sources have ports (`-1 - position`)."""
    down_port: dict[tuple[str, int], float] = field(default_factory=dict)
    load_port: dict[str, float] = field(default_factory=dict)
    """Load → offset from its bus's centre."""
    chains: list[tuple[str, ...]] = field(default_factory=list)
    """For each wire its nodes from the upper bus to the lower, dummies between; two of one layer for a tie."""
    total_width: float = 0.0

    def x(self, node: str, offset: float = 0.0) -> float:
        return self.center[node] + offset


def oriented(picture: Diagram) -> tuple[Connection, ...]:
    """Connections from the upper to the lower bus; ties keep their file order."""
    return tuple(w if picture.layers[w.a] <= picture.layers[w.b] else w.turned() for w in picture.connections)


def placed(picture: Diagram, wires: Sequence[Connection]) -> Placed:
    """Positions of the whole diagram."""
    order, chains = _with_dummies(picture, wires)
    _improve(order, chains)
    found = Placed(order=order, chains=chains)
    _ports(found, picture, wires)
    _positions(found)
    _straighten(found, picture)
    return found


def is_dummy(node: str) -> bool:
    """Whether `node` only leads a connection through a layer."""
    return node.startswith(DUMMY)


def beside(order: Sequence[Sequence[str]], a: str, b: str) -> bool:
    """Whether two nodes of one layer stand next to each other."""
    row = next(row for row in order if a in row)
    return abs(row.index(a) - row.index(b)) == 1


def _with_dummies(picture: Diagram, wires: Sequence[Connection]) -> tuple[list[list[str]], list[tuple[str, ...]]]:
    rows: list[list[str]] = [[] for _ in range(max(picture.layers.values(), default=0) + 1)]
    chains = []
    layer = dict(picture.layers)
    for number, wire in enumerate(wires):
        between = range(picture.layers[wire.a] + 1, picture.layers[wire.b])
        dummies = [f"{DUMMY}{number}-{each}" for each in between]
        layer.update(zip(dummies, between, strict=True))
        chains.append((wire.a, *dummies, wire.b))
    for node in _depth_first(picture, chains):
        rows[layer[node]].append(node)
    return rows, chains


def _depth_first(picture: Diagram, chains: Sequence[tuple[str, ...]]) -> list[str]:
    """Every node, feeders' trees one after the other, so that what hangs together starts together."""
    near: dict[str, list[str]] = {}
    for chain in chains:
        for one, other in itertools.pairwise(chain):
            near.setdefault(one, []).append(other)
            near.setdefault(other, []).append(one)
    found: dict[str, None] = {}
    starts = sorted(picture.layers, key=lambda bus: picture.layers[bus])
    for start in starts:
        stack = [start]
        while stack:
            node = stack.pop()
            if node not in found:
                found[node] = None
                stack.extend(other for other in reversed(near.get(node, ())) if other not in found)
    return list(found)


# -- order ----------------------------------------------------------------------------------------------------------


def _improve(order: list[list[str]], chains: Sequence[tuple[str, ...]]) -> None:
    links = [pair for chain in chains for pair in itertools.pairwise(chain)]
    best, kept = _cost(order, links), [list(row) for row in order]
    for sweep in range(8):
        _sweep(order, links, down=sweep % 2 == 0)
        _swap(order, links)
        cost = _cost(order, links)
        if cost < best:
            best, kept = cost, [list(row) for row in order]
    order[:] = kept


def _sweep(order: list[list[str]], links: Sequence[tuple[str, str]], *, down: bool) -> None:
    """Sorts each layer by the average place of its neighbours in the layer before."""
    rows = order if down else order[::-1]
    for fixed, row in itertools.pairwise(rows):
        place = {node: (number + 0.5) / len(fixed) for number, node in enumerate(fixed)}
        own = {node: (number + 0.5) / len(row) for number, node in enumerate(row)}
        wish = {}
        for node in row:
            near = [place[other] for a, b in links for one, other in ((a, b), (b, a)) if one == node and other in place]
            wish[node] = sum(near) / len(near) if near else own[node]
        row.sort(key=lambda node, wish=wish: wish[node])  # type: ignore[misc]


def _swap(order: list[list[str]], links: Sequence[tuple[str, str]]) -> None:
    """Swaps neighbours, and moves a node to another place of its layer, while that makes the drawing better."""
    cost = _cost(order, links)
    for _ in range(4):
        before = cost
        for row in order:
            for start in range(len(row)):
                for stop in sorted({max(start - 1, 0), start + 1, 0, len(row) - 1} - {start, len(row)}):
                    row.insert(stop, row.pop(start))
                    changed = _cost(order, links)
                    if changed < cost:
                        cost = changed
                    else:
                        row.insert(start, row.pop(stop))
        if cost == before:
            return


def _cost(order: Sequence[Sequence[str]], links: Sequence[tuple[str, str]]) -> float:
    """Crossings between neighbouring layers, and what stands between the two ends of a tie."""
    place = {node: (level, number) for level, row in enumerate(order) for number, node in enumerate(row)}
    by_level: dict[int, list[tuple[int, int]]] = {}
    cost = 0.0
    for a, b in links:
        (la, na), (lb, nb) = place[a], place[b]
        if la == lb:
            cost += 3 * (abs(na - nb) - 1)
        else:
            by_level.setdefault(la, []).append((na, nb))
    for pairs in by_level.values():
        pairs.sort()
        cost += sum(1 for i, (_, b) in enumerate(pairs) for _, d in pairs[i + 1 :] if d < b)
    return cost


# -- ports ----------------------------------------------------------------------------------------------------------


def _ports(found: Placed, picture: Diagram, wires: Sequence[Connection]) -> None:
    place = {node: number for row in found.order for number, node in enumerate(row)}
    for row in found.order:
        for node in row:
            ups, downs = _touching(found, wires, node, place)
            if is_dummy(node):
                found.width[node] = 12.0
                found.up_port.update({(node, wire): 0.0 for wire in ups})
                found.down_port.update({(node, wire): 0.0 for wire in downs})
            else:
                _bar_ports(found, picture, node, ups, downs)


def _touching(
    found: Placed, wires: Sequence[Connection], node: str, place: Mapping[str, int]
) -> tuple[list[int], list[int]]:
    """Wires that reach `node` from above and from below (ties that are not drawn straight hang below)."""
    ups: list[tuple[int, int]] = []
    downs: list[tuple[int, int]] = []
    for number, chain in enumerate(found.chains):
        if node not in chain:
            continue
        at = chain.index(node)
        if len(chain) == 2 and _same_row(found.order, *chain):
            if not beside(found.order, *chain):
                downs.append((place[chain[1 - at]], number))
            continue
        if at > 0:
            ups.append((place[chain[at - 1]], number))
        if at + 1 < len(chain):
            downs.append((place[chain[at + 1]], number))
    return [number for _, number in sorted(ups)], [number for _, number in sorted(downs)]


def _same_row(order: Sequence[Sequence[str]], a: str, b: str) -> bool:
    return any(a in row and b in row for row in order)


def bus_lines(bus: str) -> tuple[str, ...]:
    """A bus's name as it stands above its bar."""
    return wrapped(bus, LABEL_EM, 2) if em_width(bus) > LABEL_EM + 1 else (bus,)


def _label_width(bus: str) -> float:
    return max(em_width(line) for line in bus_lines(bus)) * SIZE + 7


def _bar_ports(found: Placed, picture: Diagram, bus: str, ups: list[int], downs: list[int]) -> None:
    """Ports from the left: below first the wires, then the loads; above sources and wires, then the bus's name."""
    loads, sources = picture.loads.get(bus, ()), picture.sources.get(bus, ())
    tops = [*(-1 - place for place in range(len(sources))), *ups]
    below = DOWN_SLOT * len(downs) + SLOT * len(loads)
    above = TOP_SLOT * (len(tops) - 1) + 12 + _label_width(bus) if tops else _label_width(bus) + 6
    width = max(below, above, 44.0)
    found.width[bus] = width
    first = max(12 - width / 2, min(-TOP_SLOT * (len(tops) - 1) / 2, width / 2 - above + 12))
    for place, wire in enumerate(tops):
        found.up_port[bus, wire] = first + TOP_SLOT * place
    left = max(-width / 2, min(first - below / 2, width / 2 - below)) if len(tops) == 1 else -below / 2
    for place, wire in enumerate(downs):
        found.down_port[bus, wire] = left + DOWN_SLOT * (place + 0.5)
    for place, load in enumerate(loads):
        found.load_port[load] = left + DOWN_SLOT * len(downs) + SLOT * (place + 0.5)


# -- positions ------------------------------------------------------------------------------------------------------


def _positions(found: Placed) -> None:
    for row in found.order:
        at = 0.0
        for node in row:
            found.center[node] = at + found.width[node] / 2
            at += found.width[node] + GAP
    for sweep in range(24):
        down = sweep % 2 == 0
        rows = found.order if down else found.order[::-1]
        for row in rows:
            _settle(found, row, both=sweep >= 16, down=down)
    left = min(found.center[node] - found.width[node] / 2 for node in found.center)
    for node in found.center:
        found.center[node] -= left
    found.total_width = max(found.center[node] + found.width[node] / 2 for node in found.center)


def _settle(found: Placed, row: Sequence[str], *, both: bool, down: bool) -> None:
    """Moves one layer to where its wires would be straight, keeping order and least distances."""
    wishes, weights, offsets = [], [], []
    at = 0.0
    for place, node in enumerate(row):
        if place:
            at += (found.width[row[place - 1]] + found.width[node]) / 2 + _apart(found, row[place - 1], node)
        offsets.append(at)
        wish, weight = _wish(found, node, up=both or down, below=both or not down)
        wishes.append(wish - at)
        weights.append(weight)
    for node, value, offset in zip(row, _isotonic(wishes, weights), offsets, strict=True):
        found.center[node] = value + offset


def _apart(found: Placed, left: str, right: str) -> float:
    if is_dummy(left) or is_dummy(right):
        return 16.0
    tied = any(set(chain) == {left, right} for chain in found.chains)
    return TIE_GAP if tied else GAP


def _wish(found: Placed, node: str, *, up: bool, below: bool) -> tuple[float, float]:
    wishes = list(_straight(found, node, up=up, below=below))
    if not wishes:
        return found.center[node], 0.05
    heavy = 4.0 if is_dummy(node) else 1.0
    return sum(wishes) / len(wishes), heavy


def _straight(found: Placed, node: str, *, up: bool, below: bool) -> Iterator[float]:
    for wire, chain in enumerate(found.chains):
        if node not in chain or (len(chain) == 2 and _same_row(found.order, *chain)):
            continue
        at = chain.index(node)
        if up and at > 0:
            other = chain[at - 1]
            yield found.center[other] + found.down_port[other, wire] - found.up_port[node, wire]
        if below and at + 1 < len(chain):
            other = chain[at + 1]
            yield found.center[other] + found.up_port[other, wire] - found.down_port[node, wire]


def _isotonic(wishes: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The rising sequence nearest to `wishes` by weighted squares (pool adjacent violators)."""
    blocks: list[list[float]] = []
    for wish, weight in zip(wishes, weights, strict=True):
        blocks.append([wish * weight, weight, 1])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] > blocks[-1][0] / blocks[-1][1]:
            total, weight_, count = blocks.pop()
            blocks[-1] = [blocks[-1][0] + total, blocks[-1][1] + weight_, blocks[-1][2] + count]
    return [total / weight for total, weight, count in blocks for _ in range(int(count))]


def _straighten(found: Placed, picture: Diagram) -> None:
    """Moves ports along their bars where that takes a bend out of a wire and no other port is near."""
    for number, chain in enumerate(found.chains):
        if len(chain) == 2 and _same_row(found.order, *chain):
            continue
        for upper, lower in itertools.pairwise(chain):
            bend = (
                found.center[lower]
                + found.up_port[lower, number]
                - found.center[upper]
                - found.down_port[upper, number]
            )
            if abs(bend) <= 0.5:
                continue
            if _down_free(found, picture, upper, number, found.down_port[upper, number] + bend):
                found.down_port[upper, number] += bend
            elif _up_free(found, lower, number, found.up_port[lower, number] - bend):
                found.up_port[lower, number] -= bend


def _down_free(found: Placed, picture: Diagram, bus: str, wire: int, offset: float) -> bool:
    wires = [at for (node, other), at in found.down_port.items() if node == bus and other != wire]
    loads = [found.load_port[load] for load in picture.loads.get(bus, ())]
    on_bar = not is_dummy(bus) and abs(offset) <= found.width[bus] / 2 - 4
    return (
        on_bar and all(abs(offset - at) >= 12 for at in wires) and all(abs(offset - at) >= SLOT / 2 + 4 for at in loads)
    )


def _up_free(found: Placed, bus: str, wire: int, offset: float) -> bool:
    others = [at for (node, other), at in found.up_port.items() if node == bus and other != wire]
    half = found.width[bus] / 2
    last = max((*others, offset))
    fits = not is_dummy(bus) and 4 - half <= offset and last + _label_width(bus) <= half + 8
    return fits and all(abs(offset - at) >= 0.9 * TOP_SLOT for at in others)

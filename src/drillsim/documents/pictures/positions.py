"""Positions along each layer: the least-squares fit of every bar to its neighbours under the least distances.

The fit is isotonic regression by pooling adjacent violators, layer by layer, downwards and upwards in turn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drillsim.documents.pictures.placed import GAP, Placed, is_dummy, same_row


def place_bars(found: Placed) -> None:
    """Centres of all nodes, from 0 on the left."""
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
    if not any(set(chain) == {left, right} for chain in found.chains):
        return GAP
    return max(found.tie_gap.get((left, right), 0.0), found.tie_gap.get((right, left), 0.0))


def _wish(found: Placed, node: str, *, up: bool, below: bool) -> tuple[float, float]:
    wishes = list(_straight(found, node, up=up, below=below))
    if not wishes:
        return found.center[node], 0.05
    heavy = 4.0 if is_dummy(node) else 1.0
    return sum(wishes) / len(wishes), heavy


def _straight(found: Placed, node: str, *, up: bool, below: bool) -> Iterator[float]:
    for wire, chain in enumerate(found.chains):
        if node not in chain or (len(chain) == 2 and same_row(found.order, *chain)):
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

"""Positions along each level: the least-squares fit of every node to its neighbours under the least distances.

The fit is isotonic regression by pooling adjacent violators, level by level, downwards and upwards in turn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drillsim.documents.pictures.oneline.bars import Item, Node

GAP = 14.0
NARROW = 5.0


class Places:
    """The nodes of a block with the pairs of items that would like to stand one above the other."""

    def __init__(
        self, order: list[list[Node]], wires: Sequence[tuple[Node, Item, Node, Item]],
        apart: Mapping[tuple[str, str], float],
    ) -> None:  # fmt: skip
        self.order = order
        self.apart = apart
        self.above: dict[str, list[tuple[Node, Item, Item]]] = {}
        self.below: dict[str, list[tuple[Node, Item, Item]]] = {}
        for upper, low, lower, up in wires:
            self.below.setdefault(upper.id, []).append((lower, up, low))
            self.above.setdefault(lower.id, []).append((upper, low, up))

    def settle(self) -> float:
        """Gives every node its x, from 0 on the left; gives the width."""
        for row in self.order:
            at = 0.0
            for node in row:
                node.x = at + node.left
                at = node.x + node.right + GAP
        for sweep in range(24):
            down = sweep % 2 == 0
            for row in self.order if down else self.order[::-1]:
                self._settle(row, up=sweep >= 16 or down, below=sweep >= 16 or not down)
        left = min(node.x - node.left for row in self.order for node in row)
        for row in self.order:
            for node in row:
                node.x -= left
        return max(node.x + node.right for row in self.order for node in row)

    def _settle(self, row: Sequence[Node], *, up: bool, below: bool) -> None:
        wishes, weights, offsets = [], [], []
        at = 0.0
        for place, node in enumerate(row):
            if place:
                at += row[place - 1].right + self._gap(row[place - 1], node) + node.left
            offsets.append(at)
            wish, weight = self._wish(node, up=up, below=below)
            wishes.append(wish - at)
            weights.append(weight)
        for node, value, offset in zip(row, _isotonic(wishes, weights), offsets, strict=True):
            node.x = value + offset

    def _gap(self, left: Node, right: Node) -> float:
        narrow = "bar" not in (left.kind, right.kind)
        return self.apart.get((left.id, right.id), NARROW if narrow else GAP)

    def _wish(self, node: Node, *, up: bool, below: bool) -> tuple[float, float]:
        wishes = [
            *(self._straight(self.above, node) if up else ()),
            *(self._straight(self.below, node) if below else ()),
        ]
        if not wishes:
            return node.x, 0.05
        return sum(wishes) / len(wishes), 4.0 if node.kind == "dummy" else 1.0

    def _straight(self, near: Mapping[str, list[tuple[Node, Item, Item]]], node: Node) -> Iterator[float]:
        for other, theirs, own in near.get(node.id, ()):
            yield other.x + theirs.at - own.at


def _isotonic(wishes: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The rising sequence nearest to `wishes` by weighted squares (pool adjacent violators)."""
    blocks: list[list[float]] = []
    for wish, weight in zip(wishes, weights, strict=True):
        blocks.append([wish * weight, weight, 1])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] > blocks[-1][0] / blocks[-1][1]:
            total, weight_, count = blocks.pop()
            blocks[-1] = [blocks[-1][0] + total, blocks[-1][1] + weight_, blocks[-1][2] + count]
    return [total / weight for total, weight, count in blocks for _ in range(int(count))]

"""The nodes that conducting ways join, for one switch position after another.

A walk moves one switch at a time: closing one joins two parts, opening one parts at most one. Only that is worked out;
where more than one switch differs from the positions asked for last, all is.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence

from drillsim.network import CompiledNetwork, components, conducting

Positions = bytes
MOST_KEPT = 50_000
"""Answers kept before the store is emptied."""


class Islands:
    """Labels of the parts of one network, kept for every position asked for."""

    def __init__(self, net: CompiledNetwork, out: Collection[int] = ()) -> None:
        self._net, self._out = net, frozenset(out) | net.out
        self._kept: dict[Positions, Sequence[int]] = {}
        self._last: Positions = b""
        self._links = b""

    def labels(self, closed: Positions) -> Sequence[int]:
        """One number a node: nodes that are joined have the same one. The numbers themselves say nothing."""
        found = self._kept.get(closed)
        if found is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
                self._last = b""
            found = self._kept[closed] = self._moved(closed) or self._anew(closed)
            self._last = closed
        return found

    def _anew(self, closed: Positions) -> Sequence[int]:
        self._links = conducting(self._net, closed, self._out)
        return array("H" if self._net.node_count < 65_536 else "L", components(self._net, self._links))

    def _moved(self, closed: Positions) -> Sequence[int] | None:
        """The labels from those asked for last, where one switch alone differs."""
        switch = _one_that_differs(self._last, closed)
        if switch is None:
            return None
        labels, link = self._kept[self._last], self._net.switch_link[switch]
        conducts = all(closed[each] for each in self._net.link_switches[link])
        conducts = conducts and not any(node in self._out for node in self._net.link_nodes[link])
        if conducts == bool(self._links[link]):
            return labels
        links = bytearray(self._links)
        links[link] = conducts
        self._links = bytes(links)
        one, other = self._net.link_nodes[link]
        return self._joined(labels, one, other) if conducts else self._parted(labels, one, other)

    def _joined(self, labels: Sequence[int], one: int, other: int) -> Sequence[int]:
        mine, theirs = labels[one], labels[other]
        if mine == theirs:
            return labels
        return array(_kind(labels), [mine if each == theirs else each for each in labels])

    def _parted(self, labels: Sequence[int], one: int, other: int) -> Sequence[int]:
        """Give the nodes `one` still reaches a label of their own, unless the other end is among them; return the
        labels."""
        links, adjacent = self._links, self._net.adjacent
        near, queue = {one}, [one]
        for node in queue:
            for link, beyond in adjacent[node]:
                if links[link] and beyond not in near:
                    if beyond == other:
                        return labels
                    near.add(beyond)
                    queue.append(beyond)
        new, free = array(_kind(labels), labels), _free(labels)
        for node in queue:
            new[node] = free
        return new


def _kind(labels: Sequence[int]) -> str:
    return labels.typecode if isinstance(labels, array) else "L"


def _free(labels: Sequence[int]) -> int:
    """A label nobody has."""
    used = set(labels)
    return next(number for number in range(len(labels) + 1) if number not in used)


def _one_that_differs(before: Positions, after: Positions) -> int | None:
    if len(before) != len(after) or not before:
        return None
    differing = int.from_bytes(before, "big") ^ int.from_bytes(after, "big")
    place = len(before) - 1 - (differing.bit_length() - 1) // 8 if differing else -1
    return place if place >= 0 and differing == 1 << 8 * (len(before) - 1 - place) else None

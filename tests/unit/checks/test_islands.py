"""Islands worked out from the positions before are those worked out anew."""

from __future__ import annotations

from random import Random

from drillsim.checks.islands import Islands
from drillsim.network import compile_network, components, conducting
from helpers.shipped import shipped


def _groups(labels: object) -> set[frozenset[int]]:
    found: dict[int, set[int]] = {}
    for node, label in enumerate(labels):  # type: ignore[arg-type, var-annotated]
        found.setdefault(label, set()).add(node)
    return {frozenset(each) for each in found.values()}


def test_after_each_of_many_single_moves_the_islands_are_those_of_a_full_search() -> None:
    net = compile_network(shipped("central-hospital").network)
    out = frozenset({net.branch_index["T2"], net.bus_index["em-0.4kV"]})
    for gone in (frozenset[int](), out):
        islands, luck, closed = Islands(net, gone), Random(7), bytearray(net.closed)
        for number in range(400):
            for _ in range(1 if number % 10 else 3):
                closed[luck.randrange(len(closed))] ^= 1
            positions = bytes(closed)
            assert _groups(islands.labels(positions)) == _groups(components(net, conducting(net, positions, gone)))

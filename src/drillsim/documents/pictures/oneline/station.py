"""One station to be drawn as a block: its nodes in levels by their distance from where its supply comes in."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drillsim.documents.pictures.oneline.circuits import Circuits
from drillsim.documents.pictures.oneline.diagram import Diagram
from drillsim.documents.pictures.oneline.link import BOTTOM, TOP, Link, is_port

OWN_WAY = 3
"""A genset, its switchboard and the board it feeds: what lies beyond hangs on the mains."""


@dataclass(frozen=True, slots=True)
class Station:
    """Nodes (bars, three-winding transformers, ports) by level, and the links between them."""

    levels: Mapping[str, int]
    links: tuple[Link, ...]
    stars: frozenset[str]
    """Three-winding transformers among the nodes."""
    sources: Mapping[str, tuple[tuple[str, str], ...]]
    circuits: Mapping[str, Circuits]


def levelled(
    picture: Diagram, nodes: Iterable[str], links: tuple[Link, ...], circuits: Mapping[str, Circuits],
    entries: tuple[str, ...] = (),
) -> Station:  # fmt: skip
    """The station of `nodes`; `entries` are the nodes at which supply comes in from other blocks."""
    found = tuple(nodes)
    inside = tuple(link for link in links if not is_port(link.b))
    levels = _levels(picture, found, inside, entries)
    ports = _ports(tuple(link for link in links if is_port(link.b)), levels)
    levels.update(ports)
    lowest = min(levels.values(), default=0)
    return Station(
        levels={node: level - lowest for node, level in levels.items()},
        links=tuple(_downward(link, levels) for link in links),
        stars=frozenset(node for node in picture.transformers if node in levels),
        sources={node: picture.sources[node] for node in found if node in picture.sources},
        circuits={node: circuits[node] for node in found if node in circuits},
    )


def _downward(link: Link, levels: Mapping[str, int]) -> Link:
    return link if levels[link.a] <= levels[link.b] else link.turned()


def _ports(links: tuple[Link, ...], levels: Mapping[str, int]) -> dict[str, int]:
    top, bottom = min(levels.values(), default=0) - 1, max(levels.values(), default=0) + 1
    return {link.b: top if link.b.startswith(TOP) else bottom for link in links if link.b.startswith((TOP, BOTTOM))}


def _levels(
    picture: Diagram, nodes: tuple[str, ...], links: tuple[Link, ...], entries: tuple[str, ...]
) -> dict[str, int]:
    near: dict[str, list[str]] = {node: [] for node in nodes}
    for link in links:
        near[link.a].append(link.b)
        near[link.b].append(link.a)
    feeders = [node for node in nodes if any(kind == "feeder" for kind, _ in picture.sources.get(node, ()))]
    own = [node for node in nodes if node in picture.sources and node not in feeders]
    chains = [chain for node in own if node not in entries and (chain := _own_way(node, near, picture, entries))]
    lifted = {node for chain in chains for node in chain[:-1]}
    starts = [*feeders, *(node for node in entries if node in near and not feeders)]
    level: dict[str, int] = {}
    for start in (starts or None, *([node] for node in (*own, *nodes) if node not in lifted)):
        if start and not all(node in level for node in start):
            _flood([node for node in start if node not in level], near, level, lifted)
    for chain in chains:
        for above, node in enumerate(reversed(chain[:-1]), start=1):
            level.setdefault(node, level[chain[-1]] - above)
    return level


def _own_way(start: str, near: Mapping[str, list[str]], picture: Diagram, entries: tuple[str, ...]) -> list[str]:
    """From a genset's own bus to the first board that has other supply: what stands above that board."""
    way = [start]
    while len(near[way[-1]]) == (1 if len(way) == 1 else 2) and way[-1] not in picture.transformers:
        ahead = next((node for node in near[way[-1]] if node not in way), None)
        if ahead is None:
            break
        way.append(ahead)
        if ahead in picture.sources or ahead in entries or len(way) == OWN_WAY:
            break
    return way if len(way) > 1 else []


def _flood(starts: list[str], near: Mapping[str, list[str]], level: dict[str, int], lifted: set[str]) -> None:
    queue = deque(dict.fromkeys(starts))
    level.update(dict.fromkeys(queue, 0))
    while queue:
        node = queue.popleft()
        for other in near[node]:
            if other not in level and other not in lifted:
                level[other] = level[node] + 1
                queue.append(other)

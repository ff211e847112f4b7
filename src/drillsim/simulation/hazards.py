"""Hazards on topology and device facts, looked for after every change; each is said once while it lasts.

Back-feed: an own source energises the terminal of a dead feeder. Paralleling: two live systems are joined without being
one system, unless the dispatcher permitted the operation and both are feeders. A UPS is synchronised with its own input
and does not count.
"""

from __future__ import annotations

from drillsim.network import components
from drillsim.schema.source import Feeder
from drillsim.simulation.sources import Sources
from drillsim.simulation.world import World

HIGH_VOLTAGE_KV = 1.0
"""Above this, operating by hand takes two people."""


class Hazards:
    """Watches what is joined to what."""

    def __init__(self, world: World, sources: Sources) -> None:
        self._world, self._sources = world, sources
        self._standing: set[tuple[str, tuple[str, ...]]] = set()

    def look(self) -> None:
        """Back-feed and paralleling, in the state as it is now."""
        found = set()
        for group in self._joined():
            found |= self._judge(group)
        for hazard, parts in sorted(found - self._standing):
            if not (hazard == "paralleling" and self._world.tie_permitted and self._are_feeders(parts)):
                self._world.emit("hazard", hazard=hazard, parts=list(parts), **self._world.operation)
        self._standing = found

    def _are_feeders(self, parts: tuple[str, ...]) -> bool:
        return all(part in self._sources.lost for part in parts)

    def _joined(self) -> list[list[str]]:
        """Feeders and gensets grouped by the part of the network they are joined to."""
        w = self._world
        names = [name for name in self._sources.in_order if name not in self._sources.ups]
        labels = components(w.net, w.links)
        groups: dict[int, list[str]] = {}
        for name in names:
            groups.setdefault(labels[w.net.bus_index[self._sources.bus_of(name)]], []).append(name)
        return [group for group in groups.values() if len(group) > 1]

    def _judge(self, group: list[str]) -> set[tuple[str, tuple[str, ...]]]:
        own = [n for n in group if n in self._sources.gensets and self._sources.gensets[n].running]
        dead = [n for n in group if self._sources.lost.get(n)]
        live = [n for n in group if n in self._sources.lost and not self._sources.lost[n]]
        found: set[tuple[str, tuple[str, ...]]] = set()
        if own and dead:
            found.add(("back_feed", (*own, *dead)))
        if live and dead:
            found.add(("back_feed", (*live, *dead)))
        systems = {self._system(name) for name in (*own, *live)}
        if len(systems) > 1:
            found.add(("paralleling", (*own, *live)))
        return found

    def _system(self, name: str) -> str:
        spec = self._world.site.sources.get(name)
        return (spec.system or name) if isinstance(spec, Feeder) else name

    # -- at each operation by hand ---------------------------------------------------------------------------------
    def before_operation(self, switch: str, *, closing: bool, supervised: bool, permitted: bool) -> None:
        """What is wrong with operating `switch` now, as the plan does it."""
        w = self._world
        device = w.device(switch)
        parts = [switch]
        if not permitted and device.dispatch in ("ordered", "permitted"):
            w.emit("hazard", hazard="without_permit", parts=parts, **w.operation)
        if not supervised and not device.remote and self._kv(switch) > HIGH_VOLTAGE_KV:
            w.emit("hazard", hazard="without_supervisor", parts=parts, **w.operation)
        if not closing and w.device_kind(switch) == "isolator" and w.switch_a.get(switch, 0.0) > 0.5:
            w.emit("hazard", hazard="isolator_under_load", parts=parts, **w.operation)

    def _kv(self, switch: str) -> float:
        net = self._world.net
        return max(net.bus_kv[n] for n in net.switch_nodes(net.switch_index[switch]) if net.is_bus(n))

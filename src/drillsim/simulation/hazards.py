"""Hazards on topology and device facts, looked for after every change; each is said once while it lasts.

Back-feed: an own source energises the terminal of a dead feeder. Paralleling: two live systems are joined without being
one system, unless the dispatcher permitted the operation and both are feeders. A UPS is synchronised with its own input
and does not count.
"""

from __future__ import annotations

from collections.abc import Callable

from drillsim.schema.source import Feeder
from drillsim.simulation.sources import Sources
from drillsim.simulation.world import World

HIGH_VOLTAGE_KV = 1.0
"""Above this, operating by hand takes two people."""


class Hazards:
    """Watches what is joined to what."""

    def __init__(self, world: World, sources: Sources, short: Callable[[str], object]) -> None:
        self._world, self._sources, self._short = world, sources, short
        self._standing: set[tuple[str, tuple[str, ...]]] = set()
        self._seen: tuple[object, ...] = ()
        """What was judged last; of the same there is nothing new to say."""

    def look(self) -> None:
        """Back-feed, paralleling, earths and people at work on live parts, in the state as it is now."""
        safety, sources = self._world.safety, self._sources
        safety.forget_proofs()
        running = [unit.running for unit in sources.gensets.values()]
        state = (self._world.grid, dict(sources.lost), running, dict(safety.earths_on), dict(safety.at_work))
        if self._world.what_if.stands(state == self._seen):
            return
        self._seen = state
        found = self._on_live_parts()
        for group in self._joined():
            found |= self._judge(group)
        for hazard, parts in sorted(found - self._standing):
            if not (hazard == "paralleling" and self._world.tie_permitted and self._are_feeders(parts)):
                self._world.emit("hazard", hazard=hazard, parts=list(parts), **self._world.operation)
            if hazard == "closing_onto_earth":
                self._short(parts[-1])
        self._standing = found

    def say_what_stands(self) -> None:
        """Hazards there are when the run begins."""
        self._standing, self._seen = set(), ()
        self.look()

    def _on_live_parts(self) -> set[tuple[str, tuple[str, ...]]]:
        """Earths that are live now, and people whose conductors are."""
        w = self._world
        found: set[tuple[str, tuple[str, ...]]] = {
            ("closing_onto_earth", (name, bus)) for name, bus in w.safety.earths_on.items() if w.is_live(bus)
        }
        for step, touched in w.safety.at_work.items():
            found |= {("live_at_work", (step, each)) for each in touched if w.is_live(each)}
        return found

    def _are_feeders(self, parts: tuple[str, ...]) -> bool:
        return all(part in self._sources.lost for part in parts)

    def _joined(self) -> list[list[str]]:
        """Feeders and gensets grouped by the part of the network they are joined to."""
        w = self._world
        names = [name for name in self._sources.in_order if name not in self._sources.ups]
        labels = w.grid.labels
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
        if isinstance(spec, Feeder):
            return spec.system or name
        return next((group for group, each in self._world.site.genset_groups.items() if name in each.of), name)

    # -- at each operation by hand ---------------------------------------------------------------------------------
    def before_operation(self, switch: str, *, closing: bool, supervised: bool, permitted: bool) -> None:
        """What is wrong with operating `switch` now, as the plan does it."""
        w = self._world
        device = w.device(switch)
        parts = [switch]
        if not permitted and device.dispatch in ("ordered", "permitted"):
            w.emit("hazard", hazard="without_permit", parts=parts, **w.operation)
        if closing and switch in w.safety.tagged:
            w.emit("hazard", hazard="closing_tagged", parts=parts, **w.operation)
        if not supervised and not device.remote and self._kv(switch) > HIGH_VOLTAGE_KV:
            w.emit("hazard", hazard="without_supervisor", parts=parts, **w.operation)
        if not closing and w.device_kind(switch) == "isolator" and w.switch_a.get(switch, 0.0) > 0.5:
            w.emit("hazard", hazard="isolator_under_load", parts=parts, **w.operation)

    def say(self, hazard: str, parts: tuple[str, ...]) -> None:
        """A hazard of the operation now being done."""
        self._world.emit("hazard", hazard=hazard, parts=list(parts), **self._world.operation)

    def earthed_live(self, earth: str, bus: str) -> None:
        """Somebody put an earth on a live bus: one hazard, not two, and a short circuit."""
        self.say("earthing_live", (earth, bus))
        self._standing.add(("closing_onto_earth", (earth, bus)))
        self._seen = ()
        self._short(bus)

    def mind_supervisor(self, at: str, *, supervised: bool, part: str) -> None:
        """High-voltage work on a bus or at a switch takes two people."""
        net = self._world.net
        kv = net.bus_kv[net.bus_index[at]] if at in net.bus_index else self._kv(at) if at in net.switch_index else 0.0
        if not supervised and kv > HIGH_VOLTAGE_KV:
            self.say("without_supervisor", (part,))

    def _kv(self, switch: str) -> float:
        net = self._world.net
        return max(net.bus_kv[n] for n in net.switch_nodes(net.switch_index[switch]) if net.is_bus(n))

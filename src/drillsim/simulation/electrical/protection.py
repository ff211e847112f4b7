"""Short circuits: which devices see the fault and trip, each by its own stages, the fastest first.

A fault lies inside its element. Its zone is what it reaches without crossing a closed breaker or fuse that can still
act; what lies in it is dead at once. Every device the fault current flows through runs its stages by that current; when
one has opened, zone and currents are worked out anew. A relay that has tripped opens its breaker whatever the others do
meanwhile, so a mis-set stage upstream trips too.

- Without settings (or where nobody can tell the current, in a loop of bus-bus switches) the device next to the fault
  trips at once, or after the back-up time when one beyond it did not act; the event says `assumed`.
- One that stays closed joins the zone. One whose protection does not act (relay disabled, no control supply, current
  below its settings) is passed over: the next beyond it is asked.
- A source with nothing left before it clears itself.
- A protection group trips all its devices at once for a fault inside it; a three-winding transformer without one
  opens the devices at all its ends, as its differential protection would.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import inf

from drillsim.journal import rounded
from drillsim.network import FaultLevel, Zone, fed_from_outside, net_of, reached, sources_inside
from drillsim.plant import KINDS, switch_kind
from drillsim.schema import Compiled, follows_from
from drillsim.simulation.core.grid import Feeding, zone_around
from drillsim.simulation.core.kernel import Priority
from drillsim.simulation.core.looks import Moved
from drillsim.simulation.core.world import World
from drillsim.simulation.electrical.active_fault import NEAR, ActiveFault, Candidate
from drillsim.simulation.electrical.reclosing import Reclosing
from drillsim.simulation.electrical.short_current import ShortCurrents
from drillsim.simulation.electrical.stage import Clocks, fastest, stage_ms, stages_that_see
from drillsim.simulation.sources.sources import Sources

BACK_UP_MS = 300
"""Grading time of the next device where it has no stage of its own; assumed (0.3 s, usual grading step)."""
RETURN_MS = 60_000
"""A feeder that cleared a fault by itself is closed again this long after the fault is isolated; assumed."""


class Protection:
    """All short circuits of one run."""

    def __init__(self, world: World, sources: Sources) -> None:
        self._world, self._sources = world, sources
        self.faults: dict[str, ActiveFault] = {}
        self.accelerated: set[str] = set()
        """Switches an automatic transfer has just closed: they trip without their delay."""
        self._tell_of_repairs: list[Callable[[str], None]] = []
        self.disabled: dict[str, int] = {}
        """Devices and protection groups whose relay is disabled, by number of causes."""
        self.currents = ShortCurrents(world, sources)
        self._clocks = Clocks(world.kernel)
        self._reclosing = Reclosing(world, sources, self.repair)
        self._devices = _tripping(world.case.dossier)

    def on_repair(self, tell: Callable[[str], None]) -> None:
        """Has `tell` called with every element that is in order again."""
        self._tell_of_repairs.append(tell)

    def strike(self, element: str, *, permanent: bool = True, earth: bool = False) -> None:
        """A short circuit in a bus, line or transformer."""
        if element not in self.faults:
            self.faults[element] = ActiveFault(element, self._world.net.node(element), permanent, earth)
            self._world.hold(("element", element), "faulted")
            self._world.moved(Moved.SHORTS)
            self._world.touch()

    def repair(self, element: str) -> None:
        """The fault is gone."""
        fault = self.faults.pop(element, None)
        if fault is not None:
            self._clocks.drop_all(f"{element}|")
            self._release(fault)
            self._world.moved(Moved.SHORTS)
            for tell in self._tell_of_repairs:
                tell(element)
            self._world.touch()

    def disable(self, target: str, by: int) -> None:
        """By so many causes more the relay of a device or protection group is disabled."""
        self.disabled[target] = self.disabled.get(target, 0) + by
        self._world.moved(Moved.RELAYS)

    def accelerate(self, switch: str) -> None:
        """An automatic transfer is about to close it: onto a fault it trips without its delay."""
        self.accelerated.add(switch)
        self._world.moved(Moved.RELAYS)

    def watches(self) -> bool:
        """Return whether there is a fault, or what the last has left."""
        return bool(self.faults or self._world.faulted or self.accelerated)

    def look(self) -> None:
        """Works out zones and currents, sets stages going, marks what lies in a fault."""
        for fault in list(self.faults.values()):
            self._look_at(fault)
        zones = [fault.zone for fault in self.faults.values() if fault.zone is not None]
        self._world.lies_in_fault(frozenset(node for each in zones for node in each.nodes))
        if not self.faults:
            self.accelerated.clear()

    def _look_at(self, fault: ActiveFault) -> None:
        w, feeding, before = self._world, self._sources.certain(), fault.level
        links = w.links_but_for_faults()
        fault.zone = zone_around(w.case.dossier, links, fault.node, self._devices - fault.failed)
        fault.level = self.currents.at(fault.node, links, feeding)
        if fault.level is not before:
            w.moved(Moved.LEVELS)
        if fault.level is None:
            self._cleared(fault)
        else:
            fault.isolated = False
            self._race(fault, fault.level, links, feeding)

    def _cleared(self, fault: ActiveFault) -> None:
        self._clocks.drop_all(f"{fault.element}|")
        if not fault.isolated:
            fault.isolated = True
            self._world.emit("fault_isolated", element=fault.element)
        self._release(fault)

    # -- who trips -------------------------------------------------------------------------------------------------
    def _race(self, fault: ActiveFault, level: FaultLevel, links: bytes, feeding: list[Feeding]) -> None:
        buses = [self._world.net.bus_index[source.bus_id] for source in feeding]
        area, edge, passed = self._edge(fault, level, links, buses)
        late = bool(fault.failed or passed)
        found = [
            *self._by_stage(fault, level),
            *self._nearest(level, edge + self._other_sides(fault, edge), late),
            *self._by_group(fault),
        ]
        self._set_going(fault, [each for each in found if each.switch not in fault.due])
        for position in sources_inside(area, buses):
            self._clear_source(fault, feeding[position].id, late)

    def _edge(
        self, fault: ActiveFault, level: FaultLevel, links: bytes, buses: list[int]
    ) -> tuple[Zone, list[int], set[int]]:
        """The zone up to devices that will act, those of them a source feeds, and those passed over."""
        net = self._world.net
        passed: set[int] = set()
        while True:
            area = zone_around(self._world.case.dossier, links, fault.node, self._devices - fault.failed - passed)
            fed = fed_from_outside(net, links, area, buses)
            edge = list(dict.fromkeys(b.switch for b, is_fed in zip(area.boundaries, fed, strict=True) if is_fed))
            silent = {switch for switch in edge if self._takes(fault, level, switch) == inf}
            if not silent:
                return area, edge, passed
            passed |= silent
            for switch in sorted(silent):
                self._say_silent(fault, switch, level)

    def _takes(self, fault: ActiveFault, level: FaultLevel, switch: int) -> float:
        """Milliseconds until the device trips at this current; infinite when it will not."""
        w, name = self._world, self._world.net.switch_ids[switch]
        groups = [w.site.protection_groups[g].after for g in self._groups(fault) if self._in_group(g, name)]
        current = level.switch_a[switch]
        if not self.relay_works(name):
            own = inf
        elif current is None or not w.device(name).trips or name in self.accelerated:
            own = 0.0
        else:
            own = fastest(w.device(name), current, earth=fault.earth)[0]
        return min([own, *groups])

    def relay_works(self, name: str) -> bool:
        """Return whether a device's protection can act: a fuse always, a relay while enabled and with its control
        supply."""
        w = self._world
        return w.device_kind(name) == "fuse" or (not self._is_disabled(name) and w.controlled(name))

    def _is_disabled(self, name: str) -> bool:
        return self._world.has_fault("relay_disabled", name, bool(self.disabled.get(name)))

    def _say_silent(self, fault: ActiveFault, switch: int, level: FaultLevel) -> None:
        name = self._world.net.switch_ids[switch]
        why = "below_setting"
        if not self.relay_works(name):
            why = "relay_disabled" if self.disabled.get(name) else "no_control_supply"
        if (switch, why) not in fault.silent:
            fault.silent.add((switch, why))
            current = rounded(level.switch_a[switch] or 0.0, 1)
            self._world.emit("protection_silent", device=name, element=fault.element, why=why, current_a=current)

    def _by_stage(self, fault: ActiveFault, level: FaultLevel) -> Iterator[Candidate]:
        """Every closed device with settings, at the current it carries."""
        w = self._world
        for switch in sorted(self._devices - fault.failed):
            current, name = level.switch_a[switch], w.net.switch_ids[switch]
            if current and self.relay_works(name):
                for number, stage in stages_that_see(w.device(name), earth=fault.earth):
                    takes = stage_ms(stage, current)
                    soon = name in self.accelerated and takes < inf
                    yield Candidate(switch, str(number), 0.0 if soon else takes, current)

    def _nearest(self, level: FaultLevel, edge: list[int], late: bool) -> Iterator[Candidate]:
        w = self._world
        for switch in edge:
            current, name = level.switch_a[switch], w.net.switch_ids[switch]
            if (current is None or not w.device(name).trips) and self.relay_works(name):
                takes = BACK_UP_MS if late and name not in self.accelerated else 0
                yield Candidate(switch, NEAR, takes, current)

    def _other_sides(self, fault: ActiveFault, edge: list[int]) -> list[int]:
        """Closed devices at the faulted element's ends that no source feeds, where its kind trips them all the same."""
        net, groups = self._world.net, self._world.site.protection_groups.values()
        if net.is_bus(fault.node) or not net.branch_at(fault.node).trips_every_side:
            return []
        if any(fault.element in group.protects for group in groups):
            return []
        ends = [switch for link, _ in net.adjacent[fault.node] for switch in net.link_switches[link]]
        can = self._devices - fault.failed - set(edge)
        return [switch for switch in ends if switch in can and self._world.closed[switch]]

    def _groups(self, fault: ActiveFault) -> list[str]:
        w = self._world
        return [
            name
            for name, group in w.site.protection_groups.items()
            if fault.element in group.protects
            and name not in w.groups_off
            and not self._is_disabled(name)
            and w.controlled(name)
        ]

    def _in_group(self, group: str, device: str) -> bool:
        return device in self._world.site.protection_groups[group].trips

    def _by_group(self, fault: ActiveFault) -> Iterator[Candidate]:
        net = self._world.net
        for group in self._groups(fault):
            spec = self._world.site.protection_groups[group]
            for name in spec.trips:
                switch = net.switch_index[name]
                if self._world.is_closed(name) and switch not in fault.failed:
                    yield Candidate(switch, group, spec.after, fault.level.switch_a[switch] if fault.level else None)

    def _set_going(self, fault: ActiveFault, found: list[Candidate]) -> None:
        """Runs the clock of every candidate; a device a group trips needs no assumption."""
        by_group = {each.switch for each in found if each.by in self._world.site.protection_groups}
        keys = set()
        for each in found:
            if not (each.assumed and each.switch in by_group):
                key = f"{fault.element}|{each.switch}|{each.by}"
                keys.add(key)
                self._clocks.see(key, each.takes_ms, self._decider(fault, each))
        self._clocks.keep(f"{fault.element}|", keys)

    def _decider(self, fault: ActiveFault, by: Candidate) -> Callable[[int], None]:
        return lambda after_ms: self._decide(fault, by, after_ms)

    # -- tripping --------------------------------------------------------------------------------------------------
    def _decide(self, fault: ActiveFault, by: Candidate, after_ms: int) -> None:
        """The relay has tripped; the device opens in its own time."""
        self._world.moved(Moved.SHORTS)
        if by.switch in fault.due or fault.level is None:
            return
        fault.due.add(by.switch)
        name = self._world.net.switch_ids[by.switch]
        if by.by in self._world.site.protection_groups:
            self._world.trip_group(by.by)
        said = self._said(fault, by, after_ms)
        opens = self._world.device(name).operates_in
        self._world.kernel.after(opens, Priority.PROTECTION, lambda: self._open(fault, by.switch, name, said))

    def _said(self, fault: ActiveFault, by: Candidate, after_ms: int) -> dict[str, object]:
        """Fields of the event: what tripped it, and whom it overtook."""
        found: dict[str, object] = {"after_ms": after_ms}
        if by.current_a is not None:
            found["current_a"] = rounded(by.current_a, 1)
        if not by.assumed:
            found["stage"] = by.by
        nearer = self._nearer(fault, by.switch)
        acting = [(takes, switch) for takes, switch in nearer if takes < inf]
        if acting:
            takes, switch = min(acting)
            found["overtakes"] = self._world.net.switch_ids[switch]
            found["overtakes_ms"] = round(takes)
        return {"backup": bool(fault.failed or (nearer and not acting)), "assumed": by.assumed, **found}

    def _nearer(self, fault: ActiveFault, switch: int) -> list[tuple[float, int]]:
        """Devices between this one and the fault that should come first, with the time each takes."""
        w, area, level = self._world, fault.zone, fault.level
        if area is None or level is None or switch in {b.switch for b in area.boundaries}:
            return []
        links = bytearray(w.links_but_for_faults())
        buses = [w.net.bus_index[source.bus_id] for source in self._sources.certain()]
        before = fed_from_outside(w.net, links, area, buses)
        links[w.net.switch_link[switch]] = 0
        after = fed_from_outside(w.net, links, area, buses)
        rows = list(zip(area.boundaries, before, after, strict=True))
        behind = [b.switch for b, fed, still in rows if fed and not still] or [b.switch for b, fed, _ in rows if fed]
        return [(self._takes(fault, level, each), each) for each in dict.fromkeys(behind)]

    def _open(self, fault: ActiveFault, switch: int, name: str, said: dict[str, object]) -> None:
        w = self._world
        fault.due.discard(switch)
        w.moved(Moved.SHORTS)
        if not w.is_closed(name):
            return
        w.emit("protection_trips", device=name, element=fault.element, **said)
        fault.acted[name] = None
        self.accelerated.discard(name)
        if w.move_switch(name, closed=False, cause="protection", cause_id=fault.element):
            self._reclosing.tripped(name, fault)
        else:
            fault.failed.add(switch)
        w.note(("tripped", name), "yes")
        w.touch()

    # -- sources in the zone ---------------------------------------------------------------------------------------
    def _clear_source(self, fault: ActiveFault, name: str, late: bool) -> None:
        """A source with no device before the fault clears itself: at once, or as the last back-up."""
        if name not in fault.cleared_sources:
            fault.cleared_sources.add(name)
            delay, cause = (BACK_UP_MS, "backup") if late else (0, "fault")
            self._world.kernel.after(delay, Priority.PROTECTION, lambda: self._stop_source(fault, name, cause))

    def _stop_source(self, fault: ActiveFault, name: str, cause: str) -> None:
        self._world.moved(Moved.SHORTS)
        if fault.element not in self.faults or not self._still_inside(fault, name):
            fault.cleared_sources.discard(name)
        elif name in self._sources.lost:
            self._sources.lose(name, cause)
            self._reclosing.cleared(name, fault)
        elif name in self._sources.gensets:
            self._sources.gensets[name].stop("fault")
        elif name in self._sources.ups:
            self._sources.ups[name].fail("fault")

    def _still_inside(self, fault: ActiveFault, name: str) -> bool:
        w = self._world
        if fault.level is None:
            return False
        links = w.links_but_for_faults()
        bus = w.net.bus_index[self._sources.bus_of(name)]
        area, _, _ = self._edge(fault, fault.level, links, [bus])
        return bus in area.nodes

    def _release(self, fault: ActiveFault) -> None:
        """Feeders that cleared themselves come back once the fault no longer reaches them."""
        w = self._world
        links = w.links_but_for_faults()
        joined = reached(w.net, links, [fault.node] if fault.element in self.faults else [])
        for name in sorted(fault.cleared_sources):
            if name in self._sources.lost and not joined[w.net.bus_index[self._sources.bus_of(name)]]:
                fault.cleared_sources.discard(name)
                w.kernel.after(RETURN_MS, Priority.FAULT, _give_back(self._sources, name))


@follows_from("network", "site")
def _tripping(dossier: Compiled) -> frozenset[int]:
    """Devices that trip, by position."""
    net, devices = net_of(dossier), dossier.site.devices
    rows = enumerate(zip(net.switch_ids, net.switch_types, strict=True))
    return frozenset(n for n, (name, drawn_as) in rows if KINDS[switch_kind(devices.get(name), drawn_as)].trips)


def _give_back(sources: Sources, name: str) -> Callable[[], None]:
    return lambda: sources.give_back(name)

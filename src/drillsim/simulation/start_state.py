"""The state a run begins in: the operating mode, what was left otherwise than it says, what is under maintenance."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from drillsim.schema import Mode, SetTo, resolve
from drillsim.simulation.core.world import World

if TYPE_CHECKING:
    from drillsim.simulation.plant import Plant


class StartState:
    """Puts everything where it stands before anything happens."""

    def __init__(self, world: World, plant: Plant) -> None:
        self._world, self._plant = world, plant

    def set_mode(self, mode: Mode) -> None:
        """Positions of an operating mode."""
        for switch in mode.open:
            self._position(switch, "open")
        for switch in mode.closed:
            self._position(switch, "closed")
        for switch, position in mode.positions.items():
            self._position(switch, position)
        for earth in mode.earthed:
            self._world.safety.set_earth(earth, on=True)
        for name, to in mode.set.items():
            self._put(name, to)
        for name in mode.out_of_service:
            self.take_out(name)
        for name in mode.disabled:
            self._put(name, "disabled")
        self.note_switches()

    def begin(self) -> None:
        """Set what was left otherwise than the scenario's mode says, before anything happens."""
        w, plant = self._world, self._plant
        start = w.case.scenario.start
        for item in start.set:
            self._set(item)
        for selector in start.out_of_service:
            for name in resolve(w.case.dossier, selector):
                self.take_out(name)
        self.note_switches()
        for tie in plant.bus_ties.values():
            tie.begin()

    def note_switches(self) -> None:
        """Positions of all switches, as facts."""
        w = self._world
        for switch in w.safety.positions:  # a truck that is not in its working position connects nothing
            w.closed[w.net.switch_index[switch]] = 0
        for switch, is_closed in zip(w.net.switch_ids, w.closed, strict=True):
            w.note(("switch", switch), "closed" if is_closed else "open")

    def _set(self, item: SetTo) -> None:
        for target in resolve(self._world.case.dossier, item.target):
            self._put(target, item.to)

    def _put(self, name: str, to: str) -> None:
        w, plant = self._world, self._plant
        unit = plant.transfer(name)
        if name in w.net.switch_index:
            self._position(name, to)
        elif unit is not None:
            unit.enabled = to == "enabled"
        elif name in w.site.protection_groups:
            (w.groups_off.add if to == "disabled" else w.groups_off.discard)(name)
        elif name in plant.sources.ups:
            plant.sources.ups[name].mode = w.control[name] = to
        elif name in plant.sources.gensets and to == "on":
            plant.sources.gensets[name].runs_from_the_start()
        elif name in plant.functions.units:
            plant.functions.units[name].stands_stopped(stopped=to == "off")
        elif name in w.control:
            w.control[name] = to
        elif name in w.net.load_index and to in ("on", "off"):
            w.switch_load(name, on=to == "on", cause="start")

    def _position(self, switch: str, to: str) -> None:
        w = self._world
        if to in ("open", "closed"):
            w.closed[w.net.switch_index[switch]] = to == "closed"
        elif to == "working":
            w.safety.positions.pop(switch, None)
        else:
            w.safety.positions[switch] = to

    def take_out(self, name: str) -> None:
        """Out of service from the start, under maintenance."""
        w = self._world
        kind = w.kind_of.get(name, "")
        takers: dict[str, Callable[[str], None]] = {
            "source": self._source_out,
            "transfer": lambda each: self._put(each, "disabled"),
            "protection_group": lambda each: self._put(each, "disabled"),
            "switch": lambda each: self._position(each, "withdrawn"),
            "load": lambda each: w.switch_load(each, on=False, cause="out_of_service"),
            "dc_supply": self._plant.dc.lose,
            "store": self._plant.stores.take_out,
        }
        if kind in takers:
            takers[kind](name)
        elif name in w.net.branch_index or name in w.net.bus_index:
            w.out.add(w.net.node(name))

    def _source_out(self, name: str) -> None:
        w, sources = self._world, self._plant.sources
        if name in sources.lost:
            sources.lost[name] += 1
        elif name in sources.gensets:
            w.control[name] = "off"
            sources.gensets[name].out = sources.gensets[name].failed = True
        elif name in sources.ups:
            sources.ups[name].take_out()
        else:
            self._plant.mobile.take_out(name)

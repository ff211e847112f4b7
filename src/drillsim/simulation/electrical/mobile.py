"""Mobile gensets (应急发电车): no source until somebody has plugged one in at a connection point; then a set like any
other, started by hand, with its own tank, limited by what box and cable carry."""

from __future__ import annotations

from drillsim.plant import box_bus, fits, mobile_sets
from drillsim.schema import Genset
from drillsim.simulation.core.world import World
from drillsim.simulation.electrical.hazards import Hazards
from drillsim.simulation.sources.genset import GensetUnit
from drillsim.simulation.sources.sources import Sources
from drillsim.simulation.sources.step_load import POWER_FACTOR


class MobileSets:
    """All mobile gensets of one run, and where they are plugged in."""

    def __init__(self, world: World, sources: Sources, hazards: Hazards) -> None:
        self._world, self._sources, self._hazards = world, sources, hazards
        self._specs = mobile_sets(world.site)
        self.at: dict[str, str] = {}
        """Mobile gensets that are plugged in, with the connection point."""
        self._out: set[str] = set()
        self._phases_said: set[str] = set()
        for name in self._specs:
            world.hold(("source", name), "dead")

    @property
    def states(self) -> dict[str, str]:
        """Every mobile genset that is not plugged in: dead."""
        return {name: "dead" for name in self._specs if name not in self.at}

    def take_out(self, name: str) -> None:
        """Under maintenance from the start."""
        self._out.add(name)

    def connect(self, name: str, point: str) -> str:
        """Plugs it in; gives why it could not be: out_of_service, taken, plug, cable, no_box; '' when it is."""
        w = self._world
        why = self._misfit(name, point)
        if why:
            w.emit("connect_failed", point=point, why=why, source=name)
            return why
        self.at[name] = point
        self._sources.add(
            name, GensetUnit(w, name, self._as_genset(name, point), self._sources.forced[name], moves_breaker=False)
        )
        w.emit("connected", source=name, point=point)
        w.touch()
        return ""

    def _misfit(self, name: str, point: str) -> str:
        spec, box = self._specs[name], self._world.site.connection_points[point]
        if name in self._out:
            return "out_of_service"
        if name in self.at or point in self.at.values():
            return "taken"
        return fits(spec, box) or ("" if box_bus(self._world.net, box) else "no_box")

    def _as_genset(self, name: str, point: str) -> Genset:
        spec, box = self._specs[name], self._world.site.connection_points[point]
        return Genset(
            kind="genset",
            bus=box_bus(self._world.net, box),
            breaker=box.switch,
            place=box.place,
            rated_kw=min(spec.rated_kw, box.rated_kva * POWER_FACTOR),
            control="manual",
            manual_start_fails=spec.fails_to_start,
            fuel=name if spec.tank_l else None,
            step_load_percent=spec.step_load_percent,
            overload_percent=spec.overload_percent,
            overload_after=spec.overload_after,
        )

    def watches(self) -> bool:
        """Return whether one is plugged in."""
        return bool(self.at)

    def look(self) -> None:
        """Says once that a set feeds with a phase sequence nobody has marked or checked: motors may run backwards."""
        w = self._world
        for name, point in self.at.items():
            box, unit = w.site.connection_points[point], self._sources.gensets[name]
            known = box.phase_marked or point in w.safety.phase_checked or box.switch in w.safety.phase_checked
            if unit.on_board and not known and name not in self._phases_said:
                self._phases_said.add(name)
                self._hazards.of_now("wrong_phase_sequence", (name, point))

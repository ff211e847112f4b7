"""Starting, stopping, setting, transferring, refuelling: operations of sources, pumps, transfers and tanks."""

from __future__ import annotations

from drillsim.network import is_fed
from drillsim.simulation.core.usable import at_load
from drillsim.simulation.core.world import World
from drillsim.simulation.electrical.dropout import PICK_UP_PU
from drillsim.simulation.operation import Operation
from drillsim.simulation.people.people import PersonState
from drillsim.simulation.plan.card_run import StepRun
from drillsim.simulation.plant import Plant
from drillsim.simulation.work.effect.outcome import Act, Outcome


class Supplying:
    """Operates sources, pumps, transfers and tanks."""

    def __init__(self, world: World, plant: Plant) -> None:
        self._world, self._plant = world, plant

    def acts(self) -> dict[str, Act]:
        """Verb → what it does."""
        return {
            "start": self._start,
            "stop": self._stop,
            "set": self._set,
            "transfer": self._transfer,
            "enable": self._enable,
            "disable": self._disable,
            "refuel": self._refuel,
            "connect": self._connect,
        }

    def _start(self, run: StepRun, target: str, who: tuple[PersonState, ...]) -> Outcome:
        self._plant.hazards.answers(Operation(target, run.name, who[0].id))
        if target in self._plant.sources.gensets:
            started = self._plant.sources.gensets[target].start_by_hand(run.name)
            return Outcome.WORKED if started else Outcome.FAILED
        if target in self._plant.functions.units:
            return Outcome.WORKED if self._plant.functions.units[target].start_by_hand() else Outcome.FAILED
        if target in self._world.loads.off and at_load(self._world, target) < PICK_UP_PU:
            return Outcome.FAILED  # a starter closes only with its voltage there
        if self._world.loads.switch_on(target):
            self._world.emit("control_set", target=target, to="on")
            self._world.touch()
            return Outcome.WORKED
        return self._control(target, "on")

    def _stop(self, run: StepRun, target: str, _: tuple[PersonState, ...]) -> Outcome:
        if target in self._plant.functions.units:
            return Outcome.WORKED if self._plant.functions.units[target].stop_by_hand() else Outcome.FAILED
        if target in self._plant.sources.gensets:
            self._plant.sources.gensets[target].stop("step")
            return Outcome.WORKED
        return self._control(target, "off")

    def _set(self, run: StepRun, target: str, _: tuple[PersonState, ...]) -> Outcome:
        unit = self._plant.sources.ups.get(target)
        if unit is None:
            return self._control(target, run.step.to or "auto")
        return Outcome.WORKED if unit.set_mode(run.step.to or "online", "step") else Outcome.FAILED

    def _control(self, target: str, to: str) -> Outcome:
        w = self._world
        if target in w.net.load_index and target not in w.control:
            return self._switch_load(target, on=to == "on")
        if target not in w.control:
            return Outcome.FAILED
        w.set_control(target, to)
        w.emit("control_set", target=target, to=to)
        w.touch()
        return Outcome.WORKED

    def _switch_load(self, load: str, *, on: bool) -> Outcome:
        if on and not self._is_fed(load):
            return Outcome.FAILED
        self._world.switch_load(load, on=on, cause="step")
        return Outcome.WORKED

    def _is_fed(self, load: str) -> bool:
        w = self._world
        return is_fed(w.cords[w.net.load_index[load]], w.live)

    def _transfer(self, run: StepRun, target: str, _: tuple[PersonState, ...]) -> Outcome:
        return Outcome.WORKED if self._plant.changeovers[target].by_hand(run.name, run.step.to) else Outcome.FAILED

    def _enable(self, _: StepRun, target: str, __: tuple[PersonState, ...]) -> Outcome:
        unit = self._plant.transfer(target)
        if unit is not None:
            unit.set_enabled(True)
        return Outcome.WORKED if unit is not None else Outcome.FAILED

    def _disable(self, _: StepRun, target: str, __: tuple[PersonState, ...]) -> Outcome:
        unit = self._plant.transfer(target)
        if unit is not None:
            unit.set_enabled(False)
        return Outcome.WORKED if unit is not None else Outcome.FAILED

    def _refuel(self, run: StepRun, target: str, _: tuple[PersonState, ...]) -> Outcome:
        if target in self._plant.stores.tanks:  # a mobile set without one has fuel without end
            used = (self._world.plan.resources[name] for name in run.step.uses)
            brought_l = next((each.quantity for each in used if each.kind == "fuel" and each.brings == target), None)
            self._plant.stores.refill(target, brought_l)
        return Outcome.WORKED

    def _connect(self, run: StepRun, point: str, _: tuple[PersonState, ...]) -> Outcome:
        """The mobile genset a resource of the step brings, when it is here."""
        w = self._world
        for resource in run.step.uses:
            brings = w.plan.resources[resource].brings
            if brings is None or w.kind_of.get(brings) != "source":
                continue
            if w.has_fault("resource_unavailable", resource, w.truth.get(("resource", resource), "here") != "here"):
                w.emit("connect_failed", point=point, why="not_here", source=brings)
                return Outcome.FAILED
            return Outcome.FAILED if self._plant.mobile.connect(brings, point) else Outcome.WORKED
        w.emit("connect_failed", point=point, why="no_source")
        return Outcome.FAILED

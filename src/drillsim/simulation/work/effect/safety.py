"""Making safe: proving dead, earthing, locking, tagging, racking, checking phases, resetting, working on equipment.

The world holds what is proved, earthed, locked and withdrawn; each verb says the hazards of doing it now.
"""

from __future__ import annotations

from drillsim.simulation.core.world import World
from drillsim.simulation.operation import Operation
from drillsim.simulation.people.people import PersonState
from drillsim.simulation.plan.card_run import StepRun
from drillsim.simulation.plant import Plant
from drillsim.simulation.work.effect.outcome import Act, Outcome

WORK = ("repair", "connect")
"""Verbs with hands on bare conductors: the buses around have to be proved dead and earthed."""


class Safety:
    """The verbs of safety, and who is at work where."""

    def __init__(self, world: World, plant: Plant) -> None:
        self._world, self._plant = world, plant

    def acts(self) -> dict[str, Act]:
        """Verb → what it does."""
        return {
            "prove_dead": self._prove_dead,
            "earth": self._earth,
            "unearth": self._unearth,
            "lock": self._lock,
            "unlock": self._unlock,
            "tag": self._tag,
            "phase_check": self._phase_check,
            "rack": self._rack,
            "reset": self._reset,
            "repair": self._repair,
        }

    # -- before it is done -----------------------------------------------------------------------------------------
    def begins(self, run: StepRun, target: str, who: tuple[PersonState, ...]) -> None:
        """Somebody lays hands on `target`: from now on its buses must stay dead."""
        if run.step.do not in WORK or not target:
            return
        buses = self._plant.hazards.before_work(_operation(run, target, who))
        self._world.safety.lay_hands(run.name, buses)
        self._world.touch()

    def ends(self, run: StepRun) -> None:
        """Hands off."""
        self._world.safety.take_hands_off(run.name)

    # -- proof and earth -------------------------------------------------------------------------------------------
    def _prove_dead(self, run: StepRun, bus: str, who: tuple[PersonState, ...]) -> Outcome:
        self._watch_supervisor(run, bus, who, bus)
        if self._world.is_live(bus):
            return Outcome.FAILED
        self._world.safety.prove(bus)
        return Outcome.WORKED

    def _earth(self, run: StepRun, target: str, who: tuple[PersonState, ...]) -> Outcome:
        w, spec = self._world, self._world.site.earths[target]
        if target in w.safety.earths_on:
            return Outcome.WORKED
        if any(w.is_closed(switch) for switch in spec.interlocked_with):
            return Outcome.FAILED
        self._watch_supervisor(run, spec.at, who, target)
        self._plant.hazards.before_earthing(target, spec.at, _operation(run, target, who))
        w.safety.set_earth(target, on=True)
        return Outcome.WORKED

    def _unearth(self, run: StepRun, target: str, who: tuple[PersonState, ...]) -> Outcome:
        self._watch_supervisor(run, self._world.site.earths[target].at, who, target)
        self._world.safety.set_earth(target, on=False)
        self._plant.end_earth_short(self._world.site.earths[target].at)
        return Outcome.WORKED

    # -- locks, tags, trucks ---------------------------------------------------------------------------------------
    def _lock(self, run: StepRun, switch: str, _: tuple[PersonState, ...]) -> Outcome:
        if self._world.is_closed(switch):
            return Outcome.FAILED  # the padlock goes on in the open position
        self._world.safety.locked.add(switch)
        self._world.emit("device_secured", device=switch, state="locked")
        return Outcome.WORKED

    def _unlock(self, _: StepRun, switch: str, __: tuple[PersonState, ...]) -> Outcome:
        self._world.safety.locked.discard(switch)
        self._world.safety.tagged.discard(switch)
        self._world.emit("device_secured", device=switch, state="unlocked")
        return Outcome.WORKED

    def _tag(self, _: StepRun, switch: str, __: tuple[PersonState, ...]) -> Outcome:
        self._world.safety.tagged.add(switch)
        self._world.emit("device_secured", device=switch, state="tagged")
        return Outcome.WORKED

    def _rack(self, run: StepRun, switch: str, _: tuple[PersonState, ...]) -> Outcome:
        """A closed breaker does not move: the truck is blocked by its own mechanism."""
        if self._world.is_closed(switch):
            return Outcome.FAILED
        self._world.safety.rack(switch, run.step.to or "withdrawn")
        return Outcome.WORKED

    def _phase_check(self, run: StepRun, target: str, who: tuple[PersonState, ...]) -> Outcome:
        self._watch_supervisor(run, target, who, target)
        self._world.safety.check_phases(target)
        return Outcome.WORKED

    # -- back in order ---------------------------------------------------------------------------------------------
    def _reset(self, _: StepRun, target: str, __: tuple[PersonState, ...]) -> Outcome:
        """Let what has tripped or locked itself out act again."""
        w, plant = self._world, self._plant
        unit = plant.transfer(target)
        if unit is not None:
            unit.set_enabled(True)
        elif target in plant.sources.gensets:
            plant.sources.gensets[target].reset()
        elif target in plant.sources.ups:
            plant.sources.ups[target].reset()
        else:
            w.note(("tripped", target), "no")
        w.touch()
        return Outcome.WORKED

    def _repair(self, _: StepRun, target: str, __: tuple[PersonState, ...]) -> Outcome:
        if target in self._world.net.switch_index:  # it moves again, whatever held it
            self._world.stuck.pop(target, None)
        else:
            self._plant.protection.repair(target)
        return Outcome.WORKED

    # -- hazards ---------------------------------------------------------------------------------------------------
    def _watch_supervisor(self, run: StepRun, at: str, who: tuple[PersonState, ...], thing: str) -> None:
        by = _operation(run, thing, who)
        self._plant.hazards.mind_supervisor(at, by, supervised=len(who) > 1)


def _operation(run: StepRun, device: str, who: tuple[PersonState, ...]) -> Operation:
    return Operation(device, run.name, who[0].id)

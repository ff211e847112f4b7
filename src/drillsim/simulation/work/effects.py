"""The effect of each verb on the world at the end of its time, and its outcome: the verbs of every group together."""

from __future__ import annotations

from drillsim.schema import VERBS
from drillsim.simulation.core.world import World
from drillsim.simulation.people.people import People, PersonState
from drillsim.simulation.plan.card_run import StepRun
from drillsim.simulation.plan.permits import Permits
from drillsim.simulation.plan.posts import Posts
from drillsim.simulation.plant import Plant
from drillsim.simulation.work.effect.outcome import Act, Outcome
from drillsim.simulation.work.effect.safety import Safety
from drillsim.simulation.work.effect.supplying import Supplying
from drillsim.simulation.work.effect.switching import Switching
from drillsim.simulation.work.effect.tending import Tending


class Effects:
    """Carries out operations; everything said about them stands in the journal."""

    def __init__(self, world: World, plant: Plant, people: People, posts: Posts, permits: Permits) -> None:
        self._plant = plant
        self._switching = Switching(world, plant, permits, people.knowledge)
        self.safety = Safety(world, plant)
        """People at work, and their places."""
        self.tending = Tending(world, plant, people, posts)
        """People who keep a measure up."""
        self._acts: dict[str, Act] = {
            **self._switching.acts(),
            **Supplying(world, plant).acts(),
            **self.safety.acts(),
            **self.tending.acts(),
        }

    def apply(self, run: StepRun, target: str, who: tuple[PersonState, ...]) -> Outcome:
        """Does the step's verb to `target`."""
        act = self._acts.get(run.step.do)
        return act(run, target, who) if act and target else Outcome.WORKED

    def does_something(self, do: str) -> bool:
        """Return whether the verb has an effect of its own on a target."""
        return do in self._acts

    def operated_by(self, run: StepRun) -> tuple[str, ...]:
        """Return the ids the step operates: switches, sources, transfers."""
        return tuple(dict.fromkeys((*self.switches_of(run), *(run.step.target if VERBS[run.step.do].operates else ()))))

    def switches_of(self, run: StepRun) -> tuple[str, ...]:
        """Switches the step operates: its targets, or for shed and restore the loads' own."""
        if run.step.do in ("open", "close", "trip"):
            return run.step.target
        if run.step.do in ("shed", "restore"):
            return tuple(own for t in run.step.target if (own := self._switching.own_switch(t)))
        if run.step.do == "transfer":
            units = [self._plant.changeovers[t] for t in run.step.target if t in self._plant.changeovers]
            return tuple(switch for unit in units for switch in unit.switches)
        return ()

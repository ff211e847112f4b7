"""Steps that find their targets when they begin: looking for the fault, saying what was found, looking again in turn.

To find the place of a fault takes `found_in` of its element, once a person knows that protection has acted for it; then
they and all who stand with them know the place. Whoever knows of a fault is told when the element is in order again, by
those who repaired it; by which way is not modelled.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from drillsim.simulation.core.world import World
from drillsim.simulation.electrical.active_fault import ActiveFault
from drillsim.simulation.people.people import People
from drillsim.simulation.plan.card_run import StepRun
from drillsim.simulation.plant import Plant
from drillsim.simulation.work.believed import AtStart, Believed, at_start
from drillsim.simulation.work.effect.found import Found
from drillsim.simulation.work.shift_end import Team

Process = Generator[Any, Any, None]
Work = Callable[[StepRun, Team, int], Process]


class FaultSearch:
    """Finds faults and targets for the people at a step."""

    def __init__(self, world: World, plant: Plant, people: People, work: Work) -> None:
        self._world, self._plant, self._people, self._work = world, plant, people, work
        plant.protection.on_repair(self._repaired)
        self._start: AtStart | None = None

    def find(self, run: StepRun, team: Team) -> Generator[Any, Any, bool]:
        """Gives the step its targets, after the fault has been looked for where they lie around it; False for none."""
        assert run.step.find is not None
        if run.step.find.what == "around_fault":
            for fault in self._seen(team).to_find():
                yield from self._look_for(run, team, fault)
        targets = self._found(run, team).targets()
        self._world.emit("targets_found", step=run.name, find=run.step.find.what, targets=list(targets))
        run.step = run.step.model_copy(update={"target": targets})
        return bool(targets)

    def still(self, run: StepRun, team: Team, target: str) -> bool:
        """Return whether the target is one when its turn comes; one that is not is left alone, and the journal says
        so."""
        if not target or self._found(run, team).still(target):
            return True
        self._world.emit("target_dropped", step=run.name, target=target)
        return False

    def operated(self, run: StepRun, team: Team, target: str) -> None:
        """Hang a notice on what was opened around a fault that says so."""
        find = run.step.find
        if find is not None and find.what == "around_fault" and target and not self._world.is_closed(target):
            facts = [(("isolated", target), "yes")]
            self._people.learn(self._people.together(team[0]), facts, "doing", run.name)

    def _look_for(self, run: StepRun, team: Team, fault: ActiveFault) -> Process:
        facts = self._world.site.elements.get(fault.element)
        if facts is not None and facts.found_in is not None:
            takes = self._world.luck.ms(facts.found_in, f"found/{fault.element}")
            yield from self._work(run, team, takes)
        self._world.emit("fault_found", element=fault.element, step=run.name, by=team[0].id)
        news = [(("element", fault.element), "faulted")]
        self._people.learn(self._people.together(team[0]), news, "doing", run.name)

    def _repaired(self, element: str) -> None:
        fact = ("element", element)
        self._world.hold(fact, "sound")
        knowing = [p for p in self._people.states.values() if self._believes(p.id, fact)]
        self._people.learn(knowing, [(fact, "sound")], "message", element)

    def _believes(self, person: str, fact: tuple[str, str]) -> bool:
        belief = self._people.knowledge.of(person, fact)
        return belief is not None and belief.value == "faulted"

    def _seen(self, team: Team) -> Believed:
        knowledge = self._people.knowledge
        self._world.turned_to.dates_of(team[0].id)
        if self._start is None:
            self._start = at_start(self._world.net, knowledge)
        return Believed(self._world, self._plant, knowledge, team[0].id, self._start)

    def _found(self, run: StepRun, team: Team) -> Found:
        assert run.step.find is not None
        return Found(self._world, self._seen(team), run.step.find, team[0].spec.side)

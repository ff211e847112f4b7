"""One slip of somebody's hand: a step omitted, done twice, or done to the neighbouring device, and believed done; or
done as it is written, but late."""

from __future__ import annotations

from drillsim.simulation.core.world import World
from drillsim.simulation.people.people import PersonState
from drillsim.simulation.plan.card_run import StepRun


def slip(world: World, run: StepRun, person: PersonState) -> None:
    """If the scenario has the person slip, the step becomes what they do instead; nobody checks, so nobody notices.

    A slip happens once: of a step carried out for many, to the first instance that is begun after it is due.
    """
    world.asked.add(("wrong_action", run.step.id))
    event = world.slips.pop(run.step.id, None)
    if event is None:
        return
    if event.action == "late":
        run.late_ms = event.late_by
        world.emit("wrong_action", step=run.name, action="late", person=person.id, late_ms=event.late_by)
        return
    target = run.step.target
    found = {"omit": (), "repeat": (*target, *target), "neighbour": (event.instead or "", *target[1:])}[event.action]
    instead = {"instead": event.instead} if event.instead else {}
    world.emit("wrong_action", step=run.name, action=event.action, person=person.id, **instead)
    change: dict[str, object] = {"target": found, "success_check": None, "find": None}
    if event.action == "omit":
        change["do"] = "check"  # they are there and take their time, but touch nothing
    run.step = run.step.model_copy(update=change)

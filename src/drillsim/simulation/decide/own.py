"""The doings of people that no card says: operating, telling, asking, going somewhere."""

from __future__ import annotations

from drillsim.schema import NO_WORDS, Fixed, Step, Tell, Who
from drillsim.simulation.decide import decisions as d
from drillsim.simulation.decide.parts import Parts
from drillsim.simulation.plan.card_run import StepRun

CALL_MS = 30_000
"""Time one tells or asks, ms; as long as a message of the plan: assumed."""
RINGS_MS = 30_000
"""Time one lets it ring, ms: assumed."""


class OwnDoings:
    """Steps no card holds. Each is named after what is done: `open[101]`, the second time `open[101]2`."""

    def __init__(self, parts: Parts) -> None:
        self._parts, self._world, self._people = parts, parts.world, parts.people

    def act(self, decision: d.Act) -> None:
        """Whatever the verb does, to each target in turn."""
        targets = tuple(each for target in decision.target for each in self.targets_of(target))
        by = Who(operator=decision.by, supervisor=decision.supervisor or None)
        change = {"target": targets, "uses": decision.uses, "to": decision.to or None}
        self._begin(decision.target[0], _step(decision.do, by, **change))

    def targets_of(self, target: str) -> tuple[str, ...]:
        """The loads of a shedding tier; anything else is itself."""
        tier = self._world.plan.tiers.get(target)
        return tier.loads if tier is not None else (target,)

    def tell(self, decision: d.Tell | d.Ask) -> None:
        """One call, to whoever of the role answers first."""
        do = "report" if isinstance(decision, d.Tell) else "ask"
        channel = decision.channel or self.channel(decision.by, decision.to)
        no_answer = {"after": f"{RINGS_MS} ms", "then": "proceed"}
        tell = Tell.model_validate(
            {"to": decision.to, "facts": list(decision.facts), "channel": channel, "no_answer": no_answer}
        )
        self._begin(decision.to, _step(do, Who(operator=decision.by), tells=(tell,), takes=Fixed(CALL_MS)))

    def channel(self, by: str, to: str) -> str:
        """The way one takes where none is named; empty where the site has none."""
        plan, actors = self._world.plan, self._world.plan.actors
        own = [role for role, actor in actors.items() if by in actor.held_by]
        theirs = [to] if to in actors else [role for role, actor in actors.items() if to in actor.held_by]
        ways = (way for way in plan.contact_tree if way.from_ in own and way.to in theirs)
        listed = (channel for way in ways for channel in way.channels)
        return next(listed, next(iter(self._world.site.channels), ""))

    def go(self, decision: d.Go) -> None:
        """The person sets out, and stays there."""
        self._parts.journeys.send(self._people.states[decision.by], decision.place)

    def _begin(self, what: str, step: Step) -> None:
        progress, (by, stem) = self._parts.progress, (step.by.operator, f"{step.do}[{what}]")
        number = self._world.demand(f"own/{stem}")
        name = f"{stem}{number + 1}" if number else stem
        run = StepRun(name, step, None, len(progress.steps), status="ready", ready_ms=self._world.now)
        run.named, run.as_ordered, run.regardless = (by,), True, True
        run.watcher = step.by.supervisor or ""
        progress.add(run)
        self._world.emit("step_ready", step=name, card="")
        self._parts.perform.crew.enqueue(run)


def _step(do: str, by: Who, **more: object) -> Step:
    return Step(id="own", text=NO_WORDS, do="check", by=by).model_copy(update={"do": do, **more})

"""Cards as they are activated and closed."""

from __future__ import annotations

from drillsim.simulation.core.kernel import Priority
from drillsim.simulation.decide.parts import Parts
from drillsim.simulation.plan.card_run import CardRun


class Cards:
    """Carries out what is decided about cards."""

    def __init__(self, parts: Parts) -> None:
        self._world, self._people, self._progress = parts.world, parts.people, parts.progress

    def activate(self, card: str, person: str) -> None:
        """Idle until now; active at once, or when the time to decide on it is over."""
        run = self._progress.cards[card]
        run.leader = person
        self._progress.move_card(run, "deciding")
        if run.number > 1:
            self._progress.begin_again(run)
        self._world.emit("card_triggered", card=run.card.id, person=person, **_pass(run))
        decide = run.card.activation.decide
        if decide is None:
            self._begin(run)
        else:
            takes = self._world.luck.ms(decide, f"decide/{run.name}")
            self._world.kernel.after(takes, Priority.PEOPLE, lambda: self._begin(run))

    def _begin(self, run: CardRun) -> None:
        self._progress.move_card(run, "active")
        self._world.emit("card_active", card=run.card.id, person=run.leader, **_pass(run))
        leader = self._people.states[run.leader]
        self._people.learn(self._people.together(leader), [(("card", run.name), "active")], "doing", run.card.id)
        for step in self._progress.steps.of(run):
            self._progress.may_wait(step)
        self._world.kernel.ask(Priority.DECIDE)

    def close(self, card: str) -> None:
        """Active until now; what of it has not begun is dropped."""
        run = self._progress.cards[card]
        self._progress.move_card(run, "over")
        for step in self._progress.steps.of(run):
            if step.status == "resting":
                self._progress.drop(step)
            elif step.pending:
                self._progress.end(step, "dropped", "card_over")
        self._world.emit("card_over", card=run.card.id, **_pass(run))
        if run.card.again:
            self._progress.rearm(run)


def _pass(run: CardRun) -> dict[str, int]:
    """The number of the pass, from the second on."""
    return {"number": run.number} if run.number > 1 else {}

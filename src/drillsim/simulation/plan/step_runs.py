"""The step instances of one run. One that is written in the plan is made when somebody asks for it first: most runs
come near a few of the cards, and of the others nothing is needed but their triggers."""

from __future__ import annotations

from collections.abc import Mapping

from drillsim.simulation.plan.card_run import Batch, CardRun, StepRun, Written


class StepRuns:
    """By name: those of the first pass of each card, then those that came up later."""

    def __init__(self, written: Written, cards: Mapping[str, CardRun]) -> None:
        self._written, self._cards = written, dict(cards)
        """Cards in their first pass."""
        self._made: dict[str, StepRun] = {}
        self._added: dict[str, StepRun] = {}
        self._batches: dict[int, Batch] = {}
        self.at_item: dict[tuple[str, tuple[str, ...]], list[StepRun]] = {}
        """Instances for each item by the pool that does them, as far as anybody has come near them."""

    def __getitem__(self, name: str) -> StepRun:
        run = self._made.get(name) or self._added.get(name)
        return self._make(name) if run is None else run

    def get(self, name: str) -> StepRun | None:
        """The instance; None for what is none."""
        if name not in self:
            return None
        return self[name]

    def __contains__(self, name: str) -> bool:
        return name in self._written.steps or name in self._added

    def __len__(self) -> int:
        return len(self._written.steps) + len(self._added)

    def values(self) -> list[StepRun]:
        """Every instance, in file order, then in the order in which they came up."""
        return [*map(self.__getitem__, self._written.steps), *self._added.values()]

    def met(self) -> list[StepRun]:
        """Those somebody has asked for, and those that came up later; of every card that is not idle all."""
        return [*self._made.values(), *self._added.values()]

    def of(self, card: CardRun) -> list[StepRun]:
        """The instances of a pass of a card, in file order, then in the order in which they came up."""
        added = [run for run in self._added.values() if run.card is card]
        if self._cards.get(card.card.id) is not card:
            return added
        return [*map(self.__getitem__, self._written.of_card[card.card.id]), *added]

    def add(self, run: StepRun) -> None:
        """One that was not there from the start."""
        self._added[run.name] = run
        self._note_item(run)

    def _make(self, name: str) -> StepRun:
        card = self._cards[self._written.steps[name].card_id]
        run = self._made[name] = self._written.begin_step(name, card, self._batches)
        self._note_item(run)
        return run

    def _note_item(self, run: StepRun) -> None:
        if run.pool:
            self.at_item.setdefault((run.item, run.pool), []).append(run)

"""The states there beforehand that a run has rested on: with any other the run goes as it went.

The engine notes people, displays and stores as it takes something from them (`Run.turned_to`), resources and control
supplies as it asks about them (`Run.asked`). Beside that counts

- what a condition of the plan asks about a store or resource, whoever tests it,
- who learned of what a step waited for, as the ledger may date the wait by it.
"""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.campaign.outcome import Outcome
from drillsim.journal import Journal
from drillsim.schema import Compiled, Condition, Step, base_name, follows_from
from drillsim.simulation import Run

Key = tuple[str, str]
"""Kind of failure and its target."""


def rested_on(dossier: Compiled, run: Run, journal: Journal, outcome: Outcome) -> frozenset[Key] | None:
    """Kind and target of every failure that might have changed the run's outcome, were it there from T0 on; None where
    any might."""
    found = asked_in(dossier, run)
    if found is None or not outcome.ledger:
        return found
    return found | {("person_absent", name) for name in _who_learned(journal)}


def asked_in(dossier: Compiled, run: Run) -> frozenset[Key] | None:
    """Kind and target of every failure without which the run would perhaps not have happened as it did; None where any
    might be one."""
    if run.turned_to is None:
        return None
    return run.asked | run.turned_to | read_by_plan(dossier)


def _who_learned(journal: Journal) -> Iterator[str]:
    """Everybody who learned of anything that a step waited to be done or known."""
    waits = [event for event in journal.of("wait_begins") if event.data["reason"] in ("predecessor", "not_known")]
    waited = {name for event in waits for on in event.data["on"] for name in (on, base_name(on))}
    if waited:
        for event in journal.of("learned"):
            if any(name in waited for _, name, _ in event.data["facts"]):
                yield from event.data["people"]


@follows_from("plan")
def read_by_plan(dossier: Compiled) -> frozenset[Key]:
    """Stores and resources that a condition of the plan asks about."""
    plan = dossier.plan
    cards = (each for card in plan.all_cards() for each in (card.trigger, card.ends) if each)
    steps = (each for _, step in plan.steps() for each in (*step.conditions(), *_judged(step)))
    leaves = (leaf for condition in (*cards, *steps) for leaf in condition.leaves())
    return frozenset(
        key
        for leaf in leaves
        for key in (
            *(("store_empty", name) for name in leaf.store),
            *(("resource_unavailable", name) for name in leaf.resource),
        )
    )


def _judged(step: Step) -> Iterator[Condition]:
    """Yield the conditions the step is judged by, and those its ways turn on."""
    yield from (each for each in (step.success_check, *(option.when for option in step.options)) if each)

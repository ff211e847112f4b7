"""The dependencies of each question about a card or step: which facts, whose knowledge, and which other steps' ends.

Worked out from the written plan alone. An answer stands until one of these people learns one of these facts, comes or
goes, one of these steps ends, or a time it waits for comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from drillsim.schema import Compiled, Condition, follows_from
from drillsim.simulation.core.knowledge import Fact
from drillsim.simulation.plan.card_run import StepRun, Written, written
from drillsim.simulation.plan.question import Kind

Thing = tuple[Kind, str]
"""Subject of a question: the card, or the step by the name of its first time."""


@dataclass(frozen=True, slots=True)
class TurnsOn:
    """Not to be changed."""

    readers: Mapping[Thing, frozenset[str]]
    """Card or step → the people whose knowledge counts for it, and who may do it."""
    by_fact: Mapping[Fact, tuple[Thing, ...]]
    """Fact → cards and steps whose answer may change when somebody learns it."""
    by_end: Mapping[str, tuple[Thing, ...]]
    """Step → cards and steps whose answer may change when it ends."""
    held_until: Mapping[str, tuple[Thing, ...]]
    """Step → steps that are held up until it ends."""
    asked: Mapping[Thing, frozenset[Fact]]
    """Card or end of a card → every fact its condition asks about."""


@follows_from("customer", "network", "site", "plan")
def turns_on(dossier: Compiled) -> TurnsOn:
    """Return the dependencies of the cards and steps of a customer's plan."""
    plan = written(dossier)
    facts: dict[Fact, dict[Thing, None]] = {}
    ends: dict[str, dict[Thing, None]] = {}
    for thing, conditions, steps in (*_cards(plan), *_steps(plan)):
        for fact in (*_facts(plan, conditions), *(("step", name) for name in steps)):
            facts.setdefault(fact, {})[thing] = None
        for name in (*steps, *_grouped(plan, conditions)):
            ends.setdefault(name, {})[thing] = None
    for run in plan.steps.values():
        facts.setdefault(("card", run.card_id), {})["step", run.name] = None
    return TurnsOn(
        _readers(dossier, plan),
        {fact: tuple(things) for fact, things in facts.items()},
        {name: tuple(things) for name, things in ends.items()},
        _held_until(plan),
        {thing: frozenset(_facts(plan, conditions)) for thing, conditions, _ in _cards(plan)},
    )


def _readers(dossier: Compiled, plan: Written) -> dict[Thing, frozenset[str]]:
    actors = dossier.plan.actors
    found: dict[Thing, frozenset[str]] = {}
    for name, card in plan.cards.items():
        found["due", name] = found["over", name] = frozenset(actors[card.card.activation.by].held_by)
    for run in plan.steps.values():
        leaders = found["due", run.card_id]
        found["step", run.name] = leaders.union(*(actors[role].held_by for role in run.roles))
    return found


def _held_until(plan: Written) -> dict[str, tuple[Thing, ...]]:
    """For each step those that come after it, or after a step whose failure it answers."""
    followers: dict[str, dict[Thing, None]] = {}
    for run in plan.steps.values():
        before = run.batch.before if run.batch else None
        for name in (*run.step.predecessors, *run.also, *(before.names if before else ())):
            followers.setdefault(name, {})["step", run.name] = None
    found = {}
    for run in plan.steps.values():
        near = [plan.steps[name] for name in (run.name, *run.parents)]
        names = dict.fromkeys(name for each in near for name in (each.name, each.step.id))
        found[run.name] = tuple(thing for name in names for thing in followers.get(name, ()))
    return found


def _cards(plan: Written) -> Iterator[tuple[Thing, list[Condition], tuple[str, ...]]]:
    for name, run in plan.cards.items():
        yield ("due", name), [run.card.trigger], ()
        yield ("over", name), [run.card.ends] if run.card.ends else [], ()


def _steps(plan: Written) -> Iterator[tuple[Thing, list[Condition], tuple[str, ...]]]:
    for name, run in plan.steps.items():
        yield ("step", name), list(run.step.conditions()), tuple(_near(plan, run))


def _near(plan: Written, run: StepRun) -> Iterator[str]:
    """Steps on whose state it depends whether `run` may begin: those before it, and their branches and decisions."""
    yield from run.parents
    before = run.batch.before if run.batch else None
    yield from before.names if before else ()
    for written_name in (*run.step.predecessors, *run.also):
        for name in plan.groups.get(written_name, (written_name,)):
            one = plan.steps[name]
            yield name
            for other in (*one.answers, *one.parents, *one.decided_by):
                yield from plan.groups.get(other, (other,))


def _facts(plan: Written, conditions: Iterable[Condition]) -> Iterator[Fact]:
    for kind, subject in _asked(conditions):
        yield from ((kind, name) for name in plan.groups.get(subject, (subject,)))


def _grouped(plan: Written, conditions: Iterable[Condition]) -> Iterator[str]:
    """Instances of steps written once for many that conditions ask about: they count once all have ended."""
    for _, subject in _asked(conditions):
        yield from plan.groups.get(subject, ())


def _asked(conditions: Iterable[Condition]) -> Iterator[Fact]:
    return (fact for condition in conditions for leaf in condition.leaves() for fact in leaf.facts)

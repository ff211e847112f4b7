"""Which states that are there beforehand a run of one event turned on, read from its journal.

A person absent, a display dark, an empty tank changes a run only where somebody or something would have turned to it.
So a state is worth playing beside an event only if the event calls the plan and the run of the event alone shows it
consulted; with any other the run is that of the event alone. What the engine itself is asked about (hidden failures,
resources, control supplies) it notes (`Run.asked`); here is the rest:

- a *person* who learned anything, was asked, told, called or sent, or who holds a role that something waited for, be it
  that another went in the end. Who is on duty and hears of nothing is not consulted.
- a *display* from which anybody learned anything.
- a *store* that flowed or whose set was called, or that a card or step of the plan asks about.
- a *resource* that a card or step asks about.
"""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.journal import Event, Journal
from drillsim.schema import Compiled, Condition, Genset, Step, follows_from

Key = tuple[str, str]
"""Kind of failure and its target."""
_PEOPLE_AT = ("person", "people", "by", "to", "checked_by", "on")
"""Fields that may name people."""
_NOT_TURNED_TO = ("initial_state", "on_duty", "off_duty", "arrived", "fault_begins", "fault_ends")
"""Events that name people nobody turned to: who comes to his post by roster."""
_CALLS = ("card_triggered", "step_assigned")


def calls_the_plan(journal: Journal) -> bool:
    """Whether the run made a card begin or anybody act."""
    return next(iter(journal.of(*_CALLS)), None) is not None


def consulted(dossier: Compiled, journal: Journal) -> frozenset[Key]:
    """The states the run turned on; none where it does not call the plan."""
    return frozenset(_consulted(dossier, journal)) if calls_the_plan(journal) else frozenset()


def _consulted(dossier: Compiled, journal: Journal) -> Iterator[Key]:
    people = dossier.customer.people
    yield from read_by_plan(dossier)
    for event in journal.events:
        if event.t_ms < 0 or event.type in _NOT_TURNED_TO:
            continue
        for name in _names(event):
            if name in people:
                yield "person_absent", name
        for role in _roles(dossier, event):
            for name in dossier.plan.actors[role].held_by if role in dossier.plan.actors else ():
                yield "person_absent", name
        yield from _displays_and_stores(dossier, event)


def _names(event: Event) -> Iterator[str]:
    for field in _PEOPLE_AT:
        value = event.data.get(field)
        if isinstance(value, list):
            yield from value
        elif isinstance(value, str):
            yield value
    if event.type == "learned" and event.data["how"] == "asking":
        yield str(event.data["via"])


def _roles(dossier: Compiled, event: Event) -> Iterator[str]:
    """Roles whose every holder was asked for: those a step waits for, and those who do not answer."""
    if event.type == "message_unanswered":
        yield str(event.data["to"])
    elif event.type == "wait_begins" and event.data["reason"] != "predecessor":
        yield from _roles_by_step(dossier).get(str(event.data["step"]).partition("[")[0].partition("#")[0], ())
        if event.data["reason"] in ("permit", "order"):
            yield from (role for name in event.data["on"] for role in _deciders(dossier, name))


def _deciders(dossier: Compiled, name: str) -> Iterator[str]:
    """Who gives a permit; who writes and who checks an order."""
    plan = dossier.plan
    if name in plan.permits:
        yield plan.permits[name].from_
    elif name in plan.orders:
        yield plan.orders[name].written_by
        yield plan.orders[name].checked_by or plan.orders[name].written_by


@follows_from("site", "plan")
def _roles_by_step(dossier: Compiled) -> dict[str, tuple[str, ...]]:
    """Roles that may do or supervise each step; of a restart and a safe stop those of every function together."""
    found: dict[str, tuple[str, ...]] = {}
    for _, step in dossier.plan.steps():
        pool = step.for_each.pool if step.for_each else ()
        found[step.id] = tuple(role for role in (step.by.operator, step.by.supervisor, *pool) if role)
    for what in ("restart", "safe_stop"):
        specs = (getattr(function, what) for function in dossier.site.functions.values())
        found[what] = tuple(spec.by for spec in specs if spec and spec.by)
    return found


def _displays_and_stores(dossier: Compiled, event: Event) -> Iterator[Key]:
    if event.type == "learned" and event.data["how"] == "observation":
        yield "channel_lost", str(event.data["via"])
    elif "store" in event.data:
        yield "store_empty", str(event.data["store"])
    elif event.type == "genset_called":
        spec = dossier.site.sources.get(str(event.data["source"]))
        if isinstance(spec, Genset) and spec.fuel:
            yield "store_empty", spec.fuel


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
    """What the step is judged by, and what its ways turn on."""
    yield from (each for each in (step.success_check, *(option.when for option in step.options)) if each)

"""`again` on cards, `every` on steps: until something comes up a second time the run is, event by event, as without."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

import pytest

from drillsim.journal.events import Event
from drillsim.schema.compiled import Compiled
from drillsim.schema.dossier import Case
from drillsim.schema.plan import Card, Step
from drillsim.schema.step_name import number_of
from drillsim.simulation import simulate
from drillsim.units import MS_PER
from helpers.plans import EVERY_CUSTOMER
from helpers.shipped import scenario, scenario_paths, shipped
from helpers.thinned import thinned

HOUR = MS_PER["h"]
OWN = [
    (customer, name)
    for customer in EVERY_CUSTOMER
    for name, path in scenario_paths(customer).items()
    if path.parent.name == customer
][::2]


def _with(dossier: Compiled, **changed: object) -> Compiled:
    cards = tuple(_card(card, changed) for card in dossier.plan.cards)
    return replace(dossier, plan=dossier.plan.model_copy(update={"cards": cards}))


def _card(card: Card, changed: dict[str, object]) -> Card:
    if "again" in changed:
        return card.model_copy(update=changed)
    return card.model_copy(update={"steps": tuple(_step(step, changed) for step in card.steps)})


def _step(step: Step, changed: dict[str, object]) -> Step:
    return step.model_copy(update=changed) if step.do in ("check", "report") and step.until is None else step


def _played(dossier: Compiled, customer: str, name: str) -> tuple[Event, ...]:
    return simulate(Case(dossier, name, scenario(customer, name))).events


def _is_first(event: Event) -> bool:
    """Whether it is about a first time. What ends a first time may bring a second one up, which shows later."""
    return event.data.get("number", 1) == 1 and number_of(str(event.data.get("step", ""))) == 1


@pytest.mark.parametrize(("customer", "name"), thinned(OWN[::-1], 12), ids=lambda each: each)
def test_a_card_that_may_come_again_is_as_it_was_until_it_does(customer: str, name: str) -> None:
    was, now = (_played(each, customer, name) for each in (shipped(customer), _with(shipped(customer), again=True)))
    first = tuple(takewhile(_is_first, now))
    assert first == was[: len(first)]
    assert len(first) < len(now) or now == was


@pytest.mark.parametrize(("customer", "name"), thinned(OWN[::-2], 12), ids=lambda each: each)
def test_a_step_that_is_repeated_is_as_it_was_the_first_time(customer: str, name: str) -> None:
    """Every check and report, each hour: the plan's other steps mean its first time."""
    dossier = _with(shipped(customer), every=HOUR)
    was, now = _played(shipped(customer), customer, name), _played(dossier, customer, name)
    begun = takewhile(lambda event: _is_first(event) and event.t_ms < HOUR, now)
    first, alike = ([event[1:] for event in each if event.type != "card_over"] for each in (begun, was))
    assert first and first == alike[: len(first)]
    assert now == _played(dossier, customer, name)

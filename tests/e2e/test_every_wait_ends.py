"""In every run of which there is a golden journal each wait ends within its `wait_at_most`.

The gate plays one in a few of them, `.ci/full` all.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from drillsim.journal import Journal
from drillsim.schema.compiled import Compiled
from drillsim.schema.dossier import Case
from drillsim.schema.plan import Card, OnFailure, Plan, Step
from drillsim.simulation import simulate
from drillsim.units import MS_PER
from helpers.golden import Golden, every_golden
from helpers.plans import EVERY_CUSTOMER
from helpers.shipped import played, scenario, scenario_paths, shipped
from helpers.thinned import thinned
from helpers.waits_end import limited, waited_too_long

MIN = MS_PER["min"]
GOLDENS = [golden for golden in every_golden() if golden.exists()]


@pytest.mark.parametrize("golden", thinned(GOLDENS, 4), ids=lambda each: f"{each.customer}/{each.scenario}")
def test_every_wait_of_a_golden_journal_ends_in_time(golden: Golden) -> None:
    run = played(golden.scenario, customer=golden.customer)
    assert waited_too_long(run.case.dossier, run.journal) == []


@cache
def impatient(customer: str) -> Compiled:
    """The customer whose every step waits three minutes at most, and goes on without."""
    dossier = shipped(customer)
    cards = tuple(_impatient(card) for card in dossier.plan.cards)
    back = dossier.plan.restoration and _impatient(dossier.plan.restoration)
    plan: Plan = dossier.plan.model_copy(update={"cards": cards, "restoration": back})
    return replace(dossier, plan=plan)


def _impatient(card: Card) -> Card:
    return card.model_copy(update={"steps": tuple(map(_hurried, card.steps))})


def _hurried(step: Step) -> Step:
    answer = step.on_failure or OnFailure(then="continue")
    return step.model_copy(update={"wait_at_most": 3 * MIN, "on_failure": answer})


def _own(customer: str) -> list[str]:
    return [name for name, path in scenario_paths(customer).items() if path.parent.name == customer]


OWN = [(customer, name) for customer in EVERY_CUSTOMER for name in _own(customer)]


@pytest.mark.parametrize(("customer", "name"), thinned(OWN, 3), ids=lambda each: each)
def test_no_step_waits_longer_where_every_step_is_impatient(customer: str, name: str) -> None:
    journal = _played(customer, name)
    assert waited_too_long(impatient(customer), journal) == []


def _played(customer: str, name: str) -> Journal:
    return simulate(Case(impatient(customer), name, scenario(customer, name)))


def test_there_is_something_to_look_at() -> None:
    """Waits that began before and after the beginning of a step were cut in these runs."""
    states = [
        (row.state, row.started_ms is not None or bool(row.by))
        for customer, name in OWN[:6]
        for _, _, row in limited(impatient(customer), _played(customer, name)).values()
    ]
    assert ("timed_out", False) in states
    assert ("done", True) in states

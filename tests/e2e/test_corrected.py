"""The plans as finally corrected: every scenario that applies is judged and clean, or stands by name with what it
would take."""

from __future__ import annotations

from functools import cache
from typing import get_args

import pytest

from drillsim.findings.assess import assess
from drillsim.findings.codes import CODES
from drillsim.findings.finding import Finding
from drillsim.revision.recommendation import Kind
from drillsim.schema.dossier import Case
from drillsim.schema.target import unmatched
from drillsim.simulation import simulate
from helpers.corrected import CORRECTED, flow
from helpers.correction import LeftOut
from helpers.shipped import CHEMICAL, CUSTOMERS, DATA_CENTRE, HOSPITAL, played, scenario, scenario_paths, shipped
from helpers.thinned import thinned

SHIPPED_SHOW = {
    HOSPITAL: ("fuel-refill-off", "fuel-pump-off-long", "ups-fails", "ipswich-2019", "both-lost-night-autostart-fails"),
    DATA_CENTRE: ("ats-fails", "both-lost-night-autostart-fails", "holiday-both-lost"),
    CHEMICAL: ("consent-not-reached", "dcs-ups-fails", "instrument-air-runs-down"),
}
"""Scenarios the corrected plan answers and the shipped one does not."""


@cache
def applicable(customer: str) -> tuple[str, ...]:
    """Scenarios of the library and the customer's own that match something of his."""
    names = scenario_paths(customer)
    return tuple(name for name in names if not unmatched(Case(shipped(customer), name, scenario(customer, name))))


def judged() -> list[tuple[str, str]]:
    return [
        (each, name)
        for each in CUSTOMERS
        for name in applicable(each)
        if name not in CORRECTED[each].left_out and name not in CORRECTED[each].like
    ]


def listed() -> list[tuple[str, str, LeftOut]]:
    return [(each, name, why) for each in CUSTOMERS for name, why in CORRECTED[each].left_out.items()]


@cache
def found(customer: str, name: str) -> tuple[Finding, ...]:
    """Weak points of one run of the corrected customer."""
    case = Case(shipped(customer, *CORRECTED[customer].edits), name, scenario(customer, name))
    return assess(case, simulate(case, flow=flow(customer)))


def worst(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """Code and subject of what is severity A or a hazard."""
    return [(each.code, each.subject.id) for each in findings if each.severity == "A" or CODES[each.code].hazard]


@pytest.mark.parametrize(("customer", "name"), thinned(judged(), 5))
def test_the_corrected_plan_raises_no_severity_a_and_no_hazard(customer: str, name: str) -> None:
    assert unmatched(Case(shipped(customer, *CORRECTED[customer].edits), name, scenario(customer, name))) == ()
    assert worst(found(customer, name)) == []


@pytest.mark.parametrize(
    ("customer", "name", "why"), [pytest.param(*each, id=f"{each[0]}: {each[1]}: {each[2].why}") for each in listed()]
)
def test_what_is_left_out_applies_is_still_severe_and_says_what_it_would_take(
    customer: str, name: str, why: LeftOut
) -> None:
    assert name in applicable(customer)
    assert why.purchase
    assert worst(found(customer, name))


@pytest.mark.parametrize("customer", CUSTOMERS)
def test_every_scenario_that_applies_is_judged_or_listed_once(customer: str) -> None:
    of = CORRECTED[customer]
    played_here = [name for each, name in judged() if each == customer]
    assert sorted([*played_here, *of.left_out, *of.like]) == sorted(applicable(customer))
    assert set(of.like.values()) <= set(played_here)


@pytest.mark.parametrize("customer", CUSTOMERS)
def test_every_change_says_why_and_of_which_kind_it_is(customer: str) -> None:
    for change in CORRECTED[customer].changes:
        assert change.why
        assert change.kind in get_args(Kind)
        assert change.edits
        assert all(old != new for _, old, new in change.edits)


@pytest.mark.parametrize("customer", CUSTOMERS)
def test_by_far_the_most_scenarios_are_judged(customer: str) -> None:
    assert len(CORRECTED[customer].left_out) <= len(applicable(customer)) // 5


@pytest.mark.parametrize(("customer", "name"), [(each, name) for each, names in SHIPPED_SHOW.items() for name in names])
def test_the_plan_as_shipped_raises_severity_a_where_the_corrected_one_does_not(customer: str, name: str) -> None:
    run = played(name, customer=customer)
    assert worst(assess(run.case, run.journal))
    assert (customer, name) in judged()

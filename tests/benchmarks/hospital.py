"""The hospital on the bench, and the cases of it that are timed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from drillsim.campaign.case import case_of
from drillsim.campaign.runner import Runner, runner_of
from drillsim.campaign.spec import Spec, hours_of
from drillsim.campaign.unit import Unit, units
from drillsim.files.folder import load_customer
from drillsim.journal import Journal
from drillsim.network import flow_for
from drillsim.schema.dossier import Case
from drillsim.simulation.run import Run

ROOT = Path(__file__).parents[2]
SINGLE_FAULTS, PAIRS, TRIPLES = 12, 12, 4
"""How many of each are timed: a small sample, evenly spread over all there are."""
CANDIDATES = 12
"""Triples played to find those that run most of a card."""


@cache
def bench(order: int = 2) -> Runner:
    """N-1, N-2 or N-3 by day and night with 20 draws, with the fast power flow."""
    dossier = load_customer(ROOT / "plans" / "central-hospital").dossier
    spec = Spec(order=order, hours=hours_of(dossier, ("day", "night")), draws=20)
    return runner_of(dossier, {}, spec, flow_for(dossier.network))


def spread(order: int, size: int, many: int) -> list[Unit]:
    """So many units of `size` failures each, evenly spread over the campaign's order."""
    found = [unit for unit in units(bench(order).failures, bench(order).spec) if len(unit.members) == size]
    return [found[(2 * number + 1) * len(found) // (2 * many)] for number in range(many)]


def light() -> list[Case]:
    """Single and double faults."""
    return [_case(unit) for unit in (*spread(2, 1, SINGLE_FAULTS), *spread(2, 2, PAIRS))]


def heavy() -> list[Case]:
    """Triple faults in which people do most: both feeders lost, and each of the candidates' third."""
    cases = [_case(unit) for unit in _triples()]
    return sorted(cases, key=lambda case: -_done(play(case)))[:TRIPLES]


def _triples() -> list[Unit]:
    """Both feeders lost, and one failure more."""
    of = bench(3)
    feeders = [place for place, each in enumerate(of.failures) if each.fault == "source_lost"][:2]
    others = [place for place, each in enumerate(of.failures) if each.nature != "hidden" and place not in feeders]
    thirds = [others[(2 * number + 1) * len(others) // (2 * CANDIDATES)] for number in range(CANDIDATES)]
    return [
        Unit(number, of.spec.hours[number % 2], tuple(sorted((*feeders, third)))) for number, third in enumerate(thirds)
    ]


def _case(unit: Unit) -> Case:
    found = case_of(bench(), unit)
    assert found is not None
    return found


def play(case: Case) -> Journal:
    """One run as a campaign plays it, journal on."""
    run = Run(case, seed=1, draw=0, flow=bench().flow)
    run.advance(case.scenario.horizon)
    return run.finish()


def _done(journal: Journal) -> int:
    """Steps somebody began."""
    return sum(1 for _ in journal.of("step_begins"))


def names(cases: Sequence[Case]) -> list[str]:
    """What they are called."""
    return [case.scenario_id for case in cases]

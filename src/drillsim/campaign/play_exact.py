"""One unit answered exactly: every branch of the chances its base consults, each with its probability.

Only where every duration that is consulted is fixed; a drawn one makes the answer inexact, and the row says which. The
weight of branches left open is a row of its own, of which nothing is known, so that shares sum to one.
"""

from __future__ import annotations

from dataclasses import replace

from drillsim.campaign.case import case_of
from drillsim.campaign.exact import enumerate_chances
from drillsim.campaign.outcome import Outcome, failed, not_applicable
from drillsim.campaign.play import Row, UnitRows
from drillsim.campaign.rest import open_ended, play_to_rest, rest_outcome, strikes_nothing
from drillsim.campaign.runner import Runner
from drillsim.campaign.unit import Unit
from drillsim.schema import Case
from drillsim.simulation import Luck, Run

WEIGHT_BOUND = 1e-9
"""Weight that may be left open in one case."""
MOST_RUNS = 20_000


def play_exact(runner: Runner, unit: Unit) -> UnitRows:
    """A row for each branch, and one for what was left open."""
    case = case_of(runner, unit)
    if case is None:
        return UnitRows(unit.number, (_row(runner, unit, 0, not_applicable(runner.subjects), "", None),), 0)
    found = enumerate_chances(lambda luck: _outcome(runner, case, luck), weight_bound=WEIGHT_BOUND, most_runs=MOST_RUNS)
    why = ", ".join(found.continuous)
    leaves = [(leaf.probability, leaf.result) for leaf in found.leaves]
    if found.weight_left > 0:
        leaves.append((found.weight_left, replace(failed(runner.subjects), status="left_open")))
    rows = tuple(_row(runner, unit, number, outcome, why, share) for number, (share, outcome) in enumerate(leaves))
    return UnitRows(unit.number, rows, 0)


def _row(runner: Runner, unit: Unit, number: int, outcome: Outcome, why: str, share: float | None) -> Row:
    members = tuple(runner.failures[place].id for place in unit.members)
    is_played = outcome.status != "not_applicable"
    return Row(
        unit.number,
        runner.variant,
        members,
        unit.hour.name,
        unit.scenario,
        number,
        is_played,
        why,
        outcome,
        share,
    )


def _outcome(runner: Runner, case: Case, luck: Luck) -> Outcome:
    last = open_ended(runner, case)
    run = Run(last, seed=runner.spec.seed, luck=luck, flow=runner.flow)
    if strikes_nothing(runner, case, run):
        return not_applicable(runner.subjects)
    return rest_outcome(runner, case, play_to_rest(run, case, last.scenario.horizon))

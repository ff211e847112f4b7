"""One unit answered exactly: every branch of the chances its base consults, each with its probability.

Only where every duration that is consulted is fixed; a drawn one makes the answer inexact, and the row says which. The
weight of branches left open is a row of its own, of which nothing is known, so that shares sum to one.
"""

from __future__ import annotations

from dataclasses import replace

from drillsim.campaign.bench import Bench
from drillsim.campaign.case import case_of
from drillsim.campaign.exact import enumerate_chances
from drillsim.campaign.outcome import Outcome, failed, not_applicable
from drillsim.campaign.play import Row, UnitRows
from drillsim.campaign.rest import open_ended, play_to_rest, rest_outcome, strikes_nothing
from drillsim.campaign.unit import Unit
from drillsim.schema import Case
from drillsim.simulation import Luck, Run

WEIGHT_BOUND = 1e-9
"""Weight that may be left open in one case."""
MOST_RUNS = 20_000


def play_exact(bench: Bench, unit: Unit) -> UnitRows:
    """A row for each branch, and one for what was left open."""
    case = case_of(bench, unit)
    if case is None:
        return UnitRows(unit.number, (_row(bench, unit, 0, not_applicable(bench.subjects), "", None),), 0)
    found = enumerate_chances(lambda luck: _outcome(bench, case, luck), weight_bound=WEIGHT_BOUND, most_runs=MOST_RUNS)
    why = ", ".join(found.continuous)
    leaves = [(leaf.probability, leaf.result) for leaf in found.leaves]
    if found.weight_left > 0:
        leaves.append((found.weight_left, replace(failed(bench.subjects), status="left_open")))
    rows = tuple(_row(bench, unit, number, outcome, why, share) for number, (share, outcome) in enumerate(leaves))
    return UnitRows(unit.number, rows, 0)


def _row(bench: Bench, unit: Unit, number: int, outcome: Outcome, why: str, share: float | None) -> Row:
    members = tuple(bench.failures[place].id for place in unit.members)
    is_played = outcome.status != "not_applicable"
    return Row(
        unit.number,
        bench.variant,
        members,
        unit.hour.name,
        unit.scenario,
        number,
        is_played,
        why,
        outcome,
        share,
    )


def _outcome(bench: Bench, case: Case, luck: Luck) -> Outcome:
    last = open_ended(bench, case)
    run = Run(last, seed=bench.spec.seed, luck=luck, flow=bench.flow)
    if strikes_nothing(bench, case, run):
        return not_applicable(bench.subjects)
    return rest_outcome(bench, case, play_to_rest(run, case, last.scenario.horizon))

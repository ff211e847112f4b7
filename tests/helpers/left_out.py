"""The cases a campaign leaves out for a state nobody turned to, each of them played whole all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from random import Random

from drillsim.campaign.failure import Failure
from drillsim.campaign.play import Row
from drillsim.campaign.runner import Runner
from drillsim.campaign.spec import HourName
from drillsim.network import flow_for
from drillsim.schema.compiled import Compiled
from helpers.brute_force import bench_for, differences, played


@dataclass(frozen=True, slots=True)
class Tried:
    """One campaign with and without leaving out."""

    rows: int
    """Number of rows of the campaign that leaves out."""
    left_out: int
    """Number of these that a run without one of their states stands for."""
    wrong: list[tuple[tuple[str, ...], str, int]]
    """Cases, whatever stands for them, whose own run is another: members, hour, draw."""
    failed: list[str]
    """Reasons runs could not be carried out."""


def tried(runner: Runner) -> Tried:
    """Every case of the runner played whole against the row that stands for it."""
    whole, rows = played(runner, prune=False), played(runner, prune=True)
    left_out = sum(row.left_out for row in rows)
    return Tried(len(rows), left_out, differences(whole, rows), [row.why for row in whole if row.why])


def made_up(of: Compiled, number: int, order: int) -> Runner:
    """A runner of so many failures that every combination can be played: by twos every state with four events and five
    hidden failures, by threes two events, five states and a hidden one, drawn by number."""
    many = {"event": 4, "state": 99, "hidden": 5} if order == 2 else {"event": 2, "state": 5, "hidden": 1}
    return _drawn(bench_for(of, order, 1), number, many, lambda failure: failure.nature)


def thinned_out(of: Compiled, number: int, order: int, hour: HourName) -> Runner:
    """The same of a customer with many states: a few of every kind, drawn by number."""
    many = {"event": 3, "person": 4, "channel": 4, "store": 2, "resource": 1, "control": 1}
    if order == 3:
        many = {"event": 1, "hidden": 1} | dict.fromkeys(("person", "channel", "store", "resource", "control"), 1)
    runner = bench_for(of, order, 1, hours=(hour,))
    return _drawn(runner, number, many, lambda failure: failure.group if failure.nature == "state" else failure.nature)


def _drawn(runner: Runner, number: int, many: Mapping[str, int], kind_of: Callable[[Failure], str]) -> Runner:
    """The runner with so many failures of each kind."""
    draw = Random(number)
    kept = {
        each.id
        for kind, most in many.items()
        for each in _sample(draw, [one for one in runner.failures if kind_of(one) == kind], most)
    }
    failures = tuple(each for each in runner.failures if each.id in kept)
    return replace(runner, failures=failures, flow=flow_for(runner.dossier.network))


def _sample(draw: Random, found: list[Failure], most: int) -> list[Failure]:
    return draw.sample(found, min(most, len(found)))


def as_if_played(rows: Iterable[Row], whole: Iterable[Row]) -> list[Row]:
    """`rows` with what was left out played: its own outcome in the place of the one that stood for it."""
    own = {(row.members, row.hour, row.scenario, row.draw): row.outcome for row in whole}
    return [
        replace(row, played=True, left_out=False, outcome=own[row.members, row.hour, row.scenario, row.draw])
        if row.left_out
        else row
        for row in rows
    ]

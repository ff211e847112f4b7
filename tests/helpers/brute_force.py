"""A campaign played without leaving anything out, and its failure sets found by trying every part of every set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations

from drillsim.campaign.answer import answer
from drillsim.campaign.failure import Failure
from drillsim.campaign.outcome import VERDICTS, Outcome
from drillsim.campaign.play import Row, play_unit
from drillsim.campaign.result import FailureSet
from drillsim.campaign.runner import Runner, runner_of
from drillsim.campaign.spec import HourName, Spec, hours_of
from drillsim.campaign.table import schema, table
from drillsim.campaign.unit import units
from drillsim.network import Memo, PandapowerFlow
from drillsim.schema.compiled import Compiled
from helpers.campaign_rows import HandRows

MISSED = VERDICTS.index("missed")
Found = tuple[tuple[str, ...], tuple[str, ...], float]
"""Members, what they break, and in which share of draws and hours."""


def bench_for(
    of: Compiled,
    order: int,
    draws: int,
    keep: Callable[[Failure], bool] = lambda failure: True,
    hours: tuple[HourName, ...] = ("night",),
) -> Runner:
    """The runner of a campaign of those failures of the customer that are to be kept."""
    spec = Spec(order=order, hours=hours_of(of, hours), draws=draws)
    runner = runner_of(of, {}, spec, Memo(PandapowerFlow(of.network)))
    return replace(runner, failures=tuple(each for each in runner.failures if keep(each)))


def played(runner: Runner, *, prune: bool) -> list[Row]:
    """Every row of the campaign."""
    of = replace(runner, spec=replace(runner.spec, prune=prune))
    return [row for unit in units(of.failures, of.spec) for row in play_unit(of, unit, range(of.spec.draws)).rows]


def differences(brute: Sequence[Row], pruned: Sequence[Row]) -> list[tuple[tuple[str, ...], str, int]]:
    """Cases whose run is not, figure for figure, the one that stands for it in the pruned campaign: that of its largest
    part that was played."""
    known = {(frozenset(row.members), row.hour, row.draw): row for row in pruned}
    return [
        (row.members, row.hour, row.draw)
        for row in brute
        if _figures(row.outcome) != _figures(_stands_for(row, known).outcome)
    ]


def _stands_for(row: Row, known: dict[tuple[frozenset[str], str, int], Row]) -> Row:
    for size in range(len(row.members), -1, -1):
        for part in combinations(row.members, size):
            if (found := known.get((frozenset(part), row.hour, row.draw))) is not None:
                return found
    raise LookupError(row.members)


def _figures(outcome: Outcome) -> Outcome:
    """All of it but how many lines the journal has: each failure that is put in begins with one."""
    return replace(outcome, events=0)


def sets_by_trying(runner: Runner, brute: Sequence[Row]) -> list[Found]:
    """Failure sets straight from their definition, ordered by members."""
    rows: dict[frozenset[str], list[Row]] = {}
    for row in brute:
        rows.setdefault(frozenset(row.members), []).append(row)
    broken = {members: _broken(runner, of) for members, of in rows.items()}
    found = []
    for members, breaks in broken.items():
        smaller = {each for part, broke in broken.items() if part < members for each in broke}
        own = tuple(each for each in breaks if each not in smaller)
        if own:
            missing = [row for row in rows[members] if set(own) & set(_broken(runner, [row]))]
            found.append((tuple(sorted(members)), own, len(missing) / len(rows[members])))
    return sorted(found)


def _broken(runner: Runner, rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(
        each.id for at, each in enumerate(runner.subjects) if any(row.outcome.verdicts[at] == MISSED for row in rows)
    )


def sets_answered(runner: Runner, pruned: Sequence[Row]) -> list[Found]:
    """Failure sets as the campaign answers them from its own rows, ordered by members."""
    store = HandRows((table(pruned, schema(runner.subjects)),))
    return sorted(_told(each) for each in answer([runner], store).failure_sets)


def _told(found: FailureSet) -> Found:
    return tuple(sorted(found.members)), found.breaks, found.probability

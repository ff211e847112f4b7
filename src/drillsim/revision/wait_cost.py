"""The cost of each wait: the run again, same luck, with that one wait at zero.

Cost = milliseconds by which the worst protected outage shrinks (protected: loads and functions with a limit). When
no single wait can shorten the worst one (a function harmed for good, a load dark to the horizon whatever people do),
that one says nothing about waits: it is left out, with everything else no wait moves that is at least as long, and
the worst of the rest is the yardstick. A wait without which things got worse cost nothing. Waits for a predecessor
cost 0 by definition: their minutes are those of the step waited for, and are costed there. The instances of a step
written once for many, or repeated, wait together: each is given what all of them together cost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from drillsim.journal import Journal, StepRow, function_outages, load_outages, step_rows
from drillsim.revision.player import Player
from drillsim.revision.pool import Pool
from drillsim.schema import Case, Dossier, base_name, step_of
from drillsim.simulation import WhatIf

P = TypeVar("P", bound="Replayed")
WaitKey = tuple[str, str]
"""Step instance and reason."""
Outages = Mapping[str, int]
"""Longest interruption of each protected load and function, ms."""


@dataclass(frozen=True, slots=True)
class CostliestWait:
    """The wait that cost most."""

    step: str
    reason: str
    on: tuple[str, ...]
    clause: str
    """Clause of the step; empty for a step no clause wrote."""
    ms: int
    """Length of the wait, ms, all parts together."""
    cost_ms: int


@dataclass(frozen=True, slots=True)
class Without:
    """The longest interruption of each protected load and function, and what it is without each wait."""

    base: Outages
    outages: Mapping[WaitKey, Outages]
    """By wait; of the waits for a predecessor there is none."""


class Replayed(Protocol):
    """The player and case a run is played again with."""

    @property
    def player(self) -> Player:
        """Luck and network of the run."""
        ...

    @property
    def case(self) -> Case:
        """The run as it was played."""
        ...


def without_waits(
    case: Case, journal: Journal, pool: Pool[P], told: Callable[[int, int], None] = lambda done, of: None
) -> Without:
    """The run again, once for each wait of more than nothing, with that one at zero; `told` hears how many are done."""
    asked = _together(case.dossier, [key for key in wait_lengths(step_rows(journal)) if key[1] != "predecessor"])
    outages: dict[WaitKey, Outages] = {}
    told(0, len(asked))
    for number, (keys, found) in enumerate(
        zip(asked.values(), pool.map(_outages_without, asked.values()), strict=True)
    ):
        outages |= dict.fromkeys(keys, found)
        told(number + 1, len(asked))
    return Without(protected_outages(case.dossier, journal), outages)


def wait_costs(journal: Journal, without: Without) -> dict[WaitKey, int]:
    """Cost in ms of every wait of more than nothing, in journal order of the steps."""
    yardstick = _yardstick(without.base, tuple(without.outages.values()))
    worst = max((without.base[name] for name in yardstick), default=0)
    left = {key: max((found[n] for n in yardstick), default=0) for key, found in without.outages.items()}
    return {key: max(0, worst - left.get(key, worst)) for key in wait_lengths(step_rows(journal))}


def _together(dossier: Dossier, keys: list[WaitKey]) -> dict[WaitKey, list[WaitKey]]:
    """The keys by what one run more is made for: the written step and the reason."""
    found: dict[WaitKey, list[WaitKey]] = {}
    many = {step.id for _, step in dossier.plan.steps() if step.for_each or step.every is not None}
    for step, reason in keys:
        name = base_name(step)
        found.setdefault((name if name in many else step, reason), []).append((step, reason))
    return found


def costliest(case: Case, journal: Journal, costs: Mapping[WaitKey, int]) -> CostliestWait | None:
    """The wait that cost most, ties by length, then by the order of the journal; None when none cost anything."""
    lengths = wait_lengths(step_rows(journal))
    paid = [key for key, cost in costs.items() if cost > 0]
    if not paid:
        return None
    key = max(paid, key=lambda each: (costs[each], lengths[each]))
    waits = [wait for row in step_rows(journal) if row.step == key[0] for wait in row.waits if wait.reason == key[1]]
    on = tuple(dict.fromkeys(name for wait in waits if wait.span.ms > 0 for name in wait.on))
    return CostliestWait(*key, on, clause_of(case.dossier, key[0]), lengths[key], costs[key])


def wait_lengths(rows: Iterable[StepRow]) -> dict[WaitKey, int]:
    """Length of each wait of more than nothing, all its parts together, in journal order."""
    found: dict[WaitKey, int] = {}
    for row in rows:
        for wait in row.waits:
            if wait.span.ms > 0:
                found[row.step, wait.reason] = found.get((row.step, wait.reason), 0) + wait.span.ms
    return found


def protected_outages(dossier: Dossier, journal: Journal) -> dict[str, int]:
    """Longest interruption of each load and function that has a limit, in file order; 0 for one never dark."""
    loads, functions, site = load_outages(journal), function_outages(journal), dossier.site
    named = [row.name for row in dossier.network.loads if _is_limited(site.loads.get(row.name))]
    spans = {name: loads.get(name, ()) for name in named}
    spans |= {name: functions.get(name, ()) for name, spec in site.functions.items() if _is_limited(spec)}
    return {name: max((span.ms for span in found), default=0) for name, found in spans.items()}


def clause_of(dossier: Dossier, step: str) -> str:
    """Clause of a step instance; empty for a step no clause wrote."""
    found = step_of(dossier.plan, step)
    return found[1].clause if found else ""


def _is_limited(spec: object) -> bool:
    return getattr(spec, "max_interruption", None) is not None or getattr(spec, "harm", None) is not None


def _outages_without(replayed: Replayed, keys: list[WaitKey]) -> Outages:
    journal = replayed.player.play(replayed.case, WhatIf(frozenset(keys)))
    return protected_outages(replayed.case.dossier, journal)


def _yardstick(base: Outages, without: tuple[Outages, ...]) -> tuple[str, ...]:
    """Return the subjects the cost is measured on: all that is protected, but for what no wait moves and is as long as
    the worst that some wait does move."""
    moved = [name for name, ms in base.items() if any(found[name] < ms for found in without)]
    worst = max((base[name] for name in moved), default=0)
    return tuple(name for name, ms in base.items() if name in moved or ms < worst)

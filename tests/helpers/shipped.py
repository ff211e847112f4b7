"""The shipped customers in tests: loaded as they are or with edits of their texts, and run with shared power flows."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from drillsim.files.folder import load_customer
from drillsim.files.scenario_file import find_scenarios, load_scenario
from drillsim.findings.verdict import verdicts
from drillsim.journal.record import Journal
from drillsim.journal.timeline import Interval, StepRow, load_outages, step_rows
from drillsim.network import Memo, PandapowerFlow, flow_for
from drillsim.schema.compiled import Compiled
from drillsim.schema.dossier import Case
from drillsim.schema.scenario import Scenario
from drillsim.simulation import simulate
from drillsim.simulation.core.what_if import AS_IT_IS, WhatIf

ROOT = Path(__file__).resolve().parents[2]
HOSPITAL = "central-hospital"
WATERWORKS = "oberrhein-waterworks"
DATA_CENTRE = "data-centre"
AIRPORT = "airport"
CHEMICAL = "chemical-plant"
CUSTOMERS = (HOSPITAL, WATERWORKS, DATA_CENTRE, AIRPORT, CHEMICAL)
MIN = 60_000

Edit = tuple[str, str, str]
"""File name, text that stands in it once, what stands there instead."""


@cache
def shipped(customer: str, *edits: Edit) -> Compiled:
    """A shipped customer, its files changed as `edits` say."""
    if not edits:
        return load_customer(ROOT / "plans" / customer).dossier
    with TemporaryDirectory() as place:
        folder = Path(place) / customer
        shutil.copytree(ROOT / "plans" / customer, folder)
        for name, old, new in edits:
            text = (folder / name).read_text(encoding="utf-8")
            assert text.count(old) == 1, f"{text.count(old)} times in {name}: {old}"
            (folder / name).write_text(text.replace(old, new), encoding="utf-8", newline="\n")
        return load_customer(folder).dossier


def scenario_paths(customer: str) -> Mapping[str, Path]:
    """Scenario files for `customer` by name: the library's and its own."""
    return find_scenarios(ROOT / "plans" / customer)


@cache
def scenario(customer: str, name: str) -> Scenario:
    """The scenario `name` of the library or of `customer`."""
    return load_scenario(scenario_paths(customer)[name]).scenario


@cache
def flow(customer: str, *, fast: bool) -> Memo:
    """Return the power flow of a shipped customer; runs share what it keeps."""
    network = shipped(customer).network
    return flow_for(network) if fast else Memo(PandapowerFlow(network))


@dataclass(frozen=True)
class Played:
    """One run of a shipped customer."""

    case: Case
    journal: Journal

    @property
    def steps(self) -> dict[str, StepRow]:
        return {row.step: row for row in step_rows(self.journal)}

    @property
    def outages(self) -> dict[str, tuple[Interval, ...]]:
        return load_outages(self.journal)

    def longest_min(self, load: str) -> float:
        """Longest interruption of `load`, minutes."""
        return max((span.ms for span in self.outages[load]), default=0) / MIN

    def worst_ms(self) -> int:
        """Longest interruption of anything with a limit."""
        return max(verdict.outage_ms for verdict in verdicts(self.case, self.journal) if verdict.protected)


def played(
    name: str,
    *edits: Edit,
    customer: str = HOSPITAL,
    seed: int = 1,
    what_if: WhatIf = AS_IT_IS,
    without: str = "",
    fast: bool = False,
) -> Played:
    """Scenario `name` played against `customer`; `without` leaves the events with that fault out. pandapower answers,
    or the fast engine."""
    told = scenario(customer, name)
    events = tuple(event for event in told.events if event.fault != without)
    case = Case(shipped(customer, *edits), name, told.model_copy(update={"events": events}))
    return Played(case, simulate(case, seed=seed, flow=flow(customer, fast=fast), what_if=what_if))


def costliest(
    name: str, *edits: Edit, seed: int = 1, without: str = ""
) -> tuple[int, str, str, tuple[str, ...]] | None:
    """Minutes saved by the wait whose absence helps most, its step, reason and what it waits on; None if none helps.

    Worked out here by hand, one run a wait: the product's own costing has its own tests.
    """
    base = played(name, *edits, seed=seed, without=without)
    worst = base.worst_ms()
    found: list[tuple[int, int, str, str, tuple[str, ...]]] = []
    for row, wait in _costable(base.steps.values()):
        zero = WhatIf(frozenset([(row.step, wait[0])]))
        gain = worst - played(name, *edits, seed=seed, without=without, what_if=zero).worst_ms()
        found.append((gain, wait[2], row.step, wait[0], wait[1]))
    gain, _, step, reason, on = max(found, key=lambda each: each[:2])
    return (gain // MIN, step, reason, on) if gain > 0 else None


def _costable(rows: Iterable[StepRow]) -> list[tuple[StepRow, tuple[str, tuple[str, ...], int]]]:
    """Waits worth a run: what a step waits for its predecessors for is their doing, and seconds cost seconds."""
    longest: dict[tuple[str, str], tuple[StepRow, tuple[str, tuple[str, ...], int]]] = {}
    for row in rows:
        for wait in row.waits:
            key = (row.step, wait.reason)
            if wait.reason != "predecessor" and wait.span.ms >= MIN // 2 and key not in longest:
                longest[key] = (row, (wait.reason, wait.on, wait.span.ms))
    return list(longest.values())

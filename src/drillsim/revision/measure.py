"""The figures compared before and after a change: verdicts, outages, hazards, weak points and waits of one run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from drillsim.findings import Finding, Verdict, View, is_critical, weak_points
from drillsim.journal import Event, Journal
from drillsim.revision.kept import Done, done_in
from drillsim.revision.wait_cost import WaitKey, protected_outages, wait_lengths
from drillsim.schema import Case, Compiled, follows_from


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """One run judged."""

    scenario: str
    journal: Journal
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    outages: Mapping[str, int]
    """Longest interruption of each protected load and function, ms."""
    waits: Mapping[WaitKey, int]
    harmed: tuple[str, ...]
    """Functions that are harmed."""
    hazards: Counter[tuple[str, ...]]
    """Number of times each hazard arose: its kind, and where."""
    critical: frozenset[str]
    """Protected loads and functions that are safety-critical."""
    min_supply_ms: Mapping[str, int]
    """Time own supply of a load has to last, ms, where it says so."""
    done: Done
    """Safety acts, reports and warnings."""

    @property
    def worst_ms(self) -> int:
        """Longest interruption of anything protected."""
        return max(self.outages.values(), default=0)


def measured(case: Case, journal: Journal, *, weak: bool = True) -> Measured:
    """The run in `journal` judged; `weak`: its weak points too, which no comparison asks for."""
    view, dossier = View(case, journal), case.dossier
    return Measured(
        scenario=case.scenario_id,
        journal=journal,
        verdicts=view.verdicts,
        findings=weak_points(view) if weak else (),
        outages=protected_outages(dossier, journal),
        waits=wait_lengths(view.rows),
        harmed=tuple(verdict.id for verdict in view.verdicts if verdict.why == "harmed"),
        hazards=Counter(_hazard(event) for event in journal.of("hazard")),
        critical=frozenset(v.id for v in view.verdicts if v.protected and is_critical(dossier, v.kind, v.id)),
        min_supply_ms=min_supply_times(dossier),
        done=done_in(case, journal, view.rows),
    )


@follows_from("site")
def min_supply_times(dossier: Compiled) -> Mapping[str, int]:
    """Return the time own supply of each load has to last, ms, where the site says so."""
    return {name: load.min_supply_time for name, load in dossier.site.loads.items() if load.min_supply_time is not None}


def _hazard(event: Event) -> tuple[str, ...]:
    return str(event.data["hazard"]), *sorted(map(str, event.data["parts"]))


def measures(run: Measured, wait: WaitKey | None) -> dict[str, Any]:
    """The run in a few numbers, the most telling first; the same keys for every run compared. Times in ms."""
    found: dict[str, Any] = {
        "worst_outage_ms": run.worst_ms,
        "harmed": len(run.harmed),
        "missed": sum(1 for verdict in run.verdicts if verdict.verdict == "missed"),
        "protected_outage_ms": sum(run.outages.values()),
        "hazards": run.hazards.total(),
        "weak_points_a": sum(1 for each in run.findings if each.severity == "A"),
        "weak_points": len(run.findings),
    }
    if wait is not None:
        found["wait_ms"] = run.waits.get(wait, 0)
    found["outages"] = {name: ms for name, ms in run.outages.items() if ms}
    found["verdicts"] = {verdict.id: verdict.verdict for verdict in run.verdicts if verdict.protected}
    return found

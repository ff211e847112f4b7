"""What is compared before and after a change: verdicts, outages, hazards, weak points and waits of one run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from drillsim.findings import Finding, Verdict, View, weak_points
from drillsim.journal import Journal
from drillsim.revision.wait_cost import WaitKey, protected_outages, wait_lengths
from drillsim.schema import Case


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

    @property
    def hazards(self) -> int:
        """How many hazards."""
        return sum(1 for _ in self.journal.of("hazard"))

    @property
    def worst_ms(self) -> int:
        """Longest interruption of anything protected."""
        return max(self.outages.values(), default=0)


def measured(case: Case, journal: Journal) -> Measured:
    """The run in `journal` judged."""
    view = View(case, journal)
    return Measured(
        scenario=case.scenario_id,
        journal=journal,
        verdicts=view.verdicts,
        findings=weak_points(view),
        outages=protected_outages(case.dossier, journal),
        waits=wait_lengths(view.rows),
    )


def measures(run: Measured, wait: WaitKey | None) -> dict[str, Any]:
    """The run in a few numbers, the most telling first; the same keys for every run compared. Times in ms."""
    harmed = [verdict.id for verdict in run.verdicts if verdict.why == "harmed"]
    found: dict[str, Any] = {
        "worst_outage_ms": run.worst_ms,
        "harmed": len(harmed),
        "missed": sum(1 for verdict in run.verdicts if verdict.verdict == "missed"),
        "protected_outage_ms": sum(run.outages.values()),
        "hazards": run.hazards,
        "weak_points_a": sum(1 for each in run.findings if each.severity == "A"),
        "weak_points": len(run.findings),
    }
    if wait is not None:
        found["wait_ms"] = run.waits.get(wait, 0)
    found["outages"] = {name: ms for name, ms in run.outages.items() if ms}
    found["verdicts"] = {verdict.id: verdict.verdict for verdict in run.verdicts if verdict.protected}
    return found

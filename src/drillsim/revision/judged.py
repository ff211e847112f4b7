"""The gravity of a wait, judged by the run without it.

The severity a journal gives a wait is an upper bound: it could have cost a limit. The run in which that one wait is at
zero tells whether it did; it may lower the severity, never raise it. Both stay on record.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from drillsim.findings import Finding, View, order, severity, unexplained
from drillsim.revision.wait_cost import WaitKey, Without


def by_counterfactual(view: View, findings: Iterable[Finding], without: Without) -> tuple[Finding, ...]:
    """The findings, those about waits with the severity the runs without these waits leave them; worst first."""
    judged = tuple(_judged(view, each, without) for each in findings)
    told = {(each.code, each.subject) for each in judged}
    left = (each for each in unexplained(view, judged) if (each.code, each.subject) not in told)
    return tuple(sorted((*judged, *left), key=order))


def _judged(view: View, finding: Finding, without: Without) -> Finding:
    keys = [key for key in _waits(finding) if key in without.outages]
    if finding.severity_basis != "journal" or not keys:
        return finding
    limits = {name for key in keys for name, ms in without.outages[key].items() if ms < without.base[name]}
    helped = [missed for missed in view.missed if missed.id in limits and missed.id in finding.endangers]
    lower = max(finding.severity, severity(finding.code, helped))
    ids = tuple(dict.fromkeys(missed.id for missed in helped))
    return replace(
        finding, severity=lower, severity_basis="counterfactual", severity_journal=finding.severity, endangers=ids
    )


def _waits(finding: Finding) -> list[WaitKey]:
    return [(step, reason) for step in finding.steps for reason in finding.waits]

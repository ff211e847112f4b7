"""The plan alone: what would have been, had every role done what the plan says when it says.

Same files, same luck, and the injects the room had, each at the time it came; so what differs is what people decided.
"""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.journal import Journal
from drillsim.network import PowerFlow
from drillsim.schema import Case
from drillsim.simulation import FACILITATOR, Decision, PlanOperator, Run, decision_of

INJECTS = ("inject", "withdraw", "inform")
"""Decisions of whoever leads the drill that bring something in."""


def injected(journal: Journal) -> Iterator[tuple[int, Decision]]:
    """Yield what was brought in, each with its time, ms."""
    for event in journal.of("decision"):
        if event.data["by"] == FACILITATOR and event.data["decision"] in INJECTS:
            yield event.t_ms, decision_of(event.data["decision"], FACILITATOR, event.data["what"])


def played_alone(case: Case, journal: Journal, flow: PowerFlow) -> Journal:
    """Return the journal of the plan alone up to the moment at which the drill ended."""
    header = journal.header
    run = Run(
        case, seed=int(header.get("seed", 1)), draw=int(header.get("draw", 0)), flow=flow, operators=[PlanOperator()],
        record=True, header={"digests": header.get("digests", {})},
    )  # fmt: skip
    for t_ms, decision in injected(journal):
        run.advance(t_ms)
        run.submit(decision)
    run.advance(journal.end_ms)
    run.advance(journal.end_ms)
    return run.finish()

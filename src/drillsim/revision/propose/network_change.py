"""Purchases that change the network. No edit touches its file: they stand without one, for the meeting, and say so."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.findings import Finding
from drillsim.findings.facts import G09, S03
from drillsim.revision.propose.draft import draft, figure
from drillsim.revision.recommendation import Owner, Recommendation
from drillsim.revision.review_context import ReviewContext


def network_changes(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """S03: what was overloaded, larger; G09: a second UPS where the only one gave up. None for other weak points."""
    facts, subject = finding.facts, finding.subject.id
    if isinstance(facts, S03):
        told = {"element": subject, "percent": figure(facts.loading_percent)}
        new = context.naming.words("new-larger-branch", **told)
        owner: Owner = "both" if _is_feeder(context, subject) else "customer"
        yield draft(context, finding, "larger", new, kind="purchase", owner=owner)
    elif isinstance(facts, G09) and facts.what != "overload":
        new = context.naming.words("new-second-ups", ups=subject)
        yield draft(context, finding, "second", new, kind="purchase", buys="ups")


def _is_feeder(context: ReviewContext, name: str) -> bool:
    return any(row.name == name for row in context.dossier.network.ext_grid)

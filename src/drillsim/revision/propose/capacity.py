"""A feeder that the supply company cuts off because it gives more than was agreed: agreed for what hangs on it."""

from __future__ import annotations

import math
from collections.abc import Iterator

from drillsim.findings import Finding
from drillsim.findings.facts import S03
from drillsim.revision.propose.draft import SITE, dotted, draft, figure, set_in
from drillsim.revision.recommendation import AssumedEffect, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Feeder

_MARGIN, _STEP_KW = 1.1, 50.0
"""Agreed with a tenth to spare, in steps of so many kW; assumed."""


def agreed(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """S03: where the loading of a feeder went beyond what the supply company gives over it, what it gives in an
    emergency is agreed for the loading seen, or for all that the customer drew when the run began: the other feeder may
    be the one that is lost."""
    name, facts = finding.subject.id, finding.facts
    spec = context.site.sources.get(name)
    if not isinstance(spec, Feeder) or spec.capacity_kw is None or not isinstance(facts, S03):
        return
    seen_kw = spec.capacity_kw * facts.loading_percent / 100
    drawn_kw = sum(float(each["demand_kw"]) for each in context.journal.initial.get("loads", {}).values())
    due = math.ceil(max(seen_kw, drawn_kw) * _MARGIN / _STEP_KW) * _STEP_KW
    if due <= spec.capacity_kw:
        return
    path = ("sources", name, "capacity_kw")
    assumed = AssumedEffect(SITE, dotted(path), "kw", spec.capacity_kw, due, basis="revision-basis-capacity")
    told = {"feeder": name, "kw": figure(due), "now": figure(spec.capacity_kw)}
    yield draft(
        context, finding, "capacity", context.naming.words("new-capacity", **told), [set_in(SITE, path, f"{due:g}")],
        kind="purchase", owner="both", old=context.naming.words("old-capacity", **told), assumed=assumed,
        place="agreement",
    )  # fmt: skip

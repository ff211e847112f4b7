"""A lost control supply: a changeover that drives itself from the side it goes to, or a larger battery."""

from __future__ import annotations

import math
from collections.abc import Iterator

from drillsim.findings import Finding
from drillsim.findings.facts import A01, A08
from drillsim.revision.propose.draft import SITE, dotted, draft, remove_in, set_in
from drillsim.revision.recommendation import AssumedEffect, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Ats

_MARGIN = 1.25
"""A battery is bought with a quarter to spare: 80 % of its capacity is its end of life (practice)."""
_MOST_TIMES = 2


def of_its_own(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """A08, A01: a changeover that did not act for want of its control supply takes its drive from the live side."""
    for name in _silent(finding):
        spec = context.site.transfers.get(name)
        if not isinstance(spec, Ats) or spec.control_supply is None:
            continue
        path = ("transfers", name, "control_supply")
        assumed = AssumedEffect(SITE, dotted(path), "yes_no", 0, 1, basis="revision-basis-own-drive")
        new = context.naming.words("new-own-drive", transfer=name, supply=spec.control_supply)
        old = context.naming.words("old-own-drive", transfer=name, supply=spec.control_supply)
        yield draft(
            context, finding, f"own-drive-{name}", new, [remove_in(SITE, path)], kind="purchase", old=old,
            assumed=assumed, buys="control_supply",
        )  # fmt: skip


def battery(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """A08: the battery of a control supply that ran out, so that something did not act, holds until the charger is
    back; never more than twice."""
    facts = finding.facts
    spec = context.site.dc_supplies.get(finding.subject.id)
    if not isinstance(facts, A08) or facts.cause != "battery" or not facts.silent or spec is None:
        return
    wanted = math.ceil((facts.held_ms + facts.lost_ms) * _MARGIN / 1_800_000) * 1_800_000
    if not spec.lasts < wanted <= _MOST_TIMES * spec.lasts:
        return
    path = ("dc_supplies", finding.subject.id, "lasts")
    assumed = AssumedEffect(SITE, dotted(path), "s", spec.lasts / 1_000, wanted / 1_000, basis="revision-basis-battery")
    new = context.naming.words("new-dc-battery", supply=finding.subject.id, wanted_ms=wanted)
    old = context.naming.words("old-dc-battery", supply=finding.subject.id, now_ms=spec.lasts)
    edits = [set_in(SITE, path, f"{wanted // 1_000} s")]
    yield draft(context, finding, "dc-battery", new, edits, kind="purchase", old=old, assumed=assumed, buys="battery")


def _silent(finding: Finding) -> tuple[str, ...]:
    """Changeovers that did not act for want of control supply."""
    facts = finding.facts
    if isinstance(facts, A08):
        return facts.silent
    return (finding.subject.id,) if isinstance(facts, A01) and facts.reason == "control_supply" else ()

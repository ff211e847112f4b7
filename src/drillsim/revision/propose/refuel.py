"""The card for fuel begins at a higher level of the tank, while there is still time to fill it."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Path, Tree
from drillsim.findings import Finding
from drillsim.findings.facts import G03
from drillsim.revision.propose.draft import PLAN, draft, set_in
from drillsim.revision.recommendation import FileEdit, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Card

STEP_PERCENT = 5
"""Levels are written in steps of so much."""


def at_a_higher_level(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G03, G04: half-way between the level at which the card begins now and the one at which the pump should have
    started, or the full tank where there is no pump; with the same level in the steps of the card."""
    store = finding.facts.store if isinstance(finding.facts, G03) else finding.subject.id
    spec = context.site.stores.get(store)
    for card in context.plan.cards if spec else ():
        levels = [
            leaf.below_percent for leaf in card.trigger.leaves() if leaf.kind == "store" and store in leaf.subjects
        ]
        now = next((each for each in levels if each is not None), None)
        starts = [flow.starts_below_percent for flow in spec.in_ if flow.starts_below_percent] if spec else []
        if now is None or not _is_seen(context, card, store):
            continue
        top = min(starts, default=100.0)
        wanted = int((now + top) / 2 // STEP_PERCENT * STEP_PERCENT)
        if now < wanted < top:
            yield _proposed(context, finding, card, store, now, wanted)


def _is_seen(context: ReviewContext, card: Card, store: str) -> bool:
    """Return whether the level shows where whoever begins the card has their post."""
    posts = {context.post_of(person) for person in context.on_duty(card.activation.by, context.journal.start_ms)}
    displays = (each for each in context.site.observations.values() if each.shown_at in posts)
    return any(store in sight.store for each in displays for sight in each.sees)


def _proposed(
    context: ReviewContext, finding: Finding, card: Card, store: str, now: float, wanted: int
) -> Recommendation:
    new = context.naming.words(
        "new-refuel", card=card.clause or card.id, role=card.activation.by, store=store, percent=f"{wanted}",
        now=f"{now:g}",
    )  # fmt: skip
    edits = list(_raised(context, context.card_path(card.id), store, now, wanted))
    owner = context.owner(card.activation.by)
    return draft(context, finding, f"level-{store}", new, edits, owner=owner, clause=card.clause)


def _raised(context: ReviewContext, path: Path, store: str, now: float, wanted: int) -> Iterator[FileEdit]:
    """Every level of the tank that the card goes by."""
    node: Tree = context.tree(PLAN)
    for part in path:
        node = node[part]  # type: ignore[index]
    if isinstance(node, dict):
        if node.get("store") == store and "below_percent" in node and float(str(node["below_percent"])) == now:
            yield set_in(PLAN, (*path, "below_percent"), f"{wanted}")
            return
        for key in node:
            yield from _raised(context, (*path, key), store, now, wanted)
    elif isinstance(node, list):
        for number in range(len(node)):
            yield from _raised(context, (*path, number), store, now, wanted)

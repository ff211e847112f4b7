"""Own supply that by its stores lasts shorter than is asked of it, though nothing ran dry in the run: more is kept."""

from __future__ import annotations

import math
from collections.abc import Iterator

from drillsim.files import Path
from drillsim.revision.need import ShortStore
from drillsim.revision.propose.draft import SITE, dotted, draft, figure, set_in
from drillsim.revision.recommendation import AssumedEffect, Recommendation
from drillsim.revision.review_context import ReviewContext

_MARGIN = 1.1
"""A store lasts a tenth longer than is asked; assumed."""
_FULL = 0.9
"""Share of its capacity that a store is kept at: what a delivery leaves free (practice)."""
_MOST_TIMES = 2
_STEP_L = 50.0


def more_kept(context: ReviewContext, need: ShortStore) -> Iterator[Recommendation]:
    """The store holds what is asked for: kept fuller where it has room for it, else larger, never more than twice."""
    name = need.store
    spec = context.site.stores[name]
    lacking = need.held_l * (need.asked_ms / need.lasts_ms * _MARGIN - 1)
    level = math.ceil((spec.level_l + lacking) / _STEP_L) * _STEP_L
    path: Path = ("stores", name, "level_l")
    old = context.naming.words("old-store", store=name, level=figure(spec.level_l), capacity=figure(spec.capacity_l))
    full = _FULL * spec.capacity_l
    if level <= full:
        assumed = AssumedEffect(SITE, dotted(path), "l", spec.level_l, full, basis="revision-basis-kept-full")
        card = context.first_card("customer")
        new = context.naming.words(
            "new-kept-full", store=name, level=figure(full), percent=figure(100 * _FULL),
            role=card.activation.by if card else "none",
        )  # fmt: skip
        yield draft(
            context, need, "kept-full", new, [set_in(SITE, path, f"{full:g}")], kind="purchase", old=old,
            assumed=assumed, buys="delivery", place="resources",
        )  # fmt: skip
    elif lacking <= (_MOST_TIMES - 1) * need.held_l:
        capacity = math.ceil(max(spec.capacity_l, level / _FULL) / _STEP_L) * _STEP_L
        edits = [set_in(SITE, ("stores", name, "capacity_l"), f"{capacity:g}"), set_in(SITE, path, f"{level:g}")]
        assumed = AssumedEffect(SITE, dotted(path), "l", spec.level_l, level, basis="revision-basis-store")
        new = context.naming.words("new-store", store=name, level=figure(level), capacity=figure(capacity))
        yield draft(context, need, "store", new, edits, kind="purchase", old=old, assumed=assumed, buys="tank")

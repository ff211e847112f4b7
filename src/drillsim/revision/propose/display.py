"""Facts nobody sees in time: shown where the people who act on them sit."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.findings.facts import G03
from drillsim.revision.propose.draft import SITE, append_in, draft, set_in
from drillsim.revision.recommendation import FileEdit, Recommendation
from drillsim.revision.review_context import ReviewContext


def show_source(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G01, G02: the state of the genset on a display at the post of those who start the card for it."""
    return _show(context, finding, "source", finding.subject.id, finding.subject.id)


def show_level(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G03, G04: the level of the tank on a display at the post of those who start the card for it."""
    store = finding.facts.store if isinstance(finding.facts, G03) else finding.subject.id
    return _show(context, finding, "store", store, finding.subject.id)


def _show(context: ReviewContext, finding: Finding, kind: str, thing: str, subject: str) -> Iterator[Recommendation]:
    if thing not in (context.site.stores if kind == "store" else context.site.sources):
        return
    role = next((card.activation.by for card in context.plan.all_cards() if _mentions(card, kind, thing)), None)
    if role is None:
        card = context.first_card("customer")
        role = card.activation.by if card else None
    post = next((context.post_of(name) for name in context.on_duty(role, 0)), None) if role else None
    if post is None or _is_shown(context, kind, thing, post):
        return
    new = context.naming.words(f"new-show-{kind}", thing=thing, place=post)
    edits = [_edit(context, kind, thing, post)]
    yield draft(context, finding, f"show-{thing}", new, edits, kind="purchase", clause="", buys="display")


def _mentions(card: object, kind: str, thing: str) -> bool:
    trigger = getattr(card, "trigger")  # noqa: B009 (a card or the restoration, both have one)
    return any(leaf.kind == kind and thing in leaf.subjects for leaf in trigger.leaves())


def _is_shown(context: ReviewContext, kind: str, thing: str, post: str) -> bool:
    displays = [each for each in context.site.observations.values() if each.shown_at == post]
    return any(thing in getattr(sight, kind) for each in displays for sight in each.sees)


def _edit(context: ReviewContext, kind: str, thing: str, post: str) -> FileEdit:
    """Added to a display that is there already, or a new one."""
    sight: Tree = {kind: thing}
    for name, each in context.site.observations.items():
        if each.shown_at == post and len(each.sees) and each.needs:
            return append_in(SITE, ("observations", name, "sees"), sight)
    name = context.new_name(f"display-{thing}")
    return set_in(SITE, ("observations", name), {"sees": [sight], "shown_at": post, "source": "assumed"})

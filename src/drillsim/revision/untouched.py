"""The runs an edit cannot change: those in which no card it touches was ever triggered.

A card nobody triggers does nothing, whatever its steps say. Levels of tanks are the exception: a condition on one puts
its level on the clock whether the card is active or not. And a branch may belong to another card. Such edits, and
edits of anything but the steps of a card, are played again everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable

from drillsim.files import Remove, Tree
from drillsim.journal import Journal
from drillsim.revision.recommendation import FileEdit
from drillsim.schema import Card, Compiled, Plan

NOT_PLAYED = ("version", "status", "reason", "effective", "next_review", "sign_offs", "revised_because")
"""Fields of a plan that no run looks at."""


def cards_touched(edits: Iterable[FileEdit], plan: Plan) -> frozenset[str] | None:
    """Cards whose steps `edits` change; None when they may change more than that."""
    found = [_card(each, plan) for each in edits]
    return None if None in found else frozenset(name for name in found if name)


def cards_between(was: Compiled, now: Compiled) -> frozenset[str] | None:
    """Return the cards whose steps differ between two versions of a customer; None where more than that differs that a
    run may look at."""
    if (was.customer, was.network, was.site) != (now.customer, now.network, now.site):
        return None
    old, new = was.plan.all_cards(), now.plan.all_cards()
    blank = {"cards": (), "restoration": None, **dict.fromkeys(NOT_PLAYED)}
    if was.plan.model_copy(update=blank) != now.plan.model_copy(update=blank) or len(old) != len(new):
        return None
    pairs = tuple(zip(old, new, strict=True))
    if any(_more_differs(mine, theirs) for mine, theirs in pairs):
        return None
    return frozenset(mine.id for mine, theirs in pairs if mine.steps != theirs.steps)


def _more_differs(mine: Card, theirs: Card) -> bool:
    """Return whether two cards differ in more than steps nobody carries out before the card is triggered."""
    if mine.model_copy(update={"steps": ()}) != theirs.model_copy(update={"steps": ()}):
        return True
    return _reach(mine) != _reach(theirs)


def _reach(card: Card) -> tuple[object, ...]:
    """Return what steps reach beyond their card: branches, which may name steps of others, and levels of tanks."""
    branches = tuple((step.id, step.on_failure, step.options) for step in card.steps if step.on_failure or step.options)
    judged = (each for step in card.steps for each in (step.success_check, *(option.when for option in step.options)))
    asked = (each for step in card.steps for each in step.conditions())
    leaves = (leaf for each in (*asked, *judged) if each for leaf in each.leaves())
    return branches, frozenset(repr(leaf) for leaf in leaves if leaf.store)


def is_untouched(journal: Journal, touched: frozenset[str] | None) -> bool:
    """Return whether none of the cards `touched` was triggered in the run."""
    return touched is not None and not any(event.data["card"] in touched for event in journal.of("card_triggered"))


def _card(edit: FileEdit, plan: Plan) -> str | None:
    path = edit.edit.path
    if edit.file != "plan.yaml" or isinstance(edit.edit, Remove) or "on_failure" in path:
        return None
    if _reaches_further(edit.edit.value):
        return None
    if path[:1] == ("restoration",) and path[1:2] == ("steps",) and plan.restoration:
        return plan.restoration.id
    if path[:1] == ("cards",) and path[2:3] == ("steps",) and isinstance(path[1], int):
        return plan.cards[path[1]].id if path[1] < len(plan.cards) else None
    return None


def _reaches_further(value: Tree) -> bool:
    """Return whether what is written names a tank's level or a branch for failure."""
    if isinstance(value, dict):
        return any(key in ("store", "on_failure") or _reaches_further(each) for key, each in value.items())
    return isinstance(value, list) and any(_reaches_further(each) for each in value)

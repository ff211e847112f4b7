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
from drillsim.schema import Card, Compiled, Plan, Step

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
    found = [(mine.id, _differing(mine, theirs)) for mine, theirs in zip(old, new, strict=True)]
    if any(steps is None or any(_looks_further(step) for step in steps) for _, steps in found):
        return None
    return frozenset(card for card, steps in found if steps)


def _differing(mine: Card, theirs: Card) -> tuple[Step, ...] | None:
    """Return the steps of either that the other has not just so; None where the cards differ in more."""
    if mine.model_copy(update={"steps": ()}) != theirs.model_copy(update={"steps": ()}):
        return None
    if mine.steps == theirs.steps:
        return ()
    return (*(each for each in mine.steps if each not in theirs.steps), *theirs.steps)


def _looks_further(step: Step) -> bool:
    """Return whether the step names a tank's level or a branch for failure."""
    judged = (step.success_check, *(option.when for option in step.options))
    conditions = (*step.conditions(), *(each for each in judged if each))
    return step.on_failure is not None or any(leaf.store for each in conditions for leaf in each.leaves())


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

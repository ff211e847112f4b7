"""The spoiling of a card: it goes, nobody starts it, it is over too early or never."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from helpers.blind.change import Edit, Operator, Spoiled, Trees, listed, plan


def _spoil(card: Any, what: str, *edits: Edit, forbids: str = "", more: tuple[str, ...] = ()) -> Spoiled:
    return Spoiled(f"{card['id']}: {what}", (card["id"], *more), edits, forbids)


def card_goes(trees: Trees) -> Iterator[Spoiled]:
    """The card goes."""
    for path, card in trees.cards():
        if path[0] == "cards":
            steps = tuple(step["id"] for step in card["steps"])
            yield _spoil(
                card, "goes", plan(*path), forbids="B1-9: one card each", more=(*steps, *listed(card.get("covers")))
            )


def no_restoration(trees: Trees) -> Iterator[Spoiled]:
    """Nothing leads back to normal."""
    if "restoration" in trees.plan:
        card = trees.plan["restoration"]
        yield _spoil(
            card,
            "no way back",
            plan("restoration"),
            forbids="B1-12",
            more=("restoration", *(step["id"] for step in card["steps"])),
        )


def never_true(trees: Trees) -> Iterator[Spoiled]:
    """The trigger cannot come true."""
    bus = trees.network["bus"][0]["name"]
    never = [{"bus": bus, "is": "live"}, {"bus": bus, "is": "dead"}]
    for path, card in trees.cards():
        yield _spoil(card, "never due", plan(*path, "trigger", value={"all": [card["trigger"], *never]}))


def other_trigger(trees: Trees) -> Iterator[Spoiled]:
    """The trigger is about the next bus or source of the network."""
    for path, card in trees.cards():
        trigger = card["trigger"]
        for kind, names in (
            ("bus", [row["name"] for _, row in trees.rows("bus")]),
            ("source", list(trees.table("sources"))),
        ):
            if kind in trigger:
                first, *rest = listed(trigger[kind])
                other = names[(names.index(first) + 1) % len(names)]
                yield _spoil(
                    card, f"due for {other}", plan(*path, "trigger", kind, value=[other, *rest]), more=(first, other)
                )


def due_late(trees: Trees) -> Iterator[Spoiled]:
    """The trigger must hold for three hours."""
    for path, card in trees.cards():
        if "bus" in card["trigger"] or "source" in card["trigger"]:
            yield _spoil(card, "due after 3 h", plan(*path, "trigger", "for", value="3 h"))


def who_cannot_know(trees: Trees) -> Iterator[Spoiled]:
    """Started by a role of the other side, or the last of the list."""
    roles = list(trees.plan["actors"])
    for path, card in trees.cards():
        mine = card["activation"]["by"]
        other = next(role for role in reversed(roles) if role != mine)
        yield _spoil(card, f"started by {other}", plan(*path, "activation", "by", value=other), more=(mine, other))


def decided_late(trees: Trees) -> Iterator[Spoiled]:
    """Four hours to decide."""
    for path, card in trees.cards():
        yield _spoil(card, "decided in 4 h", plan(*path, "activation", "decide", value="4 h"))


def no_end(trees: Trees) -> Iterator[Spoiled]:
    """The card never ends."""
    for path, card in trees.cards():
        if "ends" in card:
            yield _spoil(card, "no end", plan(*path, "ends"))


def ends_at_once(trees: Trees) -> Iterator[Spoiled]:
    """It is over as soon as its trigger is known."""
    for path, card in trees.cards():
        yield _spoil(card, "ends at once", plan(*path, "ends", value=card["trigger"]))


def no_level(trees: Trees) -> Iterator[Spoiled]:
    """The response level goes."""
    for path, card in trees.cards():
        if "level" in card:
            yield _spoil(card, "no level", plan(*path, "level"), forbids="B1-8")


def covers_less(trees: Trees) -> Iterator[Spoiled]:
    """The card no longer says what it covers."""
    for path, card in trees.cards():
        if card.get("covers"):
            yield _spoil(card, "covers nothing", plan(*path, "covers"), more=tuple(listed(card["covers"])))


OPERATORS: dict[str, Operator] = {
    "card goes": card_goes,
    "no restoration": no_restoration,
    "trigger never true": never_true,
    "other trigger": other_trigger,
    "trigger late": due_late,
    "started by who cannot know": who_cannot_know,
    "decided late": decided_late,
    "no end": no_end,
    "ends at once": ends_at_once,
    "no level": no_level,
    "covers nothing": covers_less,
}
"""By name."""

"""What operators are written with: edits that fold in missing tables, a helper who is always there, and his card."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from helpers.blind.change import Edit, listed
from planted.defect import Defect, Situation
from planted.ground import Ground

Planter = Callable[[Ground], Iterator[Defect]]
"""Every place of one customer where a defect of one kind can stand."""

HAND = "planted-hand"
CARD = "planted-card"
LONG_AGO, SOME_DAY = "2026-01-01", "2028-05-31"
CERTIFICATE = "高压电工"


def put(ground: Ground, file: str, *path: str | int, value: Any) -> Edit:
    """An edit that also stands where the tables on the way are missing."""
    at = getattr(ground.trees, file)
    for number, part in enumerate(path[:-1]):
        if isinstance(at, dict) and part not in at:
            for inner in reversed(path[number + 1 :]):
                value = {inner: value}
            return Edit(file, path[: number + 1], value)
        at = at[part]
    return Edit(file, path, value)


def active(ground: Ground, situation: Situation, side: str = "customer") -> list[tuple[tuple[str | int, ...], Any]]:
    """Cards of a side that the sound run activates, first come first: path in plan.yaml and card."""
    view = ground.view(situation)
    order = [str(event.data["card"]) for event in view.events("card_active")]
    found = [(path, card) for path, card in ground.trees.cards() if path[0] == "cards" and card["id"] in order]
    sides = [(path, card) for path, card in found if card.get("side", "customer") == side]
    return sorted(sides, key=lambda each: order.index(each[1]["id"]))


def post(ground: Ground, role: str, situation: Situation) -> str:
    """Where a holder of the role stands when the situation begins."""
    people = ground.view(situation).journal.initial["people"]
    there = (people[name] for name in ground.holders(role) if name in people)
    return next((str(each["place"]) for each in there if each["on_duty"]), "")


def hand(place: str) -> tuple[Edit, ...]:
    """A helper of the customer's who is always there, alone in his role."""
    person = {
        "name": "Planted Hand",
        "side": "customer",
        "certificates": [{"kind": CERTIFICATE, "until": SOME_DAY}],
        "shifts": [{"from": "00:00", "to": "24:00", "place": place}],
        "last_contact_test": "2026-06-20",
    }
    role = {"name": {"zh": "帮手", "en": "Helper"}, "side": "customer", "held_by": [HAND]}
    return (Edit("customer", ("people", HAND), person), Edit("plan", ("actors", f"{HAND}-role"), role))


def step(id_: str, do: str, **more: Any) -> dict[str, Any]:
    """A step of the helper's."""
    return {
        "id": id_,
        "clause": f"99.{id_[-1]}",
        "text": {"zh": "协助", "en": "Help"},
        "do": do,
        "by": f"{HAND}-role",
        "takes": "1 min",
        "takes_source": "assumed",
        "within": "2 h",
        **more,
    }


def helped(ground: Ground, situation: Situation, *steps: dict[str, Any], trigger: Any = None) -> tuple[Edit, ...]:
    """The helper and his card, which begins with the first card of the customer's own."""
    first = next(card for _, card in active(ground, situation) if post(ground, card["activation"]["by"], situation))
    card = {
        "id": CARD,
        "title": {"zh": "协助", "en": "Help"},
        "clause": "99",
        "covers": listed(first.get("covers")),
        "level": "III",
        "trigger": trigger or first["trigger"],
        "activation": {"by": f"{HAND}-role", "decide": "30 s"},
        "steps": list(steps),
    }
    return (*hand(post(ground, first["activation"]["by"], situation)), Edit("plan", ("cards", "+"), card))


def first_step(ground: Ground, step_: Any) -> str:
    """Role that carries out a step."""
    return str(step_["by"] if isinstance(step_["by"], str) else step_["by"]["operator"])


def certified(ground: Ground) -> bool:
    """Whether roles of this customer ask for certificates."""
    return any("certificate" in row for row in ground.trees.plan["actors"].values())

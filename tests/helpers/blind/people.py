"""The spoiling of roles, people, permits and papers."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.blind.change import Operator, Spoiled, Trees, customer, listed, plan

LONG_AGO = "2026-01-01"


def held_by_nobody(trees: Trees) -> Iterator[Spoiled]:
    """A role has no holder."""
    for name in trees.plan["actors"]:
        yield Spoiled(f"{name} held by nobody", (name,), (plan("actors", name, "held_by", value=[]),), "B1-6")


def held_by_one(trees: Trees) -> Iterator[Spoiled]:
    """A role has one holder, in one of the shifts."""
    for name, role in trees.plan["actors"].items():
        holders = listed(role["held_by"])
        if len(holders) > 1:
            yield Spoiled(
                f"{name} held by {holders[0]} alone",
                (name, *holders),
                (plan("actors", name, "held_by", value=holders[:1]),),
                "B1-6: A/B roles",
            )


def _roles(trees: Trees, person: str) -> tuple[str, ...]:
    return tuple(name for name, role in trees.plan["actors"].items() if person in listed(role["held_by"]))


def certificate_expired(trees: Trees) -> Iterator[Spoiled]:
    """A certificate has run out."""
    for name, person in trees.customer["people"].items():
        for number, paper in enumerate(person.get("certificates", ())):
            yield Spoiled(
                f"{name}: {paper['kind']} run out",
                (name, *_roles(trees, name)),
                (customer("people", name, "certificates", number, "until", value=LONG_AGO),),
                "B1-1: certificates",
            )


def no_certificate(trees: Trees) -> Iterator[Spoiled]:
    """A person has no certificate."""
    for name, person in trees.customer["people"].items():
        if person.get("certificates"):
            yield Spoiled(
                f"{name}: no certificate",
                (name, *_roles(trees, name)),
                (customer("people", name, "certificates"),),
                "B1-1: certificates",
            )


def shift_shortened(trees: Trees) -> Iterator[Spoiled]:
    """A shift lasts an hour."""
    for name, person in trees.customer["people"].items():
        for number, shift in enumerate(person.get("shifts", ())[:1]):
            hour = (int(shift["from"].split(":")[0]) + 1) % 24
            yield Spoiled(
                f"{name}: on duty for an hour",
                (name, *_roles(trees, name)),
                (customer("people", name, "shifts", number, "to", value=f"{hour:02}:00"),),
            )


def comes_late(trees: Trees) -> Iterator[Spoiled]:
    """A person off duty needs six hours."""
    for name, person in trees.customer["people"].items():
        if "comes_in" in person.get("off_duty", {}):
            yield Spoiled(
                f"{name}: six hours away",
                (name, *_roles(trees, name)),
                (customer("people", name, "off_duty", "comes_in", value="6 h"),),
            )


def does_not_come(trees: Trees) -> Iterator[Spoiled]:
    """A person off duty cannot be called."""
    for name, person in trees.customer["people"].items():
        if "off_duty" in person:
            yield Spoiled(
                f"{name}: not called in", (name, *_roles(trees, name)), (customer("people", name, "off_duty"),)
            )


def _asking(trees: Trees, permit: str) -> tuple[str, ...]:
    """The steps that ask for a permit, and their cards: they are concerned too."""
    found = [(step["id"], card["id"]) for _, step, card in trees.steps() if permit in listed(step.get("target"))]
    return tuple(name for pair in found for name in pair)


def _cards_of(trees: Trees, steps: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(card["id"] for _, step, card in trees.steps() if step["id"] in steps))


def permit_slow(trees: Trees) -> Iterator[Spoiled]:
    """The dispatcher decides in four hours."""
    for name, permit in trees.plan.get("permits", {}).items():
        yield Spoiled(
            f"{name} in 4 h",
            (name, permit["from"], *_asking(trees, name)),
            (plan("permits", name, "decides_in", value="4 h"),),
        )


def permit_covers_less(trees: Trees) -> Iterator[Spoiled]:
    """A device is no longer covered by the permit."""
    for name, permit in trees.plan.get("permits", {}).items():
        covered = listed(permit["covers"])
        for each in covered if len(covered) > 1 else ():
            left = [other for other in covered if other != each]
            yield Spoiled(
                f"{name} without {each}", (name, each), (plan("permits", name, "covers", value=left),), "B2 permits"
            )


def permit_goes(trees: Trees) -> Iterator[Spoiled]:
    """The permit goes."""
    for name, permit in trees.plan.get("permits", {}).items():
        yield Spoiled(f"{name} goes", (name, *listed(permit["covers"])), (plan("permits", name),), "B2 permits")


def order_goes(trees: Trees) -> Iterator[Spoiled]:
    """A written order goes."""
    for name, order in trees.plan.get("orders", {}).items():
        yield Spoiled(
            f"{name} goes",
            (name, *listed(order["binds"]), *_cards_of(trees, listed(order["binds"]))),
            (plan("orders", name),),
            "B2: 操作票",
        )


def order_unchecked(trees: Trees) -> Iterator[Spoiled]:
    """Nobody checks a written order."""
    for name, order in trees.plan.get("orders", {}).items():
        if "checked_by" in order:
            yield Spoiled(f"{name} unchecked", (name, *listed(order["binds"])), (plan("orders", name, "checked_by"),))


def contact_goes(trees: Trees) -> Iterator[Spoiled]:
    """A row of the contact tree goes."""
    for number, way in enumerate(trees.plan.get("contact_tree", ())):
        yield Spoiled(
            f"contact {way['from']} → {way['to']} goes",
            (way["from"], way["to"]),
            (plan("contact_tree", number),),
            "B1-7",
        )


def resource_goes(trees: Trees) -> Iterator[Spoiled]:
    """A resource goes."""
    for name, row in trees.plan.get("resources", {}).items():
        asked = "B1-13" if "brings" in row or row.get("kind") in ("fuel", "vehicle") else ""
        yield Spoiled(f"{name} goes", (name, row.get("brings", name)), (plan("resources", name),), asked)


def agreement_expired(trees: Trees) -> Iterator[Spoiled]:
    """An agreement has run out."""
    for name, row in trees.plan.get("resources", {}).items():
        if "agreement_until" in row:
            yield Spoiled(
                f"{name} agreement run out",
                (name,),
                (plan("resources", name, "agreement_until", value=LONG_AGO),),
                "B1-13",
            )


def resource_slow(trees: Trees) -> Iterator[Spoiled]:
    """A vehicle or delivery takes a day."""
    for name, row in trees.plan.get("resources", {}).items():
        if "mobilise" in row:
            yield Spoiled(
                f"{name} in a day",
                (name, row.get("brings", name)),
                (plan("resources", name, "mobilise", value="24 h"),),
            )


def taken_in_storm(trees: Trees) -> Iterator[Spoiled]:
    """In a storm others have it."""
    for name, row in trees.plan.get("resources", {}).items():
        if "mobilise" in row:
            yield Spoiled(
                f"{name} taken in a storm",
                (name, row.get("brings", name)),
                (plan("resources", name, "taken_in_storm", value="1"),),
            )


def not_signed(trees: Trees) -> Iterator[Spoiled]:
    """One side has not signed."""
    for number, sign in enumerate(trees.plan.get("sign_offs", ())):
        yield Spoiled(
            f"not signed by {sign['side']}", (sign["side"], trees.plan["id"]), (plan("sign_offs", number),), "B1-0"
        )


def review_overdue(trees: Trees) -> Iterator[Spoiled]:
    """The plan should have been reviewed."""
    if "next_review" in trees.plan:
        yield Spoiled("review overdue", (trees.plan["id"],), (plan("next_review", value=LONG_AGO),), "B1-0")


def class_out_of_scope(trees: Trees) -> Iterator[Spoiled]:
    """The plan claims a class no card covers."""
    named = {one for _, card in trees.cards() for one in listed(card.get("covers"))}
    new = next(one for one in ("FLOOD", "FIRE", "CYB", "STORM") if one not in named)
    yield Spoiled(f"claims {new}", (new,), (plan("scope", value=[*trees.plan["scope"], new]),), "B1-9")


OPERATORS: dict[str, Operator] = {
    "role held by nobody": held_by_nobody,
    "role held by one": held_by_one,
    "certificate run out": certificate_expired,
    "certificate missing": no_certificate,
    "shift shortened": shift_shortened,
    "comes late": comes_late,
    "does not come": does_not_come,
    "permit slow": permit_slow,
    "permit covers less": permit_covers_less,
    "permit goes": permit_goes,
    "order goes": order_goes,
    "order unchecked": order_unchecked,
    "contact goes": contact_goes,
    "resource goes": resource_goes,
    "agreement run out": agreement_expired,
    "resource slow": resource_slow,
    "taken in a storm": taken_in_storm,
    "not signed": not_signed,
    "review overdue": review_overdue,
    "class without card": class_out_of_scope,
}
"""By name."""

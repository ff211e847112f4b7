"""PLN-23: a card can begin, is begun by somebody of its own side, and is not over as soon as it has begun."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.checks.inputs import Inputs, listed
from drillsim.checks.rule import About, Result, failed, over
from drillsim.schema import Condition

_OPPOSITES = {
    one: other
    for pair in (("live", "dead"), ("open", "closed"), ("enabled", "disabled"), ("normal", "standby"),
                 ("faulted", "sound"))
    for one, other in (pair, pair[::-1])
}  # fmt: skip


def cards_last(inputs: Inputs) -> Iterator[Result]:
    """PLN-23: what a trigger asks at one time can be so at one time, it does not by itself end the card, and neither
    side begins the other's card."""
    cards = inputs.dossier.plan.all_cards()
    found = []
    for number, card in enumerate(cards):
        response = number < len(inputs.dossier.plan.cards)
        path = ("cards", number) if response else ("restoration",)
        about = About(kind="card", id=card.id, file="plan.yaml", path=path, clause=card.clause)
        never = tuple(dict.fromkeys(contradicted(card.trigger)))
        if never:
            found.append(failed(about, "never", card=card.id, things=listed(never)))
        elif card.ends is not None and _follows(card.trigger, card.ends):
            found.append(failed(about, "over", card=card.id, things=listed(tuple(_subjects(card.ends)))))
        if response and inputs.side_of(card.activation.by) != card.side:
            found.append(failed(about, "side", card=card.id, role=card.activation.by))
    yield from over(len(cards), found, inputs.about_plan, none="no-card")


def contradicted(condition: Condition) -> Iterator[str]:
    """Yield the things of which it asks two opposite states at once."""
    asked = {(leaf.kind, name, leaf.state) for leaf in _together(condition) for name in leaf.subjects}
    for leaf in _together(condition):
        opposite = _OPPOSITES.get(leaf.state)
        yield from (name for name in leaf.subjects if (leaf.kind, name, opposite) in asked)


def _together(condition: Condition) -> Iterator[Condition]:
    """Leaves that must all hold: those below `any` and `not` are left out."""
    if condition.kind == "all":
        for each in condition.all_:
            yield from _together(each)
    elif not condition.parts():
        yield condition


def _follows(given: Condition, asked: Condition) -> bool:
    """Return whether `asked` holds whenever `given` does, as the two are written; one that asks a longer `for` does
    not."""
    if given == asked:
        return True
    if asked.all_:
        return all(_follows(given, each) for each in asked.all_)
    if asked.any_:
        return any(_follows(given, each) for each in asked.any_)
    if asked.not_ is not None:
        return False
    known = {(leaf.kind, leaf.state, name): leaf.for_ for leaf in _together(given) for name in leaf.subjects}
    return bool(asked.state) and all(
        known.get((asked.kind, asked.state, name), -1) >= asked.for_ for name in asked.subjects
    )


def _subjects(condition: Condition) -> Iterator[str]:
    for leaf in condition.leaves():
        yield from leaf.subjects

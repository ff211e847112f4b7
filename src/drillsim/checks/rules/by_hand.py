"""PLN-24: what acts by itself may fail, and then somebody does it by hand, in a card that is due then."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from drillsim.checks.inputs import Inputs, listed, site_about
from drillsim.checks.rule import About, Result, failed, over
from drillsim.checks.walk import Start, holds
from drillsim.schema import Ats, BusTieTransfer

_NAMED = 6
"""So many loads are named; the first ones in file order."""


def done_by_hand(inputs: Inputs) -> Iterator[Result]:
    """PLN-24: for each automatic transfer, and each set that starts by itself, a card that is due when it fails has a
    step that does the same by hand."""
    found: list[Result] = []
    transfers = [
        (n, each) for n, each in inputs.dossier.site.transfers.items() if isinstance(each, Ats | BusTieTransfer)
    ]
    sets = [n for n, each in inputs.gensets.items() if each.control == "auto" and each.called_by]
    for name, transfer in transfers:
        acts = _acts(transfer, name)
        found += _missing(inputs, name, "transfers", acts, _stood_still(inputs, name))
    for name in sets:
        found += _missing(inputs, name, "sources", {("start", name)}, _stood_dead(inputs, name))
    yield from over(len(transfers) + len(sets), found, inputs.about_plan, none="no-automatic")


def _acts(transfer: Ats | BusTieTransfer, name: str) -> set[tuple[str, str]]:
    """Verb and target of a step that does what the transfer would."""
    closed = transfer.standby if isinstance(transfer, Ats) else transfer.tie
    ways = (closed,) if closed else transfer.incomers if isinstance(transfer, BusTieTransfer) else ()
    return {("transfer", name), *(("close", each) for each in ways)}


def _missing(
    inputs: Inputs, name: str, table: str, acts: set[tuple[str, str]], states: list[tuple[Start, tuple[str, ...]]]
) -> Iterator[Result]:
    """One failure where no card that is due in such a state, or may be, has the step; the cards and loads are named."""
    plan, due, dark = inputs.dossier.plan, dict[str, bool | None](), dict[str, None]()
    for start, loads in states:
        judged = {card.id: holds(inputs, card.trigger, start) for card in plan.cards}
        cards = [card for card in plan.cards if judged[card.id] is not False]
        if not any((step.do, each) in acts for card in cards for step in card.steps for each in step.all_targets):
            due |= {card.id: due.get(card.id) or judged[card.id] for card in cards if card.side == "customer"}
            dark |= dict.fromkeys(loads)
    if dark:
        about = site_about(table.removesuffix("s"), name, table, name)
        named = tuple(card for card, surely in due.items() if surely) or tuple(due)
        first = next((card for card in plan.cards if card.id in named), None)
        if first is not None:
            path = ("cards", plan.cards.index(first))
            about = About(kind="card", id=first.id, file="plan.yaml", path=path, clause=first.clause)
        told = {"what": name, "cards": listed(named) or "–", "loads": listed(tuple(dark)[:_NAMED])}
        yield failed(about, "start" if table == "sources" else "", **told)


def _stood_still(inputs: Inputs, transfer: str) -> list[tuple[Start, tuple[str, ...]]]:
    """States in which the transfer should have acted and did not, with the protected loads that are dark for it."""
    wiring, feeders, found = inputs.wiring, tuple(inputs.feeders), []
    sides = [side for each in inputs.atses.values() for side in (each.normal, each.standby)]
    breakers = [each.breaker for each in inputs.gensets.values() if each.breaker not in sides]
    for lost in (each for size in (1, len(feeders)) for each in combinations(feeders, size)):
        left = tuple(name for name in feeders if name not in lost)
        for own in ((), tuple(inputs.gensets)) if inputs.gensets else ((),):
            alive = (*left, *own)
            before = wiring.of_mode("normal")
            before = wiring.changed(before, close=breakers) if own else before
            still = wiring.settled(before, alive, "normal", manual=(transfer,))
            acted = wiring.settled(still, alive, "normal")
            loads = _gained(inputs, wiring.live(still, alive), wiring.live(acted, alive))
            if loads:
                found.append((Start(still, alive), loads))
    return found


def _stood_dead(inputs: Inputs, genset: str) -> list[tuple[Start, tuple[str, ...]]]:
    """All feeders lost and no set running, with the protected loads that this one would feed."""
    wiring = inputs.wiring
    dead = Start(wiring.after_automatics(tuple(inputs.feeders)), ())
    running = wiring.live(wiring.emergency, (genset,))
    loads = _gained(inputs, wiring.live(dead.closed, dead.alive), running)
    return [(dead, loads)] if loads else []


def _gained(inputs: Inputs, without: bytes, with_: bytes) -> tuple[str, ...]:
    wiring = inputs.wiring
    fed = (name for name in inputs.loads if wiring.is_fed(name, with_) and not wiring.is_fed(name, without))
    return tuple(name for name in fed if inputs.is_protected(name))

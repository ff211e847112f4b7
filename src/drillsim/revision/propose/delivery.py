"""Fuel that is delivered because own supply has lasted for some time, not because somebody sees a level: a card of its
own where no step has fuel brought, the same signal and further deliveries where a card brings it once.

The agreement the delivery rests on is renewed or made in the same proposal where it does not hold: without the card
nobody calls, without the agreement nobody comes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.findings.facts import G03
from drillsim.revision.need import ShortStore, filled_from
from drillsim.revision.propose.boards import board_and_mains, shown_to
from drillsim.revision.propose.draft import (
    PLAN,
    append_in,
    behind,
    draft,
    new_step,
    set_in,
    stated,
    tell,
)
from drillsim.revision.propose.fuel_agreement import FuelAgreement, FuelSupply, agreement_of
from drillsim.revision.recommendation import FileEdit, Place, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import NO_WORDS, ON_THE_PLANT, Ats, Card, Genset, Step, Words, trade_of_role
from drillsim.units import MS_PER

_H, _MIN = MS_PER["h"], MS_PER["min"]
_SOONEST_MS, _LATEST_MS, _STEP_MS = _H, 2 * _H, 30 * _MIN
"""Time without mains after which fuel is ordered, once what comes first has been done: practice, assumed."""
_OFTENEST_MS, _RAREST_MS = 4 * _H, 24 * _H
"""Time from one delivery to the next."""
_FILLS_MS = 2 * _H
"""Discharging is done so long after the tanker is there; assumed."""
_BACK_MS = 10 * _MIN
"""Mains that have been back for so long end the deliveries; assumed."""
_FED_MS = 30 * _MIN
"""A board that own supply has fed for so long leaves its people time to order; assumed."""
_TRADES = ("electrician", "process", "fuel", "other", None)


def by_time(context: ReviewContext, need: Finding | ShortStore) -> Iterator[Recommendation]:
    """G03, S07, a store that is too small: fuel is ordered once the mains have been away for some time, while it can
    still come in time, and again and again until they are back."""
    supply = _supply(context, need)
    role = _who_orders(context, need, supply) if supply else None
    if supply is None or role is None:
        return
    for card, step in _fills(context, supply):
        yield from _repeated(context, need, supply, card, step)
        return
    fills = _who_fills(context, supply.tank, role)
    yield _card(context, need, supply, role, fills)
    for other in _who_else_fills(context, fills):
        yield _card(context, need, supply, role, other, taught=fills)


# -- what is there -----------------------------------------------------------------------------------------------------
def _supply(context: ReviewContext, need: Finding | ShortStore) -> FuelSupply | None:
    spec = context.site.sources.get(need.subject.id)
    first = need.facts.store if isinstance(need, Finding) and isinstance(need.facts, G03) else need.subject.id
    first = (spec.fuel or "") if isinstance(spec, Genset) and first == need.subject.id else first
    chain = filled_from(context, first)
    dry = {str(event.data["store"]) for event in context.view.events("store_empty")}
    if isinstance(need, Finding) and not dry & set(chain[-1:]):
        return None  # there was fuel above the tank: the pump is the matter
    if not chain or context.site.stores[chain[-1]].contaminated or context.site.stores[chain[-1]].place is None:
        return None
    gensets = {name: spec for name, spec in context.site.sources.items() if isinstance(spec, Genset)}
    sets = tuple(name for name, spec in gensets.items() if filled_from(context, spec.fuel)[-1:] == chain[-1:])
    boards = dict.fromkeys(pair for name in sets for pair in _mains(context, gensets[name]))
    tanks = dict.fromkeys(each for name in sets for each in filled_from(context, gensets[name].fuel))
    held_l = sum(store.level_l for name, store in context.site.stores.items() if name in tanks)
    burnt_l_per_h = sum(gensets[name].rated_kw * gensets[name].fuel_l_per_kwh for name in sets)
    if not burnt_l_per_h:
        return None
    return FuelSupply(chain[-1], tuple(tanks), sets, tuple(boards), burnt_l_per_h, round(held_l / burnt_l_per_h * _H))


def _mains(context: ReviewContext, spec: Genset) -> Iterator[tuple[str, str]]:
    """Boards on the mains side of the transfer switches that call the set, each with the one it feeds."""
    for name in spec.called_by:
        ats = context.site.transfers.get(name)
        sides = board_and_mains(context.dossier, ats) if isinstance(ats, Ats) else None
        if sides is not None:
            yield sides[1], sides[0]


def _who_orders(context: ReviewContext, need: Finding | ShortStore, supply: FuelSupply) -> str | None:
    """The role of the customer that sees the mains side of the set it is about, rather one that has to do with fuel or
    sets already."""
    spec = context.site.sources.get(need.subject.id)
    asked = {mains for mains, _ in (_mains(context, spec) if isinstance(spec, Genset) else supply.boards)}
    seeing = [
        name
        for name, actor in context.plan.actors.items()
        if actor.side == "customer"
        and trade_of_role(context.dossier, name) in (*_TRADES, "management")
        and asked & shown_to(context, name)
    ]
    fuel = {step.by.operator for _, step in context.plan.steps() if _is_about_fuel(context, step)}
    return next(iter(sorted(seeing, key=lambda each: (each not in fuel, seeing.index(each)))), None)


def _is_about_fuel(context: ReviewContext, step: Step) -> bool:
    return step.do in ("refuel", "start") and any(
        each in context.site.stores or isinstance(context.site.sources.get(each), Genset) for each in step.target
    )


def _who_fills(context: ReviewContext, tank: str, role: str) -> str:
    """The role that fills this tank today, or another one; else the one who orders."""
    steps = [
        step for _, step in context.plan.steps() if step.do == "refuel" and context.side(step.by.operator) == "customer"
    ]
    for step in sorted(steps, key=lambda each: tank not in each.target):
        if trade_of_role(context.dossier, step.by.operator) in _TRADES and context.on_duty(
            step.by.operator, context.journal.start_ms
        ):
            return step.by.operator
    return role


def _who_else_fills(context: ReviewContext, fills: str) -> Iterator[str]:
    """Another role on the plant that is on duty, rather one with little to do: who tends the sets cannot stand in the
    yard beside a tanker."""
    start = context.journal.start_ms
    others = [
        name
        for name, actor in context.plan.actors.items()
        if actor.side == "customer"
        and trade_of_role(context.dossier, name) in ON_THE_PLANT
        and set(context.on_duty(name, start)) - set(context.plan.actors[fills].held_by)
    ]
    load = Counter(step.by.operator for _, step in context.plan.steps())
    yield from sorted((name for name in others if name != fills), key=lambda name: (load[name], name))[:1]


def _fills(context: ReviewContext, supply: FuelSupply) -> Iterator[tuple[Card, Step]]:
    """Steps that fill the tank by what is delivered, of cards that call for it."""
    for card in context.plan.cards:
        called = {name for step in card.steps if step.do in ("call", "request") for name in step.target}
        for step in card.steps:
            if step.do == "refuel" and supply.tank in step.target and called & set(step.uses):
                yield card, step


# -- times -------------------------------------------------------------------------------------------------------------
def _ordered_after_ms(supply: FuelSupply, agreement: FuelAgreement) -> int:
    """Return the time on own supply after which fuel is ordered: half of what is to spare, in half hours."""
    spare = (supply.lasts_ms - agreement.comes_ms) // 2
    return max(_SOONEST_MS, min(_LATEST_MS, spare) // _STEP_MS * _STEP_MS)


def _every_ms(context: ReviewContext, supply: FuelSupply, agreement: FuelAgreement) -> int:
    """Return the time in which the sets at full load burn one delivery, or half the tank, in whole hours."""
    capacity_l = context.site.stores[supply.tank].capacity_l
    hours = int(min(agreement.quantity_l or capacity_l / 2, capacity_l) / supply.burnt_l_per_h)
    return max(_OFTENEST_MS, min(_RAREST_MS, hours * _H))


def _seen(context: ReviewContext, supply: FuelSupply, role: str) -> tuple[str, ...]:
    """Boards on the mains side that the role sees."""
    return tuple(mains for mains, _ in supply.boards if mains in shown_to(context, role))


def _carried(context: ReviewContext, supply: FuelSupply, role: str) -> tuple[str, ...]:
    """Boards of own supply that the role sees, beside their mains side."""
    shown = shown_to(context, role)
    return tuple(board for mains, board in supply.boards if {mains, board} <= shown)


def _lasting(context: ReviewContext, supply: FuelSupply, role: str, held_ms: int) -> list[Tree]:
    """How the role sees that own supply has carried a board for some time: while it is dark, there is more to do."""
    carried = _carried(context, supply, role)
    found: list[Tree] = []
    for mains, board in supply.boards:
        gone: Tree = {"bus": mains, "is": "dead", "for": _written(held_ms)}
        if mains in _seen(context, supply, role):
            found.append(
                {"all": [gone, {"bus": board, "is": "live", "for": _written(_FED_MS)}]} if board in carried else gone
            )
    return found


def _many(boards: tuple[str, ...]) -> str:
    return "yes" if len(boards) > 1 else "no"


def _written(ms: int) -> str:
    return f"{ms // _H} h" if ms % _H == 0 else f"{ms // _MIN} min"


# -- written up --------------------------------------------------------------------------------------------------------
def _card(
    context: ReviewContext, need: Finding | ShortStore, supply: FuelSupply, role: str, fills: str, taught: str = ""
) -> Recommendation:
    """The new card; `taught` is the role that fills tanks today where another one is instructed to take it over."""
    boards = _seen(context, supply, role)
    agreement = agreement_of(context, supply)
    held, every = _ordered_after_ms(supply, agreement), _every_ms(context, supply, agreement)
    to, channel = _who_is_told(context, role, fills)
    told = {
        "boards": boards, "many": _many(boards), "held_ms": held, "role": role, "resource": agreement.named,
        "store": supply.tank, "every_ms": every, "to": to or "none",
        "carried": _carried(context, supply, role) or "none", "fed_ms": _FED_MS,
    }  # fmt: skip
    ordered = context.naming.words("new-delivery-order", **told)
    filled = context.naming.words(
        "new-delivery-fill", role=fills, store=supply.tank, every_ms=every, within_ms=_FILLS_MS, taught=taught or "none"
    )
    beside = _beside(context, supply)
    clause = behind(beside.clause) if beside else ""
    first, second = (f"{clause}-1", f"{clause}-2") if clause else ("", "")
    call_id, fill_id = context.new_name("SF01"), context.new_name("SF02")
    more: dict[str, Tree] = {"target": agreement.resource, "within": "15 min"}
    if to and channel:
        more["tells"] = [{**tell(to, channel, [supply.tank]), "no_answer": {"after": "2 min", "then": "proceed"}}]
    call = new_step(context, call_id, first, ordered, "call", role, more)
    fill = new_step(context, fill_id, second, filled, "refuel", fills, {
        "target": supply.tank, "after": [call_id], "uses": [agreement.resource], "every": _written(every),
        "takes": {"median": "40 min", "p90": "70 min"}, "takes_source": "assumed",
        "within": _written(agreement.comes_ms // _H * _H + _H + _FILLS_MS),
    })  # fmt: skip
    lasting = _lasting(context, supply, role, held)
    card: dict[str, Tree] = {
        "id": context.new_name("RC-fuel"),
        "title": context.worded(context.naming.words("new-delivery-title", store=supply.tank)),
        **({"clause": clause} if clause else {}),
        "trigger": lasting[0] if len(lasting) == 1 else {"any": lasting},
        "activation": {"by": role},
        "ends": {"bus": list(boards), "is": "live", "for": _written(_BACK_MS)},
        "steps": [call, fill],
    }
    new = context.naming.words("new-delivery", order=ordered, fill=filled, agreed=agreement.done or "none")
    edits = [*agreement.edits, append_in(PLAN, ("cards",), card)]
    what = f"delivery-{role}-filled-by-{fills}" if taught else f"delivery-{role}"
    made = _drafted(context, need, what, new, edits, agreement, clause)
    if taught and agreement.assumed is None:
        return replace(made, kind="training", place=Place("training"), clause="")
    return made


def _repeated(
    context: ReviewContext,
    need: Finding | ShortStore,
    supply: FuelSupply,
    card: Card,
    step: Step,
) -> Iterator[Recommendation]:
    """A card that has fuel brought once: it begins by time too, and fills again and again."""
    if any(each.do == "refuel" and each.every and supply.tank in each.target for each in card.steps):
        return
    agreement = agreement_of(context, supply)
    held, every = _ordered_after_ms(supply, agreement), _every_ms(context, supply, agreement)
    role = card.activation.by
    seen, known = _seen(context, supply, role), _seen(context, supply, step.by.operator)
    if not seen or agreement.resource not in step.uses:
        return
    words = context.naming.words(
        "new-delivery-again", role=step.by.operator, store=supply.tank, every_ms=every, boards=known or seen,
        many=_many(known or seen), resource=agreement.named,
    )  # fmt: skip
    again = new_step(context, context.new_id(step.id), behind(step.clause), words, "refuel", step.by.operator, {
        "target": supply.tank, "after": _last_of(card, step), "uses": list(step.uses), "every": _written(every),
        "until": {"bus": list(known or seen), "is": "live"},
        **{key: value for key, value in stated(context, PLAN, context.step_path(step.id)).items()
           if key in ("place", "takes", "takes_source", "within")},
    })  # fmt: skip
    path = context.card_path(card.id)
    edits = [*agreement.edits, append_in(PLAN, (*path, "steps"), again)]
    by_time: Words | str = "none"
    if not any(leaf.kind == "bus" and leaf.state == "dead" for leaf in card.trigger.leaves()):
        written = stated(context, PLAN, (*path, "trigger"))
        now: list[Tree] = written["any"] if card.trigger.any_ else [written]  # type: ignore[assignment]
        edits.append(set_in(PLAN, (*path, "trigger"), {"any": [*now, *_lasting(context, supply, role, held)]}))
        by_time = context.naming.words(
            "new-delivery-begun",
            card=card.clause or card.id,
            boards=seen,
            many=_many(seen),
            held_ms=held,
            role=role,
            carried=_carried(context, supply, role) or "none",
            fed_ms=_FED_MS,
        )
    new = context.naming.words("new-delivery-repeated", again=words, begun=by_time, agreed=agreement.done or "none")
    yield _drafted(context, need, f"delivery-{card.id}", new, edits, agreement, behind(step.clause), old=step.text)


def _last_of(card: Card, step: Step) -> list[Tree]:
    """Steps that come after this one in its card, which are done first; itself where none does."""
    behind_it = [each.id for each in card.steps if step.id in each.predecessors]
    return list(behind_it) or [step.id]


def _drafted(
    context: ReviewContext,
    need: Finding | ShortStore,
    what: str,
    new: Words,
    edits: list[FileEdit],
    agreement: FuelAgreement,
    clause: str,
    old: Words = NO_WORDS,
) -> Recommendation:
    in_plan = agreement.assumed is None
    return draft(
        context, need, what, new, edits, kind=agreement.kind, owner="customer", clause=clause if in_plan else None,
        old=old if in_plan else NO_WORDS, assumed=agreement.assumed, buys=agreement.buys, place=agreement.place,
    )  # fmt: skip


def _beside(context: ReviewContext, supply: FuelSupply) -> Card | None:
    """The card for fuel behind which the new one stands; else the last of the customer's."""
    tanks = set(supply.tanks)
    own = [card for card in context.plan.cards if card.side == "customer"]
    about = (c for c in own if any(leaf.kind == "store" and tanks & set(leaf.subjects) for leaf in c.trigger.leaves()))
    return next(about, own[-1] if own else None)


def _who_is_told(context: ReviewContext, role: str, fills: str) -> tuple[str | None, str | None]:
    """Whoever fills; where that is the one who orders, whom that role tells elsewhere of its own side."""
    if fills != role:
        return fills, context.channel_to(fills, "customer")
    for _, step in context.plan.steps():
        for each in step.tells:
            if step.by.operator == role and context.side(each.to) == "customer" and each.to != role:
                return each.to, each.channel
    return None, None

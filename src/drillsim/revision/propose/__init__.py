"""From a need to changes that might answer it: one table for weak points, one for waits, one for lists of places, one
for what late minutes came from.

A proposer gives recommendations with edits; whether an edit helps is not its business, running again tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from drillsim.findings import Finding
from drillsim.revision.need import (
    CostlyWait,
    LateCause,
    Need,
    NotReady,
    ShortStore,
    UnbegunCard,
    costly_waits,
    late_causes,
    not_ready,
    short_stores,
    switched_lists,
    unbegun_cards,
)
from drillsim.revision.propose import (
    agreed,
    apart,
    astray,
    back_on_word,
    begun,
    called_earlier,
    capacity,
    cards,
    closing,
    communication,
    control_supply,
    delivery,
    deputy,
    endurance,
    feed,
    measures,
    named,
    no_break,
    order,
    own_supply,
    people,
    permit,
    protection,
    reacceleration,
    ready,
    refuel,
    relayed,
    remote,
    reserve,
    restarts,
    restored,
    sets,
    settings,
    sooner,
    staged,
    step_form,
    stores,
    switching,
    told,
    training,
    transfer,
    travel,
    trigger,
)
from drillsim.revision.propose.generic import generic
from drillsim.revision.propose.network_change import network_changes
from drillsim.revision.recommendation import Recommendation, Told
from drillsim.revision.review_context import ReviewContext

Proposer = Callable[[ReviewContext, Any], Iterable[Recommendation]]

MOST_WAITS = 6
"""Waits that are answered, the costliest first."""

CODES: dict[str, tuple[Proposer, ...]] = {
    "P01": (people.absent, deputy.absent, remote.far),
    "O06": (people.absent, step_form.second_person, deputy.absent),
    "P02": (people.busy, cards.busy, restarts.busy),
    "P08": (told.not_told,),
    "P03": (communication.no_answer, deputy.second_way),
    "P04": (communication.told_late,),
    "P07": (communication.two_sided,),
    "O05": (permit.permit,),
    "D01": (told.restart, measures.applied),
    "D04": (feed.needed_onto_own_supply,),
    "D06": (measures.applied, feed.needed_onto_own_supply),
    "A09": (communication.dark_display, back_on_word.on_word),
    "O07": (back_on_word.on_word,),
    "G01": (own_supply.genset, training.practised, agreed.called_ahead, sets.second),
    "G02": (own_supply.genset, agreed.called_ahead, sets.second),
    "G03": (
        own_supply.pump,
        refuel.at_a_higher_level,
        stores.kept_full,
        stores.filled_from_above,
        stores.ordered_earlier,
        delivery.by_time,
        stores.larger,
    ),
    "G04": (own_supply.pump, refuel.at_a_higher_level, feed.pump_onto_own_supply),
    "G05": (apart.alone, apart.board),
    "G06": (staged.in_blocks, own_supply.shed_first, sets.takes_its_step, sets.larger),
    "G08": (own_supply.battery, sets.second_behind, no_break.onto_both),
    "G09": (own_supply.shed_first, own_supply.larger_ups),
    "G10": (own_supply.back_in_service, agreed.called_ahead, sets.second),
    "G11": (feed.onto_own_supply, no_break.onto_a_ups),
    "G13": (agreed.fits,),
    "G14": (closing.by_hand,),
    "A01": (settings.as_usual, transfer.ats, training.practised, control_supply.of_its_own),
    "A02": (settings.as_usual, transfer.bus_tie),
    "A03": (transfer.onto_fault,),
    "A04": (protection.graded,),
    "A05": (protection.delayed,),
    "A07": (transfer.second_outage,),
    "A06": (reacceleration.in_groups, reacceleration.started_softly),
    "A08": (control_supply.of_its_own, control_supply.battery),
    "D02": (reserve.doubled, feed.needed_onto_own_supply),
    "D03": (measures.applied, reserve.doubled, feed.needed_onto_own_supply),
    "D05": (feed.onto_own_supply,),
    "M05": (called_earlier.waited, agreed.came_late),
    "O08": (step_form.unverified,),
    "M01": (step_form.no_card,),
    "M02": (named.as_the_clause_says, step_form.no_fallback),
    "M04": (named.as_the_clause_says,),
    "M03": (measures.applied, sooner.over_time, training.practised, feed.needed_onto_own_supply),
    "S01": (apart.ways_in,),
    "S02": (own_supply.back_in_service,),
    "S06": (astray.put_back, feed.from_two_boards),
    "S05": (sets.all_larger,),
    "S07": (
        own_supply.outlasted,
        stores.kept_full,
        stores.filled_from_above,
        stores.ordered_earlier,
        delivery.by_time,
        stores.larger,
    ),
    "S03": (step_form.shed_before, capacity.agreed),
    "O01": (step_form.other_side_first, step_form.open_incomers),
    "O03": (step_form.other_side_first, step_form.open_incomers),
}
"""Tried for each weak point; codes that are not here have the usual answer alone."""

WAITS: dict[str, tuple[Proposer, ...]] = {
    "travel": (order.supply_first, travel.walked, remote.walked),
    "person_busy": (order.supply_first, people.waited, cards.one_after_the_other, restarts.waited, deputy.waited),
    "resource": (called_earlier.resource, agreed.waited, reserve.one_more),
    "permit": (order.supply_first, permit.waited),
    "order": (order.supply_first, permit.waited),
    "not_known": (told.waited, communication.report_first),
}
"""Tried for each costly wait, by its reason."""

LISTS: tuple[Proposer, ...] = (switching.needed_first, switching.one_more_team, switching.written_beforehand)
"""Tried where teams switched a list of places."""

CARDS: tuple[Proposer, ...] = (begun.can_begin, begun.in_time, begun.another_signal, begun.by_who_sees)
"""Tried where nobody began a card that reaches what missed its limit."""

READY: tuple[Proposer, ...] = (ready.in_automatic, ready.charged, ready.cleaned, ready.racked_in)
"""Tried where own supply or a switch did not stand ready."""

STORES: tuple[Proposer, ...] = (endurance.more_kept, delivery.by_time)
"""Tried where own supply lasts shorter than is asked, by its stores."""

MOST_CARDS = 4
"""Such cards that are answered, those that reach most first."""

MOST_CAUSES = 12
"""Causes of late minutes that are answered, the gravest first."""

CAUSES: dict[str, tuple[Proposer, ...]] = {
    "automatic": (settings.as_usual,),
    "off": (restored.switched_on_again,),
    "noticing": (trigger.seen_earlier,),
    "doing": (trigger.seen_earlier, relayed.on_the_way, sooner.on_the_way),
    "start": (ready.starts_in_time,),
    "wait:travel": (sooner.on_the_way,),
    "wait:person_busy": (sooner.on_the_way,),
    "wait:not_known": (sooner.on_the_way,),
}
"""Tried for what the late minutes came from, by its kind; of a wait, by `wait:` and its reason."""

__all__ = ["CAUSES", "CODES", "LISTS", "WAITS", "Proposer", "generic", "needs", "network_changes", "no_edit", "propose"]


def needs(context: ReviewContext) -> Iterator[Need]:
    """All that a change is looked for: costly waits, the first list of places that was switched, what late minutes came
    from, cards nobody began, what did not stand ready, stores that are too small, weak points."""
    yield from islice(costly_waits(context), MOST_WAITS)
    yield from islice(switched_lists(context), 1)
    yield from islice((each for each in late_causes(context) if _kind(each) in CAUSES), MOST_CAUSES)
    yield from islice(unbegun_cards(context), MOST_CARDS)
    yield from not_ready(context)
    yield from short_stores(context)
    yield from context.findings


def propose(context: ReviewContext, need: Need) -> tuple[Recommendation, ...]:
    """Changes with edits that might answer `need`, the simplest first; empty when none comes to mind."""
    found = (each for proposer in _proposers(need) for each in proposer(context, need))
    return tuple(each for each in found if each.edits)


def no_edit(code: str) -> Told | None:
    """Why no edit of the files answers this weak point; None for one that changes are tried for."""
    return None if code in CODES else Told(f"revision-no-edit-{code}")


def _proposers(need: Need) -> tuple[Proposer, ...]:
    if isinstance(need, Finding):
        return CODES.get(need.code, ())
    if isinstance(need, LateCause):
        return CAUSES.get(_kind(need), ())
    if isinstance(need, UnbegunCard):
        return CARDS
    if isinstance(need, NotReady):
        return READY
    if isinstance(need, ShortStore):
        return STORES
    return WAITS.get(need.reason, ()) if isinstance(need, CostlyWait) else LISTS


def _kind(cause: LateCause) -> str:
    return f"{cause.kind}:{cause.reason}" if cause.reason else cause.kind

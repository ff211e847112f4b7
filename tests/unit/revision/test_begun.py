"""A card nobody began: what it waits for can come true, in time, by what shows, for somebody who sees it."""

from __future__ import annotations

from drillsim.files.document import Tree
from drillsim.files.edit import Set
from drillsim.revision.need import UnbegunCard, unbegun_cards
from drillsim.revision.propose import begun
from drillsim.revision.propose.begun import HELD_MS
from helpers.played import BOTH, Script
from helpers.small_customer import Change
from helpers.trying import Ready, small
from unit.findings.weak_point_cases import NO_AUTO_START

C2 = "plan/cards/1"
BOTH_DEAD: dict[str, Tree] = {"bus": ["I-10kV", "II-10kV"], "is": "dead"}
GUARD: tuple[Change, ...] = (
    ("customer/people/wu", {"name": "吴", "side": "customer", "last_contact_test": "2026-06-20",
                            "shifts": [{"from": "20:00", "to": "08:00", "place": "gen-room"}]}),
    ("plan/actors/guard", {"name": "门卫", "side": "customer", "held_by": ["wu"]}),
)  # fmt: skip


def night(*changes: Change) -> Ready:
    return small(Script((*BOTH, NO_AUTO_START), changes))


def unbegun(run: Ready) -> UnbegunCard:
    (need,) = (each for each in unbegun_cards(run.context) if each.card.id == "C2")
    return need


def test_a_card_that_is_begun_asks_for_nothing() -> None:
    assert not [each for each in unbegun_cards(night().context) if each.card.id == "C2"]


def test_a_trigger_that_asks_two_opposite_states_at_once_is_freed_of_them_and_the_card_begins() -> None:
    never = [{"bus": "I-LV", "is": "live"}, {"bus": "I-LV", "is": "dead"}]
    run = night((f"{C2}/trigger", {"all": [BOTH_DEAD, *never]}))
    (change,) = begun.can_begin(run.context, unbegun(run))
    assert [each.edit for each in change.edits] == [Set(("cards", 1, "trigger"), BOTH_DEAD)]
    found = run.tried(change).recommendation
    assert (found.verdict, found.kind) == ("proposed", "paper")


def test_a_state_that_has_to_last_three_hours_begins_the_card_in_time() -> None:
    run = night((f"{C2}/trigger", {**BOTH_DEAD, "for": "3 h"}))
    (change,) = begun.in_time(run.context, unbegun(run))
    soon = {**BOTH_DEAD, "for": f"{HELD_MS // 1_000} s"}
    assert [each.edit for each in change.edits] == [Set(("cards", 1, "trigger"), soon)]
    assert run.tried(change).recommendation.verdict == "proposed"


def test_a_card_whose_trigger_shows_nowhere_is_begun_by_the_board_that_does_too() -> None:
    asked: Tree = {"source": "genset-1", "is": "failed"}
    run = night((f"{C2}/trigger", asked))
    (change,) = begun.another_signal(run.context, unbegun(run))
    signal: Tree = {"bus": "I-10kV", "is": "dead", "for": f"{HELD_MS // 1_000} s"}
    assert [each.edit for each in change.edits] == [Set(("cards", 1, "trigger"), {"any": [asked, signal]})]
    assert run.tried(change).recommendation.verdict == "proposed"


def test_a_card_begun_by_somebody_who_never_sees_its_trigger_is_begun_by_who_does_its_first_step() -> None:
    run = night(*GUARD, (f"{C2}/activation/by", "guard"))
    found = list(begun.by_who_sees(run.context, unbegun(run)))
    assert [each.edits[0].edit for each in found] == [Set(("cards", 1, "activation", "by"), "electrician")]
    assert run.tried(found[0]).recommendation.verdict == "proposed"

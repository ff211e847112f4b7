"""Another order of work: one needless predecessor less, a card that waits for another, restarts by their limits, a card
begun by what shows earlier."""

from __future__ import annotations

import pytest

from drillsim.files.edit import Append, Set
from drillsim.revision.apply import edit_folder
from drillsim.revision.need import switched_lists
from drillsim.revision.propose import cards, restarts, sooner, switching, trigger
from drillsim.revision.recommendation import FileEdit
from helpers.proposals import changed, gained, only, run
from helpers.shipped import AIRPORT, MIN
from helpers.trying import shipped_run

NIGHT = "both-lost-night-autostart-fails"


# -- a predecessor that does not concern the step ----------------------------------------------------------------------
HELD = (
    FileEdit("plan.yaml", Set(("cards", 1, "steps", 2, "after"), ["S201", "S202"])),
    FileEdit("plan.yaml", Append(("cards", 1, "steps", 1, "tells"), {"to": "duty-electrician", "channel": "radio"})),
)
"""S203, the look at the set, waits until the duty officer has called the wards and said so."""


def test_the_electrician_does_not_wait_until_somebody_else_has_called_the_wards() -> None:
    before = run(NIGHT, *HELD)
    assert before.steps()["S203"].after == ("S201", "S202")
    change = only(sooner.on_the_way, before, before.cause("wait", "S203"))
    after = changed(before, change)
    assert after.steps()["S203"].after == ("S201",)
    assert gained(before, after).excess_ms[0] > 10 * MIN
    assert after.outage_ms("icu") < before.outage_ms("icu") - 2 * MIN


def test_a_report_to_the_other_side_is_never_put_behind_a_walk() -> None:
    before = run(NIGHT)
    steps = before.steps()
    assert sooner.must_come_before(before.context, steps["S201"], steps["S203"])


@pytest.mark.parametrize(
    ("first", "then"),
    [("S302", "S303"), ("S303", "S304"), ("S304", "S305"), ("S204", "S205"), ("R02", "R03")],
    ids=["permit", "opening", "set", "check", "tie"],
)
def test_what_a_step_may_not_come_before(first: str, then: str) -> None:
    before = run(NIGHT)
    steps = before.steps()
    assert sooner.must_come_before(before.context, steps[first], steps[then])


def test_two_of_one_person_change_places() -> None:
    """Where nobody with a limit, and nobody of the other side, is told: the set first, and then the word."""
    free = FileEdit("plan.yaml", Set(("report_limits",), [{"to": "dispatcher", "within": "10 min"}]))
    before = run("holiday-both-lost", free)
    change = only(sooner.on_the_way, before, before.cause("doing", "S702"))
    steps = {step.id: step for _, step in edit_folder(before.folder, change.edits).folder.dossier.plan.steps()}
    assert (steps["S702"].after, steps["S701"].after) == ((), ("S702",))
    assert change.old == before.steps()["S702"].text


# -- a card that waits for another -------------------------------------------------------------------------------------
def test_the_transfer_switch_is_not_tried_before_the_set_s_breaker_is_closed() -> None:
    before = run("holiday-both-lost", costs=True)
    change = only(cards.one_after_the_other, before, before.wait("S703", "person_busy"))
    after = changed(before, change)
    assert "S703" in str(after.steps()["S802"].requires)
    assert before.outage_ms("dialysis") > 35 * MIN
    assert after.outage_ms("dialysis") < 15 * MIN
    assert gained(before, after).harms == 1


def test_a_step_that_waits_for_the_other_card_is_not_made_to_wait_again() -> None:
    before = run("holiday-both-lost", costs=True)
    change = only(cards.one_after_the_other, before, before.wait("S703", "person_busy"))
    after = changed(before, change)
    assert list(cards.one_after_the_other(after.context, before.wait("S703", "person_busy"))) == []


# -- restarts by their limits ------------------------------------------------------------------------------------------
def test_runway_lights_are_brought_back_before_traffic_signals() -> None:
    before = run("ats-fails", customer=AIRPORT)
    change = only(restarts.busy, before, before.found("P02", "restart[airfield-lighting]"))
    (edit,) = change.edits
    assert edit.edit == Set(("functions", "traffic-signals", "after"), ["airfield-lighting", "tower-control"])
    after = changed(before, change)
    assert after.outage_ms("airfield-lighting") < before.outage_ms("airfield-lighting") - 40 * MIN


def test_what_a_function_stands_on_and_what_is_more_urgent_never_wait_for_it() -> None:
    before = run(NIGHT)
    busy = before.found("P02", "restart[theatre-ventilation]")  # the medical gas goes first, and has the shorter limit
    assert list(restarts.busy(before.context, busy)) == []


# -- a card begun by what shows earlier --------------------------------------------------------------------------------
def test_the_card_for_the_set_is_begun_by_the_board_that_stays_dead() -> None:
    before = run(NIGHT)
    change = only(trigger.seen_earlier, before, before.cause("doing", "S304"))
    after = changed(before, change)
    began = {
        each: next(e.t_ms for e in each.journal.of("card_triggered") if e.data["card"] == "RC-03")
        for each in (before, after)
    }
    assert began[after] < 2 * MIN < began[before]
    assert after.outage_ms("icu") < before.outage_ms("icu") - 5 * MIN


def test_no_other_signal_where_the_board_is_on_no_display_of_theirs() -> None:
    dark = FileEdit("site.yaml", Set(("observations", "bms", "shown_at"), "admin-office"))
    before = run(NIGHT, dark)
    cause = run(NIGHT).cause("doing", "S304")
    assert list(trigger.seen_earlier(before.context, cause)) == []


# -- a written order that lies ready -----------------------------------------------------------------------------------
@pytest.mark.full
def test_with_the_order_ready_each_team_gets_the_word_though_it_is_still_on_its_way() -> None:
    """Without that the first team sets out alone, and the others do not hear for hours that it has begun."""
    before = run("north-intake-lost", customer=AIRPORT)
    change = only(switching.written_beforehand, before, next(switched_lists(before.context)))
    after = changed(before, change)
    assert {"team-1", "team-2", "team-3"} <= {each.to for each in after.steps()["A08"].tells}
    assert after.outage_ms("terminal-service-4") < before.outage_ms("terminal-service-4") - 40 * MIN
    alone = run("north-intake-lost", *change.edits[:1], customer=AIRPORT)
    assert alone.outage_ms("terminal-service-4") > before.outage_ms("terminal-service-4") + 60 * MIN


def test_an_order_that_lies_ready_is_not_written_again() -> None:
    ready = FileEdit("plan.yaml", Set(("orders", "OT-N", "prepared"), "true"))
    before = run("north-intake-lost", ready, customer=AIRPORT)
    assert list(switching.written_beforehand(before.context, next(switched_lists(before.context)))) == []


def test_functions_that_wait_for_one_that_may_wait_longer_come_before_it_together() -> None:
    run = shipped_run("airport", "both-lost-own-supply-fails")
    found = {str(each.edits): each for each in run.proposed("P02", restarts.busy)}
    (change,) = [each for each in found.values() if each.id.endswith("before-traffic-signals")]
    path = ("functions", "traffic-signals", "after")
    assert [each.edit for each in change.edits] == [Set(path, ["airfield-lighting", "tower-control"])]
    assert "先恢复助航灯光、塔台管制，" in change.new.zh
    assert "Airfield lighting, Tower control before Traffic signals" in change.new.en
    tried = run.tried(change).recommendation
    assert tried.verdict == "proposed"
    assert {each.subject for each in tried.gain} >= {"airfield-lighting", "tower-control"}

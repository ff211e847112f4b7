"""Paper changes of what is at hand: measures, loads switched on again, calls ahead, stages, levels, deputies."""

from __future__ import annotations

from drillsim.files.edit import Append, Set
from drillsim.revision.propose import called_earlier, deputy, measures, refuel, restored, staged, transfer
from drillsim.revision.propose.shedding import GRADES, enough, least_important_first
from drillsim.revision.recommendation import FileEdit
from helpers.proposals import changed, gained, only, run
from helpers.shipped import DATA_CENTRE, MIN, WATERWORKS

NIGHT = "both-lost-night-autostart-fails"
MAINTENANCE = "own-supply-out-for-maintenance"


# -- a measure no step applies -----------------------------------------------------------------------------------------
def test_cylinders_nobody_connects_get_a_card_and_theatres_keep_their_gas() -> None:
    before = run(NIGHT)
    change = only(measures.applied, before, before.found("D01", "medical-gas"))
    (edit,) = change.edits
    assert isinstance(edit.edit, Append)
    assert change.place.kind == "new_clause"
    after = changed(before, change)
    assert before.outage_ms("medical-gas") > 50 * MIN
    assert after.outage_ms("medical-gas") == 0
    assert after.outage_ms("surgery") < before.outage_ms("surgery") - 5 * MIN
    assert gained(before, after).to_met == (2, 2)


def test_the_card_begins_in_time_for_what_rides_without_and_its_step_is_given_up_when_it_comes_too_late() -> None:
    before = run(NIGHT)
    after = changed(before, only(measures.applied, before, before.found("D01", "medical-gas")))
    card = after.folder.dossier.plan.cards[-1]
    (step,) = card.steps
    assert card.trigger.for_ == 3 * MIN  # 8 min of pressure less the 5 the step may take
    assert card.ends is not None
    assert step.do == "apply"
    assert (step.by.operator, step.within, step.wait_at_most) == ("plant-operator", 5 * MIN, 10 * MIN)


def test_a_measure_that_a_step_applies_is_not_proposed_again() -> None:
    before = run(NIGHT)
    after = changed(before, only(measures.applied, before, before.found("D01", "medical-gas")))
    assert [list(measures.applied(after.context, each)) for each in after.context.findings if each.code == "D01"] == [
        [] for each in after.context.findings if each.code == "D01"
    ]


# -- switched off, and on again ----------------------------------------------------------------------------------------
def test_racks_stopped_to_save_batteries_are_started_once_the_sets_run() -> None:
    before = run(NIGHT, customer=DATA_CENTRE)
    change = only(restored.switched_on_again, before, before.cause("off", "S308"))
    after = changed(before, change)
    step = next(each for name, each in after.steps().items() if name not in before.steps())
    assert (step.do, step.target, step.after) == ("start", ("row-4",), ("S308",))
    assert before.outage_ms("row-4") > 230 * MIN
    assert after.outage_ms("row-4") < 45 * MIN


def test_what_the_plan_switches_on_itself_is_left_alone() -> None:
    before = run(NIGHT, customer=DATA_CENTRE)
    after = changed(before, only(restored.switched_on_again, before, before.cause("off", "S308")))
    assert list(restored.switched_on_again(after.context, before.cause("off", "S308"))) == []


# -- called ahead ------------------------------------------------------------------------------------------------------
def test_the_vehicle_is_asked_for_when_the_set_has_not_started_and_comes_half_an_hour_earlier() -> None:
    before = run(MAINTENANCE)
    change = only(called_earlier.waited, before, before.found("M05"))
    after = changed(before, change)
    call = next(each for name, each in after.steps().items() if name not in before.steps())
    assert (call.by.operator, call.after) == ("duty-officer", ("S301",))
    sent = next(card for card in after.folder.dossier.plan.cards if card.id == "U-03")
    assert call.id in {name for leaf in sent.trigger.leaves() for name in leaf.subjects}
    assert change.owner == "both"
    assert after.outage_ms("icu") < before.outage_ms("icu") - 30 * MIN


def test_what_is_asked_for_first_is_not_asked_for_again() -> None:
    before = run(MAINTENANCE)
    after = changed(before, only(called_earlier.waited, before, before.found("M05")))
    waits = [each for each in after.context.findings if each.code == "M05"]
    assert waits
    assert [each.id for need in waits for each in called_earlier.waited(after.context, need)] == []


# -- in stages ---------------------------------------------------------------------------------------------------------
SOON = FileEdit("plan.yaml", Set(("resources", "generator-vehicle", "mobilise"), "10 min"))
"""The vehicle is there within the hour; that it trips is then what lasts longest."""


def test_a_vehicle_that_trips_on_the_whole_board_takes_it_feeder_by_feeder() -> None:
    before = run(MAINTENANCE, SOON)
    finding = next(f for f in before.context.findings if f.code == "G06" and f.plain["what"] == "step")
    after = changed(before, only(staged.in_blocks, before, finding))
    opened, closed = (step for name, step in after.steps().items() if name not in before.steps())
    assert (opened.do, closed.do) == ("open", "close")
    assert set(opened.target) == set(closed.target)
    assert opened.when is not None
    assert opened.when.state == "dead"  # nothing that has supply is cut off
    assert "421" not in opened.target  # intensive care and theatres come with the first block
    assert after.steps()["S902"].predecessors == ("S904", opened.id)
    assert "gen-vehicle" in {event.data["source"] for event in before.journal.of("source_stopped")}
    assert "gen-vehicle" not in {event.data["source"] for event in after.journal.of("source_stopped")}
    assert gained(before, after).excess_ms[0] > 60 * MIN


def test_no_stages_where_a_step_is_within_what_the_set_takes() -> None:
    before = run(NIGHT)
    steps = [f for f in before.context.findings if f.code == "G06"]
    assert [change for f in steps for change in staged.in_blocks(before.context, f)] == []


# -- the level at which the card for fuel begins -----------------------------------------------------------------------
LOW = FileEdit("plan.yaml", Set(("cards", 4, "trigger", "any", 0, "below_percent"), "3"))
SHOWN = FileEdit("site.yaml", Append(("observations", "bms", "sees"), {"store": "day-tank"}))


def test_the_card_for_fuel_begins_while_there_is_time_to_fill_the_tank() -> None:
    before = run("flinders-2016", LOW, SHOWN)
    assert before.folder.dossier.plan.cards[4].id == "RC-05"
    change = only(refuel.at_a_higher_level, before, before.found("G03"))
    after = changed(before, change)
    leaf = next(leaf for leaf in after.folder.dossier.plan.cards[4].trigger.leaves() if leaf.kind == "store")
    assert leaf.below_percent == 35
    assert after.outage_ms("icu") < before.outage_ms("icu")


def test_a_level_nobody_sees_is_not_raised() -> None:
    before = run("flinders-2016")
    assert list(refuel.at_a_higher_level(before.context, before.found("G03"))) == []


# -- a second holder ---------------------------------------------------------------------------------------------------
ALONE = FileEdit("plan.yaml", Set(("actors", "second-electrician", "held_by"), ["sun"]))
"""The fitter who is off on holidays; his colleague Li, certified and on duty, is nobody's deputy."""


def test_a_role_one_person_holds_gets_a_deputy_who_is_there_and_certified() -> None:
    before = run("holiday-both-lost", ALONE)
    lacking = [f for f in before.context.findings if f.code in ("O06", "P01") and "S303" in f.steps]
    change = next(each for f in lacking for each in deputy.absent(before.context, f))
    assert [each.edit for each in change.edits] == [Append(("actors", "second-electrician", "held_by"), "li")]
    assert (change.kind, change.place.kind) == ("staffing", "roster")
    after = changed(before, change)
    assert after.outage_ms("icu") < before.outage_ms("icu") - 30 * MIN


def test_a_nurse_of_another_ward_is_nobody_s_deputy() -> None:
    night = run("ats-fails")
    absent = [f for f in night.context.findings if f.code == "P01" and f.plain["reason"] == "nobody_on_duty"]
    assert {f.subject.id for f in absent} >= {"restart[dialysis-service]", "restart[pathology-service]"}
    assert [each for f in absent for each in deputy.absent(night.context, f)] == []


# -- what is shed ------------------------------------------------------------------------------------------------------
def test_least_important_first_and_never_what_is_never_shed() -> None:
    context = run(NIGHT).context
    loads = context.site.loads
    order = least_important_first(context, loads)
    assert order
    assert all(loads[name].shed == "allowed" and not loads[name].security for name in order)
    grades = [GRADES.index(loads[name].grade) for name in order if loads[name].max_interruption is not None]
    assert grades == sorted(grades)
    bare = [loads[name].max_interruption is None for name in order]
    assert bare == sorted(bare, reverse=True)


def test_no_more_is_shed_than_it_takes() -> None:
    context = run(NIGHT).context
    kw = {row.name: row.p_mw * 1_000 for row in context.dossier.network.loads}
    limited = [
        name for name in least_important_first(context, kw) if context.site.loads[name].max_interruption is not None
    ]
    assert len(limited) > 2
    assert enough(context, limited, kw[limited[0]] + 0.5) == tuple(limited[:2])
    assert enough(context, limited, 0.0) == ()


# -- a transfer switch that does not act -------------------------------------------------------------------------------
def test_a_dead_board_seen_on_the_screen_has_the_transfer_done_by_hand() -> None:
    before = run("ats-fails", customer=WATERWORKS)
    change = next(each for each in transfer.ats(before.context, before.found("A01")) if each.id.endswith("by-hand"))
    after = changed(before, change)
    step = next(each for name, each in after.steps().items() if name not in before.steps())
    assert (step.do, step.target) == ("transfer", ("ats-ww",))
    assert before.outage_ms("disinfection") == 120 * MIN
    assert after.outage_ms("disinfection") < 10 * MIN
    assert gained(before, after).to_met == (4, 4)
    assert gained(before, after).harms == 1


def test_a_card_that_has_it_done_by_hand_is_left_as_it_is() -> None:
    before = run("ats-fails", customer=WATERWORKS)
    change = next(each for each in transfer.ats(before.context, before.found("A01")) if each.id.endswith("by-hand"))
    after = changed(before, change)
    assert [e.id for e in transfer.ats(after.context, before.found("A01")) if e.id.endswith("by-hand")] == []

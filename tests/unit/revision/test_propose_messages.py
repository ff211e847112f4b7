"""Messages that are missing, that keep somebody from the plant, or that hang on dead supply; what needs no asking."""

from __future__ import annotations

from drillsim.files.edit import Remove, Set
from drillsim.revision.propose import deputy, permit, relayed, told
from drillsim.revision.recommendation import FileEdit
from helpers.proposals import changed, gained, only, run
from helpers.shipped import AIRPORT, MIN

ATS = "ats-fails"
HOLIDAY = "holiday-both-lost"


# -- who knows first tells who waits -----------------------------------------------------------------------------------
def test_whoever_sees_the_board_live_tells_the_one_who_restarts_what_hangs_on_it() -> None:
    before = run(ATS)
    change = only(told.restart, before, before.found("D01", "medical-gas"))
    after = changed(before, change)
    message = after.steps()["S402"].tells[-1]
    assert (message.to, message.channel, message.read_back) == ("plant-operator", "radio", True)
    assert {"gas-0.4kV", "ahu-0.4kV"} <= set(message.facts)
    assert gained(before, after).met == 1
    assert after.outage_ms("medical-gas") < before.outage_ms("medical-gas") - MIN


def test_who_is_told_already_is_not_told_again() -> None:
    before = run(ATS)
    after = changed(before, only(told.restart, before, before.found("D01", "medical-gas")))
    again = list(told.restart(after.context, before.found("D01", "medical-gas")))
    assert [each.id for each in again if "S402" in each.id] == []


def test_whose_card_nobody_told_them_is_active_is_told_by_its_first_step() -> None:
    """The airfield engineer's look at the runway lights waited for ever to hear that its card had begun."""
    before = run("both-lost-night-long", customer=AIRPORT)
    lacking = before.found("P08", "B03")
    change = only(told.not_told, before, lacking)
    assert change.steps == ("B03",)
    after = changed(before, change)
    assert "field-engineer" in [each.to for each in after.steps()["B01"].tells]
    ended = {each: next(row for row in each.context.view.rows if row.step == "B03").state for each in (before, after)}
    assert ended[before] != "done"
    assert ended[after] == "done"


# -- passed on under way -----------------------------------------------------------------------------------------------
def test_the_electrician_goes_on_and_the_duty_officer_reports_for_them() -> None:
    before = run("ats-refuses")
    change = only(relayed.on_the_way, before, before.cause("doing", "S201"))
    after = changed(before, change)
    first = next(step for name, step in after.steps().items() if name not in before.steps())
    assert (first.by.operator, first.tells[0].to, first.tells[0].channel) == (
        "duty-electrician",
        "duty-officer",
        "radio",
    )
    report = after.steps()["S201"]
    assert report.by.operator == "duty-officer"
    assert [each.to for each in report.tells] == ["dispatcher"]
    assert after.steps()["S203"].predecessors == (first.id,)
    restoration = after.folder.dossier.plan.restoration
    assert restoration is not None
    assert first.id in {name for leaf in restoration.trigger.leaves() for name in leaf.subjects}
    assert after.outage_ms("gas-compressors") < before.outage_ms("gas-compressors") - MIN


def test_no_word_is_passed_on_where_no_way_works_under_way() -> None:
    plan = run("ats-refuses").folder.dossier.plan
    way = next(
        n for n, each in enumerate(plan.contact_tree) if (each.from_, each.to) == ("duty-electrician", "duty-officer")
    )
    before = run("ats-refuses", FileEdit("plan.yaml", Set(("contact_tree", way, "channels"), ["phone"])))
    assert list(relayed.on_the_way(before.context, before.cause("doing", "S201"))) == []


# -- a way that hangs on nothing ---------------------------------------------------------------------------------------
def test_a_way_that_dies_with_the_supply_gets_a_second_one() -> None:
    before = run("own-supply-out-for-maintenance")
    missed = next(f for f in before.context.findings if f.code == "P03" and f.subject.id == "duty-electrician")
    change = only(deputy.second_way, before, missed)
    after = changed(before, change)
    ways = [each for each in after.folder.dossier.plan.contact_tree if each.to == "duty-electrician"]
    assert next(each.channels for each in ways if each.from_ == "dispatcher") == ("phone", "mobile")
    assert missed.plain["answered"] == "no"
    assert [f.subject.id for f in after.context.findings if f.code == "P03" and f.plain["answered"] == "no"] == []


def test_where_a_way_that_hangs_on_nothing_was_tried_none_is_added() -> None:
    dead = [FileEdit("site.yaml", Set(("channels", way, "no_answer"), "1")) for way in ("radio", "mobile")]
    before = run(ATS, *dead)
    calls = [f for f in before.context.findings if f.code == "P03"]
    free = [f for f in calls if any(not before.folder.dossier.site.channels[n].needs for n in f.plain["channel"])]  # type: ignore[union-attr]
    assert free
    assert [each for f in free for each in deputy.second_way(before.context, f)] == []


# -- standing permission -----------------------------------------------------------------------------------------------
def test_opening_what_is_dead_needs_no_asking_by_agreement_and_is_reported_after() -> None:
    before = run(HOLIDAY)
    change = next(each for each in permit.permit(before.context, before.found("O05", "S302")) if "standing" in each.id)
    assert (change.place.kind, change.owner) == ("agreement", "both")
    after = changed(before, change)
    waived = list(after.journal.of("permit_waived"))
    assert {(event.data["step"], event.data["why"]) for event in waived} == {("S303", "agreement")}
    report = next(step for name, step in after.steps().items() if name not in before.steps())
    assert (report.by.operator, report.tells[0].to, report.after) == ("second-electrician", "dispatcher", ("S303",))
    assert report.within == 5 * MIN
    assert [event for event in after.journal.of("hazard") if event.data["hazard"] == "without_permit"] == []
    assert after.outage_ms("icu") < before.outage_ms("icu") - 2 * MIN


def test_what_stands_in_the_agreement_is_not_proposed_again() -> None:
    before = run(HOLIDAY, FileEdit("plan.yaml", Set(("permits", "P-10kV", "dead_may_open"), "true")))
    needs = [f for f in before.context.findings if f.code == "O05"]
    assert [each.id for f in needs for each in permit.permit(before.context, f) if "standing" in each.id] == []


def test_an_order_that_was_waited_for_lies_ready_once() -> None:
    before = run(HOLIDAY)
    change = next(each for each in permit.permit(before.context, before.found("O05", "R03")) if "ready" in each.id)
    assert [each.edit for each in change.edits] == [Set(("orders", "OT-RS", "prepared"), "true")]
    after = changed(before, change)
    done = {
        name: next(row for row in each.context.view.rows if row.step == "R03")
        for name, each in (("was", before), ("is", after))
    }
    assert (done["is"].finished_ms or 0) < (done["was"].finished_ms or 0) - MIN
    assert [e for e in permit.permit(after.context, before.found("O05", "R03")) if "ready" in e.id] == []


# -- the agreement in a run --------------------------------------------------------------------------------------------
AGREED = FileEdit("plan.yaml", Set(("permits", "P-10kV", "dead_may_open"), "true"))


def test_without_a_step_of_the_plan_the_giver_is_told_right_after_the_opening() -> None:
    after = run(HOLIDAY, AGREED, FileEdit("plan.yaml", Remove(("cards", 2, "steps", 2, "after"))))
    assert after.steps()["S303"].after == ()
    (waived, *_) = after.journal.of("permit_waived")
    told_ = [event for event in after.journal.of("message_received") if event.data["step"] == "S303"]
    assert told_
    assert told_[0].t_ms > waived.t_ms


def test_closing_takes_the_permit_as_before() -> None:
    after = run(HOLIDAY, AGREED)
    assert {event.data["step"] for event in after.journal.of("permit_waived")} <= {"S303"}
    closed = [e for e in after.journal.of("switch_moved") if e.data["switch"] == "101" and e.data["closed"]]
    assert closed
    assert any(
        event.data["permit"] == "P-10kV" and event.t_ms < closed[0].t_ms for event in after.journal.of("permit_given")
    )

"""Transfers set as usual, sets at automatic that start in time, trucks racked in."""

from __future__ import annotations

from drillsim.files.edit import Set
from drillsim.revision.need import NotReady, late_causes, not_ready
from drillsim.revision.propose import ready, settings
from drillsim.revision.recommendation import Recommendation
from helpers.played import BOTH, Script
from helpers.small_customer import Change
from helpers.trying import Ready, small


def night(*changes: Change) -> Ready:
    return small(Script(BOTH, changes))


def the_need(run: Ready, name: str) -> NotReady:
    (need,) = (each for each in not_ready(run.context) if each.name == name)
    return need


def is_proposed(run: Ready, change: Recommendation) -> bool:
    return run.tried(change).recommendation.verdict == "proposed"


def by_cause(run: Ready, kind: str, proposer: object) -> list[Recommendation]:
    assert callable(proposer)
    causes = [each for each in late_causes(run.context) if each.kind == kind]
    assert causes, f"nothing late by {kind}"
    return [change for cause in causes for change in proposer(run.context, cause)]


def test_a_transfer_that_waits_for_minutes_is_set_as_usual_but_outwaits_the_bus_tie() -> None:
    run = night(("site/transfers/ats-em/delay", "5 min"))
    (change,) = by_cause(run, "automatic", settings.as_usual)
    assert [each.edit for each in change.edits] == [Set(("transfers", "ats-em", "delay"), "7 s")]
    assert (change.kind, is_proposed(run, change)) == ("setting", True)


def test_a_transfer_set_as_usual_is_left_as_it_is() -> None:
    run = night(("site/transfers/ats-em/delay", "8 s"), ("site/sources/genset-1/ready", "5 min"))
    assert not [x for each in late_causes(run.context) for x in settings.as_usual(run.context, each)]


def test_a_set_at_manual_that_nothing_calls_stands_at_automatic_and_is_called_by_the_transfer_it_feeds() -> None:
    run = night(("site/sources/genset-1/control", "manual"), ("site/sources/genset-1/called_by", []))
    (change,) = ready.in_automatic(run.context, the_need(run, "genset-1"))
    assert [each.edit for each in change.edits] == [
        Set(("sources", "genset-1", "control"), "auto"),
        Set(("sources", "genset-1", "called_by"), ["ats-em"]),
    ]
    assert is_proposed(run, change)


def test_a_set_at_automatic_is_not_told_to_stand_there() -> None:
    run = night(("site/sources/genset-1/ready", "5 min"))
    assert not list(not_ready(run.context))


def test_a_truck_that_is_withdrawn_is_racked_in() -> None:
    run = night(("site/devices/412/position", "withdrawn"))
    (change,) = ready.racked_in(run.context, the_need(run, "412"))
    assert [each.edit for each in change.edits] == [Set(("devices", "412", "position"), "working")]
    assert is_proposed(run, change)


def test_a_set_that_takes_minutes_to_start_is_put_right_and_says_where_that_stops_paying() -> None:
    run = night(("site/sources/genset-1/ready", "5 min"))
    (change,) = by_cause(run, "start", ready.starts_in_time)
    assert [each.edit for each in change.edits] == [Set(("sources", "genset-1", "ready"), "15 s")]
    found = run.tried(change).recommendation
    assert (found.verdict, found.kind) == ("proposed", "purchase")
    assert found.assumed is not None
    assert found.assumed.vanishes_at is not None
    assert 15 < found.assumed.vanishes_at <= 300

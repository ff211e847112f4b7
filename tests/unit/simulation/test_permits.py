"""The dispatcher's permission for a task: whom it covers, refused, asked again, waived where life is in danger."""

from __future__ import annotations

from typing import Any

from drillsim.journal import Journal
from drillsim.units import MS_PER
from helpers.cards import card, rows, step, waits
from helpers.play import dossier, play, told
from helpers.substations import ALARM, LOSS, network

MIN = MS_PER["min"]
PERMIT = {"covers": ["S1-A"], "from": "dispatcher", "decides_in": "3 min", "channel": "phone"}
DEVICES = {"S1-A": {"dispatch": "permitted", "remote": "true"}}


def _run(*steps: dict[str, Any], events: tuple[dict[str, Any], ...] = (), **permit: Any) -> Journal:
    site = {"observations": {"lamp": {"sees": [{"load": "load-Z"}], "shown_at": "room"}}, "devices": DEVICES}
    cards = [card("k", "electrician", ALARM, *steps)]
    of = dossier(network(2), site=site, cards=cards, permits={"P1": {**PERMIT, **permit}})
    return play(of, [LOSS, *events], "2 h")


def _close(name: str = "S1", target: str = "S1-A", **more: Any) -> dict[str, Any]:
    return step(name, "electrician", "close", target=target, **more)


def test_a_permit_named_for_steps_covers_the_task_whatever_it_operates() -> None:
    found = rows(_run(_close("S1", "S1-B"), steps=["S1"]))
    assert waits(found["S1"]) == [("permit", ("P1",), 3 * MIN)]


def test_a_refused_permit_fails_the_step_and_its_branch_answers() -> None:
    steps = (_close(on_failure={"steps": ["S2"], "then": "stop"}), step("S2", "electrician", "report"))
    journal = _run(*steps, refuses="1")
    found = rows(journal)
    assert (found["S1"].state, found["S1"].why, found["S2"].state) == ("failed", "permit_refused", "done")
    assert told(journal, "permit_refused") == [(3 * MIN, "permit_refused", "P1", "S1", "lin")]
    assert told(journal, "switch_moved", "hazard") == []


def test_a_refusal_stands_for_the_steps_after_it() -> None:
    journal = _run(_close(), _close("S2"), refuses="1")
    assert [row.why for row in rows(journal).values()] == ["permit_refused"] * 2
    assert len(told(journal, "permit_asked")) == 1


def test_a_refused_permit_may_be_asked_for_once_more() -> None:
    refused = {"at": "0 s", "fault": "permit_refused", "on": "P1", "for": "10 min"}
    journal = _run(_close(), events=(refused,), asked_again_after="15 min")
    assert [t for t, *_ in told(journal, "permit_asked")] == [0, 18 * MIN]
    assert rows(journal)["S1"].state == "done"
    assert waits(rows(journal)["S1"]) == [("permit", ("P1",), 21 * MIN)]


def test_a_request_that_is_refused_fails() -> None:
    journal = _run(step("S0", "electrician", "request", target="P1"), refuses="1")
    assert (rows(journal)["S0"].state, rows(journal)["S0"].why) == ("failed", "permit_refused")


def test_danger_to_life_acts_first_and_reports_after() -> None:
    journal = _run(_close(danger_to_life="true"))
    kinds = [(t, kind) for t, kind, *_ in told(journal, "permit_waived", "switch_moved", "message_received", "hazard")]
    assert kinds == [
        (0, "permit_waived"),
        (1 * MIN, "switch_moved"),
        (1 * MIN + 30_000, "message_received"),
    ]


def _opened(back_after: str) -> Journal:
    """The incomer is opened by agreement, five minutes after its feeder was lost for a while."""
    site = {
        "observations": {"lamp": {"sees": [{"load": "load-Z"}], "shown_at": "room"}},
        "devices": {"S2-Z": DEVICES["S1-A"]},
    }
    opening = step("S1", "electrician", "open", target="S2-Z", takes="5 min")
    permits = {"P1": {**PERMIT, "covers": ["S2-Z"], "dead_may_open": "true"}}
    of = dossier(network(2), site=site, cards=[card("k", "electrician", ALARM, opening)], permits=permits)
    return play(of, [{**LOSS, "for": back_after}], "2 h")


def test_what_is_dead_may_be_opened_by_agreement_and_what_is_live_again_may_not() -> None:
    dead, live = _opened("1 h"), _opened("1 min")
    for journal in (dead, live):
        assert [each.data["why"] for each in journal.of("permit_waived")] == ["agreement"]
        assert [each for each in journal.of("switch_moved") if each.data["cause"] == "step"]
    assert not [each for each in dead.of("hazard") if each.data["hazard"] == "without_permit"]
    assert [each for each in live.of("hazard") if each.data["hazard"] == "without_permit"]

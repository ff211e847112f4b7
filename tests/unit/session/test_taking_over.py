"""Roles go from the plan to people and back while a drill goes on, and people are told what stands in no list."""

from __future__ import annotations

import datetime as dt
from typing import Any

from drillsim.journal import Journal
from drillsim.network import flow_for
from drillsim.schema import Case, Msel
from drillsim.session import Participant, Reading, Session, open_drill, player
from drillsim.session.log import Log
from drillsim.simulation import Accepted, go_on, replay, simulate
from drillsim.units import MS_PER
from helpers.deciding import bytes_of
from helpers.shipped import HOSPITAL, scenario, shipped

MIN = MS_PER["min"]
NIGHT = "both-lost-night-autostart-fails"
LEADER = Participant("lead", "王老师", "controller")
CASE = Case(shipped(HOSPITAL), NIGHT, scenario(HOSPITAL, NIGHT))
FLOW = flow_for(CASE.dossier.network)
AT = Reading(1_000, 1_800_000_000_000)


def session_of(played: tuple[str, ...] = (), injects: dict[str, Any] | None = None) -> Session:
    msel = Msel.model_validate({"format": "1", "scenario": NIGHT, "injects": injects}) if injects else None
    return Session(open_drill(CASE, FLOW, played=played, msel=msel), Log())


def begun(journal: Journal) -> list[tuple[int, str]]:
    return [(e.t_ms, e.data["step"]) for e in journal.of("step_begins")]


def test_a_role_that_people_leave_alone_waits_and_the_plan_catches_up_when_it_takes_over() -> None:
    session = session_of(played=("duty-electrician",))
    session.jump(8 * MIN, LEADER, AT)
    assert not [e for e in session.drill.run.journal().of("card_triggered") if e.data["card"] == "RC-02"]
    session.let_play("duty-electrician", "", LEADER, AT)
    active = [e.t_ms for e in session.drill.run.journal().of("card_triggered") if e.data["card"] == "RC-02"]
    assert active == [8 * MIN]
    session.jump(60 * MIN, LEADER, AT)
    assert any(t_ms > 8 * MIN and step.startswith("S2") for t_ms, step in begun(session.drill.run.journal()))
    journal = session.drill.run.finish()
    assert bytes_of(replay(CASE, journal, flow=FLOW)) == bytes_of(journal)


def test_a_role_given_to_people_decides_nothing_more_by_itself_and_what_goes_on_goes_on() -> None:
    session, alone = session_of(), simulate(CASE, flow=FLOW)
    session.jump(7 * MIN, LEADER, AT)
    before = begun(session.drill.run.journal())
    assert before == [each for each in begun(alone) if each[0] <= 7 * MIN]
    for role in CASE.dossier.plan.actors:
        session.let_play(role, "lead", LEADER, AT)
    session.jump(50 * MIN, LEADER, AT)
    decided = [e.t_ms for e in session.drill.run.journal().of("decision") if e.data["decision"] != "withdraw"]
    assert max(decided) <= 7 * MIN
    assert set(session.played_roles) == set(CASE.dossier.plan.actors)
    journal = session.drill.run.finish()
    assert bytes_of(replay(CASE, journal, flow=FLOW)) == bytes_of(journal)


def test_words_of_the_moment_reach_those_they_are_for() -> None:
    session = session_of()
    session.jump(5 * MIN, LEADER, AT)
    answer = session.tell("ICU 问还要多久", ("duty-officer",), "icu-lead", LEADER, AT)
    assert isinstance(answer, Accepted)
    heard = [(h.sender, h.said, h.t_ms) for p in player(session, ("duty-officer",)).people for h in p.heard]
    assert ("icu-lead", "ICU 问还要多久", 5 * MIN) in heard
    assert not [h for p in player(session, ("dispatcher",)).people for h in p.heard if h.said]


def test_an_inject_for_a_time_of_day_comes_when_the_rooms_clock_has_come_to_it_and_time_runs() -> None:
    opened = dt.datetime(2026, 7, 15, 9, 0).astimezone()
    wall = int(opened.timestamp() * 1000)
    session = session_of(injects={
        "nine-five": {"at_clock": "09:05", "tell": "九点零五分", "to": "duty-officer"},
        "early": {"at_clock": "08:00", "tell": "明天的", "to": "duty-officer"},
    })  # fmt: skip
    session.opened(LEADER, Reading(0, wall))
    session.start(LEADER, Reading(0, wall))

    def told(until_s: int, since_s: int = 0) -> list[Any]:
        for second in range(since_s, until_s + 1):
            session.look(Reading(1_000 * second, wall + 1_000 * second))
        return [(e.t_ms, e.data["information"]) for e in session.drill.run.journal().of("information_given")]

    assert told(299) == []
    session.pause(LEADER, Reading(299_000, wall + 299_000))
    assert told(310, 299) == [], "nothing comes while it stands"
    session.start(LEADER, Reading(310_000, wall + 310_000))
    assert told(312, 310) == [(299_000, "nine-five")]


def test_the_log_says_how_late_it_is_while_time_runs() -> None:
    session = session_of()
    session.start(LEADER, Reading(0, 1_800_000_000_000))
    for second in range(21):
        session.look(Reading(1_000 * second, 1_800_000_000_000 + 1_000 * second))
    marks = [e.at_ms for e in session.log.entries if e.what == "clock"]
    assert marks == [0, 5_000, 10_000, 15_000, 20_000]


def test_a_permit_that_was_asked_for_before_is_answered_by_the_plan_in_its_time() -> None:
    alone = simulate(CASE, flow=FLOW)
    asked, given = (next(alone.of(f"permit_{each}")) for each in ("asked", "given"))
    session = session_of()
    session.jump((asked.t_ms + given.t_ms) // 2, LEADER, AT)
    again = go_on(CASE, session.drill.run.checkpoint, operators=session.drill.stand_in.operators(), flow=FLOW)
    again.advance(given.t_ms + MIN)
    assert [e.t_ms for e in again.journal().of("permit_given")] == [given.t_ms]

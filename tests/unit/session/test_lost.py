"""Where a missed limit was lost, held against the same drill led by hand up to that moment and left to the plan."""

from __future__ import annotations

from functools import cache

from drillsim.network import flow_for
from drillsim.schema import Case
from drillsim.session import Limit, LostLimit, Participant, Reading, Session, lost_by, missed_limits, open_drill
from drillsim.session.log import Log
from drillsim.simulation import Accepted, Act, Decision
from drillsim.units import MS_PER
from helpers.shipped import HOSPITAL, scenario, shipped

MIN = MS_PER["min"]
LEADER = Participant("lead", "王老师", "controller")
AT = Reading(1_000, 1_800_000_000_000)
ICU, XRAY = Limit("load", "icu"), Limit("function", "xray-service")
EVERYBODY = tuple(shipped(HOSPITAL).plan.actors)


@cache
def case(name: str) -> Case:
    return Case(shipped(HOSPITAL), name, scenario(HOSPITAL, name))


FLOW = flow_for(shipped(HOSPITAL).network)


def opened(name: str, played: tuple[str, ...]) -> Session:
    session = Session(open_drill(case(name), FLOW, played=played), Log())
    session.opened(LEADER, AT)
    return session


def by_the_plan(session: Session, until_ms: int) -> list[tuple[int, Decision]]:
    """People decide what the plan would, when it would, up to a moment; give what they decided."""
    did: list[tuple[int, Decision]] = []
    while session.drill.now < until_ms:
        for _, decision in list(session.due())[:1]:
            did.append((session.drill.now, decision))
            assert isinstance(session.decide(decision, LEADER, AT), Accepted)
        if not list(session.due()):
            session._jump(LEADER, AT, until_ms, lambda: bool(list(session.due())))
    return did


def ended(session: Session, at_ms: int) -> Session:
    session.jump(at_ms, LEADER, AT)
    session.stop("completed", LEADER, AT)
    return session


def answers(session: Session, *only: Limit) -> tuple[LostLimit, ...]:
    drill = session.drill
    return lost_by(drill.case, drill.run.journal(), session.log.entries, flow=FLOW, only=only or None)


def left_to_the_plan(
    name: str, played: tuple[str, ...], did: list[tuple[int, Decision]], at_ms: int, end_ms: int
) -> set[Limit]:
    """The limits missed where people decide as they did up to a moment, and the plan plays them from there on."""
    session = opened(name, played)
    for t_ms, decision in did:
        if t_ms <= at_ms:
            session.jump(t_ms, LEADER, AT)
            assert isinstance(session.decide(decision, LEADER, AT), Accepted)
    session.jump(at_ms, LEADER, AT)
    for role in played:
        session.let_play(role, "", LEADER, AT)
    ended(session, end_ms)
    return set(missed_limits(session.drill.case.dossier, session.drill.run.journal()))


def test_a_limit_lost_by_waiting_was_kept_to_the_second_it_says() -> None:
    session = opened("ats-fails", EVERYBODY)
    did = by_the_plan(session, 6 * MIN)
    ended(session, 40 * MIN)
    missed = missed_limits(session.drill.case.dossier, session.drill.run.journal())
    (found,) = answers(session, ICU)
    assert found.how == "waiting" and found.missed_ms == missed[ICU] and found.limit_ms == 500
    assert found.last_ms is not None and found.lost_by is not None and found.kept_by is not None
    assert (found.lost_by.at_ms, found.lost_by.decision) == did[-1]
    assert did[-1][0] < found.last_ms < found.missed_ms
    assert ICU not in left_to_the_plan("ats-fails", EVERYBODY, did, found.last_ms, 40 * MIN)
    assert ICU in left_to_the_plan("ats-fails", EVERYBODY, did, found.last_ms + 1_000, 40 * MIN)
    assert found.kept_by.decision not in [decision for _, decision in did]
    assert found.tried > 5 and found.of_cuts[0] == found.of_cuts[1] == len(did) + 1


def test_one_step_that_is_enough_is_named() -> None:
    session = opened("source-lost-day", EVERYBODY)
    ended(session, 80 * MIN)
    (found,) = answers(session)
    assert found.limit == XRAY and found.how == "waiting" and found.lost_by is None
    assert found.kept_by is not None and found.is_enough
    again = opened("source-lost-day", EVERYBODY)
    again.jump(found.kept_by.at_ms, LEADER, AT)
    assert isinstance(again.decide(found.kept_by.decision, LEADER, AT), Accepted)
    ended(again, 80 * MIN)
    assert not missed_limits(again.drill.case.dossier, again.drill.run.journal())


def test_a_limit_lost_by_what_was_decided_names_the_decision() -> None:
    session = opened("source-lost-day", ("duty-electrician",))
    session.jump(5 * MIN, LEADER, AT)
    fatal = Act("open", ("431",), "zhao")
    for decision in (Act("tag", ("101",), "wang"), fatal):
        session.decide(decision, LEADER, AT)
        session.jump(session.drill.now + 5 * MIN, LEADER, AT)
    ended(session, 3 * 60 * MIN)
    found = answers(session)
    assert found and all(each.how == "decision" and each.lost_by and each.lost_by.decision == fatal for each in found)
    assert all(each.left_out for each in found), "without it nothing would have been missed"


def test_what_the_plan_itself_would_have_missed_is_laid_to_nobody() -> None:
    session = opened("both-lost-night-autostart-fails", ("duty-electrician",))
    by_the_plan(session, 4 * MIN)
    ended(session, 32 * MIN)
    found = answers(session, ICU)
    assert [(each.how, each.last_ms, each.lost_by, each.kept_by) for each in found] == [("plan", None, None, None)]


def test_a_drill_that_missed_nothing_asks_nothing() -> None:
    assert answers(ended(opened("source-lost-day", ()), 80 * MIN)) == ()


def test_the_record_is_not_touched() -> None:
    session = opened("source-lost-day", EVERYBODY)
    ended(session, 80 * MIN)
    before = session.drill.run.journal()
    answers(session)
    assert session.drill.run.journal() == before

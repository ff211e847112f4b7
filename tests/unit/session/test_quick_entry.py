"""Three words keyed while people speak become a step of the plan, or an act of its own; the rest is named."""

from __future__ import annotations

import pytest

from drillsim.network import flow_for
from drillsim.schema import Case
from drillsim.session import Participant, Reading, Session, open_drill, understood
from drillsim.session.log import Log
from drillsim.simulation import Accepted, Act, Activate, Begin
from helpers.shipped import HOSPITAL, scenario, shipped

NIGHT = "both-lost-night-autostart-fails"
AT = Reading(1_000, 1_800_000_000_000)
LEADER = Participant("lead", "王老师", "controller")


@pytest.fixture
def session() -> Session:
    case = Case(shipped(HOSPITAL), NIGHT, scenario(HOSPITAL, NIGHT))
    roles = tuple(case.dossier.plan.actors)
    return Session(open_drill(case, flow_for(case.dossier.network), played=roles), Log())


@pytest.mark.parametrize(
    ("words", "decision"),
    [
        ("101 拉 值班电工", Act("open", ("101",), "wang")),
        ("值班电工 拉 101", Act("open", ("101",), "wang")),
        ("拉101，值班电工", Act("open", ("101",), "wang")),
        ("101 open duty-electrician", Act("open", ("101",), "wang")),
        ("102 合上 wang", Act("close", ("102",), "wang")),
        ("1号柴油发电机组 启动 值班电工", Act("start", ("genset-1",), "wang")),
        ("genset-1 start duty-electrician", Act("start", ("genset-1",), "wang")),
    ],
)
def test_device_act_and_role_in_any_order_and_either_language(session: Session, words: str, decision: Act) -> None:
    found = understood(session, words)
    assert (found.lacks, found.decision) == (None, decision)


@pytest.mark.parametrize(
    ("words", "lacks"),
    [
        ("101 值班电工", "act"),
        ("拉 值班电工", "device"),
        ("101 拉", "who"),
        ("101 拉 值班员", "who-of-several"),
        ("柴油发电机组 启动 值班电工", "device-of-several"),
        ("101 拉 pathology-lead", "nobody-on-duty"),
        ("", "act"),
    ],
)
def test_words_that_lack_something_say_what(session: Session, words: str, lacks: str) -> None:
    found = understood(session, words)
    assert (found.decision, found.lacks) == (None, lacks)


def test_where_the_plan_says_just_that_the_step_begins(session: Session) -> None:
    words = "1号柴油发电机组 启动 值班电工"
    assert isinstance(understood(session, words).decision, Act)
    assert isinstance(session.decide(Activate("RC-03", "wang"), LEADER, AT), Accepted)
    assert understood(session, words).decision == Begin("S304", "wang", ("wang",))


def test_what_was_keyed_stands_in_the_log_even_without_a_decision(session: Session) -> None:
    assert session.key("三号说先别动", None, LEADER, AT) is None
    entered = understood(session, "101 拉 值班电工")
    assert isinstance(session.key("101 拉 值班电工", entered.decision, LEADER, AT), Accepted)
    assert [(e.data["text"], e.data["role"]) for e in session.log.entries if e.what == "keyed"] == [
        ("三号说先别动", ""), ("101 拉 值班电工", "wang"),
    ]  # fmt: skip

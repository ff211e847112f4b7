"""The steps of a drill that goes on, as an evaluator has them before their eyes."""

from __future__ import annotations

from drillsim.findings import View
from drillsim.network import flow_for
from drillsim.schema import Case
from drillsim.session import Log, Participant, Reading, Session, open_drill
from drillsim.session.after import Evidence, evidence
from drillsim.units import MS_PER
from helpers.shipped import HOSPITAL, scenario, shipped

LEAD, EVALUATOR = Participant("lead", "lead", "controller"), Participant("evaluator", "evaluator", "evaluator")
NOW = Reading(1, 1)


def night(*played: str) -> Session:
    name = "both-lost-night-autostart-fails"
    case = Case(shipped(HOSPITAL), name, scenario(HOSPITAL, name))
    return Session(open_drill(case, flow_for(case.dossier.network), played=played), Log())


def seen(drill: Session) -> dict[str, Evidence]:
    view = View(drill.drill.case, drill.drill.run.journal())
    return {each.row.step: each for each in evidence(view, drill.log.entries, drill.played_roles, drill.drill.now)}


def does_what_is_due(drill: Session) -> None:
    while due := list(drill.due()):
        drill.decide(due[0][1], LEAD, NOW)


def test_a_step_stands_there_with_its_limit_its_waits_and_the_grade_the_rules_would_propose() -> None:
    drill = night("duty-electrician", "dispatcher")
    assert seen(drill) == {}
    drill.jump(10_000, LEAD, NOW)
    does_what_is_due(drill)
    for minute in (3, 6, 9, 60):
        drill.jump(minute * MS_PER["min"], LEAD, NOW)
        if minute < 60:
            does_what_is_due(drill)
    found = seen(drill)
    assert {each.role for each in found.values()} == {"duty-electrician", "dispatcher"}, "of those people play alone"
    proposed = {each.graded.proposed for each in found.values()}
    assert {"P", None} <= proposed
    for each in found.values():
        if each.row.finished_ms is not None and each.took_ms is not None:
            assert 0 <= each.took_ms <= each.row.finished_ms
        assert not (each.graded.proposed == "P" and each.is_over_limit)
        assert list(each.waits) == sorted(each.waits, key=lambda wait: -wait[2])
    waiting = [each for each in found.values() if each.row.state == "waiting" and each.waits]
    assert waiting and all(each.graded.proposed is None for each in waiting)


def test_what_evaluators_have_said_stands_beside_it_and_can_be_taken_back() -> None:
    drill = night("dispatcher")
    drill.jump(15_000, LEAD, NOW)
    does_what_is_due(drill)
    drill.jump(3 * MS_PER["min"], LEAD, NOW)
    step = next(iter(seen(drill)))
    assert seen(drill)[step].graded.given is None
    drill.rate(step, "S", "late", EVALUATOR, NOW)
    drill.remark(step, "spoke clearly", EVALUATOR, NOW)
    drill.remark(step, "spoke very clearly", EVALUATOR, NOW)
    graded = seen(drill)[step].graded
    assert (graded.given, graded.reason, graded.note) == ("S", "late", "spoke very clearly")
    drill.take_back(len(drill.log.entries), "", EVALUATOR, NOW)
    assert seen(drill)[step].graded.note == "spoke clearly"

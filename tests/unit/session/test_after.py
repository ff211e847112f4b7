"""After a drill: what is told and judged, from the journal and the log."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from drillsim.findings import View
from drillsim.journal import Journal, step_rows
from drillsim.session import NotAllowed, Participant, Record
from drillsim.session.after import (
    Correction,
    compared,
    corrected,
    corrections,
    goods,
    grades,
    keyed,
    late,
    limits,
    played_alone,
    proposed,
    rows,
    signed,
    statements,
    story,
    untried,
    valid,
    whole,
)
from drillsim.simulation import Accepted, Act, simulate
from helpers.ended_drill import AT, EVALUATOR, LEADER, MIN, PLAYED, ended, led

LATE_MS = 4 * MIN


@pytest.fixture(scope="module")
def slow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    record = ended(tmp_path_factory.mktemp("slow"), delay_ms=LATE_MS)
    yield record
    record.close()


@pytest.fixture(scope="module")
def alone(slow: Record) -> View:
    run = slow.session.drill.run
    return View(run.case, played_alone(run.case, run.journal(), run.flow))


def view_of(record: Record) -> View:
    run = record.session.drill.run
    return View(run.case, run.journal())


def test_the_plan_alone_with_the_injects_of_the_room_is_what_the_batch_run_does(slow: Record, alone: View) -> None:
    run = slow.session.drill.run
    batch = simulate(run.case, seed=1, flow=run.flow)

    def loads(journal: Journal) -> list[tuple[int, str, str]]:
        last = run.journal().end_ms
        return [(e.t_ms, e.type, e.data["load"]) for e in journal.of("load_lost", "load_restored") if e.t_ms <= last]

    assert loads(alone.journal) == loads(batch)
    assert alone.journal.end_ms == run.journal().end_ms
    assert len(list(alone.journal.of("information_given"))) == len(list(run.journal().of("information_given")))


def test_who_decides_four_minutes_late_is_told_so_with_the_reason(slow: Record, alone: View) -> None:
    found = late(view_of(slow), alone)
    assert 0 < len(found) <= 5
    assert [each.own_ms for each in found] == sorted((each.own_ms for each in found), reverse=True)
    for each in found:
        assert each.role in (*PLAYED, ""), "roles people played; nobody else was late by their own"
        reasons = {reason: ms for reason, ms, _ in each.reasons}
        assert reasons.get("undecided", 0) >= LATE_MS - MIN, each


def test_who_follows_the_plan_at_once_is_not_late(tmp_path: Path) -> None:
    record = ended(tmp_path, delay_ms=0)
    run = record.session.drill.run
    other = View(run.case, played_alone(run.case, run.journal(), run.flow))
    view = view_of(record)
    assert [each for each in late(view, other) if each.own_ms > MIN] == []
    found = {each.id: each.proposed for each in grades(view, other, None, record.session.log.entries)}
    assert "P" in found.values() and "S" not in found.values()
    record.close()


def test_goods_rest_on_events_and_belong_to_people(slow: Record, alone: View, tmp_path: Path) -> None:
    found = goods(view_of(slow), alone)
    assert 0 < len(found) <= 3
    assert all(each.evidence and max(each.evidence) < len(slow.session.drill.run.journal().events) for each in found)
    nobody = led(tmp_path, played=(), until_min=30)
    nobody.session.stop("completed", LEADER, AT)
    codes = {each.code for each in goods(view_of(nobody), None)}
    assert codes <= {"good-kept", "good-kept-beyond-plan"}, "what the plan did is nobody's merit"
    assert whole(view_of(nobody), None, "completed", nobody.session.log.entries).why.code == "grade-whole-nobody"
    nobody.close()


def test_the_story_has_a_dozen_lines_in_order_with_the_limits_passed(slow: Record) -> None:
    found = story(view_of(slow))
    assert 5 <= len(found) <= 12
    assert [each.at_ms for each in found] == sorted(each.at_ms or 0 for each in found)
    assert found[0].code == "line-faults"
    assert sum(each.code.startswith("line-limit") for each in found) in range(1, 5)


def test_every_limit_missed_stands_beside_the_plan_alone(slow: Record, alone: View) -> None:
    view = view_of(slow)
    found = limits(view, alone)
    missed = {v.id for v in view.verdicts if v.verdict == "missed"}
    assert {each.verdict.id for each in found if each.verdict.verdict == "missed"} == missed
    assert all(each.alone is not None for each in found)
    icu = next(each for each in found if each.verdict.id == "icu")
    assert icu.alone is not None and icu.verdict.outage_ms > icu.alone.outage_ms


def test_a_correction_moves_the_step_and_not_the_plant(slow: Record) -> None:
    journal = slow.session.drill.run.journal()
    row = next(each for each in step_rows(journal) if each.step == "S301")
    assert row.finished_ms is not None and row.started_ms is not None
    made = [Correction(1, "S301", row.finished_ms - 2 * MIN, "li", "")]
    after = corrected(journal, made)
    now = next(each for each in step_rows(after) if each.step == "S301")
    assert now.finished_ms == row.finished_ms - 2 * MIN
    assert now.started_ms == row.started_ms - 2 * MIN
    assert now.by[0] == "li"
    assert [event.seq for event in after.events] == list(range(len(after.events)))
    assert [event.t_ms for event in after.events] == sorted(event.t_ms for event in after.events)
    plant = ("load_lost", "load_restored", "switch_moved", "source_running", "function_changed")
    assert [(e.t_ms, e.data) for e in after.of(*plant)] == [(e.t_ms, e.data) for e in journal.of(*plant)]
    assert corrected(journal, [Correction(1, "S999", 0, "", "")]) is journal


def test_a_limit_counts_from_when_the_step_could_begin_and_a_correction_may_mend_it(slow: Record, alone: View) -> None:
    run = slow.session.drill.run
    over = [each for each in late(view_of(slow), alone) if each.against == "limit"]
    assert over, "four minutes of waiting are beyond a limit of five"
    row = next(each for each in view_of(slow).rows if each.step == over[0].step)
    assert row.finished_ms is not None
    made = [Correction(1, row.step, row.finished_ms - over[0].late_ms, "", "")]
    after = View(run.case, corrected(run.journal(), made))
    assert row.step not in {each.step for each in late(after, alone) if each.against == "limit"}
    before = {each.id: each.proposed for each in grades(view_of(slow), alone, None, ())}
    assert before[row.step] == "M"
    assert {each.id: each.proposed for each in grades(after, alone, None, ())}[row.step] in ("P", "S")


def test_what_is_taken_back_does_not_hold_and_stays_in_the_log(tmp_path: Path) -> None:
    record = led(tmp_path, until_min=25)
    session = record.session
    entry = session.correct("S201", 0, "", "试", LEADER, AT)
    assert [each.step for each in corrections(session.log.entries)] == ["S201"]
    session.take_back(entry.number, "记错", LEADER, AT)
    assert corrections(session.log.entries) == ()
    assert entry in session.log.entries and entry not in list(valid(session.log.entries))
    with pytest.raises(KeyError):
        session.take_back(1, "", LEADER, AT)  # that the session was opened cannot be undone by a line
    with pytest.raises(ValueError):
        session.correct("S201", session.drill.now + 1, "", "", LEADER, AT)
    with pytest.raises(KeyError):
        session.correct("S999", 0, "", "", LEADER, AT)
    with pytest.raises(NotAllowed):
        session.correct("S201", 0, "", "", EVALUATOR, AT)
    record.close()


def test_keyed_words_are_completed_later(tmp_path: Path) -> None:
    record = led(tmp_path, until_min=10)
    session = record.session
    session.key("101 拉", None, LEADER, AT)
    (words,) = keyed(session.log.entries)
    assert (words.is_completed, words.role) == (False, "")
    session.complete(words.entry, 5 * MIN, "duty-electrician", "S201", LEADER, AT)
    (words,) = keyed(session.log.entries)
    assert (words.at_ms, words.role, words.is_completed) == (5 * MIN, "duty-electrician", True)
    assert [each.at_ms for each in corrections(session.log.entries)] == [5 * MIN]
    record.close()


def test_a_grade_given_stands_beside_the_proposal_and_a_later_change_shows_at_the_signature(tmp_path: Path) -> None:
    record = ended(tmp_path, delay_ms=LATE_MS, until_min=40)
    session, view = record.session, view_of(record)
    first = next(each for each in grades(view, None, None, session.log.entries) if each.proposed)
    session.rate(first.id, "S", "口令清楚", EVALUATOR, AT)
    given = next(each for each in grades(view, None, None, session.log.entries) if each.id == first.id)
    assert (given.proposed, given.given, given.reason, given.by) == (first.proposed, "S", "口令清楚", "evaluator")
    session.sign("评估组长", EVALUATOR, AT)
    assert [each.changed_since for each in signed(session.log.entries)] == [False]
    session.grade("whole", "M", "看预案", EVALUATOR, AT)
    assert [each.changed_since for each in signed(session.log.entries)] == [True]
    assert whole(view, None, "completed", session.log.entries).given == "M"
    with pytest.raises(NotAllowed):
        session.sign("谁", Participant("o", "o", "observer"), AT)
    record.close()


@pytest.mark.parametrize("how", ["aborted", "abandoned", "real_emergency"])
def test_a_drill_that_was_not_completed_has_no_grade_as_a_whole(tmp_path: Path, how: str) -> None:
    record = ended(tmp_path, how, until_min=20)  # type: ignore[arg-type]
    found = whole(view_of(record), None, how, record.session.log.entries)
    assert (found.proposed, found.given) == (None, None)
    assert found.why.code == f"grade-whole-{how.replace('_', '-')}"
    with pytest.raises(ValueError):
        record.session.grade("whole", "P", "", EVALUATOR, AT)
    record.close()


def test_a_hazard_of_somebodys_own_act_makes_the_drill_bad_and_stands_beside_the_plan(tmp_path: Path) -> None:
    record = led(tmp_path, until_min=1, delay_ms=60 * MIN)
    session, run = record.session, record.session.drill.run
    assert isinstance(session.decide(Act("open", ("101",), "wang"), LEADER, AT), Accepted)
    session.jump(30 * MIN, LEADER, AT)
    session.stop("completed", LEADER, AT)
    record.close()
    view, other = view_of(record), View(run.case, played_alone(run.case, run.journal(), run.flow))
    found = compared(view, other)
    assert [name for name in found.only_people if "[" in name] == ["open[101]"]
    assert [e.data["decision"] for e in found.departed] == ["act"]
    assert {e.data["hazard"] for e in view.journal.of("hazard")} == {"without_permit", "without_supervisor"}
    graded = whole(view, other, "completed", session.log.entries)
    assert (graded.proposed, graded.why.code) == ("U", "grade-whole-hazard")
    assert {each.id: each.proposed for each in grades(view, other, None, ())}["S201"] == "U", "the report never came"


def test_the_list_proposes_each_weak_point_once_and_every_note(slow: Record) -> None:
    from drillsim.findings import weak_points

    session, view = slow.session, view_of(slow)
    session.note("对讲机没电", LEADER, AT)
    found = proposed(view.dossier, view.journal, weak_points(view), session.log.entries)
    keys = [(row.code, row.subject) for row in found if row.code]
    assert len(keys) == len(set(keys)) > 3
    assert found[-1].problem == "对讲机没电" and found[-1].code == ""
    first = found[0]
    told = {
        "row": first.id, "code": first.code, "subject": first.subject, "problem": "", "clause": first.clause,
        "at_ms": first.at_ms, "severity": first.severity, "measure": "补装", "side": "customer", "person": "张三",
        "due": "2027-03-01", "status": "open", "reason": "",
    }  # fmt: skip
    session.keep_row(told, LEADER, AT)
    session.keep_row({**told, "person": "李四"}, EVALUATOR, AT)
    kept = rows(found, session.log.entries)
    assert (kept[0].measure, kept[0].person, kept[0].status) == ("补装", "李四", "open")
    with pytest.raises(NotAllowed):
        session.keep_row(told, Participant("o", "o", "observer"), AT)


def test_what_somebody_believed_wrongly_is_told_with_what_was_so(slow: Record) -> None:
    run = slow.session.drill.run
    truth = run.truth()
    found = statements(run, PLAYED)
    assert found and all(truth[each.kind, each.id] == each.true for each in found)
    disputed = [each.is_disputed for each in found]
    assert disputed == sorted(disputed, reverse=True)
    for each in found:
        for belief in each.beliefs:
            holders = run.case.dossier.plan.actors[belief.role].held_by
            held = [run.view(name).belief(each.kind, each.id) for name in holders]
            assert belief.value in [h.value for h in held if h is not None]
            assert belief.is_wrong == (belief.value != each.true)


def test_what_was_not_exercised_is_said(slow: Record) -> None:
    found = {each.code: each.facts for each in untried(view_of(slow), None, slow.session.log.entries)}
    roles = found["untried-roles"]["ids"]
    assert set(roles) == set(slow.session.drill.case.dossier.plan.actors) - set(PLAYED)
    assert "not-tested:card-never-triggered" in found
    moved = {e.data["switch"] for e in slow.session.drill.run.journal().of("switch_moved")}
    assert not set(found["untried-switches"]["ids"]) & moved

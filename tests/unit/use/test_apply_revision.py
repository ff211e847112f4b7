"""Changes written as the next version: what stands in the files, what is kept, what is on record, what is refused."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from drillsim.errors import InvalidInput, Problem
from drillsim.files import (
    Append,
    Insert,
    Remove,
    Set,
    Tree,
    find_scenarios,
    kept_versions,
    load_customer,
    read_revisions,
)
from drillsim.revision.joined import chosen
from drillsim.revision.recommendation import Recommendation
from drillsim.schema import AppliedChange
from drillsim.texts import problem_line
from drillsim.use.apply_revision import Applied, apply_changes
from drillsim.use.load import load
from drillsim.use.register import taking
from drillsim.use.revision_row import Evidence
from helpers.changes import FIRST, PURCHASE, RIVAL, ROSTER, SECOND, STEPS, TURNED, change, plan, small_hospital
from helpers.command import files_below

DAY = dt.date(2026, 12, 1)


@pytest.fixture
def hospital(tmp_path: Path) -> Path:
    """The small hospital."""
    return small_hospital(tmp_path)


def seen(hospital: Path) -> Evidence:
    """A run on the files as they are."""
    return Evidence("own-s1", "own", 1, dict(load_customer(hospital).digests))


def applied(hospital: Path, *changes: Recommendation, evidence: Evidence | None = None) -> Applied:
    return apply_changes(load(hospital)[0], changes, as_of=DAY, evidence=evidence or seen(hospital))


def refused(hospital: Path, *changes: Recommendation, evidence: Evidence | None = None) -> tuple[Problem, ...]:
    """What is wrong; nothing may be written."""
    before = files_below(hospital)
    with pytest.raises(InvalidInput) as error:
        applied(hospital, *changes, evidence=evidence)
    assert files_below(hospital) == before
    return error.value.problems


def step_ids(hospital: Path) -> list[str]:
    return [step.id for step in load_customer(hospital).dossier.plan.cards[0].steps]


def test_two_changes_are_one_new_version_and_the_old_one_is_kept(hospital: Path) -> None:
    before = files_below(hospital)
    found = applied(hospital, FIRST, SECOND)
    assert (found.old, found.new, found.minor) == ("2.0", "3.0", False)
    assert found.written == ("plan.yaml", "history/revisions.yaml")
    plan_now = found.folder.dossier.plan
    assert [step.id for step in plan_now.cards[0].steps] == ["S01", "S01a", "S02", "S03", "S04"]
    assert {step.id: step.predecessors for step in plan_now.cards[0].steps}["S03"] == ()
    assert found.kept == hospital / "history" / "2.0"
    assert files_below(found.kept) == before
    assert [step.id for step in load_customer(found.kept).dossier.plan.cards[0].steps] == ["S01", "S02", "S03", "S04"]


def test_a_version_made_of_a_search_names_no_scenario_and_counts_what_stands_in_no_clause(hospital: Path) -> None:
    evidence = replace(seen(hospital), run="revise-s1", scenario="")
    reason = applied(hospital, FIRST, ROSTER, evidence=evidence).folder.dossier.plan.reason
    assert reason == (
        "按复演记录“revise-s1”修订：9.1-2；条款以外（设备、定值、值班、培训）1 项"
        " (revised after re-runs on record as revise-s1: 9.1-2; outside the clauses (equipment, settings, roster,"
        " training): 1)"
    )


def test_a_new_text_is_a_draft_that_nobody_signed(hospital: Path) -> None:
    text = (hospital / "plan.yaml").read_text(encoding="utf-8")
    plan_now = applied(hospital, FIRST).folder.dossier.plan
    assert (plan_now.version, plan_now.status, plan_now.sign_offs, plan_now.effective) == ("3.0", "draft", (), None)
    assert plan_now.next_review == dt.date(2027, 1, 1)
    assert plan_now.revised_because == ("other",)
    assert plan_now.reason == "按场景 own 的复演结果修订：9.1-2 (revised after re-runs of own: 9.1-2)"
    now = (hospital / "plan.yaml").read_text(encoding="utf-8")
    assert 'version: "3.0"\nstatus: draft\nnext_review: 2027-01-01\nscope: [SRC1, SRC2]\n' in now
    assert now.startswith("# 处置卡:谁、何时、凭什么知道、做什么\nformat: 1\n")
    assert now[now.index("  - id: C2") : now.index("reason:")] in text


def test_a_change_of_people_alone_keeps_the_approval(hospital: Path) -> None:
    found = applied(hospital, TURNED)
    plan_now = found.folder.dossier.plan
    assert (found.new, found.minor, plan_now.status, len(plan_now.sign_offs)) == ("2.1", True, "approved", 2)
    assert plan_now.effective == dt.date(2026, 1, 1)
    assert plan_now.actors["electrician"].held_by == ("li", "wang")
    assert found.written == ("customer.yaml", "plan.yaml", "history/revisions.yaml")


def test_a_new_post_has_to_be_approved(hospital: Path) -> None:
    found = applied(hospital, ROSTER)
    plan_now = found.folder.dossier.plan
    assert (found.new, found.minor, plan_now.status, plan_now.sign_offs) == ("3.0", False, "draft", ())
    assert found.posts.people == ("sun",)


def test_a_draft_goes_on_by_its_last_number(hospital: Path) -> None:
    assert applied(hospital, FIRST).new == "3.0"
    assert applied(hospital, change("P01-S03-first", plan(Set((*STEPS, 3, "after"), ["S01a"])))).new == "3.1"
    assert kept_versions(hospital) == ("2.0", "3.0")


def test_each_change_is_on_record(hospital: Path) -> None:
    applied(hospital, TURNED)
    path = hospital / "history" / "revisions.yaml"
    path.write_text("# 会议纪要另存\n" + path.read_text(encoding="utf-8") + "  # to be continued\n", encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    applied(hospital, FIRST, SECOND)
    after = path.read_text(encoding="utf-8")
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []
    assert after.startswith("# 会议纪要另存\n") and after.endswith("  # to be continued\n")
    record, _ = read_revisions(hospital)
    assert [(each.from_, each.to, each.recommendation, each.minor) for each in record.changes] == [
        ("2.0", "2.1", TURNED.id, True), ("2.1", "3.0", FIRST.id, False), ("2.1", "3.0", SECOND.id, False),
    ]  # fmt: skip
    assert record.changes[1] == AppliedChange.model_validate({
        "from": "2.1", "to": "3.0", "date": "2026-12-01", "recommendation": "P01-S02-told", "kind": "paper",
        "owner": "customer", "place": {"kind": "clause", "clause": "9.1-2"},
        "old": {"zh": "拉开101开关", "en": "Open 101"},
        "new": {"zh": "5分钟内拉开101开关", "en": "Open 101 within 5 min"},
        "reason": [{"code": "P01", "subject": "S02"}, {"code": "M05", "subject": "wang"}],
        "evidence": {"run": "own-s1", "scenario": "own", "seed": "1", "events": ["12", "40"]}, "supported": "true",
        "gain": [{"subject": "icu", "what": "interruption", "limit": "500 ms", "before": "22 min 54 s",
                  "after": "1 min"}],
    })  # fmt: skip


def test_ten_in_a_row_and_every_one_of_them_can_be_read(hospital: Path) -> None:
    for number in range(10):
        name = f"S0{number}x"
        entry: Tree = {"id": name, "text": "报告", "do": "report", "by": "electrician", "takes": "1 min",
                 "tells": [{"to": "dispatcher", "channel": "phone"}]}  # fmt: skip
        applied(hospital, change(f"P01-{name}", plan(Append(STEPS, entry))))
    versions = ("2.0", *(f"3.{number}" for number in range(9)))
    assert kept_versions(hospital) == versions
    assert [len(step_ids(hospital / "history" / each)) for each in versions] == list(range(4, 14))
    assert len(step_ids(hospital)) == 14
    assert [each.to for each in read_revisions(hospital)[0].changes] == [f"3.{number}" for number in range(10)]


def test_a_kept_version_is_of_the_same_customer_with_its_scenarios(hospital: Path) -> None:
    kept = applied(hospital, FIRST).kept
    folder, (scenario,) = load(kept, ["own"])
    assert (folder.dossier.folder, scenario.id) == ("small-hospital", "own")
    assert find_scenarios(kept) == find_scenarios(hospital)
    assert folder.results == Path("small-hospital/history/2.0")
    assert load(hospital)[0].results == Path("small-hospital")


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ((), "no-change-chosen", "--apply"),
        ((PURCHASE,), "change-without-edit", PURCHASE.id),
        ((replace(FIRST, verdict="rejected"),), "change-rejected", FIRST.id),
        ((SECOND, RIVAL), "changes-collide", "cards.0.steps.2.after"),
        ((change("longer", plan(Set((*STEPS, 1, "takes"), "9 s"))),), "change-of-figures", "cards.0.steps.1.takes"),
        ((change("signed", plan(Set(("status",), "approved"))),), "change-of-version", "status"),
        ((change("gone", plan(Set((*STEPS, 1, "by"), "nobody"))),), "change-does-not-fit", "cards.0.steps.1.by"),
        ((change("away", plan(Set(("cards", 9, "level"), "I"))),), "change-does-not-fit", "cards.9.level"),
    ],
)
def test_what_cannot_be_written_is_told_and_nothing_is(
    hospital: Path, changes: tuple[Recommendation, ...], code: str, field: str
) -> None:
    problems = refused(hospital, *changes)
    assert [(each.code, each.field) for each in problems] == [(code, field)]


def test_two_that_do_not_go_together_are_named_with_clause_and_line(hospital: Path) -> None:
    (problem,) = refused(hospital, FIRST, SECOND, RIVAL)
    assert problem_line("en", problem) == (
        f"{hospital.as_posix()}/plan.yaml:28: cards.0.steps.2.after: Changes P01-S03-alone (clause 9.1-3) and"
        " P01-S03-later (clause 9.1-3) do not go together: both change this place. Apply one of them, run again, and"
        " see whether the other is still needed."
    )


def test_two_new_steps_of_one_name_both_come_each_with_its_own(hospital: Path) -> None:
    (put_in,) = FIRST.edits
    assert isinstance(put_in.edit, Insert)
    other = change("P01-S02-other", plan(Append(STEPS, put_in.edit.value)))
    applied(hospital, SECOND, FIRST, other)
    assert step_ids(hospital) == ["S01", "S01a", "S02", "S03", "S04", "S01b"]


def test_two_new_cards_of_one_name_both_come_each_with_its_own(hospital: Path) -> None:
    def card(clause: str) -> Recommendation:
        entry: Tree = {"id": "S9", "clause": clause, "text": "报告", "do": "report", "by": "electrician",
                       "takes": "1 min",
                       "tells": [{"to": "dispatcher", "channel": "phone"}]}  # fmt: skip
        new: Tree = {"id": "RC-new", "title": clause, "clause": clause, "trigger": {"bus": "I-10kV", "is": "dead"},
                     "activation": {"by": "electrician"}, "steps": [entry]}  # fmt: skip
        return change(f"D03-{clause}", plan(Append(("cards",), new)))

    cards = applied(hospital, card("9.8"), card("9.9")).folder.dossier.plan.cards
    assert [(each.id, each.clause, [step.id for step in each.steps]) for each in cards[-2:]] == [
        ("RC-new", "9.8", ["S9"]), ("RC-new-2", "9.9", ["S9a"]),
    ]  # fmt: skip


def test_a_new_step_both_bring_word_for_word_comes_once(hospital: Path) -> None:
    (put_in,) = FIRST.edits
    other = change("P01-S02-other", put_in, *SECOND.edits)
    applied(hospital, FIRST, other)
    assert step_ids(hospital) == ["S01", "S01a", "S02", "S03", "S04"]


def test_files_that_changed_since_the_run_are_named(hospital: Path) -> None:
    before = seen(hospital)
    with (hospital / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("# later\n")
    problems = refused(hospital, FIRST, evidence=before)
    assert [(each.file, each.code) for each in problems] == [(f"{hospital.as_posix()}/site.yaml", "changed-since-run")]
    assert "own-s1" in problem_line("zh", problems[0])


def test_a_name_that_is_not_there_is_told_with_those_like_it() -> None:
    with pytest.raises(InvalidInput) as error:
        chosen((FIRST, SECOND, ROSTER), ("P01-S03-alone", "P01-S02-tolt"))
    (problem,) = error.value.problems
    assert problem.code == "no-such-change" and dict(problem.facts)["near"].startswith(FIRST.id)


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("format: 1\nchanges:\n  - {from: 1.0, too: 2.0}\n", 3, "unknown-key"),
        ("format: 1\nchanges: yes\n", 2, "expected-list"),
        ("format: 7\n", 1, "format-unknown"),
        ("format: 1\nchanges: [\n", 2, "syntax-end"),
    ],
)
def test_a_record_edited_into_a_mess_is_told_with_file_and_line(
    hospital: Path, text: str, line: int, code: str
) -> None:
    (hospital / "history").mkdir()
    (hospital / "history" / "revisions.yaml").write_text(text, encoding="utf-8")
    label = f"{hospital.as_posix()}/history/revisions.yaml"
    assert (label, line, code) in [(each.file, each.line, each.code) for each in refused(hospital, FIRST)]


def test_a_version_without_a_number_and_one_that_is_taken_are_told(hospital: Path) -> None:
    path = hospital / "plan.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('version: "2.0"', "version: first"), encoding="utf-8")
    assert [(each.line, each.code) for each in refused(hospital, FIRST)] == [(4, "version-without-number")]
    path.write_text(text, encoding="utf-8")
    applied(hospital, FIRST)
    path.write_text(text, encoding="utf-8")
    assert [(each.line, each.code) for each in refused(hospital, FIRST)] == [(4, "version-kept-already")]


def test_a_kept_version_stays_as_it_is(hospital: Path) -> None:
    kept = applied(hospital, FIRST).kept
    assert [each.code for each in refused(kept, SECOND)] == ["version-is-kept"]


ENTRY = "W-0001: {code: P01, subject: S04, status: open, opened: 2026-01-10}\n"


def with_register(hospital: Path, entry: str = ENTRY) -> None:
    """A register beside the plan, and a drill that exposed its entry."""
    (hospital / "register.yaml").write_text(f"# 台账\nformat: 1\n{entry}", encoding="utf-8")
    with (hospital / "customer.yaml").open("a", encoding="utf-8") as stream:
        stream.write("drills: [{date: 2026-01-09, exposed: [W-0001]}]\n")


def test_the_register_stays_and_the_kept_version_needs_none(hospital: Path) -> None:
    with_register(hospital)
    found = applied(hospital, FIRST, SECOND)
    assert (hospital / "register.yaml").read_text(encoding="utf-8") == f"# 台账\nformat: 1\n{ENTRY}"
    assert found.folder.dossier.register is not None
    assert not (found.kept / "register.yaml").exists()
    kept = load_customer(found.kept).dossier
    assert kept.register is None and kept.customer.drills[0].exposed == ("W-0001",)
    with pytest.raises(InvalidInput) as error:
        taking(load(found.kept)[0], (), DAY, "en")
    assert [each.code for each in error.value.problems] == ["version-is-kept"]


def test_what_an_open_entry_is_about_is_not_taken_out(hospital: Path) -> None:
    with_register(hospital)
    gone = change("P01-S04-gone", plan(Remove((*STEPS, 1, "on_failure"))), plan(Remove((*STEPS, 3))))
    (problem,) = refused(hospital, gone)
    assert (problem.field, problem.code) == ("W-0001.subject", "register-subject")
    with_closed = ENTRY.replace("status: open", "status: done, closed: 2026-03-01")
    (hospital / "register.yaml").write_text(f"format: 1\n{with_closed}", encoding="utf-8")
    assert applied(hospital, gone).folder.dossier.register is not None

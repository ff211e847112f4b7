"""Edits of real recommendations: the law, ids kept, other bytes kept, and what paper may not change."""

from __future__ import annotations

from functools import cache

import pytest

from drillsim.files.edit import EditError, Set
from drillsim.files.part import part_of
from drillsim.journal.timeline import step_rows
from drillsim.revision.apply import MODELS, Edited, edit_folder, value_of
from drillsim.revision.figures import changed_figures, is_honest
from drillsim.revision.measure import measured
from drillsim.revision.propose import needs, propose
from drillsim.revision.recommendation import AssumedEffect, FileEdit, Place, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.revision.wait_cost import wait_lengths
from drillsim.schema.base import Words
from drillsim.schema.dossier import Case
from drillsim.schema.kinds import kinds
from helpers.hospital import NIGHT, hospital, run_of, script

SCENARIOS = (NIGHT, "ats-fails", "fuel-refill-off", "bzt-disabled", "phone-lost")


@cache
def candidates() -> dict[str, Recommendation]:
    """Every change with edits that comes to mind for the hospital in these scenarios."""
    found: dict[str, Recommendation] = {}
    for name in SCENARIOS:
        case, journal = Case(hospital().dossier, name, script(name).scenario), run_of(hospital(), script(name))
        findings = measured(case, journal).findings
        context = ReviewContext(hospital(), case, journal, findings, wait_lengths(step_rows(journal)), None)
        found |= {each.id: each for need in needs(context) for each in propose(context, need)}
    return found


@cache
def edited_by(name: str) -> Edited:
    """The hospital with one of them made."""
    return edit_folder(hospital(), candidates()[name].edits)


def test_many_changes_come_to_mind() -> None:
    assert len({code for each in candidates().values() for code in each.codes}) >= 7


def test_the_text_edited_and_loaded_is_the_value_edited() -> None:
    for each in candidates().values():
        for name, model in MODELS.items():
            edits = tuple(edit.edit for edit in each.edits if edit.file == name)
            file = hospital().file(name)
            text = edited_by(each.id).texts.get(name)
            if not edits or text is None:
                assert not edits
                continue
            assert part_of(model, text.encode("utf-8"), name, name).value == value_of(model, file, edits), each.id


def test_an_edit_takes_no_id_away_and_touches_no_other_line() -> None:
    before = kinds(hospital().dossier)
    for each in candidates().values():
        edited = edited_by(each.id)
        assert before.items() <= kinds(edited.folder.dossier).items(), each.id
        for name, text in edited.texts.items():
            document = hospital().file(name).document
            assert document is not None
            gone = [line for line in document.text.splitlines() if line not in text.splitlines()]
            edits = sum(edit.file == name for edit in each.edits)
            assert len(gone) <= 8 * edits, (each.id, gone)


def test_steps_that_are_added_have_ids_and_clauses_of_their_own() -> None:
    steps = {step.id for _, step in hospital().dossier.plan.steps()}
    clauses = {step.clause for _, step in hospital().dossier.plan.steps()}
    for each in candidates().values():
        plan = edited_by(each.id).folder.dossier.plan
        for _, step in plan.steps():
            if step.id not in steps:
                assert step.clause not in clauses, each.id
                assert step.text.zh, each.id
                assert step.text.en, each.id


def test_wording_and_settings_change_no_duration_no_chance_and_no_limit() -> None:
    assert [each.id for each in candidates().values() if not is_honest(each)] == []


def _changing(kind: str, *, assumed: bool = False) -> Recommendation:
    edit = FileEdit("plan.yaml", Set(("cards", 0, "steps", 0, "takes"), "1 min"))
    effect = AssumedEffect("plan.yaml", "cards.0.steps.0.takes", "s", 120, 60) if assumed else None
    return Recommendation(
        id="x", codes=("M03",), subject="S101", place=Place("clause"), clause="", new=Words(zh="新", en="new"),
        owner="customer", kind=kind, edits=(edit,), assumed=effect,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["paper", "setting", "staffing", "training", "purchase"])
def test_a_shorter_time_is_an_effect_only_training_and_purchases_may_assume(kind: str) -> None:
    assert not is_honest(_changing(kind))
    assert is_honest(_changing(kind, assumed=True)) == (kind in ("training", "purchase"))


def test_a_predecessor_is_no_duration() -> None:
    after = FileEdit("plan.yaml", Set(("cards", 0, "steps", 1, "after"), []))
    delay = FileEdit("site.yaml", Set(("transfers", "ats-em", "return", "after"), "5 min"))
    assert changed_figures((after, delay)) == ("transfers.ats-em.return.after",)


def test_the_network_is_not_edited() -> None:
    with pytest.raises(EditError):
        edit_folder(hospital(), (FileEdit("network.yaml", Set(("format",), "1")),))


def test_what_is_no_wording_of_a_step_never_stands_in_its_clause() -> None:
    """Rosters, settings, equipment and training go where such things stand; old wording is the text there."""
    clauses = {step.text for _, step in hospital().dossier.plan.steps()}
    for each in candidates().values():
        if each.kind == "paper":
            assert each.place.kind in ("clause", "new_clause", "resources", "agreement"), each.id
        else:
            assert each.place.kind in ("roster", "settings", "equipment", "training", "agreement"), each.id
            assert each.clause == ""
            assert each.old not in clauses, each.id


def test_a_new_step_is_a_new_clause_behind_one_that_is_there() -> None:
    plan = hospital().dossier.plan
    known = {step.clause for _, step in plan.steps()} | {card.clause for card in plan.all_cards()}
    new = [each for each in candidates().values() if each.place.kind == "new_clause"]
    assert new
    for each in new:
        assert each.place.clause not in known - {""}, each.id
        assert each.place.after in known | {""}, each.id

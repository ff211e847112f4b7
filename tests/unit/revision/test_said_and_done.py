"""What is operated is what the clause says, one side is opened before the other."""

from __future__ import annotations

from dataclasses import replace

from drillsim.files.edit import Insert, Set
from drillsim.revision.propose import named, step_form
from helpers.played import BOTH, EAST, Script, event
from helpers.small_customer import Change
from helpers.trying import small
from unit.findings.weak_point_cases import CASES, NO_TIE

C1 = "plan/cards/0"
NEIGHBOUR: tuple[Change, ...] = (
    (f"{C1}/steps/2/target", "401"),
    (f"{C1}/steps/2/success_check", {"switch": "100", "is": "closed"}),
)
"""The clause and its check say 100, the step operates 401."""


def test_a_step_that_operates_another_device_than_clause_and_check_say_operates_that_one() -> None:
    run = small(Script((EAST, NO_TIE), NEIGHBOUR))
    (change,) = {str(each.edits): each for each in run.proposed("M04", named.as_the_clause_says)}.values()
    assert [each.edit for each in change.edits] == [Set(("cards", 0, "steps", 2, "target"), ["100"])]


def test_where_only_the_wording_differs_nothing_is_operated_otherwise() -> None:
    run = small(CASES["M04"].fires)
    assert run.proposed("M04", named.as_the_clause_says) == []


def test_whoever_closes_the_standby_side_by_hand_opens_the_normal_side_first() -> None:
    fires = CASES["O01"].fires
    run = small(replace(fires, events=(*BOTH, event("fails_to_operate", "ats-em"))))
    (change,) = run.proposed("O01", step_form.other_side_first)
    inserted = [each.edit.value for each in change.edits if isinstance(each.edit, Insert)]
    assert [(each["do"], each["target"]) for each in inserted if isinstance(each, dict)] == [("open", "411")]
    after = run.tried(change).proofs[0].journal
    hazards = [[each.data["hazard"] for each in journal.of("hazard")] for journal in (run.context.journal, after)]
    assert ["back_feed" in each for each in hazards] == [True, False]


def test_one_who_asks_for_the_other_side_already_is_not_told_to() -> None:
    fires = CASES["O01"].fires
    asked = ("plan/cards/1/steps/1/requires", [{"switch": "411", "is": "open"}])
    run = small(replace(fires, changes=(*fires.changes, asked)))
    assert not [x for need in run.of("O01") for x in step_form.other_side_first(run.context, need)]

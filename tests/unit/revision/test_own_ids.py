"""Changes that call their new steps alike are made together all the same."""

from __future__ import annotations

from drillsim.files import Append, Edit, Insert, Set, Tree
from drillsim.revision.own_ids import with_own_ids
from drillsim.revision.recommendation import FileEdit, Place, Recommendation
from drillsim.schema import Words

STEPS = ("cards", 0, "steps")
TAKEN = ("S1", "S2")


def change(*edits: Edit, steps: tuple[str, ...] = ()) -> Recommendation:
    made = tuple(FileEdit("plan.yaml", each) for each in edits)
    return Recommendation(
        id="X", codes=("M03",), subject="S1", place=Place("clause"), clause="", new=Words(zh="x", en="x"),
        owner="customer", kind="paper", steps=steps, edits=made,
    )  # fmt: skip


def step(name: str, **more: Tree) -> Tree:
    return {"id": name, "do": "check", **more}


def test_the_first_keeps_its_id_and_the_next_gets_the_next_free_one() -> None:
    one = change(Insert(STEPS, 0, step("S1a")))
    other = change(Insert(STEPS, 1, step("S1a")), Set((*STEPS, 1, "after"), ["S1a", "S1"]), steps=("S1a", "S2"))
    third = change(Append(STEPS, step("S1b", after=["S1a"])))
    first, second, last = with_own_ids([one, other, third], TAKEN)
    assert first is one
    assert second == change(
        Insert(STEPS, 1, step("S1b")), Set((*STEPS, 1, "after"), ["S1b", "S1"]), steps=("S1b", "S2")
    )
    assert last == change(Append(STEPS, step("S1c", after=["S1a"])))


def test_a_step_of_the_plan_that_is_written_anew_stays_what_it_is() -> None:
    one = change(Set((*STEPS, 0), step("S1", after=["S2"])))
    assert with_own_ids([one, one], TAKEN) == (one, one)


def test_steps_of_a_new_card_are_found() -> None:
    card: Tree = {"id": "RC", "steps": [step("S9"), step("S9a", after=["S9"])]}
    renamed: Tree = {"id": "RC-2", "steps": [step("S9b"), step("S9c", after=["S9b"])]}
    one, other = change(Append(("cards",), card)), change(Insert(("cards",), 0, card))
    assert with_own_ids([one, other], TAKEN) == (one, change(Insert(("cards",), 0, renamed)))


def test_a_step_that_two_bring_word_for_word_is_brought_once() -> None:
    one, other = change(Append(STEPS, step("S9"))), change(Append(STEPS, step("S9")), Append(STEPS, step("S9a")))
    assert with_own_ids([one, other], TAKEN) == (one, other)


def test_after_z_come_two_letters() -> None:
    taken = [f"S1{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    one = change(Append(STEPS, step("S3")))
    many = [change(Append(STEPS, step("S1a")))]
    assert with_own_ids(many, ["S1", *taken]) == tuple(many)  # it writes a step there is: not new
    other = change(Insert(STEPS, 0, step("S3")))
    found = with_own_ids([one, other], [*taken, *(f"S3{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")])
    assert found[1] == change(Insert(STEPS, 0, step("S3aa")))

"""No safety act, report or warning is lost by a change; what is no longer due is no loss."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drillsim.files.document import Tree
from drillsim.files.edit import Remove
from drillsim.findings import View
from drillsim.journal import Interval, StepRow, Wait
from drillsim.revision.compare import worse
from drillsim.revision.kept import Done, Lost, Pair, asks_the_same, done_in, kept, lost
from drillsim.revision.measure import measured
from drillsim.revision.recommendation import FileEdit
from drillsim.schema import Case, Condition
from helpers.hospital import edited, hospital, put, run_of, script

SCENARIO = "both-lost-night-autostart-fails"
PLAN = hospital().dossier.plan
CARD = next(number for number, card in enumerate(PLAN.cards) if card.id == "RC-03")
STEP = {step.id: number for number, step in enumerate(PLAN.cards[CARD].steps)}


def done(*edits: FileEdit) -> Done:
    """What the hospital's people do at night with both feeders lost and `edits` made."""
    folder, scenario = edited(*edits), script(SCENARIO)
    case, journal = Case(folder.dossier, scenario.id, scenario.scenario), run_of(folder, scenario)
    return done_in(case, journal, View(case, journal).rows)


AS_IT_IS = done()


def losses(*edits: FileEdit) -> list[Lost]:
    return list(lost(Pair(AS_IT_IS, done(*edits), hospital().dossier, edited(*edits).dossier)))


def of_step(found: list[Lost], step: str) -> list[tuple[str, str, str]]:
    return [(each.act.kind, each.act.to, each.how) for each in found if each.act.step == step]


def at(step: str, *field: str | int, to: Tree) -> FileEdit:
    """A field of a step of card 9.3."""
    return put("plan.yaml", "cards", CARD, "steps", STEP[step], *field, to=to)


def test_what_was_done_is_told_apart() -> None:
    acts = {(act.kind, act.step, act.to) for act in AS_IT_IS.acts}
    assert ("act", "S303", "") in acts
    assert ("report", "S307", "dispatcher") in acts
    assert ("warning", "S301", "duty-officer") in acts


def test_nothing_is_lost_by_changing_nothing() -> None:
    assert losses() == []
    found = kept(AS_IT_IS, AS_IT_IS)
    assert found.acts + found.reports + found.warnings == len(AS_IT_IS.acts)


def test_a_card_that_ends_before_its_opening_is_done_loses_it() -> None:
    found = losses(
        at("S304", "after", to=["S301"]), at("S304", "requires", to=[]), at("S302", "after", to=["S306"])
    )  # fmt: skip
    assert of_step(found, "S303") == [("act", "", "not_done")]


def test_the_same_order_with_a_card_that_waits_for_the_opening_loses_nothing() -> None:
    ends: Tree = {"all": [{"bus": "em-0.4kV", "is": "live", "for": "2 min"}, {"step": "S303"}]}
    found = losses(
        at("S304", "after", to=["S301"]), at("S304", "requires", to=[]), at("S302", "after", to=["S306"]),
        put("plan.yaml", "cards", CARD, "ends", to=ends),
    )  # fmt: skip
    assert of_step(found, "S303") == []


@pytest.mark.parametrize(
    ("edit", "how"),
    [
        (at("S303", "by", to="duty-electrician"), "no_supervisor"),
        (put("plan.yaml", "permits", "P-10kV", "covers", to=["100"]), "no_permit"),
        (at("S303", "within", to="1 s"), "late"),
        (FileEdit("plan.yaml", Remove(("cards", CARD, "steps", STEP["S306"], "success_check"))), "no_check"),
    ],
    ids=["supervisor", "permit", "limit", "check"],
)
def test_an_act_done_with_less_than_before_is_lost(edit: FileEdit, how: str) -> None:
    step = "S306" if how == "no_check" else "S303"
    assert ("act", "", how) in of_step(losses(edit), step)


def test_a_report_that_is_left_out_is_lost() -> None:
    tells: Tree = [{"to": "duty-officer", "facts": ["em-0.4kV", "genset-1"], "channel": "phone"}]
    assert of_step(losses(at("S307", "tells", to=tells)), "S307") == [("report", "dispatcher", "not_told")]


def test_what_nobody_has_to_do_any_more_is_no_loss_unless_the_change_made_it_so() -> None:
    """`when` that does not come true is none; a `when` the change wrote itself is."""
    assert of_step(losses(at("S305", "when", to={"switch": "G1", "is": "closed"})), "S305") == [("act", "", "not_done")]
    edit = at("S305", "when", to={"switch": "G1", "is": "closed"})
    told_so = edited(edit).dossier
    assert of_step(list(lost(Pair(AS_IT_IS, done(edit), told_so, told_so))), "S305") == []


def test_a_card_nobody_triggers_is_a_loss_where_the_change_took_its_display_or_its_trigger() -> None:
    never = put("plan.yaml", "cards", CARD, "trigger", to={"bus": "em-0.4kV", "is": "dead", "for": "7 h"})
    assert ("act", "", "not_done") in of_step(losses(never), "S303")


def test_the_sentence_names_the_step() -> None:
    folder, scenario = hospital(), script(SCENARIO)
    other = edited(at("S303", "by", to="duty-electrician"))
    runs = [
        measured(Case(each.dossier, scenario.id, scenario.scenario), run_of(each, scenario)) for each in (folder, other)
    ]
    before = replace(runs[0], hazards=runs[1].hazards, verdicts=runs[1].verdicts)
    told = worse(before, runs[1], folder.dossier, other.dossier)
    assert told is not None
    assert (told.text, told.facts["step"], told.facts["how"]) == ("revision-lost-act", "S303", "no_supervisor")


def test_two_steps_that_wait_for_each_other_are_both_due() -> None:
    """Where the sides' cards wait for one another, what was done before is lost, and the asking ends."""
    folder = hospital().dossier
    waits = {
        name: StepRow(name, "RC-03", waits=(Wait("predecessor", (other,), Interval(0, 1, open=True)),))
        for name, other in (("S303", "S304"), ("S304", "S303"))
    }
    after = Done(waits, (), frozenset(), frozenset({"RC-03"}))
    found = list(lost(Pair(AS_IT_IS, after, folder, folder)))
    assert of_step(found, "S303") == [("act", "", "not_done")]
    assert of_step(found, "S304") == [("act", "", "not_done")]


FAILED: dict[str, object] = {"source": "genset-1", "is": "failed"}
BOTH_FAILED: dict[str, object] = {"source": ["genset-1", "added"], "is": "failed"}


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        (FAILED, BOTH_FAILED, True),
        ({"all": [FAILED, {"bus": "em", "is": "dead"}]}, {"all": [BOTH_FAILED, {"bus": "em", "is": "dead"}]}, True),
        (FAILED, {"source": ["genset-1", "genset-2"], "is": "failed"}, False),  # one that was there before
        (FAILED, {**BOTH_FAILED, "is": "dead"}, False),
        ({**FAILED, "is": "dead"}, {**BOTH_FAILED, "is": "dead"}, False),  # only of failure is it so
        (FAILED, {**BOTH_FAILED, "for": "1 h"}, False),
        ({"all": [FAILED, {"bus": "em", "is": "dead"}]}, {"any": [BOTH_FAILED, {"bus": "em", "is": "dead"}]}, False),
        ({"all": [FAILED, {"bus": "em", "is": "dead"}]}, {"all": [BOTH_FAILED]}, False),
        ({"step": "S1"}, {"step": ["S1", "S1a"]}, False),
        ({"not": FAILED}, {"not": BOTH_FAILED}, True),
    ],
)
def test_a_card_may_ask_for_the_failure_of_an_added_set_too_and_for_nothing_else(
    old: dict[str, object], new: dict[str, object], same: bool
) -> None:
    one, other = (Condition.model_validate(each) for each in (old, new))
    assert asks_the_same(one, other, hospital().dossier) == same

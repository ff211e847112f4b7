"""What is no longer due is no loss where people know as much as before; a word told by another step is kept."""

from __future__ import annotations

from drillsim.files.document import Tree
from drillsim.files.edit import Append, Remove, Set
from drillsim.revision.kept import Pair, lost
from drillsim.revision.recommendation import FileEdit
from helpers.proposals import Run, run

TEST = "royal-adelaide-2018"
ALARM = FileEdit("site.yaml", Append(("observations", "bms", "sees"), {"store": "day-tank"}))
"""The level of the day tank on the duty room's screen: it is filled, the board never dies, its card is not due."""


def losses(before: Run, after: Run) -> set[tuple[str, str]]:
    """Acts and how they are lost, by step."""
    pair = Pair(before.measured.done, after.measured.done, before.folder.dossier, after.folder.dossier)
    return {(each.act.step, each.how) for each in lost(pair)}


def test_a_display_that_shows_more_takes_nothing_away() -> None:
    before = run(TEST)
    assert ("act", "S401") in {(act.kind, act.step) for act in before.measured.done.acts}
    assert losses(before, run(TEST, ALARM)) == set()


def test_a_display_that_shows_it_later_does() -> None:
    later = FileEdit("site.yaml", Set(("observations", "bms", "delay"), "6 s"))
    assert ("S401", "not_done") in losses(run(TEST), run(TEST, ALARM, later))


# -- told by another step ----------------------------------------------------------------------------------------------
NIGHT = "both-lost-night-autostart-fails"
FIRST = ("cards", 1, "steps", 0)
"""S201 tells the dispatcher and the duty officer."""
SILENT = FileEdit("plan.yaml", Remove((*FIRST, "tells", 1)))


def word(facts: list[str]) -> FileEdit:
    """A step of its own tells the duty officer."""
    said: Tree = [{"to": "duty-officer", "facts": list[Tree](facts), "channel": "radio"}]
    step: Tree = {
        "id": "S201x", "clause": "9.2-1x", "text": {"zh": "对讲机告知院总值班", "en": "Tell the duty officer by radio"},
        "do": "report", "by": "duty-electrician", "takes": "1 min", "takes_source": "assumed", "tells": said,
    }  # fmt: skip
    return FileEdit("plan.yaml", Append(("cards", 1, "steps"), step))


def test_a_message_is_kept_where_a_new_step_tells_as_much() -> None:
    before = run(NIGHT)
    assert ("S201", "not_told") in losses(before, run(NIGHT, SILENT))
    assert ("S201", "not_told") not in losses(before, run(NIGHT, SILENT, word(["101-line", "102-line", "em-0.4kV"])))


def test_one_that_tells_less_does_not_stand_for_it() -> None:
    assert ("S201", "not_told") in losses(run(NIGHT), run(NIGHT, SILENT, word(["101-line"])))


# -- what answers a failure --------------------------------------------------------------------------------------------
def test_what_answers_a_failure_is_not_due_where_nothing_failed() -> None:
    """With the set's breaker closed first the transfer works, and the card is over before its way out is left out."""
    before = run("holiday-both-lost")
    assert ("act", "S803") in {(act.kind, act.step) for act in before.measured.done.acts}
    card = next(n for n, each in enumerate(before.folder.dossier.plan.cards) if each.id == "RC-08")
    place = [step.id for step in before.folder.dossier.plan.cards[card].steps].index("S802")
    held: Tree = [{"any": [{"not": {"step": "S701"}}, {"step": "S703"}]}]
    after = run("holiday-both-lost", FileEdit("plan.yaml", Set(("cards", card, "steps", place, "requires"), held)))
    assert next(row for row in after.context.view.rows if row.step == "S803").state in ("dropped", "skipped")
    assert "S803" not in {step for step, _ in losses(before, after)}

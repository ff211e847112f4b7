"""Own supply is not kept waiting for an opening that another open point on the way stands for."""

from __future__ import annotations

import pytest

from drillsim.files.edit import Remove
from drillsim.files.folder import CustomerFolder
from drillsim.findings import View
from drillsim.journal.record import Journal
from drillsim.revision.apply import edit_folder
from drillsim.revision.compare import gain, worse
from drillsim.revision.kept import Pair, done_in, lost
from drillsim.revision.measure import Measured, measured
from drillsim.revision.need import costly_waits
from drillsim.revision.propose.order import supply_first
from drillsim.revision.reachable import new_danger
from drillsim.revision.recommendation import FileEdit, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Case
from helpers.hospital import NIGHT, costs_of, edited, hospital, run_of, script


def case_of(folder: CustomerFolder) -> Case:
    scenario = script(NIGHT)
    return Case(folder.dossier, scenario.id, scenario.scenario)


def run(folder: CustomerFolder) -> Measured:
    return measured(case_of(folder), run_of(folder, script(NIGHT)))


def proposals(folder: CustomerFolder, journal: Journal | None = None) -> list[Recommendation]:
    """What is proposed for the night on which no set starts by itself."""
    played = journal or run_of(folder, script(NIGHT))
    costs, costliest = costs_of(folder, script(NIGHT))
    context = ReviewContext(folder, case_of(folder), played, (), costs, costliest)
    return [each for wait in costly_waits(context) for each in supply_first(context, wait)]


@pytest.fixture(scope="module")
def change() -> Recommendation:
    (found,) = proposals(hospital())
    return found


def test_the_set_is_started_and_closed_first_and_the_incomers_are_opened_after(change: Recommendation) -> None:
    steps = {step.id: step for _, step in edited(*change.edits).dossier.plan.steps()}
    assert steps["S304"].predecessors == ("S301",)
    assert steps["S304"].requires == ()
    (asked,) = steps["S305"].requires
    assert (asked.switch, asked.state) == (("412",), "open")
    assert "S306" in str(steps["S302"].requires)
    assert change.clause == "9.3-4"
    assert change.kind == "paper"


def test_it_helps_intensive_care_and_loses_no_act(change: Recommendation) -> None:
    before, after = run(hospital()), run(edited(*change.edits))
    was, now = hospital().dossier, edited(*change.edits).dossier
    assert worse(before, after, was, now) is None
    assert list(lost(Pair(before.done, after.done, was, now))) == []
    found = gain(before, after)
    assert found is not None
    icu = next(row for row in found.subjects if row.subject == "icu")
    assert (icu.before_ms, icu.after_ms) == (1_378_522, 0)
    opened = next(e for e in after.journal.of("switch_moved") if e.data["switch"] == "101")
    assert opened.data["cause_id"] == "S303"


def test_nothing_dangerous_comes_within_reach(change: Recommendation) -> None:
    assert new_danger(hospital().dossier, edited(*change.edits).dossier) is None


@pytest.mark.parametrize("left_out", range(5))
def test_no_edit_of_it_is_idle(change: Recommendation, left_out: int) -> None:
    """Without any one of them an act is lost, something gets worse, or it gains less."""
    rest = tuple(each for number, each in enumerate(change.edits) if number != left_out)
    before, whole, part = run(hospital()), run(edited(*change.edits)), run(edited(*rest))
    all_of_it, some = gain(before, whole), gain(before, part)
    assert all_of_it is not None
    plan = edited(*rest).dossier.plan
    asks = any(step.id == "S305" and step.requires for _, step in plan.steps())
    is_worse = worse(before, part, hospital().dossier, edited(*rest).dossier) is not None
    assert is_worse or some is None or some.order < all_of_it.order or not asks


def test_where_no_other_point_is_open_nothing_is_proposed() -> None:
    """With the transfer switch on its other side when the run begins, nothing stands for the incomers."""
    journal = run_of(hospital(), script(NIGHT))
    first = journal.events[0]
    was_open = [name for name in first.data["open"] if name != "412"]
    other = first._replace(data={**first.data, "open": was_open})
    assert proposals(hospital(), Journal(journal.header, (other, *journal.events[1:]))) == []


def test_the_other_point_is_asked_for_though_the_plan_asked_for_nothing() -> None:
    """The incomers were opened against back-feed, whether or not the set waited for them by a condition."""
    plan = hospital().dossier.plan
    card = next(number for number, each in enumerate(plan.cards) if each.id == "RC-03")
    place = next(n for n, each in enumerate(plan.cards[card].steps) if each.id == "S304")
    folder = edited(FileEdit("plan.yaml", Remove(("cards", card, "steps", place, "requires"))))
    (found,) = proposals(folder)
    steps = {step.id: step for _, step in edit_folder(folder, found.edits).folder.dossier.plan.steps()}
    assert steps["S304"].predecessors == ("S301",)
    assert [each.switch for each in steps["S305"].requires] == [("412",)]


def test_done_acts_are_counted_on_the_run_itself() -> None:
    folder = hospital()
    journal = run_of(folder, script(NIGHT))
    assert ("act", "S303", "") in done_in(case_of(folder), journal, View(case_of(folder), journal).rows).acts

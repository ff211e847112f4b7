"""A run in which no touched card was triggered is the same run after the edit."""

from __future__ import annotations

import pytest

from drillsim.files.document import Tree
from drillsim.files.edit import Remove, Set
from drillsim.journal.record import Journal
from drillsim.revision.recommendation import FileEdit
from drillsim.revision.untouched import cards_touched, is_untouched
from helpers.hospital import added, edited, hospital, put, run_of, script

PLAN = hospital().dossier.plan
NUMBER = {card.id: position for position, card in enumerate(PLAN.cards)}


def _slower(card: str) -> FileEdit:
    """The card's first step takes an hour."""
    return put("plan.yaml", "cards", NUMBER[card], "steps", 0, "takes", to="60 min")


def _more(card: str) -> FileEdit:
    step: Tree = {"id": "S-new", "text": "x", "do": "check", "by": "duty-electrician", "takes": "5 min"}
    return added("plan.yaml", ("cards", NUMBER[card], "steps"), step)


def _body(journal: Journal) -> list[tuple[object, ...]]:
    return [tuple(event) for event in journal.events]


@pytest.mark.parametrize("scenario", ["source-lost-day", "transformer-fault", "both-lost-night-short"])
@pytest.mark.parametrize("card", ["RC-01", "RC-02", "RC-06", "RC-07"])
@pytest.mark.parametrize("edit", [_slower, _more])
def test_what_is_called_untouched_is_the_same_run(scenario: str, card: str, edit: object) -> None:
    assert callable(edit)
    change = edit(card)
    before = run_of(hospital(), script(scenario))
    after = run_of(edited(change), script(scenario))
    if is_untouched(before, cards_touched([change], PLAN)):
        assert _body(after) == _body(before)
    else:
        assert card in {event.data["card"] for event in before.of("card_triggered")}


def test_anything_but_steps_is_played_again() -> None:
    roster = added("customer.yaml", ("people", "li", "shifts"), {"days": "mon-sun", "from": "20:00", "to": "08:00"})
    trigger = put("plan.yaml", "cards", 0, "trigger", to={"bus": "10kV-I", "is": "dead"})
    tank = put("plan.yaml", "cards", 0, "steps", 0, "when", to={"store": "day-tank", "below_percent": "33"})
    branch = put("plan.yaml", "cards", 0, "steps", 0, "on_failure", to={"steps": ["S201"]})
    gone = FileEdit("plan.yaml", Remove(("cards", 0, "steps", 0)))
    for each in (roster, trigger, tank, branch, gone, FileEdit("site.yaml", Set(("sources",), {}))):
        assert cards_touched([each], PLAN) is None
    assert cards_touched([_slower("RC-01"), _more("RC-06")], PLAN) == frozenset({"RC-01", "RC-06"})

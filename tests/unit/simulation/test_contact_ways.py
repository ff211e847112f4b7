"""The contact tree: further ways to reach a role when one gives no answer."""

from __future__ import annotations

from typing import Any

from drillsim.journal import Journal
from drillsim.units import MS_PER
from helpers.cards import card, rows, step, tell
from helpers.play import dossier, play, told
from helpers.substations import ALARM, LOSS, network

MIN = MS_PER["min"]
TREE = [{"from": "electrician", "to": "dispatcher", "channels": ["phone", "radio", "mobile"]}]
REPORT = step("S1", "electrician", "report", tells=[tell("dispatcher")])


def _run(*events: dict[str, Any], tree: Any = TREE, channels: Any = None, step_: Any = REPORT) -> Journal:
    site = {
        "observations": {"lamp": {"sees": [{"load": "load-Z"}], "shown_at": "room"}},
        "channels": channels or {"phone": {}, "radio": {}, "mobile": {}},
    }
    cards = [card("k", "electrician", ALARM, step_)]
    return play(dossier(network(1), site=site, cards=cards, plan={"contact_tree": tree}), [LOSS, *events], "2 h")


def _lost(channel: str) -> dict[str, str]:
    return {"at": "0 s", "fault": "channel_lost", "on": channel}


def test_a_way_that_is_out_is_left_at_once_for_the_next() -> None:
    journal = _run(_lost("phone"))
    assert [(t, kind, data[-1]) for t, kind, *data in told(journal, "message_sent")] == [
        (1 * MIN, "message_sent", "phone"),
        (1 * MIN, "message_sent", "radio"),
    ]
    assert rows(journal)["S1"].finished_ms == 1 * MIN


def test_without_a_tree_the_same_way_is_tried_again() -> None:
    journal = _run({**_lost("phone"), "for": "4 min"}, tree=[])
    assert rows(journal)["S1"].finished_ms == 5 * MIN


def test_a_way_nobody_answers_is_tried_for_its_time_before_the_next() -> None:
    journal = _run(channels={"phone": {"no_answer": "1"}, "radio": {}, "mobile": {}})
    assert rows(journal)["S1"].finished_ms == 3 * MIN


def test_when_every_way_is_out_they_are_tried_again_in_their_order() -> None:
    journal = _run(*({**_lost(name), "for": "4 min"} for name in ("phone", "radio", "mobile")))
    assert [data[-1] for _, _, *data in told(journal, "message_sent")] == ["phone", "radio", "mobile"] * 2 + ["phone"]
    assert rows(journal)["S1"].finished_ms == 5 * MIN

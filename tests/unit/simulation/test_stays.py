"""A team that waits where it is for somebody else's part, or goes on to the next place meanwhile."""

from __future__ import annotations

from typing import Any

from drillsim.schema.compiled import Compiled
from drillsim.units import MS_PER
from helpers.cards import rows, step, tell
from helpers.play import play
from helpers.substations import LOSS, letters, substations

MIN = MS_PER["min"]


def _permitted(*, stays: bool, permission: str = "4 min", **more: Any) -> Compiled:
    """Each of two places is looked at, then permitted by control, then closed, by one team."""
    places = {"places": [f"sub-{n}" for n in letters(2)]}
    team = {**places, "pool": ["team-1"], "stays": str(stays).lower()}
    switches = [f"S1-{n}" for n in letters(2)]
    steps = [
        step("S1", "team-1", for_each=team, tells=[tell("control", channel="radio")]),
        step("S2", "control", "order", for_each={**places, "after": ["S1"]}, tells=[tell("hands", channel="radio")],
             takes=permission, **more),
        step("S3", "team-1", "close", target=switches, for_each={**team, "after": ["S2"]}),
    ]  # fmt: skip
    return substations(2, steps, channels={"phone": {}, "radio": {"all_hear": "true"}})


def _ends(of: Compiled) -> dict[str, float]:
    return {name: (row.finished_ms or 0) / MIN for name, row in rows(play(of, [LOSS], "3 h")).items()}


def test_a_team_that_stays_waits_for_the_permission_on_the_spot() -> None:
    assert _ends(_permitted(stays=True)) == {
        "S1[sub-A]": 6.5,  # 5 min there, 1 min, 30 s of radio
        "S2[sub-A]": 10.5,
        "S3[sub-A]": 11.5,
        "S1[sub-B]": 23.0,  # only then through the room to B
        "S2[sub-B]": 27.0,
        "S3[sub-B]": 28.0,
    }


def test_a_team_that_does_not_stay_looks_at_the_next_place_meanwhile() -> None:
    ends = _ends(_permitted(stays=False))
    assert ends["S1[sub-B]"] == 18.0  # it set out for B before control had answered for A
    assert ends["S3[sub-A]"] > ends["S1[sub-B]"]


def test_a_team_may_leave_once_the_step_it_stays_for_cannot_come_any_more() -> None:
    of = _permitted(stays=True, wait_at_most="8 min", on_failure={"steps": [], "then": "stop"})
    ends = _ends(of)
    assert ends["S1[sub-A]"] == 6.5
    assert ends["S3[sub-A]"] == 11.5  # permitted in time
    assert ends["S2[sub-B]"] == 8.0  # timed out: nobody had looked at B by then
    assert ends["S1[sub-B]"] == 23.0

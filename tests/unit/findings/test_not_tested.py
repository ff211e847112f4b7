from __future__ import annotations

from typing import Any

from drillsim.findings.not_tested import not_tested
from drillsim.journal.record import Journal
from helpers.played import BOTH, EAST, Played, Script, play
from unit.findings.weak_point_cases import PUMP_OFF


def left_open(played: Played) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for each in not_tested(played.case, played.journal):
        found.setdefault(each.code, []).append(dict(each.facts))
    return found


def test_a_quiet_run_has_tested_no_card_no_transfer_and_no_genset() -> None:
    found = left_open(play(Script(horizon="1 h")))
    assert found["card-never-triggered"] == [{"ids": ("C1", "C2", "U1")}]
    assert found["transfer-never-called"] == [{"ids": ("bzt-10kV", "ats-em")}]
    assert found["genset-never-called"] == [{"ids": ("genset-1",)}]


def test_endurance_beyond_the_run_is_named_with_what_was_seen_and_what_is_due() -> None:
    found = left_open(play(Script(BOTH, start=PUMP_OFF, horizon="30 min")))
    assert [(row["ids"], row["due_ms"]) for row in found["endurance"]] == [(("icu", "theatre"), 86_400_000)]
    assert all(29 * 60_000 < row["lasts_ms"] <= 30 * 60_000 for row in found["endurance"])


def test_limits_longer_than_the_run_are_named() -> None:
    found = left_open(play(Script((EAST,), (("site/loads/ward/max_interruption", "2 h"),), horizon="1 h")))
    assert found["limit-beyond-horizon"] == [{"ids": ("ward",), "until_ms": 3_600_000}]


def test_loads_that_were_dark_without_a_limit_are_named() -> None:
    assert "ward" in left_open(play(Script(BOTH)))["no-limit"][0]["ids"]


def test_branches_and_steps_nobody_came_to_are_named() -> None:
    found = left_open(play(Script((EAST,))))
    assert {"id": "S02", "ids": ("S04",)} in found["branch-not-exercised"]


def test_an_incomplete_run_says_until_when() -> None:
    played = play(Script((EAST,)))
    cut = Journal(played.journal.header, tuple(e for e in played.journal.events if e.t_ms <= 30_000))
    assert left_open(Played(played.case, cut))["incomplete"] == [{"until_ms": 30_000}]


def test_what_lay_dark_in_a_run_too_short_to_judge_it_is_named_as_such() -> None:
    dark = (("site/loads/ward/max_interruption", "10 h"),)
    (row,) = left_open(play(Script(BOTH, dark, horizon="2 h")))["dark-not-judged"]
    assert row["ids"] == ("ward",)
    assert row["longest_ms"] == row["until_ms"] == 7_200_000


def test_escape_lights_without_a_limit_that_lay_dark_are_named_as_such() -> None:
    lights = (("site/loads/ward", {"security": "true", "min_supply_time": "3 h"}),)
    (row,) = left_open(play(Script(BOTH, lights, horizon="2 h")))["dark-not-judged"]
    assert row["ids"] == ("ward",)


def test_what_was_judged_or_never_dark_is_not() -> None:
    assert "dark-not-judged" not in left_open(play(Script(BOTH)))
    limit = (("site/loads/ward/max_interruption", "10 h"),)
    assert "dark-not-judged" not in left_open(play(Script((), limit, horizon="1 h")))

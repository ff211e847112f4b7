"""Measures applied by people who keep them up, and places that are emptied."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.journal import Journal
from drillsim.units import MS_PER
from helpers.cards import card, rows, step
from helpers.play import dossier, play, told
from helpers.substations import ALARM, LOSS, network

MIN = MS_PER["min"]


def _run(*steps: dict[str, Any], **measure: Any) -> Journal:
    site = {
        "observations": {"lamp": {"sees": [{"load": "load-Z"}], "shown_at": "room"}},
        "measures": {"M1": {"replaces": "load-Z", "lasts": "30 min", **measure}},
        "zones": {"cellar": {}},
        "places": {"room": {}, "dispatch": {}, "hv": {"zone": "cellar"}, "home": {}},
    }
    return play(dossier(network(1), site=site, cards=[card("k", "electrician", ALARM, *steps)]), [LOSS], "2 h")


APPLY = step("S1", "electrician", "apply", target="M1")
NEXT = step("S2", "electrician")


def test_who_keeps_a_measure_up_does_nothing_else_while_it_lasts() -> None:
    journal = _run(APPLY, NEXT, by="electrician")
    assert rows(journal)["S1"].finished_ms == 1 * MIN
    assert rows(journal)["S2"].started_ms == 31 * MIN
    assert [(t, kind) for t, kind, *_ in told(journal, "measure_begins", "measure_ends")] == [
        (1 * MIN, "measure_begins"),
        (31 * MIN, "measure_ends"),
    ]


def test_one_that_needs_nobody_goes_on_by_itself() -> None:
    assert rows(_run(APPLY, NEXT))["S2"].started_ms == 1 * MIN


@pytest.mark.parametrize("by", [None, "electrician"])
def test_who_applied_it_knows_so_and_who_is_there_knows_when_it_is_over(by: str | None) -> None:
    applied = step("S2", "electrician", requires=[{"measure": "M1", "is": "applied"}])
    over = step("S3", "electrician", requires=[{"measure": "M1", "is": "over"}])
    measure = {"place": "room"} | ({"by": by} if by else {})
    found = rows(_run(APPLY | {"place": "room"}, applied, over, **measure))
    assert found["S2"].ready_ms == 1 * MIN
    assert found["S3"].ready_ms == 31 * MIN


def test_a_place_is_emptied_by_somebody_who_goes_there() -> None:
    journal = _run(step("S1", "electrician", "evacuate", target=["hv", "cellar"]))
    assert told(journal, "evacuated") == [
        (6 * MIN, "evacuated", "hv", "S1", "wang"),
        (7 * MIN, "evacuated", "cellar", "S1", "wang"),
    ]

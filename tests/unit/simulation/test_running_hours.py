"""A genset that fails by the running hour: one named chance as each hour begins, the first at the start.

feeder-S1 -- N -- (normal) -- E -- load-E        G -- (G-P) -- P -- (standby) -- E
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from pydantic import ValidationError

from drillsim.journal import Journal
from drillsim.network import Memo, PandapowerFlow
from drillsim.schema.dossier import Case
from drillsim.schema.source import Genset
from drillsim.simulation import ChosenLuck, Luck, simulate
from drillsim.units import MS_PER
from helpers.grids import grid
from helpers.play import case, dossier

MIN, H = MS_PER["min"], MS_PER["h"]
RUNS_AT = 15_000
"""Called after 3 s, ready after 12 s."""
HOUR = "genset/hour"
GENSET = {"kind": "genset", "bus": "G", "breaker": "G-P", "rated_kw": "200", "called_by": "ats", "fails_to_start": "0"}


def lost(*times: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"at": at, "fault": "source_lost", "on": "feeder-S1", "for": length} for at, length in times]


GRID = grid("S1 N cb", "N E cb", "G P open", "P E open", loads={"E": 0.1})
FLOW = Memo(PandapowerFlow(GRID))


def supply(events: Sequence[Mapping[str, Any]], horizon: str, **start: Any) -> Case:
    ats = {"kind": "ats", "normal": "N-E", "standby": "P-E", "delay": "3 s", "takes": "300 ms"}
    genset = {"ready": "12 s", "cool_down": "0 s", "step_load_percent": "100", "fails_per_running_hour": "0.25"}
    site = {"sources": {"genset": GENSET | genset}, "transfers": {"ats": ats | {"return": {"after": "0 s"}}}}
    return case(dossier(GRID, site=site), events, horizon, **start)


def played(of: Case, luck: Luck) -> Journal:
    return simulate(of, luck=luck, flow=FLOW)


def fails(*hours: int) -> ChosenLuck:
    """It fails in these hours of running; in all others it does not, which is the likelier."""
    return ChosenLuck({(HOUR, hour): (0.0, 0.25) for hour in hours})


def failed_at(journal: Journal) -> list[int]:
    return [e.t_ms for e in journal.of("source_stopped") if e.data["cause"] == "failed"]


def test_each_running_hour_is_one_chance_drawn_as_it_begins() -> None:
    luck = fails()
    played(supply(lost(("0 s", "9 h")), "3 h"), luck)
    assert [(asked.use, asked.chance) for asked in luck.open] == [((HOUR, n), 0.25) for n in range(3)]


@pytest.mark.parametrize("hour", [0, 1, 4])
def test_of_the_hour_in_which_it_fails_it_gives_nothing(hour: int) -> None:
    journal = played(supply(lost(("0 s", "9 h")), "9 h"), fails(hour))
    assert failed_at(journal) == [RUNS_AT + hour * H]


def test_an_hour_begun_goes_on_with_the_next_start() -> None:
    """It runs 40 min of the first hour; the second begins 20 min after it was started again."""
    twice = lost(("0 s", "40 min"), ("2 h", "5 h"))
    stopped = 40 * MIN + 300  # a moment after the mains are back and the ATS has returned
    left = H - (stopped - RUNS_AT)
    journal = played(supply(twice, "4 h"), fails(1))
    assert failed_at(journal) == [2 * H + RUNS_AT + left]
    assert len(list(journal.of("source_running"))) == 2


def test_a_set_that_runs_as_it_begins_may_fail_like_any_other() -> None:
    on = {"set": [{"target": "genset", "to": "on"}]}
    assert failed_at(played(supply([], "3 h", **on), fails(2))) == [2 * H]


def test_over_many_draws_it_fails_as_often_as_written() -> None:
    """3 h at 1 in 4: it survives with 0.75³ = 0.42."""
    of = supply(lost(("0 s", "9 h")), "3 h")
    survived = sum(not failed_at(played(of, Luck(1, draw))) for draw in range(150)) / 150
    assert survived == pytest.approx(0.75**3, abs=0.08)


def test_it_wears_in_one_way_alone() -> None:
    with pytest.raises(ValidationError, match="genset-fails-running"):
        Genset.model_validate(GENSET | {"mean_time_to_failure": "100 h", "fails_per_running_hour": "0.01"})

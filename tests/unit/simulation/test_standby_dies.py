"""A changeover leaves a standby supply that dies for a normal one that lives, and never stays between the two.

feeder-S1 -- N -- (normal) --\
                              E -- load-E
feeder-S2 -- P -- (standby) --/      (or a genset G1 on P)
"""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.journal import Journal
from drillsim.journal.timeline import load_outages
from drillsim.schema.compiled import Compiled
from helpers.grids import grid
from helpers.play import dossier, play, told

MIN = 60_000
MANUAL: dict[str, Any] = {"return": {"mode": "manual"}}
LATE: dict[str, Any] = {"return": {"mode": "auto", "after": "10 min"}}


def lost(feeder: str, at: str, lasts: str = "") -> dict[str, Any]:
    return {"at": at, "fault": "source_lost", "on": feeder, **({"for": lasts} if lasts else {})}


def two_feeders(**ats: Any) -> Compiled:
    network = grid("S1 N cb", "S2 P cb", "N E cb", "P E open", loads={"E": 0.1})
    unit = {"kind": "ats", "normal": "N-E", "standby": "P-E", "delay": "5 s", "takes": "300 ms", "place": "hv", **ats}
    return dossier(network, site={"transfers": {"ats": unit}})


def with_a_set(**ats: Any) -> Compiled:
    network = grid("S1 N cb", "G1 P open", "N E cb", "P E open", loads={"E": 0.1})
    source = {"kind": "genset", "bus": "G1", "breaker": "G1-P", "rated_kw": "400", "called_by": "ats", "place": "hv"}
    unit = {"kind": "ats", "normal": "N-E", "standby": "P-E", "delay": "5 s", "takes": "300 ms", "place": "hv", **ats}
    site = {"sources": {"genset": {**source, "ready": "10 s", "fails_to_start": "0"}}, "transfers": {"ats": unit}}
    return dossier(network, site=site)


def dark(journal: Journal, load: str = "load-E") -> list[tuple[int, int]]:
    return [(span.start_ms, span.end_ms) for span in load_outages(journal)[load]]


@pytest.mark.parametrize("mode", [MANUAL, LATE])
def test_a_set_that_fails_beside_live_mains_is_left_after_delay_and_changeover(mode: dict[str, Any]) -> None:
    fails = {"at": "12 min", "fault": "fails_running", "on": "genset"}
    journal = play(with_a_set(**mode), [lost("feeder-S1", "0 s", "10 min"), fails])
    assert dark(journal)[1:] == [(12 * MIN, 12 * MIN + 5_300)]


@pytest.mark.parametrize("mode", [MANUAL, LATE])
def test_a_standby_feeder_that_dies_beside_a_live_normal_one_is_left_likewise(mode: dict[str, Any]) -> None:
    journal = play(two_feeders(**mode), [lost("feeder-S1", "0 s", "4 min"), lost("feeder-S2", "7 min")])
    assert dark(journal)[1:] == [(7 * MIN, 7 * MIN + 5_300)]


@pytest.mark.parametrize("mode", [MANUAL, LATE])
def test_a_standby_breaker_that_opens_of_itself_is_no_other_reason(mode: dict[str, Any]) -> None:
    opens = {"at": "7 min", "fault": "maloperates", "on": "S2-P", "to": "open"}
    journal = play(two_feeders(**mode), [lost("feeder-S1", "0 s", "4 min"), opens])
    assert dark(journal)[1:] == [(7 * MIN, 7 * MIN + 5_300)]


def test_a_normal_supply_that_comes_back_beside_a_dead_standby_is_taken_after_the_delay() -> None:
    journal = play(two_feeders(**MANUAL), [lost("feeder-S1", "0 s", "9 min"), lost("feeder-S2", "7 min")])
    assert dark(journal)[1:] == [(7 * MIN, 9 * MIN + 5_300)]


def test_a_standby_that_is_back_within_the_delay_is_not_left_and_the_return_is_timed_anew() -> None:
    events = [lost("feeder-S1", "0 s", "4 min"), lost("feeder-S2", "7 min", "4 s")]
    journal = play(two_feeders(**LATE), events)
    back = 7 * MIN + 4_000 + 10 * MIN
    assert dark(journal)[1:] == [(7 * MIN, 7 * MIN + 4_000), (back, back + 300)]


def test_a_standby_back_at_the_last_moment_is_not_left() -> None:
    journal = play(two_feeders(**MANUAL), [lost("feeder-S1", "0 s", "4 min"), lost("feeder-S2", "7 min", "5 s")])
    assert dark(journal)[1:] == [(7 * MIN, 7 * MIN + 5_000)]


def test_a_normal_supply_back_at_the_delay_calls_no_set() -> None:
    assert not any(play(with_a_set(), [lost("feeder-S1", "0 s", "5 s")]).of("genset_called", "transfer_started"))


def test_a_standby_that_dies_on_the_way_is_not_closed_onto_when_the_normal_supply_is_back() -> None:
    events = [lost("feeder-S1", "0 s", "5100 ms"), lost("feeder-S2", "5200 ms")]
    journal = play(two_feeders(**MANUAL), events)
    assert [row[2:4] for row in told(journal, "switch_moved")] == [("N-E", False), ("N-E", True)]
    assert dark(journal) == [(0, 5_000 + 2 * 300)]


def test_a_refused_return_does_not_keep_it_on_a_standby_that_dies_later() -> None:
    holds = {"at": "1 min", "fault": "fails_to_operate", "on": "ats", "for": "20 min"}
    events = [lost("feeder-S1", "0 s", "4 min"), holds, lost("feeder-S2", "30 min")]
    journal = play(two_feeders(**LATE), events)
    assert [row[3] for row in told(journal, "transfer_failed")] == ["refused"]
    assert dark(journal)[1:] == [(30 * MIN, 30 * MIN + 5_300)]


def test_it_stands_on_a_dead_standby_from_the_start_and_leaves_it() -> None:
    start: dict[str, Any] = {
        "set": [{"target": "N-E", "to": "open"}, {"target": "P-E", "to": "closed"}],
        "out_of_service": ["feeder-S2"],
    }
    journal = play(two_feeders(**MANUAL), [], **start)
    assert dark(journal) == [(0, 5_300)]


# -- static --------------------------------------------------------------------------------------------------------
def sts(**more: Any) -> Compiled:
    network = grid("S1 N cb", "S2 P cb", "N E cb", "P E open", loads={"E": 0.1})
    unit = {"kind": "sts", "normal": "N-E", "standby": "P-E", "takes": "8 ms", "return_after": "10 min", **more}
    return dossier(network, site={"transfers": {"sts": unit}})


def test_an_sts_leaves_a_dead_standby_at_once_though_its_return_is_being_timed() -> None:
    journal = play(sts(), [lost("feeder-S1", "0 s", "4 min"), lost("feeder-S2", "7 min")])
    assert dark(journal) == [(0, 8), (7 * MIN, 7 * MIN + 8)]


def test_an_sts_runs_back_from_a_standby_that_dies_on_the_way() -> None:
    journal = play(sts(takes="20 ms"), [lost("feeder-S1", "0 s", "10 ms"), lost("feeder-S2", "15 ms")])
    assert dark(journal) == [(0, 40)]

"""Loads with two power cords.

feeder-SA -- A -- (A-P) -- P      rack has a cord at P and one at Q
feeder-SB -- B -- (B-Q) -- Q
"""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.findings.feeding import Feeding
from drillsim.findings.verdict import interruptions
from drillsim.journal import Journal
from drillsim.journal.timeline import load_outages
from drillsim.schema.compiled import Compiled
from helpers.grids import grid
from helpers.play import dossier, play


def twin(share: str = "50", **more: Any) -> Compiled:
    network = grid("SA A cb", "SB B cb", "A P trafo cb", "B Q trafo cb", loads={"P": 0.6, "Q": 0.1})
    cords = [{"bus": "P", "share_percent": share}, {"bus": "Q", "share_percent": share}]
    return dossier(network, site={"loads": {"load-P": {"cords": cords, **more}}})


def lost(feeder: str, at: str = "1 min") -> dict[str, Any]:
    return {"at": at, "fault": "source_lost", "on": feeder, "for": "10 min"}


def dark(journal: Journal, load: str = "load-P") -> list[tuple[int, int]]:
    return [(span.start_ms, span.end_ms) for span in load_outages(journal)[load]]


def test_it_is_live_while_any_of_its_cords_is() -> None:
    assert dark(play(twin(), [lost("feeder-SA")])) == []
    assert dark(play(twin(), [lost("feeder-SB")])) == []


def test_it_is_dark_when_all_its_cords_are_dead() -> None:
    both = [lost("feeder-SA", "1 min"), lost("feeder-SB", "5 min")]
    assert dark(play(twin(), both)) == [(300_000, 660_000)]


@pytest.mark.parametrize("share", ["50", "100"])
def test_the_side_that_is_left_carries_the_whole(share: str) -> None:
    """600 kW half and half over two 1000 kVA transformers, one of which already feeds 100 kW."""
    limited = twin(share)
    network = limited.network.model_copy(
        update={"trafo": tuple(t.model_copy(update={"max_loading_percent": 60.0}) for t in limited.network.trafo)}
    )
    of = dossier(network, site={"loads": {"load-P": {"cords": limited.site.loads["load-P"].model_dump()["cords"]}}})
    begins = list(play(of, [lost("feeder-SA")]).of("overload_begins"))
    assert [(e.t_ms, e.data["element"]) for e in begins] == [(60_000, "B-Q")]
    assert begins[0].data["loading_percent"] == pytest.approx(72, abs=3)


def test_what_is_served_and_not_served_makes_up_its_demand() -> None:
    end = play(twin(), [lost("feeder-SA"), lost("feeder-SB", "5 min")]).events[-1].data
    assert end["demand_kwh"]["load-P"] == pytest.approx(600, abs=0.01)
    assert end["served_kwh"]["load-P"] == pytest.approx(600 * 54 / 60, abs=0.01)


def test_findings_see_the_mains_behind_either_cord() -> None:
    of = twin()
    journal = play(of, [lost("feeder-SA"), lost("feeder-SB", "5 min")])
    fed = [(s.start_ms, s.fed.mains) for s in Feeding(of, journal).of("load-P")]
    assert fed == [(0, True), (300_000, False), (660_000, True)]


def test_no_power_flow_at_either_cord_leaves_its_limit_open() -> None:
    """The load's row names one bus, its cords two: what nobody can say of the other cord's bus is open too."""
    network = grid("SA A cb", "SB B cb", "A P trafo cb", "B Q trafo cb", loads={"P": 0.6, "Q": 50.0})
    cords = [{"bus": "P", "share_percent": "50"}, {"bus": "Q", "share_percent": "50"}]
    customer = dossier(network, site={"loads": {"load-P": {"cords": cords, "max_interruption": "1 min"}}})
    journal = play(customer, [lost("feeder-SA")])
    assert [event.data["buses"] for event in journal.of("cannot_say")][:1] == [["SB", "B", "Q"]]
    found = {each.id: (each.verdict, each.why) for each in interruptions(customer, journal)}
    assert found["load-P"] == ("cannot_say", "no-power-flow")


def test_what_the_power_flow_cannot_say_of_the_state_at_the_start_is_written_down() -> None:
    network = grid("S1 2 cb", "S3 4", loads={"2": 0.1, "4": 500.0})
    first, second, *_ = play(dossier(network), []).events
    assert (first.type, second.type, second.t_ms) == ("initial_state", "cannot_say", first.t_ms)
    assert second.data == {"buses": ["S3", "4"], "reason": "not-converged"}

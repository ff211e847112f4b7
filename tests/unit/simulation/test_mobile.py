"""A mobile genset is no source until it is plugged in and started, and its switch closed.

feeder-S1 -- H -- trafo -- A -- load-A      A -- (A-box) -- box
"""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.documents.pictures.album import album
from drillsim.findings.assess import assess
from drillsim.findings.feeding import Feeding
from drillsim.journal import Journal
from drillsim.journal.timeline import load_outages
from drillsim.schema.compiled import Compiled
from drillsim.schema.plan import Resource
from drillsim.simulation import simulate
from drillsim.texts import LANGS
from helpers.cards import card, rows, step
from helpers.grids import grid
from helpers.play import case, dossier, play, told

MIN = 60_000
LOST = {"at": "0 s", "fault": "source_lost", "on": "feeder-S1"}


def yard(
    vehicle: dict[str, Any] | None = None, box: dict[str, Any] | None = None, kw: int = 100, *more: Any
) -> Compiled:
    network = grid("S1 H cb", "H A trafo - cb", "A box open", loads={"A": kw / 1000})
    truck = {"kind": "mobile_genset", "rated_kw": "400", "plug": "P1", "cable_m": "50", "fails_to_start": "0"}
    truck |= {"step_load_percent": "100", **(vehicle or {})}
    point = {"bus": "A", "switch": "A-box", "rated_kva": "500", "plug": "P1", "cable_m": "30", "place": "room"}
    site = {
        "sources": {"truck": truck},
        "connection_points": {"point": point | {"phase_marked": "true"} | (box or {})},
        "observations": {"lights": {"sees": [{"load": "load-A"}], "shown_at": "room"}},
    }
    steps = [
        step("O", "electrician", "open", target="H-A.A", takes="1 min"),
        step("C", "electrician", "connect", target="point", takes="20 min", after=["O"], uses=["vehicle"]),
        step("G", "electrician", "start", target="truck", takes="5 min", after=["C"]),
        *more,
        step("X", "electrician", "close", target="A-box", takes="1 min", after=["G"]),
    ]
    of = dossier(network, site=site, cards=[card("K", "electrician", {"load": "load-A", "is": "dead"}, *steps)])
    vehicle_of = {"vehicle": Resource.model_validate({"name": "vehicle", "kind": "mobile_genset", "brings": "truck"})}
    plan = of.plan.model_copy(update={"resources": vehicle_of})
    return Compiled(of.folder, of.customer, of.network, of.site, plan)


def dark(journal: Journal) -> list[tuple[int, int]]:
    return [(span.start_ms, span.end_ms) for span in load_outages(journal)["load-A"]]


def test_it_feeds_once_it_is_plugged_in_started_and_switched_on() -> None:
    of = yard()
    journal = play(of, [LOST], "2 h")
    assert dark(journal) == [(0, 27 * MIN)]
    assert [row[2:] for row in told(journal, "connected")] == [("truck", "point")]
    assert [s.fed.gensets for s in Feeding(of, journal).of("load-A")][-1] == ("truck",)
    assert not any(journal.of("hazard"))


def test_without_being_plugged_in_it_cannot_be_started() -> None:
    of = yard()
    site = of.site.model_copy(update={"connection_points": {}})
    card_ = of.plan.cards[0]
    start = next(s for s in card_.steps if s.do == "start").model_copy(update={"after": ()})
    without = card_.model_copy(update={"steps": (start,)})
    plan = of.plan.model_copy(update={"cards": (without,)})
    journal = play(Compiled(of.folder, of.customer, of.network, site, plan), [LOST], "1 h")
    assert rows(journal)["G"].state == "failed"


@pytest.mark.parametrize(
    ("vehicle", "why"), [({"plug": "P2"}, "plug"), ({"cable_m": "20"}, "cable"), ({"cable_m": None}, "cable")]
)
def test_with_the_wrong_plug_or_too_short_a_cable_it_is_not_plugged_in(vehicle: dict[str, Any], why: str) -> None:
    journal = play(yard(vehicle), [LOST], "2 h")
    assert [(e.data["point"], e.data["why"]) for e in journal.of("connect_failed")] == [("point", why)]
    assert rows(journal)["C"].state == "failed"
    assert dark(journal) == [(0, 120 * MIN)]


def test_bare_lugs_take_any_plug() -> None:
    assert any(play(yard({"plug": "P2"}, {"plug": ""}), [LOST], "2 h").of("connected"))


def test_a_phase_sequence_nobody_has_marked_or_checked_is_a_hazard() -> None:
    unmarked = {"phase_marked": "false"}
    hazards = [e.data["hazard"] for e in play(yard(box=unmarked), [LOST], "2 h").of("hazard")]
    assert hazards == ["wrong_phase_sequence"]
    checked = yard(None, unmarked, 100, step("P", "electrician", "phase_check", target="point", after=["G"]))
    assert not any(play(checked, [LOST], "2 h").of("hazard"))


def test_what_box_and_cable_carry_limits_it() -> None:
    journal = play(yard(box={"rated_kva": "100"}), [LOST], "2 h")
    assert [e.data["limit_kw"] for e in journal.of("load_step")] == [80]
    assert [row[2:] for row in told(journal, "source_stopped")] == [("truck", "step_load")]


def test_it_burns_from_its_own_tank() -> None:
    journal = play(yard({"tank_l": "40", "fuel_l_per_kwh": "0.25"}), [LOST], "5 h")
    stopped = next(e for e in journal.of("source_stopped"))
    assert stopped.data == {"source": "truck", "cause": "no_fuel"}
    assert stopped.t_ms - 27 * MIN == pytest.approx(40 / (0.25 * (0.12 * 400 + 0.88 * 100)) * 60 * MIN, rel=0.01)
    tank = journal.events[-1].data["fuel_l"]["truck"]
    assert tank["start"] + tank["in"] - tank["out"] == pytest.approx(tank["end"], abs=0.01)


def test_one_that_fails_or_does_not_start_feeds_nothing_before_or_after_it_is_plugged_in() -> None:
    before = play(yard(), [LOST, {"at": "5 min", "fault": "fails_to_start", "on": "truck"}], "2 h")
    assert rows(before)["G"].state == "failed"
    broken = {"at": "40 min", "fault": "fails_running", "on": "truck"}
    after = play(yard(), [LOST, broken], "2 h")
    assert dark(after) == [(0, 27 * MIN), (40 * MIN, 120 * MIN)]


def test_one_under_maintenance_is_not_plugged_in() -> None:
    journal = play(yard(), [LOST], "2 h", out_of_service=["truck"])
    assert [e.data["why"] for e in journal.of("connect_failed")] == ["out_of_service"]


def test_one_that_runs_dry_is_told_judged_and_drawn() -> None:
    of = yard({"tank_l": "40", "fuel_l_per_kwh": "0.25"})
    run = case(of, [LOST], "5 h")
    journal = simulate(run)
    assert [e.data["store"] for e in journal.of("store_empty")] == ["truck"]
    found = [each for each in assess(run, journal) if each.code == "G03"]
    assert [(each.subject.id, each.plain["store"]) for each in found] == [("truck", "truck")]
    for lang in LANGS:
        assert "stores" in album(run, journal, lang)


def test_it_is_refuelled_as_any_tank_and_can_be_started_again() -> None:
    refuel = step("R", "electrician", "refuel", target="truck", takes="120 min", after=["X"])
    again = step("A", "electrician", "start", target="truck", takes="5 min", after=["R"])
    of = yard({"tank_l": "40", "fuel_l_per_kwh": "0.25"}, None, 100, refuel, again)
    journal = play(of, [LOST], "3 h")
    dry = next(e.t_ms for e in journal.of("source_stopped"))
    assert dark(journal)[1:] == [(dry, next(e.t_ms for e in journal.of("source_running") if e.t_ms > dry))]
    tank = journal.events[-1].data["fuel_l"]["truck"]
    assert tank["in"] == pytest.approx(40, abs=0.01)


def test_refuelling_a_set_whose_fuel_is_not_limited_changes_nothing() -> None:
    refuel = step("R", "electrician", "refuel", target="truck", takes="10 min", after=["X"])
    journal = play(yard(None, None, 100, refuel), [LOST], "2 h")
    assert rows(journal)["R"].state == "done"
    assert "truck" not in journal.events[-1].data["fuel_l"]

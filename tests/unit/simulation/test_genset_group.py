r"""Gensets in parallel, what they are given at once, and what their cooling needs.

feeder-S1 -- N -- (normal) --\                        E -- (E-X) -- X   tier-3
                               E -- load-E            E -- (E-Y) -- Y   tier-2
G1 -- (G1-K) -- K -- (standby) /                      E -- (E-M) -- M   motors
G2 -- (G2-K) -- K
"""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.journal import Journal
from drillsim.journal.timeline import load_outages
from drillsim.schema.compiled import Compiled
from drillsim.schema.plan import Tier
from helpers.cards import card, step
from helpers.grids import grid
from helpers.play import dossier, play, told

MIN = 60_000
LOST = {"at": "1 min", "fault": "source_lost", "on": "feeder-S1"}
NAMES = ("g1", "g2")


def genset(number: int, **more: Any) -> dict[str, Any]:
    facts = {"kind": "genset", "bus": f"G{number}", "breaker": f"G{number}-K", "rated_kw": "200", "called_by": "ats"}
    return facts | {"ready": "12 s", "fails_to_start": "0", "step_load_percent": "100", "place": "hv"} | more


def station(loads: dict[str, float], *, group: dict[str, Any] | None = None, **more: Any) -> Compiled:
    network = grid("S1 N cb", "N E cb", "K E open", "G1 K open", "G2 K open", "E X cb", "E Y cb", "E M cb", loads=loads)
    gensets = {f"g{n}": genset(n, **more.pop(f"g{n}", {})) for n in (1, 2)}
    ats = {"kind": "ats", "normal": "N-E", "standby": "K-E", "delay": "3 s", "takes": "300 ms", "place": "hv"}
    site = {
        "sources": gensets,
        "genset_groups": {"gen": {"of": list(NAMES), "sync": "8 s", **(group or {})}},
        "transfers": {"ats": ats},
        **more.pop("site", {}),
    }
    of = dossier(network, site=site, **more)
    tiers = {"tier-3": Tier(loads=("load-X",), by="auto"), "tier-2": Tier(loads=("load-Y",), by="auto")}
    plan = of.plan.model_copy(update={"tiers": tiers})
    return type(of)(of.folder, of.customer, of.network, of.site, plan)


def dark(journal: Journal, load: str = "load-E") -> list[tuple[int, int]]:
    return [(span.start_ms, span.end_ms) for span in load_outages(journal)[load]]


def closings(journal: Journal) -> list[tuple[int, str]]:
    return [(e.t_ms, e.data["switch"]) for e in journal.of("switch_moved") if e.data["closed"]]


def test_the_first_closes_onto_the_dead_bus_and_the_next_synchronises() -> None:
    journal = play(station({"E": 0.1}), [LOST], "10 min")
    ready = MIN + 3_000 + 12_000
    assert closings(journal)[:3] == [(ready + 80, "G1-K"), (ready + 380, "K-E"), (ready + 8_080, "G2-K")]
    assert [e.data for e in journal.of("group_online")] == [
        {"group": "gen", "online": 1, "of": 1},
        {"group": "gen", "online": 2, "of": 1},
    ]
    assert not any(journal.of("hazard"))


def test_it_takes_load_only_with_so_many_on_the_bus() -> None:
    journal = play(station({"E": 0.1}, group={"min_online": "2"}), [LOST], "10 min")
    assert dark(journal) == [(MIN, MIN + 3_000 + 12_000 + 80 + 8_000 + 300)]


def test_with_one_missing_it_takes_no_load_by_itself() -> None:
    refuses = {"at": "0 s", "fault": "fails_to_start", "on": "g2"}
    assert dark(play(station({"E": 0.1}, group={"min_online": "2"}), [refuses, LOST], "10 min")) == [(MIN, 10 * MIN)]


def test_sets_in_parallel_share_by_rating() -> None:
    of = station({"E": 0.15}, g2={"rated_kw": "100"})
    journal = play(of, [LOST], "10 min")
    shares = {e.data["source"]: e.data["kw"] for e in journal.of("source_loaded")}
    assert shares["g1"] == pytest.approx(100, rel=0.02)
    assert shares["g2"] == pytest.approx(50, rel=0.02)


def test_when_one_trips_the_tiers_go_one_after_the_other_until_the_rest_carries_the_load() -> None:
    of = station({"E": 0.15, "X": 0.1, "Y": 0.1}, group={"min_online": "2", "sheds_on_loss": ["tier-3", "tier-2"]})
    trips = {"at": "5 min", "fault": "fails_running", "on": "g1"}
    journal = play(of, [LOST, trips], "20 min")
    sheds = [(e.t_ms, e.data["tier"], e.data["loads"], e.data["rated_kw"]) for e in journal.of("group_sheds")]
    first = 5 * MIN + 200
    assert sheds == [(first, "tier-3", ["load-X"], 200), (first + 280, "tier-2", ["load-Y"], 200)]
    assert [row[2:] for row in told(journal, "source_stopped")] == [("g1", "failed")]
    assert dark(journal, "load-E")[1:] == []


def test_without_anything_to_shed_overload_trips_the_rest() -> None:
    of = station({"E": 0.35}, group={"min_online": "2"}, g2={"step_load_percent": "100"})
    trips = {"at": "5 min", "fault": "fails_running", "on": "g1"}
    journal = play(of, [LOST, trips], "20 min")
    assert [row[2:] for row in told(journal, "source_stopped")] == [("g1", "failed"), ("g2", "overload")]


def test_a_member_never_joins_a_bus_that_lives_by_something_else() -> None:
    back = LOST | {"for": "20 s"}
    of = station({"E": 0.1}, g2={"ready": "60 s"}, group={"sync": "8 s"})
    journal = play(of, [back], "5 min")
    assert not any(e.data["hazard"] == "paralleling" for e in journal.of("hazard"))


# -- steps -----------------------------------------------------------------------------------------------------------
def single(step_percent: str, **more: Any) -> Compiled:
    """One set of 200 kW alone behind the ATS."""
    g1 = {"step_load_percent": step_percent, **more.pop("g1", {})}
    return station({"E": 0.08, "X": 0.05, "Y": 0.05}, group={"of": ["g1"]}, g1=g1, g2={"called_by": []}, **more)


def test_a_block_beyond_its_step_stalls_it() -> None:
    journal = play(single("60"), [LOST], "10 min")
    taken = MIN + 3_000 + 12_000 + 380
    assert [(e.t_ms, e.data["limit_kw"]) for e in journal.of("load_step")] == [(taken + 1_000, 120)]
    assert next(journal.of("load_step")).data["kw"] == pytest.approx(180, rel=0.02)
    assert told(journal, "source_stopped")[0][2:] == ("g1", "step_load")
    assert dark(journal)[-1] == (taken + 1_000, 10 * MIN)


def test_the_same_load_in_two_stages_is_taken() -> None:
    shed = step("S", "electrician", "open", target=["E-X", "E-Y"], takes="10 s")
    back = step("B", "electrician", "close", target=["E-X", "E-Y"], takes="20 s", after=["S"], requires=[
        {"source": "g1", "is": "live"}])  # fmt: skip
    seen = {"observations": {"lights": {"sees": [{"load": "load-E", "source": "g1"}], "shown_at": "room"}}}
    cards = [card("K", "electrician", {"load": "load-E", "is": "dead"}, shed, back)]
    slow = {"ready": "60 s"}
    journal = play(single("60", g1=slow, site=seen, cards=cards), [LOST], "10 min")
    assert not any(journal.of("load_step"))
    assert next(e.data["kw"] for e in reversed(list(journal.of("source_loaded")))) == pytest.approx(180, rel=0.02)


def test_motors_beyond_its_starting_kva_stall_it_and_group_by_group_they_do_not() -> None:
    def motors(second: str) -> dict[str, Any]:
        facts = {"starting_kva": "300", "run_up": "5 s"}
        return {"loads": {"load-X": {"motor": facts}, "load-Y": {"motor": facts | {"group": second}}}}

    def steps(second: str) -> list[tuple[float, float]]:
        of = single("100", g1={"starting_kva": "400"}, site=motors(second))
        return [(e.data["kva"], e.data["limit_kva"]) for e in play(of, [LOST], "10 min").of("load_step")]

    assert steps("1") == [(600, 400)]
    assert steps("2") == []


# -- Port Augusta 2016: stopped on high water temperature ------------------------------------------------------------
def test_a_set_without_its_cooling_stops_after_its_time() -> None:
    of = single("100", g1={"needs": ["load-X"], "needs_after": "5 min"})
    fan = {"at": "10 min", "fault": "short_circuit", "on": "X"}
    journal = play(of, [LOST, fan], "30 min")
    assert told(journal, "source_stopped")[-1] == (15 * MIN, "source_stopped", "g1", "overheated")
    assert play(of, [LOST], "30 min").events[-1].type == "run_ended"
    assert not any(play(of, [LOST], "30 min").of("source_stopped"))

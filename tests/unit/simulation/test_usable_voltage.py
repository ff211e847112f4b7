"""A load is supplied while its voltage is one it can run at: in dips, beside a short circuit, behind an open phase, and
where the network collapses. Every figure is worked out by hand.

feeder-S1 -- S1-A -- A -- T -- L -- ...         S2 beside it
"""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import Any

import pytest

from drillsim.findings.assess import assess
from drillsim.findings.ledger import outages
from drillsim.findings.verdict import verdicts
from drillsim.journal import Journal
from drillsim.schema.compiled import Compiled
from drillsim.schema.network import Network
from helpers.grids import CABLE, grid
from helpers.play import case, dossier, play

Event = dict[str, Any]
DIP: Event = {"at": "10 s", "fault": "dip", "on": "feeder-S1", "residual_percent": "40", "for": "200 ms"}
LV_OHM, LV_KV = (CABLE["r_ohm_per_km"], CABLE["x_ohm_per_km"]), 0.4


def limited(of: Network, load: Mapping[str, Any], name: str = "load-L", **site: Any) -> Compiled:
    return dossier(of, site={"loads": {name: {"place": "hv", **load}}, **site})


def shop(load: Mapping[str, Any], **site: Any) -> Compiled:
    """One load behind a transformer, another board beside it on a second feeder."""
    return limited(grid("S1 A cb", "A L trafo", "S2 B cb", loads={"L": 0.1, "B": 0.1}), load, **site)


def judged(of: Compiled, events: list[Event], name: str = "load-L", **start: Any) -> tuple[str, str, int]:
    """Verdict, why and longest interruption; the interruption's pieces add up to it."""
    journal = play(of, events, **start)
    (found,) = (v for v in verdicts(case(of, events, **start), journal) if v.id == name)
    cut = [o for o in outages(case(of, events, **start), journal) if o.subject == name]
    assert sum(end - begin for o in cut for begin, end, _ in o.pieces) == found.total_ms
    return found.verdict, found.why, found.outage_ms


def said(journal: Journal, name: str = "load-L") -> list[tuple[int, str]]:
    return [(e.t_ms, e.type) for e in journal.of("load_lost", "load_restored") if e.data["load"] == name]


# -- dips --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("load", "dip", "right"),
    [
        ({"max_interruption": "100 ms"}, {}, ("missed", "longer-than-limit", 200)),
        ({"max_interruption": "500 ms"}, {}, ("met", "within-limit", 200)),
        ({"max_interruption": "100 ms"}, {"residual_percent": "75"}, ("met", "not-interrupted", 0)),
        ({"max_interruption": "100 ms", "runs_above_pu": "0.9"}, {"residual_percent": "75"},
         ("missed", "longer-than-limit", 200)),
        ({"max_interruption": "100 ms", "runs_above_pu": "0.3"}, {}, ("met", "not-interrupted", 0)),
        ({"max_interruption": "100 ms"}, {"for": "0 ms"}, ("met", "not-interrupted", 0)),
        ({"max_interruption": "100 ms"}, {"on": "feeder-S2"}, ("met", "not-interrupted", 0)),
    ],
)  # fmt: skip
def test_a_dip_too_deep_to_run_in_is_an_interruption_as_long_as_it_lasts(
    load: dict[str, Any], dip: Event, right: tuple[str, str, int]
) -> None:
    assert judged(shop(load), [DIP | dip]) == right


@pytest.mark.parametrize(
    ("residual", "right"), [("65", []), ("45", [(10_000, "load_lost"), (10_015, "load_restored")])]
)
def test_a_held_contactor_runs_down_to_where_it_drops(residual: str, right: list[tuple[int, str]]) -> None:
    """15 ms are too short for it to drop out, not for the load to be without."""
    load = {"contactor": {"drops_below_pu": "0.55", "after": "20 ms"}}
    assert said(play(shop(load), [DIP | {"residual_percent": residual, "for": "15 ms"}])) == right


def test_a_contactor_that_dropped_out_is_dark_from_the_dip_until_somebody_starts_it() -> None:
    journal = play(shop({"contactor": {"drops_below_pu": "0.55"}}), [DIP])
    assert said(journal) == [(10_000, "load_lost")]
    assert [(e.t_ms, e.data["cause"]) for e in journal.of("load_dropped")] == [(10_020, "contactor")]


def test_of_two_cords_the_better_one_counts() -> None:
    cords = [{"bus": "L", "share_percent": "50"}, {"bus": "B", "share_percent": "50"}]
    load = {"max_interruption": "0 ms", "cords": cords}
    network = grid("S1 A cb", "A L trafo", "S2 M cb", "M B trafo", loads={"L": 0.1})
    assert judged(limited(network, load), [DIP]) == ("met", "not-interrupted", 0)
    both = [DIP, DIP | {"on": "feeder-S2", "for": "120 ms"}]
    assert judged(limited(network, load), both) == ("missed", "longer-than-limit", 120)


def test_energy_is_not_served_in_a_dip_and_the_function_that_needs_it_rides_it_through_or_not() -> None:
    site = {
        "functions": {
            "quick": {"needs": {"load": "load-L"}},
            "slow": {"needs": {"load": "load-L", "rides": "300 ms"}},
        }
    }
    journal = play(shop({}, **site), [DIP | {"for": "250 ms"}])
    states = [(e.t_ms, e.data["function"], e.data["state"]) for e in journal.of("function_changed")]
    assert states == [(10_000, "quick", "lost"), (10_000, "slow", "riding_through"), (10_250, "quick", "normal"),
                      (10_250, "slow", "normal")]  # fmt: skip
    ended = journal.events[-1].data
    served, due = ended["served_kwh"]["load-L"], ended["demand_kwh"]["load-L"]
    assert due == pytest.approx(100)
    assert due - served == pytest.approx(100 * 0.25 / 3600, abs=6e-5)  # kWh, rounded to 0.0001


# -- a short circuit that is cleared late ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bus", "source"), [("A", "C"), ("L", "C"), ("A", "D")]
)  # beside it, behind a transformer, and a line instead of a bus
@pytest.mark.parametrize(("limit", "word"), [("400 ms", "missed"), ("500 ms", "met")])
def test_a_board_at_zero_voltage_is_interrupted_until_the_fault_is_cleared(
    bus: str, source: str, limit: str, word: str
) -> None:
    """Relay 400 ms, breaker 80 ms: 480 ms."""
    drawing = ["S1 A cb", "A L trafo", "A C cb" if source == "C" else "A D line cb -"]
    network = grid(*drawing, loads={bus: 0.1, source: 0.1})
    trips = {"trips": [{"above_a": "100", "after": "400 ms"}]}
    devices = {"A-C": trips} if source == "C" else {"A-D.A": trips}
    of = limited(network, {"max_interruption": limit}, f"load-{bus}", devices=devices)
    struck = [{"at": "10 s", "fault": "short_circuit", "on": "C" if source == "C" else "A-D", "for": "1 h"}]
    word_, _, ms = judged(of, struck, f"load-{bus}")
    assert (word_, ms) == (word, 480)


def test_a_fault_behind_an_impedance_leaves_what_a_load_can_run_at() -> None:
    """Behind a 1 MVA, 6 % transformer the 300 MVA of the feeder keep 1 - 16.7 / (300 + 16.7), so 0.95."""
    network = grid("S1 A cb", "A L trafo cb -", loads={"A": 0.1})
    devices = {"A-L.A": {"trips": [{"above_a": "100", "after": "400 ms"}]}}
    of = limited(network, {"max_interruption": "100 ms"}, "load-A", devices=devices)
    assert judged(of, [{"at": "10 s", "fault": "short_circuit", "on": "L", "for": "1 h"}], "load-A")[::2] == ("met", 0)


# -- an open phase -----------------------------------------------------------------------------------------------------

OPEN: Event = {"at": "10 s", "fault": "open_phase", "on": "feeder-S1", "for": "30 min"}


@pytest.mark.parametrize(
    ("on", "residual", "ms"),
    [("feeder-S1", None, 1_800_000), ("A-L", "58", 1_800_000), ("feeder-S1", "80", 0), ("feeder-S2", None, 0)],
)
def test_behind_an_open_phase_a_load_is_dark_unless_enough_is_left(on: str, residual: str | None, ms: int) -> None:
    load = {"max_interruption": "10 min", "runs_above_pu": "0.7"}
    event = OPEN | {"on": on} | ({} if residual is None else {"residual_percent": residual})
    assert judged(shop(load), [event])[::2] == ("missed" if ms else "met", ms)


def test_a_contactor_cannot_be_closed_again_behind_an_open_phase() -> None:
    card = {
        "id": "K", "title": "restart", "trigger": {"load": "load-L", "is": "dead"}, "activation": {"by": "electrician"},
        "steps": [{"id": "R", "text": "x", "do": "start", "target": "load-L", "by": "electrician", "takes": "2 min"}],
    }  # fmt: skip
    network = grid("S1 A cb", "A L trafo", loads={"L": 0.1})
    site = {"loads": {"load-L": {"contactor": {"drops_below_pu": "0.6"}, "place": "room"}}}
    journal = play(dossier(network, site=site, cards=[card]), [OPEN])
    assert [e.data["state"] for e in journal.of("step_ends") if e.data["step"] == "R"] == ["failed"]
    assert said(journal) == [(10_000, "load_lost")]


# -- a network that cannot carry what is drawn -------------------------------------------------------------------------


def end_pu(mw: float, mvar: float, from_pu: float = 1.0) -> float:
    """Voltage at the end of one LV line of 1 km: V⁴ + (2(PR + QX) − V₁²) V² + (P² + Q²) Z² = 0."""
    r, x = LV_OHM
    b = 2 * (mw * r + mvar * x) - (from_pu * LV_KV) ** 2
    return sqrt((-b + sqrt(b**2 - 4 * (mw**2 + mvar**2) * (r**2 + x**2))) / 2) / LV_KV


LONG = ("S1 A cb", "A L trafo", "L M line cb -", "L M line cb - #b")
TRIPS: Event = {"at": "10 s", "fault": "maloperates", "on": "L-M_b.L", "to": "open"}


@pytest.mark.parametrize(("mw", "limit", "word"), [(0.19, "5 min", "missed"), (0.1, "5 min", "met")])
def test_what_a_long_line_cannot_carry_is_not_supplied(mw: float, limit: str, word: str) -> None:
    """One of two lines opens by itself; over the other about 0.63 pu are left of 190 kW, about 0.86 of 100 kW."""
    of = limited(grid(*LONG, loads={"M": mw}), {"max_interruption": limit}, "load-M")
    journal = play(of, [TRIPS])
    assert judged(of, [TRIPS], "load-M")[0] == word
    lost = [e for e in journal.of("load_lost") if e.data.get("why") == "voltage"]
    if word == "met":
        assert lost == []
    else:
        ((at, left),) = ((e.t_ms, e.data["vm_pu"]) for e in lost)
        assert at == 10_000
        # 270 kW and 90 kvar with the line's losses take 1 % · 0.27 + 6 % · 0.09 in the transformer
        assert left == pytest.approx(end_pu(mw, mw / 5, 0.992), abs=0.01)
        assert left < 0.7


def test_a_set_holds_its_voltage_and_the_line_behind_it_does_not() -> None:
    """All hangs on a genset over one LV line: 190 kW come to about 0.65 pu, and are dark from T0."""
    network = grid("S1 A cb", "A L trafo", "L G open", "L M line", loads={"M": 0.19})
    genset = {"kind": "genset", "bus": "G", "breaker": "L-G", "rated_kw": "400", "place": "hv"}
    of = limited(network, {"max_interruption": "5 min"}, "load-M", sources={"set": genset})
    start: Any = {
        "set": [{"target": "S1-A", "to": "open"}, {"target": "set", "to": "on"}, {"target": "L-G", "to": "closed"}]
    }
    journal = play(of, [], **start)
    assert journal.initial["loads"]["load-M"]["live"] is False
    assert judged(of, [], "load-M", **start)[::2] == ("missed", 3_600_000)
    assert end_pu(0.19, 0.038) == pytest.approx(0.65, abs=0.01)


# -- what no plant carries for long ------------------------------------------------------------------------------------


def beyond(journal: Journal) -> list[tuple[int, str, str]]:
    return [(e.t_ms, e.data["load"], e.data["cause"]) for e in journal.of("no_plant_carries_this")]


@pytest.mark.parametrize(
    ("load", "event", "right"),
    [
        ({}, {}, ("cannot_say", "no_plant_carries_this", 0)),
        ({"runs_above_pu": "0.75"}, {}, ("met", "not-interrupted", 0)),
        ({"contactor": {"drops_below_pu": "0.5"}}, {}, ("cannot_say", "no_plant_carries_this", 0)),
        ({}, {"for": "60 s"}, ("met", "not-interrupted", 0)),
        ({}, {"for": "61 s"}, ("cannot_say", "no_plant_carries_this", 0)),
        ({}, {"residual_percent": "90"}, ("met", "not-interrupted", 0)),
    ],
)
def test_nobody_knows_what_runs_for_long_between_what_it_needs_and_85_percent(
    load: dict[str, Any], event: Event, right: tuple[str, str, int]
) -> None:
    at_80 = OPEN | {"residual_percent": "80"} | event
    assert judged(shop({"max_interruption": "10 min", **load}), [at_80]) == right


def test_the_doubt_is_said_of_the_function_too_and_an_interruption_that_was_missed_stays_missed() -> None:
    of = shop(
        {"max_interruption": "10 min"}, functions={"work": {"needs": {"load": "load-L"}, "max_interruption": "1 h"}}
    )
    at_80 = OPEN | {"residual_percent": "80"}
    assert judged(of, [at_80], "work")[:2] == ("cannot_say", "no_plant_carries_this")
    lost = {"at": "40 min", "fault": "source_lost", "on": "feeder-S1", "for": "15 min"}
    assert judged(of, [at_80, lost])[:2] == ("missed", "longer-than-limit")


TWO = ("S1 A cb", "A L trafo cb cb", "A L trafo cb cb #b")


@pytest.mark.parametrize(
    ("drawing", "mw", "elements", "why"),
    [
        (TWO[:2], 1.7, {}, "no_plant_carries_this"),  # 1.73 MVA on 1 MVA
        (TWO, 1.7, {}, "not-interrupted"),  # 0.87 each
        (TWO, 3.4, {}, "no_plant_carries_this"),  # 1.73 each: the group
        (TWO[:2], 1.4, {}, "not-interrupted"),
        (TWO[:2], 1.7, {"A-L": {"overload": [{"percent": "200", "lasts": "2 h"}]}}, "not-interrupted"),
    ],
)
def test_nobody_knows_how_long_a_branch_far_beyond_its_rating_carries_what_hangs_on_it(
    drawing: tuple[str, ...], mw: float, elements: dict[str, Any], why: str
) -> None:
    of = limited(
        grid(*drawing, loads={"L": mw}), {"max_interruption": "30 min", "runs_above_pu": "0.7"}, elements=elements
    )
    assert judged(of, [])[1] == why
    assert [t for t, *_ in beyond(play(of))] == ([600_001] if why == "no_plant_carries_this" else [])


def test_a_load_with_another_way_in_or_a_short_overload_is_not_in_doubt() -> None:
    cords = {"cords": [{"bus": "L", "share_percent": "100"}, {"bus": "M", "share_percent": "100"}]}
    network = grid("S1 A cb", "A L trafo", "S2 M cb", loads={"L": 0.1, "A": 0.1, "M": 0.1})
    heavy = network.model_copy(
        update={"load": (*network.load, network.load[0].model_copy(update={"name": "h", "p_mw": 1.7}))}
    )
    of = dossier(heavy, site={"loads": {"load-L": {"max_interruption": "30 min", **cords}}})
    assert judged(of, [])[:2] == ("met", "not-interrupted")
    assert {load for _, load, _ in beyond(play(of))} == {"h"}
    gone = {"at": "9 min", "fault": "source_lost", "on": "feeder-S1", "for": "1 min"}
    assert [t for t, *_ in beyond(play(of, [gone]))] == [600_000 + 600_001]


@pytest.mark.parametrize("mw", [1.7, 0.1], ids=["an overloaded branch", "an open phase"])
def test_a_ups_that_feeds_a_fault_ends_the_look_too(mw: float) -> None:
    """What it feeds stays dead, however often one looks."""
    ups = {"ups": {"kind": "ups", "input": "A", "output": "U", "rated_kw": "50", "battery_kwh": "5"}}
    of = dossier(grid("S1 A cb", "A L trafo", "A U open", loads={"L": mw, "U": 0.02}), site={"sources": ups})
    short = {"at": "9 s", "fault": "short_circuit", "on": "U"}
    journal = play(of, [short, *([OPEN | {"on": "A-L", "at": "1 s"}] if mw < 1 else [])])
    assert "load-U" not in {load for _, load, _ in beyond(journal)}
    assert [t for t, _ in said(journal, "load-U")] == [9_000]
    assert journal.complete


# -- two transformers that must not be joined --------------------------------------------------------------------------


def joined(shift: float, sn_mva: float) -> Compiled:
    """Two transformers side by side, the second turned by `shift`; L-M joins their boards."""
    trafo = {"sn_mva": sn_mva, "vn_hv_kv": 10, "vn_lv_kv": 0.4, "vk_percent": 6, "vkr_percent": 1, "pfe_kw": 1,
             "i0_percent": 0.3, "hv_bus": "A"}  # fmt: skip
    drawn = grid("S1 A cb", "A L trafo", "A M trafo", "L M open", loads={"L": 0.3, "M": 0.2})
    rows = [trafo | {"name": "T1", "lv_bus": "L"}, trafo | {"name": "T2", "lv_bus": "M", "shift_degree": shift}]
    network = Network.model_validate(drawn.model_dump(exclude_none=True) | {"trafo": rows})
    return limited(network, {"max_interruption": "1 min"})


TOGETHER = [
    {"at": "10 s", "fault": "maloperates", "on": "L-M", "to": "close"},
    {"at": "5 min", "fault": "maloperates", "on": "L-M", "to": "open"},
]


@pytest.mark.parametrize(
    ("shift", "sn_mva", "words"),
    [(330.0, 0.8, ("missed",)), (330.0, 2.5, ("missed", "cannot_say")), (30.0, 0.8, ("met",)),
     (180.0, 0.8, ("missed", "cannot_say")), (0.0, 0.8, ("met",))],
)  # fmt: skip
def test_loads_between_two_transformers_of_unlike_vector_groups_are_without(
    shift: float, sn_mva: float, words: tuple[str, ...]
) -> None:
    """The power flow leaves next to nothing between them, or finds no answer; where it leaves 1 ∠15°, they run, though
    what flows round is a short circuit. Never is shedding advised."""
    of = joined(shift, sn_mva)
    assert judged(of, TOGETHER)[0] in words
    found = {each.code: each for each in assess(case(of, TOGETHER), play(of, TOGETHER))}
    assert "S03" not in found
    assert ("S04" in found) is (words == ("missed",))
    assert [each.plain["joined"] for code, each in found.items() if code == "S04"] == ["L-M"] * ("S04" in found)

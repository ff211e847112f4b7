"""What holds in every run, whatever goes wrong."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drillsim.journal import Journal, lines_of, parse_journal
from drillsim.journal.timeline import load_outages
from drillsim.network import Answer, Island, Memo, PandapowerFlow
from drillsim.schema.compiled import Compiled
from drillsim.simulation import Run, simulate
from helpers.cards import card, rows, step, tell
from helpers.grids import grid
from helpers.play import ACTORS, PEOPLE, case, dossier

SWITCHES = ("S1-A", "S2-B", "A-B", "A-E", "P-E", "G-P", "E-U")
DARK = {"load": "load-E", "is": "dead"}
NO_OP = {"id": "N", "text": "look", "do": "check", "by": "watcher", "takes": "7 min"}


@cache
def plant(*, no_op: bool = False, certain: bool = False) -> Compiled:
    """Two feeders with a transfer, an emergency board with ATS, genset, tank, pump and UPS; a card with both sides."""
    network = grid(
        "S1 A cb", "S2 B cb", "A B open", "A E cb", "P E open", "G P open", "E U cb", "U T cb", "V W cb",
        loads={"A": 0.3, "B": 0.3, "E": 0.1, "T": 0.002, "W": 0.02},
    )  # fmt: skip
    odds = "0" if certain else "0.2"
    genset = {
        "kind": "genset",
        "bus": "G",
        "breaker": "G-P",
        "rated_kw": "200",
        "called_by": "ats",
        "fuel": "tank",
        "place": "hv",
        "ready": "12 s" if certain else {"median": "12 s", "p90": "20 s"},
        "fails_to_start": odds,
        "manual_start_fails": odds,
    }
    ups = {"kind": "ups", "input": "E", "output": "V", "rated_kw": "40", "battery_kwh": "6", "recharge_kw": "4"}
    restart = {"takes": "9 min", "by": "electrician"}
    site: dict[str, Any] = {
        "profiles": {"p": {"percent": {"part": "70"}}},
        "loads": {f"load-{bus}": {"profile": "p"} for bus in "ABETW"},
        "transfers": {
            "bzt": {"kind": "bus_tie_transfer", "incomers": ["S1-A", "S2-B"], "tie": "A-B", "fails_to_operate": odds},
            "ats": {
                "kind": "ats", "normal": "A-E", "standby": "P-E", "fails_to_operate": odds, "control_supply": "dc",
            },
        },
        "sources": {"genset": genset, "ups": ups},
        "stores": {
            "tank": {
                "holds": "diesel", "capacity_l": "60", "level_l": "50",
                "out": [{"to": "genset"}, {"to": "load-B", "l_per_min": "0.2", "while_dead": ["load-A"]}],
                "in": [{"by": "load-T", "l_per_min": "5", "from": "bulk"}],
            },
            "bulk": {"holds": "diesel", "capacity_l": "400", "level_l": "300"},
        },
        "dc_supplies": {"dc": {"fed_by": ["A", "E"], "lasts": "20 min"}},
        "functions": {"work": {"needs": {"load": "load-W", "rides": "5 s"}, "restart": restart}},
        "observations": {"lights": {"sees": [{"load": ["load-E", "load-W"], "source": "genset"}], "shown_at": "room"}},
    }  # fmt: skip
    times = "3 min" if certain else {"median": "3 min", "p90": "8 min"}
    steps = [
        step("T1", "electrician", "report", takes=times, tells=[tell("dispatcher", facts=["load-E"])]),
        step("T2", "electrician", "start", target="genset", takes=times, when={"source": "genset", "is": "dead"}),
        step("T3", "electrician", "transfer", target="ats", takes=times, after=["T2"], place="hv"),
        step("D1", "dispatcher", takes=times, after=["T1"]),
    ]
    idle = [card("KN", "watcher", DARK, NO_OP)] if no_op else []
    people = {**PEOPLE, "zhou": PEOPLE["wang"] | {"name": "Zhou", "shifts": LODGE}}
    actors = {**ACTORS, "watcher": {"side": "customer", "held_by": ["zhou"]}}
    site["observations"]["lodge-lights"] = {"sees": [{"load": "load-E"}], "shown_at": "lodge"}
    site["places"] = {"room": {}, "dispatch": {}, "hv": {}, "home": {}, "lodge": {}}
    return dossier(
        network, site=site, people=people, actors=actors, cards=[card("K", "electrician", DARK, *steps), *idle]
    )


LODGE = [{"from": "00:00", "to": "24:00", "place": "lodge"}]


@cache
def flow() -> Memo:
    return Memo(PandapowerFlow(plant().network))


moments = st.integers(0, 40).map(lambda minutes: f"{minutes} min")
no_end: dict[str, str] = {}
spans = st.integers(1, 90).map(lambda minutes: {"for": f"{minutes} min"}) | st.just(no_end)
faults = st.one_of(
    st.fixed_dictionaries({"fault": st.just("source_lost"), "on": st.sampled_from(["feeder-S1", "feeder-S2"])}),
    st.fixed_dictionaries({"fault": st.just("short_circuit"), "on": st.sampled_from(["A", "B", "E", "V"])}),
    st.fixed_dictionaries({"fault": st.just("fails_to_operate"), "on": st.sampled_from([*SWITCHES, "ats", "bzt"])}),
    st.fixed_dictionaries({"fault": st.just("fails_to_start"), "on": st.just("genset")}),
    st.fixed_dictionaries({"fault": st.just("fails_running"), "on": st.sampled_from(["genset", "ups"])}),
    st.fixed_dictionaries({"fault": st.just("store_contaminated"), "on": st.sampled_from(["tank", "bulk"])}),
    st.fixed_dictionaries({"fault": st.just("maloperates"), "on": st.sampled_from(["ats", "bzt", "E-U"])}),
    st.fixed_dictionaries({"fault": st.just("dc_lost"), "on": st.just("dc")}),
    st.fixed_dictionaries({"fault": st.just("vt_lost"), "on": st.sampled_from(["A", "B"])}),
    st.fixed_dictionaries({"fault": st.just("channel_lost"), "on": st.just("phone")}),
    st.fixed_dictionaries({"fault": st.just("store_empty"), "on": st.sampled_from(["tank", "bulk"])}),
)
events = st.lists(st.builds(lambda fault, at, span: fault | {"at": at} | span, faults, moments, spans), max_size=4)
seeds = st.integers(0, 10_000)


def run_of(happens: list[dict[str, Any]], seed: int, **variant: bool) -> Journal:
    return simulate(case(plant(**variant), happens, "3 h"), seed=seed, flow=flow())


@settings(deadline=None, max_examples=40)
@given(events, seeds)
def test_served_and_unserved_make_up_demand(happens: list[dict[str, Any]], seed: int) -> None:
    journal = run_of(happens, seed)
    outages, last = load_outages(journal), journal.events[-1].data
    for load, state in journal.initial["loads"].items():
        unserved = sum(span.ms for span in outages[load]) / 3_600_000 * state["demand_kw"]
        assert last["served_kwh"][load] + unserved == pytest.approx(last["demand_kwh"][load], abs=2e-3)


@settings(deadline=None, max_examples=40)
@given(events, seeds)
def test_fuel_and_batteries_balance(happens: list[dict[str, Any]], seed: int) -> None:
    last = run_of(happens, seed).events[-1].data
    for tank in last["fuel_l"].values():
        assert tank["start"] + tank["in"] - tank["out"] == pytest.approx(tank["end"], abs=0.01)
    for battery in last["battery_kwh"].values():
        assert battery["start"] - battery["given"] + battery["taken"] == pytest.approx(battery["end"], abs=1e-3)


@settings(deadline=None, max_examples=40)
@given(events, seeds)
def test_a_journal_read_back_is_the_journal_written(happens: list[dict[str, Any]], seed: int) -> None:
    journal = run_of(happens, seed)
    back = parse_journal(list(lines_of(journal)), "journal.jsonl")
    assert list(lines_of(back)) == list(lines_of(journal))
    assert back.events == journal.events
    assert [event.t_ms for event in journal.events] == sorted(event.t_ms for event in journal.events)


@settings(deadline=None, max_examples=40)
@given(events, seeds, st.lists(st.integers(0, 10_800_000), max_size=5))
def test_it_does_not_matter_in_how_many_advances_a_run_is_driven(
    happens: list[dict[str, Any]], seed: int, stops: list[int]
) -> None:
    of = case(plant(), happens, "3 h")
    run = Run(of, seed=seed, flow=flow())
    for stop in [*sorted(stops), of.scenario.horizon]:
        run.advance(stop)
    assert list(lines_of(run.finish())) == list(lines_of(simulate(of, seed=seed, flow=flow())))


@settings(deadline=None, max_examples=30)
@given(events, seeds)
def test_a_step_that_does_nothing_for_an_idle_person_changes_nothing_else(
    happens: list[dict[str, Any]], seed: int
) -> None:
    without, with_it = run_of(happens, seed), run_of(happens, seed, no_op=True)
    of_the_watcher = ("N", "KN", "zhou")

    def others(journal: Journal) -> list[tuple[Any, ...]]:
        kept = []
        for event in journal.events[1:]:
            data = {
                key: [v for v in value if v != "zhou"] if key == "people" else value
                for key, value in event.data.items()
            }
            named = {data.get(key) for key in ("step", "card", "person") if isinstance(data.get(key), str)}
            if not named & set(of_the_watcher) and data.get("people") != []:
                kept.append((event.t_ms, event.type, data))
        return kept

    assert others(with_it) == others(without)


@settings(deadline=None, max_examples=15)
@given(events, seeds)
def test_runs_that_differ_only_in_demand_never_share_a_flow_answer(happens: list[dict[str, Any]], seed: int) -> None:
    asked: dict[str, set[Island]] = {"full": set(), "part": set()}

    class Recorder:
        engine = "recorder"

        def __init__(self, name: str) -> None:
            self._name = name

        def solve(self, island: Island) -> Answer:
            if island.demand:  # a live island nobody draws from is the same at any demand
                asked[self._name].add(island)
            return flow().solve(island)

    simulate(case(plant(), happens, "2 h"), seed=seed, flow=Recorder("full"))
    simulate(case(plant(), happens, "2 h", load="part"), seed=seed, flow=Recorder("part"))
    assert asked["full"]
    assert asked["part"]
    assert not asked["full"] & asked["part"]


@settings(deadline=None, max_examples=25)
@given(st.integers(1, 60), seeds)
def test_with_nothing_able_to_fail_the_answer_is_the_hand_computation(minutes: int, seed: int) -> None:
    """Both feeders are lost. The emergency board is dark for ATS delay + start + breaker + ATS, whatever the seed."""
    both = [{"at": f"{minutes} min", "fault": "source_lost", "on": ["feeder-S1", "feeder-S2"]}]
    journal = simulate(case(plant(certain=True), both, "2 h"), seed=seed, flow=flow())
    lost = minutes * 60_000
    outages = load_outages(journal)
    assert [(s.start_ms, s.end_ms) for s in outages["load-E"]] == [(lost, lost + 3_000 + 12_000 + 80 + 300)]
    assert outages["load-W"] == ()
    assert [(s.start_ms, s.end_ms) for s in outages["load-A"]] == [(lost, 7_200_000)]
    found = rows(journal)
    assert found["T1"].finished_ms == lost + 180_000
    assert found["D1"].finished_ms == lost + 360_000

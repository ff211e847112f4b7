"""Voltage dips: what lets go, what stays in, what it takes to bring it back, and the second dip.

feeder-S1 -- HEAD (S1-A) -- A -- T -- L -- sub-breakers -- loads        S2 beside it
"""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.journal import Journal
from helpers.grids import grid
from helpers.play import ACTORS, PEOPLE, dossier, play

LOADS = ("B1", "B2", "B3", "B4")
DIP = {"at": "10 s", "fault": "dip", "on": "feeder-S1", "residual_percent": "40", "for": "200 ms"}


def shop(**site: Any) -> Any:
    """Four loads, each behind its own breaker on one board."""
    drawing = ["S1 A cb", "A L trafo", *(f"L {bus} cb" for bus in LOADS)]
    return dossier(grid(*drawing, loads=dict.fromkeys(LOADS, 0.05)), site=site)


def releases(after: str) -> dict[str, Any]:
    return {"devices": {f"L-{bus}": {"undervoltage_release": {"below_pu": "0.5", "after": after}} for bus in LOADS}}


def dark(journal: Journal) -> list[str]:
    return sorted({e.data["load"] for e in journal.of("load_lost")})


def test_undelayed_releases_open_everything_while_the_feeder_stays_alive() -> None:
    journal = play(shop(**releases("0 ms")), [DIP])
    moved = list(journal.of("switch_moved"))
    assert [(e.data["switch"], e.data["cause"]) for e in moved] == [(f"L-{bus}", "undervoltage") for bus in LOADS]
    assert [e.t_ms for e in moved] == [10_010] * 4
    assert dark(journal) == [f"load-{bus}" for bus in LOADS]
    assert list(journal.of("source_lost")) == []
    dips = [(e.t_ms, e.data["residual_pu"], e.data["for_ms"], e.data["cause"]) for e in journal.of("voltage_dip")]
    assert dips[-1] == (10_200, 0.4, 200, "dip")


def test_a_delay_of_half_a_second_lets_nothing_drop() -> None:
    journal = play(shop(**releases("500 ms")), [DIP])
    assert list(journal.of("switch_moved", "load_dropped")) == []
    (dip,) = journal.of("voltage_dip")
    assert set(dip.data["buses"]) == {"S1", "A", "L", *LOADS}


def test_a_release_acts_on_an_interruption_too_and_not_on_one_it_was_never_armed_for() -> None:
    lost = {"at": "10 s", "fault": "source_lost", "on": "feeder-S1", "for": "1 min"}
    journal = play(shop(**releases("500 ms")), [lost])
    assert [e.t_ms for e in journal.of("switch_moved")] == [10_500] * 4
    assert list(journal.of("load_restored")) == []
    from_dark = play(shop(**releases("500 ms")), [{**lost, "at": "0 s"}], set=[{"target": "S1-A", "to": "open"}])
    assert list(from_dark.of("switch_moved")) == []


def contactors(recloses: str = "manual", **motor: Any) -> dict[str, Any]:
    spec = {"contactor": {"drops_below_pu": "0.6", "after": "20 ms", "recloses": recloses}, "place": "hv", **motor}
    return {"loads": {f"load-{bus}": spec for bus in LOADS}}


def test_contactors_drop_out_and_come_back_by_themselves_if_they_are_made_to() -> None:
    journal = play(shop(**contactors("auto")), [DIP])
    dropped = [(e.t_ms, e.data["residual_pu"]) for e in journal.of("load_dropped")]
    assert dropped == [(10_020, pytest.approx(0.4, abs=0.01))] * 4
    assert [(e.t_ms, e.data["cause"]) for e in journal.of("load_picked_up")] == [(13_200, "auto")] * 4
    assert [e.t_ms for e in journal.of("load_restored")] == [13_200] * 4


def test_a_contactor_holds_in_a_dip_that_is_not_deep_or_not_long_enough() -> None:
    for change in ({"residual_percent": "65"}, {"for": "15 ms"}):
        assert list(play(shop(**contactors()), [DIP | change]).of("load_dropped")) == []


@pytest.mark.parametrize(("people", "minutes"), [(1, 8), (2, 4)])
def test_by_hand_it_takes_starters_over_people(people: int, minutes: int) -> None:
    """Four starters of 2 min each, by one person or by two."""
    halves = [LOADS] if people == 1 else [LOADS[:2], LOADS[2:]]
    steps = [
        {"id": f"R{n}", "text": "restart", "do": "start", "target": [f"load-{bus}" for bus in half], "by": f"e{n}",
         "takes": "2 min"}
        for n, half in enumerate(halves)
    ]  # fmt: skip
    card = {
        "id": "K", "title": "restart", "trigger": {"load": "load-B1", "is": "dead"}, "activation": {"by": "e0"},
        "steps": steps,
    }  # fmt: skip
    shift = [{"from": "00:00", "to": "24:00", "place": "hv"}]
    crew = {f"p{n}": {"name": f"P{n}", "side": "customer", "shifts": shift} for n in range(people)}
    actors = {f"e{n}": {"side": "customer", "held_by": [f"p{n}"]} for n in range(people)}
    site = contactors()
    drawing = ["S1 A cb", "A L trafo", *(f"L {bus} cb" for bus in LOADS)]
    of = dossier(
        grid(*drawing, loads=dict.fromkeys(LOADS, 0.05)), site=site,
        people=PEOPLE | crew, actors=ACTORS | actors, cards=[card],
    )  # fmt: skip
    journal = play(of, [DIP])
    assert max(e.t_ms for e in journal.of("load_restored")) == 10_000 + minutes * 60_000
    assert {e.data["cause"] for e in journal.of("load_picked_up")} == {"hand"}


def test_a_short_circuit_dips_its_neighbours_until_it_is_cleared() -> None:
    network = grid("S1 A cb", "A B cb", "A C cb", loads={"B": 0.1, "C": 0.1})
    site = {
        "devices": {"A-C": {"trips": [{"above_a": "600", "after": "200 ms"}]}},
        "loads": {"load-B": {"contactor": {"drops_below_pu": "0.6"}}},
    }
    journal = play(dossier(network, site=site), [{"at": "10 s", "fault": "short_circuit", "on": "C"}])
    (dip,) = journal.of("voltage_dip")
    assert (dip.t_ms, dip.data["for_ms"], dip.data["cause"]) == (10_280, 280, "short_circuit")
    assert set(dip.data["buses"]) == {"S1", "A", "B"}
    assert [e.data["load"] for e in journal.of("load_dropped")] == ["load-B"]


def motors(kva: str = "3000", **groups: str) -> dict[str, Any]:
    return {
        "loads": {
            f"load-{bus}": {"motor": {"starting_kva": kva, "run_up": "4 s", "group": groups.get(bus, "1")}}
            for bus in LOADS
        }
    }


def test_motors_that_stayed_in_re_accelerate_together_which_is_a_second_dip() -> None:
    journal = play(shop(**motors()), [DIP])
    assert [(e.t_ms, e.data["kva"]) for e in journal.of("motor_runs_up")] == [(10_200, 3000.0)] * 4
    assert list(journal.of("load_dropped")) == []
    _, second = journal.of("voltage_dip")
    assert second.data["cause"] == "motors"
    # by hand: a 1 MVA transformer of 6 % behind 300 MVA feeds about 15.5 MVA; 12 MVA of motors take 12 / (15.5 + 12)
    assert second.data["residual_pu"] == pytest.approx(1 - 12 / (15.5 + 12), abs=0.03)
    assert second.data["for_ms"] == pytest.approx(4_000 / second.data["residual_pu"] ** 2, abs=5)


def test_by_groups_they_start_one_after_the_other_and_the_second_dip_is_less_deep() -> None:
    groups = {"B1": "1", "B2": "2", "B3": "3", "B4": "4"}
    together = play(shop(**motors("800")), [DIP])
    one_by_one = play(shop(**motors("800", **groups)), [DIP])
    starts = [e.t_ms for e in one_by_one.of("motor_runs_up")]
    assert starts == sorted(set(starts))
    assert len(starts) == 4

    def deepest(journal: Journal) -> float:
        return min((e.data["residual_pu"] for e in journal.of("voltage_dip") if e.data["cause"] == "motors"), default=1)

    assert deepest(together) < 0.9
    assert deepest(one_by_one) > deepest(together) + 0.08
    assert [e.data["cause"] for e in one_by_one.of("load_dropped")] == ["group"] * 3


def test_the_second_dip_can_drop_what_the_first_one_left_in() -> None:
    """A slow contactor rides through the 200 ms of the dip and not through the run-up of its neighbours."""
    site = motors()
    site["loads"]["load-B1"] = {"contactor": {"drops_below_pu": "0.7", "after": "1 s"}}
    journal = play(shop(**site), [DIP])
    assert [(e.t_ms, e.data["load"]) for e in journal.of("load_dropped")] == [(11_200, "load-B1")]


def test_a_motor_starts_when_its_bus_comes_back() -> None:
    lost = {"at": "10 s", "fault": "source_lost", "on": "feeder-S1", "for": "1 min"}
    journal = play(shop(**motors("100")), [lost])
    assert [e.t_ms for e in journal.of("motor_runs_up")] == [70_000] * 4


def test_two_sources_in_parallel_share_a_dip_by_their_short_circuit_power() -> None:
    network = grid("S1 A cb", "S2 A cb", loads={"A": 0.1})
    site = {"sources": {f"feeder-{s}": {"kind": "feeder", "system": "one"} for s in ("S1", "S2")}}
    (dip,) = play(dossier(network, site=site), [DIP]).of("voltage_dip")
    assert dip.data["residual_pu"] == pytest.approx(0.7)


def test_a_ups_keeps_a_dip_from_its_output() -> None:
    network = grid("S1 A cb", "A U open", loads={"U": 0.02})
    site = {
        "sources": {
            "ups": {"kind": "ups", "input": "A", "output": "U", "rated_kw": "50", "battery_kwh": "5"},
        },
        "loads": {"load-U": {"contactor": {}}},
    }
    journal = play(dossier(network, site=site), [DIP])
    (dip,) = journal.of("voltage_dip")
    assert dip.data["buses"] == ["S1", "A"]
    assert list(journal.of("load_dropped")) == []


def test_an_interruption_of_no_time_drops_nothing() -> None:
    lost = {"at": "10 s", "fault": "source_lost", "on": "feeder-S1", "for": "0 s"}
    site = releases("0 ms") | contactors()
    journal = play(shop(**site), [lost])
    assert list(journal.of("switch_moved", "load_dropped", "voltage_dip")) == []


def test_a_dip_that_goes_on_when_the_bus_dies_ends_there() -> None:
    """The upstream stage clears a fault the nearer device does not see: what was low is dark, and its dip is over."""
    network = grid("S1 A cb", "A B cb", "A C cb", loads={"B": 0.1, "C": 0.1})
    site = {
        "devices": {
            "A-C": {"trips": [{"above_a": "90000"}]},
            "S1-A": {"trips": [{"above_a": "600", "after": "400 ms"}]},
        }
    }
    journal = play(dossier(network, site=site), [{"at": "10 s", "fault": "short_circuit", "on": "C"}])
    assert [(e.t_ms, e.data["buses"], e.data["for_ms"]) for e in journal.of("voltage_dip")] == [
        (10_480, ["S1", "A", "B"], 480)
    ]
    assert dark(journal) == ["load-B", "load-C"]

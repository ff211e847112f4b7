"""Transfers and UPSs see voltage: a side or an input that is live and too low is as good as dead to them.

feeder-S1 -- A -- ... board        feeder-S2 -- B -- ... beside it
"""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.findings.verdict import verdicts
from drillsim.journal import Journal
from drillsim.schema.compiled import Compiled
from helpers.grids import grid
from helpers.play import case, dossier, play

Event = dict[str, Any]
DIP: Event = {"at": "10 s", "fault": "dip", "on": "feeder-S1", "residual_percent": "60", "for": "200 ms"}
OPEN: Event = {"at": "10 s", "fault": "open_phase", "on": "feeder-S1", "for": "30 min"}


def done(journal: Journal) -> list[tuple[int, str]]:
    return [(e.t_ms, e.data["to"]) for e in journal.of("transfer_done")]


def outage(of: Compiled, events: list[Event], load: str = "load-M") -> tuple[str, int]:
    (found,) = (v for v in verdicts(case(of, events), play(of, events)) if v.id == load)
    return found.verdict, found.outage_ms


# -- ATS ---------------------------------------------------------------------------------------------------------------


def board(transfer: dict[str, Any], limit: str = "10 s", **site: Any) -> Compiled:
    network = grid("S1 A cb", "S2 B cb", "A M cb", "B M open", loads={"M": 0.1})
    spec = {"normal": "A-M", "standby": "B-M", **transfer}
    return dossier(network, site={"transfers": {"t": spec}, "loads": {"load-M": {"max_interruption": limit}}, **site})


ATS = {"kind": "ats", "delay": "3 s", "takes": "300 ms"}


@pytest.mark.parametrize(
    ("event", "right"),
    [
        (OPEN, [(13_300, "standby"), (1_810_000 + 600_300, "normal")]),
        (OPEN | {"residual_percent": "90"}, []),
        (DIP | {"for": "5 s"}, [(13_300, "standby"), (615_300, "normal")]),
        (DIP | {"for": "2 s"}, []),
    ],
)
def test_an_ats_leaves_a_side_that_stays_too_low_and_waits_out_a_dip(
    event: Event, right: list[tuple[int, str]]
) -> None:
    """3 s delay and 300 ms; back 10 min after the normal side is well again."""
    assert done(play(board(ATS), [event])) == right


def test_an_open_phase_leaves_the_board_dark_for_the_delay_and_the_move() -> None:
    assert outage(board(ATS), [OPEN]) == ("met", 3_300)
    assert outage(board(ATS | {"acts_below_pu": "0.4"}), [OPEN]) == ("missed", 1_800_000)


def test_an_ats_does_not_go_to_a_standby_side_that_is_too_low() -> None:
    assert done(play(board(ATS), [OPEN, OPEN | {"on": "feeder-S2", "at": "5 s"}]))[0] == (1_805_300, "standby")
    lost = {"at": "10 s", "fault": "source_lost", "on": "feeder-S1", "for": "20 min"}
    assert done(play(board(ATS), [lost, OPEN | {"on": "feeder-S2", "at": "5 s", "for": "5 min"}]))[0] == (
        305_300, "standby",
    )  # fmt: skip


def test_an_ats_with_a_transformer_at_its_side_sees_the_voltage_beyond_it() -> None:
    network = grid("S1 A cb", "S2 B cb", "A M trafo - cb", "B M trafo - open", loads={"M": 0.1})
    spec = ATS | {"normal": "A-M.M", "standby": "B-M.M"}
    of = dossier(network, site={"transfers": {"t": spec}})
    assert done(play(of, [OPEN]))[0] == (13_300, "standby")


# -- STS ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("event", "gap"), [(OPEN, 8), (DIP, 8), (DIP | {"residual_percent": "90"}, 0)])
def test_an_sts_leaves_what_is_too_low_within_its_gap(event: Event, gap: int) -> None:
    sts = {"kind": "sts", "takes": "8 ms", "return_after": "10 s"}
    journal = play(board(sts), [event])
    assert [t for t, _ in done(journal)][:1] == ([10_000 + gap] if gap else [])
    assert outage(board(sts, "20 ms"), [event])[0] == "met"


# -- bus tie -----------------------------------------------------------------------------------------------------------


def test_a_bus_tie_transfer_acts_on_zero_voltage_beside_an_uncleared_fault_and_not_on_an_open_phase() -> None:
    """The fault lies on the utility's side of the incomer and stays for a minute: no voltage, no working current."""
    network = grid("S1 P", "P Q cb", "P A cb", "S2 B cb", "A B open", loads={"A": 0.2, "B": 0.2})
    bzt = {"kind": "bus_tie_transfer", "incomers": ["P-A", "S2-B"], "tie": "A-B", "charge": "1 s"}
    devices = {"P-Q": {"trips": [{"above_a": "100", "after": "60 s"}]}}
    of = dossier(network, site={"transfers": {"t": bzt}, "devices": devices})
    journal = play(of, [{"at": "10 s", "fault": "short_circuit", "on": "Q", "for": "30 min"}])
    assert done(journal) == [(15_160, "A-B")]  # 5 s delay, 80 ms to open, 80 ms to close
    assert list(journal.of("transfer_refused")) == []
    assert done(play(of, [OPEN])) == []


# -- UPS ---------------------------------------------------------------------------------------------------------------


def backed(battery: str = "5", **ups: Any) -> Compiled:
    """20 kW behind a UPS; half an hour takes 10 kWh."""
    network = grid("S1 A cb", "A E trafo", "E V open", loads={"V": 0.02, "E": 0.05})
    spec = {"kind": "ups", "input": "E", "output": "V", "rated_kw": "40", "battery_kwh": battery, **ups}
    loads = {"load-V": {"max_interruption": "0 ms"}}
    return dossier(network, site={"sources": {"ups": spec}, "loads": loads})


@pytest.mark.parametrize("event", [DIP, OPEN | {"for": "10 min"}, DIP | {"residual_percent": "1", "for": "1 s"}])
def test_a_load_behind_a_ups_that_makes_its_own_voltage_is_not_touched(event: Event) -> None:
    journal = play(backed(), [event])
    assert outage(backed(), [event], "load-V") == ("met", 0)
    turns = [(e.t_ms, e.type) for e in journal.of("ups_on_battery", "ups_on_mains")]
    (over,) = (e.t_ms for e in journal.of("fault_ends"))
    assert turns == [(10_000, "ups_on_battery"), (over, "ups_on_mains")]


def test_its_battery_runs_out_behind_an_open_phase() -> None:
    """5 kWh at 20 kW last 15 min of 30."""
    assert outage(backed(), [OPEN], "load-V") == ("missed", 900_000)
    assert outage(backed("11"), [OPEN], "load-V") == ("met", 0)
    assert outage(backed(input_below_pu="0.4"), [OPEN], "load-V") == ("met", 0)


def test_a_ups_in_bypass_passes_low_voltage_on() -> None:
    of = backed(mode="bypass")
    assert outage(of, [DIP], "load-V") == ("missed", 200)
    assert outage(of, [OPEN], "load-V") == ("missed", 1_800_000)


def test_a_ups_whose_own_draw_pulls_its_input_down_does_not_go_to_and_fro_without_end() -> None:
    """Over 1 km of LV line its 130 kW leave less than 0.85 pu, nothing 1: tried again after 10, 20, 40 s and so on."""
    network = grid("S1 A cb", "A L trafo", "L E", "E V open", loads={"V": 0.13})
    spec = {"kind": "ups", "input": "E", "output": "V", "rated_kw": "150", "battery_kwh": "500"}
    of = dossier(network, site={"sources": {"ups": spec}, "loads": {"load-V": {"max_interruption": "0 ms"}}})
    journal = play(of, [])
    backs = [e.t_ms for e in journal.of("ups_on_mains")]
    assert journal.complete
    assert journal.events[-1].data["status"] == "completed"
    assert 2 < len(backs) < 12
    assert outage(of, [], "load-V") == ("met", 0)

r"""How long own supply survives an outage, against REopt.jl (test/runtests.jl, "Backup Generator Reliability").

REopt steps by hours: a generator that fails in an hour gives nothing of that hour, and nothing is repaired. That is
`fails_per_running_hour`: drawn as each running hour begins, the first at the start.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import pytest

from drillsim.campaign.exact import Enumerated, enumerate_case
from drillsim.journal import Journal
from drillsim.journal.timeline import load_outages
from drillsim.network import Memo, PandapowerFlow, PowerFlow
from drillsim.schema.compiled import Compiled
from drillsim.schema.dossier import Case
from drillsim.schema.duration import Exponential
from drillsim.schema.plan import Tier
from drillsim.simulation import Luck, simulate
from drillsim.units import MS_PER
from helpers.grids import grid
from helpers.play import case, dossier

H = MS_PER["h"]
GAP_MS = 1_000
"""Switching over takes some of this; a load is lost when it is dark for longer."""
LOST = {"at": "0 s", "fault": "source_lost", "on": "feeder-S1"}


@lru_cache(maxsize=4)
def flow(of: Compiled) -> PowerFlow:
    return Memo(PandapowerFlow(of.network))


def survival(played: Case, survives: Callable[[Journal], bool]) -> float:
    """The chance of it, every leaf played."""
    found: Enumerated[bool] = enumerate_case(played, survives, flow=flow(played.dossier), weight_bound=1e-12)
    assert found.exact
    low, high = found.chance(lambda each: each)
    assert high - low < 1e-12
    return low


# -- two sets of 1 kW, a battery of 1 kW, loads of 1, 2, 2 kW ----------------------------------------------------------
#
#   G1 -- (G1-K) -- K -- (K-A) -- A  load-A        K -- (K-I) -- I  ups: I -> O      O -- (O-A, open) -- A
#   G2 -- (G2-K) -- K                                               O -- (O-B) -- B  load-B, from hour 2
#
# One kilowatt of REopt's is 100 kW here. Its battery shares a load with the sets up to its 1 kW, and takes what they
# have over; ours stands behind a UPS, which carries its output alone. The same comes about with the second kilowatt of
# demand on the UPS's output and the first on a static switch between the board and that output. With two sets all is
# carried by them, and the kilowatt over charges the battery; with one, the group sheds the UPS's input, the set carries
# the first kilowatt and the battery the second; with none, all is on the battery: one kilowatt is carried, two trip it
# at once. SOC .75 of 4 kWh with .5 to be left is 1 kWh of 2.
def shared_board(**genset: Any) -> Compiled:
    network = grid("G1 K cb", "G2 K cb", "K A cb", "O A open", "K I cb", "O B open", "S1 Z cb",
                   loads={"A": 0.1, "B": 0.1, "I": 1e-6, "Z": 0.01})  # fmt: skip
    ups = {"kind": "ups", "input": "I", "output": "O", "rated_kw": "100", "battery_kwh": "200", "charged_percent": "50"}
    ups |= {"efficiency_percent": "100", "recharge_kw": "100", "overload_percent": "110", "overload_after": "200 ms"}
    sets = {
        f"g{n}": {"kind": "genset", "bus": f"G{n}", "breaker": f"G{n}-K", "rated_kw": "100", "step_load_percent": "100"}
        | genset
        for n in (1, 2)
    }
    site = {
        "sources": {**sets, "ups": ups | {"static_bypass": "false"}},
        "genset_groups": {"gen": {"of": ["g1", "g2"], "sheds_on_loss": ["ups-input"]}},
        "transfers": {"sts": {"kind": "sts", "normal": "K-A", "standby": "O-A"}},
    }
    of = dossier(network, site=site)
    plan = of.plan.model_copy(update={"tiers": {"ups-input": Tier(loads=("load-I",), by="auto")}})
    return Compiled(of.folder, of.customer, of.network, of.site, plan)


def hours_of_1_2_2(of: Compiled, hours: int) -> Case:
    """The sets run as it begins; the second kilowatt comes on with hour 2 (its breaker closes unasked)."""
    comes_on = [{"at": "1 h", "fault": "maloperates", "on": "O-B", "to": "close"}]
    on = [{"target": each, "to": "on"} for each in ("g1", "g2")]
    return case(of, comes_on, f"{hours} h", set=on)


def carried(journal: Journal) -> bool:
    """Both loads are, the second from hour 2 on."""
    spans = load_outages(journal)
    late = [s for s in spans["load-B"] if s.end_ms > H]
    dark = [s.ms for s in spans["load-A"]] + [s.end_ms - max(s.start_ms, H) for s in late]
    return max(dark, default=0) <= GAP_MS


@pytest.mark.parametrize(("hours", "published"), [(1, 1.0), (2, 0.8704), (3, 0.557056)])
def test_two_sets_and_a_battery_survive_as_published(hours: int, published: float) -> None:
    found = survival(hours_of_1_2_2(shared_board(fails_per_running_hour="0.2"), hours), carried)
    assert found == pytest.approx(published, abs=1e-12)


def test_where_nothing_can_fail_it_is_the_one_run() -> None:
    played = hours_of_1_2_2(shared_board(), 3)
    found = enumerate_case(played, lambda journal: journal.events, flow=flow(played.dossier))
    assert [leaf.probability for leaf in found.leaves] == [1.0]
    assert found.leaves[0].result == simulate(played, flow=flow(played.dossier)).events
    assert survival(played, carried) == 1.0


@pytest.mark.parametrize("fails", ["0.05", "0.2", "0.6"])
def test_to_survive_longer_is_never_likelier(fails: str) -> None:
    of = shared_board(fails_per_running_hour=fails)
    chances = [survival(hours_of_1_2_2(of, hours), carried) for hours in (1, 2, 3, 4, 5)]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] > chances[-1] > 0


# -- one set of 100 kW for 100 kW, a battery of 400 kWh ----------------------------------------------------------------
def one_set(fuel_l: float | None = None, **genset: Any) -> Compiled:
    network = grid("S1 N cb", "N E cb", "G P open", "P E open", "O V cb", loads={"V": 0.1})
    ups = {"kind": "ups", "input": "E", "output": "O", "rated_kw": "100", "battery_kwh": "400"}
    facts = {"kind": "genset", "bus": "G", "breaker": "G-P", "rated_kw": "100", "called_by": "ats", **genset}
    facts |= {"step_load_percent": "100"} | ({} if fuel_l is None else {"fuel": "tank"})
    site: dict[str, Any] = {
        "sources": {"genset": facts, "ups": ups | {"efficiency_percent": "100"}},
        "transfers": {"ats": {"kind": "ats", "normal": "N-E", "standby": "P-E", "delay": "3 s", "takes": "300 ms"}},
    }
    if fuel_l is not None:
        tank = {"holds": "fuel", "capacity_l": "20000", "level_l": str(fuel_l), "out": [{"to": "genset"}]}
        site["stores"] = {"tank": tank}
    return dossier(network, site=site)


def lit(journal: Journal) -> bool:
    return max((span.ms for span in load_outages(journal)["load-V"]), default=0) <= GAP_MS


AVAILABLE, FAILS_TO_START = 0.98, 0.1
HOURLY: dict[str, Any] = {"fails_to_start": str(FAILS_TO_START), "fails_per_running_hour": "0.01"}


def over_availability(of: Compiled, hours: int) -> float:
    """Operational availability is the state it is found in: in service, or with the set out of service."""
    out = case(of, [LOST], f"{hours} h", out_of_service=[{"id": "genset"}])
    return AVAILABLE * survival(case(of, [LOST], f"{hours} h"), lit) + (1 - AVAILABLE) * survival(out, lit)


def test_one_set_and_a_battery_survive_24_h_as_published() -> None:
    found = over_availability(one_set(**HOURLY), 24)
    assert found == pytest.approx(0.99**20 * 0.9 * 0.98, abs=1e-12)
    assert round(found, 5) == 0.72139


def test_the_battery_alone_lasts_four_hours_and_each_further_one_takes_a_running_hour() -> None:
    of = one_set(**HOURLY)
    chances = [over_availability(of, hours) for hours in range(1, 10)]
    assert chances == pytest.approx([1.0] * 4 + [0.98 * 0.9 * 0.99**n for n in range(1, 6)], abs=1e-12)


def test_without_fuel_it_is_as_without_a_genset() -> None:
    dry, none = one_set(fuel_l=0.0, **HOURLY), one_set(control="off")
    for hours in (3, 4, 5, 8):
        cases = [case(of, [LOST], f"{hours} h") for of in (dry, none)]
        assert [survival(each, lit) for each in cases] == [float(hours <= 4)] * 2
        first, second = (dark(simulate(each, flow=flow(each.dossier))) for each in cases)
        assert first == second


def dark(journal: Journal) -> list[tuple[int, int]]:
    return [(span.start_ms, span.end_ms) for span in load_outages(journal)["load-V"]]


# -- the exponential form ----------------------------------------------------------------------------------------------
class Wears(Luck):
    """The set starts, and the u of its running time is given."""

    def __init__(self, u: float) -> None:
        super().__init__(0)
        self.given = u

    def u(self, name: str, n: int = 0) -> float:
        return self.given if name == "genset/run" else 0.5


WEARING = one_set(fails_to_start=str(FAILS_TO_START), mean_time_to_failure="100 h")
A_DAY = case(WEARING, [LOST], "24 h")


def test_a_drawn_running_time_cannot_be_enumerated_and_says_so() -> None:
    found = enumerate_case(A_DAY, lit, flow=flow(WEARING))
    assert not found.exact
    assert found.continuous == ("genset/run",)


def test_the_exponential_form_gives_0_72212() -> None:
    """The run survives from a certain running time on; how likely a longer one is, is 1 - u at that point."""
    dies, lives = 0.0, 1 - 1e-9
    for _ in range(30):
        middle = (dies + lives) / 2
        if lit(simulate(A_DAY, luck=Wears(middle), flow=flow(WEARING))):
            lives = middle
        else:
            dies = middle
    assert round(AVAILABLE * (1 - FAILS_TO_START) * (1 - lives), 5) == 0.72212
    assert Exponential(100 * H).at(lives) == pytest.approx(20 * H, abs=GAP_MS)


def test_sampling_the_exponential_form_comes_out_beside_it() -> None:
    draws = 400
    share = sum(lit(simulate(A_DAY, draw=draw, flow=flow(WEARING))) for draw in range(draws)) / draws
    p = (1 - FAILS_TO_START) * math.exp(-20 / 100)
    assert abs(share - p) <= 1.96 * math.sqrt(p * (1 - p) / draws)

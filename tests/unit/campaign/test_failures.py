"""Everything that can go wrong with a customer, and how often where the files say so."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace
from itertools import combinations

import pytest

from drillsim.campaign.failure import failures
from drillsim.campaign.spec import Spec, hours_of
from drillsim.campaign.unit import Unit, case_count, unit_count, units
from drillsim.schema.base import NO_WORDS
from drillsim.schema.compiled import Compiled
from drillsim.schema.dossier import Case
from drillsim.schema.duration import Exponential, Fixed, Lognormal, Triangular
from drillsim.schema.fault_targets import strikes
from drillsim.schema.scenario import Scenario, Start
from drillsim.simulation import simulate
from helpers.grids import grid, three_windings
from helpers.play import dossier
from helpers.shipped import CUSTOMERS, HOSPITAL, shipped
from helpers.small_customer import small_customer


@pytest.mark.parametrize("customer", CUSTOMERS)
def test_each_failure_is_there_once_and_can_strike_its_target(customer: str) -> None:
    of = shipped(customer)
    found = failures(of)
    assert len({each.id for each in found}) == len(found)
    assert all(strikes(of, each.fault, (each.target,)) == (each.target,) for each in found)


def test_elements_sources_transfers_zones_stores_people_channels_and_steps_are_all_there() -> None:
    groups = {each.group for each in failures(shipped(HOSPITAL))}
    assert groups >= {
        "element", "source", "transfer", "device", "zone", "store", "person", "channel", "protection", "step",
    }  # fmt: skip


def test_every_step_of_the_plan_may_be_left_out_or_late() -> None:
    of = shipped(HOSPITAL)
    slips = [each.id for each in failures(of) if each.group == "step"]
    assert slips == [f"{step.id}:{slip}" for _, step in of.plan.steps() for slip in ("omitted", "late")]


def test_unavailability_is_rate_times_mean_repair() -> None:
    of = small_customer(("site/elements", {"T1": {"failures_per_year": "0.1", "repair": "87.6 h"}}))
    found = {each.id: each for each in failures(of)}
    assert found["T1:short_circuit"].per_year == 0.1
    assert found["T1:short_circuit"].unavailable == pytest.approx(0.001)
    assert found["feeder-east:source_lost"].unavailable is None


def test_what_the_files_leave_out_has_a_shipped_rate_that_says_it_is_assumed() -> None:
    of = small_customer(
        (
            "site/elements",
            {"T1": {"failures_per_year": "0.1", "repair": "87.6 h"}, "em-LV": {"failures_per_year": "0"}},
        ),
        ("site/zones/trench-a/failures_per_year", "0.02"),
        ("site/devices/101/fails_to_operate", "0"),
    )
    found = {each.id: each for each in failures(of)}
    rates = {name: (found[name].per_year, found[name].assumed) for name in found if found[name].nature == "event"}
    assert rates["T1:short_circuit"] == (0.1, False)
    assert rates["T2:short_circuit"] == (0.015, True)
    assert (rates["em-LV:short_circuit"], rates["I-LV:short_circuit"]) == ((0.0, False), (0.001, True))
    assert (rates["trench-a:zone_lost"], rates["trench-b:zone_lost"]) == ((0.02, False), (0.005, True))
    assert rates["feeder-east:source_lost"] == rates["ups-icu:fails_running"] == (None, False)
    chances = {name: each.assumed_on_demand for name, each in found.items() if each.fault == "fails_to_operate"}
    assert (chances["101:fails_to_operate"], chances["102:fails_to_operate"]) == (None, 0.002)
    assert (chances["421:fails_to_operate"], chances["ats-em:fails_to_operate"]) == (None, 0.003)


def test_a_line_has_the_shipped_rate_of_its_length() -> None:
    of = dossier(grid("S1 A cb", "A B line", loads={"B": 0.1}))
    (row,) = of.network.line
    (line,) = (each for each in failures(of) if each.target == row.name)
    assert line.per_year == pytest.approx(0.04 * row.length_km)
    assert line.assumed


def test_a_chance_on_demand_is_no_frequency() -> None:
    genset = next(each for each in failures(shipped(HOSPITAL)) if each.fault == "fails_to_start")
    assert (genset.on_demand, genset.per_year, genset.nature) == (0.0094, None, "hidden")


@pytest.mark.parametrize(
    ("drawn", "mean_ms"),
    [
        (Fixed(10), 10),
        (Exponential(1000), 1000),
        (Triangular(10, 20, 60), 30),
        (Lognormal(1000, 2000), 1000 * math.exp((math.log(2) / 1.2815515655446004) ** 2 / 2)),
    ],
)
def test_mean_times(drawn: Fixed | Exponential | Triangular | Lognormal, mean_ms: float) -> None:
    assert drawn.mean_ms == pytest.approx(mean_ms)
    many = 20_001
    drawn_mean = sum(drawn.at((n + 0.5) / many) for n in range(many)) / many
    assert drawn_mean == pytest.approx(mean_ms, rel=0.01)


def spec(of: Compiled, order: int) -> Spec:
    return Spec(order=order, hours=hours_of(of, ("day", "night")), scenarios=("source-lost-day",))


@pytest.mark.parametrize("order", [0, 1, 2, 3])
def test_units_are_counted_before_they_are_made(order: int) -> None:
    of = small_customer()
    found = failures(of)
    made = list(units(found, spec(of, order)))
    assert len(made) == unit_count(found, spec(of, order))
    assert [each.number for each in made] == list(range(len(made)))


def test_cases_of_a_pair_campaign_are_all_singles_all_pairs_and_the_library() -> None:
    of = small_customer()
    found = failures(of)
    many = len(found)
    assert case_count(found, spec(of, 2)) == 2 * (many + many * (many - 1) // 2 + 1)


def test_singles_come_before_pairs_and_the_library_last() -> None:
    of = small_customer()
    made = list(units(failures(of), spec(of, 2)))
    sizes = [len(each.members) for each in made if each.members]
    assert sizes == sorted(sizes)
    assert [each.scenario for each in made][-2:] == ["source-lost-day"] * 2


def test_bases_hold_every_set_of_events_and_states_once() -> None:
    of = small_customer()
    found = failures(of)
    shown = [place for place, each in enumerate(found) if each.nature != "hidden"]
    made = [each.members for each in units(found, spec(of, 2)) if not each.scenario and each.hour.name == "day"]
    assert sorted(made) == sorted([(), *((place,) for place in shown), *combinations(shown, 2)])


def test_room_is_left_for_hidden_failures_up_to_the_order() -> None:
    of = small_customer()
    made: list[Unit] = [each for each in units(failures(of), spec(of, 2)) if not each.scenario]
    assert all(len(each.members) + each.room == 2 for each in made)


def test_each_event_is_played_with_room_for_one_thing_beside_and_no_person_is_absent_on_a_quiet_day() -> None:
    of = small_customer()
    found, one = failures(of), replace(spec(of, 2), one_event=True)
    made = [each for each in units(found, one) if not each.scenario and each.hour.name == "day"]
    events = [place for place, each in enumerate(found) if each.nature == "event"]
    acting = [place for place, each in enumerate(found) if each.group in ("store", "control")]
    assert acting
    assert [each.members for each in made] == [*((place,) for place in (*events, *acting)), ()]
    assert [each.room for each in made] == [*[1] * len(events), *[0] * (len(acting) + 1)]
    assert unit_count(found, one) == len(list(units(found, one))) == 2 * (len(made) + 1)
    assert case_count(found, one) == 2 * (len(events) * (1 + len(found) - len(events)) + len(acting) + 1)


def test_hours_take_the_customers_own_load_situations() -> None:
    day, night, peak, change = hours_of(shipped(HOSPITAL), ("day", "night", "peak", "shift-change"))
    assert (day.load, night.load, peak.load) == ("summer-day", "summer-night", "heat-wave")
    assert change.load == "summer-day"
    begins = {shift.from_ for person in shipped(HOSPITAL).customer.people.values() for shift in person.shifts}
    assert change.time + 10 in begins


def test_a_transformer_of_three_windings_fails_as_one_of_two_does_and_darkens_both_its_sides() -> None:
    of = dossier(three_windings())
    (failure,) = (each for each in failures(of) if each.target == "T")
    assert (failure.per_year, failure.assumed) == (0.015, True)
    start = Start.model_construct(date=dt.date(2026, 7, 15), time=600, load=None)
    scenario = Scenario.model_construct(
        format=1, title=NO_WORDS, start=start, horizon=3_600_000, events=(failure.event(),)
    )
    journal = simulate(Case(of, "T", scenario))
    assert [event.data["load"] for event in journal.of("load_lost")] == ["dm", "dl"]

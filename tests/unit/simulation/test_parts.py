"""Luck, duty rosters, ways, scenario targets: small parts with one idea each."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.schema.customer import Customer
from drillsim.schema.place import Way
from drillsim.schema.scenario import Selector, Start
from drillsim.schema.target import resolve, unmatched
from drillsim.simulation.core.luck import Luck
from drillsim.simulation.people.calendar import Duty, duties
from drillsim.simulation.people.travel import Roads
from helpers.grids import grid
from helpers.play import case, dossier

H = 3_600_000


def test_luck_is_the_same_for_the_same_name_whatever_else_was_asked() -> None:
    one, other = Luck(7), Luck(7)
    for i in range(50):
        one.u("something else", i)
    assert one.u("genset-1/start", 3) == other.u("genset-1/start", 3)
    assert len({Luck(seed).u("x") for seed in range(100)} | {Luck(1, draw).u("x") for draw in range(1, 100)}) == 199


def test_luck_is_even() -> None:
    draws = sorted(Luck(1).u("x", n) for n in range(4_000))
    assert max(abs(u - (i + 0.5) / 4_000) for i, u in enumerate(draws)) < 0.03


def test_certain_and_impossible_things_consult_nothing() -> None:
    assert Luck(1).happens(1.0, "x")
    assert not Luck(1).happens(0.0, "x")


def roster(*shifts: dict[str, Any], start: dict[str, str], holidays: tuple[str, ...] = ()) -> tuple[Duty, ...]:
    person = {"name": "W", "side": "customer", "shifts": list(shifts)}
    customer = Customer.model_validate(
        {
            "format": "1",
            "id": "c",
            "name": "c",
            "industry": "other",
            "importance": {"level": "none"},
            "people": {"w": person},
            "holidays": list(holidays),
        }
    )
    return duties(customer, customer.people["w"], Start.model_validate(start), 0, 24 * H)


def shift(days: str, begins: str, ends: str) -> dict[str, str]:
    return {"days": days, "from": begins, "to": ends, "place": "room"}


def test_a_night_shift_runs_past_midnight() -> None:
    night = roster(shift("mon-sun", "22:00", "08:00"), start={"date": "2026-07-15", "time": "02:30"})
    assert [(d.from_ms / H, d.to_ms / H) for d in night] == [(-4.5, 5.5), (19.5, 29.5)]


def test_days_of_the_week_and_holidays() -> None:
    friday = {"date": "2026-07-17", "time": "12:00"}  # a Friday
    assert [(d.from_ms / H, d.to_ms / H) for d in roster(shift("mon-fri", "08:00", "18:00"), start=friday)] == [(-4, 6)]
    assert [d.from_ms / H for d in roster(shift("sat-sun", "08:00", "18:00"), start=friday)] == [20]
    assert roster(shift("mon-fri", "08:00", "18:00"), start=friday, holidays=("2026-07-17",)) == ()
    on_holiday = roster(shift("holiday", "08:00", "18:00"), start=friday, holidays=("2026-07-17",))
    assert [d.from_ms / H for d in on_holiday] == [-4]


def test_shifts_that_meet_are_one_duty() -> None:
    both = roster(
        shift("mon-sun", "00:00", "12:00"),
        shift("mon-sun", "12:00", "24:00"),
        start={"date": "2026-07-15", "time": "06:00"},
    )
    assert len(both) == 1


def ways(*rows: tuple[str, str, str]) -> Roads:
    return Roads(Way.model_validate({"from": a, "to": b, "takes": takes}) for a, b, takes in rows)


def test_the_fastest_chain_of_medians_both_ways_unless_both_are_given() -> None:
    roads = ways(("A", "B", "5 min"), ("B", "C", "5 min"), ("A", "C", "12 min"), ("C", "A", "1 min"))
    assert [leg.median_ms for leg in roads.chain("A", "C") or ()] == [300_000, 300_000]
    assert [leg.median_ms for leg in roads.chain("C", "A") or ()] == [60_000]
    assert roads.chain("A", "A") == ()
    assert roads.chain("A", "nowhere") is None


SITE = {
    "loads": {"load-A": {"security": "true", "grade": "1S"}, "load-B": {}},
    "sources": {"feeder-S1": {"kind": "feeder"}, "feeder-S2": {"kind": "feeder", "role": "standby_source"}},
    "zones": {"cellar": {"contains": ["B", "load-B"]}},
}


@pytest.mark.parametrize(
    ("selector", "ids"),
    [
        ({"id": ["load-B", "load-A"]}, ("load-B", "load-A")),
        ({"id": "nobody"}, ()),
        ({"kind": "feeder"}, ("feeder-S1", "feeder-S2")),
        ({"kind": "feeder", "first": "true"}, ("feeder-S1",)),
        ({"role": "standby_source"}, ("feeder-S2",)),
        ({"role": "dispatcher"}, ("lin",)),
        ({"security": "true"}, ("load-A",)),
        ({"grade": "1S"}, ("load-A",)),
        ({"zone": "cellar"}, ("cellar",)),
        ({"zone": "cellar", "kind": "bus"}, ("B",)),
        ({"kind": "genset"}, ()),
    ],
)
def test_targets_by_id_and_by_what_they_are(selector: dict[str, Any], ids: tuple[str, ...]) -> None:
    of = dossier(grid("S1 A cb", "S2 B cb", loads={"A": 0.1, "B": 0.1}), site=SITE)
    assert resolve(of, Selector.model_validate(selector)) == ids


def test_a_scenario_whose_target_matches_nothing_says_which() -> None:
    of = dossier(grid("S1 A cb", loads={"A": 0.1}))
    events: list[dict[str, Any]] = [
        {"at": "0 s", "fault": "source_lost", "on": "feeder-S1"},
        {"at": "0 s", "fault": "fails_to_start", "on": {"kind": "genset"}},
    ]
    assert unmatched(case(of, events)) == ("events.1.on",)
    assert unmatched(case(of, events[:1], mode="storm")) == ("start.mode",)
    assert unmatched(case(of, events[:1])) == ()


def test_a_load_situation_no_profile_names_does_not_apply() -> None:
    profiles = {"profiles": {"p": {"percent": {"summer-night": "60"}}}}
    of = dossier(grid("S1 A cb", loads={"A": 0.1}), site=profiles)
    assert unmatched(case(of, load="summer-night")) == ()
    assert unmatched(case(of, load="winter")) == ("start.load",)
    assert unmatched(case(dossier(grid("S1 A cb", loads={"A": 0.1})), load="winter")) == ()

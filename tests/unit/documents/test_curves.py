"""Stores against time, and the service curve: power back is not service back."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from drillsim.documents.pictures.canvas import Drawn
from drillsim.documents.pictures.curves import service, stores
from drillsim.documents.pictures.curves.levels import levels
from drillsim.documents.pictures.curves.service import Back, back, service_points
from drillsim.journal.record import Journal
from drillsim.journal.timeline import store_levels
from drillsim.texts import LANGS, Lang
from helpers.journals import Recording
from helpers.sample_run import MIN, H, sample_case, sample_dossier, sample_journal


def words_of(picture: Drawn) -> list[str]:
    return [words for _, words in picture.labels]


def overlapping(picture: Drawn) -> list[tuple[str, str]]:
    return [(one[1], other[1]) for one, other in combinations(picture.labels, 2) if one[0].meets(other[0])]


# -- service


def test_the_service_curve_follows_loads_and_functions() -> None:
    points = {point.t_ms: point for point in service_points(sample_journal())}
    assert (points[0].demand_kw, points[0].served_kw, points[0].normal) == (330.0, 40.0, 1)
    assert (points[15 * MIN].served_kw, points[15 * MIN].normal) == (0.0, 0)
    later = points[34 * MIN + 30_000]
    assert (later.demand_kw, later.served_kw, later.normal) == (340.0, 100.0, 1)  # demand 50 kW on return, 40 before


def recorded() -> Recording:
    return Recording(sample_dossier(), horizon_ms=2 * H)


def test_service_is_back_later_than_power() -> None:
    recording = recorded().at(MIN, "load_lost", load="theatre", demand_kw=50.0)
    recording.at(2 * MIN, "function_changed", function="surgery", state="lost", because=["theatre"])
    recording.at(10 * MIN, "load_restored", load="theatre", demand_kw=50.0)
    recording.at(10 * MIN, "function_changed", function="surgery", state="restarting", because=[])
    recording.at(30 * MIN, "function_changed", function="surgery", state="normal", because=[])
    journal = recording.ended()
    assert back(service_points(journal), journal.end_ms) == Back(MIN, 10 * MIN, 2 * MIN, 30 * MIN)
    picture = service(sample_case(), journal, "en")
    assert picture is not None
    assert {"power back after 9 min", "service back after 28 min"} <= set(words_of(picture))


def test_a_changeover_of_a_few_seconds_does_not_put_off_when_power_is_back() -> None:
    recording = recorded().dark("theatre", MIN, 10 * MIN).dark("theatre", 60 * MIN, 60 * MIN + 300)
    journal = recording.ended()
    found = back(service_points(journal), journal.end_ms)
    assert (found.lost_ms, found.power_ms) == (MIN, 10 * MIN)


def test_what_is_not_back_by_the_end_is_said_to_be_not_back() -> None:
    journal = recorded().dark("theatre", MIN, None).ended()
    assert back(service_points(journal), journal.end_ms).power_ms is None
    picture = service(sample_case(), journal, "en")
    assert picture is not None and "power not back by the end of the run" in words_of(picture)


def test_where_nothing_was_lost_there_is_no_service_curve() -> None:
    assert service(sample_case(), recorded().ended(), "en") is None


# -- stores


def level_of(journal: Journal, name: str) -> tuple[tuple[int, float], ...]:
    return next(each.points for each in levels(sample_dossier(), journal) if each.id == name)


def test_a_battery_falls_on_battery_and_is_empty_when_the_journal_says_so() -> None:
    assert level_of(sample_journal(), "ups-icu")[:3] == ((0, 10.0), (0, 10.0), (15 * MIN, 0.0))


def test_a_battery_on_mains_is_charged_until_it_is_full() -> None:
    recording = recorded().at(0, "ups_on_battery", source="ups-icu", energy_kwh=10.0, load_kw=60.0)
    recording.at(5 * MIN, "ups_on_mains", source="ups-icu", energy_kwh=5.0)
    points = level_of(recording.ended(), "ups-icu")
    assert points[2] == (5 * MIN, 5.0) and points[-1] == (2 * H, 5.0)  # this one has no recharge
    assert all(0.0 <= amount <= 10.0 for _, amount in points)


def test_a_refill_is_upright_and_named() -> None:
    recording = recorded().at(0, "store_rate", store="day-tank", level_l=900.0, l_per_h=-600.0)
    recording.at(H, "store_rate", store="day-tank", level_l=800.0, l_per_h=-600.0)
    journal = recording.ended()
    points = store_levels(journal, "day-tank")
    assert [(t, round(amount)) for t, amount in points[-3:]] == [(H, 300), (H, 800), (2 * H, 200)]
    found = next(each for each in levels(sample_dossier(), journal) if each.id == "day-tank")
    assert found.bends == ((H, "refilled", "day-tank"),)


def test_levels_never_go_back_in_time() -> None:
    for each in levels(sample_dossier(), sample_journal()):
        assert all(a[0] <= b[0] for a, b in pairwise(each.points))


@pytest.mark.parametrize("lang", LANGS)
def test_stores_and_batteries_stand_in_panels_with_what_bent_them(lang: Lang) -> None:
    (picture,) = stores(sample_case(), sample_journal(), lang)
    assert overlapping(picture) == []
    words = {"zh": "电池放尽", "en": "battery empty"}[lang]
    assert words in words_of(picture)


def test_where_no_level_moved_there_is_no_picture() -> None:
    assert stores(sample_case(), recorded().ended(), "en") == ()

"""The dependency picture: what failed because of what, as the journal says it."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

from drillsim.documents.pictures.causes import causes
from drillsim.documents.pictures.causes.columns import placed
from drillsim.documents.pictures.causes.failure import Failure, failures
from drillsim.documents.pictures.causes.fold import MOST, Box, Story, story
from drillsim.schema.compiled import Compiled
from drillsim.texts import LANGS
from helpers.grids import grid
from helpers.journals import Recording
from helpers.ring_network import case_around, ring_network
from helpers.sample_run import MIN, sample_case, sample_dossier, sample_journal


def told(found: tuple[Failure, ...]) -> list[tuple[str, str, list[str]]]:
    """Kind, first id, and the first ids of its causes."""
    return [(each.kind, each.ids[0], [cause.ids[0] for cause in each.causes]) for each in found]


def test_a_blackout_is_told_from_the_lost_feeder_to_the_harm() -> None:
    found = told(failures(sample_dossier(), sample_journal()))
    assert found[0] == ("fault-source_lost", "feeder-east", [])
    assert ("dead", "E-end", ["feeder-east"]) in found and ("dead", "W-end", ["feeder-west"]) in found
    assert ("load_lost", "theatre", ["E-end"]) in found
    assert ("load_lost", "kitchen", ["W-end"]) in found
    assert ("function-lost", "surgery", ["theatre"]) in found
    assert ("battery_empty", "ups-icu", ["E-end", "genset-1"]) in found
    assert ("load_lost", "icu", ["icu-0.4kV"]) in found
    assert ("function-harmed", "surgery", ["surgery"]) in found


def recorded(**site: Any) -> tuple[Compiled, Recording]:
    """Two boards behind one, and a run in which nothing has happened yet."""
    network = grid("S1 2 cb", "2 3 cb", "2 4 cb", loads={"3": 0.1, "4": 0.1})
    dossier = case_around(network, site).dossier
    return dossier, Recording(dossier)


def test_a_trip_follows_from_the_fault_and_darkens_what_it_feeds() -> None:
    dossier, recording = recorded()
    recording.at(0, "fault_begins", fault="short_circuit", targets=["4"], event=0)
    recording.at(0, "protection_trips", device="S1-2", element="4", backup=True, assumed=False)
    recording.at(0, "switch_moved", switch="S1-2", closed=False, cause="protection", cause_id="4")
    recording.at(0, "supply_changed", live=[], dead=["2", "3", "4"])
    recording.at(0, "load_lost", load="load-3", demand_kw=100.0)
    assert told(failures(dossier, recording.cut())) == [
        ("fault-short_circuit", "4", []),
        ("protection_trips", "S1-2", ["4"]),
        ("dead", "2", ["4", "S1-2"]),
        ("load_lost", "load-3", ["2"]),
    ]


def test_an_empty_store_stops_the_genset_that_burns_from_it() -> None:
    sources = {"G": {"kind": "genset", "bus": "3", "breaker": "2-3", "rated_kw": 100, "fuel": "tank"}}
    stores = {"tank": {"holds": "fuel", "capacity_l": 10, "level_l": 10, "out": [{"to": "G"}]}}
    dossier, recording = recorded(sources=sources, stores=stores)
    recording.at(MIN, "store_empty", store="tank").at(MIN, "source_stopped", source="G", cause="no_fuel")
    recording.at(MIN, "switch_moved", switch="2-3", closed=False, cause="source", cause_id="G")
    recording.at(MIN, "supply_changed", live=[], dead=["3"])
    assert told(failures(dossier, recording.cut())) == [
        ("store_empty", "tank", []),
        ("source_stopped", "G", ["tank"]),
        ("dead", "3", ["G"]),
    ]


def test_a_dip_drops_loads_and_a_trip_takes_the_neighbours() -> None:
    dossier, recording = recorded()
    recording.at(0, "fault_begins", fault="dip", targets=["feeder-S1"], event=0)
    for load in ("load-3", "load-4"):
        recording.at(20, "load_dropped", load=load, cause="contactor", residual_pu=0.4)
        recording.at(20, "load_lost", load=load, demand_kw=100.0)
    recording.at(MIN, "protection_trips", device="S1-2", element="2", backup=False, assumed=False)
    recording.at(MIN, "neighbours_lost", source="feeder-S1", kw=900.0)
    found = failures(dossier, recording.cut())
    assert told(found) == [
        ("fault-dip", "feeder-S1", []),
        ("load_dropped", "load-3", ["feeder-S1"]),
        ("load_dropped", "load-4", ["feeder-S1"]),
        ("protection_trips", "S1-2", []),
        ("neighbours_lost", "feeder-S1", ["feeder-S1", "S1-2"]),
    ]
    assert ("load-3", "load-4") in [box.ids for box in story(found).boxes]


def test_a_switch_opened_by_hand_is_a_cause_only_where_something_goes_dead() -> None:
    dossier, recording = recorded()
    recording.at(0, "switch_moved", switch="2-4", closed=False, cause="step", cause_id="S1")
    recording.at(MIN, "switch_moved", switch="2-3", closed=False, cause="step", cause_id="S2")
    recording.at(MIN, "supply_changed", live=[], dead=["3"])
    assert told(failures(dossier, recording.cut())) == [
        ("switch-opened", "2-3", []),
        ("dead", "3", ["2-3"]),
    ]


def test_the_same_for_the_same_reasons_is_one_box_with_a_count() -> None:
    dossier, recording = recorded()
    for minute in range(3):
        recording.at(minute * MIN, "switch_moved", switch="2-3", closed=False, cause="step", cause_id="S2")
        recording.at(minute * MIN, "supply_changed", live=[], dead=["3"])
        recording.at(minute * MIN + 1, "switch_moved", switch="2-3", closed=True, cause="step", cause_id="S3")
        recording.at(minute * MIN + 1, "supply_changed", live=["3"], dead=[])
    assert [(each.kind, each.times) for each in failures(dossier, recording.cut())] == [
        ("switch-opened", 3),
        ("dead", 3),
    ]


def test_equal_siblings_stand_in_one_box() -> None:
    found = story(failures(sample_dossier(), sample_journal()))
    kitchen = next(box for box in found.boxes if "kitchen" in box.ids)
    assert kitchen.ids == ("kitchen", "lifts")
    assert next(box for box in found.boxes if "theatre" in box.ids).ids == ("theatre",)


def test_a_large_failure_is_folded_until_it_can_be_read() -> None:
    case = case_around(ring_network(60))
    network = case.dossier.network
    recording = Recording(case.dossier)
    recording.at(0, "fault_begins", fault="source_lost", targets=["intake-1"], event=0)
    recording.at(0, "supply_changed", live=[], dead=[row.name for row in network.bus])
    for row in network.load:
        recording.at(0, "load_lost", load=row.name, demand_kw=100.0)
    for minute in range(60):
        recording.at(
            minute * MIN, "switch_stuck", switch=f"T{minute + 1:02}-hv", wanted=True, cause="step", cause_id="x"
        )
    found = story(failures(case.dossier, recording.cut()))
    assert len(found.boxes) <= MOST
    assert max(len(box.ids) for box in found.boxes) == 60


def test_boxes_stand_right_of_their_causes_and_never_left_of_what_was_earlier() -> None:
    found = story(failures(sample_dossier(), sample_journal()))
    places = placed(found, [40.0] * len(found.boxes), 100.0)
    for a, b in found.lines:
        assert places.column[a] < places.column[b]
    for one, other in combinations(range(len(found.boxes)), 2):
        if found.boxes[one].t_ms < found.boxes[other].t_ms:
            assert places.column[one] <= places.column[other]


def test_no_box_covers_another_and_no_line_runs_through_a_box() -> None:
    boxes = tuple(Box("dead", (str(n),), n // 6 * MIN, n // 6 * MIN, "", 1) for n in range(40))
    lines = tuple((a, b) for b in range(6, 40) for a in (b - 6, (b * 7) % (b // 6 * 6)))
    found = placed(Story(boxes, tuple(dict.fromkeys(lines)), 0), [30.0 + n % 3 * 12 for n in range(40)], 100.0)
    rooms = [
        (found.lefts[c], found.lefts[c] + 100.0, y - h / 2, y + h / 2)
        for c, y, h in zip(found.column, found.middle, found.high, strict=True)
    ]
    for one, other in combinations(rooms, 2):
        assert one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]
    for points in found.paths.values():
        for (x0, y0), (x1, y1) in pairwise(points):
            for left, right, top, bottom in rooms:
                level = y0 == y1 and top < y0 < bottom and min(x0, x1) < right - 0.1 and left + 0.1 < max(x0, x1)
                upright = x0 == x1 and left < x0 < right and min(y0, y1) < bottom and top < max(y0, y1)
                assert not level and not upright


def test_the_picture_says_what_failed_when_in_both_languages() -> None:
    for lang, words in zip(LANGS, ("手术 造成损害", "Surgery: harm done"), strict=True):
        (picture,) = causes(sample_case(), sample_journal(), lang)
        assert [a for a, b in combinations(picture.labels, 2) if a[0].meets(b[0])] == []
        assert {words, "0:25", "0:00:50"} <= {label for _, label in picture.labels}


def test_where_nothing_failed_there_is_no_picture() -> None:
    assert causes(sample_case(), Recording(sample_dossier()).ended(), "en") == ()

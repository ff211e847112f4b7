"""Shifts, travel, permits, supervisors, branches, hazards."""

from __future__ import annotations

from typing import Any

from drillsim.journal import Journal
from drillsim.schema.compiled import Compiled
from helpers.cards import LIGHTS, LOST, card, rows, step, tell, two_sides, waits
from helpers.grids import grid
from helpers.play import ACTORS, ALL_DAY, PEOPLE, dossier, play

DARK = {"load": "load-A", "is": "dead"}
NIGHT = [{"from": "20:00", "to": "08:00", "place": "room"}]
DAY = [{"from": "08:00", "to": "20:00", "place": "room"}]
LI = {
    "name": "Li",
    "side": "customer",
    "shifts": DAY,
    "off_duty": {"place": "home", "comes_in": {"median": "25 min", "p90": "26 min"}},
}
TWO = {"electrician": ACTORS["electrician"], "second": {"side": "customer", "held_by": ["wang", "li"]}}


def staffed(*steps: dict[str, Any], people: dict[str, Any] | None = None, **more: Any) -> Compiled:
    return dossier(
        grid("S1 A cb", "A B cb", loads={"A": 0.1, "B": 0.1}),
        site={"observations": LIGHTS, "devices": {"A-B": {"place": "hv"}}, **more.pop("site", {})},
        people=people or {"wang": PEOPLE["wang"], "li": LI, "lin": PEOPLE["lin"]},
        actors=ACTORS | TWO,
        cards=[card("K", "electrician", DARK, *steps)],
        **more,
    )


def hazards(journal: Journal) -> list[str]:
    return [e.data["hazard"] for e in journal.of("hazard")]


def test_travel_is_a_wait_and_takes_its_time() -> None:
    found = rows(play(two_sides(card("K", "electrician", DARK, step("T", "electrician", place="hv"))), [LOST]))
    assert waits(found["T"]) == [("travel", ("wang",), 300_000)]
    assert (found["T"].ready_ms, found["T"].started_ms, found["T"].finished_ms) == (0, 300_000, 360_000)


def test_one_person_does_one_thing_at_a_time_in_the_order_steps_got_ready() -> None:
    found = rows(
        play(two_sides(card("K", "electrician", DARK, step("T1", "electrician"), step("T2", "electrician"))), [LOST])
    )
    assert waits(found["T2"]) == [("person_busy", ("wang",), 60_000)]
    assert found["T2"].started_ms == 60_000


def test_a_supervisor_who_is_at_home_at_night_is_called_in_and_everybody_waits_for_him() -> None:
    watched = step("T", {"operator": "electrician", "supervisor": "second"}, "open", target="A-B")
    journal = play(staffed(watched), [LOST])
    row = rows(journal)["T"]
    assert row.by == ("wang", "li")
    (reason, on, ms) = waits(row)[0]
    assert (reason, on) == ("travel", ("wang", "li"))
    assert 20 * 60_000 < ms < 32 * 60_000
    assert [e.data["person"] for e in journal.of("called_in")] == ["li"]


def test_by_day_the_second_one_is_there() -> None:
    watched = step("T", {"operator": "electrician", "supervisor": "second"}, "open", target="A-B")
    row = rows(play(staffed(watched), [LOST], time="10:00"))["T"]
    assert waits(row) == [("travel", ("wang", "li"), 300_000)]


def test_who_alone_can_supervise_does_not_operate_himself() -> None:
    """Both are there and both are electricians; only Li, the first on the list, may supervise."""
    watched = step("T", {"operator": "electrician", "supervisor": "second"}, "open", target="A-B")
    roles = {
        "electrician": {"side": "customer", "held_by": ["li", "wang"]},
        "second": {"side": "customer", "held_by": ["li"]},
    }
    of = dossier(
        grid("S1 A cb", "A B cb", loads={"A": 0.1, "B": 0.1}),
        site={"observations": LIGHTS, "devices": {"A-B": {"place": "hv"}}},
        people={"wang": PEOPLE["wang"], "li": LI, "lin": PEOPLE["lin"]},
        actors=ACTORS | roles,
        cards=[card("K", "electrician", DARK, watched)],
    )
    assert rows(play(of, [LOST], time="10:00"))["T"].by == ("wang", "li")


def test_nobody_on_duty_and_nobody_who_comes_leaves_the_step_waiting_for_the_role() -> None:
    people = {"wang": PEOPLE["wang"], "lin": PEOPLE["lin"], "li": LI | {"off_duty": {"place": "home"}}}
    actors = {"second": {"side": "customer", "held_by": ["li"]}}
    of = dossier(
        grid("S1 A cb", loads={"A": 0.1}),
        site={"observations": LIGHTS},
        people=people,
        actors=ACTORS | actors,
        cards=[card("K", "electrician", DARK, step("T", "second"))],
    )
    assert waits(rows(play(of, [LOST]))["T"]) == [("person_busy", ("second",), 3_600_000)]


def test_a_shift_that_begins_brings_the_person() -> None:
    of = staffed(
        step("T", "second"), people={"wang": PEOPLE["wang"] | {"shifts": ALL_DAY}, "li": LI, "lin": PEOPLE["lin"]}
    )
    journal = play(of, [LOST], "6 h", time="07:00")
    assert [(e.t_ms, e.data["person"]) for e in journal.of("on_duty")] == [(3_600_000, "li")]


def test_one_whose_certificate_has_run_out_is_not_taken() -> None:
    paper = {"certificates": [{"kind": "hv", "until": "2026-01-01"}]}
    actors = ACTORS | {"electrician": ACTORS["electrician"] | {"certificate": "hv"}}
    valid = {"certificates": [{"kind": "hv", "until": "2027-01-01"}]}
    for certificate, active in ((paper, 0), (valid, 1)):
        of = dossier(
            grid("S1 A cb", loads={"A": 0.1}),
            site={"observations": LIGHTS},
            people={**PEOPLE, "wang": PEOPLE["wang"] | certificate},
            actors=actors,
            cards=[card("K", "electrician", DARK, step("T", "electrician"))],
        )
        assert len(list(play(of, [LOST]).of("card_active"))) == active


PERMIT = {"P1": {"covers": ["A-B"], "from": "dispatcher", "decides_in": "7 min", "channel": "phone"}}
PERMITTED = {"devices": {"A-B": {"place": "hv", "dispatch": "permitted"}}}
WATCHED = {"operator": "electrician", "supervisor": "second"}


def test_a_permit_is_waited_for_at_the_device_and_covers_the_rest_of_the_run() -> None:
    first = step("T1", WATCHED, "open", target="A-B")
    again = step("T2", WATCHED, "close", target="A-B", after=["T1"])
    journal = play(staffed(first, again, permits=PERMIT, site=PERMITTED), [LOST | {"for": "1 min"}], time="10:00")
    found = rows(journal)
    assert waits(found["T1"]) == [("travel", ("wang", "li"), 300_000), ("permit", ("P1",), 420_000)]
    assert [reason for reason, _, _ in waits(found["T2"])] == ["predecessor"]
    assert "without_permit" not in hazards(journal)


def test_asking_ahead_saves_the_wait_at_the_device() -> None:
    ask = step("Q", "electrician", "request", target="P1")
    act = step("T1", WATCHED, "open", target="A-B", after=["Q"])
    found = rows(play(staffed(ask, act, permits=PERMIT, site=PERMITTED), [LOST], time="10:00"))
    assert [reason for reason, _, _ in waits(found["T1"])] == ["predecessor", "travel"]


def test_operating_without_a_permit_or_without_a_second_person_is_a_hazard() -> None:
    alone = step("T", "electrician", "open", target="A-B")
    journal = play(staffed(alone, site=PERMITTED), [LOST])
    assert hazards(journal) == ["without_permit", "without_supervisor"]


def test_two_live_feeders_tied_are_paralleled_unless_they_are_one_system() -> None:
    network = grid("S1 A cb", "S2 B cb", "A B open", loads={"A": 0.1, "B": 0.1})
    tie = step("T", "electrician", "close", target="A-B")
    trigger = {"bus": "A", "is": "live"}
    feeder = {"kind": "feeder"}

    def run(**system: Any) -> list[str]:
        sources = {"feeder-S1": feeder | system, "feeder-S2": feeder | system}
        of = dossier(network, site={"sources": sources}, cards=[card("K", "electrician", trigger, tie)])
        return [h for h in hazards(play(of)) if h != "without_supervisor"]

    assert run() == ["paralleling"]
    assert run(system="city") == []


def test_a_genset_joined_to_a_dead_feeder_feeds_back() -> None:
    network = grid("S1 A cb", "G A open", loads={"A": 0.1})
    unit = {
        "kind": "genset",
        "bus": "G",
        "breaker": "G-A",
        "rated_kw": "300",
        "manual_start_fails": "0",
        "place": "room",
    }
    start = step("T1", "electrician", "start", target="genset")
    close = step("T2", "electrician", "close", target="G-A", after=["T1"])
    of = dossier(
        network,
        site={"sources": {"genset": unit}, "observations": LIGHTS},
        cards=[card("K", "electrician", DARK, start, close)],
    )
    assert "back_feed" in hazards(play(of, [LOST]))


def test_an_interlock_keeps_the_genset_breaker_open_and_the_step_waits() -> None:
    network = grid("S1 A cb", "G A open", loads={"A": 0.1})
    unit = {
        "kind": "genset",
        "bus": "G",
        "breaker": "G-A",
        "rated_kw": "300",
        "manual_start_fails": "0",
        "place": "room",
    }
    start = step("T1", "electrician", "start", target="genset")
    close = step("T2", "electrician", "close", target="G-A", after=["T1"])
    of = dossier(
        network,
        site={
            "sources": {"genset": unit},
            "observations": LIGHTS,
            "interlocks": [{"of": ["S1-A", "G-A"], "closed_at_most": "1", "kind": "key"}],
        },
        cards=[card("K", "electrician", DARK, start, close)],
    )
    journal = play(of, [LOST])
    assert "back_feed" not in hazards(journal)
    assert [reason for reason, _, _ in waits(rows(journal)["T2"])] == ["predecessor", "interlock"]


def test_a_failed_step_runs_its_branch_and_then_those_after_it() -> None:
    stuck = {"at": "0 s", "fault": "fails_to_operate", "on": "A-B", "to": "open"}
    check = {"success_check": {"switch": "A-B", "is": "open"}}
    first = step("T1", WATCHED, "open", target="A-B", on_failure={"steps": ["T2"], "then": "continue"}, **check)
    branch = step("T2", "electrician")
    after = step("T3", "electrician", after=["T1"])
    found = rows(play(staffed(first, branch, after), [stuck, LOST], time="10:00"))
    assert [found[s].state for s in ("T1", "T2", "T3")] == ["failed", "done", "done"]
    healthy = rows(play(staffed(first, branch, after), [LOST], time="10:00"))
    assert [healthy[s].state for s in ("T1", "T2", "T3")] == ["done", "skipped", "done"]


def test_without_a_check_nobody_notices_that_a_breaker_stuck() -> None:
    stuck = {"at": "0 s", "fault": "fails_to_operate", "on": "A-B", "to": "open"}
    found = rows(play(staffed(step("T1", WATCHED, "open", target="A-B")), [stuck, LOST], time="10:00"))
    assert (found["T1"].state, found["T1"].why) == ("done", "unchecked")


def test_calling_somebody_in_brings_him_before_he_is_needed() -> None:
    summon = step("T1", "electrician", "call", place="room", tells=[tell("second")])
    actors = {"second": {"side": "customer", "held_by": ["li"]}}
    of = dossier(
        grid("S1 A cb", loads={"A": 0.1}),
        site={"observations": LIGHTS},
        people={"wang": PEOPLE["wang"], "li": LI, "lin": PEOPLE["lin"]},
        actors=ACTORS | actors,
        cards=[card("K", "electrician", DARK, summon)],
    )
    journal = play(of, [LOST])
    assert [e.data["person"] for e in journal.of("arrived")] == ["li"]


def test_a_place_in_a_lost_zone_is_not_entered_until_it_may_be() -> None:
    site = {"places": {"room": {}, "dispatch": {}, "home": {}, "hv": {"zone": "cellar"}}, "zones": {"cellar": {}}}
    shut = {"at": "0 s", "fault": "zone_no_access", "on": "cellar", "for": "30 min"}
    of = two_sides(card("K", "electrician", DARK, step("T", "electrician", place="hv")), **site)
    assert waits(rows(play(of, [shut, LOST]))["T"]) == [
        ("travel", ("wang",), 300_000),
        ("no_access", ("cellar",), 1_500_000),
    ]


def test_one_with_nothing_to_do_goes_back_to_his_post_and_one_who_is_awaited_stays() -> None:
    there = step("T1", "electrician", place="hv")
    journal = play(two_sides(card("K", "electrician", DARK, there)), [LOST])
    assert [(e.t_ms, e.data["place"]) for e in journal.of("arrived")] == [(300_000, "hv"), (660_000, "room")]
    later = step("T2", "electrician", after=["D1"], place="hv")
    word = step("D1", "dispatcher", takes="30 min", tells=[tell("electrician")])
    told = step("T1", "electrician", place="hv", tells=[tell("dispatcher")])
    journal = play(two_sides(card("K", "electrician", DARK, told, word, later)), [LOST])
    assert [e.data["place"] for e in journal.of("arrived") if e.t_ms < 1_800_000] == ["hv"]


def test_a_branch_of_two_steps_runs_when_either_fails_and_counts_as_over_when_neither_does() -> None:
    stuck = {"at": "0 s", "fault": "fails_to_operate", "on": "A-B", "to": "open"}
    branch = {"on_failure": {"steps": ["T9"], "then": "continue"}}
    first = step("T1", "electrician", **branch)
    second = step("T2", WATCHED, "open", target="A-B", success_check={"switch": "A-B", "is": "open"}, **branch)
    mend, after = step("T9", "electrician"), step("T3", "electrician", after=["T2", "T9"])
    found = rows(play(staffed(first, second, mend, after), [stuck, LOST], time="10:00"))
    assert [found[s].state for s in ("T1", "T2", "T9", "T3")] == ["done", "failed", "done", "done"]
    healthy = rows(play(staffed(first, second, mend, after), [LOST], time="10:00"))
    assert [healthy[s].state for s in ("T2", "T9", "T3")] == ["done", "skipped", "done"]


def test_what_is_dead_in_the_mode_is_believed_dead() -> None:
    network = grid("S1 A cb", "S2 B cb", "A B open", loads={"A": 0.1, "B": 0.1})
    trigger = {"all": [{"bus": "A", "is": "dead"}, {"load": "load-B", "is": "dead"}]}
    of = dossier(
        network,
        site={
            "modes": {"normal": {}, "west": {"open": ["S1-A"]}},
            "observations": {"o": {"sees": [{"load": "load-B"}], "shown_at": "room"}},
        },
        cards=[card("K", "electrician", trigger, step("T", "electrician"))],
    )
    assert any(play(of, [{"at": "0 s", "fault": "source_lost", "on": "feeder-S2"}], mode="west").of("card_active"))


def test_a_hazard_names_the_step_the_person_and_the_device() -> None:
    network = grid("S1 A cb", "S2 B cb", "A B open", loads={"A": 0.1, "B": 0.1})
    tie = step("T", WATCHED, "close", target="A-B")
    of = dossier(
        network,
        site={"devices": {"A-B": {"dispatch": "permitted"}}},
        people={"wang": PEOPLE["wang"], "li": LI, "lin": PEOPLE["lin"]},
        actors=ACTORS | TWO,
        cards=[card("K", "electrician", {"bus": "A", "is": "live"}, tie)],
        permits={"P1": {"covers": ["S1-A"], "from": "dispatcher", "decides_in": "1 min", "channel": "phone"}},
    )
    named = [e.data for e in play(of, time="10:00").of("hazard") if e.data["hazard"] == "paralleling"]
    assert named == [
        {"hazard": "paralleling", "parts": ["feeder-S1", "feeder-S2"], "step": "T", "person": "wang", "device": "A-B"}
    ]


def test_a_permitted_closed_transition_of_two_feeders_is_no_hazard() -> None:
    network = grid("S1 A cb", "S2 B cb", "A B open", loads={"A": 0.1, "B": 0.1})
    of = dossier(
        network,
        site={"devices": {"A-B": {"dispatch": "permitted"}}},
        people={"wang": PEOPLE["wang"], "li": LI, "lin": PEOPLE["lin"]},
        actors=ACTORS | TWO,
        cards=[card("K", "electrician", {"bus": "A", "is": "live"}, step("T", WATCHED, "close", target="A-B"))],
        permits={"P1": {"covers": ["A-B"], "from": "dispatcher", "decides_in": "1 min", "channel": "phone"}},
    )
    assert hazards(play(of, time="10:00")) == []


def test_an_isolator_opened_while_it_carries_load_is_a_hazard() -> None:
    isolator = {"devices": {"A-B": {"place": "hv", "kind": "isolator"}}}
    pull = card("K", "electrician", {"bus": "A", "is": "live"}, step("T", WATCHED, "open", target="A-B"))
    staff = {"wang": PEOPLE["wang"], "li": LI, "lin": PEOPLE["lin"]}

    def run(mw: float) -> list[str]:
        network = grid("S1 A cb", "A B cb", loads={"B": mw})
        of = dossier(network, site=isolator, people=staff, actors=ACTORS | TWO, cards=[pull])
        return hazards(play(of, time="10:00"))

    assert run(0.1) == ["isolator_under_load"]
    assert run(0.0) == []


def test_one_who_comes_on_duty_reads_the_displays_of_his_place() -> None:
    """The board went dark before his shift; nobody tells him, the display in his room does."""
    people = {
        "wang": PEOPLE["wang"] | {"shifts": [{"from": "03:00", "to": "10:00", "place": "room"}]},
        "lin": PEOPLE["lin"],
    }
    of = dossier(
        grid("S1 A cb", loads={"A": 0.1}),
        site={"observations": LIGHTS},
        people=people,
        cards=[card("K", "electrician", DARK, step("T", "electrician"))],
    )
    assert [e.t_ms for e in play(of, [LOST]).of("card_active")] == [1_800_000]

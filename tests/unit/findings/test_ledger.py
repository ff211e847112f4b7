"""Ledgers worked out by hand: what each part of an interruption came from, to the millisecond."""

from __future__ import annotations

from typing import Any

from drillsim.findings.ledger import Entry, ledger, outages
from drillsim.journal import Journal
from drillsim.schema.compiled import Compiled
from helpers.cards import LIGHTS, LOST, card, step, tell, two_sides
from helpers.grids import grid
from helpers.play import case, dossier, play

DARK = {"load": "load-A", "is": "dead"}
S = 1_000
Pieces = list[tuple[int, int, str]]


def pieces(of: Compiled, journal: Journal, subject: str = "load-A", number: int = 0) -> Pieces:
    """The parts of one interruption."""
    found = [each for each in outages(case(of), journal) if each.subject == subject]
    return list(found[number].pieces)


def tied(*cards: dict[str, Any], **more: Any) -> Compiled:
    """A load on one feeder, and a switch to another in a room five minutes away."""
    site = {"devices": {"S2-A": {"place": "hv"}}, "observations": LIGHTS, **more.pop("site", {})}
    return dossier(grid("S1 A cb", "S2 A open", loads={"A": 0.1}), site=site, cards=cards, **more)


def close(name: str, **more: Any) -> dict[str, Any]:
    return step(name, "electrician", "close", target="S2-A", **more)


def test_a_load_dark_until_a_step_owes_each_part_to_who_decided_told_walked_and_switched() -> None:
    of = tied(
        card(
            "K", "electrician", DARK,
            step("T1", "electrician", "report", tells=[tell("dispatcher")]),
            step("D1", "dispatcher", after=["T1"], tells=[tell("electrician")]),
            close("T2", after=["D1"]),
            activation={"by": "electrician", "decide": "30 s"},
        )
    )  # fmt: skip
    journal = play(of, [LOST])
    assert pieces(of, journal) == [
        (0, 30 * S, "deciding:K"),
        (30 * S, 90 * S, "doing:T1"),
        (90 * S, 180 * S, "doing:D1"),
        (180 * S, 480 * S, "wait:T2:travel"),
        (480 * S, 540 * S, "doing:T2"),
    ]


def test_the_entries_are_demand_times_time_and_sum_to_the_energy_not_served() -> None:
    of = tied(card("K", "electrician", DARK, close("T")))
    journal = play(of, [LOST])
    assert ledger(case(of), journal) == (
        Entry("load-A", "wait:T:travel", 0, 100_000 * 300 * S),
        Entry("load-A", "doing:T", 0, 100_000 * 60 * S),
    )


def test_only_what_lies_beyond_the_limit_is_late() -> None:
    of = tied(card("K", "electrician", DARK, close("T")), site={"loads": {"load-A": {"max_interruption": "4 min"}}})
    late = {entry.cause: entry.late_ms for entry in ledger(case(of), play(of, [LOST]))}
    assert late == {"wait:T:travel": 60 * S, "doing:T": 60 * S}


def test_nothing_interrupted_is_an_empty_ledger() -> None:
    of = tied()
    assert ledger(case(of), play(of)) == ()


def test_a_source_that_returns_by_itself_owes_all_of_it() -> None:
    of = tied()
    journal = play(of, [{**LOST, "for": "7 min"}])
    assert pieces(of, journal) == [(0, 420 * S, "fault:feeder-S1")]


def test_what_nobody_ever_mends_is_owed_to_what_took_supply_away() -> None:
    of = tied()
    assert pieces(of, play(of, [LOST])) == [(0, 3_600 * S, "fault:feeder-S1")]


def test_a_step_not_done_at_the_end_owes_what_it_waits_for() -> None:
    of = tied(
        card("K", "electrician", DARK, close("T")),
        permits={"P": {"covers": ["S2-A"], "from": "dispatcher", "decides_in": "2 h", "channel": "phone"}},
    )
    found = pieces(of, play(of, [LOST]))
    assert found[0] == (0, 300 * S, "wait:T:travel")
    assert (found[-1][1], found[-1][2]) == (3_600 * S, "wait:T:permit")


def test_a_step_that_waits_for_a_source_owes_it_to_the_source() -> None:
    waits = {"requires": [{"source": "feeder-S1", "is": "live"}]}
    site = {"observations": {**LIGHTS, "scada": {"sees": [{"source": "feeder-S1"}], "shown_at": "room"}}}
    of = tied(card("K", "electrician", DARK, close("T", **waits)), site=site)
    assert pieces(of, play(of, [LOST]))[-1] == (0, 3_600 * S, "fault:feeder-S1")


def test_after_the_last_attempt_has_failed_the_rest_is_owed_to_it() -> None:
    of = tied(card("K", "electrician", DARK, close("T", success_check={"switch": "S2-A", "is": "closed"})))
    journal = play(of, [LOST, {"at": "0 s", "fault": "fails_to_operate", "on": "S2-A"}])
    assert pieces(of, journal) == [
        (0, 300 * S, "wait:T:travel"),
        (300 * S, 360 * S, "doing:T"),
        (360 * S, 3_600 * S, "failed:T"),
    ]


def test_an_attempt_that_failed_takes_its_own_time_before_the_one_that_works() -> None:
    site = {"devices": {"S2-A": {"place": "hv"}, "S3-A": {"place": "hv"}}, "observations": LIGHTS}
    first = close("T1", success_check={"switch": "S2-A", "is": "closed"}, on_failure={"steps": ["T2"]})
    second = step("T2", "electrician", "close", target="S3-A")
    of = dossier(
        grid("S1 A cb", "S2 A open", "S3 A open", loads={"A": 0.1}),
        site=site, cards=[card("K", "electrician", DARK, first, second)],
    )  # fmt: skip
    journal = play(of, [LOST, {"at": "0 s", "fault": "fails_to_operate", "on": "S2-A"}])
    assert pieces(of, journal) == [
        (0, 300 * S, "wait:T1:travel"),
        (300 * S, 360 * S, "doing:T1"),
        (360 * S, 420 * S, "doing:T2"),
    ]


def test_somebody_busy_elsewhere_is_a_wait_of_the_step_he_is_needed_for() -> None:
    other = card("H", "electrician", DARK, step("X", "electrician", takes="10 min"))
    of = tied(other, card("K", "electrician", DARK, close("T")))
    assert pieces(of, play(of, [LOST])) == [
        (0, 600 * S, "wait:T:person_busy"),
        (600 * S, 900 * S, "wait:T:travel"),
        (900 * S, 960 * S, "doing:T"),
    ]


def test_what_is_shown_late_or_must_last_a_while_is_noticed_late() -> None:
    lights = {"lights": {"sees": [{"load": "load-A"}], "shown_at": "room", "delay": "20 s"}}
    lasting = card("K", "electrician", {**DARK, "for": "1 min"}, close("T"))
    of = tied(lasting, site={"observations": lights})
    found = pieces(of, play(of, [LOST]))
    noticed = [piece for piece in found if piece[2] == "noticing:K"]
    assert (noticed[0][0], noticed[-1][1]) == (0, found[-1][1] - 360 * S)
    assert [cause for _, _, cause in found[len(noticed) :]] == ["wait:T:travel", "doing:T"]


# --- automatics ---


def own_supply(**more: Any) -> Compiled:
    """A board behind an ATS with a genset that is ready in 12 s, and a UPS behind it."""
    genset = {
        "kind": "genset", "bus": "G", "breaker": "G-P", "rated_kw": "200", "called_by": "ats", "place": "hv",
        "ready": "12 s", "fails_to_start": "0", "manual_start_fails": "0", "attempts": "3", "crank": "10 s",
        "pause": "8 s",
    }  # fmt: skip
    ats = {"kind": "ats", "normal": "A-E", "standby": "P-E", "fails_to_operate": "0", "delay": "3 s", "takes": "300 ms"}
    site = {
        "sources": {"genset": genset}, "transfers": {"ats": ats},
        "observations": {"lights": {"sees": [{"load": "load-E", "source": "genset"}], "shown_at": "room"}},
        **more.pop("site", {}),
    }  # fmt: skip
    network = grid("S1 A cb", "A E cb", "P E open", "G P open", loads={"A": 0.1, "E": 0.05})
    return dossier(network, site=site, **more)


def test_an_automatic_start_is_owed_to_the_transfer_the_genset_and_the_transfer_again() -> None:
    of = own_supply()
    assert pieces(of, play(of, [LOST]), "load-E") == [
        (0, 3 * S, "automatic:ats"),
        (3 * S, 15_080, "start:genset"),
        (15_080, 15_380, "automatic:ats"),
    ]


def test_cranking_in_vain_is_the_gensets_and_the_start_by_hand_the_steps() -> None:
    start = step("T", "electrician", "start", target="genset", place="hv")
    switch = step("C", "electrician", "close", target="G-P", after=["T"], place="hv")
    of = own_supply(cards=[card("K", "electrician", {"source": "genset", "is": "failed"}, start, switch)])
    fault = {"at": "0 s", "fault": "fails_to_start", "on": "genset"}
    called = [(0, 3 * S, "automatic:ats"), (3 * S, 49 * S, "start:genset"), (49 * S, 349 * S, "wait:T:travel")]
    assert pieces(of, play(of, [LOST, {**fault, "for": "3 min"}]), "load-E") == [
        *called,
        (349 * S, 409 * S, "doing:T"),
        (409 * S, 469 * S, "doing:C"),
        (469 * S, 469_300, "automatic:ats"),
    ]
    assert pieces(of, play(of, [LOST, fault]), "load-E") == [
        *called,
        (349 * S, 409 * S, "doing:T"),
        (409 * S, 3_600 * S, "failed:T"),
    ]


def test_what_a_step_switched_off_is_owed_to_it() -> None:
    of = tied(
        card("K", "electrician", {"load": "load-A", "is": "live"}, step("T", "electrician", "open", target="S1-A"))
    )
    found = pieces(of, play(of, [{"at": "0 s", "fault": "fails_to_operate", "on": "S2-A"}]))
    assert found == [(60 * S, 3_600 * S, "off:T")]


# --- functions ---


def working(restart: dict[str, Any], **more: Any) -> Compiled:
    """Something that needs the load and rides 10 s."""
    work = {"needs": {"load": "load-A", "rides": "10 s"}, "restart": restart, "max_interruption": "6 min", **more}
    return two_sides(functions={"work": work})


def test_a_function_owes_its_restart_and_before_it_what_its_load_waited_for() -> None:
    of = working({"takes": "9 min", "by": "electrician"})
    journal = play(of, [{**LOST, "for": "7 min"}])
    assert pieces(of, journal, "work") == [
        (10 * S, 420 * S, "fault:feeder-S1"),
        (420 * S, 960 * S, "restart:work"),
    ]
    late = {entry.cause: entry.late_ms for entry in ledger(case(of), journal) if entry.subject == "work"}
    assert late == {"fault:feeder-S1": 50 * S, "restart:work": 540 * S}


def test_a_function_that_restarts_by_itself_owes_the_time_it_takes() -> None:
    of = working({"takes": "2 min"})
    assert pieces(of, play(of, [{**LOST, "for": "7 min"}]), "work")[-1] == (420 * S, 540 * S, "restart:work")


def test_once_harmed_a_function_owes_the_rest_to_the_harm() -> None:
    of = working({"takes": "2 min"}, harm={"after": "3 min", "what": "the batch"})
    assert pieces(of, play(of, [{**LOST, "for": "7 min"}]), "work") == [
        (10 * S, 190 * S, "fault:feeder-S1"),
        (190 * S, 3_600 * S, "harmed:work"),
    ]


# --- empty stores ---


def with_tanks(restart: dict[str, Any]) -> Compiled:
    """A function that needs a load and water, which is filled from a tank; and fuel it does not need."""
    needs = {"all": [{"load": "load-A", "rides": "10 s"}, {"store": "water"}]}
    stores = {
        "fuel": {"holds": "fuel", "capacity_l": "60", "level_l": "50"},
        "well": {"holds": "water", "capacity_l": "500", "level_l": "400"},
        "water": {
            "holds": "water", "capacity_l": "100", "level_l": "60",
            "in": [{"by": "load-A", "l_per_min": "10", "from": "well"}], "out": [{"to": "work", "l_per_min": "5"}],
        },
    }  # fmt: skip
    return two_sides(functions={"work": {"needs": needs, "restart": restart}}, stores=stores)


def struck(fault: str, store: str) -> dict[str, Any]:
    return {"at": "0 s", "fault": fault, "on": store}


def test_a_load_owes_nothing_to_a_tank_that_was_found_empty() -> None:
    of = with_tanks({"takes": "2 min"})
    dip = {"at": "0 s", "fault": "dip", "on": "feeder-S1", "residual_percent": "40", "for": "30 s"}
    journal = play(of, [dip, struck("store_empty", "fuel")])
    assert pieces(of, journal) == [(0, 30 * S, "fault:feeder-S1")]


def test_a_function_owes_it_to_the_tank_it_draws_from_or_to_that_from_which_it_was_spoilt() -> None:
    of = with_tanks({"takes": "2 min"})
    assert pieces(of, play(of, [struck("store_empty", "water"), struck("store_empty", "fuel")]), "work")[0][2] == (
        "fault:water"
    )
    spoilt = play(of, [struck("store_contaminated", "well"), struck("store_empty", "fuel")])
    assert pieces(of, spoilt, "work")[0][2] == "fault:well"

"""Who knows what, and what waits for it."""

from __future__ import annotations

from typing import Any

from drillsim.schema.compiled import Compiled
from helpers.cards import LIGHTS, LOST, card, rows, step, tell, two_sides, waits
from helpers.grids import grid
from helpers.play import ACTORS, PEOPLE, dossier, play


def reporting(**tells: Any) -> Compiled:
    """The electrician reports; the dispatcher's step needs his word."""
    dark = {"load": "load-A", "is": "dead"}
    report = step("R1", "electrician", "report", tells=[tell("dispatcher", facts=["load-A"], **tells)])
    order = step("D1", "dispatcher", requires=[{"message": "R1"}])
    return two_sides(card("K", "electrician", dark, report, order))


def test_a_dispatcher_does_not_begin_before_he_is_told() -> None:
    found = rows(play(reporting(), [LOST]))
    assert found["D1"].started_ms == found["R1"].finished_ms == 60_000
    assert waits(found["D1"]) == [("not_known", ("K",), 60_000)]


def test_with_the_phone_cut_he_waits_for_what_he_does_not_know() -> None:
    cut = {"at": "0 s", "fault": "channel_lost", "on": "phone", "for": "20 min"}
    found = rows(play(reporting(), [LOST, cut]))
    told_at = found["D1"].started_ms
    assert told_at is not None
    assert told_at >= 20 * 60_000
    assert waits(found["D1"]) == [("not_known", ("K",), told_at)]
    assert {reason for reason, on, _ in waits(found["R1"]) if on == ("phone",)} == {"resource"}


def test_a_phone_that_never_comes_back_leaves_him_waiting_at_the_end() -> None:
    cut = {"at": "0 s", "fault": "channel_lost", "on": "phone"}
    row = rows(play(reporting(), [LOST, cut]))["D1"]
    assert row.state == "waiting"
    assert row.waits[-1].span.open
    assert row.waits[-1].reason == "not_known"


def test_a_display_out_of_order_shows_nothing_until_it_is_back() -> None:
    down = {"at": "-5 min", "fault": "channel_lost", "on": {"kind": "observation"}, "for": "25 min"}
    shown, hidden = play(reporting(), [LOST]), play(reporting(), [down, LOST])
    assert [event.t_ms for event in shown.of("card_active")] == [0]
    assert [event.t_ms for event in hidden.of("card_active")] == [20 * 60_000]


def test_an_unreachable_person_is_passed_over_for_the_next_where_the_plan_says_so() -> None:
    people = PEOPLE | {"zhao": PEOPLE["lin"] | {"name": "Zhao"}}
    actors = ACTORS | {"dispatcher": {"side": "utility", "held_by": ["lin", "zhao"]}}
    report = step(
        "R1", "electrician", "report", tells=[tell("dispatcher", no_answer={"after": "1 min", "then": "next"})]
    )
    order = step("D1", "dispatcher", requires=[{"message": "R1"}])
    dark = {"load": "load-A", "is": "dead"}
    of = dossier(
        grid("S1 A cb", loads={"A": 0.1}),
        site={"observations": LIGHTS, "places": {"room": {}, "dispatch": {}, "flat": {}}},
        people={**people, "zhao": people["zhao"] | {"shifts": [{"from": "00:00", "to": "24:00", "place": "flat"}]}},
        actors=actors,
        cards=[card("K", "electrician", dark, report, order)],
    )
    journal = play(of, [{"at": "0 s", "fault": "person_unreachable", "on": "lin"}, LOST])
    assert [e.data["person"] for e in journal.of("message_received")] == ["zhao"]
    assert rows(journal)["D1"].by == ("zhao",)


def circle(**mend: Any) -> Compiled:
    """Customer and utility each wait for the other's word before they send their own."""
    dark = {"load": "load-A", "is": "dead"}
    ours = step("C1", "electrician", "report", requires=[{"message": "U1"}], tells=[tell("dispatcher")], **mend)
    theirs = step("U1", "dispatcher", "report", requires=[{"message": "C1"}], tells=[tell("electrician")])
    scada = {"scada": {"sees": [{"source": "feeder-S1"}], "shown_at": "dispatch"}}
    lost = {"source": "feeder-S1", "is": "dead"}
    return two_sides(
        card("KC", "electrician", dark, ours),
        card("KU", "dispatcher", lost, theirs, side="utility"),
        observations={**LIGHTS, **scada},
    )


def test_two_plans_that_wait_for_each_other_wait_to_the_end() -> None:
    found = rows(play(circle(), [LOST]))
    assert [(found[s].state, waits(found[s])) for s in ("C1", "U1")] == [
        ("waiting", [("not_known", ("U1",), 3_600_000)]),
        ("waiting", [("not_known", ("C1",), 3_600_000)]),
    ]


def test_a_time_out_breaks_the_circle_and_the_lost_minutes_stay_in_the_journal() -> None:
    found = rows(play(circle(wait_at_most="10 min", on_failure={"then": "continue"}), [LOST]))
    assert found["C1"].state == "timed_out"
    assert waits(found["C1"]) == [("not_known", ("U1",), 600_000)]


def test_a_stale_belief_makes_a_person_skip_what_he_should_not() -> None:
    """Nobody tells the dispatcher that A is dead: he believes it is live and skips his step."""
    dark = {"load": "load-A", "is": "dead"}
    report = step("R1", "electrician", "report", tells=[tell("dispatcher")])
    act = step("D1", "dispatcher", after=["R1"], when={"load": "load-A", "is": "dead"})
    assert rows(play(two_sides(card("K", "electrician", dark, report, act)), [LOST]))["D1"].state == "skipped"
    told = step("R1", "electrician", "report", tells=[tell("dispatcher", facts=["load-A"])])
    assert rows(play(two_sides(card("K", "electrician", dark, told, act)), [LOST]))["D1"].state == "done"


def test_one_who_goes_there_sees_what_no_display_told_him() -> None:
    """`if_unknown: look`: he goes to the switch room and sees the position there."""
    site = {"devices": {"S1-A": {"place": "hv"}}}
    dark = {"load": "load-A", "is": "dead"}
    opens = {"at": "0 s", "fault": "short_circuit", "on": "A"}
    needs = {"requires": [{"switch": "S1-A", "is": "open"}], "place": "hv"}
    waits_for_it = two_sides(card("K", "electrician", dark, step("T", "electrician", **needs)), **site)
    looks = two_sides(card("K", "electrician", dark, step("T", "electrician", if_unknown="look", **needs)), **site)
    assert rows(play(waits_for_it, [opens]))["T"].state == "waiting"
    assert rows(play(looks, [opens]))["T"].state == "done"


def test_a_dark_display_shows_nothing_until_its_supply_is_back() -> None:
    network = grid("S1 A cb", "S2 B cb", loads={"A": 0.1, "B": 0.1})
    scada = {"scada": {"sees": [{"load": "load-B"}], "shown_at": "room", "needs": ["load-A"], "delay": "5 s"}}
    b_dark = {"load": "load-B", "is": "dead"}
    of = dossier(
        network, site={"observations": scada}, cards=[card("K", "electrician", b_dark, step("T", "electrician"))]
    )
    both = [LOST | {"for": "10 min"}, {"at": "0 s", "fault": "source_lost", "on": "feeder-S2"}]
    assert [e.t_ms for e in play(of, both).of("card_active")] == [600_000 + 5_000]


def test_a_step_whose_check_is_known_to_hold_is_done_at_once() -> None:
    dark = {"load": "load-A", "is": "dead"}
    check = {"success_check": {"load": "load-A", "is": "dead"}}
    found = rows(play(two_sides(card("K", "electrician", dark, step("T", "electrician", **check))), [LOST]))
    assert (found["T"].finished_ms, found["T"].why) == (0, "already")


def test_what_was_believed_before_the_run_checks_nothing() -> None:
    """He believes B live from before: the step is not done at once, and its check fails for want of news."""
    network = grid("S1 A cb", "A B cb", loads={"A": 0.1, "B": 0.1})
    look = step("T", "electrician", success_check={"bus": "B", "is": "live", "within": "1 min"})
    dark = {"load": "load-A", "is": "dead"}
    of = dossier(network, site={"observations": LIGHTS}, cards=[card("K", "electrician", dark, look)])
    found = rows(play(of, [LOST]))
    assert (found["T"].state, found["T"].why, found["T"].finished_ms) == ("failed", "check", 120_000)
    shown = {"observations": {**LIGHTS, "bms": {"sees": [{"bus": "B"}], "shown_at": "room"}}}
    seen = dossier(network, site=shown, cards=[card("K", "electrician", {"bus": "B", "is": "live"}, look)])
    assert rows(play(seen))["T"].why == "already"


def _delayed(lasts: str, delay: str, for_: str) -> list[int]:
    lamp = {"lamp": {"sees": [{"load": "load-A"}], "shown_at": "room", "delay": delay}}
    trigger = {"load": "load-A", "is": "dead", "for": for_}
    of = two_sides(card("K", "electrician", trigger, step("S", "electrician")), observations=lamp)
    return [event.t_ms for event in play(of, [{**LOST, "for": lasts}]).of("card_active")]


def test_for_counts_from_when_it_was_learned_to_when_the_contrary_is() -> None:
    assert _delayed("3 s", "4 s", "5 s") == []  # seen from 4 s to 7 s
    assert _delayed("5 s", "4 s", "5 s") == []  # to the very moment: no longer so
    assert _delayed("6 s", "4 s", "5 s") == [9_000]
    assert _delayed("10 min", "30 s", "1 min") == [90_000]


def test_for_counts_from_the_message_for_who_is_told() -> None:
    dark = {"load": "load-A", "is": "dead"}
    report = step("R1", "electrician", "report", tells=[tell("dispatcher", facts=["load-A"])])
    first = card("K", "electrician", dark, report)
    second = card("U", "dispatcher", {**dark, "for": "4 min"}, step("D1", "dispatcher"))
    assert rows(play(two_sides(first, second), [LOST]))["D1"].started_ms == 60_000 + 240_000


def test_a_wait_has_the_reason_of_the_candidate_who_is_nearest_to_beginning() -> None:
    people = PEOPLE | {
        "zhao": PEOPLE["wang"] | {"name": "Zhao", "shifts": [PEOPLE["wang"]["shifts"][0] | {"place": "hv"}]}
    }
    actors = ACTORS | {"electrician": {"side": "customer", "held_by": ["wang", "zhao"]}}
    lamp = {"lamp": {"sees": [{"load": "load-A"}], "shown_at": "hv"}}
    waiting = step("S2", "electrician", requires=[{"load": "load-A", "is": "live"}])
    of = dossier(
        grid("S1 A cb", loads={"A": 0.1}),
        site={"observations": lamp}, people=people, actors=actors,
        cards=[card("K", "electrician", {"load": "load-A", "is": "dead"}, waiting)],
    )  # fmt: skip
    assert waits(rows(play(of, [LOST]))["S2"])[0][:2] == ("not_known", ("load-A",))

"""What the customer does: ride-through, loss, restart by people, harm. Power back is not service back."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from drillsim.journal import Journal
from drillsim.journal.timeline import function_outages, load_outages
from drillsim.schema.compiled import Compiled
from drillsim.schema.need import Need
from drillsim.simulation import WhatIf, simulate
from helpers.cards import card, rows, step, waits
from helpers.grids import grid
from helpers.play import case, dossier, fresh_run, play

MIN = 60_000


def lost(minutes: int, feeder: str = "feeder-S1") -> dict[str, Any]:
    return {"at": "0 s", "fault": "source_lost", "on": feeder, "for": f"{minutes} min"}


def states(journal: Journal, name: str = "work") -> list[tuple[int, str]]:
    return [(e.t_ms, e.data["state"]) for e in journal.of("function_changed") if e.data["function"] == name]


def site(**work: Any) -> dict[str, Any]:
    lamp = {"lights": {"sees": [{"load": "load-A"}], "shown_at": "room"}}
    return {"functions": {"work": {"needs": {"load": "load-A", "rides": "5 min"}, **work}}, "observations": lamp}


def test_a_short_loss_is_ridden_through() -> None:
    journal = play(dossier(grid("S1 A cb", loads={"A": 0.1}), site=site()), [lost(4)])
    assert states(journal) == [(0, "riding_through"), (4 * MIN, "normal")]
    assert function_outages(journal)["work"] == ()


def test_a_longer_one_is_a_loss_until_people_have_restarted_it() -> None:
    restart = {"restart": {"takes": "20 min", "by": "electrician", "place": "hv"}}
    journal = play(dossier(grid("S1 A cb", loads={"A": 0.1}), site=site(**restart)), [lost(10)])
    back = 10 * MIN + 5 * MIN + 20 * MIN  # power, the way to hv, the restart
    assert states(journal) == [(0, "riding_through"), (5 * MIN, "lost"), (10 * MIN, "restarting"), (back, "normal")]
    assert [span.ms for span in function_outages(journal)["work"]] == [back - 5 * MIN]
    assert waits(rows(journal)["restart[work]"]) == [("travel", ("wang",), 5 * MIN)]


def test_a_second_loss_overtakes_a_restart_and_begins_it_anew() -> None:
    restart = {"restart": {"takes": "20 min"}}
    again = {"at": "15 min", "fault": "source_lost", "on": "feeder-S1", "for": "10 min"}
    journal = play(dossier(grid("S1 A cb", loads={"A": 0.1}), site=site(**restart)), [lost(10), again])
    assert states(journal)[-1] == (45 * MIN, "normal")
    assert [state for _, state in states(journal)].count("restarting") == 2


def test_a_restart_whose_needs_have_gone_again_does_not_end_the_loss_for_an_instant() -> None:
    """The loss goes on as one interruption; in two parts it might seem to keep a limit."""
    restart = {"restart": {"takes": "20 min"}}
    again = {"at": "12 min", "fault": "source_lost", "on": "feeder-S1", "for": "20 min"}
    journal = play(dossier(grid("S1 A cb", loads={"A": 0.1}), site=site(**restart)), [lost(10), again])
    assert states(journal)[3:] == [(17 * MIN, "lost"), (32 * MIN, "restarting"), (52 * MIN, "normal")]
    assert [span.ms for span in function_outages(journal)["work"]] == [(52 - 5) * MIN]


def test_harm_is_for_good() -> None:
    harm = {"harm": {"after": "20 min", "what": "patients"}}
    of = dossier(grid("S1 A cb", loads={"A": 0.1}), site=site(**harm))
    assert states(play(of, [lost(24)]))[-1] == (24 * MIN, "normal")
    assert states(play(of, [lost(26)]))[-1] == (25 * MIN, "harmed")
    assert [span.open for span in function_outages(play(of, [lost(26)]))["work"]] == [True]


def test_each_need_has_its_own_ride_through_and_any_of_two_is_enough() -> None:
    network = grid("S1 A cb", "S2 B cb", "S3 C cb", loads={"A": 0.1, "B": 0.1, "C": 0.1})
    needs = {"all": [{"load": "load-A", "rides": "30 s"}, {"any": ["load-B", "load-C"], "rides": "10 min"}]}
    of = dossier(network, site={"functions": {"work": {"needs": needs}}})
    assert states(play(of, [lost(20, "feeder-S2")])) == []
    both = play(of, [lost(20, "feeder-S2"), lost(20, "feeder-S3")])
    assert states(both) == [(0, "riding_through"), (10 * MIN, "lost"), (20 * MIN, "normal")]
    assert states(play(of, [lost(20)]))[1] == (30_000, "lost")


def cooled(need: dict[str, Any]) -> Compiled:
    """Three chillers of 100, 150 and 200 kW on feeders of their own, and a hall that rides through 5 min."""
    network = grid("S1 A cb", "S2 B cb", "S3 C cb", loads={"A": 0.1, "B": 0.15, "C": 0.2})
    some = {"any": ["load-A", "load-B", "load-C"], "rides": "5 min", **need}
    return dossier(network, site={"functions": {"hall": {"needs": some}}})


@pytest.mark.parametrize(
    ("need", "gone", "is_lost"),
    [
        ({"at_least": "2"}, ["S1"], False),
        ({"at_least": "2"}, ["S1", "S3"], True),
        ({"at_least": "3"}, ["S2"], True),
        ({"kw": "300"}, ["S1"], False),
        ({"kw": "300"}, ["S2"], False),
        ({"kw": "300"}, ["S3"], True),
        ({"kw": "350"}, ["S1"], False),
        ({"kw": "360"}, ["S1"], True),
    ],
)
def test_of_several_so_many_or_so_many_kw_have_to_be_there(
    need: dict[str, Any], gone: list[str], is_lost: bool
) -> None:
    journal = play(cooled(need), [lost(20, f"feeder-{feeder}") for feeder in gone])
    expected = [(0, "riding_through"), (5 * MIN, "lost"), (20 * MIN, "normal")] if is_lost else []
    assert states(journal, "hall") == expected


def test_two_of_three_chillers_with_a_ride_of_their_own_are_ridden_through_apart() -> None:
    parts = [{"load": f"load-{bus}", "rides": "2 min"} for bus in "ABC"]
    journal = play(cooled({"any": parts, "at_least": "2", "rides": "0 s"}), [lost(20), lost(20, "feeder-S2")])
    assert states(journal, "hall") == [(0, "riding_through"), (2 * MIN, "lost"), (20 * MIN, "normal")]


@pytest.mark.parametrize(
    ("need", "code"),
    [
        ({"load": "load-A", "at_least": "2"}, "need-count-without-any"),
        ({"all": ["load-A", "load-B"], "kw": "100"}, "need-count-without-any"),
        ({"any": ["load-A", "load-B"], "at_least": "2", "kw": "100"}, "need-count-two-ways"),
        ({"any": ["load-A", "load-B"], "at_least": "3"}, "need-count-too-many"),
    ],
)
def test_a_count_that_cannot_be_meant_is_refused(need: dict[str, Any], code: str) -> None:
    with pytest.raises(ValidationError, match=code):
        Need.model_validate(need)


def test_a_function_that_needs_another_is_lost_after_its_own_time() -> None:
    functions = {
        "surgery": {"needs": {"all": [{"function": "gas", "rides": "5 min"}]}},
        "gas": {"needs": {"load": "load-A", "rides": "8 min"}},
    }
    of = dossier(grid("S1 A cb", loads={"A": 0.1}), site={"functions": functions})
    journal = play(of, [lost(30)])
    assert states(journal, "gas")[1] == (8 * MIN, "lost")
    assert states(journal, "surgery") == [(8 * MIN, "riding_through"), (13 * MIN, "lost"), (30 * MIN, "normal")]
    because = next(e.data["because"] for e in journal.of("function_changed") if e.data["function"] == "surgery")
    assert because == ["gas"]


@pytest.mark.parametrize(
    ("events", "may_enter_ms"),
    [
        ([{"fault": "zone_lost"}], 5 * MIN),
        ([{"fault": "zone_lost", "for": "20 min"}], 20 * MIN),
        ([{"fault": "zone_lost"}, {"fault": "zone_no_access", "for": "30 min"}], 30 * MIN),
        ([{"fault": "zone_no_access"}], None),
    ],
)
def test_a_lost_zone_bars_the_way_as_long_as_an_event_says(
    events: list[dict[str, Any]], may_enter_ms: int | None
) -> None:
    places = {"room": {}, "dispatch": {}, "home": {}, "hv": {"zone": "cellar"}}
    zone = {"places": places, "zones": {"cellar": {"contains": ["A-C", "load-C"]}}}
    look = step("L", "electrician", "check", place="hv", takes="1 min")
    of = dossier(
        grid("S1 A cb", "A C cb", loads={"A": 0.1, "C": 0.1}),
        site=zone | {"observations": {"lights": {"sees": [{"load": "load-A"}], "shown_at": "room"}}},
        cards=[card("K", "electrician", {"load": "load-A", "is": "dead"}, look)],
    )
    journal = play(of, [lost(50), *({"at": "0 s", "on": "cellar", **event} for event in events)], "1 h")
    assert [e.t_ms for e in journal.of("step_begins")] == ([] if may_enter_ms is None else [may_enter_ms])


def test_a_lost_zone_takes_its_loads_pumps_and_switches() -> None:
    network = grid("S1 A cb", "A B cb", "A C cb", loads={"A": 0.1, "B": 0.1, "C": 0.1})
    places = {"room": {}, "dispatch": {}, "home": {}, "hv": {"zone": "cellar"}}
    zone = {"places": places, "zones": {"cellar": {"contains": ["B", "A-C", "load-C"]}}}
    journal = play(dossier(network, site=zone), [{"at": "1 min", "fault": "zone_lost", "on": "cellar"}])
    assert [e.data["device"] for e in journal.of("protection_trips")] == ["A-B"]
    assert sorted(load for load, spans in load_outages(journal).items() if spans[-1].open) == ["load-B", "load-C"]


@pytest.mark.parametrize(
    ("zone", "elements", "lost", "tripped"),
    [
        ({}, {}, ["feeder-S1", "feeder-S2"], []),
        ({"contains": ["A-B"]}, {}, ["feeder-S2"], ["S1-A"]),
        ({}, {"A-B": {"route": ["duct"]}}, ["feeder-S2"], ["S1-A"]),
    ],
)
def test_a_lost_zone_takes_what_runs_through_it(
    zone: dict[str, Any], elements: dict[str, Any], lost: list[str], tripped: list[str]
) -> None:
    network = grid("S1 A cb", "A B", "S2 C cb", "B C open", loads={"B": 0.1, "C": 0.1})
    feeder = {"kind": "feeder", "route": ["duct"]}
    site = {"zones": {"duct": zone}, "elements": elements, "sources": {"feeder-S1": feeder, "feeder-S2": feeder}}
    journal = play(dossier(network, site=site), [{"at": "1 min", "fault": "zone_lost", "on": "duct"}])
    assert [e.data["source"] for e in journal.of("source_lost")] == lost
    assert [e.data["device"] for e in journal.of("protection_trips")] == tripped


def test_a_wait_at_zero_shortens_what_it_cost_and_nothing_before_it() -> None:
    dark = {"load": "load-A", "is": "dead"}
    trip = step("T", "electrician", "close", target="A-B", place="hv", requires=[{"load": "load-A", "is": "dead"}])
    network = grid("S1 A cb", "A B open", loads={"A": 0.1, "B": 0.1})
    lights = {"lights": {"sees": [{"load": "load-A"}], "shown_at": "room"}}
    of = dossier(network, site={"observations": lights}, cards=[card("K", "electrician", dark, trip)])
    played = case(of, [lost(30)])
    as_it_is, at_once = simulate(played), simulate(played, what_if=WhatIf(frozenset({("T", "travel")})))
    assert rows(as_it_is)["T"].finished_ms == 6 * MIN
    assert rows(at_once)["T"].finished_ms == 1 * MIN
    assert rows(at_once)["T"].waits == ()


def test_a_lost_function_does_not_begin_again_while_a_need_is_only_ridden_through() -> None:
    network = grid("S1 A cb", "S2 B cb", loads={"A": 0.1, "B": 0.1})
    needs = {"all": [{"load": "load-A", "rides": "5 min"}, {"load": "load-B", "rides": "30 min"}]}
    of = dossier(network, site={"functions": {"work": {"needs": needs, "restart": {"takes": "10 min"}}}})
    journal = play(of, [lost(10), lost(20, "feeder-S2")])
    assert states(journal)[1:] == [(5 * MIN, "lost"), (20 * MIN, "restarting"), (30 * MIN, "normal")]


# -- safe stop, what a loss does to loads, order of restarts, measures -----------------------------------------------
def test_a_safe_stop_in_time_saves_from_harm_and_one_too_late_does_not() -> None:
    harm = {"harm": {"after": "20 min", "what": "reactor"}}
    stop = {"safe_stop": {"takes": "12 min", "by": "electrician", "place": "room"}}
    in_time = dossier(grid("S1 A cb", loads={"A": 0.1}), site=site(**harm, **stop))
    assert states(play(in_time, [lost(60)], "2 h"))[1:] == [
        (5 * MIN, "lost"),
        (17 * MIN, "safe_stopped"),
        (60 * MIN, "normal"),
    ]
    late: dict[str, Any] = {"safe_stop": {"takes": "12 min", "by": "electrician", "place": "hv"}}
    late["harm"] = {"after": "15 min", "what": "x"}
    too_late = dossier(grid("S1 A cb", loads={"A": 0.1}), site=site(**late))
    assert states(play(too_late, [lost(60)], "2 h"))[-1] == (20 * MIN, "harmed")


def test_without_a_role_it_stops_safely_by_itself_and_is_restarted_from_there() -> None:
    facts = {"safe_stop": {"takes": "1 min"}, "restart": {"takes": "30 min"}}
    journal = play(dossier(grid("S1 A cb", loads={"A": 0.1}), site=site(**facts)), [lost(10)], "2 h")
    assert states(journal)[2:] == [(6 * MIN, "safe_stopped"), (10 * MIN, "restarting"), (40 * MIN, "normal")]


def test_power_back_before_it_is_stopped_ends_the_safe_stop() -> None:
    facts = {"safe_stop": {"takes": "30 min"}, "restart": {"takes": "5 min"}}
    journal = play(dossier(grid("S1 A cb", loads={"A": 0.1}), site=site(**facts)), [lost(10)], "2 h")
    assert states(journal)[2:] == [(10 * MIN, "restarting"), (15 * MIN, "normal")]


def test_a_lost_function_switches_loads_off_and_its_own_come_back_with_it() -> None:
    network = grid("S1 A cb", "S2 B cb", "B C cb", loads={"A": 0.1, "B": 0.1, "C": 0.1})
    needs = {"all": [{"load": "load-A", "rides": "5 min"}, "load-B"]}
    work: dict[str, Any] = {
        "needs": needs,
        "restart": {"takes": "10 min"},
        "on_lost": [{"load": ["load-B", "load-C"], "after": "1 min"}],
    }
    of = dossier(network, site={"functions": {"work": work}})
    journal = play(of, [lost(10)])
    switched = [(e.t_ms, e.data["load"], e.data["on"]) for e in journal.of("load_switched")]
    assert switched == [
        (6 * MIN, "load-B", False),
        (6 * MIN, "load-C", False),
        (20 * MIN, "load-B", True),
    ]
    assert states(journal)[1:] == [(5 * MIN, "lost"), (10 * MIN, "restarting"), (20 * MIN, "normal")]
    assert [span.open for span in load_outages(journal)["load-C"]] == [True]


def test_functions_restart_in_their_order() -> None:
    network = grid("S1 A cb", loads={"A": 0.1})
    functions = {
        "network": {"needs": "load-A", "restart": {"takes": "20 min"}},
        "check-in": {"needs": "load-A", "restart": {"takes": "10 min"}, "after": ["network"]},
    }
    journal = play(dossier(network, site={"functions": functions}), [lost(10)], "2 h")
    assert states(journal, "network") == [(0, "lost"), (10 * MIN, "restarting"), (30 * MIN, "normal")]
    assert states(journal, "check-in") == [(0, "lost"), (30 * MIN, "restarting"), (40 * MIN, "normal")]


def test_a_measure_bridges_what_it_replaces_for_its_time() -> None:
    facts: dict[str, Any] = {"functions": {"ventilation": {"needs": {"load": "load-A", "rides": "2 min"}}}}
    facts["measures"] = {"by-hand": {"replaces": "load-A", "lasts": "20 min"}}
    of = dossier(grid("S1 A cb", loads={"A": 0.1}), site=facts)
    run = fresh_run(of, [lost(60)], "2 h")
    run.advance(MIN)
    over: list[int] = []
    assert run._plant.functions.measures.begins("by-hand", lambda: over.append(run.now))
    run.advance(7_200_000)
    journal = run.finish()
    assert states(journal, "ventilation") == [
        (0, "riding_through"),
        (MIN, "normal"),
        (21 * MIN, "riding_through"),
        (23 * MIN, "lost"),
        (60 * MIN, "normal"),
    ]
    assert over == [21 * MIN]
    assert not run._plant.functions.measures.begins("by-hand")


def test_people_stop_a_function_in_good_order_before_the_loss_and_it_stays_stopped() -> None:
    network = grid("S1 A cb", "S2 B cb", loads={"A": 0.1, "B": 0.1})
    stop = step("T", "electrician", "stop", target="work", takes="8 min")
    harm = {"harm": {"after": "1 min", "what": "reactor"}}
    facts: dict[str, Any] = {"functions": {"work": {"needs": "load-A", **harm}}}
    facts["observations"] = {"lights": {"sees": [{"load": "load-B"}], "shown_at": "room"}}
    of = dossier(network, site=facts, cards=[card("K", "electrician", {"load": "load-B", "is": "dead"}, stop)])
    journal = play(of, [lost(30, "feeder-S2"), lost(10) | {"at": "20 min"}])
    assert states(journal) == [(8 * MIN, "safe_stopped")]


def _stopped(*more: dict[str, Any], **work: Any) -> Journal:
    """S2 is lost and a lamp says so; the work on A is stopped from 0 to 8 min, A is dark from 20 to 30 min."""
    network = grid("S1 A cb", "S2 B cb", loads={"A": 0.1, "B": 0.1})
    stop = step("T", "electrician", "stop", target="work", takes="8 min")
    facts: dict[str, Any] = {"functions": {"work": {"needs": "load-A", **work}}}
    facts["observations"] = {"lights": {"sees": [{"load": "load-B"}], "shown_at": "room"}}
    of = dossier(network, site=facts, cards=[card("K", "electrician", {"load": "load-B", "is": "dead"}, stop, *more)])
    return play(of, [lost(50, "feeder-S2"), lost(10) | {"at": "20 min"}])


def test_what_the_plan_has_stopped_a_step_of_the_plan_starts_again() -> None:
    again = step("U", "electrician", "start", target="work", takes="4 min", after=["T"])
    assert states(_stopped(again)) == [
        (8 * MIN, "safe_stopped"),
        (12 * MIN, "normal"),
        (20 * MIN, "lost"),
        (30 * MIN, "normal"),
    ]
    restart = {"restart": {"takes": "1 h"}}
    assert states(_stopped(again, **restart))[1] == (12 * MIN, "normal")  # the step is the restart


def _idle(**start: Any) -> Journal:
    """A is dark from 0 to 30 min; a mode in which the work stands."""
    facts = site(harm={"after": "1 min", "what": "reactor"}, restart={"takes": "1 min"})
    facts["modes"] = {"idle": {"set": {"work": "off"}}}
    return play(dossier(grid("S1 A cb", loads={"A": 0.1}), site=facts), [lost(30)], **start)


@pytest.mark.parametrize("start", [{"mode": "idle"}, {"set": [{"target": "work", "to": "off"}]}])
def test_what_stands_in_good_order_when_the_run_begins_is_neither_lost_nor_harmed(start: dict[str, Any]) -> None:
    journal = _idle(**start)
    assert states(journal) == []
    assert next(iter(journal.of("initial_state"))).data["functions"] == {"work": "safe_stopped"}
    assert [state for _, state in states(_idle())] == ["riding_through", "lost", "harmed"]


def test_a_scenario_may_have_at_work_what_stands_in_its_mode() -> None:
    journal = _idle(mode="idle", set=[{"target": "work", "to": "on"}])
    assert [state for _, state in states(journal)] == ["riding_through", "lost", "harmed"]


def test_a_step_cannot_start_a_function_whose_needs_are_not_there() -> None:
    late = step("U", "electrician", "start", target="work", takes="15 min", after=["T"])
    journal = _stopped(late)
    assert (rows(journal)["U"].state, states(journal)) == ("failed", [(8 * MIN, "safe_stopped")])


# -- knowing that it is back, or gone --------------------------------------------------------------------------------
def _restarted(sees: dict[str, Any] | None, delay: str = "0 s", *, told: bool = False) -> Journal:
    network = grid("S1 A cb", "S2 B cb", loads={"A": 0.1, "B": 0.1})
    restart = {"restart": {"takes": "20 min", "by": "dispatcher"}}
    facts: dict[str, Any] = {"functions": {"work": {"needs": "load-A", **restart}}}
    shown = {} if sees is None else {"screen": {"sees": [sees], "shown_at": "dispatch", "delay": delay}}
    facts["observations"] = {"lights": {"sees": [{"load": "load-A"}], "shown_at": "room"}, **shown}
    report = step(
        "T",
        "electrician",
        "report",
        takes="1 min",
        tells=[{"to": "dispatcher", "channel": "phone", "facts": ["load-A"], "takes": "0 s"}],
    )
    back = {"load": "load-A", "is": "live"}
    return play(
        dossier(
            network,
            site=facts,
            cards=[card("K", "electrician", back, *([report] if told else []), step("Z", "electrician"))],
        ),
        [lost(10)],
        "2 h",
    )


@pytest.mark.parametrize(
    ("sees", "begins"),
    [
        ({"load": "load-A"}, 10 * MIN),
        ({"bus": "A"}, 10 * MIN),  # the board that feeds it
        ({"function": "work"}, None),  # that it does not work shows, not that power is back
        ({"bus": "B"}, None),
    ],
)
def test_whoever_restarts_must_know_that_power_is_back(sees: dict[str, Any], begins: int | None) -> None:
    row = rows(_restarted(sees))["restart[work]"]
    assert row.started_ms == begins
    if begins is None:
        assert waits(row)[0][:2] == ("not_known", ("load-A",))


def test_what_was_believed_before_the_loss_is_no_news_of_its_end() -> None:
    assert rows(_restarted(None))["restart[work]"].started_ms is None


def test_who_is_told_that_power_is_back_begins_then() -> None:
    assert rows(_restarted(None, told=True))["restart[work]"].started_ms == 11 * MIN


def test_who_sees_it_late_begins_late() -> None:
    assert rows(_restarted({"load": "load-A"}, "90 s"))["restart[work]"].started_ms == 11.5 * MIN


def test_of_two_that_may_stand_for_one_another_one_that_is_known_is_enough() -> None:
    network = grid("S1 A cb", "S2 B cb", loads={"A": 0.1, "B": 0.1})
    work = {"needs": {"any": ["load-A", "load-B"]}, "restart": {"takes": "20 min", "by": "electrician"}}
    lamp = {"lights": {"sees": [{"load": "load-B"}], "shown_at": "room"}}
    of = dossier(network, site={"functions": {"work": work}, "observations": lamp})
    journal = play(of, [lost(10), lost(15, "feeder-S2")], "2 h")
    assert rows(journal)["restart[work]"].started_ms == 15 * MIN  # of A, back for five minutes, he has not heard


def test_a_restart_that_a_new_loss_overtakes_before_anybody_could_begin_is_skipped() -> None:
    facts = site(restart={"takes": "20 min", "by": "electrician"})
    facts["observations"]["lights"]["delay"] = "8 min"
    of = dossier(grid("S1 A cb", loads={"A": 0.1}), site=facts)
    journal = play(of, [lost(10), lost(30) | {"at": "12 min"}], "2 h")
    found = rows(journal)
    assert (found["restart[work]"].state, found["restart[work]"].why) == ("skipped", "not_needed")
    assert found["restart[work]2"].started_ms == 50 * MIN


@pytest.mark.parametrize(("shown_at", "state"), [("room", "safe_stopped"), ("dispatch", "harmed")])
def test_nobody_stops_in_time_what_he_does_not_know_to_be_lost(shown_at: str, state: str) -> None:
    facts = site(harm={"after": "20 min", "what": "reactor"}, safe_stop={"takes": "2 min", "by": "electrician"})
    facts["observations"]["lights"]["shown_at"] = shown_at
    journal = play(dossier(grid("S1 A cb", loads={"A": 0.1}), site=facts), [lost(60)])
    assert states(journal)[2][1] == state


# -- a measure in a function's place -----------------------------------------------------------------------------------
def _ventilated(lasts: str) -> list[tuple[int, str]]:
    facts = site(harm={"after": "10 min", "what": "patients"})
    facts["measures"] = {"by-hand": {"replaces": "work", "lasts": lasts}}
    apply = step("T", "electrician", "apply", target="by-hand", takes="8 min")
    cards = [card("K", "electrician", {"load": "load-A", "is": "dead"}, apply)]
    return states(play(dossier(grid("S1 A cb", loads={"A": 0.1}), site=facts, cards=cards), [lost(60)], "2 h"))


def test_a_measure_that_replaces_a_function_holds_its_harm_up_while_it_lasts() -> None:
    assert _ventilated("70 min")[1:] == [(5 * MIN, "lost"), (60 * MIN, "normal")]
    assert _ventilated("30 min")[1:] == [(5 * MIN, "lost"), (45 * MIN, "harmed")]  # 3 min gone before, 7 after it


def test_applied_before_the_ride_through_is_over_it_keeps_the_function_from_being_lost() -> None:
    facts = site()
    facts["measures"] = {"by-hand": {"replaces": "work", "lasts": "20 min"}}
    apply = step("T", "electrician", "apply", target="by-hand", takes="2 min")
    cards = [card("K", "electrician", {"load": "load-A", "is": "dead"}, apply)]
    found = states(play(dossier(grid("S1 A cb", loads={"A": 0.1}), site=facts, cards=cards), [lost(60)], "2 h"))
    assert found == [(0, "riding_through"), (22 * MIN, "lost"), (60 * MIN, "normal")]


# -- stores ----------------------------------------------------------------------------------------------------------
def test_chilled_water_carries_the_cooling_while_the_chiller_stands() -> None:
    """1200 l at 60 l/min last 20 min; the hall rides 5 min more without cooling."""
    network = grid("S1 A cb", "S2 B cb", loads={"A": 0.1, "B": 0.01})
    store = {
        "holds": "chilled water",
        "capacity_l": "1200",
        "level_l": "1200",
        "out": [{"to": "load-B", "l_per_min": "60", "while_dead": ["load-A"]}],
    }
    functions = {
        "cooling": {"needs": {"all": ["load-B", {"any": ["load-A", {"store": "tank"}]}]}},
        "hall": {"needs": {"function": "cooling", "rides": "5 min"}},
    }
    of = dossier(network, site={"stores": {"tank": store}, "functions": functions})
    journal = play(of, [lost(60)], "2 h")
    assert [e.t_ms for e in journal.of("store_empty")] == [20 * MIN]
    assert states(journal, "cooling") == [(20 * MIN, "lost"), (60 * MIN, "normal")]
    assert states(journal, "hall")[1] == (25 * MIN, "lost")
    assert states(play(of, [lost(19)]), "cooling") == []


def test_a_load_draws_from_a_store_while_it_is_live_and_a_function_while_it_works() -> None:
    network = grid("S1 A cb", "S2 B cb", loads={"A": 0.1, "B": 0.1})
    store: dict[str, Any] = {"holds": "oxygen", "capacity_l": "6000", "level_l": "6000"}
    store["out"] = [{"to": "load-A", "l_per_min": "10"}, {"to": "work", "l_per_min": "20"}]
    of = dossier(network, site={"stores": {"bottles": store}, "functions": {"work": {"needs": "load-B"}}})
    end = play(of, [lost(30), lost(15, "feeder-S2")]).events[-1].data["fuel_l"]["bottles"]
    assert end["out"] == pytest.approx(10 * 30 + 20 * 45, abs=0.1)
    assert end["start"] + end["in"] - end["out"] == pytest.approx(end["end"], abs=1e-3)


def test_a_pump_that_has_sucked_its_tank_dry_waits_for_a_little_to_be_there() -> None:
    """5 l/min come into the bulk tank, 20 l/min are drawn: no switching on and off without end."""
    network = grid("S1 A cb", loads={"A": 0.1, "S1": 0.01})
    stores = {
        "bulk": {"holds": "x", "capacity_l": "1000", "level_l": "10", "in": [{"by": "load-S1", "l_per_min": "5"}]},
        "day": {
            "holds": "x", "capacity_l": "1000", "level_l": "0",
            "in": [{"by": "load-A", "l_per_min": "20", "from": "bulk"}],
        },
    }  # fmt: skip
    journal = play(dossier(network, site={"stores": stores}))
    assert 1 < len([e for e in journal.of("pump_stopped") if e.data["cause"] == "upstream_empty"]) < 40
    balance = journal.events[-1].data["fuel_l"]
    assert balance["bulk"]["out"] == pytest.approx(balance["day"]["in"], abs=0.01)
    for tank in balance.values():
        assert tank["start"] + tank["in"] - tank["out"] == pytest.approx(tank["end"], abs=0.01)

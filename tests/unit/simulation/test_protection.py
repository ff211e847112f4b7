"""Short circuits: who trips, who backs up, what stays.

feeder-S1 -- HEAD -- A -- X -- B -- Y -- C -- load-C        breakers HEAD, X, Y
                     |
                   load-A
"""

from __future__ import annotations

from typing import Any

from drillsim.journal import Journal
from drillsim.journal.timeline import load_outages
from drillsim.network import compile_network, conducting, live_nodes
from drillsim.schema.network import Network
from helpers.cards import card, step
from helpers.grids import grid
from helpers.play import dossier, play, told


def radial() -> Network:
    return grid("S1 A cb", "A B cb", "B C cb", loads={"A": 0.2, "B": 0.1, "C": 0.1})


def short(on: str, **more: Any) -> dict[str, Any]:
    return {"at": "10 s", "fault": "short_circuit", "on": on, **more}


def tripped(journal: Journal) -> list[tuple[str, bool, bool]]:
    return [(e.data["device"], e.data["backup"], e.data["assumed"]) for e in journal.of("protection_trips")]


def dark(journal: Journal) -> list[str]:
    """Loads that stay dark; those beside a fault are without until it is cleared."""
    return [load for load, spans in load_outages(journal).items() if any(span.open for span in spans)]


def test_the_nearest_device_with_a_live_source_behind_it_trips_and_says_that_selectivity_is_assumed() -> None:
    journal = play(dossier(radial()), [short("C")])
    assert tripped(journal) == [("B-C", False, True)]
    assert dark(journal) == ["load-C"]
    assert [span.ms for load in ("load-A", "load-B") for span in load_outages(journal)[load]] == [80, 80]


def test_one_that_stays_closed_is_backed_up_by_the_next() -> None:
    stuck = {"at": "0 s", "fault": "fails_to_operate", "on": "B-C", "to": "open"}
    journal = play(dossier(radial()), [stuck, short("C")])
    assert tripped(journal) == [("B-C", False, True), ("A-B", True, True)]
    assert [e.data["switch"] for e in journal.of("switch_stuck")] == ["B-C"]
    assert sorted(set(dark(journal))) == ["load-B", "load-C"]


def test_a_device_with_stages_waits_for_its_stage() -> None:
    stages = {"devices": {"B-C": {"trips": [{"above_a": "600", "after": "500 ms"}]}}}
    journal = play(dossier(radial(), site=stages), [short("C")])
    assert [e.t_ms for e in journal.of("protection_trips")] == [10_000 + 500 + 80]
    assert tripped(journal) == [("B-C", False, False)]


def test_a_fault_with_no_device_before_the_feeder_makes_the_feeder_clear_itself() -> None:
    network = grid("S1 A", "A B cb", loads={"A": 0.1, "B": 0.1})
    journal = play(dossier(network), [short("A", **{"for": "10 min"})])
    assert [row[2:] for row in told(journal, "source_lost")] == [("feeder-S1", "fault")]
    assert [e.t_ms for e in journal.of("source_back")] == [10_000 + 600_000 + 60_000]


def test_a_device_on_the_dead_side_stays() -> None:
    journal = play(dossier(radial()), [short("B")])
    assert [device for device, _, _ in tripped(journal)] == ["A-B"]


def test_opening_a_load_switch_beside_the_fault_lets_the_rest_be_restored() -> None:
    """The fault sits behind load switch LS; the breaker tripped for it; LS opened, the breaker may close again."""
    network = grid("S1 A cb", "A B cb", "B C cb", loads={"B": 0.1, "C": 0.1})
    site = {"devices": {"B-C": {"kind": "load_switch", "place": "hv"}, "A-B": {"place": "hv"}}}
    steps = [
        {"id": "T1", "text": "isolate", "do": "open", "target": "B-C", "by": "electrician", "takes": "60 s"},
        {
            "id": "T2",
            "text": "close",
            "do": "close",
            "target": "A-B",
            "by": "electrician",
            "takes": "60 s",
            "after": "T1",
        },
    ]
    lights = {"observations": {"o": {"sees": [{"load": "load-B"}], "shown_at": "room"}}}
    card = {
        "id": "K",
        "title": "isolate and restore",
        "trigger": {"load": "load-B", "is": "dead"},
        "activation": {"by": "electrician"},
        "steps": steps,
    }
    journal = play(dossier(network, site=site | lights, cards=[card]), [short("C")])
    assert [row[2] for row in told(journal, "load_restored")] == ["load-B"]
    assert len(tripped(journal)) == 1


def test_closing_onto_a_fault_nobody_saw_trips_again_and_one_who_saw_the_trip_does_not_close() -> None:
    def played(place: str) -> Journal:
        site = {
            "devices": {"A-B": {"place": place}, "S1-A": {"place": "hv"}},
            "observations": {"o": {"sees": [{"load": "load-B"}], "shown_at": "room"}},
        }
        step = {
            "id": "T",
            "text": "close",
            "do": "close",
            "target": "A-B",
            "by": "electrician",
            "place": "hv",
            "takes": "60 s",
        }
        card = {
            "id": "K",
            "title": "close",
            "trigger": {"load": "load-B", "is": "dead"},
            "activation": {"by": "electrician"},
            "steps": [step],
        }
        return play(dossier(radial(), site=site, cards=[card]), [short("B")])

    blind = played("home")
    assert len(tripped(blind)) == 2
    assert "closing_onto_fault" in [e.data["hazard"] for e in blind.of("hazard")]
    saw = played("hv")
    assert len(tripped(saw)) == 1
    assert [e.data["state"] for e in saw.of("step_ends")] == ["failed"]


def test_who_saw_the_incomer_trip_does_not_close_the_tie_onto_the_board() -> None:
    """The tie itself has not tripped; the board's fault lies behind it all the same."""
    network = grid("S1 A cb", "A B cb", "S2 C cb", "B C open", loads={"B": 0.1, "C": 0.1})

    def played(place: str) -> Journal:
        site = {
            "devices": {"A-B": {"place": place}, "B-C": {"place": "hv"}},
            "observations": {"o": {"sees": [{"load": "load-B"}], "shown_at": "room"}},
        }
        tie = step("T", "electrician", "close", target="B-C", place="hv", takes="60 s")
        of = dossier(network, site=site, cards=[card("K", "electrician", {"load": "load-B", "is": "dead"}, tie)])
        return play(of, [short("B")])

    blind, saw = played("home"), played("hv")
    assert "closing_onto_fault" in [e.data["hazard"] for e in blind.of("hazard")]
    assert list(saw.of("hazard")) == []
    assert [e.data["state"] for e in saw.of("step_ends")] == ["failed"]


def test_overload_after_transfer_trips_by_the_current_balance() -> None:
    """Two incomers share two loads; one is lost, the tie closes, the other carries both and trips on overcurrent."""
    network = grid("S1 A cb", "S2 B cb", "A B open", loads={"A": 4.0, "B": 4.0})
    bzt = {"kind": "bus_tie_transfer", "incomers": ["S1-A", "S2-B"], "tie": "A-B", "delay": "3 s"}
    site = {"transfers": {"bzt": bzt}, "devices": {"S2-B": {"trips": [{"above_a": "300", "after": "10 s"}]}}}
    lost = {"at": "30 s", "fault": "source_lost", "on": "feeder-S1"}
    journal = play(dossier(network, site=site), [lost])
    moved = [(e.t_ms, e.data["switch"], e.data["cause"]) for e in journal.of("switch_moved")]
    assert moved[-1] == (33_160 + 10_000, "S2-B", "overload")


def test_live_buses_in_the_journal_are_those_a_graph_search_finds() -> None:
    network = radial()
    journal = play(dossier(network), [short("C")])
    net = compile_network(network)
    closed = bytearray(net.closed)
    closed[net.switch_index["B-C"]] = 0
    live = live_nodes(net, conducting(net, closed), [net.bus_index["S1"]])
    from drillsim.journal.timeline import state_at

    assert state_at(journal, 3_600_000).live == {bus for bus in net.bus_ids if live[net.bus_index[bus]]}

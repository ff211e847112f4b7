"""Steps that find their switches when they begin: they isolate, switch back and transfer as their performer knows.

S1 ─[S1-N]─ N ─•─ N-A ─•─ A ─•─ A-B ─•─ B ─•─ B-C ─•─ C ─/[S2-C]─ S2        [ ] breaker, • load switch, / open
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from drillsim.checks.inputs import Inputs
from drillsim.checks.rules.safe_switching import no_backfeed_reached
from drillsim.findings.view import View
from drillsim.journal import Journal
from drillsim.schema.network import Network
from helpers.cards import card, rows, step
from helpers.grids import grid
from helpers.play import case, dossier, play, told

MIN = 60_000
RING = ("S1 N cb", "N A line cb cb", "A B line cb cb", "B C line cb cb", "S2 C open")
LOADS = {"A": 0.1, "B": 0.1, "C": 0.1}
TRIPPED = {"switch": "S1-N", "is": "open"}
ISOLATE = step("isolate", "electrician", "open", find="around_fault")
BACK = step("back", "electrician", "close", find="opened_by_fault", after="isolate")
TRANSFER = step("transfer", "electrician", "close", find="ties", after="back")
AGAIN = step(
    "again",
    "electrician",
    "close",
    find="opened_by_fault",
    after="transfer",
    requires=[{"element": ["N-A", "A-B", "B-C"], "is": "sound"}],
)
FAULT = {"at": "0 s", "fault": "short_circuit", "on": "A-B", "for": "1 h"}


def ring(
    *steps: Mapping[str, Any],
    network: Network | None = None,
    devices: Mapping[str, Mapping[str, Any]] | None = None,
    trigger: Mapping[str, Any] = TRIPPED,
    **more: Any,
) -> Any:
    """The ring, all its devices in the electrician's room; `devices` says more of some."""
    net = network or grid(*RING, loads=LOADS)
    facts: dict[str, dict[str, Any]] = {
        row.name: {"place": "room", "kind": "breaker" if row.et == "b" else "load_switch"} for row in net.switch
    }
    for name, each in (devices or {}).items():
        facts[name] = facts[name] | dict(each)
    site = {"devices": facts, **more.pop("site", {})}
    return dossier(net, site=site, cards=[card("k", "electrician", dict(trigger), *map(dict, steps))], **more)


def moves(journal: Journal) -> list[tuple[str, bool]]:
    """Switches moved by steps, in order: id, and whether it was closed."""
    return [(e.data["switch"], e.data["closed"]) for e in journal.of("switch_moved") if e.data["cause"] == "step"]


def found(journal: Journal) -> dict[str, list[str]]:
    return {str(e.data["step"]): e.data["targets"] for e in journal.of("targets_found")}


def run(*steps: Mapping[str, Any], events: Sequence[Mapping[str, Any]] = (FAULT,), **more: Any) -> Journal:
    return play(ring(*steps, **more), events, "3 h")


def test_a_fault_is_isolated_the_rest_fed_from_both_sides_and_the_whole_restored_after_repair() -> None:
    journal = run(ISOLATE, BACK, TRANSFER, AGAIN)
    assert found(journal) == {
        "isolate": ["A-B.A", "A-B.B"],
        "back": ["S1-N"],
        "transfer": ["S2-C"],
        "again": ["A-B.A"],  # the cable is live again; its other end stays open, or it would join two systems
    }
    opened, closed = ["A-B.A", "A-B.B"], ["S1-N", "S2-C", "A-B.A"]
    assert moves(journal) == [*((name, False) for name in opened), *((name, True) for name in closed)]
    assert {row.state for row in rows(journal).values()} == {"done"}
    assert [hazard for _, _, hazard, *_ in told(journal, "hazard") if hazard == "paralleling"] == []


def test_a_part_that_can_only_wait_is_back_after_repair() -> None:
    journal = run(ISOLATE, BACK, TRANSFER, AGAIN, network=grid(*RING[:-1], loads=LOADS))
    assert found(journal)["transfer"] == []
    assert found(journal)["again"] == ["A-B.A", "A-B.B"]
    back = {load: t_ms for t_ms, _, load, _ in told(journal, "load_restored")}
    assert back["load-A"] < 10 * MIN
    assert back["load-B"] == back["load-C"] == 62 * MIN  # the fault is gone after 60, each switch takes one minute


def test_the_step_waits_until_the_fault_is_found() -> None:
    site = {"elements": {"A-B": {"found_in": "25 min"}}}
    journal = run(ISOLATE, site=site)
    assert told(journal, "fault_found") == [(25 * MIN + 80, "fault_found", "A-B", "isolate", "wang")]
    assert [t for t, *_ in told(journal, "switch_moved")] == [80, 26 * MIN + 80, 27 * MIN + 80]


def test_who_does_not_know_of_the_trip_finds_nothing() -> None:
    site = {"observations": {"lamp": {"sees": [{"load": "load-A"}], "shown_at": "room"}}}
    away = {name: {"place": "hv"} for name in ("S1-N", "N-A.N", "N-A.A", "A-B.A", "A-B.B", "B-C.B", "B-C.C", "S2-C")}
    journal = run(ISOLATE, devices=away, site=site, trigger={"load": "load-A", "is": "dead"})
    assert found(journal) == {"isolate": []}
    assert (rows(journal)["isolate"].state, rows(journal)["isolate"].why) == ("skipped", "nothing_found")
    assert moves(journal) == []


def test_a_switch_that_stays_closed_keeps_the_breaker_open() -> None:
    """Nobody closes onto a fault he knows of, and the part beyond is still joined to it."""
    stuck = {"at": "0 s", "fault": "fails_to_operate", "on": "A-B.A"}
    journal = run(ISOLATE, BACK, TRANSFER, events=[FAULT, stuck])
    assert found(journal)["back"] == []
    assert moves(journal) == [("A-B.B", False), ("S2-C", True)]


def test_of_two_ways_to_one_dead_part_one_is_closed() -> None:
    journal = run(ISOLATE, BACK, TRANSFER, network=grid(*RING, "S3 B open", loads=LOADS))
    assert found(journal)["transfer"] == ["S2-C"]


def test_two_switches_in_one_way_are_closed_together() -> None:
    journal = run(ISOLATE, BACK, TRANSFER, network=grid(*RING[:-1], "S2 C line open open", loads=LOADS))
    assert found(journal)["transfer"] == []  # each end is a way of its own, and neither brings supply alone
    journal = run(ISOLATE, BACK, TRANSFER, network=grid(*RING[:-1], "S2 T open", "T C line cb -", loads=LOADS))
    assert found(journal)["transfer"] == ["S2-T"]


def test_a_tie_an_interlock_holds_open_is_none() -> None:
    lock = {"of": ["S2-C", "N-A.N"], "closed_at_most": 1, "kind": "procedural"}
    journal = run(ISOLATE, BACK, TRANSFER, site={"interlocks": [lock]})
    assert found(journal)["transfer"] == []


def test_a_tie_to_a_dead_supply_is_none() -> None:
    lost = {"at": "0 s", "fault": "source_lost", "on": "feeder-S2"}
    lamps = {"observations": {"panel": {"sees": [{"source": ["feeder-S2"]}], "shown_at": "room"}}}
    assert found(run(ISOLATE, BACK, TRANSFER, events=[FAULT, lost], site=lamps))["transfer"] == []


def test_switches_of_the_other_side_are_left_to_it() -> None:
    """The electrician isolates at the next switches of his own; the tie is the utility's."""
    journal = run(ISOLATE, BACK, TRANSFER, devices={"A-B.B": {"side": "utility"}, "S2-C": {"side": "utility"}})
    assert found(journal) == {"isolate": ["A-B.A", "B-C.B"], "back": ["S1-N"], "transfer": []}


def test_a_step_keeps_to_the_switches_it_names() -> None:
    only = {**ISOLATE, "find": {"what": "around_fault", "among": ["N-A.N", "B-C.C"]}}
    assert found(run(only)) == {"isolate": ["N-A.N", "B-C.C"]}


def test_permits_are_asked_for_what_was_found() -> None:
    permits = {"p": {"covers": ["S2-C"], "from": "dispatcher", "decides_in": "1 min", "channel": "phone", "refuses": 1}}
    journal = run(ISOLATE, BACK, TRANSFER, permits=permits)
    assert ("S2-C", True) not in moves(journal)
    assert (rows(journal)["transfer"].state, rows(journal)["transfer"].why) == ("failed", "permit_refused")


def test_a_target_that_is_none_any_more_at_its_turn_is_left_alone() -> None:
    """While one tie is closed the other closes by itself."""
    drawing = ("S1 N cb", "N A line cb cb", "N B line cb cb", "S2 A open", "S3 B open")
    fault = {"at": "0 s", "fault": "short_circuit", "on": "N", "for": "2 h"}
    slow = {**TRANSFER, "takes": "10 min"}
    itself = {"at": "8 min", "fault": "maloperates", "on": "S3-B", "to": "close"}
    journal = run(ISOLATE, BACK, slow, events=[fault, itself], network=grid(*drawing, loads={"A": 0.1, "B": 0.1}))
    assert found(journal)["transfer"] == ["S2-A", "S3-B"]
    assert [target for _, _, _, target in told(journal, "target_dropped")] == ["S3-B"]
    assert ("S3-B", True) not in moves(journal)
    assert rows(journal)["transfer"].state == "done"


def test_a_fuse_that_did_not_blow_is_taken_out_by_hand() -> None:
    network = grid("S1 N cb", "N A line cb -", "N B line cb -", loads={"A": 0.1, "B": 0.1})
    fuse = {"N-A.N": {"kind": "fuse", "fails_to_operate": 1}}
    fault = {"at": "0 s", "fault": "short_circuit", "on": "N-A", "for": "1 h"}
    journal = run(ISOLATE, BACK, events=[fault], network=network, devices=fuse)
    assert [device for _, _, device, *_ in told(journal, "protection_trips")] == ["N-A.N", "S1-N"]
    assert moves(journal) == [("N-A.N", False), ("S1-N", True)]


@pytest.mark.parametrize("action", ["omit", "neighbour"])
def test_a_slip_takes_the_place_of_what_was_found(action: str) -> None:
    slip = {"at": "0 s", "fault": "wrong_action", "on": "back", "action": action}
    instead = {"instead": "N-A.N"} if action == "neighbour" else {}
    journal = run(ISOLATE, BACK, events=[FAULT, slip | instead])
    assert ("S1-N", True) not in moves(journal)
    assert rows(journal)["back"].state == "done"


def test_findings_see_the_switches_a_step_found() -> None:
    of = ring(ISOLATE, BACK)
    journal = play(of, (FAULT,), "3 h")
    assert View(case(of, (FAULT,), "3 h"), journal).clauses["isolate"][1].target == ("A-B.A", "A-B.B")


def test_from_the_files_alone_nobody_can_say_whether_such_a_plan_is_safe() -> None:
    results = list(no_backfeed_reached(Inputs(ring(ISOLATE, BACK))))
    assert [(each.outcome, each.missing) for each in results] == [("unknown", "found-targets")]

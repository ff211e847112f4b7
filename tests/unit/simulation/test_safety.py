"""Making safe: what each verb of safety does, and the hazards of leaving one out.

S1 --(a)-- 1 --(b)-- 2      breakers a = S1-1.., all 10 kV; an earth E2 at bus 2
"""

from __future__ import annotations

from typing import Any

from drillsim.journal import Journal
from helpers.grids import grid
from helpers.play import ALL_DAY, PEOPLE, dossier, play, told
from helpers.play import case as case_of

SITE: dict[str, Any] = {
    "devices": {
        "S1-1": {"place": "room", "operates_in": "80 ms"},
        "1-2": {"place": "room", "operates_in": "80 ms"},
    },
    "earths": {"E2": {"at": "2", "place": "room"}},
}
PEOPLE2 = PEOPLE | {"li": {"name": "Li", "side": "customer", "shifts": ALL_DAY}}
ACTORS: dict[str, Any] = {
    "electrician": {"side": "customer", "held_by": ["wang"]},
    "second": {"side": "customer", "held_by": ["li"]},
    "dispatcher": {"side": "utility", "held_by": ["lin"]},
}
BOTH = {"operator": "electrician", "supervisor": "second"}


def _run(*steps: dict[str, Any], **site: Any) -> Journal:
    """The steps one after the other, from T0 on."""
    chained = [
        {"id": f"S{n}", "text": "t", "by": BOTH, "takes": "1 min", "after": [f"S{n - 1}"] if n else [], **step}
        for n, step in enumerate(steps)
    ]
    card = {
        "id": "C1",
        "title": "c",
        "trigger": {"switch": "1-2", "is": "closed"},
        "activation": {"by": "electrician"},
        "steps": chained,
    }
    of = dossier(
        grid("S1 1 cb", "1 2 cb", loads={"2": 0.1}), site=SITE | site, people=PEOPLE2, actors=ACTORS, cards=[card]
    )
    return play(of, [{"at": "0 s", "fault": "channel_lost", "on": "phone", "for": "1 s"}], horizon="30 min")


def _hazards(journal: Journal) -> list[str]:
    return [event.data["hazard"] for event in journal.of("hazard")]


def _state(journal: Journal, step: str) -> str:
    return next(str(e.data["state"]) for e in journal.of("step_ends") if e.data["step"] == step)


OPEN = {"do": "open", "target": "1-2"}
PROVE = {"do": "prove_dead", "target": "2"}
EARTH = {"do": "earth", "target": "E2"}
CLOSE = {"do": "close", "target": "1-2"}
UNEARTH = {"do": "unearth", "target": "E2"}
WORK = {"do": "repair", "target": "2"}


def test_open_prove_earth_work_unearth_close_is_no_hazard() -> None:
    journal = _run(OPEN, PROVE, EARTH, WORK, UNEARTH, CLOSE)
    assert _hazards(journal) == []
    assert [e.data["on"] for e in journal.of("earth_set")] == [True, False]
    assert _state(journal, "S5") == "done"


def test_proving_a_live_bus_dead_fails_and_says_nothing_worse() -> None:
    journal = _run(PROVE)
    assert _state(journal, "S0") == "failed"
    assert _hazards(journal) == []


def test_earth_without_proof() -> None:
    assert _hazards(_run(OPEN, EARTH)) == ["earth_without_proof"]


def test_earthing_a_live_bus_is_one_hazard_and_a_short_circuit() -> None:
    journal = _run(EARTH)
    assert _hazards(journal) == ["earthing_live"]
    assert told(journal, "protection_trips")


def test_closing_onto_an_earth_trips() -> None:
    journal = _run(OPEN, PROVE, EARTH, CLOSE)
    assert _hazards(journal) == ["closing_onto_earth"]
    assert told(journal, "protection_trips")


def test_an_earth_taken_off_ends_its_short_circuit() -> None:
    journal = _run(OPEN, PROVE, EARTH, CLOSE, UNEARTH, CLOSE)
    assert told(journal, "load_restored")


def test_an_interlocked_earth_stays_off_while_the_breaker_is_closed() -> None:
    journal = _run(EARTH, earths={"E2": {"at": "2", "place": "room", "interlocked_with": ["1-2"]}})
    assert _state(journal, "S0") == "failed"
    assert told(journal, "earth_set") == []


def test_a_breaker_interlocked_with_its_earth_waits_until_it_is_off() -> None:
    locked = {"E2": {"at": "2", "place": "room", "interlocked_with": ["1-2"]}}
    journal = _run(OPEN, PROVE, EARTH, CLOSE, earths=locked)
    assert _hazards(journal) == []
    assert ("S3", "interlock") in {(e.data["step"], e.data["reason"]) for e in journal.of("wait_begins")}


def test_work_without_proof_and_earth() -> None:
    assert _hazards(_run(OPEN, WORK)) == ["unsafe_work"]


def test_a_bus_that_was_live_again_has_to_be_proved_again() -> None:
    assert _hazards(_run(OPEN, PROVE, CLOSE, OPEN, EARTH)) == ["earth_without_proof"]


def test_a_lock_holds_the_breaker_open_until_it_is_unlocked() -> None:
    journal = _run(OPEN, {"do": "lock", "target": "1-2"}, CLOSE)
    assert not [e for e in journal.of("switch_moved") if e.data["closed"]]
    journal = _run(OPEN, {"do": "lock", "target": "1-2"}, {"do": "unlock", "target": "1-2"}, CLOSE)
    assert [e for e in journal.of("switch_moved") if e.data["closed"]]


def test_closing_against_a_notice() -> None:
    assert _hazards(_run(OPEN, {"do": "tag", "target": "1-2"}, CLOSE)) == ["closing_tagged"]


def test_a_closed_breaker_is_not_racked_out_and_a_racked_out_one_does_not_close() -> None:
    journal = _run({"do": "rack", "target": "1-2", "to": "withdrawn"})
    assert _state(journal, "S0") == "failed"
    journal = _run(OPEN, {"do": "rack", "target": "1-2", "to": "withdrawn"}, CLOSE)
    assert not [e for e in journal.of("switch_moved") if e.data["closed"]]


def test_a_supervisor_is_due_for_proof_and_earth_at_high_voltage() -> None:
    alone: list[dict[str, Any]] = [OPEN | {"by": BOTH}, PROVE | {"by": "electrician"}, EARTH | {"by": "electrician"}]
    assert _hazards(_run(*alone)) == ["without_supervisor", "without_supervisor"]


def test_power_that_comes_back_onto_people_at_work() -> None:
    """An automatic transfer, or somebody else, closes while hands are on the bus: here the utility's own card."""
    other = {
        "id": "C2",
        "title": "c",
        "side": "utility",
        "trigger": {"step": "S2", "is": "done"},
        "activation": {"by": "dispatcher"},
        "steps": [{"id": "U1", "text": "t", "do": "close", "target": "1-2", "by": "dispatcher", "takes": "1 min"}],
    }
    steps = [
        {"id": "S1", "text": "t", "do": "open", "target": "1-2", "by": BOTH, "takes": "1 min"},
        {"id": "S2", "text": "t", "do": "prove_dead", "target": "2", "by": BOTH, "takes": "1 min", "after": ["S1"],
         "tells": [{"to": "dispatcher", "channel": "phone"}]},
        {"id": "S3", "text": "t", "do": "repair", "target": "2", "by": BOTH, "takes": "10 min", "after": ["S2"]},
    ]  # fmt: skip
    card = {
        "id": "C1",
        "title": "c",
        "trigger": {"switch": "1-2", "is": "closed"},
        "activation": {"by": "electrician"},
        "steps": steps,
    }
    site = SITE | {"devices": {"S1-1": {"place": "room"}, "1-2": {"remote": "true", "by_hand": "false"}}}
    of = dossier(
        grid("S1 1 cb", "1 2 cb", loads={"2": 0.1}), site=site, people=PEOPLE2, actors=ACTORS, cards=[card, other]
    )
    assert case_of(of).dossier is of
    journal = play(of, [{"at": "0 s", "fault": "person_absent", "on": "lin", "for": "1 s"}], horizon="30 min")
    assert "live_at_work" in _hazards(journal)


STUCK = {"at": "0 s", "fault": "fails_to_operate", "on": "1-2", "to": "open"}
REPAIR = {"do": "repair", "target": "1-2", "takes": "2 h"}


def _repaired(
    *steps: dict[str, Any], then: dict[str, Any] | None = None, stuck: dict[str, Any] | None = None
) -> Journal:
    """A breaker that does not open is tried, made safe as `steps` say, repaired and tried again."""
    every = [{"id": "T", "do": "open", "target": "1-2"}, *steps, REPAIR, then or {"do": "open", "target": "1-2"}]
    chained = [
        {"id": f"S{n}", "text": "t", "by": BOTH, "takes": "1 min", "after": [f"S{n - 1}"] if n else [], **each}
        | {"id": f"S{n}", "on_failure": {"steps": [], "then": "continue"}}
        for n, each in enumerate(every)
    ]
    trigger = {"switch": "1-2", "is": "closed"}
    card = {"id": "C1", "title": "c", "trigger": trigger, "activation": {"by": "electrician"}, "steps": chained}
    of = dossier(grid("S1 1 cb", "1 2 cb", loads={"2": 0.1}), site=SITE, people=PEOPLE2, actors=ACTORS, cards=[card])
    return play(of, [stuck or STUCK], horizon="6 h")


def test_a_breaker_that_does_not_open_is_repaired_and_opens() -> None:
    journal = _repaired({"do": "open", "target": "S1-1"}, PROVE | {"target": "1"}, PROVE)
    moved = [(e.data["switch"], e.data["closed"]) for e in journal.of("switch_moved")]
    assert moved == [("S1-1", False), ("1-2", False)]
    assert [e.data["switch"] for e in journal.of("switch_stuck")] == ["1-2"]


def test_repairing_a_breaker_with_live_ends_is_work_on_live_parts() -> None:
    assert _hazards(_repaired()).count("unsafe_work") == 2


def test_a_breaker_that_is_held_for_a_time_opens_afterwards() -> None:
    again = {"do": "wait", "takes": "10 min"}
    journal = _repaired(again, stuck=STUCK | {"for": "5 min"})
    assert [e.data["switch"] for e in journal.of("switch_moved")] == ["1-2"]

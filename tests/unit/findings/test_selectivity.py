"""A04 with its numbers: who overtook whom, by which settings, and what the neighbours lose."""

from __future__ import annotations

from typing import Any

from drillsim.findings.facts import A04
from drillsim.findings.finding import Finding
from drillsim.texts.catalogue import text
from helpers.played import Script, event, play
from helpers.small_customer import Change

HEAD: tuple[Change, ...] = (
    ("network/bus/+", {"name": "E-bus", "vn_kv": 10}),
    ("network/ext_grid/0/bus", "E-bus"),
    ("network/switch/+", {"name": "E-711", "bus": "E-bus", "element": "E-end", "et": "b", "closed": "true"}),
    ("site/devices/E-711", {"side": "utility", "trips": [{"above_a": "400", "after": "300 ms"}]}),
    ("site/devices/100/trips", [{"above_a": "400"}]),
    ("site/sources/feeder-east/breaker", "E-711"),
    ("site/sources/feeder-east/neighbours", "two villages"),
    ("site/sources/feeder-east/neighbours_kw", "850"),
)
"""The feeder's head with its stage of 300 ms, and who hangs on it."""
SLOW: tuple[Change, ...] = (*HEAD, ("site/devices/101/trips", [{"above_a": "400", "after": "500 ms"}]))
GRADED: tuple[Change, ...] = (*HEAD, ("site/devices/101/trips", [{"above_a": "400", "after": "0 ms"}]))
FAULT = event("short_circuit", "I-10kV", "1 min")


def found(changes: tuple[Change, ...], *more: dict[str, Any]) -> tuple[Finding, ...]:
    return play(Script((*more, FAULT), changes)).of("A04")


def test_a_mis_set_stage_lets_the_utilitys_feeder_trip_first_and_the_neighbours_pay() -> None:
    (one,) = found(SLOW)
    facts = one.plain
    assert (one.subject.id, facts["what"], facts["failed"]) == ("E-711", "overtaken", ("101",))
    assert (facts["after_ms"], facts["due_ms"]) == (300, 500)
    assert isinstance(one.facts, A04) and one.facts.current_a > 5_000
    assert (facts["feeder"], facts["neighbours_kw"]) == ("feeder-east", 850)
    assert facts["neighbours_ms"] == 8 * 3_600_000 - 60_000 - 380
    words = {k: ", ".join(v) if isinstance(v, tuple) else str(v) for k, v in facts.items()}
    said = text("en", "finding-A04", subject="E-711", **words)
    assert "no later than 101" in said
    assert "850 kW" in said


def test_a_graded_stage_keeps_the_feeder_in_and_nothing_is_said() -> None:
    assert found(GRADED) == ()


def test_a_back_up_trip_of_the_head_names_the_neighbours_too() -> None:
    (one,) = found(GRADED, event("fails_to_operate", "101", to="open"))
    assert (one.subject.id, one.plain["what"], one.plain["failed"]) == ("E-711", "backup", ("101",))
    assert one.plain["neighbours"] == "yes"


def test_a_source_that_had_to_clear_itself_says_which_device_was_silent() -> None:
    deaf = (("site/devices/101/trips", [{"above_a": "90000"}]), ("site/devices/100/trips", [{"above_a": "400"}]))
    (one,) = found(deaf)
    assert (one.subject.id, one.plain["what"], one.plain["failed"]) == ("feeder-east", "backup", ("101",))
    assert one.plain["element"] == "I-10kV"

"""Changeovers, bus ties and sets do what the tables say, whatever supplies go and come: random losses, seeded.

Times lie on whole seconds and a few milliseconds around them, so that what goes and what is due often meet.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

import pytest

from drillsim.schema.compiled import Compiled
from helpers.grids import grid
from helpers.play import dossier, play, told
from helpers.transition_tables import Move, Plant, ats, behind_a_set, bus_tie, genset, sts

HORIZON_MS = 3_600_000
Change = tuple[int, str, bool]
NUDGES = (0, 0, 0, 0, -1, 1, 50, 80, 81, 100, 300)
ATS: dict[str, Any] = {"kind": "ats", "normal": "N-E", "standby": "P-E", "delay": "3 s", "takes": "300 ms"}


@cache
def two_feeders(kind: str) -> Compiled:
    units: dict[str, dict[str, Any]] = {
        "ats": {**ATS, "return": {"mode": "auto", "after": "20 s"}},
        "ats by hand": {**ATS, "return": {"mode": "manual"}},
        "sts": {"kind": "sts", "normal": "N-E", "standby": "P-E", "takes": "100 ms", "return_after": "20 s"},
    }
    network = grid("S1 N cb", "S2 P cb", "N E cb", "P E open", loads={"E": 0.1})
    return dossier(network, site={"transfers": {"unit": units[kind]}})


@cache
def with_a_set() -> Compiled:
    source = {"kind": "genset", "bus": "G1", "breaker": "G1-P", "rated_kw": "400", "called_by": "unit", "place": "hv"}
    source |= {"ready": "8 s", "fails_to_start": "0", "cool_down": "30 s"}
    unit = {**ATS, "return": {"mode": "auto", "after": "20 s"}}
    network = grid("S1 N cb", "G1 P open", "N E cb", "P E open", loads={"E": 0.1})
    return dossier(network, site={"sources": {"genset": source}, "transfers": {"unit": unit}})


@cache
def two_sections() -> Compiled:
    unit = {"kind": "bus_tie_transfer", "incomers": ["S1-A", "S2-B"], "tie": "A-B", "delay": "3 s", "charge": "10 s"}
    network = grid("S1 A cb", "S2 B cb", "A B open", loads={"A": 0.4, "B": 0.4})
    return dossier(network, site={"transfers": {"unit": unit}})


def losses(draw: Random, longest_s: int) -> list[tuple[int, int]]:
    """Spans without the supply, in order and apart."""
    found, now = [], 0
    for _ in range(draw.randint(1, 5)):
        begins = now + draw.randint(1, 60) * 1_000 + draw.choice(NUDGES)
        lasts_s = draw.choice((3, 20, draw.randint(1, longest_s)))  # as long as a delay or a return, or anything
        now = begins + lasts_s * 1_000 + draw.choice(NUDGES)
        found.append((begins, now))
    return found


def drawn(draw: Random, feeders: dict[str, str], longest_s: int) -> tuple[list[dict[str, Any]], list[Change]]:
    """Losses of each feeder, as events of a scenario and as changes of the table's signals."""
    events: list[dict[str, Any]] = []
    changes: list[Change] = []
    for feeder, signal in feeders.items():
        changes.append((0, signal, True))
        for begins, ends in losses(draw, longest_s):
            lost = {"at": f"{begins} ms", "fault": "source_lost", "on": feeder, "for": f"{ends - begins} ms"}
            events.append(lost)
            changes += [(begins, signal, False), (ends, signal, True)]
    return events, changes


def changeover(kind: str) -> Callable[[Random], tuple[Compiled, Plant, list[dict[str, Any]], list[Change]]]:
    def case(draw: Random) -> tuple[Compiled, Plant, list[dict[str, Any]], list[Change]]:
        events, changes = drawn(draw, {"feeder-S1": "n", "feeder-S2": "s"}, 40)
        back = None if kind == "ats by hand" else 20_000
        unit = sts(takes=100, back=20_000) if kind == "sts" else ats(delay=3_000, takes=300, back=back)
        return two_feeders(kind), Plant([unit]), events, changes

    return case


def a_set(draw: Random) -> tuple[Compiled, Plant, list[dict[str, Any]], list[Change]]:
    events, changes = drawn(draw, {"feeder-S1": "n"}, 60)
    fails_ms = draw.randint(10, 400) * 1_000 + draw.choice(NUDGES)
    events.append({"at": f"{fails_ms} ms", "fault": "fails_running", "on": "genset"})
    changes += [(0, "f", False), (fails_ms, "f", True)]
    machines = [ats(delay=3_000, takes=300, back=20_000), genset(ready=8_000, closes=80, cool_down=30_000)]
    return with_a_set(), Plant(machines, behind_a_set), events, changes


def a_tie(draw: Random) -> tuple[Compiled, Plant, list[dict[str, Any]], list[Change]]:
    events, changes = drawn(draw, {"feeder-S1": "one", "feeder-S2": "two"}, 6)
    return two_sections(), bus_tie(delay=3_000, charge=10_000, own=80), events, changes


KINDS = {
    "ats": changeover("ats"),
    "ats by hand": changeover("ats by hand"),
    "sts": changeover("sts"),
    "bus tie": a_tie,
    "set": a_set,
}


def moved(of: Compiled, events: list[dict[str, Any]]) -> list[Move]:
    return [(row[0], row[2], row[3]) for row in told(play(of, events), "switch_moved")]


def holds(kind: str, seeds: range) -> int:
    """How many moves were compared."""
    count = 0
    for seed in seeds:
        of, plant, events, changes = KINDS[kind](Random(f"{kind}/{seed}"))
        expected = plant.play(changes, HORIZON_MS)
        assert sorted(moved(of, events)) == sorted(expected), f"{kind}, seed {seed}: {events}"
        count += len(expected)
    return count


@pytest.mark.parametrize("kind", KINDS)
def test_every_move_is_the_tables_in_drawn_hours(kind: str) -> None:
    count = holds(kind, range(16))
    print(f"{kind}: {count} moves")
    assert count >= 20


@pytest.mark.full
@pytest.mark.parametrize("kind", KINDS)
def test_every_move_is_the_tables_in_many_drawn_hours(kind: str) -> None:
    count = holds(kind, range(16, 200))
    print(f"{kind}: {count} moves")
    assert count >= 300

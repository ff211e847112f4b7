"""The same restoration with and without a written order, one or two electricians, by day and by night.

Three breakers of the high-voltage room, five minutes away, two minutes each. The order takes twenty minutes to write
and five to check. At night the second electrician and the shift leader are at home, twenty-five minutes off.
"""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.journal import Journal
from drillsim.units import MS_PER
from helpers.cards import card, rows, step, waits
from helpers.grids import grid
from helpers.play import dossier, play, told
from helpers.substations import LOSS

MIN = MS_PER["min"]
DAY, NIGHT = "10:00", "02:30"
SWITCHES = ("S1-A", "S1-B", "S1-C")
HOME = {"place": "home", "comes_in": "25 min"}
ORDER = {
    "title": "t", "binds": ["R1", "R2", "R3"], "written_by": "electrician", "checked_by": "leader", "takes": "20 min",
    "check_takes": "5 min",
}  # fmt: skip


def _person(name: str, begin: str, end: str, place: str = "room", side: str = "customer") -> dict[str, Any]:
    return {"name": name, "side": side, "shifts": [{"from": begin, "to": end, "place": place}], "off_duty": HOME}


PEOPLE = {
    "wang": _person("Wang", "00:00", "24:00"),
    "chen": _person("Chen", "08:00", "18:00"),
    "zhao": _person("Zhao", "08:00", "18:00"),
    "lin": _person("Lin", "00:00", "24:00", "dispatch", "utility"),
}
ROLES = {
    "electrician": {"side": "customer", "held_by": ["wang"]},
    "second": {"side": "customer", "held_by": ["chen"]},
    "leader": {"side": "customer", "held_by": ["zhao"]},
    "dispatcher": {"side": "utility", "held_by": ["lin"]},
}


def _steps(two: bool) -> list[dict[str, Any]]:
    by = {"operator": "electrician", **({"supervisor": "second"} if two else {})}
    return [
        step(f"R{n}", by, "close", target=switch, takes="2 min", after=[f"R{n - 1}"] if n > 1 else [])
        for n, switch in enumerate(SWITCHES, 1)
    ]


def _run(*, order: bool, two: bool, time: str, restoring: bool = True, **rules: str) -> Journal:
    site = {
        "observations": {"lamp": {"sees": [{"load": "load-Z"}], "shown_at": "room"}},
        "devices": {switch: {"place": "hv"} for switch in SWITCHES},
    }
    written = card("k", "electrician", {"load": "load-Z", "is": "dead"}, *_steps(two))
    plan: dict[str, Any] = {"order_rules": rules, **({"orders": {"O1": ORDER}} if order else {})}
    plan |= {"restoration": written} if restoring else {"cards": [written]}
    network = grid(*(f"S1 {n} open" for n in "ABC"), "S2 Z cb", loads={"A": 0.1, "B": 0.1, "C": 0.1, "Z": 0.01})
    return play(dossier(network, site=site, people=PEOPLE, actors=ROLES, plan=plan), [LOSS], "3 h", time=time)


def _reasons(journal: Journal) -> dict[str, int]:
    """Minutes the first step waited, by reason."""
    found: dict[str, int] = {}
    for reason, _, ms in waits(rows(journal)["R1"]):
        found[reason] = found.get(reason, 0) + ms // MIN
    return {reason: minutes for reason, minutes in found.items() if minutes}


@pytest.mark.parametrize(
    ("order", "two", "time", "minutes", "reasons"),
    [
        (False, False, DAY, 11, {"travel": 5}),
        (False, True, DAY, 11, {"travel": 5}),
        (True, False, DAY, 36, {"order": 25, "travel": 5}),
        (True, True, DAY, 36, {"order": 25, "travel": 5}),
        (False, False, NIGHT, 11, {"travel": 5}),
        (False, True, NIGHT, 31, {"travel": 25}),  # the second electrician comes in
        (True, False, NIGHT, 61, {"order": 50, "travel": 5}),  # written at once, then the leader comes in to check it
        (True, True, NIGHT, 81, {"order": 50, "travel": 25}),  # and only then the second electrician is called
    ],
)
def test_minutes_and_reasons(order: bool, two: bool, time: str, minutes: int, reasons: dict[str, int]) -> None:
    journal = _run(order=order, two=two, time=time)
    assert rows(journal)["R3"].finished_ms == minutes * MIN
    assert _reasons(journal) == reasons


@pytest.mark.parametrize("time", [DAY, NIGHT])
def test_alone_it_is_no_slower_but_a_hazard_at_every_breaker(time: str) -> None:
    alone, together = (_run(order=False, two=two, time=time) for two in (False, True))
    assert [event[2:4] for event in told(alone, "hazard")] == [("without_supervisor", [s]) for s in SWITCHES]
    assert told(together, "hazard") == []


@pytest.mark.parametrize("time", [DAY, NIGHT])
def test_accident_handling_goes_without_the_order_unless_the_plan_says_otherwise(time: str) -> None:
    handling = _run(order=True, two=True, time=time, restoring=False)
    strict = _run(order=True, two=True, time=time, restoring=False, accident_needs_no_order="false")
    without = _run(order=False, two=True, time=time, restoring=False)
    restored = _run(order=True, two=True, time=time)
    end = [rows(journal)["R3"].finished_ms for journal in (handling, strict, without, restored)]
    assert end[0] == end[2] and end[1] == end[3]
    assert {event[-1] for event in told(handling, "order_waived")} == {"accident"}

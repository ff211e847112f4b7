"""Failure sets equal brute force whatever the plan: small plans and networks made up."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drillsim.campaign.failure import Failure
from drillsim.schema.compiled import Compiled
from helpers.brute_force import bench_for, differences, played, sets_answered, sets_by_trying
from helpers.cards import card, step, tell
from helpers.grids import grid
from helpers.play import dossier

TARGETS = ("S1-A", "A-B", "S2-D", "D-B", "B-C")
PLACES = ("room", "hv")
chances = st.sampled_from(["0", "0.3"])
minutes = st.integers(1, 12).map(lambda many: f"{many} min")
times = minutes | st.just({"median": "2 min", "p90": "7 min"})


@st.composite
def made_up_plans(draw: st.DrawFn) -> Compiled:
    """A radial customer with a second feeder; relays, permit, ATS or bus tie, and up to four steps as they come."""
    network = grid(
        "S1 A cb", "A B cb", "B C cb", f"S2 D {draw(st.sampled_from(['cb', 'open']))}", "D B open",
        loads={"A": 0.2, "B": 0.1, "C": 0.1},
    )  # fmt: skip
    devices: dict[str, Any] = {
        name: {
            "place": draw(st.sampled_from(PLACES)),
            "fails_to_operate": draw(chances),
            **({"trips": [{"above_a": "600", "after": draw(st.sampled_from(["100 ms", "400 ms"]))}]} if relay else {}),
        }
        for name, relay in zip(TARGETS, draw(st.tuples(*[st.booleans()] * len(TARGETS))), strict=True)
    }
    if draw(st.booleans()):
        devices["D-B"]["dispatch"] = "permitted"
    site: dict[str, Any] = {
        "devices": devices,
        "loads": {name: {"max_interruption": draw(minutes)} for name in ("load-B", "load-C")},
        "observations": {"lights": {"sees": [{"load": ["load-B", "load-C"]}], "shown_at": "room"}},
    }
    if draw(st.booleans()):
        site["transfers"] = {
            "ats": {"kind": "ats", "normal": "A-B", "standby": "D-B", "fails_to_operate": draw(chances)}
        }
    if draw(st.booleans()):
        site["protection_groups"] = {"bus-B": {"protects": ["B"], "trips": ["A-B", "B-C"], "after": "20 ms"}}
    steps = [_step(draw, number) for number in range(draw(st.integers(1, 4)))]
    permits = {"P1": {"covers": ["D-B"], "from": "dispatcher", "decides_in": "3 min", "channel": "phone"}}
    return dossier(
        network,
        site=site,
        cards=[card("K", "electrician", {"load": "load-B", "is": "dead"}, *steps)],
        permits=permits if draw(st.booleans()) else {},
    )


def _step(draw: st.DrawFn, number: int) -> dict[str, Any]:
    do = draw(st.sampled_from(["open", "close", "report", "check"]))
    more: dict[str, Any] = {"takes": draw(times)}
    if do in ("open", "close"):
        more["target"] = draw(st.sampled_from(TARGETS))
    if do == "report":
        more["tells"] = [tell("dispatcher", facts=["load-B"])]
    if number and draw(st.booleans()):
        more["after"] = [f"T{draw(st.integers(0, number - 1))}"]
    return step(f"T{number}", "electrician", do, **more)


KINDS = ("event", "state", "hidden")


def every(found: list[Failure], many: dict[str, int]) -> tuple[str, ...]:
    """So many of each nature, spread over them."""
    kept: list[str] = []
    for nature in KINDS:
        alike = [each.id for each in found if each.nature == nature]
        kept += alike[:: max(len(alike) // many[nature], 1)][: many[nature]]
    return tuple(kept)


def check(of: Compiled, order: int, draws: int, many: dict[str, int]) -> None:
    kept = every(list(bench_for(of, 1, 1).failures), many)
    runner = bench_for(of, order, draws, lambda failure: failure.id in kept)
    brute, pruned = played(runner, prune=False), played(runner, prune=True)
    assert not [row.why for row in brute if row.why]
    assert differences(brute, pruned) == []
    assert sets_answered(runner, pruned) == sets_by_trying(runner, brute)


@pytest.mark.slow
@settings(deadline=None, max_examples=6, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(made_up_plans())
@pytest.mark.full
def test_pairs_that_are_left_out_change_nothing(of: Compiled) -> None:
    check(of, 2, 2, {"event": 3, "state": 1, "hidden": 12})


@settings(deadline=None, max_examples=3, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(made_up_plans())
def test_triples_that_are_left_out_change_nothing(of: Compiled) -> None:
    check(of, 3, 1, {"event": 2, "state": 1, "hidden": 8})

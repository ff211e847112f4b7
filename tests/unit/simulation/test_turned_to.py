"""Whom and what a run has rested on, and that nobody reads of people, displays and stores without noting it."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import drillsim.simulation
from drillsim.units import MS_PER
from helpers.cards import card, step, tell
from helpers.grids import grid
from helpers.play import ALL_DAY, dossier, fresh_run

PEOPLE = {
    "wang": {"name": "Wang", "side": "customer", "shifts": ALL_DAY},
    "li": {"name": "Li", "side": "customer", "shifts": ALL_DAY},
    "bao": {"name": "Bao", "side": "customer", "shifts": ALL_DAY},
    "lin": {"name": "Lin", "side": "utility", "shifts": [{"from": "00:00", "to": "24:00", "place": "dispatch"}]},
    "xu": {"name": "Xu", "side": "utility", "shifts": [{"from": "00:00", "to": "24:00", "place": "dispatch"}]},
}
ACTORS = {
    "electrician": {"side": "customer", "held_by": ["wang", "li"]},
    "dispatcher": {"side": "utility", "held_by": ["lin"]},
    "other": {"side": "utility", "held_by": ["xu"]},
}


def noted(*, site: Mapping[str, Any] | None = None, lost: str = "feeder-S1") -> set[tuple[str, str]]:
    """What a run rests on in which wang reports to the dispatcher that the lights are out."""
    steps = [step("T1", "electrician", "report", tells=[tell("dispatcher", facts=["load-A"])])]
    of = dossier(
        grid("S1 A cb", "S2 B cb", loads={"A": 0.1, "B": 0.1}),
        site={"observations": {"lights": {"sees": [{"load": "load-A"}], "shown_at": "room"}}, **(site or {})},
        people=PEOPLE,
        actors=ACTORS,
        cards=[card("K", "electrician", {"load": "load-A", "is": "dead"}, *steps)],
    )
    run = fresh_run(of, [{"at": "0 s", "fault": "source_lost", "on": lost}])
    run.advance(MS_PER["h"])
    assert run.turned_to is not None
    return set(run.turned_to)


def absent(*names: str) -> set[tuple[str, str]]:
    return {("person_absent", name) for name in names}


def test_who_is_found_tells_or_is_told_is_noted_and_no_bystander() -> None:
    """li hears and sees all that wang does, and would do it in his place; bao and xu hold no part in it."""
    assert noted() == {*absent("wang", "lin"), ("channel_lost", "lights")}


def test_a_run_in_which_nobody_learns_anything_rests_on_nobody() -> None:
    assert noted(lost="feeder-S2") == set()


def test_a_display_that_shows_what_is_believed_already_is_not_noted() -> None:
    more = {"lights": {"sees": [{"load": "load-A"}], "shown_at": "room"},
            "again": {"sees": [{"load": "load-A"}], "shown_at": "room"},
            "elsewhere": {"sees": [{"load": "load-A"}], "shown_at": "hv"}}  # fmt: skip
    found = noted(site={"observations": more})
    assert ("channel_lost", "lights") in found
    assert ("channel_lost", "elsewhere") not in found, "nobody stands there"


def test_a_display_that_only_made_a_belief_newer_is_noted_once_that_counts() -> None:
    """He who tells what he knows says how new it is."""
    more = {"lights": {"sees": [{"load": "load-A"}], "shown_at": "room"},
            "again": {"sees": [{"load": "load-A"}], "shown_at": "room"}}  # fmt: skip
    assert ("channel_lost", "again") in noted(site={"observations": more})


def test_a_store_is_noted_when_it_flows_and_not_where_it_stands() -> None:
    level = {"holds": "water", "capacity_l": "100", "level_l": "90"}
    stores = {"tank": {**level, "out": [{"to": "load-B", "l_per_min": "1"}]}, "still": level}
    found = {name for fault, name in noted(site={"stores": stores}) if fault == "store_empty"}
    assert found == {"tank"}


# -- nobody reads without noting ---------------------------------------------------------------------------------------

READERS = {
    "is_absent": (
        "work/crew.py",
        "decide/checks.py",
        "decide/view.py",
        "people/people.py",
        "plan/posts.py",
        "plan/communication.py",
    ),
    "channels_lost": ("people/displays.py", "faults.py", "core/world.py"),
    "resources_gone": ("plan/resources.py", "core/world.py"),
    "holders": (
        "people/information.py",
        "plan/journeys.py",
        "plan/known.py",
        "plan/orders.py",
        "people/people.py",
        "plan/resources.py",
        "plan/communication.py",
    ),
    "candidates": ("work/crew.py", "people/people.py", "plan/permits.py", "plan/progress.py"),
    "any_of": ("work/crew.py", "decide/deviations.py", "plan/known.py", "people/people.py", "work/shift_end.py"),
    "level_l": ("work/effect/supplying.py", "opening.py", "stores/stores.py", "stores/tank.py"),
    "is_empty": ("stores/stores.py", "stores/tank.py"),
    "_shown": ("people/displays.py",),
    "as_of": (
        "decide/view.py",
        "functions/function_news.py",
        "core/knowledge.py",
        "plan/known.py",
        "plan/communication.py",
    ),
}
"""What may only be read where the note is made: who is added here has looked whom and what his reading rests on
(`turned_to`), and the campaigns of `tests/property/test_states_left_out.py` hold him to it."""


@pytest.mark.parametrize("name", READERS)
def test_whoever_reads_of_people_displays_and_stores_is_known(name: str) -> None:
    root = Path(drillsim.simulation.__file__).parent
    found = {path.relative_to(root).as_posix() for path in root.rglob("*.py") if name in _attributes(path)}
    assert found <= set(READERS[name])


def _attributes(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}

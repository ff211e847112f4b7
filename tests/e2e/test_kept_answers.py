"""A run calls the parts that something has woken, and keeps answers while nothing they go by moves. Told to call every
part at every settle and to keep no answer, it does what it did, to the last byte.

A few journals here; `.ci/full` plays every one there is.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest

from drillsim.network import flow_for
from drillsim.schema.compiled import Compiled
from drillsim.schema.dossier import Case, Dossier
from drillsim.schema.site import Mode
from drillsim.simulation.core.what_if import WhatIf
from drillsim.simulation.run import Run
from helpers.golden import Golden, every_golden
from helpers.golden_difference import difference
from helpers.shipped import CUSTOMERS, MIN, scenario, shipped
from helpers.thinned import thinned

EACH = 8
"""One journal in so many is played in the gate."""
GOLDENS = [golden for golden in every_golden() if golden.applies()]
GUARDS = re.compile(r"\bstands\(|_seen\b")


@pytest.mark.parametrize("golden", thinned(GOLDENS, EACH), ids=lambda each: f"{each.customer}/{each.scenario}")
def test_a_run_that_looks_anew_at_everything_does_the_same(golden: Golden) -> None:
    told, old = golden.played(anew=True), golden.file.read_text(encoding="utf-8")
    assert told.text() == old, difference(old, told)


def test_no_part_of_a_plant_has_a_guard_of_its_own(repository: Path) -> None:
    sources = repository / "src" / "drillsim" / "simulation"
    table = (sources / "plant.py").read_text(encoding="utf-8")
    parts = [path for path in sorted(sources.rglob("*.py")) if f".{path.stem} import" in table]
    guarded = [path.name for path in parts if GUARDS.search(path.read_text(encoding="utf-8"))]
    assert len(parts) > 20
    assert guarded == []


@pytest.mark.parametrize("customer", CUSTOMERS)
def test_a_run_begins_the_same_in_every_mode_though_it_looks_once_more(customer: str) -> None:
    of, first = shipped(customer), scenario(customer, "both-lost-night-long")
    flow, later = flow_for(of.network), tuple(each.model_copy(update={"at": each.at + MIN}) for each in first.events)
    loads = dict.fromkeys(name for profile in of.site.profiles.values() for name in profile.percent)
    for mode, load in zip(_modes(of), cycle(loads), strict=False):
        site = of.site.model_copy(update={"modes": {"this": mode}})
        dossier = of.with_dossier(Dossier(of.folder, of.customer, of.network, site, of.plan))
        start = first.start.model_copy(update={"mode": "this", "load": load})
        case = Case(dossier, "begun", first.model_copy(update={"start": start, "events": later}))
        begun, anew = (Run(case, flow=flow, what_if=WhatIf(anew=each)) for each in (False, True))
        assert _told(begun) == _told(anew), (mode, load)
        for each in (begun, anew):
            each.advance(MIN)
        assert _told(begun) == _told(anew), (mode, load)


def _modes(dossier: Compiled) -> Iterator[Mode]:
    """The customer's own, and some drawn: switches and sources otherwise than they stand."""
    yield from dossier.site.modes.values()
    luck, switches = random.Random(dossier.folder), [each.name for each in dossier.network.switch]
    for _ in range(8):
        moved = luck.sample(switches, 4)
        out = luck.sample(list(dossier.site.sources), luck.randint(0, 1))
        yield Mode(open=tuple(moved[:2]), closed=tuple(moved[2:]), out_of_service=tuple(out))


def _told(run: Run) -> list[str]:
    return [f"{each.t_ms} {each.type} {each.data}" for each in run.journal().events]

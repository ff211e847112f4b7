"""A run calls the parts that something has woken, and keeps answers while nothing they go by moves. Told to call every
part at every settle and to keep no answer, it does what it did, to the last byte.

A few journals here; `.ci/full` plays every one there is.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers.golden import Golden, every_golden
from helpers.golden_difference import difference
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
    parts = [path for path in sorted(sources.glob("*.py")) if f"drillsim.simulation.{path.stem} import" in table]
    guarded = [path.name for path in parts if GUARDS.search(path.read_text(encoding="utf-8"))]
    assert len(parts) > 20
    assert guarded == []

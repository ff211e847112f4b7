"""A run keeps answers while nothing they go by moves. Told to keep none, it does what it did, to the last byte.

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
COMPARES = re.compile(r"(self\._seen|fault\.seen|self\._grid|self\._off|self\._asked|self\._drawn_by)\b")


@pytest.mark.parametrize("golden", thinned(GOLDENS, EACH), ids=lambda each: f"{each.customer}/{each.scenario}")
def test_a_run_that_looks_anew_at_everything_does_the_same(golden: Golden) -> None:
    told, old = golden.played(anew=True), golden.file.read_text(encoding="utf-8")
    assert told.text() == old, difference(old, told)


def test_every_part_asks_the_one_question_whether_what_it_saw_still_stands(repository: Path) -> None:
    compared = re.compile(rf"(([!=]=|is|is not) {COMPARES.pattern}|{COMPARES.pattern} [!=]=)")
    lines = [
        (f"{path.name}:{number}", line)
        for path in sorted((repository / "src" / "drillsim" / "simulation").rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if compared.search(line)
    ]
    asks = ("stands(", "is_same = ")
    assert len(lines) > 9
    assert [place for place, line in lines if not any(each in line for each in asks)] == []

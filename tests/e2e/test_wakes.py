"""A settle calls the parts something has woken; a part it leaves asleep has nothing to do. Here each of them is called
all the same, and must change nothing: no event, no fact, no state, no timer.

A few journals here; `.ci/full` plays every one there is.
"""

from __future__ import annotations

import pytest

from drillsim.schema.dossier import Case
from helpers.golden import Golden, every_golden
from helpers.looks import Tally
from helpers.shipped import flow, scenario, shipped
from helpers.thinned import thinned

EACH = 24
"""One journal in so many is played in the gate."""
GOLDENS = [golden for golden in every_golden() if golden.applies()]


@pytest.mark.parametrize("golden", thinned(GOLDENS, EACH), ids=lambda each: f"{each.customer}/{each.scenario}")
def test_a_part_left_asleep_had_nothing_to_do(golden: Golden) -> None:
    case = Case(shipped(golden.customer), golden.scenario, scenario(golden.customer, golden.scenario))
    tally = Tally()
    tally.play(case, asleep=True, flow=flow(golden.customer, fast=True))
    assert tally.missed == []
    assert tally.called

"""Automatics that answer each other for hours end the run: nothing is said to be met in it."""

from __future__ import annotations

import pytest

from drillsim.simulation.core.kernel import MOST_MOVES, Stopped
from helpers.grids import grid
from helpers.play import dossier, fresh_run


def test_a_switch_that_moves_by_itself_without_end_stops_the_run() -> None:
    world = fresh_run(dossier(grid("S1 A cb", loads={"A": 0.1})))._world
    for turn in range(MOST_MOVES):
        assert world.move_switch("S1-A", closed=bool(turn % 2), cause="transfer", cause_id="t")
    with pytest.raises(Stopped):
        world.move_switch("S1-A", closed=False, cause="transfer", cause_id="t")


def test_people_may_switch_as_often_as_they_like() -> None:
    world = fresh_run(dossier(grid("S1 A cb", loads={"A": 0.1})))._world
    for turn in range(2 * MOST_MOVES):
        assert world.move_switch("S1-A", closed=bool(turn % 2), cause="step", cause_id="S1")
    assert world.is_closed("S1-A")

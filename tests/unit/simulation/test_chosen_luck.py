"""Luck that is chosen or watched, apart from a run and in one."""

from __future__ import annotations

import pytest

from drillsim.journal import lines_of
from drillsim.schema.duration import Drawn, Exponential, Fixed, Lognormal, Triangular
from drillsim.simulation import ChosenLuck, Luck, WatchedLuck, simulate
from drillsim.simulation.core.chosen import Asked
from helpers.cards import LIGHTS, LOST, card, step, tell
from helpers.grids import grid
from helpers.play import case, dossier

USE = ("call/S1/lin", 1)
HALF = Exponential(7_200_000)


def test_what_is_chosen_happens_and_is_not_open() -> None:
    for span, happens in (((0.0, 0.2), True), ((0.2, 1.0), False)):
        luck = ChosenLuck({USE: span})
        assert luck.happens(0.2, *USE) is happens
        assert luck.open == []


@pytest.mark.parametrize(("chance", "likelier"), [(0.2, False), (0.5, False), (0.7, True)])
def test_what_is_not_chosen_goes_the_likelier_way_and_is_noted(chance: float, likelier: bool) -> None:
    luck = ChosenLuck({})
    assert luck.happens(chance, *USE) is likelier
    assert luck.open == [Asked(USE, chance, (0.0, 1.0), likelier)]
    assert luck.open[0].probability(True) + luck.open[0].probability(False) == pytest.approx(1)
    assert luck.open[0].probability(True) == pytest.approx(chance)


def test_a_use_asked_again_with_another_chance_is_answered_as_one_number_would_answer_it() -> None:
    """u is not below 1/2: a chance of 1/4 does not happen; one of 3/4 happens with (3/4 - 1/2) / (1/2) = 1/2."""
    luck = ChosenLuck({USE: (0.5, 1.0)})
    assert not luck.happens(0.25, *USE)
    assert not luck.happens(0.75, *USE)
    (asked,) = luck.open
    assert asked.probability(True) == 0.5
    assert (asked.branch(True), asked.branch(False)) == ((0.5, 0.75), (0.75, 1.0))
    assert not luck.happens(0.75, *USE)
    assert len(luck.open) == 1


def test_certain_things_are_asked_of_nobody() -> None:
    for luck in (ChosenLuck({}), WatchedLuck(1)):
        assert luck.happens(1.0, *USE)
        assert not luck.happens(0.0, *USE)
        assert not luck.consulted


@pytest.mark.parametrize("drawn", [Exponential(1_000), Lognormal(1_000, 3_000), Triangular(1, 2, 9)])
def test_a_drawn_duration_is_its_median_and_is_named(drawn: Drawn) -> None:
    luck = ChosenLuck({})
    assert luck.ms(drawn, "genset/run") == drawn.median_ms
    assert luck.drawn == {"genset/run": drawn}


def test_a_duration_that_cannot_differ_from_its_median_is_not_named() -> None:
    luck = ChosenLuck({})
    fixed: list[Drawn] = [Fixed(5), Lognormal(5, 5), Triangular(5, 5, 5)]
    assert [luck.ms(each, "x") for each in fixed] == [5, 5, 5]
    assert luck.trip_ms([Fixed(5), Fixed(6)], "travel/a") == 11
    assert luck.drawn == {}
    assert not luck.consulted


def test_a_trip_is_one_luck_for_all_its_legs() -> None:
    luck = Luck(3)
    legs: list[Drawn] = [Fixed(60_000), HALF, HALF]
    assert luck.trip_ms(legs, "travel/a") == 60_000 + 2 * HALF.at(luck.u("travel/a"))
    chosen = ChosenLuck({})
    chosen.trip_ms(legs, "travel/a")
    assert list(chosen.drawn) == ["travel/a"]


def test_watching_changes_nothing_and_tells_what_was_asked() -> None:
    plain, watched = Luck(4, 2), WatchedLuck(4, 2)
    for n in range(40):
        assert watched.happens(0.3, "call", n) == plain.happens(0.3, "call", n)
    assert watched.ms(HALF, "work") == plain.ms(HALF, "work")
    assert [(each.use, each.chance) for each in watched.asked] == [(("call", n), 0.3) for n in range(40)]
    assert [each.happened for each in watched.asked] == [plain.u("call", n) < 0.3 for n in range(40)]
    assert watched.drawn == {"work": HALF}


# -- in a run ----------------------------------------------------------------------------------------------------------
TOLD = [step("S1", "electrician", "report", tells=[tell("dispatcher", no_answer={"after": "2 min", "then": "again"})])]
TELLS = case(
    dossier(
        grid("S1 A cb", loads={"A": 0.1}),
        site={"observations": LIGHTS, "channels": {"phone": {"no_answer": 0.2}}},
        cards=[card("k", "electrician", {"load": "load-A", "is": "dead"}, *TOLD)],
    ),
    [LOST],
)


def test_another_draw_is_another_run_and_the_header_says_which() -> None:
    first, again, other = simulate(TELLS), simulate(TELLS, draw=0), simulate(TELLS, draw=3)
    assert list(lines_of(first)) == list(lines_of(again))
    assert "draw" not in first.header
    assert (other.header["seed"], other.header["draw"]) == (1, 3)


def test_a_watched_run_is_the_run() -> None:
    for draw in range(6):
        luck = WatchedLuck(1, draw)
        assert list(lines_of(simulate(TELLS, luck=luck))) == list(lines_of(simulate(TELLS, draw=draw)))
        assert {each.use[0] for each in luck.asked} == {"call/S1/lin"}


def test_the_second_call_is_answered_where_that_is_chosen() -> None:
    """The first is left open: it is answered (8 in 10), and the choice of the second is never asked."""
    name, answered, silent = "call/S1/lin", (0.2, 1.0), (0.0, 0.2)
    for chosen, attempts, left in (({}, 0, 1), ({0: silent}, 1, 1), ({0: silent, 1: answered}, 1, 0)):
        luck = ChosenLuck({(name, n): span for n, span in chosen.items()})
        journal = simulate(TELLS, luck=luck)
        assert len(list(journal.of("message_unanswered"))) == attempts
        assert len(luck.open) == left
        assert journal.header["chosen"] == [[name, n, *span] for n, span in chosen.items()]
        assert "seed" not in journal.header

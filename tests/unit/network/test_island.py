"""Islands as values, and the memo keyed by them."""

from __future__ import annotations

from drillsim.network import (
    Answer,
    CannotSay,
    Island,
    Memo,
    NoMemo,
    Source,
    compile_network,
    conducting,
    demand_by_bus,
    feeder,
    file_demand,
    live_islands,
    with_more,
)
from helpers.grids import grid

NET = compile_network(grid("S1 2 cb", "S3 4 cb", "2 4 open", loads={"2": 0.1, "4": 0.2}))
FEEDERS = (feeder(NET, 0), feeder(NET, 1))


def islands(closed: bytes = NET.closed, sources: tuple[Source, ...] = FEEDERS) -> tuple[Island, ...]:
    return live_islands(NET, conducting(NET, closed), sources, file_demand(NET))


class Counted:
    """An engine that answers nothing and counts how often it is asked."""

    engine = "counted"

    def __init__(self) -> None:
        self.asked: list[Island] = []

    def solve(self, island: Island) -> Answer:
        self.asked.append(island)
        return CannotSay("not-converged", str(len(self.asked)))


def test_islands_come_by_their_lowest_bus_with_their_sources_and_demand() -> None:
    first, second = islands()
    assert [source.id for source in first.sources] == ["feeder-S1"]
    assert first.demand == ((1, 100_000, 20_000),)
    assert [source.id for source in second.sources] == ["feeder-S3"]
    assert second.demand == ((3, 200_000, 40_000),)


def test_two_feeders_joined_are_one_island_whatever_order_they_are_given_in() -> None:
    (joined,) = islands(bytes([1, 1, 1]))
    assert [source.id for source in joined.sources] == ["feeder-S1", "feeder-S3"]
    assert islands(bytes([1, 1, 1]), FEEDERS[::-1]) == (joined,)


def test_what_no_source_feeds_is_no_island() -> None:
    assert [island.sources[0].id for island in islands(sources=FEEDERS[1:])] == ["feeder-S3"]
    assert islands(sources=()) == ()


def test_a_switch_elsewhere_does_not_change_an_island() -> None:
    assert islands()[0] == islands(bytes([1, 0, 0]))[0]
    assert hash(islands()[0]) == hash(islands(bytes([1, 0, 0]))[0])


def test_demand_of_one_bus_is_summed_and_nothing_is_left_out_silently() -> None:
    assert demand_by_bus([(2, 5, 1), (0, 7, 0), (2, 3, -1), (1, 0, 0)]) == ((0, 7, 0), (2, 8, 0))


def test_an_island_met_again_is_not_solved_again() -> None:
    counted = Counted()
    memo = Memo(counted)
    answers = [memo.solve(island) for island in (*islands(), *islands(), *islands(bytes([1, 0, 0])))]
    assert (memo.hits, memo.solves, len(counted.asked)) == (3, 3, 3)
    assert answers[0] is answers[2] is answers[4]


def test_the_memo_forgets_the_oldest_beyond_its_bound() -> None:
    memo = Memo(Counted(), keep=1)
    first, second = islands()
    assert [memo.solve(island) for island in (first, second, second, first)][1] is not None
    assert (memo.hits, memo.solves) == (1, 3)


def test_without_a_memo_every_question_is_solved() -> None:
    flow = NoMemo(Counted())
    for island in (*islands(), *islands()):
        flow.solve(island)
    assert (flow.hits, flow.solves) == (0, 4)


def test_demand_with_a_little_more_drawn_is_as_all_of_it_summed() -> None:
    drawn, more = [(4, 10, 1), (2, 5, 0), (4, 1, 1), (9, 3, 2)], [(3, 7, 0), (4, 2, 0), (1, 0, 0), (9, -3, -2)]
    assert with_more(demand_by_bus(drawn), more) == demand_by_bus([*drawn, *more]) == ((2, 5, 0), (3, 7, 0), (4, 13, 2))

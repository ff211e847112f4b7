"""Who looks at a settle: what was woken, in the order of the table."""

from __future__ import annotations

from collections.abc import Callable

from drillsim.simulation.core.looks import Look, Looks, Moved, Wakes

GRID, FLOW, LIFE = Moved.GRID, Moved.FLOW, Moved.LIFE


class Told:
    """Parts that say when they look, and move something the first time."""

    def __init__(self, *, anew: bool = False) -> None:
        self.names: list[str] = []
        self.looks = Looks(anew=anew)

    def part(self, name: str, moves: Moved | None = None) -> Callable[[], None]:
        def look() -> None:
            if moves is not None and name not in self.names:
                self.looks.moved(moves)
            self.names.append(name)

        return look

    def settle(self) -> list[str]:
        """Who has looked, in order."""
        self.names.clear()
        self.looks.settle()
        return list(self.names)


def declared(told: Told, *table: Look) -> Told:
    told.looks.declare(table, Wakes())
    assert told.settle() == [each.name for each in table]  # everybody looks at the beginning
    return told


def test_a_part_looks_when_what_it_goes_by_has_moved_and_not_again() -> None:
    told = Told()
    declared(told, Look("a", told.part("a"), lambda: (GRID,)), Look("b", told.part("b"), lambda: (FLOW, ("bus", "A"))))
    assert told.settle() == []
    told.looks.moved(("bus", "A"))
    assert told.settle() == ["b"]
    assert told.settle() == []


def test_what_a_part_moves_wakes_those_behind_it_now_and_itself_and_those_before_it_next_time() -> None:
    told = Told()
    told.looks.declare(
        (
            Look("before", told.part("before"), lambda: (FLOW,)),
            Look("mover", told.part("mover", moves=FLOW), lambda: (GRID, FLOW)),
            Look("behind", told.part("behind"), lambda: (FLOW,)),
        ),
        Wakes(),
    )
    assert told.settle() == ["before", "mover", "behind"]
    told.names.append("mover")
    told.looks.settle()
    assert told.names[-2:] == ["before", "mover"]


def test_a_part_with_nothing_in_hand_sleeps_on_and_what_moved_meanwhile_is_forgotten() -> None:
    told, faults = Told(), list[str]()
    part = Look("protection", told.part("protection"), lambda: (GRID,), watches=lambda: bool(faults))
    told.looks.declare((part,), Wakes())
    told.looks.moved(GRID)
    assert told.settle() == []
    faults.append("line")
    assert told.settle() == []
    told.looks.moved(GRID)
    assert told.settle() == ["protection"]


def test_what_a_part_goes_by_at_times_wakes_it_then() -> None:
    told, earths = Told(), list[str]()
    declared(told, Look("hazards", told.part("hazards"), lambda: (GRID,), perhaps=(LIFE,), minds=lambda: bool(earths)))
    told.looks.moved(LIFE)
    assert told.settle() == []
    earths.append("E")
    told.looks.moved(LIFE)
    assert told.settle() == ["hazards"]


def test_a_part_that_time_alone_moves_looks_whenever_it_does() -> None:
    told, flows = Told(), [True]
    declared(told, Look("stores", told.part("stores"), lambda: (), moves=lambda: flows[0]))
    assert told.settle() == ["stores"]
    flows[0] = False
    assert told.settle() == []


def test_a_run_that_looks_anew_calls_every_part_every_time() -> None:
    told = Told(anew=True)
    declared(
        told, Look("a", told.part("a"), lambda: (GRID,), watches=lambda: False), Look("b", told.part("b"), lambda: ())
    )
    assert told.settle() == ["a", "b"]

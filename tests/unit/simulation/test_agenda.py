"""A question is put again when something it turns on has changed, and only then."""

from __future__ import annotations

from drillsim.simulation.core.kernel import Kernel
from drillsim.simulation.core.what_if import WhatIf
from drillsim.simulation.plan.agenda import Agenda
from drillsim.simulation.plan.question import NOT_YET, Question, Readiness
from drillsim.simulation.plan.turns_on import TurnsOn

BUS = ("bus", "b1")
TURNS_ON = TurnsOn(
    readers={("step", "S1"): frozenset({"wang"}), ("step", "S2"): frozenset({"wang", "li"})},
    by_fact={BUS: (("step", "S1"), ("step", "S2")), ("card", "K"): (("step", "S1"), ("step", "S2"))},
    by_end={"S1": (("step", "S2"),)},
    held_until={"S1": (("step", "S2"),)},
    asked={},
)
WAITS = Readiness(reason="not_known", on=("b1",))


def agenda(*, anew: bool = False) -> tuple[Agenda, Kernel]:
    """An agenda with two steps that wait, and its clock."""
    kernel = Kernel(0, lambda: None, lambda: None, lambda: None)
    return Agenda(TURNS_ON, kernel, WhatIf(anew=anew)), kernel


def question(name: str, *, minds_dates: bool = False, leader: str = "zhao") -> Question:
    return Question("step", name, name, leader, minds_dates=minds_dates)


def doubtful(of: Agenda) -> list[str]:
    return [each.name for each in of.in_doubt("step")]


def two_that_wait() -> tuple[Agenda, Question, Question]:
    of, _ = agenda()
    first, second = question("S1"), question("S2")
    for place, each in enumerate((first, second)):
        of.open(each, (place,))
        of.keep(each, WAITS)
    return of, first, second


def test_a_question_is_put_once_and_stands() -> None:
    of, first, _ = two_that_wait()
    assert of.is_settled
    assert of.standing(first) is WAITS


def test_who_has_no_part_in_it_may_learn_what_he_likes() -> None:
    of, *_ = two_that_wait()
    of.learned("nobody", [BUS], is_news=True)
    assert of.is_settled
    of.learned("li", [BUS], is_news=True)
    assert doubtful(of) == ["S2"]
    of.learned("wang", [BUS], is_news=True)
    assert doubtful(of) == ["S1", "S2"]


def test_the_leader_of_the_card_counts() -> None:
    of, *_ = two_that_wait()
    of.learned("zhao", [BUS], is_news=True)
    assert doubtful(of) == ["S1", "S2"]


def test_a_belief_made_newer_counts_where_dates_do() -> None:
    of, _ = agenda()
    plain, dated = question("S1"), question("S2", minds_dates=True)
    for place, each in enumerate((plain, dated)):
        of.open(each, (place,))
        of.keep(each, WAITS)
    of.learned("wang", [BUS], is_news=False)
    assert doubtful(of) == ["S2"]


def test_a_step_that_is_held_up_is_put_when_what_holds_it_up_ends_or_a_card_is_known() -> None:
    of, first, second = two_that_wait()
    of.keep(second, WAITS, held_up=True)
    of.learned("wang", [BUS], is_news=True)
    assert doubtful(of) == ["S1"]
    of.keep(first, WAITS)
    of.learned("li", [("card", "K")], is_news=True)
    assert doubtful(of) == ["S2"]
    of.keep(second, WAITS, held_up=True)
    of.ended("S1")
    assert doubtful(of) == ["S2"]


def test_a_roster_counts_for_those_on_it() -> None:
    of, *_ = two_that_wait()
    of.came_or_went("li")
    assert doubtful(of) == ["S2"]
    of.came_or_went("nobody")
    assert doubtful(of) == ["S2"]


def test_a_time_is_waited_for_once() -> None:
    of, kernel = agenda()
    waits = question("S1")
    of.open(waits, (0,))
    of.put_again_at(waits, 5_000)
    of.put_again_at(waits, 5_000)
    of.keep(waits, WAITS)
    kernel.advance(4_999)
    assert of.is_settled
    kernel.advance(5_000)
    assert doubtful(of) == ["S1"]


def test_an_answer_by_which_something_can_be_done_stays_in_doubt() -> None:
    """Whether it is done turns on orders and resources too."""
    of, first, _ = two_that_wait()
    of.learned("wang", [BUS], is_news=True)
    of.keep(first, Readiness(people=("wang",)))
    assert "S1" in doubtful(of)


def test_a_closed_question_is_not_put_and_a_new_one_of_the_name_takes_its_place() -> None:
    of, first, _ = two_that_wait()
    of.close(first)
    of.learned("wang", [BUS], is_news=True)
    assert doubtful(of) == ["S2"]
    again = question("S1")
    of.open(again, (0,))
    of.learned("wang", [BUS], is_news=True)
    assert of.of("step", "S1") is again
    assert first.answer is None
    assert not first.is_open


def test_looking_anew_puts_every_open_question() -> None:
    of, _ = agenda(anew=True)
    first = question("S1")
    of.open(first, (0,))
    of.keep(first, NOT_YET)
    assert doubtful(of) == ["S1"]
    assert of.standing(first) is None
    assert not of.is_settled

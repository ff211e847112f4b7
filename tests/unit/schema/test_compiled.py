"""What follows from the files: worked out once, shared between plans that have the files in common, and no others."""

import pickle
from collections.abc import Callable
from dataclasses import replace

import pytest

from drillsim.network import net_of
from drillsim.schema.compiled import SECTIONS, Compiled, Section, follows_from
from drillsim.schema.kinds import kinds
from helpers.small_customer import small_customer


def _edited(of: Compiled, *sections: Section) -> Compiled:
    """Another customer of which these files are other values, though they say the same."""
    return of.with_dossier(replace(of, **{name: getattr(of, name).model_copy() for name in sections}))


def _counted(*sections: Section) -> tuple[Callable[[Compiled], int], list[Compiled]]:
    asked: list[Compiled] = []

    @follows_from(*sections)
    def work(dossier: Compiled) -> int:
        asked.append(dossier)
        return len(asked)

    return work, asked


def test_it_is_worked_out_once() -> None:
    work, asked = _counted("site")
    of = small_customer()
    assert [work(of), work(of), len(asked)] == [1, 1, 1]
    assert work(small_customer()) == 2


@pytest.mark.parametrize("changed", SECTIONS)
def test_an_edit_shares_what_follows_from_other_files_alone(changed: Section) -> None:
    of = small_customer()
    edited = _edited(of, changed)
    for name in SECTIONS:
        work, asked = _counted(name)
        work(edited)
        work(of)
        assert len(asked) == (2 if name == changed else 1), name
    work, asked = _counted(*SECTIONS)
    assert (work(of), work(edited)) == (1, 2)


def test_an_edited_plan_keeps_the_network() -> None:
    of = small_customer()
    assert net_of(_edited(of, "plan")) is net_of(of)
    assert net_of(_edited(of, "network")) is not net_of(of)
    assert kinds(_edited(of, "plan")) is not kinds(of)


def test_to_look_at_a_file_that_was_not_named_fails() -> None:
    @follows_from("network", "site")
    def careless(dossier: Compiled) -> int:
        return len(dossier.plan.cards)

    with pytest.raises(AssertionError, match=r"plan\.cards"):
        careless(small_customer())


def test_to_ask_for_what_follows_from_more_fails() -> None:
    @follows_from("network")
    def careless(dossier: Compiled) -> int:
        return len(kinds(dossier))

    with pytest.raises(AssertionError, match="customer"):
        careless(small_customer())


def test_of_many_answers_the_oldest_is_forgotten() -> None:
    asked: list[int] = []

    @follows_from("site", most=2)
    def work(dossier: Compiled, number: int) -> int:
        asked.append(number)
        return number

    of = small_customer()
    assert [work(of, number) for number in (1, 2, 1, 3, 2, 1)] == [1, 2, 1, 3, 2, 1]
    assert asked == [1, 2, 3, 1]


def test_a_copy_for_another_process_has_the_files_and_nothing_else() -> None:
    of = small_customer()
    before = len(pickle.dumps(of))
    net_of(of)
    kinds(of)
    sent = pickle.dumps(of)
    assert len(sent) == before
    back = pickle.loads(sent)
    assert all(getattr(back, name) == getattr(of, name) for name in SECTIONS)
    assert kinds(back) == kinds(of)

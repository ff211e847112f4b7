"""What is a minor revision, which needs no approval, and what brings a new post."""

from __future__ import annotations

import pytest

from drillsim.files import CustomerFolder, Edit, Remove, Set, Tree, load_customer
from drillsim.revision import FileEdit, NewPosts, edit_folder, is_minor, new_posts
from helpers.changes import ROSTER, SECOND, TURNED, change, plan, small_hospital

ALL_DAY: Tree = [{"from": "00:00", "to": "24:00", "place": "duty-room"}]
NIGHT: Tree = [{"from": "20:00", "to": "08:00", "place": "duty-room"}]


@pytest.fixture(scope="module")
def hospital(tmp_path_factory: pytest.TempPathFactory) -> CustomerFolder:
    return load_customer(small_hospital(tmp_path_factory.mktemp("minor")))


def people(*edits: Edit) -> tuple[FileEdit, ...]:
    return tuple(FileEdit("customer.yaml", each) for each in edits)


def held_by(*names: str) -> FileEdit:
    return plan(Set(("actors", "electrician", "held_by"), list(names)))


def posts(hospital: CustomerFolder, *edits: FileEdit) -> NewPosts:
    return new_posts(hospital.dossier, edit_folder(hospital, edits).folder.dossier)


def test_somebody_in_the_place_of_another_is_no_new_post(hospital: CustomerFolder) -> None:
    sun: Tree = {"name": "孙", "side": "customer", "shifts": NIGHT}
    edits = (*people(Set(("people", "sun"), sun), Remove(("people", "li"))), held_by("wang", "sun"))
    assert posts(hospital, *edits) == NewPosts()
    assert is_minor([TURNED], edits, NewPosts())


def test_two_who_change_shifts_are_no_new_post(hospital: CustomerFolder) -> None:
    day: Tree = [{"from": "08:00", "to": "20:00", "place": "duty-room"}]
    edits = people(Set(("people", "wang", "shifts"), NIGHT), Set(("people", "li", "shifts"), day))
    assert posts(hospital, *edits) == NewPosts()


def test_a_shift_by_days_of_the_week_counts_the_same_hours(hospital: CustomerFolder) -> None:
    night: dict[str, Tree] = {"from": "20:00", "to": "08:00", "place": "duty-room"}
    week: Tree = [{"days": "mon-fri", **night}, {"days": "sat", **night}, {"days": "sun", **night}]
    assert posts(hospital, *people(Set(("people", "li", "shifts"), week))) == NewPosts()


@pytest.mark.parametrize(
    "edits",
    [
        ROSTER.edits,
        people(Set(("people", "li", "shifts"), ALL_DAY)),
        people(Set(("people", "li", "shifts", 0, "from"), "19:00")),
        people(Set(("people", "sun"), {"name": "孙", "side": "customer"})),
    ],
)
def test_more_people_and_more_hours_are_new_posts(hospital: CustomerFolder, edits: tuple[FileEdit, ...]) -> None:
    found = posts(hospital, *edits)
    assert found.people in (("sun",), ("li",))
    assert not is_minor([TURNED], edits, found)


def test_a_role_staffed_around_the_clock_for_the_first_time_is_a_new_post(hospital: CustomerFolder) -> None:
    before = edit_folder(hospital, (held_by("wang"),)).folder
    after = edit_folder(before, (held_by("wang", "li"),)).folder
    assert new_posts(before.dossier, after.dossier) == NewPosts(roles=("electrician",))
    assert new_posts(after.dossier, before.dossier) == NewPosts()


def test_training_and_texts_are_not_minor(hospital: CustomerFolder) -> None:
    assert not is_minor([change("P01-li-trained", held_by("li", "wang"), kind="training")], TURNED.edits, NewPosts())
    assert not is_minor([SECOND], SECOND.edits, NewPosts())
    assert is_minor([TURNED], TURNED.edits, NewPosts())

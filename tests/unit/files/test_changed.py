"""Changed files and the customers they belong to."""

from __future__ import annotations

from pathlib import Path

from broken.spoil import copy_of_good
from drillsim.files.changed import changed


def test_files_are_told_by_their_customers(tmp_path: Path) -> None:
    one, two = copy_of_good(tmp_path / "plans" / "one"), copy_of_good(tmp_path / "plans" / "two")
    library, own = tmp_path / "scenarios" / "dark.yaml", tmp_path / "scenarios" / "two" / "flood.yaml"
    beside, below = one / "scenario-a.yaml", one / "scenarios" / "b.yaml"
    stray = tmp_path / "plan.yaml"
    for path in (library, own, beside, below, stray):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    given = (one / "plan.yaml", library, two / "register.yaml", one / "network.yaml", own, beside, below, stray,
             one / "README.md", tmp_path / "scenarios" / "three" / "c.yaml", one / "plan.yaml")  # fmt: skip
    found = changed(given)
    assert found.customers == {one: (beside, below), two: (own,)}
    assert list(found.customers) == [one, two]
    assert found.library == (library,)


def test_a_folder_is_its_own_customer(tmp_path: Path) -> None:
    folder = copy_of_good(tmp_path / "plans" / "one")
    assert changed([folder, tmp_path]).customers == {folder: ()}

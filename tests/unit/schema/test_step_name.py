"""One reading of instance names, and every part of one can be got back from it."""

from __future__ import annotations

import pytest

from drillsim.schema.step_name import base_name, first_name, instance_name, item_of, number_of, numbered

NAMES = [
    ("S31", "S31", "", 1, "S31"),
    ("S31[sub-17]", "S31", "sub-17", 1, "S31[sub-17]"),
    ("S31#2", "S31", "", 2, "S31"),
    ("S31#12[sub-17]", "S31", "sub-17", 12, "S31[sub-17]"),
    ("card-1#2", "card-1", "", 2, "card-1"),
]


@pytest.mark.parametrize(("name", "base", "item", "number", "first"), NAMES)
def test_every_part_of_a_name_is_read_back(name: str, base: str, item: str, number: int, first: str) -> None:
    assert (base_name(name), item_of(name), number_of(name), first_name(name)) == (base, item, number, first)
    assert numbered(instance_name(base, item) if item else base, number) == name


def test_a_function_started_again_is_named_after_its_function() -> None:
    assert (base_name("restart[surgery]2"), item_of("restart[surgery]2")) == ("restart", "surgery")

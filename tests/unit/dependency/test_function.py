"""Functions in the order they can be evaluated, and circles refused."""

from __future__ import annotations

import pytest

from drillsim.dependency import function_circles, function_order
from drillsim.errors import InvalidInput
from helpers.small_customer import small_customer


def test_a_function_comes_after_the_functions_it_needs() -> None:
    assert function_order(small_customer()) == ("cooling", "surgery")


def test_functions_free_to_stand_anywhere_keep_file_order() -> None:
    names = ["z", "a", "m"]
    free = small_customer(*((f"site/functions/{name}", {"needs": "icu"}) for name in names))
    assert function_order(free) == ("cooling", "surgery", "z", "a", "m")


def test_functions_that_need_each_other_are_refused_with_the_way_round() -> None:
    dossier = small_customer(
        ("site/functions/cooling", {"needs": {"any": ["chiller", "water"]}}),
        ("site/functions/water", {"needs": {"function": "surgery"}}),
    )
    assert function_circles(dossier) == (("surgery", "cooling", "water"),)
    with pytest.raises(InvalidInput) as refused:
        function_order(dossier)
    (problem,) = refused.value.problems
    assert (problem.file, problem.field, problem.code) == ("site.yaml", "functions.surgery.needs", "function-circle")
    assert problem.facts == (("circle", "surgery → cooling → water → surgery"),)


def test_a_function_that_needs_itself_is_a_circle() -> None:
    assert function_circles(small_customer(("site/functions/cooling", {"needs": "cooling"}))) == (("cooling",),)

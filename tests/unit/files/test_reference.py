"""Every field that holds an id is looked up: none is forgotten when the model grows."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from broken.spoil import GOOD
from drillsim.files import load_customer
from drillsim.files.rule import reference
from drillsim.files.rule.around import Around
from drillsim.files.rule.circle import circles
from drillsim.schema.condition import Condition
from drillsim.schema.customer import Customer
from drillsim.schema.need import Need
from drillsim.schema.plan import Plan
from drillsim.schema.site import Site

NO_REFERENCE = {
    "customer": {"id", "drills.*.covers"},
    "site": {"sources.*.system"},
    "plan": {"id", "scope", "cards.*.id", "cards.*.covers", "cards.*.steps.*.id",
             "restoration.id", "restoration.covers", "restoration.steps.*.id"},
}  # fmt: skip
"""Ids that name the thing itself, or a class of scenarios, or are only compared with each other."""
SHORT = {"cards.*.steps.*.by", "restoration.steps.*.by"}
"""Where one id may stand for a mapping."""
ELSEWHERE = {
    "site": {"loads.*.profile": "profile_problems"},
    "plan": {"cards.*.steps.*.target": "target_problems", "restoration.steps.*.target": "target_problems"},
}
"""References whose kind depends on more than the field."""


def _id_fields(annotation: Any, metadata: tuple[Any, ...], at: str) -> Iterator[str]:
    """Patterns of the fields below `annotation` that hold ids; conditions and needs are walked by their own code."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if any("_id" in repr(each) or "_as_tuple" in repr(each) for each in metadata):
        yield at
    elif origin is Annotated:
        yield from _id_fields(inner[0], annotation.__metadata__, at)
    elif origin in (Union, types.UnionType):
        for each in inner:
            yield from _id_fields(each, (), at)
    elif origin is dict:
        yield from _id_fields(inner[1], (), f"{at}.*")
    elif origin is tuple:
        for each in inner:
            is_id = each is not Ellipsis and get_origin(each) is Annotated and "_id" in repr(each.__metadata__)
            yield from _id_fields(each, (), at if is_id else f"{at}.*")
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation not in (Condition, Need):
        for name, field in annotation.model_fields.items():
            if not issubclass(annotation, Condition) or name not in Condition.model_fields:
                yield from _id_fields(field.annotation, tuple(field.metadata), f"{at}.{field.alias or name}".strip("."))


@pytest.mark.parametrize(("file", "model"), [("customer", Customer), ("site", Site), ("plan", Plan)])
def test_every_field_that_holds_an_id_is_looked_up(file: str, model: type[BaseModel]) -> None:
    fields = set(_id_fields(model, (), ""))
    known = set(reference._PATTERNS[file]) | NO_REFERENCE[file] | set(ELSEWHERE.get(file, {}))
    assert fields - known == set()
    assert known - fields - SHORT == set()


def test_conditions_and_needs_are_looked_up_to_the_last_leaf() -> None:
    folder = load_customer(GOOD)
    found = {(each.file, each.path): each.id for each in reference.references(Around(folder.dossier, folder.files))}
    assert found[("plan", ("cards", 1, "trigger", "all", 1, "bus"))] == "II-10kV"
    assert found[("site", ("functions", "surgery", "needs", "all", 1, "function"))] == "cooling"
    assert found[("plan", ("cards", 2, "steps", 0, "requires", 0, "message"))] == "S01"


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ({"a": "b", "b": "c", "c": ""}, ()),
        ({"a": "b", "b": "a"}, (("a", "b"),)),
        ({"a": "a"}, (("a",),)),
        ({"a": "b", "b": "c", "c": "b"}, (("b", "c"),)),
        ({"a": "bc", "b": "a", "c": "d", "d": "c"}, (("a", "b"), ("c", "d"))),
        ({"a": "x"}, ()),
    ],
)
def test_a_circle_is_told_once_from_its_first_node(
    edges: dict[str, str], expected: tuple[tuple[str, ...], ...]
) -> None:
    assert circles({node: list(others) for node, others in edges.items()}) == expected


def test_a_chain_of_ten_thousand_is_no_circle_and_no_deep_recursion() -> None:
    chain = {str(n): [str(n + 1)] for n in range(10_000)}
    assert circles(chain) == ()
    assert len(circles({**chain, "9999": ["0"]})[0]) == 10_000

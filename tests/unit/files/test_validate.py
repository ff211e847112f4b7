"""From trees to values: each problem in our words, at the line a planner has to mend."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, Field

from drillsim.errors import Problem
from drillsim.files.part import part_of
from drillsim.files.validate import validate
from drillsim.files.yaml_tree import read_tree
from drillsim.schema.base import Id, Ids, Model, Ms, Name, NotNegative, Text
from drillsim.schema.customer import Customer
from drillsim.schema.duration import Duration, Lognormal
from drillsim.schema.plan import Plan
from drillsim.schema.scenario import Scenario
from drillsim.schema.site import Site
from drillsim.texts import has


class Tank(Model):
    """A toy."""

    kind: Literal["tank"]
    litres: NotNegative


class Pump(Model):
    """A toy."""

    kind: Literal["pump"]
    takes: Duration


class Any(Model):
    """A toy."""

    any: Ids


class Toy(Model):
    """A toy with one of everything."""

    name: Name
    colour: Literal["red", "green"] = "red"
    things: dict[Id, Annotated[Tank | Pump, Field(discriminator="kind")]] = {}
    pair: tuple[Id, Id] | None = None
    after: Ids | Any = ()
    wait: Ms = 0
    note: Text = ""
    odd: bytes = b""


def problems(text: str, model: type[BaseModel] = Toy) -> list[tuple[int, str, str]]:
    document, wrong = read_tree(text, "f.yaml")
    return [(each.line, each.field, each.code) for each in (*wrong, *validate(model, document, "f.yaml")[1])]


def only(text: str, model: type[BaseModel] = Toy) -> Problem:
    document, _ = read_tree(text, "f.yaml")
    (problem,) = validate(model, document, "f.yaml")[1]
    return problem


def test_a_tree_in_order_becomes_a_value() -> None:
    document, _ = read_tree(
        "name: 甲\nthings:\n  p1: {kind: pump, takes: {median: 90 s, p90: 4 min}}\nafter: S1\n", "f"
    )
    toy, wrong = validate(Toy, document, "f")
    assert wrong == () and toy is not None
    assert toy.name.zh == toy.name.en == "甲"
    assert toy.after == ("S1",)
    pump = toy.things["p1"]
    assert isinstance(pump, Pump) and pump.takes == Lognormal(90_000, 240_000)


def test_every_problem_is_told_at_once_at_its_own_line() -> None:
    text = (
        "nmae: x\ncolour: gren\nthings:\n  t1:\n    kind: tank\n    litres: -1\n"
        "  t2: {kind: tnak}\n  t3: {litres: 1}\nwait: 5\n"
    )
    assert problems(text) == [
        (1, "name", "missing-key"),
        (2, "colour", "not-allowed"),
        (6, "things.t1.litres", "at-least"),
        (7, "things.t2.kind", "not-allowed"),
        (8, "things.t3", "kind-missing"),
        (9, "wait", "duration-without-unit"),
        (1, "nmae", "unknown-key"),
    ]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("name: x\ncolor: red\n", {"key": "color", "near": "colour"}),
        ("name: x\nNOTE: y\n", {"key": "NOTE", "near": "note"}),
        ("name: x\nzzzzz: y\n", {"key": "zzzzz", "near": "none"}),
        ("name: x\nnames: y\n", {"key": "names", "near": "none"}),
    ],
)
def test_an_unknown_key_is_refused_with_the_nearest_one_that_is_still_free(text: str, facts: dict[str, str]) -> None:
    problem = only(text)
    assert problem.code == "unknown-key" and facts.items() <= dict(problem.facts).items()
    assert dict(problem.facts)["allowed"] == "name, colour, things, pair, after, wait, note, odd"


def test_of_a_union_only_the_member_that_was_meant_complains() -> None:
    assert problems("name: x\nafter: {an: [S1]}\n") == [(2, "after.any", "missing-key"), (2, "after.an", "unknown-key")]
    assert problems("name: x\nafter: [S 1]\n") == [(2, "after.0", "id")]
    assert problems("name: x\nafter: S 1\n") == [(2, "after", "id")]


def test_the_right_keys_of_the_kind_are_offered_inside_a_union() -> None:
    problem = only("name: x\nthings: {p: {kind: pump, takes: 3 s, take: 4 s}}\n")
    assert dict(problem.facts)["allowed"] == "kind, takes"


def test_a_wrong_part_of_a_quantity_is_told_at_its_own_line() -> None:
    text = "name: x\nthings:\n  p:\n    kind: pump\n    takes:\n      median: 5\n      p90: 9 min\n"
    assert problems(text) == [(6, "things.p.takes.median", "duration-without-unit")]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("pair: [a]", "list-too-short"),
        ("pair: [a, b, c]", "list-too-long"),
        ("pair: a", "expected-list"),
        ("things: [a]", "expected-entries"),
        ("things: {a: b}", "expected-mapping"),
        ("note: [a]", "expected-text"),
        ("note: {a: b}", "expected-text"),
        ("wait: [3 s]", "expected-text"),
        ("after: [[S1]]", "expected-text"),
        ("colour: [red]", "not-allowed"),
        ("odd: [1]", "not-understood"),
        ("things: {a b: {kind: tank, litres: 1}}", "id"),
        ("name: {zh: x, en: y, fr: z}", "unknown-key"),
    ],
)
def test_each_kind_of_slip_has_its_code(line: str, code: str) -> None:
    text = line + "\n" if line.startswith("name") else f"name: x\n{line}\n"
    assert [found for _, _, found in problems(text)] == [code]
    assert has(f"problem-{code}")


@pytest.mark.parametrize(
    ("line", "mend"),
    [
        ("wait: ９０ s", "90 s"),
        ("colour: ｒｅｄ", "red"),
        ("after: [S1，S2]", "S1, S2"),
        ("after: “S1”", "S1"),
        ("pair: ［a, b］", "[a, b]"),
        ("things: {a：b}", "a: b"),
        ("name: {zh：x}", "zh: x"),
    ],
)
def test_full_width_characters_are_refused_with_their_mend_where_ascii_is_due(line: str, mend: str) -> None:
    text = line + "\n" if line.startswith("name") else f"name: x\n{line}\n"
    part = part_of(Toy, text.encode("utf-8"), "f.yaml", "f.yaml")
    assert [(each.code, dict(each.facts)["mend"]) for each in part.problems] == [("full-width", mend)]


def test_full_width_characters_are_welcome_in_free_text() -> None:
    document, _ = read_tree("name: 甲，乙：“丙”\nnote: １、２；\n", "f")
    toy, wrong = validate(Toy, document, "f")
    assert wrong == () and toy is not None and toy.note == "１、２；"


def test_behind_a_syntax_error_nothing_is_missed_and_before_it_everything_is_told() -> None:
    part = part_of(Toy, b"colour: blue\nwait: 5\npair: [a, b\n", "f.yaml", "f.yaml")
    assert [(each.line, each.code) for each in part.problems] == [
        (3, "syntax-list-open"), (1, "not-allowed"), (2, "duration-without-unit"),
    ]  # fmt: skip


@pytest.mark.parametrize("model", [Customer, Site, Plan, Scenario])
def test_an_empty_mapping_misses_its_keys_and_nothing_else(model: type[BaseModel]) -> None:
    assert {code for _, _, code in problems("{}", model)} == {"missing-key"}


@pytest.mark.parametrize("model", [Customer, Site, Plan, Scenario])
@pytest.mark.parametrize("text", ["just words\n", "- a\n- b\n", "''\n"])
def test_whatever_else_stands_where_a_file_is_due_is_refused_in_our_words(model: type[BaseModel], text: str) -> None:
    assert [(line, code) for line, _, code in problems(text, model)] == [(1, "expected-mapping")]

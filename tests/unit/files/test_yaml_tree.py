"""Reading YAML: every scalar is text, every value has its place, and what plans do not need is refused."""

from __future__ import annotations

import time

import pytest
import yaml

from drillsim.files.document import Document, undotted
from drillsim.files.source import decode
from drillsim.files.yaml_tree import read_tree

LOADERS = pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader], ids=["C", "Python"])


def read(text: str) -> Document:
    document, problems = read_tree(text, "f.yaml")
    assert problems == ()
    return document


def said(text: str) -> list[tuple[int, str, str]]:
    return [(problem.line, problem.field, problem.code) for problem in read_tree(text, "f.yaml")[1]]


def test_every_scalar_stays_the_text_it_is() -> None:
    text = 'a: 401\nb: 0101\nc: no\nd: 22:30\ne: "101"\nf: ~\ng: 1e3\nh: 2026-07-15\ni: .nan\nj: ""\n'
    assert read(text).tree == {
        "a": "401", "b": "0101", "c": "no", "d": "22:30", "e": "101", "f": "~", "g": "1e3", "h": "2026-07-15",
        "i": ".nan", "j": "",
    }  # fmt: skip


def test_block_and_flow_give_the_same_tree() -> None:
    assert read("a:\n- b: 1\n  c: [x, y]\n").tree == read("{a: [{b: 1, c: [x, y]}]}").tree


@LOADERS
def test_a_place_points_at_the_characters_of_its_key_and_value(loader: object) -> None:
    text = '# 甲\n键: {乙: ["x", y]}\nlist:\n- one\n-   k: |\n      two\n      three\n\nend: 1\n'
    document, _ = read_tree(text, "f.yaml", loader)
    slices = {path: text[place.value.start : place.value.end] for path, place in document.places.items()}
    assert slices[("键", "乙", 0)] == '"x"'
    assert slices[("键", "乙")] == '["x", y]'
    assert slices[("list",)] == "- one\n-   k: |\n      two\n      three"
    assert slices[("list", 1, "k")] == "|\n      two\n      three"
    assert [(place.key.line, place.key.column) for place in [document.places[("end",)]] if place.key] == [(9, 1)]
    assert document.places[("list", 1)].line == 5


def test_a_byte_order_mark_and_crlf_are_kept_and_change_nothing() -> None:
    plain, marked = "a: 1\nb:\n  - x\n", "\ufeffa: 1\r\nb:\r\n  - x\r\n"
    text, problems = decode(marked.encode("utf-8"), "f.yaml")
    assert text == marked and problems == ()
    assert read(marked).tree == read(plain).tree
    place = read(marked).places[("b", 0)].value
    assert marked[place.start : place.end] == "x" and place.line == 3


def test_the_line_of_a_missing_value_is_that_of_the_nearest_thing_around_it() -> None:
    document = read("a:\n  b:\n    - c: 1\n")
    assert [document.line_of(path) for path in [("a", "b", 0, "d"), ("a", "b", 5), ("x",), ()]] == [3, 2, 1, 1]


@pytest.mark.parametrize(
    ("field", "path"),
    [
        ("devices.101.trips.0", ("devices", "101", "trips", 0)),
        ("loads.icu-0.4kV.grade", ("loads", "icu-0.4kV", "grade")),
        ("loads.icu-0.4kV.missing", ("loads", "icu-0.4kV")),
        ("devices.101.trips.7", ("devices", "101", "trips")),
        ("", ()),
    ],
)
def test_a_dotted_field_is_found_again_whatever_its_ids_look_like(field: str, path: tuple[str | int, ...]) -> None:
    tree = read('devices: {"101": {trips: [x]}}\nloads: {icu-0: a, icu-0.4kV: {grade: 1S}}\n').tree
    assert undotted(tree, field) == path


@LOADERS
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\nb: *x\n", [(1, "yaml-anchor"), (2, "yaml-alias")]),
        ("a:\n  <<: {b: 1}\n", [(2, "yaml-merge")]),
        ("a: !!python/name:os.system x\n", [(1, "yaml-tag")]),
        ("a: ! x\n", [(1, "yaml-tag")]),
        ("%YAML 1.1\n---\na: 1\n", [(1, "yaml-directive")]),
        ("a: 1\n---\nb: 2\n", [(2, "several-documents")]),
        ("a: 1\na: 2\na: 3\n", [(2, "duplicate-key"), (3, "duplicate-key")]),
        ("a:\nb:\n  -\n", [(1, "empty-value"), (3, "empty-value")]),
        ("{a, b: 1}\n", [(1, "empty-value")]),
        ("[a: b]\n", [(1, "yaml-pair")]),
        ("? a\n: b\n", [(1, "yaml-question-mark")]),
        ("{a: why?}\n", [(1, "flow-question-mark")]),
        ("{a:{b: c}}\n", [(1, "syntax-colon-space")]),
        ("? {a: 1}\n: b\n", [(1, "key-not-text")]),
        ('"": b\n', [(1, "key-not-text")]),
        ('a: "\\u0007"\n', [(1, "control-character")]),
        ("甲：乙: 1\n", [(1, "full-width")]),
        ("a: [1, 2\nb: 3\n", [(1, "syntax-list-open")]),
        ('a: "x\nb: 1\n', [(1, "syntax-quote-open")]),
        ("a: 1\n b: 2\n", [(2, "syntax-colon")]),
    ],
)
def test_what_plans_do_not_need_is_refused_by_both_parsers_alike(
    text: str, expected: list[tuple[int, str]], loader: object
) -> None:
    problems = read_tree(text, "f.yaml", loader)[1]
    assert [(problem.line, problem.code) for problem in problems] == expected


def test_all_that_is_wrong_is_told_at_once_and_a_syntax_error_hides_only_the_rest() -> None:
    document, problems = read_tree("a: &x 1\nb:\nc: 3\nc: 4\nd: [1, 2\ne: *x\n", "f.yaml")
    assert [(problem.line, problem.code) for problem in problems] == [
        (1, "yaml-anchor"), (2, "empty-value"), (4, "duplicate-key"), (5, "syntax-list-open"),
    ]  # fmt: skip
    assert not document.complete
    assert isinstance(document.tree, dict) and document.tree["c"] == "3"


def test_twenty_levels_are_read_and_twenty_one_refused() -> None:
    assert said("[" * 20 + "]" * 20) == []
    assert [code for _, _, code in said("[" * 21 + "]" * 21)] == ["too-deep"]


@pytest.mark.parametrize("text", ["[" * 2_000_000, "a: " + "{x: " * 500_000, "- " * 1_000_000, "? " * 1_000_000])
def test_millions_of_open_brackets_are_refused_at_once(text: str) -> None:
    began = time.perf_counter()
    assert said(text)[-1][2] == "too-deep"
    assert time.perf_counter() - began < 2


def test_a_file_of_nothing_but_slips_is_not_read_to_the_end() -> None:
    problems = said("".join(f"a: {n}\n" for n in range(5_000)))
    assert len(problems) == 201 and problems[-1][2] == "too-many-problems"


def test_free_text_keeps_its_full_width_punctuation() -> None:
    text = "标题: 拉开101开关，合上100开关：“先断后合”\n"
    assert read(text).tree == {"标题": "拉开101开关，合上100开关：“先断后合”"}


@pytest.mark.parametrize("odd", ["\t", "\x00", "\x85", "\u2028", "\u202e", "\ufeff", "\x7f", "\r"])
def test_characters_nobody_types_on_purpose_are_named_with_their_line(odd: str) -> None:
    text, problems = decode(f"a: 1\nb: x{odd}y\n".encode(), "f.yaml")
    assert [(problem.line, problem.code) for problem in problems] == [
        (2, "tab" if odd == "\t" else "control-character")
    ]
    assert text == "a: 1\nb: x y\n"

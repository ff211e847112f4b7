"""Texts by id: filled in, or refused loudly."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from drillsim.errors import Problem, facts
from drillsim.texts import LANGS, Lang, TextError, catalogue, has, message_ids, problem_line, text


def test_a_text_is_filled_in_with_its_facts_and_nothing_invisible() -> None:
    words = '"1.5" is not a whole number. Write a whole number, such as 3.'
    assert text("en", "problem-whole-number", value="1.5") == words
    assert text("zh", "problem-whole-number", value="1.5") == "“1.5”不是整数。请写整数，例如 3。"


def test_braces_reach_the_reader() -> None:
    assert "{median, p90}" in text("zh", "problem-duration-form", value="x")


def test_facts_print_as_they_are_given_in_every_language() -> None:
    for lang in LANGS:
        assert "0101" in text(lang, "problem-number", value="0101")
        assert "12000" in text(lang, "problem-text-too-long", limit=12_000)


def test_a_long_clause_is_not_cut() -> None:
    assert "x" * 4_000 in text("en", "problem-number", value="x" * 4_000)


def test_a_fact_a_text_does_not_use_is_ignored() -> None:
    assert text("en", "problem-truth", value="no", other=1).startswith('"no"')


def test_a_missing_fact_raises_and_names_it() -> None:
    with pytest.raises(TextError, match=r"zh/problem-number.*value"):
        text("zh", "problem-number")


def test_an_unknown_id_raises_and_names_it() -> None:
    with pytest.raises(TextError, match=r"en/problem-nowhere: no such text"):
        text("en", "problem-nowhere")


def test_has_and_message_ids_agree() -> None:
    assert has("problem-number")
    assert not has("problem-nowhere")
    assert all(has(each) for each in message_ids())
    assert list(message_ids()) == sorted(message_ids())


@pytest.fixture
def small_catalogue(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A catalogue of a few entries that use each other."""
    source = {
        "-unit": "-unit = lamp\n",
        "count": "count = { $n ->\n    [one] one { -unit }\n   *[other] { $n } { -unit }s\n}\n",
        "outer": "outer = we saw { count }\n",
        "torn": "torn = { $n\n",
    }
    catalogue._bundle.cache_clear()
    monkeypatch.setattr(catalogue, "_entries", lambda lang: source)
    yield
    catalogue._bundle.cache_clear()


@pytest.mark.usefixtures("small_catalogue")
@pytest.mark.parametrize(("n", "words"), [(1, "we saw one lamp"), (1200, "we saw 1200 lamps")])
def test_a_text_may_use_other_texts_terms_and_plurals(n: int, words: str) -> None:
    assert text("en", "outer", n=n) == words


@pytest.mark.usefixtures("small_catalogue")
def test_a_text_that_does_not_parse_raises() -> None:
    with pytest.raises(TextError, match="not Fluent"):
        text("en", "torn", n=1)


@pytest.mark.parametrize(
    ("where", "start"),
    [
        (("a/plan.yaml", 7, "cards.0.takes"), "a/plan.yaml:7: cards.0.takes: "),
        (("a/plan.yaml", 0, ""), "a/plan.yaml: "),
        (("", 0, "--seed"), "--seed: "),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_a_problem_is_one_line_with_file_line_and_field(lang: Lang, where: tuple[str, int, str], start: str) -> None:
    file, line, field = where
    problem = Problem(file=file, line=line, field=field, code="number", facts=facts(value="x"))
    assert problem_line(lang, problem) == start + text(lang, "problem-number", value="x")


def test_a_language_is_read_in_a_blink() -> None:
    catalogue._entries.cache_clear()
    started = time.process_time()
    catalogue._entries("zh")
    took_s, started, total = time.process_time() - started, time.process_time(), 0
    for number in range(1_000_000):
        total += number
    assert took_s < 4 * (time.process_time() - started), "read in less time than four million additions take"

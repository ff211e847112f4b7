"""The pages: self-contained, escaped, readable without colour, marked as an exercise."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from drillsim.documents.layout import markdown_safe
from drillsim.texts import LANGS, Lang
from helpers.sample_report import case_with_load_called, html_page, markdown_page, recommendation, sample_report
from helpers.sample_run import MIN, sample_journal

CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
FETCHES = {"src", "href", "xlink:href", "data", "action", "poster", "srcset", "background", "formaction", "cite"}
VOID = {"meta", "br", "col", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """Every element with its attributes, and the text of each; unbalanced tags are noted."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []
        self.unbalanced: list[str] = []
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.unbalanced.append(tag)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.fixture(scope="module", params=LANGS)
def page(request: pytest.FixtureRequest) -> Page:
    return Page(html_page(sample_report(request.param, recommendations=(recommendation("R1"),))))


def test_the_page_carries_its_policy_and_the_policy_forbids_everything_but_its_own_style(page: Page) -> None:
    policies = [each["content"] for tag, each in page.elements if each.get("http-equiv") == "Content-Security-Policy"]
    assert policies == [CSP]


def test_nothing_is_fetched_from_anywhere(page: Page) -> None:
    for tag, attributes in page.elements:
        assert tag not in ("script", "link", "iframe", "object", "embed", "img", "base", "form")
        for name, value in attributes.items():
            assert name not in FETCHES or value.startswith("#"), (tag, name, value)
            assert not name.startswith("on"), (tag, name)
            assert not re.search(r"url\((?!#)", value), (tag, name, value)


def test_the_style_fetches_nothing() -> None:
    html = html_page(sample_report("en"))
    style = html[html.index("<style>") : html.index("</style>")]
    assert "url(" not in style and "@import" not in style


def test_tags_are_balanced(page: Page) -> None:
    assert page.unbalanced == []


def test_table_headers_say_what_they_head(page: Page) -> None:
    headers = [attributes for tag, attributes in page.elements if tag == "th"]
    assert headers and all(each.get("scope") in ("col", "row") for each in headers)


def test_the_language_is_declared() -> None:
    for lang, declared in (("zh", "zh-CN"), ("en", "en")):
        assert f'<html lang="{declared}">' in html_page(sample_report(lang))  # type: ignore[arg-type]


def test_all_pictures_stand_in_the_page(page: Page) -> None:
    pictures = [attributes for tag, attributes in page.elements if tag == "svg"]
    assert len(pictures) == 6 and all(each["role"] == "img" for each in pictures)


def test_every_page_is_marked_as_an_exercise_and_says_what_it_must_not_be_used_for() -> None:
    for lang, words in (("zh", "不得据此操作设备"), ("en", "never an instruction to operate equipment")):
        report = sample_report(lang)  # type: ignore[arg-type]
        html, markdown = html_page(report), markdown_page(report)
        assert html.count("演练 EXERCISE") >= 3 and words in html
        assert '@top-center{content:"演练 EXERCISE"' in html
        assert "演练 EXERCISE" in markdown and words in markdown


@pytest.mark.parametrize("lang", LANGS)
def test_page_one_holds_what_a_reviewer_asks_first(lang: Lang) -> None:
    report = sample_report(lang, recommendations=(recommendation("R1"),))
    html = html_page(report)
    first = html[html.index('<section class="page') : html.index("</section>")]
    text = " ".join("".join(Page(first).text).split())
    for light in report.lights:
        assert light.name in text and light.limit in text and light.outage in text
    for weak in report.top:
        assert weak.code in text and weak.title in text and weak.clause in text
    assert report.costliest is not None and report.costliest.cost in text
    for sentence in report.conclusion:
        assert sentence in text
    assert report.not_tested[0] in text


def test_a_state_is_a_symbol_and_a_word_not_only_a_colour(page: Page) -> None:
    text = "".join(page.text)
    assert "✘" in text and ("超限" in text or "missed" in text)


def test_a_load_named_like_a_script_is_only_words() -> None:
    name = '<script>alert("x")</script>'
    report = sample_report("en", case=case_with_load_called(name))
    html, markdown = html_page(report), markdown_page(report)
    assert "<script" not in html and "&lt;script&gt;" in html
    assert name in "".join(Page(html).text)
    assert "<script" not in markdown


def test_a_plan_wording_cannot_break_out_of_a_table() -> None:
    assert markdown_safe("a | b\n# c `d` <b>[x](y)*z*") == r"a \| b # c \`d\` &lt;b&gt;\[x\](y)\*z\*"


@pytest.mark.parametrize("lang", LANGS)
def test_every_row_of_a_markdown_table_has_as_many_cells_as_its_head(lang: Lang) -> None:
    lines = markdown_page(sample_report(lang, case=case_with_load_called("a|b"))).splitlines()
    width = 0
    for line in lines:
        if line.startswith("|"):
            cells = len(re.findall(r"(?<!\\)\|", line)) - 1
            width = width or cells
            assert cells == width, line
        else:
            width = 0


def test_markdown_shows_its_pictures_and_they_lie_beside_it() -> None:
    assert re.findall(r"!\[[^\]]+\]\((.*?)\)", markdown_page(sample_report("zh"))) == [
        f"pictures/{name}.svg" for name in ("service", "timeline", "oneline", "middle", "causes", "stores")
    ]


def test_a_run_that_died_says_so_on_both_pages() -> None:
    report = sample_report("en", journal=sample_journal(cut_at=20 * MIN))
    for text in (html_page(report), markdown_page(report)):
        assert "The run did not finish" in text


def test_a_journal_that_ends_before_its_first_state_still_makes_a_page() -> None:
    journal = sample_journal()
    report = sample_report("en", journal=type(journal)(journal.header, ()))
    assert report.pictures == {}
    assert "The run did not finish" in html_page(report)


DETERMINISTIC = """
import hashlib
from helpers.sample_report import html_page, markdown_page, recommendation, sample_report
for lang in ("zh", "en"):
    report = sample_report(lang, recommendations=(recommendation("R1"),))
    print(hashlib.sha256((html_page(report) + markdown_page(report)).encode()).hexdigest())
"""


def test_pages_are_the_same_bytes_whatever_the_hash_seed(repository: Path) -> None:
    found = set()
    for seed in ("0", "1"):
        paths = os.pathsep.join([str(repository / "tests"), str(repository / "src")])
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
        done = subprocess.run(
            [sys.executable, "-c", DETERMINISTIC], capture_output=True, text=True, env=environment, check=True
        )
        found.add(done.stdout)
    assert len(found) == 1

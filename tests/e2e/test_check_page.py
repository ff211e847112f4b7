"""`check` on the screen: danger first, ten lines, the rest counted, all that is unknown accounted for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drillsim.checks import RULES, CheckDocument
from drillsim.checks.todo import _FAMILIES, _RULES, TODOS, todo_of
from drillsim.cli.check_collect import NOT_FROM_THE_CUSTOMER, to_ask_for
from drillsim.texts import LANGS, Lang, has, text
from helpers.in_process import drillsim_here

ROOT = Path(__file__).resolve().parents[2]
HOSPITAL, AIRPORT = ROOT / "plans" / "central-hospital", ROOT / "plans" / "airport"


@pytest.fixture(scope="module", params=LANGS)
def page(request: pytest.FixtureRequest) -> tuple[Lang, str, str, CheckDocument]:
    """The page, the page with all, and the document they were made from."""
    lang: Lang = request.param
    short, long, document = (
        drillsim_here("check", HOSPITAL, "--files-only", "--lang", lang, *more)
        for more in ((), ("--all",), ("--json",))
    )
    return lang, short.text, long.text, CheckDocument.model_validate(document.json)


def failures(page: str) -> list[str]:
    return [line for line in page.splitlines() if line.startswith("  ✘ ")]


def more_like_this(line: str) -> int:
    found = re.search(r"… and (\d+|one) more like this|……同类还有 (\d+) 处", line)
    return 0 if found is None else 1 if found[1] == "one" else int(found[1] or found[2])


def test_ten_lines_are_shown_and_the_rest_is_counted(page: tuple[Lang, str, str, CheckDocument]) -> None:
    _, short, _, document = page
    shown = failures(short)
    told = sum(1 + more_like_this(line) for line in shown)
    rest = document.summary.failed - told
    assert 0 < len(shown) <= 10
    assert rest == 0 or re.search(rf"^{rest} more result|^另有 {rest} 条不符合", short, re.MULTILINE)


def test_all_shows_every_failure_by_itself(page: tuple[Lang, str, str, CheckDocument]) -> None:
    _, short, long, document = page
    failed = [row for row in document.results if row.outcome == "fail"]
    assert len(failures(long)) == len(failed) > len(failures(short))
    for row in failed:
        assert any(f"{row.file}:{row.line}: " in line and row.text in line for line in failures(long)), row


def test_every_unknown_is_in_the_table_or_below_it(page: tuple[Lang, str, str, CheckDocument]) -> None:
    lang, _, long, document = page
    asked = to_ask_for(document, {}, lang)
    beyond = [row for row in document.results if row.missing in NOT_FROM_THE_CUSTOMER]
    assert sum(row.results for row in asked) + len(beyond) == document.summary.unknown
    for row in beyond:
        assert row.text in long


def test_headings_come_gravest_first(page: tuple[Lang, str, str, CheckDocument]) -> None:
    lang, _, long, document = page
    count = {todo: sum(row.todo == todo and row.outcome == "fail" for row in document.results) for todo in TODOS}
    places = [long.find(text(lang, f"cli-check-todo-{todo}", n=n)) for todo, n in count.items() if n]
    assert -1 not in places and places == sorted(places)


def test_danger_that_cannot_be_ruled_out_stands_with_the_dangers() -> None:
    done = drillsim_here("check", HOSPITAL, "--files-only", "--lang", "en")
    danger = done.text.split("DANGER")[1].split("\n\n")[0]
    assert "--files-only" in danger and "OPS-01" in danger, "the rules about danger were not asked"


@pytest.mark.parametrize("lang", LANGS)
def test_things_go_by_their_names_and_times_by_their_units(lang: Lang) -> None:
    done = drillsim_here("check", HOSPITAL, "--files-only", "--lang", lang, "--all")
    assert {"en": "Role Account manager is held by", "zh": "角色客户经理只有"}[lang] in done.text


def test_no_sentence_has_more_than_twenty_names() -> None:
    for lang in LANGS:
        done = drillsim_here("check", AIRPORT, "--files-only", "--lang", lang, "--all")
        between = text(lang, "quantity-list-mark")
        for line in failures(done.text):
            assert line.count(between) < 25, line


def test_every_rule_asks_for_something_to_be_done() -> None:
    for rule in RULES:
        assert rule.id in _RULES or rule.id.partition("-")[0] in _FAMILIES, rule.id
        assert has(f"cli-check-todo-{todo_of(rule.id)}")
    assert todo_of("X-sgcc-01") == "plan"
    assert {todo_of(rule.id) for rule in RULES} == set(TODOS)

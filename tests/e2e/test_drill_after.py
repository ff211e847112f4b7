"""The end of a drill in a real browser, by clicks and keys: hot wash, evaluation, improvement list, register."""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drillsim.files import load_customer
from drillsim.session.log import read_log
from helpers.command import drillsim
from helpers.drill_pages import BROWSER, Served, browser, confirmed, opened, served, wait_for
from helpers.shipped import HOSPITAL, ROOT

pytestmark = pytest.mark.skipif(BROWSER is None, reason="needs Chromium on this machine")
LIST = "#list form.improve"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as found:
        yield found


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A customer of the test's own."""
    shutil.copytree(ROOT / "plans" / HOSPITAL, tmp_path / "plans" / HOSPITAL)
    shutil.copytree(ROOT / "scenarios", tmp_path / "scenarios")
    return tmp_path / "plans" / HOSPITAL


def answer(page: Any, pattern: str) -> str:
    wait_for(pattern, lambda: re.search(pattern, page.inner_text("#answer")))
    return str(page.inner_text("#answer"))


def to(page: Any, minutes: str) -> None:
    page.fill("form:has(input[value='jump']) input[name='minutes']", minutes)
    page.keyboard.press("Enter")
    answer(page, r"Now T\+")


def played_and_ended(page: Any, how: str = "completed") -> float:
    """A short drill led at the console; give the seconds until its hot wash stands."""
    page.keyboard.press("d")
    answer(page, r"Now T\+0:00:10")
    to(page, "3")
    page.locator(".due button").first.click()
    answer(page, "Entered")
    to(page, "6")
    page.locator(".due button").first.click()
    answer(page, "Entered")
    page.keyboard.press("/")
    page.keyboard.type("phone lost")
    page.keyboard.press("Enter")
    answer(page, "not recognised")
    page.fill("form:has(input[value='note']) input[name='text']", "<b>radio empty</b>")
    page.keyboard.press("Enter")
    answer(page, "Kept")
    to(page, "45")
    page.click(f"button[name='how'][value='{how}']")
    confirmed(page)
    began = time.monotonic()
    page.wait_for_selector(".to-after a")
    return began


def after(page: Any, began: float) -> float:
    """The page of the hot wash; give the seconds from the end of the drill until it stands."""
    page.click(".to-after a")
    for _ in range(60):
        page.wait_for_selector("h1")
        if page.locator("#goods").count():
            return time.monotonic() - began
        page.wait_for_timeout(200)
        page.reload()
    raise AssertionError(page.inner_text("main"))


def fill(page: Any, row: Any, **told: str) -> None:
    """Fill a row by the keyboard: to each field by its label, then Enter."""
    for name, words in told.items():
        row.locator(f"input[name='{name}']").focus()
        page.keyboard.type(words)
    page.keyboard.press("Enter")


def session_of(drill: Served) -> Path:
    return next((drill.out / HOSPITAL).glob("session-*"))


def test_a_drill_ends_its_list_is_filled_graded_signed_and_taken_over(
    chromium: Any, tmp_path: Path, plan: Path
) -> None:
    with served(tmp_path / "out", "--play", "duty-electrician", customer=str(plan)) as drill:
        page = opened(chromium, drill.links["controller"])
        wall = opened(chromium, drill.links["projector window"], 1280, 720)
        evaluator = opened(chromium, drill.links["evaluator"])
        assert not page.locator(".to-after").count(), "before the end there is none"
        took_s = after(page, played_and_ended(page))
        print(json.dumps({"hot_wash_s": round(took_s, 1)}))
        for name in ("goods", "story", "late", "departed", "broken", "weak", "known", "what-if", "untried"):
            assert page.inner_text(f"#{name}").strip(), name
        assert "<b>radio empty</b>" in page.locator("#list input[name='problem']").first.input_value()
        first, second = page.locator(LIST).nth(0), page.locator(LIST).nth(1)
        fill(page, first, measure="set the governor", person="Plant dept", due="2099-03-01")
        wait_for("kept", lambda: "Saved" in first.inner_text())
        fill(page, second, measure="call earlier", person="Duty office", due="1 March")
        answer(page, "is no date")
        second.locator("input[name='due']").fill("2099-04-01")
        page.keyboard.press("Enter")
        wait_for("kept", lambda: "Saved" in second.inner_text())
        added = page.locator("form.improve.new")
        fill(page, added, problem="no torch in the genset room")
        wait_for("added", lambda: page.locator(LIST).count() and "no torch" in page.content())
        wait_for("grades", lambda: evaluator.locator(".to-after a").count())
        evaluator.click(".to-after a")
        evaluator.wait_for_selector("#grades")
        step = evaluator.locator("form.grade.step").filter(has_not_text="not graded").first
        proposed = step.locator("select").input_value()
        step.locator("select").select_option("S" if proposed == "P" else "P")
        step.locator("button").click()
        answer(evaluator, "says why")
        step.locator("input[name='reason']").fill("read back without a word missing")
        evaluator.keyboard.press("Enter")
        answer(evaluator, "Graded")
        evaluator.fill("form:has(input[value='sign']) input[name='name']", "Head of evaluators")
        evaluator.keyboard.press("Enter")
        answer(evaluator, "Signed")
        assert not evaluator.locator("[data-key^='show-']").count(), "what all see is the controller's"
        page.click("[data-key='show-list']")
        wait_for("the projector shows it", lambda: "Plant dept" in wall.inner_text("main"))
        assert not wall.locator("form.improve, [data-fragment='wall']:visible").count()
        page.click("[data-key='show-board']")
        wait_for("the board is back", lambda: wall.locator("[data-fragment='wall']:visible").count())
        assert not (plan / "register.yaml").exists(), "never without being asked"
        page.click("form:has(input[value='take-over']) button")
        confirmed(page)
        wait_for("numbers", lambda: "W-0002" in page.inner_text("#list"))
        assert drill.stop() == 0
    register = load_customer(plan).dossier.register
    assert register is not None
    assert {entry.owner.rpartition("· ")[2] for entry in register.entries.values()} == {"Plant dept", "Duty office"}
    folder = session_of(drill)
    said = [e for e in read_log(folder / "session.jsonl") if e.what in ("row", "rated", "signed", "taken_over")]
    assert [e.what for e in said] == ["row", "row", "row", "rated", "signed", "taken_over"]
    told = json.loads((folder / "hotwash.json").read_text(encoding="utf-8"))
    given = next(each for each in told["grades"] if each["given"])
    assert given["proposed"] != given["given"] and given["reason"] == "read back without a word missing"
    assert {"zh", "en"} == set(told["goods"][0]["text"]) and (folder / "report.html").is_file()
    printed = drillsim("report", str(folder), "--json", "--lang", "en")
    assert printed.code == 0
    document = json.loads(printed.text)
    assert [row["person"] for row in document["improvements"] if row["person"]] == ["Plant dept", "Duty office"]


@pytest.mark.full
def test_a_step_said_to_be_earlier_is_judged_earlier_and_an_aborted_drill_is_not_graded(
    chromium: Any, tmp_path: Path
) -> None:
    with served(tmp_path, "--play", "duty-electrician") as drill:
        page = opened(chromium, drill.links["controller"])
        after(page, played_and_ended(page, "aborted"))
        assert "not graded" in page.inner_text(".grade.whole") and "aborted" in page.inner_text("main")
        assert not page.locator(".grade.whole select").count()
        form = page.locator("form:has(input[value='correct'])")
        form.locator("input[name='at']").fill("99:00")
        page.keyboard.press("Enter")
        answer(page, "no scenario time gone by")
        form.locator("select[name='step']").select_option("S201")
        form.locator("input[name='at']").fill("T+4:30")
        form.locator("input[name='why']").fill("keyed late")
        page.keyboard.press("Enter")
        answer(page, "judging uses it")
        words = page.locator("form:has(input[value='complete'])")
        words.locator("select[name='role']").select_option("duty-electrician")
        words.locator("button").click()
        page.wait_for_timeout(300)
        page.reload()
        assert "keyed late" in page.inner_text("#record") and "as corrected" in page.inner_text("main")
        assert not page.locator("form:has(input[value='complete'])").count()
        page.click("#record button[name='entry'] >> nth=0")
        wait_for("taken back", lambda: "keyed late" not in page.inner_text("#record"))
        assert drill.stop() == 0
    folder = session_of(drill)
    assert not (folder / "judged.jsonl").exists()
    printed = drillsim("report", str(folder), "--lang", "en")
    assert printed.code == 0 and "not graded" in printed.text and "aborted" in printed.text


@pytest.mark.full
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_fits_its_screens_is_read_aloud_and_comes_back(chromium: Any, tmp_path: Path, lang: str) -> None:
    import axe_playwright_python

    axe = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    with served(tmp_path, "--play", "duty-electrician") as drill:
        page = opened(chromium, drill.links["controller"])
        after(page, played_and_ended(page))
        assert drill.stop() == 0
    with served(tmp_path, "--resume", str(session_of(drill)), lang=lang) as again:
        page = opened(chromium, next(iter(again.links.values())))
        page.wait_for_selector(".to-after a")
        after(page, time.monotonic())
        assert page.locator("button[disabled]").count() == 1, "opened without the customer's folder"
        for width in (390, 720, 1280, 1366):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"), width
        page.evaluate(axe)
        found = page.evaluate("axe.run()")
        assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
        assert page.evaluate("document.documentElement.lang") == {"zh": "zh-CN", "en": "en"}[lang]
        player = opened(chromium, again.links[{"zh": "参演人员 · 值班电工", "en": "player · Duty electrician"}[lang]])
        player.goto(player.url + "after")
        assert "goods" not in player.content() and "403" not in player.content()
        assert again.stop() == 0


def test_nobody_but_controller_and_evaluator_opens_it(tmp_path: Path) -> None:
    from http.cookiejar import CookieJar
    from urllib.error import HTTPError
    from urllib.request import HTTPCookieProcessor, build_opener

    with served(tmp_path) as drill:
        for part, status in (("controller", 200), ("evaluator", 200), ("projector window", 403), ("observer", 403)):
            opener = build_opener(HTTPCookieProcessor(CookieJar()))
            place = opener.open(drill.links[part], timeout=20).url
            try:
                with opener.open(f"{place}after", timeout=20) as reply:
                    assert (reply.status, "not ended" in reply.read().decode()) == (status, True)
            except HTTPError as error:
                assert error.code == status

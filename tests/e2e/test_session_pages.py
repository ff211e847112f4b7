"""A joint drill in a real browser, by clicks and keys: one facilitator alone, and four people in four browsers."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drillsim.journal import read_journal
from drillsim.session.log import read_log
from helpers.drill_pages import BROWSER, NIGHT, browser, confirmed, opened, seconds, served, wait_for
from helpers.shipped import HOSPITAL
from helpers.thinned import thinned

pytestmark = pytest.mark.skipif(BROWSER is None, reason="needs Chromium on this machine")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as found:
        yield found


def answer(page: Any, pattern: str) -> str:
    wait_for(pattern, lambda: re.search(pattern, page.inner_text("#answer")))
    return str(page.inner_text("#answer"))


def clock(page: Any) -> int:
    return seconds(page.inner_text(".clock b"))


def state(page: Any) -> str:
    return str(page.inner_text(".state"))


def fits(page: Any) -> bool:
    """Nothing stands beyond the right edge."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"))


def journal_of(folder: Path) -> Any:
    return read_journal(folder / "journal.jsonl")


def test_one_facilitator_alone_leads_a_drill_by_the_keyboard(chromium: Any, tmp_path: Path) -> None:
    with served(tmp_path, "--play", "duty-electrician") as drill:
        page = opened(chromium, drill.links["controller"])
        wall = opened(chromium, drill.links["projector window"], 1920, 1080)
        assert "not begun" in wall.inner_text("header")
        assert "not begun" in state(page) and clock(page) == 0
        page.keyboard.press("d")
        answer(page, r"Now T\+0:00:10")
        assert "RC-02" in page.inner_text(".due")
        page.keyboard.press("d")
        answer(page, "Settle it")
        page.focus(".due button")
        page.keyboard.press("Enter")
        answer(page, "Entered: Activate the card: RC-02")
        page.click("button[value='60']")
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("s")
        wait_for("it runs", lambda: clock(page) > 30 and "running" in state(page))
        page.keyboard.press("p")
        wait_for("it stands", lambda: "paused" in state(page))
        stands = clock(page)
        page.keyboard.press("/")
        page.keyboard.type("101 open duty-electrician")
        page.keyboard.press("Enter")
        answer(page, "Entered: ")
        page.keyboard.press("/")
        page.keyboard.type("phone lost")
        page.keyboard.press("Enter")
        answer(page, "act was not recognised")
        assert clock(page) == stands
        page.click("[data-key='give-phone-lost']")
        wait_for("given", lambda: page.locator("[data-key='give-phone-lost']").count() == 0)
        page.fill("form:has(input[value='jump']) input[name='minutes']", "14")
        page.keyboard.press("Enter")
        answer(page, r"Now T\+0:14:00")
        wait_for("it came", lambda: "icu-asks" in page.inner_text(".deck li.given"))
        assert page.locator("text=In between").count() == 1
        wait_for("the wall follows", lambda: clock(wall) == 14 * 60)
        assert "EXERCISE" in wall.inner_text("header")
        assert not wall.locator(".deck, .quick").count(), "never the console"
        page.fill("form:has(input[value='note']) input[name='text']", "<script>alert(1)</script>")
        page.keyboard.press("Enter")
        answer(page, "Kept")
        page.click("text=Record of the room")
        wait_for("it is text", lambda: "<script>alert(1)" in page.inner_text("[data-fragment='log']"))
        page.focus("button[value='completed']")
        page.keyboard.press("Enter")
        assert "does not go on" in confirmed(page, by_keys=True)
        wait_for("ended", lambda: "completed" in state(page) and "completed" in state(wall))
        assert "knew otherwise than it was" in wall.inner_text("h2")
        assert drill.stop() == 0
    folder = tmp_path / HOSPITAL / f"session-{NIGHT}-s1"
    journal = journal_of(folder)
    assert journal.complete and journal.events[-1].data["status"] == "completed"
    kinds = {e.data["decision"] for e in journal.of("decision") if e.data["by"] == "wang"}
    assert "activate" in kinds and kinds & {"act", "begin"}
    assert [e.what for e in read_log(folder / "session.jsonl") if e.what in ("keyed", "note", "stopped")] == [
        "keyed", "keyed", "note", "stopped",
    ]  # fmt: skip


@pytest.mark.parametrize("lang", thinned(["zh", "en"], 2))
def test_each_page_fits_its_screen_and_knows_both_languages(chromium: Any, tmp_path: Path, lang: str) -> None:
    with served(tmp_path, "--play", "duty-electrician", lang=lang) as drill:
        links = list(drill.links.values())
        page = opened(chromium, links[0])
        page.keyboard.press("d")
        wait_for("jumped", lambda: clock(page) == 10)
        for link in (*links[:4], *links[-5:-1]):
            for width in (390, 1366, 1920):
                shown = opened(chromium, link, width, 900)
                assert fits(shown), (link, width)
                assert shown.evaluate("document.documentElement.lang") == {"zh": "zh-CN", "en": "en"}[lang]
                unnamed = shown.evaluate(
                    "[...document.querySelectorAll('input:not([type=hidden]), select, button')].filter(e =>"
                    " !(e.textContent.trim() || e.labels?.length || e.ariaLabel)).map(e => e.outerHTML)"
                )
                assert unnamed == []
                small = shown.evaluate(
                    "[...document.querySelectorAll('button, input:not([type=hidden]), select')].filter(e =>"
                    " e.offsetParent && (e.closest('label.check') ?? e).getBoundingClientRect().height < 40)"
                    ".map(e => e.outerHTML)"
                )
                assert small == []
                shown.context.close()
        page.click("header .languages button")
        other = {"zh": "en", "en": "zh-CN"}[lang]
        page.wait_for_selector(f"html[lang={other}] .clock")


def is_gone(player: Any, told: str) -> bool:
    """A decision that was taken is due no longer; one that was refused stays."""
    until = time.monotonic() + 5
    while player.locator(".due button").all_inner_texts()[:1] == [told]:
        if time.monotonic() > until:
            return False
        player.wait_for_timeout(50)
    return True


def test_four_people_in_four_browsers_play_to_the_end(chromium: Any, tmp_path: Path) -> None:
    from playwright.sync_api import TimeoutError as Gone

    with served(tmp_path) as drill:
        lead = opened(chromium, drill.links["controller"])
        electrician = opened(chromium, drill.links["player · Duty electrician"], 390, 844)
        dispatcher = opened(chromium, drill.links["player · Dispatcher"])
        evaluator = opened(chromium, drill.links["evaluator"])
        wait_for("people decide", lambda: lead.locator("article.role").count() == 2)
        lead.keyboard.press("d")
        answer(lead, r"Now T\+0:00:10")
        electrician.click(".due button")
        read = confirmed(electrician)
        assert "Read back: Duty electrician Wang" in read and "Activate the card: RC-02" in read
        answer(electrician, "Activate the card: RC-02")
        lead.evaluate("document.activeElement.blur()")
        lead.keyboard.press("d")
        answer(lead, r"Now T\+0:00:13")
        dispatcher.click(".due button")
        confirmed(dispatcher)
        answer(dispatcher, "U-02")
        for _ in range(40):
            before = clock(lead)
            for player in (electrician, dispatcher):
                while player.locator(".due button").count():
                    try:  # what was decided a moment ago may take the button away
                        told = player.locator(".due button").first.inner_text(timeout=2_000)
                        player.locator(".due button").first.click(timeout=2_000)
                        confirmed(player)
                    except Gone:
                        continue
                    if not is_gone(player, told):
                        break
            lead.evaluate("document.activeElement.blur()")
            lead.keyboard.press("d")
            lead.wait_for_timeout(400)
            if clock(lead) == before and "Settle it" not in lead.inner_text("#answer"):
                break
        if clock(lead) < 200 * 60:  # with nothing left to decide it went on to the end
            lead.fill("form:has(input[value='jump']) input[name='minutes']", "200")
            lead.keyboard.press("Enter")
            answer(lead, r"Now T\+3:20:00")
        wait_for(
            "all are there", lambda: {clock(each) for each in (electrician, dispatcher, evaluator)} == {clock(lead)}
        )
        rows = evaluator.locator(".evaluated li")
        assert rows.count() > 5 and evaluator.locator(".evaluated .rate").count() == rows.count()
        row = rows.filter(has_text=re.compile("The rules propose: [PSMU]")).first
        step, proposed = row.get_attribute("data-row"), row.locator(".proposes").inner_text()[19]
        other = "S" if proposed == "P" else "P"
        row.locator("select").select_option(other)
        row.locator("input[name='note']").fill("spoke too fast")
        row.locator("button").click()
        answer(evaluator, f"The rules propose {proposed} .* Say why")
        row = evaluator.locator(f"[data-row='{step}']")
        assert row.locator("input[name='note']").input_value() == "spoke too fast", "what was filled in stays"
        row.locator("input[name='reason']").fill("read back only half")
        evaluator.keyboard.press("Enter")
        answer(evaluator, "Kept")
        wait_for("rated", lambda: "read back only half" in row.locator(".evidence").inner_text())
        assert f"Rated: {other}" in row.locator(".evidence").inner_text()
        electrician.click(".stop button")
        wait_for("it asks again", lambda: "Press again" in electrician.inner_text(".stop button"))
        electrician.wait_for_timeout(400)
        electrician.click(".stop button")
        wait_for("stopped for all", lambda: all(e.locator(".halt").is_visible() for e in (lead, dispatcher, evaluator)))
        electrician.fill(".halt input[name='text']", "a real fire alarm")
        electrician.keyboard.press("Enter")
        answer(electrician, "Kept")
        assert drill.stop() == 0
    folder = tmp_path / HOSPITAL / f"session-{NIGHT}-s1"
    ended = journal_of(folder).events[-1].data
    assert (ended["status"], ended["why"]) == ("stopped", "real_emergency")
    rated = [e.data for e in read_log(folder / "session.jsonl") if e.what in ("rated", "remarked")]
    assert rated == [
        {"step": step, "rating": other, "reason": "read back only half"}, {"step": step, "text": "spoke too fast"},
    ]  # fmt: skip


def test_a_page_that_lost_its_line_says_so_and_comes_back(chromium: Any, tmp_path: Path) -> None:
    with served(tmp_path) as drill:
        page = opened(chromium, drill.links["controller"])
        other = opened(chromium, drill.links["projector window"])
        other.context.set_offline(True)
        wait_for("it says so", lambda: other.locator("#line").is_visible() or other.evaluate("!navigator.onLine"))
        page.keyboard.press("d")
        answer(page, "The plan plays every role")
        page.keyboard.press("i")
        page.wait_for_timeout(300)
        other.context.set_offline(False)
        wait_for("it is up to date", lambda: clock(other) == clock(page), 20)


def test_pages_come_back_by_themselves_when_the_server_was_killed(chromium: Any, tmp_path: Path) -> None:
    with served(tmp_path) as drill:
        page = opened(chromium, drill.links["controller"])
        wall = opened(chromium, drill.links["projector window"])
        page.keyboard.press("i")
        wait_for("jumped", lambda: clock(wall) == 12 * 60)
        drill.process.kill()
        wait_for("it says so", lambda: wall.locator("#line").is_visible() and page.locator("#line").is_visible())
    (part,) = (tmp_path / HOSPITAL).glob("*.part")
    with served(tmp_path, "--resume", str(part)):
        wait_for("they are back", lambda: not any(e.locator("#line").is_visible() for e in (wall, page)), 30)
        page.keyboard.press("i")
        wait_for("it goes on", lambda: clock(wall) == clock(page) == 15 * 60)


def test_a_decision_is_seen_in_the_other_browsers_at_once(chromium: Any, tmp_path: Path) -> None:
    with served(tmp_path) as drill:
        page = opened(chromium, drill.links["controller"])
        wall = opened(chromium, drill.links["projector window"])
        wall.evaluate(
            "window.seen = {}; new MutationObserver(() => { const t = document.querySelector('.clock b').innerText;"
            " window.seen[t] ??= Date.now(); }).observe(document.body, {childList: true, subtree: true})"
        )
        delays = []
        for minute in range(1, 21):
            page.fill("form:has(input[value='jump']) input[name='minutes']", str(minute))
            page.evaluate("window.pressed = Date.now()")
            page.keyboard.press("Enter")
            shows = f"T+0:{minute:02}:00"
            wait_for(shows, lambda: shows in wall.evaluate("Object.keys(window.seen)"))  # noqa: B023
            delays.append(wall.evaluate("window.seen")[shows] - page.evaluate("window.pressed"))
        delays.sort()
        print(json.dumps({"median_ms": delays[10], "worst_ms": delays[-1]}))
        assert delays[10] < 300

"""The wall of a drill: one view at a time, known by a role or as it is, readable across a room and without colour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drillsim.session.log import read_log
from helpers.drill_pages import BROWSER, NIGHT, browser, confirmed, opened, seconds, served, wait_for
from helpers.shipped import HOSPITAL

pytestmark = pytest.mark.skipif(BROWSER is None, reason="needs Chromium on this machine")
SCREENS = ((1280, 720), (1920, 1080))
LEAST_OF_SCREEN = 1 / 52
"""Words of the wall are at least so high as a part of the screen: at ten metres, on a picture of two metres, 2 cm."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as found:
        yield found


def press(page: Any, key: str) -> None:
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press(key)


def come_to(lead: Any, minutes: str) -> None:
    lead.fill("form:has(input[value='jump']) input[name='minutes']", minutes)
    lead.keyboard.press("Enter")
    wait_for(minutes, lambda: seconds(lead.inner_text(".clock b")) == 60 * int(minutes))


SMALL_WORDS = """least => [...document.querySelectorAll('main *, header *')]
    .filter(e => e.offsetParent !== null || e.closest('svg'))
    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
    .filter(e => !e.closest('small, .legend, title, desc, h1') && e.textContent.trim().length > 1)
    .map(e => [e.textContent.trim().slice(0, 20), e.closest('svg')
        ? parseFloat(e.getAttribute('font-size')) * e.getScreenCTM().a
        : parseFloat(getComputedStyle(e).fontSize)])
    .filter(row => row[1] < least)"""


def small_words(page: Any) -> list[list[Any]]:
    """Words on the wall that are too small to be read across a room; marks of age and single letters are no words."""
    return list(page.evaluate(SMALL_WORDS, page.viewport_size["height"] * LEAST_OF_SCREEN))


def test_the_wall_goes_with_the_drill_and_shows_what_a_role_knows(chromium: Any, tmp_path: Path) -> None:
    with served(tmp_path, "--play", "duty-electrician") as drill:
        lead = opened(chromium, drill.links["controller"])
        walls = [opened(chromium, drill.links["projector window"], *screen) for screen in SCREENS]
        wall = walls[0]
        assert "Stop the drill" in wall.inner_text(".briefing .stopword") and "Nobody has signed in" in wall.inner_text(
            "main"
        )
        for name, unit in (("Zhang San", "City supply company"), ("<b>Li</b>", "Hospital")):
            lead.fill(".sign input[name='name']", name)
            lead.fill(".sign input[name='unit']", unit)
            lead.fill(".sign input[name='role']", "evaluator")
            lead.keyboard.press("Enter")
            wait_for(name, lambda: name in wall.inner_text(".present"))  # noqa: B023
        assert "Attendance (2)" in wall.inner_text("main"), "what somebody wrote is text"
        lead.click("[data-key='settle-dispatch_consents']")
        wait_for("settled", lambda: "☑ Dispatch has consented" in wall.inner_text(".checks"))
        press(lead, "2")
        wait_for("roles", lambda: wall.locator(".roles").count() == 1)
        assert "spoken in the room" in wall.inner_text(".roles tr:has-text('Duty electrician')")
        assert "the plan stands in" in wall.inner_text(".roles tr:has-text('Dispatcher')")
        press(lead, "4")
        wait_for("drawn", lambda: wall.locator("svg").count() == 1)
        assert "Initial state" in wall.inner_text(".whose") and "0 of" not in wall.inner_html("svg desc")
        come_to(lead, "14")
        wait_for(
            "known", lambda: "As known by" in wall.inner_text(".whose") or "known" in wall.inner_text(".whose").lower()
        )
        known = wall.inner_html("svg")
        assert "14′ ago" in known and "before" in known, "each state with its age"
        assert "failed" not in known and "Failed" not in known, "that the set failed is not known to the electrician"
        lead.select_option("form:has(input[value='wall']) select", "")
        lead.click("form:has(input[value='wall']) button")
        wait_for("what is so", lambda: "what is so" in wall.inner_text(".whose").lower())
        wait_for("drawn anew", lambda: wall.inner_html("svg") != known)
        true = wall.inner_html("svg")
        assert "′ ago" not in true and "before" not in re.sub(r"<desc.*?</desc>", "", true)
        lead.select_option("form:has(input[value='wall']) select", "duty-electrician")
        lead.click("form:has(input[value='wall']) button")
        for key, what in (
            ("1", ".briefing"),
            ("2", ".roles"),
            ("3", ".limits"),
            ("4", "svg"),
            ("5", ".ladder"),
            ("6", ".facts"),
        ):
            press(lead, key)
            for each in walls:
                wait_for(what, lambda: each.locator(what).count() == 1)  # noqa: B023
                assert small_words(each) == [], what
                assert not each.locator(".deck, .quick, .offers").count(), "never the console"
        press(lead, "5")
        wait_for("ladder", lambda: wall.locator(".ladder").count() == 1)
        assert "Power back is not service back" in wall.inner_text(".ladder caption")
        lead.click("button[value='completed']")
        confirmed(lead)
        lead.click("[data-key='view-auto']")
        wait_for("the statement", lambda: wall.locator(".otherwise").count() == 1)
        assert "genset 1" in wall.inner_text(".otherwise") and "states known otherwise" in wall.inner_text("main")
        wait_for(
            "on the console too", lambda: "states known otherwise" in lead.inner_text("[data-fragment='statement']")
        )
        lead.fill("form:has(input[value='photo']) input[name='file']", "IMG_0412.jpg")
        lead.fill("form:has(input[value='photo']) input[name='text']", "attendance sheet, signed")
        lead.keyboard.press("Enter")
        wait_for("kept", lambda: "Kept" in lead.inner_text("#answer"))
        assert drill.stop() == 0
    entries = read_log(tmp_path / HOSPITAL / f"session-{NIGHT}-s1" / "session.jsonl")
    told = {(e.what, *e.data.values()) for e in entries if e.what in ("attended", "settled", "photo")}
    supplier = "City supply company"
    assert told == {
        ("attended", "Zhang San", supplier, "evaluator"), ("attended", "<b>Li</b>", "Hospital", "evaluator"),
        ("settled", "dispatch_consents"), ("photo", "IMG_0412.jpg", "attendance sheet, signed"),
    }  # fmt: skip


def test_dead_live_and_unknown_differ_without_colour(chromium: Any, tmp_path: Path) -> None:
    with served(tmp_path, "--play", "duty-electrician") as drill:
        lead = opened(chromium, drill.links["controller"])
        wall = opened(chromium, drill.links["projector window"], 1280, 720)
        come_to(lead, "14")
        press(lead, "4")
        wait_for("drawn", lambda: wall.locator("svg").count() == 1)
        looks = wall.evaluate(
            "[...document.querySelectorAll('svg polyline[fill=none]')].map(e => [e.getAttribute('stroke'),"
            " e.getAttribute('stroke-dasharray') ?? ''])"
        )
        of = {color: {dashes for each, dashes in looks if each == color} for color, _ in looks}
        assert of["#0b6e4f"] == {""} and "4 3" in of["#9aa0a8"], "live is solid, dead is dashed"
        fills = wall.evaluate(
            "[...document.querySelectorAll('svg rect[height=\"4.0\"]')].map(e => e.getAttribute('fill'))"
        )
        assert {"#0b6e4f", "#ffffff"} == set(fills), "live bars are filled, dead ones hollow"


def test_an_observer_reads_everything_on_a_phone(chromium: Any, tmp_path: Path) -> None:
    with served(tmp_path, "--play", "duty-electrician", lang="zh") as drill:
        lead = opened(chromium, drill.links["导调人员"])
        phone = opened(chromium, drill.links["观摩人员"], 390, 844)
        come_to(lead, "3")
        wait_for("drawn", lambda: phone.locator("svg").count() == 1)
        assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"), "the page itself fits"
        drawn = phone.evaluate(
            "(() => { const e = document.querySelector('.oneline'); return [e.scrollWidth, e.clientWidth]; })()"
        )
        assert drawn[0] > drawn[1], "the diagram is scrolled, not shrunk"
        phone.fill(".sign input[name='name']", "王五")
        phone.fill(".sign input[name='unit']", "市供电公司")
        phone.fill(".sign input[name='role']", "观摩")
        phone.click(".sign button")
        lead.click("summary:has-text('签到与开场')")
        wait_for("signed in", lambda: "王五" in lead.inner_text("[data-fragment='before']"))

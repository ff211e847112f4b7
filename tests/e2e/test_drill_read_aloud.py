"""Every page of a drill and every view of its wall, as a screen reader and the rules of axe-core make it out; and the
question before something is done, by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from drillsim.texts import LANGS, Lang, text
from helpers.drill_pages import BROWSER, Served, browser, confirmed, opened, seconds, served, wait_for
from helpers.shipped import AIRPORT, HOSPITAL

pytestmark = pytest.mark.skipif(BROWSER is None, reason="needs Chromium on this machine")
SCREENS = {"projector": (1920, 1080), "player": (390, 844), "observer": (390, 844)}
VIEWS = {
    "1": ".briefing", "2": ".roles", "3": ".limits", "4": "svg", "5": ".ladder", "6": ".facts", "8": ".sections",
}  # fmt: skip


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as found:
        yield found


@cache
def axe() -> str:
    import axe_playwright_python

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def made_out(page: Any, what: str) -> None:
    """No rule of axe-core is broken, and nothing stands beyond the right edge."""
    page.evaluate(axe())
    found = page.evaluate("axe.run()")
    assert len(found["passes"]) > 15, what
    assert [(what, each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"), what


def to(lead: Any, minutes: int) -> None:
    lead.fill("form:has(input[value='jump']) input[name='minutes']", str(minutes))
    lead.keyboard.press("Enter")
    wait_for(f"T+{minutes}", lambda: seconds(lead.inner_text(".clock b")) == 60 * minutes)


def part(lang: Lang, name: str) -> str:
    return text(lang, f"session-part-{name}")


PARTS = (
    "controller", "projector", "director", "player", "simulator", "evaluator", "safety_officer", "scribe", "observer",
)  # fmt: skip
SOME = ("controller", "projector", "player", "simulator", "evaluator")
"""Pages that differ; the others are one of these with less on it."""


def of_each(chromium: Any, drill: Served, lang: Lang, wanted: tuple[str, ...]) -> dict[str, Any]:
    """A page of each part; of the players the first."""
    found: dict[str, Any] = {}
    for name, link in drill.links.items():
        kind = next(each for each in PARTS if name.startswith(part(lang, each)))
        if kind in wanted and kind not in found:
            found[kind] = opened(chromium, link, *SCREENS.get(kind, (1366, 768)))
    assert set(found) == set(wanted), "a link for every part"
    return found


NIGHT = "both-lost-night-autostart-fails"
WHOLE = [
    (customer, name, lang) for customer, name in ((HOSPITAL, NIGHT), (AIRPORT, "both-lost-own-supply-fails"))
    for lang in LANGS
]  # fmt: skip


def test_the_pages_that_differ_are_made_out(chromium: Any, tmp_path: Path) -> None:
    with served(tmp_path, lang="zh") as drill:
        made_out_all(chromium, drill, "zh", SOME, "48")


@pytest.mark.full
@pytest.mark.parametrize(("customer", "scenario", "lang"), WHOLE)
def test_every_page_of_every_part_and_every_view_of_the_wall_is_made_out(
    chromium: Any, tmp_path: Path, customer: str, scenario: str, lang: Lang
) -> None:
    with served(tmp_path, lang=lang, customer=customer, scenario=scenario) as drill:
        made_out_all(chromium, drill, lang, PARTS, "".join(VIEWS))


def made_out_all(chromium: Any, drill: Served, lang: Lang, parts: tuple[str, ...], views: str) -> None:
    """The joining page, a page of each part and the views of the wall, while the drill goes on and when it has
    ended."""
    pages = of_each(chromium, drill, lang, parts)
    lead, wall = pages["controller"], pages["projector"]
    joining = chromium.new_context().new_page()
    joining.goto(f"http://127.0.0.1:{drill.port}/")
    made_out(joining, "joining")
    to(lead, 20)
    lead.click(f"summary:has-text('{text(lang, 'session-parts')}')")
    for key in views:
        lead.evaluate("document.activeElement.blur()")
        lead.keyboard.press(key)
        wait_for(key, lambda: wall.locator(VIEWS[key]).count() == 1)  # noqa: B023
        made_out(wall, VIEWS[key])
    for name, page in pages.items():
        if name != "projector":
            wait_for(name, lambda: seconds(page.inner_text(".clock b")) == 20 * 60)  # noqa: B023
            made_out(page, name)
    lead.click("button[value='completed']")
    made_out(lead, "the question")
    confirmed(lead)
    lead.click("[data-key='view-auto']")
    wait_for("the statement", lambda: wall.locator(".otherwise").count() == 1)
    made_out(wall, "the statement")


def test_what_is_done_is_read_back_and_confirmed_by_keys_alone(chromium: Any, tmp_path: Path) -> None:
    with served(tmp_path) as drill:
        lead = opened(chromium, drill.links["controller"])
        player = opened(chromium, drill.links["player · Duty electrician"])
        lead.keyboard.press("d")
        wait_for("due", lambda: player.locator(".due button").count() == 1)
        messages = player.locator(".person h3:has-text('Messages') + ul")
        assert messages.inner_text() == "None.", "no message says so"
        player.focus(".due button")
        player.keyboard.press("Enter")
        box = player.locator("#ask")
        wait_for("it asks", box.is_visible)
        assert "Read back: Duty electrician Wang" in player.inner_text("#ask-says")
        named = player.evaluate("[document.activeElement.value, document.activeElement.closest('dialog').id]")
        assert named == ["yes", "ask"], "the first key is the one that confirms"
        player.keyboard.press("Enter")
        assert box.is_visible(), "a press with the one before is none"
        for _ in range(5):
            player.keyboard.press("Tab")
            inside = "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
            assert player.evaluate(inside), "nothing behind it takes the keys"
        player.keyboard.press("Escape")
        wait_for("it has gone", lambda: not box.is_visible())
        assert player.evaluate("document.activeElement.closest('.due') !== null"), "back where one was"
        assert player.locator(".due button").count() == 1 and "Entered" not in player.inner_text("#answer")
        player.keyboard.press("Enter")
        wait_for("it asks again", box.is_visible)
        assert "RC-02" in confirmed(player, by_keys=True)
        wait_for("done", lambda: "Entered: Activate the card: RC-02" in player.inner_text("#answer"))
        player.select_option("select[name='verb']", "open")
        player.fill("input[name='target']", "101")
        player.keyboard.press("Enter")
        assert "open 101" in confirmed(player) and "beyond the plan" in player.inner_text("#ask-says")
        player.fill("input[name='about']", "101")
        player.click("button[value='tell']")
        wait_for("it asks", box.is_visible)
        assert "report 101 " in player.inner_text("#ask-says")
        officer = opened(chromium, drill.links["safety officer"])
        officer.keyboard.press("x")
        officer.wait_for_timeout(400)
        officer.keyboard.press("x")
        wait_for("the stop stands before the question", lambda: player.locator(".halt").is_visible())
        assert not box.is_visible()

"""A record looked at again in a real browser, by keys and clicks, and another drill that branches off it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from e2e.test_session_pages import answer, clock, fits
from helpers.drill_pages import BROWSER, NIGHT, browser, confirmed, opened, served, wait_for
from helpers.shipped import HOSPITAL

pytestmark = pytest.mark.skipif(BROWSER is None, reason="needs Chromium on this machine")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as found:
        yield found


@pytest.fixture(scope="module")
def record(chromium: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A drill of a quarter of an hour, led by keys."""
    out = tmp_path_factory.mktemp("out")
    with served(out, "--play", "duty-electrician") as drill:
        page = opened(chromium, drill.links["controller"])
        page.keyboard.press("d")
        answer(page, r"Now T\+0:00:10")
        page.click(".due button")
        answer(page, "Activate the card: RC-02")
        page.fill("form:has(input[value='note']) input[name='text']", "they were quick")
        page.keyboard.press("Enter")
        answer(page, "Kept")
        page.fill("form:has(input[value='jump']) input[name='minutes']", "15")
        page.keyboard.press("Enter")
        answer(page, r"Now T\+0:15:00")
        page.click("button[value='completed']")
        confirmed(page)
        wait_for("ended", lambda: "completed" in page.inner_text(".state"))
        assert drill.stop() == 0
    return out / HOSPITAL / f"session-{NIGHT}-s1"


def files_of(folder: Path) -> dict[str, bytes]:
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


@pytest.mark.parametrize("lang", ["en", pytest.param("zh", marks=pytest.mark.full)])
def test_a_record_is_looked_at_moment_by_moment(chromium: Any, record: Path, lang: str) -> None:
    import axe_playwright_python

    axe = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    before = files_of(record)
    with served(record.parent, "--replay", str(record), lang=lang) as drill:
        page = opened(chromium, next(iter(drill.links.values())))
        assert clock(page) == 0
        page.keyboard.press("End")
        wait_for("at the end", lambda: clock(page) == 15 * 60)
        if lang == "en":
            known, so = (page.inner_text(f"[data-fragment='{each}']") for each in ("knew", "was"))
            assert "What Duty electrician knew" in known and "as known by Duty electrician" in known
            assert "what is so" in so and "without supply" in so
            assert "note: they were quick" in page.inner_text("[data-fragment='told']")
            assert f'--resume "{record.as_posix()}" --at 0:15:00' in page.inner_text("[data-fragment='told']")
        page.keyboard.press("-")
        wait_for("a minute back", lambda: clock(page) == 14 * 60)
        page.keyboard.press("Home")
        wait_for("at T0", lambda: clock(page) == 0)
        assert "they were quick" not in page.inner_text("[data-fragment='told']"), "it had not been said"
        seen = [0]
        for _ in range(4):
            page.keyboard.press("ArrowRight")
            wait_for("on", lambda: clock(page) > seen[-1])
            seen.append(clock(page))
        page.keyboard.press("ArrowLeft")
        wait_for("back", lambda: clock(page) == seen[-2])
        page.focus("input[type=range]")
        page.keyboard.press("PageUp")
        wait_for("the slider", lambda: clock(page) > seen[-1])
        page.fill("input[name='minutes']", "3")
        page.keyboard.press("Enter")
        wait_for("there", lambda: clock(page) == 180)
        page.select_option("select[name='role']", "dispatcher")
        other = {"en": "What Dispatcher knew", "zh": "当时知道的"}[lang]
        wait_for("through other eyes", lambda: other in page.inner_text("[data-fragment='knew']"))
        page.click(".moments button >> nth=0")
        wait_for("by a click", lambda: clock(page) < 180)
        for width in (390, 1366, 1920):
            page.set_viewport_size({"width": width, "height": 900})
            assert fits(page), width
        page.evaluate(axe)
        found = page.evaluate("axe.run()")
        assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
        assert drill.stop() == 0
    assert files_of(record) == before


def test_another_drill_branches_off_it(chromium: Any, record: Path) -> None:
    before = files_of(record)
    with served(record.parent, "--resume", str(record), "--at", "0:05:00") as drill:
        page = opened(chromium, drill.links["controller"])
        assert clock(page) == 300
        page.click("text=Record of the room")
        wait_for("it says so", lambda: f"branched from {record.name} at T+0:05:00" in page.inner_text("main"))
        page.keyboard.press("i")
        wait_for("it goes on", lambda: clock(page) > 300)
        assert drill.stop() == 130
    assert files_of(record) == before
    part = record.with_name(f"{record.name}-2.part")
    header = json.loads((part / "journal.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert header["branched"] == {"session": record.name, "at_ms": 300_000}

"""The stop for a real emergency: one key on every page, pressed twice, and nobody can overlook it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drillsim.session.log import read_log
from helpers.drill_pages import BROWSER, NIGHT, browser, opened, seconds, served, wait_for
from helpers.shipped import HOSPITAL

pytestmark = pytest.mark.skipif(BROWSER is None, reason="needs Chromium on this machine")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as found:
        yield found


def test_the_safety_officer_stops_everybody_by_two_presses_of_one_key(chromium: Any, tmp_path: Path) -> None:
    with served(tmp_path, "--play", "duty-electrician", lang="zh") as drill:
        links = list(drill.links.values())
        lead, wall, player = (opened(chromium, link) for link in links[:3])
        officer = opened(chromium, drill.links["安全员"], 390, 844)
        everybody = (lead, wall, player, officer)
        for page in everybody:
            word = page.locator(".stop button")
            assert word.is_visible() and "停止演练，转实战" in word.inner_text(), "the stop word stands from the start"
            box = word.bounding_box()
            assert box["height"] >= 44 and box["y"] + box["height"] <= page.viewport_size["height"], "in view"
        lead.click("button[value='60']")
        lead.evaluate("document.activeElement.blur()")
        lead.keyboard.press("s")
        wait_for("it runs", lambda: seconds(wall.inner_text(".clock b")) > 20)
        player.dblclick(".stop button")
        player.wait_for_timeout(500)
        assert not any(page.locator(".halt").count() for page in everybody), "a double click is one press"
        officer.keyboard.press("x")
        wait_for("it asks again", lambda: "再按一次" in officer.inner_text(".stop button"))
        officer.wait_for_timeout(6_500)
        assert "再按" not in officer.inner_text(".stop button"), "a press alone is forgotten"
        assert "进行中" in lead.inner_text(".state")
        for page in everybody:
            page.evaluate(
                "new MutationObserver(() => { if (document.querySelector('.halt')) window.halted ??= Date.now(); })"
                ".observe(document.body, {childList: true, subtree: true})"
            )
        officer.keyboard.press("x")
        officer.wait_for_timeout(400)
        officer.evaluate("window.pressed = Date.now()")
        officer.keyboard.press("x")
        wait_for("all pages say so", lambda: all(page.locator(".halt").is_visible() for page in everybody))
        for page in everybody:
            box = page.locator(".halt").bounding_box()
            assert (box["width"], box["height"]) == (page.viewport_size["width"], page.viewport_size["height"])
            assert "停止演练，转实战" in page.inner_text(".halt .word") and "安全员" in page.inner_text(".halt")
        pressed = officer.evaluate("window.pressed")
        delays = [page.evaluate("window.halted") - pressed for page in everybody]
        print(json.dumps({"delays_ms": delays}))
        assert max(delays) < 3_000
        stands = lead.inner_text(".clock b")
        lead.evaluate("document.activeElement.blur()")
        lead.keyboard.press("s")
        lead.wait_for_timeout(600)
        assert lead.inner_text(".clock b") == wall.inner_text(".clock b") == stands, "the clock is not started again"
        lead.fill(".halt input[name='text']", "三楼真的冒烟")
        lead.keyboard.press("Enter")
        lead.click("[data-behind]")
        assert lead.locator(".controls").is_visible() and lead.locator(".halt").is_visible()
        assert drill.stop() == 0
    entries = read_log(tmp_path / HOSPITAL / f"session-{NIGHT}-s1" / "session.jsonl")
    stopped = [(e.by, e.data["how"]) for e in entries if e.what == "stopped"]
    assert stopped == [("safety-officer", "real_emergency")]
    assert [e.data["text"] for e in entries if e.what == "note"] == ["三楼真的冒烟"]

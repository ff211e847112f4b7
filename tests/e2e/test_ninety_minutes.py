"""A drill as a meeting room holds it, from attendance to the signed record: one facilitator alone, by clicks and keys.

The short one jumps where the room would talk; the long one (`--full`) lets the scenario run at ×10.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drillsim.journal import read_journal
from drillsim.session.log import read_log
from helpers.drill_pages import BROWSER, NIGHT, browser, confirmed, opened, seconds, served, wait_for
from helpers.shipped import HOSPITAL

pytestmark = [pytest.mark.skipif(BROWSER is None, reason="needs Chromium on this machine"), pytest.mark.timeout(1800)]
DEPLOYED = ("duty-electrician", "dispatcher", "duty-officer")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as found:
        yield found


class Facilitator:
    """The one person with the laptop: the console before them, the projector's window beside it."""

    def __init__(self, console: Any, wall: Any) -> None:
        self.console, self.wall = console, wall

    @property
    def now_s(self) -> int:
        return seconds(self.console.inner_text(".clock b"))

    def press(self, key: str) -> None:
        self.console.evaluate("document.activeElement.blur()")
        self.console.keyboard.press(key)

    def hears(self, pattern: str) -> None:
        wait_for(pattern, lambda: re.search(pattern, self.console.inner_text("#answer")))

    def fills(self, what: str, **fields: str) -> None:
        """Fill a form of the console, and press Enter."""
        form = f"form:has(input[name='do'][value='{what}'])"
        for name, value in fields.items():
            self.console.fill(f"{form} input[name='{name}']", value)
        self.console.keyboard.press("Enter")

    def keys(self, words: str) -> None:
        """Key what somebody said."""
        self.press("/")
        self.console.keyboard.type(words)
        self.console.keyboard.press("Enter")
        self.hears("已录入|已记下|人员|已经|不属于")

    def shows(self, key: str, what: str) -> None:
        """Put another view on the wall."""
        self.press(key)
        wait_for(what, lambda: self.wall.locator(what).count() == 1)
        self.wall.wait_for_timeout(300)

    def carries_out(self) -> int:
        """Have people do what is due now, as they say it; give how much was done."""
        from playwright.sync_api import TimeoutError as Gone

        done = 0
        for _ in range(12):
            due = self.console.locator(".due button")
            if not due.count():
                break
            try:  # what was decided a moment ago may take the button away
                due.first.click(timeout=2_000)
            except Gone:
                continue
            self.console.wait_for_timeout(400)
            done += 1
        return done

    def runs_to(self, minute: int, *, really: bool) -> None:
        """Let the scenario come to a minute: at ten times the pace, or by jumps from decision to decision."""
        if not really:
            self.fills("jump", minutes=str(minute))
            wait_for(f"T+{minute}", lambda: self.now_s == 60 * minute)
            self.carries_out()
            return
        self.console.click("button[name='speed'][value='10']")
        self.press("s")
        while self.now_s < 60 * minute:
            self.carries_out()
            self.console.wait_for_timeout(500)
        self.press("p")
        wait_for("it stands", lambda: "已暂停" in self.console.inner_text(".state"))


def play(chromium: Any, out: Path, *, really: bool) -> Path:
    """The ninety minutes, minute by minute; gives the folder of the drill."""
    plays = [word for role in DEPLOYED for word in ("--play", role)]
    with served(out, *plays, lang="zh") as drill:
        lead = Facilitator(
            opened(chromium, drill.links["导调人员"]), opened(chromium, drill.links["投影窗口"], 1280, 720)
        )
        _opens(lead)
        _begins(lead)
        _fails_to_start(lead, really=really)
        _supplies(lead, really=really)
        _comes_back(lead, really=really)
        _ends(lead)
        assert drill.stop() == 0
    return out / HOSPITAL / f"session-{NIGHT}-s1"


def _opens(lead: Facilitator) -> None:
    """0–8: attendance, consent, stop word, a large 演练; 8–15: roles and stand-ins, and nothing of what is to come."""
    assert "停止演练，转实战" in lead.wall.inner_text(".stopword") and "演练" in lead.wall.inner_text(".huge")
    for name, unit, role in (
        ("王建国", "市中心医院", "值班电工"), ("李调度", "市供电公司", "配网调度员"), ("赵评", "市供电公司", "评估"),
    ):  # fmt: skip
        lead.fills("attend", name=name, unit=unit, role=role)
        wait_for(name, lambda: name in lead.wall.inner_text(".present"))  # noqa: B023
    for _ in range(5):
        before = lead.console.locator("[data-key^='settle-']").count()
        lead.console.locator("[data-key^='settle-']").first.click()
        wait_for("settled", lambda: lead.console.locator("[data-key^='settle-']").count() == before - 1)  # noqa: B023
    wait_for("all is settled", lambda: "☐" not in lead.wall.inner_text(".checks"))
    lead.shows("2", ".roles")
    roles = lead.wall.inner_text(".roles")
    assert roles.count("会场口述") == len(DEPLOYED) and "预案代演" in roles
    lead.shows("4", "svg")
    assert "初始状态" in lead.wall.inner_text(".whose")
    assert "自启动失败" not in lead.wall.content() and "icu-asks" not in lead.wall.content()


def _begins(lead: Facilitator) -> None:
    """15: T0 on both clocks, lamps and phones alone; 16–25: three speak at once; 25: an argument, both clocks stand."""
    lead.press("d")
    lead.hears("已到 T")
    wait_for("the wall", lambda: seconds(lead.wall.inner_text(".clock b")) == lead.now_s)
    lead.shows("4", "svg")
    wait_for("known by a role", lambda: "值班电工所知" in lead.wall.inner_text(".whose"))
    wait_for("somebody is waited for", lambda: lead.console.locator(".due button").count())
    assert lead.carries_out() >= 1
    lead.keys("101 拉")
    lead.keys("102 拉 值班电工")
    lead.console.click("text=会场记录")
    lead.console.locator("[data-fill]").first.click()
    lead.console.keyboard.type("值班电工")
    lead.console.keyboard.press("Enter")
    lead.console.click("button[name='speed'][value='1']")
    lead.press("s")
    wait_for("it runs", lambda: "进行中" in lead.wall.inner_text(".state"))
    lead.press("p")
    wait_for("it stands", lambda: "已暂停" in lead.wall.inner_text(".state"))
    stands = lead.now_s
    clocks = lead.wall.inner_text(".clocks")
    assert re.search(r"情景时刻 02:\d\d:\d\d", clocks) and re.search(r"会场时刻 \d\d:\d\d:\d\d", clocks)
    lead.console.wait_for_timeout(2_000)
    assert lead.now_s == stands and lead.wall.inner_text(".clocks") != clocks, "the room's clock goes on"


def _fails_to_start(lead: Facilitator, *, really: bool) -> None:
    """28–40: the set did not start; who goes there, what the UPS holds; 40: what happened between, in five lines."""
    lead.runs_to(9, really=really)
    assert "途中" in lead.console.inner_text("[data-fragment='roles']") or lead.console.locator("article.role").count()
    lead.shows("3", ".limits")
    assert "演练前" in lead.wall.inner_text(".supplies") or "′前" in lead.wall.inner_text(".supplies")
    lead.fills("jump", minutes="14")
    wait_for("T+14", lambda: lead.now_s == 14 * 60)
    between = lead.console.locator("[data-fragment='waiting'] h3:has-text('跳转期间') + ul li")
    assert 1 <= between.count() <= 5


def _supplies(lead: Facilitator, *, really: bool) -> None:
    """42–58: permit, G1, board; the ICU asks how long; departures stand on the console alone."""
    assert lead.console.locator(".deck li.given:has-text('icu-asks')").count() == 1
    lead.console.select_option("form:has(input[value='wall']) select", "duty-officer")
    lead.console.click("form:has(input[value='wall']) button")
    lead.shows("6", ".facts")
    wait_for("it is heard", lambda: "【演练】" in lead.wall.inner_text(".facts"))
    lead.console.locator("[data-key='give-phone-lost']").click()
    lead.runs_to(40, really=really)
    departures = lead.console.locator(
        "[data-fragment='waiting'] h3:has-text('与预案不同之处') + ul li"
    ).all_inner_texts()
    assert departures and departures != ["无。"]
    for key, what in (("3", ".limits"), ("4", "svg"), ("5", ".ladder"), ("6", ".facts")):
        lead.shows(key, what)
        shown = lead.wall.inner_text("main")
        assert not any(each.split("——")[-1] in shown for each in departures), "on the console only"
        assert not lead.wall.locator(".deck, .quick, .offers").count()


def _comes_back(lead: Facilitator, *, really: bool) -> None:
    """58–70: power back is not service back; the way back to normal, and what the stores hold."""
    lead.runs_to(55, really=really)
    lead.shows("5", ".ladder")
    assert "来电不等于业务恢复" in lead.wall.inner_text(".ladder")
    lead.console.select_option("form:has(input[value='wall']) select", "duty-electrician")
    lead.console.click("form:has(input[value='wall']) button")
    lead.shows("3", ".supplies")
    assert "UPS" in lead.wall.inner_text(".supplies")


def _ends(lead: Facilitator) -> None:
    """70: 演练结束, what was known against what was so; 88: photo numbers into the record."""
    lead.console.click("[data-key='view-auto']")
    lead.console.fill("form:has(button[value='completed']) input[name='why']", "按计划结束")
    lead.console.click("button[value='completed']")
    confirmed(lead.console)
    wait_for("known against true", lambda: lead.wall.locator(".otherwise").count() == 1)
    assert "所知与实际" in lead.wall.inner_text("h2") and "演练已结束" in lead.wall.inner_text(".state")
    stated = "[data-fragment='statement']"
    wait_for("on the console too", lambda: "与实际不符或不知" in lead.console.inner_text(stated))
    lead.fills("photo", file="IMG_0412.jpg", text="签到表")
    lead.hears("已记录")
    lead.console.fill("form:has(input[value='note']) input[name='text']", "评估人员已签字")
    lead.console.keyboard.press("Enter")
    lead.hears("已记录")


def judged(folder: Path) -> None:
    """The record holds all that was done, and is judged as a drill led to its end."""
    journal = read_journal(folder / "journal.jsonl")
    assert journal.complete and journal.events[-1].data["status"] == "completed"
    told = [each.what for each in read_log(folder / "session.jsonl")]
    wanted = {"attended": 3, "settled": 5, "keyed": 3, "photo": 1, "note": 1, "stopped": 1}
    assert {what: told.count(what) for what in wanted} == wanted
    assert {"icu-asks", "phone-lost"} <= {
        each.data["line"] for each in read_log(folder / "session.jsonl")
        if each.what == "line" and each.data["state"] == "given"
    }  # fmt: skip
    assert len(list(journal.of("decision"))) >= 5


@pytest.mark.full
def test_one_facilitator_alone_holds_a_drill_from_attendance_to_the_record(chromium: Any, tmp_path: Path) -> None:
    judged(play(chromium, tmp_path, really=False))


@pytest.mark.full
def test_one_facilitator_alone_plays_ninety_minutes_at_ten_times_the_pace(chromium: Any, tmp_path: Path) -> None:
    judged(play(chromium, tmp_path, really=True))

"""Looking ahead in a real browser, by keys and clicks; what of it nobody else is sent; a process that is killed."""

from __future__ import annotations

import http.client
import os
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from e2e.test_session_pages import answer, clock, fits
from helpers.drill_client import Client, joined
from helpers.drill_pages import BROWSER, Served, browser, confirmed, opened, served, wait_for
from helpers.shipped import HOSPITAL

WORDS = ("ahead", "of 20", "What if", "T+0:33:15", "draws")
"""Words a look ahead is made of; the ICU loses its supply at that time in some draws."""
TABLE = "[data-fragment='ahead'] table"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    if BROWSER is None:
        pytest.skip("needs Chromium on this machine")
    with browser() as found:
        yield found


def recorded(drill: Served) -> tuple[bytes, bytes]:
    (part,) = (drill.out / HOSPITAL).glob("session-*.part")
    return (part / "journal.jsonl").read_bytes(), (part / "session.jsonl").read_bytes()


class Watcher(threading.Thread):
    """Everything the server sends somebody, page and stream."""

    def __init__(self, client: Client) -> None:
        super().__init__(daemon=True)
        self.client, self.got = client, [client.sees()]

    def run(self) -> None:
        """Read the stream until it ends."""
        line = http.client.HTTPConnection("127.0.0.1", self.client.drill.port, timeout=120)
        try:
            line.request("GET", f"{self.client.place}events", headers={"Cookie": self.client.cookie})
            got = line.getresponse()
            while row := got.readline():
                self.got.append(row.decode("utf-8"))
        except OSError:
            pass  # the drill is over
        finally:
            line.close()


def looked(lead: Client, at_most_s: float = 90) -> str:
    """The answer on the console, once it stands there."""
    found = ""

    def is_there() -> bool:
        nonlocal found
        found = lead.sees().partition('data-fragment="ahead"')[2]
        return "<table" in found or "✕" in found

    wait_for("answered", is_there, at_most_s)
    return found


def test_the_director_looks_ahead_and_compares_by_the_keyboard(chromium: Any, tmp_path: Path) -> None:
    with served(tmp_path, "--play", "duty-electrician", scenario="ats-fails") as drill:
        page = opened(chromium, drill.links["controller"])
        page.keyboard.press("d")
        answer(page, r"Now T\+0:00:10")
        page.wait_for_timeout(300)
        before = recorded(drill)
        page.keyboard.press("l")
        answer(page, r"Looking ahead from T\+0:00:10")
        page.wait_for_selector(TABLE, timeout=90_000)
        told = page.inner_text("[data-fragment='ahead']")
        assert "From T+0:00:10, 20 draws" in told
        assert re.search(r"Fire pump\s+20 of 20 earliest T\+0:00:15, median T\+0:00:15", told)
        assert re.search(r"decides: S204 .*\(\d+ of 20\)", told), "the step that decides, by its number"
        assert re.search(r"ICU and theatre UPS\s+\d+ % \(\d+ %\)", told)
        assert "may still happen with a chance of up to 14 %" in told
        page.keyboard.press("w")
        page.keyboard.type("401 open duty-electrician")
        page.keyboard.press("Enter")
        page.wait_for_selector(f"{TABLE}:has(caption:has-text('Limits missed')) thead th:nth-child(4)", timeout=90_000)
        told = page.inner_text("[data-fragment='ahead']")
        assert "The plan goes on" in told and re.search(r"First open .*401", told)
        assert re.search(r"[▲▼=] (worse|better|the same)", told)
        page.keyboard.press("w")
        page.keyboard.type("phone lost")
        page.keyboard.press("Enter")
        answer(page, "the act was not recognised")
        assert recorded(drill) == before, "the drill has not changed"
        page.click("summary:has-text('choose one of the decisions')")
        page.click("[data-fragment='whatif'] details details summary >> nth=0")
        page.click("button:has-text('If: Activate the card: RC-02')")
        page.wait_for_selector("th:has-text('First Activate the card: RC-02')", timeout=90_000)
        assert clock(page) == 10 and recorded(drill) == before
        assert fits(page)
        page.click("button[value='completed']")
        confirmed(page)
        wait_for("ended", lambda: "completed" in page.inner_text(".state"))
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("l")
        answer(page, "there is nothing ahead")


def test_nobody_else_is_sent_anything_of_it(tmp_path: Path) -> None:
    with served(tmp_path, "--play", "duty-electrician", scenario="ats-fails") as drill:
        lead = joined(drill, "controller")
        parts = [part for part in drill.links if not part.startswith(("controller", "director", "player"))]
        players = [part for part in drill.links if part.startswith("player")][:3]
        others = {part: joined(drill, part) for part in (*parts, *players)}
        watchers = {part: Watcher(client) for part, client in others.items()}
        for each in watchers.values():
            each.start()
        lead.does("next-decision")
        lead.does("ahead")
        assert "20 of 20" in looked(lead)
        lead.does("what-if", text="401 open duty-electrician")
        wait_for("compared", lambda: "First open" in lead.sees(), 90)
        time.sleep(0.5)
        for part, client in others.items():
            for what in ({"do": "ahead"}, {"do": "what-if", "text": "401 open duty-electrician"}):
                reply = client.does(what["do"], **{k: v for k, v in what.items() if k != "do"})
                assert reply.status == 403, part
            sent = "".join(watchers[part].got) + client.sees()
            assert len(sent) > 1000
            assert not [word for word in WORDS if word in sent], part
        drill.stop()
    for each in watchers.values():
        each.join(20)


@pytest.mark.full
def test_a_process_that_is_killed_is_replaced_and_the_drill_goes_on(tmp_path: Path) -> None:
    with served(tmp_path, "--play", "duty-electrician", scenario="ats-fails") as drill:
        lead = joined(drill, "controller")
        lead.does("next-decision")
        lead.does("ahead")
        looked(lead)
        workers = [
            each for each in psutil.Process(drill.process.pid).children(recursive=True)
            if "spawn_main" in " ".join(each.cmdline())
        ]  # fmt: skip
        assert workers
        lead.does("ahead")
        for each in workers:
            each.kill()
        assert lead.does("note", text="it goes on").status == 200
        wait_for("replaced", lambda: "died and was replaced" in looked(lead), 90)
        workers = psutil.Process(drill.process.pid).children(recursive=True)
        drill.process.kill()
        gone, alive = psutil.wait_procs(workers, 20)
        assert not alive, "they end with the drill"
        assert gone


def test_a_worker_gives_way(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("priorities have other names there")
    with served(tmp_path, scenario="ats-fails") as drill:
        joined(drill, "controller").does("ahead")
        own = psutil.Process(drill.process.pid)
        wait_for("it gives way", lambda: any(each.nice() > own.nice() for each in own.children(recursive=True)), 60)

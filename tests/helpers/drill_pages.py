"""A drill served by the command, and browsers that open its pages."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from helpers.shipped import HOSPITAL, ROOT

BROWSER = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
NIGHT = "both-lost-night-autostart-fails"
_ROW = re.compile(r"^(?P<part>\S.*?)\s{2,}(?P<code>\w{4}-\w{4})\s+(?P<link>https?://\S+)$")


@dataclass
class Served:
    """A drill that is being served."""

    process: subprocess.Popen[str]
    links: dict[str, str]
    """Link of each part, as the command names it."""
    codes: dict[str, str]
    port: int
    out: Path
    drills: tuple[dict[str, str], ...] = ()
    """Links of each drill, where it serves several."""
    said: tuple[str, ...] = ()
    """The lines it printed until then."""

    def stop(self) -> int:
        """Press Ctrl-C; give the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(30)


@contextmanager
def served(
    out: Path, *more: str, lang: str = "en", customer: str = HOSPITAL, scenario: str | tuple[str, ...] = NIGHT
) -> Iterator[Served]:
    """The command, until its links are there; it is ended with the block."""
    scenarios = (scenario,) if isinstance(scenario, str) else scenario
    plan = [] if {"--resume", "--replay"} & {*more} else [str(ROOT / "plans" / customer), *scenarios]
    argv = [
        sys.executable,
        "-m",
        "drillsim.cli",
        "session",
        *plan,
        "--no-browser",
        "--lang",
        lang,
        "--out",
        str(out),
        *more,
    ]
    told = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        argv, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=told, encoding="utf-8"
    )
    try:
        rows, said = [], []
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line)
            if found := _ROW.match(line.rstrip()):
                rows.append(found)
            if line.startswith(("Ctrl-C", "按 Ctrl-C")):
                break
        assert rows, "".join(said)
        port = int(rows[0]["link"].rpartition(":")[2].partition("/")[0])
        firsts = [place for place, row in enumerate(rows) if row["part"] == rows[0]["part"]]
        parts = [rows[first:after] for first, after in pairwise([*firsts, len(rows)])]
        drills = tuple({row["part"]: row["link"] for row in each} for each in parts)
        codes = {row["part"]: row["code"] for row in parts[0]}
        yield Served(process, drills[0], codes, port, out, drills, tuple(said))
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(30)
        if process.stdout is not None:
            process.stdout.close()


@contextmanager
def browser() -> Iterator[Any]:
    """A real Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        try:
            yield found
        finally:
            found.close()


def opened(chromium: Any, link: str, width: int = 1366, height: int = 900) -> Any:
    """A page of somebody's own; faults of its script are faults of the test."""
    page = chromium.new_context(viewport={"width": width, "height": height}).new_page()
    page.on("dialog", lambda dialog: pytest.fail(f"the browser's own dialog: {dialog.message}"))
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto(link)
    page.wait_for_selector(".clock")
    return page


def confirmed(page: Any, *, by_keys: bool = False) -> str:
    """Read what is to be confirmed, and confirm it; give the sentence."""
    box = page.locator("#ask")
    box.wait_for(state="visible")
    says = str(page.inner_text("#ask-says"))
    assert says and "{" not in says
    page.wait_for_timeout(350)  # a press that comes with the one before is none
    if by_keys:
        page.keyboard.press("Enter")
    else:
        page.click("#ask button[value='yes']")
    box.wait_for(state="hidden")
    return says


def seconds(clock: str) -> int:
    """A scenario time as a clock shows it, s."""
    hours, minutes, rest = clock.removeprefix("T+").split(":")
    return 3600 * int(hours) + 60 * int(minutes) + int(rest)


def wait_for(what: str, is_so: Any, at_most_s: float = 30) -> None:
    """Wait until it is so."""
    until = time.monotonic() + at_most_s
    while not is_so():
        assert time.monotonic() < until, what
        time.sleep(0.05)

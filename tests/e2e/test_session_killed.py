"""`kill -9` again and again while a drill goes on: it resumes each time, and everybody whose page was open misses
nothing. No press that was answered is lost."""

from __future__ import annotations

import http.client
import json
import signal
import threading
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from drillsim.journal import read_journal
from drillsim.session import read_log
from helpers.drill_client import Client, connected, joined
from helpers.drill_pages import Served, served, wait_for
from helpers.shipped import HOSPITAL

PARTS = ("controller", "player · Dispatcher", "player · Duty electrician", "observer", "evaluator")


class Listener(threading.Thread):
    """Somebody's open page: it takes what it is sent, and comes back by itself when the line is lost."""

    def __init__(self, client: Client) -> None:
        super().__init__(daemon=True)
        self.client, self.page, self.numbers = client, dict[str, str](), list[int]()
        self.lost, self.over = 0, False

    def run(self) -> None:
        while not self.over:
            try:
                self._listen()
            except (OSError, http.client.HTTPException):
                self.lost += 1
                time.sleep(0.1)

    def _listen(self) -> None:
        line = connected(self.client.drill, 20)
        last = {"Last-Event-ID": str(self.numbers[-1])} if self.numbers else {}
        try:
            line.request("GET", f"{self.client.place}events", headers={"Cookie": self.client.cookie, **last})
            got, number = line.getresponse(), 0
            assert got.status == 200
            while row := got.readline():
                if row.startswith(b"id: "):
                    number = int(row[4:])
                elif row.startswith(b"data: ") and row.endswith(b"\n"):
                    self.numbers.append(number)
                    self.page.update(json.loads(row[6:]))
            raise ConnectionError
        finally:
            line.close()


class Facilitator(threading.Thread):
    """Whoever leads, with a hand on everything, until told to stop; presses again what was not answered."""

    def __init__(self, client: Client, first: int) -> None:
        super().__init__(daemon=True)
        self.client, self.number, self.answered, self.over = client, first, list[str](), False

    def run(self) -> None:
        while not self.over:
            self.number += 1
            words = f"note-{self.number};"
            try:
                if self.client.does("note", text=words).status == 200:
                    self.answered.append(words)
                self.client.does(*self._next())
            except (OSError, http.client.HTTPException):
                return

    def _next(self) -> tuple[str]:
        return (("pause",), ("start",), ("next-decision",), ("start",))[self.number % 4]


def killed(drill: Served) -> None:
    drill.process.send_signal(signal.SIGKILL)
    drill.process.wait(20)


@pytest.mark.parametrize("kills", [2, pytest.param(20, marks=pytest.mark.full)])
def test_killed_at_random_moments_it_goes_on_and_nobody_misses_anything(tmp_path: Path, kills: int) -> None:
    luck, answered, number = Random(f"killed {kills}"), list[str](), 0
    listeners: list[Listener] = []
    part: Path | None = None
    for _ in range(kills):
        more = ("--play", "duty-electrician") if part is None else ("--resume", str(part))
        with served(tmp_path, *more) as drill:
            (part,) = (tmp_path / HOSPITAL).glob("*.part")
            if not listeners:
                listeners = [Listener(joined(drill, each)) for each in PARTS]
                assert listeners[0].client.does("speed", speed="60").status == 200
                for each in listeners:
                    each.start()
            leads = Facilitator(listeners[0].client, number)
            leads.start()
            time.sleep(luck.uniform(0.3, 3))
            killed(drill)
            leads.over = True
            leads.join(30)
            answered, number = answered + leads.answered, leads.number
    assert part is not None
    with served(tmp_path, "--resume", str(part)) as drill:
        lead = listeners[0].client
        assert 'class="state stands"' in lead.sees()
        assert lead.does("give", line="press").status in (200, 409)
        assert lead.does("note", text="last").status == 200
        for each in listeners:
            (whole,) = each.client.stream(1)
            wait_for(f"{each.client.place} is as a page opened now", lambda e=each, w=whole[1]: e.page == w, 15)
            each.over = True
            assert each.numbers == list(range(1, len(each.numbers) + 1)), "none lost, none twice, in order"
            assert each.lost >= kills, "it came back by itself each time"
        assert lead.does("stop", how="completed", why="").status == 200
        assert drill.stop() == 0
    folder = part.with_suffix("")
    notes = Counter(e.data["text"] for e in read_log(folder / "session.jsonl") if e.what == "note")
    assert [each for each in answered if notes[each] != 1] == [], "what was answered stands in the record, once"
    assert sum(notes.values()) - 1 - len(answered) <= kills, "beside it at most what was in flight"
    assert len(answered) >= kills
    journal = read_journal(folder / "journal.jsonl")
    given = Counter(each.data["information"] for each in journal.of("information_given"))
    assert max(given.values(), default=1) == 1 and journal.events[-1].data["status"] == "completed"

"""Twenty people in one drill at sixty times the pace: how long a press takes to be seen, what it costs, what is lost.

python tests/benchmarks/room.py [SECONDS]
"""

from __future__ import annotations

import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers.drill_client import Client, asked, joined
from helpers.drill_pages import served

EVERYBODY = 20


class Watcher(threading.Thread):
    """Somebody's open page: when each event came, with its number."""

    def __init__(self, client: Client) -> None:
        super().__init__(daemon=True)
        self.client, self.got = client, list[tuple[float, int, dict[str, str]]]()

    def run(self) -> None:
        """Read the stream until it ends."""
        import http.client
        import json

        line = http.client.HTTPConnection("127.0.0.1", self.client.drill.port, timeout=60)
        line.request("GET", f"{self.client.place}events", headers={"Cookie": self.client.cookie})
        got, number = line.getresponse(), 0
        while row := got.readline():
            if row.startswith(b"id: "):
                number = int(row[4:])
            elif row.startswith(b"data: "):
                self.got.append((time.monotonic(), number, json.loads(row[6:])))


def main(lasts_s: float) -> None:
    """Print what was seen."""
    with served(Path(tempfile.mkdtemp())) as drill:
        lead = joined(drill, "controller")
        players = [joined(drill, part) for part in drill.links if part.startswith("player")]
        watchers = [Watcher(each) for each in [lead, *(players + players)[: EVERYBODY - 1]]]
        for each in watchers:
            each.start()
        lead.does("speed", speed="60")
        lead.does("start")
        process, delays, pressed_s = psutil.Process(drill.process.pid), list[float](), list[float]()
        until, number = time.monotonic() + lasts_s, 0
        process.cpu_percent()
        while time.monotonic() < until:
            number += 1
            words, began = f"seen-{number}", time.monotonic()
            lead.does("note", text=words)
            pressed_s.append(time.monotonic() - began)
            time.sleep(0.5)
            seen = [t - began for t, _, told in watchers[0].got if words in told.get("log", "")]
            delays += seen[:1]
        cpu, memory = process.cpu_percent(), process.memory_info().rss / 2**20
        told(watchers, delays, pressed_s, cpu, memory, number)
        assert asked(drill, "GET", urlsplit(drill.links["observer"]).path).status == 303


def told(
    watchers: list[Watcher], delays: list[float], pressed_s: list[float], cpu: float, mb: float, notes: int
) -> None:
    """Print medians and the worst of a hundred."""
    lost: list[Any] = [w for w in watchers if [n for _, n, _ in w.got] != list(range(1, len(w.got) + 1))]
    for name, found in (("seen", delays), ("answered", pressed_s)):
        found.sort()
        print(
            f"{name}: median {1000 * found[len(found) // 2]:.0f} ms, p99 {1000 * found[int(0.99 * len(found))]:.0f} ms"
        )
    print(
        f"{len(watchers)} pages, {notes} presses, {sum(len(w.got) for w in watchers)} events, out of order: {len(lost)}"
    )
    print(f"cpu {cpu:.0f} %, memory {mb:.0f} MB")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 30)

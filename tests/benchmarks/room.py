"""Twenty people in one drill at sixty times the pace: how long a press takes to be seen, what it costs, what is lost.

python tests/benchmarks/room.py [SECONDS] [SPEED]

One of the twenty sleeps for half of the time, a minute at most, and catches up.
"""

from __future__ import annotations

import http.client
import json
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers.drill_client import Client, connected, joined
from helpers.drill_pages import served

EVERYBODY = 20
TOLD = "player · Dispatcher"


class Watcher(threading.Thread):
    """Somebody's open page: when each event came, with its number, and what the page shows by now."""

    def __init__(self, client: Client, sleeps: tuple[float, float] = (0, 0)) -> None:
        super().__init__(daemon=True)
        self.client, self.got, self.page = client, list[tuple[float, int, str]](), dict[str, str]()
        self._from_s, self._for_s = sleeps

    def run(self) -> None:
        """Read the stream until it ends; asleep, read nothing."""
        line, began = connected(self.client.drill, 3_600), time.monotonic()
        line.request("GET", f"{self.client.place}events", headers={"Cookie": self.client.cookie})
        got, number = line.getresponse(), 0
        try:
            while row := got.readline():
                if row.startswith(b"id: "):
                    number = int(row[4:])
                elif row.startswith(b"data: "):
                    told = json.loads(row[6:])
                    self.page.update(told)
                    self.got.append((time.monotonic(), number, told.get("log", "") + told.get("people", "")))
                if self._for_s and time.monotonic() - began > self._from_s:
                    time.sleep(self._for_s)
                    self._for_s = 0
        except (OSError, http.client.HTTPException):
            return


def main(lasts_s: float, speed: str) -> None:
    """Print what was seen."""
    with served(Path(tempfile.mkdtemp())) as drill:
        lead, told = joined(drill, "controller"), joined(drill, TOLD)
        others = [joined(drill, part) for part in drill.links if part not in ("controller", TOLD)]
        watchers = [Watcher(each) for each in [lead, told, *(others + others)[: EVERYBODY - 3]]]
        sleeper = Watcher(others[0], (lasts_s / 4, min(60, lasts_s / 2)))
        for each in (*watchers, sleeper):
            each.start()
        lead.does("speed", speed=speed)
        lead.does("start")
        process, sent, answered = psutil.Process(drill.process.pid), list[tuple[float, str]](), list[float]()
        until, most_mb, cpu_before = time.monotonic() + lasts_s, 0.0, process.cpu_times()
        while time.monotonic() < until:
            words, began = f"seen-{len(sent) + 1};", time.monotonic()
            lead.does("tell", text=words, to="dispatcher")
            sent.append((began, words))
            answered.append(time.monotonic() - began)
            most_mb = max(most_mb, process.memory_info().rss / 2**20)
            time.sleep(0.5)
        cpu = process.cpu_times()
        lead.does("pause")
        time.sleep(max(3.0, min(60, lasts_s / 2) - lasts_s * 3 / 4))
        late = [each for each in (*watchers, sleeper) if each.page != each.client.stream(1)[0][1]]
        broken = [w for w in (*watchers, sleeper) if [n for _, n, _ in w.got] != list(range(1, len(w.got) + 1))]
        seen = [next((t - began for t, _, html in watchers[1].got if words in html), None) for began, words in sent]
        print(f"{EVERYBODY} pages, {lasts_s:.0f} s at x{speed}, {len(sent)} messages")
        print(f"events sent: {sum(len(w.got) for w in (*watchers, sleeper))}; out of order or lost: {len(broken)}")
        print(f"messages never seen: {seen.count(None)}; pages that differ from one opened now: {len(late)}")
        print(f"the sleeper took {len(sleeper.got)} events, the one beside it {len(watchers[2].got)}")
        for name, found in (("seen by another", [each for each in seen if each is not None]), ("answered", answered)):
            found.sort()
            of_100 = found[min(len(found) - 1, int(0.99 * len(found)))]
            print(f"{name}: median {1000 * found[len(found) // 2]:.0f} ms, p99 {1000 * of_100:.0f} ms")
        busy_s = cpu.user + cpu.system - cpu_before.user - cpu_before.system
        print(f"cpu {100 * busy_s / lasts_s:.0f} % of one core, memory {most_mb:.0f} MB")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 30, sys.argv[2] if len(sys.argv) > 2 else "60")

"""How long a look ahead takes, and what it costs those who decide meanwhile.

python tests/benchmarks/ahead.py [CUSTOMER SCENARIO MINUTES]…

For each drill: the time of twenty draws in one process (processor time, and by the clock), the time from the press to
the answer on the page, with one way and with two, and how long presses of another take while nobody looks ahead and
while somebody does all the time.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))
from drillsim.garbage import keep_what_is_there
from drillsim.network import flow_for
from drillsim.schema import Case
from drillsim.session import open_drill
from drillsim.session.ahead import look_ahead, question_of
from drillsim.units import MS_PER
from helpers.drill_client import Client, joined
from helpers.drill_pages import served
from helpers.shipped import scenario, shipped

DRILLS = (
    ("central-hospital", "both-lost-night-autostart-fails", 5),
    ("central-hospital", "ats-fails", 5),
    ("data-centre", "both-lost-night-autostart-fails", 5),
    ("airport", "substation-fire", 10),
)
PRESSES = 40
AGAIN = 3


def alone(customer: str, name: str, minutes: int) -> None:
    """Print the time of twenty draws, in this process."""
    case = Case(shipped(customer), name, scenario(customer, name))
    flow = flow_for(case.dossier.network)
    drill = open_drill(case, flow, played=tuple(case.dossier.plan.actors)[:2])
    drill.go_to(minutes * MS_PER["min"])
    rows = []
    keep_what_is_there()
    for _ in range(AGAIN + 1):
        cpu, clock = time.process_time(), time.monotonic()
        look_ahead(case, flow, question_of(drill))
        rows.append((time.process_time() - cpu, time.monotonic() - clock))
    first, rest = rows[0], rows[1:]
    print(
        f"  20 draws, one process: cpu {median(each[0] for each in rest):.2f} s, by the clock"
        f" {median(each[1] for each in rest):.2f} s; the first time {first[0]:.2f} s, {first[1]:.2f} s"
    )


def answer_s(lead: Client, press: dict[str, str], sign: str) -> float:
    """Return the time from a press to its answer on the page."""
    began = time.monotonic()
    lead.does(press["do"], **{key: value for key, value in press.items() if key != "do"})
    while True:
        shown = lead.sees().partition('data-fragment="ahead"')[2]
        if sign in shown and "…" not in shown.partition("<h3>")[0]:
            return time.monotonic() - began
        time.sleep(0.05)


def presses_ms(who: Client, lead: Client | None) -> list[float]:
    """Return how long presses of somebody take, ms; meanwhile `lead` looks ahead again and again."""
    found = []
    for number in range(PRESSES):
        if lead is not None and number % 4 == 0:
            lead.does("ahead")
        began = time.monotonic()
        who.does("note", text=f"{number}")
        found.append(1000 * (time.monotonic() - began))
        time.sleep(0.1)
    return sorted(found)


def beside(customer: str, name: str, minutes: int) -> None:
    """Print what is seen on the pages of a drill that is served."""
    with served(Path(tempfile.mkdtemp()), customer=customer, scenario=name) as drill:
        lead = joined(drill, "controller")
        player = joined(drill, next(part for part in drill.links if part.startswith("player")))
        lead.does("jump", minutes=str(minutes))
        answer_s(lead, {"do": "ahead"}, "<h3>")
        one = [answer_s(lead, {"do": "ahead"}, "<h3>") for _ in range(AGAIN)]
        print(f"  press to answer: {median(one):.2f} s (worst {max(one):.2f} s)")
        for words, who in (("nobody looks ahead", None), ("somebody does all the time", lead)):
            found = presses_ms(player, who)
            print(f"  presses while {words}: median {median(found):.0f} ms, worst {found[-1]:.0f} ms")


def main(told: list[str]) -> None:
    """Measure the drills that were named, or some."""
    named = [(told[n], told[n + 1], int(told[n + 2])) for n in range(0, len(told) - 2, 3)]
    for customer, name, minutes in named or DRILLS:
        load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
        print(f"{customer} {name} at {minutes} min ({os.cpu_count()} processors{load})")
        alone(customer, name, minutes)
        beside(customer, name, minutes)


if __name__ == "__main__":
    main(sys.argv[1:])

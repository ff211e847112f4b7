"""A small customer with relays, a bus protection, a permit and calls: what a campaign may leave out is mostly of these.

feeder-S1 -- HEAD (S1-A) -- A -- X (A-B) -- B -- Y (B-C) -- C -- load-C;  feeder-S2 -- S2-D -- D -- D-B (open) -- B
"""

from __future__ import annotations

from functools import cache
from typing import Any

from drillsim.schema.compiled import Compiled
from helpers.cards import card, step, tell
from helpers.grids import grid
from helpers.play import ALL_DAY, PEOPLE, dossier

LI = {"name": "Li", "side": "customer", "shifts": ALL_DAY}


@cache
def guarded_customer() -> Compiled:
    """Loads B and C are protected; the electrician asks for a permit and closes the tie to the second feeder."""
    network = grid(
        "S1 A cb", "A B cb", "B C cb", "S2 D cb", "D B open", loads={"A": 0.2, "B": 0.1, "C": 0.1, "D": 0.1}
    )  # fmt: skip
    site: dict[str, Any] = {
        "devices": {
            "S1-A": {"trips": [{"above_a": "600", "after": "700 ms"}]},
            "A-B": {"trips": [{"above_a": "600", "after": "400 ms"}], "place": "hv", "fails_to_operate": "0.1"},
            "B-C": {"trips": [{"above_a": "600", "after": "100 ms"}], "place": "hv"},
            "D-B": {"place": "hv", "dispatch": "permitted"},
        },
        "protection_groups": {"bus-B": {"protects": ["B"], "trips": ["A-B", "B-C"], "after": "20 ms"}},
        "loads": {
            "load-B": {"max_interruption": "30 min"},
            "load-C": {"max_interruption": "20 min"},
        },
        "channels": {"phone": {}, "radio": {}},
        "observations": {"lights": {"sees": [{"load": ["load-B", "load-C"]}], "shown_at": "room"}},
        "elements": {"A": {"failures_per_year": "0.5", "repair": "2 h"}, "B": {"failures_per_year": "0.1"}},
    }
    watched = {"operator": "electrician", "supervisor": "second"}
    steps = [
        step("T1", "electrician", "report", takes="2 min", tells=[tell("dispatcher", facts=["load-B"])]),
        step("T2", watched, "open", target="A-B", takes="1 min", after=["T1"]),
        step("T3", watched, "close", target="D-B", takes={"median": "1 min", "p90": "9 min"}, after=["T2"]),
    ]
    return dossier(
        network,
        site=site,
        people={**PEOPLE, "li": LI},
        actors={
            "electrician": {"side": "customer", "held_by": ["wang"]},
            "second": {"side": "customer", "held_by": ["li"]},
            "dispatcher": {"side": "utility", "held_by": ["lin"]},
        },
        cards=[card("K", "electrician", {"load": "load-B", "is": "dead"}, *steps)],
        permits={"P1": {"covers": ["D-B"], "from": "dispatcher", "decides_in": "3 min", "channel": "phone"}},
    )

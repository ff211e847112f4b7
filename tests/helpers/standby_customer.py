"""A small customer with every automatic: two feeders with a transfer, a board with ATS, genset, tank and UPS."""

from __future__ import annotations

from functools import cache
from typing import Any

from drillsim.schema.compiled import Compiled
from helpers.cards import card, step, tell
from helpers.grids import grid
from helpers.play import dossier


@cache
def standby_customer() -> Compiled:
    """Loads E and W are protected; the electrician starts the genset by hand where it did not start by itself."""
    network = grid(
        "S1 A cb", "S2 B cb", "A B open", "A E cb", "P E open", "G P open", "E U cb", "V W cb",
        loads={"A": 0.3, "B": 0.3, "E": 0.1, "W": 0.02},
    )  # fmt: skip
    genset = {
        "kind": "genset", "bus": "G", "breaker": "G-P", "rated_kw": "200", "called_by": "ats", "fuel": "tank",
        "place": "hv", "ready": "12 s", "fails_to_start": "0.2", "manual_start_fails": "0.2",
    }  # fmt: skip
    site: dict[str, Any] = {
        "loads": {"load-E": {"max_interruption": "10 min"}, "load-W": {"max_interruption": "1 min"}},
        "transfers": {
            "bzt": {"kind": "bus_tie_transfer", "incomers": ["S1-A", "S2-B"], "tie": "A-B", "fails_to_operate": "0.1"},
            "ats": {
                "kind": "ats",
                "normal": "A-E",
                "standby": "P-E",
                "fails_to_operate": "0.1",
                "control_supply": "dc",
            },
        },
        "sources": {
            "genset": genset,
            "ups": {"kind": "ups", "input": "E", "output": "V", "rated_kw": "40", "battery_kwh": "6"},
        },
        "stores": {"tank": {"holds": "diesel", "capacity_l": "60", "level_l": "50", "out": [{"to": "genset"}]}},
        "dc_supplies": {"dc": {"fed_by": ["A", "E"], "lasts": "20 min"}},
        "observations": {"lights": {"sees": [{"load": ["load-E", "load-W"], "source": "genset"}], "shown_at": "room"}},
    }
    takes = {"median": "3 min", "p90": "8 min"}
    steps = [
        step("T1", "electrician", "report", takes=takes, tells=[tell("dispatcher", facts=["load-E"])]),
        step("T2", "electrician", "start", target="genset", takes=takes, when={"source": "genset", "is": "dead"}),
        step("T3", "electrician", "transfer", target="ats", takes=takes, after=["T2"], place="hv"),
    ]
    return dossier(network, site=site, cards=[card("K", "electrician", {"load": "load-E", "is": "dead"}, *steps)])

"""UPSs of a pandapower file: the sources that feed a part of the network that no feeder reaches, and say they are one.

pandapower has no UPS. People who draw one put a battery (`storage`), or a `sgen` or `gen` called UPS, onto its output
bus and leave the output without a way to the mains. The bus it is fed from is then nowhere in the file: the bus of the
same voltage from which most is drawn stands for it, and says that it is assumed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drillsim.files.pp_cell import Cells
from drillsim.files.pp_reach import fed_buses
from drillsim.files.pp_rows import Names, in_service, number, rows
from drillsim.files.pp_tables import PandapowerTables

TABLES = ("storage", "sgen", "gen")
MINUTES = 15
"""Minutes a battery of unknown size carries the rating: assumed, JGJ 312-2013 4.4.7 asks for it beside a genset."""
_CALLED = re.compile(r"\bups\b|(?<![a-z])ups(?![a-z])|uninterrupt|不间断|不停电", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundUps:
    """A UPS for site.yaml."""

    id: str
    table: str
    index: str
    input: str
    """Bus (id) assumed to feed it."""
    output: str
    rated_kw: float
    battery_kwh: float


def found_ups(file: PandapowerTables, names: Names) -> tuple[FoundUps, ...]:
    """Every UPS of `file`, one an output bus, in the order of the tables."""
    fed = fed_buses(file)
    found: dict[str, FoundUps] = {}
    for table, index, row in _candidates(file):
        output = row.get("bus", "")
        feeding = _input(file, fed, output)
        if output in fed or output in found or feeding is None or output not in names["bus"]:
            continue
        rated = _rated_kw(file, row, output)
        stored = number(row.get("max_e_mwh", "0")) * 1000
        found[output] = FoundUps(
            id=names[table][index],
            table=table,
            index=index,
            input=names["bus"][feeding],
            output=names["bus"][output],
            rated_kw=rated,
            battery_kwh=round(stored if stored > 0 else rated * MINUTES / 60, 3),
        )
    return tuple(each for each in found.values() if each.rated_kw > 0)


def _candidates(file: PandapowerTables) -> Iterator[tuple[str, str, Cells]]:
    for table in TABLES:
        for index, row in rows(file, table):
            called = _CALLED.search(f"{row.get('name', '')} {row.get('type', '')}")
            if in_service(row) and (called or table == "storage"):
                yield table, index, row


def _input(file: PandapowerTables, fed: frozenset[str], output: str) -> str | None:
    """The fed bus of the same voltage from which most is drawn; the first of equals."""
    kv = {index: number(row.get("vn_kv", "0")) for index, row in rows(file, "bus")}
    drawn = {index: 0.0 for index in kv if index in fed and kv[index] == kv.get(output)}
    for _, load in rows(file, "load"):
        bus = load.get("bus", "")
        if bus in drawn:
            drawn[bus] += _mw(load)
    return max(drawn, key=lambda bus: drawn[bus], default=None)


def _rated_kw(file: PandapowerTables, row: Cells, output: str) -> float:
    """Its rating in the file, or what is drawn from its output."""
    behind = sum(_mw(load) for _, load in rows(file, "load") if load.get("bus") in fed_buses(file, (output,)))
    return round(1000 * max(number(row.get("sn_mva", "0")), abs(number(row.get("p_mw", "0"))), behind), 3)


def _mw(load: Cells) -> float:
    return number(load.get("p_mw", "0")) * number(load.get("scaling", "1"))

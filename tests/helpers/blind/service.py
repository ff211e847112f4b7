"""The spoiling of loads, functions, measures and stores."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from helpers.blind.change import Operator, Spoiled, Trees, listed, site
from helpers.blind.table import asked, each_row, ids_in, row_goes, share_of


def pump_goes(trees: Trees) -> Iterator[Spoiled]:
    """Nothing fills a tank any more."""
    for name, row in trees.table("stores").items():
        if row.get("in"):
            yield Spoiled(
                f"{name}: not refilled", (name, *(each["by"] for each in row["in"])), (site("stores", name, "in"),)
            )


def pump_slow(trees: Trees) -> Iterator[Spoiled]:
    """A pump gives a tenth of a litre a minute."""
    for name, row in trees.table("stores").items():
        for number, each in enumerate(row.get("in", ())):
            yield Spoiled(
                f"{name}: pump {each['by']} slow",
                (name, each["by"]),
                (site("stores", name, "in", number, "l_per_min", value="0.1"),),
            )


def rides_less(trees: Trees) -> Iterator[Spoiled]:
    """A function rides nothing through."""
    for name, row in trees.table("functions").items():
        needs = row["needs"]
        if isinstance(needs, dict) and "rides" in needs:
            yield Spoiled(
                f"{name} rides 0 s",
                (name, *ids_in("load", "function")(needs)),
                (site("functions", name, "needs", "rides", value="0 s"),),
            )


def needs_more(trees: Trees) -> Iterator[Spoiled]:
    """A function needs a load of no consequence as well."""
    spare = next(name for name, row in reversed(trees.table("loads").items()) if not row.get("security"))
    for name, row in trees.table("functions").items():
        if spare not in str(row["needs"]):
            yield Spoiled(
                f"{name} needs {spare}",
                (name, spare),
                (site("functions", name, "needs", value={"all": [row["needs"], {"load": spare}]}),),
            )


def safe_stop_long(trees: Trees) -> Iterator[Spoiled]:
    """The safe stop takes longer than harm does."""
    for name, row in trees.table("functions").items():
        if "safe_stop" in row:
            yield Spoiled(
                f"{name}: safe stop in 12 h",
                (name, *ids_in("by")(row["safe_stop"])),
                (site("functions", name, "safe_stop", "takes", value="12 h"),),
            )


def stops_for_nobody(trees: Trees) -> Iterator[Spoiled]:
    """A measure is nobody's task."""
    for name, row in trees.table("measures").items():
        if "by" in row:
            yield Spoiled(
                f"{name}: by nobody",
                (name, *listed(row["by"]), *listed(row["replaces"])),
                (site("measures", name, "by"),),
            )


def _against_fire(row: Any) -> bool:
    return row.get("serves") in ("fire_pump", "smoke_control")


OPERATORS: dict[str, Operator] = {
    "limit tight": each_row("loads", "limit 10 ms", "max_interruption", "10 ms"),
    "must last long": each_row("loads", "must last 400 h", "min_supply_time", "400 h"),
    "shed allowed": each_row(
        "loads",
        "may be shed",
        "shed",
        "allowed",
        where=lambda row: row.get("shed") == "never",
        forbids=asked("A5 FIRE-01", _against_fire),
    ),
    "contactor drops": each_row("loads", "drops below 0.95", "contactor.drops_below_pu", "0.95"),
    "contactor by hand": each_row("loads", "closed by hand only", "contactor.recloses", "manual"),
    "motors together": each_row("loads", "group 1", "motor.group", "1"),
    "motor big": each_row("loads", "starts with 5 MVA", "motor.starting_kva", "5000"),
    "runs at full voltage": each_row(
        "loads", "runs above 0.999 pu", "runs_above_pu", "0.999", where=lambda row: row.get("security") == "true"
    ),
    "rides less": rides_less,
    "needs more": needs_more,
    "restart by nobody": each_row("functions", "restarted by nobody", "restart.by"),
    "restart long": each_row("functions", "restart takes 20 h", "restart.takes", "20 h"),
    "no restart": each_row("functions", "no restart", "restart"),
    "no safe stop": each_row("functions", "no safe stop", "safe_stop", forbids=asked("A2 SUP-09")),
    "safe stop long": safe_stop_long,
    "harm at once": each_row("functions", "harm after 1 s", "harm.after", "1 s"),
    "measure goes": row_goes("measures", asked("A2 SUP-12"), ids_in("replaces", "by")),
    "measure short": each_row("measures", "lasts a minute", "lasts", "1 min", concerns=ids_in("replaces")),
    "measure nobody's": stops_for_nobody,
    "store low": each_row("stores", "10 l left", "level_l", "10"),
    "store small": each_row("stores", "holds a tenth", "capacity_l", share_of("capacity_l", 0.1)),
    "store foul": each_row("stores", "contaminated", "contaminated", "true"),
    "pump goes": pump_goes,
    "pump slow": pump_slow,
}
"""By name."""

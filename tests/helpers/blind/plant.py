"""The spoiling of sources, transfers, control supplies, protection and interlocks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from helpers.blind.change import Operator, Spoiled, Trees, listed, site
from helpers.blind.table import asked, each_row, ids_in, of_kind, row_goes, share_of

GENSET, UPS, FEEDER, TIE = of_kind("genset"), of_kind("ups"), of_kind("feeder"), of_kind("bus_tie_transfer")
BATTERY = ids_in("input", "output")
SWITCHES = ids_in("normal", "standby", "incomers", "tie")
TESTED, BOX, TRANSFER = asked("A3 EPS-06"), asked("A3 EPS-05"), asked("A4", TIE)
FIVE = asked("B2 five-prevention")


def one_value_for_all(field: str, what: str, forbids: str = "") -> Operator:
    """Both feeders have the first one's `field`."""

    def operator(trees: Trees) -> Iterator[Spoiled]:
        feeders = [(name, row) for name, row in trees.sources("feeder") if field in row]
        for (first, row), (second, other) in pairwise(feeders):
            if row[field] != other[field]:
                yield Spoiled(
                    f"{first} and {second}: {what}",
                    (first, second, *listed(row[field])),
                    (site("sources", second, field, value=row[field]),),
                    forbids,
                )

    return operator


def one_route(trees: Trees) -> Iterator[Spoiled]:
    """Two feeders in one trench of their own."""
    feeders = [name for name, row in trees.sources("feeder") if not row.get("route")]
    zones = list(trees.table("zones"))
    for first, second in pairwise(feeders):
        if zones:
            edits = tuple(site("sources", name, "route", value=[zones[0]]) for name in (first, second))
            yield Spoiled(f"{first} and {second} in {zones[0]}", (first, second, zones[0]), edits, "A2 SUP-05")


def control_on_dead_side(trees: Trees) -> Iterator[Spoiled]:
    """A control supply hangs on the mains alone."""
    for name, row in trees.table("dc_supplies").items():
        fed = listed(row["fed_by"])
        if len(fed) > 1:
            yield Spoiled(
                f"{name} fed by {fed[0]} alone", (name, *fed), (site("dc_supplies", name, "fed_by", value=fed[:1]),)
            )


def _guards(trees: Trees, number: int) -> str:
    """Return words if the interlock says what no other one and no transfer switch says."""
    mine = set(listed(trees.site["interlocks"][number]["of"]))
    others = [set(listed(row["of"])) for other, row in enumerate(trees.site["interlocks"]) if other != number]
    pairs = [{row["normal"], row["standby"]} for row in trees.table("transfers").values() if "normal" in row]
    return "" if any(mine <= other for other in (*others, *pairs)) else "A3 EPS-03"


def interlock_goes(trees: Trees) -> Iterator[Spoiled]:
    """An interlock goes."""
    for number, row in enumerate(trees.site.get("interlocks", ())):
        yield Spoiled(
            f"interlock {' '.join(listed(row['of']))} goes",
            tuple(listed(row["of"])),
            (site("interlocks", number),),
            _guards(trees, number),
        )


def interlock_on_paper(trees: Trees) -> Iterator[Spoiled]:
    """An interlock is a matter of procedure."""
    for number, row in enumerate(trees.site.get("interlocks", ())):
        if row["kind"] != "procedural":
            yield Spoiled(
                f"interlock {' '.join(listed(row['of']))} on paper",
                tuple(listed(row["of"])),
                (site("interlocks", number, "kind", value="procedural"),),
                _guards(trees, number),
            )


def interlock_loose(trees: Trees) -> Iterator[Spoiled]:
    """An interlock lets all close."""
    for number, row in enumerate(trees.site.get("interlocks", ())):
        yield Spoiled(
            f"interlock {' '.join(listed(row['of']))} lets all close",
            tuple(listed(row["of"])),
            (site("interlocks", number, "closed_at_most", value=str(len(listed(row["of"])))),),
            _guards(trees, number),
        )


def stage_slow(trees: Trees) -> Iterator[Spoiled]:
    """All stages of a breaker take five seconds."""
    for name, row in trees.table("devices").items():
        if row.get("trips"):
            slow = [{**stage, "after": "5 s"} for stage in row["trips"]]
            yield Spoiled(f"{name} trips after 5 s", (name,), (site("devices", name, "trips", value=slow),))


def _pair(row: Any) -> bool:
    return bool(row["kind"] == "ats")


OPERATORS: dict[str, Operator] = {
    "genset small": each_row("sources", "a fifth of its rating", "rated_kw", share_of("rated_kw", 0.2), where=GENSET),
    "genset not called": each_row("sources", "called by nothing", "called_by", where=GENSET),
    "genset by hand": each_row("sources", "started by hand", "control", "manual", where=GENSET),
    "genset off": each_row("sources", "selector at off", "control", "off", where=GENSET),
    "genset slow": each_row("sources", "ready after 5 min", "ready", "5 min", where=GENSET),
    "genset stalls": each_row("sources", "takes 5 % at once", "step_load_percent", "5", where=GENSET),
    "genset without tank": each_row("sources", "no tank", "fuel", where=GENSET),
    "genset thirsty": each_row("sources", "burns thrice", "fuel_l_per_kwh", "0.9", where=GENSET),
    "genset untested": each_row(
        "sources", "start test long ago", "last_start_test", "2024-01-01", where=GENSET, forbids=asked("A3 EPS-06")
    ),
    "genset never loaded": each_row(
        "sources", "no load test", "last_load_test", where=GENSET, forbids=asked("A3 EPS-06")
    ),
    "battery small": each_row(
        "sources",
        "a twentieth of the battery",
        "battery_kwh",
        share_of("battery_kwh", 0.05),
        where=UPS,
        concerns=BATTERY,
    ),
    "battery old": each_row("sources", "battery of 2008", "installed", "2008-01", where=UPS, concerns=BATTERY),
    "battery empty": each_row("sources", "battery empty", "charged_percent", "5", where=UPS, concerns=BATTERY),
    "ups small": each_row(
        "sources", "a fifth of its rating", "rated_kw", share_of("rated_kw", 0.2), where=UPS, concerns=BATTERY
    ),
    "ups bypassed": each_row(
        "sources", "in maintenance bypass", "mode", "maintenance_bypass", where=UPS, concerns=BATTERY
    ),
    "vehicle other plug": each_row("sources", "other plug", "plug", "none of ours", where=of_kind("mobile_genset")),
    "vehicle small": each_row("sources", "30 kW", "rated_kw", "30", where=of_kind("mobile_genset")),
    "box goes": row_goes("connection_points", BOX, ids_in("bus", "switch")),
    "box small": each_row("connection_points", "30 kVA", "rated_kva", "30"),
    "box unmarked": each_row("connection_points", "phases unmarked", "phase_marked", "false", forbids=BOX),
    "one substation": one_value_for_all("substation", "one substation", "A2 SUP-02"),
    "one section": one_value_for_all("section", "one section"),
    "one route": one_route,
    "feeder weak": each_row("sources", "carries 20 kW", "capacity_kw", "20", where=FEEDER),
    "transfer disabled": each_row("transfers", "disabled", "enabled", "false", concerns=SWITCHES, forbids=TRANSFER),
    "transfer late": each_row(
        "transfers", "after 5 min", "delay", "5 min", where=lambda row: row["kind"] != "sts", concerns=SWITCHES
    ),
    "transfer goes": row_goes("transfers", TRANSFER, SWITCHES),
    "transfer asks much": each_row(
        "transfers",
        "standby above 1.2",
        "standby_above_pu",
        "1.2",
        where=of_kind("bus_tie_transfer"),
        concerns=SWITCHES,
    ),
    "transfer unblocked": each_row(
        "transfers",
        "not blocked by a fault",
        "fault_blocking",
        "false",
        where=of_kind("bus_tie_transfer"),
        concerns=SWITCHES,
        forbids=TRANSFER,
    ),
    "transfer unsupervised": each_row(
        "transfers",
        "no voltage supervision",
        "vt_supervision",
        "false",
        where=of_kind("bus_tie_transfer"),
        concerns=SWITCHES,
        forbids=TRANSFER,
    ),
    "ats fails": each_row("transfers", "always fails", "fails_to_operate", "1", concerns=SWITCHES),
    "ats slow": each_row("transfers", "takes 3 min", "takes", "3 min", where=_pair, concerns=SWITCHES),
    "ats deaf": each_row("transfers", "acts below 0.1 pu", "acts_below_pu", "0.1", where=_pair, concerns=SWITCHES),
    "control on dead side": control_on_dead_side,
    "control supply short": each_row("dc_supplies", "lasts a minute", "lasts", "1 min"),
    "control battery untested": each_row("dc_supplies", "not tested", "last_discharge_test"),
    "protection off": each_row("protection_groups", "off", "enabled", "false", concerns=ids_in("protects", "trips")),
    "protection slow": each_row("protection_groups", "after 5 s", "after", "5 s", concerns=ids_in("protects", "trips")),
    "stage slow": stage_slow,
    "no stages": each_row("devices", "no stages", "trips"),
    "undervoltage release": each_row(
        "devices",
        "undervoltage release",
        "undervoltage_release",
        {"below_pu": "0.9", "after": "0 ms"},
        where=lambda row: "trips" in row,
    ),
    "not by hand": each_row("devices", "not by hand", "by_hand", "false", where=lambda row: "remote" not in row),
    "withdrawn": each_row("devices", "withdrawn", "position", "withdrawn"),
    "refuses": each_row("devices", "always refuses", "fails_to_operate", "1"),
    "remote lost": each_row("devices", "not from afar", "remote", "false", where=lambda row: "remote" in row),
    "asks for a permit": each_row("devices", "needs a permit", "dispatch", "permitted"),
    "device without place": each_row("devices", "no place", "place"),
    "earth goes": row_goes("earths", concerns=ids_in("at")),
    "earth not interlocked": each_row(
        "earths",
        "not interlocked",
        "interlocked_with",
        forbids=FIVE,
        concerns=ids_in("interlocked_with", "at"),
    ),
    "interlock goes": interlock_goes,
    "interlock on paper": interlock_on_paper,
    "interlock loose": interlock_loose,
}
"""By name."""

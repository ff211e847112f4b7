"""The spoiling of the network: another bus, a smaller transformer, a longer line, a tie closed."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.blind.change import Operator, Spoiled, Trees, network, site


def load_elsewhere(trees: Trees) -> Iterator[Spoiled]:
    """A load hangs on another load's bus of its voltage."""
    kv = {row["name"]: row["vn_kv"] for _, row in trees.rows("bus")}
    rows = list(trees.rows("load"))
    for number, row in rows:
        others = [each["bus"] for _, each in rows if kv[each["bus"]] == kv[row["bus"]] and each["bus"] != row["bus"]]
        if others and not trees.table("loads").get(row["name"], {}).get("cords"):
            other = others[number * 7 % len(others)]
            yield Spoiled(
                f"{row['name']} on {other}",
                (row["name"], row["bus"], other),
                (network("load", number, "bus", value=other),),
            )


def load_grows(trees: Trees) -> Iterator[Spoiled]:
    """A load draws eight times as much."""
    for number, row in trees.rows("load"):
        yield Spoiled(
            f"{row['name']} × 8",
            (row["name"], row["bus"]),
            (network("load", number, "p_mw", value=f"{float(row['p_mw']) * 8:g}"),),
        )


def transformer_small(trees: Trees) -> Iterator[Spoiled]:
    """A transformer of 250 kVA."""
    for number, row in trees.rows("trafo"):
        if row.get("std_type", "").endswith("10/0.4 kV"):
            yield Spoiled(
                f"{row['name']} of 0.25 MVA",
                (row["name"],),
                (network("trafo", number, "std_type", value="0.25 MVA 10/0.4 kV"),),
            )


def line_long(trees: Trees) -> Iterator[Spoiled]:
    """A line thirty times as long."""
    for number, row in list(trees.rows("line"))[:40]:
        yield Spoiled(
            f"{row['name']} × 30",
            (row["name"],),
            (network("line", number, "length_km", value=f"{float(row['length_km']) * 30:g}"),),
        )


def normally_closed(trees: Trees) -> Iterator[Spoiled]:
    """A switch that is normally open is closed."""
    for number, row in trees.rows("switch"):
        if row.get("closed") == "false":
            yield Spoiled(
                f"{row['name']} normally closed", (row["name"],), (network("switch", number, "closed", value="true"),)
            )


def normally_open(trees: Trees) -> Iterator[Spoiled]:
    """A switch that is normally closed is open."""
    for number, row in list(trees.rows("switch"))[:60]:
        if row.get("closed", "true") == "true":
            yield Spoiled(
                f"{row['name']} normally open", (row["name"],), (network("switch", number, "closed", value="false"),)
            )


def feeder_weak(trees: Trees) -> Iterator[Spoiled]:
    """A feeder with a tenth of its fault level."""
    for number, row in trees.rows("ext_grid"):
        weak = f"{float(row['s_sc_max_mva']) / 20:g}"
        yield Spoiled(
            f"{row['name']} at {weak} MVA",
            (row["name"], row["bus"]),
            (network("ext_grid", number, "s_sc_max_mva", value=weak),),
        )


def both_cords(trees: Trees) -> Iterator[Spoiled]:
    """Both cords of a load on one bus."""
    for name, row in trees.table("loads").items():
        cords = row.get("cords", ())
        if len(cords) > 1:
            one = [{**cord, "bus": cords[0]["bus"]} for cord in cords]
            yield Spoiled(
                f"{name} on {cords[0]['bus']} alone",
                (name, *(cord["bus"] for cord in cords)),
                (site("loads", name, "cords", value=one),),
            )
            yield Spoiled(
                f"{name}: one cord",
                (name, *(cord["bus"] for cord in cords)),
                (site("loads", name, "cords", value=[{"bus": cords[0]["bus"], "share_percent": "100"}]),),
            )


def ups_input_moved(trees: Trees) -> Iterator[Spoiled]:
    """The UPS is fed from the bus of the first load of its voltage."""
    kv = {row["name"]: row["vn_kv"] for _, row in trees.rows("bus")}
    for name, row in trees.sources("ups"):
        others = [each["bus"] for _, each in trees.rows("load") if kv[each["bus"]] == kv[row["input"]]]
        others = [bus for bus in others if bus not in (row["input"], row["output"])]
        if others:
            yield Spoiled(
                f"{name} fed from {others[0]}",
                (name, row["input"], others[0]),
                (site("sources", name, "input", value=others[0]),),
            )


OPERATORS: dict[str, Operator] = {
    "load elsewhere": load_elsewhere,
    "load grows": load_grows,
    "transformer small": transformer_small,
    "line long": line_long,
    "normally closed": normally_closed,
    "normally open": normally_open,
    "feeder short-circuit weak": feeder_weak,
    "both cords on one bus": both_cords,
    "ups fed elsewhere": ups_input_moved,
}
"""By name."""

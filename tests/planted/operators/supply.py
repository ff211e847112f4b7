"""S: defects of the supply from outside and of the network."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.findings import behind
from helpers.blind.change import listed, network, site
from planted.defect import Defect, event, situation
from planted.ground import Ground
from planted.operators.own_supply import emptied
from planted.operators.tools import Planter, put
from planted.situations import all_lost, answers, one_lost

DUCT = "planted-duct"


def one_duct(ground: Ground) -> Iterator[Defect]:
    """All feeders run through one duct; in the twin the main one alone does."""
    base = (
        put(ground, "site", "zones", DUCT, value={}),
        site("sources", ground.feeders[0], "route", value=[*_route(ground, ground.feeders[0]), DUCT]),
    )
    edits = tuple(site("sources", name, "route", value=[*_route(ground, name), DUCT]) for name in ground.feeders[1:])
    yield Defect(
        ground.customer,
        "S01",
        "one duct for all feeders",
        f"{', '.join(ground.feeders)} in {DUCT}",
        (DUCT,),
        situation(f"{DUCT} lost", event("zone_lost", DUCT, for_="1 h"), horizon="2 h", answered=answers(ground)),
        edits,
        base,
    )


def old_duct(ground: Ground) -> Iterator[Defect]:
    """The other feeders run through the duct of one of them."""
    cables = {row["name"] for _, row in ground.trees.rows("line")}
    for zone, row in ground.table("zones").items():
        inside = listed(row.get("contains"))
        through = [name for name in ground.feeders if zone in _route(ground, name)]
        if not inside or not set(inside) <= cables or len(inside) > 1 or len(through) > 1:
            continue
        others = [name for name in ground.feeders if name not in through]
        yield Defect(
            ground.customer,
            "S01",
            "all feeders in one's duct",
            f"{', '.join(others)} in {zone} too",
            (zone,),
            situation(f"{zone} lost", event("zone_lost", zone, for_="1 h"), horizon="2 h", answered=answers(ground)),
            tuple(site("sources", name, "route", value=[*_route(ground, name), zone]) for name in others),
        )


def _route(ground: Ground, feeder: str) -> list[str]:
    return listed(ground.table("sources")[feeder].get("route"))


def standby_out(ground: Ground) -> Iterator[Defect]:
    """The standby feeder is out of service in the normal mode."""
    main = ground.feeders[0]
    for name, row in ground.trees.sources("feeder"):
        if row.get("role") == "standby_source":
            out = listed(ground.table("modes").get("normal", {}).get("out_of_service"))
            yield Defect(
                ground.customer,
                "S02",
                "standby feeder out of service",
                name,
                (name,),
                one_lost(ground, main),
                (put(ground, "site", "modes", "normal", "out_of_service", value=[*out, name]),),
            )


def standby_dead(ground: Ground) -> Iterator[Defect]:
    """The standby feeder was lost two hours before the main one."""
    main = ground.feeders[0]
    for name, row in ground.trees.sources("feeder"):
        if row.get("role") == "standby_source":
            events = (event("source_lost", name, "-2 h"), event("source_lost", main, for_="1 h"))
            yield Defect(
                ground.customer,
                "S02",
                "standby feeder dead",
                name,
                (name,),
                situation(f"{name}, then {main} lost", *events, horizon="3 h"),
                sound=one_lost(ground, main),
            )


def feeder_weak(ground: Ground) -> Iterator[Defect]:
    """A feeder may carry its own sections and a third of what a transfer puts on it, where that is much for it."""
    shares = _shares(ground)
    for name_of_tie, tie in ground.transfers("bus_tie_transfer").items():
        reach = set(behind(ground.dossier, name_of_tie))
        for name in ground.feeders if "tie" in tie else ():
            other = next(each for each in ground.feeders if each != name)
            own = sum(shares[name].values())
            moved = sum(kw for load, kw in shares[other].items() if load in reach)
            if moved < own * 0.3 or not own:
                continue
            kw = own * 1.08 + moved * 0.4
            yield Defect(
                ground.customer,
                "S03",
                "feeder weak",
                f"{name} carries {kw:.0f} kW",
                (name,),
                one_lost(ground, other),
                (site("sources", name, "capacity_kw", value=f"{kw:.0f}"),),
            )


def _shares(ground: Ground) -> dict[str, dict[str, float]]:
    """kW that each feeder gives each load when the night begins, losses left out."""
    start = ground.view(one_lost(ground)).journal.initial
    closed = set(start["closed"])
    joined: dict[str, set[str]] = {}
    for one, two in (*conducting(ground, closed), *((row["input"], row["output"]) for row in ground.upss.values())):
        joined.setdefault(one, set()).add(two)
        joined.setdefault(two, set()).add(one)
    found = {}
    for _, row in ground.trees.rows("ext_grid"):
        seen, ahead = {row["bus"]}, [row["bus"]]
        while ahead:
            new = joined.get(ahead.pop(), set()) - seen
            seen |= new
            ahead += new
        given = {load: float(start["loads"][load]["demand_kw"]) * _part(ground, load, seen) for load in ground.bus_of}
        found[row["name"]] = {load: kw for load, kw in given.items() if kw}
    return found


def _part(ground: Ground, load: str, seen: set[str]) -> float:
    """The part of the load's demand that its cords take from these buses."""
    cords = ground.loads.get(load, {}).get("cords") or [{"bus": ground.bus_of[load], "share_percent": "100"}]
    shares = [(cord["bus"], float(cord["share_percent"])) for cord in cords]
    return sum(share for bus, share in shares if bus in seen) / sum(share for _, share in shares)


def conducting(ground: Ground, closed: set[str]) -> Iterator[tuple[str, str]]:
    switches = [row for _, row in ground.trees.rows("switch")]
    cut = {row["element"] for row in switches if row["et"] != "b" and row["name"] not in closed}
    yield from ((row["bus"], row["element"]) for row in switches if row["et"] == "b" and row["name"] in closed)
    for table, ends in (("line", ("from_bus", "to_bus")), ("trafo", ("hv_bus", "lv_bus"))):
        for _, row in ground.trees.rows(table):
            if row["name"] not in cut:
                yield row[ends[0]], row[ends[1]]


def voltage_low(ground: Ground) -> Iterator[Defect]:
    """A feeder delivers 0.88 of the rated voltage."""
    yield from _voltage(ground, "0.88", "low voltage")


def voltage_high(ground: Ground) -> Iterator[Defect]:
    """A feeder delivers 1.12 of the rated voltage."""
    yield from _voltage(ground, "1.12", "high voltage")


def _voltage(ground: Ground, vm_pu: str, kind: str) -> Iterator[Defect]:
    for number, row in ground.trees.rows("ext_grid"):
        yield Defect(
            ground.customer,
            "S04",
            kind,
            f"{row['name']} at {vm_pu} pu",
            (row["bus"],),
            all_lost(ground),
            (network("ext_grid", number, "vm_pu", value=vm_pu),),
        )


def band_narrow(ground: Ground) -> Iterator[Defect]:
    """A board asks for more voltage than the plant gives it."""
    boards = dict.fromkeys(ground.bus_of.values())
    for number, row in ground.trees.rows("bus"):
        if row["name"] in boards and row["name"] in ground.view(all_lost(ground)).journal.initial["live"]:
            yield Defect(
                ground.customer,
                "S04",
                "board asks for more",
                f"{row['name']} above 1.04 pu",
                (row["name"],),
                all_lost(ground),
                (network("bus", number, "min_vm_pu", value="1.04"), network("bus", number, "max_vm_pu", value="1.1")),
            )


def own_supply_small(ground: Ground) -> Iterator[Defect]:
    """All gensets together are rated at nine tenths of the safety-critical load."""
    loads = ground.view(all_lost(ground)).journal.initial["loads"]
    critical = [name for name, row in ground.loads.items() if row.get("security") == "true"]
    kw = sum(float(loads[name]["demand_kw"]) for name in critical)
    rated = sum(float(row["rated_kw"]) for row in ground.gensets.values())
    share = kw * 0.9 / rated
    if ground.gensets:
        yield Defect(
            ground.customer,
            "S05",
            "own supply below the critical load",
            f"{len(ground.gensets)} sets at {100 * share:.0f} % of their rating",
            tuple(ground.gensets),
            all_lost(ground),
            tuple(
                site("sources", name, "rated_kw", value=f"{float(row['rated_kw']) * share:.1f}")
                for name, row in ground.gensets.items()
            ),
        )


def switch_astray(ground: Ground) -> Iterator[Defect]:
    """A switch stands open that the operating mode has closed."""
    sound = one_lost(ground)
    start = ground.view(sound).journal.initial
    for name in ground.table("devices"):
        if name in start["closed"]:
            events = (event("source_lost", ground.feeders[0], for_="1 h"),)
            odd = situation(f"{name} open, feeder lost", *events, horizon="3 h", set=[{"target": name, "to": "open"}])
            yield Defect(ground.customer, "S06", "switch astray", f"{name} open", (name,), odd, sound=sound)


def tank_short(ground: Ground) -> Iterator[Defect]:
    """A set that loads hang on without a battery between has a quarter of an hour of fuel and no refill."""
    outage = all_lost(ground, 3)
    through = {load for name in ground.upss for load in behind(ground.dossier, name)}
    for name, row in ground.gensets.items():
        direct = set(ground.bus_of) - through
        alone = len(ground.gensets) == _boards(ground)
        if "fuel" in row and alone and direct & set(behind(ground.dossier, name)):
            yield Defect(
                ground.customer,
                "S07",
                "fuel for less than the outage",
                f"{row['fuel']} of {name}",
                (name,),
                outage,
                emptied(ground, name),
            )


def _boards(ground: Ground) -> int:
    """How many groups of transfers call gensets: with as many sets, each stands alone."""
    return len({tuple(listed(row.get("called_by"))) for row in ground.gensets.values()})


def load_far_too_big(ground: Ground) -> Iterator[Defect]:
    """A load draws several times what any transformer on its way is rated for, and nothing trips for it."""
    lost = one_lost(ground)
    live = ground.view(lost).journal.initial["loads"]
    through = {load for name in ground.upss for load in behind(ground.dossier, name)}
    places = [row["name"] for table in ("trafo", "line", "bus") for _, row in ground.trees.rows(table)]
    base = tuple(site("devices", name, "trips") for name, row in ground.table("devices").items() if "trips" in row)
    base += tuple(site("sources", name, "capacity_kw") for name, row in ground.table("sources").items()
                  if "capacity_kw" in row)  # fmt: skip
    for number, row in ground.trees.rows("load"):
        load = ground.loads.get(row["name"], {})
        stands = float(live[row["name"]]["demand_kw"]) < float(row["p_mw"]) * 300
        if stands:
            continue  # a motor at rest draws nothing of what it is rated for
        if "max_interruption" in load and row["name"] not in through and live[row["name"]]["live"]:
            yield Defect(
                ground.customer,
                "S08",
                "load far too big",
                f"{row['name']} draws 8 MW",
                (row["name"], *places),  # the element that gives way is a matter of impedances
                lost,
                (network("load", number, "p_mw", value="8"),),
                base,
            )


OPERATORS: tuple[Planter, ...] = (
    one_duct,
    old_duct,
    standby_out,
    standby_dead,
    feeder_weak,
    voltage_low,
    voltage_high,
    band_narrow,
    own_supply_small,
    switch_astray,
    tank_short,
    load_far_too_big,
)

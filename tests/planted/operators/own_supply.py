"""G: defects of gensets, batteries, fuel and what hangs on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drillsim.findings import behind
from drillsim.journal import Event
from helpers.blind.change import Edit, listed, network, plan, site
from planted.defect import Defect, Situation, event, situation
from planted.ground import Ground
from planted.operators.tools import Planter, put
from planted.situations import all_lost, all_lost_for_good, by_hand

CELLAR = "planted-cellar"


def _set(ground: Ground, code: str, kind: str, outage: Situation, **fields: str) -> Iterator[Defect]:
    """Every genset with other figures."""
    for name in ground.gensets:
        edits = tuple(site("sources", name, field, value=value) for field, value in fields.items())
        yield Defect(ground.customer, code, kind, name, (name,), outage, edits)


def does_not_start(ground: Ground) -> Iterator[Defect]:
    """The set refuses every start by itself."""
    return _set(ground, "G01", "does not start", all_lost(ground), fails_to_start="1")


def stops(ground: Ground) -> Iterator[Defect]:
    """The set runs for a minute on average."""
    return _set(ground, "G02", "stops", all_lost(ground), mean_time_to_failure="1 min")


def runs_dry(ground: Ground) -> Iterator[Defect]:
    """The tank holds fuel for minutes and nothing refills it."""
    for name, row in ground.gensets.items():
        if "fuel" in row:
            yield Defect(
                ground.customer,
                "G03",
                "tank nearly empty",
                f"{row['fuel']} of {name}",
                (name,),
                all_lost(ground, 3),
                emptied(ground, name),
            )


def emptied(ground: Ground, genset: str) -> tuple[Edit, ...]:
    """The set's tank holds three minutes at full load, and has no inflow."""
    row = ground.gensets[genset]
    store, litres = row["fuel"], max(2.0, float(row["rated_kw"]) * 0.27 * 0.05)
    inflow = (site("stores", store, "in"),) if ground.table("stores")[store].get("in") else ()
    return (site("stores", store, "level_l", value=f"{litres:.1f}"), *inflow)


def pump_off_supply(ground: Ground) -> Iterator[Defect]:
    """The pump of a day tank hangs on a board that only the mains feed."""
    outage = all_lost(ground, 3)
    dead = mains_only(ground)
    for store, row in ground.table("stores").items():
        for flow in row.get("in", ()):
            mark = float(flow.get("starts_below_percent", "70")) / 100
            level = float(row["capacity_l"]) * mark * 1.01
            if row.get("holds") != "fuel" or not dead or ground.loads.get(flow["by"], {}).get("cords"):
                continue
            yield Defect(
                ground.customer,
                "G04",
                "pump on the mains alone",
                f"{flow['by']} of {store} on {dead[0]}",
                (store,),
                outage,
                (network("load", ground.row("load", flow["by"]), "bus", value=dead[0]),),
                (site("stores", store, "level_l", value=f"{level:.0f}"),),
            )


def pump_off(ground: Ground) -> Iterator[Defect]:
    """The pump's selector stands at off."""
    sound = all_lost(ground, 3)
    for store, row in ground.table("stores").items():
        for flow in row.get("in", ()):
            mark = float(flow.get("starts_below_percent", "70")) / 100
            level = float(row["capacity_l"]) * mark * 1.01
            if row.get("holds") == "fuel":
                events = [event("source_lost", name, for_="3 h") for name in ground.feeders]
                off = situation("pump off", *events, horizon="5 h", set=[{"target": flow["by"], "to": "off"}])
                base = (site("stores", store, "level_l", value=f"{level:.0f}"),)
                yield Defect(
                    ground.customer, "G04", "pump off", f"{flow['by']} of {store}", (store,), off, (), base, sound
                )


def mains_only(ground: Ground) -> list[str]:
    """Low-voltage boards that stay dark while the mains are away, in file order."""
    view = ground.view(all_lost_for_good(ground))
    low = {row["name"] for _, row in ground.trees.rows("bus") if float(row["vn_kv"]) < 1}
    open_ = {name for name, spans in view.load_outages.items() if any(span.open for span in spans)}
    found = [ground.bus_of[name] for name in ground.bus_of if name in open_ and ground.bus_of[name] in low]
    reach = {load for name in (*ground.gensets, *ground.upss) for load in behind(ground.dossier, name)}
    free = [bus for bus in found if not any(ground.bus_of[load] == bus for load in reach if load in ground.bus_of)]
    return list(dict.fromkeys(free))


def in_a_cellar(ground: Ground) -> Iterator[Defect]:
    """Own sources and transfers stand in a cellar that is flooded; in the twin it is empty."""
    base = (put(ground, "site", "zones", CELLAR, value={}),)
    flood = situation("cellar flooded", event("zone_lost", CELLAR, for_="2 h"), horizon="3 h")
    boards = [ground.table("transfers")[name].get("normal") for name in ground.transfers("ats")]
    for name in (*ground.gensets, *ground.upss, *ground.table("transfers"), *filter(None, boards)):
        edit = Edit("site", ("zones", CELLAR, "contains"), [name])
        yield Defect(
            ground.customer, "G05", "in a cellar that floods", f"{name} in it", (CELLAR,), flood, (edit,), base
        )


def takes_little_at_once(ground: Ground) -> Iterator[Defect]:
    """The set takes a hundredth of its rating at once."""
    for name in ground.gensets:
        base = (site("sources", name, "step_load_percent", value="100"),)
        edits = (site("sources", name, "step_load_percent", value="1"),)
        yield Defect(ground.customer, "G06", "takes little at once", name, (name,), all_lost(ground), edits, base)


def too_small(ground: Ground) -> Iterator[Defect]:
    """A set that stands alone is rated at a tenth of the load it is given."""
    base = tuple(site("sources", name, "step_load_percent", value="100") for name in ground.gensets)
    for name in ground.gensets if not _shared(ground) else ():
        given = max((float(e.data["kw"]) for e in _loaded(ground, name)), default=0.0)
        small = f"{given * 0.1:.2f}"
        yield Defect(
            ground.customer, "G06", "set too small", f"{name} of {small} kW", (name,), all_lost(ground),
            (site("sources", name, "rated_kw", value=small),), base,
        )  # fmt: skip


def _loaded(ground: Ground, genset: str) -> Iterator[Event]:
    return ground.view(all_lost(ground)).events("source_loaded", source=genset)


def far_too_big(ground: Ground) -> Iterator[Defect]:
    """The set runs at a few per cent for hours; the twin's accepts any load."""
    for name, row in ground.gensets.items():
        base = (site("sources", name, "min_load_percent", value="0"),)
        big = f"{float(row['rated_kw']) * 10:.0f}"
        edits = (
            site("sources", name, "rated_kw", value=big),
            site("sources", name, "min_load_percent", value="30"),
        )
        yield Defect(
            ground.customer, "G07", "far too big", f"{name} of {big} kW", (name,), all_lost(ground, 3), edits, base
        )


def _battery(ground: Ground, code: str, kind: str, change: Any) -> Iterator[Defect]:
    for name, row in ground.upss.items():
        if _input_dark(ground, name):
            yield Defect(ground.customer, code, kind, name, (name,), all_lost(ground), change(name, row))


def _input_dark(ground: Ground, ups: str) -> bool:
    """Whether the sound run has it on battery with a load on it."""
    view = ground.view(all_lost(ground))
    return any(float(e.data["load_kw"]) > 0 for e in view.events("ups_on_battery", source=ups))


def battery_small(ground: Ground) -> Iterator[Defect]:
    """The battery lasts a second or two."""
    view = ground.view(all_lost(ground))

    def change(name: str, row: Any) -> tuple[Edit, ...]:
        kw = max(float(e.data["load_kw"]) for e in view.events("ups_on_battery", source=name))
        return (site("sources", name, "battery_kwh", value=f"{max(kw * 1.5 / 3600, 0.0001):.5f}"),)

    return _battery(ground, "G08", "battery of seconds", change)


def battery_old(ground: Ground) -> Iterator[Defect]:
    """The battery is all but empty when it is needed."""
    return _battery(
        ground,
        "G08",
        "battery flat",
        lambda name, row: (site("sources", name, "charged_percent", value="0.01"),),
    )


def ups_small(ground: Ground) -> Iterator[Defect]:
    """The UPS is rated below its load."""
    view = ground.view(all_lost(ground))

    def change(name: str, row: Any) -> tuple[Edit, ...]:
        kw = max(float(e.data["load_kw"]) for e in view.events("ups_on_battery", source=name))
        return (site("sources", name, "rated_kw", value=f"{kw * 0.7:.2f}"),)

    return _battery(ground, "G09", "UPS rated below its load", change)


def out_of_service(ground: Ground) -> Iterator[Defect]:
    """An own source is out of service in the normal mode, and nothing stands in for it."""
    out = listed(ground.table("modes").get("normal", {}).get("out_of_service"))
    for name in (*ground.gensets, *(ups for ups in ground.upss if _input_dark(ground, ups))):
        edit = put(ground, "site", "modes", "normal", "out_of_service", value=[*out, name])
        yield Defect(ground.customer, "G10", "out of service", name, (name,), all_lost(ground), (edit,))


def no_own_supply(ground: Ground) -> Iterator[Defect]:
    """A safety-critical load hangs on a board that no own source reaches."""
    boards = mains_only(ground)
    for name, row in ground.loads.items():
        limit = row.get("max_interruption", "")
        critical = row.get("security") == "true" or row.get("grade") == "1S"
        if critical and limit and not limit.endswith("h") and name in ground.bus_of and boards:
            edits = [network("load", ground.row("load", name), "bus", value=boards[0])]
            edits += [site("loads", name, "cords")] if row.get("cords") else []
            yield Defect(
                ground.customer, "G11", "on the mains alone", f"{name} on {boards[0]}", (name,), all_lost(ground),
                tuple(edits),
            )  # fmt: skip


def others_on_it(ground: Ground) -> Iterator[Defect]:
    """A load of grade 2 or 3 hangs on a board of own supply that feeds loads of grade 1S."""
    restored = {
        target for _, each, _ in ground.trees.steps() if each["do"] in ("restore", "start")
        for target in listed(each.get("target"))
    }  # fmt: skip
    shed = {target for _, each, _ in ground.trees.steps() if each["do"] == "shed" for target in listed(each["target"])}
    boards = mains_only(ground)
    carried = [each.plain["loads"] for each in ground.sound(all_lost(ground)).findings if each.code == "G12"]
    base = tuple(site("loads", str(load), "grade", value="1") for loads in carried for load in listed(loads))
    for genset in ground.gensets:
        special = [load for load in behind(ground.dossier, genset) if ground.loads.get(load, {}).get("grade") == "1S"]
        board = _direct_board(ground, genset)
        for name, row in ground.loads.items():
            plain = (
                row.get("grade") in ("2", "3")
                and row.get("security") != "true"
                and name not in restored
                and (name not in shed)
            )
            if special and board and plain and ground.bus_of.get(name) in boards and not row.get("cords"):
                yield Defect(
                    ground.customer, "G12", "others on own supply", f"{name} on {board}",
                    (*ground.gensets,) if _shared(ground) else (genset,), all_lost(ground),
                    (network("load", ground.row("load", name), "bus", value=board),), base,
                )  # fmt: skip


def _shared(ground: Ground) -> bool:
    """Whether the sets stand on one board."""
    return len({tuple(listed(row.get("called_by"))) for row in ground.gensets.values()}) < len(ground.gensets)


def _direct_board(ground: Ground, genset: str) -> str:
    """A board of low voltage the set feeds without a UPS between, which some load hangs on."""
    through = {row["output"] for row in ground.upss.values()}
    loads = behind(ground.dossier, genset)
    batteries = {load for name in ground.upss for load in behind(ground.dossier, name)}
    buses = [ground.bus_of[load] for load in loads if load in ground.bus_of and load not in batteries]
    return next((bus for bus in buses if bus not in through), "")


def plug_does_not_fit(ground: Ground) -> Iterator[Defect]:
    """The vehicle's plug is another one than the box takes."""
    outage = _own_supply_gone(ground)
    connected = [e.data["point"] for e in ground.view(outage).events("connected")]
    for name, _ in ground.trees.sources("mobile_genset"):
        for point in dict.fromkeys(connected):
            yield Defect(
                ground.customer, "G13", "plug does not fit", f"{name} at {point}", (point,), outage,
                (site("sources", name, "plug", value="another plug"),),
            )  # fmt: skip


def cable_too_short(ground: Ground) -> Iterator[Defect]:
    """The vehicle's cable does not reach the box."""
    outage = _own_supply_gone(ground)
    connected = [e.data["point"] for e in ground.view(outage).events("connected")]
    for name, _ in ground.trees.sources("mobile_genset"):
        for point in dict.fromkeys(connected):
            if "cable_m" in ground.table("connection_points")[point]:
                yield Defect(
                    ground.customer, "G13", "cable too short", f"{name} at {point}", (point,), outage,
                    (site("sources", name, "cable_m", value="5"),),
                )  # fmt: skip


def _own_supply_gone(ground: Ground) -> Situation:
    """All feeders lost, and no genset starts at all: the vehicle is what is left."""
    events = [event("source_lost", name, for_="7 h") for name in ground.feeders]
    events.append(event("fails_to_start", [*ground.gensets]))
    return situation("all feeders lost, no genset starts", *events, horizon="8 h", answered=False)


def nobody_closes(ground: Ground) -> Iterator[Defect]:
    """The step that puts a set started by hand on its board is left out."""
    started = {target for _, each, _, _ in ground.steps(by_hand(ground)) if each["do"] == "start"
               for target in listed(each.get("target"))}  # fmt: skip
    for name, row in ground.gensets.items():
        if name not in started:
            continue
        gone = [
            (path, each) for path, each, _ in ground.trees.steps()
            if each["do"] == "close" and row["breaker"] in listed(each.get("target"))
        ]  # fmt: skip
        if gone and _closed_by_step(ground, row["breaker"]):
            edits = tuple(edit for path, each in gone for edit in without_step(ground, path, each["id"]))
            yield Defect(
                ground.customer, "G14", "nobody closes its breaker", f"{name}: {row['breaker']} stays open", (name,),
                by_hand(ground), edits,
            )  # fmt: skip


def _closed_by_step(ground: Ground, breaker: str) -> bool:
    moved = ground.view(by_hand(ground)).events("switch_moved", switch=breaker, closed=True, cause="step")
    return any(True for _ in moved)


def without_step(ground: Ground, path: tuple[str | int, ...], gone: str) -> Iterator[Edit]:
    """The step goes; what waited for it waits for what it waited for, and failure branches leave it out."""
    own = next(each for where, each, _ in ground.trees.steps() if where == path)
    before = [] if isinstance(own.get("after"), dict) else listed(own.get("after"))
    for where, each, _ in ground.trees.steps():
        after = each.get("after")
        if not isinstance(after, dict) and gone in listed(after):
            yield plan(*where, "after", value=[*(n for n in listed(after) if n != gone), *before])
        branch = each.get("on_failure", {})
        if gone in listed(branch.get("steps")):
            yield plan(*where, "on_failure", "steps", value=[n for n in listed(branch["steps"]) if n != gone])
    for name, order in ground.trees.plan.get("orders", {}).items():
        if gone in listed(order["binds"]):
            yield plan("orders", name, "binds", value=[n for n in listed(order["binds"]) if n != gone])
    yield plan(*path)


OPERATORS: tuple[Planter, ...] = (
    does_not_start,
    stops,
    runs_dry,
    pump_off_supply,
    pump_off,
    in_a_cellar,
    takes_little_at_once,
    too_small,
    far_too_big,
    battery_small,
    battery_old,
    ups_small,
    out_of_service,
    no_own_supply,
    others_on_it,
    plug_does_not_fit,
    cable_too_short,
    nobody_closes,
)

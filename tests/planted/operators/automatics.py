"""A: defects of transfers, protection, control supplies and displays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drillsim.findings import behind
from helpers.blind.change import Edit, listed, site
from planted.defect import Defect, Situation, event, situation
from planted.ground import Ground
from planted.operators.own_supply import mains_only
from planted.operators.supply import conducting
from planted.operators.tools import Planter, active, helped, post, put, step
from planted.situations import all_lost, dip, one_lost


def _lost_for(ground: Ground, name: str, row: Any) -> Situation:
    """A situation in which the changeover has to act: all feeders lost for one that calls a set, a short circuit right
    before its normal side for another."""
    if any(name in listed(each.get("called_by")) for each in ground.gensets.values()):
        return all_lost(ground)
    wire = next(each for _, each in ground.trees.rows("switch") if each["name"] == row["normal"])
    other = next(each for _, each in ground.trees.rows("switch") if each["name"] == row["standby"])
    common = {wire["bus"], wire["element"]} & {other["bus"], other["element"]}
    before = next(bus for bus in (wire["bus"], wire["element"]) if bus not in common)
    return situation(f"short circuit on {before}", event("short_circuit", before), horizon="1 h", answered=False)


def _on(ground: Ground, start: str, ends: set[str]) -> bool:
    """Whether closed switches join the bus with one of the others."""
    closed = [row for _, row in ground.trees.rows("switch") if row.get("closed", "true") == "true" and row["et"] == "b"]
    seen = {start}
    while new := {each for row in closed for each in (row["bus"], row["element"]) if
                  {row["bus"], row["element"]} & seen} - seen:  # fmt: skip
        seen |= new
    return bool(seen & ends)


def changeover_refuses(ground: Ground) -> Iterator[Defect]:
    """The changeover never acts."""
    for name, row in ground.transfers("ats", "sts").items():
        lost = _lost_for(ground, name, row)
        edit = site("transfers", name, "fails_to_operate", value="1")
        yield Defect(ground.customer, "A01", "changeover refuses", name, (name,), lost, (edit,))


def changeover_off(ground: Ground) -> Iterator[Defect]:
    """The changeover is out of automatic."""
    for name, row in ground.transfers("ats", "sts").items():
        lost = _lost_for(ground, name, row)
        edit = site("transfers", name, "enabled", value="false")
        yield Defect(ground.customer, "A01", "changeover off", name, (name,), lost, (edit,))


def tie_refuses(ground: Ground) -> Iterator[Defect]:
    """The bus-tie transfer never acts, whichever of its feeders is lost."""
    for name in ground.transfers("bus_tie_transfer"):
        for feeder in ground.feeders:
            edit = site("transfers", name, "fails_to_operate", value="1")
            what = f"{name}, {feeder} lost"
            yield Defect(ground.customer, "A02", "tie refuses", what, (name,), one_lost(ground, feeder), (edit,))


def tie_off(ground: Ground) -> Iterator[Defect]:
    """The bus-tie transfer is out of service."""
    for name in ground.transfers("bus_tie_transfer"):
        for feeder in ground.feeders:
            edit = site("transfers", name, "enabled", value="false")
            what = f"{name}, {feeder} lost"
            yield Defect(ground.customer, "A02", "tie off", what, (name,), one_lost(ground, feeder), (edit,))


def tie_asks_too_much(ground: Ground) -> Iterator[Defect]:
    """The bus-tie transfer wants more than the rated voltage on the other side."""
    for name in ground.transfers("bus_tie_transfer"):
        for feeder in ground.feeders:
            edit = site("transfers", name, "standby_above_pu", value="1.2")
            what = f"{name}, {feeder} lost"
            yield Defect(ground.customer, "A02", "tie asks too much", what, (name,), one_lost(ground, feeder), (edit,))


def tie_onto_fault(ground: Ground) -> Iterator[Defect]:
    """Nothing blocks the bus-tie transfer when its own section has a short circuit."""
    for name, row in ground.transfers("bus_tie_transfer").items():
        ends = next(each for _, each in ground.trees.rows("switch") if each["name"] == row["tie"])
        for section in (ends["bus"], ends["element"]):
            short = situation(f"short circuit on {section}", event("short_circuit", section), horizon="2 h",
                              answered=False)  # fmt: skip
            yield Defect(ground.customer, "A03", "tie onto a fault", f"{name}, {section}", (name,), short,
                         (site("transfers", name, "fault_blocking", value="false"),))  # fmt: skip


def upstream_undelayed(ground: Ground) -> Iterator[Defect]:
    """A breaker trips at once for a fault behind the next one, which in the twin is the quicker of the two."""
    for name, first, target in _in_series(ground):
        above = "1000" if _is_high(ground, name) else "4000"  # no load draws as much; a short circuit does
        quick = [{"above_a": above, "after": "100 ms"}]
        late = [{"above_a": above, "after": "1 s"}]
        base = (site("devices", first, "trips", value=[{"above_a": above, "after": "300 ms"}]),
                site("devices", name, "trips", value=late))  # fmt: skip
        short = situation(f"short circuit on {target}", event("short_circuit", target), horizon="1 h", answered=False)
        yield Defect(
            ground.customer, "A04", "upstream undelayed", f"{name} before {first}, fault on {target}", (name,), short,
            (site("devices", name, "trips", value=quick),), base,
        )  # fmt: skip


def _is_high(ground: Ground, switch: str) -> bool:
    buses = {row["name"]: float(row["vn_kv"]) for _, row in ground.trees.rows("bus")}
    return next(buses[row["bus"]] > 1 for _, row in ground.trees.rows("switch") if row["name"] == switch)


def _in_series(ground: Ground) -> Iterator[tuple[str, str, str]]:
    """Breaker, the next breaker behind it, and a transformer or line right behind that one which no protection of its
    own guards."""
    devices = ground.table("devices")
    guarded = {thing for row in ground.table("protection_groups").values() for thing in listed(row["protects"])}
    rows = {row["name"]: row for _, row in ground.trees.rows("switch")}
    closed = set(ground.view(one_lost(ground)).journal.initial["closed"])
    depth = _depths(ground, closed)
    trips = [name for name in devices if devices[name].get("trips") and name in rows and name in closed]
    own = [name for name in trips if rows[name]["et"] != "b"]
    far = {_ends(rows[name], depth): name for name in trips if rows[name]["et"] == "b"}
    for first in own:
        element, bus = rows[first]["element"], rows[first]["bus"]
        other = _other_end(ground, element, bus)
        if element in guarded or bus not in depth or other not in depth or depth[other] <= depth[bus]:
            continue
        upstream = next((name for ends, name in far.items() if ends[1] == bus), None)
        if upstream is not None:
            yield upstream, first, element


def _other_end(ground: Ground, element: str, bus: str) -> str:
    for table, ends in (("line", ("from_bus", "to_bus")), ("trafo", ("hv_bus", "lv_bus"))):
        for _, row in ground.trees.rows(table):
            if row["name"] == element:
                return str(next(row[end] for end in ends if row[end] != bus))
    return ""


def _ends(row: Any, depth: dict[str, int]) -> tuple[str, str]:
    """The buses of a bus-bus switch, the one nearer to the mains first."""
    near, far = sorted((row["bus"], row["element"]), key=lambda bus: depth.get(bus, 10**6))
    return near, far


def _depths(ground: Ground, closed: set[str]) -> dict[str, int]:
    """Steps from the nearest feeder to each live bus."""
    joined: dict[str, list[str]] = {}
    for one, two in conducting(ground, closed):
        joined.setdefault(one, []).append(two)
        joined.setdefault(two, []).append(one)
    depth = {row["bus"]: 0 for _, row in ground.trees.rows("ext_grid")}
    ahead = [*depth]
    for bus in ahead:
        for other in joined.get(bus, ()):
            if other not in depth:
                depth[other] = depth[bus] + 1
                ahead.append(other)
    return depth


def back_up_needed(ground: Ground) -> Iterator[Defect]:
    """The breaker next to a fault does not open: the one behind it has to."""
    for name, first, target in _in_series(ground):
        short = situation(f"short circuit on {target}", event("short_circuit", target), horizon="1 h", answered=False)
        yield Defect(
            ground.customer, "A04", "breaker refuses", f"{first} refuses, {name} has to", (name,), short,
            (site("devices", first, "fails_to_operate", value="1"),),
        )  # fmt: skip


def releases_in_a_dip(ground: Ground) -> Iterator[Defect]:
    """A breaker has an undelayed undervoltage release."""
    start = ground.view(dip(ground)).journal.initial
    base = _contactors_hold(ground)
    for name, row in ground.table("devices").items():
        if name in start["closed"] and row.get("kind") == "breaker" and row.get("side") != "utility":
            release = {"below_pu": "0.9", "after": "0 ms"}
            if _live_below(ground, name, set(start["live"])):
                yield Defect(
                    ground.customer, "A05", "undervoltage release", name, (name,), dip(ground),
                    (site("devices", name, "undervoltage_release", value=release),), base,
                )  # fmt: skip


def _live_below(ground: Ground, switch: str, live: set[str]) -> bool:
    """Whether the dip reaches it: not behind a UPS."""
    row = next((row for _, row in ground.trees.rows("switch") if row["name"] == switch), None)
    outputs = {bus for ups in ground.upss.values() for bus in [ups["output"]]}
    return row is not None and row["bus"] in live and not any(_on(ground, bus, {row["bus"]}) for bus in outputs)


def _contactors_hold(ground: Ground) -> tuple[Edit, ...]:
    """Contactors of the twin close again by themselves."""
    rows = [name for name, row in ground.loads.items() if row.get("contactor", {}).get("recloses") == "manual"]
    return tuple(site("loads", name, "contactor", "recloses", value="auto") for name in rows)


def _pumps(ground: Ground) -> set[str]:
    """Pumps of stores: they stand still until the level falls."""
    return {flow["by"] for row in ground.table("stores").values() for flow in row.get("in", ())}


def contactor_by_hand(ground: Ground) -> Iterator[Defect]:
    """A load's contactor drops in a dip and nobody but a man closes it."""
    base = _contactors_hold(ground)
    start = ground.view(dip(ground)).journal.initial["loads"]
    through = {load for name in ground.upss for load in behind(ground.dossier, name)}
    for name, row in ground.loads.items():
        drawn = start.get(name, {}).get("live") and float(start[name]["demand_kw"]) > 0 and name not in _pumps(ground)
        if name in through or not drawn or row.get("cords"):
            continue
        contactor = {"drops_below_pu": "0.7", "after": "20 ms", "recloses": "manual", "source": "assumed"}
        edit = site("loads", name, "contactor", value=contactor)
        yield Defect(ground.customer, "A05", "contactor by hand", name, (name,), dip(ground), (edit,), base)


def motor_too_big(ground: Ground) -> Iterator[Defect]:
    """A motor starts with ten times what its transformer is rated for."""
    start = ground.view(dip(ground)).journal.initial["loads"]
    through = {load for name in ground.upss for load in behind(ground.dossier, name)}
    kv = {row["name"]: float(row["vn_kv"]) for _, row in ground.trees.rows("bus")}
    for name, row in ground.loads.items():
        low = name in ground.bus_of and kv[ground.bus_of[name]] < 1
        drawn = start.get(name, {}).get("live") and float(start[name]["demand_kw"]) > 0 and name not in _pumps(ground)
        if not low or name in through or not drawn or row.get("cords"):
            continue
        motor = {"starting_kva": "12000", "run_up": "4 s", "group": "1", "source": "assumed"}
        base = tuple(site("loads", each, "motor") for each, other in ground.loads.items() if other.get("motor")
                     and each != name)  # fmt: skip
        yield Defect(
            ground.customer, "A06", "motor too big", name, (name,), dip(ground),
            (site("loads", name, "motor", value=motor),), base,
        )  # fmt: skip


def returns_with_a_break(ground: Ground) -> Iterator[Defect]:
    """The changeover goes back to the mains by itself, with a break; the twin's goes back by hand."""
    outage = all_lost(ground)
    through = {load for name in ground.upss for load in behind(ground.dossier, name)}
    base = tuple(site("transfers", name, "return", value={"mode": "manual"}) for name in ground.transfers("ats"))
    for name in ground.transfers("ats"):
        if set(behind(ground.dossier, name)) - through:
            edit = site("transfers", name, "return", value={"mode": "auto", "after": "1 min"})
            yield Defect(ground.customer, "A07", "goes back with a break", name, (name,), outage, (edit,), base)


def control_battery_short(ground: Ground) -> Iterator[Defect]:
    """A control supply hangs on what fails with the mains, and its battery lasts a second."""
    boards = mains_only(ground)
    for name in ground.table("dc_supplies"):
        edits = (site("dc_supplies", name, "fed_by", value=boards[:1]), site("dc_supplies", name, "lasts", value="1 s"))
        yield Defect(ground.customer, "A08", "control battery short", name, (name,), all_lost(ground), edits)


def control_battery_of_one(ground: Ground) -> Iterator[Defect]:
    """A transfer gets a control supply on the board it has to save, with a battery of a second."""
    boards = mains_only(ground)
    for name in ground.transfers("ats", "bus_tie_transfer"):
        supply = {"fed_by": boards[:1], "lasts": "8 h", "place": _any_place(ground), "source": "assumed"}
        base = (
            put(ground, "site", "dc_supplies", "planted-dc", value=supply),
            site("transfers", name, "control_supply", value="planted-dc"),
        )
        edit = Edit("site", ("dc_supplies", "planted-dc", "lasts"), "1 s")
        yield Defect(ground.customer, "A08", "control battery of a second", name, ("planted-dc",), all_lost(ground),
                     (edit,), base)  # fmt: skip


def _any_place(ground: Ground) -> str:
    return str(next(iter(ground.table("places"))))


def display_dark(ground: Ground) -> Iterator[Defect]:
    """A display hangs on a board that is dead when it is needed: the helper has to see on it that a set runs. In both
    twins it hangs where he stands, and no other one there shows the set."""
    outage = all_lost(ground)
    boards = mains_only(ground)
    genset = next(iter(ground.gensets))
    place = post(ground, active(ground, outage)[0][1]["activation"]["by"], outage)
    for name, row in ground.table("observations").items():
        look = step("PL1", "check", place=place, requires=[{"source": genset, "is": "live"}], if_unknown="wait")
        if ground.gensets[genset].get("place") == place:
            continue
        base = (
            *helped(ground, outage, look),
            *_blind_elsewhere(ground, name, genset, place),
            site("observations", name, "sees", value=[*row["sees"], {"source": genset}]),
            site("observations", name, "needs", value=[]),
            site("observations", name, "shown_at", value=place),
        )
        edit = site("observations", name, "needs", value=boards[:1])
        yield Defect(ground.customer, "A09", "display dark", f"{name}, {genset}", (name,), outage, (edit,), base)


def _blind_elsewhere(ground: Ground, name: str, genset: str, place: str) -> Iterator[Edit]:
    """No other display of that place shows the set."""
    for other, row in ground.table("observations").items():
        if other != name and row["shown_at"] == place:
            sees = [_without(sight, genset) for sight in row["sees"]]
            if sees != row["sees"]:
                yield site("observations", other, "sees", value=[each for each in sees if each])


def _without(sight: Any, genset: str) -> Any:
    left = {kind: [each for each in listed(names) if each != genset] for kind, names in sight.items()}
    return {kind: names for kind, names in left.items() if names}


OPERATORS: tuple[Planter, ...] = (
    changeover_refuses,
    changeover_off,
    tie_refuses,
    tie_off,
    tie_asks_too_much,
    tie_onto_fault,
    upstream_undelayed,
    back_up_needed,
    releases_in_a_dip,
    contactor_by_hand,
    motor_too_big,
    returns_with_a_break,
    control_battery_short,
    control_battery_of_one,
    display_dark,
)

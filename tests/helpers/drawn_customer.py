"""Customers made up by number: `drawn_customer(7)` is always the same, small enough to play every pair of failures.

Whatever a run may rest on occurs: people who share roles and places, shifts that change soon after the beginning,
others who come in from home; displays with delays and supplies of their own; keys, spares and vehicles; tanks with
pumps; DC supplies; functions that people bring back; permits, orders, messages over two channels, checks, waits and
repeats. From `TEAMS` on there is a card of team work too: lists with a pool, work that outlasts a shift, people called
in, a permit, a fault that is looked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

from drillsim.schema.compiled import Compiled
from helpers.cards import card, step
from helpers.grids import grid
from helpers.play import dossier

PLACES = ("room", "hv", "plant", "dispatch", "ward")
SHIFTS = (("00:00", "24:00"), ("20:00", "02:50"), ("02:40", "10:00"), ("20:00", "04:00"), ("04:00", "12:00"))
SWITCHES = ("S1-A", "A-B", "B-C", "S2-D", "D-B")
LOADS = ("load-A", "load-B", "load-C", "load-P")
BUSES = ("A", "B", "C", "D")
NAMES = ("an", "bo", "ci", "du", "en", "fu")
TEAMS = 100


def drawn_customer(number: int) -> Compiled:
    """The customer of this number."""
    draw = Random(number)
    network = grid(
        "S1 A cb", "A B cb", "B C cb", f"S2 D {draw.choice(['cb', 'open'])}", "D B open", "B P cb", "G B open",
        loads={"A": 0.2, "B": 0.1, "C": 0.1, "P": 0.01},
    )  # fmt: skip
    people = _people(draw)
    names = [name for name, each in people.items() if each["side"] == "customer"]
    roles = {role: draw.sample(names, draw.randint(1, 3)) for role in ("electrician", "second", "operator")}
    actors = {role: {"side": "customer", "held_by": held} for role, held in roles.items()}
    actors["dispatcher"] = {"side": "utility", "held_by": ["lin", "xu"][: draw.randint(1, 2)]}
    resources = _resources(draw)
    teams = number >= TEAMS
    return dossier(
        network,
        site=_site(draw, "keys" in resources),
        people=people,
        actors=actors,
        cards=[*([_team_card(draw)] if teams else []), *_cards(draw, tuple(resources))],
        permits=PERMIT if teams else _permits(draw),
        plan={"resources": resources, **_orders(draw), **_rules(draw), **({"shift_end": RELIEF} if teams else {})},
    )


def _people(draw: Random) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in NAMES[: draw.randint(3, 6)]:
        begin, end = draw.choice(SHIFTS)
        found[name] = {
            "name": name,
            "side": "customer",
            "shifts": [{"from": begin, "to": end, "place": draw.choice(PLACES[:3])}],
        }
        if draw.random() < 0.3:
            found[name]["off_duty"] = {"place": "home", "comes_in": "20 min"}
    for name, (begin, end) in zip(("lin", "xu"), (SHIFTS[0], draw.choice(SHIFTS)), strict=True):
        found[name] = {
            "name": name,
            "side": "utility",
            "shifts": [{"from": begin, "to": end, "place": "dispatch"}],
        }
    return found


def _resources(draw: Random) -> dict[str, Any]:
    every: dict[str, Any] = {
        "keys": {"name": "keys", "kind": "key", "place": "room"},
        "pump-set": {"name": "pump", "kind": "tool", "place": draw.choice(PLACES[:3])},
        "fuel-truck": {"name": "truck", "kind": "fuel", "mobilise": "10 min", "from": "dispatcher"},
    }
    return {name: each for name, each in every.items() if draw.random() < 0.6}


# -- the site ----------------------------------------------------------------------------------------------------------


def _site(draw: Random, keys: bool) -> dict[str, Any]:
    devices: dict[str, Any] = {name: {"place": draw.choice(PLACES[:3])} for name in SWITCHES}
    for name in draw.sample(SWITCHES, 2):
        devices[name] |= {"trips": [{"above_a": "600", "after": "100 ms"}], "control_supply": "dc"}
    devices["D-B"] |= {"dispatch": draw.choice(["permitted", "own"])}
    sources: dict[str, Any] = {
        "genset": {
            "kind": "genset", "bus": "G", "breaker": "G-B", "rated_kw": "400", "fuel": "tank", "place": "plant",
            "ready": "12 s", "called_by": ["ats"] if draw.random() < 0.5 else [],
        }
    }  # fmt: skip
    site: dict[str, Any] = {
        "places": {place: {} for place in (*PLACES, "home")},
        "travel": [{"from": "room", "to": place, "takes": f"{draw.randint(1, 9)} min"} for place in PLACES[1:]],
        "devices": devices,
        "sources": sources,
        "dc_supplies": {"dc": {"fed_by": ["A"], "lasts": "20 min"}},
        "loads": {name: {"max_interruption": f"{draw.randint(1, 40)} min"} for name in LOADS[:3]},
        "channels": {
            "phone": {"no_answer": draw.choice(["0", "0.3"]), "all_hear": draw.choice(["true", "false"])},
            "radio": {"needs": draw.choice([[], ["load-P"]])},
        },
        "observations": {f"panel-{number}": _display(draw) for number in range(draw.randint(2, 4))},
        "stores": _stores(draw),
        "functions": _functions(draw),
    }
    if keys:
        site["places"]["hv"] = {"key": "keys"}
    if sources["genset"]["called_by"]:
        site["transfers"] = {"ats": {"kind": "ats", "normal": "A-B", "standby": "G-B", "place": "plant"}}
    if draw.random() < 0.3:
        site["measures"] = {"by-hand": {"replaces": "load-C", "lasts": "1 h", "by": "operator"}}
    return site


def _display(draw: Random) -> dict[str, Any]:
    sights: dict[str, Sequence[str]] = {
        "load": LOADS, "bus": BUSES, "switch": SWITCHES, "source": ("genset", "feeder-S1"), "function": ("work",),
        "store": ("tank", "water"),
    }  # fmt: skip
    kinds = draw.sample([*sights], draw.randint(1, 3))
    return {
        "sees": [{kind: draw.sample([*sights[kind]], draw.randint(1, 2) if kind != "function" else 1)}
                 for kind in kinds],
        "shown_at": draw.choice(PLACES[:4]),
        "delay": draw.choice(["0 s", "30 s", "3 min"]),
        "needs": draw.choice([[], [], ["dc"], ["load-P"]]),
    }  # fmt: skip


def _stores(draw: Random) -> dict[str, Any]:
    pump = {"by": "load-P", "l_per_min": "10", **({"from": "bulk"} if draw.random() < 0.5 else {})}
    return {
        "tank": {"holds": "fuel", "capacity_l": "60", "level_l": draw.choice(["50", "20"]), "place": "plant",
                 "out": [{"to": "genset"}], "in": [pump] if draw.random() < 0.5 else []},
        "bulk": {"holds": "fuel", "capacity_l": "500", "level_l": "100"},
        "water": {"holds": "water", "capacity_l": "100", "level_l": "90", "place": draw.choice(PLACES[:3]),
                  "out": [{"to": "work", "l_per_min": draw.choice(["0.5", "2"])}] if draw.random() < 0.5 else []},
    }  # fmt: skip


def _functions(draw: Random) -> dict[str, Any]:
    needs: list[Any] = [{"load": "load-C", "rides": draw.choice(["1 s", "10 min"])}]
    if draw.random() < 0.4:
        needs.append({"store": "water"})
    restart = {
        "takes": "5 min",
        **({"by": "operator", "place": draw.choice(PLACES[:3])} if draw.random() < 0.7 else {}),
    }
    work: dict[str, Any] = {"needs": {"all": needs}, "max_interruption": "30 min", "restart": restart}
    if draw.random() < 0.3:
        work["harm"] = {"after": "20 min", "what": "harm"}
        work["safe_stop"] = {"takes": "3 min", "by": "operator", "place": "ward"}
    return {"work": work}


# -- the plan ----------------------------------------------------------------------------------------------------------


PERMIT = {"P1": {"covers": ["D-B"], "from": "dispatcher", "decides_in": "3 min", "channel": "phone"}}
RELIEF = {"then": "hand_over", "takes": "2 min"}


def _permits(draw: Random) -> dict[str, Any]:
    return PERMIT if draw.random() < 0.6 else {}


def _orders(draw: Random) -> dict[str, Any]:
    order = {"title": "O", "binds": ["A1"], "written_by": "electrician", "takes": "4 min"}
    if draw.random() < 0.5:
        order |= {"checked_by": "second", "check_takes": "2 min"}
    rules = {"accident_needs_no_order": "false", "single_breaker_needs_no_order": "false"}
    return {"orders": {"O1": order}, "order_rules": rules} if draw.random() < 0.3 else {}


def _rules(draw: Random) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if draw.random() < 0.5:
        found["shift_end"] = RELIEF
    if draw.random() < 0.5:
        found["contact_tree"] = [{"from": "electrician", "to": "dispatcher", "channels": ["radio"]}]
    return found


def _cards(draw: Random, resources: tuple[str, ...]) -> list[dict[str, Any]]:
    roles = ("electrician", "operator", "dispatcher")
    found = []
    for place, name in enumerate(("A", "B", "C")[: draw.randint(1, 3)]):
        steps = [_step(draw, name, number, resources) for number in range(draw.randint(1, 4))]
        more: dict[str, Any] = {"ends": _condition(draw)} if draw.random() < 0.2 else {}
        if draw.random() < 0.15:
            more["again"] = "true"
        found.append(card(f"K{name}", roles[place], _condition(draw), *steps, **more))
    return found


def _team_card(draw: Random) -> dict[str, Any]:
    """Its steps in a drawn order, some of them after the one before."""
    pool = draw.sample(["electrician", "operator", "second"], 2)
    by = {"operator": pool[0], "supervisor": pool[0]} if draw.random() < 0.3 else pool[0]
    each: dict[str, Any] = {"places": ["hv", "plant", "ward"][: draw.randint(2, 3)], "pool": pool}
    if draw.random() < 0.4:
        each |= {"batch": "1", "gap": "1 min"}
    if draw.random() < 0.3:
        each["stays"] = "true"
    kinds: list[tuple[Any, str, dict[str, Any]]] = [
        (by, "check", {"for_each": each, "tells": [_tell(draw)] if draw.random() < 0.4 else []}),
        ("electrician", "check", {"place": draw.choice(PLACES[:3]), "takes": draw.choice(["20 min", "50 min"])}),
        (
            "electrician",
            "call",
            {"place": "plant", "tells": [_tell(draw) | {"to": draw.choice(["operator", "second"])}]},
        ),
        ("electrician", draw.choice(["open", "close"]), {"target": "D-B"}),
        ("electrician", "open", {"find": "around_fault"}),
    ]
    steps = []
    for number, (who, do, more) in enumerate(draw.sample(kinds, draw.randint(3, 5))):
        after = {"after": [f"T{number - 1}"]} if number and draw.random() < 0.4 else {}
        steps.append(step(f"T{number}", who, do, **more, **after))
    return card("KT", "electrician", {"any": [{"load": name, "is": "dead"} for name in LOADS]}, *steps)


def _condition(draw: Random) -> dict[str, Any]:
    leaf: dict[str, Any] = draw.choice(
        [
            {"load": draw.choice(LOADS), "is": "dead"},
            {"bus": draw.choice(BUSES), "is": "dead"},
            {"bus": draw.choice(BUSES), "is": "live"},
            {"switch": draw.choice(SWITCHES), "is": draw.choice(["open", "closed"])},
            {"source": "genset", "is": "dead"},
            {"function": "work", "is": "lost"},
            {"store": draw.choice(["tank", "water"]), "below_percent": "50"},
        ]
    )
    roll = draw.random()
    if roll < 0.2:
        return leaf | {"for": "2 min"}
    if roll < 0.3:
        return {"not": leaf}
    return {"any": [leaf, {"load": draw.choice(LOADS), "is": "dead"}]} if roll < 0.6 else leaf


def _step(draw: Random, of: str, number: int, resources: tuple[str, ...]) -> dict[str, Any]:
    do = draw.choice(["open", "close", "report", "check", "ask", "call", "start", "refuel", "wait", "apply", "check"])
    who = draw.choice(["electrician", "electrician", "operator", "dispatcher"])
    by: Any = {"operator": who, "supervisor": "second"} if draw.random() < 0.25 and who == "electrician" else who
    more: dict[str, Any] = {"takes": draw.choice(["1 min", "4 min", {"median": "2 min", "p90": "7 min"}])}
    do, target = _target(draw, do, resources)
    if target:
        more["target"] = target
    if do in ("report", "ask", "call") or draw.random() < 0.3:
        more["tells"] = [_tell(draw) for _ in range(draw.randint(1, 2))]
    if do == "wait":
        more["until"] = _condition(draw)
    _conditions(draw, do, more)
    if number and draw.random() < 0.6:
        more["after"] = [f"{of}{draw.randrange(number)}"]
    if resources and draw.random() < 0.2:
        more["uses"] = [draw.choice(resources)]
    if do in ("check", "report") and draw.random() < 0.4:
        more["place"] = draw.choice(PLACES[:3])
    if draw.random() < 0.2:
        more["wait_at_most"] = "15 min"
    return step(f"{of}{number}", by, do, **more)


def _target(draw: Random, do: str, resources: tuple[str, ...]) -> tuple[str, str]:
    if do == "call" and "fuel-truck" not in resources:
        return "report", ""
    if do == "apply":
        return "check", ""
    there = {"open": draw.choice(SWITCHES), "close": draw.choice(SWITCHES), "start": "genset", "refuel": "tank",
             "call": "fuel-truck"}  # fmt: skip
    return do, there.get(do, "")


def _tell(draw: Random) -> dict[str, Any]:
    return {
        "to": draw.choice(["dispatcher", "operator", "electrician", "second"]),
        "channel": draw.choice(["phone", "radio"]),
        "takes": "30 s",
        "facts": draw.sample([*LOADS, *BUSES, "genset"], draw.randint(0, 2)),
        "no_answer": {"after": "2 min", "then": draw.choice(["next", "again", "proceed"])},
    }


def _conditions(draw: Random, do: str, more: dict[str, Any]) -> None:
    if draw.random() < 0.25:
        more["when"] = _condition(draw)
    if draw.random() < 0.3:
        more["requires"] = [_condition(draw)]
        more["if_unknown"] = draw.choice(["wait", "look", "ask", "proceed"])
    if do in ("open", "close") and draw.random() < 0.6:
        more["success_check"] = {"switch": more["target"], "is": "open" if do == "open" else "closed"}
    elif do in ("start", "check") and draw.random() < 0.5:
        more["success_check"] = {"load": draw.choice(LOADS), "is": "live", "within": "5 min"}
    if do == "check" and draw.random() < 0.25:
        more |= {"every": "10 min", "until": {"load": "load-B", "is": "live"}}
        more.pop("tells", None)

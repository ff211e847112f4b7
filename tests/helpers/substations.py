"""A ring of small substations switched by teams: `substations(3)` is fed at S1, its loads A, B, C stand behind one open
breaker each (`S1-A`), in a place of its own (`sub-A`), five minutes from the room where everybody is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from drillsim.schema.compiled import Compiled
from drillsim.schema.network import Network
from helpers.cards import card
from helpers.grids import grid
from helpers.play import ALL_DAY, PEOPLE, dossier

ALARM = {"load": "load-Z", "is": "dead"}
LOSS = {"at": "0 s", "fault": "source_lost", "on": "feeder-S2"}


def letters(count: int) -> list[str]:
    """Names of the substations."""
    return [f"{chr(ord('A') + n // 10)}{n % 10}" if count > 10 else chr(ord("A") + n) for n in range(count)]


def network(count: int) -> Network:
    """A live bus S1 with an open breaker to each substation; S2 feeds a lamp whose loss begins the work."""
    lines = [f"S1 {name} open" for name in letters(count)]
    return grid(*lines, "S2 Z cb", loads={**dict.fromkeys(letters(count), 0.05), "Z": 0.01})


def teams(count: int, size: int = 1) -> tuple[dict[str, Any], dict[str, Any]]:
    """People and roles: `team-1` of p1a (and p1b …), `hands` of all teams, `control` of zhao, beside the usual two."""
    people = {**PEOPLE, "zhao": {"name": "Zhao", "side": "customer", "shifts": ALL_DAY}}
    roles: dict[str, Any] = {
        "electrician": {"side": "customer", "held_by": ["wang"]},
        "dispatcher": {"side": "utility", "held_by": ["lin"]},
        "control": {"side": "customer", "held_by": ["zhao"]},
        "hands": {"side": "customer", "held_by": []},
    }
    for number in range(1, count + 1):
        names = [f"p{number}{letter}" for letter in "abc"[:size]]
        people |= {name: {"name": name, "side": "customer", "shifts": ALL_DAY} for name in names}
        roles[f"team-{number}"] = {"side": "customer", "held_by": names}
        roles["hands"]["held_by"] += names
    return people, roles


def substations(
    count: int,
    steps: Sequence[Mapping[str, Any]],
    *,
    crews: int = 1,
    size: int = 1,
    walk: str = "5 min",
    plan: Mapping[str, Any] | None = None,
    **site: Any,
) -> Compiled:
    """The customer with one card of `steps`, begun by control as soon as the lamp goes out."""
    people, roles = teams(crews, size)
    names = letters(count)
    places: dict[str, Any] = {"room": {}, "dispatch": {}, "home": {}, **{f"sub-{n}": {} for n in names}}
    ways = [{"from": "room", "to": f"sub-{n}", "takes": walk} for n in names]
    facts = {
        "places": places,
        "travel": ways,
        "devices": {f"S1-{n}": {"place": f"sub-{n}"} for n in names},
        "observations": {"lamp": {"sees": [{"load": "load-Z"}], "shown_at": "room"}},
        **site,
    }
    cards = [card("card", "control", ALARM, *map(dict, steps))]
    return dossier(network(count), site=facts, people=people, actors=roles, cards=cards, plan=plan)

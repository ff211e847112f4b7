"""The order of people, cards and steps in a file never changes an outcome: plans drawn and shuffled."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from drillsim.journal import Journal
from drillsim.schema.compiled import Compiled
from helpers.cards import card, rows, step, tell
from helpers.grids import grid
from helpers.play import dossier, play
from helpers.thinned import thinned

PEOPLE = ("wang", "li", "zhao", "chen", "sun", "lin")
PLACES = ("room", "hv", "gate")
EVENTS = [
    {"at": "0 s", "fault": "source_lost", "on": "feeder-S1", "for": "35 min"},
    {"at": "10 min", "fault": "source_lost", "on": "feeder-S2", "for": "20 min"},
]
FACTS = (
    {"load": "load-A", "is": "dead"}, {"load": "load-B", "is": "dead"}, {"bus": "S1", "is": "live"},
    {"switch": "S1-A", "is": "open"}, {"load": "load-D", "is": "dead"},
)  # fmt: skip
PLANS = 300


def _people(luck: Random) -> dict[str, Any]:
    """Six people in three places; shifts of some change while the plan runs, at the same minute."""
    shifts = [("00:00", "24:00")] * 3 + [("08:00", "10:10"), ("10:10", "20:00")]
    found: dict[str, Any] = {}
    for name in PEOPLE:
        start, end = luck.choice(shifts)
        side, place = ("utility", "dispatch") if name == "lin" else ("customer", luck.choice(PLACES))
        found[name] = {"name": name, "side": side, "shifts": [{"from": start, "to": end, "place": place}]}
    found["lin"]["shifts"][0] |= {"from": "00:00", "to": "24:00"}
    return found


def _actors(luck: Random) -> dict[str, Any]:
    own = [name for name in PEOPLE if name != "lin"]
    roles = {f"role-{n}": {"side": "customer", "held_by": luck.sample(own, luck.randint(1, 3))} for n in (1, 2, 3)}
    return roles | {"dispatcher": {"side": "utility", "held_by": ["lin"]}}


def _step(luck: Random, name: str, before: list[str]) -> dict[str, Any]:
    role = f"role-{luck.randint(1, 3)}"
    more: dict[str, Any] = {"takes": f"{luck.choice([30, 60, 60, 120])} s", "place": luck.choice(PLACES)}
    if before and luck.random() < 0.5:
        more["after"] = luck.sample(before, 1)
    if luck.random() < 0.3:
        more["requires"] = [luck.choice(FACTS)]
    if luck.random() < 0.4:
        more["tells"] = [tell(luck.choice(["role-1", "role-2", "role-3", "dispatcher"]), facts=["load-A"])]
    if luck.random() < 0.3:
        more["wait_at_most"] = "12 min"
    if luck.random() < 0.2:
        return step(name, role, luck.choice(["open", "close"]), target=luck.choice(["S1-A", "A-B"]), **more)
    return step(name, role, **more)


def _cards(luck: Random) -> list[dict[str, Any]]:
    cards = []
    for number in range(luck.randint(1, 3)):
        names = [f"S{number}{n}" for n in range(luck.randint(2, 4))]
        steps = [_step(luck, name, names[:place]) for place, name in enumerate(names)]
        cards.append(card(f"k{number}", f"role-{luck.randint(1, 3)}", luck.choice(FACTS[:2]), *steps))
    return cards


def _shuffled(luck: Random, people: dict[str, Any], cards: list[dict[str, Any]]) -> tuple[dict[str, Any], list[Any]]:
    mixed = [{**each, "steps": luck.sample(each["steps"], len(each["steps"]))} for each in cards]
    return {name: people[name] for name in luck.sample(list(people), len(people))}, luck.sample(mixed, len(mixed))


def _customer(actors: dict[str, Any], people: dict[str, Any], cards: list[dict[str, Any]]) -> Compiled:
    site = {
        "places": {place: {} for place in (*PLACES, "dispatch", "home")},
        "travel": [{"from": "room", "to": place, "takes": "3 min"} for place in ("hv", "gate")],
        "devices": {name: {"place": "hv"} for name in ("S1-A", "A-B")},
        "loads": {"load-A": {"max_interruption": "5 min"}, "load-D": {"max_interruption": "5 min"}},
        "observations": {
            "lights": {"sees": [{"load": ["load-A", "load-B"]}], "shown_at": "room"},
            "alarm": {"sees": [{"bus": ["S1", "S2"]}, {"load": "load-D"}], "shown_at": "gate", "delay": "20 s"},
        },
    }
    network = grid("S1 A cb", "A B cb", "S2 D cb", loads={"A": 0.1, "B": 0.1, "D": 0.1})
    return dossier(network, site=site, people=people, actors=actors, cards=cards)


def _outcome(journal: Journal) -> list[tuple[object, ...]]:
    """What became of every step and switch, and who is lit when: nothing of it by its place in the journal."""
    steps = [(name, r.state, r.why, r.ready_ms, r.started_ms, r.finished_ms, r.by) for name, r in rows(journal).items()]
    moved = [(e.t_ms, *e.data.values()) for e in journal.of("switch_moved", "load_lost", "load_restored")]
    return sorted([*steps, *moved], key=repr)


@pytest.mark.parametrize("block", thinned(range(10), 10))
@pytest.mark.full
def test_a_shuffled_plan_comes_out_the_same(block: int) -> None:
    differing = []
    for seed in range(block * PLANS // 10, (block + 1) * PLANS // 10):
        luck = Random(seed)
        people, actors, cards = _people(luck), _actors(luck), _cards(luck)
        written = play(_customer(actors, people, cards), EVENTS, "1 h", time="10:00")
        mixed = play(_customer(actors, *_shuffled(luck, people, cards)), EVENTS, "1 h", time="10:00")
        if _outcome(written) != _outcome(mixed):
            differing.append(
                (
                    seed,
                    [pair for pair in zip(_outcome(written), _outcome(mixed), strict=False) if pair[0] != pair[1]][:2],
                )
            )
    assert not differing

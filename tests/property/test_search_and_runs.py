"""The static search and the runs call the same things dangerous: drawn plans, each played as the search walked it.

S1 --- A --- Ta --- LA --- G (genset)          10 kV: tie A-B, line A-C with a load; 0.4 kV: tie LA-LB
S2 --- B --- Tb --- LB --- X (box for the van)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from random import Random
from typing import Any

import pytest

from drillsim.checks.inputs import Inputs
from drillsim.checks.reachable import Danger, searched
from drillsim.journal import Journal
from drillsim.network import Memo, flow_for
from drillsim.schema.compiled import Compiled
from drillsim.schema.network import Network
from drillsim.schema.reading import steps_in_turn
from drillsim.simulation import simulate
from helpers.grids import grid
from helpers.play import ACTORS, ALL_DAY, PEOPLE, case, dossier

PLANS = 300
KINDS = ("back_feed", "paralleling", "joining_unlike", "isolator_under_load", "closing_onto_earth", "earthing_live",
         "earth_without_proof", "unsafe_work", "without_permit", "without_supervisor", "closing_tagged")  # fmt: skip
SHORTS = ("closing_onto_earth", "earthing_live", "joining_unlike")
"""After these the plant is no longer what a search without currents takes it for."""
SWITCHES = ("S1-A", "S2-B", "A-B", "G-LA", "X-LB", "LA-LB", "A-C.A", "A-Ta", "B-Tb")
FEEDERS = ("feeder-S1", "feeder-S2")
LATE = {"at": "170 min", "fault": "channel_lost", "on": "phone"}


@cache
def networks() -> tuple[tuple[Network, Memo], ...]:
    """Like transformers and feeders, one transformer 30° apart, one feeder 30° apart, one ratio 5 % off."""
    like = grid(
        "S1 A cb", "S2 B cb", "A B open", "A Ta cb", "B Tb cb", "Ta LA trafo", "Tb LB trafo", "G LA open", "X LB open",
        "LA LB open", "A C line cb -", loads={"A": 0.05, "LA": 0.02, "LB": 0.02, "C": 0.03},
    )  # fmt: skip
    low = {"G", "X", "LA", "LB"}
    like = like.model_copy(
        update={"bus": tuple(b.model_copy(update={"vn_kv": 0.4 if b.name in low else 10.0}) for b in like.bus)}
    )
    one, other = like.trafo
    turned = like.model_copy(update={"trafo": (one, other.model_copy(update={"shift_degree": 0.0}))})
    sized = like.model_copy(update={"trafo": (one, other.model_copy(update={"vn_lv_kv": 0.42}))})
    east, west = like.ext_grid
    apart = like.model_copy(update={"ext_grid": (east, west.model_copy(update={"va_degree": 30.0}))})
    return tuple((each, flow_for(each)) for each in (like, turned, sized, apart))


def _operation(luck: Random) -> dict[str, Any]:
    switch = luck.choice(SWITCHES)
    bus = luck.choice(("A", "C", "LA", "LB"))
    return luck.choice(
        [
            *[{"do": do, "target": switch} for do in ("open", "close", "close", "open")],
            *[{"do": do, "target": bus} for do in ("prove_dead", "repair")],
            *[{"do": do, "target": f"E-{bus}"} for do in ("earth", "unearth", "earth")],
            {"do": "start", "target": "genset"},
            {"do": "close", "target": luck.choice(("LA-LB", "A-B"))},
            {"do": "close", "target": "G-LA"},
            {"do": "start", "target": "van"},
            {"do": "connect", "target": "box", "uses": ["lorry"]},
            {"do": "close", "target": "X-LB"},
            {"do": "tag", "target": switch},
            {"do": "lock", "target": switch},
            {"do": "unlock", "target": switch},
            {"do": "stop", "target": luck.choice(("genset", "load-C", "load-LA"))},
            {"do": "repair", "target": "A-C"},
        ]
    )


def drawn(number: int) -> tuple[Compiled, Memo]:
    """A customer with random devices, positions and one card."""
    luck = Random(f"plan-{number}")
    network, flow = luck.choice(networks())
    kinds = {name: luck.choice(("breaker", "breaker", "load_switch", "isolator", "fuse")) for name in SWITCHES}
    permitted = luck.sample(SWITCHES, 2)
    devices = {
        name: {"place": "room", "kind": kind, **({"dispatch": "permitted"} if name in permitted else {})}
        for name, kind in kinds.items()
    }
    both = {"operator": "electrician", "supervisor": "second"}
    steps: list[dict[str, Any]] = []
    for n in range(luck.randint(2, 6)):
        by = "electrician" if luck.random() < 0.2 else both
        steps.append({"id": f"T{n}", "text": "t", "by": by, "takes": "60 s", "place": "room", **_operation(luck)})
    if luck.random() < 0.3:
        _branch(steps)
    elif luck.random() < 0.6:
        steps += _closed_again(luck, both)
    system = {"system": "grid"} if luck.random() < 0.5 else {}
    shut = luck.sample(SWITCHES, 2)
    card = {
        "id": "K", "title": "k", "trigger": {"source": "feeder-S1", "is": luck.choice(("dead", "live"))},
        "activation": {"by": "electrician"}, "steps": steps,
    }  # fmt: skip
    site: dict[str, Any] = {
        "devices": devices,
        "observations": {"panel": {"sees": [{"source": list(FEEDERS)}], "shown_at": "room"}},
        "modes": {"normal": {"closed": luck.sample(SWITCHES, 2), "open": [s for s in shut if luck.random() < 0.5]}},
        "earths": {f"E-{bus}": {"at": bus, "place": "room"} for bus in ("A", "C", "LA", "LB")},
        "sources": {
            **{name: {"kind": "feeder", **system} for name in FEEDERS},
            "genset": {"kind": "genset", "bus": "G", "breaker": "G-LA", "rated_kw": "9000", "place": "room",
                       "manual_start_fails": "0", "control": "manual"},
            "van": {"kind": "mobile_genset", "rated_kw": "9000", "fails_to_start": "0"},
        },
        "connection_points": {
            "box": {"bus": "LB", "switch": "X-LB", "rated_kva": "9000", "place": "room", "phase_marked": "true"}
        },
    }  # fmt: skip
    permits = {"P": {"covers": permitted[:1], "from": "dispatcher", "decides_in": "1 min", "channel": "phone"}}
    lorry = {"name": "l", "kind": "mobile_genset", "brings": "van", "quantity": "1", "place": "room", "owner": "x"}
    of = dossier(
        network,
        site=site,
        people={**PEOPLE, "li": {"name": "Li", "side": "customer", "shifts": ALL_DAY}},
        actors={**ACTORS, "second": {"side": "customer", "held_by": ["li"]}},
        cards=[card],
        permits=permits if luck.random() < 0.5 else {},
        plan={"resources": {"lorry": lorry}},
    )
    return of, flow


def _closed_again(luck: Random, by: Any) -> list[dict[str, Any]]:
    """A switch closed against a notice, or onto an earth somebody has put on as he should."""
    switch = luck.choice(SWITCHES)
    barred = [("open", switch), ("tag", switch), ("close", switch)]
    earthed = [("open", "A-C.A"), ("prove_dead", "C"), ("earth", "E-C"), ("unearth", "E-C"), ("close", "A-C.A")]
    earthed.pop(3 if luck.random() < 0.5 else 1)
    moves = luck.choice((barred, earthed, earthed))
    return [
        {"id": f"V{n}", "text": "t", "by": by, "takes": "60 s", "place": "room", "do": do, "target": target}
        for n, (do, target) in enumerate(moves)
    ]


def _branch(steps: list[dict[str, Any]]) -> None:
    """The last step becomes the branch of a look that may fail."""
    last = steps[-1]
    steps[-1:] = [
        {
            "id": "L", "text": "t", "by": "electrician", "takes": "60 s", "place": "room", "do": "check",
            "success_check": {"switch": "A-B", "is": "open", "within": "5 s"}, "on_failure": {"steps": [last["id"]]},
        },
        last,
    ]  # fmt: skip


def played(of: Compiled, flow: Memo, danger: Danger) -> Journal:
    """The run of the path on which the search met the danger: the same start, the same slip."""
    begin, wiring = danger.start, Inputs(of).wiring
    normal = wiring.of_mode(danger.mode)
    changed = [name for name, was, now in zip(wiring.net.switch_ids, normal, begin.closed, strict=True) if was != now]
    items = [{"target": n, "to": "closed" if wiring.is_closed(begin.closed, n) else "open"} for n in changed]
    items += [{"target": name, "to": "on"} for name in begin.alive if name == "genset"]
    events = [{"at": "0 s", "fault": "source_lost", "on": name} for name in FEEDERS if name not in begin.alive]
    if danger.slip:
        action = {"omitted": "omit", "repeated": "repeat", "neighbour": "neighbour"}[danger.slip]
        instead = {"instead": danger.slip_device} if danger.slip_device else {}
        events.append({"at": "0 s", "fault": "wrong_action", "on": danger.slip_at, "action": action} | instead)
    return simulate(case(of, [*events, LATE], "3 h", mode=danger.mode, set=items), seed=1, flow=flow)


def hazards(journal: Journal) -> list[tuple[str, str]]:
    """(hazard, step) of what people did, in order, to the end of the step that made the first short circuit."""
    found: list[tuple[str, str]] = []
    shorted = ""
    for event in journal.of("hazard"):
        step = event.data.get("step", "")
        if shorted and step != shorted:
            break
        if step:
            found.append((event.data["hazard"], step))
            shorted = step if event.data["hazard"] in SHORTS else shorted
    return found


def _chosen(of: Compiled, found: list[Danger], told: Counter[str]) -> Iterator[Danger]:
    """Of a plan's dangers up to three: of a kind played least so far, and before whatever else is a short circuit."""
    order = [step.id for step in steps_in_turn(of.plan.cards[0])]
    shorts = [order.index(each.step) for each in found if each.hazard in SHORTS]
    first = min(shorts, default=len(order))
    kinds: set[tuple[str, bool]] = set()
    for danger in sorted(found, key=lambda each: (told[each.hazard], bool(each.slip))):
        late = order.index(danger.step) >= first + (danger.hazard in SHORTS)
        kind = danger.hazard, bool(danger.slip)
        if danger.slip != "failed" and not late and kind not in kinds and len(kinds) < 3:
            kinds.add(kind)
            yield danger


@pytest.mark.full
def test_what_the_search_calls_dangerous_a_run_calls_a_hazard_and_the_reverse() -> None:
    told: Counter[str] = Counter()
    dangerous, unmet, unseen = 0, [], []
    for number in range(PLANS):
        of, flow = drawn(number)
        found = searched(Inputs(of)).dangers
        dangerous += bool(found)
        written = {(each.hazard, each.step) for each in found if not each.slip}
        for danger in _chosen(of, found, told):
            said = hazards(played(of, flow, danger))
            told[danger.hazard] += 1
            if (danger.hazard, danger.step) not in said:
                unmet.append((number, danger.hazard, danger.step, danger.slip, danger.slip_at, said))
            if not danger.slip:
                unseen += [(number, *each) for each in said if each not in written]
    print(f"{PLANS} plans, {dangerous} dangerous, {told.total()} runs: {dict(sorted(told.items()))}")
    assert unmet == []
    assert unseen == []
    assert dangerous >= 100
    assert {kind: told[kind] for kind in KINDS if told[kind] < 10} == {}


def test_a_plan_the_search_passes_runs_without_a_hazard() -> None:
    passed = 0
    for number in range(PLANS):
        of, flow = drawn(number)
        done = searched(Inputs(of))
        live = of.plan.cards[0].trigger.is_ == "live"
        if [each for each in done.dangers if not each.slip]:
            continue
        passed += 1
        lost = [] if live else [{"at": "0 s", "fault": "source_lost", "on": "feeder-S1"}]
        assert hazards(simulate(case(of, [*lost, LATE], "3 h"), seed=1, flow=flow)) == [], number
    print(f"{passed} plans without a danger as written")
    assert passed >= 30


def test_the_order_of_the_steps_in_the_file_changes_nothing() -> None:
    moved = 0
    for number in range(0, PLANS, 5):
        of, _ = drawn(number)
        (card,) = of.plan.cards
        steps = Random(f"order-{number}").sample(card.steps, len(card.steps))
        shuffled = replace(
            of, plan=of.plan.model_copy(update={"cards": (card.model_copy(update={"steps": tuple(steps)}),)})
        )
        moved += tuple(steps) != card.steps
        assert searched(Inputs(shuffled)).dangers == searched(Inputs(of)).dangers, number
    assert moved >= 30

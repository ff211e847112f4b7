"""A small customer for people who decide: a supply card of both sides, a permit, a decision, a man of no card."""

from __future__ import annotations

from functools import cache
from typing import Any

from drillsim.journal import Journal, lines_of
from drillsim.network import Memo, PandapowerFlow, PowerFlow
from drillsim.schema.compiled import Compiled
from drillsim.schema.dossier import Case
from drillsim.schema.scenario import Scenario
from drillsim.simulation import Operator, PlanOperator, Run
from drillsim.units import MS_PER
from helpers.cards import LIGHTS, LOST, card, step, tell
from helpers.grids import grid
from helpers.play import ALL_DAY, dossier

MIN = MS_PER["min"]
NOBODY = PlanOperator(frozenset())
"""The plan, playing no role."""
DARK = {"load": "load-A", "is": "dead"}
PEOPLE: dict[str, Any] = {
    "wang": {"name": "Wang", "side": "customer", "shifts": ALL_DAY},
    "li": {"name": "Li", "side": "customer", "shifts": ALL_DAY},
    "gu": {"name": "Gu", "side": "customer", "shifts": ALL_DAY},
    "lin": {"name": "Lin", "side": "utility", "shifts": [{"from": "00:00", "to": "24:00", "place": "dispatch"}]},
    "off": {"name": "Off", "side": "customer"},
}
ACTORS: dict[str, Any] = {
    "electrician": {"side": "customer", "held_by": ["wang", "li"]},
    "watcher": {"side": "customer", "held_by": ["li"]},
    "dispatcher": {"side": "utility", "held_by": ["lin"]},
}
STEPS = (
    step("S1", "electrician", "report", takes="2 min", tells=[tell("dispatcher", facts=["load-A"])]),
    step("S2", {"operator": "electrician", "supervisor": "watcher"}, "open", target="S1-A", after=["S1"]),
    step("S3", "electrician", "decide", options=[
        {"name": "stay", "when": {"load": "load-A", "is": "live"}, "steps": ["S4"]},
        {"name": "go", "when": DARK, "steps": ["S5"]},
    ]),
    step("S4", "electrician"),
    step("S5", "electrician"),
    step("S6", "electrician", when={"load": "load-A", "is": "live"}),
)  # fmt: skip
DEVICES = {"S1-A": {"place": "hv", "dispatch": "permitted"}, "S1-B": {"place": "hv"}, "A-C": {"place": "yard"}}


def case(*events: dict[str, Any], **more: Any) -> Case:
    """The feeder lost at T0, for two hours."""
    start = {"date": "2026-07-15", "time": "02:30"}
    told = {"format": "1", "title": "t", "start": start, "horizon": "2 h", "events": list(events or (LOST,))} | more
    return Case(customer(), "s", Scenario.model_validate(told))


@cache
def _flow() -> PowerFlow:
    return Memo(PandapowerFlow(customer().network))


@cache
def customer() -> Compiled:
    """Two breakers in `hv`, one in `yard`, to which no way leads."""
    return dossier(
        grid("S1 A cb", "S1 B cb", "A C cb", loads={"A": 0.1, "B": 0.1, "C": 0.1}),
        site={
            "observations": LIGHTS,
            "devices": DEVICES,
            "places": {"room": {}, "dispatch": {}, "hv": {}, "home": {}, "yard": {}},
        },
        people=PEOPLE,
        actors=ACTORS,
        permits={"P1": {"covers": ["S1-A"], "from": "dispatcher", "decides_in": "3 min", "channel": "phone"}},
        cards=[card("k", "electrician", DARK, *STEPS)],
    )


def run_of(of: Case | None = None, *operators: Operator) -> Run:
    """A run in which nobody decides but who is asked to; it stands before T0's decide round."""
    of = of or case()
    run = Run(of, operators=operators or (NOBODY,), flow=_flow())
    run.advance(0)
    return run


def decided(journal: Journal) -> list[tuple[Any, ...]]:
    """Decisions of a journal: minute, kind, by, what, deviation."""
    return [
        (e.t_ms / MIN, e.data["decision"], e.data["by"], e.data["what"], tuple(e.data.get("deviation", ())))
        for e in journal.of("decision")
    ]


def bytes_of(journal: Journal) -> list[str]:
    return list(lines_of(journal))

"""The one table of verbs: what a step may do, to what, and what it takes by default.

Default durations are practice values (drillsim's own table of typical durations, unverified) and stand for a plan that
gives none; a plan's own `takes` always wins.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from drillsim.schema.duration import Drawn, Fixed, Lognormal
from drillsim.schema.element import BRANCH_KINDS

MIN = 60_000

Verb = Literal[
    "open", "close", "start", "stop", "transfer", "enable", "disable", "set", "shed", "restore", "refuel",
    "report", "request", "call", "order", "check", "wait",
    "trip", "reset", "rack", "prove_dead", "earth", "unearth", "lock", "unlock", "tag", "phase_check",
    "repair", "connect", "apply", "ask", "decide", "evacuate", "hand_over",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbSpec:
    """One verb. `targets`: kinds of id it takes. `operates`: it moves equipment, so one has to be there."""

    targets: tuple[str, ...] = ()
    operates: bool = False
    talks: bool = False
    takes: Drawn
    source: str = "practice, unverified"


_SWITCHING = Lognormal(90_000, 4 * MIN)

VERBS: dict[Verb, VerbSpec] = {
    "open": VerbSpec(targets=("switch",), operates=True, takes=_SWITCHING),
    "close": VerbSpec(targets=("switch",), operates=True, takes=_SWITCHING),
    "start": VerbSpec(
        targets=("genset", "mobile_genset", "load", "function"), operates=True, takes=Lognormal(6 * MIN, 20 * MIN)
    ),
    "stop": VerbSpec(targets=("genset", "load", "function"), operates=True, takes=Fixed(2 * MIN)),
    "transfer": VerbSpec(targets=("ats", "sts"), operates=True, takes=Lognormal(3 * MIN, 10 * MIN)),
    "enable": VerbSpec(targets=("transfer",), operates=True, takes=Fixed(MIN)),
    "disable": VerbSpec(targets=("transfer",), operates=True, takes=Fixed(MIN)),
    "set": VerbSpec(targets=("genset", "load", "ups"), operates=True, takes=Fixed(MIN)),
    "shed": VerbSpec(targets=("load", "tier"), operates=True, takes=_SWITCHING),
    "restore": VerbSpec(targets=("load", "tier"), operates=True, takes=_SWITCHING),
    "refuel": VerbSpec(targets=("store", "mobile_genset"), operates=True, takes=Lognormal(20 * MIN, 45 * MIN)),
    "report": VerbSpec(talks=True, takes=Lognormal(2 * MIN, 6 * MIN)),
    "request": VerbSpec(targets=("permit", "resource", "order"), talks=True, takes=Lognormal(2 * MIN, 6 * MIN)),
    "call": VerbSpec(targets=("resource",), talks=True, takes=Lognormal(2 * MIN, 6 * MIN)),
    "order": VerbSpec(talks=True, takes=Lognormal(2 * MIN, 6 * MIN)),
    "check": VerbSpec(takes=Fixed(MIN)),
    "wait": VerbSpec(takes=Fixed(0)),
    "trip": VerbSpec(targets=("switch",), operates=True, takes=Fixed(30_000)),
    "reset": VerbSpec(targets=("switch", "transfer", "genset", "ups"), operates=True, takes=Fixed(2 * MIN)),
    "rack": VerbSpec(targets=("switch",), operates=True, takes=Lognormal(3 * MIN, 8 * MIN)),
    "prove_dead": VerbSpec(targets=("bus",), operates=True, takes=Lognormal(2 * MIN, 5 * MIN)),
    "earth": VerbSpec(targets=("earth",), operates=True, takes=Lognormal(3 * MIN, 7 * MIN)),
    "unearth": VerbSpec(targets=("earth",), operates=True, takes=Lognormal(2 * MIN, 5 * MIN)),
    "lock": VerbSpec(targets=("switch",), operates=True, takes=Fixed(MIN)),
    "unlock": VerbSpec(targets=("switch",), operates=True, takes=Fixed(MIN)),
    "tag": VerbSpec(targets=("switch",), operates=True, takes=Fixed(MIN)),
    "phase_check": VerbSpec(targets=("switch", "connection_point"), operates=True, takes=Lognormal(5 * MIN, 12 * MIN)),
    "repair": VerbSpec(targets=(*BRANCH_KINDS, "bus", "switch"), operates=True, takes=Lognormal(360 * MIN, 960 * MIN)),
    "connect": VerbSpec(targets=("connection_point",), operates=True, takes=Lognormal(15 * MIN, 30 * MIN)),
    "apply": VerbSpec(targets=("measure",), takes=Fixed(2 * MIN)),
    "ask": VerbSpec(talks=True, takes=Lognormal(2 * MIN, 6 * MIN)),
    "decide": VerbSpec(takes=Lognormal(3 * MIN, 10 * MIN)),
    "evacuate": VerbSpec(targets=("place", "zone"), takes=Lognormal(10 * MIN, 20 * MIN)),
    "hand_over": VerbSpec(takes=Fixed(10 * MIN)),
}
"""Every verb a plan may use."""

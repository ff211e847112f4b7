"""Who takes part in a drill, and what each may do: rights go with the part somebody has in it, not with the person.

A player sees what those know whom they play, and nothing else. Whoever leads sees everything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Part = Literal[
    "director", "controller", "simulator", "player", "evaluator", "observer", "safety_officer", "scribe",
]  # fmt: skip
PARTS: tuple[Part, ...] = get_args(Part)

Right = Literal["lead", "inject", "decide", "decide_for_all", "see_all", "look_ahead", "rate", "note", "stop"]
RIGHTS: tuple[Right, ...] = get_args(Right)
"""lead: the clock and the end; inject: the deck; decide: for the roles they play; decide_for_all: for any role;
see_all: the true state and what is to come; look_ahead: forks; rate: grades; note: words in the record; stop: at
once."""

RIGHTS_OF: Mapping[Part, frozenset[Right]] = {
    "director": frozenset(RIGHTS),
    "controller": frozenset(RIGHTS),
    "simulator": frozenset({"decide", "inject", "note", "stop"}),
    "player": frozenset({"decide", "note", "stop"}),
    "evaluator": frozenset({"see_all", "rate", "note", "stop"}),
    "observer": frozenset({"note", "stop"}),
    "safety_officer": frozenset({"see_all", "note", "stop"}),
    "scribe": frozenset({"note", "stop"}),
}
"""Anybody stops a drill that has become dangerous."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part. `plays`: roles of the plan whose decisions they make, and whose knowledge they see."""

    id: str
    name: str
    part: Part
    plays: tuple[str, ...] = ()

    def may(self, right: Right) -> bool:
        """Return whether they have the right."""
        return right in RIGHTS_OF[self.part]

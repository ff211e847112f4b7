"""Plays the runs of one review: one luck, one network, one memory of what its islands answer.

An edit never changes the network, so the compiled arrays and the power-flow answers of the first run serve all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drillsim.journal import Journal
from drillsim.network import PowerFlow, flow_for, net_of
from drillsim.schema import Case, Compiled
from drillsim.simulation import AS_IT_IS, WhatIf, simulate


@dataclass(frozen=True, slots=True, eq=False)
class Player:
    """The values all runs of one review share."""

    seed: int
    flow: PowerFlow
    draw: int = 0
    """The seed's draw of luck."""

    def play(self, case: Case, what_if: WhatIf = AS_IT_IS, header: Mapping[str, object] | None = None) -> Journal:
        """The journal of the case's run."""
        return simulate(case, seed=self.seed, draw=self.draw, flow=self.flow, what_if=what_if, header=header or {})


def player_of(dossier: Compiled, seed: int = 1, flow: PowerFlow | None = None) -> Player:
    """A player for runs on the customer's network; `flow` by default the fast engine with a memory."""
    return Player(seed, flow or flow_for(dossier.network, net_of(dossier)))

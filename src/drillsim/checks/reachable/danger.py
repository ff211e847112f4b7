"""One way into a hazard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from drillsim.checks.reachable.state import State

Slip = Literal["", "omitted", "repeated", "neighbour", "failed"]
"""Slip on the way: none, or one step left out, done twice, done on the device beside it, or refused by its device."""


@dataclass(frozen=True, slots=True)
class Danger:
    """A hazard that an operation of the plan makes, the slip that leads there, and the state it is met in."""

    hazard: str
    parts: tuple[str, ...]
    card: str
    step: str
    """The step whose operation makes it."""
    device: str
    slip: Slip
    slip_at: str
    """Step at which the slip is made; empty without one."""
    slip_device: str
    """For `neighbour`: what is operated instead."""
    mode: str
    lost: tuple[str, ...]
    """Feeders that are dead then."""
    closed: tuple[str, ...]
    """Switches that stand otherwise than in the mode: `+101` closed, `-102` open."""
    alive: tuple[str, ...]
    """Sources that feed then."""
    start: State
    """State the walk began in."""
    defeated: tuple[str, ...] = ()
    """Devices of the procedural interlock that has to be disregarded; empty when none has."""

    @property
    def key(self) -> tuple[str, ...]:
        """Dangers with the same key are told once."""
        return (self.hazard, "+".join(self.parts), self.step, self.device, self.slip, self.slip_at, *self.defeated)

"""The power-flow seam: one live island in, its voltages and flows out, or a reason why nobody can say.

`solve` is pure: the answer depends on the island alone, never on what was solved before. Results are rounded here
(1e-6 pu, 0.01 %, 0.01 A, 1 W), so the same island gives the same bytes wherever it is solved.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from drillsim.network.island import Island


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowResult:
    """Indexed as the compiled network; None where the thing is not in the island or nobody can say."""

    vm_pu: tuple[float | None, ...]
    """Voltage of each bus, per unit."""
    loading_percent: tuple[float | None, ...]
    """Loading of each branch, per cent of its rating."""
    branch_a: tuple[tuple[float, ...] | None, ...]
    """Current at each end of each branch, amperes, ends in the order of its links (from/to, hv/mv/lv)."""
    switch_a: tuple[float | None, ...]
    """Current through each closed switch, amperes. Between buses it comes from the balance of powers; in a loop of
    closed bus-bus switches it cannot be told and is None. An open switch is None."""
    source_w: tuple[int, ...]
    """Active power of each of the island's sources, watts."""
    source_var: tuple[int, ...]
    """Reactive power of each of the island's sources, vars."""


@dataclass(frozen=True, slots=True)
class CannotSay:
    """No answer, which is never "no load" and never "fine"."""

    reason: Literal["not-converged", "engine-failed"]
    detail: str = ""
    """For the journal: the engine's error type."""


Answer = FlowResult | CannotSay


class PowerFlow(Protocol):
    """An engine. pandapower is the reference; others are held to the same contract test."""

    @property
    def engine(self) -> str:
        """Name and version for the journal's header: two engines may differ in the last digit."""
        ...

    def solve(self, island: Island) -> Answer:
        """Voltages and flows of `island`, or why not. Never raises for an island that cannot be solved."""
        ...

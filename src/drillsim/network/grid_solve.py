"""One solve by power-grid-model: an island's demand into the model of its wiring, and what comes out as an answer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from drillsim.network.grid_figures import Numbers
from drillsim.network.grid_model import Powers, Solved, holders_of
from drillsim.network.grid_wiring import Wiring
from drillsim.network.island import Island, Source
from drillsim.network.powerflow import FlowResult
from drillsim.network.sharing import share

LEAST_PU = 0.5
"""Below it a solution may be the wrong one of the two the equations have."""


def solved(wiring: Wiring, island: Island) -> FlowResult | None:
    """The answer; None where a voltage is below `LEAST_PU` or no number. Raises: power-grid-model's errors."""
    return _Solve(wiring, island).answer()


class _Solve:
    def __init__(self, wiring: Wiring, island: Island) -> None:
        self.wiring = wiring
        self.island = island
        self.demand_va: Powers = np.zeros(len(wiring.point), dtype=complex)
        for bus, watts, var in island.demand:
            self.demand_va[bus] += complex(watts, var)

    def answer(self) -> FlowResult | None:
        given = share(self.island, self.wiring.point, self._run)
        if not (self.found.vm_pu[self.wiring.live_buses] >= LEAST_PU).all():
            return None
        for source, va in zip(self.island.sources, given, strict=True):
            self.leaves_va[source.bus] -= va
        return _reading(self.wiring, self.found, self.leaves_va, given)

    def _run(self, holders: list[Source], shares_va: dict[int, complex]) -> list[complex]:
        """Solves; what each holder gives is what leaves its point and no share covers."""
        wiring, drawn = self.wiring, self.demand_va.copy()
        for bus, va in shares_va.items():
            drawn[bus] -= va
        self.found = wiring.model(holders_of(holders)).solve(drawn)
        self.leaves_va = self.demand_va + wiring.passive(self.found)
        at_point = wiring.by_point(self.leaves_va + (drawn - self.demand_va))
        return [complex(at_point[wiring.point[source.bus]]) for source in holders]


def _reading(wiring: Wiring, found: Solved, leaves_va: Powers, given: Sequence[complex]) -> FlowResult:
    return FlowResult(
        vm_pu=_where(wiring.buses, np.round(found.vm_pu, 6)),
        loading_percent=_where(wiring.rated, np.round(wiring.loading(found), 2)),
        branch_a=_branch_a(wiring, np.round(found.end_a, 2).tolist()),
        switch_a=_where(wiring.told, np.round(wiring.switch_a(found, leaves_va), 2)),
        source_w=tuple(round(va.real) for va in given),
        source_var=tuple(round(va.imag) for va in given),
    )


def _where(told: Sequence[bool], values: Numbers) -> tuple[float | None, ...]:
    return tuple([value if known else None for known, value in zip(told, values.tolist(), strict=True)])


def _branch_a(wiring: Wiring, end_a: list[float]) -> tuple[tuple[float, ...] | None, ...]:
    return tuple([tuple(end_a[first:last]) if last else None for first, last in wiring.branch_ends])

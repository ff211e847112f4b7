"""power-grid-model behind the power-flow seam: the fast engine, held to pandapower by one contract test.

pandapower works out the figures of the branches once, in the process that first needs them; they travel with the
engine, so a worker never imports pandapower unless an island calls for it. Where power-grid-model has no model for
something in an island (an extended ward), does not solve it, or solves it to a voltage nobody would run at, pandapower
is asked; `fallbacks` counts that by reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal
from weakref import finalize

from drillsim.network.compiled import CompiledNetwork, compile_network
from drillsim.network.island import Island
from drillsim.network.memo import Memo
from drillsim.network.pandapower_flow import PandapowerFlow
from drillsim.network.powerflow import Answer
from drillsim.network.version import named
from drillsim.schema import Network

if TYPE_CHECKING:
    from drillsim.network.grid_figures import GridFigures
    from drillsim.network.grid_wiring import Wiring

KEEP = 64
"""Wirings whose models are kept."""
Reason = Literal["not-covered", "not-converged", "low-voltage", "engine-failed"]


class GridModelFlow:
    """`PowerFlow` by power-grid-model's Newton-Raphson. Picklable; each process builds its own models."""

    def __init__(
        self, network: Network, net: CompiledNetwork | None = None, figures: GridFigures | None = None
    ) -> None:
        self.network = network
        self.net = net or compile_network(network)
        self.fallbacks: dict[Reason, int] = {}
        """Number of times pandapower was asked, by reason, in this process."""
        self._figures = figures
        self._wirings: dict[tuple[bytes, bytes], Wiring] = {}
        self._reference: PandapowerFlow | None = None
        # a model that outlives power-grid-model's own modules complains on standard error at the end of the process
        finalize(self, self._wirings.clear)

    def __reduce__(self) -> tuple[type[GridModelFlow], tuple[Network, CompiledNetwork, GridFigures]]:
        return GridModelFlow, (self.network, self.net, self.figures)

    @property
    def engine(self) -> str:
        """As `PowerFlow`'s."""
        return named("power-grid-model")

    @property
    def figures(self) -> GridFigures:
        """The branch figures; where nobody has kept them, the first time in this process imports pandapower."""
        if self._figures is None:
            from drillsim.network.kept_figures import figures_of

            self._figures = figures_of(self.network, self.net)
        return self._figures

    def solve(self, island: Island) -> Answer:
        """Voltages and flows of `island`; pandapower's answer where power-grid-model has none."""
        from power_grid_model.errors import IterationDiverge, SparseMatrixError  # type: ignore[attr-defined]

        from drillsim.network.grid_solve import solved

        figures = self.figures  # what pandapower says against the network itself is no island's affair
        if any(island.nodes[node] for node in figures.beyond):
            return self._ask(island, "not-covered")
        try:
            answer = solved(self._wiring(figures, island), island)
        except (IterationDiverge, SparseMatrixError):
            return self._ask(island, "not-converged")
        except Exception:
            # Whatever power-grid-model trips over, the reference must still be asked.
            return self._ask(island, "engine-failed")
        return self._ask(island, "low-voltage") if answer is None else answer

    def _ask(self, island: Island, reason: Reason) -> Answer:
        self.fallbacks[reason] = self.fallbacks.get(reason, 0) + 1
        if self._reference is None:
            self._reference = PandapowerFlow(self.network, self.net)
        return self._reference.solve(island)

    def _wiring(self, figures: GridFigures, island: Island) -> Wiring:
        from drillsim.network.grid_wiring import Wiring

        key = (island.nodes, island.links)
        found = self._wirings.get(key)
        if found is None:
            if len(self._wirings) >= KEEP:
                del self._wirings[next(iter(self._wirings))]
            found = self._wirings[key] = Wiring(figures, self.net, island)
        return found


def flow_for(network: Network, net: CompiledNetwork | None = None) -> Memo:
    """The fast engine with a memo, for many runs of one network. Picklable: what is known travels with it."""
    return Memo(GridModelFlow(network, net))

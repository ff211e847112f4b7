"""pandapower behind the power-flow seam: the reference engine.

One net a network, built at the first solve with a load, an ext_grid and an sgen at every bus, all out of service, and
a switch at every branch end. A solve sets every flag and figure it depends on, so nothing of the solve before it
stays; voltages start from a DC solution, never from earlier results (a plain flat start meets transformers of 150°).
`sharing` says how sources share.
"""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

from drillsim.network.balance import bus_points, tie_currents
from drillsim.network.compiled import CompiledNetwork, compile_network
from drillsim.network.island import Island, Source
from drillsim.network.pandapower_net import build_engine
from drillsim.network.powerflow import Answer, CannotSay, FlowResult
from drillsim.network.sharing import share
from drillsim.network.version import named
from drillsim.schema import BRANCH, BRANCHES, Network

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pandapower import pandapowerNet

_SIDES = {each.kind: each.sides for each in BRANCHES}


class PandapowerFlow:
    """`PowerFlow` by pandapower's Newton-Raphson. Picklable; each process builds its own net."""

    def __init__(self, network: Network, net: CompiledNetwork | None = None) -> None:
        self.network = network
        self.net = net or compile_network(network)
        self._engine: pandapowerNet | None = None

    def __getstate__(self) -> dict[str, Any]:
        return {"network": self.network, "net": self.net, "_engine": None}

    @property
    def engine(self) -> str:
        """As `PowerFlow`'s."""
        return named("pandapower")

    def solve(self, island: Island) -> Answer:
        """Voltages and flows of `island`; CannotSay when Newton-Raphson does not converge or pandapower fails."""
        from pandapower import LoadflowNotConverged

        if self._engine is None:
            self._engine = build_engine(self.network, self.net)
        try:
            return _Solve(self.net, self._engine, island).answer()
        except LoadflowNotConverged:
            return CannotSay("not-converged")
        except Exception as error:
            # Whatever pandapower trips over, the other islands must still get their answers.
            return CannotSay("engine-failed", type(error).__name__)


class _Solve:
    """One solve: sets the engine up from the island, runs it, reads it out."""

    def __init__(self, net: CompiledNetwork, engine: pandapowerNet, island: Island) -> None:
        self.net = net
        self.engine = engine
        self.island = island
        self.point = bus_points(net, island.links)

    def answer(self) -> Answer:
        self._set_passive()
        given = share(self.island, self.point, self._run)
        return _Reading(self.net, self.engine, self.island, given).answer()

    def _set_passive(self) -> None:
        import numpy as np

        net, engine, island = self.net, self.engine, self.island
        nodes = np.frombuffer(island.nodes, dtype=np.uint8).astype(bool)
        links = np.frombuffer(island.links, dtype=np.uint8).astype(bool)
        engine.bus["in_service"] = nodes[: net.bus_count]
        start = net.bus_count
        for table in _SIDES:
            rows = len(engine[table])
            engine[table]["in_service"] = nodes[start : start + rows]
            start += rows
        self._set_unswitched(links)
        engine.switch["closed"] = links[engine.switch["link"].to_numpy()]
        power = np.zeros(net.bus_count, dtype=complex)
        for bus, watts, var in island.demand:
            power[bus] = complex(watts, var) / 1e6
        load = engine.load
        load["p_mw"], load["q_mvar"], load["in_service"] = power.real, power.imag, power != 0

    def _set_unswitched(self, links: NDArray[np.bool_]) -> None:
        """An impedance with one end dead carries nothing, and has no switch that could say so."""
        unswitched = [each for each in self.net.branch_kinds if not BRANCH[each].et]
        for kind in dict.fromkeys(unswitched):
            ends = len(BRANCH[kind].ends)
            both = links[self._first_link(kind) :][: ends * unswitched.count(kind)].reshape(-1, ends).all(axis=1)
            self.engine[kind]["in_service"] &= both

    def _first_link(self, kind: str) -> int:
        kinds = self.net.branch_kinds
        return sum(len(BRANCH[each].ends) for each in kinds[: kinds.index(kind)])

    def _run(self, holders: list[Source], shares_va: dict[int, complex]) -> list[complex]:
        import numpy as np
        import pandapower as pp

        count = self.net.bus_count
        holds, vm_pu, va_degree = np.zeros(count, dtype=bool), np.ones(count), np.zeros(count)
        for source in holders:
            holds[source.bus], vm_pu[source.bus], va_degree[source.bus] = True, source.vm_pu, source.va_degree
        power = np.zeros(count, dtype=complex)
        for bus, va in shares_va.items():
            power[bus] = va / 1e6
        grid, sgen = self.engine.ext_grid, self.engine.sgen
        grid["in_service"], grid["vm_pu"], grid["va_degree"] = holds, vm_pu, va_degree
        sgen["p_mw"], sgen["q_mvar"], sgen["in_service"] = power.real, power.imag, power != 0
        pp.runpp(self.engine, init="dc", numba=False, calculate_voltage_angles=True)
        return [self._held(source) for source in holders]

    def _held(self, source: Source) -> complex:
        found = self.engine.res_ext_grid
        return complex(found.at[source.bus, "p_mw"], found.at[source.bus, "q_mvar"]) * 1e6


class _Reading:
    """The engine's result tables as a `FlowResult`."""

    def __init__(
        self, net: CompiledNetwork, engine: pandapowerNet, island: Island, given_va: tuple[complex, ...]
    ) -> None:
        self.net = net
        self.engine = engine
        self.island = island
        self.given_va = given_va

    def answer(self) -> Answer:
        net, nodes = self.net, self.island.nodes
        vm_pu = self.engine.res_bus["vm_pu"].to_numpy(dtype=float)
        buses, branches = nodes[: net.bus_count], nodes[net.bus_count :]
        if any(live and isnan(vm) for live, vm in zip(buses, vm_pu, strict=True)):
            return CannotSay("engine-failed", "NaN")
        end_a = self._ends("i_{}_ka") * 1e3
        loading = self._branches("loading_percent")
        return FlowResult(
            vm_pu=tuple(round(float(vm), 6) if live else None for live, vm in zip(buses, vm_pu, strict=True)),
            loading_percent=tuple(
                round(float(percent), 2) if live and not isnan(percent) else None
                for live, percent in zip(branches, loading, strict=True)
            ),
            branch_a=self._branch_a(end_a),
            switch_a=self._switch_a(end_a, vm_pu),
            source_w=tuple(round(va.real) for va in self.given_va),
            source_var=tuple(round(va.imag) for va in self.given_va),
        )

    def _ends(self, column: str) -> NDArray[np.float64]:
        """A result of every branch end, in the order of the links; 0 for NaN."""
        import numpy as np

        found = []
        for table, sides in _SIDES.items():
            results = self.engine["res_" + table]
            found.append(np.stack([results[column.format(side)].to_numpy(dtype=float) for side in sides], 1).ravel())
        ends: NDArray[np.float64] = np.nan_to_num(np.concatenate(found))
        return ends

    def _branches(self, column: str) -> NDArray[np.float64]:
        import numpy as np

        found = []
        for each in BRANCHES:
            results = self.engine["res_" + each.kind]
            found.append(results[column].to_numpy(dtype=float) if each.has_rating else np.full(len(results), np.nan))
        return np.concatenate(found)

    def _branch_a(self, end_a: NDArray[np.float64]) -> tuple[tuple[float, ...] | None, ...]:
        found: list[tuple[float, ...] | None] = []
        first = 0
        for position, kind in enumerate(self.net.branch_kinds):
            ends = end_a[first : first + len(_SIDES[kind])]
            first += len(ends)
            live = self.island.nodes[self.net.bus_count + position]
            found.append(tuple(round(float(amperes), 2) for amperes in ends) if live else None)
        return tuple(found)

    def _switch_a(self, end_a: NDArray[np.float64], vm_pu: NDArray[np.float64]) -> tuple[float | None, ...]:
        volts = [float(vm) * kv * 1e3 for vm, kv in zip(vm_pu, self.net.bus_kv, strict=True)]
        ties = tie_currents(self.net, self.island.links, self._drawn_va(), volts)
        found: list[float | None] = []
        for link in self.net.switch_link:
            amperes = ties.get(link) if link >= len(end_a) else float(end_a[link])
            found.append(round(amperes, 2) if self.island.links[link] and amperes is not None else None)
        return tuple(found)

    def _drawn_va(self) -> list[complex]:
        """Return the power that leaves each bus through loads, shunts and branch ends, less what sources give, VA."""
        drawn = [0j] * self.net.bus_count
        for bus, watts, var in self.island.demand:
            drawn[bus] += complex(watts, var)
        power = (self._ends("p_{}_mw") + 1j * self._ends("q_{}_mvar")) * 1e6
        for (bus, _), va in zip(self.net.link_nodes, power, strict=False):
            drawn[bus] += complex(va)
        for table in ("shunt", "xward"):
            found = self.engine["res_" + table]
            for bus, p_mw, q_mvar in zip(self.engine[table]["bus"], found["p_mw"], found["q_mvar"], strict=True):
                if not isnan(p_mw):
                    drawn[bus] += complex(float(p_mw), float(q_mvar)) * 1e6
        for source, va in zip(self.island.sources, self.given_va, strict=True):
            drawn[source.bus] -= va
        return drawn

"""One wiring of the network in power-grid-model: which links conduct and which sources hold their voltage.

Buses joined by closed bus-bus switches are one node here, as they are in pandapower: a `link` of power-grid-model has
an impedance that shows in the sixth digit at 1 MVA. So a model is built for each wiring, and a solve sets every load
of it: nothing of the solve before stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from drillsim.network.grid_figures import GridFigures, Numbers, Places
from drillsim.network.island import Island, Source

STIFF_VA = 1e18
"""Short-circuit power of a source that holds its voltage: one that gives 200 MVA drops by 2e-10 pu. At 1e15 the last
digit of such a source's vars shows it."""
Powers = NDArray[np.complex128]
Holders = tuple[tuple[int, float, float], ...]
"""Bus, voltage per unit and angle in degrees of each source that holds its voltage."""


@dataclass(frozen=True, slots=True, eq=False)
class Solved:
    """The result of a solve."""

    vm_pu: Numbers
    """Voltage of each bus, per unit; 0 outside the island."""
    end_a: Numbers
    """Current at each branch end, in the order of the links, A; 0 at an open one."""
    end_va: Powers
    """Power into the branch at each end, VA."""


def holders_of(sources: Sequence[Source]) -> Holders:
    """Return bus, voltage (pu) and angle (degrees) of `sources`: the part a model needs to know."""
    return tuple((source.bus, source.vm_pu, source.va_degree) for source in sources)


class GridModel:
    """A `PowerGridModel` of one wiring."""

    def __init__(self, figures: GridFigures, island: Island, point: Places, holders: Holders) -> None:
        from power_grid_model import PowerGridModel, initialize_array

        buses = len(point)
        self._figures = figures
        self._point = point
        live = np.frombuffer(island.nodes, dtype=np.uint8).astype(bool)
        self._loaded = np.flatnonzero(live[:buses] & (point == np.arange(buses)))
        parts = _Parts(figures, point, live[:buses], np.frombuffer(island.links, dtype=np.uint8))
        data = parts.all(self._loaded, holders)
        self._update = _update(data["sym_load"]["id"])
        self._no_branch = initialize_array("sym_output", "generic_branch", 0)
        self._model = PowerGridModel(data)

    def solve(self, drawn_va: Powers) -> Solved:
        """With `drawn_va` drawn at each bus. Raises: power-grid-model's errors where it does not converge."""
        figures, load = self._figures, self._update["sym_load"]
        at_point = np.zeros(len(self._point), dtype=complex)
        np.add.at(at_point, self._point, drawn_va)
        load["p_specified"], load["q_specified"] = at_point[self._loaded].real, at_point[self._loaded].imag
        self._model.update(update_data=self._update)
        found: Mapping[str, Any] = self._model.calculate_power_flow(output_component_types=["node", "generic_branch"])
        node, branch = found["node"], found.get("generic_branch", self._no_branch)
        from_va, to_va = branch["p_from"] + 1j * branch["q_from"], branch["p_to"] + 1j * branch["q_to"]
        return Solved(
            vm_pu=node["u_pu"][self._point],
            end_a=np.concatenate([branch["i_from"], branch["i_to"]])[figures.end_pole],
            end_va=np.concatenate([from_va, to_va])[figures.end_pole],
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Parts:
    """The input of a model. Ids count on: nodes, branches, loads, shunts, sources."""

    figures: GridFigures
    point: Places
    live: NDArray[np.bool_]
    links: NDArray[np.uint8]

    def all(self, loaded: Places, holders: Holders) -> dict[str, Any]:
        shunted = np.flatnonzero((self.figures.shunt_va != 0) & self.live)
        first = len(self.figures.node_v)
        data: dict[str, Any] = {"node": self._nodes(), "generic_branch": self._branch_rows(first)}
        first += len(self.figures.r_ohm)
        data["sym_load"] = _loads(first, loaded)
        data["shunt"] = self._shunts(first + len(loaded), shunted)
        data["source"] = self._sources(first + len(loaded) + len(shunted), holders)
        return data

    def _nodes(self) -> Any:
        rows = _rows("node", 0, len(self.figures.node_v))
        rows["u_rated"] = self.figures.node_v
        return rows

    def _branch_rows(self, first: int) -> Any:
        """All of the network's: no link of those outside the island conducts."""
        figures = self.figures
        rows = _rows("generic_branch", first, len(figures.r_ohm))
        rows["from_node"], rows["from_status"] = self._pole(figures.from_node, figures.from_link)
        rows["to_node"], rows["to_status"] = self._pole(figures.to_node, figures.to_link)
        rows["r1"], rows["x1"] = figures.r_ohm, figures.x_ohm
        rows["g1"], rows["b1"] = figures.g_s, figures.b_s
        rows["k"], rows["theta"], rows["sn"] = figures.ratio, figures.shift_rad, 0.0
        return rows

    def _pole(self, node: Places, link: Places) -> tuple[Places, NDArray[np.bool_]]:
        """The node a pole is at and whether it conducts; buses of one point are its first."""
        at_bus = node < len(self.point)
        return np.where(at_bus, self.point[np.where(at_bus, node, 0)], node), (link < 0) | (self.links[link] > 0)

    def _shunts(self, first: int, shunted: Places) -> Any:
        rows = _rows("shunt", first, len(shunted))
        siemens = self.figures.shunt_va[shunted].conj() / self.figures.node_v[shunted] ** 2
        rows["node"], rows["status"] = self.point[shunted], 1
        rows["g1"], rows["b1"] = siemens.real, siemens.imag
        return rows

    def _sources(self, first: int, holders: Holders) -> Any:
        rows = _rows("source", first, len(holders))
        bus, vm_pu, degree = np.array(holders).T
        rows["node"], rows["status"], rows["sk"] = self.point[bus.astype(np.int64)], 1, STIFF_VA
        rows["u_ref"], rows["u_ref_angle"] = vm_pu, np.deg2rad(degree)
        return rows


def _rows(component: str, first: int, count: int) -> Any:
    from power_grid_model import initialize_array

    rows = initialize_array("input", component, count)
    rows["id"] = np.arange(first, first + count)
    return rows


def _loads(first: int, loaded: Places) -> Any:
    rows = _rows("sym_load", first, len(loaded))
    rows["node"], rows["status"], rows["type"] = loaded, 1, 0
    rows["p_specified"] = rows["q_specified"] = 0.0
    return rows


def _update(load_ids: Any) -> dict[str, Any]:
    from power_grid_model import initialize_array

    rows = initialize_array("update", "sym_load", len(load_ids))
    rows["id"] = load_ids
    return {"sym_load": rows}

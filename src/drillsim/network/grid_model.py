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

STIFF_VA = 1e15
"""Short-circuit power of a source that holds its voltage: one that gives 1 MVA drops by 1e-9 pu."""
Powers = NDArray[np.complex128]
Holders = tuple[tuple[int, float, float], ...]
"""Bus, voltage per unit and angle in degrees of each source that holds its voltage."""


@dataclass(frozen=True, slots=True, eq=False)
class Solved:
    """What a solve found."""

    vm_pu: Numbers
    """Voltage of each bus, per unit; 0 outside the island."""
    end_a: Numbers
    """Current at each branch end, in the order of the links, A; 0 at an open one."""
    end_va: Powers
    """Power into the branch at each end, VA."""


def holders_of(sources: Sequence[Source]) -> Holders:
    """What a model needs to know of `sources`."""
    return tuple((source.bus, source.vm_pu, source.va_degree) for source in sources)


class GridModel:
    """A `PowerGridModel` of one wiring."""

    def __init__(self, figures: GridFigures, island: Island, point: Places, holders: Holders) -> None:
        from power_grid_model import PowerGridModel

        buses = len(point)
        self._figures = figures
        self._point = point
        live = np.frombuffer(island.nodes, dtype=np.uint8).astype(bool)
        self._loaded = np.flatnonzero(live[:buses] & (point == np.arange(buses)))
        parts = _Parts(figures, point, live, np.frombuffer(island.links, dtype=np.uint8))
        self._branches = parts.branches
        data = parts.all(self._loaded, holders)
        self._update = _update(data["sym_load"]["id"])
        self._model = PowerGridModel(data, system_frequency=50.0)

    def solve(self, drawn_va: Powers) -> Solved:
        """With `drawn_va` drawn at each bus. Raises: power-grid-model's errors where it does not converge."""
        figures, load = self._figures, self._update["sym_load"]
        at_point = np.zeros(len(self._point), dtype=complex)
        np.add.at(at_point, self._point, drawn_va)
        load["p_specified"], load["q_specified"] = at_point[self._loaded].real, at_point[self._loaded].imag
        self._model.update(update_data=self._update)
        found: Mapping[str, Any] = self._model.calculate_power_flow(output_component_types=["node", "generic_branch"])
        node, branch = found["node"], found["generic_branch"]
        return Solved(
            vm_pu=node["u_pu"][self._point],
            end_a=self._ends(branch["i_from"], branch["i_to"])[figures.end_pole],
            end_va=self._ends(branch["p_from"] + 1j * branch["q_from"], branch["p_to"] + 1j * branch["q_to"])[
                figures.end_pole
            ],
        )

    def _ends(self, at_from: NDArray[Any], at_to: NDArray[Any]) -> NDArray[Any]:
        """Values of the model's branches at all poles; 0 where the branch is not in the model."""
        count = len(self._figures.from_node)
        found = np.zeros(2 * count, dtype=at_from.dtype)
        found[self._branches], found[self._branches + count] = at_from, at_to
        return found


@dataclass(frozen=True, slots=True, eq=False)
class _Parts:
    """The input of a model. Ids count on: nodes, branches, loads, shunts, sources."""

    figures: GridFigures
    point: Places
    live: NDArray[np.bool_]
    links: NDArray[np.uint8]

    @property
    def branches(self) -> Places:
        """The branches in the island."""
        return np.flatnonzero(self.live[self.figures.branch_node])

    def all(self, loaded: Places, holders: Holders) -> dict[str, Any]:
        shunted = np.flatnonzero((self.figures.shunt_va != 0) & self.live[: len(self.point)])
        first = len(self.figures.node_v)
        data: dict[str, Any] = {"node": self._nodes(), "generic_branch": self._branch_rows(first)}
        first += len(self.branches)
        data["sym_load"] = _loads(first, loaded)
        data["shunt"] = self._shunts(first + len(loaded), shunted)
        data["source"] = self._sources(first + len(loaded) + len(shunted), holders)
        return data

    def _nodes(self) -> Any:
        rows = _rows("node", 0, len(self.figures.node_v))
        rows["u_rated"] = self.figures.node_v
        return rows

    def _branch_rows(self, first: int) -> Any:
        figures, here = self.figures, self.branches
        rows = _rows("generic_branch", first, len(here))
        rows["from_node"], rows["from_status"] = self._pole(figures.from_node[here], figures.from_link[here])
        rows["to_node"], rows["to_status"] = self._pole(figures.to_node[here], figures.to_link[here])
        rows["r1"], rows["x1"] = figures.r_ohm[here], figures.x_ohm[here]
        rows["g1"], rows["b1"] = figures.g_s[here], figures.b_s[here]
        rows["k"], rows["theta"], rows["sn"] = figures.ratio[here], figures.shift_rad[here], 0.0
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

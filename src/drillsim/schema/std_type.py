"""The standard types a row may name: the customer's own, drillsim's, pandapower's, in that order.

pandapower's own 10/0.4 kV transformers end at 630 kVA; `std_types_drillsim.json` carries 0.8 to 2.5 MVA, each with its
source ("assumed, typical manufacturer data"). `std_types_pandapower.json` is pandapower's basic library as data, so
that files can be checked without importing it; a test holds it to the installed pandapower.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Literal

from drillsim.schema.network import Line, Network, Trafo, Trafo3w

Figures = dict[str, float | str]
"""Parameter name → figure."""
TypeTable = Literal["line", "trafo", "trafo3w"]
SHIPPED = ("std_types_drillsim.json", "std_types_pandapower.json")

_BY_WINDING = (("sn", "mva"), ("vn", "kv"), ("vk", "percent"), ("vkr", "percent"))
DUE: dict[TypeTable, tuple[str, ...]] = {
    "line": ("r_ohm_per_km", "x_ohm_per_km", "c_nf_per_km", "max_i_ka"),
    "trafo": ("sn_mva", "vn_hv_kv", "vn_lv_kv", "vk_percent", "vkr_percent", "pfe_kw", "i0_percent"),
    "trafo3w": (
        *(f"{figure}_{side}_{unit}" for figure, unit in _BY_WINDING for side in ("hv", "mv", "lv")),
        "pfe_kw",
        "i0_percent",
    ),
}
"""Figures without which pandapower cannot make the element."""

_BESIDE = {"name", "source", "from_bus", "to_bus", "length_km", "hv_bus", "mv_bus", "lv_bus", "std_type", "tap_pos",
           "parallel", "df", "max_loading_percent", "in_service"}  # fmt: skip


@cache
def shipped_types(table: TypeTable) -> dict[str, Figures]:
    """Name → figures of every type that travels with drillsim, drillsim's own before pandapower's."""
    found: dict[str, Figures] = {}
    for name in SHIPPED:
        read = json.loads((files("drillsim.schema") / name).read_text(encoding="utf-8"))
        for type_name, figures in read.get(table, {}).items():
            found.setdefault(type_name, {k: v for k, v in figures.items() if k != "source"})
    return found


def type_figures(network: Network, table: TypeTable, name: str) -> Figures | None:
    """The figures of type `name`; None if nobody knows it."""
    own = getattr(network.std_types, table).get(name)
    if own is not None:
        return {k: v for k, v in own.model_dump(exclude_none=True).items() if k != "source"}
    return shipped_types(table).get(name)


def type_names(network: Network, table: TypeTable) -> tuple[str, ...]:
    """Every type a row of `table` may name: own ones first."""
    return (*getattr(network.std_types, table), *shipped_types(table))


def own_figures(row: Line | Trafo | Trafo3w) -> Figures:
    """The figures the row gives itself."""
    return {k: v for k, v in row.model_dump(exclude_none=True).items() if k not in _BESIDE}


def figures_of(network: Network, table: TypeTable, row: Line | Trafo | Trafo3w) -> Figures:
    """The row's electrical figures in pandapower's parameter names: its type's, overlaid by its own."""
    return (type_figures(network, table, row.std_type) or {}) | own_figures(row)

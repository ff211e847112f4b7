"""Small networks drawn as text: `grid("S1 2 cb", "2 3", "3 4 trafo", loads={"4": 0.1})`.

A line of the drawing is two buses and what joins them:

    "2 3"              a line, no switches
    "2 3 cb"           a closed breaker between two buses; `open` an open one
    "2 3 line cb open" a line with a closed switch at its first end and an open one at its second; `-` for none
    "2 3 trafo cb -"   a 10/0.4 kV transformer, likewise
    "2 3 cb #b"        a second element between the same buses

A bus whose name begins with S has a feeder `feeder-S1`. Elements are called after their buses (`2-3`, `2-3_b`), their
end switches after the element and the bus (`2-3.2`), loads after the bus (`load-4`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drillsim.schema.network import Network

Row = dict[str, Any]
CABLE = {"r_ohm_per_km": 0.161, "x_ohm_per_km": 0.117, "c_nf_per_km": 273.0, "max_i_ka": 0.362}
TRAFO = "SCB10-1000 10/0.4 kV"
AT = {"line": "l", "trafo": "t"}


def grid(*drawing: str, loads: Mapping[str, float] | None = None) -> Network:
    """The drawn network; `loads` gives MW by bus, a fifth of it as Mvar."""
    tables: dict[str, list[Row]] = {"line": [], "trafo": [], "switch": []}
    buses: dict[str, float] = {}
    for words in (line.split() for line in drawing):
        _add(tables, buses, words)
    tree = {
        "format": "1",
        "bus": [{"name": bus, "vn_kv": kv} for bus, kv in buses.items()],
        "ext_grid": [_feeder(bus) for bus in buses if bus.startswith("S")],
        "load": [
            {"name": f"load-{bus}", "bus": bus, "p_mw": mw, "q_mvar": mw / 5} for bus, mw in (loads or {}).items()
        ],
    }
    return Network.model_validate(tree | tables)


def _feeder(bus: str) -> Row:
    return {"name": f"feeder-{bus}", "bus": bus, "s_sc_max_mva": 300, "rx_max": 0.1}


def _add(tables: dict[str, list[Row]], buses: dict[str, float], words: list[str]) -> None:
    suffix = words.pop().replace("#", "_") if words[-1].startswith("#") else ""
    one, other, *kind = words
    name = f"{one}-{other}{suffix}"
    buses.setdefault(one, 10.0)
    buses.setdefault(other, 0.4 if kind[:1] == ["trafo"] else buses[one])
    if kind in (["cb"], ["open"]):
        tables["switch"].append({"name": name, "bus": one, "element": other, "et": "b", "closed": kind == ["cb"]})
        return
    table = kind[0] if kind else "line"
    if table == "line":
        tables["line"].append({"name": name, "from_bus": one, "to_bus": other, "length_km": 1.0} | CABLE)
    else:
        tables["trafo"].append({"name": name, "hv_bus": one, "lv_bus": other, "std_type": TRAFO})
    for bus, end in zip((one, other), kind[1:], strict=False):
        if end != "-":
            tables["switch"].append(
                {"name": f"{name}.{bus}", "bus": bus, "element": name, "et": AT[table], "closed": end == "cb"}
            )


def three_windings() -> Network:
    """A 110/20/10 kV transformer with a breaker `qm`, `ql` and a load on each lower side."""
    return Network.model_validate(
        {
            "format": 1,
            "bus": [{"name": "h", "vn_kv": 110}, {"name": "m", "vn_kv": 20}, {"name": "l", "vn_kv": 10}],
            "ext_grid": [{"name": "f", "bus": "h", "s_sc_max_mva": 4000, "rx_max": 0.1}],
            "trafo3w": [{"name": "T", "hv_bus": "h", "mv_bus": "m", "lv_bus": "l",
                         "std_type": "63/25/38 MVA 110/20/10 kV"}],
            "switch": [{"name": "qm", "bus": "m", "element": "T", "et": "t3"},
                       {"name": "ql", "bus": "l", "element": "T", "et": "t3"}],
            "load": [{"name": "dm", "bus": "m", "p_mw": 10}, {"name": "dl", "bus": "l", "p_mw": 5}],
        }
    )  # fmt: skip


def reactors() -> Network:
    """A 110/10/6 kV transformer, each lower side behind a reactor and a breaker; a spare feeder beyond an open tie.

    Beyond the reactors hang one of each: motor, load by phases, charging battery, ward, shunt.
    """
    buses = (("H", 110), ("M", 10), ("L", 6), ("m1", 10), ("l1", 6), ("m2", 10), ("l2", 6), ("Z", 10))
    return Network.model_validate(
        {
            "format": 1,
            "bus": [{"name": name, "vn_kv": kv} for name, kv in buses],
            "ext_grid": [{"name": "f", "bus": "H", "s_sc_max_mva": 3000, "rx_max": 0.1},
                         {"name": "z", "bus": "Z", "s_sc_max_mva": 200, "rx_max": 0.2}],
            "trafo3w": [{"name": "T7", "hv_bus": "H", "mv_bus": "M", "lv_bus": "L", "sn_hv_mva": 31.5,
                         "sn_mv_mva": 31.5, "sn_lv_mva": 20, "vn_hv_kv": 110, "vn_mv_kv": 10.5, "vn_lv_kv": 6.3,
                         "vk_hv_percent": 10.5, "vk_mv_percent": 6.5, "vk_lv_percent": 17.5, "vkr_hv_percent": 0.4,
                         "vkr_mv_percent": 0.4, "vkr_lv_percent": 0.5, "pfe_kw": 25, "i0_percent": 0.3}],
            "impedance": [{"name": "X1", "from_bus": "M", "to_bus": "m1", "sn_mva": 20, "rft_pu": 0.003,
                           "xft_pu": 0.08},
                          {"name": "X2", "from_bus": "l1", "to_bus": "L", "sn_mva": 16, "rft_pu": 0.004,
                           "xft_pu": 0.1}],
            "switch": [{"name": "q1", "bus": "H", "element": "T7", "et": "t3"},
                       {"name": "q3", "bus": "M", "element": "T7", "et": "t3"},
                       {"name": "q9", "bus": "L", "element": "T7", "et": "t3"},
                       {"name": "qm", "bus": "m1", "element": "m2", "et": "b"},
                       {"name": "ql", "bus": "l1", "element": "l2", "et": "b"},
                       {"name": "qz", "bus": "Z", "element": "m2", "et": "b", "closed": False}],
            "load": [{"name": "works", "bus": "m2", "p_mw": 6, "q_mvar": 2}],
            "motor": [{"name": "fan", "bus": "l2", "pn_mech_mw": 2, "cos_phi": 0.87, "efficiency_percent": 95,
                       "loading_percent": 80}],
            "asymmetric_load": [{"name": "town", "bus": "l2", "p_a_mw": 0.3, "p_b_mw": 0.5, "p_c_mw": 0.1,
                                 "q_a_mvar": 0.1, "scaling": 0.9}],
            "storage": [{"name": "cells", "bus": "m2", "p_mw": 0.8, "q_mvar": 0.1, "max_e_mwh": 4}],
            "ward": [{"name": "next-door", "bus": "l2", "ps_mw": 1, "qs_mvar": 0.3, "pz_mw": 0.7, "qz_mvar": -0.2}],
            "shunt": [{"name": "caps", "bus": "m2", "q_mvar": -1.5}],
        }
    )  # fmt: skip

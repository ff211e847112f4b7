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

"""A pandapower net built from our value, row by row through pandapower's own `create_*` functions.

Indices are the rows' positions in the file, so results come back in file order. pandapower is imported inside: it
takes over two seconds, and file checks do without.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from functools import lru_cache
from math import nan
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drillsim.network.compiled import CompiledNetwork
from drillsim.schema import BRANCH, BRANCHES, DRAWING, SWITCHED, TABLES, Model, Network, Row, figures_of

if TYPE_CHECKING:
    from pandapower import pandapowerNet

_OURS = {"source", "std_type", "bus", "element"}


def build_net(network: Network) -> pandapowerNet:
    """`network` as pandapower would have it, feeders and loads included; own std_types in its library."""
    net = build_passive(network)
    buses = {bus.name: position for position, bus in enumerate(network.bus)}
    _add_active(net, network, buses)
    _add_sources(net, network)
    return net


def write_json(network: Network, path: Path) -> None:
    """`network` as a network.json that pandapower writes; reading it gives an equal value."""
    import pandapower as pp

    pp.to_json(build_net(network), path.as_posix())


def build_passive(network: Network) -> pandapowerNet:
    """Buses, branches, switches and shunts: what stays the same while a run changes sources, demand and positions."""
    import pandapower as pp

    net = deepcopy(_empty(network.f_hz))
    buses = {bus.name: position for position, bus in enumerate(network.bus)}
    _add_buses(net, network)
    _add_own_types(net, network)
    _add_branches(net, network, buses)
    _add_switches(net, network, buses)
    for position, shunt in enumerate(network.shunt):
        keys = _given(shunt) | {"vn_kv": shunt.vn_kv or network.bus[buses[shunt.bus]].vn_kv}
        pp.create_shunt(net, bus=buses[shunt.bus], index=position, **keys)
    return net


def _add_wards(net: pandapowerNet, network: Network) -> None:
    """Add the parts of wards that are no load: their impedances as shunts, an extended one's reactive source apart."""
    import pandapower as pp

    buses = {bus.name: position for position, bus in enumerate(network.bus)}
    for row in (*network.ward, *network.xward):
        pp.create_shunt(net, buses[row.bus], q_mvar=row.qz_mvar, p_mw=row.pz_mw, in_service=row.in_service)
    for position, xward in enumerate(network.xward):
        keys = _given(xward) | dict.fromkeys(("ps_mw", "qs_mvar", "pz_mw", "qz_mvar"), 0.0)
        pp.create_xward(net, bus=buses[xward.bus], index=position, **keys)


@lru_cache(maxsize=2)
def _empty(f_hz: float) -> pandapowerNet:
    """A net without elements, to be copied: making its hundred empty tables takes pandapower a quarter of a second."""
    import pandapower as pp

    return pp.create_empty_network(f_hz=f_hz, add_stdtypes=True)


def _add_active(net: pandapowerNet, network: Network, buses: Mapping[str, int]) -> None:
    import pandapower as pp

    for position, row in enumerate(network.ext_grid):
        pp.create_ext_grid(net, bus=buses[row.bus], index=position, **_given(row))
    create = {"load": pp.create_load, "motor": pp.create_motor, "asymmetric_load": pp.create_asymmetric_load,
              "storage": pp.create_storage, "ward": pp.create_ward, "xward": pp.create_xward}  # fmt: skip
    for table in DRAWING:
        for position, row in enumerate(getattr(network, table)):
            keys = ({"max_e_mwh": nan} if table == "storage" else {}) | _given(row)
            create[table](net, bus=buses[row.bus], index=position, **keys)


def _add_sources(net: pandapowerNet, network: Network) -> None:
    """Add the source of the figures as a column of its own: pandapower carries it along."""
    for table in TABLES:
        rows: tuple[Row, ...] = getattr(network, table)
        if any(row.source for row in rows):
            net[table]["source"] = [row.source or None for row in rows]


def _given(row: Row) -> dict[str, object]:
    """The row's own keys but for references, which need an index."""
    return {k: v for k, v in row.model_dump(exclude_none=True).items() if k not in _OURS and k not in _ENDS}


_ENDS = {key for each in BRANCHES for key in each.ends}


def _add_buses(net: pandapowerNet, network: Network) -> None:
    """All at once: pandapower adds a row as slowly as a table."""
    import pandapower as pp

    rows = network.bus
    pp.create_buses(
        net,
        len(rows),
        index=list(range(len(rows))),
        zone=[row.zone or None for row in rows],
        max_vm_pu=[_or_nan(row.max_vm_pu) for row in rows],
        min_vm_pu=[_or_nan(row.min_vm_pu) for row in rows],
        **{key: [getattr(row, key) for row in rows] for key in ("name", "vn_kv", "type", "in_service")},
    )


def _or_nan(value: float | None) -> float:
    return nan if value is None else value


def _add_own_types(net: pandapowerNet, network: Network) -> None:
    import pandapower as pp

    own: tuple[tuple[str, Mapping[str, Model]], ...] = (
        ("line", network.std_types.line),
        ("trafo", network.std_types.trafo),
        ("trafo3w", network.std_types.trafo3w),
    )
    for element, types in own:
        for name, figures in types.items():
            pp.create_std_type(net, figures.model_dump(exclude_none=True), name, element=element, check_required=False)


def _ends(row: Row, table: str, buses: Mapping[str, int]) -> dict[str, int]:
    return {key: buses[getattr(row, key)] for key in BRANCH[table].ends}


def _add_branches(net: pandapowerNet, network: Network, buses: Mapping[str, int]) -> None:
    import pandapower as pp

    _add_lines(net, network, buses)
    for position, trafo in enumerate(network.trafo):
        keys = _tap(figures_of(network, "trafo", trafo) | _given(trafo))
        pp.create_transformer_from_parameters(net, index=position, **_ends(trafo, "trafo", buses), **keys)
        net.trafo.at[position, "std_type"] = trafo.std_type or None
    for position, trafo3w in enumerate(network.trafo3w):
        keys = _tap(figures_of(network, "trafo3w", trafo3w) | _given(trafo3w))
        pp.create_transformer3w_from_parameters(net, index=position, **_ends(trafo3w, "trafo3w", buses), **keys)
        net.trafo3w.at[position, "std_type"] = trafo3w.std_type or None
    for position, row in enumerate(network.impedance):
        pp.create_impedance(net, index=position, **_ends(row, "impedance", buses), **_given(row))


_OF_A_LINE: dict[str, object] = {"g_us_per_km": 0.0, "type": None}
"""Values pandapower has where a line's figures do not say; NaN for the rest."""


def _add_lines(net: pandapowerNet, network: Network, buses: Mapping[str, int]) -> None:
    """All at once, as buses are: there may be thousands."""
    import pandapower as pp

    if not network.line:
        return
    rows = [figures_of(network, "line", line) | _given(line) for line in network.line]
    columns = dict.fromkeys(key for row in rows for key in row)
    pp.create_lines_from_parameters(
        net,
        from_buses=[buses[line.from_bus] for line in network.line],
        to_buses=[buses[line.to_bus] for line in network.line],
        index=list(range(len(rows))),
        **{key: [row.get(key, _OF_A_LINE.get(key, nan)) for row in rows] for key in columns},
    )
    net.line["std_type"] = [line.std_type or None for line in network.line]


def _tap(keys: dict[str, object]) -> dict[str, object]:
    """A tap changer without a position stands at neutral, as create_transformer has it; one without a type would be
    without effect in pandapower 3, so it is of the common one."""
    if "tap_neutral" not in keys:
        return keys
    return {"tap_pos": keys["tap_neutral"], "tap_changer_type": "Ratio"} | keys


def _add_switches(net: pandapowerNet, network: Network, buses: Mapping[str, int]) -> None:
    index = {
        et: {row.name: position for position, row in enumerate(getattr(network, table))}
        for et, table in SWITCHED.items()
    }
    rows = network.switch
    _create_switches(
        net,
        bus=[buses[row.bus] for row in rows],
        element=[index[row.et][row.element] for row in rows],
        in_ka=[_or_nan(row.in_ka) for row in rows],
        **{key: [getattr(row, key) for row in rows] for key in ("et", "closed", "type", "name")},
    )


def _create_switches(net: pandapowerNet, *, bus: list[int], element: list[int], **keys: list[Any]) -> None:
    """All at once, where pandapower can: it refuses a list with nothing but switches of three-winding transformers."""
    import pandapower as pp

    if not {"t3"}.issuperset(keys["et"]):
        pp.create_switches(net, bus, element, **keys)
        return
    for position, each in enumerate(zip(bus, element, strict=True)):
        pp.create_switch(net, *each, **{key: values[position] for key, values in keys.items()})


def build_engine(network: Network, net: CompiledNetwork) -> pandapowerNet:
    """A passive net with a load, an sgen and an ext_grid at every bus, all out of service, index = bus.

    Every branch end has a switch: ends without one get one, so a live branch can end at a bus out of service; those of
    an impedance, where pandapower has no switches, are left. The column `link` of the switch table names the compiled
    link each belongs to.
    """
    import pandapower as pp

    engine = build_passive(network)
    _add_wards(engine, network)
    buses = list(range(net.bus_count))
    pp.create_loads(engine, buses, p_mw=0.0, q_mvar=0.0, in_service=False, index=buses)
    pp.create_sgens(engine, buses, p_mw=0.0, q_mvar=0.0, in_service=False, index=buses)
    _add_ext_grids(engine, buses)
    bare = [
        link
        for link, switches in enumerate(net.link_switches)
        if not switches and net.branch_at(net.link_nodes[link][1]).et
    ]
    kinds = [net.branch_kinds[net.link_nodes[link][1] - net.bus_count] for link in bare]
    first = {kind: net.bus_count + net.branch_kinds.index(kind) for kind in kinds}
    _create_switches(
        engine,
        bus=[net.link_nodes[link][0] for link in bare],
        element=[net.link_nodes[link][1] - first[kind] for link, kind in zip(bare, kinds, strict=True)],
        et=[BRANCH[kind].et for kind in kinds],
    )
    engine.switch["link"] = [*net.switch_link, *bare]
    return engine


def _add_ext_grids(engine: pandapowerNet, buses: list[int]) -> None:
    """One at each bus. pandapower makes the first; its rows one by one would take as long as all the rest."""
    import pandapower as pp

    pp.create_ext_grid(engine, 0, in_service=False, index=0)
    table = engine.ext_grid.take([0] * len(buses)).set_axis(buses)
    table["bus"] = engine.load["bus"].to_numpy(dtype=table["bus"].dtype)
    engine["ext_grid"] = table

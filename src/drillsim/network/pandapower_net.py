"""A pandapower net built from our value, row by row through pandapower's own `create_*` functions.

Indices are the rows' positions in the file, so results come back in file order. pandapower is imported inside: it
takes over two seconds, and file checks do without.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from drillsim.network.compiled import CompiledNetwork
from drillsim.schema.base import Model
from drillsim.schema.network import TABLES, Bus, Line, Network, Row, Trafo, Trafo3w
from drillsim.schema.std_type import figures_of

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

    net = pp.create_empty_network(f_hz=network.f_hz, add_stdtypes=True)
    buses = {bus.name: position for position, bus in enumerate(network.bus)}
    for position, bus in enumerate(network.bus):
        pp.create_bus(net, index=position, **_bus_keys(bus))
    _add_own_types(net, network)
    _add_branches(net, network, buses)
    _add_switches(net, network, buses)
    for position, shunt in enumerate(network.shunt):
        keys = _given(shunt) | {"vn_kv": shunt.vn_kv or network.bus[buses[shunt.bus]].vn_kv}
        pp.create_shunt(net, bus=buses[shunt.bus], index=position, **keys)
    return net


def _add_active(net: pandapowerNet, network: Network, buses: Mapping[str, int]) -> None:
    import pandapower as pp

    for position, row in enumerate(network.ext_grid):
        pp.create_ext_grid(net, bus=buses[row.bus], index=position, **_given(row))
    for position, load in enumerate(network.load):
        pp.create_load(net, bus=buses[load.bus], index=position, **_given(load))


def _add_sources(net: pandapowerNet, network: Network) -> None:
    """Where figures come from, as a column of its own: pandapower carries it along."""
    for table in TABLES:
        rows: tuple[Row, ...] = getattr(network, table)
        if any(row.source for row in rows):
            net[table]["source"] = [row.source or None for row in rows]


def _given(row: Row) -> dict[str, object]:
    """The row's own keys but for references, which need an index."""
    return {k: v for k, v in row.model_dump(exclude_none=True).items() if k not in _OURS and k not in _ENDS}


_ENDS = {"from_bus", "to_bus", "hv_bus", "mv_bus", "lv_bus"}


def _bus_keys(bus: Bus) -> dict[str, object]:
    keys = _given(bus)
    return keys if bus.zone else {k: v for k, v in keys.items() if k != "zone"}


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


def _ends(row: Line | Trafo | Trafo3w, buses: Mapping[str, int]) -> dict[str, int]:
    return {key: buses[getattr(row, key)] for key in sorted(_ENDS) if hasattr(row, key)}


def _add_branches(net: pandapowerNet, network: Network, buses: Mapping[str, int]) -> None:
    import pandapower as pp

    for position, line in enumerate(network.line):
        keys = figures_of(network, "line", line) | _given(line)
        pp.create_line_from_parameters(net, index=position, **_ends(line, buses), **keys)
        net.line.at[position, "std_type"] = line.std_type or None
    for position, trafo in enumerate(network.trafo):
        keys = _tap(figures_of(network, "trafo", trafo) | _given(trafo))
        pp.create_transformer_from_parameters(net, index=position, **_ends(trafo, buses), **keys)
        net.trafo.at[position, "std_type"] = trafo.std_type or None
    for position, trafo3w in enumerate(network.trafo3w):
        keys = _tap(figures_of(network, "trafo3w", trafo3w) | _given(trafo3w))
        pp.create_transformer3w_from_parameters(net, index=position, **_ends(trafo3w, buses), **keys)
        net.trafo3w.at[position, "std_type"] = trafo3w.std_type or None


def _tap(keys: dict[str, object]) -> dict[str, object]:
    """A tap changer without a position stands at neutral, as create_transformer has it; one without a type would be
    without effect in pandapower 3, so it is of the common one."""
    if "tap_neutral" not in keys:
        return keys
    return {"tap_pos": keys["tap_neutral"], "tap_changer_type": "Ratio"} | keys


def _add_switches(net: pandapowerNet, network: Network, buses: Mapping[str, int]) -> None:
    import pandapower as pp

    index = {
        "b": buses,
        "l": {line.name: position for position, line in enumerate(network.line)},
        "t": {trafo.name: position for position, trafo in enumerate(network.trafo)},
        "t3": {trafo.name: position for position, trafo in enumerate(network.trafo3w)},
    }
    for position, switch in enumerate(network.switch):
        element = index[switch.et][switch.element]
        pp.create_switch(net, bus=buses[switch.bus], element=element, index=position, **_given(switch))


def build_engine(network: Network, net: CompiledNetwork) -> pandapowerNet:
    """A passive net with a load, an sgen and an ext_grid at every bus, all out of service, index = bus.

    Every branch end has a switch: ends without one get one, so a live branch can end at a bus out of service. The
    column `link` of the switch table names the compiled link each belongs to.
    """
    import pandapower as pp

    engine = build_passive(network)
    buses = list(range(net.bus_count))
    pp.create_loads(engine, buses, p_mw=0.0, q_mvar=0.0, in_service=False, index=buses)
    pp.create_sgens(engine, buses, p_mw=0.0, q_mvar=0.0, in_service=False, index=buses)
    for bus in buses:
        pp.create_ext_grid(engine, bus, in_service=False, index=bus)
    bare = [link for link, switches in enumerate(net.link_switches) if not switches]
    for link in bare:
        bus, node = net.link_nodes[link]
        kind = net.branch_kinds[node - net.bus_count]
        element = node - net.bus_count - net.branch_kinds.index(kind)
        pp.create_switch(engine, bus=bus, element=element, et=_SWITCH_AT[kind])
    engine.switch["link"] = [*net.switch_link, *bare]
    return engine


_SWITCH_AT = {"line": "l", "trafo": "t", "trafo3w": "t3"}

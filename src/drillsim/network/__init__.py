"""The electrical network: compiled arrays, graph questions, and power flow behind a seam.

Dead or alive is a graph question and asked first; a power flow answers only what topology cannot (voltage, loading,
current). pandapower is imported by the first solve, not by importing this package.
"""

from drillsim.network.balance import bus_points
from drillsim.network.compiled import CompiledNetwork, compile_network, net_of
from drillsim.network.cords import Cord, carried, cords, cords_of, is_fed
from drillsim.network.fault_level import FaultLevel, FaultStudy
from drillsim.network.galvanic import capacitive_a, galvanic
from drillsim.network.grid_model_flow import GridModelFlow, flow_for
from drillsim.network.impedance import C_MAX
from drillsim.network.island import Demand, Island, Source, demand_by_bus, feeder, file_demand, live_islands, with_more
from drillsim.network.memo import Memo, NoMemo
from drillsim.network.pandapower_flow import PandapowerFlow
from drillsim.network.powerflow import Answer, CannotSay, FlowResult, PowerFlow
from drillsim.network.routed import lost_with
from drillsim.network.topology import (
    Boundary,
    Closing,
    Zone,
    closing,
    components,
    conducting,
    enclosure,
    fed_from_outside,
    joins_live,
    live_nodes,
    path,
    path_exists,
    reached,
    reaches,
    sources_inside,
    unreachable_loads,
    zone,
)
from drillsim.network.version import named

__all__ = [
    "C_MAX",
    "Answer",
    "Boundary",
    "CannotSay",
    "Closing",
    "CompiledNetwork",
    "Cord",
    "Demand",
    "FaultLevel",
    "FaultStudy",
    "FlowResult",
    "GridModelFlow",
    "Island",
    "Memo",
    "NoMemo",
    "PandapowerFlow",
    "PowerFlow",
    "Source",
    "Zone",
    "bus_points",
    "capacitive_a",
    "carried",
    "closing",
    "compile_network",
    "components",
    "conducting",
    "cords",
    "cords_of",
    "demand_by_bus",
    "enclosure",
    "fed_from_outside",
    "feeder",
    "file_demand",
    "flow_for",
    "galvanic",
    "is_fed",
    "joins_live",
    "live_islands",
    "live_nodes",
    "lost_with",
    "named",
    "net_of",
    "path",
    "path_exists",
    "reached",
    "reaches",
    "sources_inside",
    "unreachable_loads",
    "with_more",
    "zone",
]

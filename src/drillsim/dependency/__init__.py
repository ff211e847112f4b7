"""The dependencies between functions, loads, sources, stores and zones, as one networkx graph; used to check and to
order."""

from drillsim.dependency.common_cause import CommonCause, common_causes
from drillsim.dependency.function import function_circle_problems, function_circles, function_order
from drillsim.dependency.graph import dependency_graph

__all__ = [
    "CommonCause",
    "common_causes",
    "dependency_graph",
    "function_circle_problems",
    "function_circles",
    "function_order",
]

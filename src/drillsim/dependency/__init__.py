"""What depends on what: functions, loads, sources, stores, zones, as one networkx graph; used to check and to order."""

from drillsim.dependency.function import function_circles, function_order

__all__ = ["function_circles", "function_order"]

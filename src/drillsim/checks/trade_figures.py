"""The bounds of the trade's figures: wide enough for every plant somebody runs, narrow enough for a slip of the pen. A
planner with a plant outside them reads one line more.

From public pages (GB 12786, GB 51348, IEC 60947, IEC 60255, drillsim's table of typical durations) and own knowledge,
none held against its text.
"""

from __future__ import annotations

from typing import NamedTuple

S, MIN, H = 1_000, 60_000, 3_600_000


class Bounds(NamedTuple):
    """A field of the rows of a table; times are milliseconds."""

    table: str
    kind: str
    """Only rows of this kind; empty for all."""
    field: str
    """Dotted for a field within a field; a list stands for each of its rows."""
    least: float
    most: float
    is_time: bool = False


def _time(table: str, kind: str, field: str, least: int, most: int) -> Bounds:
    return Bounds(table, kind, field, least, most, is_time=True)


OF_SITE: tuple[Bounds, ...] = (
    # sets
    Bounds("sources", "genset", "attempts", 1, 6),
    _time("sources", "genset", "crank", 3 * S, 30 * S),
    _time("sources", "genset", "pause", 2 * S, 30 * S),
    _time("sources", "genset", "ready", 2 * S, 60 * S),
    Bounds("sources", "genset", "fails_to_start", 0, 0.1),
    Bounds("sources", "genset", "manual_start_fails", 0, 0.3),
    _time("sources", "genset", "mean_time_to_failure", 50 * H, 100_000 * H),
    Bounds("sources", "genset", "overload_percent", 100, 130),
    _time("sources", "genset", "overload_after", 1 * S, 60 * MIN),
    _time("sources", "genset", "cool_down", 30 * S, 20 * MIN),
    Bounds("sources", "genset", "no_load_burn_percent", 4, 30),
    Bounds("sources", "genset", "step_load_percent", 20, 100),
    Bounds("sources", "genset", "min_load_percent", 10, 50),
    Bounds("sources", "genset", "xd_percent", 6, 35),
    _time("sources", "genset", "needs_after", 10 * S, 60 * MIN),
    Bounds("sources", "mobile_genset", "rated_kw", 50, 3_000),
    Bounds("sources", "mobile_genset", "tank_l", 50, 5_000),
    Bounds("sources", "mobile_genset", "fuel_l_per_kwh", 0.18, 0.4),
    Bounds("sources", "mobile_genset", "fails_to_start", 0, 0.1),
    Bounds("sources", "mobile_genset", "step_load_percent", 20, 100),
    Bounds("sources", "mobile_genset", "cable_m", 5, 200),
    # UPS
    Bounds("sources", "ups", "input_below_pu", 0.6, 0.92),
    Bounds("sources", "ups", "efficiency_percent", 80, 99.9),
    Bounds("sources", "ups", "charged_percent", 80, 100),
    Bounds("sources", "ups", "battery_percent", 80, 110),
    Bounds("sources", "ups", "overload_percent", 100, 200),
    _time("sources", "ups", "needs_after", 1 * MIN, 4 * H),
    # feeders
    _time("sources", "feeder", "outage", 5 * MIN, 48 * H),
    Bounds("sources", "feeder", "failures_per_year", 0.001, 20),
    _time("sources", "feeder", "reclose.after", 200, 180 * S),
    _time("sources", "feeder", "overload_after", 1 * MIN, 4 * H),
    # transfers
    _time("transfers", "bus_tie_transfer", "delay", 50, 30 * S),
    _time("transfers", "bus_tie_transfer", "charge", 1 * S, 60 * S),
    Bounds("transfers", "bus_tie_transfer", "undervoltage_pu", 0.15, 0.7),
    Bounds("transfers", "bus_tie_transfer", "standby_above_pu", 0.6, 0.95),
    Bounds("transfers", "bus_tie_transfer", "fails_to_operate", 0, 0.1),
    _time("transfers", "ats", "delay", 0, 30 * S),
    _time("transfers", "ats", "takes", 5, 10 * S),
    Bounds("transfers", "ats", "acts_below_pu", 0.6, 0.95),
    _time("transfers", "ats", "return.after", 5 * S, 60 * MIN),
    Bounds("transfers", "ats", "fails_to_operate", 0, 0.1),
    _time("transfers", "sts", "takes", 1, 50),
    Bounds("transfers", "sts", "acts_below_pu", 0.7, 0.95),
    Bounds("transfers", "sts", "fails_to_operate", 0, 0.1),
    # devices and protection
    _time("devices", "", "operates_in", 1, 500),
    Bounds("devices", "", "fails_to_operate", 0, 0.05),
    Bounds("devices", "", "undervoltage_release.below_pu", 0.2, 0.75),
    _time("devices", "", "undervoltage_release.after", 0, 10 * S),
    _time("devices", "", "trips.after", 0, 3 * S),
    _time("protection_groups", "", "after", 0, 1 * S),
    _time("dc_supplies", "", "lasts", 30 * MIN, 72 * H),
    # loads and what they do
    Bounds("loads", "", "runs_above_pu", 0.3, 0.93),
    Bounds("loads", "", "contactor.drops_below_pu", 0.15, 0.85),
    _time("loads", "", "contactor.after", 0, 1 * S),
    _time("loads", "", "contactor.recloses_after", 0, 20 * MIN),
    _time("loads", "", "motor.run_up", 200, 60 * S),
    Bounds("loads", "", "motor.stalls_below_pu", 0.4, 0.9),
    Bounds("loads", "", "cold_load.factor", 1, 6),
    _time("loads", "", "cold_load.lasts", 1 * S, 4 * H),
    Bounds("profiles", "", "percent", 0, 250),
    _time("functions", "", "restart.takes", 1 * S, 12 * H),
    _time("functions", "", "safe_stop.takes", 1 * S, 8 * H),
    _time("measures", "", "lasts", 5 * MIN, 72 * H),
    # what shows, and how one speaks
    _time("observations", "", "delay", 0, 5 * MIN),
    Bounds("channels", "", "no_answer", 0, 0.5),
    Bounds("connection_points", "", "rated_kva", 60, 5_000),
    Bounds("connection_points", "", "cable_m", 1, 200),
)
"""Fields of site.yaml."""
OF_PLAN: tuple[Bounds, ...] = (
    _time("permits", "", "decides_in", 0, 60 * MIN),
    _time("orders", "", "takes", 10 * S, 90 * MIN),
    _time("orders", "", "check_takes", 10 * S, 60 * MIN),
    _time("resources", "", "mobilise", 1 * MIN, 12 * H),
    _time("resources", "", "storm_mobilise", 1 * MIN, 48 * H),
    Bounds("resources", "", "taken_in_storm", 0, 0.8),
)
"""Fields of plan.yaml."""
TRAVEL = (5 * S, 2 * H)
"""A way, usually."""
COMES_IN = (1 * MIN, 3 * H)
"""Coming in from where somebody is off duty, usually."""
DECIDE = (0, 30 * MIN)
"""Deciding that a card begins, usually."""
SILENCE = (10 * S, 20 * MIN)
"""Bounds of the time one tries before somebody counts as not answering."""
STEP_TIMES = 10
"""A step usually takes not so many times what its verb takes at worst, nor so small a part of its usual time."""
STEP_LONG = 30 * MIN
"""Longest time a step may take whatever its verb."""
SPREAD = 12
"""Ratio of the 90th percentile to the median above which a time has no usual value."""
BATTERY_AGE_YEARS = 10
"""Nobody trusts an older UPS or control battery."""
LOWEST_LEVEL = 0.25
"""Fuel is filled up before so little of a tank is left."""
AUTONOMY = (3 * MIN, 10 * H)
"""A full UPS battery at rated load."""

"""The parts of a pandapower file nothing here is computed from: passed over by name, each with its reason."""

from __future__ import annotations

import re
from typing import Literal, get_args

Reason = Literal["costs", "measurements", "geography", "controllers", "curves", "zero_sequence", "thermal",
                 "settings", "words", "other"]  # fmt: skip
"""Reason something is passed over for; `other`: no rule knows it."""
REASONS: tuple[Reason, ...] = get_args(Reason)

_TABLES: tuple[tuple[str, Reason], ...] = (
    (r"(poly|pwl|polynomial|piecewise_linear)_cost", "costs"),
    (r"measurement", "measurements"),
    (r".*geodata", "geography"),
    (r"controller|output_writer|.*profiles|loadcases", "controllers"),
    (r".*characteristic.*|q_capability_curve_table", "curves"),
    (r"group", "settings"),
)
"""Tables passed over; results (`res_…`), type libraries and the file's own parameters are not the user's rows."""
_COLUMNS: tuple[tuple[str, Reason], ...] = (
    (r"geo|coords?|x|y|lat|lon|geometry", "geography"),
    (r"controllable|(max|min)_(p_mw|q_mvar|vm_pu|va_degree)|slack_weight|cost_.*", "costs"),
    (r"(r|x|c|g)0.*|.*0_.*percent|mag0_.*|si0_.*|xn_ohm|rn_ohm", "zero_sequence"),
    (r"endtemp_degree|alpha|temperature_degree_celsius|.*_rating|wind_.*|.*air_temperature.*|conductor_.*", "thermal"),
    (r"id_.*characteristic.*|.*_characteristic|reactive_capability_curve|curve_style", "curves"),
    (r"sn_mva|type|oltc|power_station_unit|pt_percent|tap2?_phase_shifter|tap2_.*|tap_at_star_point|tap_step_degree|"
     r"k|estimated|index|level_\d+|.*subnet|voltLvl|description|equipment|substation|feeder", "settings"),
)  # fmt: skip

WRITTEN_ANYWAY = frozenset({("ext_grid", "slack_weight", "1"), ("load", "type", "wye"), ("shunt", "type", "wye")})
"""Values pandapower writes of itself into a column: no word of the user's."""


def table_reason(name: str) -> Reason | None:
    """Return the reason the table `name` is passed over for; None where no rule knows it."""
    return _reason(name, _TABLES)


def column_reason(column: str) -> Reason | None:
    """Return the reason `column` of a table that is taken is passed over for; None where no rule knows it."""
    return _reason(column, _COLUMNS)


def _reason(name: str, rules: tuple[tuple[str, Reason], ...]) -> Reason | None:
    return next((reason for pattern, reason in rules if re.fullmatch(pattern, name)), None)

"""A cell of a pandapower file as its column means it, whatever wrote it: pandas, a spreadsheet or a hand.

`1`, `1.0`, `"1"`, `TRUE` and `true` in a column of truth values are one value; `nan`, `NaN`, `None` and an empty cell
are no value. So cells are given their column's type before anything is compared or used.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

from drillsim.files.source import visible
from drillsim.schema import ROW_OF

Cells = dict[str, str]
"""Column → text; empty cells are left out."""
Kind = Literal["truth", "whole", "number", "text"]

_NOTHING = frozenset({"", "nan", "none", "null", "<na>", "nat", "#n/a"})
"""Words pandas, pandapower and spreadsheets write for an empty cell, in small letters."""
_TRUE, _FALSE = frozenset({"true", "1", "1.0"}), frozenset({"false", "0", "0.0"})
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
_TRUTHS = frozenset({"slack", "controllable", "oltc", "tap_phase_shifter", "tap2_phase_shifter", "tap_at_star_point",
                     "tap_dependency_table", "tap_dependent_impedance", "step_dependency_table", "in_service",
                     "reactive_capability_curve", "power_station_unit", "current_source"})  # fmt: skip
_WHOLES = frozenset({"element", "element_index"})
_UNIT = re.compile(r"_(mw|mvar|mva|kw|kvar|kva|kv|pu|percent|degree|ka|km|ohm|mwh|hz|mid|st_percent|st_degree)$")


def cell_text(value: object) -> str | None:
    """A cell as the text a planner would have typed; None for an empty one."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        whole = math.isfinite(value) and value == int(value) and abs(value) < 1e15
        return str(int(value)) if whole else repr(value)
    return visible(str(value))


def typed(table: str, row: Mapping[str, str]) -> Cells:
    """`row` of `table` with every cell as its column means it; empty cells are left out. A cell that cannot be of its
    column's type stays as it is, and is refused where it is used."""
    texts = ((column, typed_cell(kind_of(table, column), text)) for column, text in row.items())
    return {column: text for column, text in texts if text is not None}


def typed_cell(kind: Kind, text: str) -> str | None:
    """One cell as `kind` means it; None for an empty one."""
    bare = text.strip()
    if bare.lower() in _NOTHING:
        return None
    if kind == "truth":
        return "true" if bare.lower() in _TRUE else "false" if bare.lower() in _FALSE else bare
    if kind != "text" and _NUMBER.fullmatch(bare):
        return _plain(bare)
    return bare


def index_text(value: object) -> str:
    """A row's index: `7` for 7, 7.0, "7" and "7.0", else the text it is."""
    return typed_cell("whole", cell_text(value) or "") or ""


def _plain(number: str) -> str:
    """`1.0` as `1`; whole numbers beyond a float's precision keep their digits."""
    if number.lstrip("+-").isdigit():
        return str(int(number)) if len(number) < 30 else number
    return cell_text(float(number)) or number


@cache
def kind_of(table: str, column: str) -> Kind:
    """The type of `column` in `table`: as the model has it; columns the model does not have go by name."""
    fields = ROW_OF[table].model_fields if table in ROW_OF else {}
    if column.endswith("bus") or column in _WHOLES:
        return "whole"
    if column in fields:
        return _kind(fields[column].annotation)
    if column in _TRUTHS:
        return "truth"
    named = (row.model_fields[column].annotation for row in ROW_OF.values() if column in row.model_fields)
    return next(map(_kind, named), "number" if _UNIT.search(column) or column in ("scaling", "parallel") else "text")


def _kind(annotation: Any) -> Kind:
    """The type behind an annotation, `None` and restrictions aside."""
    if get_origin(annotation) in (Union, type(int | None)):
        return next(_kind(each) for each in get_args(annotation) if each is not type(None))
    if hasattr(annotation, "__metadata__"):
        return _kind(get_args(annotation)[0])
    kinds: dict[Any, Kind] = {bool: "truth", int: "whole", float: "number"}
    return kinds.get(annotation, "text")

"""Standard types in a pandapower file: the file repeats every figure of a type in every row; a planner names the type.

A row whose figures are those of its type keeps the name alone, so that the network read from json or xlsx equals the
one written in yaml. A row that differs keeps its figures and loses the name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

from drillsim.files.pp_cell import Cells
from drillsim.schema import LineType, TapChanger, Trafo3wType, TrafoType, TypeTable, shipped_types

Types = Mapping[str, Mapping[str, Cells]]

TYPED: tuple[TypeTable, ...] = ("line", "trafo", "trafo3w")
_FIGURES: dict[TypeTable, tuple[str, ...]] = {
    "line": tuple(LineType.model_fields),
    "trafo": tuple(TrafoType.model_fields),
    "trafo3w": tuple(Trafo3wType.model_fields),
}
_ZERO_IS_NOTHING = frozenset({"g_us_per_km", "tap_step_degree", "shift_degree", "shift_mv_degree", "shift_lv_degree"})
_WORDS = frozenset({"vector_group", "type"})
"""Words of a type that pandapower does not always copy into the rows."""
_TAP_TYPES = get_args(TapChanger)
_TAP = ("tap_side", "tap_neutral", "tap_min", "tap_max", "tap_step_percent", "tap_step_degree", "tap_pos",
        "tap_changer_type")  # fmt: skip


def shortened(table: str, keys: Cells, types: Types) -> Cells:
    """`keys` of a row without the figures its `std_type` says anyway, and without those that say nothing.

    A tap changer without a type or a side has no effect in pandapower 3 and is left out.
    """
    if table not in ("line", "trafo", "trafo3w"):
        return keys
    kind: TypeTable = table  # type: ignore[assignment]
    kept = {key: value for key, value in keys.items() if not (key in _ZERO_IS_NOTHING and _same(value, "0"))}
    if not has_taps(kept):
        kept = {key: value for key, value in kept.items() if key not in _TAP}
    if "tap_pos" in kept and _same(kept["tap_pos"], kept.get("tap_neutral", "")):
        del kept["tap_pos"]
    figures = _figures_of(kind, kept.get("std_type", ""), types)
    if figures is None:
        return {key: value for key, value in kept.items() if key != "std_type"}
    if _says(kind, kept) != _says(kind, figures):
        return {key: value for key, value in kept.items() if key != "std_type"}
    return {key: value for key, value in kept.items() if key not in _FIGURES[kind]}


def has_taps(row: Cells) -> bool:
    """Return whether the row's tap changer does anything in pandapower 3, by a table aside: its type and side are
    known."""
    return row.get("tap_changer_type") in _TAP_TYPES and "tap_side" in row


def used_types(types: Types, named: Mapping[TypeTable, Iterable[str]]) -> dict[str, dict[str, Cells]]:
    """The file's own types that rows name and that neither drillsim nor pandapower ship with these figures."""
    found: dict[str, dict[str, Cells]] = {}
    for table, names in named.items():
        for name in dict.fromkeys(names):
            own = types.get(table, {}).get(name)
            shipped = _shipped(table, name)
            if own is not None and (shipped is None or _says(table, own) != _says(table, shipped)):
                keys = {key: own[key] for key in (*_FIGURES[table], "source") if key in own}
                found.setdefault(table, {})[name] = keys
    return found


def _figures_of(table: TypeTable, name: str, types: Types) -> Cells | None:
    return types.get(table, {}).get(name) or _shipped(table, name)


def _shipped(table: TypeTable, name: str) -> Cells | None:
    figures = shipped_types(table).get(name)
    return None if figures is None else {key: str(value) for key, value in figures.items()}


def _says(table: TypeTable, figures: Cells) -> dict[str, float | str]:
    """The figures that count when two are compared: zero and left out are one for a few, and libraries of
    pandapower 2 have no word for the common tap changer."""
    said = {key: _value(figures[key]) for key in _FIGURES[table] if key in figures and key not in _WORDS}
    if "tap_side" in said:
        said.setdefault("tap_changer_type", "Ratio")
    return {key: value for key, value in said.items() if not (key in _ZERO_IS_NOTHING and value == 0)}


def _value(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def _same(one: str, other: str) -> bool:
    return _value(one) == _value(other)

"""A pandapower file of any version as today's pandapower understands it.

The version is decided as `pandapower.convert_format` (3.5) decides it: `format_version`, else `version`, which alone
stood in files of 2.0 to 2.9 (in those of 1.6 and 2.0 as a number). All that it then renames, fills in and recomputes is
done here to text cells, as far as the model reads them: old column names; kW and the consumer's sign before 2.0; tap
changers before 3.0, whose type lay in the figures of their steps.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files.pp_cell import Cells, cell_text, typed, typed_cell
from drillsim.files.pp_tables import PandapowerTables, Table

NEWEST = (3, 3)
"""pandapower's format this reads (`pandapower._version.__format_version__`); pandapower refuses a newer one too."""

_BY_TABLE: dict[str, dict[str, str]] = {
    "line": {"imax_ka": "max_i_ka"},
    "load": {"const_z_percent": "const_z_p_percent", "const_i_percent": "const_i_p_percent"},
}
_DOUBLED = {"load": {"const_z_p_percent": "const_z_q_percent", "const_i_p_percent": "const_i_q_percent"},
            "impedance": {"rft_pu": "rtf_pu", "xft_pu": "xtf_pu"}}  # fmt: skip
"""One column of old that stands for two: the second takes the value of the first where it has none of its own."""
_SYMMETRIC = {"r_pu": "rft_pu", "x_pu": "xft_pu"}
_IN_KILO = (("kw", "mw"), ("kvar", "mvar"), ("kva", "mva"))
_TRAFOS = ("trafo", "trafo3w")
_TURNED = ("gen", "sgen")
_THOUSANDTH = Decimal("0.001")


def version_of(said: Mapping[str, object]) -> str:
    """The version that counts, of a file that says `said` about itself; empty when it says nothing."""
    texts = (_said(said.get(key)) for key in ("format_version", "version"))
    form, whole = texts
    if not form or (whole and _numbers(form) > _numbers(whole)):
        return whole or form
    return form


def _said(value: object) -> str:
    text = (cell_text(value) if not isinstance(value, float) else repr(value)) or ""
    return "" if text.lower() in ("nan", "none") else text.strip()


def _numbers(version: str) -> tuple[int, ...]:
    found = re.match(r"\d+(\.\d+)*", version)
    return tuple(int(part) for part in found[0].split(".")) if found else ()


def is_before(file: PandapowerTables, *version: int) -> bool:
    """Return whether the file is older than `version`; one that does not say is today's."""
    said = _numbers(file.version)
    return bool(said) and said < version


def current(file: PandapowerTables) -> PandapowerTables:
    """`file` in today's columns, each cell as its column means it. Raises: InvalidInput where it is of a newer format
    than any this reads; one that does not say is today's."""
    if _numbers(file.version)[:2] > NEWEST:
        told = facts(version=file.version, newest=".".join(map(str, NEWEST)))
        raise InvalidInput([Problem(file=file.label, code="pp-too-new", facts=told)])
    old = is_before(file, 2)
    tables = {name: _table(name, table, file, in_kilo=old) for name, table in file.tables.items()}
    types = {
        table: {name: typed(table, _renamed(table, figures, in_kilo=old)) for name, figures in library.items()}
        for table, library in file.types.items()
    }
    return replace(file, tables=tables, types=types)


def _table(name: str, table: Table, file: PandapowerTables, *, in_kilo: bool) -> Table:
    rows = [_kept(row, typed(name, _renamed(name, row, in_kilo=in_kilo))) for row in table.rows]
    if in_kilo and name in _TURNED:
        rows = [_turned(row) for row in rows]
    if name in _TRAFOS and _has_old_taps(table, file):
        rows = [_with_tap_type(row) for row in rows]
    return replace(table, rows=tuple(rows))


def _kept(old: Cells, new: Cells) -> Cells:
    """`new`, as the object `old` where that says the same: most rows of today's files do, and files have thousands."""
    return old if new == old else new


def _renamed(table: str, row: Mapping[str, str], *, in_kilo: bool) -> Cells:
    cells: Cells = {}
    for column, text in row.items():
        now = _BY_TABLE.get(table, {}).get(column, column)
        now = _SYMMETRIC.get(now, now) if table == "impedance" else now
        now = _tap_column(now) if table in _TRAFOS and now.startswith(("tp", "vsc")) else now
        cells[now] = text
    for one, other in _DOUBLED.get(table, {}).items():
        if one in cells:
            cells.setdefault(other, cells[one])
    return _in_mega(cells) if in_kilo else cells


def _tap_column(column: str) -> str:
    for old, new in (("tp_", "tap_"), ("_st_", "_step_"), ("_mid", "_neutral"), ("vsc", "vk")):
        column = column.replace(old, new)
    return column


def _in_mega(row: Cells) -> Cells:
    cells: Cells = {}
    for column, text in row.items():
        unit = next((pair for pair in _IN_KILO if pair[0] in column and column != "pfe_kw"), None)
        cells[column.replace(*unit) if unit else column] = _times(text, _THOUSANDTH) if unit else text
    return cells


def _turned(row: Cells) -> Cells:
    return {key: _times(text, Decimal(-1)) if key in ("p_mw", "q_mvar") else text for key, text in row.items()}


def _times(text: str, factor: Decimal) -> str:
    try:
        product = format((Decimal(text.strip()) * factor).normalize(), "f")
    except InvalidOperation:
        return text
    return typed_cell("number", product) or text


def _has_old_taps(table: Table, file: PandapowerTables) -> bool:
    """Return whether the figures of the steps say what kind of tap changer it is: before 3.0, and where only the old
    flag stands."""
    flagged = "tap_phase_shifter" in table.columns and "tap_changer_type" not in table.columns
    return is_before(file, 3) or flagged


def _with_tap_type(row: Cells) -> Cells:
    """`row` with the tap changer's type as `convert_format.convert_trafo_pst_logic` finds it."""
    kept = {key: text for key, text in row.items() if not re.fullmatch(r"tap2?_(phase_shifter|changer_type)", key)}
    for tap in ("tap", "tap2"):
        kind = _tap_type(kept.get(f"{tap}_step_percent", "0"), kept.get(f"{tap}_step_degree", "0"))
        if kind:
            kept[f"{tap}_changer_type"] = kind
    return kept


def _tap_type(percent: str, degree: str) -> str:
    """`Ratio`, `Symmetrical`, `Ideal`, or empty for none. Cells are typed: nothing is `0`."""
    if percent == "0":
        return "" if degree == "0" else "Ideal"
    return "Symmetrical" if degree == "90" else "Ratio"

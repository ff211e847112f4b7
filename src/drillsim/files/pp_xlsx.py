"""network.xlsx as pandapower writes it, read as data: cells as text, never a formula's result, never an object.

Before anything is parsed it is looked at as every office file is (`office_file.py`).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files.office_file import refuse_hostile
from drillsim.files.pp_cell import Cells, cell_text, index_text
from drillsim.files.pp_ignored import table_reason
from drillsim.files.pp_tables import LIMIT_CELLS, PandapowerTables, Table, to_network
from drillsim.files.pp_type import TYPED
from drillsim.files.pp_version import current, version_of
from drillsim.files.source import read_bytes
from drillsim.schema import Network

LIMIT_ROWS = 50_000
LIMIT_COLUMNS = 200


def read_pp_xlsx(path: Path, label: str = "") -> Network:
    """The network in `path`, equal to the one a network.yaml would give. `label` names the file in problems.

    Raises: InvalidInput with every problem found; elements without ids of their own are one (`init --network` mends).
    """
    return to_network(load_pp_xlsx(path, label))


def load_pp_xlsx(path: Path, label: str = "") -> PandapowerTables:
    """The tables of a pandapower workbook; a row's line is its row in the sheet. Raises: InvalidInput."""
    name = label or path.as_posix()
    data, problems = read_bytes(path, name)
    if data is None:
        raise InvalidInput(problems)
    refuse_hostile(data, name)
    try:
        sheets = dict(_sheets(data, name))
    except (InvalidInput, MemoryError):
        raise
    except Exception:  # openpyxl raises KeyError, ValueError, TypeError, ParseError … on workbooks that are none
        raise _refused(name, "xlsx-unreadable") from None
    if "bus" not in sheets:
        raise _refused(name, "pp-not-a-net", found=", ".join(sheets)[:80] or "-")
    parameters = sheets.get("parameters", Table())
    first = parameters.rows[0] if parameters.rows else {}
    file = PandapowerTables(
        label=name,
        tables={name: sheet for name, sheet in sheets.items() if not table_reason(name)},
        types={table: _types(sheets[f"{table}_std_types"]) for table in TYPED if f"{table}_std_types" in sheets},
        f_hz=first.get("f_hz", "50"),
        version=version_of(first),
        passed_over={name: len(sheet.rows) for name, sheet in sheets.items() if table_reason(name)},
    )
    return current(file)


def _refused(label: str, code: str, field: str = "", **told: object) -> InvalidInput:
    return InvalidInput([Problem(file=label, field=field, code=code, facts=facts(**told))])


def _sheets(data: bytes, label: str) -> Iterator[tuple[str, Table]]:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    cells = 0
    for sheet in book.worksheets:
        if sheet.title.startswith(("res_", "_")) or sheet.title == "dtypes":
            continue
        rows: Any = sheet.iter_rows(max_row=LIMIT_ROWS + 1, max_col=LIMIT_COLUMNS, values_only=True)
        table = _table(rows)
        cells += sum(len(row) for row in table.rows)
        if len(table.rows) >= LIMIT_ROWS or cells > LIMIT_CELLS:
            raise _refused(label, "too-many-values", sheet.title, limit=LIMIT_CELLS)
        yield sheet.title, table


def _table(sheet: Iterable[tuple[object, ...]]) -> Table:
    """A sheet as pandas writes it: column names in row 1, the index in column A. Empty rows are skipped."""
    columns: list[str | None] = []
    index, rows, lines = [], [], []
    for line, (first, *values) in enumerate(sheet, start=1):
        if line == 1:
            columns = [cell_text(value) for value in values]
            continue
        cells = _cells(columns, values)
        if cells:
            index.append(index_text(first))
            rows.append(cells)
            lines.append(line)
    return Table(tuple(index), tuple(rows), tuple(lines), tuple(column for column in columns if column))


def _cells(columns: list[str | None], values: list[object]) -> Cells:
    named = ((column, cell_text(value)) for column, value in zip(columns, values, strict=False) if column)
    return {column: text for column, text in named if text not in (None, "")}


def _types(sheet: Table) -> dict[str, Cells]:
    return dict(zip(sheet.index, sheet.rows, strict=True))

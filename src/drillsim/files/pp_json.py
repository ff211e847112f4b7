"""network.json as pandapower writes it, read as data.

`pandapower.from_json` imports the module a file names and calls the class it names; here the names are compared with
the few that pandapower writes and anything else is refused. Tables hold their rows as JSON inside a JSON string.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path
from typing import Any

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files.document import LIMIT_DEPTH
from drillsim.files.pp_cell import Cells, cell_text, index_text
from drillsim.files.pp_ignored import table_reason
from drillsim.files.pp_shape import Shape, shape_of
from drillsim.files.pp_tables import LIMIT_CELLS, PandapowerTables, Table, to_network
from drillsim.files.pp_type import TYPED
from drillsim.files.pp_version import current, version_of
from drillsim.files.source import BOM, LIMIT_BYTES, read_bytes, utf8, visible
from drillsim.schema import TABLES, Network

_NET = ("pandapower.auxiliary", "pandapowerNet")
_FRAME = ("pandas.core.frame", "DataFrame")
_BARE = "1.2"
"""Files of pandapower 1.2 to 1.5 have no wrapping and mostly no version; to its converter they are alike."""
_HARMLESS = frozenset({"pandas", "geopandas", "numpy", "networkx", "shapely", "builtins"})
"""Packages whose objects a net may carry beside its tables (maps, graphs, arrays): never opened, told by name."""
_NO_BRACKET = re.compile(r'"[^"]*"|[^\[\]{}"]+')
_STEP = {"[": 1, "{": 1, "]": -1, "}": -1, '"': 0}


def read_pp_json(path: Path, label: str = "") -> Network:
    """The network in `path`, equal to the one a network.yaml would give. `label` names the file in problems.

    Raises: InvalidInput with every problem found; elements without ids of their own are one (`init --network` mends).
    """
    text, file = load_pp_json(path, label)
    return to_network(file, text)


def load_pp_json(path: Path, label: str = "", limit_bytes: int = LIMIT_BYTES) -> tuple[str, PandapowerTables]:
    """The text and the tables of a pandapower json of at most `limit_bytes`. Raises: InvalidInput."""
    name = label or path.as_posix()
    data, problems = read_bytes(path, name, limit_bytes)
    text, more = (None, ()) if data is None else utf8(data, name)
    if text is None:
        raise InvalidInput((*problems, *more))
    return text, current(_Reader(name, text).file())


class _Reader:
    """Takes one file apart; the first thing it does not know ends the reading."""

    def __init__(self, label: str, text: str) -> None:
        self.label = label
        self.text = text
        self.cells = 0
        self.texts: dict[str, str] = {}
        self.bare = False
        """The file is of pandapower 1.2 to 1.5: tables without wrapping."""
        self.others: list[str] = []

    def file(self) -> PandapowerTables:
        top = self._parse(self.text, 0)
        net = self._net(top)
        if net is None:
            raise self._refuse("pp-not-a-net", 1, "", found=_shown(top))
        tables: dict[str, Table] = {}
        passed_over: dict[str, int] = {}
        for name, value in net.items():
            if not self._is_table(name, value):
                continue
            line = self._line_of(name)
            shape = self._shape(name, value, line)
            if table_reason(name):
                passed_over[name] = len(shape.keys)
            else:
                tables[name] = self._table(shape, line)
        said = net | _parameters(tables)
        return PandapowerTables(
            label=self.label,
            tables=tables,
            types=_types(net.get("std_types")) | _type_tables(tables),
            f_hz=cell_text(said.get("f_hz")) or "50",
            others=tuple(self.others),
            version=version_of(said) or (_BARE if self.bare else ""),
            passed_over=passed_over,
        )

    def _net(self, top: Any) -> dict[str, Any] | None:
        """Return the contents of the file by name: pandapower from 2.1 wraps it once, 1.6 and 2.0 twice, older ones not
        at all."""
        if not isinstance(top, dict):
            return None
        if "_module" not in top and "_object" not in top:
            self.bare = True
            return top if isinstance(top.get("bus"), dict) and "data" not in top["bus"] else None
        net = top.get("_object")
        net = self._parse(net, 1) if isinstance(net, str) else net
        return net if _names(top) == _NET and isinstance(net, dict) else None

    def _refuse(self, code: str, line: int, field: str, **told: object) -> InvalidInput:
        words = {name: visible(str(value)) for name, value in told.items()}
        return InvalidInput([Problem(file=self.label, line=line, field=field, code=code, facts=facts(**words))])

    def _parse(self, text: str, line: int, field: str = "") -> Any:
        if _depth(text) > LIMIT_DEPTH:
            raise self._refuse("too-deep", line, field, limit=LIMIT_DEPTH)
        try:
            return json.loads(text.removeprefix(BOM), object_pairs_hook=_unique)
        except json.JSONDecodeError as error:
            raise self._refuse("json-syntax", line or error.lineno, field, column=error.colno) from None
        except _KeyTwiceError as error:
            raise self._refuse("json-key-twice", line, field, key=error.args[0][:80]) from None
        except (ValueError, RecursionError):
            raise self._refuse("json-syntax", line, field, column=1) from None

    def _is_table(self, name: str, value: object) -> bool:
        """Tables that are passed over are not even opened; an object of a kind nobody expects is refused by name."""
        if name.startswith(("res_", "_")) or not isinstance(value, dict):
            return False
        if "_module" not in value:
            return name in TABLES or (self.bare and all(isinstance(each, dict) for each in value.values()))
        if _names(value) == _FRAME:
            return True
        if name in TABLES or str(value["_module"]).partition(".")[0] not in _HARMLESS:
            raise self._refuse("pp-foreign", self._line_of(name), name, found=".".join(map(str, _names(value)))[:80])
        self.others.append(name)
        return False

    def _line_of(self, name: str) -> int:
        found = re.search(rf"{re.escape(json.dumps(name))}\s*:", self.text)
        return self.text.count("\n", 0, found.start()) + 1 if found else 1

    def _shape(self, name: str, frame: dict[str, Any], line: int) -> Shape:
        content = frame.get("_object") if "_module" in frame else frame
        orient = frame.get("orient") if "_module" in frame else "columns"
        content = self._parse(content, line, name) if isinstance(content, str) else content
        shape = shape_of(content, orient)
        if shape is None:
            raise self._refuse("pp-shape", line, name, table=name)
        self.cells += len(shape.columns) * len(shape.keys)
        if self.cells > LIMIT_CELLS:
            raise self._refuse("too-many-values", line, name, limit=LIMIT_CELLS)
        return shape

    def _table(self, shape: Shape, line: int) -> Table:
        return Table(
            index=tuple(index_text(each) for each in shape.keys),
            rows=tuple(self._cells(shape.columns, row) for row in shape.rows),
            lines=(line,) * len(shape.keys),
            columns=shape.columns,
        )

    def _cells(self, columns: tuple[str, ...], row: Iterable[object]) -> Cells:
        """Cells of a row as text; one text is one object, however often the file says it."""
        texts = ((column, _cell(value)) for column, value in zip(columns, row, strict=True))
        return {column: self.texts.setdefault(text, text) for column, text in texts if text is not None}


def _parameters(tables: dict[str, Table]) -> dict[str, Any]:
    """Return what a file of pandapower 1 says about itself in a table."""
    rows = tables["parameters"].rows if "parameters" in tables else ()
    index = tables["parameters"].index if rows else ()
    return {name: row.get("parameter") for name, row in zip(index, rows, strict=True)}


def _types(library: object) -> dict[str, dict[str, Cells]]:
    if not isinstance(library, dict):
        return {}
    return {
        table: {str(name): _figures(figures) for name, figures in library[table].items() if isinstance(figures, dict)}
        for table in TYPED
        if isinstance(library.get(table), dict)
    }


def _type_tables(tables: dict[str, Table]) -> dict[str, dict[str, Cells]]:
    """The library of a file of pandapower 1, which stands in tables."""
    found = {table: tables.get(f"{table}_std_types", Table()) for table in TYPED}
    return {table: dict(zip(types.index, types.rows, strict=True)) for table, types in found.items() if types.rows}


class _KeyTwiceError(ValueError):
    """A JSON object has a key twice."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        name = visible(key)
        if name in found:
            raise _KeyTwiceError(name)
        found[name] = value
    return found


def _depth(text: str) -> int:
    """Return the depth to which brackets nest, strings aside; found before anything is parsed.

    Escapes go first: a pattern that steps over them would keep a hundred bytes for every character of a string.
    """
    brackets = _NO_BRACKET.sub("", text.replace(r"\\", "").replace(r"\"", ""))
    return max(accumulate(_STEP[each] for each in brackets), default=0)


def _names(value: dict[str, Any]) -> tuple[object, object]:
    return value.get("_module"), value.get("_class")


def _cell(value: object) -> str | None:
    """A cell as text. A list or an object (geography, curves) stands as `[…]`, which no field that is read takes for
    a value."""
    return "[…]" if isinstance(value, list | dict) else cell_text(value)


def _figures(figures: dict[str, Any]) -> Cells:
    texts = ((str(key), cell_text(value)) for key, value in figures.items() if not isinstance(value, list | dict))
    return {key: text for key, text in texts if text is not None and text != "nan"}


def _shown(top: object) -> str:
    named = ".".join(str(each) for each in _names(top) if each) if isinstance(top, dict) else ""
    return named[:80] or type(top).__name__

"""network.json as pandapower writes it, read as data.

`pandapower.from_json` imports the module a file names and calls the class it names; here the names are compared with
the few that pandapower writes and anything else is refused. Tables hold their rows as JSON inside a JSON string.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files.document import LIMIT_DEPTH
from drillsim.files.pp_tables import LIMIT_CELLS, Cells, PandapowerTables, Table, cell_text, to_network
from drillsim.files.pp_type import TYPED
from drillsim.files.source import LIMIT_BYTES, decode, read_bytes
from drillsim.schema.network import TABLES, Network

_NET = ("pandapower.auxiliary", "pandapowerNet")
_FRAME = ("pandas.core.frame", "DataFrame")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)


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
    text, more = (None, ()) if data is None else decode(data, name)
    if text is None or problems or more:
        raise InvalidInput((*problems, *more))
    return text, _Reader(name, text).file()


class _Reader:
    """Takes one file apart; the first thing it does not know ends the reading."""

    def __init__(self, label: str, text: str) -> None:
        self.label = label
        self.text = text
        self.cells = 0

    def file(self) -> PandapowerTables:
        top = self._parse(self.text, 0)
        if not isinstance(top, dict) or _names(top) != _NET or not isinstance(top.get("_object"), dict):
            raise self._refuse("pp-not-a-net", 1, "", found=_shown(top))
        net: dict[str, Any] = top["_object"]
        tables = {name: self._table(name, value) for name, value in net.items() if self._is_table(name, value)}
        return PandapowerTables(
            label=self.label,
            tables=tables,
            types=self._types(net.get("std_types")),
            f_hz=cell_text(net.get("f_hz")) or "50",
            version=cell_text(net.get("format_version")) or "",
        )

    def _refuse(self, code: str, line: int, field: str, **told: object) -> InvalidInput:
        return InvalidInput([Problem(file=self.label, line=line, field=field, code=code, facts=facts(**told))])

    def _parse(self, text: str, line: int, field: str = "") -> Any:
        if _depth(text) > LIMIT_DEPTH:
            raise self._refuse("too-deep", line, field, limit=LIMIT_DEPTH)
        try:
            return json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_unique)
        except json.JSONDecodeError as error:
            raise self._refuse("json-syntax", line or error.lineno, field, column=error.colno) from None
        except _KeyTwiceError as error:
            raise self._refuse("json-key-twice", line, field, key=error.args[0][:80]) from None
        except (ValueError, RecursionError):
            raise self._refuse("json-syntax", line, field, column=1) from None

    def _is_table(self, name: str, value: object) -> bool:
        """Tables that are passed over are not even opened; an object of a kind nobody expects is refused by name."""
        if not isinstance(value, dict) or ("_module" not in value and name not in TABLES):
            return False
        if name.startswith(("res_", "_")):
            return False
        if _names(value) != _FRAME:
            raise self._refuse("pp-foreign", self._line_of(name), name, found=".".join(map(str, _names(value)))[:80])
        return True

    def _line_of(self, name: str) -> int:
        at = self.text.find(json.dumps(name) + ":")
        return self.text.count("\n", 0, at) + 1 if at >= 0 else 1

    def _table(self, name: str, frame: dict[str, Any]) -> Table:
        line = self._line_of(name)
        content = frame.get("_object")
        split = self._parse(content, line, name) if isinstance(content, str) else content
        if not isinstance(split, dict) or not _is_split(split) or frame.get("orient", "split") != "split":
            raise self._refuse("pp-shape", line, name, table=name)
        self.cells += len(split["columns"]) * len(split["data"])
        if self.cells > LIMIT_CELLS:
            raise self._refuse("too-many-values", line, name, limit=LIMIT_CELLS)
        columns = [str(column) for column in split["columns"]]
        return Table(
            index=tuple(cell_text(each) or "" for each in split["index"]),
            rows=tuple(_cells(columns, row) for row in split["data"]),
            lines=(line,) * len(split["data"]),
        )

    def _types(self, library: object) -> dict[str, dict[str, Cells]]:
        if not isinstance(library, dict):
            return {}
        return {
            table: {
                str(name): _figures(figures) for name, figures in library[table].items() if isinstance(figures, dict)
            }
            for table in TYPED
            if isinstance(library.get(table), dict)
        }


class _KeyTwiceError(ValueError):
    """A JSON object has a key twice."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _KeyTwiceError(key)
        found[key] = value
    return found


def _depth(text: str) -> int:
    """How deep brackets nest, strings aside; found before anything is parsed."""
    deepest = depth = 0
    for bracket in re.finditer(r"[\[{}\]]", _STRING.sub("", text)):
        depth += 1 if bracket[0] in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _names(value: dict[str, Any]) -> tuple[object, object]:
    return value.get("_module"), value.get("_class")


def _is_split(split: dict[str, Any]) -> bool:
    """Whether `split` has pandas' columns, index and data, all of one size, with no lists or objects for names."""
    if not all(isinstance(split.get(key), list) for key in ("columns", "index", "data")):
        return False
    width = len(split["columns"])
    return (
        all(isinstance(each, str) for each in split["columns"])
        and len(set(split["columns"])) == width
        and len(split["index"]) == len(split["data"])
        and all(isinstance(row, list) and len(row) == width for row in split["data"])
    )


def _cells(columns: list[str], row: list[object]) -> Cells:
    """Cells of a row as text. A list or an object (geography, curves) stands as `[…]`, which no field that is read
    takes for a value."""
    texts = ((column, _cell(value)) for column, value in zip(columns, row, strict=True))
    return {column: text for column, text in texts if text is not None}


def _cell(value: object) -> str | None:
    return "[…]" if isinstance(value, list | dict) else cell_text(value)


def _figures(figures: dict[str, Any]) -> Cells:
    texts = ((str(key), cell_text(value)) for key, value in figures.items() if not isinstance(value, list | dict))
    return {key: text for key, text in texts if text is not None and text != "nan"}


def _shown(top: object) -> str:
    named = ".".join(str(each) for each in _names(top) if each) if isinstance(top, dict) else ""
    return named[:80] or type(top).__name__

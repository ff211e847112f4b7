"""The sources of a pandapower file: feeders, the generator that stands for one, and generators site.yaml could have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pydantic import TypeAdapter, ValidationError

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files.pp_cell import Cells
from drillsim.files.pp_rows import Names, in_service, number, picked, replaced, rows
from drillsim.files.pp_tables import PandapowerTables, Table
from drillsim.schema import DRAWING, Number

NUMBER: TypeAdapter[float] = TypeAdapter(Number)
SOURCE_TABLES = ("sgen", "gen")
_OF_A_FEEDER = ("name", "bus", "vm_pu", "in_service")
"""Columns a reference generator and a feeder have in common."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSource:
    """A generator of the file (sgen, gen, or what draws less than nothing, as a battery that discharges): a source
    site.yaml could have."""

    id: str
    bus: str
    kw: float
    """Power it gives in the file, kW, scaling included."""
    rated_kva: float | None
    kind: str
    """The file's own word (`PV`, `WP` …), else the table."""
    in_service: bool


def with_feeder(file: PandapowerTables) -> tuple[PandapowerTables, tuple[str, ...]]:
    """`file`, and the rows (indices of ext_grid) that were reference generators: where nothing else feeds, pandapower
    takes a `gen` with `slack` for the utility, and so does this.

    Raises: InvalidInput `pp-no-feeder` when there is neither.
    """
    if any(in_service(row) for _, row in rows(file, "ext_grid")):
        return file, ()
    gen = file.table("gen")
    slack = [row.get("slack") == "true" and in_service(row) for row in gen.rows]
    if not any(slack):
        raise InvalidInput([Problem(file=file.label, field="ext_grid", code="pp-no-feeder")])
    moved = _as_feeders(picked(gen, slack))
    old = file.table("ext_grid")
    feeders = Table(moved.index + old.index, moved.rows + old.rows, moved.lines + old.lines)
    rest = picked(gen, [not each for each in slack])
    return replaced(file, ext_grid=feeders, gen=rest), moved.index


def _as_feeders(gen: Table) -> Table:
    index = tuple(f"gen-{each}" for each in gen.index)
    own = tuple({key: row[key] for key in _OF_A_FEEDER if key in row} for row in gen.rows)
    return Table(index, tuple({"name": name} | row for name, row in zip(index, own, strict=True)), gen.lines)


def source_problems(file: PandapowerTables) -> Iterator[Problem]:
    """Cells of generators that are no numbers: their figures are told, so they are not taken for 0."""
    for table in SOURCE_TABLES:
        for position, (_, row) in enumerate(rows(file, table)):
            for key in ("p_mw", "sn_mva", "scaling"):
                try:
                    NUMBER.validate_python(row.get(key, "0"))
                except ValidationError as error:
                    told = error.errors(include_url=False)[0]["ctx"]
                    named = facts(**{name: value for name, value in told.items() if name != "code"})
                    field = f"{table}.{position}.{key}"
                    yield Problem(file=file.label, field=field, code=told["code"], facts=named)


def without_sources(file: PandapowerTables, names: Names) -> tuple[PandapowerTables, tuple[FoundSource, ...]]:
    """Return `file` without generators and without what draws less than nothing, and these as sources.

    A ward loses only its part of constant power: its impedance stays.
    """
    found = [
        _source(table, names[table][index], row, names, number(row.get("p_mw", "0")))
        for table in SOURCE_TABLES
        for index, row in rows(file, table)
    ]
    kept = {}
    for table in DRAWING:
        giving = [_drawn_mw(table, row) < 0 for row in file.table(table).rows]
        found += [
            _source(table, names[table][index], row, names, -_drawn_mw(table, row))
            for (index, row), gives in zip(rows(file, table), giving, strict=True)
            if gives
        ]
        kept[table] = _without_giving(table, file.table(table), giving)
    return replaced(file, **kept), tuple(found)


def _drawn_mw(table: str, row: Cells) -> float:
    keys = {"asymmetric_load": ("p_a_mw", "p_b_mw", "p_c_mw"), "ward": ("ps_mw",), "xward": ("ps_mw",)}
    return sum(number(row.get(key, "0")) for key in keys.get(table, ("p_mw",)))


def _without_giving(table: str, rows_of: Table, giving: list[bool]) -> Table:
    if table not in ("ward", "xward"):
        return picked(rows_of, [not gives for gives in giving])
    pairs = zip(rows_of.rows, giving, strict=True)
    return replace(rows_of, rows=tuple(row | {"ps_mw": "0"} if gives else row for row, gives in pairs))


def _source(table: str, name: str, row: Cells, names: Names, gives_mw: float) -> FoundSource:
    rated = number(row.get("sn_mva", "0"))
    return FoundSource(
        id=name,
        bus=names["bus"].get(row.get("bus", ""), ""),
        kw=round(gives_mw * number(row.get("scaling", "1")) * 1000, 3),
        rated_kva=round(rated * 1000, 3) if rated > 0 else None,
        kind=row.get("type", table) if table in SOURCE_TABLES else table,
        in_service=in_service(row),
    )

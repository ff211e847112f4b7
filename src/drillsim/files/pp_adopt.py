"""A public network taken over: every element named, what the model does not have listed, nothing changed in silence.

`drillsim init --network FILE` builds a customer's folder around it. Names become ids by a fixed rule (the name where
it can be one, else its letters, else table and index; a number where it is taken), so the same file gives the same
ids.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from pathlib import Path

from drillsim.errors import InvalidInput
from drillsim.files.document import Document, Tree
from drillsim.files.pp_cell import Cells
from drillsim.files.pp_json import load_pp_json
from drillsim.files.pp_passed import PassedOver, passed_over
from drillsim.files.pp_reach import without_unfed_loads
from drillsim.files.pp_rows import Names, number, picked, replaced, rows
from drillsim.files.pp_source import SOURCE_TABLES, FoundSource, source_problems, with_feeder, without_sources
from drillsim.files.pp_tables import (
    PandapowerTables,
    Table,
    changed_columns,
    judged_rows,
    network_tree,
    of_rows,
    places_of,
    unknown_tables,
)
from drillsim.files.pp_type import has_taps
from drillsim.files.pp_ups import TABLES as UPS_TABLES
from drillsim.files.pp_ups import FoundUps, found_ups
from drillsim.files.pp_xlsx import load_pp_xlsx
from drillsim.files.repeats import told_once
from drillsim.schema import TABLES, TRANSFORMERS
from drillsim.texts import Lang, text

LIMIT_BYTES = 50_000_000
"""A json larger than this is refused unread. Public files carry a year of load profiles, which are never opened."""
_FAULT_LEVEL_MVA = ((220, 10_000), (110, 4_000), (35, 1_000), (20, 500), (6, 300), (1, 100), (0, 20))
"""Usual short-circuit power from so many kV on: assumed, within what switchgear of that level is built for."""
_RX = "0.1"
"""R/X of a feeder nobody knows more about: IEC 60909-0, 6.2."""
_LONG_NUMBER = re.compile(r"-?\d+\.\d{12,}([eE][+-]?\d+)?")
_NOT_ID = re.compile(r"[^\w\-.]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something of the file that the network value does not have."""

    table: str
    name: str
    key: str = ""
    """The key left out of the row; empty when the whole row is."""
    value: str = ""
    """Value in the file; of a whole row the MW it drew or carried, where it says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptedNetwork:
    """A pandapower file as a network of ours."""

    tree: Mapping[str, Tree]
    """As a network.yaml says it, scalars as text; `network_yaml.network_yaml` writes it."""
    sources: tuple[FoundSource, ...]
    """Generators that are left out."""
    left_out: tuple[LeftOut, ...]
    renamed: tuple[tuple[str, str, str], ...]
    """Table, name in the file (empty if it had none), id: every element whose name changed."""
    assumed_fault_levels: tuple[str, ...]
    """Feeders (ids) whose short-circuit power was not in the file and is assumed, with its source, in the tree."""
    feeders_from_gen: tuple[str, ...] = ()
    """Feeders (ids) that were the file's reference generators, where it had no feeder in service."""
    unfed: tuple[str, ...] = ()
    """Loads (ids) no feeder can ever reach: not in the tree."""
    raised: tuple[LeftOut, ...] = ()
    """Figures below nothing that are 0 in the tree, with what the file said."""
    ups: tuple[FoundUps, ...] = ()
    """UPSs for site.yaml; what feeds them is assumed."""
    idle_taps: tuple[str, ...] = ()
    """Transformers (ids) off neutral whose tap changer is of no type: without effect, in pandapower too."""
    passed_over: tuple[PassedOver, ...] = ()
    """Tables and columns of the file nothing here is computed from."""


def adopt(path: Path, label: str = "", lang: Lang = "en") -> AdoptedNetwork:
    """The network of a pandapower json or xlsx, whatever its names. `lang` is the language of the sources written.

    Raises: InvalidInput when the file is no pandapower network, is too old or refers to what it does not hold.
    """
    read = load_pp_xlsx(path, label) if path.suffix.lower() == ".xlsx" else load_pp_json(path, label, LIMIT_BYTES)[1]
    if wrong := tuple(source_problems(read)):
        raise InvalidInput(told_once(of_rows(read, wrong)))
    file, from_gen = with_feeder(_rounded(read))
    names, renamed = _named(file)
    kept, raised = _raised(file)
    ups = found_ups(file, names)
    kept, sources = without_sources(_without(kept, "storage", {u.index for u in ups if u.table == "storage"}), names)
    bus_of = {name: index for index, name in names["bus"].items()}
    kept, unfed = without_unfed_loads(kept, names, (bus_of[each.output] for each in ups))
    kept, assumed = _with_fault_levels(kept, names, lang)
    tree, problems = network_tree(kept, names)
    if problems:
        raise InvalidInput(told_once(of_rows(kept, problems)))
    judged_rows(kept, Document("", tree, places_of(kept)))
    return AdoptedNetwork(
        tree=tree,
        sources=tuple(each for each in sources if each.id not in {one.id for one in ups}),
        ups=ups,
        left_out=_left_out(file, {(each.table, each.index) for each in ups}),
        renamed=renamed,
        assumed_fault_levels=assumed,
        feeders_from_gen=tuple(names["ext_grid"][index] for index in from_gen),
        unfed=unfed,
        raised=raised,
        idle_taps=tuple(names[table][index] for table in ("trafo", "trafo3w") for index in _idle_taps(file, table)),
        passed_over=passed_over(file),
    )


def _without(file: PandapowerTables, name: str, taken: Set[str]) -> PandapowerTables:
    """`file` without the rows of a table that have become something else."""
    table = file.table(name)
    return replaced(file, **{name: picked(table, [index not in taken for index in table.index])})


def _raised(file: PandapowerTables) -> tuple[PandapowerTables, tuple[LeftOut, ...]]:
    """`file` with no-load currents of at least nothing: converted transmission cases have them below."""
    told: list[LeftOut] = []
    tables = {}
    for table in TRANSFORMERS:
        made = []
        for index, row in rows(file, table):
            below = number(row.get("i0_percent", "0")) < 0
            if below:
                name = row.get("name", index)
                told.append(LeftOut(table=table, name=name, key="i0_percent", value=row["i0_percent"]))
            made.append(row | {"i0_percent": "0"} if below else row)
        tables[table] = replace(file.table(table), rows=tuple(made))
    return replaced(file, **tables), tuple(told)


def _rounded(file: PandapowerTables) -> PandapowerTables:
    """Numbers to 12 digits: json and xlsx of one network end in different last digits."""
    tables = {
        name: Table(table.index, tuple(_rounded_row(row) for row in table.rows), table.lines)
        for name, table in file.tables.items()
        if name in TABLES
    }
    return replace(file, tables={**file.tables, **tables})


def _rounded_row(row: Cells) -> Cells:
    if not any(map(_LONG_NUMBER.fullmatch, row.values())):
        return row
    return {key: f"{float(value):.12g}" if _LONG_NUMBER.fullmatch(value) else value for key, value in row.items()}


def _named(file: PandapowerTables) -> tuple[Names, tuple[tuple[str, str, str], ...]]:
    taken: set[str] = set()
    names: Names = {}
    renamed = []
    for table in dict.fromkeys((*TABLES, *SOURCE_TABLES, *UPS_TABLES)):
        names[table] = {}
        for index, row in rows(file, table):
            wish = row.get("name", "")
            given = _free(_as_id(wish) or f"{table}-{_as_id(index)}", taken)
            names[table][index] = given
            if given != wish:
                renamed.append((table, wish, given))
    return names, tuple(renamed)


def _as_id(name: str) -> str:
    return _NOT_ID.sub("-", unicodedata.normalize("NFC", name).strip())[:60].strip("-")


def _free(wish: str, taken: set[str]) -> str:
    name, n = wish, 2
    while name in taken:
        name, n = f"{wish}-{n}", n + 1
    taken.add(name)
    return name


def _left_out(file: PandapowerTables, taken: Set[tuple[str, str]]) -> tuple[LeftOut, ...]:
    """Tables and keys the model does not have, which the tree passes over; sources and the rows `taken` are not among
    them."""
    whole = (
        LeftOut(table=table, name=row.get("name", index), value=row.get("p_mw", ""))
        for table in unknown_tables(file)
        if table not in SOURCE_TABLES
        for index, row in rows(file, table)
        if (table, index) not in taken
    )
    keys = (
        LeftOut(table=table, name=row.get("name", index), key=key, value=row[key])
        for table in TABLES
        for index, row in rows(file, table)
        for key in changed_columns(table, row)
    )
    return (*whole, *keys)


def _idle_taps(file: PandapowerTables, table: str) -> Iterator[str]:
    """Indices of the rows whose position means nothing."""
    for index, row in rows(file, table):
        position = row.get("tap_pos", row.get("tap_neutral", "0"))
        if not has_taps(row) and number(position) != number(row.get("tap_neutral", "0")):
            yield index


def _with_fault_levels(file: PandapowerTables, names: Names, lang: Lang) -> tuple[PandapowerTables, tuple[str, ...]]:
    """`file` with an assumed short-circuit power and R/X on feeders that lack one, and the ids of those."""
    kv = {index: number(row.get("vn_kv", "0")) for index, row in rows(file, "bus")}
    feeders = file.table("ext_grid")
    told, assumed = [], []
    for index, row in zip(feeders.index, feeders.rows, strict=True):
        if "s_sc_max_mva" in row and "rx_max" in row:
            told.append(row)
            continue
        level = max(0.0, kv.get(row.get("bus", ""), 0.0))  # a voltage below nothing is refused with the network
        usual = next(mva for least, mva in _FAULT_LEVEL_MVA if level >= least)
        words = text(lang, "network-assumed-fault-level", kv=f"{level:g}")
        told.append({"s_sc_max_mva": str(usual), "rx_max": _RX} | row | {"source": words})
        assumed.append(names["ext_grid"][index])
    return replaced(file, ext_grid=Table(feeders.index, tuple(told), feeders.lines)), tuple(assumed)

"""The output of pandapower, as data: tables of text cells, whatever file they came from, and the network tree they
hold.

Nothing a file names is ever imported or called. Cells become the text a planner would have typed, so one validation
serves the three spellings of a network; indices become the names they stand for. Results of pandapower (`res_…`),
costs, measurements and geography are passed over by name; a table that changes the physics and that the model does not
know is refused by name, never dropped in silence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files.document import Document, Mark, Path, Place, Tree, dotted
from drillsim.files.pp_cell import Cells, cell_text
from drillsim.files.pp_type import TYPED, shortened, used_types
from drillsim.files.repeats import told_once
from drillsim.files.validate import validate
from drillsim.schema import BRANCH, ROW_OF, SWITCHED, TABLES, Network, network_problems

LIMIT_CELLS = 500_000
"""Cells the tables of one file may hold."""

_OF_THE_FILE = frozenset({"dtypes", "parameters", "user_pf_options", "std_types"})
"""Tables that say something about the file, not about the network."""
_REFERENCES: dict[str, tuple[str, ...]] = {
    table: BRANCH[table].ends if table in BRANCH else ("bus",) for table in TABLES if table != "bus"
} | {"switch": ("bus", "element")}
_CHANGES_FLOW: dict[str, tuple[str, ...]] = {
    "load": ("const_z_percent", "const_i_percent", "const_z_p_percent", "const_i_p_percent", "const_z_q_percent",
             "const_i_q_percent"),
    "switch": ("z_ohm",),
    "trafo": ("tap_dependency_table", "tap_dependent_impedance", "tap_phase_shifter", "tap2_pos"),
    "trafo3w": ("tap_dependency_table", "tap_dependent_impedance", "tap_at_star_point", "tap_step_degree"),
    "shunt": ("step_dependency_table",),
}  # fmt: skip
"""Columns pandapower computes with and the model does not know: refused unless they say nothing."""
_SAYS_NOTHING = frozenset({"0", "false"})
_WORDS_ONLY: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "bus": (("type", ("b", "n", "m")),),
    "line": (("type", ("cs", "ol")),),
}
"""Columns of free words in public files that change nothing: taken where they are words we know."""
_FILLED_IN = {("bus", "min_vm_pu"): "0", ("bus", "max_vm_pu"): "2"}
"""Values pandapower writes for buses without limits once another bus has them."""
_ID = re.compile(r"[\w\-.]{1,64}")


@dataclass(frozen=True, slots=True)
class Table:
    """One table: rows in file order, each with its index and the line it stands on."""

    index: tuple[str, ...] = ()
    rows: tuple[Cells, ...] = ()
    lines: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()
    """Every column of the file's table, whether or not a row has a value there."""


@dataclass(frozen=True, slots=True)
class PandapowerTables:
    """A pandapower file taken apart."""

    label: str
    tables: Mapping[str, Table]
    types: Mapping[str, Mapping[str, Cells]] = field(default_factory=dict)
    """Table → type name → figures, from the file's own library."""
    f_hz: str = "50"
    version: str = ""
    """The version that counts (`pp_version.version_of`); empty when the file does not say."""
    others: tuple[str, ...] = ()
    """Names of what stands beside the tables and is no table (maps, graphs, arrays)."""
    passed_over: Mapping[str, int] = field(default_factory=dict)
    """Number of rows of each table that is passed over by name; they are not in `tables`."""

    def table(self, name: str) -> Table:
        return self.tables.get(name, Table())


def unknown_tables(file: PandapowerTables) -> tuple[str, ...]:
    """Names of tables with rows that the model has no word for, sorted."""
    return tuple(sorted(name for name, table in file.tables.items() if table.rows and not _is_known(name)))


def _is_known(name: str) -> bool:
    return name in TABLES or name in _OF_THE_FILE or name.startswith(("res_", "_")) or name.endswith("_std_types")


@cache
def read_columns(table: str) -> frozenset[str]:
    """Columns of `table` the network is made of, or that are told where they would change it."""
    return frozenset({"name", *_keys_of(table), *_CHANGES_FLOW.get(table, ())})


def words_of(table: str, column: str) -> tuple[str, ...]:
    """The words that are taken in a column of free words; empty for any other column."""
    return dict(_WORDS_ONLY.get(table, ())).get(column, ())


def changed_columns(table: str, row: Cells) -> tuple[str, ...]:
    """Columns of `row` that pandapower would compute with and the model does not know."""
    return tuple(key for key in _CHANGES_FLOW.get(table, ()) if row.get(key, "0") not in _SAYS_NOTHING)


def to_network(file: PandapowerTables, text: str = "") -> Network:
    """The network of `file`. Raises: InvalidInput with all that is in its way; `text` is the file's, if it has one."""
    document = to_document(file, text)
    return judged_rows(file, document)


def judged_rows(file: PandapowerTables, document: Document) -> Network:
    """The network in `document`, the tree of `file`. Raises: InvalidInput; every problem names the row of the file."""
    network, problems = validate(Network, document, file.label)
    if network is None:
        raise InvalidInput(of_rows(file, problems))
    between = (
        Problem(
            file=file.label, line=document.line_of(each.path), field=dotted(each.path), code=each.code, facts=each.facts
        )
        for each in network_problems(network)
    )
    if wrong := told_once(of_rows(file, between)):
        raise InvalidInput(wrong)
    return network


def of_rows(file: PandapowerTables, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """`problems` of the network's tree, each with the row of the file as its maker knows it: a field counts rows
    (`load.3.p_mw`), the file has indices and names of its own."""
    return tuple(_of_row(file, problem) for problem in problems)


def _of_row(file: PandapowerTables, problem: Problem) -> Problem:
    name, _, rest = problem.field.partition(".")
    position, _, key = rest.partition(".")
    table = file.table(name)
    if not position.isdecimal() or int(position) >= len(table.rows) or problem.row:
        return problem
    index, row = table.index[int(position)], table.rows[int(position)]
    return replace(
        problem,
        line=table.lines[int(position)],
        field=".".join(part for part in (name, index, key) if part),
        row=(name, index, row.get("name", "")),
    )


def to_document(file: PandapowerTables, text: str = "") -> Document:
    """The network tree of `file`, with the line of each row. Raises: InvalidInput with all that is in its way."""
    problems = (*_table_problems(file), *_index_problems(file), *_name_problems(file))
    if problems:
        raise InvalidInput(told_once(of_rows(file, problems)))
    names = {table: dict(zip(file.table(table).index, _names(file, table), strict=True)) for table in TABLES}
    tree, dangling = network_tree(file, names)
    if dangling:
        raise InvalidInput(told_once(of_rows(file, dangling)))
    return Document(text, tree, places_of(file))


def _table_problems(file: PandapowerTables) -> Iterator[Problem]:
    for name in unknown_tables(file):
        rows = len(file.table(name).rows)
        yield Problem(file=file.label, field=name, code="pp-unknown-table", facts=facts(table=name, n=rows))
    for table in TABLES:
        for position, row in enumerate(file.table(table).rows):
            for key in changed_columns(table, row):
                told = facts(table=table, key=key, value=row[key], id=row.get("name", position))
                line, where = file.table(table).lines[position], f"{table}.{position}.{key}"
                yield Problem(file=file.label, line=line, field=where, code="pp-changes-flow", facts=told)


def _index_problems(file: PandapowerTables) -> Iterator[Problem]:
    for table in TABLES:
        count = Counter(file.table(table).index)
        twice = [index for index, n in count.items() if n > 1]
        if twice:
            yield Problem(file=file.label, field=table, code="pp-index-twice", facts=facts(table=table, index=twice[0]))


def _names(file: PandapowerTables, table: str) -> tuple[str, ...]:
    return tuple(row.get("name", "").strip() for row in file.table(table).rows)


def _name_problems(file: PandapowerTables) -> Iterator[Problem]:
    """One problem a table and kind: public files have hundreds of unnamed elements."""
    first: dict[str, tuple[str, int]] = {}
    for table in TABLES:
        names, lines = _names(file, table), file.table(table).lines
        unnamed, odd, twice = [], [], []
        for position, name in enumerate(names):
            if not name:
                unnamed.append(position)
            elif not _ID.fullmatch(name):
                odd.append(position)
            elif first.setdefault(name, (table, position)) != (table, position):
                twice.append(position)
        for code, found in (("pp-unnamed", unnamed), ("pp-name-not-id", odd), ("pp-name-twice", twice)):
            if found:
                told = facts(table=table, n=len(found), value=names[found[0]][:80] or "-", path=file.label)
                yield Problem(file=file.label, line=lines[found[0]], field=table, code=code, facts=told)


def network_tree(
    file: PandapowerTables, names: Mapping[str, Mapping[str, str]]
) -> tuple[dict[str, Tree], tuple[Problem, ...]]:
    """The tree of `file` with indices as `names` (table → index → name), and every index that names nothing."""
    tree: dict[str, Tree] = {"format": "1", "f_hz": file.f_hz}
    problems: list[Problem] = []
    for table in TABLES:
        rows: list[Tree] = []
        for position, row in enumerate(file.table(table).rows):
            keys, missing = _row(file, table, position, row, names)
            problems += missing
            rows.append(dict(keys))
        if rows:
            tree[table] = rows
    types = used_types(file.types, {table: _types_named(tree.get(table, [])) for table in TYPED})
    if types:
        tree["std_types"] = {table: _as_tree(own) for table, own in types.items()}
    return tree, tuple(problems)


def _types_named(rows: Tree) -> Iterator[str]:
    for row in rows:
        if isinstance(row, dict) and isinstance(name := row.get("std_type"), str):
            yield name


def _as_tree(types: Mapping[str, Cells]) -> dict[str, Tree]:
    return {name: dict(figures) for name, figures in types.items()}


@cache
def _keys_of(table: str) -> tuple[str, ...]:
    """The pinned keys of a table but `name`: references first, `source` last."""
    keys = [key for key in ROW_OF[table].model_fields if key not in ("name", "source")]
    references = _REFERENCES.get(table, ())
    return (*references, *(key for key in keys if key not in references), "source")


@cache
def _default(table: str, key: str) -> str | None:
    """Return the value of a key that is left out; a switch's position is always written."""
    if (table, key) in _FILLED_IN:
        return _FILLED_IN[table, key]
    return None if key == "closed" else cell_text(ROW_OF[table].model_fields[key].get_default())


def _row(
    file: PandapowerTables, table: str, position: int, row: Cells, names: Mapping[str, Mapping[str, str]]
) -> tuple[Cells, list[Problem]]:
    name = names[table][file.table(table).index[position]]
    keys = {"name": name} | {
        key: row[key] for key in _keys_of(table) if key in row and row[key] != _default(table, key)
    }
    for key, words in _WORDS_ONLY.get(table, ()):
        if keys.get(key) not in words:
            keys.pop(key, None)
    keys = _one_sided(keys) if table == "impedance" else keys
    keys = shortened(table, keys, file.types)
    problems = []
    for key in _REFERENCES.get(table, ()):
        target = SWITCHED.get(row.get("et", ""), "bus") if key == "element" else "bus"
        if key in keys and keys[key] in names[target]:
            keys[key] = names[target][keys[key]]
        elif key in keys:
            told = facts(id=name, key=key, index=keys[key], table=target)
            line, where = file.table(table).lines[position], f"{table}.{position}.{key}"
            problems.append(Problem(file=file.label, line=line, field=where, code="pp-no-such-index", facts=told))
    return keys, problems


def _one_sided(keys: Cells) -> Cells:
    """`keys` of an impedance without figures that are those of the first end, which pandapower writes out."""
    pairs = {"rtf_pu": "rft_pu", "xtf_pu": "xft_pu", "gt_pu": "gf_pu", "bt_pu": "bf_pu"}
    return {key: value for key, value in keys.items() if key not in pairs or value != keys.get(pairs[key], "0")}


def places_of(file: PandapowerTables) -> dict[Path, Place]:
    """Return the places of the rows of the network's tree in `file`."""
    found: dict[Path, Place] = {}
    for table in TABLES:
        lines = file.table(table).lines
        on = {line: Place(None, Mark(line, 1, 0, 0), "block") for line in lines}
        for position, line in enumerate(lines):
            found[table, position] = on[line]
        if lines:
            found[(table,)] = found[table, 0]
    return found

"""The faults between the rows of a network: references, ids, types. Values only; the file layer adds the lines."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from drillsim.errors import facts
from drillsim.schema.element import BRANCH, BRANCHES, SWITCHED, TRANSFORMERS
from drillsim.schema.network import TABLES, Line, Network, Row, Switch, Trafo, Trafo3w
from drillsim.schema.network_plausible import too_much_drawn
from drillsim.schema.std_type import DUE, TypeTable, figures_of, type_figures, type_names

LIMIT_PROBLEMS = 5_000
"""So many problems of one network are looked for; what repeats is told once."""
_MANY = 300
"""Beyond so many ids only those that begin or end alike are compared with a misspelt one."""
Path = tuple[str | int, ...]
"""Keys and list positions from the top of the file: `("switch", 3, "element")`."""


class NetworkProblem(NamedTuple):
    """One thing wrong at one place of the network's tree."""

    path: Path
    code: str
    facts: tuple[tuple[str, str], ...]


_BUS_KEYS: dict[str, tuple[str, ...]] = {
    table: BRANCH[table].ends if table in BRANCH else ("bus",) for table in TABLES if table != "bus"
}
_TYPED: tuple[TypeTable, ...] = ("line", "trafo", "trafo3w")
_LAST_END = {each.kind: each.ends[-1] for each in BRANCHES} | {"switch": "element"}


def network_problems(network: Network) -> tuple[NetworkProblem, ...]:
    """Every reference, id and type problem of `network`, in table and row order; empty when it holds together.

    At most `LIMIT_PROBLEMS` are looked for: looking for what each might have meant takes time.
    """
    found = chain(
        _ids_twice(network),
        _bus_references(network),
        _switch_references(network),
        _same_bus(network),
        _types(network),
        _voltages(network),
        _taps(network),
        _kilo_for_mega(network),
    )
    return tuple(islice(found, LIMIT_PROBLEMS))


@lru_cache(maxsize=64)
def near(word: str, known: tuple[str, ...]) -> str:
    """The ids of `known` most like `word`, or the first few, as one text for a message."""
    if len(known) > _MANY:
        known = tuple(each for each in known if each[:3] == word[:3] or each[-3:] == word[-3:])[:_MANY] or known[:5]
    return ", ".join(get_close_matches(word, known, 3, 0.6) or known[:5]) or "-"


def _rows(network: Network, table: str) -> tuple[Row, ...]:
    return getattr(network, table)  # type: ignore[no-any-return]


def _names(network: Network, table: str) -> tuple[str, ...]:
    return tuple(row.name for row in _rows(network, table))


def _ids_twice(network: Network) -> Iterator[NetworkProblem]:
    first: dict[str, str] = {}
    for table in TABLES:
        for position, name in enumerate(_names(network, table)):
            if name in first:
                path = (table, position, "name")
                yield NetworkProblem(path, "network-id-twice", facts(id=name, table=table, first=first[name]))
            first.setdefault(name, table)


def _bus_references(network: Network) -> Iterator[NetworkProblem]:
    buses = _names(network, "bus")
    known = set(buses)
    for table, keys in _BUS_KEYS.items():
        for position, row in enumerate(_rows(network, table)):
            for key in keys:
                bus = getattr(row, key)
                if bus not in known:
                    told = facts(id=row.name, bus=bus, near=near(bus, buses))
                    yield NetworkProblem((table, position, key), "network-no-such-bus", told)


def _ends(row: Row, table: str) -> tuple[str, ...]:
    return tuple(getattr(row, key) for key in _BUS_KEYS[table])


def _switch_references(network: Network) -> Iterator[NetworkProblem]:
    names = {et: _names(network, table) for et, table in SWITCHED.items()}
    ends = {et: {row.name: _ends(row, table) for row in _rows(network, table)}
            for et, table in SWITCHED.items() if et != "b"}  # fmt: skip
    for position, switch in enumerate(network.switch):
        path = ("switch", position, "element")
        if switch.element not in names[switch.et]:
            known = near(switch.element, names[switch.et])
            told = facts(id=switch.name, element=switch.element, et=switch.et, near=known)
            yield NetworkProblem(path, "network-no-such-element", told)
        elif switch.et != "b" and switch.bus not in ends[switch.et][switch.element]:
            buses = ", ".join(ends[switch.et][switch.element])
            told = facts(id=switch.name, element=switch.element, bus=switch.bus, ends=buses)
            yield NetworkProblem(("switch", position, "bus"), "network-switch-not-at-end", told)


def _joined(row: Row, table: str) -> tuple[str, ...]:
    return (row.bus, row.element) if isinstance(row, Switch) else _ends(row, table)


def _same_bus(network: Network) -> Iterator[NetworkProblem]:
    for table, key in _LAST_END.items():
        for position, row in enumerate(_rows(network, table)):
            if isinstance(row, Switch) and row.et != "b":
                continue
            ends = _joined(row, table)
            if len(set(ends)) < len(ends):
                yield NetworkProblem((table, position, key), "network-ends-same", facts(id=row.name, bus=ends[-1]))


def _typed_rows(network: Network) -> Iterator[tuple[TypeTable, int, Line | Trafo | Trafo3w]]:
    for table in _TYPED:
        rows: tuple[Line | Trafo | Trafo3w, ...] = getattr(network, table)
        for position, row in enumerate(rows):
            yield table, position, row


def _types(network: Network) -> Iterator[NetworkProblem]:
    for table, position, row in _typed_rows(network):
        missing = [key for key in DUE[table] if key not in figures_of(network, table, row)]
        if row.std_type and type_figures(network, table, row.std_type) is None and missing:
            told = facts(id=row.name, type=row.std_type, near=near(row.std_type, type_names(network, table)))
            yield NetworkProblem((table, position, "std_type"), "network-no-such-type", told)
        elif missing:
            told = facts(id=row.name, missing=", ".join(missing))
            yield NetworkProblem((table, position, "std_type"), "network-figures-missing", told)


def _voltages(network: Network) -> Iterator[NetworkProblem]:
    kv = {bus.name: bus.vn_kv for bus in network.bus}
    for table, key in (("line", "to_bus"), ("switch", "element")):
        for position, row in enumerate(_rows(network, table)):
            levels = [kv[end] for end in _joined(row, table) if end in kv]
            if len(levels) == 2 and levels[0] != levels[1] and getattr(row, "et", "b") == "b":
                told = facts(id=row.name, first=f"{levels[0]:g}", second=f"{levels[1]:g}")
                yield NetworkProblem((table, position, key), "network-voltages-differ", told)
    for table in TRANSFORMERS:
        for position, row in enumerate(_rows(network, table)):
            levels = [kv[end] for end in _ends(row, table) if end in kv]
            if levels != sorted(levels, reverse=True):
                told = facts(id=row.name, levels=" / ".join(f"{level:g}" for level in levels))
                yield NetworkProblem((table, position, "hv_bus"), "network-sides-swapped", told)


def _taps(network: Network) -> Iterator[NetworkProblem]:
    for table, position, row in _typed_rows(network):
        if isinstance(row, Line) or row.tap_pos is None:
            continue
        figures = figures_of(network, table, row)
        low, high = figures.get("tap_min"), figures.get("tap_max")
        if isinstance(low, float | int) and isinstance(high, float | int) and not low <= row.tap_pos <= high:
            told = facts(id=row.name, tap=row.tap_pos, low=low, high=high)
            yield NetworkProblem((table, position, "tap_pos"), "network-tap-outside", told)


def _kilo_for_mega(network: Network) -> Iterator[NetworkProblem]:
    for each in too_much_drawn(network):
        told = facts(
            id=each.id,
            mw=f"{each.mw:g}",
            trafos=", ".join(each.trafos[:5]),
            mva=f"{each.limit_mva:g}",
            mend=f"{each.mw / 1000:g}",
        )
        yield NetworkProblem((each.table, each.position, each.key), "network-kw-for-mw", told)

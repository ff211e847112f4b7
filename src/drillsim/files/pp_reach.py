"""The loads of a pandapower file that no feeder reaches, however its switches stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drillsim.files.pp_rows import Names, in_service, picked, replaced, rows
from drillsim.files.pp_tables import PandapowerTables
from drillsim.schema import BRANCHES, DRAWING


def without_unfed_loads(
    file: PandapowerTables, names: Names, sources: Iterable[str] = ()
) -> tuple[PandapowerTables, tuple[str, ...]]:
    """`file` without the loads that neither a feeder nor one of the buses `sources` can ever reach, which a customer's
    folder may not have, and their ids."""
    reached = fed_buses(file) | fed_buses(file, tuple(sources))
    unfed: list[str] = []
    kept = {}
    for table in DRAWING:
        fed = [row.get("bus", "") in reached for _, row in rows(file, table)]
        unfed += [names[table][index] for index, here in zip(file.table(table).index, fed, strict=True) if not here]
        kept[table] = picked(file.table(table), fed)
    return replaced(file, **kept), tuple(unfed)


def fed_buses(file: PandapowerTables, sources: tuple[str, ...] | None = None) -> frozenset[str]:
    """Indices of the buses that the buses `sources`, else the feeders in service, reach with every switch closed."""
    live = {index for index, row in rows(file, "bus") if in_service(row)}
    beside: dict[str, list[str]] = {index: [] for index in live}
    for one, other in _ways(file):
        if one in live and other in live:
            beside[one].append(other)
            beside[other].append(one)
    if sources is None:
        sources = tuple(row.get("bus", "") for _, row in rows(file, "ext_grid") if in_service(row))
    pending = [bus for bus in sources if bus in live]
    found = set(pending)
    while pending:
        new = [bus for bus in beside[pending.pop()] if bus not in found]
        found.update(new)
        pending += new
    return frozenset(found)


def _ways(file: PandapowerTables) -> Iterator[tuple[str, str]]:
    """Pairs of buses joined by a branch in service or a switch between buses."""
    for branch in BRANCHES:
        for _, row in rows(file, branch.kind):
            ends = [row.get(key, "") for key in branch.ends]
            if in_service(row):
                yield from ((ends[0], end) for end in ends[1:])
    for _, row in rows(file, "switch"):
        if row.get("et") == "b":
            yield row.get("bus", ""), row.get("element", "")

"""A reliability table read, and one of its cases picked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files.part import SourceFile, problem_at, read_part
from drillsim.files.reliability.system import System
from drillsim.schema import ReliabilityTable


def read_system(path: Path, case: str | None) -> System:
    """Case `case` of the table in the file `path`; a table of one case needs no name.

    Raises: InvalidInput with every problem of the file, or when there is no such case.
    """
    part = read_part(ReliabilityTable, path, path.as_posix())
    if part.value is None or part.file is None:
        raise InvalidInput(part.problems)
    name = _chosen(part.value, case, path)
    picked = part.value.cases[name]
    system = System(picked, picked.load_points or part.value.load_points)
    problems = tuple(_problems(system, part.file, name))
    if problems:
        raise InvalidInput(problems)
    return system


def _chosen(table: ReliabilityTable, case: str | None, path: Path) -> str:
    known = tuple(table.cases)
    if case is None and len(known) == 1:
        return known[0]
    if case not in table.cases:
        told = facts(case=case or "–", known=", ".join(known))
        raise InvalidInput([Problem(file=path.as_posix(), field="cases", code="reliability-case", facts=told)])
    return case


def _problems(system: System, file: SourceFile, name: str) -> Iterator[Problem]:
    """Yield the parts no network can be made of: nodes that are none, names twice, nothing fed."""
    at, nodes = ("cases", name), _ends(system)
    for key in ("source_bus", "alternative_supply_buses"):
        value = getattr(system.case, key)
        for node in (value,) if isinstance(value, str) else value:
            if node not in nodes:
                yield problem_at(file, (*at, key), "reliability-node", facts(node=node, known=", ".join(nodes)))
    if not system.points:
        yield problem_at(file, at, "reliability-no-load-points")
    for point in system.points:
        if not system.node_of(point):
            where = (*at, "load_points") if system.case.load_points else ("load_points",)
            yield problem_at(file, (*where, point), "reliability-node", facts(node=point, known=", ".join(nodes)))
    for branch, count in Counter(branch.id for branch in system.case.branches).items():
        if count > 1:
            yield problem_at(file, (*at, "branches"), "reliability-branch-twice", facts(branch=branch))


def _ends(system: System) -> tuple[str, ...]:
    return tuple(dict.fromkeys(node for branch in system.case.branches for node in (branch.u, branch.v)))

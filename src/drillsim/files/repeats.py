"""Repeated problems, told once with their count: nobody reads three thousand lines that say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from drillsim.errors import Problem

TABLES = (".json", ".xlsx")
"""Files in which rows are many and made by a program: there one problem a column is enough, whatever its cells hold."""
ALIKE = 3
"""So many lines of a file written by hand may say the same."""
_POSITION = re.compile(r"\.\d+(?=\.|$)")


def told_once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """`problems` in their order; of those that say the same at one key of many rows the first, with the lines of the
    others (`Problem.also`)."""
    groups: dict[object, list[Problem]] = {}
    for problem in problems:
        groups.setdefault(_kind(problem), []).append(problem)
    return tuple(told for group in groups.values() for told in _told(group))


def _kind(problem: Problem) -> object:
    place = _POSITION.sub(".*", problem.field)
    return (problem.file, problem.code, place, () if problem.file.endswith(TABLES) else problem.facts)


def _told(group: list[Problem]) -> list[Problem]:
    first = group[0]
    if len(group) <= (1 if first.file.endswith(TABLES) else ALIKE):
        return group
    also = tuple(line for each in group for line in (*((each.line,) if each is not first else ()), *each.also))
    return [replace(first, also=also)]

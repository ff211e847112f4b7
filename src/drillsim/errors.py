"""The exception tree, and the `Problem` a planner can act on.

    DrillsimError
      InvalidInput         files or arguments are wrong: carries every problem found, exit code 2
      JournalUnreadable    a journal or run folder cannot be read, exit code 2

Anything else that escapes is our fault (exit code 3). A problem holds no prose: `code` names a text of the
catalogue (`problem-<code>`), `facts` fill it in, so the same problem reads in Chinese and English.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One thing that is wrong in one place, with what the planner should write instead (in its text)."""

    file: str
    """Path as the planner gave it, with forward slashes; empty for a command-line argument."""
    line: int = 0
    """1-based line; 0 when the file as a whole is meant."""
    field: str = ""
    """Dotted path of the field (`cards.0.steps.2.takes`); empty for the file as a whole."""
    code: str
    """Text id in the catalogue, without the leading `problem-`."""
    facts: tuple[tuple[str, str], ...] = ()
    """Values for the text, already as words a planner reads."""
    row: tuple[str, ...] = ()
    """Table, index and name of the row meant, in a file made of tables."""
    also: tuple[int, ...] = ()
    """Lines of others that say the same and are not told one by one."""


class DrillsimError(Exception):
    """Everything drillsim refuses on purpose."""


class InvalidInput(DrillsimError):
    """Files or arguments are wrong. `problems` holds all of them, in file and line order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(
            sorted(set(problems), key=lambda p: (p.file, p.line, p.field, p.code, p.facts))
        )
        super().__init__("; ".join(f"{p.file}:{p.line}: {p.field}: {p.code}" for p in self.problems))


class JournalUnreadable(DrillsimError):
    """A journal or a run folder cannot be read. `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(f"{problem.file}:{problem.line}: {problem.code}")


def facts(**named: object) -> tuple[tuple[str, str], ...]:
    """Facts of a `Problem` from keywords, sorted by name, each value as text."""
    return tuple(sorted((name, str(value)) for name, value in named.items()))


def wrong_argument(field: str, code: str, **told: object) -> InvalidInput:
    """A problem with one argument."""
    return InvalidInput([Problem(file="", field=field, code=code, facts=facts(**told))])

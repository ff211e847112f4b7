"""A problem as one line a planner can act on, and an editor can jump to."""

from __future__ import annotations

from drillsim.errors import Problem
from drillsim.texts.catalogue import Lang, text
from drillsim.texts.quantity import MOST_NAMES, list_text

_MOST = 10
"""So many lines of others are named."""


def problem_line(lang: Lang, problem: Problem) -> str:
    """Return `file:line: field: <what is wrong>. <the mend>.`, without the parts the problem does not have."""
    where = f"{problem.file}:{problem.line}" if problem.file and problem.line else problem.file
    sentence = text(lang, f"problem-{problem.code}", **_short(lang, problem))
    told = " ".join(part for part in (sentence, _row(lang, problem), _also(lang, problem)) if part)
    return ": ".join(part for part in (where, problem.field, told) if part)


def _short(lang: Lang, problem: Problem) -> dict[str, str]:
    """The facts, long lists cut; `, ` parts names in every fact that is a list."""
    parts = {name: value.split(", ") for name, value in problem.facts}
    return {
        name: list_text(lang, parts[name]) if len(parts[name]) > MOST_NAMES else value for name, value in problem.facts
    }


def _row(lang: Lang, problem: Problem) -> str:
    """The row as whoever made the file knows it."""
    if not problem.row:
        return ""
    table, index, name = problem.row
    if problem.file.endswith(".xlsx"):
        return text(lang, "quantity-row-of-sheet", table=table, line=str(problem.line), name=name or "-")
    return text(lang, "quantity-row-of-table", table=table, index=index, name=name or "-")


def _also(lang: Lang, problem: Problem) -> str:
    """Return the number of places where the same is wrong, and their lines; empty when there is no other."""
    if not problem.also:
        return ""
    lines = [str(line) for line in dict.fromkeys(problem.also) if line not in (0, problem.line)]
    shown = ", ".join(lines[:_MOST]) + (" …" if len(lines) > _MOST else "")
    return text(lang, "quantity-also", n=len(problem.also), lines=shown or "none")

"""A problem as one line a planner can act on, and an editor can jump to."""

from __future__ import annotations

from drillsim.errors import Problem
from drillsim.texts.catalogue import Lang, text


def problem_line(lang: Lang, problem: Problem) -> str:
    """`file:line: field: what is wrong. What to write instead.`, without the parts the problem does not have."""
    where = f"{problem.file}:{problem.line}" if problem.file and problem.line else problem.file
    sentence = text(lang, f"problem-{problem.code}", **dict(problem.facts))
    return ": ".join(part for part in (where, problem.field, sentence) if part)

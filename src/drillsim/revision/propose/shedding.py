"""Loads that may be shed, in the order of the shed list: least important first, and no more than it takes."""

from __future__ import annotations

import math
from collections.abc import Iterable

from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Load

GRADES = ("3", "2", "1", "1S")
"""From the least important on; a load without one counts as the least."""


def least_important_first(context: ReviewContext, names: Iterable[str]) -> tuple[str, ...]:
    """Those of `names` that may be shed: what has no limit before what has one, then by grade, then what may be without
    supply longest."""
    loads = context.site.loads
    allowed = [name for name in names if name in loads and loads[name].shed == "allowed" and not loads[name].security]
    return tuple(sorted(allowed, key=lambda name: _importance(loads[name])))


def enough(context: ReviewContext, names: Iterable[str], over_kw: float) -> tuple[str, ...]:
    """The first of them that together draw `over_kw`, and whatever among them has no limit; all where they do not
    reach it."""
    kw = {row.name: row.p_mw * 1_000 for row in context.dossier.network.loads}
    found: list[str] = []
    for name in names:
        if over_kw <= 0 and context.site.loads[name].max_interruption is not None:
            break
        found.append(name)
        over_kw -= kw.get(name, 0.0)
    return tuple(found)


def _importance(load: Load) -> tuple[bool, int, float]:
    limit = load.max_interruption
    grade = GRADES.index(load.grade) if load.grade in GRADES else 0
    return limit is not None, grade, -(math.inf if limit is None else limit)

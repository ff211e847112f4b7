"""The plan as a plan, again."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from drillsim.findings.facts import M01, M03, M05, M07
from drillsim.findings.finding import Finding
from drillsim.schema import corrections

if TYPE_CHECKING:
    from helpers.second_fold import Again, Number
    from helpers.second_fold.fold import Fold


def _m01(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, M01)
    longest = max(end - start for load in found.facts.loads for start, end in fold.dark(load))
    return {"outage_ms": longest, "cards": len(fold.dossier.plan.cards)}


def _m02(fold: Fold, found: Finding) -> dict[str, Number]:
    return {"at_ms": fold.ended_ms(found.subject.id)}


def _m03(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, M03)
    name = found.subject.id
    if found.facts.what == "step":
        step = next(s for _, s in fold.dossier.plan.steps() if s.id == name.split("[")[0].split("#")[0])
        assert step.within is not None
        ready = fold.next_ms(fold.start, "step_ready", step=name)
        overdue = fold.anchor(found, "step_overdue", step=name)
        return {"within_ms": step.within, "took_ms": fold.ended_ms(name) - ready, "at_ms": overdue.t_ms}
    start, end = fold.longest(name)
    site = fold.dossier.site
    if name in site.functions:
        function = site.functions[name]
        harm = function.harm.after if function.harm else None
        allowed = function.mtpd if found.facts.what == "mtpd" else function.max_interruption
        within = allowed if allowed is not None else harm
    else:
        within = site.loads[name].max_interruption
    assert within is not None
    return {"within_ms": within, "took_ms": end - start, "at_ms": start + within}


def _m05(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, M05)
    return {"wait_ms": fold.waited(found.subject.id, "resource") if found.facts.what == "waited" else 0}


def _m06(fold: Fold, found: Finding) -> dict[str, Number]:
    """Return the number of things that were wrong when most faults stood at once, and since when."""
    standing: dict[int, tuple[str, ...]] = {}
    most, at = 0, fold.start
    things: set[str] = set()
    for event in fold.of("fault_begins", "fault_ends"):
        standing.pop(event.data["event"], None)
        if event.type == "fault_begins":
            standing[event.data["event"]] = tuple(event.data["targets"])
        if len(standing) > most:
            most, at = len(standing), event.t_ms
            things = {name for names in standing.values() for name in names}
    return {"count": len(things), "at_ms": at}


def _m07(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, M07)
    day, due = fold.case.scenario.start.date, found.facts.due
    (issue,) = (each for each in corrections(fold.dossier) if each.id == found.facts.issue)
    since = issue.closed if found.facts.state == "recurred" else issue.due
    assert (since.isoformat() if since else "–") == due
    return {"days": (day - since) // dt.timedelta(days=1) if since else 0}


AGAIN: dict[str, Again] = {"M01": _m01, "M02": _m02, "M03": _m03, "M05": _m05, "M06": _m06, "M07": _m07}

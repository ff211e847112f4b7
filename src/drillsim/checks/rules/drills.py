"""DRL-01 to 12: how the drills on record were planned, conducted, evaluated and followed up.

Sources: 电力安全事故应急演练导则 (2022), AQ/T 9007-2019, AQ/T 9009-2015, GB/T 38209-2019, HSEEP 2020; as seen in public
pages or from own knowledge, none held against its text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import get_args

from drillsim.checks.inputs import Inputs, listed
from drillsim.checks.rule import About, Result, absent, failed, over, unfiled, unknown
from drillsim.schema import Drill, Family, corrections

_REPORT_DAYS = 30
"""An evaluation report is due within a month; practice, unverified."""
Judged = Callable[[Inputs, Drill, About], Iterator[Result]]


def _each(inputs: Inputs, judge: Judged) -> Iterator[Result]:
    drills = inputs.dossier.customer.drills
    if not drills:
        yield absent(inputs.about_customer, "drills")
        return
    found = [result for number, drill in enumerate(drills) for result in judge(inputs, drill, _about(number, drill))]
    yield from over(len(drills), found, inputs.about_customer, none="nothing")


def _about(number: int, drill: Drill) -> About:
    return About(kind="drill", id=drill.date.isoformat(), file="customer.yaml", path=("drills", number))


def kind_stated(inputs: Inputs) -> Iterator[Result]:
    """DRL-01: form, content, purpose and notice are stated and fit: a demonstration is not unannounced."""
    yield from _each(inputs, _kind_stated)


def _kind_stated(inputs: Inputs, drill: Drill, about: About) -> Iterator[Result]:
    for field in ("form", "scope", "purpose", "notice"):
        if getattr(drill, field) is None:
            yield absent(about, field)
    if drill.notice == "no_notice" and drill.purpose == "demonstrate":
        yield failed(about, date=drill.date.isoformat())


def organised(inputs: Inputs) -> Iterator[Result]:
    """DRL-02: somebody controls it, somebody evaluates it, somebody may stop it."""
    yield from _each(inputs, _organised)


def _organised(inputs: Inputs, drill: Drill, about: About) -> Iterator[Result]:
    for field in ("controllers", "evaluators", "safety_officer"):
        stated = getattr(drill, field)
        if stated is None:
            yield absent(about, field)
        elif not stated:
            yield failed(about, field.replace("_", "-"), date=drill.date.isoformat())


def evaluated(inputs: Inputs) -> Iterator[Result]:
    """DRL-03: talked over on the spot, and an evaluation report within a month."""
    yield from _each(inputs, _evaluated)


def _evaluated(inputs: Inputs, drill: Drill, about: About) -> Iterator[Result]:
    if drill.comment_held is None:
        yield absent(about, "comment_held")
    elif not drill.comment_held:
        yield failed(about, "comment", date=drill.date.isoformat())
    if drill.evaluated is None:
        yield absent(about, "evaluated")
    elif (drill.evaluated - drill.date).days > _REPORT_DAYS:
        yield failed(about, "late", date=drill.date.isoformat(), days=(drill.evaluated - drill.date).days)


def graded(inputs: Inputs) -> Iterator[Result]:
    """DRL-04: it has a grade, and one that is fair or poor led to corrections."""
    yield from _each(inputs, _graded)


def _graded(inputs: Inputs, drill: Drill, about: About) -> Iterator[Result]:
    if drill.result is None:
        yield absent(about, "result")
    elif drill.result in ("fair", "poor") and not drill.exposed:
        yield failed(about, date=drill.date.isoformat(), result=drill.result)


def families_covered(inputs: Inputs) -> Iterator[Result]:
    """DRL-05: over three years evaluation has looked at every family."""
    drills = inputs.dossier.customer.drills
    if not drills or not any(drill.families for drill in drills):
        yield absent(inputs.about_customer, "drills") if not drills else absent(_about(0, drills[0]), "families")
        return
    last = max(drill.date for drill in drills)
    seen = {name for drill in drills if (last - drill.date).days <= 3 * 366 for name in drill.families}
    bare = tuple(name for name in get_args(Family) if name not in seen)
    found = [failed(inputs.about_customer, families=listed(bare), count=len(bare))] if bare else []
    yield from over(len(drills), found, inputs.about_customer, none="nothing")


def corrected_in_time(inputs: Inputs) -> Iterator[Result]:
    """DRL-06: what drills exposed was put right in time."""
    yield from _each(inputs, _corrected)


def _corrected(inputs: Inputs, drill: Drill, about: About) -> Iterator[Result]:
    found = {each.id: each for each in corrections(inputs.dossier)}
    for name in drill.exposed:
        issue = found.get(name)
        if issue is None and inputs.dossier.register is None:
            yield absent(about, "exposed")
        if issue is None:
            continue  # it lies in a register that is not here, or the meeting rejected it
        where = About(kind="issue", id=name, file=issue.file, path=issue.path)
        if issue.due is None:
            yield absent(where, "due")
        elif issue.closed is None and inputs.as_of is None:
            yield unknown(where, "as-of")
        elif (issue.closed or inputs.as_of or issue.due) > issue.due:
            state = "late" if issue.closed else "open"
            yield failed(where, state, issue=name, due=issue.due.isoformat(), date=drill.date.isoformat())


def programme(inputs: Inputs) -> Iterator[Result]:
    """DRL-07: a drill programme for the year is on file."""
    papers = [paper for paper in inputs.dossier.customer.documents if paper.kind == "drill_programme" and paper.date]
    about = About(kind="customer", id=inputs.dossier.customer.id, file="customer.yaml", path=("documents",))
    if not papers:
        yield unfiled(inputs.about_customer, "drill_programme")
    elif inputs.as_of is None:
        yield unknown(about, "as-of")
    else:
        years = {paper.date.year for paper in papers if paper.date}
        found = [] if inputs.as_of.year in years else [failed(about, year=inputs.as_of.year)]
        yield from over(1, found, inputs.about_customer, none="nothing")


def goals_rated(inputs: Inputs) -> Iterator[Result]:
    """DRL-08: goals are written down and each was rated."""
    yield from _each(inputs, _goals_rated)


def _goals_rated(inputs: Inputs, drill: Drill, about: About) -> Iterator[Result]:
    if not drill.goals:
        yield absent(about, "goals")
    for number, goal in enumerate(drill.goals):
        if goal.rating is None:
            where = About(kind="drill", id=about.id, file=about.file, path=(*about.path, "goals", number))
            yield absent(where, "rating")


def weak_goals_answered(inputs: Inputs) -> Iterator[Result]:
    """DRL-09: a goal rated M or U led to a correction."""
    yield from _each(inputs, _weak_goals)


def _weak_goals(inputs: Inputs, drill: Drill, about: About) -> Iterator[Result]:
    if not any(goal.rating for goal in drill.goals):
        yield absent(about, "goals")
    weak = [goal for goal in drill.goals if goal.rating in ("M", "U")]
    if weak and not drill.exposed:
        yield failed(about, date=drill.date.isoformat(), count=len(weak))


def red_lines(inputs: Inputs) -> Iterator[Result]:
    """DRL-10: a live drill has red lines at which it is broken off."""
    yield from _each(inputs, _red_lines)


def _red_lines(inputs: Inputs, drill: Drill, about: About) -> Iterator[Result]:
    if drill.form in (None, "live", "functional") and not drill.abort_if:
        yield absent(about, "form" if drill.form is None else "abort_if")


def goals_in_numbers(inputs: Inputs) -> Iterator[Result]:
    """DRL-11: goals have times, and the times were kept."""
    yield from _each(inputs, _goals_in_numbers)


def _goals_in_numbers(inputs: Inputs, drill: Drill, about: About) -> Iterator[Result]:
    timed = [goal for goal in drill.goals if goal.limit is not None]
    if not timed or any(goal.reached is None for goal in timed):
        yield absent(about, "goals")
    for goal in timed:
        if goal.limit is not None and goal.reached is not None and goal.reached > goal.limit:
            told = {"date": drill.date.isoformat(), "goal": goal.text.zh or goal.text.en}
            yield failed(about, **told, limit_ms=goal.limit, reached_ms=goal.reached)


def not_always_the_same(inputs: Inputs) -> Iterator[Result]:
    """DRL-12: drills do not always play one single scenario."""
    drills = inputs.dossier.customer.drills
    bare = next((number for number, drill in enumerate(drills) if not drill.covers), None)
    if not drills or bare is not None:
        yield absent(inputs.about_customer, "drills") if bare is None else absent(_about(bare, drills[bare]), "covers")
        return
    classes = {name for drill in drills for name in drill.covers}
    found = []
    if len(drills) > 1 and len(classes) < 2 and len(inputs.dossier.plan.scope) > 1:
        found.append(failed(inputs.about_customer, classes=listed(tuple(classes)), count=len(drills)))
    yield from over(len(drills), found, inputs.about_customer, none="nothing")

"""Misfits of the register: dates against each other and the status, names nobody has, one matter told twice.

An open entry is about the plan as it is, so its subject and its clause must be there. A closed one is about the plan as
it was: a step that a revision has removed stays in the register, and its re-run says that nobody can tell.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from drillsim.errors import Problem, facts
from drillsim.files.document import Path, Tree
from drillsim.files.part import SourceFile, problem_at
from drillsim.files.rule.around import Around
from drillsim.schema import Entry, Register, base_name, item_of

STEPLESS = ("restart", "safe_stop")
"""Instances of no step of the plan: `restart[<function>]`."""


def register_problems(around: Around, register: Register, file: SourceFile) -> Iterator[Problem]:
    """Problems of the register beside the customer's other files."""
    yield from _told_twice(around, register, file)
    for number, entry in register.entries.items():
        yield from _dates(file, number, entry)
        yield from _status(file, number, entry)
        yield from _expectations(around, file, number, entry)
        if entry.is_open:
            yield from _names(around, file, number, entry)


def knows(around: Around, subject: str) -> bool:
    """Return whether a weak point can be about `subject`: an id, an instance of a step, the plan as a whole."""
    plain = base_name(subject)
    known = item_of(subject) if plain in STEPLESS else plain
    return known in around.kinds or known == around.dossier.plan.id


def _told_twice(around: Around, register: Register, file: SourceFile) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    issues = {(each.code, each.subject or ""): name for name, each in around.dossier.customer.issues.items()}
    for number, entry in register.entries.items():
        if entry.key in first:
            told = facts(code=entry.code, subject=entry.subject, first=first[entry.key])
            yield problem_at(file, (number,), "register-twice", told)
        first.setdefault(entry.key, number)
        if entry.key in issues:
            told = facts(code=entry.code, subject=entry.subject, issue=issues[entry.key])
            yield problem_at(file, (number,), "register-issue-twice", told)


def _dates(file: SourceFile, number: str, entry: Entry) -> Iterator[Problem]:
    for field, day in (("due", entry.due), ("closed", entry.closed)):
        yield from _before(file, (number, field), day, entry.opened)
    last = entry.opened
    for position, each in enumerate(entry.recurs):
        path = (number, "recurs", position)
        yield from _before(file, (*path, "closed"), each.closed, last)
        yield from _before(file, (*path, "date"), each.date, max(last, each.closed or last))
        last = max(last, each.closed or last, each.date or last)
    if entry.recurs and entry.closed and entry.opened <= entry.closed < last:
        told = facts(field="closed", day=entry.closed.isoformat(), other="recurs", since=last.isoformat())
        yield problem_at(file, (number, "closed"), "register-before", told)


def _before(file: SourceFile, path: Path, day: dt.date | None, since: dt.date) -> Iterator[Problem]:
    if day is not None and day < since:
        other = "recurs" if path[1] == "recurs" else "opened"
        told = facts(field=path[-1], day=day.isoformat(), other=other, since=since.isoformat())
        yield problem_at(file, path, "register-before", told)


def _status(file: SourceFile, number: str, entry: Entry) -> Iterator[Problem]:
    """A status that its dates or its reason contradict."""
    if entry.is_closed and entry.closed is None:
        yield problem_at(file, (number, "status"), "register-not-closed", facts(status=entry.status))
    if entry.is_open and entry.closed is not None:
        yield problem_at(file, (number, "closed"), "register-open-closed", facts(status=entry.status))
    if entry.status == "rejected" and not entry.reason.strip():
        yield problem_at(file, (number, "status"), "register-no-reason")


def _names(around: Around, file: SourceFile, number: str, entry: Entry) -> Iterator[Problem]:
    if not knows(around, entry.subject):
        told = facts(subject=entry.subject, near=around.near(base_name(entry.subject), tuple(_every_kind(around))))
        yield problem_at(file, (number, "subject"), "register-subject", told)
    clauses = dict.fromkeys(_clauses(around.tree("plan"))) if entry.clause else {}
    if entry.clause and entry.clause not in clauses:
        told = facts(clause=entry.clause, known=", ".join(clauses) or "–")
        yield problem_at(file, (number, "clause"), "register-clause", told)


def _every_kind(around: Around) -> dict[str, None]:
    return dict.fromkeys(kind for kinds in around.kinds.values() for kind in kinds)


def _clauses(tree: Tree) -> Iterator[str]:
    """Every clause the plan names: of cards and steps, permits and orders."""
    if isinstance(tree, dict):
        yield from (each for key, each in tree.items() if key == "clause" and isinstance(each, str) and each)
    for each in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from _clauses(each)


def _expectations(around: Around, file: SourceFile, number: str, entry: Entry) -> Iterator[Problem]:
    """Expectations that name no load and no function, or one nobody has."""
    for position, each in enumerate(entry.expected):
        path = (number, "regression", "expect", position)
        if each.load is None and each.function is None:
            yield problem_at(file, path, "register-expects-nothing")
        for kind, target in (("load", each.load), ("function", each.function)):
            for name in target.id if target else ():
                if kind not in around.kinds.get(name, ()):
                    told = facts(id=name, what=kind, near=around.near(name, (kind,)),
                                 known=", ".join(around.ids((kind,))[:12]) or "–")  # fmt: skip
                    yield problem_at(file, (*path, kind), "no-such-id", told)

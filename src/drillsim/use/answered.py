"""Entries of the register that a revision answers: done where words of the plan are all it takes, else in progress.

A relay is not set, nobody is trained and nothing is bought by a revised file; such an entry is in progress until
somebody reports the work. A re-run by `check --regression` then verifies what is done.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files import CustomerFolder, RegisterDraft, draft_misfits, register_draft
from drillsim.revision import Recommendation
from drillsim.schema import Entry, Plan
from drillsim.texts import Lang, list_text, text


@dataclass(frozen=True, slots=True, eq=False)
class Answered:
    """The register as a revision leaves it."""

    draft: RegisterDraft | None = None
    """None where the customer has no register."""
    numbers: Mapping[tuple[str, str], str] | None = None
    """Number of the entry of each weak point in it, by code and subject."""
    done: tuple[str, ...] = ()
    in_progress: tuple[str, ...] = ()

    def number(self, code: str, subject: str) -> str:
        """Return the number of the weak point's entry; empty where it has none."""
        return (self.numbers or {}).get((code, subject), "")

    @property
    def data(self) -> bytes | None:
        """Bytes of the register to be written; None where it stays as it is."""
        return self.draft.data if self.draft and self.draft.data != self.draft.read else None


def answers_of(change: Recommendation) -> tuple[tuple[str, str], ...]:
    """Return code and subject of every weak point the change answers."""
    return change.answers or tuple((code, change.subject) for code in change.codes)


def answered(
    folder: CustomerFolder, changes: Sequence[Recommendation], version: str, day: dt.date, run: str
) -> Answered:
    """The register of `folder` once `changes`, which rest on `run`, are written on `day` as `version`.

    Raises: InvalidInput where an open entry they answer was entered, or came back, after that day.
    """
    register = folder.dossier.register
    if register is None:
        return Answered()
    lang = folder.dossier.plan.languages[0]
    draft = register_draft(folder, lang)
    numbers = {entry.key: number for number, entry in register.entries.items()}
    done, in_progress, problems = list[str](), list[str](), list[Problem]()
    for number, answering in _answering(numbers, changes).items():
        entry = register.entries[number]
        if entry.is_open:
            on_paper = all(each.kind == "paper" for each in answering)
            problems += _later(folder, number, entry, day) if on_paper else ()
            reason = _reason(folder.dossier.plan, answering, version, run, entry, lang)
            draft = draft.answered(number, reason, day if on_paper else None)
            (done if on_paper else in_progress).append(number)
    if problems:
        raise InvalidInput(problems)
    return Answered(draft, numbers, tuple(done), tuple(in_progress))


def misfits(found: Answered, folder: CustomerFolder) -> tuple[Problem, ...]:
    """Problems of that register beside the other files as they are in `folder`."""
    return draft_misfits(found.draft, folder) if found.draft else ()


def _answering(
    numbers: Mapping[tuple[str, str], str], changes: Sequence[Recommendation]
) -> dict[str, list[Recommendation]]:
    """Return the changes that answer each entry, by its number."""
    found: dict[str, list[Recommendation]] = {}
    for change in changes:
        for key in answers_of(change):
            if key in numbers:
                found.setdefault(numbers[key], []).append(change)
    return found


def _later(folder: CustomerFolder, number: str, entry: Entry, day: dt.date) -> Iterator[Problem]:
    file = folder.register
    since = max(
        entry.opened, *(each for back in entry.recurs for each in (back.date, back.closed) if each), entry.opened
    )
    if file is not None and since > day:
        told = facts(day=day.isoformat(), since=since.isoformat())
        yield Problem(
            file=file.label, line=file.line_of((number, "recurs" if since > entry.opened else "opened")),
            field=f"{number}.{'recurs' if since > entry.opened else 'opened'}", code="register-open-later", facts=told,
        )  # fmt: skip


def _reason(plan: Plan, changes: Sequence[Recommendation], version: str, run: str, entry: Entry, lang: Lang) -> str:
    """The reason of the entry's status: what was revised and what it rests on, before what people said there."""
    told = text(
        lang, "revision-register-reason", version=version, changes=list_text(lang, [each.id for each in changes]),
        clauses=", ".join(dict.fromkeys(each.place.clause for each in changes if each.place.clause)) or "none",
        run=run, said=entry.reason or "none",
    )  # fmt: skip
    return " ".join(told.split())

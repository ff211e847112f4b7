"""The matters a customer has to put right, wherever they stand: corrections agreed in customer.yaml, and the register.

`issues` holds what a meeting agreed in words, with or without a code. The register holds weak points a run says, by
code and subject, with the run that tells whether they are back. One matter stands in one of them: the reader refuses a
weak point that both name.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from drillsim.schema.dossier import Dossier
from drillsim.schema.record import Issue
from drillsim.schema.register import Entry, Return


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One matter to be put right."""

    id: str
    file: str
    """`customer.yaml` or `register.yaml`."""
    path: tuple[str, ...]
    """Its path in that file."""
    code: str
    """Weak-point code; empty where it has none."""
    subject: str
    """Id it is about; empty where it has none."""
    opened: dt.date
    due: dt.date | None
    closed: dt.date | None
    """Day it was closed; None while it is open."""
    recurs: tuple[Return, ...] = ()
    """Times it came back."""

    @property
    def is_entry(self) -> bool:
        """Return whether it stands in the register, whose entries hold on every day."""
        return self.file == "register.yaml"


def corrections(dossier: Dossier) -> tuple[Correction, ...]:
    """Every matter that is, or was, to be put right, in file order; those the meeting rejected are left out."""
    issues = [_issue(name, issue) for name, issue in dossier.customer.issues.items()]
    entries = dossier.register.entries.items() if dossier.register else ()
    return (*issues, *(_entry(name, entry) for name, entry in entries if entry.status != "rejected"))


def _issue(name: str, issue: Issue) -> Correction:
    return Correction(
        id=name, file="customer.yaml", path=("issues", name), code=issue.code, subject=issue.subject or "",
        opened=issue.opened, due=issue.due, closed=issue.closed,
    )  # fmt: skip


def _entry(name: str, entry: Entry) -> Correction:
    return Correction(
        id=name, file="register.yaml", path=(name,), code=entry.code, subject=entry.subject, opened=entry.opened,
        due=entry.due, closed=entry.closed if entry.is_closed else None, recurs=entry.recurs,
    )  # fmt: skip

"""The improvement list of a drill taken over into the customer's register, only when somebody asks for it.

Rows the meeting has decided and that name a weak-point code and a subject become entries; the same code about the same
subject is the entry that is there. Words somebody has written in the register stay; owner and due date are filled in
where it says nothing.

The run that tells later whether it has come back is the scenario of the drill, but only where that run by itself says
the weak point: one that people's own decisions brought about, no run of the plan can clear, and the entry says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from drillsim.documents.drill_report import DrillDocument, ImprovementRow
from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files import (
    CustomerFolder,
    RegisterDraft,
    customer_root,
    find_scenarios,
    load_scenario,
    register_draft,
    write_register,
)
from drillsim.findings import CODES, ITS_OWN, View, weak_points
from drillsim.network import flow_for
from drillsim.schema import base_name, item_of, kinds, owner_words
from drillsim.session.after import OPEN_ROWS
from drillsim.texts import Lang, text
from drillsim.use.load import load
from drillsim.use.play import Play
from drillsim.use.regression import refuse_later

STEPLESS = ("restart", "safe_stop")


@dataclass(slots=True)
class TakenOver:
    """The rows that were taken over."""

    file: str
    added: list[str] = field(default_factory=list)
    """Numbers of new entries."""
    back: list[str] = field(default_factory=list)
    """Numbers of closed entries that are open again."""
    known: list[str] = field(default_factory=list)
    """Numbers of entries that were there."""
    left: list[str] = field(default_factory=list)
    """Rows that were decided and stay in the session's list: without a code, or about nothing the customer has."""
    numbers: dict[str, str] = field(default_factory=dict)
    """Number of each row that was taken."""
    written: bool = False


def take_over(document: DrillDocument, session: str, plan_dir: Path, lang: Lang) -> TakenOver:
    """Take the decided rows of a drill over into the register of the customer in `plan_dir`; `session` is the name of
    its folder. All of it is written or nothing.

    Raises: InvalidInput where the customer is another, cannot be read or is a kept version, the drill has not ended, an
    entry was closed after it, or the register has changed meanwhile.
    """
    folder, _ = load(plan_dir)
    _refuse(document, folder)
    day = dt.date.fromisoformat(document.ended[:10])
    refuse_later(folder, day)
    found = TakenOver((folder.path / "register.yaml").as_posix())
    rows = [each for each in document.improvements if each.status in OPEN_ROWS]
    wanted = [each for each in rows if _is_about(folder, each)]
    found.left = [each.row for each in rows if each not in wanted]
    draft = register_draft(folder, lang)
    said = _said_by_plan(folder, document) if wanted else None
    for row in wanted:
        draft = _taken(found, draft, row, folder, document, session, day, said, lang)
    found.written = write_register(folder, draft)
    return found


def _taken(  # noqa: PLR0913, PLR0917 (one row of a table into one of another)
    found: TakenOver, draft: RegisterDraft, row: ImprovementRow, folder: CustomerFolder, document: DrillDocument,
    session: str, day: dt.date, said: Mapping[tuple[str, str], str] | None, lang: Lang,
) -> RegisterDraft:  # fmt: skip
    key = (row.code, row.subject)
    number = next((name for name, entry in draft.register.entries.items() if entry.key == key), None)
    owner = owner_words(row.side, row.person)
    due = row.due if row.due and row.due >= day.isoformat() else ""
    if number is not None:
        found.numbers[row.row] = number
        if draft.register.entries[number].is_closed:
            found.back.append(number)
            return draft.reopened(number, folder.dossier.plan.version, day).filled(number, owner=owner, due=due)
        found.known.append(number)
        return draft.filled(number, owner=owner, due=due)
    number = draft.next_number()
    found.numbers[row.row] = number
    found.added.append(number)
    scenario = said.get(key, "") if said is not None else ""
    reason = row.reason
    if not scenario:
        told = text(lang, "hotwash-register-only-drill", session=session)
        reason = f"{reason} {told}".strip()
    closed = day.isoformat() if row.status in ("done", "rejected") else ""
    return draft.entered(
        number, code=row.code, subject=row.subject, clause=row.clause if row.clause in clauses(folder) else "",
        scenario=scenario, seed=document.seed, day=day, status=row.status, reason=reason, owner=owner, due=due,
        closed=closed,
    )  # fmt: skip


def _said_by_plan(folder: CustomerFolder, document: DrillDocument) -> Mapping[tuple[str, str], str] | None:
    """Return the weak points the plan as it is says in the scenario of the drill, each with its name; None where the
    customer has no scenario of that name."""
    path = find_scenarios(folder.path).get(document.scenario)
    if path is None:
        return None
    play = Play(folder, load_scenario(path), document.seed, flow_for(folder.dossier.network))
    found = weak_points(View(play.case, play.simulated()))
    return {(each.code, each.subject.id): document.scenario for each in found}


def _is_about(folder: CustomerFolder, row: ImprovementRow) -> bool:
    """Return whether a row can be an entry: a code, about something the customer has."""
    return row.code in CODES and row.code != ITS_OWN and knows(folder, row.subject)


def knows(folder: CustomerFolder, subject: str) -> bool:
    """Return whether a weak point of the customer can be about it."""
    plain = base_name(subject)
    known = item_of(subject) if plain in STEPLESS else plain
    return known in kinds(folder.dossier) or known == folder.dossier.plan.id


def clauses(folder: CustomerFolder) -> Sequence[str]:
    """Return the clauses of the plan."""
    plan = folder.dossier.plan
    found = [step.clause for _, step in plan.steps()] + [card.clause for card in plan.all_cards()]
    found += [permit.clause for permit in plan.permits.values()]
    return [*found, *(order.clause for order in plan.orders.values())]


def _refuse(document: DrillDocument, folder: CustomerFolder) -> None:
    told = facts(customer=document.customer, folder=folder.dossier.folder)
    if document.customer != folder.dossier.folder:
        raise InvalidInput([Problem(file=folder.path.as_posix(), code="session-other-customer", facts=told)])
    if not document.ended:
        raise InvalidInput([Problem(file=folder.path.as_posix(), code="session-not-ended", facts=told)])
    root = customer_root(folder.path)
    if root != folder.path.resolve():
        kept = facts(root=root.as_posix())
        raise InvalidInput([Problem(file=folder.path.as_posix(), code="version-is-kept", facts=kept)])

"""Changes written into a customer's files: the next version in place, the old one kept, each change on record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from drillsim.documents.run_folder import JOURNAL, read_changes
from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files import (
    HISTORY,
    REVISIONS,
    CustomerFolder,
    Exchange,
    SourceFile,
    customer_root,
    exchange,
    kept_name,
    read_revisions,
    recorded,
    register_misfits,
)
from drillsim.journal import read_journal
from drillsim.revision import (
    PLAN,
    Edited,
    FileEdit,
    Recommendation,
    edit_folder,
    is_minor,
    joined,
    next_version,
    version_edits,
)
from drillsim.schema import (
    AppliedChange,
    ChangedPlace,
    EffectAssumed,
    Plan,
    RunEvidence,
    SubjectBeforeAfter,
    WeakPointAnswered,
)
from drillsim.texts import text
from drillsim.use.load import load


@dataclass(frozen=True, slots=True)
class Evidence:
    """The run or campaign the changes come from."""

    run: str
    """Name of its folder."""
    scenario: str
    """Empty for a campaign."""
    seed: int
    digests: Mapping[str, str]
    """Digests of the customer's files it ran on, by name."""


@dataclass(frozen=True, slots=True, eq=False)
class Applied:
    """Changes that were written."""

    folder: CustomerFolder
    """The customer as the files say now."""
    old: str
    """Version before."""
    new: str
    """Version now."""
    kept: Path
    """Folder of the old version."""
    written: tuple[str, ...]
    """Files that changed, by their paths in the customer's folder."""
    minor: bool
    """True where people, certificates and rosters alone changed: the approval stands."""
    changes: tuple[Recommendation, ...]


def recorded_changes(run_dir: Path) -> tuple[tuple[Recommendation, ...], Evidence]:
    """The recommendations of a recorded run, with their edits, and the run as their evidence.

    Raises: InvalidInput, JournalUnreadable.
    """
    header = read_journal(run_dir / JOURNAL).header
    digests = dict(header.get("digests", {}))
    evidence = Evidence(run_dir.name, str(header.get("scenario", "")), int(header.get("seed", 0)), digests)
    return read_changes(run_dir), evidence


def apply_changes(
    folder: CustomerFolder,
    changes: Sequence[Recommendation],
    *,
    as_of: dt.date,
    evidence: Evidence,
    reason: str = "",
) -> Applied:
    """The customer's files with `changes` made, in the place of those in `folder`. All of it is written or nothing.

    `as_of` is the date on record. `reason` says in the plan why there is a new version; by default what it was run on.

    Raises: InvalidInput where files changed since the run, a change cannot be made or two do not go together, the
    version cannot be raised or is kept already, the record of changes cannot be read, or a change takes out what an
    open entry of the register is about.
    """
    _refuse_kept(folder)
    _refuse_other_files(folder, evidence)
    edits = joined(folder, changes)
    minor = is_minor(edits)
    plan = folder.dossier.plan
    version, kept = _versions(folder, minor=minor)
    why = reason or _reason(plan, changes, evidence)
    own = [FileEdit(PLAN, each) for each in version_edits(plan, version, why, minor=minor)]
    edited = edit_folder(folder, (*edits, *own))
    if misfits := register_misfits(edited.folder):
        raise InvalidInput(misfits)
    rows = [_row(each, plan.version, version, as_of, evidence, minor=minor) for each in changes]
    _, record = read_revisions(folder.path)
    exchange(folder.path, _exchange(folder, edited, record, recorded(record, rows), version, kept))
    now, _ = load(folder.path)
    written = (*edited.texts, REVISIONS)
    return Applied(now, plan.version, version, folder.path / HISTORY / kept, written, minor, tuple(changes))


def _refuse_kept(folder: CustomerFolder) -> None:
    """Refuse a kept version: it stays as it was signed."""
    root = customer_root(folder.path)
    if root != folder.path.resolve():
        raise InvalidInput([Problem(file=folder.path.as_posix(), code="version-is-kept", facts=facts(root=root.name))])


def _refuse_other_files(folder: CustomerFolder, evidence: Evidence) -> None:
    """Refuse where the files are not those the changes were made for."""
    differing = [file for file in folder.files if evidence.digests.get(file.name) != file.sha256]
    problems = [Problem(file=each.label, code="changed-since-run", facts=facts(run=evidence.run)) for each in differing]
    if problems:
        raise InvalidInput(problems)


def _versions(folder: CustomerFolder, *, minor: bool) -> tuple[str, str]:
    """The next version, and the name of the folder the present one is kept in."""
    plan = folder.dossier.plan
    version, kept = next_version(plan, minor=minor), kept_name(plan.version)
    if version is None:
        raise _about_version(folder, "version-without-number", version=plan.version)
    for name in (kept, kept_name(version)):
        if (folder.path / HISTORY / name).exists():
            told = f"{HISTORY}/{name}"
            raise _about_version(folder, "version-kept-already", version=plan.version, next=version, kept=told)
    return version, kept


def _about_version(folder: CustomerFolder, code: str, **told: str) -> InvalidInput:
    file, field = folder.file(PLAN), "version"
    line = file.line_of((field,))
    return InvalidInput([Problem(file=file.label, line=line, field=field, code=code, facts=facts(**told))])


def _exchange(
    folder: CustomerFolder, edited: Edited, record: SourceFile | None, records: str, version: str, kept: str
) -> Exchange:
    new = {name: words.encode("utf-8") for name, words in edited.texts.items()}
    was: dict[str, bytes | None] = {name: folder.file(name).data for name in new}
    return Exchange(
        version=version, kept=kept, old={file.name: file.data for file in folder.files},
        new={**new, REVISIONS: records.encode("utf-8")}, was={**was, REVISIONS: record.data if record else None},
    )  # fmt: skip


def _reason(plan: Plan, changes: Sequence[Recommendation], evidence: Evidence) -> str:
    """Why there is this version, in the plan's own languages."""
    clauses = ", ".join(dict.fromkeys(each.place.clause for each in changes if each.place.clause)) or "none"
    first, *more = (
        text(lang, "revision-version-reason", scenario=evidence.scenario or evidence.run, clauses=clauses)
        for lang in plan.languages
    )
    return f"{first} ({'; '.join(more)})" if more else first


def _row(
    change: Recommendation, old: str, new: str, as_of: dt.date, evidence: Evidence, *, minor: bool
) -> AppliedChange:
    answers = change.answers or tuple((code, change.subject) for code in change.codes)
    assumed = change.assumed
    return AppliedChange(
        from_=old, to=new, date=as_of, minor=minor, recommendation=change.id, kind=change.kind, owner=change.owner,
        place=ChangedPlace(kind=change.place.kind, clause=change.place.clause, after=change.place.after),
        old=change.old, new=change.new,
        reason=tuple(WeakPointAnswered(code=code, subject=subject) for code, subject in answers),
        evidence=RunEvidence(
            run=evidence.run, scenario=evidence.scenario, seed=evidence.seed, events=change.evidence
        ),
        supported=change.verdict == "proposed",
        gain=tuple(
            SubjectBeforeAfter(
                subject=each.subject, what=each.what, limit=each.limit_ms, before=each.before_ms, after=each.after_ms
            )
            for each in change.gain
        ),
        assumed=assumed and EffectAssumed(
            file=assumed.file, field=assumed.field, unit=assumed.unit, now=assumed.now, assumed=assumed.assumed,
            vanishes_at=assumed.vanishes_at, basis=assumed.basis,
        ),
    )  # fmt: skip

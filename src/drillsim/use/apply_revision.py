"""Changes written into a customer's files: the next version in place, the old one kept, each change on record.

Changes of the plan as it always holds make its next version; its editions are brought along, and the register says
which weak points are answered. Changes found with an edition are changes of those days: they are written into the
edition, and plan, approval and register stay as they are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from drillsim.documents.run_folder import JOURNAL, read_changes
from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files import (
    EDITIONS,
    HISTORY,
    REGISTER_NAME,
    REVISIONS,
    CustomerFolder,
    EditError,
    Exchange,
    SourceFile,
    customer_root,
    edition_of,
    exchange,
    kept_name,
    read_revisions,
    recorded,
)
from drillsim.journal import read_journal
from drillsim.revision import (
    PLAN,
    FileEdit,
    NewPosts,
    Recommendation,
    edit_folder,
    ids_of,
    is_minor,
    joined,
    new_posts,
    next_version,
    version_edits,
    with_edition,
    with_own_ids,
    written_into,
)
from drillsim.schema import Plan
from drillsim.texts import text
from drillsim.use.answered import Answered, answered, misfits
from drillsim.use.carried import Carried, carried
from drillsim.use.load import load, wiring
from drillsim.use.revision_row import Evidence, Written, revision_row


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Applied:
    """Changes that were written."""

    folder: CustomerFolder
    """The customer as the files say now."""
    old: str
    """Version before."""
    new: str
    """Version now; the same where the changes stand in an edition."""
    kept: Path
    """Folder of what was before."""
    written: tuple[str, ...]
    """Files that changed, by their paths in the customer's folder."""
    minor: bool = False
    """True where people, certificates and rosters alone changed and no post is new: the approval stands."""
    posts: NewPosts = field(default_factory=NewPosts)
    """New posts."""
    changes: tuple[Recommendation, ...]
    editions: Carried = field(default_factory=Carried)
    """Editions of the plan, brought along or left."""
    register: Answered = field(default_factory=Answered)
    """The register as it was left."""


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
    """The customer's files with `changes` made, in the place of those in `folder`; of a customer as an edition has it
    the edition's file. All of it is written or nothing.

    `as_of` is the date on record. `reason` says in the plan why there is a new version; by default what it was run on.

    Raises: InvalidInput where files changed since the run, a change cannot be made or two do not go together, the
    version cannot be raised or is kept already, the record of changes cannot be read, an edition no longer fits, or a
    change takes out what an open entry of the register is about.
    """
    _refuse_kept(folder)
    _refuse_other_files(folder, evidence)
    changes = with_own_ids(changes, ids_of(folder.dossier))
    edits = joined(folder, changes)
    if folder.edition is not None:
        return _in_edition(folder, changes, edits, as_of, evidence)
    posts = new_posts(folder.dossier, edit_folder(folder, edits).folder.dossier)
    minor = is_minor(changes, edits, posts)
    plan = folder.dossier.plan
    version, kept = _versions(folder, minor=minor)
    own = [FileEdit(PLAN, each) for each in version_edits(plan, version, reason or _reason(plan, changes, evidence),
                                                          minor=minor)]  # fmt: skip
    edited = edit_folder(folder, (*edits, *own))
    register = answered(folder, changes, version, as_of, evidence.run)
    if problems := misfits(register, edited.folder):
        raise InvalidInput(problems)
    editions = carried(folder, edited.folder, changes, as_of)
    new = {name: words.encode("utf-8") for name, words in edited.texts.items()} | editions.new
    if register.data is not None:
        new[REGISTER_NAME] = register.data
    of = Written(old=plan.version, new=version, day=as_of, evidence=evidence, minor=minor)
    _exchange(folder, new, _record(folder, changes, of, register), version, kept, editions.kept)
    return Applied(
        folder=load(folder.path)[0], old=plan.version, new=version, kept=folder.path / HISTORY / kept,
        written=(*new, REVISIONS), minor=minor, posts=posts, changes=tuple(changes), editions=editions,
        register=register,
    )  # fmt: skip


def _in_edition(
    folder: CustomerFolder,
    changes: Sequence[Recommendation],
    edits: tuple[FileEdit, ...],
    as_of: dt.date,
    evidence: Evidence,
) -> Applied:
    """The changes as the last ones of the edition that `folder` has, read back and held against what was asked for."""
    edition, version = folder.edition, folder.dossier.plan.version
    assert edition is not None
    base, _ = load(folder.path)
    path = Path(edition.file.label)
    try:
        data = written_into(edition, folder, edits).encode("utf-8")
        made = with_edition(base, edition_of(data, path), (wiring,)).dossier
        due = edit_folder(folder, edits).folder.dossier
        says_it = (made.customer, made.site, made.plan) == (due.customer, due.site, due.plan)
    except (EditError, InvalidInput):
        says_it = False
    if not says_it:
        told = facts(ids=", ".join(each.id for each in changes))
        raise InvalidInput([Problem(file=edition.file.label, line=1, code="edition-cannot-say", facts=told)])
    name, kept = f"{EDITIONS}/{path.name}", _kept_edition(folder, version, edition.id)
    of = Written(old=version, new=version, day=as_of, evidence=evidence, edition=edition.id)
    record = _record(folder, changes, of, Answered())
    _exchange(base, {name: data}, record, f"{version} ({edition.id})", kept, {name: edition.file.data})
    return Applied(
        folder=load(folder.path, (), edition.id)[0], old=version, new=version, kept=folder.path / HISTORY / kept,
        written=(name, REVISIONS), changes=tuple(changes),
    )  # fmt: skip


def _kept_edition(folder: CustomerFolder, version: str, edition: str) -> str:
    """The name of the folder the customer with the edition before the change is kept in, the first that is free."""
    number = 1
    while (folder.path / HISTORY / (name := kept_name(f"{version}-{edition}-{number}"))).exists():
        number += 1
    return name


def _refuse_kept(folder: CustomerFolder) -> None:
    """Refuse a kept version: it stays as it was signed."""
    root = customer_root(folder.path)
    if root != folder.path.resolve():
        raise InvalidInput([Problem(file=folder.path.as_posix(), code="version-is-kept", facts=facts(root=root.name))])


def _refuse_other_files(folder: CustomerFolder, evidence: Evidence) -> None:
    """Refuse where the files are not those the changes were made for."""
    told = facts(run=evidence.run)
    problems = [
        Problem(file=each.label, code="changed-since-run", facts=told) for each in folder.differing(evidence.digests)
    ]
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


def _record(
    folder: CustomerFolder, changes: Sequence[Recommendation], of: Written, register: Answered
) -> tuple[SourceFile | None, bytes]:
    """The record of changes as it stands, and its text with these."""
    _, file = read_revisions(folder.path)
    return file, recorded(file, [revision_row(each, of, register) for each in changes]).encode("utf-8")


def _exchange(
    folder: CustomerFolder,
    new: Mapping[str, bytes],
    record: tuple[SourceFile | None, bytes],
    version: str,
    kept: str,
    editions: Mapping[str, bytes],
) -> None:
    """The new files and the record in their places, and the customer as it was, with `editions`, below `history`."""
    there = {file.name: file.data for file in folder.files} | dict(editions)
    if folder.register is not None:
        there[REGISTER_NAME] = folder.register.data
    file, records = record
    was = {name: there[name] for name in new}
    old = {name: data for name, data in there.items() if name != REGISTER_NAME}
    exchange(folder.path, Exchange(
        version=version, kept=kept, old=old, new={**new, REVISIONS: records},
        was={**was, REVISIONS: file.data if file else None},
    ))  # fmt: skip


def _reason(plan: Plan, changes: Sequence[Recommendation], evidence: Evidence) -> str:
    """Why there is this version, in the plan's own languages."""
    told = {
        "scenario": evidence.scenario or "none",
        "run": evidence.run,
        "clauses": ", ".join(dict.fromkeys(each.place.clause for each in changes if each.place.clause)) or "none",
        "others": sum(not each.place.clause for each in changes),
    }
    first, *more = (text(lang, "revision-version-reason", **told) for lang in plan.languages)
    return f"{first} ({'; '.join(more)})" if more else first

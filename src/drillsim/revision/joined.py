"""The changes somebody chose, made together in the customer's files; or why not, by name, clause and line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from drillsim.errors import InvalidInput, Problem, facts, wrong_argument
from drillsim.files import CustomerFolder, EditError, dotted
from drillsim.revision.apply import MODELS, Edited, edit_folder
from drillsim.revision.figures import changed_figures, is_honest
from drillsim.revision.next_version import OWN, PLAN
from drillsim.revision.recommendation import FileEdit, Recommendation
from drillsim.revision.together import Collision, together

Edits = tuple[FileEdit, ...]


def chosen(known: Sequence[Recommendation], ids: Sequence[str]) -> tuple[Recommendation, ...]:
    """Return the recommendations called `ids`, each once, in that order. Raises: InvalidInput with the nearest name."""
    by_id = {each.id: each for each in known}
    for name in ids:
        if name not in by_id:
            near = get_close_matches(name, by_id, 3, 0.4)
            told = {"near": ", ".join(near) or "none", "known": ", ".join(by_id) or "–"}
            raise wrong_argument("--apply", "no-such-change", id=name, **told)
    return tuple(by_id[name] for name in dict.fromkeys(ids))


def joined(folder: CustomerFolder, changes: Sequence[Recommendation]) -> Edits:
    """Edits that make all `changes` in `folder`, and leave a valid customer. Their new steps have ids of their own.

    Raises: InvalidInput that names each change which cannot be made alone, or the two that do not go together.
    """
    if not changes:
        raise wrong_argument("--apply", "no-change-chosen")
    problems = [problem for each in changes for problem in _alone(folder, each)]
    if problems:
        raise InvalidInput(problems)
    edits: Edits = ()
    for count in range(1, len(changes) + 1):
        try:
            edits = together([each.edits for each in changes[:count]])
        except Collision as clash:
            edit = _as_written(changes, clash)
            raise InvalidInput([_collision(folder, changes, (clash.one,), clash.other, edit)]) from None
        if _made(folder, edits) is None:
            raise InvalidInput([_misfit(folder, changes, count - 1)])
    return edits


def _alone(folder: CustomerFolder, change: Recommendation) -> Iterator[Problem]:
    """Yield the reason the change cannot be made whatever others are."""
    if change.verdict == "rejected":
        yield Problem(file="", field=change.id, code="change-rejected")
    elif not change.edits:
        yield Problem(file="", field=change.id, code="change-without-edit", facts=facts(kind=change.kind))
    elif not is_honest(change):
        told = facts(id=change.id, kind=change.kind, figures=", ".join(changed_figures(change.edits)))
        yield _at(folder, change.edits[0], "change-of-figures", told)
    else:
        stray = [each for each in change.edits if each.file not in MODELS or _of_version(each)]
        if stray:
            yield _at(folder, stray[0], "change-of-version", facts(id=change.id))
        elif _made(folder, change.edits) is None:
            told = facts(id=change.id, clause=_clause(change))
            yield _at(folder, change.edits[0], "change-does-not-fit", told)


def _of_version(edit: FileEdit) -> bool:
    return edit.file == PLAN and edit.edit.path[:1] in {(key,) for key in OWN}


def _made(folder: CustomerFolder, edits: Edits) -> Edited | None:
    try:
        return edit_folder(folder, edits)
    except (EditError, InvalidInput):
        return None


def _as_written(changes: Sequence[Recommendation], clash: Collision) -> FileEdit:
    """Return the later change's edit that collides, at its place in the files as they are now."""
    try:
        together((changes[clash.one].edits, changes[clash.other].edits))
    except Collision as alone:
        return alone.edit
    return clash.edit


def _misfit(folder: CustomerFolder, changes: Sequence[Recommendation], last: int) -> Problem:
    """Return the problem of the change at `last`, which fits alone but not beside one before it, or all of them."""
    partner = (each for each in range(last) if not _pair_fits(folder, changes[each], changes[last]))
    first = next(partner, None)
    rivals = tuple(range(last)) if first is None else (first,)
    return _collision(folder, changes, rivals, last, changes[last].edits[0])


def _pair_fits(folder: CustomerFolder, one: Recommendation, other: Recommendation) -> bool:
    return _made(folder, together((one.edits, other.edits))) is not None


def _collision(
    folder: CustomerFolder, changes: Sequence[Recommendation], rivals: tuple[int, ...], last: int, edit: FileEdit
) -> Problem:
    told = facts(
        one=", ".join(changes[each].id for each in rivals), other=changes[last].id,
        clause=_clause(changes[rivals[0]]), other_clause=_clause(changes[last]),
    )  # fmt: skip
    return _at(folder, edit, "changes-collide", told)


def _clause(change: Recommendation) -> str:
    return change.place.clause or change.clause or "none"


def _at(folder: CustomerFolder, edit: FileEdit, code: str, told: tuple[tuple[str, str], ...]) -> Problem:
    """A problem with the file, the line and the field that the edit is about."""
    if edit.file not in MODELS:
        return Problem(file=edit.file, code=code, facts=told)
    file = folder.file(edit.file)
    line, field = file.line_of(edit.edit.path), dotted(edit.edit.path)
    return Problem(file=file.label, line=line, field=field, code=code, facts=told)

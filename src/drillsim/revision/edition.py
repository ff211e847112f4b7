"""A customer as an edition has it: its changes made in the files, and every problem told in the edition's own file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files import (
    Append,
    Around,
    CustomerFolder,
    Edit,
    EditError,
    EditionFile,
    Insert,
    NoPlace,
    Path,
    Remove,
    ScenarioFile,
    Set,
    Tree,
    apply_to_tree,
    dotted,
    part_of,
    place_of_entry,
    placed,
    spliced,
    undotted,
)
from drillsim.revision.apply import edit_folder
from drillsim.revision.recommendation import FileEdit
from drillsim.schema import NORMAL, EditionChange, Scenario

FILES = ("customer", "site", "plan")
OTHER_VERSION = "edition-other-version"
"""Code of the problem of an edition that belongs to another version of the plan."""
RENAMES, MISFIT, NO_LIST = "edition-renames", "edition-misfit", "edition-no-list"


class _Misfit(ValueError):
    """A change that does not fit the file: the problem's code and facts, and the key of the change that is wrong."""

    def __init__(self, code: str, key: str, **told: str) -> None:
        self.code, self.key, self.told = code, key, told
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class _Made:
    """One change made."""

    file: str
    edit: Edit
    says: Path
    """The path of what it writes, in the edition's file."""
    path: Path
    """The path of what it wrote, in the changed file."""


def with_edition(
    folder: CustomerFolder, edition: EditionFile, more: tuple[Callable[[Around], Iterator[Problem]], ...] = ()
) -> CustomerFolder:
    """`folder` with the edition's changes made, its file among the folder's. `more`: rules of the layers above that
    make a folder unreadable too.

    Raises: InvalidInput where it belongs to another version of the plan, a change does not fit or the result is no
    valid customer; every problem names the edition's file and the line there.
    """
    if edition.edition.of != folder.dossier.plan.version:
        told = {"of": edition.edition.of, "version": folder.dossier.plan.version}
        raise InvalidInput([_problem(edition, ("of",), OTHER_VERSION, **told)])
    problems: list[Problem] = []
    made: list[_Made] = []
    trees: dict[str, Tree] = {}
    for file in FILES:
        document = folder.file(f"{file}.yaml").document
        assert document is not None, "read without a problem"
        tree = document.tree
        for number, change in enumerate(getattr(edition.edition, file)):
            try:
                one = _made(tree, file, number, change)
                tree = _applied(tree, one)
            except _Misfit as error:
                problems.append(_problem(edition, (file, number, error.key), error.code, **error.told))
            else:
                made = [*(_moved(each, one) for each in made), one]
        trees[file] = tree
    if problems:
        raise InvalidInput(problems)
    try:
        found = edit_folder(folder, tuple(FileEdit(f"{each.file}.yaml", each.edit) for each in made)).folder
    except InvalidInput as error:
        raise InvalidInput(_in_edition(folder, edition, trees, made, error.problems)) from None
    except EditError:  # a splice that cannot be made: none is known
        raise InvalidInput([_problem(edition, (), MISFIT, part="–", near="none")]) from None
    unknown = _unknown_mode(found, edition)
    wrong = [problem for rule in more for problem in rule(Around(found.dossier, found.files))]
    wrong = _in_edition(folder, edition, trees, made, wrong)
    if unknown is not None or wrong:
        raise InvalidInput([*([unknown] if unknown else []), *wrong])
    return replace(found, files=(*found.files, edition.file), edition=edition)


def scenario_in(edition: EditionFile | None, scenario: ScenarioFile) -> ScenarioFile:
    """The scenario as it begins on the edition's days: one that begins in `normal` begins in the edition's mode."""
    mode, document = edition.edition.mode if edition else None, scenario.file.document
    if mode is None or scenario.scenario.start.mode != NORMAL or document is None:
        return scenario
    text = spliced(document, [Set(("start", "mode"), mode)]).text
    part = part_of(Scenario, text.encode("utf-8"), scenario.file.name, scenario.file.label)
    assert part.value is not None and part.file is not None, part.problems
    return ScenarioFile(scenario.id, part.value, part.file)


def _unknown_mode(folder: CustomerFolder, edition: EditionFile) -> Problem | None:
    mode, known = edition.edition.mode, folder.dossier.site.modes
    if mode is None or mode in known:
        return None
    near = get_close_matches(mode, known, 1, 0.5)
    told = {"mode": mode, "near": near[0] if near else "none", "known": ", ".join(known) or "–"}
    return _problem(edition, ("mode",), "edition-no-mode", **told)


def _made(tree: Tree, file: str, number: int, change: EditionChange) -> _Made:
    """The change as an edit of `tree`. Raises: _Misfit."""
    verb = change.verb
    try:
        path = placed(tree, change.at, may_be_new=verb == "set")
    except NoPlace as error:
        raise _Misfit(MISFIT, "at", part=error.part, near=error.near) from None
    if not path:
        raise _Misfit(MISFIT, "at", part=change.at, near="none")
    says: Path = (file, number, verb)
    there = _at(tree, path)
    if verb == "remove":
        return _Made(file, Remove(path), says, path)
    if verb == "set":
        if path[-1] == "id" or (isinstance(there, dict) and "id" in there and _id_of(change.set) != there["id"]):
            raise _Misfit(RENAMES, "at" if path[-1] == "id" else "set", at=change.at)
        return _Made(file, Set(path, change.set), says, path)
    if not isinstance(there, list):
        raise _Misfit(NO_LIST, "at", at=change.at)
    if verb == "append":
        return _Made(file, Append(path, change.append), says, (*path, len(there)))
    name, key = (change.before, "before") if change.before is not None else (change.after or "", "after")
    place = place_of_entry(there, name)
    if place is None:
        raise _Misfit(MISFIT, key, part=name, near="none")
    place += key == "after"
    return _Made(file, Insert(path, place, change.insert), says, (*path, place))


def _applied(tree: Tree, made: _Made) -> Tree:
    """Raises: _Misfit where the change would rename what is named by a key of its own."""
    try:
        return apply_to_tree(tree, [made.edit])
    except EditError:
        raise _Misfit(RENAMES, "at", at=dotted(made.path)) from None


def _id_of(value: object) -> object:
    return value.get("id") if isinstance(value, dict) else None


def _at(tree: Tree, path: Path) -> Tree | None:
    """The value at `path`; None for a key that is not there yet."""
    node: Tree | None = tree
    for part in path:
        if isinstance(node, dict) and isinstance(part, str):
            node = node.get(part)
        elif isinstance(node, list) and isinstance(part, int):
            node = node[part]
    return node


def _moved(made: _Made, later: _Made) -> _Made:
    """Return `made` where it stands after a later change of the same list."""
    holder, place = later.path[:-1], later.path[-1]
    at = len(holder)
    if made.file != later.file or len(made.path) <= at or made.path[:at] != holder or not isinstance(place, int):
        return made
    mine = made.path[at]
    assert isinstance(mine, int), "an entry of the same list"
    step = {Insert: 1 if mine >= place else 0, Remove: -1 if mine > place else 0}.get(type(later.edit), 0)
    return replace(made, path=(*holder, mine + step, *made.path[at + 1 :]))


def _in_edition(
    folder: CustomerFolder,
    edition: EditionFile,
    trees: dict[str, Tree],
    made: Iterable[_Made],
    problems: Iterable[Problem],
) -> list[Problem]:
    """`problems` of the changed files as problems of the edition: at what it wrote there; where it wrote nothing, at
    what it left out, else at its first line."""
    files = {folder.file(f"{file}.yaml").label: file for file in FILES}
    known = tuple(made)
    return [_told(edition, files, trees, known, each) for each in problems]


def _told(
    edition: EditionFile, files: dict[str, str], trees: dict[str, Tree], made: tuple[_Made, ...], problem: Problem
) -> Problem:
    file = files.get(problem.file, "")
    path = undotted(trees[file], problem.field) if file else ()
    writers = [each for each in made if each.file == file and path[: len(each.path)] == each.path]
    writers = [each for each in writers if not isinstance(each.edit, Remove)]
    if writers:
        writer = max(writers, key=lambda each: len(each.path))
        says = (*writer.says, *path[len(writer.path) :])
    else:
        removing = [each for each in made if isinstance(each.edit, Remove)] or list(made)
        says = removing[0].says if removing else ()
    field = f"{file}: {problem.field}" if file and not writers else dotted(says)
    return replace(problem, file=edition.file.label, line=edition.file.line_of(says), field=field, also=())


def _problem(edition: EditionFile, path: Path, code: str, **told: str) -> Problem:
    line = edition.file.line_of(path)
    return Problem(file=edition.file.label, line=line, field=dotted(path), code=code, facts=facts(**told))

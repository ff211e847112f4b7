"""Reads a customer and scenarios; every problem of every file at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files import (
    Around,
    CustomerFolder,
    ScenarioFile,
    customer_root,
    edition_path,
    find_editions,
    find_scenarios,
    finish,
    load_edition,
    load_scenario,
    own_first,
    pending_version,
    read_customer,
    scenario_path,
)


def load(
    plan_dir: Path, scenarios: Sequence[str] = (), edition: str | None = None, *, every_edition: bool = False
) -> tuple[CustomerFolder, tuple[ScenarioFile, ...]]:
    """The customer in `plan_dir` and the scenarios by path or name, in the order given; with `edition` (a name) as that
    edition has them. A change of the files that a crash has left half made is finished first, which stands in `noted`.
    `every_edition`: the customer's other editions must fit too.

    Raises: InvalidInput with the problems of all of them.
    """
    noted = tuple(_finished(plan_dir))
    folder, found = read_customer(plan_dir, (wiring, partial(_register, plan_dir)))
    problems = list(found)
    read = []
    for name in dict.fromkeys(scenarios):
        try:
            read.append(load_scenario(scenario_path(name, plan_dir)))
        except InvalidInput as error:
            problems += error.problems
    problems += _same_names(read)
    if folder is None or problems:
        raise InvalidInput(problems)
    folder = replace(folder, noted=noted)
    if edition is None and not every_edition:
        return folder, tuple(read)
    return _in_edition(folder, read, edition, every_edition=every_edition)


def _finished(plan_dir: Path) -> Iterator[Problem]:
    """Finish what a crash has left half made; where the folder cannot be written its reader sees it finished."""
    root = customer_root(plan_dir)
    try:
        version, code = finish(root), "change-finished"
    except OSError:
        version, code = pending_version(root), "change-read-through"
    if version:
        yield Problem(file=plan_dir.as_posix(), code=code, facts=facts(version=version))


def _in_edition(
    folder: CustomerFolder, read: Sequence[ScenarioFile], name: str | None, *, every_edition: bool
) -> tuple[CustomerFolder, tuple[ScenarioFile, ...]]:
    """The customer and the scenarios as the edition has them. With `every_edition` one of another version of the plan,
    but the one asked for, is no problem; it stands in `noted`. Raises: InvalidInput with the problems of the others."""
    from drillsim.revision import OTHER_VERSION, scenario_in, with_edition

    chosen = edition_path(name, folder.path).stem if name is not None else None
    wanted = [*find_editions(folder.path)] if every_edition else [chosen]
    problems: list[Problem] = []
    others: list[Problem] = []
    found = folder
    for each in dict.fromkeys((chosen, *wanted)):
        if each is not None:
            try:
                made = with_edition(folder, load_edition(edition_path(each, folder.path)), (wiring,))
                found = made if each == chosen else found
            except InvalidInput as error:
                is_other = each != chosen and all(told.code == OTHER_VERSION for told in error.problems)
                (others if is_other else problems).extend(error.problems)
    if problems:
        raise InvalidInput(problems)
    found = replace(found, noted=(*folder.noted, *others))
    return found, tuple(scenario_in(found.edition, each) for each in read)


def _same_names(files: Sequence[ScenarioFile]) -> Iterator[Problem]:
    """Two scenario files of one name would share one run folder."""
    first: dict[str, ScenarioFile] = {}
    for file in files:
        other = first.setdefault(file.id, file)
        if other is not file:
            told = facts(name=file.id, other=other.file.label)
            yield Problem(file=file.file.label, code="scenario-name-twice", facts=told)


def _register(plan_dir: Path, around: Around) -> Iterator[Problem]:
    """Yield the names in the register that only the table of codes and the folders of scenarios know. A recorded run
    is read back without them: its scenarios lie elsewhere."""
    register = around.dossier.register
    if register is None:
        return
    scenarios = find_scenarios(plan_dir)
    for number, entry in register.entries.items():
        yield from _code(around, number, entry.code)
        own = entry.regression.scenario if entry.regression else ""
        for path, name in (((number, "scenario"), entry.scenario), ((number, "regression", "scenario"), own)):
            if name and name not in scenarios:
                told = facts(name=name, near=_near(name, scenarios), known=", ".join(own_first(scenarios, plan_dir)))
                yield around.problem("register", path, "register-scenario", told)


def _code(around: Around, number: str, code: str) -> Iterator[Problem]:
    from drillsim.findings import CODES, ITS_OWN

    path = (number, "code")
    if code == ITS_OWN:
        yield around.problem("register", path, "register-own-code", facts(code=code))
    elif code not in CODES:
        yield around.problem("register", path, "register-code", facts(code=code, near=_near(code.upper(), CODES)))


def _near(name: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(name, list(known), 1, 0.6)), "none")


def wiring(around: Around) -> Iterator[Problem]:
    """Yield the problems that only the wiring shows, with the file as the planner named it and the line."""
    from drillsim.checks import file_problems

    for problem in file_problems(around.dossier):
        file = around.file(problem.file.partition(".")[0])
        yield replace(problem, file=file.label, line=file.line_of_field(problem.field))

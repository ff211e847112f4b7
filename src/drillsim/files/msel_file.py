"""The list of injects of a drill, and how a drill finds its own.

    scenarios/<customer>/<scenario>.msel.yaml   the list of a scenario, which a drill takes by itself

What it names stands in the customer's files: roles and people, steps, channels, conditions, targets of faults.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files.document import Document
from drillsim.files.folder import CustomerFolder
from drillsim.files.history import customer_root
from drillsim.files.part import SourceFile, problem_at, read_part
from drillsim.files.rule.around import Around
from drillsim.files.rule.reference import in_conditions, leaves, misled
from drillsim.files.scenario_file import MSEL_SUFFIX, library_root
from drillsim.files.yaml_tree import read_tree
from drillsim.schema import Msel, resolve, struck

_REFERENCES = {"injects.*.to": "told", "injects.*.channel": "channel", "injects.*.after.step": "step"}
_OTHERS = ("injects.*.after.inject", "injects.*.expects.else")
_CONDITIONS = ("injects.*.when", "injects.*.expects.so")


@dataclass(frozen=True, slots=True, eq=False)
class MselFile:
    """A list of injects and the file it came from."""

    msel: Msel
    file: SourceFile


def load_msel(path: FilePath, folder: CustomerFolder, scenario: str) -> MselFile:
    """The list in the file `path`, for a drill of this scenario. Raises: InvalidInput with every problem."""
    part = read_part(Msel, path, path.as_posix())
    if part.value is None or part.file is None:
        raise InvalidInput(part.problems)
    problems = tuple(_problems(part.value, part.file, folder, scenario))
    if problems:
        raise InvalidInput(problems)
    return MselFile(part.value, part.file)


def msel_path(plan_dir: FilePath, scenario: str) -> FilePath:
    """The path at which the scenario's own list lies, or would."""
    return library_root(plan_dir) / customer_root(plan_dir).name / f"{scenario}{MSEL_SUFFIX}"


def msel_document(plan_dir: FilePath, scenario: str) -> Document:
    """The scenario's own list as it stands in its file; one without an inject where it has none.

    Raises: InvalidInput with every problem of its bytes and fields.
    """
    path = msel_path(plan_dir, scenario)
    if not path.is_file():
        return read_tree(f"format: 1\nscenario: {scenario}\ninjects: {{}}\n", path.as_posix())[0]
    part = read_part(Msel, path, path.as_posix())
    if part.value is None or part.file is None or part.file.document is None:
        raise InvalidInput(part.problems)
    return part.file.document


def own_msel(plan_dir: FilePath, scenario: str) -> FilePath | None:
    """The path of the scenario's own list; None where it has none."""
    path = msel_path(plan_dir, scenario)
    return path if path.is_file() else None


def _problems(msel: Msel, file: SourceFile, folder: CustomerFolder, scenario: str) -> Iterator[Problem]:
    if msel.scenario != scenario:
        yield problem_at(file, ("scenario",), "msel-other-scenario", facts(found=msel.scenario, scenario=scenario))
    around, tree = Around(folder.dossier, folder.files), file.document.tree if file.document else {}
    named = [(path, name, what) for at, what in _REFERENCES.items() for path, name in leaves(tree, at)]
    for path, name, what in (*named, *in_conditions(tree, _CONDITIONS)):
        wrong = misled(around, name, what)
        if wrong is not None:
            yield problem_at(file, path, *wrong)
    for path, name in (each for at in _OTHERS for each in leaves(tree, at)):
        if name not in msel.injects:
            yield problem_at(file, path, "no-such-inject", facts(id=name, known=", ".join(msel.injects) or "–"))
    yield from _targets(msel, file, folder)


def _targets(msel: Msel, file: SourceFile, folder: CustomerFolder) -> Iterator[Problem]:
    """Yield the faults that find nothing here to strike: in a drill somebody waits for them."""
    for name, inject in msel.injects.items():
        if inject.fault is None:
            continue
        found = resolve(folder.dossier, inject.fault.on)
        path = ("injects", name, "fault", "on")
        if not found:
            yield problem_at(file, path, "inject-target-nothing")
        elif not struck(folder.dossier, inject.fault):
            yield problem_at(file, path, "inject-target-cannot", facts(fault=inject.fault.fault, id=", ".join(found)))

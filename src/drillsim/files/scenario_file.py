"""Scenarios: the library, a customer's own, and how a name on the command line finds one.

    scenarios/*.yaml              the library: targets by role and kind
    scenarios/<customer>/*.yaml   a customer's own; <customer> is the folder's name below plans/
    <plan folder>/scenario*.yaml, <plan folder>/scenarios/*.yaml   the customer's own too, beside the plan

The folder `scenarios` stands beside `plans`; a plan that lies elsewhere uses the shipped ones. A kept version of the
plan, `<plan folder>/history/<version>`, has the scenarios of its customer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path as FilePath
from pathlib import PurePosixPath

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files.history import customer_root
from drillsim.files.near import tidy
from drillsim.files.part import SourceFile, part_of
from drillsim.files.shipped import shipped_root
from drillsim.files.source import read_bytes
from drillsim.schema import Scenario

MSEL_SUFFIX = ".msel.yaml"


@dataclass(frozen=True, slots=True, eq=False)
class ScenarioFile:
    """A scenario and the file it came from. `id` is the file's stem."""

    id: str
    scenario: Scenario
    file: SourceFile


def load_scenario(path: FilePath) -> ScenarioFile:
    """The scenario in the file `path`. Raises: InvalidInput with every problem."""
    label = path.as_posix()
    data, problems = read_bytes(path, label)
    if data is None:
        raise InvalidInput(problems)
    part = part_of(Scenario, data, path.name, label)
    if part.value is None or part.file is None:
        raise InvalidInput(part.problems)
    return ScenarioFile(path.stem, part.value, part.file)


def library_root(plan_dir: FilePath | None) -> FilePath:
    """The `scenarios` folder that serves the customer in `plan_dir`: beside its `plans`, else the shipped one."""
    if plan_dir is not None:
        beside = customer_root(plan_dir).parent.parent / "scenarios"
        if beside.is_dir():
            return beside
    return shipped_root() / "scenarios"


def find_scenarios(plan_dir: FilePath | None = None) -> Mapping[str, FilePath]:
    """Scenario files by name: the library's in alphabetical order, then the customer's own, which win."""
    root = library_root(plan_dir)
    found = {path.stem: path for path in sorted(root.glob("*.yaml")) if not is_msel(path)}
    if plan_dir is not None:
        customer = customer_root(plan_dir)
        own = (root / customer.name).glob("*.yaml")
        here = customer if customer != plan_dir.resolve() else plan_dir
        beside = (*here.glob("scenario*.yaml"), *here.glob("scenarios/*.yaml"))
        found.update({path.stem: path for path in (*sorted(own), *sorted(beside)) if not is_msel(path)})
    return found


def is_msel(path: FilePath) -> bool:
    """Return whether the file is a list of injects, which stands beside the scenarios."""
    return path.name.endswith(MSEL_SUFFIX)


def own_first(found: Mapping[str, FilePath], plan_dir: FilePath | None = None) -> tuple[str, ...]:
    """The names of `found`, the customer's own before the library's."""
    library = library_root(plan_dir)
    return tuple(sorted(found, key=lambda name: found[name].parent == library))


def scenario_path(name: str, plan_dir: FilePath | None = None) -> FilePath:
    """The file a SCENARIO argument means: a path, or a name of the library or of the customer's own.

    Raises: InvalidInput `no-such-scenario` with the nearest name and all there are.
    """
    path = FilePath(name)
    if path.is_file():
        return path
    found = find_scenarios(plan_dir)
    if name in found:
        return found[name]
    stem = PurePosixPath(tidy(name)).name.lower().removesuffix(".yaml")
    near = [] if path.is_dir() else get_close_matches(stem, found, 1, 0.6)
    told = facts(name=name, near=near[0] if near else "none", known=", ".join(own_first(found, plan_dir)) or "–")
    raise InvalidInput([Problem(file="", code="no-such-scenario", facts=told)])

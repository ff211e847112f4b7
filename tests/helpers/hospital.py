"""The shipped hospital, as it is and with edits, run and reviewed; every run of a test session is played once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from drillsim.files.document import Path as TreePath
from drillsim.files.document import Tree
from drillsim.files.edit import Append, Set
from drillsim.files.folder import CustomerFolder, load_customer
from drillsim.files.scenario_file import ScenarioFile, load_scenario, scenario_path
from drillsim.files.shipped import shipped_root
from drillsim.journal.record import Journal
from drillsim.revision.apply import edit_folder
from drillsim.revision.player import Player, player_of
from drillsim.revision.pool import Pool
from drillsim.revision.recommendation import FileEdit
from drillsim.revision.review import Review, review
from drillsim.revision.review_setup import ReviewSetup
from drillsim.revision.wait_cost import CostliestWait, WaitKey, costliest, wait_costs, without_waits
from drillsim.schema.dossier import Case

NIGHT = "both-lost-night-autostart-fails"
"""Both feeders lost at night, no genset starts by itself."""


@cache
def hospital() -> CustomerFolder:
    """The shipped hospital."""
    return load_customer(plans() / "central-hospital")


def plans() -> Path:
    """Return the folder of the shipped customers."""
    return shipped_root() / "plans"


@cache
def script(name: str) -> ScenarioFile:
    """A scenario of the library, or of the hospital's own."""
    return load_scenario(scenario_path(name, hospital().path))


def put(file: str, *path: str | int, to: Tree) -> FileEdit:
    """One value of a file changed."""
    return FileEdit(file, Set(path, to))


def added(file: str, path: TreePath, value: Tree) -> FileEdit:
    """One entry more in a list of a file."""
    return FileEdit(file, Append(path, value))


def edited(*edits: FileEdit) -> CustomerFolder:
    """The hospital with `edits` made."""
    return edit_folder(hospital(), edits).folder


@cache
def player(seed: int = 1) -> Player:
    """Plays runs on the hospital's network; no edit changes that."""
    return player_of(hospital().dossier, seed)


def run_of(folder: CustomerFolder, scenario: ScenarioFile, seed: int = 1) -> Journal:
    """The journal of one run."""
    case = Case(folder.dossier, scenario.id, scenario.scenario)
    return player(seed).play(case)


def costs_of(
    folder: CustomerFolder, scenario: ScenarioFile, seed: int = 1
) -> tuple[dict[WaitKey, int], CostliestWait | None]:
    """Return the cost of each wait of the run, ms, and the costliest."""
    case, journal = Case(folder.dossier, scenario.id, scenario.scenario), run_of(folder, scenario, seed)
    without = without_waits(case, journal, Pool(ReviewSetup(folder, scenario, (), player(seed))))
    costs = wait_costs(journal, without)
    return costs, costliest(case, journal, costs)


@cache
def reviewed(name: str) -> Review:
    """The hospital's run of a scenario, reviewed with everything that is shipped."""
    return review(hospital(), script(name), run_of(hospital(), script(name)))

"""The worst cases of a campaign as ordinary run folders below it: played again with the same luck, and reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from drillsim.campaign import Runner, WorstCase, at_rest, case_named, play_again, scenario_tree
from drillsim.documents.run_folder import open_run_at, recorded_document
from drillsim.files import CustomerFolder, ScenarioFile, entries, part_of
from drillsim.journal import lines_of
from drillsim.schema import Case, Scenario
from drillsim.texts import LANGS, Lang, text
from drillsim.units import format_time_of_day


@dataclass(frozen=True, slots=True)
class WorstCaseContext:
    """The files and the runner the worst cases are played with."""

    folder: Path
    """The campaign's."""
    customer: CustomerFolder
    library: Mapping[str, ScenarioFile]
    runner: Runner


def write_worst(context: WorstCaseContext, worst: WorstCase, lang: Lang) -> None:
    """One worst case in its folder."""
    name, _, hour = worst.case.rpartition("@")
    library = context.library.get(name)
    members = () if library else tuple(name.split("+"))
    case = case_named(context.runner, members, hour, name if library else "")
    case = case if library else at_rest(context.runner, case, worst.draw)
    file = case_file(case, worst.case, library)
    case = Case(case.dossier, file.id, case.scenario)
    with open_run_at(context.folder / worst.folder, context.customer, file) as run:
        journal = play_again(context.runner, case, worst.draw, run.header)
        run.stream.writelines(f"{line}\n" for line in lines_of(journal))
        run.stream.flush()
        run.save(recorded_document(case, journal), case, journal, lang)


def case_file(case: Case, name: str, library: ScenarioFile | None) -> ScenarioFile:
    """A case of a campaign as a scenario file: that of the `library` with the hour of the case, else its failures."""
    return _of_library(library, case) if library else _of_failures(case, name)


def _of_failures(case: Case, name: str) -> ScenarioFile:
    words: dict[str, str] = {lang: text(lang, "campaign-case-title", case=name) for lang in LANGS}
    return _file(entries(scenario_tree(case.scenario, words), 0, "\n"))


def _of_library(library: ScenarioFile, case: Case) -> ScenarioFile:
    """The library's file with the hour of the case."""
    assert library.file.document is not None
    tree = library.file.document.tree
    assert isinstance(tree, dict)
    start = tree["start"]
    assert isinstance(start, dict)
    hour = {"time": format_time_of_day(case.scenario.start.time)}
    load = {"load": case.scenario.start.load} if case.scenario.start.load else {}
    return _file(entries({**tree, "start": {**start, **hour, **load}}, 0, "\n"))


def _file(words: str) -> ScenarioFile:
    part = part_of(Scenario, f"{words}\n".encode(), "scenario.yaml", "scenario.yaml")
    assert part.value is not None and part.file is not None, part.problems
    return ScenarioFile("scenario", part.value, part.file)

"""The small customer written to disk, so that its files can be edited, and one script of it reviewed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from drillsim.files.folder import CustomerFolder, load_customer
from drillsim.files.part import SourceFile
from drillsim.files.scenario_file import ScenarioFile
from drillsim.revision.player import player_of
from drillsim.revision.review import Review, review
from drillsim.schema.dossier import Case
from helpers.played import Script
from helpers.small_customer import small_files


def small_folder(script: Script, path: Path) -> CustomerFolder:
    """The small customer with the script's changes, in a new folder below `path`."""
    folder = path / "small-customer"
    folder.mkdir()
    for name, tree in valid(small_files(*script.changes)).items():
        text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=200)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8", newline="\n")
    return load_customer(folder)


def valid(files: dict[str, Any]) -> dict[str, Any]:
    """The same customer as a folder that is read without a problem: a way between any two places, which costs no time
    where none was stated, and no id twice."""
    site, people, actors = files["site"], files["customer"]["people"], files["plan"]["actors"]
    ways = site.setdefault("travel", [])
    known = {(way["from"], way["to"]) for way in ways}
    first, *rest = site["places"]
    ways += [{"from": first, "to": place, "takes": "0 s"} for place in rest if (first, place) not in known]
    for name in [each for each in people if each in actors]:
        people[f"{name}-1"] = people.pop(name)
        for actor in actors.values():
            actor["held_by"] = [f"{name}-1" if each == name else each for each in actor["held_by"]]
    return files


def script_file(script: Script) -> ScenarioFile:
    """The script's scenario as if it had been read."""
    return ScenarioFile("scenario", script.case().scenario, SourceFile("scenario.yaml", "scenario.yaml", b"", None))


def review_of(script: Script, path: Path, *others: Script) -> tuple[CustomerFolder, Review]:
    """The script's run reviewed; `others` are the scenarios nothing may get worse on."""
    folder, scenario = small_folder(script, path), script_file(script)
    case = Case(folder.dossier, scenario.id, scenario.scenario)
    journal = player_of(folder.dossier, script.seed).play(case)
    return folder, review(folder, scenario, journal, seed=script.seed, others=[script_file(each) for each in others])

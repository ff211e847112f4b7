"""The cases a search is for: all that is asked of a plan, those of a recorded run, or those of a campaign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from drillsim.campaign import (
    CampaignCase,
    Hour,
    Spec,
    WrittenCase,
    recorded_cases,
    recorded_spec,
    required_units,
    runner_of,
)
from drillsim.documents.campaign_report import is_campaign, read_campaign_folder
from drillsim.documents.revise_report import FromRow
from drillsim.documents.run_folder import read_run_folder
from drillsim.errors import InvalidInput, Problem, facts, wrong_argument
from drillsim.files import CustomerFolder, ScenarioFile, find_scenarios, load_scenario
from drillsim.network import PowerFlow, flow_for, net_of
from drillsim.revision import scenario_in
from drillsim.revision.review import applicable
from drillsim.revision.smallest import Wanted
from drillsim.schema import NORMAL, Case


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """The cases of one search, and what it is called."""

    came_from: FromRow
    name: str
    """Name of its folder."""
    seed: int
    wanted: Wanted
    flow: PowerFlow
    library: Mapping[str, ScenarioFile]
    """Scenarios it rests on, by name."""


def source_of(folder: CustomerFolder, seed: int, recorded: Path | None) -> Source:
    """The cases for the customer in `folder`: of the run or campaign in `recorded`, else all that is asked of the plan.

    Raises: InvalidInput where a scenario or what was recorded cannot be read, or the files have changed since.
    """
    if recorded is None:
        return _of_plan(folder, seed)
    return (_of_campaign if is_campaign(recorded) else _of_run)(folder, recorded)


def library_of(folder: CustomerFolder) -> dict[str, ScenarioFile]:
    """The scenarios asked of the plan, by name: the library's, then the customer's own; as its edition has them."""
    return {
        name: scenario_in(folder.edition, load_scenario(path)) for name, path in find_scenarios(folder.path).items()
    }


def _flow(folder: CustomerFolder) -> PowerFlow:
    return flow_for(folder.dossier.network, net_of(folder.dossier))


def _of_plan(folder: CustomerFolder, seed: int) -> Source:
    library, flow = library_of(folder), _flow(folder)
    edition = folder.edition.edition if folder.edition else None
    scenarios = {name: each.scenario for name, each in library.items()}
    units = required_units(folder.dossier, scenarios, flow, seed, edition)
    return Source(_from(folder, "plan"), f"revise-s{seed}", seed, Wanted(units), flow, library)


def _from(folder: CustomerFolder, kind: Literal["plan", "run", "campaign"], path: str = "") -> FromRow:
    return FromRow(kind=kind, path=path, edition=folder.edition.id if folder.edition else None)


def _of_run(folder: CustomerFolder, path: Path) -> Source:
    run = read_run_folder(path)
    _refuse_other_edition(folder, path, run.journal.header.get("edition", {}).get("name", ""))
    _refuse_other_files(folder, path, run.journal.header.get("digests", {}))
    if run.document.status != "completed":
        raise InvalidInput([Problem(file=path.as_posix(), code="revise-run-not-completed")])
    seed, flow = run.document.seed, _flow(folder)
    others = applicable(folder, run.case.scenario_id)
    cases = [Case(folder.dossier, run.case.scenario_id, run.case.scenario)]
    cases += [Case(folder.dossier, each.id, each.scenario) for each in others]
    asked = tuple(WrittenCase(case, seed, flow) for case in cases)
    return Source(
        _from(folder, "run", path.as_posix()),
        f"revise-{run.case.scenario_id}-s{seed}",
        seed,
        Wanted(asked, first=1),
        flow,
        {each.id: each for each in others},
    )


def _of_campaign(folder: CustomerFolder, path: Path) -> Source:
    path = read_campaign_folder(path).path
    told = recorded_spec(path)
    _refuse_other_edition(folder, path, told.get("edition", ""))
    library = {name: each for name, each in library_of(folder).items() if name in told["scenarios"]}
    _refuse_other_files(folder, path, told["digests"])
    _refuse_other_scenarios(library, path, told["scenarios"])
    spec = Spec(
        order=told["faults"],
        one_event=told["one_event"],
        scenarios=tuple(library),
        hours=tuple(Hour(each["name"], each["time"], each["load"]) for each in told["hours"]),
        draws=told["draws"],
        seed=told["seed"],
        late_ms=told["late_ms"],
    )
    if folder.edition is not None:
        spec = replace(spec, mode=folder.edition.edition.mode or NORMAL, date=folder.edition.edition.from_)
    flow = _flow(folder)
    runner = runner_of(folder.dossier, {name: each.scenario for name, each in library.items()}, spec, flow)
    asked = tuple(
        CampaignCase(runner, each.members, each.hour, each.scenario, each.draw) for each in recorded_cases(path)
    )
    name = f"revise-campaign-s{spec.seed}"
    return Source(_from(folder, "campaign", path.as_posix()), name, spec.seed, Wanted(asked), flow, library)


def _refuse_other_edition(folder: CustomerFolder, path: Path, played: str) -> None:
    """Refuse where the run or campaign was played with another edition than the one asked for, or with one at all."""
    asked = folder.edition.id if folder.edition else ""
    if played != asked:
        told = {"recorded": path.as_posix(), "played": played or "none", "asked": asked or "none"}
        raise wrong_argument("--edition", "revise-other-edition", **told)


def _refuse_other_files(folder: CustomerFolder, path: Path, digests: Mapping[str, str]) -> None:
    """Refuse where the customer's files are not those of the run or campaign."""
    _refuse([each.label for each in folder.differing(digests)], path)


def _refuse_other_scenarios(library: Mapping[str, ScenarioFile], path: Path, digests: Mapping[str, str]) -> None:
    def labels() -> Iterator[str]:
        for name, digest in digests.items():
            found = library.get(name)
            if found is None or found.file.sha256 != digest:
                yield found.file.label if found else f"{name}.yaml"

    _refuse(list(labels()), path)


def _refuse(changed: list[str], path: Path) -> None:
    told = facts(recorded=path.as_posix())
    if changed:
        raise InvalidInput([Problem(file=each, code="revise-files-changed", facts=told) for each in changed])

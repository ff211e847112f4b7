"""One scenario played: simulated into its run folder, judged, written up."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drillsim.cli.console import progress
from drillsim.texts import Lang, text

if TYPE_CHECKING:
    from drillsim.documents.report import Report
    from drillsim.documents.run_document import RunDocument
    from drillsim.files import CustomerFolder, ScenarioFile
    from drillsim.network import PowerFlow


@dataclass(frozen=True, slots=True)
class Played:
    """One run as it lies on the disk."""

    path: Path
    document: RunDocument
    report: Report


def play(
    folder: CustomerFolder, scenario: ScenarioFile, *, seed: int, out: Path, lang: Lang, flow: PowerFlow
) -> Played:
    """Simulates, judges and writes one run. `flow` is shared by the runs of one customer.

    Raises: InvalidInput when a folder that is not ours stands where the run's should.
    """
    from drillsim.documents.run_folder import open_run_folder, recorded_document
    from drillsim.schema.dossier import Case

    case = Case(folder.dossier, scenario.id, scenario.scenario)
    with open_run_folder(out, folder, scenario, seed) as run:
        with progress(text(lang, "cli-doing-run", scenario=scenario.id)):
            journal = _simulated(case, seed, flow, run)
        with progress(text(lang, "cli-doing-judge", scenario=scenario.id)):
            document = recorded_document(case, journal)
            report = run.save(document, case, journal, lang)
    return Played(run.path, document, report)


def _simulated(case: Any, seed: int, flow: PowerFlow, run: Any) -> Any:
    """The journal of the run; of one whose targets do not exist here, the journal that says so."""
    from drillsim.simulation import Run, simulate, unmatched

    missing = unmatched(case)
    if missing:
        nothing = Run(case, seed=seed, flow=flow, stream=run.stream, header=run.header)
        return nothing.finish("not_applicable", why=", ".join(missing))
    return simulate(case, seed=seed, flow=flow, stream=run.stream, header=run.header)

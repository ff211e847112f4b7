"""`drillsim run PLAN_DIR SCENARIO…`: one run each; what happened, weak points, recommendations, report."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from drillsim.cli.console import complain, note, progress, say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import customer_lang, screen_lang
from drillsim.cli.option import (
    EditionName,
    FailOnFlag,
    Json,
    LangFlag,
    NoProofs,
    Out,
    PlanDir,
    Scenarios,
    Seed,
    WorkerCount,
)
from drillsim.texts import Lang, text

if TYPE_CHECKING:
    from drillsim.documents import Report, RunDocument
    from drillsim.files import CustomerFolder, ScenarioFile
    from drillsim.use.record import Played


def run(  # noqa: PLR0913, PLR0917 (one parameter a flag)
    plan_dir: PlanDir,
    scenarios: Scenarios,
    seed: Seed = 1,
    edition: EditionName = None,
    out: Out = Path("reports"),
    lang: LangFlag = None,
    json: Json = False,
    fail_on: FailOnFlag = "never",
    no_proofs: NoProofs = False,
    workers: WorkerCount = None,
) -> int:
    """Plays each scenario once."""
    from drillsim.use.load import load

    folder, files = load(plan_dir, scenarios, edition)
    spoken = customer_lang(lang, folder.dossier.customer.language)
    return play_all(
        folder, files, seed=seed, out=out, spoken=spoken, shown=screen_lang(lang, spoken), json=json, fail_on=fail_on,
        workers=processes(workers, no_proofs),
    )  # fmt: skip


def play_all(  # noqa: PLR0913 (what the flags of two commands say)
    folder: CustomerFolder,
    files: Sequence[ScenarioFile],
    *,
    seed: int,
    out: Path,
    spoken: Lang,
    shown: Lang,
    json: bool,
    fail_on: str,
    workers: int | None,
) -> int:
    """Each scenario played, one after the other: page one as soon as it stands, then what `workers` processes found by
    playing it again; with None nothing is played again. Documents are written in `spoken`, the screen is in `shown`."""
    from drillsim.network import flow_for
    from drillsim.use.play import Play
    from drillsim.use.record import page_one, proved

    note(shown, folder.noted)
    flow = flow_for(folder.dossier.network)
    done = []
    for file in files:
        play = Play(folder, file, seed, flow)
        with progress(spoken, file.id) as doing:
            played, journal = page_one(play, out, spoken, doing)
        try:
            if not json:
                show(played, shown, later=workers is not None)
            if workers is not None:
                with progress(spoken, file.id) as doing:
                    played = proved(play, played, journal, workers, doing)
                if not json:
                    show_proved(played, shown)
        except KeyboardInterrupt:  # page one stands, and no change was tried
            played = replace(played, stopped=True)
        if played.stopped:
            complain("", text(shown, "cli-stopped-proving", path=played.path.as_posix()))
            return ExitCode.STOPPED
        done.append(played)
    if json:
        say_json(json_document(done))
    return exit_code((each.document for each in done), fail_on)


def processes(workers: int | None, no_proofs: bool) -> int | None:
    """Return the number of processes that play again; None for no re-runs at all."""
    return None if no_proofs else workers or os.cpu_count() or 1


def show(played: Played, lang: Lang, *, later: bool = False) -> None:
    """Page one of a run on the screen, in `lang`; `later`: changes are still to be tried."""
    from drillsim.cli.page_one import say_page_one

    say_page_one(_report_in(played, lang), played.document, played.path, lang, later=later)


def show_proved(played: Played, lang: Lang) -> None:
    """Say what playing the run again has shown, in `lang`."""
    from drillsim.cli.page_one import say_proved

    say_proved(_report_in(played, lang), played.path, lang)


def _report_in(played: Played, lang: Lang) -> Report:
    from drillsim.documents.build_report import build_report
    from drillsim.documents.run_folder import read_run_folder

    if played.report.lang == lang:
        return played.report
    run = read_run_folder(played.path)
    return build_report(run.document, run.case, run.journal, lang, pictures={})  # the screen shows none


def json_document(played: Sequence[Played]) -> dict[str, object]:
    """Return the document `run --json` prints: one run's, or `{format, runs}` of several."""
    from drillsim.documents import spoken

    found = [
        spoken(each.document.model_copy(update={"run_dir": each.path.as_posix()}), each.report.lang) for each in played
    ]
    return found[0] if len(found) == 1 else {"format": 1, "runs": found}


def exit_code(documents: Iterable[RunDocument], fail_on: str) -> ExitCode:
    """1 when a weak point is as severe as `fail_on` or more."""
    found = {row.severity for document in documents for row in document.findings}
    return ExitCode.WEAK if fail_on != "never" and any(each <= fail_on for each in found) else ExitCode.FINE

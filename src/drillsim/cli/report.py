"""`drillsim report RUN_DIR`: documents from what was recorded. Nothing is simulated."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drillsim.cli.console import say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.option import FailOnFlag, Json, LangFlag


def report(
    run_dir: Annotated[Path, typer.Argument(metavar="RUN_DIR", help="cli-argument-run-dir")],
    lang: LangFlag = None,
    json: Json = False,
    fail_on: FailOnFlag = "never",
) -> int:
    """Writes the reports of a run folder anew."""
    from drillsim.cli.play import Played
    from drillsim.cli.run import exit_code, json_document, report_lang, screen_lang, show
    from drillsim.documents.run_folder import read_run_folder, write_report
    from drillsim.documents.build_report import build_report

    run = read_run_folder(run_dir)
    spoken = report_lang(lang, run.case.dossier.plan.languages)
    written = write_report(run.path, build_report(run.document, run.case, run.journal, spoken))
    played = Played(run.path, run.document, written)
    if json:
        say_json(json_document([played], spoken))
    else:
        show(played, screen_lang(lang, spoken))
    return exit_code([run.document], fail_on)

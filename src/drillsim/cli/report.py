"""`drillsim report RUN_DIR`: documents from what was recorded of a run or a campaign. Nothing is simulated."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drillsim.cli.console import say_json
from drillsim.cli.language import asked_lang, screen_lang
from drillsim.cli.option import FailOnFlag, Json, LangFlag


def report(
    run_dir: Annotated[Path, typer.Argument(metavar="RUN_DIR", help="cli-argument-run-dir")],
    lang: LangFlag = None,
    json: Json = False,
    fail_on: FailOnFlag = "never",
) -> int:
    """Writes the reports of a run's or a campaign's folder anew."""
    from drillsim.documents.campaign_report import is_campaign

    return (_of_campaign if is_campaign(run_dir) else _of_run)(run_dir, lang, json, fail_on)


def _of_run(run_dir: Path, lang: str | None, json: bool, fail_on: str) -> int:
    from drillsim.cli.play import Played
    from drillsim.cli.run import exit_code, json_document, show
    from drillsim.documents.run_folder import rebuild

    run, written = rebuild(run_dir, asked_lang(lang))
    played = Played(run.path, run.document, written)
    if json:
        say_json(json_document([played]))
    else:
        show(played, screen_lang(lang, written.lang))
    return exit_code([run.document], fail_on)


def _of_campaign(folder: Path, lang: str | None, json: bool, fail_on: str) -> int:
    from drillsim.cli.campaign_page import exit_code, say_campaign
    from drillsim.documents.campaign_report import rebuild_campaign

    read, written = rebuild_campaign(folder, asked_lang(lang))
    if json:
        say_json(read.document.printed(written.lang, out=read.path.as_posix()))
    else:
        say_campaign(read.document, read.dossier, read.path, screen_lang(lang, written.lang))
    return exit_code(read.document, fail_on)

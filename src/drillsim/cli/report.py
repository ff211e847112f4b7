"""`drillsim report RUN_DIR`: documents from what was recorded. Nothing is simulated."""

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
    """Writes the reports of a run folder anew."""
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

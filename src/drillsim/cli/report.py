"""`drillsim report RUN_DIR`: documents from what was recorded of a run, a campaign or a comparison. Nothing is
simulated."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drillsim.cli.console import say_json
from drillsim.cli.language import customer_lang, screen_lang
from drillsim.cli.option import FailOnFlag, Json, LangFlag
from drillsim.cli.recorded_folder import recorded_folder


def report(
    run_dir: Annotated[Path, typer.Argument(metavar="RUN_DIR", help="cli-argument-run-dir")],
    lang: LangFlag = None,
    json: Json = False,
    fail_on: FailOnFlag = "never",
) -> int:
    """Writes the reports of a run's or a campaign's folder anew."""
    from drillsim.documents.campaign_report import is_campaign
    from drillsim.documents.comparison import is_comparison

    folder = recorded_folder(run_dir)
    if is_comparison(folder):
        return _of_comparison(folder, lang, json, fail_on)
    return (_of_campaign if is_campaign(folder) else _of_run)(folder, lang, json, fail_on)


def _of_run(run_dir: Path, lang: str | None, json: bool, fail_on: str) -> int:
    from drillsim.cli.run import exit_code, json_document, show
    from drillsim.documents.run_folder import read_run_folder, rebuild
    from drillsim.use.record import Played

    run = read_run_folder(run_dir)
    written = rebuild(run, customer_lang(lang, run.case.dossier.customer.language))
    played = Played(run.path, run.document, written)
    if json:
        say_json(json_document([played]))
    else:
        show(played, screen_lang(lang, written.lang))
    return exit_code([run.document], fail_on)


def _of_comparison(folder: Path, lang: str | None, json: bool, fail_on: str) -> int:
    from drillsim.cli.compare import exit_code
    from drillsim.cli.compare_page import say_comparison
    from drillsim.documents.comparison import comparison_page, read_comparison, rebuild_comparison

    read = read_comparison(folder)
    written = rebuild_comparison(read, customer_lang(lang, read.new.customer.language))
    if json:
        say_json(read.document.printed(written.lang, out=read.path.as_posix()))
    else:
        say_comparison(comparison_page(read.document, read.old, read.new, screen_lang(lang, written.lang)), read.path)
    return exit_code(read.document, fail_on)


def _of_campaign(folder: Path, lang: str | None, json: bool, fail_on: str) -> int:
    from drillsim.cli.campaign_page import exit_code, say_campaign
    from drillsim.documents.campaign_report import read_campaign_folder, rebuild_campaign

    read = read_campaign_folder(folder)
    written = rebuild_campaign(read, customer_lang(lang, read.dossier.customer.language))
    if json:
        say_json(read.document.printed(written.lang, out=read.path.as_posix()))
    else:
        say_campaign(read.document, read.dossier, read.path, screen_lang(lang, written.lang))
    return exit_code(read.document, fail_on)

"""`drillsim report RUN_DIR`: documents from what was recorded of a run, a campaign, a comparison or a drill. Nothing
is simulated."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drillsim.cli.console import say_json
from drillsim.cli.language import customer_lang, screen_lang
from drillsim.cli.option import FailOnFlag, Json, LangFlag, Out
from drillsim.cli.recorded_folder import recorded_folder
from drillsim.errors import wrong_argument


def report(  # noqa: PLR0913, PLR0917 (one parameter a flag)
    run_dirs: Annotated[list[Path], typer.Argument(metavar="RUN_DIR...", help="cli-argument-run-dir")],
    form: Annotated[str, typer.Option("--format", metavar="FORMAT,…", help="cli-option-report-format")] = "",
    kind: Annotated[str, typer.Option("--kind", metavar="KIND,…", help="cli-option-report-kind")] = "",
    recipient: Annotated[str, typer.Option("--for", metavar="WHO", help="cli-option-report-for")] = "",
    template: Annotated[
        Path | None, typer.Option("--template", metavar="FILE", help="cli-option-report-template")
    ] = None,
    full_contacts: Annotated[bool, typer.Option("--full-contacts", help="cli-option-full-contacts")] = False,
    out: Out = Path("reports"),
    lang: LangFlag = None,
    json: Json = False,
    fail_on: FailOnFlag = "never",
) -> int:
    """Writes the reports of recorded folders anew, or the papers a meeting signs."""
    if form or kind or template or recipient or full_contacts:
        from drillsim.cli.report_papers import papers

        return papers(
            run_dirs, form=form, kind=kind, recipient=recipient, template=template, full_contacts=full_contacts,
            out=out, lang=lang,
        )  # fmt: skip
    if json and len(run_dirs) > 1:
        raise wrong_argument("--json", "argument-json-of-one")
    return max(_anew(each, lang, json, fail_on) for each in run_dirs)


def _anew(run_dir: Path, lang: str | None, json: bool, fail_on: str) -> int:
    """Write the reports of one folder anew; return the exit code."""
    from drillsim.documents.campaign_report import is_campaign
    from drillsim.documents.comparison import is_comparison
    from drillsim.use.drill_folder import is_drill

    folder = recorded_folder(run_dir, comparison=True)
    if is_drill(folder):
        return _of_drill(folder, lang, json, fail_on)
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


def _of_drill(folder: Path, lang: str | None, json: bool, fail_on: str) -> int:
    from drillsim.cli.drill_page import say_drill
    from drillsim.cli.run import exit_code
    from drillsim.documents.drill_report import spoken_drill
    from drillsim.use.drill_folder import read_drill, save_drill, save_run

    drill = read_drill(folder)
    spoken = customer_lang(lang, drill.case.dossier.customer.language)
    document = save_drill(drill.path, drill.aftermath, drill.entries, spoken)
    save_run(drill.path, drill.aftermath, drill.entries, spoken)
    if json:
        say_json(spoken_drill(document.model_copy(update={"run_dir": drill.path.as_posix()}), spoken))
    else:
        say_drill(document, drill.path, screen_lang(lang, spoken))
    return exit_code([document.run], fail_on)


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

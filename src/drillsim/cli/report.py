"""`drillsim report RUN_DIR`: documents from what was recorded of a run, a campaign, a comparison or a drill. Nothing
is simulated."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from drillsim.cli.console import say, say_json
from drillsim.cli.language import customer_lang, screen_lang
from drillsim.cli.option import FailOnFlag, Json, LangFlag
from drillsim.cli.recorded_folder import recorded_folder
from drillsim.errors import wrong_argument
from drillsim.texts import Lang, text

if TYPE_CHECKING:
    from drillsim.documents.drill_forms import DrillKind
    from drillsim.documents.forms import Kind
    from drillsim.documents.render import Format

T = TypeVar("T", bound=str)


def report(
    run_dir: Annotated[Path, typer.Argument(metavar="RUN_DIR", help="cli-argument-run-dir")],
    form: Annotated[str, typer.Option("--format", metavar="FORMAT,…", help="cli-option-report-format")] = "",
    kind: Annotated[str, typer.Option("--kind", metavar="KIND,…", help="cli-option-report-kind")] = "",
    template: Annotated[
        Path | None, typer.Option("--template", metavar="FILE", help="cli-option-report-template")
    ] = None,
    lang: LangFlag = None,
    json: Json = False,
    fail_on: FailOnFlag = "never",
) -> int:
    """Writes the reports of a recorded folder anew, or the papers a meeting signs."""
    from drillsim.documents.campaign_report import is_campaign
    from drillsim.documents.comparison import is_comparison
    from drillsim.use.drill_folder import is_drill

    folder = recorded_folder(run_dir, comparison=True)
    if form or kind or template:
        if is_campaign(folder) or is_comparison(folder):
            raise wrong_argument("--format", "argument-format-of-campaign", path=run_dir.as_posix())
        return _papers(folder, form, kind, template, lang)
    if is_drill(folder):
        return _of_drill(folder, lang, json, fail_on)
    if is_comparison(folder):
        return _of_comparison(folder, lang, json, fail_on)
    return (_of_campaign if is_campaign(folder) else _of_run)(folder, lang, json, fail_on)


def _papers(folder: Path, form: str, kind: str, template: Path | None, lang: str | None) -> int:
    from drillsim.cli.exit_code import ExitCode
    from drillsim.documents.render import FORMATS
    from drillsim.use.drill_folder import is_drill

    formats: tuple[Format, ...] = _among("--format", form or "docx", FORMATS)
    spoken, written = (_of_a_drill if is_drill(folder) else _of_a_run)(folder, kind, formats, template, lang)
    for path in written:
        say(text(screen_lang(lang, spoken), "cli-report-written", path=path.as_posix()))
    return ExitCode.FINE


def _of_a_run(
    folder: Path, kind: str, formats: tuple[Format, ...], template: Path | None, lang: str | None
) -> tuple[Lang, tuple[Path, ...]]:
    from drillsim.documents.forms import KINDS
    from drillsim.documents.run_folder import read_run_folder
    from drillsim.use.forms import write_forms

    kinds: tuple[Kind, ...] = _among("--kind", kind or ",".join(KINDS), KINDS)
    run = read_run_folder(folder)
    spoken = customer_lang(lang, run.case.dossier.customer.language)
    return spoken, write_forms(run, kinds, formats, spoken, template)


def _of_a_drill(
    folder: Path, kind: str, formats: tuple[Format, ...], template: Path | None, lang: str | None
) -> tuple[Lang, tuple[Path, ...]]:
    from drillsim.documents.drill_forms import DRILL_KINDS, USUAL
    from drillsim.use.drill_folder import read_drill
    from drillsim.use.forms import write_drill_forms

    kinds: tuple[DrillKind, ...] = _among("--kind", kind or ",".join(USUAL), DRILL_KINDS)
    drill = read_drill(folder)
    spoken = customer_lang(lang, drill.case.dossier.customer.language)
    return spoken, write_drill_forms(drill, kinds, formats, spoken, template)


def _among(flag: str, words: str, known: tuple[T, ...]) -> tuple[T, ...]:
    """Return the words of a list with commas between them, each once. Raises: InvalidInput for one that is unknown."""
    named = tuple(dict.fromkeys(each.strip().lower() for each in words.split(",") if each.strip()))
    for each in named:
        if each not in known:
            raise wrong_argument(flag, "argument-choice", value=each, known=", ".join(known))
    return tuple(each for each in known if each in named)


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

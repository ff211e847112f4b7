"""`drillsim check PLAN_DIR [SCENARIO…]`: files and rules, without a simulation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from drillsim.cli.console import say, say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import asked_lang, screen_lang
from drillsim.cli.option import FailOnFlag, Json, LangFlag, PlanDir, date_of
from drillsim.texts import Lang, text

if TYPE_CHECKING:
    from drillsim.checks import CheckDocument
    from drillsim.checks.document import ResultRow
    from drillsim.files import CustomerFolder, ScenarioFile

WORTH = {"must": "A", "should": "B", "info": "C"}
"""A rule that fails counts for `--fail-on` like a weak point of this severity."""


def check(
    plan_dir: PlanDir,
    scenarios: Annotated[list[str] | None, typer.Argument(metavar="SCENARIO...", help="cli-argument-scenario")] = None,
    files_only: Annotated[bool, typer.Option("--files-only", help="cli-option-files-only")] = False,
    as_of: Annotated[
        dt.date | None, typer.Option("--as-of", metavar="DATE", parser=date_of, help="cli-option-as-of")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="cli-option-strict")] = False,
    lang: LangFlag = None,
    json: Json = False,
    fail_on: FailOnFlag = "never",
) -> int:
    """Reads the files and asks every rule."""
    from drillsim.checks import all_rules, check_document
    from drillsim.checks import check as ask
    from drillsim.cli.load import load

    folder, files = load(plan_dir, scenarios or ())
    rules, name = all_rules(), folder.dossier.folder
    results = ask(folder.dossier, as_of=as_of, files_only=files_only, rules=rules)
    spoken = asked_lang(lang) or folder.dossier.plan.languages[0]
    shown = spoken if json else screen_lang(lang, spoken)
    rows = _scenario_rows(folder, files)
    document = check_document(
        name, results, rules, as_of=as_of, lang=shown, locate=_Lines(folder).locate, scenarios=rows
    )
    if json:
        say_json(document.model_dump(mode="json"))
    else:
        say(*_lines(document, shown), *_dead(folder, shown))
    return _exit_code(document, fail_on, strict=strict)


class _Lines:
    """Where a path of a file stands, in the file's name as the planner gave it."""

    def __init__(self, folder: CustomerFolder) -> None:
        self._folder = folder

    def locate(self, name: str, path: tuple[str | int, ...]) -> tuple[str, int]:
        file = self._folder.file(name.partition(".")[0])
        return file.label, file.line_of(path)


def _scenario_rows(folder: CustomerFolder, files: Sequence[ScenarioFile]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each scenario with the fields whose target this customer does not have."""
    from drillsim.schema.dossier import Case
    from drillsim.schema.target import unmatched

    return tuple((file.id, unmatched(Case(folder.dossier, file.id, file.scenario))) for file in files)


def _lines(document: CheckDocument, lang: Lang) -> Iterator[str]:
    """What the planner reads: what fails, what nobody can say, whether the scenarios fit, counts."""
    yield text(lang, "cli-check-title", customer=document.customer)
    failing = [row for row in document.results if row.outcome == "fail"]
    if failing:
        yield from ("", text(lang, "cli-check-fail", n=len(failing)))
    yield from (_line(row, lang) for row in failing)
    yield from _collect(document, lang)
    for each in document.scenarios:
        fields = ", ".join(each.unmatched)
        fits = text(lang, "cli-check-fits", scenario=each.id)
        yield text(lang, "cli-check-not-applicable", scenario=each.id, fields=fields) if fields else fits
    count = document.summary
    yield ""
    yield text(
        lang, "cli-check-summary",
        passed=count.passed, failed=count.failed, unknown=count.unknown, other=count.not_applicable,
    )  # fmt: skip
    yield document.closing


def _collect(document: CheckDocument, lang: Lang) -> Iterator[str]:
    """What nobody can say: file by file what to find out, then what no file holds."""
    if document.collect:
        yield from ("", text(lang, "cli-check-unknown", n=document.summary.unknown))
    for file, rows in groupby(document.collect, key=lambda row: row.file):
        yield f"  {file}" if file else f"  {text(lang, 'cli-check-no-file')}"
        for row in rows:
            where = f"{row.line}: {row.field}: " if row.line else f"{row.field}: " if row.field else ""
            yield f"    {where}{row.text} ({', '.join(row.rules)})"


def _line(row: ResultRow, lang: Lang) -> str:
    where = f"{row.file}:{row.line}" if row.line else row.file
    how = text(lang, f"cli-severity-{row.severity}")
    return f"  {row.rule} [{how}] {where}: {row.field or row.subject.id}: {row.text}"


def _dead(folder: CustomerFolder, lang: Lang) -> Iterator[str]:
    """Buses nothing feeds in the normal mode: what hangs on them no rule speaks of."""
    from drillsim.cli.new_customer import listed
    from drillsim.network import compile_network
    from drillsim.plant.element import dead_in_file

    names = dead_in_file(folder.dossier, compile_network(folder.dossier.network))
    if names:
        yield text(lang, "cli-dead-at-start", n=len(names), names=listed(lang, names))


def _exit_code(document: CheckDocument, fail_on: str, *, strict: bool) -> ExitCode:
    failed = [WORTH[row.severity] for row in document.results if row.outcome == "fail"]
    counts = [worth for worth in failed if strict or (fail_on != "never" and worth <= fail_on)]
    return ExitCode.WEAK if counts or (strict and document.summary.unknown_strict) else ExitCode.FINE

"""`drillsim check PLAN_DIR [SCENARIO…]`: files and rules, without a simulation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from drillsim.cli.console import say, say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.option import FailOnFlag, Json, LangFlag, PlanDir, date_of
from drillsim.texts import Lang, text

if TYPE_CHECKING:
    from drillsim.checks import CheckDocument
    from drillsim.files import CustomerFolder, ScenarioFile

WORTH = {"must": "A", "should": "B", "info": "C"}
"""A rule that fails counts for `--fail-on` as a weak point of this severity."""


def check(
    plan_dir: PlanDir,
    scenarios: Annotated[list[str] | None, typer.Argument(metavar="SCENARIO...", help="cli-argument-scenario")] = None,
    files_only: Annotated[bool, typer.Option("--files-only", help="cli-option-files-only")] = False,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", parser=date_of, help="cli-option-as-of")
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
    from drillsim.cli.run import report_lang, screen_lang

    folder, files = load(plan_dir, scenarios or ())
    rules, day = all_rules(), as_of if isinstance(as_of, dt.date) else None
    results = ask(folder.dossier, as_of=day, files_only=files_only, rules=rules)
    spoken = report_lang(lang, folder.dossier.plan.languages)
    shown = spoken if json else screen_lang(lang, spoken)
    document = check_document(
        folder.dossier.folder, results, rules, as_of=day, lang=shown, locate=_locator(folder)
    )
    if json:
        say_json(document.model_dump(mode="json"))
    else:
        _show(document, _strangers(folder, files), shown)
    return _exit_code(document, fail_on, strict=strict)


def _locator(folder: CustomerFolder):  # type: ignore[no-untyped-def]
    def locate(name: str, path: tuple[str | int, ...]) -> tuple[str, int]:
        file = folder.file(name.partition(".")[0])
        return file.label, file.line_of(path)

    return locate


def _strangers(folder: CustomerFolder, files: Sequence[ScenarioFile]) -> tuple[tuple[str, str], ...]:
    """Scenarios that name something this customer does not have, and where."""
    from drillsim.schema.dossier import Case
    from drillsim.schema.target import unmatched

    cases = [Case(folder.dossier, file.id, file.scenario) for file in files]
    return tuple((case.scenario_id, ", ".join(unmatched(case))) for case in cases if unmatched(case))


def _show(document: CheckDocument, strangers: Iterable[tuple[str, str]], lang: Lang) -> None:
    say(text(lang, "cli-check-title", customer=document.customer))
    for outcome in ("fail", "unknown"):
        rows = [row for row in document.results if row.outcome == outcome]
        if rows:
            say("", text(lang, f"cli-check-{outcome}", n=len(rows)))
        for row in rows:
            where = f"{row.file}:{row.line}" if row.line else row.file
            say(f"  {row.rule} [{text(lang, f'cli-severity-{row.severity}')}] {where}: {row.field or row.subject.id}: {row.text}")
    for scenario, fields in strangers:
        say("", text(lang, "cli-check-not-applicable", scenario=scenario, fields=fields))
    count = document.summary
    say("", text(lang, "cli-check-summary", passed=count.passed, failed=count.failed, unknown=count.unknown, other=count.not_applicable))
    say(document.closing)


def _exit_code(document: CheckDocument, fail_on: str, *, strict: bool) -> ExitCode:
    failed = [WORTH[row.severity] for row in document.results if row.outcome == "fail"]
    counts = [worth for worth in failed if strict or (fail_on != "never" and worth <= fail_on)]
    return ExitCode.WEAK if counts or (strict and document.summary.unknown_strict) else ExitCode.FINE

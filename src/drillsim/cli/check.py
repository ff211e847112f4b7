"""`drillsim check PLAN_DIR [SCENARIO…]`: files and rules, without a simulation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from drillsim.cli.check_page import WORTH, listed_dead, say_check
from drillsim.cli.console import say, say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import customer_lang, screen_lang
from drillsim.cli.option import FailOnFlag, Json, LangFlag, PlanDir, date_of
from drillsim.texts import Lang

if TYPE_CHECKING:
    from drillsim.checks.document import CheckDocument, ScenarioRow
    from drillsim.files import CustomerFolder, ScenarioFile
    from drillsim.schema.dossier import Case


def check(  # noqa: PLR0913, PLR0917 (one parameter a flag)
    plan_dir: PlanDir,
    scenarios: Annotated[list[str] | None, typer.Argument(metavar="SCENARIO...", help="cli-argument-scenario")] = None,
    files_only: Annotated[bool, typer.Option("--files-only", help="cli-option-files-only")] = False,
    as_of: Annotated[
        dt.date | None, typer.Option("--as-of", metavar="DATE", parser=date_of, help="cli-option-as-of")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="cli-option-strict")] = False,
    every: Annotated[bool, typer.Option("--all", help="cli-option-all")] = False,
    lang: LangFlag = None,
    json: Json = False,
    fail_on: FailOnFlag = "never",
) -> int:
    """Reads the files and asks every rule."""
    from drillsim.checks import all_rules, check_document, locator
    from drillsim.checks import check as ask
    from drillsim.cli.load import load

    folder, files = load(plan_dir, scenarios or ())
    rules, name = all_rules(), folder.dossier.folder
    results = ask(folder.dossier, as_of=as_of, files_only=files_only, rules=rules)
    spoken = customer_lang(lang, folder.dossier.customer.language)
    shown = spoken if json else screen_lang(lang, spoken)
    names = _names(folder, shown)
    rows = _scenario_rows(folder, files, names, shown, files_only=files_only)
    document = check_document(
        name, results, rules, as_of=as_of, lang=shown, locate=locator(folder), names=names, scenarios=rows
    )
    if json:
        say_json(document.model_dump(mode="json"))
    else:
        say_check(document, names[folder.dossier.customer.id], names, shown, every=every)
        say(*listed_dead(_dead(folder), shown))
    return _exit_code(document, fail_on, strict=strict)


def _scenario_rows(
    folder: CustomerFolder, files: Sequence[ScenarioFile], names: dict[str, str], lang: Lang, *, files_only: bool
) -> tuple[ScenarioRow, ...]:
    """What a run of each scenario would say of its targets; whether they are dead at T0 only where wiring is asked."""
    from drillsim.checks.applicable import scenario_row
    from drillsim.schema.dossier import Case

    cases = [(file, Case(folder.dossier, file.id, file.scenario)) for file in files]
    return tuple(
        scenario_row(case, lang, names, partial(_where, file), () if files_only else _dead_targets(case))
        for file, case in cases
    )


def _where(file: ScenarioFile, field: str) -> tuple[str, int]:
    return file.file.label, file.file.line_of_field(field)


def _dead_targets(case: Case) -> tuple[str, ...]:
    """What the scenario strikes where all of it is dead at T0, as a run finds it before its clock moves."""
    from drillsim.schema.target import unmatched
    from drillsim.simulation import Run

    return () if unmatched(case) else Run(case, seed=1).dead_targets()


def _names(folder: CustomerFolder, lang: Lang) -> dict[str, str]:
    """What things are called, as a run calls them. Steps and cards go by their numbers: their names are sentences."""
    from drillsim.schema.dossier import kinds, names

    kind = kinds(folder.dossier)
    called = ((name, words.says(lang)) for name, words in names(folder.dossier))
    return {name: words for name, words in called if words and kind.get(name) not in ("step", "card")}


def _dead(folder: CustomerFolder) -> tuple[str, ...]:
    """Buses nothing feeds in the normal mode."""
    from drillsim.network import compile_network
    from drillsim.plant.element import dead_in_file

    return dead_in_file(folder.dossier, compile_network(folder.dossier.network))


def _exit_code(document: CheckDocument, fail_on: str, *, strict: bool) -> ExitCode:
    failed = [WORTH[row.severity] for row in document.results if row.outcome == "fail"]
    counts = [worth for worth in failed if strict or (fail_on != "never" and worth <= fail_on)]
    return ExitCode.WEAK if counts or (strict and document.summary.unknown_strict) else ExitCode.FINE

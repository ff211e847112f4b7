"""`drillsim check PLAN_DIR [SCENARIO…]`: files and rules, without a simulation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from drillsim.cli.check_page import WORTH, listed_dead, say_check
from drillsim.cli.console import note, say, say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import customer_lang, screen_lang
from drillsim.cli.option import AsOf, FailOnFlag, Json, LangFlag, PlanDir

if TYPE_CHECKING:
    from drillsim.checks import CheckDocument
    from drillsim.files import CustomerFolder


def check(  # noqa: PLR0913, PLR0917 (one parameter a flag)
    plan_dir: PlanDir,
    scenarios: Annotated[list[str] | None, typer.Argument(metavar="SCENARIO...", help="cli-argument-scenario")] = None,
    files_only: Annotated[bool, typer.Option("--files-only", help="cli-option-files-only")] = False,
    as_of: AsOf = None,
    strict: Annotated[bool, typer.Option("--strict", help="cli-option-strict")] = False,
    every: Annotated[bool, typer.Option("--all", help="cli-option-all")] = False,
    lang: LangFlag = None,
    json: Json = False,
    fail_on: FailOnFlag = "never",
) -> int:
    """Reads the files and asks every rule."""
    from drillsim.use.check import checked, names_in
    from drillsim.use.load import load

    folder, files = load(plan_dir, scenarios or ())
    spoken = customer_lang(lang, folder.dossier.customer.language)
    shown = spoken if json else screen_lang(lang, spoken)
    note(shown, folder.noted)
    document, names = checked(folder, files, shown, as_of=as_of, files_only=files_only), names_in(folder, shown)
    if json:
        say_json(document.model_dump(mode="json"))
    else:
        say_check(document, names[folder.dossier.customer.id], names, shown, every=every)
        say(*listed_dead(_dead(folder), shown))
    return _exit_code(document, fail_on, strict=strict)


def _dead(folder: CustomerFolder) -> tuple[str, ...]:
    """Buses nothing feeds in the normal mode."""
    from drillsim.network import net_of
    from drillsim.plant import dead_in_file

    return dead_in_file(folder.dossier, net_of(folder.dossier))


def _exit_code(document: CheckDocument, fail_on: str, *, strict: bool) -> ExitCode:
    failed = [WORTH[row.severity] for row in document.results if row.outcome == "fail"]
    counts = [worth for worth in failed if strict or (fail_on != "never" and worth <= fail_on)]
    return ExitCode.WEAK if counts or (strict and document.summary.unknown_strict) else ExitCode.FINE

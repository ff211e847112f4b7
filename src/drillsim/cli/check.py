"""`drillsim check PLAN_DIR [SCENARIO…]`: files and rules, without a simulation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from drillsim.cli.check_page import WORTH, listed_dead, say_check
from drillsim.cli.console import note, say, say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import customer_lang, screen_lang
from drillsim.cli.option import EditionName, FailOnFlag, Json, LangFlag, PlanDir, date_of
from drillsim.texts import Lang, list_text, text

if TYPE_CHECKING:
    from drillsim.checks import CheckDocument
    from drillsim.files import CustomerFolder


def check(  # noqa: PLR0913, PLR0917 (one parameter a flag)
    plan_dir: PlanDir,
    scenarios: Annotated[list[str] | None, typer.Argument(metavar="SCENARIO...", help="cli-argument-scenario")] = None,
    edition: EditionName = None,
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
    from drillsim.use.check import checked, names_in
    from drillsim.use.load import load

    folder, files = load(plan_dir, scenarios or (), edition, every_edition=True)
    spoken = customer_lang(lang, folder.dossier.customer.language)
    shown = spoken if json else screen_lang(lang, spoken)
    note(shown, folder.noted)
    day = as_of or (folder.edition.edition.from_ if folder.edition else None)
    names = names_in(folder, shown)
    document = checked(folder, files, shown, as_of=day, files_only=files_only)
    document = document.model_copy(update=_editions(folder))
    if json:
        say_json(document.model_dump(mode="json"))
    else:
        say_check(document, names[folder.dossier.customer.id], names, shown, every=every)
        say(*listed_dead(_dead(folder), shown))
        say(*_edition_lines(document, shown))
    return _exit_code(document, fail_on, strict=strict)


def _editions(folder: CustomerFolder) -> dict[str, object]:
    """Return the edition checked and all that fit the plan, as the document has them."""
    from drillsim.files import find_editions

    noted = {each.file for each in folder.noted}
    fitting = [name for name, path in find_editions(folder.path).items() if path.as_posix() not in noted]
    return {"edition": folder.edition.id if folder.edition else None, "editions": tuple(fitting)}


def _edition_lines(document: CheckDocument, lang: Lang) -> Iterator[str]:
    if document.edition:
        yield text(lang, "cli-check-edition", name=document.edition, date=str(document.as_of))
    elif document.editions:
        yield text(lang, "cli-check-editions", names=list_text(lang, list(document.editions)))


def _dead(folder: CustomerFolder) -> tuple[str, ...]:
    """Buses nothing feeds in the normal mode."""
    from drillsim.network import net_of
    from drillsim.plant import dead_in_file

    return dead_in_file(folder.dossier, net_of(folder.dossier))


def _exit_code(document: CheckDocument, fail_on: str, *, strict: bool) -> ExitCode:
    failed = [WORTH[row.severity] for row in document.results if row.outcome == "fail"]
    counts = [worth for worth in failed if strict or (fail_on != "never" and worth <= fail_on)]
    return ExitCode.WEAK if counts or (strict and document.summary.unknown_strict) else ExitCode.FINE

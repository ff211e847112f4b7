"""`drillsim import PLAN_DIR FILE.xlsx`: a workbook of ours that somebody has edited, back into the customer's files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from drillsim.cli.console import say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.import_page import files_document, list_document, say_files, say_list
from drillsim.cli.language import customer_lang, screen_lang
from drillsim.cli.option import Json, LangFlag, PlanDir, date_of
from drillsim.errors import InvalidInput, Problem, facts


def bring_in(
    plan_dir: PlanDir,
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="cli-argument-workbook")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="cli-option-dry-run")] = False,
    as_of: Annotated[
        dt.date | None, typer.Option("--as-of", metavar="DATE", parser=date_of, help="cli-option-import-day")
    ] = None,
    lang: LangFlag = None,
    json: Json = False,
) -> int:
    """Takes an edited workbook back."""
    from drillsim.files.workbook import CUSTOMER, MSEL, mark_of, read_book
    from drillsim.use.bring_back import IMPROVEMENT_LIST, bring_back
    from drillsim.use.load import load
    from drillsim.use.msel_book import import_msel
    from drillsim.use.workbook import import_customer

    book = read_book(file)
    mark = mark_of(book)
    folder, _ = load(plan_dir)
    spoken = customer_lang(lang, folder.dossier.customer.language)
    shown = screen_lang(lang, spoken)
    if mark.kind in (CUSTOMER, MSEL):
        take = import_customer if mark.kind == CUSTOMER else import_msel
        done = take(folder, book, mark, dry_run=dry_run)
        if json:
            say_json(files_document(done))
        else:
            say_files(done, shown, dry_run=dry_run)
        return ExitCode.FINE
    if mark.kind != IMPROVEMENT_LIST:
        raise InvalidInput([Problem(file=book.label, code="book-kind", facts=facts(kind=mark.kind[:40] or "–"))])
    found = bring_back(folder, book, mark, as_of, spoken, dry_run=dry_run)
    if json:
        say_json(list_document(found, shown))
    else:
        say_list(found, shown, dry_run=dry_run)
    return ExitCode.WRONG_INPUT if found.problems else ExitCode.FINE

"""`drillsim import PLAN_DIR FILE.xlsx`: a workbook of ours that somebody has edited, back into the customer's files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from drillsim.cli.console import complain, say, say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import customer_lang, screen_lang
from drillsim.cli.option import Json, LangFlag, PlanDir, date_of
from drillsim.errors import InvalidInput, Problem, facts
from drillsim.texts import Lang, problem_line, text

if TYPE_CHECKING:
    from drillsim.use.bring_back import BroughtBack


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
    from drillsim.files.workbook import mark_of, read_book
    from drillsim.use.bring_back import IMPROVEMENT_LIST, bring_back
    from drillsim.use.load import load

    book = read_book(file)
    mark = mark_of(book)
    folder, _ = load(plan_dir)
    spoken = customer_lang(lang, folder.dossier.customer.language)
    shown = screen_lang(lang, spoken)
    if mark.kind != IMPROVEMENT_LIST:
        raise InvalidInput([Problem(file=book.label, code="book-kind", facts=facts(kind=mark.kind[:40] or "–"))])
    found = bring_back(folder, book, mark, as_of, spoken, dry_run=dry_run)
    if json:
        say_json(_document(found, shown))
    else:
        _say(found, shown, dry_run=dry_run)
    return ExitCode.WRONG_INPUT if found.problems else ExitCode.FINE


def _document(found: BroughtBack, lang: Lang) -> dict[str, Any]:
    rows = [
        {
            "row": each.line, "entry": each.number, "about": each.about, "entered": each.entered,
            "changes": [{"field": name, "before": old, "after": new} for name, old, new in each.changes],
        }
        for each in found.rows
    ]  # fmt: skip
    return {
        "format": 1, "file": found.file, "written": found.written, "rows": rows, "unchanged": found.unchanged,
        "gone": found.gone, "problems": [_problem(each, lang) for each in found.problems],
    }  # fmt: skip


def _problem(each: Problem, lang: Lang) -> dict[str, Any]:
    from drillsim.cli.failure import problem_row

    return problem_row(each, problem_line(lang, each))


def _say(found: BroughtBack, lang: Lang, *, dry_run: bool) -> None:
    for each in found.rows:
        changes = "; ".join(f"{name}: {old or '–'} → {new or '–'}" for name, old, new in each.changes)
        say(text(lang, "cli-import-row", row=each.line, entry=each.number, about=each.about, changes=changes))
    complain(*(problem_line(lang, each) for each in found.problems))
    told = "dry" if dry_run else "yes" if found.written else "no"
    say(
        text(
            lang, "cli-import-done", taken=len(found.rows), wrong=len({each.line for each in found.problems}),
            unchanged=found.unchanged, gone=found.gone, file=found.file, written=told,
        )
    )  # fmt: skip

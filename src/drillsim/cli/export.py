"""`drillsim export PLAN_DIR FILE.xlsx`: a customer's folder as one workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drillsim.cli.console import say
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import customer_lang, screen_lang
from drillsim.cli.option import LangFlag, PlanDir
from drillsim.texts import text


def export(
    plan_dir: PlanDir,
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="cli-argument-workbook-new")],
    msel: Annotated[str | None, typer.Option("--msel", metavar="SCENARIO", help="cli-option-msel-book")] = None,
    lang: LangFlag = None,
) -> int:
    """Writes the customer, or the injects of a drill, as a workbook."""
    from drillsim.use.load import load
    from drillsim.use.msel_book import export_msel
    from drillsim.use.workbook import export_customer

    folder, _ = load(plan_dir)
    spoken = customer_lang(lang, folder.dossier.customer.language)
    shown, left = screen_lang(lang, spoken), tuple[str, ...]()
    if msel is not None:
        export_msel(folder, msel, file, spoken)
    else:
        left = export_customer(folder, file, spoken)
    say(text(shown, "cli-export-written", path=file.as_posix()))
    if left:
        say(text(shown, "cli-export-left", names=", ".join(left)))
    return ExitCode.FINE

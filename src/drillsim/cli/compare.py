"""`drillsim compare OLD NEW`: two versions of one customer, played on the same cases with the same luck."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from drillsim.cli.campaign_option import Hours, hours_of
from drillsim.cli.console import complain, note, rate_progress, say, say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import customer_lang, screen_lang
from drillsim.cli.option import EditionName, FailOnFlag, Json, LangFlag, Out, Seed, WorkerCount, count_of
from drillsim.texts import Lang, duration_text, list_text, text
from drillsim.use.compare import DRAWS, Cases, Files, cases_of, path_of, play, read_files

if TYPE_CHECKING:
    from drillsim.documents.comparison import CompareDocument
    from drillsim.revision.versions import Pairing

OldDir = Annotated[Path, typer.Argument(metavar="OLD", help="cli-argument-old")]
NewDir = Annotated[Path, typer.Argument(metavar="NEW", help="cli-argument-new")]
Draws = Annotated[
    int | None, typer.Option("--draws", metavar="N", parser=count_of("--draws"), help="cli-option-compare-draws")
]
CaseList = Annotated[str | None, typer.Option("--cases", metavar="LIST", help="cli-option-cases")]


def compare(  # noqa: PLR0913, PLR0917 (one parameter a flag)
    old: OldDir,
    new: NewDir,
    cases: CaseList = None,
    hours: Hours = None,
    edition: EditionName = None,
    draws: Draws = None,
    seed: Seed = 1,
    workers: WorkerCount = None,
    out: Out = Path("reports"),
    lang: LangFlag = None,
    json: Json = False,
    fail_on: FailOnFlag = "never",
) -> int:
    """Plays every case on both versions."""
    from drillsim.cli.compare_page import say_comparison
    from drillsim.documents.comparison import comparison_page

    began = perf_counter()
    wanted = replace(Cases() if cases is None else cases_of(cases), seed=seed, draws=draws or DRAWS, edition=edition)
    wanted = replace(wanted, hours=hours_of(hours)) if hours else wanted
    files = read_files(old, new, wanted)
    spoken = customer_lang(lang, files.new.dossier.customer.language)
    shown = screen_lang(lang, spoken)

    note(shown, (*files.old.noted, *files.new.noted))

    def begins(pairing: Pairing) -> None:
        (complain if json else say)(_expected(pairing, files, workers, shown))

    try:
        with rate_progress(shown, files.new.dossier.folder) as progress:
            played = play(files, wanted, out, spoken, workers, begins=begins, progress=progress)
    except KeyboardInterrupt:
        complain("", text(shown, "cli-compare-stopped", path=path_of(files, wanted, out).as_posix()))
        return ExitCode.STOPPED
    if json:
        wall_s = round(perf_counter() - began, 1)
        say_json(played.document.printed(spoken, out=played.path.as_posix(), wall_s=wall_s, workers=played.workers))
    else:
        paths = files.old.path.as_posix(), files.new.path.as_posix()
        page = comparison_page(played.document, files.old.dossier, files.new.dossier, shown, paths=paths)
        say_comparison(page, played.path)
    return exit_code(played.document, fail_on)


def exit_code(document: CompareDocument, fail_on: str) -> ExitCode:
    """1 when something got worse that is as grave as `fail_on` or graver."""
    grave = document.conclusion.severity
    return ExitCode.WEAK if fail_on != "never" and grave is not None and grave <= fail_on else ExitCode.FINE


def _expected(pairing: Pairing, files: Files, workers: int | None, lang: Lang) -> str:
    """Return the number of cases and the time they will take, in words."""
    from drillsim.campaign import estimate

    expected = estimate(pairing.new, perf_counter, sampled=True, exact=False)
    seconds = 2 * expected.seconds / (workers or os.cpu_count() or 1)
    hours = [text(lang, f"report-campaign-hour-{each.name}") for each in pairing.new.spec.hours]
    return text(
        lang, "cli-compare-begins", old=files.old.path.resolve().name,
        new=files.new.path.resolve().name,
        cases=expected.cases, hours=list_text(lang, hours), draws=pairing.new.spec.draws,
        time=duration_text(lang, round(seconds * 1000)),
    )  # fmt: skip

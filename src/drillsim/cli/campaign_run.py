"""A campaign from the command line: what will be played is said, then how far it is, then what came out."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from drillsim.cli.campaign_page import exit_code, say_campaign
from drillsim.cli.console import complain, note, rate_progress, say, say_json
from drillsim.cli.console import progress as doing
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import customer_lang, screen_lang
from drillsim.errors import wrong_argument
from drillsim.files import part_of_folder
from drillsim.texts import Lang, duration_text, list_text, problem_line, text
from drillsim.use.campaign import Asked, Files, Played, path_of, play, read_files
from drillsim.use.revise import Revised, page_of, revise

if TYPE_CHECKING:
    from drillsim.campaign import Progress, Runner, Store


@dataclass(frozen=True, slots=True)
class Output:
    """The way a campaign's output goes: folder, language, screen or JSON, exit code."""

    out: Path
    lang: str | None
    json: bool
    fail_on: str
    revise: bool = False
    """The smallest set of changes is looked for afterwards, from its cases."""


def run_campaign(plan_dir: Path, asked: Asked, output: Output) -> int:
    """Conducts the campaign and says what came out. Raises: InvalidInput before anything is played."""
    began = perf_counter()
    if output.revise and not asked.sampled:
        raise wrong_argument("--revise", "revise-no-draws")
    files = read_files(plan_dir, asked)
    spoken = customer_lang(output.lang, files.folder.dossier.customer.language)
    shown = screen_lang(output.lang, spoken)
    note(shown, files.folder.noted)
    try:
        with rate_progress(shown, files.folder.dossier.folder) as progress:
            played = play(
                files, asked, output.out, spoken,
                begins=partial(_announce, asked, output, shown), progress=in_words(progress, shown),
            )  # fmt: skip
    except KeyboardInterrupt:
        return _stopped(part_of_folder(path_of(files, asked, output.out)), shown)
    document = played.document
    try:
        revised = _revised(files, asked, output, spoken, played) if output.revise else None
    except KeyboardInterrupt:  # the campaign stands
        complain("", text(shown, "cli-stopped-revising", path=played.path.as_posix()))
        return ExitCode.STOPPED
    wall_s = round(perf_counter() - began, 1)
    if output.json:
        told = document.with_changes(revised.document, revised.path.as_posix()) if revised else document
        say_json(told.printed(spoken, out=played.path.as_posix(), wall_s=wall_s, workers=played.workers))
    else:
        say_campaign(document, files.folder.dossier, played.path, shown)
        say(*(["", *page_of(revised, files.folder, shown)] if revised else []))
    return exit_code(document, output.fail_on)


def _revised(files: Files, asked: Asked, output: Output, lang: Lang, played: Played) -> Revised:
    """The smallest sets of changes for the campaign's cases."""
    with doing(lang, files.folder.dossier.folder) as progress:
        workers = asked.workers or os.cpu_count() or 1
        return revise(files.folder, output.out, lang, recorded=played.path, workers=workers, progress=progress)


def _announce(asked: Asked, output: Output, lang: Lang, runners: Sequence[Runner], store: Store) -> None:
    """Say the number of cases and the time they will take, before any of them is played; where the campaign is gone on
    with, also the number there already and the time of the rest."""
    from drillsim.campaign import estimate, first_batch_there

    there, units = first_batch_there(runners, store, exact=asked.exact)
    if asked.resume:
        (complain if output.json else say)(text(lang, "cli-campaign-goes-on", done=there, units=units))
    if there == units:
        return
    left = (units - there) / units
    expected = estimate(runners[0], perf_counter, sampled=asked.sampled, exact=asked.exact)
    runs = expected.runs * len(runners)
    seconds = left * expected.seconds * len(runners) / (asked.workers or os.cpu_count() or 1)
    words = text(
        lang, "cli-campaign-begins",
        customer=runners[0].dossier.folder, cases=expected.cases, runs=runs,
        hours=list_text(lang, [text(lang, f"report-campaign-hour-{each.name}") for each in runners[0].spec.hours]),
        time=duration_text(lang, round(seconds * 1000)),
    )  # fmt: skip
    (complain if output.json else say)(words)


def _stopped(part: Path, lang: Lang) -> int:
    """Says what is played and how to go on."""
    from drillsim.documents.campaign_report import stopped_campaign

    told = stopped_campaign(part)
    complain("", problem_line(lang, told) if told else text(lang, "cli-stopped"))
    return ExitCode.STOPPED


def in_words(progress: Progress, lang: Lang) -> Progress:
    """`progress` with batches called as people say it; the first of the draws, most often the only one, has no name."""
    from drillsim.campaign import EXACT

    def show(batch: str, done: int, of: int) -> None:
        later = "" if batch == EXACT or not int(batch) else text(lang, "cli-batch", n=int(batch) + 1)
        progress(text(lang, "cli-batch-exact") if batch == EXACT else later, done, of)

    return show

"""`drillsim run PLAN_DIR SCENARIO…`: one run each; what happened, weak points, recommendations, report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drillsim.cli.console import complain, note, progress, say, say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import customer_lang, screen_lang
from drillsim.cli.option import (
    EditionName,
    FailOnFlag,
    Json,
    LangFlag,
    NoProofs,
    Out,
    PlanDir,
    Scenarios,
    Seed,
    WorkerCount,
    date_of,
    processors,
)
from drillsim.errors import wrong_argument
from drillsim.texts import Lang, list_text, text

if TYPE_CHECKING:
    from drillsim.documents import Report, RunDocument
    from drillsim.files import CustomerFolder, ScenarioFile
    from drillsim.use.record import Played
    from drillsim.use.register import Taking

MOST = 10
"""Numbers of entries in one line; a run may bring dozens."""


def run(  # noqa: PLR0913, PLR0917 (one parameter a flag)
    plan_dir: PlanDir,
    scenarios: Scenarios,
    seed: Seed = 1,
    edition: EditionName = None,
    out: Out = Path("reports"),
    lang: LangFlag = None,
    json: Json = False,
    fail_on: FailOnFlag = "never",
    no_proofs: NoProofs = False,
    workers: WorkerCount = None,
    register: Annotated[bool, typer.Option("--register", help="cli-option-register")] = False,
    as_of: Annotated[
        dt.date | None, typer.Option("--as-of", metavar="DATE", parser=date_of, help="cli-option-register-day")
    ] = None,
) -> int:
    """Plays each scenario once."""
    from drillsim.use.load import load

    if register != (as_of is not None):
        raise wrong_argument("--register" if register else "--as-of", "argument-register-day")
    if register and edition is not None:
        raise wrong_argument("--edition", "argument-edition-beside", flag="--register")
    folder, files = load(plan_dir, scenarios, edition)
    spoken = customer_lang(lang, folder.dossier.customer.language)
    return play_all(
        folder, files, seed=seed, out=out, spoken=spoken, shown=screen_lang(lang, spoken), json=json, fail_on=fail_on,
        workers=processes(workers, no_proofs), taking=_taking(folder, files, as_of, spoken),
    )  # fmt: skip


def _taking(folder: CustomerFolder, files: Sequence[ScenarioFile], day: dt.date | None, spoken: Lang) -> Taking | None:
    """The register that takes what the runs say on `day`; None where it is not to."""
    from drillsim.use.register import taking

    return taking(folder, files, day, spoken) if day else None


def play_all(  # noqa: PLR0913 (what the flags of two commands say)
    folder: CustomerFolder,
    files: Sequence[ScenarioFile],
    *,
    seed: int,
    out: Path,
    spoken: Lang,
    shown: Lang,
    json: bool,
    fail_on: str,
    workers: int | None,
    taking: Taking | None = None,
) -> int:
    """Each scenario played, one after the other: page one as soon as it stands, then what `workers` processes found by
    playing it again; with None nothing is played again. Documents are written in `spoken`, the screen is in `shown`.
    The register in `taking` is written when all have been played, or somebody stops the trying of changes."""
    from drillsim.network import flow_for
    from drillsim.use.play import Play
    from drillsim.use.record import page_one, proved

    note(shown, folder.noted)
    flow = flow_for(folder.dossier.network)
    done = []
    for file in files:
        play = Play(folder, file, seed, flow)
        with progress(spoken, file.id) as doing:
            played, journal = page_one(play, out, spoken, doing)
        entered = taking.take(played.document) if taking else None
        try:
            if not json:
                show(played, shown, later=workers is not None)
            if workers is not None:
                with progress(spoken, file.id) as doing:
                    played = proved(play, played, journal, workers, doing)
                if not json:
                    show_proved(played, shown)
        except KeyboardInterrupt:  # page one stands, and no change was tried
            played = replace(played, stopped=True)
        done.append(replace(played, entered=entered))
        if played.stopped:
            _write(taking, done, shown, json=json)
            complain("", text(shown, "cli-stopped-proving", path=played.path.as_posix()))
            return ExitCode.STOPPED
    _write(taking, done, shown, json=json)
    if json:
        say_json(json_document(done))
    return exit_code((each.document for each in done), fail_on)


def _write(taking: Taking | None, done: Sequence[Played], lang: Lang, *, json: bool) -> None:
    """Put the register in its place, and say what it took."""
    if taking is None:
        return
    written = taking.write()
    if json:
        return
    parts = [each.entered for each in done if each.entered]
    added, back, known = (
        list(dict.fromkeys(number for part in parts for number in getattr(part, name)))
        for name in ("added", "back", "known")
    )
    told = {"file": taking.draft.label, "written": "yes" if written else "no", "known": len(known)}
    new = f"{added[0]} … {added[-1]}" if len(added) > 1 else "".join(added)
    names = {"new": new, "again": list_text(lang, back, MOST)}
    say("", text(lang, "cli-register", added=len(added), back=len(back), **told, **names))


def processes(workers: int | None, no_proofs: bool) -> int | None:
    """Return the number of processes that play again; None for no re-runs at all."""
    return None if no_proofs else workers or processors()


def show(played: Played, lang: Lang, *, later: bool = False) -> None:
    """Page one of a run on the screen, in `lang`; `later`: changes are still to be tried."""
    from drillsim.cli.page_one import say_page_one

    say_page_one(_report_in(played, lang), played.document, played.path, lang, later=later)


def show_proved(played: Played, lang: Lang) -> None:
    """Say what playing the run again has shown, in `lang`."""
    from drillsim.cli.page_one import say_proved

    say_proved(_report_in(played, lang), played.path, lang)


def _report_in(played: Played, lang: Lang) -> Report:
    from drillsim.documents.build_report import build_report
    from drillsim.documents.run_folder import read_run_folder

    if played.report.lang == lang:
        return played.report
    run = read_run_folder(played.path)
    return build_report(run.document, run.case, run.journal, lang, pictures={})  # the screen shows none


def json_document(played: Sequence[Played]) -> dict[str, object]:
    """Return the document `run --json` prints: one run's, or `{format, runs}` of several."""
    from drillsim.documents import spoken

    found = [
        spoken(
            each.document.model_copy(update={"run_dir": each.path.as_posix(), "entered": each.entered}),
            each.report.lang,
        )
        for each in played
    ]
    return found[0] if len(found) == 1 else {"format": 1, "runs": found}


def exit_code(documents: Iterable[RunDocument], fail_on: str) -> ExitCode:
    """1 when a weak point is as severe as `fail_on` or more."""
    found = {row.severity for document in documents for row in document.findings}
    return ExitCode.WEAK if fail_on != "never" and any(each <= fail_on for each in found) else ExitCode.FINE

"""`drillsim revise PLAN_DIR`: the smallest set of changes with which the plan stands every case asked of it; and, when
the meeting has decided, the next version of the plan with them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from drillsim.cli.console import complain, note, progress, say, say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import customer_lang, screen_lang
from drillsim.cli.option import EditionName, Json, LangFlag, Out, PlanDir, Seed, WorkerCount, date_of
from drillsim.cli.recorded_folder import recorded_folder
from drillsim.errors import wrong_argument
from drillsim.texts import Lang, duration_text, text

if TYPE_CHECKING:
    from drillsim.documents.revise_report import WallRow
    from drillsim.files import CustomerFolder
    from drillsim.use.apply_revision import Applied
    from drillsim.use.revise import Revised

From = Annotated[Path | None, typer.Option("--from", metavar="RUN_OR_CAMPAIGN_DIR", help="cli-option-from")]
Apply = Annotated[str | None, typer.Option("--apply", metavar="ID,...|minimal", help="cli-option-apply")]

SETS = ("minimal", "paper", "setting")
CHANGES_JSON = "changes.json"
OnRecord = Annotated[
    dt.date | None, typer.Option("--as-of", metavar="DATE", parser=date_of, help="cli-option-as-of-record")
]


def revise(  # noqa: PLR0913, PLR0917 (one parameter a flag)
    plan_dir: PlanDir,
    recorded: From = None,
    apply: Apply = None,
    as_of: OnRecord = None,
    edition: EditionName = None,
    seed: Seed = 1,
    workers: WorkerCount = None,
    out: Out = Path("reports"),
    lang: LangFlag = None,
    json: Json = False,
) -> int:
    """Looks for the smallest set of changes, or writes changes into the plan."""
    from drillsim.cli.revise_written import written_lines
    from drillsim.cli.run import processes
    from drillsim.use.load import load
    from drillsim.use.revise import page_of, searched_before, with_written
    from drillsim.use.revise import revise as search

    if apply is not None and as_of is None:
        raise wrong_argument("--apply", "apply-without-date")
    folder, _ = load(plan_dir, (), edition)
    spoken = customer_lang(lang, folder.dossier.customer.language)
    shown = screen_lang(lang, spoken)
    note(shown, folder.noted)
    where = recorded_folder(recorded) if recorded else None
    found = searched_before(folder, out, seed=seed, recorded=where) if apply is not None else None
    took: WallRow | None = None
    if found is None and apply is not None and as_of is not None and not json:
        applied = _of_run(folder, where, apply, as_of)
        if applied is not None:
            say("", *written_lines(applied, shown))
            return ExitCode.FINE
    if found is None:
        try:
            with progress(spoken, folder.dossier.folder) as doing:
                timed = _Timed(doing)
                found = search(
                    folder, out, spoken, seed=seed, recorded=where, workers=processes(workers, no_proofs=False) or 1,
                    progress=timed,
                )  # fmt: skip
            took = timed.took
        except KeyboardInterrupt:
            complain("", text(shown, "cli-stopped-searching"))
            return ExitCode.STOPPED
    page = [] if json else page_of(found, folder, shown)
    if apply is not None and as_of is not None:
        applied = _applied(found, folder, apply, as_of)
        found, page = with_written(found, applied), written_lines(applied, shown)
    if json:
        say_json(found.document.printed(spoken, found.path.as_posix(), took))
    else:
        say("", *page, *_took(took, shown))
    return ExitCode.FINE


class _Timed:
    """Progress that is shown, and the wall time of what was done between two words of it."""

    def __init__(self, show: Callable[[str, int, int], None]) -> None:
        self._show, self._began, self._last, self._verifying = show, perf_counter(), perf_counter(), 0.0

    def __call__(self, what: str, done: int, of: int) -> None:
        now = perf_counter()
        if what == "verified":
            self._verifying += now - self._last
        self._last = now
        self._show(what, done, of)

    @property
    def took(self) -> WallRow:
        """Wall time so far; what is written up after the last set counts as search."""
        from drillsim.documents.revise_report import WallRow

        whole = perf_counter() - self._began
        return WallRow(search=round(whole - self._verifying, 1), verification=round(self._verifying, 1))


def _took(took: WallRow | None, lang: Lang) -> list[str]:
    """The line that says how long it took; none where it was found as it lay there."""
    if took is None:
        return []
    times = {name: duration_text(lang, round(s) * 1_000) for name, s in took.model_dump().items()}
    return [text(lang, "revise-took", **times)]


def _applied(found: Revised, folder: CustomerFolder, apply: str, as_of: dt.date) -> Applied:
    """The changes called for, written as the next version of the plan. Raises: InvalidInput; then nothing is."""
    from drillsim.revision import chosen
    from drillsim.use.apply_revision import apply_changes
    from drillsim.use.revision_row import Evidence

    answers = found.document.minimal
    sets = {"minimal": answers.all.ids, "paper": answers.paper.ids, "setting": answers.setting.ids}
    ids = sets.get(apply.strip(), _ids(apply))
    evidence = Evidence(found.path.name, "", found.document.seed, folder.digests)
    return apply_changes(folder, chosen(found.changes, ids), as_of=as_of, evidence=evidence)


def _of_run(folder: CustomerFolder, run: Path | None, apply: str, as_of: dt.date) -> Applied | None:
    """The changes called for written as the page of a recorded run proposes them, without a search; None where none
    stand there. Raises: InvalidInput; then nothing is written."""
    from drillsim.revision import chosen
    from drillsim.use.apply_revision import apply_changes, recorded_changes

    if run is None or apply.strip() in SETS or not (run / CHANGES_JSON).is_file():
        return None
    changes, evidence = recorded_changes(run)
    return apply_changes(folder, chosen(changes, _ids(apply)), as_of=as_of, evidence=evidence)


def _ids(apply: str) -> list[str]:
    return [each.strip() for each in apply.replace("，", ",").split(",") if each.strip()]

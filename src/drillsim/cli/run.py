"""`drillsim run PLAN_DIR SCENARIO…`: one run each; what happened, weak points, recommendations, report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from drillsim.cli.console import say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import customer_lang, screen_lang
from drillsim.cli.option import FailOnFlag, Json, LangFlag, Out, PlanDir, Scenarios, Seed
from drillsim.texts import Lang

if TYPE_CHECKING:
    from drillsim.cli.play import Played
    from drillsim.documents.run_document import RunDocument


def run(
    plan_dir: PlanDir,
    scenarios: Scenarios,
    seed: Seed = 1,
    out: Out = Path("reports"),
    lang: LangFlag = None,
    json: Json = False,
    fail_on: FailOnFlag = "never",
) -> int:
    """Plays each scenario once."""
    played = []
    for each in play_all(plan_dir, scenarios, seed, out, lang):
        if not json:
            show(each, screen_lang(lang, each.report.lang))
        played.append(each)
    if json:
        say_json(json_document(played))
    return exit_code((each.document for each in played), fail_on)


def play_all(plan_dir: Path, scenarios: Sequence[str], seed: int, out: Path, flag: str | None) -> Iterable[Played]:
    """Each scenario played, one after the other; documents in the language of `flag`, else the customer's.

    Raises: InvalidInput with the problems of all files before anything is played.
    """
    from drillsim.cli.load import load
    from drillsim.cli.play import play
    from drillsim.network import Memo, PandapowerFlow

    folder, files = load(plan_dir, scenarios)
    flow = Memo(PandapowerFlow(folder.dossier.network))
    spoken = customer_lang(flag, folder.dossier.customer.language)
    for file in files:
        yield play(folder, file, seed=seed, out=out, lang=spoken, flow=flow)


def show(played: Played, lang: Lang) -> None:
    """Page one of a run on the screen, in `lang`."""
    from drillsim.cli.page_one import say_page_one
    from drillsim.documents.build_report import build_report
    from drillsim.documents.run_folder import read_run_folder

    report = played.report
    if report.lang != lang:
        run = read_run_folder(played.path)
        report = build_report(run.document, run.case, run.journal, lang)
    say_page_one(report, played.document, played.path, lang)


def json_document(played: Sequence[Played]) -> dict[str, object]:
    """What `run --json` prints: one run's document, or `{format, runs}` of several."""
    from drillsim.documents.run_document import spoken

    found = [
        spoken(each.document.model_copy(update={"run_dir": each.path.as_posix()}), each.report.lang) for each in played
    ]
    return found[0] if len(found) == 1 else {"format": 1, "runs": found}


def exit_code(documents: Iterable[RunDocument], fail_on: str) -> ExitCode:
    """1 when a weak point is as severe as `fail_on` or more."""
    found = {row.severity for document in documents for row in document.findings}
    return ExitCode.WEAK if fail_on != "never" and any(each <= fail_on for each in found) else ExitCode.FINE

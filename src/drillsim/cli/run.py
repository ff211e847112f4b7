"""`drillsim run PLAN_DIR SCENARIO…`: one run each; what happened, weak points, recommendations, report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from drillsim.cli.console import say, say_json, shows
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.option import FailOnFlag, Json, LangFlag, Out, PlanDir, Scenarios, Seed
from drillsim.texts import Lang, text

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
    from drillsim.cli.load import load
    from drillsim.cli.play import play
    from drillsim.network import Memo, PandapowerFlow

    folder, files = load(plan_dir, scenarios)
    spoken = report_lang(lang, folder.dossier.plan.languages)
    flow = Memo(PandapowerFlow(folder.dossier.network))
    played = []
    for file in files:
        played.append(play(folder, file, seed=seed, out=out, lang=spoken, flow=flow))
        if not json:
            show(played[-1], screen_lang(lang, spoken))
    if json:
        say_json(json_document(played, spoken))
    return exit_code((each.document for each in played), fail_on)


def report_lang(asked: str | None, languages: Sequence[Lang]) -> Lang:
    """The language of the documents: the one asked for, else the plan's first."""
    from drillsim.cli.language import wished

    return wished(["--lang", asked] if asked else []) or languages[0]


def screen_lang(asked: str | None, spoken: Lang) -> Lang:
    """The language of the screen: English where nobody asked for Chinese and the console cannot show it."""
    return spoken if asked or shows(text(spoken, "cli-not-tested")) else "en"


def show(played: Played, lang: Lang) -> None:
    """Page one of a run on the screen, in `lang`."""
    from drillsim.cli.page_one import say_page_one
    from drillsim.documents.run_folder import read_run_folder

    report = played.report
    if report.lang != lang:
        from drillsim.documents.build_report import build_report

        run = read_run_folder(played.path)
        report = build_report(run.document, run.case, run.journal, lang)
    say_page_one(report, played.path, lang)


def json_document(played: Sequence[Played], lang: Lang) -> dict[str, object]:
    """What `run --json` prints: one run's document, or `{format, runs}` of several."""
    from drillsim.documents.run_document import spoken

    found = [
        spoken(each.document.model_copy(update={"run_dir": each.path.as_posix()}), lang) for each in played
    ]
    return found[0] if len(found) == 1 else {"format": 1, "runs": found}


def exit_code(documents: Sequence[RunDocument] | object, fail_on: str) -> ExitCode:
    """1 when a weak point is as severe as `fail_on` or more."""
    found = {row.severity for document in documents for row in document.findings}  # type: ignore[attr-defined]
    return ExitCode.WEAK if fail_on != "never" and any(each <= fail_on for each in found) else ExitCode.FINE


__all__ = ["exit_code", "json_document", "report_lang", "run", "say", "screen_lang", "show"]

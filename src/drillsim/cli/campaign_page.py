"""A campaign's page one on the screen: what came out, which limits are missed, what breaks the plan, what was left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drillsim.cli.console import say, say_table
from drillsim.cli.exit_code import ExitCode
from drillsim.texts import Lang, text

if TYPE_CHECKING:
    from drillsim.documents.campaign_report import CampaignDocument, CampaignReport
    from drillsim.schema import Compiled

MOST_SUBJECTS, MOST_SETS, MOST_NOT_TESTED = 12, 5, 6
_COLUMNS = (
    "column-verdict", "column-name", "column-limit", "campaign-column-p-met", "campaign-column-p95",
    "campaign-column-worst", "campaign-column-worst-case",
)  # fmt: skip


def say_campaign(document: CampaignDocument, dossier: Compiled, path: Path, lang: Lang) -> None:
    """Page one of the campaign whose files lie in `path`, in `lang`."""
    from drillsim.documents.campaign_report import build_campaign_report

    report = build_campaign_report(document, dossier, lang, pictures=False)
    say("", f"{report.customer} · {text(lang, 'report-campaign-title')}", *report.conclusion, "")
    say(*(f" - {name}{text(lang, 'cli-colon')}{words}" for name, words in report.played), "")
    _subjects(report, lang)
    _indices(report, lang)
    say("", report.variants_note)
    _sets(report, lang)
    _not_tested(report, lang)
    say("", text(lang, "cli-report-lies", path=(path / "report.html").as_posix()))


def exit_code(document: CampaignDocument, fail_on: str) -> ExitCode:
    """1 when a limit is missed that weighs as much as `fail_on` or more: A for what is safety-critical, else B."""
    rows = (*document.loads, *document.functions)
    found = {"A" if row.critical else "B" for row in rows if row.protected and row.missed_cases}
    return ExitCode.WEAK if fail_on != "never" and any(each <= fail_on for each in found) else ExitCode.FINE


def _subjects(report: CampaignReport, lang: Lang) -> None:
    if not report.subjects:
        return
    rows = [
        (f"{line.mark} {line.word}", line.name, line.limit, f"{line.p_met} {line.interval}".rstrip(), line.p95,
         line.worst, line.case)
        for line in report.subjects[:MOST_SUBJECTS]
    ]  # fmt: skip
    say_table([text(lang, f"report-{name}") for name in _COLUMNS], rows, narrow=(0,))
    _more(len(report.subjects) - MOST_SUBJECTS, lang)


def _indices(report: CampaignReport, lang: Lang) -> None:
    say("", text(lang, "report-campaign-indices"))
    if report.indices is None:
        say(report.indices_none)
    else:
        words = (f"{name}{text(lang, 'cli-colon')}{value}" for name, value in report.indices.system)
        say(*(f" - {each}" for each in words), report.indices_note)


def _sets(report: CampaignReport, lang: Lang) -> None:
    lines = [line for group in report.sets for line in group.lines]
    say("", text(lang, "report-campaign-sets"))
    for line in lines[:MOST_SETS]:
        alike = text(lang, "cli-campaign-alike", n=len(line.alike)) if line.alike else ""
        say(f" {line.number}. {line.sentence}{alike}")
    say(*([] if lines or report.trivial_note else [report.sets_none]))
    _more(len(lines) - MOST_SETS, lang)
    say(*([report.trivial_note] if report.trivial_note else []))


def _not_tested(report: CampaignReport, lang: Lang) -> None:
    say("", text(lang, "cli-not-tested"))
    say(*(f" - {line}" for line in report.not_tested[:MOST_NOT_TESTED]))
    _more(len(report.not_tested) - MOST_NOT_TESTED, lang)


def _more(left: int, lang: Lang) -> None:
    if left > 0:
        say(" - " + text(lang, "cli-more", n=left))

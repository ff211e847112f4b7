"""A campaign's page one on the screen: conclusion, limits, the smallest failure sets, what was not tested."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drillsim.cli.console import say, say_table
from drillsim.texts import Lang, text

if TYPE_CHECKING:
    from drillsim.documents.campaign_report import CampaignReport

MOST = 12
"""Rows and sets shown; the rest stands in the report."""


def say_campaign(report: CampaignReport, path: Path, lang: Lang) -> None:
    """Page one of `report`, whose files lie in `path`."""
    say("", report.customer, "", *report.conclusion, "")
    _subjects(report, lang)
    _variants(report, lang)
    _sets(report, lang)
    say("", text(lang, "cli-not-tested-campaign"), *(f"  {each}" for each in report.not_tested[:MOST]))
    say("", text(lang, "cli-report-lies", path=(path / "report.html").as_posix()))


def _subjects(report: CampaignReport, lang: Lang) -> None:
    names = ("verdict", "name", "limit")
    headers = [
        *(text(lang, f"report-column-{name}") for name in names),
        *(text(lang, f"report-campaign-column-{name}") for name in ("p-met", "p95", "worst", "worst-case")),
    ]
    rows = [
        (f"{line.mark} {line.word}", _named(line.name, line.id), line.limit, f"{line.p_met} {line.interval}".strip(),
         line.p95, line.worst, line.case_id)
        for line in report.subjects[:MOST]
    ]  # fmt: skip
    if rows:
        say_table(headers, rows, narrow=(0,))
    _more(len(report.subjects), lang)


def _variants(report: CampaignReport, lang: Lang) -> None:
    if not report.variants:
        return
    names = ("variant", "misses", "misses-less", "unserved-less", "better", "worse")
    headers = [text(lang, f"report-campaign-column-{name}") for name in names]
    rows = [
        (each.name, each.misses, each.misses_less, each.unserved_less, str(each.better), str(each.worse))
        for each in report.variants
    ]
    say("")
    say_table(headers, rows)


def _sets(report: CampaignReport, lang: Lang) -> None:
    lines = [line for group in report.sets for line in group.lines]
    for line in lines[:MOST]:
        say(f" {line.number}. {line.sentence}")
    _more(len(lines), lang)


def _more(count: int, lang: Lang) -> None:
    if count > MOST:
        say(f"    {text(lang, 'cli-more', n=count - MOST)}")


def _named(name: str, id_: str) -> str:
    return name if name == id_ else f"{name} ({id_})"

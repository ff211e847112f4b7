"""Printed on A4, page one is one page, however much stands on it. Asked of a browser, where there is one."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from drillsim.documents.campaign_report import CampaignReport
from drillsim.documents.campaign_report.pages import campaign_html
from drillsim.documents.report import Report
from drillsim.texts import LANGS, Lang, text
from drillsim.texts.quantity import duration_text
from helpers import sample_campaign
from helpers.sample_report import html_page, recommendation, sample_report
from helpers.thinned import thinned

BROWSER = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no browser to print with")


def crowded(lang: Lang) -> Report:
    """A report with as much on page one as can come together."""
    words = {
        "zh": "夜间值班电工接报后立即拉开进线开关并确认在分位,第二值班电工到场监护。",
        "en": "The duty electrician opens both incomers at once, watched by the second. ",
    }
    given = tuple(recommendation(f"R{number}", wait=("S03", "person_busy")) for number in range(5))
    report = sample_report(lang, recommendations=given)
    base = next(point for point in report.top if point.gain)
    weak = [replace(base, text=words[lang] * 6, change=words[lang] * 6, others=4) for _ in range(5)]
    lines = tuple(replace(report.lines[number % len(report.lines)], names=(words[lang][:20],)) for number in range(16))
    assert report.costliest is not None
    return replace(
        report,
        top=tuple(weak),
        lines=lines,
        costliest=replace(report.costliest, answer=words[lang] * 6),
        not_tested=(words[lang] * 5,) * 9,
        decisions=(words[lang] * 5,) * 9,
    )


def pages_of(html: str, folder: Path) -> int:
    page, printed = folder / "page.html", folder / "page.pdf"
    page.write_text(html, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={printed}"]
    subprocess.run([str(BROWSER), *options, page.as_uri()], check=True, capture_output=True, timeout=120)
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", printed.read_bytes()))


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_page_one_is_one_page_of_a4(lang: Lang, tmp_path: Path) -> None:
    for report in (sample_report(lang), crowded(lang)):
        html = html_page(report)
        first = html[: html.index("</section>")] + "</section></body></html>"
        assert pages_of(first, tmp_path) == 1
    assert pages_of(html, tmp_path) > 3


def crowded_campaign(lang: Lang) -> CampaignReport:
    """A campaign's report whose every sentence of page one is as long as the shipped hospital's own campaign has it."""
    report = sample_campaign.sample_report(lang)
    case = {
        "zh": "地下一层整体失去，且1号主变高压侧103开关保护退出，而急诊放射技师(白班)缺勤（夜间）第 0 号抽样",
        "en": "Basement is destroyed and the protection of Transformer T1, HV breaker 103 is off, by day (draw 0)",
    }
    share = text(lang, "report-campaign-p-missed-unrated", n=332)
    worst = text(lang, "report-campaign-at-least", time=duration_text(lang, 258_180_000))
    lines = [replace(each, p_met=share, interval="", p95="—", worst=worst, case=case[lang]) for each in report.subjects]
    often = text(lang, "report-campaign-often-by-chance", assumed=122, rest=556)
    conclusion = (
        *report.conclusion[:2],
        text(lang, "report-campaign-conclusion-unrated", cases=3572, missed=678, often=often),
        text(lang, "report-campaign-conclusion-scenarios", cases=110, missed=42),
        *report.conclusion[-2:],
    )
    return replace(report, subjects=tuple(lines), conclusion=conclusion)


CAMPAIGNS = [(made, lang) for made in (crowded_campaign, sample_campaign.sample_report) for lang in LANGS]


@pytest.mark.slow
@pytest.mark.parametrize(("made", "lang"), thinned(CAMPAIGNS, 3))
def test_page_one_of_a_campaign_is_one_page_of_a4(
    made: Callable[[Lang], CampaignReport], lang: Lang, tmp_path: Path
) -> None:
    html = campaign_html(made(lang))
    first = html[: html.index("</section>")] + "</section></body></html>"
    assert pages_of(first, tmp_path) == 1
    assert pages_of(html, tmp_path) > 5

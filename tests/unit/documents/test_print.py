"""Printed on A4, page one is one page, however much stands on it. Asked of a browser, where there is one."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from drillsim.documents.campaign_report.pages import campaign_html
from drillsim.documents.html import html_page
from drillsim.documents.report import Report
from drillsim.texts import LANGS, Lang
from helpers import sample_campaign
from helpers.sample_report import recommendation, sample_report

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


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_page_one_of_a_campaign_is_one_page_of_a4(lang: Lang, tmp_path: Path) -> None:
    html = campaign_html(sample_campaign.sample_report(lang))
    first = html[: html.index("</section>")] + "</section></body></html>"
    assert pages_of(first, tmp_path) == 1
    assert pages_of(html, tmp_path) > 5

"""The campaign's report as Markdown and as one self-contained HTML page.

The page links to the run folders of the worst cases, by paths below its own folder; it fetches nothing.
"""

from __future__ import annotations

import re

from drillsim.documents.campaign_report.value import CampaignReport
from drillsim.documents.layout import figures, in_language, style, template

MOST_SUBJECTS = 10
"""Lines of page one."""
MOST_NOT_TESTED = 5


def campaign_html(report: CampaignReport) -> str:
    """The page, as text."""
    from markupsafe import Markup

    pictures = {name: Markup(svg) for name, svg in report.pictures.items()}  # our own drawing, its texts escaped there
    filled = template("campaign.html.j2").render(css=Markup(style()), pictures=pictures, **_page(report))
    return filled.rstrip() + "\n"


def campaign_summary(report: CampaignReport) -> str:
    """Page one as an element for a page of somebody else's: no style of its own, no picture, everything escaped."""
    return template("campaign_summary.html.j2").render(**_page(report)).strip() + "\n"


def campaign_markdown(report: CampaignReport) -> str:
    """The page, as text; its pictures lie beside it."""
    body = template("campaign.md.j2").render(**_page(report))
    return re.sub(r"\n{3,}", "\n\n", body).strip() + "\n"


def _page(report: CampaignReport) -> dict[str, object]:
    by_kind: dict[str, list[dict[str, str]]] = {"exceedance": [], "importance": [], "coverage": []}
    for each in figures(report.lang, report.pictures):
        by_kind[each["kind"]].append(each)
    return {
        "r": report,
        **in_language(report.lang),
        "figures": by_kind,
        "shown": report.subjects[:MOST_SUBJECTS],
        "more": len(report.subjects) - MOST_SUBJECTS,
        "most_not_tested": MOST_NOT_TESTED,
    }

"""The report as Markdown, for mail, version control and the screen. Its pictures lie beside it."""

from __future__ import annotations

import re

from drillsim.documents.layout import page, template
from drillsim.documents.report import Report


def markdown_page(report: Report) -> str:
    """The page, as text."""
    body = template("report.md.j2").render(**page(report))
    return re.sub(r"\n{3,}", "\n\n", body).strip() + "\n"

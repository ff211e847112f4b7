"""The after-action report of one run: page one says what matters first, the rest is for those who want to check. It is
the run's report without pictures."""

from __future__ import annotations

from drillsim.documents.blocks import Document
from drillsim.documents.forms.paper import Paper
from drillsim.documents.report import Report
from drillsim.documents.run_report import first_page, looked_up


def after_action(paper: Paper, report: Report) -> Document:
    """The report of the run."""
    density, first = first_page(report)
    return paper.form("after-action", (*first, *looked_up(report)), density=density)

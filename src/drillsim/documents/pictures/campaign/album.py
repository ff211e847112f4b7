"""All pictures of one campaign, in the order in which they are read."""

from __future__ import annotations

from drillsim.documents.campaign_report.report_context import ReportContext
from drillsim.documents.pictures.campaign.coverage import coverage
from drillsim.documents.pictures.campaign.exceedance import exceedance
from drillsim.documents.pictures.campaign.importance import importance
from drillsim.documents.pictures.canvas import Drawn


def campaign_album(told: ReportContext) -> dict[str, Drawn]:
    """Name of the file → picture; a picture of several sheets is `coverage`, `coverage-2`, …"""
    several = {"exceedance": exceedance(told), "importance": importance(told), "coverage": coverage(told)}
    return {
        name if number == 1 else f"{name}-{number}": drawn
        for name, sheets in several.items()
        for number, drawn in enumerate(sheets, start=1)
    }

"""The report of a campaign: built from its document and the customer's files, nothing else.

build_campaign_report(document, dossier, lang)   the report as a value
write_campaign_report(folder, report)            report.md, report.html, pictures
write_campaign(folder, document, dossier, lang)  campaign.json and its report
rebuild_campaign(read, lang)                     the report anew of a campaign read back
"""

from drillsim.documents.campaign_document import CampaignDocument, campaign_document, campaign_schema
from drillsim.documents.campaign_report.build import build_campaign_report
from drillsim.documents.campaign_report.folder import (
    CAMPAIGN_JSON,
    RecordedCampaign,
    is_campaign,
    read_campaign_folder,
    rebuild_campaign,
    write_campaign,
    write_campaign_report,
)
from drillsim.documents.campaign_report.pages import campaign_summary
from drillsim.documents.campaign_report.stopped import stopped_campaign
from drillsim.documents.campaign_report.value import CampaignReport
from drillsim.documents.worst_cases import WorstCaseContext, write_worst

__all__ = [
    "CAMPAIGN_JSON",
    "CampaignDocument",
    "CampaignReport",
    "RecordedCampaign",
    "WorstCaseContext",
    "build_campaign_report",
    "campaign_document",
    "campaign_schema",
    "campaign_summary",
    "is_campaign",
    "read_campaign_folder",
    "rebuild_campaign",
    "stopped_campaign",
    "write_campaign",
    "write_campaign_report",
    "write_worst",
]

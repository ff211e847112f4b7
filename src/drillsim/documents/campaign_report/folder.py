"""The campaign's folder as far as documents go: campaign.json, report, pictures; read back without playing anything."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from drillsim.campaign import MARKER
from drillsim.documents.campaign_document import CampaignDocument
from drillsim.documents.campaign_report.build import build_campaign_report
from drillsim.documents.campaign_report.pages import campaign_html, campaign_markdown
from drillsim.documents.campaign_report.stopped import stopped_campaign
from drillsim.documents.campaign_report.value import CampaignReport
from drillsim.errors import InvalidInput, Problem
from drillsim.files import load_customer, part_of_folder, write_text
from drillsim.schema import Compiled
from drillsim.texts import Lang

CAMPAIGN_JSON = "campaign.json"


@dataclass(frozen=True, slots=True)
class RecordedCampaign:
    """A campaign's folder read back."""

    path: Path
    dossier: Compiled
    document: CampaignDocument


def is_campaign(folder: Path) -> bool:
    """Return whether a campaign, whole or stopped on its way, lies in `folder` or in `<folder>.part`."""
    places = (folder, part_of_folder(folder))
    return any((each / name).is_file() for each in places for name in (CAMPAIGN_JSON, MARKER))


def write_campaign(folder: Path, document: CampaignDocument, dossier: Compiled, lang: Lang) -> CampaignReport:
    """campaign.json and the report in `lang`, in `folder`."""
    words = json.dumps(document.stored(), ensure_ascii=False, indent=1, allow_nan=False)
    write_text(folder / CAMPAIGN_JSON, f"{words}\n")
    return write_campaign_report(folder, build_campaign_report(document, dossier, lang))


def write_campaign_report(folder: Path, report: CampaignReport) -> CampaignReport:
    """report.md, report.html and the pictures of `report`, in `folder`."""
    for name, svg in report.pictures.items():
        write_text(folder / "pictures" / f"{name}.svg", svg + "\n")
    write_text(folder / "report.md", campaign_markdown(report))
    write_text(folder / "report.html", campaign_html(report))
    return report


def read_campaign_folder(path: Path) -> RecordedCampaign:
    """The campaign recorded in `path`, or in `<path>.part`. Raises: InvalidInput, `campaign-stopped` with what is
    played where it was stopped on its way."""
    found = path if path.exists() or not part_of_folder(path).exists() else part_of_folder(path)
    if stopped := stopped_campaign(found):
        raise InvalidInput([stopped])
    document = _document(found / CAMPAIGN_JSON)
    dossier = load_customer(found / "inputs").dossier
    return RecordedCampaign(found, replace(dossier, folder=document.customer), document)


def rebuild_campaign(read: RecordedCampaign, lang: Lang) -> CampaignReport:
    """Writes the report of a recorded campaign anew from what its folder holds."""
    return write_campaign_report(read.path, build_campaign_report(read.document, read.dossier, lang))


def _document(path: Path) -> CampaignDocument:
    try:
        return CampaignDocument.model_validate_json(path.read_bytes())
    except (OSError, ValidationError, ValueError):
        raise InvalidInput([Problem(file=path.as_posix(), code="campaign-json-unreadable")]) from None

"""All pictures of one run, in the order in which they are read."""

from __future__ import annotations

from drillsim.documents.pictures.canvas import Drawn
from drillsim.documents.pictures.oneline import network_sheet, oneline
from drillsim.documents.pictures.timeline import timeline
from drillsim.journal.record import Journal
from drillsim.schema.dossier import Case
from drillsim.texts import Lang


def album(case: Case, journal: Journal, lang: Lang) -> dict[str, Drawn]:
    """Name of the file → picture; a picture of several sheets is `timeline`, `timeline-2`, …"""
    found: dict[str, Drawn] = {}
    found["timeline"] = timeline(case, journal, lang)
    found["oneline"] = oneline(case, journal, lang)
    sheet = network_sheet(case, journal, lang)
    if sheet is not None:
        found["network"] = sheet
    return found

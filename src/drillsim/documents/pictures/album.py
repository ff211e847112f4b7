"""All pictures of one run, in the order in which they are read."""

from __future__ import annotations

from drillsim.documents.pictures.canvas import Drawn
from drillsim.documents.pictures.causes import causes
from drillsim.documents.pictures.curves import service, stores
from drillsim.documents.pictures.oneline import network_sheet, oneline
from drillsim.documents.pictures.oneline.moment import Moment, darkest
from drillsim.documents.pictures.timeline import timeline
from drillsim.journal import Journal
from drillsim.schema import Case
from drillsim.texts import Lang


def album(case: Case, journal: Journal, lang: Lang, moments: tuple[Moment, ...] = ()) -> dict[str, Drawn]:
    """Name of the file → picture; a picture of several sheets is `timeline`, `timeline-2`, … `moments`: those at
    which the network is drawn, one or two; without any, when most demand was dark."""
    shown = moments or (darkest(journal),)
    several = {
        "timeline": timeline(case, journal, lang),
        "service": (service(case, journal, lang),),
        "oneline": (oneline(case, journal, lang, shown[0]),),
        "middle": tuple(oneline(case, journal, lang, each) for each in shown[1:]),
        "causes": causes(case, journal, lang),
        "stores": stores(case, journal, lang),
        "network": (network_sheet(case, journal, lang, shown[0]),),
    }
    return {
        name if number == 1 else f"{name}-{number}": drawn
        for name, sheets in several.items()
        for number, drawn in enumerate(sheets, start=1)
        if drawn is not None
    }

"""All pictures of one run, in the order in which they are read."""

from __future__ import annotations

from drillsim.documents.pictures.canvas import Drawn
from drillsim.documents.pictures.causes import causes
from drillsim.documents.pictures.curves import service, stores
from drillsim.documents.pictures.oneline import network_drawn
from drillsim.documents.pictures.oneline.moment import Moment
from drillsim.documents.pictures.timeline import timeline
from drillsim.journal import Journal
from drillsim.schema import Case
from drillsim.texts import Lang


def album(case: Case, journal: Journal, lang: Lang, moments: tuple[Moment, ...] = ()) -> dict[str, Drawn]:
    """Name of the file → picture; a picture of several sheets is `timeline`, `timeline-2`, … `moments`: those at
    which the network is drawn, one or two; without any, when most demand was dark."""
    network = network_drawn(case, journal, lang, moments)
    several = {
        "service": (service(case, journal, lang),),
        "timeline": timeline(case, journal, lang),
        "oneline": network.at[:1],
        "middle": network.at[1:],
        "causes": causes(case, journal, lang),
        "stores": stores(case, journal, lang),
        "network": (network.whole,),
    }
    return {
        name if number == 1 else f"{name}-{number}": drawn
        for name, sheets in several.items()
        for number, drawn in enumerate(sheets, start=1)
        if drawn is not None
    }

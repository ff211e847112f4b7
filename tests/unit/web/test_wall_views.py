"""Every view of the wall is filled in for a large customer, as a role knows it and as it is."""

from __future__ import annotations

import re

from drillsim.network import flow_for
from drillsim.schema import Case
from drillsim.session import Log, Participant, Reading, Session, open_drill
from drillsim.texts import LANGS
from drillsim.web.access import Access
from drillsim.web.invitations import WALL
from drillsim.web.pages import Shown, fragments
from drillsim.web.wall import MOST_SUPPLIES, VIEWS
from drillsim.web.words import speech_of
from helpers.shipped import AIRPORT, scenario, shipped

LEAD = Participant("lead", "lead", "controller")


def test_every_view_of_a_large_customer_is_filled_in_and_counts_what_it_leaves_out() -> None:
    name = "both-lost-own-supply-fails"
    case = Case(shipped(AIRPORT), name, scenario(AIRPORT, name))
    drill = Session(open_drill(case, flow_for(case.dossier.network), played=()), Log())
    drill.jump(90 * 60_000, LEAD, Reading(1, 1))
    ticket = Access().admit(Participant(WALL, WALL, "observer"), "en", 0)
    supplies = len(case.dossier.site.sources) + len(case.dossier.site.stores)
    for lang in LANGS:
        speech = speech_of(case, lang)
        for view in VIEWS:
            for role in ("", next(iter(case.dossier.plan.actors))):
                found = fragments(drill, ticket, speech, Shown(wall_role=role, view=view), (ticket,))
                if view != "statement":
                    assert (found["oneline"] if view == "diagram" else found["wall"]).strip(), (lang, view, role)
                if view == "board":
                    shown = re.search(r'class="supplies".*?</section>', found["wall"], re.DOTALL)
                    assert shown is not None and shown[0].count("<tr>") == MOST_SUPPLIES
                    assert str(supplies - MOST_SUPPLIES) in shown[0].rpartition("</table>")[2]

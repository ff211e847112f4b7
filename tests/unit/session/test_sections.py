"""Bus sections by what matters: one that is dead with a safety-critical load is never passed over."""

from __future__ import annotations

import pytest

from drillsim.network import flow_for
from drillsim.schema import Case
from drillsim.session import GROUPS, Log, Participant, PlantState, Reading, Session, open_drill, sections, states
from drillsim.web.wall import diagram_values, wall_values
from drillsim.web.words import speech_of
from helpers.shipped import AIRPORT, HOSPITAL, scenario, shipped

LEAD = Participant("lead", "lead", "controller")


@pytest.mark.parametrize(("customer", "groups"), [(AIRPORT, {0, 2, 3, 4, 5}), (HOSPITAL, set(range(6)))])
def test_dead_sections_come_first_and_those_with_a_safety_critical_load_before_all(
    customer: str, groups: set[int]
) -> None:
    dossier = shipped(customer)
    names = [row.name for row in dossier.network.bus]
    known = {("bus", name): PlantState("dead" if place % 2 else "live") for place, name in enumerate(names)}
    del known["bus", names[4]]
    known["bus", names[6]] = PlantState("live", None, before=True)
    found = sections(dossier, known)
    assert sorted(each.bus for each in found) == sorted(names), "each once"
    order = [GROUPS.index(each.group) for each in found]
    assert order == sorted(order) and set(order) == groups
    assert [each.bus for each in found if each.group == "unknown"] == [names[4]]
    assert [each.bus for each in found if each.group == "live_before"] == [names[6]], "what stood before is not so now"
    for each in found:
        assert (each.group == "dead_critical") == (bool(each.critical) and known["bus", each.bus].value == "dead")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_dead_section_with_a_safety_critical_load_is_hidden_on_the_wall(lang: str) -> None:
    name = "both-lost-own-supply-fails"
    case = Case(shipped(AIRPORT), name, scenario(AIRPORT, name))
    drill = Session(open_drill(case, flow_for(case.dossier.network), played=()), Log())
    drill.jump(90 * 60_000, LEAD, Reading(1, 1))
    speech = speech_of(case, lang)  # type: ignore[arg-type]
    shown = diagram_values(drill, "", speech)
    dead = {bus for (kind, bus), each in states(drill, "").items() if kind == "bus" and each.value == "dead"}
    rows = {row.name: row.bus for row in case.dossier.network.loads}
    critical = {rows[load] for load, each in case.dossier.site.loads.items() if each.security}
    assert (dead & critical) - speech.oneline.drawn, "some of them are not drawn"
    named = {each.bus for group, those in shown["undrawn"] if group == "dead_critical" for each in those}
    assert dead & critical <= named | speech.oneline.drawn
    assert shown["left_out"] == sum(len(those) for _, those in shown["undrawn"])
    number = wall_values(drill, "", "sections")["pages"]
    assert wall_values(drill, "", "sections", number)["page_number"] == 1, "behind the last comes the first"
    assert wall_values(drill, "", "sections", -1)["page_number"] == number
    pages = [wall_values(drill, "", "sections", page) for page in range(number)]
    told = [each.bus for page in pages for each in page["sections"]]
    assert sorted(told) == sorted(row.name for row in case.dossier.network.bus), "every section stands on one page"
    first = [each.bus for each in pages[0]["sections"]]
    assert dead & critical <= set(first), "on the first page"

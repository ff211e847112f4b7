"""A player sees what the people know whom they play; the wall and the console show the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from drillsim.files import find_scenarios
from drillsim.network import flow_for
from drillsim.schema import Case, Scenario, unmatched
from drillsim.schema.msel import Msel
from drillsim.session.clock import Reading
from drillsim.session.drill import open_drill
from drillsim.session.log import Log
from drillsim.session.participants import Participant
from drillsim.session.session import Session
from drillsim.session.situation import console, player, wall
from drillsim.units import MS_PER
from helpers.shipped import DATA_CENTRE, HOSPITAL, ROOT, scenario, shipped
from helpers.thinned import thinned

MIN = MS_PER["min"]
AT = Reading(1_000, 1_800_000_000_000)
LEADER = Participant("lead", "王老师", "controller")
SECRET = {
    "secret-word": {"at": "55 min", "tell": "绝密内容", "to": "{role}", "note": "只给导调"},
    "secret-hand": {"by_hand": "true", "tell": "绝密之二", "to": "{role}"},
}


def session_of(case: Case, injects: dict[str, dict[str, str]] | None = None) -> Session:
    role = next(iter(case.dossier.plan.actors))
    msel = None
    if injects:
        told = {name: {k: v.format(role=role) for k, v in each.items()} for name, each in injects.items()}
        msel = Msel.model_validate({"format": "1", "scenario": case.scenario_id, "injects": told})
    return Session(open_drill(case, flow_for(case.dossier.network), played=(), msel=msel), Log())


def every_case() -> Iterator[tuple[str, str]]:
    for customer in (HOSPITAL, DATA_CENTRE):
        for name in find_scenarios(ROOT / "plans" / customer):
            if not unmatched(Case(shipped(customer), name, scenario(customer, name))):
                yield customer, name


def without_later(found: Scenario, after_ms: int) -> Scenario:
    """The scenario without what comes later."""
    return found.model_copy(update={"events": tuple(e for e in found.events if e.at <= after_ms), "information": ()})


@pytest.mark.parametrize(("customer", "name"), thinned(list(every_case()), 8))
def test_a_player_sees_nothing_of_what_is_to_come(customer: str, name: str) -> None:
    case = Case(shipped(customer), name, scenario(customer, name))
    roles = tuple(case.dossier.plan.actors)
    drill = session_of(case, SECRET)
    plain = session_of(replace(case, scenario=without_later(case.scenario, 0)))
    later = [e.at for e in case.scenario.events if e.at > 0] + [e.at for e in case.scenario.information]
    until = min([25 * MIN, case.scenario.horizon - 1, *(at - 1 for at in later)])
    for at_ms in (0, until // 7, until // 2, until):
        drill.jump(at_ms, LEADER, AT)
        plain.jump(at_ms, LEADER, AT)
        shown = player(drill, roles)
        assert repr(shown) == repr(player(plain, roles))
        for secret in ("secret-word", "secret-hand", "绝密", "只给导调"):
            assert secret not in repr(shown)
    for person in shown.people:
        run, name = drill.drill.run, person.view.person
        levels = run.gauges(name)
        told = [each for each in person.view.beliefs if each.id not in levels]
        assert told == [each for each in run.view(name).beliefs if each.id not in levels]
        assert replace(person.view, beliefs=()) == replace(run.view(name), beliefs=())
        read = {each.id: (each.value, each.as_of_ms) for each in person.view.beliefs if each.id in levels}
        assert read == {store: (levels[store], run.now) for store in read}, "a gauge somebody stands before is read now"


def test_the_hidden_failure_of_a_set_is_not_seen_by_players() -> None:
    name = "both-lost-night-autostart-fails"
    case = Case(shipped(HOSPITAL), name, scenario(HOSPITAL, name))
    healthy = replace(case, scenario=case.scenario.model_copy(update={"events": case.scenario.events[:2]}))
    drill, other = session_of(case), session_of(healthy)
    roles = tuple(case.dossier.plan.actors)
    drill.jump(2_000, LEADER, AT)
    other.jump(2_000, LEADER, AT)
    assert repr(player(drill, roles)) == repr(player(other, roles))
    assert "fails_to_start" not in repr(player(drill, roles))
    assert "fails_to_start" in {e.data["fault"] for e in drill.drill.run.journal().of("fault_begins")}


def test_the_wall_shows_what_a_role_knows_or_what_is_so() -> None:
    name = "both-lost-night-autostart-fails"
    drill = session_of(Case(shipped(HOSPITAL), name, scenario(HOSPITAL, name)))
    drill.jump(2 * MIN, LEADER, AT)
    true = {each.id: each for each in wall(drill).subjects}
    icu = true["icu"]
    assert icu.limit_ms is not None
    lost = {e.data["load"]: e.t_ms for e in drill.drill.run.journal().of("load_lost")}
    for load, since in lost.items():
        if load in true and true[load].value == "dead":
            assert true[load].dead_ms == 2 * MIN - since
            assert true[load].left_ms == (true[load].limit_ms or 0) - (2 * MIN - since) or true[load].limit_ms is None
    role = "dispatcher"
    known = {each.id: each.value for each in wall(drill, role).subjects}
    held = {h.id: h.value for p in player(drill, (role,)).people for h in p.view.beliefs if h.kind == "load"}
    assert {name: known[name] for name in held if name in known} == {n: v for n, v in held.items() if n in known}
    assert any(true[name].value != known[name] for name in true), "the dispatcher does not know everything"


def test_the_console_shows_who_waits_for_what_and_what_is_to_come() -> None:
    name = "both-lost-night-autostart-fails"
    drill = session_of(Case(shipped(HOSPITAL), name, scenario(HOSPITAL, name)), SECRET)
    drill.jump(3 * MIN, LEADER, AT)
    seen = console(drill)
    assert [each.line.id for each in seen.deck if each.line.state == "planned"] == ["secret-word", "secret-hand"]
    assert {each.role for each in seen.roles} == set(drill.drill.case.dossier.plan.actors)
    assert not any(each.is_played for each in seen.roles)
    begun = {e.data["step"] for e in drill.drill.run.journal().of("wait_begins")}
    assert {each.step for each in seen.waiting} <= begun and seen.waiting


def test_a_player_sees_the_card_with_the_step_now_due() -> None:
    name = "both-lost-night-autostart-fails"
    case = Case(shipped(HOSPITAL), name, scenario(HOSPITAL, name))
    drill = Session(open_drill(case, flow_for(case.dossier.network), played=("duty-electrician",)), Log())
    drill.jump_to_decision(LEADER, AT)
    role = ("duty-electrician",)
    assert [card for person in player(drill, role).people for card in person.cards] == []
    drill.decide(next(decision for _, decision in drill.due()), LEADER, AT)
    drill.jump_to_decision(LEADER, AT)
    (person,) = player(drill, role).people
    (card,) = person.cards
    assert card.card == "RC-02"
    written = next(each for each in case.dossier.plan.all_cards() if each.id == "RC-02")
    assert [each.step for each in card.steps] == [step.id for step in written.steps]
    due = {each.step for each in card.steps if each.mark == "due"}
    assert due == {getattr(offer.decision, "step", None) for offer in person.due}
    assert "S201" in due
    assert "predecessor" in {each.reason for each in card.steps if each.mark == "waits"}

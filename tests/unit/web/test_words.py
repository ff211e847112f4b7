"""Everything a page may say has words in both languages, whatever happens in a drill."""

from __future__ import annotations

from typing import get_args

import pytest

from drillsim.journal import DEVIATIONS
from drillsim.network import flow_for
from drillsim.schema import Case, FaultKind
from drillsim.session import ENDINGS, PARTS, VERBS, Participant, Reading, Session, open_drill, player
from drillsim.session.log import WHATS, Log
from drillsim.session.situation import SHOWN
from drillsim.simulation import CODES, NAMES
from drillsim.texts import LANGS, has
from drillsim.web.words import clock_text, speech_of
from helpers.shipped import AIRPORT, DATA_CENTRE, HOSPITAL, scenario, shipped
from helpers.thinned import thinned

DRILLS = [
    (HOSPITAL, "both-lost-night-autostart-fails"),
    (AIRPORT, "north-intake-lost"),
    (DATA_CENTRE, "side-a-lost"),
    (HOSPITAL, "trench-dug"),
    (HOSPITAL, "east-maintenance-west-lost"),
]


@pytest.mark.parametrize(("customer", "name"), thinned(DRILLS, 3))
def test_every_fact_event_and_decision_of_a_drill_has_words(customer: str, name: str) -> None:
    case = Case(shipped(customer), name, scenario(customer, name))
    drill = Session(open_drill(case, flow_for(case.dossier.network), played=()), Log())
    drill.jump(case.scenario.horizon - 1, Participant("lead", "lead", "controller"), Reading(1, 1))
    speeches = {lang: speech_of(case, lang) for lang in LANGS}
    for person in player(drill, tuple(case.dossier.plan.actors)).people:
        for known in person.learned:
            said = {lang: speech.known(known) for lang, speech in speeches.items()}
            assert all(said.values())
            if isinstance(known.value, str):
                assert known.value not in said["zh"].removeprefix(speeches["zh"].of(known.id)), known
        for offer in (*person.due, *person.open):
            assert all(speech.decision(offer.decision) for speech in speeches.values())
            assert offer.deviation == () or speeches["zh"].deviations(offer.deviation)
        assert all(speeches["zh"].heard(each) for each in person.heard)
    for event in drill.drill.run.journal().events:
        if event.type in SHOWN:
            assert all(speech.event(event) for speech in speeches.values())
        elif event.type == "decision" and event.data.get("deviation"):
            assert all(speech.departed(event) for speech in speeches.values())
    assert [speeches["en"].entry(each) for each in drill.log.entries]


def test_every_code_a_page_may_show_has_words_in_both_languages() -> None:
    wanted = [
        *(f"refused-{each.replace('_', '-')}" for each in CODES),
        *(f"departs-{each.replace('_', '-')}" for each in DEVIATIONS),
        *(f"ending-{each}" for each in ENDINGS),
        *(f"part-{each}" for each in PARTS),
        *(f"keyed-{each}" for each in VERBS),
        *(f"does-{each}" for each in NAMES.values()),
        *(f"event-{each}" for each in SHOWN),
        *(f"fault-{each}" for each in get_args(FaultKind)),
        *(f"entry-{each.replace('played_by', 'played-by')}" for each in WHATS if each != "clock"),
        *(f"line-{each}" for each in ("planned", "held", "skipped", "given")),
    ]
    assert [each for each in wanted if not has(f"session-{each}")] == []


def test_a_word_means_one_act() -> None:
    from drillsim.texts import text

    words = [
        (word, verb)
        for verb in VERBS
        for word in {w for lang in LANGS for w in text(lang, f"session-keyed-{verb}").split()}
    ]
    assert len({word for word, _ in words}) == len(words)


@pytest.mark.parametrize(("ms", "shown"), [(0, "T+0:00:00"), (3_723_900, "T+1:02:03"), (-60_000, "T-0:01:00")])
def test_a_scenario_time_as_a_clock_shows_it(ms: int, shown: str) -> None:
    assert clock_text(ms) == shown

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import drillsim.texts
from drillsim.documents.names import names_of
from drillsim.documents.wording import code_text
from drillsim.findings.assess import assess, order
from drillsim.findings.facts import P07
from drillsim.findings.finding import Finding
from drillsim.texts import LANGS, Lang
from helpers.journals import Recording
from helpers.played import BOTH, EAST, WEST, Played, Script, event, play
from helpers.small_customer import DROP
from unit.findings.weak_point_cases import CASES, CIRCLE, DISPLAY, NO_AUTO_START, NO_GENSET, NO_TIE

FIRING = {code: twins.fires for code, twins in CASES.items()}


@pytest.fixture(params=FIRING)
def played(request: pytest.FixtureRequest) -> Played:
    return play(FIRING[request.param])


def test_worst_comes_first_and_ties_have_one_order(played: Played) -> None:
    keys = [order(found) for found in played.findings]
    assert keys == sorted(keys)
    assert [key[0] for key in keys] == sorted(key[0] for key in keys)


def test_hazards_stand_before_everything_else() -> None:
    codes = [found.code for found in play(Script((*BOTH, NO_AUTO_START))).findings]
    assert codes[:3] == ["O06", "O06", "G01"]


def test_a_failure_another_card_answers_has_a_fallback() -> None:
    changes = (
        ("plan/cards/1/steps/0/on_failure", DROP),
        ("plan/cards/2/trigger", {"any": [{"source": "feeder-east", "is": "dead"}, {"step": "S11", "is": "failed"}]}),
    )
    assert play(Script((*BOTH, NO_GENSET), changes)).of("M02") == ()


def test_the_same_run_gives_the_same_weak_points(played: Played) -> None:
    assert assess(played.case, played.journal) == assess(played.case, played.journal)


def test_every_weak_point_rests_on_events_of_the_run(played: Played) -> None:
    seqs = {each.seq for each in played.journal.events}
    assert all(found.evidence and set(found.evidence) <= seqs for found in played.findings)


def test_facts_are_plain_values_and_times_are_whole_milliseconds(played: Played) -> None:
    for found in played.findings:
        json.dumps(dict(found.plain), allow_nan=False)
        assert all(type(value) is int for name, value in found.plain.items() if name.endswith("_ms"))


def test_every_weak_point_reads_in_both_languages(played: Played) -> None:
    for found in played.findings:
        for lang in LANGS:
            words = code_text(names_of(played.case.dossier, lang), f"finding-{found.code}", found.told)
            assert words
            assert "{" not in words


def test_no_variant_of_a_text_asks_for_a_fact_the_finding_does_not_have(played: Played) -> None:
    texts = "".join((Path(drillsim.texts.__file__).parent / lang / "findings.ftl").read_text("utf-8") for lang in LANGS)
    for found in played.findings:
        entries = re.findall(rf"^finding-{found.code} =.*?(?=^[a-z#])", texts, re.MULTILINE | re.DOTALL)
        assert len(entries) == len(LANGS)
        asked = set(re.findall(r"\$(\w+)", "".join(entries)))
        assert asked <= set(found.told)


def test_every_missed_limit_is_endangered_by_some_weak_point(played: Played) -> None:
    named = {name for found in played.findings for name in found.endangers}
    assert {v.id for v in played.verdicts.values() if v.verdict == "missed"} <= named


def test_a_run_in_which_nothing_goes_wrong_has_no_weak_points() -> None:
    assert play(Script()).findings == ()


def only(found: tuple[Finding, ...]) -> Finding:
    assert len(found) == 1
    return found[0]


def test_the_genset_that_did_not_start_points_to_the_clause_that_starts_it_by_hand() -> None:
    found = only(play(Script((*BOTH, NO_AUTO_START))).of("G01"))
    assert (found.subject.kind, found.subject.id, found.clause, found.steps) == (
        "source",
        "genset-1",
        "9.2-1",
        ("S11",),
    )
    assert (found.plain["attempts"], found.plain["tried_ms"], found.plain["took_ms"]) == (3, 46_000, 359_000)


def test_a_clause_comes_from_a_card_that_was_active_where_one_was() -> None:
    """A card written before it says the same, and nobody ever begins it."""
    start = {"id": "S98", "clause": "9.1-9", "text": "启动", "do": "start", "target": "genset-1", "by": "electrician"}
    never = ("plan/cards/0/trigger", {"load": "kitchen", "is": "dead", "for": "20 h"})
    found = only(play(Script((*BOTH, NO_AUTO_START), (never, ("plan/cards/0/steps/+", start)))).of("G01"))
    assert (found.clause, found.steps) == ("9.2-1", ("S11", "S98"))


def test_a_bus_tie_that_did_not_act_points_to_the_step_that_closes_it_by_hand() -> None:
    arm = {"id": "R2", "clause": "10-2", "text": "投入", "do": "enable", "target": "bzt-10kV", "by": "electrician"}
    found = only(play(Script((EAST, NO_TIE), (("plan/restoration/steps/+", arm),))).of("A02"))
    assert (found.clause, found.steps) == ("9.1-3", ("S03", "R2"))


def test_a_function_lost_with_two_others_is_one_weak_point_that_names_both() -> None:
    changes = (
        ("site/functions/gas", {"needs": "kitchen"}),
        ("site/functions/water", {"needs": "ward"}),
        (
            "site/functions/surgery/needs",
            {"all": [{"load": "theatre", "rides": "500 ms"}, {"function": "gas", "rides": "5 min"},
                     {"function": "water", "rides": "5 min"}]},
        ),
    )  # fmt: skip
    run = play(Script((WEST, NO_TIE), changes))
    (found,) = [each for each in run.of("D03") if each.subject.id == "surgery"]
    assert found.plain["other"] == ("gas", "water")
    assert "gas" in words(run, found) and "water" in words(run, found)


def test_the_limit_of_harm_says_who_it_is_for() -> None:
    what = {"zh": "术中患者", "en": "patients on the table"}
    run = play(Script((*BOTH, NO_GENSET), (("site/functions/surgery/harm", {"after": "20 min", "what": what}),)))
    found = only(run.of("D06"))
    assert "(patients on the table) was passed in the model" in words(run, found)
    assert "危及术中患者" in words(run, found, "zh")


def words(run: Played, found: Finding, lang: Lang = "en") -> str:
    return code_text(names_of(run.case.dossier, lang), f"finding-{found.code}", found.told)


def test_the_wait_for_one_person_names_the_step_that_kept_him() -> None:
    found = play(Script((*BOTH, NO_AUTO_START))).of("P02")
    assert ("9.1-1", "S11", 330_000) in [(each.clause, each.plain["other"], each.plain["wait_ms"]) for each in found]


def test_a_refusal_that_is_what_the_transfer_is_for_is_no_weak_point() -> None:
    assert play(Script(BOTH)).of("A02") == ()  # the standby side is dead
    assert play(Script((event("short_circuit", "I-10kV"),))).of("A02") == ()  # blocked by bus protection


def test_an_opening_by_hand_that_blocks_the_transfer_points_to_the_step_that_did_it() -> None:
    changes = (
        ("plan/cards/0/trigger", {"bus": "I-10kV", "is": "live"}),
        ("site/transfers/bzt-10kV/charge", "1 s"),
    )  # a card that begins before anything happens: its step opens the incomer of a healthy section
    found = only(play(Script((), changes)).of("A02"))
    assert (found.plain["reason"], found.steps, found.clause) == ("manual_opening", ("S02",), "9.1-2")


def test_two_sides_that_wait_for_each_other_are_named_with_both_clauses_and_the_lost_time() -> None:
    found = only(play(Script((EAST, NO_TIE), CIRCLE)).of("P07"))
    assert found.plain["clauses"] == ("9.1-1", "4.1-1")
    assert found.plain["sides"] == ("customer", "utility")
    assert found.plain["lost_ms"] == 8 * 3_600_000


def test_a_time_out_that_breaks_the_circle_does_not_close_the_gap() -> None:
    changes = (
        *CIRCLE,
        ("plan/cards/2/steps/0/wait_at_most", "30 min"),
        ("plan/cards/0/steps/0/wait_at_most", "40 min"),
    )
    found = only(play(Script((EAST, NO_TIE), changes)).of("P07"))
    assert isinstance(found.facts, P07) and 30 * 60_000 <= found.facts.lost_ms <= 40 * 60_000


def test_the_mended_pair_clears() -> None:
    assert play(Script((EAST, NO_TIE))).of("P07") == ()


def test_a_dark_display_is_named_with_the_time_the_step_lost_to_it() -> None:
    found = only(play(Script(BOTH, DISPLAY)).of("A09"))
    assert (found.subject.kind, found.subject.id, found.steps) == ("observation", "em-view", ("S15",))


def test_a_step_done_on_a_belief_that_was_wrong_is_named() -> None:
    case = Script().case()
    recording = Recording(case.dossier)
    recording.at(0, "supply_changed", live=[], dead=["em-LV"])
    recording.at(5, "step_ready", step="S12", card="C2")
    recording.at(5, "step_ends", step="S12", card="C2", state="done", why="already", by=["li"])
    found = only(tuple(each for each in assess(case, recording.ended()) if each.code == "O08"))
    assert (found.plain["what"], found.steps) == ("believed", ("S12",))

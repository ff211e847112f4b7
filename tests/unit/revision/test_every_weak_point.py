"""Every weak point is answered: an edit that was tried, or wording for the meeting, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from drillsim.documents.build_run import run_document
from drillsim.documents.run_document import Both
from drillsim.revision.measure import measured
from drillsim.revision.propose import CODES
from drillsim.revision.propose.generic import generic
from drillsim.revision.review_context import ReviewContext
from drillsim.schema.dossier import Case
from helpers.hospital import NIGHT, hospital, run_of, script
from helpers.played import Script, lost, play
from helpers.small_folder import review_of, script_file
from helpers.thinned import thinned
from unit.findings.weak_point_cases import CASES, NO_GENSET


@pytest.mark.parametrize("code", thinned(CASES, 3))
def test_every_weak_point_is_answered_in_both_languages(code: str, tmp_path: Path) -> None:
    folder, found = review_of(CASES[code].fires, tmp_path)
    still_open = [each for each in found.recommendations if each.verdict != "rejected"]
    answered = {pair for each in still_open for pair in each.answers}
    assert [(f.code, f.subject.id) for f in found.findings if (f.code, f.subject.id) not in answered] == []
    scenario = script_file(CASES[code].fires)
    case, journal = Case(folder.dossier, scenario.id, scenario.scenario), play(CASES[code].fires).journal
    document = run_document(case, journal, found.verdicts, found.findings, found.recommendations, found.costs)
    for row in document.recommendations:
        for said in (row.new, row.reason):
            assert isinstance(said, Both)
            assert said.zh, row.id
            assert said.en, row.id


@pytest.mark.parametrize("code", ["G03", "P01", "A07"])
def test_proposed_come_first_by_gain_then_untested_then_rejected(code: str, tmp_path: Path) -> None:
    _, found = review_of(CASES[code].fires, tmp_path)
    order = [each.verdict for each in found.recommendations]
    assert order == sorted(order, key=["proposed", "untested", "rejected"].index)
    assert len({each.id for each in found.recommendations}) == len(order)


ANSWERED = {"G03": "G04-day-tank-pump-auto", "P01": "P01-S11-post"}
"""Weak points of the small customer, and the change that is proved for them."""
NO_GAIN = {
    "A07": "A07-ats-em-return-manual",
    "A09": "A09-em-view-supply",
    "A05": "A05-401-release-delay",
    "O02": "P02-S02-post",
}
"""The same where every limit is kept anyway: a shorter wait, or a weak point less, is nothing a meeting signs for."""


@pytest.mark.parametrize("code", ANSWERED)
def test_an_edit_for_it_is_applied_run_again_and_proposed(code: str, tmp_path: Path) -> None:
    _, found = review_of(CASES[code].fires, tmp_path)
    proposed = {each.id: each for each in found.recommendations if each.verdict == "proposed"}
    assert ANSWERED[code] in proposed
    change = proposed[ANSWERED[code]]
    assert change.edits
    assert change.before != change.after
    assert any(proof.recommendation == change.id for proof in found.proofs)


@pytest.mark.parametrize("code", NO_GAIN)
def test_an_edit_that_helps_nobody_beyond_a_limit_is_rejected(code: str, tmp_path: Path) -> None:
    _, found = review_of(CASES[code].fires, tmp_path)
    rejected = {each.id: each.reasons[-1].text for each in found.recommendations if each.verdict == "rejected"}
    assert rejected[NO_GAIN[code]] == "revision-no-gain"


def test_an_edit_that_brings_a_hazard_is_rejected_and_says_so(tmp_path: Path) -> None:
    _, found = review_of(CASES["P07"].fires, tmp_path)
    rejected = {each.id: each.reasons[-1] for each in found.recommendations if each.verdict == "rejected"}
    told = rejected["P07-S01-no-wait-S01"]
    assert (told.text, told.facts["hazard"]) == ("revision-worse-hazard", "without_supervisor")


def test_an_edit_that_lengthens_an_outage_is_rejected_and_says_so(tmp_path: Path) -> None:
    _, found = review_of(CASES["A01"].fires, tmp_path)
    rejected = {each.id: each.reasons[-1] for each in found.recommendations if each.verdict == "rejected"}
    told = rejected["O05-S01-ahead-incomers"]
    assert told.text == "revision-worse-outage"
    assert told.facts["is_ms"] - told.facts["was_ms"] > 1_000


FOR_50_MIN = tuple(lost(feeder, for_="50 min") for feeder in ("feeder-east", "feeder-west"))
"""The battery of the UPS lasts 37."""


def test_what_a_purchase_brings_is_labelled_with_the_value_at_which_its_benefit_is_gone(tmp_path: Path) -> None:
    _, found = review_of(Script((*FOR_50_MIN, NO_GENSET)), tmp_path)
    bought = next(each for each in found.recommendations if each.id == "G08-ups-icu-battery")
    assert bought.verdict == "proposed"
    assert bought.assumed is not None
    assert bought.assumed.vanishes_at is not None
    assert bought.assumed.now <= bought.assumed.vanishes_at < bought.assumed.assumed <= 2 * bought.assumed.now


def test_a_battery_is_never_more_than_doubled(tmp_path: Path) -> None:
    """Eight hours are bridged by a set that starts, not by a room of batteries."""
    _, found = review_of(CASES["G08"].fires, tmp_path)
    assert "G08-ups-icu-battery" not in {each.id for each in found.recommendations}


def test_what_hangs_on_own_supply_already_is_not_told_to_be_connected_to_it() -> None:
    """The hospital's compressors hang on the emergency board."""
    context = night()
    asked = [each for each in context.findings if each.code == "D03"]
    assert asked
    for each in asked:
        words = generic(context, each).new
        assert "接入应急段" not in words.zh
        assert "emergency board" not in words.en


def night() -> ReviewContext:
    scenario, folder = script(NIGHT), hospital()
    case, journal = Case(folder.dossier, scenario.id, scenario.scenario), run_of(folder, script(NIGHT))
    return ReviewContext(folder, case, journal, measured(case, journal).findings, {}, None)


def test_at_least_five_codes_have_edits_to_try() -> None:
    assert len(CODES) >= 20

"""What counts as worse, and as a gain."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from drillsim.findings.finding import Endurance, Verdict
from drillsim.journal.record import Journal
from drillsim.revision.compare import gain, worse
from drillsim.revision.kept import Done
from drillsim.revision.measure import Measured
from drillsim.revision.recommendation import Told
from drillsim.units import MS_PER
from helpers.small_customer import small_customer

LASTS = Endurance("met", 1, "")
LIMIT_MS = 500
DONE = Done({}, (), frozenset(), frozenset())
CUSTOMER = small_customer()


def verdict(word: Any, outage_ms: int = 0, **more: Any) -> Verdict:
    """A verdict on the load `icu`, which has a limit."""
    base = Verdict("load", "icu", True, LIMIT_MS, outage_ms, outage_ms, 0, False, 0.0, word, "", LASTS)
    return replace(base, **more)


def measured(*verdicts: Verdict, harmed: tuple[str, ...] = (), hazards: tuple[str, ...] = ()) -> Measured:
    """A run with these measures; own supply of `icu` has to last an hour."""
    found = Counter[tuple[str, ...]]((each, "101") for each in hazards)
    return Measured(
        "other", Journal({}, ()), verdicts, (), {}, {}, harmed, found, frozenset({"icu"}), {"icu": MS_PER["h"]}, DONE
    )


def got_worse(before: Measured, after: Measured) -> Told | None:
    """What a change of nothing that people do made worse."""
    return worse(before, after, CUSTOMER, CUSTOMER)


WORDS = ("met", "not_tested", "cannot_say", "missed")


@pytest.mark.parametrize("was", WORDS)
@pytest.mark.parametrize("now", WORDS)
def test_a_verdict_a_state_worse_is_worse_and_a_state_better_a_gain(was: str, now: str) -> None:
    before, after = measured(verdict(was)), measured(verdict(now))
    assert (got_worse(before, after) is not None) == (WORDS.index(now) > WORDS.index(was))
    assert (gain(before, after) is not None) == (WORDS.index(now) < WORDS.index(was))


def test_what_has_no_limit_is_not_compared() -> None:
    was, now = (verdict("not_tested", ms, protected=False, max_interruption_ms=None) for ms in (0, 10**7))
    assert got_worse(measured(was), measured(now)) is None
    assert gain(measured(now), measured(was)) is None


def test_own_supply_that_no_longer_lasts_is_worse() -> None:
    short = verdict("met", endurance=Endurance("missed", 1, ""))
    told = got_worse(measured(verdict("met")), measured(short))
    assert told is not None
    assert told.text == "revision-worse-endurance"


def test_own_supply_nobody_had_asked_before_is_not_worse() -> None:
    untested, short = (verdict("met", endurance=Endurance(word, 1, "")) for word in ("not_tested", "missed"))
    assert got_worse(measured(untested), measured(short)) is None


def test_own_supply_whose_tank_would_have_been_filled_by_then_is_said_to_last_no_less() -> None:
    filled = verdict("met", endurance=Endurance("not_tested", 3_000_000, "refill-not-seen"))
    assert got_worse(measured(verdict("met")), measured(filled)) is None


@pytest.mark.parametrize(("ms", "is_worse"), [(5_000, False), (60_000, False), (60_001, True)])
def test_a_battery_that_bridged_a_changeover_to_other_mains_was_asked_for_nothing(ms: int, is_worse: bool) -> None:
    bridged = verdict("met", endurance=Endurance("not_tested", ms, "ended-first"))
    assert (got_worse(measured(verdict("met")), measured(bridged)) is not None) == is_worse


def test_a_battery_that_bridged_a_changeover_but_left_the_load_dark_for_longer_is_worse() -> None:
    bridged = verdict("met", 1_001, endurance=Endurance("not_tested", 5_000, "ended-first"), max_interruption_ms=5_000)
    assert got_worse(measured(verdict("met", max_interruption_ms=5_000)), measured(bridged)) is not None


@pytest.mark.parametrize(("ms", "is_worse"), [(1_000, False), (1_001, True), (-5_000, False)])
def test_own_supply_that_falls_shorter_by_over_a_second_is_worse(ms: int, is_worse: bool) -> None:
    was, now = (verdict("met", endurance=Endurance("missed", 600_000 - each, "")) for each in (0, ms))
    assert (got_worse(measured(was), measured(now)) is not None) == is_worse


@pytest.mark.parametrize(("ms", "is_worse"), [(1_000, False), (1_001, True), (-5_000, False)])
def test_an_excess_larger_by_over_a_second_is_worse(ms: int, is_worse: bool) -> None:
    told = got_worse(measured(verdict("missed", 60_000)), measured(verdict("missed", 60_000 + ms)))
    assert (told is not None) == is_worse


def test_a_longer_outage_within_its_limit_is_neither_worse_nor_a_gain() -> None:
    long = verdict("met", 90_000, max_interruption_ms=100_000)
    longer = verdict("met", 99_000, max_interruption_ms=100_000)
    assert got_worse(measured(long), measured(longer)) is None
    assert gain(measured(longer), measured(long)) is None


def test_one_hazard_more_is_worse_and_says_which_and_where() -> None:
    told = got_worse(measured(hazards=("back_feed",)), measured(hazards=("back_feed", "back_feed")))
    assert told is not None
    assert told.facts == {"hazard": "back_feed", "more": 1, "scenario": "other"}


def test_another_hazard_in_the_place_of_one_is_worse() -> None:
    assert got_worse(measured(hazards=("back_feed",)), measured(hazards=("paralleling",))) is not None


def test_a_hazard_gone_and_a_harm_gone_are_gains() -> None:
    assert gain(measured(hazards=("back_feed",)), measured()) is not None
    assert gain(measured(harmed=("surgery",)), measured()) is not None


def test_another_harm_is_worse() -> None:
    told = got_worse(measured(harmed=("surgery",)), measured(harmed=("cooling",)))
    assert told is not None
    assert (told.text, told.facts["subject"]) == ("revision-worse-harm", "cooling")


@pytest.mark.parametrize(
    ("was_s", "now_s", "gains"),
    [
        (10_000, 9_550, False),  # 450 s, but under 5 %
        (10_000, 9_500, True),
        (600, 541, False),  # nearly 10 %, but under a minute
        (600, 540, True),
        (60, 31, False),  # under half of it
        (60, 30, True),
    ],
)
def test_an_excess_has_to_shrink_by_a_share_and_by_a_time(was_s: int, now_s: int, gains: bool) -> None:
    before, after = (measured(verdict("missed", LIMIT_MS + 1000 * each)) for each in (was_s, now_s))
    found = gain(before, after)
    assert (found is not None) == gains
    if found is not None:
        (row,) = found.subjects
        assert (row.subject, row.limit_ms) == ("icu", LIMIT_MS)
        assert (row.before_ms, row.after_ms) == (LIMIT_MS + 1000 * was_s, LIMIT_MS + 1000 * now_s)


def test_limits_no_longer_missed_come_before_minutes() -> None:
    before = measured(verdict("missed", 6_000_000))
    few, many = gain(before, measured(verdict("met", 500))), gain(before, measured(verdict("missed", 1_000)))
    assert few is not None
    assert many is not None
    assert few.order > many.order


def test_safety_critical_loads_come_before_others() -> None:
    other = verdict("missed", 6_000_000, id="office")
    before = measured(verdict("missed", 600_000), other)
    critical = gain(before, measured(verdict("missed", 300_000), other))
    office = gain(before, measured(verdict("missed", 600_000), replace(other, outage_ms=1_000)))
    assert critical is not None
    assert office is not None
    assert critical.order > office.order

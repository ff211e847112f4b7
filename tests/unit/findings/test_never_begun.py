"""A step of an active card that never began: the one reason that held it longest, and what it asked for."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.documents.names import names_of
from drillsim.documents.never_begun_words import needed_text
from drillsim.findings.never_begun import NeverBegun, never_begun
from drillsim.findings.view import View
from drillsim.simulation import simulate
from drillsim.texts import LANGS
from helpers.cards import LIGHTS, LOST, card, step, tell
from helpers.grids import grid
from helpers.play import ACTORS, ALL_DAY, PEOPLE, case, dossier

DARK, LIT = {"load": "load-A", "is": "dead"}, {"load": "load-A", "is": "live"}
GUARD = {"name": "Guard", "side": "customer", "shifts": [{**ALL_DAY[0], "place": "hv"}]}


def _held(*steps: dict[str, Any], **more: Any) -> dict[str, tuple[NeverBegun, str]]:
    """Steps that never began, each with what it needed in English; every sentence is made in both languages."""
    of = dossier(
        grid("S1 A cb", loads={"A": 0.1}),
        site={"observations": LIGHTS},
        people={**PEOPLE, "guard": GUARD},
        actors={**ACTORS, "watch": {"side": "customer", "held_by": ["guard"]}},
        cards=[card("k", "electrician", DARK, *steps)],
        **more,
    )
    played = case(of, [LOST], "1 h", time="10:00")
    found = never_begun(View(played, simulate(played)))
    words = {lang: [needed_text(names_of(of, lang), of.plan, each) for each in found] for lang in LANGS}
    assert all(words["zh"])
    return {each.step: (each, said) for each, said in zip(found, words["en"], strict=True)}


def test_a_step_that_began_or_was_not_due_is_not_among_them() -> None:
    assert _held(step("S1", "electrician", on_failure={"steps": ["S2"]}), step("S2", "electrician")) == {}


def test_a_chain_behind_a_failure_says_step_for_step_what_each_lacked() -> None:
    fails = step("S1", "electrician", success_check={**LIT, "within": "10 s"})
    after = [step("S2", "electrician", after=["S1"]), step("S3", "electrician", after=["S2"])]
    held = _held(fails, *after)
    assert [(each.reason, each.on, each.stood) for each, _ in held.values()] == [
        ("predecessor", ("S1",), ("failed",)), ("predecessor", ("S2",), ("waiting",)),
    ]  # fmt: skip
    assert held["S2"][1] == "“S1” done (at the end: failed)"
    assert held["S3"][1] == "“S2” done (at the end: not its turn)"


def test_who_lacks_a_word_is_named_with_the_condition_in_words() -> None:
    held = _held(step("S1", "electrician"), step("S2", "electrician", requires=[{**LIT, "for": "2 min"}]))
    assert held["S2"][0].reason == "not_known"
    assert held["S2"][1] == "electrician knowing: load-A supplied for 2 min"


def test_who_never_heard_of_his_card_needed_to_be_told_of_it() -> None:
    assert _held(step("S1", "electrician"), step("S2", "watch"))["S2"][1] == "watch told that the card “k” is active"


def test_who_was_not_told_that_a_step_is_done_needed_that_word() -> None:
    tells = step("S1", "electrician", "report", tells=[tell("watch")])
    held = _held(tells, step("S2", "electrician", after=["S1"]), step("S3", "watch", after=["S2"]))
    assert held["S3"][1] == "watch told how “S2” ended (at the end: done)"


def test_a_condition_known_not_to_hold_is_what_kept_the_step() -> None:
    held = _held(step("S1", "electrician", when={"any": [LIT, {"not": DARK}]}))
    assert (held["S1"][0].reason, held["S1"][0].held_ms) == ("condition", 0)
    assert held["S1"][1] == "load-A supplied or not: load-A without supply; this was known not to be so"


def test_a_refused_permit_is_what_kept_the_step() -> None:
    permit = {"covers": ["S1-A"], "from": "dispatcher", "decides_in": "3 min", "channel": "phone", "refuses": 1}
    held = _held(step("S1", "electrician", "open", target="S1-A"), permits={"P1": permit})
    assert held["S1"][0].reason == "refused"
    assert held["S1"][1] == "the permit not refused: S1-A"


@pytest.mark.parametrize("wait", ["10 min", "30 min"])
def test_a_wait_that_ran_out_counts_as_long_as_it_lasted(wait: str) -> None:
    held = _held(step("S1", "electrician", requires=[LIT], wait_at_most=wait))
    assert held["S1"][0].held_ms == int(wait.removesuffix(" min")) * 60_000
    assert held["S1"][0].state == "timed_out"

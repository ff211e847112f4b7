"""The shipped hospital, spoilt: what its interlocks and its step S104 keep away is told when they are gone."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from drillsim.checks import check, result_text
from drillsim.checks.rule import Result
from drillsim.schema.compiled import Compiled
from drillsim.schema.plan import Card, OnFailure, Step
from helpers.shipped import shipped


@cache
def _bare() -> Compiled:
    """Without any interlock."""
    whole = shipped("central-hospital")
    return replace(whole, site=whole.site.model_copy(update={"interlocks": ()}))


@cache
def _bare_without_s104() -> Compiled:
    """Without any interlock, and without the step that opens the dead incomer 101."""
    bare = _bare()
    cards = tuple(_left_out(card, "S104") for card in bare.plan.cards)
    return replace(bare, plan=bare.plan.model_copy(update={"cards": cards}))


def _left_out(card: Card, name: str) -> Card:
    steps = tuple(_forgetting(step, name) for step in card.steps if step.id != name)
    return card.model_copy(update={"steps": steps})


def _forgetting(step: Step, name: str) -> Step:
    after = tuple(each for each in step.after if each != name) if isinstance(step.after, tuple) else step.after
    failing = step.on_failure
    if failing is not None:
        failing = OnFailure(steps=tuple(each for each in failing.steps if each != name), then=failing.then)
    return step.model_copy(update={"after": after, "on_failure": failing})


def _answers(of: Compiled, rule: str) -> list[Result]:
    return [result for result in check(of) if result.rule == rule]


@pytest.mark.parametrize("rule", ["OPS-01", "OPS-02", "OPS-03", "OPS-04", "OPS-05"])
def test_as_shipped_every_step_is_looked_at_and_nothing_is_reached(rule: str) -> None:
    assert [(each.outcome, each.missing) for each in _answers(shipped("central-hospital"), rule)] == [("pass", "")]


def test_with_its_interlocks_deleted_an_omission_feeds_back_and_the_state_is_shown() -> None:
    facts = [dict(each.facts) for each in _answers(_bare(), "OPS-01") if each.outcome == "fail"]
    assert {(each["hazard"], each["step"], each["slip"], each["at"]) for each in facts} >= {
        ("back_feed", "S106", "omitted", "S104"),
        ("back_feed", "S106", "omitted", "S105"),
    }
    one = next(each for each in facts if each["at"] == "S104")
    assert (one["state"], one["lost"], one["live"]) == ("+100", "feeder-east", "feeder-west")


def test_with_its_interlocks_deleted_a_vehicle_feeds_back_too() -> None:
    found = {each.about.id for each in _answers(_bare(), "EPS-03") if each.outcome == "fail"}
    assert found == {"box-east"}


def test_with_s104_left_out_besides_the_plan_as_written_feeds_back() -> None:
    found = [each for each in _answers(_bare_without_s104(), "OPS-01") if each.outcome == "fail"]
    facts = [dict(each.facts) for each in found]
    assert ("back_feed", "S106", "none") in {(each["hazard"], each["step"], each["slip"]) for each in facts}
    told = result_text("en", found[0])
    assert "+100" in told
    assert "feeder-west" in told

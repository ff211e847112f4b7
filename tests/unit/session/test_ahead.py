"""A look ahead, held against the same drill led by hand to that moment and left to the plan with other luck."""

from __future__ import annotations

import pickle
import time
from typing import Any

import pytest

from drillsim.journal import Journal, lines_of
from drillsim.network import flow_for
from drillsim.schema import Case, Msel
from drillsim.session import Drill, Limit, missed_limits, open_drill
from drillsim.session.ahead import Foresight, Question, look_ahead, play_draw, question_of
from drillsim.session.deck import deck_of
from drillsim.session.stand_in import StandIn
from drillsim.simulation import Accepted, Act, Activate, Begin, BranchedLuck, Choose, Decision, Luck, Run
from drillsim.units import MS_PER
from helpers.shipped import HOSPITAL, scenario, shipped

MIN = MS_PER["min"]
CASE = Case(shipped(HOSPITAL), "ats-fails", scenario(HOSPITAL, "ats-fails"))
FLOW = flow_for(CASE.dossier.network)
OTHER = Activate("RC-03", "wang")
PLAYED = frozenset({"duty-electrician", "dispatcher"})
MSEL = Msel.model_validate({
    "format": "1", "scenario": "ats-fails",
    "injects": {
        "I1": {"at": "9 min", "tell": "家属询问", "to": "duty-officer"},
        "I2": {"after": {"inject": "I1", "by": "30 min"}, "fault": {"fault": "channel_lost", "on": "phone"}},
        "I3": {"when": {"load": "icu", "is": "dead"}, "tell": "病房无电", "to": "duty-officer"},
        "I4": {"by_hand": "true", "tell": "手动", "to": "duty-officer"},
    },
})  # fmt: skip


def led(drill: Drill, to_ms: int) -> list[tuple[int, Decision]]:
    """People decide what the plan would, up to a moment; give what they decided."""
    did: list[tuple[int, Decision]] = []
    people = [name for role in PLAYED for name in CASE.dossier.plan.actors[role].held_by]

    def due() -> list[Decision]:
        kinds = (Activate, Begin, Choose)
        offers = [each for name in people for each in drill.run.options(name)]
        return [each.decision for each in offers if not each.deviation and isinstance(each.decision, kinds)]

    while True:
        for decision in due()[:1]:
            did.append((drill.now, decision))
            assert isinstance(drill.submit(decision), Accepted)
            drill.go_to(drill.now)
        if not due():
            if drill.now >= to_ms:
                return did
            drill.go_to(to_ms, lambda: bool(due()))


@pytest.fixture(scope="module")
def drill() -> Drill:
    found = open_drill(CASE, FLOW, played=PLAYED, msel=MSEL)
    led(found, 6 * MIN)
    return found


class ByHand(Luck):
    """The luck of draw 0 until it is told to turn, then another's but for what was asked before."""

    def __init__(self, draw: int) -> None:
        super().__init__(1)
        self.seen: dict[tuple[str, int], float] = {}
        self.other, self.turned = Luck(1, draw), False

    def u(self, name: str, n: int = 0) -> float:
        if not self.turned:
            self.seen[name, n] = super().u(name, n)
        return self.seen[name, n] if (name, n) in self.seen else self.other.u(name, n)


def by_hand(did: list[tuple[int, Decision]], at_ms: int, draw: int, decision: Decision | None) -> Journal:
    """A drill that is led as it was, from its beginning, and given to the plan at the moment."""
    luck, stand_in = ByHand(draw), StandIn(frozenset(CASE.dossier.plan.actors) - PLAYED)
    run = Run(CASE, luck=luck, flow=FLOW, operators=stand_in.operators(), record=True)
    again = Drill(run, deck_of(CASE.scenario, MSEL), stand_in)
    again.go_to(0)
    for t_ms, each in did:
        again.go_to(t_ms)
        assert isinstance(again.submit(each), Accepted)
        again.go_to(t_ms)
    again.go_to(at_ms)
    luck.turned = True
    if decision is not None:
        assert isinstance(again.submit(decision), Accepted)
        again.go_to(at_ms)
    for role in CASE.dossier.plan.actors:
        if role in PLAYED:
            stand_in.take(role, run)
    again.go_to(CASE.scenario.horizon)
    return run.finish()


@pytest.mark.parametrize("decision", [None, OTHER])
def test_every_draw_is_the_drill_led_by_hand_with_that_luck(decision: Decision | None) -> None:
    drill = open_drill(CASE, FLOW, played=PLAYED, msel=MSEL)
    did = led(drill, 6 * MIN)
    question = question_of(drill, decision, draws=3)
    seen = set()
    for draw in (1, 2, 3):
        journal = by_hand(did, drill.now, draw, decision)
        found = play_draw(CASE, FLOW, question, decision, draw, keep=True)
        assert found.journal is not None
        assert found.journal.events == journal.events
        missed = {limit: ms for limit, ms in missed_limits(CASE.dossier, journal).items() if ms > drill.now}
        assert {each.limit: each.at_ms for each in found.missed} == missed
        assert [e.data["information"] for e in journal.of("information_given")][:1] == ["I1"]
        seen.add(tuple(lines_of(journal))[1:])
    assert len(seen) == 3, "luck makes them differ"
    assert not [e for e in drill.run.journal().events if e.t_ms > drill.now]


def test_the_draws_together_say_how_many_and_when(drill: Drill) -> None:
    question = question_of(drill, draws=6)
    (found,) = look_ahead(CASE, FLOW, question)
    draws = [play_draw(CASE, FLOW, question, None, n) for n in range(1, 7)]
    assert (found.at_ms, found.draws, found.refused, found.decision) == (drill.now, 6, "", None)
    times: dict[Limit, list[int]] = {}
    for each in draws:
        for missed in each.missed:
            times.setdefault(missed.limit, []).append(missed.at_ms)
    assert {each.limit: each.missed.draws for each in found.limits} == {k: len(v) for k, v in times.items()}
    for row in found.limits:
        at_ms = sorted(times[row.limit])
        assert (row.missed.earliest_ms, row.missed.median_ms) == (at_ms[0], at_ms[(len(at_ms) - 1) // 2])
        assert row.cause.partition(":")[0] in ("wait", "doing", "restart", "automatic", "start", "fault", "noticing")
        assert 0 < row.cause_draws <= row.missed.draws
    icu = next(each for each in found.levels if each.store == ("source", "ups-icu"))
    now = drill.run.levels()
    assert icu.median[0] == icu.least[0] == now["source", "ups-icu"] < 100
    assert found.times_ms[:3] == (drill.now, drill.now + 15 * MIN, drill.now + 30 * MIN)
    assert icu.median[1] < icu.median[0], "it is on its battery"


def test_a_drill_does_not_mind_being_asked() -> None:
    plain, asked = (open_drill(CASE, FLOW, played=PLAYED, msel=MSEL) for _ in range(2))
    led(plain, 20 * MIN)
    for minute in range(1, 21):
        led(asked, minute * MIN)
        if minute in (4, 15):
            look_ahead(CASE, FLOW, question_of(asked, OTHER, draws=1))
    one, other = (list(lines_of(each.run.journal())) for each in (plain, asked))
    assert one == other


def test_a_decision_that_cannot_be_taken_says_so(drill: Drill) -> None:
    ways = look_ahead(CASE, FLOW, question_of(drill, Act("open", ("nothing",), "wang"), draws=2))
    assert [each.refused for each in ways] == ["", "unknown_id"]
    assert ways[1].limits == () == ways[1].levels


def test_what_was_drawn_stays_and_what_comes_is_drawn_anew() -> None:
    before, then = Luck(1), Luck(1, 7)
    luck = BranchedLuck(before, then)
    assert luck.u("a") == before.u("a")
    luck.branch()
    assert luck.u("a") == before.u("a")
    assert luck.u("a", 1) == then.u("a", 1) != before.u("a", 1)
    assert luck.u("b") == then.u("b") == luck.u("b")


def test_a_question_travels(drill: Drill) -> None:
    question = question_of(drill, draws=1)
    again: Question = pickle.loads(pickle.dumps(question))
    assert look_ahead(CASE, FLOW, again) == look_ahead(CASE, FLOW, question)
    assert question.deck is not drill.deck


def answered(foresight: Foresight, at_most_s: float = 120) -> Any:
    until = time.monotonic() + at_most_s
    while foresight.looked is None or foresight.looked.state == "asked":
        assert time.monotonic() < until
        time.sleep(0.02)
    return foresight.looked


def test_processes_beside_answer_the_same_and_one_that_dies_is_replaced(drill: Drill) -> None:
    foresight = Foresight(CASE, 2)
    try:
        foresight.prepare()
        question = question_of(drill, OTHER, draws=4)
        foresight.ask(question)
        assert foresight.looked is not None
        found = answered(foresight)
        assert (found.state, found.breaks, found.question) == ("answered", 0, question)
        assert found.ahead == look_ahead(CASE, FLOW, question)
        pool = foresight._pool
        for each in list(pool._processes.values()) if pool is not None else ():
            each.kill()
        before = foresight.changes
        foresight.ask(question)
        again = answered(foresight)
        assert (again.state, again.ahead) == ("answered", found.ahead) and again.breaks >= 1
        assert foresight.changes > before
    finally:
        foresight.close()


def test_a_new_question_takes_the_place_of_the_one_before(drill: Drill) -> None:
    foresight = Foresight(CASE, 1)
    try:
        foresight.ask(question_of(drill, draws=400))
        last = question_of(drill, draws=2)
        foresight.ask(last)
        found = answered(foresight)
        assert found.question is last and found.state == "answered"
    finally:
        foresight.close()


def test_a_process_that_cannot_begin_is_said(drill: Drill) -> None:
    foresight = Foresight(None, 1)  # type: ignore[arg-type]  # there is nothing it could play
    try:
        foresight.ask(question_of(drill, draws=1))
        assert answered(foresight).state == "failed"
    finally:
        foresight.close()

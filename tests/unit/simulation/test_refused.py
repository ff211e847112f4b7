"""What cannot be decided is refused with a code, and leaves journal and run as they were."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.simulation import (
    CODES,
    Accepted,
    Act,
    Activate,
    Ask,
    Begin,
    Choose,
    Close,
    Correct,
    Finish,
    Go,
    Inform,
    Inject,
    Permit,
    Refuse,
    Refused,
    Run,
    Skip,
    Tell,
    Withdraw,
)
from helpers.cards import LOST
from helpers.deciding import MIN, bytes_of, case, run_of

AWAY = {"at": "0 s", "fault": "person_absent", "on": "li"}


def _in_the_card() -> Run:
    """Wang is at S1, the card is active, S2 and S3 wait, li is absent."""
    run = run_of(case(LOST, AWAY))
    for decision in (Activate("k", "wang"), Begin("S1", "wang", ("wang",))):
        assert isinstance(run.submit(decision), Accepted)
    run.advance(MIN)
    return run


REFUSED: list[tuple[str, Any]] = [
    ("unknown_id", Activate("k2", "wang")),
    ("unknown_id", Activate("k", "nobody")),
    ("unknown_id", Begin("S9", "wang")),
    ("unknown_id", Begin("S2", "wang", ("nobody",))),
    ("unknown_id", Skip("S9", "wang")),
    ("unknown_id", Close("k9", "wang")),
    ("unknown_id", Choose("S3", "nowhere", "wang")),
    ("unknown_id", Permit("P9", "lin")),
    ("unknown_id", Tell("nobody", ("load-A",), "gu")),
    ("unknown_id", Tell("lin", ("nothing",), "gu")),
    ("unknown_id", Ask("lin", ("load-A",), "gu", "pigeon")),
    ("unknown_id", Go("nowhere", "gu")),
    ("unknown_id", Act("open", ("S1-Z",), "gu")),
    ("unknown_id", Act("open", ("S1-A",), "gu", uses=("key",))),
    ("unknown_id", Inject("source_lost", ("feeder-S9",))),
    ("unknown_id", Withdraw("events", 9)),
    ("unknown_id", Withdraw("information", 0)),
    ("unknown_id", Inform(("nobody",), "k1")),
    ("unknown_id", Inform(("wang",), 0)),
    ("unknown_id", Inform(("wang",), "k1", facts=(("switch", "S1-Z", "open"),))),
    ("unknown_id", Finish("S9", "wang")),
    ("unknown_id", Correct(people=("nobody",), facts=(("load", "load-A", "live"),))),
    ("unknown_id", Correct(report="S9")),
    ("malformed", "open S1-A"),
    ("malformed", None),
    ("malformed", Go(("hv",), "gu")),  # type: ignore[arg-type]
    ("malformed", Begin("S2", "wang", "li")),  # type: ignore[arg-type]
    ("malformed", Begin("S2", "wang", ("wang",), supervisor="wang")),
    ("malformed", Begin("S2", "wang", regardless=1)),  # type: ignore[arg-type]
    ("malformed", Choose("S1", "go", "wang")),
    ("malformed", Tell("gu", ("load-A",), "gu")),
    ("malformed", Ask("lin", (), "gu")),
    ("malformed", Act("report", ("S1-A",), "gu")),
    ("malformed", Act("check", ("S1-A",), "gu")),
    ("malformed", Act("fly", ("S1-A",), "gu")),
    ("malformed", Act("open", (), "gu")),
    ("malformed", Act("open", ("load-A",), "gu")),
    ("malformed", Act("rack", ("S1-A",), "gu", to="open")),
    ("malformed", Act("open", ("S1-A",), "gu", to="open")),
    ("malformed", Act("open", ("S1-A",), "gu", supervisor="gu")),
    ("malformed", Inject("sabotage", ("feeder-S1",))),
    ("malformed", Inject("source_lost", ("load-A",))),
    ("malformed", Inject("source_lost", ())),
    ("malformed", Inject("dip", ("feeder-S1",))),
    ("malformed", Inject("source_lost", ("feeder-S1",), for_ms=0)),
    ("malformed", Withdraw("horizon", 0)),  # type: ignore[arg-type]
    ("malformed", Inform((), "k1")),
    ("malformed", Inform(("wang",), "k1", facts=(("load", "load-A", "broken"),))),
    ("malformed", Inform(("wang",), "k1", facts=(("load", "load-A", None),))),
    ("malformed", Finish("S1", "wang", "perhaps")),  # type: ignore[arg-type]
    ("malformed", Correct()),
    ("malformed", Correct(people=("wang",))),
    ("malformed", Correct(people=("wang",), facts=(("load", "load-A", float("nan")),))),
    ("not_yours", Activate("k", "gu")),
    ("not_yours", Begin("S2", "gu")),
    ("not_yours", Begin("S2", "")),
    ("not_yours", Skip("S2", "lin")),
    ("not_yours", Close("k", "gu")),
    ("not_yours", Permit("P1", "wang")),
    ("not_yours", Refuse("P1", "wang")),
    ("not_yours", Inject("source_lost", ("feeder-S1",), "wang")),
    ("not_yours", Withdraw("events", 0, "lin")),
    ("not_yours", Inform(("wang",), "k1", "lin")),
    ("not_yours", Finish("S1", "gu")),
    ("not_yours", Correct("wang", ("lin",), (("load", "load-A", "live"),))),
    ("not_yours", Go("hv", "")),
    ("absent", Activate("k", "li")),
    ("absent", Begin("S2", "wang", ("li",))),
    ("absent", Begin("S2", "wang", ("wang",), supervisor="li")),
    ("absent", Begin("S2", "wang", ("off",))),
    ("absent", Go("hv", "off")),
    ("absent", Act("open", ("S1-A",), "li")),
    ("absent", Tell("lin", ("load-A",), "li")),
    ("absent", Choose("S3", "go", "wang")),
    ("absent", Finish("S2", "wang")),
    ("busy", Go("hv", "wang")),
    ("busy", Act("open", ("S1-B",), "wang")),
    ("busy", Tell("lin", ("load-A",), "wang")),
    ("no_way_there", Go("yard", "gu")),
    ("no_way_there", Act("open", ("A-C",), "gu")),
    ("already", Activate("k", "wang")),
    ("already", Begin("S1", "wang")),
    ("already", Skip("S1", "wang")),
    ("already", Refuse("P1", "lin")),
    ("already", Withdraw("events", 0)),
    ("already", Go("room", "gu")),
    ("already", Inject("source_lost", ("feeder-S1",), over=True)),
]


@pytest.mark.parametrize(("code", "decision"), REFUSED, ids=lambda each: str(each)[:60])
def test_what_cannot_be_decided_is_refused_and_nothing_has_happened(code: str, decision: Any) -> None:
    run, untouched = _in_the_card(), _in_the_card()
    if decision == Inject("source_lost", ("feeder-S1",), over=True):
        for each in (run, untouched):
            each.submit(decision)
            each.advance(MIN)
    before = bytes_of(run.journal())
    answer = run.submit(decision)
    assert isinstance(answer, Refused)
    assert answer.code == code, answer
    assert bytes_of(run.journal()) == before
    for each in (run, untouched):
        each.advance(120 * MIN)
    assert bytes_of(run.finish()) == bytes_of(untouched.finish())


def test_every_code_has_a_case() -> None:
    assert {code for code, _ in REFUSED} == set(CODES) - {"in_the_past"}


def test_what_lies_before_now_or_after_the_end_is_in_the_past() -> None:
    run = _in_the_card()
    late = run.submit(Go("hv", "gu"), at_ms=MIN - 1)
    assert isinstance(late, Refused)
    assert late.code == "in_the_past"
    assert isinstance(run.submit(Go("hv", "gu"), at_ms=MIN), Accepted)
    run.finish()
    over = run.submit(Go("room", "gu"))
    assert isinstance(over, Refused)
    assert over.code == "in_the_past"


def test_said_twice_before_its_turn_it_is_already_so_and_one_does_one_thing_at_a_time() -> None:
    run = run_of()
    assert run.submit(Go("hv", "gu")) == Accepted()
    again, other = run.submit(Go("hv", "gu")), run.submit(Act("open", ("S1-B",), "gu"))
    assert isinstance(again, Refused)
    assert isinstance(other, Refused)
    assert (again.code, other.code) == ("already", "busy")


def test_what_the_same_round_has_overtaken_does_nothing_and_says_so() -> None:
    run = run_of()
    run.submit(Activate("k", "wang"))
    run.submit(Activate("k", "li"))
    run.advance(0)
    told = [(e.data["by"], e.data.get("deviation")) for e in run.finish().of("decision")]
    assert told == [("wang", None), ("li", ["overtaken"])]

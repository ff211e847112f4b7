"""What a person sees of a run and what is open to him; looking changes nothing."""

from __future__ import annotations

import pytest

from drillsim.simulation import (
    FACILITATOR,
    Accepted,
    Activate,
    Begin,
    Choose,
    Close,
    Decision,
    Finish,
    Go,
    Permit,
    Refuse,
    Run,
    Skip,
)
from helpers.cards import LOST
from helpers.deciding import MIN, bytes_of, case, run_of


def _after(minute: float, *decisions: Decision) -> Run:
    run = run_of()
    for decision in decisions:
        assert isinstance(run.submit(decision), Accepted)
        run.advance(0)
    run.advance(round(minute * MIN))
    return run


def _open(run: Run, person: str, kind: type) -> dict[str, tuple[str, ...]]:
    """Step, card, permit or place of the offers of one kind, with where each departs from the plan."""
    found = {}
    for offer in run.options(person):
        if isinstance(offer.decision, kind):
            names = [getattr(offer.decision, name, None) for name in ("step", "card", "permit", "place")]
            found[next(name for name in names if name)] = offer.deviation
    return found


def test_at_the_start_one_believes_what_the_mode_says_and_knows_from_where_the_rest_is() -> None:
    view = run_of().view("wang")
    switch, load = view.belief("switch", "S1-A"), view.belief("load", "load-A")
    assert switch is not None
    assert load is not None
    assert (switch.value, switch.since_ms, switch.as_of_ms, switch.source) == ("closed", None, None, None)
    assert (load.value, load.since_ms, load.as_of_ms) == ("dead", 0, 0)
    assert load.source is not None
    assert (load.source.how, load.source.via, load.source.by) == ("observation", "lights", "")
    assert (view.place, view.on_duty, view.doing, view.messages) == ("room", True, "", ())
    assert view.beside == ("li", "gu")
    assert view.belief("step", "S1") is None


def test_the_journal_tells_what_all_believe_before_anything_happens_whatever_is_so() -> None:
    left_open = {"start": {"date": "2026-07-15", "time": "02:30", "set": [{"target": "S1-B", "to": "open"}]}}
    run = run_of(case(**left_open))
    told = run.journal().initial
    assert told["open"] == ["S1-B"]
    assert told["beliefs"]["switch"] == {"closed": ["A-C", "S1-A", "S1-B"]}
    assert told["beliefs"]["load"] == {"live": ["load-A", "load-B", "load-C"]}
    assert "element" not in told["beliefs"]
    stood = [each for each in run.view("off").beliefs if each.since_ms is None and each.kind != "element"]
    assert {(each.kind, str(each.value), each.id) for each in stood} == {
        (kind, value, name)
        for kind, states in told["beliefs"].items()
        for value, names in states.items()
        for name in names
    }


def test_who_is_off_duty_absent_or_out_of_reach_is_seen_to_be_so() -> None:
    away = {"at": "0 s", "fault": "person_absent", "on": "li"}
    deaf = {"at": "0 s", "fault": "person_unreachable", "on": "lin"}
    run = run_of(case(LOST, away, deaf))
    told = {name: run.view(name) for name in ("off", "li", "lin")}
    assert [told[name].on_duty for name in told] == [False, True, True]
    assert [told[name].is_absent for name in told] == [False, True, False]
    assert [told[name].is_reachable for name in told] == [True, True, False]
    assert run.options("li") == run.options("off") == ()


def test_a_card_one_may_activate_is_open_and_without_its_trigger_departs_from_the_plan() -> None:
    assert _open(run_of(), "wang", Activate) == {"k": ()}
    assert _open(run_of(case({**LOST, "at": "60 min"})), "wang", Activate) == {"k": ("not_known",)}
    assert _open(run_of(), "gu", Activate) == {}


def test_the_steps_of_a_card_are_open_to_its_roles_and_what_comes_later_departs() -> None:
    run = _after(0, Activate("k", "wang"))
    steps = _open(run, "wang", Begin)
    assert steps["S1"] == steps["S3"] == ()
    assert steps["S2"] == steps["S4"] == ("out_of_order",)
    assert steps["S6"] == ("not_needed",)
    assert _open(run, "li", Skip)["S6"] == ()
    assert _open(run, "lin", Begin) == {}
    assert _open(run, "wang", Close) == {"k": ("steps_open",)}


def test_who_is_at_a_step_may_report_its_end_and_choose_its_way() -> None:
    run = _after(5, Activate("k", "wang"), Begin("S3", "wang", ("wang",)))
    assert run.view("wang").doing == "S3"
    assert _open(run, "wang", Finish) == {"S3": ()}
    assert _open(run, FACILITATOR, Finish) == {"S3": ()}
    ways = {o.decision.option: o.deviation for o in run.options("wang") if isinstance(o.decision, Choose)}
    assert ways == {"stay": ("other_option",), "go": ()}


def test_a_permit_somebody_has_asked_for_lies_before_who_gives_it() -> None:
    run = _after(0, Activate("k", "wang"), Begin("S2", "wang", ("wang",), supervisor="li"))
    run.advance(20 * MIN)
    assert run.view("lin").permits_asked == (("P1", "S2"),)
    assert _open(run, "lin", Permit) == {"P1": ()}
    assert _open(run, "lin", Refuse) == {"P1": ()}
    (offer,) = [o for o in run.options(FACILITATOR) if isinstance(o.decision, Finish) and o.decision.step == "S2"]
    assert offer.waits == ("permit", ("P1",))


def test_places_one_can_get_to_are_open() -> None:
    assert set(_open(run_of(), "gu", Go)) == {"hv"}


def test_what_may_be_done_to_what_is_told_by_verb() -> None:
    acts = run_of().acts()
    assert acts["open"] == ("S1-A", "S1-B", "A-C")
    assert acts["shed"] == ("load-B", "load-C")  # load-A has no switch of its own
    assert acts["request"] == ("P1",)
    assert not {"report", "check", "decide", "wait", "ask"} & set(acts)


def test_looking_changes_nothing() -> None:
    looked, other = (_after(0, Activate("k", "wang"), Begin("S1", "wang", ("wang",))) for _ in range(2))
    for minute in range(0, 60, 7):
        for run in (looked, other):
            run.advance(minute * MIN)
        for person in (*looked.case.dossier.customer.people, FACILITATOR):
            looked.options(person)
            if person:
                looked.view(person)
    assert bytes_of(looked.finish()) == bytes_of(other.finish())


def test_nobody_is_refused_what_was_open_to_him() -> None:
    begun = Activate("k", "wang"), Begin("S3", "wang", ("wang",))
    count = 0
    for person in ("wang", "li", "gu", "lin", FACILITATOR):
        for number in range(len(_after(5, *begun).options(person))):
            run = _after(5, *begun)
            offer = run.options(person)[number]
            assert run.submit(offer.decision) == Accepted(offer.deviation)
            count += 1
    assert count > 12


def test_of_somebody_who_is_nobody_nothing_is_said() -> None:
    with pytest.raises(KeyError):
        run_of().view("nobody")
    with pytest.raises(KeyError):
        run_of().options("nobody")

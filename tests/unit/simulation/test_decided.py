"""What people decide is carried out whoever they are, with what departs from the plan said, and hazards judge it."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.findings.verdict import verdicts
from drillsim.journal import Journal
from drillsim.simulation import (
    Accepted,
    Act,
    Activate,
    Ask,
    Begin,
    Choose,
    Close,
    Correct,
    Decision,
    Finish,
    Go,
    Inform,
    Inject,
    Permit,
    PlanOperator,
    Refuse,
    Run,
    Skip,
    Tell,
    replay,
    resume,
)
from helpers.cards import LOST, rows, waits
from helpers.deciding import MIN, bytes_of, case, decided, run_of
from helpers.play import told

LATER = {**LOST, "at": "90 min"}


def _driven(run: Run, *at: tuple[float, Decision]) -> Journal:
    """Each decision submitted at its minute; then to the end. It plays again to the same bytes."""
    for minute, decision in at:
        run.advance(round(minute * MIN))
        answer = run.submit(decision)
        assert isinstance(answer, Accepted), answer
    run.advance(run.case.scenario.horizon)
    journal = run.finish()
    assert bytes_of(replay(run.case, journal, flow=run.flow)) == bytes_of(journal)
    return journal


def _facts(run: Run, person: str, kind: str, name: str) -> Any:
    belief = run.view(person).belief(kind, name)
    return None if belief is None else belief.value


def test_a_man_no_card_names_opens_a_switch_no_plan_mentions_and_everything_follows() -> None:
    run = run_of(case({**LOST, "at": "110 min"}))
    run.advance(0)
    run.submit(Act("open", ("S1-B",), "gu"))
    run.advance(30 * MIN)
    assert run.view("gu").place == "room"  # done, and back at his post
    assert _facts(run, "gu", "switch", "S1-B") == "open"
    assert _facts(run, "gu", "bus", "B") == "dead"
    journal = run.finish()
    assert decided(journal) == [(0, "act", "gu", {"do": "open", "target": ["S1-B"]}, ("unplanned",))]
    (moved,) = journal.of("switch_moved")
    assert moved.data == {"switch": "S1-B", "closed": False, "cause": "step", "cause_id": "open[S1-B]"}
    row = rows(journal)["open[S1-B]"]
    assert (row.by, row.state) == (("gu",), "done")
    dark = {each.id: each.outage_ms for each in verdicts(run.case, journal)}
    assert dark["load-B"] == journal.end_ms - moved.t_ms
    assert dark["load-A"] == 0


def test_what_needs_a_permit_and_a_second_man_is_done_without_and_is_a_hazard() -> None:
    run = run_of(case(LATER))
    journal = _driven(run, (0, Act("open", ("S1-A",), "gu")))
    assert decided(journal)[0][-1] == ("without_permit", "other_role")
    hazards = [(e.data["hazard"], e.data["person"], e.data["step"]) for e in journal.of("hazard")]
    assert ("without_permit", "gu", "open[S1-A]") in hazards
    assert ("without_supervisor", "gu", "open[S1-A]") in hazards


def test_with_a_permit_given_unasked_and_a_supervisor_there_is_no_hazard() -> None:
    run = run_of(case(LATER))
    with_li = Act("open", ("S1-A",), "wang", supervisor="li")
    journal = _driven(run, (0, Permit("P1", "lin")), (1, with_li))
    assert [each[-1] for each in decided(journal)] == [("not_asked",), ("beside_step",)]
    assert told(journal, "hazard") == []
    assert rows(journal)["open[S1-A]"].by == ("wang", "li")


def test_an_act_the_interlock_or_the_mechanism_refuses_fails_and_names_itself_anew_each_time() -> None:
    run = run_of(case(LATER))
    journal = _driven(run, (0, Act("rack", ("S1-B",), "gu", "withdrawn")), (30, Act("rack", ("S1-B",), "gu", "test")))
    assert [(name, row.state) for name, row in rows(journal).items()] == [
        ("rack[S1-B]", "failed"),
        ("rack[S1-B]2", "failed"),
    ]


def test_who_is_named_goes_and_who_is_not_stays() -> None:
    run = run_of()
    begin = Begin("S1", "wang", ("li",))
    journal = _driven(run, (0, Activate("k", "wang")), (0, begin))
    assert rows(journal)["S1"].by == ("li",)
    assert decided(journal)[1][-1] == ()


def test_whoever_leads_the_card_may_send_somebody_of_another_role() -> None:
    journal = _driven(run_of(), (0, Activate("k", "wang")), (0, Begin("S1", "wang", ("gu",))))
    assert rows(journal)["S1"].by == ("gu",)
    assert decided(journal)[1][-1] == ("other_role",)


def test_nobody_named_the_first_of_the_role_who_is_free_goes() -> None:
    journal = _driven(run_of(), (0, Activate("k", "wang")), (0, Begin("S1", "li")))
    assert rows(journal)["S1"].by == ("wang",)


def test_a_step_out_of_order_is_begun_all_the_same_by_whoever_begins_it() -> None:
    journal = _driven(run_of(), (0, Activate("k", "wang")), (0, Begin("S2", "li", regardless=True)))
    assert decided(journal)[1][-1] == ("out_of_order", "without_permit", "without_supervisor")
    assert rows(journal)["S2"].by == ("li",)
    assert rows(journal)["S2"].state == "done"
    assert told(journal, "permit_asked") == []
    assert {e.data["hazard"] for e in journal.of("hazard")} == {"without_permit", "without_supervisor"}


def test_a_step_of_a_card_nobody_has_activated_and_one_that_is_not_needed() -> None:
    run = run_of(case(LATER))
    journal = _driven(run, (0, Begin("S6", "wang")), (5, Begin("S4", "li")))
    assert decided(journal)[0][-1] == ("card_not_active", "not_known")
    assert rows(journal)["S6"].state == rows(journal)["S4"].state == "done"


def test_whoever_is_busy_goes_when_he_is_free() -> None:
    run = run_of()
    journal = _driven(
        run, (0, Activate("k", "wang")), (0, Begin("S1", "wang", ("wang",))), (1, Begin("S6", "li", ("wang",)))
    )
    found = rows(journal)
    assert found["S6"].by == ("wang",)
    assert found["S6"].started_ms == found["S1"].finished_ms


def test_a_step_left_out_without_knowing_that_it_may_be() -> None:
    journal = _driven(run_of(), (0, Activate("k", "wang")), (0, Skip("S1", "wang")), (0, Skip("S6", "wang")))
    assert [each[-1] for each in decided(journal)[1:]] == [("needed",), ()]
    assert [(rows(journal)[n].state, rows(journal)[n].why) for n in ("S1", "S6")] == [
        ("skipped", "decided"),
        ("skipped", "when"),
    ]


def test_a_card_closed_before_its_end_drops_what_has_not_begun() -> None:
    journal = _driven(run_of(), (0, Activate("k", "wang")), (3, Close("k", "li")))
    assert decided(journal)[1][-1] == ("steps_open",)
    assert {row.state for row in rows(journal).values()} == {"dropped"}


# -- permits and ways ------------------------------------------------------------------------------------------------


def _asking(*at: tuple[float, Decision], plan: frozenset[str] = frozenset()) -> Journal:
    run = run_of(case(LOST), PlanOperator(plan))
    begin = (3, Begin("S2", "wang", ("wang",), supervisor="li"))
    return _driven(run, (0, Activate("k", "wang")), (0, Begin("S1", "wang", ("wang",))), begin, *at)


def test_whoever_plays_the_dispatcher_gives_the_permit_when_he_decides_and_the_step_waits_for_it() -> None:
    journal = _asking((40, Permit("P1", "lin")))
    ((asked, *_),) = told(journal, "permit_asked")
    assert told(journal, "permit_given") == [(40 * MIN, "permit_given", "P1", "lin")]
    assert ("permit", ("P1",), 40 * MIN - asked) in waits(rows(journal)["S2"])
    assert rows(journal)["S2"].state == "done"


def test_what_he_refuses_fails_the_step() -> None:
    journal = _asking((40, Refuse("P1", "lin")))
    assert (rows(journal)["S2"].state, rows(journal)["S2"].why) == ("failed", "permit_refused")


def test_where_the_plan_plays_him_it_answers_in_its_time_and_nobody_else_need_to() -> None:
    journal = _asking(plan=frozenset({"dispatcher"}))
    ((asked, *_),) = told(journal, "permit_asked")
    assert told(journal, "permit_given")[0][0] == asked + 3 * MIN
    assert ("permit", "lin", {"permit": "P1"}) in [each[1:4] for each in decided(journal)]


def test_a_way_is_chosen_by_whoever_decides_and_the_steps_of_the_other_are_left_out() -> None:
    run = run_of()
    at = (0, Activate("k", "wang")), (0, Begin("S3", "wang", ("wang",))), (20, Choose("S3", "stay", "wang"))
    journal = _driven(run, *at)
    assert told(journal, "option_chosen") == [(20 * MIN, "option_chosen", "S3", "stay", "wang")]
    assert decided(journal)[-1][-1] == ("other_option",)
    assert rows(journal)["S5"].why == "not_chosen"
    assert rows(journal)["S3"].finished_ms == 20 * MIN


def test_a_way_chosen_before_he_has_come_to_it_is_kept() -> None:
    run = run_of()
    _driven_to = (0, Activate("k", "wang")), (0, Begin("S3", "wang", ("wang",))), (0.5, Choose("S3", "go", "wang"))
    journal = _driven(run, *_driven_to)
    assert told(journal, "option_chosen") == [(1 * MIN, "option_chosen", "S3", "go", "wang")]


# -- talking and going -----------------------------------------------------------------------------------------------


def test_what_one_tells_another_he_believes_and_knows_from_whom() -> None:
    run = run_of()
    _driven_part(run, (5, Tell("lin", ("load-A",), "wang")))
    run.advance(10 * MIN)
    belief = run.view("lin").belief("load", "load-A")
    assert belief is not None
    assert belief.source is not None
    assert (belief.value, belief.since_ms, belief.source.how, belief.source.by) == ("dead", 330_000, "message", "wang")
    (message,) = run.view("lin").messages
    assert (message.t_ms, message.by, message.facts[0]) == (330_000, "wang", ("load", "load-A", "dead"))


def _driven_part(run: Run, *at: tuple[float, Decision]) -> None:
    for minute, decision in at:
        run.advance(round(minute * MIN))
        assert isinstance(run.submit(decision), Accepted)


def test_asking_a_role_brings_what_it_knows() -> None:
    run = run_of()
    _driven_part(run, (5, Ask("electrician", ("load-A",), "lin")))
    run.advance(10 * MIN)
    belief = run.view("lin").belief("load", "load-A")
    assert belief is not None
    assert belief.source is not None
    assert (belief.value, belief.source.how, belief.source.by) == ("dead", "asking", "wang")


def test_a_call_nobody_answers_has_failed() -> None:
    cut = {"at": "0 s", "fault": "channel_lost", "on": "phone"}
    journal = _driven(run_of(case(LOST, cut)), (5, Tell("lin", ("load-A",), "wang")))
    assert (rows(journal)["report[lin]"].state, rows(journal)["report[lin]"].why) == ("failed", "no_answer")


def test_who_goes_somewhere_is_on_the_way_and_then_stays_and_sees() -> None:
    run = run_of(case(LATER))
    _driven_part(run, (1, Go("hv", "gu")))
    run.advance(2 * MIN)
    view = run.view("gu")
    assert (view.place, view.bound_for, view.arrives_ms, view.doing) == (None, "hv", 6 * MIN, "go hv")
    run.advance(60 * MIN)
    view = run.view("gu")
    assert (view.place, view.bound_for, view.doing) == ("hv", None, "")
    belief = view.belief("switch", "S1-B")
    assert belief is not None
    assert (belief.value, belief.as_of_ms) == ("closed", 6 * MIN)


# -- reported ends, whoever leads the drill ----------------------------------------------------------------------------


def test_a_reported_end_stands_for_the_time_that_is_left_and_the_rest_stays_simulated() -> None:
    run = run_of()
    at = (0, Activate("k", "wang")), (0, Begin("S1", "wang", ("wang",))), (0.5, Finish("S1", "wang"))
    found = rows(_driven(run, *at))
    assert (found["S1"].state, found["S1"].finished_ms) == ("done", 30_000)


def test_reported_on_the_way_it_is_done_as_soon_as_they_are_there() -> None:
    run = run_of(case(LATER))
    journal = _driven(run, (0, Act("open", ("S1-B",), "gu")), (1, Finish("open[S1-B]", "gu")))
    assert told(journal, "switch_moved")[0][0] == 5 * MIN


def test_reported_as_failed_it_does_nothing_to_the_plant() -> None:
    run = run_of(case(LATER))
    journal = _driven(run, (0, Act("open", ("S1-B",), "gu")), (5.5, Finish("open[S1-B]", "", "failed")))
    assert told(journal, "switch_moved") == []
    row = rows(journal)["open[S1-B]"]
    assert (row.state, row.why, row.finished_ms) == ("failed", "reported", 330_000)


def test_a_fault_begins_and_ends_when_whoever_leads_the_drill_says() -> None:
    run = run_of(case(LATER))
    journal = _driven(
        run,
        (5, Inject("source_lost", ("feeder-S1",), for_ms=60 * MIN)),
        (10, Inject("source_lost", ("feeder-S1",), over=True)),
    )
    assert told(journal, "fault_begins", "fault_ends") == [
        (5 * MIN, "fault_begins", "source_lost", ["feeder-S1"], 1),
        (10 * MIN, "fault_ends", "source_lost", ["feeder-S1"], 1),
        (90 * MIN, "fault_begins", "source_lost", ["feeder-S1"], 0),
    ]
    dark = [t for t, *_ in told(journal, "load_lost") if t == 5 * MIN]
    assert len(dark) == 3


def test_people_are_told_what_is_not_so_and_are_put_right() -> None:
    run = run_of(case(LATER))
    false = Inform(("lin",), "rumour-1", facts=(("load", "load-A", "dead"),))
    _driven_part(run, (5, false))
    run.advance(6 * MIN)
    assert _facts(run, "lin", "load", "load-A") == "dead"
    assert [each.information for each in run.view("lin").messages] == ["rumour-1"]
    run.submit(Correct(people=("lin",), facts=(("load", "load-A", "live"),)))
    run.advance(7 * MIN)
    belief = run.view("lin").belief("load", "load-A")
    assert belief is not None
    assert belief.source is not None
    assert (belief.value, belief.since_ms, belief.source.how) == ("live", 6 * MIN, "correction")


def test_a_wrong_report_is_taken_back_from_whoever_heard_it() -> None:
    run = run_of()
    _driven_part(run, (5, Tell("lin", ("load-A",), "wang")), (10, Correct(report="report[lin]")))
    run.advance(11 * MIN)
    assert _facts(run, "lin", "load", "load-A") == "live"  # as before the run
    assert _facts(run, "lin", "step", "report[lin]") is None
    assert _facts(run, "wang", "load", "load-A") == "dead"


# -- time ------------------------------------------------------------------------------------------------------------


def test_what_is_submitted_for_later_has_its_turn_then() -> None:
    run = run_of(case(LATER))
    assert isinstance(run.submit(Go("hv", "gu"), at_ms=7 * MIN, wall_time="14:03:20"), Accepted)
    run.advance(120 * MIN)
    journal = run.finish()
    (told_,) = journal.of("decision")
    assert (told_.t_ms, told_.data["wall_time"]) == (7 * MIN, "14:03:20")
    assert bytes_of(replay(run.case, journal, flow=run.flow)) == bytes_of(journal)


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.8, 1.0])
def test_a_drill_that_was_broken_off_goes_on_from_its_journal(share: float) -> None:
    run = run_of(None, PlanOperator(frozenset({"dispatcher"})))
    at: list[tuple[int, Decision]] = [
        (0, Activate("k", "wang")),
        (0, Begin("S1", "wang", ("wang",))),
        (5, Begin("S2", "wang", ("wang",), "li")),
    ]
    for minute, decision in at:
        run.advance(minute * MIN)
        run.submit(decision)
    run.advance(20 * MIN)
    whole = run.journal()
    begun = 1 + max(event.seq for event in whole.of("decision") if event.data["operator"] == "people")
    kept = begun + round(share * (len(whole.events) - begun))
    broken = Journal(whole.header, whole.events[:kept])
    again = resume(run.case, broken, flow=run.flow)
    assert again.now == broken.end_ms
    for each in (run, again):
        each.advance(120 * MIN)
    assert bytes_of(again.finish()) == bytes_of(run.finish())


def test_the_plan_decides_first_then_people_as_they_came() -> None:
    run = run_of(None, PlanOperator(frozenset({"electrician"})))
    run.submit(Go("hv", "gu"))
    run.submit(Inform(("lin",), "k1"))
    run.advance(0)
    marks = [(e.data["operator"], e.data["decision"]) for e in run.journal().of("decision")]
    first = [mark for mark, _ in marks].index("people")
    assert set(marks[:first]) == {("plan", "activate")}
    assert marks[first : first + 2] == [("people", "go"), ("people", "inform")]


def test_the_clock_stands_before_the_decide_round_and_says_when_something_happens_next() -> None:
    run = run_of()
    assert (run.now, run.next_ms()) == (0, 0)
    assert [e.type for e in run.journal().events if e.type.startswith("card")] == []
    run.submit(Activate("k", "wang"))
    run.advance(0)
    assert told(run.journal(), "card_active") == [(0, "card_active", "k", "wang")]
    assert run.next_ms() == 0  # who has learned of the card may decide in the same instant
    while run.next_ms() == 0:
        run.advance(0)
    later = run.next_ms()
    assert later is None or later > 0
    run.finish()
    assert (run.next_ms(), run.is_over) == (None, True)

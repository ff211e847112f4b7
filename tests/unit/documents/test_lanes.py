"""Steps as bars in the lanes of people."""

from __future__ import annotations

from drillsim.documents.pictures.lanes import Bar, lanes, packed
from drillsim.documents.pictures.marks import marks
from helpers.sample_run import MIN, sample_dossier, sample_journal


def test_every_person_who_did_something_has_one_lane_in_order_of_appearance() -> None:
    assert [lane.who for lane in lanes(sample_journal(), sample_dossier())] == ["wang", "zhao", "li"]


def test_a_step_shows_travel_then_work() -> None:
    first = lanes(sample_journal(), sample_dossier())[0].items[0]
    assert first.step == "S01"
    assert first.bars == (Bar(MIN, 4 * MIN, "travel"), Bar(4 * MIN, 5 * MIN + 30_000, "work"))


def test_a_wait_inside_a_step_interrupts_its_work() -> None:
    second = next(item for item in lanes(sample_journal(), sample_dossier())[0].items if item.step == "S02")
    assert [(bar.kind, bar.start_ms, bar.end_ms) for bar in second.bars] == [
        ("work", 5 * MIN + 30_000, 7 * MIN),
        ("permit", 7 * MIN, 13 * MIN),
    ]


def test_waiting_for_a_predecessor_is_not_drawn() -> None:
    assert not any(
        b.kind == "predecessor"
        for lane in lanes(sample_journal(), sample_dossier())
        for i in lane.items
        for b in i.bars
    )


def test_the_second_person_of_a_step_has_it_in_his_own_lane() -> None:
    li = next(lane for lane in lanes(sample_journal(), sample_dossier()) if lane.who == "li")
    assert [(item.step, item.assists) for item in li.items] == [("S03", True)]


def test_in_a_run_that_died_the_open_wait_reaches_to_its_end() -> None:
    wang = lanes(sample_journal(cut_at=25 * MIN), sample_dossier())[0]
    last = wang.items[-1]
    assert last.step == "S03" and last.bars[-1] == Bar(13 * MIN, 25 * MIN, "person_busy", open=True)


def test_packing_uses_the_first_row_with_room() -> None:
    assert packed([(0, 10), (5, 15), (10, 20), (16, 30)]) == (0, 1, 0, 1)


def test_events_of_one_kind_in_one_instant_share_a_flag() -> None:
    first = marks(sample_journal())[0]
    assert (first.t_ms, first.what, first.ids, first.bad) == (
        0,
        "fault-source-lost",
        ("feeder-east", "feeder-west"),
        True,
    )

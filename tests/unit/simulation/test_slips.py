"""A scenario may have somebody slip: omit a step, do it twice, do it to the neighbouring device, or late."""

from __future__ import annotations

from typing import Any

from drillsim.journal import Journal
from helpers.cards import card, rows, step
from helpers.play import dossier, play, told
from helpers.substations import ALARM, LOSS, network

CLOSE = step("S1", "electrician", "close", target="S1-A", success_check={"switch": "S1-A", "is": "closed"})


def _run(step_: dict[str, Any] = CLOSE, **slip: Any) -> Journal:
    site = {"observations": {"lamp": {"sees": [{"load": "load-Z"}], "shown_at": "room"}}}
    event = {"at": "0 s", "fault": "wrong_action", "on": "S1", **slip}
    return play(dossier(network(2), site=site, cards=[card("k", "electrician", ALARM, step_)]), [LOSS, event], "1 h")


def _moved(journal: Journal) -> list[str]:
    return [switch for _, _, switch, *_ in told(journal, "switch_moved")]


def test_an_omitted_step_is_believed_done() -> None:
    journal = _run(action="omit")
    assert (_moved(journal), rows(journal)["S1"].state) == ([], "done")
    assert told(journal, "wrong_action") == [(0, "wrong_action", "S1", "omit", "wang")]


def test_the_neighbouring_device_is_operated_in_its_place_and_judged() -> None:
    journal = _run(action="neighbour", instead="S1-B")
    assert (_moved(journal), rows(journal)["S1"].state) == (["S1-B"], "done")
    assert [device for *_, device in told(journal, "hazard")] == ["S1-B"]  # 10 kV, alone


def test_a_step_done_twice_takes_twice_as_long() -> None:
    journal = _run(action="repeat")
    assert (_moved(journal), rows(journal)["S1"].finished_ms) == (["S1-A"], 120_000)


def test_a_late_step_is_done_as_written_and_takes_so_much_longer() -> None:
    journal = _run(action="late", late_by="15 min")
    assert (_moved(journal), rows(journal)["S1"].state) == (["S1-A"], "done")
    assert rows(journal)["S1"].finished_ms == 15 * 60_000 + (rows(_plain())["S1"].finished_ms or 0)
    assert told(journal, "wrong_action") == [(0, "wrong_action", "S1", "late", "wang", 900_000)]


def test_a_step_is_ten_minutes_late_where_nobody_says_otherwise() -> None:
    assert rows(_run(action="late"))["S1"].finished_ms == 10 * 60_000 + (rows(_plain())["S1"].finished_ms or 0)


def _plain() -> Journal:
    site = {"observations": {"lamp": {"sees": [{"load": "load-Z"}], "shown_at": "room"}}}
    return play(dossier(network(2), site=site, cards=[card("k", "electrician", ALARM, CLOSE)]), [LOSS], "1 h")


def test_without_a_slip_the_step_is_done_as_written() -> None:
    assert _moved(_plain()) == ["S1-A"]

"""A shift that ends in mid-step: he stays, or the next one on duty takes over; and a day staffed as a holiday."""

from __future__ import annotations

from typing import Any

from drillsim.journal import Journal
from drillsim.units import MS_PER
from helpers.cards import card, rows, step
from helpers.play import PEOPLE, dossier, play, told
from helpers.substations import ALARM, LOSS, network

MIN = MS_PER["min"]


def _shift(begin: str, end: str, **more: Any) -> list[dict[str, str]]:
    return [{"from": begin, "to": end, "place": "room", **more}]


PAIR = {
    "lin": PEOPLE["lin"],
    "wang": {"name": "Wang", "side": "customer", "shifts": _shift("00:00", "03:00")},
    "chen": {"name": "Chen", "side": "customer", "shifts": _shift("03:00", "11:00")},
}
ROLES = {
    "electrician": {"side": "customer", "held_by": ["wang", "chen"]},
    "dispatcher": {"side": "utility", "held_by": ["lin"]},
}


def _run(*steps: dict[str, Any], people: dict[str, Any] = PAIR, plan: Any = None, start: Any = None) -> Journal:
    """T0 is 02:30: half an hour before the shifts change."""
    site = {"observations": {"lamp": {"sees": [{"load": "load-Z"}], "shown_at": "room"}}}
    cards = [card("k", "electrician", ALARM, *steps)]
    return play(dossier(network(1), site=site, people=people, actors=ROLES, cards=cards, plan=plan), [LOSS], "4 h",
                **(start or {}))  # fmt: skip


LONG = step("S1", "electrician", takes="50 min")


def test_he_stays_until_the_step_is_done() -> None:
    journal = _run(LONG)
    assert (rows(journal)["S1"].finished_ms, rows(journal)["S1"].by) == (50 * MIN, ("wang",))
    assert (50 * MIN, "off_duty", "wang") in told(journal, "off_duty")


def test_the_next_on_duty_takes_the_step_over_and_the_rest_of_it_goes_on() -> None:
    journal = _run(LONG, plan={"shift_end": {"then": "hand_over", "takes": "5 min"}})
    assert told(journal, "handed_over") == [(35 * MIN, "handed_over", "S1", "wang", "chen")]
    assert (35 * MIN, "off_duty", "wang") in told(journal, "off_duty")
    assert (rows(journal)["S1"].finished_ms, rows(journal)["S1"].by) == (55 * MIN, ("chen",))


def test_what_he_knew_the_next_one_knows() -> None:
    then = step("S2", "electrician", after=["S1"], requires=[{"load": "load-Z", "is": "dead"}])
    journal = _run(LONG, then, plan={"shift_end": {"then": "hand_over"}})
    assert rows(journal)["S2"].by == ("chen",)
    assert rows(journal)["S2"].started_ms == 60 * MIN  # ten minutes' handing over, the verb's own time


def test_with_nobody_to_take_over_he_stays() -> None:
    alone = {**PAIR, "chen": {"name": "Chen", "side": "customer", "shifts": _shift("05:00", "11:00")}}
    journal = _run(LONG, people=alone, plan={"shift_end": {"then": "hand_over"}})
    assert told(journal, "handed_over") == []
    assert rows(journal)["S1"].finished_ms == 50 * MIN


def test_staffed_as_on_a_holiday_the_holiday_shifts_hold() -> None:
    weekday, holiday = (_shift("00:00", "11:00", days=days) for days in ("mon-fri", "holiday"))
    people = {
        **PAIR,
        "wang": {"name": "Wang", "side": "customer", "shifts": weekday},
        "chen": {"name": "Chen", "side": "customer", "shifts": holiday},
    }
    quick = step("S1", "electrician")
    assert rows(_run(quick, people=people))["S1"].by == ("wang",)
    assert rows(_run(quick, people=people, start={"staffing": "holiday"}))["S1"].by == ("chen",)


def test_a_call_taken_at_the_end_of_a_shift_is_heard_by_who_takes_over_there() -> None:
    people = {**PAIR, "zhao": {"name": "Zhao", "side": "customer", "shifts": _shift("00:00", "24:00", place="hv")}}
    caller = {"caller": {"side": "customer", "held_by": ["zhao"]}}
    tells = [{"to": "electrician", "channel": "phone", "takes": "2 min"}]
    begins = {"id": "S0", "text": "t", "do": "report", "by": "electrician", "takes": "0 s",
              "tells": [{"to": "caller", "channel": "phone", "takes": "0 s"}]}  # fmt: skip
    steps = (begins, step("S1", "caller", takes="29 min", tells=tells), step("S2", "electrician", after=["S1"]))
    site = {"observations": {"lamp": {"sees": [{"load": "load-Z"}], "shown_at": "room"}}}
    cards = [card("k", "electrician", ALARM, *steps)]
    of = dossier(network(1), site=site, people=people, actors={**ROLES, **caller}, cards=cards)
    found = rows(play(of, [LOSS], "4 h"))
    assert (found["S2"].by, found["S2"].started_ms) == (("chen",), 31 * MIN)

"""Who goes on when: whoever is told that a step is done, and nobody with a step that has turned out not to be needed.

feeder-S1 -- N -- E -- load-E
"""

from __future__ import annotations

from typing import Any

from drillsim.journal import Journal
from drillsim.schema.compiled import Compiled
from helpers.cards import card, step
from helpers.grids import grid
from helpers.play import ACTORS, ALL_DAY, PEOPLE, dossier, play, told

MIN = 60_000
LAMP = {"lamp": {"sees": [{"load": "load-E"}], "shown_at": "room"}}
LOST = {"at": "0 s", "fault": "source_lost", "on": "feeder-S1", "for": "4 min"}
DEAD = {"load": "load-E", "is": "dead"}


def customer(*steps: dict[str, Any], **more: Any) -> Compiled:
    cards = [card("K", "electrician", DEAD, *steps)]
    return dossier(grid("S1 N cb", "N E cb", loads={"E": 0.1}), site={"observations": LAMP}, cards=cards, **more)


def when(journal: Journal, kind: str, name: str) -> list[int]:
    return [event.t_ms for event in journal.of(kind) if event.data["step"] == name]


# -- a step that is not needed any more ------------------------------------------------------------------------------
BUSY = step("A", "electrician", "check", takes="20 min")
NEEDED = step("B", "electrician", "check", takes="1 min", when=DEAD)
AFTER = step("C", "electrician", "check", takes="1 min", after=["B"])


def test_a_step_that_waits_for_somebody_busy_is_skipped_when_he_sees_that_it_is_not_needed() -> None:
    journal = play(customer(BUSY, NEEDED, AFTER), [LOST])
    ends = {event.data["step"]: (event.t_ms, event.data["state"]) for event in journal.of("step_ends")}
    assert ends["B"] == (4 * MIN, "skipped")
    assert ends["C"] == (21 * MIN, "done")  # as soon as he is free, not held up by B


def test_a_step_that_is_still_needed_is_done_when_he_is_free() -> None:
    journal = play(customer(BUSY, NEEDED, AFTER), [LOST | {"for": "50 min"}])
    ends = {event.data["step"]: (event.t_ms, event.data["state"]) for event in journal.of("step_ends")}
    assert ends["B"] == (21 * MIN, "done")


# -- several are told in turn ----------------------------------------------------------------------------------------
MORE_PEOPLE = PEOPLE | {
    name: {"name": name, "side": "customer", "shifts": [{**ALL_DAY[0], "place": "home"}]} for name in ("zhou", "sun")
}
MORE_ACTORS = ACTORS | {
    "first": {"side": "customer", "held_by": ["zhou"]},
    "second": {"side": "customer", "held_by": ["sun"]},
}
TELLS = [{"to": to, "facts": ["load-E"], "channel": "phone", "takes": "2 min"} for to in ("first", "dispatcher")]


def test_the_first_who_is_told_goes_on_while_the_next_is_still_being_told() -> None:
    call = step("A", "electrician", "call", takes="1 min", tells=TELLS)
    follows = step("B", "first", "check", takes="1 min", after=["A"], place="home")
    journal = play(customer(call, follows, people=MORE_PEOPLE, actors=MORE_ACTORS), [LOST])
    assert when(journal, "message_received", "A") == [MIN, 3 * MIN]
    assert when(journal, "step_begins", "B") == [MIN]


def test_who_is_told_last_goes_on_last() -> None:
    call = step("A", "electrician", "call", takes="1 min", tells=TELLS)
    follows = step("B", "dispatcher", "check", takes="1 min", after=["A"], place="dispatch")
    journal = play(customer(call, follows, people=MORE_PEOPLE, actors=MORE_ACTORS), [LOST])
    assert when(journal, "step_begins", "B") == [3 * MIN]


def test_what_it_waits_for_is_the_same_whether_or_not_he_heard_of_the_card_before() -> None:
    early = step("Z", "electrician", "call", takes="10 s", tells=[TELLS[0] | {"takes": "10 s"}])
    call = step("A", "electrician", "call", takes="1 min", tells=TELLS, after=["Z"])
    follows = step("B", "first", "check", takes="1 min", after=["A"], place="home")
    journal = play(customer(early, call, follows, people=MORE_PEOPLE, actors=MORE_ACTORS), [LOST])
    assert when(journal, "step_begins", "B") == when(journal, "message_received", "A")[:1]
    assert told(journal, "card_triggered")

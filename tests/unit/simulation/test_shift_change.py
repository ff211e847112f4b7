"""At one instant those who come on shift and those who go are both there; then those who go leave."""

from __future__ import annotations

import pytest

from drillsim.journal import Journal
from helpers.cards import LIGHTS, LOST, card, rows, step
from helpers.grids import grid
from helpers.play import ACTORS, PEOPLE, dossier, play

DARK = {"load": "load-A", "is": "dead"}
MORNING = {"name": "Wang", "side": "customer", "shifts": [{"from": "08:00", "to": "10:10", "place": "room"}]}
LATE = {"name": "Li", "side": "customer", "shifts": [{"from": "10:10", "to": "20:00", "place": "room"}]}


def _change(*order: str) -> Journal:
    people = {"wang": MORNING, "li": LATE, "lin": PEOPLE["lin"]}
    actors = {**ACTORS, "electrician": {"side": "customer", "held_by": ["wang", "li"]}}
    steps = (step("S1", "electrician", takes="2 min"), step("S2", "electrician", after=["S1"], requires=[DARK]))
    site = {"observations": LIGHTS}
    network = grid("S1 A cb", loads={"A": 0.1})
    cards = [card("k", "electrician", DARK, *steps)]
    of = dossier(network, site=site, people={name: people[name] for name in order}, actors=actors, cards=cards)
    return play(of, [{**LOST, "at": "5 min"}], "1 h", time="10:00")


@pytest.mark.parametrize("order", [("wang", "li", "lin"), ("li", "lin", "wang")])
def test_who_comes_hears_from_who_goes_whoever_stands_first_in_the_file(order: tuple[str, ...]) -> None:
    found = rows(_change(*order))
    assert (found["S1"].by, found["S1"].finished_ms) == (("wang",), 7 * 60_000)
    assert found["S2"].by == ("wang",)


@pytest.mark.parametrize("order", [("wang", "li", "lin"), ("li", "lin", "wang")])
def test_what_the_early_shift_has_begun_the_late_one_goes_on_with(order: tuple[str, ...]) -> None:
    people = {"wang": MORNING, "li": LATE, "lin": PEOPLE["lin"]}
    actors = {**ACTORS, "electrician": {"side": "customer", "held_by": ["wang", "li"]}}
    waits = {"load": "load-A", "is": "dead", "for": "9 min"}
    cards = [card("k", "electrician", DARK, step("S1", "electrician", requires=[waits]))]
    site = {"observations": LIGHTS}
    network = grid("S1 A cb", loads={"A": 0.1})
    of = dossier(network, site=site, people={name: people[name] for name in order}, actors=actors, cards=cards)
    row = rows(play(of, [{**LOST, "at": "3 min"}], "1 h", time="10:00"))["S1"]
    assert (row.by, row.started_ms) == (("li",), 19 * 60_000)  # he knows it since he came


@pytest.mark.parametrize(("of", "told"), [({"place": "room"}, True), ({"place": "home"}, False)])
def test_who_stayed_for_a_step_tells_his_relief_at_his_post_before_he_leaves(of: dict[str, str], told: bool) -> None:
    """Wang is in the HV room from minute 5 to 20, his shift ends at 10; back at his post, five minutes off, he finds
    Li, or nobody: then he goes home at once, and Li never hears that S1 is done."""
    late = {**LATE, "shifts": [{"from": "10:10", "to": "20:00", **of}]}
    people = {"wang": MORNING, "li": late, "lin": PEOPLE["lin"]}
    actors = {**ACTORS, "electrician": {"side": "customer", "held_by": ["wang", "li"]}}
    steps = (step("S1", "electrician", place="hv", takes="15 min"), step("S2", "electrician", after=["S1"]))
    cards = [card("k", "electrician", DARK, *steps)]
    site = {"observations": LIGHTS}
    network = grid("S1 A cb", loads={"A": 0.1})
    journal = play(dossier(network, site=site, people=people, actors=actors, cards=cards), [LOST], "1 h", time="10:00")
    found = rows(journal)
    assert (found["S1"].by, found["S1"].finished_ms) == (("wang",), 20 * 60_000)
    gone = [event.t_ms for event in journal.of("off_duty") if event.data["person"] == "wang"]
    assert gone == [(25 if told else 20) * 60_000]
    assert (found["S2"].by, found["S2"].started_ms) == ((("li",), 25 * 60_000) if told else ((), None))

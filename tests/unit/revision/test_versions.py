"""Two versions of one customer: what is better, what is worse, and what is not counted."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.revision.versions import Comparison, SubjectAnswer
from drillsim.schema.compiled import Compiled
from helpers.cards import card, step, tell
from helpers.grids import grid
from helpers.play import dossier
from helpers.versions import compared, paired

NETWORK = grid("S1 A cb", "S2 D cb", "D A open", loads={"A": 0.2})
LIGHTS = {"lights": {"sees": [{"load": "load-A"}], "shown_at": "room"}}
SURGERY: dict[str, Any] = {
    "surgery": {"needs": {"load": "load-A", "rides": "1 s"}, "max_interruption": "5 min",
                "harm": {"after": "20 min", "what": "patients"}}
}  # fmt: skip
TELLING = step("T3", "electrician", "report", after=["T2"], tells=[tell("dispatcher", facts=["load-A"])])


def version(takes: str = "3 min", *more: dict[str, Any], limit: str = "10 min", **site: Any) -> Compiled:
    """One who sees the lights go out opens the incomer and closes the tie, which takes him `takes`."""
    steps = (
        step("T1", "electrician", "open", target="S1-A", takes="1 min"),
        step("T2", "electrician", "close", target="D-A", after=["T1"], takes=takes),
    )
    facts = {"observations": LIGHTS, "loads": {"load-A": {"max_interruption": limit}}, "functions": SURGERY}
    cards = [card("K", "electrician", {"load": "load-A", "is": "dead"}, *steps, *more)]
    return dossier(NETWORK, site={**facts, **site}, cards=cards)


def of(found: Comparison, name: str) -> SubjectAnswer:
    return next(each for each in found.subjects if each.id == name)


def test_the_same_twice_is_unchanged_in_every_case() -> None:
    found = compared(version(), version(), keep=lambda failure: failure.target in ("S1", "S2", "D-A", "T2"))
    assert found.conclusion.change == "unchanged"
    assert found.conclusion.counts.unchanged == found.cases > 1
    assert [each.mean_ms for each in found.subjects] == [0.0, 0.0]
    assert not found.acts
    assert not found.hazards
    assert not found.weak_points


def test_sooner_is_better_and_later_is_worse() -> None:
    slow, quick = version("12 min"), version("3 min")
    better, worse = compared(slow, quick), compared(quick, slow)
    assert better.conclusion.change == "better"
    assert better.conclusion.severity is None
    assert worse.conclusion.change == "worse"
    load = of(better, "load-A")
    assert load.missed == (1, 0)
    assert load.mean_ms == -9 * 60_000 / better.cases
    assert (load.low_ms, load.high_ms) == (load.mean_ms, load.mean_ms)  # nothing here rests on luck
    assert load.worst is None
    assert load.best is not None
    assert load.best.pair.verdicts == ("missed", "met")


def test_a_harm_that_ends_outweighs_weak_points_that_come() -> None:
    """What is listed as a weak point does not count: more steps with limits they exceed, and nobody harmed any more."""
    harmed = version("25 min")
    late = {"takes": "9 min", "within": "1 min", "after": ["T2"]}
    saved = version("3 min", *(step(name, "electrician", "check", **late) for name in ("W1", "W2")))
    found = compared(harmed, saved)
    assert of(found, "surgery").harmed == (2, 0)
    assert len([each for each in found.weak_points if each.new]) >= 2
    assert found.conclusion.change == "better"


def test_a_harm_more_is_grave() -> None:
    found = compared(version("3 min"), version("25 min"))
    assert of(found, "surgery").harmed == (0, 2)
    assert found.conclusion.change == "worse"
    assert found.conclusion.severity == "A"


def test_what_is_no_longer_told_is_lost_and_what_is_told_anew_is_gained() -> None:
    silent = version("3 min", step("T3", "electrician", "report", after=["T2"]))
    telling = version("3 min", TELLING)
    lost, gained = compared(telling, silent), compared(silent, telling)
    assert [(each.act.step, each.act.to, each.how, each.lost) for each in lost.acts] == [
        ("T3", "dispatcher", "not_told", True)
    ]
    assert [(each.act.step, each.act.to, each.lost) for each in gained.acts] == [("T3", "dispatcher", False)]
    assert lost.conclusion.change == "worse"
    assert lost.conclusion.severity == "B"
    assert gained.conclusion.change == "better"
    assert lost.kept == (1, 0, 0)


def test_better_in_one_thing_and_worse_in_another_is_both() -> None:
    telling = version("12 min", TELLING)
    silent = version("3 min", step("T3", "electrician", "report", after=["T2"]))
    assert compared(telling, silent).conclusion.change == "mixed"


def test_a_limit_that_moved_is_said() -> None:
    found = compared(version("12 min", limit="10 min"), version("12 min", limit="15 min"))
    assert [(each.subject, each.what, each.old, each.new) for each in found.limits] == [
        ("load-A", "max_interruption", "600000", "900000")
    ]
    assert of(found, "load-A").counts.change == "better"


def test_what_one_version_alone_has_is_not_compared_but_said() -> None:
    found = paired(version(), version(functions={}))
    assert found.only_old == ("surgery",)
    assert found.only_new == ()
    assert found.subjects == ("load-A",)


def test_a_step_that_one_version_alone_has_is_no_case() -> None:
    more = version("3 min", step("T3", "electrician", "report", after=["T2"]))
    found = paired(version(), more, keep=lambda failure: True)
    assert found.failures_left_out == 2  # left out, and late
    assert not [each for each in found.new.failures if each.target == "T3"]


@pytest.mark.parametrize("keep", ["T1", "T2", "wang", "phone"])
def test_what_goes_wrong_beside_is_played_where_either_version_asks(keep: str) -> None:
    found = compared(version("12 min"), version("3 min"), keep=lambda failure: failure.target in ("S1", keep))
    alone = compared(version("12 min"), version("3 min"), keep=lambda failure: failure.target == "S1")
    assert found.cases + found.left_out > alone.cases + alone.left_out
    assert found.cases == alone.cases or keep != "phone"

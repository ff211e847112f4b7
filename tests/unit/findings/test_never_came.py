"""P08: a word, a permit or a way past an interlock that somebody waited for in vain."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.findings.assess import assess
from drillsim.findings.finding import Finding
from drillsim.schema.compiled import Compiled
from drillsim.simulation import simulate
from helpers.cards import LIGHTS, LOST, card, step, tell
from helpers.grids import grid
from helpers.play import ACTORS, ALL_DAY, PEOPLE, case, dossier

DARK = {"load": "load-A", "is": "dead"}
GUARD = {"name": "Guard", "side": "customer", "shifts": [{**ALL_DAY[0], "place": "hv"}]}


def _customer(*steps: dict[str, Any], lin_there: bool = True, **more: Any) -> Compiled:
    shifts = (
        PEOPLE["lin"]
        if lin_there
        else {**PEOPLE["lin"], "shifts": [{"from": "20:00", "to": "22:00", "place": "dispatch"}]}
    )
    return dossier(
        grid("S1 A cb", loads={"A": 0.1}),
        site={"observations": LIGHTS, **more.pop("site", {})},
        people={**PEOPLE, "lin": shifts, "guard": GUARD},
        actors={**ACTORS, "watch": {"side": "customer", "held_by": ["guard"]}},
        cards=[card("k", "electrician", DARK, *steps)],
        **more,
    )


def _found(of: Compiled, lost: dict[str, Any] = LOST) -> list[Finding]:
    played = case(of, [lost], "1 h", time="10:00")
    return [each for each in assess(played, simulate(played)) if each.code == "P08"]


def test_whoever_never_hears_of_his_card_is_named_with_it() -> None:
    (found,) = _found(_customer(step("S1", "electrician"), step("S2", "watch")))
    assert (found.subject.id, found.clause, found.severity) == ("S2", "c-S2", "B")
    assert (found.plain["kind"], found.plain["role"], found.plain["what"]) == ("not_told", "watch", ("k",))
    assert found.plain["wait_ms"] == 3_600_000
    assert found.plain["so_ms"] == 3_600_000


def test_a_word_is_late_only_from_when_there_was_something_to_say() -> None:
    told = step("S1", "electrician", "report", tells=[tell("watch", facts=["load-A"])])
    waits = step("S2", "watch", requires=[{"load": "load-A", "is": "live"}])
    (found,) = _found(_customer(told, waits), {**LOST, "for": "20 min"})
    assert (found.plain["what"], found.plain["so_ms"]) == (("load-A",), 40 * 60_000)


def test_he_who_was_called_in_vain_was_not_left_without_a_call() -> None:
    tells = step(
        "S1", "electrician", "report", tells=[{**tell("watch"), "no_answer": {"after": "2 min", "then": "proceed"}}]
    )
    of = _customer(tells, step("S2", "watch", requires=[{"message": "S1"}]))
    away = {"at": "0 s", "fault": "person_unreachable", "on": "guard"}
    played = case(of, [LOST, away], "1 h", time="10:00")
    found = [each.plain["kind"] for each in assess(played, simulate(played)) if each.code == "P08"]
    assert found == ["not_reached"]


def test_who_waits_for_a_step_that_is_done_and_was_not_told_is_named() -> None:
    tells = step("S1", "electrician", "report", tells=[tell("watch")])
    (found,) = _found(_customer(tells, step("S2", "electrician", after=["S1"]), step("S3", "watch", after=["S2"])))
    assert (found.subject.id, found.plain["what"]) == ("S3", ("S2",))


def test_who_waits_for_what_is_not_so_has_nothing_to_be_told() -> None:
    lit = {"load": "load-A", "is": "live"}
    of = _customer(step("S1", "electrician", requires=[lit]), step("S2", "electrician", after=["S1"]))
    assert _found(of) == []


def test_what_was_so_and_not_seen_is_named() -> None:
    site = {"observations": LIGHTS}
    tells = step("S1", "electrician", "report", tells=[tell("watch")])
    waits = step("S2", "watch", requires=[{"load": "load-A", "is": "live", "for": "1 min"}])
    short = {**LOST, "for": "20 min"}
    of = _customer(tells, waits, site=site)
    assert _found(of, short) == []  # he believes what was told at the start, and nobody says that it is dark
    told = step("S1", "electrician", "report", tells=[tell("watch", facts=["load-A"])])
    (found,) = _found(_customer(told, waits, site=site), short)
    assert (found.subject.id, found.plain["what"]) == ("S2", ("load-A",))


@pytest.mark.parametrize("there", [True, False])
def test_nobody_who_may_permit_is_a_weak_point(there: bool) -> None:
    permits = {"P1": {"covers": ["S1-A"], "from": "dispatcher", "decides_in": "3 min", "channel": "phone"}}
    found = _found(_customer(step("S1", "electrician", "request", target="P1"), lin_there=there, permits=permits))
    assert [each.plain["kind"] for each in found] == ([] if there else ["nobody_permits"])
    assert [each.plain["what"] for each in found] == ([] if there else [("P1",)])


def test_an_interlock_that_never_frees_the_way_is_named() -> None:
    site = {
        "earths": {"E": {"at": "A", "place": "room", "interlocked_with": ["S1-A"]}},
        "modes": {"normal": {"open": ["S1-A"], "earthed": ["E"]}},
    }
    of = dossier(
        grid("S1 A cb", "S1 B cb", loads={"A": 0.1, "B": 0.1}),
        site={"observations": {"lights": {"sees": [{"load": "load-B"}], "shown_at": "room"}}, **site},
        cards=[
            card(
                "k", "electrician", {"load": "load-B", "is": "dead"}, step("S1", "electrician", "close", target="S1-A")
            )
        ],
    )
    (found,) = _found(of)
    assert (found.plain["kind"], found.plain["what"], found.plain["began"]) == ("interlock", ("E", "S1-A"), "yes")


def test_a_restart_that_nobody_hears_may_begin_is_named_and_is_a_where_the_function_is_protected() -> None:
    work = {"needs": "load-A", "max_interruption": "10 min", "restart": {"takes": "5 min", "by": "watch"}}
    site = {"functions": {"work": work}, "loads": {"load-A": {"security": "true"}}}
    (found,) = _found(_customer(step("S1", "electrician"), site=site), {**LOST, "for": "5 min"})
    assert (found.subject.id, found.plain["what"], found.severity) == ("restart[work]", ("load-A",), "A")


def test_a_safe_stop_whose_hand_does_not_know_is_named() -> None:
    work = {
        "needs": "load-A", "max_interruption": "10 min", "harm": {"after": "20 min", "what": "reactor"},
        "safe_stop": {"takes": "5 min", "by": "watch"},
    }  # fmt: skip
    site = {"functions": {"work": work}}
    of = _customer(step("S1", "electrician"), site=site)
    played = case(of, [LOST], "1 h", time="10:00")
    found = {each.code: each for each in assess(played, simulate(played))}
    assert found["D06"].severity == "A"
    assert found["D06"].plain["stop"] == "never_begun"
    assert found["P08"].subject.id == "safe_stop[work]"

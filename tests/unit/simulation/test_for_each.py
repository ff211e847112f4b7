"""One step written for many: instances, pools, batches, one control person."""

from __future__ import annotations

from typing import Any

from drillsim.journal import Journal
from drillsim.schema.compiled import Compiled
from drillsim.schema.instance import instances
from drillsim.schema.step_name import base_name, item_of
from drillsim.units import MS_PER
from helpers.cards import rows, step, tell, waits
from helpers.play import play, told
from helpers.substations import LOSS, letters, substations

MIN = MS_PER["min"]


def _switching(count: int, name: str = "S1", **more: Any) -> dict[str, Any]:
    switches = [f"S1-{n}" for n in letters(count)]
    each = {"places": [f"sub-{n}" for n in letters(count)], **more.pop("for_each", {})}
    check = {"switch": switches, "is": "closed"}
    return step(name, "team-1", "close", target=switches, for_each=each, success_check=check, **more)


def _play(of: Compiled, horizon: str = "4 h") -> Journal:
    return play(of, [LOSS], horizon)


def _ends(journal: Journal) -> dict[str, int | None]:
    return {name: row.finished_ms for name, row in rows(journal).items()}


def test_a_step_is_done_once_in_every_place_on_what_stands_there() -> None:
    of = substations(2, [_switching(2)])
    both = instances(of, of.plan.cards[0].steps[0])
    assert [(one.name, one.step.target, one.step.success_check.switch) for one in both if one.step.success_check] == [
        ("S1[sub-A]", ("S1-A",), ("S1-A",)),
        ("S1[sub-B]", ("S1-B",), ("S1-B",)),
    ]
    # five minutes there, a minute's work; the second only after the first, by the way through the room
    assert _ends(_play(of)) == {"S1[sub-A]": 6 * MIN, "S1[sub-B]": 17 * MIN}


def test_an_instance_name_leads_back_to_its_step_and_item() -> None:
    assert (base_name("S31[sub-17]"), item_of("S31[sub-17]")) == ("S31", "sub-17")
    assert (base_name("restart[surgery]2"), item_of("restart[surgery]2")) == ("restart", "surgery")
    assert (base_name("S31"), item_of("S31")) == ("S31", "")


def test_a_list_of_devices_makes_each_the_target_of_its_own_instance() -> None:
    each = {"devices": ["S1-A", "S1-B"]}
    check = {"switch": ["S1-A", "S1-B"], "is": "closed"}
    of = substations(2, [step("S1", "team-1", "close", for_each=each, success_check=check)], walk="1 min")
    moved = [(t, switch) for t, _, switch, *_ in told(_play(of), "switch_moved")]
    assert moved == [(2 * MIN, "S1-A"), (5 * MIN, "S1-B")]


def test_what_belongs_to_no_item_is_asked_about_by_every_instance() -> None:
    requires = [{"all": [{"bus": ["S1", "A", "B"], "is": "live"}, {"load": "load-Z", "is": "dead"}]}]
    of = substations(2, [_switching(2, requires=requires)])
    asked = [one.step.requires[0].all_ for one in instances(of, of.plan.cards[0].steps[0])]
    # the intake's bus stands at every breaker, so it is everybody's
    assert [leaves[0].bus for leaves in asked] == [("S1", "A"), ("S1", "B")]
    assert [leaves[1].load for leaves in asked] == [("load-Z",), ("load-Z",)]


def test_any_of_the_pool_takes_an_instance_the_first_free_in_list_order() -> None:
    pool = {"pool": ["team-1", "team-2"]}
    journal = _play(substations(3, [_switching(3, for_each=pool)], crews=2))
    assert {name: row.by for name, row in rows(journal).items()} == {
        "S1[sub-A]": ("p1a",),
        "S1[sub-B]": ("p2a",),
        "S1[sub-C]": ("p1a",),
    }
    assert waits(rows(journal)["S1[sub-C]"])[0] == ("person_busy", ("team-1", "team-2"), 6 * MIN)


def test_operator_and_supervisor_of_one_role_are_two_people_of_the_same_team() -> None:
    pool = {"pool": ["team-1", "team-2"]}
    steps = [_switching(2, for_each=pool, by={"operator": "team-1", "supervisor": "team-1"})]
    journal = _play(substations(2, steps, crews=2, size=2))
    assert [row.by for row in rows(journal).values()] == [("p1a", "p1b"), ("p2a", "p2b")]


def test_a_team_goes_on_where_it_is_before_it_goes_elsewhere() -> None:
    pool = {"pool": ["team-1"]}
    again = {"places": ["sub-A", "sub-B"], "pool": ["team-1"], "after": ["S1"]}
    steps = [_switching(2, for_each=pool), step("S2", "team-1", for_each=again)]
    assert _ends(_play(substations(2, steps))) == {
        "S1[sub-A]": 6 * MIN,
        "S2[sub-A]": 7 * MIN,
        "S1[sub-B]": 18 * MIN,
        "S2[sub-B]": 19 * MIN,
    }


def test_a_team_goes_on_although_other_places_were_ready_before() -> None:
    places = {"places": ["sub-A", "sub-B", "sub-C"]}
    pool = {**places, "pool": ["team-1"]}
    steps = [
        step("S1", "control", "order", for_each=places, tells=[tell("hands", channel="radio")]),
        _switching(3, "S2", for_each={**pool, "after": ["S1"]}),
        step("S3", "team-1", for_each={**pool, "after": ["S2"]}),
    ]
    of = substations(3, steps, channels={"phone": {}, "radio": {"all_hear": "true"}})
    found = rows(_play(of))
    assert [found[f"S3[sub-{n}]"].finished_ms for n in "ABC"] == [8 * MIN, 20 * MIN, 32 * MIN]


def test_a_batch_begins_when_the_one_before_is_over_and_the_gap_has_passed() -> None:
    each = {"pool": ["team-1", "team-2", "team-3"], "batch": "2", "gap": "3 s"}
    journal = _play(substations(3, [_switching(3, for_each=each)], crews=3))
    ready = {name: row.ready_ms for name, row in rows(journal).items()}
    assert ready == {"S1[sub-A]": 0, "S1[sub-B]": 0, "S1[sub-C]": 6 * MIN + 3_000}
    assert waits(rows(journal)["S1[sub-C]"])[0] == ("predecessor", ("S1[sub-A]", "S1[sub-B]"), 6 * MIN + 3_000)


def test_a_step_after_all_waits_for_every_instance() -> None:
    report = _switching(2, tells=[tell("control", facts=["S1-A", "S1-B"])])
    later = step("S9", "control", after=["S1"], requires=[{"step": "S1", "is": "done"}])
    of = substations(2, [report, later])
    assert _ends(_play(of))["S9"] == 17 * MIN + 30_000 + 30_000 + MIN
    facts = [told_facts for _, _, _, _, told_facts in told(_play(of), "message_received")]
    switches = [[name for kind, name, _ in each if kind == "switch"] for each in facts]
    assert switches == [["S1-A"], ["S1-B"]]


def test_each_instance_fails_by_itself_and_is_answered_by_its_own_branch() -> None:
    branch = {"places": ["sub-A", "sub-B"]}
    steps = [
        _switching(2, on_failure={"steps": ["S1F"], "then": "continue"}),
        step("S1F", "team-1", for_each=branch),
        step("S9", "team-1", after=["S1"]),
    ]
    stuck = {"at": "0 s", "fault": "fails_to_operate", "on": "S1-A"}
    found = rows(play(substations(2, steps), [LOSS, stuck], "4 h"))
    states = {name: row.state for name, row in found.items()}
    assert states == {
        "S1[sub-A]": "failed",
        "S1F[sub-A]": "done",
        "S1[sub-B]": "done",
        "S1F[sub-B]": "skipped",
        "S9": "done",
    }


def test_one_control_person_orders_one_after_another_while_teams_are_at_work() -> None:
    places = [f"sub-{n}" for n in letters(4)]
    teams = ["team-1", "team-2"]
    order = step("S1", "control", "order", for_each={"places": places}, tells=[tell("hands", channel="radio")])
    done = _switching(4, "S2", for_each={"pool": teams, "after": ["S1"]})
    of = substations(4, [order, done], crews=2, channels={"phone": {}, "radio": {"all_hear": "true"}})
    found = rows(_play(of))
    told_at = [found[f"S1[{place}]"].finished_ms for place in places]
    assert told_at == [1 * MIN, 2 * MIN, 3 * MIN, 4 * MIN]  # zhao can tell only one at a time
    assert waits(found["S1[sub-D]"]) == [("person_busy", ("zhao",), 3 * MIN)]
    # both teams hear everything by radio, so whoever is free first goes
    assert [found[f"S2[{place}]"].by for place in places] == [("p1a",), ("p2a",), ("p1a",), ("p2a",)]


def _after_a_list(count: int, *more: dict[str, Any], **of_first: Any) -> Journal:
    """Two teams close `count` feeders apart; `S2` comes after all of them."""
    first = _switching(count, **{"for_each": {"pool": ["team-1", "team-2"]}, **of_first})
    return _play(substations(count, [first, step("S2", "team-1", after=["S1"]), *more], crews=2))


def test_after_a_list_done_by_several_hands_each_of_them_knows_every_item() -> None:
    found = rows(_after_a_list(2))
    assert found["S1[sub-A]"].by != found["S1[sub-B]"].by
    assert found["S2"].started_ms == max(found[f"S1[sub-{n}]"].finished_ms or 0 for n in "AB")


def test_whom_the_hands_of_a_list_have_told_knows_every_item_too() -> None:
    by_phone = [tell("control", takes="0 s")]
    found = rows(_after_a_list(2, step("S3", "control", after=["S1"]), tells=by_phone))
    assert found["S3"].started_ms == max(found[f"S1[sub-{n}]"].finished_ms or 0 for n in "AB")


def test_who_has_neither_taken_part_nor_been_told_knows_once_somebody_comes_back() -> None:
    found = rows(_after_a_list(2, step("S3", "control", after=["S1"])))
    last = max(found[f"S1[sub-{n}]"].finished_ms or 0 for n in "AB")
    assert (found["S3"].started_ms or 0) > last

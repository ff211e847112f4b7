"""One cause once, with what followed from it under it."""

from __future__ import annotations

import pytest

from drillsim.findings.cause import LINKS, began_ms, groups
from drillsim.findings.codes import CODES
from drillsim.findings.view import View
from helpers.played import BOTH, EAST, Script, event, play
from unit.findings.weak_point_cases import CASES, NO_GENSET, PUMP_OFF

Named = tuple[str, str]


def told(script: Script) -> dict[Named, tuple[Named, ...]]:
    """Code and subject of each cause with those of what followed from it."""
    played = play(script)
    found = played.findings
    names = [(each.code, each.subject.id) for each in found]
    return {
        names[group.head]: tuple(names[each] for each in group.consequences)
        for group in groups(played.case, played.journal, found)
    }


def test_a_pump_that_stands_is_the_cause_of_the_empty_tank_and_of_all_that_followed() -> None:
    found = told(Script(BOTH, start=PUMP_OFF, horizon="24 h"))
    chain = found["G04", "day-tank"]
    assert chain == (("G03", "genset-1"), ("S07", "genset-1"), ("G08", "ups-icu"))
    assert not {"G03", "S07", "G08"} & {code for code, _ in found}


def test_without_the_pump_the_empty_tank_is_a_cause_of_its_own() -> None:
    found = told(Script(BOTH, (("site/stores/day-tank/in", []), ("plan/cards/1/steps/3/when", {"store": "day-tank",
                               "below_percent": "0"})), horizon="24 h"))  # fmt: skip
    assert ("G03", "genset-1") in found
    assert ("S07", "genset-1") in found["G03", "genset-1"]


def test_a_genset_that_does_not_start_is_the_cause_of_the_empty_battery() -> None:
    found = told(Script((*BOTH, NO_GENSET)))
    assert ("G08", "ups-icu") in found["G01", "genset-1"]


def test_a_battery_that_empties_without_any_other_weak_point_stands_by_itself() -> None:
    changes = (("site/sources/ups-icu/battery_kwh", "0.01"),)
    found = told(Script(BOTH, changes))
    assert ("G08", "ups-icu") in found


def test_a_lost_zone_is_the_cause_of_what_failed_in_it() -> None:
    script = Script(
        (*BOTH, event("zone_lost", "cellar")), (("site/zones/cellar/contains", ["genset-1", "ups-icu"]),), horizon="2 h"
    )
    heads = told(script)
    assert ("G05", "cellar") in heads
    assert not any(code in ("G01", "G02", "G08") and subject in ("genset-1", "ups-icu") for code, subject in heads)


def test_by_night_one_missing_person_is_told_once() -> None:
    found = told(CASES["P01"].fires)
    assert [subject for code, subject in found if code == "P01"] == ["S11"]
    assert ("P02", "S12") in found["P01", "S11"]


def test_a_correction_that_was_not_made_stands_under_what_shows_it() -> None:
    assert ("M07", "genset-1") in told(CASES["M07"].fires)["G01", "genset-1"]


@pytest.mark.parametrize("code", ["G03", "G05", "P01", "S04", "D03", "P02"])
def test_every_finding_stands_once_and_a_group_is_as_severe_as_its_worst(code: str) -> None:
    played = play(CASES[code].fires)
    found = played.findings
    made = groups(played.case, played.journal, found)
    assert sorted(at for group in made for at in (group.head, *group.consequences)) == list(range(len(found)))
    for group in made:
        assert group.severity == min(found[at].severity for at in (group.head, *group.consequences))
        limits = {name for at in (group.head, *group.consequences) for name in found[at].endangers}
        assert set(group.endangers) == limits
    assert [group.severity for group in made] == sorted(group.severity for group in made)


def test_no_cause_begins_after_what_followed() -> None:
    played = play(Script(BOTH, start=PUMP_OFF, horizon="24 h"))
    view, found = View(played.case, played.journal), played.findings
    for group in groups(played.case, played.journal, found):
        for at in group.consequences:
            assert began_ms(view, found[group.head]) <= began_ms(view, found[at]) + 1_000


def test_links_name_codes_there_are() -> None:
    assert {code for causes, follow, _ in LINKS for code in (*causes, *follow)} <= set(CODES)


def test_a_run_without_weak_points_has_no_groups() -> None:
    played = play(Script((EAST,)))
    assert groups(played.case, played.journal, ()) == ()

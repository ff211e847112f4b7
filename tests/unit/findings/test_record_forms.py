"""Forms of the weak points that hold papers against the run: each by an example, and what keeps each silent."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from drillsim.findings.assess import assess
from drillsim.findings.finding import Finding
from drillsim.schema.compiled import compile_dossier
from drillsim.schema.dossier import Case
from drillsim.schema.register import Register
from drillsim.simulation.run import simulate
from helpers.played import BOTH, EAST, WEST, Script, event, lost, play
from helpers.small_customer import DROP, Change
from unit.findings.weak_point_cases import C1, CHILLER_ON_II, GAS, NO_AUTO_START, NO_TIE

BRIEF = (lost("feeder-east", for_="1 h"),)
CLOSE_101: Change = (
    "plan/restoration/steps/+",
    {"id": "R9", "text": "合上101", "do": "close", "target": "101", "by": "electrician", "after": "R1"},
)
KIND = "高压电工"


def only(found: tuple[Finding, ...]) -> Finding:
    assert len(found) == 1
    return found[0]


def back(*changes: Change, events: tuple[dict[str, object], ...] = ()) -> Finding:
    return only(play(Script((*BRIEF, *events), changes)).of("O07"))


def test_no_way_back_to_normal_is_written() -> None:
    found = back(("plan/restoration", DROP))
    assert (found.plain["what"], found.subject.id) == ("none", "P-1")
    assert found.plain["devices"] == ("101", "100")


def test_the_way_back_is_never_begun() -> None:
    assert back(("plan/restoration/trigger", {"source": "genset-1", "is": "failed"})).plain["what"] == "never"


def test_the_way_back_stands_at_a_step() -> None:
    wait = ("plan/restoration/steps/0/requires", [{"message": "S13"}])
    found = back(wait)
    assert (found.plain["what"], found.plain["step"], found.steps) == ("stuck", "R1", ("R1",))


def test_the_way_back_ends_with_devices_still_moved() -> None:
    assert back().plain["what"] == "short"


def test_devices_that_are_back_leave_nothing_to_say() -> None:
    changes: tuple[Change, ...] = (
        ("site/interlocks/0", DROP),
        ("plan/permits/incomers/covers", []),
        ("site/sources/feeder-east/system", "city"),
        ("site/sources/feeder-west/system", "city"),
        CLOSE_101,
        (
            "plan/restoration/steps/+",
            {"id": "R10", "text": "拉开100", "do": "open", "target": "100", "by": "electrician", "after": "R9"},
        ),
    )
    assert play(Script(BRIEF, changes)).of("O07") == ()


@pytest.mark.parametrize(
    ("issue", "state"),
    [
        ({"due": "2026-03-01"}, "overdue"),
        ({"due": "2026-12-31"}, "open"),
        ({}, "open"),
        ({"due": "2026-03-01", "closed": "2026-03-01"}, "recurred"),
    ],
)
def test_a_correction_is_overdue_open_or_recurs(issue: dict[str, str], state: str) -> None:
    row = {"text": "更换启动蓄电池", "code": "G01", "subject": "genset-1", "opened": "2026-01-01", **issue}
    found = only(play(Script((*BOTH, NO_AUTO_START), (("customer/issues", {"I-1": row}),))).of("M07"))
    assert (found.plain["state"], found.severity) == (state, "C")


def test_a_correction_about_something_else_is_not_joined() -> None:
    row = {"text": "x", "code": "G01", "subject": "ups-icu", "opened": "2026-01-01", "due": "2026-12-31"}
    assert play(Script((*BOTH, NO_AUTO_START), (("customer/issues", {"I-1": row}),))).of("M07") == ()


def _beside(case: Case, register: Any) -> Case:
    """The case with a register."""
    return replace(case, dossier=compile_dossier(replace(case.dossier, register=register)))


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        ({}, None),
        ({"subject": "ups-icu", "status": "done", "closed": "2026-12-20"}, None),
        ({"status": "rejected", "reason": "x"}, None),
        ({"opened": "2026-01-01", "due": "2026-03-01"}, "overdue"),
        ({"opened": "2026-01-01", "due": "2026-03-01", "recurs": [{"version": "2.1"}]}, "overdue"),
        ({"status": "in_progress", "recurs": [{"version": "2.0"}, {"version": "2.1"}]}, "reopened"),
        ({"status": "done", "closed": "2026-12-20"}, "recurred"),
        ({"status": "verified", "closed": "2026-12-20"}, "recurred"),
    ],
)
def test_an_entry_is_overdue_or_back_whatever_day_it_was_closed(entry: dict[str, Any], state: str | None) -> None:
    row = {"code": "G01", "subject": "genset-1", "status": "open", "opened": "2026-12-01", **entry}
    played = play(Script((*BOTH, NO_AUTO_START)))
    case = _beside(played.case, Register.model_validate({"format": 1, "W-0001": row}))
    found = [each for each in assess(case, played.journal) if each.code == "M07"]
    assert [each.plain["state"] for each in found] == ([] if state is None else [state])
    assert [each.plain["version"] for each in found] == [""] * len(found) if state != "reopened" else ["2.1"]


class _Untouchable:
    """Fails as soon as anybody looks at it."""

    def __getattr__(self, name: str) -> object:
        raise AssertionError(f"the run looked at the register: {name}")


def test_nothing_that_happens_follows_from_the_register() -> None:
    played = play(Script((*BOTH, NO_AUTO_START)))
    again = simulate(_beside(played.case, cast("Any", _Untouchable())), seed=1)
    assert again.events == played.journal.events and again.header == played.journal.header


def test_a_substitute_written_down_for_the_day_is_enough() -> None:
    outage = {"of": "genset-1", "from": "2026-07-15", "to": "2026-07-15", "side": "customer", "substitute": "oil"}
    out = {"out_of_service": ["genset-1"]}
    assert play(Script(BOTH, start=out)).of("G10")
    assert play(Script(BOTH, (("customer/outages", [outage]),), out)).of("G10") == ()
    late = {**outage, "from": "2026-08-01", "to": "2026-08-02"}
    assert play(Script(BOTH, (("customer/outages", [late]),), out)).of("G10")


def test_without_a_special_load_behind_it_a_genset_may_carry_others() -> None:
    changes: tuple[Change, ...] = (
        ("network/load/6/bus", "em-LV"),
        *((f"site/loads/{load}/grade", "1") for load in ("icu", "theatre")),
    )
    assert play(Script(BOTH, changes)).of("G12") == ()


def test_a_run_out_certificate_matters_less_while_others_are_on_duty() -> None:
    changes: tuple[Change, ...] = (
        ("plan/actors/electrician/certificate", KIND),
        ("customer/people/wang/certificates", [{"kind": KIND, "until": "2028-01-01"}]),
        ("customer/people/wang/shifts", [{"from": "00:00", "to": "24:00", "place": "duty-room"}]),
    )
    found = only(play(Script((EAST,), changes)).of("P06"))
    assert (found.subject.id, found.plain["until"], found.plain["others"]) == ("li", "–", "yes")
    assert found.endangers == ()


def test_the_plans_own_limit_for_reports_is_kept_to() -> None:
    limit = ("plan/report_limits", [{"to": "dispatcher", "within": "2 h"}])
    blind = (("site/observations/scada", DROP),)
    dead_phone = (EAST, event("channel_lost", "phone", for_="1 h"))
    assert play(Script(dead_phone, blind)).of("P04")
    assert play(Script(dead_phone, (*blind, limit))).of("P04") == ()


def test_what_loads_serve_tells_cooling_from_other_services() -> None:
    serves = (("site/loads/chiller/serves", "water"),)
    assert play(Script((WEST, NO_TIE), CHILLER_ON_II)).of("D02")
    assert play(Script((WEST, NO_TIE), (*CHILLER_ON_II, *serves))).of("D02") == ()
    assert play(Script((WEST, NO_TIE), (*CHILLER_ON_II, *serves))).of("D03")
    assert play(Script((WEST, NO_TIE), (*GAS, ("site/loads/kitchen/serves", "ventilation")))).of("D02")


@pytest.mark.parametrize(
    ("words", "what"),
    [("拉开105开关", "strange"), ("拉开102开关、101开关", "other"), ("拉开一段进线", "silent")],
)
def test_a_step_that_names_another_device_says_how(words: str, what: str) -> None:
    found = play(Script((EAST, NO_TIE), ((f"{C1}/steps/1/text", words),))).of("M04")
    assert what in [each.plain["what"] for each in found]


def test_outages_of_one_feeder_on_both_sides_are_no_conflict() -> None:
    rows = [
        {"of": "feeder-west", "from": "2026-07-14", "to": "2026-07-16", "side": side}
        for side in ("utility", "customer")
    ]
    assert play(Script((EAST,), (("customer/outages", rows),))).of("M08") == ()


def test_a_trigger_that_asks_for_two_facts_covers_the_combination() -> None:
    both = {"any": [{"all": [{"bus": "I-10kV", "is": "dead"}, {"source": "feeder-east", "is": "dead"}]}]}
    faults = (EAST, NO_TIE, event("fails_to_start", "genset-1"))
    assert play(Script(faults)).of("M06")
    changes = (
        (f"{C1}/trigger", both),
        ("site/observations/board/sees", [{"bus": ["I-10kV"], "source": "feeder-east"}]),
    )
    assert play(Script(faults, changes)).of("M06") == ()

"""`check` says of each scenario whether it applies, and which target of it finds nothing and why."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from drillsim.checks.applicable import scenario_row
from drillsim.schema.scenario import TargetKind
from drillsim.schema.target import misfits
from drillsim.texts import LANGS, Lang, text
from helpers.grids import grid
from helpers.play import case, dossier

NAMES = {"hv-room": "HV room", "feeder-S1": "feeder one"}
LOST = {"at": "0 s", "fault": "source_lost", "on": {"kind": "feeder"}}


def told(
    on: object, lang: Lang = "en", fault: str = "short_circuit", dead: tuple[str, ...] = (), **start: Any
) -> list[tuple[str, int, str, str]]:
    of = dossier(grid("S1 A cb", loads={"A": 0.1}), site={"zones": {"hv-room": {"contains": ["A"]}}})
    events = [{"at": "0 s", "fault": fault, "on": on}]
    row = scenario_row(case(of, events, **start), lang, NAMES, lambda field: ("s.yaml", len(field)), dead)
    assert row.status == ("not_applicable" if row.why else "applicable")
    assert row.unmatched == tuple(each.field for each in row.why if each.reason != "dead")
    return [(each.field, each.line, each.reason, each.text) for each in row.why]


def test_a_scenario_that_fits_has_nothing_to_explain() -> None:
    assert told("A") == []


@pytest.mark.parametrize(
    ("on", "fault", "reason", "en", "zh"),
    [
        ("far", "short_circuit", "unknown-id", "nothing called far.", "没有编号为 far 的对象"),
        ({"kind": "ups"}, "fails_running", "nothing", "no such thing: UPS.", "没有这样的对象：UPS。"),
        (
            {"kind": "switch", "zone": "hv-room", "first": True}, "maloperates", "nothing",
            "switch, in zone HV room.", "开关、位于区域HV room。",
        ),
        (
            {"kind": "load", "security": True, "grade": "1S"}, "short_circuit", "nothing",
            "load, safety-critical, of grade 1S.", "负荷、保安负荷、1S 级。",
        ),
        ({"role": "standby_source"}, "source_lost", "nothing", "standby source.", "备用电源。"),
        ({"role": "welder"}, "person_absent", "nothing", "held by a person in the role welder.", "担任welder的人员。"),
        ("feeder-S1", "fails_to_start", "cannot", "fails_to_start cannot befall feeder one", "feeder one 不可能发生"),
    ],
)  # fmt: skip
def test_a_target_that_finds_nothing_is_named_with_why(on: object, fault: str, reason: str, en: str, zh: str) -> None:
    for lang, said in zip(LANGS, (zh, en), strict=True):
        ((field, line, why, words),) = told(on, lang, fault)
        assert (field, line, why) == ("events.0.on", len("events.0.on"), reason)
        assert said in words


def test_a_mode_a_load_situation_and_maintenance_the_customer_has_not() -> None:
    found = told("A", mode="storm", out_of_service=["gone"])
    assert [(field, reason) for field, _, reason, _ in found] == [
        ("start.out_of_service.0", "unknown-id"),
        ("start.mode", "mode"),
    ]
    assert "operating mode storm" in found[1][3]


def test_what_is_struck_and_dead_is_said_where_all_else_fits() -> None:
    ((field, _, reason, words),) = told("A", "zh", dead=("A",))
    assert (field, reason) == ("events.0.on", "dead") and "A" in words
    assert [reason for _, _, reason, _ in told("far", dead=("A",))] == ["unknown-id"]


def test_every_kind_a_scenario_may_ask_for_has_its_word() -> None:
    for kind in get_args(TargetKind):
        assert text("zh", "applicable-kind", kind=kind) not in (kind, "")
        assert "_" not in text("en", "applicable-kind", kind=kind).replace("dc_supplies", "")


def test_the_same_fields_are_unmatched_as_a_run_finds() -> None:
    of = dossier(grid("S1 A cb", loads={"A": 0.1}))
    events = [LOST, {**LOST, "on": {"kind": "ups"}}]
    assert [each.field for each in misfits(case(of, events))] == ["events.1.on"]

"""The list of injects of a drill is read strictly, and what it names stands in the customer's files."""

from __future__ import annotations

from pathlib import Path

import pytest

from drillsim.errors import InvalidInput, Problem
from drillsim.files import find_scenarios, load_customer, load_msel, load_scenario, own_msel
from drillsim.texts import LANGS, problem_line
from helpers.shipped import HOSPITAL, ROOT

PLAN = ROOT / "plans" / HOSPITAL
NIGHT = "both-lost-night-autostart-fails"
OWN = ROOT / "scenarios" / HOSPITAL / f"{NIGHT}.msel.yaml"


def refused(tmp_path: Path, old: str, new: str) -> tuple[Problem, ...]:
    """The problems of the shipped list with one text replaced."""
    written = OWN.read_text(encoding="utf-8")
    assert old in written
    path = tmp_path / "x.msel.yaml"
    path.write_text(written.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InvalidInput) as error:
        load_msel(path, load_customer(PLAN), NIGHT)
    for lang in LANGS:
        assert all(problem_line(lang, each) for each in error.value.problems)
    return error.value.problems


def test_a_drill_finds_the_list_of_its_scenario_and_no_list_is_a_scenario() -> None:
    assert own_msel(PLAN, NIGHT) == OWN
    assert own_msel(PLAN, "ats-refuses") is None
    found = load_msel(OWN, load_customer(PLAN), NIGHT)
    assert list(found.msel.injects) == ["icu-asks", "genset-by-hand", "director-calls", "press", "phone-lost"]
    assert not [name for name in find_scenarios(PLAN) if "msel" in name]
    for path in find_scenarios(PLAN).values():
        assert load_scenario(path).scenario.events


@pytest.mark.parametrize(
    ("old", "new", "code", "field"),
    [
        ("to: duty-officer", "to: duty-oficer", "no-such-id", "injects.icu-asks.to"),
        ("to: duty-officer", "to: genset-1", "wrong-kind", "injects.icu-asks.to"),
        ("channel: phone", "channel: fax", "no-such-id", "injects.icu-asks.channel"),
        ("so: {source: genset-1", "so: {source: genset-9", "no-such-id", "injects.genset-by-hand.expects.so.source"),
        ("else: director-calls", "else: nobody", "no-such-inject", "injects.genset-by-hand.expects.else"),
        ("at: 12 min", "after: {step: S999}", "no-such-id", "injects.icu-asks.after.step"),
        ("at: 12 min", "after: {inject: I9}", "no-such-inject", "injects.icu-asks.after.inject"),
        ("on: phone", "on: nothing-here", "inject-target-nothing", "injects.phone-lost.fault.on"),
        ("on: phone", "on: genset-1", "inject-target-cannot", "injects.phone-lost.fault.on"),
        (f"scenario: {NIGHT}", "scenario: other", "msel-other-scenario", "scenario"),
        ("at: 12 min", "at: 12 min\n    whn: x", "unknown-key", "injects.icu-asks.whn"),
    ],
)  # fmt: skip
def test_a_wrong_name_is_refused_with_its_line_and_the_mend(
    tmp_path: Path, old: str, new: str, code: str, field: str
) -> None:
    (problem,) = refused(tmp_path, old, new)
    assert (problem.code, problem.field) == (code, field)
    assert problem.line > 0

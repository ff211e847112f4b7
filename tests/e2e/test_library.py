"""The scenario library: broad enough, written by role and kind, and playable on every customer it applies to."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from drillsim.files.scenario_file import load_scenario
from drillsim.schema.dossier import Case
from drillsim.schema.fault_targets import FITTING
from drillsim.schema.kinds import kinds
from drillsim.schema.scenario import Scenario
from drillsim.schema.target import resolve, unmatched
from helpers.in_process import drillsim_here
from helpers.shipped import CUSTOMERS, DATA_CENTRE, HOSPITAL, ROOT, WATERWORKS, scenario, shipped

LIBRARY = tuple(path.stem for path in sorted((ROOT / "scenarios").glob("*.yaml")))
CLASSES = {
    "SRC1", "SRC2", "EPS", "TRF", "BUS", "CAB", "DIP", "EPS-OUT", "FUEL", "FLOOD", "FIRE", "NIGHT", "STORM",
    "HOLIDAY", "MAINT", "CYB", "PROT", "HEAT", "RETURN", "UPS", "ATS", "DC", "OPEN",
}  # fmt: skip
"""Classes every customer's drills are drawn from."""


@cache
def library() -> dict[str, Scenario]:
    return {name: load_scenario(ROOT / "scenarios" / f"{name}.yaml").scenario for name in LIBRARY}


def fits(customer: str, name: str) -> bool:
    return not unmatched(Case(shipped(customer), name, scenario(customer, name)))


PLAYED = [(customer, name) for customer in CUSTOMERS for name in LIBRARY if fits(customer, name)]


def test_every_class_of_incident_has_its_scenario() -> None:
    assert len(LIBRARY) >= 20
    assert {told.scope for told in library().values()} == CLASSES


@pytest.mark.parametrize("name", LIBRARY)
def test_a_library_scenario_applies_to_a_shipped_customer(name: str) -> None:
    assert [customer for customer in CUSTOMERS if fits(customer, name)]


def test_what_does_not_apply_is_for_want_of_what_it_is_about() -> None:
    lacking = {customer: {name for name in LIBRARY if not fits(customer, name)} for customer in CUSTOMERS}
    assert lacking[DATA_CENTRE] == set()
    assert lacking[WATERWORKS] >= {"fuel-refill-off", "heat-wave-transformer"}
    assert lacking[HOSPITAL] <= {"heat-wave-transformer"}


def test_no_library_scenario_names_an_element_of_one_customer() -> None:
    """Targets go by role, kind and zone; what is named by id are the agreed ids of pump, telephone and SCADA."""
    faults = {target for told in library().values() for event in told.events for target in event.on.id}
    positions = {target for told in library().values() for position in told.start.set for target in position.target.id}
    assert faults | positions == {"fuel-pump", "phone", "scada"}


@pytest.mark.parametrize(("customer", "name"), PLAYED)
def test_every_fault_strikes_something_that_can_have_it(customer: str, name: str) -> None:
    dossier = shipped(customer)
    known = kinds(dossier)
    for event in scenario(customer, name).events:
        struck = [known[target] for target in resolve(dossier, event.on)]
        assert set(struck) & set(FITTING[event.fault]), (event.fault, struck)


def test_a_scenario_that_does_not_apply_says_so_and_ends_well(tmp_path: Path) -> None:
    done = drillsim_here("run", ROOT / "plans" / WATERWORKS, "fuel-refill-off", "--out", tmp_path, "--lang", "en")
    assert done.code == 0
    assert "does not apply" in done.text.lower()

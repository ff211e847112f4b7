"""The exact files of a run, kept beside its journal, and read back from there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from drillsim.files.folder import CustomerFolder, load_customer
from drillsim.files.scenario_file import ScenarioFile, load_scenario
from drillsim.schema import Case

SCENARIO = "scenario.yaml"


def input_files(customer: CustomerFolder, scenario: ScenarioFile) -> dict[str, bytes]:
    """The exact files of a run by name."""
    return {**customer.inputs, SCENARIO: scenario.file.data}


def digests_of(customer: CustomerFolder, scenario: ScenarioFile) -> dict[str, str]:
    """The sha256 of each of them by name, for the journal's header."""
    return {**customer.digests, SCENARIO: scenario.file.sha256}


def recorded_case(inputs: Path, header: Mapping[str, object]) -> Case:
    """The case whose files stand in the folder `inputs`, under the names its journal's header has. Raises:
    InvalidInput."""
    customer = load_customer(inputs).dossier
    scenario = load_scenario(inputs / SCENARIO).scenario
    named = replace(customer, folder=str(header.get("customer", customer.folder)))
    return Case(named, str(header.get("scenario", "scenario")), scenario)

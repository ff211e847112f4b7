"""The shipped customers say what they should: enough of everything, both languages, every figure with its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from drillsim.files.folder import load_customer
from drillsim.files.scenario_file import load_scenario
from drillsim.journal.timeline import step_rows
from drillsim.schema.base import Words
from drillsim.schema.compiled import Compiled
from drillsim.schema.customer import Contract
from drillsim.schema.dossier import Case
from drillsim.schema.duration import Exponential, Fixed, Lognormal, Triangular
from drillsim.schema.need import Need
from drillsim.schema.record import DrillGoal
from drillsim.schema.sector import MedicalLocation
from drillsim.simulation import simulate
from helpers.shipped import CUSTOMERS, HOSPITAL, ROOT, WATERWORKS, scenario, scenario_paths, shipped

TEACHING = ROOT / "src" / "drillsim" / "files" / "teaching"
CJK = re.compile(r"[\u4e00-\u9fff]")
DRAWN = Fixed | Lognormal | Exponential | Triangular


def every_dossier() -> list[Compiled]:
    return [*map(shipped, CUSTOMERS), load_customer(TEACHING).dossier]


def models(value: object, path: str = "") -> Iterator[tuple[str, BaseModel, BaseModel | None]]:
    """Every record below `value` with the path to it and the record it stands in."""
    yield from _below(value, path, None)


def _below(value: object, path: str, around: BaseModel | None) -> Iterator[tuple[str, BaseModel, BaseModel | None]]:
    if isinstance(value, BaseModel):
        yield path, value, around
        for name in value.model_fields_set:
            yield from _below(getattr(value, name), f"{path}.{name}", value)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _below(each, f"{path}.{key}", around)
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _below(each, f"{path}.{getattr(each, 'id', getattr(each, 'name', number))}", around)


def figures(record: BaseModel) -> list[str]:
    """Names of fields that hold a number or a time somebody must have got from somewhere."""
    return [
        name
        for name in sorted(record.model_fields_set)
        if isinstance(value := getattr(record, name), int | float | DRAWN) and not isinstance(value, bool)
    ]


# -- size ------------------------------------------------------------------------------------------------------------


def test_the_hospital_has_what_a_switch_room_electrician_would_look_for() -> None:
    hospital = shipped(HOSPITAL)
    network, site, plan, people = hospital.network, hospital.site, hospital.plan, hospital.customer.people
    assert len(network.bus) >= 35
    assert len(network.load) >= 20
    assert len(network.trafo) >= 4
    assert len(network.ext_grid) == 2
    assert len(site.functions) >= 12
    assert len(plan.cards) >= 8
    assert plan.orders
    assert plan.tiers
    assert sum(1 for _ in plan.steps()) >= 50
    assert {person.side for person in people.values()} == {"customer", "utility"}
    assert {card.side for card in plan.cards} == {"customer", "utility"}
    assert plan.restoration is not None
    assert {source.kind for source in site.sources.values()} == {"feeder", "genset", "ups", "mobile_genset"}
    assert {transfer.kind for transfer in site.transfers.values()} == {"ats", "bus_tie_transfer"}
    assert len(site.modes) >= 2
    assert {switch for permit in plan.permits.values() for switch in permit.covers} == {"101", "102", "100"}
    assert all(site.devices[switch].dispatch == "permitted" for switch in ("101", "102", "100"))


def test_one_electrician_is_on_duty_at_night_and_the_second_is_25_minutes_away() -> None:
    people = shipped(HOSPITAL).customer.people
    certified = {name for name, person in people.items() if person.side == "customer" and person.certificates}
    at_night = {name for name in certified for shift in people[name].shifts if shift.from_ == 20 * 60}
    assert at_night == {"wang"}
    coming = people["li"].off_duty
    assert coming is not None
    assert coming.comes_in is not None
    assert coming.comes_in.median_ms == 25 * 60_000


def test_the_hospital_has_scenarios_of_its_own() -> None:
    assert len(list((ROOT / "scenarios" / HOSPITAL).glob("*.yaml"))) >= 5


# -- words -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("customer", CUSTOMERS)
def test_everything_people_read_is_there_in_both_languages(customer: str) -> None:
    dossier = shipped(customer)
    values = (
        dossier.customer,
        dossier.site,
        dossier.plan,
        *(scenario(customer, name) for name in scenario_paths(customer)),
    )
    words = [(path, found) for value in values for path, found, _ in models(value) if isinstance(found, Words)]
    assert len(words) > 60
    assert not [path for path, found in words if not CJK.search(found.zh) or not found.en or CJK.search(found.en)]


def test_every_step_of_the_hospital_has_its_clause() -> None:
    assert not [step.id for _, step in shipped(HOSPITAL).plan.steps() if not step.clause]


# -- figures ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("customer", CUSTOMERS)
def test_every_figure_says_where_it_comes_from(customer: str) -> None:
    dossier = shipped(customer)
    unsourced = [
        (path, figures(record))
        for value in (dossier.customer, dossier.network, dossier.site)
        for path, record, around in models(value)
        if set(figures(record)) - {"format", "f_hz"} and not _sourced(record, around)
    ]
    assert not unsourced


@pytest.mark.parametrize("customer", CUSTOMERS)
def test_every_time_a_step_takes_says_where_it_comes_from(customer: str) -> None:
    plan = shipped(customer).plan
    assert not [step.id for _, step in plan.steps() if step.takes is not None and not step.takes_source]
    assert not [name for name, permit in plan.permits.items() if not permit.source]


@pytest.mark.parametrize("customer", CUSTOMERS)
def test_every_scenario_says_where_it_comes_from(customer: str) -> None:
    assert not [name for name in scenario_paths(customer) if not scenario(customer, name).source]


def _sourced(record: BaseModel, around: BaseModel | None) -> bool:
    """A record of its own source, or a part (a shift, a stage, a need) of one that has it."""
    return bool(getattr(record, "source", "") or getattr(around, "source", "") or _deeper(record))


def _deeper(record: BaseModel) -> bool:
    # needs within needs: the function they belong to is asked itself; what a drill took and what a location's light was
    # measured at are the customer's own record
    return isinstance(record, Need | Contract | DrillGoal | MedicalLocation)


def test_needs_stand_in_functions_that_say_their_source() -> None:
    functions = [f for customer in CUSTOMERS for f in shipped(customer).site.functions.values()]
    assert functions
    assert all(function.source for function in functions)


# -- the network nobody here drew ------------------------------------------------------------------------------------


def test_the_water_works_network_is_pandapowers_own_with_a_station_added() -> None:
    from pandapower.networks import mv_oberrhein

    net, ours = mv_oberrhein(), shipped(WATERWORKS).network
    loads = {row.name: row for row in ours.load}
    lines = {row.name: row for row in ours.line}
    assert len(ours.bus) == len(net.bus) + 10
    assert len(ours.line) == len(net.line) + 2
    for row in net.load.itertuples():
        found = loads[row.name.replace(" ", "-")]
        assert (found.p_mw, found.scaling) == (row.p_mw, row.scaling)
    for row in net.line.itertuples():
        assert lines[row.name.replace(" ", "-")].length_km == row.length_km


def test_the_public_networks_licence_travels_with_it() -> None:
    licence = (ROOT / "plans" / WATERWORKS / "LICENSE-pandapower.txt").read_text(encoding="utf-8")
    assert "BSD 3-Clause License" in licence
    assert "University of Kassel" in licence


# -- privacy and the folder that teaches -----------------------------------------------------------------------------


def test_no_telephone_number_is_shipped() -> None:
    number = re.compile(r"(?<![\d.])1[3-9]\d{9}(?!\d)|\(?0\d{2,3}\)?[- ]?\d{7,8}")
    texts = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "plans").rglob("*.yaml"))}
    assert not [path for path, text in texts.items() if number.search(text)]


def test_the_folder_that_teaches_explains_every_top_key_in_both_languages() -> None:
    for path in sorted(TEACHING.glob("*.yaml")):
        keys = [line for line in path.read_text(encoding="utf-8").splitlines() if re.match(r"[a-z_]+:", line)]
        silent = [line for line in keys if "#" not in line and not line.startswith(("source", "name", "title"))]
        assert len(silent) <= 3, (path, silent)
        assert " | " in Path(path).read_text(encoding="utf-8")


def test_the_folder_that_teaches_runs_and_its_own_supply_comes_by_hand() -> None:
    told = load_scenario(TEACHING / "scenario-both-lost.yaml")
    journal = simulate(Case(load_customer(TEACHING).dossier, told.id, told.scenario))
    states = {row.step: row.state for row in step_rows(journal)}
    assert journal.complete
    assert {states[step] for step in ("S21", "S23", "S24", "S25")} == {"done"}
    assert len(load_customer(TEACHING).dossier.network.bus) == 8

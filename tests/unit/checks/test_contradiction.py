"""What the wiring shows to be impossible."""

from __future__ import annotations

import pytest

from drillsim.checks import file_problems
from drillsim.texts import LANGS, problem_line
from helpers.small_customer import Change, small_customer

SHED: Change = (
    "plan/cards/0/steps/+",
    {"id": "S09", "text": "切除厨房", "do": "shed", "target": "kitchen", "by": "electrician"},
)


def test_the_small_customer_holds_together() -> None:
    assert file_problems(small_customer()) == ()


def test_a_load_no_source_reaches_is_a_problem_of_the_network_file() -> None:
    dossier = small_customer(("network/bus/+", {"name": "island", "vn_kv": "0.4"}), ("network/load/6/bus", "island"))
    (problem,) = file_problems(dossier)
    assert (problem.file, problem.field, problem.code) == ("network", "load.6.bus", "isolated-load")
    assert all("kitchen" in problem_line(lang, problem) for lang in LANGS)


def test_shedding_a_load_that_shares_its_switch_is_refused_and_names_the_others() -> None:
    (problem,) = file_problems(small_customer(SHED))
    assert (problem.field, problem.code) == ("cards.0.steps.4.target", "shed-takes-others")
    assert dict(problem.facts) == {"load": "kitchen", "others": "ward", "step": "S09", "switches": "402"}
    assert all("402" in problem_line(lang, problem) and "ward" in problem_line(lang, problem) for lang in LANGS)


def test_shedding_a_load_with_its_own_switch_is_fine() -> None:
    own = (
        ("network/bus/+", {"name": "kitchen-LV", "vn_kv": "0.4"}),
        ("network/load/6/bus", "kitchen-LV"),
        ("network/switch/+", {"name": "431", "bus": "II-LV", "element": "kitchen-LV", "et": "b"}),
    )
    assert file_problems(small_customer(SHED, *own)) == ()


def test_shedding_a_load_without_any_switch_is_refused() -> None:
    direct: tuple[Change, ...] = (
        ("network/load/6/bus", "W-end"),
        ("network/switch/1", {"name": "102", "bus": "E-end", "element": "II-10kV", "et": "b"}),
    )
    (problem,) = file_problems(small_customer(SHED, *direct))
    assert problem.code == "shed-no-switch"


@pytest.mark.parametrize("field", ["genset-1/bus", "ups-icu/input", "ups-icu/output"])
def test_a_source_on_a_bus_there_is_not_is_left_to_the_rule_that_says_so(field: str) -> None:
    assert file_problems(small_customer((f"site/sources/{field}", "nowhere"))) == ()

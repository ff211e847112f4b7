"""The shipped customers under the rules."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from drillsim.checks import all_rules, check, check_document, file_problems, locator
from drillsim.files import load_customer

CUSTOMERS = ("central-hospital", "oberrhein-waterworks", "data-centre")
"""Those whose rules are asked; the search of one more would cost its time and show nothing new."""


@pytest.mark.parametrize("name", (*CUSTOMERS, "chemical-plant"))
def test_a_shipped_customer_has_no_contradiction(name: str, repository: Path) -> None:
    folder = load_customer(repository / "plans" / name)
    assert file_problems(folder.dossier, locator(folder)) == ()


@pytest.mark.parametrize("name", CUSTOMERS)
def test_every_result_about_a_shipped_customer_leads_to_a_line(name: str, repository: Path) -> None:
    folder = load_customer(repository / "plans" / name)
    day = dt.date(2026, 7, 15)
    results = check(folder.dossier, as_of=day)
    document = check_document(name, results, all_rules(), as_of=day, lang="zh", locate=locator(folder))
    assert all(Path(row.file).is_file() for row in document.results)
    assert all(row.line > 0 for row in document.results if row.file.endswith(".yaml"))


def test_the_hospitals_day_tank_is_shorter_than_the_required_supply_time(repository: Path) -> None:
    folder = load_customer(repository / "plans" / "central-hospital")
    found = {result.about.id: result for result in check(folder.dossier) if result.rule == "FUEL-01"}
    assert found["day-tank"].outcome == "fail"
    assert dict(found["day-tank"].facts)["pumps"] == "fuel-pump"

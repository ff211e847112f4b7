"""What the tests of the command line share: one customer's folder, one run of it."""

from __future__ import annotations

import pytest

from helpers.in_process import drillsim_here
from helpers.recorded import Recorded


@pytest.fixture(scope="session")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    """The teaching customer played through its own scenario, into a folder nobody may change."""
    place = tmp_path_factory.mktemp("recorded")
    assert drillsim_here("init", place / "my-customer", "--lang", "en").code == 0
    plan = place / "my-customer"
    scenario = plan / "scenario-both-lost.yaml"
    done = drillsim_here("run", plan, scenario, "--out", place / "out", "--json", "--lang", "en")
    assert done.code == 0, done.errors
    return Recorded(plan, scenario, done, place / "out" / "my-customer" / "scenario-both-lost-s1")

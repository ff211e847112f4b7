"""Figures that are assumed are found with their line, their owner and what is written there."""

from __future__ import annotations

import pytest

from drillsim.files import assumed_figures, load_customer
from helpers.shipped import ROOT

CUSTOMERS = ("central-hospital", "data-centre", "oberrhein-waterworks", "chemical-plant", "airport")


@pytest.mark.parametrize("name", CUSTOMERS)
def test_every_one_stands_on_its_line(name: str) -> None:
    folder = load_customer(ROOT / "plans" / name)
    found = assumed_figures(folder)
    assert len(found) > 20
    for each in found:
        lines = folder.file(each.file).data.decode("utf-8-sig").splitlines()
        line = lines[each.line - 1]
        assert each.source[:20] in line or ">" in line or "|" in line
        if each.of:
            assert any(each.of in before for before in lines[: each.line])


def test_a_step_says_its_time_and_a_device_its_settings() -> None:
    found = {each.of: each.figures for each in assumed_figures(load_customer(ROOT / "plans" / "central-hospital"))}
    assert found["S303"] == "takes: {median: 90 s, p90: 3 min}"
    assert "after: 600 ms" in found["101"]
    assert "source" not in found["101"]

"""Names of drawn durations and the fields behind them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import drillsim.simulation
from drillsim.campaign.drawn_field import field_of


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("takes/S1/0", "plan.yaml: S1.takes"),
        ("takes/S1[sub-A]/0", "plan.yaml: S1.takes"),
        ("takes/restart[surgery]2/0", "site.yaml: functions.surgery.restart.takes"),
        ("takes/safe_stop[line]", "site.yaml: functions.line.safe_stop.takes"),
        ("order/O1", "plan.yaml: orders.O1.takes"),
        ("order-check/O1", "plan.yaml: orders.O1.check_takes"),
        ("decide/K1", "plan.yaml: K1.activation.decide"),
        ("permit/P1", "plan.yaml: permits.P1.decides_in"),
        ("mobilise/truck", "plan.yaml: resources.truck.mobilise"),
        ("hand_over/S1/wang", "plan.yaml: shift_end.takes"),
        ("comes_in/wang", "customer.yaml: people.wang.off_duty.comes_in"),
        ("travel/wang/room/hv/S1", "site.yaml: travel room – hv"),
        ("travel/wang/room/hv/back", "site.yaml: travel room – hv"),
        ("fault/2/line-1", "scenario: events.2.for"),
        ("repair/line-1", "site.yaml: elements.line-1.repair"),
        ("found/line-1", "site.yaml: elements.line-1.found_in"),
        ("genset-1/ready", "site.yaml: sources.genset-1.ready"),
        ("genset-1/run", "site.yaml: sources.genset-1.mean_time_to_failure"),
        ("something new", "something new"),
    ],
)
def test_the_name_of_a_drawn_duration_leads_to_its_field(name: str, field: str) -> None:
    assert field_of(name) == field


def test_every_duration_the_simulation_draws_has_a_field() -> None:
    sources = sorted(Path(drillsim.simulation.__file__).parent.rglob("*.py"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    names = [re.sub(r"\{[^}]*\}", "1", name) for name in re.findall(r'luck\.(?:ms|trip_ms)\([^\n]*?f"([^"]+)"', text)]
    assert len(names) > 10
    assert [name for name in names if field_of(name) == name] == []

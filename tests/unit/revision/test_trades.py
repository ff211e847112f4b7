"""Work goes to people of the same side and trade; another trade is trained for it only where both work on the plant."""

from __future__ import annotations

import pytest

from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review import review
from drillsim.schema import trade_of_person, trade_of_role
from helpers.hospital import NIGHT, edited, hospital, put, run_of, script
from helpers.small_customer import small_customer


def test_a_certificate_tells_an_electrician() -> None:
    of = hospital().dossier
    assert trade_of_role(of, "duty-electrician") == "electrician"
    assert trade_of_person(of, "li") == "electrician"
    assert trade_of_person(of, "gao") == "process"


def test_holders_tell_the_trade_of_a_role_that_states_none() -> None:
    of = small_customer(
        ("plan/actors/electrician/certificate", ""), ("customer/people/wang/trade", "process"),
        ("customer/people/li/trade", "工艺"),
    )  # fmt: skip
    assert trade_of_role(of, "electrician") == "process"
    assert trade_of_role(of, "dispatcher") is None


def changes_of(trade: str) -> list[Recommendation]:
    """What is proposed for the night on which nobody is there to watch, with the plant operators of this trade."""
    folder = edited(put("plan.yaml", "actors", "plant-operator", "trade", to=trade))
    found = review(folder, script(NIGHT), run_of(folder, script(NIGHT)), others=[], most_tried=0)
    return list(found.recommendations)


@pytest.mark.parametrize(
    ("trade", "is_trained"), [("process", True), ("clinical", False), ("fuel", False), ("other", False)]
)
def test_only_a_trade_that_works_on_the_plant_is_trained_to_switch(trade: str, is_trained: bool) -> None:
    found = {each.id: each for each in changes_of(trade)}
    assert any("train-gao" in name for name in found) == is_trained
    for name, each in found.items():
        if "train-gao" in name:
            assert each.kind == "training"
            assert "another trade" in each.new.en
            assert "跨专业" in each.new.zh


def test_no_restart_goes_to_another_trade() -> None:
    """The plant operator's restarts are done by nobody of IT, however free."""
    assert not [each.id for each in changes_of("process") if each.id.startswith("P02-restart") and "-by-" in each.id]

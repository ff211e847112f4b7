"""What a change costs by the customer's own figures, and which of those that help comes first."""

from __future__ import annotations

from pathlib import Path

import pytest

from drillsim.documents.build_run import run_document
from drillsim.files.edit import Set
from drillsim.revision.compare import Gain
from drillsim.revision.cost import cost_of, rank
from drillsim.revision.recommendation import Cost, FileEdit, Kind, Place, Recommendation
from drillsim.schema import Case, Costs, Thing
from drillsim.schema.base import Words
from helpers.played import Script, play
from helpers.small_customer import small_customer
from helpers.small_folder import review_of, script_file
from unit.findings.weak_point_cases import CASES

COSTS = Costs.model_validate({
    "currency": "CNY", "staff_per_year": "120000", "training": "5000", "setting": "2000", "purchase": {"genset": "9e5"},
})  # fmt: skip


def change(kind: Kind, buys: Thing | None = None, people: int = 0, cost: Cost | None = None) -> Recommendation:
    posts = tuple(FileEdit("customer.yaml", Set(("people", f"p{n}"), {"side": "customer"})) for n in range(people))
    return Recommendation(
        id="R", codes=("G01",), subject="genset-1", place=Place("equipment"), clause="", new=Words(zh="新", en="new"),
        owner="customer", kind=kind, edits=posts, buys=buys, cost=cost,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("of", "amount"),
    [
        (change("paper"), None),
        (change("setting"), 2_000),
        (change("training"), 5_000),
        (change("staffing", people=2), 240_000),
        (change("staffing"), None),  # somebody is moved: what that costs nobody has said
        (change("purchase", "genset"), 900_000),
        (change("purchase", "battery"), None),
        (change("purchase"), None),
    ],
)
def test_a_change_costs_what_the_customer_says_of_its_kind(of: Recommendation, amount: float | None) -> None:
    found = cost_of(of, COSTS)
    assert (found and found.amount) == amount
    assert found is None or found.currency == "CNY"
    assert cost_of(of, None) is None


def test_a_thing_nobody_buys_is_refused_in_the_file() -> None:
    with pytest.raises(ValueError, match="purchase"):
        small_customer(("customer/costs", {"currency": "CNY", "purchase": {"generator": "1"}}))


def gain(met: tuple[int, int] = (0, 0), harms: int = 0, hazards: int = 0, excess: tuple[int, int] = (0, 0)) -> Gain:
    return Gain((), met, harms, hazards, excess)


MIN = 60_000
ORDERED = [
    (change("purchase"), gain((1, 1))),  # a safety-critical limit before everything
    (change("paper"), gain((0, 3))),
    (change("purchase"), gain(harms=1, excess=(0, 0))),
    (change("purchase"), gain(excess=(10 * MIN, 10 * MIN))),  # minutes of safety-critical ones
    (change("paper"), gain(excess=(0, 20 * MIN))),
    (change("setting"), gain(excess=(0, 20 * MIN + 4_000))),  # seconds are no reason
    (change("training"), gain(excess=(0, 20 * MIN))),
    (change("staffing"), gain(excess=(0, 20 * MIN))),
    (change("purchase", cost=Cost(10, "CNY")), gain(excess=(0, 20 * MIN))),
    (change("purchase", cost=Cost(20, "CNY")), gain(excess=(0, 20 * MIN))),
    (change("purchase"), gain(excess=(0, 20 * MIN))),  # what costs nobody knows what
]


def test_limits_then_harms_and_hazards_then_minutes_then_the_least_means_then_the_least_cost() -> None:
    shuffled = [*ORDERED[5:], *ORDERED[:5]]
    assert sorted(shuffled, key=lambda each: rank(*each)) == ORDERED


def test_the_record_says_the_place_and_the_cost_of_what_is_proposed(tmp_path: Path) -> None:
    fires = CASES["G02"].fires
    costs = ("customer/costs", {"currency": "CNY", "purchase": {"genset": "900000"}})
    script = Script(fires.events, (*fires.changes, costs), fires.start, fires.horizon)
    folder, found = review_of(script, tmp_path)
    scenario = script_file(script)
    case = Case(folder.dossier, scenario.id, scenario.scenario)
    told = run_document(case, play(script).journal, found.verdicts, found.findings, found.recommendations, found.costs)
    proposed = [row for row in told.recommendations if row.verdict == "proposed"]
    assert [row.rank for row in proposed] == list(range(1, len(proposed) + 1))
    assert all(row.rank is None for row in told.recommendations if row.verdict != "proposed")
    bought = next(row for row in proposed if row.id.startswith("G02-genset-1-second"))
    assert bought.cost is not None
    assert (bought.cost.amount, bought.cost.currency) == (900_000, "CNY")

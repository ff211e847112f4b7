"""Rules with nothing to look at say why, each in both languages."""

from __future__ import annotations

import datetime as dt

from drillsim.checks import check, result_text
from drillsim.texts import LANGS, has, message_ids
from helpers.small_customer import DROP, Change, small_customer

BARE: tuple[Change, ...] = (
    ("customer/industry", "other"),
    ("customer/importance/level", "none"),
    ("network/ext_grid/1", DROP),
    ("network/load", [{"name": "shop", "bus": "I-LV", "p_mw": "0.1"}]),
    *((f"site/{table}", {}) for table in ("sources", "transfers", "functions", "stores", "observations", "devices")),
    ("site/loads", {"shop": {"grade": "3"}}),
    ("site/interlocks", []),
    ("plan/cards", []),
    ("plan/restoration", DROP),
    ("plan/permits", {}),
    ("plan/resources", {}),
    ("plan/actors", {}),
)
"""A shop on one feeder with an empty plan."""
NO_OPERATION: tuple[Change, ...] = (
    ("plan/cards/0/steps", [{"id": "S01", "text": "报告", "do": "report", "by": "electrician"}]),
    ("plan/cards/1", DROP),
    ("plan/cards/1/steps/0/requires", []),
    ("plan/cards/1/steps/0/by", "electrician"),
    ("plan/restoration", DROP),
)
OTHER_TRADES: tuple[tuple[Change, ...], ...] = (
    (("customer/sector", {"medical_locations": {"lobby": {"group": "0", "loads": ["ward"]}}}),),
    (("customer/industry", "data_centre"), ("customer/sector", {"data_centre_grade": "C"})),
    (
        ("customer/industry", "data_centre"),
        ("customer/sector", {"data_centre_grade": "A", "uptime_tier": "II"}),
        *((f"site/loads/{name}/grade", "1") for name in ("icu", "theatre")),
    ),
)
NO_STORED_NEED: tuple[Change, ...] = tuple((f"site/loads/{name}/min_supply_time", DROP) for name in ("icu", "theatre"))


def test_a_shop_with_an_empty_plan_meets_nothing_by_having_nothing() -> None:
    results = check(small_customer(*BARE), as_of=dt.date(2026, 7, 1))
    passing = {result.rule for result in results if result.outcome == "pass"}
    assert passing == {"LOD-01", "LOD-02", "PLN-10"}
    assert {"PLN-01", "PLN-08"} <= {result.rule for result in results if result.outcome in ("fail", "unknown")}


def test_every_reason_is_said_in_both_languages_and_every_text_has_its_case() -> None:
    no_load = (*BARE, ("network/load", []), ("site/loads", {}))
    customers = (*OTHER_TRADES, BARE, no_load, NO_OPERATION, NO_STORED_NEED, ())
    found = [result for changes in customers for result in check(small_customer(*changes))]
    reasons = {result.why for result in found if result.outcome == "not_applicable"}
    texts = {each.removeprefix("rule-why-") for each in message_ids() if each.startswith("rule-why-")}
    assert {why for why in reasons if not has(f"rule-why-{why}")} == set()
    assert texts - reasons == set()
    assert all(result_text(lang, result) for result in found for lang in LANGS)

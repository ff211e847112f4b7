from __future__ import annotations

from drillsim.campaign.answer import answer
from helpers.campaign_rows import campaign, event, function, hidden, load

BAD = {"x": 5000}
KWH = 3_600_000_000


def test_variants_are_compared_case_by_case_with_the_same_luck_and_what_helps_most_stands_first() -> None:
    failures, subjects = [event("a", 2.0), event("b", 1.0)], [load("x"), function("f")]
    plan, one, two = (campaign(failures, subjects, draws=2, variant=name) for name in ("", "one", "two"))
    rows = plan.rows(
        *plan.draws("a", [BAD, BAD | {"f": 2000}]), *plan.draws("b", [{}, {}]),
        *one.draws("a", [BAD, BAD], variant="one"), *one.draws("b", [{"f": 2000}, {}], variant="one"),
        *two.draws("a", [{}, {"x": 500}], variant="two"), *two.draws("b", [{}, {}], variant="two"),
    )  # fmt: skip
    first, second = answer([plan.runner, one.runner, two.runner], rows).best_changes
    assert (first.variant, first.misses_a_year, first.misses_less) == ("two", 0.0, 3.0)
    assert (first.cases_better, first.cases_worse) == (1, 0)
    assert first.unserved_kwh_less == 2.0 * (10_000 - 500) / 2 / KWH
    assert (second.variant, second.misses_a_year, second.misses_less) == ("one", 2.5, 0.5)
    assert (second.cases_better, second.cases_worse, second.unserved_kwh_less) == (1, 1, 0.0)


def test_rows_of_variants_answer_nothing_of_the_plan_as_it_is() -> None:
    failures, subjects = [event("a", 2.0)], [load("x")]
    plan, one = (campaign(failures, subjects, variant=name) for name in ("", "one"))
    found = answer([plan.runner, one.runner], plan.rows(plan.row("a"), one.row("a", outage=BAD, variant="one")))
    assert (found.loads[0].p_met, found.loads[0].worst_ms, found.runs, found.failure_sets) == (1.0, 0, 1, ())
    assert found.best_changes[0].misses_less == -2.0


def test_a_case_left_out_with_one_plan_is_its_largest_part_there() -> None:
    failures, subjects = [event("a", 2.0), hidden("h"), hidden("g")], [load("x")]
    plan, one = (campaign(failures, subjects, order=3, variant=name) for name in ("", "one"))
    rows = plan.rows(
        plan.row("a"), plan.row("a+h", outage=BAD), plan.row("a+g", outage=BAD), plan.row("a+h+g", outage=BAD),
        one.row("a", variant="one"), one.row("a+h", outage=BAD, variant="one"),
    )  # fmt: skip
    (change,) = answer([plan.runner, one.runner], rows).best_changes
    assert (change.cases_better, change.cases_worse) == (1, 0)  # a+g is a with `one`; a+h+g is a+h, as bad as before


def test_without_rates_what_betters_more_cases_helps_more() -> None:
    failures, subjects = [event("a"), event("b")], [load("x")]
    plan, one, two = (campaign(failures, subjects, variant=name) for name in ("", "one", "two"))
    rows = plan.rows(
        plan.row("a", outage=BAD), plan.row("b", outage=BAD),
        one.row("a", variant="one"), one.row("b", outage=BAD, variant="one"),
        two.row("a", variant="two"), two.row("b", variant="two"),
    )  # fmt: skip
    found = answer([plan.runner, one.runner, two.runner], rows).best_changes
    assert [(each.variant, each.misses_less, each.cases_better) for each in found] == [
        ("two", None, 2),
        ("one", None, 1),
    ]

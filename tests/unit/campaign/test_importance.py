"""Checked by hand on a load behind one cable c and two sources a and b, either of which is enough.

f(a) = 2, f(b) = 3, f(c) = 0.5 a year; u(a) = 0.01, u(b) = 0.02, u(c) = 0.001. The load is out when c fails, when a
source fails while the other is down, and when a source fails while c is down:

    R = f(c) + f(a)·u(b) + f(b)·u(a) + (f(a) + f(b))·u(c)

for pairs take from single failures what they are given: w(c) = f(c)·(1 − u(a) − u(b)), w(ac) = f(c)·u(a) + f(a)·u(c),
w(bc) = f(c)·u(b) + f(b)·u(c), w(ab) = f(a)·u(b) + f(b)·u(a), and the load is out in all four.
"""

from __future__ import annotations

import pytest

from drillsim.campaign.answer import answer
from drillsim.campaign.result import Importance
from helpers.campaign_rows import Campaign, campaign, event, hidden, load, state

FA, FB, FC, UA, UB, UC = 2.0, 3.0, 0.5, 0.01, 0.02, 0.001
BAD = {"x": 5000}


def by_id(of: Campaign, *rows: object) -> dict[str, Importance]:
    found = answer([of.runner], of.rows(*rows)).importance  # type: ignore[arg-type]
    return {each.id: each for each in found}


def plant(*, order: int = 2) -> Campaign:
    return campaign(
        [event("a", FA, down=UA), event("b", FB, down=UB), event("c", FC, down=UC)], [load("x")], order=order
    )


def cases(of: Campaign) -> list[object]:
    out = [of.row(name, outage=BAD) for name in ("c", "a+b", "a+c", "b+c")]
    return [of.row("a"), of.row("b"), *out]


R = FC + FA * UB + FB * UA + (FA + FB) * UC


def test_a_source_that_never_fails_leaves_what_the_cable_does() -> None:
    of = plant()
    a = by_id(of, *cases(of))["a"]
    without = FC + FB * UC
    assert a.fussell_vesely == pytest.approx((R - without) / R)
    assert a.rrw == pytest.approx(R / without)


def test_a_source_always_down_leaves_the_load_to_the_other_and_the_cable() -> None:
    of = plant()
    a = by_id(of, *cases(of))["a"]
    always, never = FB + FC, FC + FB * UC
    assert a.raw == pytest.approx(always / R)
    assert a.birnbaum == pytest.approx(always - never)


def test_the_cable_cannot_be_counted_as_always_down_for_then_the_load_is_never_there() -> None:
    of = plant()
    c = by_id(of, *cases(of))["c"]
    without = FA * UB + FB * UA
    assert (c.birnbaum, c.raw) == (None, None)
    assert c.fussell_vesely == pytest.approx((R - without) / R)
    assert c.rrw == pytest.approx(R / without)


def test_in_series_each_takes_its_part_and_in_parallel_each_takes_all() -> None:
    series = campaign([event("a", 1.0), event("b", 3.0)], [load("x")])
    found = by_id(series, series.row("a", outage=BAD), series.row("b", outage=BAD))
    assert [(each, found[each].fussell_vesely, found[each].rrw) for each in found] == [
        ("b", 0.75, 4.0),
        ("a", 0.25, pytest.approx(4 / 3)),
    ]
    parallel = campaign([event("a", 1.0, down=0.1), event("b", 3.0, down=0.1)], [load("x")], order=2)
    found = by_id(parallel, parallel.row("a"), parallel.row("b"), parallel.row("a+b", outage=BAD))
    assert [(each.fussell_vesely, each.rrw) for each in found.values()] == [(1.0, None), (1.0, None)]
    assert found["a"].raw == pytest.approx(3.0 / (1.0 * 0.1 + 3.0 * 0.1))


def test_a_failure_on_demand_is_drawn_by_the_runs_and_its_share_is_taken_out() -> None:
    """One event twice a year; the transfer sticks with q = 0.25, and then the load is out: R = 2·0.25."""
    of = campaign([event("a", 2.0), hidden("h", 0.25)], [load("x")], order=2, draws=4)
    found = by_id(of, *of.draws("a", [BAD, {}, {}, {}]), *of.draws("a+h", [BAD] * 4))
    h = found["h"]
    assert h.birnbaum == pytest.approx(2.0)
    assert h.raw == pytest.approx(2.0 / 0.5)
    assert h.fussell_vesely == pytest.approx(1.0)
    assert h.rrw is None


def test_of_what_has_no_chance_nobody_knows_the_share() -> None:
    of = campaign(
        [event("a", 2.0), event("b", 1.0), hidden("S1:omitted", group="step"), state("li")], [load("x")], order=2
    )
    found = by_id(
        of, of.row("a"), of.row("b", outage=BAD), of.row("a+S1:omitted", outage=BAD), of.row("a+li", outage=BAD),
        of.row("b+li", outage=BAD),
    )  # fmt: skip
    for name, group in (("S1:omitted", "step"), ("li", "person")):
        each = found[name]
        assert (each.group, each.fussell_vesely, each.rrw) == (group, None, None)
        assert (each.birnbaum, each.raw) == (2.0, 3.0)


def test_a_failure_that_helps_has_a_worth_below_one() -> None:
    of = campaign([event("a", 2.0), hidden("h")], [load("x")], order=2)
    h = by_id(of, of.row("a", outage=BAD), of.row("a+h"))["h"]
    assert (h.birnbaum, h.raw) == (-2.0, 0.0)


def test_a_campaign_of_single_failures_says_nothing_of_hidden_ones() -> None:
    of = plant(order=1)
    found = by_id(of, of.row("a"), of.row("b"), of.row("c", outage=BAD))
    assert {name: (each.fussell_vesely, each.birnbaum, each.raw) for name, each in found.items()} == {
        "c": (1.0, None, None),
        "a": (0.0, None, None),
        "b": (0.0, None, None),
    }


def test_without_rates_nothing_is_said() -> None:
    of = campaign([event("a")], [load("x")])
    assert by_id(of, of.row("a", outage=BAD)) == {}


def test_a_load_that_is_not_protected_does_not_count() -> None:
    of = campaign([event("a", 1.0)], [load("x"), load("free", None)])
    found = by_id(of, of.row("a", outage={"free": 10**6}, says={"free": "missed"}))
    assert [each.fussell_vesely for each in found.values()] == []

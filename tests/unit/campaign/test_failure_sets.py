from __future__ import annotations

from drillsim.campaign.answer import answer
from drillsim.campaign.answer.harm import is_trivial
from drillsim.campaign.failure import Failure
from helpers.campaign_rows import DAY, NIGHT, campaign, event, function, hidden, load, state
from helpers.small_customer import small_customer

BAD = {"x": 5000}


def test_a_set_is_listed_only_where_no_smaller_part_of_it_breaks_the_same() -> None:
    of = campaign([event("a", 1.0), event("b"), hidden("h")], [load("x"), load("y")], order=3)
    rows = of.rows(
        of.row("a"), of.row("b", outage=BAD), of.row("a+b", outage=BAD | {"y": 9000}), of.row("a+h", outage=BAD),
        of.row("a+b+h", outage=BAD | {"y": 9000}), of.row("b+h"),
    )  # fmt: skip
    found = answer([of.runner], rows).failure_sets
    assert [(each.members, each.breaks) for each in found] == [
        (("b",), ("x",)),
        (("a", "b"), ("y",)),
        (("a", "h"), ("x",)),
    ]


def test_fewest_members_stand_first_then_what_comes_about_most_often() -> None:
    of = campaign(
        [event("a", 1.0, down=0.1), event("b", 3.0, down=0.1), event("c"), hidden("h", 0.2), hidden("g")],
        [load("x")],
        order=2,
    )
    names = ("c", "a", "b", "g+a", "a+h")
    rows = of.rows(
        *(of.row("+".join(name.split("+"))) for name in names[3:]), *(of.row(n, outage=BAD) for n in names[:3])
    )
    found = answer([of.runner], rows).failure_sets
    assert [(each.members, each.per_year) for each in found] == [(("b",), 3.0), (("a",), 1.0), (("c",), None)]
    rows = of.rows(of.row("a+b", outage=BAD), of.row("a+h", outage=BAD), of.row("b+g", outage=BAD))
    found = answer([of.runner], rows).failure_sets
    assert [each.members for each in found] == [("a", "b"), ("a", "h"), ("b", "g")]
    assert [round(each.per_year or 0, 9) for each in found] == [0.4, 0.2, 0]


def test_its_probability_is_the_share_of_draws_and_hours_in_which_it_breaks_what_it_is_listed_for() -> None:
    of = campaign([event("a"), state("s")], [load("x"), function("f")], order=2, hours=(DAY, NIGHT), draws=2)
    rows = of.rows(
        *of.draws("a", [{"f": 2000}, {}], hour="day"), *of.draws("a", [{}, {}], hour="night"),
        *of.draws("a+s", [{"x": 2000, "f": 2000}, {"f": 2000}], hour="day"),
        *of.draws("a+s", [{"x": 2000}, {"x": 2000}], hour="night"),
    )  # fmt: skip
    one, two = answer([of.runner], rows).failure_sets
    assert (one.members, one.breaks, one.probability) == (("a",), ("f",), 0.25)
    assert (two.members, two.breaks, two.probability) == (("a", "s"), ("x",), 0.75)


def test_how_often_is_that_of_the_miss_and_each_limit_has_its_own_share() -> None:
    of = campaign([event("feeder", 2.0)], [load("x"), load("y"), load("z")], draws=4)
    rows = of.rows(*of.draws("feeder", [{"x": 5000, "y": 5000}, {"y": 5000}, {"y": 5000}, {}]))
    (one,) = answer([of.runner], rows).failure_sets
    assert (one.breaks, one.shares) == (("x", "y"), (0.25, 0.75))
    assert (one.probability, one.per_year) == (0.75, 1.5)


def test_what_a_later_draw_shows_of_a_part_takes_the_whole_off_the_list() -> None:
    of = campaign([event("a"), event("b")], [load("x"), load("y")], order=2, draws=1)
    first = [of.row("a"), of.row("a+b", outage=BAD | {"y": 5000})]
    later = [of.row("a", 1, outage=BAD), of.row("a+b", 1, outage=BAD)]
    store = of.rows(*first, batch=2)
    store = type(store)((*store.drawn, *of.rows(*later).drawn))
    one, two = answer([of.runner], store).failure_sets
    assert (one.members, one.breaks, one.probability) == (("a",), ("x",), 0.5)
    assert (two.members, two.breaks, two.probability) == (("a", "b"), ("y",), 0.5)


def test_what_is_missed_though_nothing_fails_needs_no_failure() -> None:
    of = campaign([event("a"), hidden("h")], [load("x")])
    found = answer([of.runner], of.rows(of.row("", outage=BAD), of.row("a", outage=BAD), of.row("h", outage=BAD)))
    assert [(each.members, each.order) for each in found.failure_sets] == [((), 0)]


def test_what_is_critical_stands_first_then_what_breaks_most_whatever_the_order_in_the_file() -> None:
    of = campaign([event(name) for name in "abc"], [load("ward"), load("kitchen"), load("icu")])
    rows = of.rows(
        of.row("a", outage={"ward": 9000}),
        of.row("b", outage={"ward": 9000, "kitchen": 9000}),
        of.row("c", outage={"icu": 9000}),
    )
    found = answer([of.runner], rows).failure_sets
    assert [(each.members, each.critical) for each in found] == [(("c",), 1), (("b",), 0), (("a",), 0)]


def test_the_hours_at_which_a_set_breaks_something_are_kept() -> None:
    of = campaign([event("a")], [load("x")], hours=(DAY, NIGHT))
    rows = of.rows(of.row("a", hour="day"), of.row("a", hour="night", outage=BAD))
    (one,) = answer([of.runner], rows).failure_sets
    assert (one.hours, one.probability) == (("night",), 0.5)


def short(bus: str) -> Failure:
    return Failure(f"{bus}:short_circuit", bus, "short_circuit", "element", "event")


def lost(zone: str) -> Failure:
    return Failure(f"{zone}:zone_lost", zone, "zone_lost", "zone", "event")


def test_a_bus_that_darkens_only_what_hangs_on_it_is_trivial() -> None:
    of = small_customer(("site/zones/yard/contains", ["kitchen"]))
    assert is_trivial(of, short("em-LV"), {"theatre": "load", "fire-pump": "load", "surgery": "function"})
    assert is_trivial(of, short("em-LV"), {"cooling": "function"})
    assert is_trivial(of, lost("yard"), {"kitchen": "load"})


def test_what_breaks_something_else_too_is_not_trivial() -> None:
    of = small_customer()
    assert not is_trivial(of, short("em-LV"), {"theatre": "load", "icu": "load"})
    assert not is_trivial(of, short("ups-LV"), {"surgery": "function"})
    assert not is_trivial(of, short("I-10kV"), {"icu": "load"})
    assert not is_trivial(of, Failure("T1:short_circuit", "T1", "short_circuit", "element", "event"), {"icu": "load"})

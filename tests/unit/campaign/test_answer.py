from __future__ import annotations

from dataclasses import replace

import pytest

from drillsim.campaign.answer import answer, relative_error
from drillsim.campaign.answer.distribution import MOST_VALUES, Distribution, curve, not_exceeded
from drillsim.campaign.answer.interval import wilson
from drillsim.campaign.answer.no_flow import MOST
from drillsim.campaign.result import CampaignResult, NoFlow, SubjectAnswer
from helpers.campaign_rows import DAY, NIGHT, Campaign, HandRows, campaign, entry, event, function, hidden, load, state

KWH = 3_600_000_000


def only_load(found: CampaignResult) -> SubjectAnswer:
    (one,) = found.loads
    return one


def two_events(draws: int = 2, **more: object) -> Campaign:
    return campaign([event("a", 3.0), event("b", 1.0), event("c")], [load("x")], draws=draws, **more)  # type: ignore[arg-type]


def test_a_limits_chance_is_weighed_by_how_often_each_case_comes_about() -> None:
    of = two_events()
    rows = of.rows(*of.draws("a", [{}, {}]), *of.draws("b", [{}, {"x": 5000}]), *of.draws("c", [{"x": 900}] * 2))
    found = answer([of.runner], rows)
    one = only_load(found)
    assert one.p_met == (3 * 1 + 1 * 0.5) / 4
    assert (one.missed_cases, one.not_tested, found.weighed) == (1, 0, True)
    assert (one.worst_ms, one.worst_case) == (5000, "b@night#1")
    assert (found.without_frequency, found.missed_without_frequency) == (1, 0)
    assert (found.played_cases, found.runs) == (3, 6)


def test_no_share_stands_where_a_case_without_a_frequency_misses_the_limit() -> None:
    of = two_events()
    rows = of.rows(*of.draws("a", [{}, {}]), *of.draws("b", [{}, {"x": 5000}]), *of.draws("c", [{"x": 9000}] * 2))
    found = answer([of.runner], rows)
    one = only_load(found)
    assert (one.p_met, one.p_met_low, one.p_met_high, one.p95_ms) == (None,) * 4
    assert (one.missed_cases, one.missed_without_frequency) == (2, 1)
    assert (found.without_frequency, found.missed_without_frequency) == (1, 1)


def test_a_chance_that_runs_draw_themselves_is_in_the_share_and_one_they_do_not_draw_is_not() -> None:
    of = campaign([event("a", 1.0), event("b", 1.0), hidden("h", 0.1), hidden("g")], [load("x")], order=2, draws=2)
    drawn = [*of.draws("a", [{}, {"x": 5000}]), *of.draws("b", [{}, {}])]
    known = only_load(answer([of.runner], of.rows(*drawn, *of.draws("a+h", [{"x": 5000}] * 2))))
    assert (known.p_met, known.missed_without_frequency) == (0.75, 0)
    unknown = only_load(answer([of.runner], of.rows(*drawn, *of.draws("a+g", [{"x": 5000}] * 2))))
    assert (unknown.p_met, unknown.missed_without_frequency) == (None, 1)


def test_of_the_misses_without_a_rate_those_are_counted_of_which_a_shipped_chance_tells_how_often() -> None:
    shipped = replace(hidden("g"), assumed_on_demand=0.002, assumed=True)
    of = campaign([event("a", 1.0), event("c"), shipped, hidden("h")], [load("x")], order=2, draws=2)
    missed = [row for case in ("a+g", "a+h", "c+g") for row in of.draws(case, [{"x": 5000}] * 2)]
    found = answer([of.runner], of.rows(*of.draws("a", [{}, {}]), *of.draws("c", [{}, {}]), *missed))
    assert (found.missed_without_frequency, found.missed_by_assumed_chance) == (3, 1)
    known = [each.members for each in found.failure_sets if each.per_year is not None]
    assert known == [("a", "g")]


def test_what_an_event_always_misses_by_itself_is_hidden_by_nobody_who_is_absent_meanwhile() -> None:
    of = campaign([event("a", 1.0), event("b", 1.0), state("s")], [load("x")], order=2, draws=2)
    pair = of.draws("a+s", [{"x": 5000}] * 2)
    always = [*of.draws("a", [{"x": 5000}] * 2), *of.draws("b", [{}, {}])]
    found = answer([of.runner], of.rows(*always, *pair))
    assert (only_load(found).p_met, only_load(found).missed_without_frequency) == (0.5, 0)
    assert (found.without_frequency, found.missed_without_frequency) == (1, 0)
    sometimes = [*of.draws("a", [{"x": 5000}, {}]), *of.draws("b", [{}, {}])]
    found = answer([of.runner], of.rows(*sometimes, *pair))
    assert (only_load(found).p_met, found.missed_without_frequency) == (None, 1)


def test_a_limit_missed_anywhere_is_never_met_in_all_cases() -> None:
    of = campaign([event("a", 1.0), hidden("h", 0.1)], [load("x")], order=2, draws=2)
    rows = of.rows(*of.draws("a", [{}, {}]), *of.draws("a+h", [{"x": 5000}] * 2))
    one = only_load(answer([of.runner], rows))
    assert (one.p_met, one.missed_cases, one.missed_without_frequency) == (None, 1, 0)


def test_a_case_that_consulted_no_luck_is_no_sample() -> None:
    of = two_events(draws=4)
    fixed = [of.row("a", draw, played=draw == 0) for draw in range(4)]
    rows = of.rows(*fixed, *of.draws("b", [{}, {}, {}, {"x": 5000}]))
    one = only_load(answer([of.runner], rows))
    assert one.p_met == (3 + 0.75) / 4
    assert one.p_met_low == pytest.approx((3 + wilson(0.75, 4)[0]) / 4)
    assert one.p_met_high == pytest.approx((3 + wilson(0.75, 4)[1]) / 4)


def test_what_nobody_can_say_is_not_judged_and_widens_the_interval() -> None:
    of = two_events()
    unsaid = [of.row("b", draw, says={"x": "cannot_say"}) for draw in range(2)]
    one = only_load(answer([of.runner], of.rows(*of.draws("a", [{}, {}]), *unsaid)))
    assert one.p_met == 1.0
    assert one.p_met_low is not None
    assert one.p_met_low <= 0.75
    assert (one.p_met_high, one.not_tested) == (1.0, 2)


def test_where_nothing_was_judged_there_is_no_chance() -> None:
    of = campaign([event("a", 1.0)], [load("x", None)])
    one = only_load(answer([of.runner], of.rows(of.row("a", outage={"x": 70}))))
    assert (one.p_met, one.p_met_low, one.p_met_high) == (None, None, None)
    assert (one.worst_ms, one.protected) == (70, False)


def test_without_any_rate_nothing_is_a_share_and_nothing_is_a_year() -> None:
    of = campaign([event("a"), event("b"), hidden("h")], [load("x")], order=2)
    rows = of.rows(of.row("a"), of.row("b", outage={"x": 2000}), of.row("a+b", outage={"x": 2000}), of.row("a+h"))
    found = answer([of.runner], rows)
    one = only_load(found)
    assert (one.p_met, found.weighed, one.unserved_kwh_a_year) == (None, False, None)
    assert (one.curve, one.p95_ms, one.missed_cases) == ((), None, 2)
    assert (found.importance, found.indices) == ((), None)
    assert (found.without_frequency, found.missed_without_frequency) == (4, 2)


def test_energy_not_served_is_what_a_year_costs() -> None:
    of = two_events(hours=(DAY, NIGHT))
    rows = of.rows(
        *(row for hour in ("day", "night") for row in of.draws("a", [{"x": KWH}, {}], hour=hour)),
        *(row for hour in ("day", "night") for row in of.draws("b", [{}, {}], hour=hour)),
    )
    one = only_load(answer([of.runner], rows))
    assert one.unserved_kwh_a_year == pytest.approx(3.0 * 0.5)


def test_a_duration_is_not_exceeded_in_95_of_100_events() -> None:
    of = campaign([event("a", 94.0), event("b", 1.0), event("c", 5.0)], [load("x")])
    rows = of.rows(of.row("a"), of.row("b", outage={"x": 300}), of.row("c", outage={"x": 800}))
    one = only_load(answer([of.runner], rows))
    assert one.p95_ms == 300
    assert [ms for ms, _ in one.curve] == [0, 300, 800]
    assert [often for _, often in one.curve] == pytest.approx([6.0, 5.0, 0.0])


def test_a_run_that_could_not_be_carried_out_tells_nothing_of_durations() -> None:
    of = campaign([event("a", 1.0), event("b", 1.0)], [load("x")])
    broken = of.row("a", status="failed", says={"x": "cannot_say"}, why="KeyError: 'x'")
    found = answer([of.runner], of.rows(broken, of.row("b", outage={"x": 400})))
    assert (only_load(found).p95_ms, found.failed_runs) == (400, 1)


def test_protected_and_unlikely_to_be_met_stands_first() -> None:
    of = campaign([event("a", 1.0)], [load("free", None), load("good"), load("bad"), function("f")])
    found = answer([of.runner], of.rows(of.row("a", outage={"bad": 2000, "free": 90_000, "f": 3000})))
    assert [each.id for each in found.loads] == ["bad", "good", "free"]
    (f,) = found.functions
    assert (f.p_met, f.unserved_kwh_a_year, f.worst_ms) == (0.0, None, 3000)


def test_library_cases_stand_apart() -> None:
    of = campaign([event("a", 1.0)], [load("x")], scenarios=("flood", "not-here"))
    rows = of.rows(
        of.row("a"),
        of.row("", scenario="flood", outage={"x": 7000}),
        of.row("", scenario="not-here", status="not_applicable", says={"x": "cannot_say"}),
    )
    found = answer([of.runner], rows)
    one = only_load(found)
    assert (one.p_met, one.library_p_met, one.missed_cases, one.not_tested) == (None, 0.0, 1, 0)
    assert (found.scenario_cases, found.missed_scenario_cases, found.without_frequency) == (1, 1, 0)
    assert (one.worst_case, found.runs, found.failure_sets) == ("flood@night#0", 2, ())


def test_the_answer_does_not_depend_on_how_rows_are_batched() -> None:
    failures = [event("a", 0.3, down=1e-3), event("b", 0.7, down=1e-4), hidden("h", 0.1)]
    of = campaign(failures, [load("x"), function("f")], order=2, draws=3)
    rows = [
        row
        for members in ("a", "b", "a+b", "a+h", "b+h")
        for row in of.draws(members, [{"x": 700 * len(members)}, {}, {"f": 1300, "x": 10 * len(members)}])
    ]
    whole, parts = answer([of.runner], of.rows(*rows)), answer([of.runner], of.rows(*rows, batch=3))
    assert whole == parts
    assert relative_error([of.runner], of.rows(*rows).tables) == relative_error(
        [of.runner], of.rows(*rows, batch=3).tables
    )


def test_for_each_protected_subject_its_latest_case_is_kept() -> None:
    of = campaign(
        [event("a", 1.0), event("b", 1.0), hidden("h")], [load("x"), load("y", 5000), load("z", None)], order=2
    )
    rows = of.rows(
        of.row("a", outage={"x": 9000, "y": 6000, "z": 99_000}),
        of.row("b", outage={"x": 9000, "y": 20_000}),
        of.row("b+h", outage={"x": 9000}),
    )
    found = answer([of.runner], rows).worst
    assert [(each.case, each.draw, each.subject, each.outage_ms, each.late_ms) for each in found] == [
        ("b@night", 0, "y", 20_000, 15_000),
        ("a@night", 0, "x", 9000, 8000),
    ]
    assert [each.folder for each in found] == ["worst/01", "worst/02"]


def test_what_was_exercised_is_counted_by_group_and_card() -> None:
    of = campaign([event("a", 1.0), hidden("h"), state("s")], [load("x")], order=2)
    card = of.runner.dossier.plan.cards[0].id
    step, other = (step.id for _, step in list(of.runner.dossier.plan.steps())[:2])
    rows = of.rows(
        of.row("a", cards=(card,), steps=(f"{step}=done", f"{other}=skipped")),
        of.row("a+h", cards=(card, card), steps=(f"{step}=failed",)),
        of.row("s"),
    )
    found = answer([of.runner], rows).coverage
    assert found.rows == ("element", "person", "device")
    assert [line[found.cards.index(card)] for line in found.activated] == [2, 0, 1]
    assert found.steps[step] == {"done": 1, "failed": 1}
    assert other in found.never_done
    assert other not in found.never_reached
    assert card not in found.cards_never_active
    assert set(found.never_reached) == {each.id for _, each in of.runner.dossier.plan.steps()} - {step, other}


def test_what_each_cause_costs_adds_up_to_the_printed_digit() -> None:
    of = campaign([event("a", 1 / 3), event("b", 1 / 7)], [load("x"), load("y")], draws=3)
    rows = []
    for name in ("a", "b"):
        for row in of.draws(name, [{"x": KWH, "y": 7 * KWH}, {"x": 5 * KWH}, {}]):
            out = row.outcome
            entries = tuple(
                entry(subject.id, cause, late_ms=share, unserved_w_ms=share)
                for subject, unserved in zip(of.runner.subjects, out.unserved_w_ms, strict=True)
                for cause, share in (("one", unserved // 3), (f"two {name}", unserved - unserved // 3))
                if unserved
            )
            rows.append(replace(row, outcome=replace(out, ledger=entries)))
    found = answer([of.runner], of.rows(*rows))
    total = sum(each.unserved_kwh_a_year or 0.0 for each in found.loads)
    assert [row.cause for row in found.ledger] == ["two a", "one", "two b"]
    assert f"{sum(row.unserved_kwh for row in found.ledger):.6f}" == f"{total:.6f}"
    assert sum(row.late_min for row in found.ledger) == pytest.approx(total * KWH / 60_000, abs=1e-5)


def test_where_nothing_has_a_rate_the_ledger_is_of_all_runs() -> None:
    of = campaign([event("a"), state("s")], [load("x")])
    cost = (entry("x", "relay", late_ms=60_000, unserved_w_ms=2 * KWH),)
    found = answer([of.runner], of.rows(of.row("a", ledger=cost), of.row("s", ledger=cost)))
    assert [(row.cause, row.late_min, row.unserved_kwh) for row in found.ledger] == [("relay", 2.0, 4.0)]


def test_left_out_cases_are_those_that_could_have_been_added() -> None:
    of = campaign([event("a", 1.0), hidden("h"), hidden("g")], [load("x")], order=2)
    found = answer([of.runner], of.rows(of.row("a"), of.row("a+h"), of.row(""), of.row("g")))
    assert (found.cases, found.played_cases, found.left_out) == (6, 3, 3)


def test_a_distribution_in_bounded_memory_never_understates() -> None:
    import numpy as np

    found = Distribution()
    values = np.arange(1, 4 * MOST_VALUES + 1, dtype=np.int64) * 7
    for at in range(0, len(values), 9_999):
        found.add(values[at : at + 9_999], np.ones(len(values[at : at + 9_999]), dtype=np.int64))
    true = int(values[-(-len(values) * 95 // 100) - 1])
    read = not_exceeded(found, 95)
    assert read is not None
    assert true <= read < true + found.step_ms
    assert found.step_ms == 100
    assert len(curve(found)) == 60
    assert curve(found)[0] == (0, len(values))


def test_an_exact_answer_weighs_branches_by_their_chance() -> None:
    of = two_events()
    rows = of.rows(
        of.row("a", 0, share=0.75),
        of.row("a", 1, share=0.25, outage={"x": 4000}),
        of.row("b", 0, share=1.0),
    )
    found = answer([of.runner], HandRows((), rows.drawn), exact=True)
    one = only_load(found)
    assert (one.p_met, one.p_met_low, one.p_met_high) == pytest.approx((3.25 / 4,) * 3)
    assert (found.exact, found.weight_left, found.not_exact, found.worst) == (True, 0.0, {}, ())
    assert one.unserved_kwh_a_year == pytest.approx(3 * 0.25 * 4000 / KWH)


def test_what_was_left_open_widens_the_exact_answer() -> None:
    of = two_events()
    rows = of.rows(
        of.row("a", 0, share=0.9),
        of.row("a", 1, share=0.1, status="left_open", says={"x": "cannot_say"}),
        of.row("b", 0, share=1.0),
    )
    found = answer([of.runner], HandRows((), rows.drawn), exact=True)
    one = only_load(found)
    assert one.p_met == 1.0
    assert (one.p_met_low, one.p_met_high) == pytest.approx((3.7 / 4, 1.0))
    assert found.weight_left == pytest.approx(0.3 / 4)


def test_a_case_with_a_drawn_duration_is_not_exact_and_says_which() -> None:
    of = two_events()
    rows = of.rows(of.row("a", 0, share=1.0, why="S1 takes, S2 takes"), of.row("b", 0, share=1.0))
    found = answer([of.runner], HandRows((), rows.drawn), exact=True)
    assert not found.exact
    assert found.not_exact == {"a@night": ("S1 takes", "S2 takes")}
    assert found.weight_left == 0.75


def test_exact_and_sampled_answers_are_compared_over_the_same_cases() -> None:
    of = two_events(draws=20)
    exact = of.rows(of.row("a", 0, share=0.5), of.row("a", 1, share=0.5, outage={"x": 4000}))
    drawn = of.rows(*of.draws("a", [{}] * 20), *of.draws("b", [{"x": 4000}] * 20))
    found = answer([of.runner], HandRows(drawn.drawn, exact.drawn), exact=True)
    one = only_load(found)
    assert (one.p_met, one.exact_p_met) == (0.75, 0.5)
    (differs,) = found.disagreements
    assert (differs.subject, differs.exact) == ("x", 0.5)
    assert (differs.low, differs.high) == pytest.approx(wilson(1.0, 20))


def test_the_unserved_energy_of_a_year_is_known_as_well_as_its_draws_agree() -> None:
    of = two_events()
    rows = of.rows(*of.draws("a", [{"x": 90}, {"x": 110}]), *of.draws("b", [{}, {}]))
    assert relative_error([of.runner], rows.tables) == pytest.approx(12.706204736 / 10)
    same = of.rows(*of.draws("a", [{"x": 90}, {"x": 90}]), *of.draws("b", [{}, {}]))
    assert relative_error([of.runner], same.tables) == 0.0


def test_an_hour_is_half_of_the_year_where_there_are_two() -> None:
    of = campaign([event("a", 2.0)], [load("x")], hours=(DAY, NIGHT))
    rows = of.rows(of.row("a", hour="day"), of.row("a", hour="night", outage={"x": 2000}))
    one = only_load(answer([of.runner], rows))
    assert (one.p_met, one.curve) == (0.5, ((0, 1.0), (2000, 0.0)))
    assert NIGHT.name == "night"


def test_supply_indices_are_those_of_single_failures_with_a_rate() -> None:
    of = campaign([event("a", 2.0, down=0.1), event("b", 0.5, down=0.1)], [load("icu")], order=2, draws=2)
    hour = 3_600_000
    rows = of.rows(
        *of.draws("a", [{"icu": 3 * hour}, {}]), *of.draws("b", [{}, {}]), *of.draws("a+b", [{"icu": hour}] * 2)
    )
    found = answer([of.runner], rows).indices
    assert found is not None
    (icu,) = (point for point in found.load_points if point.id == "icu")
    assert (icu.failures_per_year, icu.hours_per_year) == (1.0, 3.0)


def test_an_interruption_of_five_minutes_is_momentary_and_a_longer_one_sustained() -> None:
    of = campaign([event("a", 2.0)], [load("icu")], draws=2)
    found = answer([of.runner], of.rows(*of.draws("a", [{"icu": 300_000}, {"icu": 360_000}]))).indices
    assert found is not None
    (icu,) = (point for point in found.load_points if point.id == "icu")
    assert (icu.failures_per_year, icu.momentary_per_year, icu.hours_per_year) == pytest.approx((1.0, 1.0, 0.1))


def test_asai_is_never_one_where_a_limit_is_missed_anywhere() -> None:
    of = campaign([event("a", 2.0), state("s")], [load("icu")], order=2)
    calm = answer([of.runner], of.rows(of.row("a"), of.row("a+s"))).indices
    assert calm is not None and calm.asai == 1
    hiding = answer([of.runner], of.rows(of.row("a"), of.row("a+s", outage={"icu": 9000}))).indices
    assert hiding is not None and hiding.asai is None


def test_there_are_no_indices_where_a_failure_without_a_rate_interrupts_a_load() -> None:
    of = campaign([event("a", 2.0), event("b"), state("s")], [load("icu")])
    calm = answer([of.runner], of.rows(of.row("a", outage={"icu": 5}), of.row("b"), of.row("s", outage={"icu": 7})))
    assert calm.indices is not None and calm.not_in_indices == ()
    dark = answer([of.runner], of.rows(of.row("a", outage={"icu": 5}), of.row("b", outage={"icu": 7}), of.row("s")))
    assert (dark.indices, dark.not_in_indices) == (None, ("b",))


def test_cases_without_a_power_flow_are_named_with_their_buses_in_file_order() -> None:
    of = two_events()
    network = of.runner.dossier.network.bus
    one, other = network[1].name, network[4].name
    rows = of.rows(
        of.row("a", 0, no_flow=(other,)), of.row("a", 1, no_flow=(one,)), *of.draws("b", [{}, {}]),
        of.row("c", 0), of.row("c", 1, no_flow=(one,)), of.row("b", 0, variant="v", no_flow=(one,)), batch=3,
    )  # fmt: skip
    variant = replace(of.runner, variant="v")
    found = answer([of.runner, variant], rows)
    assert found.no_flow == (NoFlow("a@night", 2, (one, other)), NoFlow("c@night", 1, (one,)))
    assert (found.no_flow_cases, found.no_flow_buses) == (2, (one, other))


def test_so_many_cases_without_a_power_flow_are_named_and_all_are_counted() -> None:
    of = campaign([event(f"e{at}") for at in range(MOST + 20)], [load("x")], draws=1)
    bus = of.runner.dossier.network.bus[0].name
    found = answer([of.runner], of.rows(*(of.row(f"e{at}", no_flow=(bus,)) for at in range(MOST + 20))))
    assert (len(found.no_flow), found.no_flow_cases) == (MOST, MOST + 20)
    assert found.no_flow[-1].case == f"e{MOST - 1}@night"
